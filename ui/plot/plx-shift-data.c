/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-shift-data.h"

#include <math.h>

typedef struct
{
  double addition; /* sum over articles */
  guint  n_cues;
} Entry;

struct _PlxShiftData
{
  PlxAxisId   axis;
  GHashTable *entries; /* index of an entry -> Entry */
  guint64     n_words;
  guint       n_articles;
  double      scores;  /* sum over articles */
};

PlxShiftData *
plx_shift_data_new (PlxAxisId axis)
{
  PlxShiftData *self;

  g_return_val_if_fail (axis >= 0, NULL);

  self = g_new0 (PlxShiftData, 1);
  self->axis = axis;
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
plx_shift_data_free (PlxShiftData *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->entries);
  g_free (self);
}

static Entry *
ensure_entry (PlxShiftData *self,
              guint32       index)
{
  Entry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (index));

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->entries, GUINT_TO_POINTER (index), entry);
    }
  return entry;
}

/* @weight: the sentence's share of its article's score */
static void
add_sentence (PlxShiftData          *self,
              const PlxReading      *reading,
              const PlxReadSentence *sentence,
              double                 weight)
{
  const PlxAxisScore *score = &sentence->axes[self->axis];
  double balance = score->positive - score->negative;
  double root = sqrt (balance * balance + PLX_SCORE_ALPHA * MAX (sentence->n_words, 1));

  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
      Entry *entry;

      if (cue->axis != self->axis)
        continue;
      entry = ensure_entry (self, cue->entry);
      entry->addition += weight * cue->weight / root;
      entry->n_cues++;
    }
}

void
plx_shift_data_add (PlxShiftData     *self,
                    const PlxReading *reading)
{
  double weights = 0;

  g_return_if_fail (self != NULL && reading != NULL);
  g_return_if_fail ((guint) self->axis < reading->n_axes);

  for (guint i = 0; i < reading->sentences->len; i++)
    weights += plx_reading_sentence_weight (reading, &g_array_index (reading->sentences,
                                                                     PlxReadSentence, i));
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      add_sentence (self, reading, sentence,
                    plx_reading_sentence_weight (reading, sentence) / weights);
    }
  self->n_words += reading->n_words;
  self->n_articles++;
  self->scores += reading->axes[self->axis].score;
}

static double
get_score (const PlxShiftData *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->n_articles > 0 ? self->scores / self->n_articles : NAN;
}

static double
get_addition (const PlxShiftData *self,
              gpointer            index)
{
  const Entry *entry = g_hash_table_lookup (self->entries, index);

  return entry != NULL && self->n_articles > 0 ? entry->addition / self->n_articles : 0;
}

static double
get_rate (const PlxShiftData *self,
          gpointer            index)
{
  const Entry *entry = g_hash_table_lookup (self->entries, index);

  return entry != NULL && self->n_words > 0 ? 1000.0 * entry->n_cues / self->n_words : 0;
}

static void
add_word (const PlxShiftData *a,
          const PlxShiftData *b,
          const PlxLexicon   *lexicon,
          gpointer            index,
          PlxChart           *chart)
{
  PlxShiftWord word = {
    .word = plx_lexicon_get_entry (lexicon, GPOINTER_TO_UINT (index))->pattern,
    .contribution = get_addition (a, index) - get_addition (b, index),
    .rate_a = get_rate (a, index),
    .rate_b = get_rate (b, index),
  };

  if (word.contribution != 0)
    plx_shift_chart_add (chart, &word);
}

void
plx_shift_data_fill (const PlxShiftData *a,
                     const PlxShiftData *b,
                     const PlxLexicon   *lexicon,
                     PlxChart           *chart)
{
  GHashTableIter iter;
  gpointer index;

  g_return_if_fail (a != NULL && b != NULL && lexicon != NULL && chart != NULL);

  g_hash_table_iter_init (&iter, a->entries);
  while (g_hash_table_iter_next (&iter, &index, NULL))
    add_word (a, b, lexicon, index, chart);
  g_hash_table_iter_init (&iter, b->entries);
  while (g_hash_table_iter_next (&iter, &index, NULL))
    {
      if (!g_hash_table_contains (a->entries, index))
        add_word (a, b, lexicon, index, chart);
    }
  plx_shift_chart_set_scores (chart, get_score (a), get_score (b));
}
