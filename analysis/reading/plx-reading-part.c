/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading-part.h"

#include <string.h>

/* How much of the reading's arrays has been looked at, and how much of that is kept. */
typedef struct
{
  PlxReading           *reading;
  const PlxReadingPart *part;
  guint                 next_part;
  guint                 n_parts;
  guint32               n_cues;
} Keeper;

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

/* Cues come by sentence, so that none is overwritten before it is looked at. */
static void
keep_cues (Keeper          *self,
           PlxReadSentence *sentence)
{
  PlxCue *cues = (PlxCue *) (gpointer) self->reading->cues->data;
  guint32 first = sentence->first_cue;
  guint32 end = first + sentence->n_cues;

  sentence->first_cue = self->n_cues;
  for (guint32 i = first; i < end; i++)
    {
      if ((self->part->voice != PLX_NONE && cues[i].voice != self->part->voice) ||
          (self->part->target != PLX_NONE && cues[i].target != self->part->target))
        continue;
      add_cue (sentence, &cues[i]);
      cues[self->n_cues++] = cues[i];
    }
  sentence->n_cues = self->n_cues - sentence->first_cue;
}

/* Returns: whether the voice speaks any of the sentence; its words are those of the voice then */
static gboolean
keep_words (Keeper          *self,
            guint32          index,
            PlxReadSentence *sentence)
{
  GArray *parts = self->reading->parts;
  gboolean found = FALSE;

  for (; self->next_part < parts->len; self->next_part++)
    {
      const PlxVoicePart *part = &g_array_index (parts, PlxVoicePart, self->next_part);

      if (part->sentence != index)
        break;
      if (self->part->voice != PLX_NONE && part->voice != self->part->voice)
        continue;
      if (self->part->voice != PLX_NONE)
        {
          sentence->n_left_out += sentence->n_words - MIN (part->n_words, sentence->n_words);
          sentence->n_words = MIN (part->n_words, sentence->n_words);
        }
      found = TRUE;
      g_array_index (parts, PlxVoicePart, self->n_parts++) = *part;
    }
  return found || self->part->voice == PLX_NONE;
}

static void
keep (Keeper  *self,
      guint32  index)
{
  PlxReadSentence *sentence = &g_array_index (self->reading->sentences, PlxReadSentence, index);
  guint n_parts = self->n_parts;
  gboolean is_in = keep_words (self, index, sentence);

  memset (sentence->axes, 0, sizeof sentence->axes);
  if (self->part->wire_once && (sentence->flags & PLX_SENTENCE_WIRE))
    is_in = FALSE;
  if (is_in)
    keep_cues (self, sentence);
  else
    sentence->n_cues = 0;
  if (!is_in || (self->part->target != PLX_NONE && sentence->n_cues == 0))
    {
      sentence->flags |= PLX_SENTENCE_LEFT_OUT;
      sentence->first_cue = self->n_cues;
      self->n_parts = n_parts;
    }
  for (guint axis = 0; axis < self->reading->n_axes; axis++)
    {
      PlxAxisScore *sum = &sentence->axes[axis];

      if (sum->n_cues > 0)
        sum->score = plx_score_from_evidence (sum->positive, sum->negative, sentence->n_words);
    }
}

void
plx_reading_keep_part (PlxReading           *self,
                       const PlxReadingPart *part)
{
  Keeper keeper = { .reading = self, .part = part };

  g_return_if_fail (self != NULL && part != NULL);

  for (guint i = 0; i < self->sentences->len; i++)
    keep (&keeper, i);
  g_array_set_size (self->parts, keeper.n_parts);
  g_array_set_size (self->cues, keeper.n_cues);
  plx_reading_sum_up (self);
}
