/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-summary-parts.h"

#include <string.h>

#define DAY_LENGTH 10

/* Sums the sentence up anew from its cues about one target. Returns: FALSE if there are none */
static gboolean
keep_target (const PlxReading *reading,
             guint32           target,
             PlxReadSentence  *sentence)
{
  guint32 n = 0;

  memset (sentence->axes, 0, sizeof sentence->axes);
  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
      PlxAxisScore *axis = &sentence->axes[cue->axis];

      if (cue->target != target)
        continue;
      if (cue->weight > 0.0)
        axis->positive += cue->weight;
      else
        axis->negative -= cue->weight;
      axis->n_cues++;
      n++;
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      PlxAxisScore *sum = &sentence->axes[axis];

      if (sum->n_cues > 0)
        sum->score = plx_score_from_evidence (sum->positive, sum->negative, sentence->n_words);
    }
  return n > 0;
}

gboolean
plx_summariser_add_part (PlxSummariser        *self,
                         const char           *group,
                         const PlxReading     *reading,
                         const PlxReadingPart *part)
{
  g_autoptr (GArray) sentences = NULL;
  PlxReading kept;

  g_return_val_if_fail (self != NULL && reading != NULL && part != NULL, FALSE);

  sentences = g_array_new (FALSE, FALSE, sizeof (PlxReadSentence));
  kept = *reading; /* borrows everything but the sentences */
  kept.sentences = sentences;
  kept.n_words = 0;
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      PlxReadSentence sentence = g_array_index (reading->sentences, PlxReadSentence, i);

      if (part->voice != PLX_NONE && sentence.voice != part->voice)
        continue;
      if (part->target != PLX_NONE && !keep_target (reading, part->target, &sentence))
        continue;
      if (part->voice != PLX_NONE)
        sentence.voice = 0;
      kept.n_words += sentence.n_words;
      g_array_append_val (sentences, sentence);
    }
  if (sentences->len == 0)
    return FALSE;
  plx_summariser_add (self, group, &kept);
  return TRUE;
}

void
plx_summariser_add_voices (PlxSummariser    *self,
                           const PlxReading *reading,
                           const char       *reporter,
                           const char       *unnamed)
{
  g_return_if_fail (self != NULL && reading != NULL && reporter != NULL);

  for (guint32 i = 0; i < reading->voices->len; i++)
    {
      PlxReadingPart part = PLX_READING_PART_INIT;
      const char *name = g_array_index (reading->voices, PlxVoice, i).name;

      part.voice = i;
      if (i == 0)
        name = reporter;
      else if (name == NULL)
        name = unnamed;
      if (name != NULL)
        plx_summariser_add_part (self, name, reading, &part);
    }
}

void
plx_summariser_add_targets (PlxSummariser    *self,
                            const PlxReading *reading,
                            guint             max_targets)
{
  g_return_if_fail (self != NULL && reading != NULL);

  /* they come most mentioned first */
  for (guint32 i = 0; i < reading->targets->len && i < max_targets; i++)
    {
      PlxReadingPart part = PLX_READING_PART_INIT;

      part.target = i;
      plx_summariser_add_part (self, g_array_index (reading->targets, PlxTarget, i).name, reading, &part);
    }
}

void
plx_summariser_add_day (PlxSummariser    *self,
                        const PlxReading *reading,
                        const char       *date)
{
  g_autofree char *day = NULL;

  g_return_if_fail (self != NULL && reading != NULL);

  day = g_strndup (date != NULL ? date : "", DAY_LENGTH);
  plx_summariser_add (self, day, reading);
}
