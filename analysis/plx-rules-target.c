/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"

#include "plx-grammar.h"

/* Whom a cue is about, when a target was chosen: cues near its mentions and in their clause count
 * in full, the others less, by distance. Without a mention in the sentence nothing changes. */

#define FAR_FACTOR 0.5

static gboolean
is_target_word (const PlxFrame *frame,
                guint32         token)
{
  for (guint i = 0; i < frame->n_target_words; i++)
    {
      if (frame->tokens[token].hash == frame->target_words[i])
        return TRUE;
    }
  return FALSE;
}

void
plx_rule_target (PlxFrame *frame)
{
  if (frame->n_target_words == 0)
    return;
  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);
      gboolean mentioned = FALSE;
      gboolean near = FALSE;

      for (guint32 t = frame->begin; t < frame->end && !near; t++)
        {
          if (!is_target_word (frame, t))
            continue;
          mentioned = TRUE;
          near = plx_frame_word (frame, t)->clause == plx_frame_word (frame, cue->match.first)->clause;
        }
      if (mentioned && !near)
        plx_frame_add_step (frame, cue, PLX_RULE_TARGET, FAR_FACTOR, PLX_NONE, PLX_NONE);
    }
}
