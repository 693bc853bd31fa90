/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading-part.h"

#include <string.h>

static gboolean
has_cue (const PlxReadSentence *sentence,
         const PlxCue          *cue,
         const PlxReadingPart  *part)
{
  return (part->voice == PLX_NONE || sentence->voice == part->voice) &&
         (part->target == PLX_NONE || cue->target == part->target);
}

static void
add_cue (PlxReadSentence *sentence,
         const PlxCue    *cue)
{
  PlxAxisScore *axis = &sentence->axes[cue->axis];

  if (cue->is_void)
    return;
  if (cue->weight > 0.0)
    axis->positive += cue->weight;
  else
    axis->negative -= cue->weight;
  axis->n_cues++;
}

/* Sums the sentence up anew from the cues that are kept; these go to the array's place @n_kept and
 * after. Returns: how many there are by then */
static guint32
keep_cues (PlxReading           *self,
           PlxReadSentence      *sentence,
           const PlxReadingPart *part,
           guint32               n_kept)
{
  PlxCue *cues = (PlxCue *) (gpointer) self->cues->data;
  guint32 first = sentence->first_cue;
  guint32 end = first + sentence->n_cues;
  gboolean is_copy = part->wire_once && (sentence->flags & PLX_SENTENCE_WIRE);

  memset (sentence->axes, 0, sizeof sentence->axes);
  sentence->first_cue = n_kept;
  for (guint32 i = first; i < end && !is_copy; i++)
    {
      if (!has_cue (sentence, &cues[i], part))
        continue;
      add_cue (sentence, &cues[i]);
      cues[n_kept++] = cues[i];
    }
  sentence->n_cues = n_kept - sentence->first_cue;
  for (guint axis = 0; axis < self->n_axes; axis++)
    {
      PlxAxisScore *sum = &sentence->axes[axis];

      if (sum->n_cues > 0)
        sum->score = plx_score_from_evidence (sum->positive, sum->negative, sentence->n_words);
    }
  if (is_copy || (sentence->n_cues == 0 &&
                  (part->target != PLX_NONE ||
                   (part->voice != PLX_NONE && sentence->voice != part->voice))))
    sentence->flags |= PLX_SENTENCE_LEFT_OUT;
  return n_kept;
}

void
plx_reading_keep_part (PlxReading           *self,
                       const PlxReadingPart *part)
{
  guint32 n_kept = 0;

  g_return_if_fail (self != NULL && part != NULL);

  /* Cues come by sentence: none is overwritten before it is looked at. */
  for (guint i = 0; i < self->sentences->len; i++)
    n_kept = keep_cues (self, &g_array_index (self->sentences, PlxReadSentence, i), part, n_kept);
  g_array_set_size (self->cues, n_kept);
  plx_reading_sum_up (self);
}
