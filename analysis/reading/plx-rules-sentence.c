/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"

#include "analysis/text/plx-grammar.h"

/* The rules that look at the sentence as a whole. */

#define QUESTION_FACTOR 0.5
#define REPEAT_FACTOR 0.5
#define SCARE_QUOTE_FACTOR 0.6
#define SCARE_QUOTE_WORDS 3
/* However few "but" takes from what stands before it: what it gives to what follows, mirrored. */
#define CONTRAST_BEFORE(factor) (1.0 / (factor))

static void
apply_contrast (PlxFrame              *frame,
                const PlxFrameShifter *shifter)
{
  /* "But talks failed": the contrast is with the sentence before */
  if (shifter->match.first <= frame->begin + 1)
    return;

  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);

      if (cue->dropped || !(shifter->axes & 1u << cue->axis))
        continue;
      if (cue->match.first > shifter->match.last)
        plx_frame_add_step (frame, cue, PLX_RULE_CONTRAST, shifter->factor, shifter->match.first,
                            shifter->match.last);
      else if (cue->match.last < shifter->match.first)
        plx_frame_add_step (frame, cue, PLX_RULE_CONTRAST, CONTRAST_BEFORE (shifter->factor),
                            shifter->match.first, shifter->match.last);
    }
}

static void
apply_concession (PlxFrame              *frame,
                  const PlxFrameShifter *shifter)
{
  guint32 end = plx_frame_scope_end (frame, shifter->match.last, G_MAXUINT, TRUE);

  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);

      if (!cue->dropped && (shifter->axes & 1u << cue->axis) &&
          cue->match.first > shifter->match.last && cue->match.first < end)
        plx_frame_add_step (frame, cue, PLX_RULE_CONTRAST, shifter->factor, shifter->match.first,
                            shifter->match.last);
    }
}

void
plx_rule_contrast (PlxFrame *frame)
{
  gboolean contrast_done = FALSE;

  for (guint s = 0; s < frame->shifters->len; s++)
    {
      const PlxFrameShifter *shifter = &g_array_index (frame->shifters, PlxFrameShifter, s);

      if (shifter->kind == PLX_SHIFTER_CONTRAST && !contrast_done)
        {
          apply_contrast (frame, shifter);
          contrast_done = TRUE;
        }
      else if (shifter->kind == PLX_SHIFTER_CONCESSION)
        {
          apply_concession (frame, shifter);
        }
    }
}

void
plx_rule_question (PlxFrame *frame)
{
  if (!frame->is_question)
    return;
  for (guint i = 0; i < frame->cues->len; i++)
    plx_frame_add_step (frame, plx_frame_cue (frame, i), PLX_RULE_QUESTION, QUESTION_FACTOR, PLX_NONE,
                        PLX_NONE);
}

void
plx_rule_repeat (PlxFrame *frame)
{
  for (guint i = 1; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);

      if (cue->dropped)
        continue;
      for (guint j = 0; j < i; j++)
        {
          const PlxFrameCue *other = plx_frame_cue (frame, j);

          if (!other->dropped && other->match.entry == cue->match.entry)
            {
              plx_frame_add_step (frame, cue, PLX_RULE_REPEAT, REPEAT_FACTOR, other->match.first,
                                  other->match.last);
              break;
            }
        }
    }
}

/* Whether one to three words stand alone between quotation marks, the cue among them: the reporter
 * holds the word at arm's length. */
static gboolean
is_in_scare_quotes (const PlxFrame    *frame,
                    const PlxFrameCue *cue)
{
  guint n = cue->match.last - cue->match.first + 1;
  guint32 left, right;

  for (left = cue->match.first; left > frame->begin && n <= SCARE_QUOTE_WORDS; left--, n++)
    {
      if (frame->tokens[left - 1].flags & PLX_TOKEN_QUOTE)
        break;
      if (!plx_frame_is_word (frame, left - 1))
        return FALSE;
    }
  if (left == frame->begin || n > SCARE_QUOTE_WORDS)
    return FALSE;
  for (right = cue->match.last + 1; right < frame->end && n <= SCARE_QUOTE_WORDS; right++, n++)
    {
      if (frame->tokens[right].flags & PLX_TOKEN_QUOTE)
        return TRUE;
      if (!plx_frame_is_word (frame, right))
        return FALSE;
    }
  return FALSE;
}

void
plx_rule_scare_quote (PlxFrame *frame)
{
  if (!frame->has_quotes)
    return;
  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);

      if (!cue->dropped && is_in_scare_quotes (frame, cue))
        plx_frame_add_step (frame, cue, PLX_RULE_SCARE_QUOTE, SCARE_QUOTE_FACTOR, PLX_NONE, PLX_NONE);
    }
}
