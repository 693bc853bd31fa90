/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"
#include "plx-targets.h"

#include "analysis/lexicon/plx-lexicon-private.h"

/* Whom each cue is about; and, where a target was chosen and the sentence mentions it, less weight
 * for cues about something else: what is said of others in a sentence still tells of its target,
 * but less, and least from another clause.
 *
 * The factors are rounded from a shrunken fit on 8,654 labelled sentences: for each relation the
 * slope of the label on the cue's weight, over that of cues surely about the target; then, on top
 * of it, the same for how far the cue stands from the target's nearest mention. */

typedef struct
{
  double target; /* it is the target that was found so */
  double other;  /* something else in a clause that mentions the target */
  double far;    /* something else, in a clause that does not */
} RelationFactors;

static const RelationFactors factors[PLX_N_RELATIONS] = {
  [PLX_RELATION_NONE] = { 1.0, 0.4, 0.4 },
  [PLX_RELATION_SUBJECT] = { 1.0, 0.65, 0.35 },
  [PLX_RELATION_PASSIVE] = { 1.0, 0.55, 0.35 },
  [PLX_RELATION_COPULA] = { 1.0, 0.55, 0.35 },
  [PLX_RELATION_OBJECT] = { 1.0, 0.55, 0.35 },
  [PLX_RELATION_COMPLEMENT] = { 0.8, 0.6, 0.4 },
  [PLX_RELATION_POSSESSOR] = { 1.0, 0.5, 0.4 },
  [PLX_RELATION_APPOSITION] = { 1.0, 0.6, 0.35 },
  [PLX_RELATION_PRENOMINAL] = { 1.0, 0.35, 0.3 },
  [PLX_RELATION_ANTECEDENT] = { 0.7, 0.4, 0.35 },
  [PLX_RELATION_NEAREST] = { 0.7, 0.5, 0.4 },
};

typedef struct
{
  guint  max_words; /* between cue and mention */
  double after;     /* the cue follows the mention */
  double before;
} DistanceFactors;

static const DistanceFactors distances[] = {
  { 3, 1.15, 1.0 },
  { 8, 1.0, 0.9 },
  { 15, 0.9, 0.75 },
  { G_MAXUINT, 0.8, 0.6 },
};

static guint
count_words (const PlxFrame *frame,
             guint32         begin,
             guint32         end)
{
  guint n = 0;

  for (guint32 i = begin; i < end; i++)
    n += plx_frame_is_word (frame, i) && !(frame->tokens[i].flags & PLX_TOKEN_CLITIC);
  return n;
}

/* The factor for how far the cue is from the nearest mention of the target. */
static double
distance_factor (const PlxFrame    *frame,
                 const PlxFrameCue *cue)
{
  guint nearest = G_MAXUINT;
  gboolean follows = FALSE;
  guint i = 0;

  for (guint32 m = 0; m < frame->n_mentions; m++)
    {
      const PlxMention *mention = &frame->mentions[m];
      guint n;

      if (!(mention->flags & PLX_MENTION_TARGET))
        continue;
      n = mention->last < cue->match.first ? count_words (frame, mention->last + 1, cue->match.first)
                                           : count_words (frame, cue->match.last + 1, mention->first);
      if (n < nearest)
        {
          nearest = n;
          follows = mention->last < cue->match.first;
        }
    }
  while (nearest > distances[i].max_words)
    i++;
  return follows ? distances[i].after : distances[i].before;
}

static gboolean
mentions_target (const PlxFrame *frame,
                 guint16         clause)
{
  for (guint32 i = 0; i < frame->n_mentions; i++)
    {
      if ((frame->mentions[i].flags & PLX_MENTION_TARGET) &&
          plx_frame_word (frame, frame->mentions[i].first)->clause == clause)
        return TRUE;
    }
  return FALSE;
}

static double
target_factor (const PlxFrame    *frame,
               const PlxFrameCue *cue,
               PlxTargetRelation  relation)
{
  double factor;

  if (cue->target != PLX_NONE && (frame->mentions[cue->target].flags & PLX_MENTION_TARGET))
    factor = factors[relation].target;
  else if (mentions_target (frame, plx_frame_word (frame, cue->match.first)->clause))
    factor = factors[relation].other;
  else
    factor = factors[relation].far;
  return factor * distance_factor (frame, cue);
}

/* Whether the cue before is of the same words, only on another axis, so that it is about the same. */
static gboolean
is_same_words (const PlxFrameCue *cue,
               const PlxFrameCue *before)
{
  return cue->match.first == before->match.first && cue->match.last == before->match.last &&
         cue->match.form == before->match.form && !before->dropped &&
         cue->match.condition == before->match.condition;
}

void
plx_rule_target (PlxFrame *frame)
{
  PlxTargetRelation relation = PLX_RELATION_NONE;

  if (frame->n_mentions == 0 && !frame->has_target)
    return;
  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);
      const PlxMention *mention;

      if (cue->dropped)
        continue;
      if (i > 0 && is_same_words (cue, plx_frame_cue (frame, i - 1)))
        cue->target = plx_frame_cue (frame, i - 1)->target;
      else
        relation = plx_target_assign (frame, cue, &cue->target);
      if (!frame->has_target)
        continue;
      mention = cue->target != PLX_NONE ? &frame->mentions[cue->target] : NULL;
      plx_frame_add_step (frame, cue, PLX_RULE_TARGET, target_factor (frame, cue, relation),
                          mention != NULL ? mention->first : PLX_NONE,
                          mention != NULL ? mention->last : PLX_NONE);
    }
}
