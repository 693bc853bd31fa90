/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"

#include "plx-grammar.h"

/* Whom a cue is about, when a target was chosen. A cue counts in full toward a mention of the
 * target close by in its own clause, if grammar agrees: an adjective or noun after the mention ("X,
 * a failure", "X was bad"), a verb whose subject it judges ("X lied") after it, a verb that judges
 * its object ("praised X") before it. Farther off, or over the border of a clause, it counts less.
 * The factors are what a linear fit on news sentences with a labelled target gave, rounded.
 * A sentence that does not mention the target is read as it stands. */

#define NEAR_WORDS 4
#define MIDDLE_WORDS 9

#define FACTOR_SUBJECT 1.3   /* a verb that judges its subject, near after it */
#define FACTOR_NEAR 1.0
#define FACTOR_WRONG_SIDE 0.65
#define FACTOR_MIDDLE 0.65
#define FACTOR_FAR 0.5
#define FACTOR_OTHER_CLAUSE 0.6

typedef struct
{
  guint32 first, last;
} Mention;

/* The mention of all the target's words from @token on; else of a single one of its names. */
static gboolean
match_mention (const PlxFrame *frame,
               guint32         token,
               gboolean        whole,
               Mention        *out_mention)
{
  guint n = frame->n_target_words;

  if (!whole)
    {
      for (guint i = 0; i < n; i++)
        {
          /* "of" and "the" in a name mention nothing */
          if (frame->tokens[token].hash == frame->target_words[i] &&
              (frame->tokens[token].flags & PLX_TOKEN_CAPITALISED) &&
              plx_frame_word (frame, token)->grammar == 0)
            {
              *out_mention = (Mention) { token, token };
              return TRUE;
            }
        }
      return FALSE;
    }
  if (token + n > frame->end)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (frame->tokens[token + i].hash != frame->target_words[i])
        return FALSE;
    }
  *out_mention = (Mention) { token, token + n - 1 };
  return TRUE;
}

/* The mention nearest to a cue. Returns: FALSE if there is none */
static gboolean
find_nearest (const PlxFrame    *frame,
              const PlxFrameCue *cue,
              gboolean           whole,
              Mention           *out_mention)
{
  guint32 best = G_MAXUINT32;

  for (guint32 i = frame->begin; i < frame->end; i++)
    {
      Mention mention;
      guint32 distance;

      if (!match_mention (frame, i, whole, &mention))
        continue;
      if (mention.last < cue->match.first)
        distance = cue->match.first - mention.last;
      else if (mention.first > cue->match.last)
        distance = mention.first - cue->match.last;
      else
        distance = 0;
      if (distance < best)
        {
          best = distance;
          *out_mention = mention;
        }
    }
  return best != G_MAXUINT32;
}

/* How many words lie between two tokens, and whether a clause's border does. */
static guint
count_between (const PlxFrame *frame,
               guint32         from,
               guint32         to)
{
  guint n = 0;

  for (guint32 i = from + 1; i < to; i++)
    {
      if (plx_frame_is_word (frame, i) && !(frame->tokens[i].flags & PLX_TOKEN_CLITIC))
        n++;
    }
  return n;
}

static double
get_factor (const PlxFrame    *frame,
            const PlxFrameCue *cue,
            const Mention     *mention)
{
  guint flags = frame->lexicon->tables.conditions[cue->match.entry].flags;
  gboolean is_verb = (flags & PLX_CONDITION_VERB) != 0;
  gboolean mention_first = mention->last < cue->match.first;
  guint distance;

  if (!mention_first && mention->first <= cue->match.last)
    return FACTOR_MIDDLE;
  distance = mention_first ? count_between (frame, mention->last, cue->match.first)
                           : count_between (frame, cue->match.last, mention->first);
  if (plx_frame_word (frame, mention->first)->clause != plx_frame_word (frame, cue->match.first)->clause)
    return distance > MIDDLE_WORDS ? FACTOR_FAR : FACTOR_OTHER_CLAUSE;
  if (distance >= MIDDLE_WORDS)
    return FACTOR_FAR;
  if (distance >= NEAR_WORDS)
    return FACTOR_MIDDLE;
  if (mention_first)
    return flags & PLX_CONDITION_TO_SUBJECT ? FACTOR_SUBJECT : FACTOR_NEAR;
  return is_verb && !(flags & PLX_CONDITION_TO_SUBJECT) ? FACTOR_NEAR : FACTOR_WRONG_SIDE;
}

void
plx_rule_target (PlxFrame *frame)
{
  if (frame->n_target_words == 0)
    return;
  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);
      Mention mention;

      if (!cue->dropped && (find_nearest (frame, cue, TRUE, &mention) ||
                            find_nearest (frame, cue, FALSE, &mention)))
        plx_frame_add_step (frame, cue, PLX_RULE_TARGET, get_factor (frame, cue, &mention), mention.first,
                            mention.last);
    }
}
