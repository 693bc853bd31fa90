/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-comparison.h"

#include "plx-random.h"

#include <math.h>

/* With fewer articles on a side there are too few ways to exchange them. */
#define MIN_ARTICLES 3
/* Below it, P and N of a sentence cancel out, and shares are taken at the slope of the score. */
#define EVEN_EVIDENCE 1e-9

/* A thing that can be exchanged between the sides: its weight, and weight × score on each axis. */
typedef struct
{
  double weight;
  double sums[PLX_MAX_AXES];
} Unit;

typedef struct
{
  double  sums[PLX_MAX_AXES]; /* of the contributions, over articles */
  guint32 n_matches;
} EntryRecord;

typedef struct
{
  GArray     *articles;  /* of Unit: weight 1, the article's scores */
  GArray     *sentences; /* of Unit */
  GHashTable *entries;   /* entry + 1 → EntryRecord */
  guint64     n_words;
} Side;

struct _PlxComparison
{
  guint n_axes;
  Side  sides[2];
};

PlxComparison *
plx_comparison_new (const PlxLexicon *lexicon)
{
  PlxComparison *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxComparison, 1);
  self->n_axes = plx_lexicon_get_n_axes (lexicon);
  for (guint i = 0; i < 2; i++)
    {
      self->sides[i].articles = g_array_new (FALSE, TRUE, sizeof (Unit));
      self->sides[i].sentences = g_array_new (FALSE, TRUE, sizeof (Unit));
      self->sides[i].entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    }
  return self;
}

void
plx_comparison_free (PlxComparison *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < 2; i++)
    {
      g_array_unref (self->sides[i].articles);
      g_array_unref (self->sides[i].sentences);
      g_hash_table_unref (self->sides[i].entries);
    }
  g_free (self);
}

static EntryRecord *
ensure_entry (Side   *side,
              guint32 entry)
{
  gpointer key = GUINT_TO_POINTER (entry + 1);
  EntryRecord *record = g_hash_table_lookup (side->entries, key);

  if (record == NULL)
    {
      record = g_new0 (EntryRecord, 1);
      g_hash_table_insert (side->entries, key, record);
    }
  return record;
}

/* How much of a sentence's score each unit of effective weight on an axis makes. */
static double
share_of_weight (const PlxReadSentence *sentence,
                 PlxAxisId              axis)
{
  double difference = sentence->axes[axis].positive - sentence->axes[axis].negative;

  if (fabs (difference) > EVEN_EVIDENCE)
    return sentence->axes[axis].score / difference;
  return plx_score_from_evidence (EVEN_EVIDENCE, 0, sentence->n_words) / EVEN_EVIDENCE;
}

static void
add_cues (Side                  *side,
          const PlxReading      *reading,
          const PlxReadSentence *sentence,
          double                 share)
{
  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
      EntryRecord *record = ensure_entry (side, cue->entry);

      record->sums[cue->axis] += share * share_of_weight (sentence, cue->axis) * cue->weight;
      record->n_matches++;
    }
}

void
plx_comparison_add (PlxComparison    *self,
                    PlxSide           side_id,
                    const PlxReading *reading)
{
  Side *side;
  Unit article = { .weight = 1 };
  double total = 0;

  g_return_if_fail (self != NULL && reading != NULL && reading->n_axes == self->n_axes);

  side = &self->sides[side_id];
  for (guint i = 0; i < reading->sentences->len; i++)
    total += plx_reading_sentence_weight (
      reading, &g_array_index (reading->sentences, PlxReadSentence, i));
  if (total <= 0)
    return;

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      double weight = plx_reading_sentence_weight (reading, sentence);
      Unit unit = { .weight = weight };

      for (guint axis = 0; axis < self->n_axes; axis++)
        {
          unit.sums[axis] = weight * sentence->axes[axis].score;
          article.sums[axis] += unit.sums[axis] / total;
        }
      g_array_append_val (side->sentences, unit);
      add_cues (side, reading, sentence, weight / total);
    }
  side->n_words += reading->n_words;
  g_array_append_val (side->articles, article);
}

static double
mean_score (const GArray *units,
            PlxAxisId     axis)
{
  double weight = 0, sum = 0;

  for (guint i = 0; i < units->len; i++)
    {
      weight += g_array_index (units, Unit, i).weight;
      sum += g_array_index (units, Unit, i).sums[axis];
    }
  return weight > 0 ? sum / weight : NAN;
}

/* Draws which @n_a of the units are side A (the first of a Fisher-Yates shuffle) and returns the
 * difference of the two means. */
static double
draw_difference (PlxRandom *random,
                 Unit     **units,
                 guint      n,
                 guint      n_a,
                 PlxAxisId  axis)
{
  double weight[2] = { 0 }, sum[2] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      guint side = i < n_a ? 0 : 1;

      if (i < n_a)
        {
          guint k = i + plx_random_below (random, n - i);
          Unit *swap = units[i];

          units[i] = units[k];
          units[k] = swap;
        }
      weight[side] += units[i]->weight;
      sum[side] += units[i]->sums[axis];
    }
  return sum[0] / weight[0] - sum[1] / weight[1];
}

void
plx_comparison_test (PlxComparison *self,
                     PlxAxisId      axis,
                     guint          rounds,
                     guint64        seed,
                     PlxDifference *out_difference)
{
  GArray *a, *b;
  g_autofree Unit **units = NULL;
  PlxRandom random;
  double observed;
  guint n_as_large = 0;

  g_return_if_fail (self != NULL && out_difference != NULL);
  g_return_if_fail (axis >= 0 && (guint) axis < self->n_axes);

  a = self->sides[PLX_SIDE_A].articles;
  b = self->sides[PLX_SIDE_B].articles;
  out_difference->score_a = mean_score (a, axis);
  out_difference->score_b = mean_score (b, axis);
  out_difference->unit = PLX_UNIT_ARTICLES;
  if (a->len < MIN_ARTICLES || b->len < MIN_ARTICLES)
    {
      out_difference->unit = PLX_UNIT_SENTENCES;
      a = self->sides[PLX_SIDE_A].sentences;
      b = self->sides[PLX_SIDE_B].sentences;
    }

  out_difference->p = 1;
  if (a->len == 0 || b->len == 0)
    return;

  units = g_new (Unit *, a->len + b->len);
  for (guint i = 0; i < a->len; i++)
    units[i] = &g_array_index (a, Unit, i);
  for (guint i = 0; i < b->len; i++)
    units[a->len + i] = &g_array_index (b, Unit, i);
  observed = fabs (mean_score (a, axis) - mean_score (b, axis));
  plx_random_init (&random, seed);
  for (guint i = 0; i < rounds; i++)
    n_as_large += fabs (draw_difference (&random, units, a->len + b->len, a->len, axis)) >=
                  observed - EVEN_EVIDENCE;
  out_difference->p = (n_as_large + 1.0) / (rounds + 1.0);
}

static int
compare_shifts (gconstpointer a,
                gconstpointer b)
{
  const PlxShift *x = a, *y = b;
  double size_x = fabs (x->contribution), size_y = fabs (y->contribution);

  if (size_x != size_y)
    return size_x < size_y ? 1 : -1;
  return (x->entry > y->entry) - (x->entry < y->entry);
}

static double
rate (const EntryRecord *record,
      const Side        *side)
{
  return record != NULL && side->n_words > 0 ? 1000.0 * record->n_matches / (double) side->n_words : 0;
}

static double
mean_contribution (const EntryRecord *record,
                   const Side        *side,
                   PlxAxisId          axis)
{
  return record != NULL && side->articles->len > 0 ? record->sums[axis] / side->articles->len : 0;
}

GArray *
plx_comparison_list_shifts (PlxComparison *self,
                            PlxAxisId      axis)
{
  GArray *shifts;

  g_return_val_if_fail (self != NULL && axis >= 0 && (guint) axis < self->n_axes, NULL);

  shifts = g_array_new (FALSE, FALSE, sizeof (PlxShift));
  for (guint i = 0; i < 2; i++)
    {
      GHashTableIter iter;
      gpointer key;

      g_hash_table_iter_init (&iter, self->sides[i].entries);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          const Side *side_a = &self->sides[PLX_SIDE_A], *side_b = &self->sides[PLX_SIDE_B];
          const EntryRecord *of_a = g_hash_table_lookup (side_a->entries, key);
          const EntryRecord *of_b = g_hash_table_lookup (side_b->entries, key);
          PlxShift shift = { GPOINTER_TO_UINT (key) - 1,
                             mean_contribution (of_a, side_a, axis) -
                               mean_contribution (of_b, side_b, axis),
                             rate (of_a, side_a), rate (of_b, side_b) };

          /* Those of both sides were taken with side A; entries of another axis say nothing. */
          if ((i == 1 && of_a != NULL) || shift.contribution == 0)
            continue;
          g_array_append_val (shifts, shift);
        }
    }
  g_array_sort (shifts, compare_shifts);
  return shifts;
}
