/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-similarity.h"

#include <math.h>
#include <string.h>

/* How much a function word counts beside any other. */
#define COMMON_WEIGHT 0.30
#define CONTENT_WEIGHT 1.25
/* … and a word that has a relative only. */
#define RELATED_WEIGHT 0.90

/* Shared runs of words count against a pair: at the same cover of words and letters, a pair that
 * repeats long runs is more often one text changed in the fact that matters. */
static const double weights[PLX_N_FEATURES] = {
  [PLX_FEATURE_COVER_LESS] = 2.163,
  [PLX_FEATURE_COVER_MORE] = 1.180,
  [PLX_FEATURE_TRIGRAMS] = -1.954,
  [PLX_FEATURE_LETTERS] = 2.227,
  [PLX_FEATURE_NUMBERS] = -0.749,
  [PLX_FEATURE_LENGTH_RATIO] = 0.952,
  [PLX_FEATURE_LENGTH] = 4.251,
  [PLX_FEATURE_REST] = -1.860,
  [PLX_FEATURE_DENIAL] = -0.914,
};
static const double bias = -4.772;

static const char *const feature_names[PLX_N_FEATURES] = {
  [PLX_FEATURE_COVER_LESS] = "cover_less",
  [PLX_FEATURE_COVER_MORE] = "cover_more",
  [PLX_FEATURE_TRIGRAMS] = "trigrams",
  [PLX_FEATURE_LETTERS] = "letters",
  [PLX_FEATURE_NUMBERS] = "numbers",
  [PLX_FEATURE_LENGTH_RATIO] = "length_ratio",
  [PLX_FEATURE_LENGTH] = "length",
  [PLX_FEATURE_REST] = "rest",
  [PLX_FEATURE_DENIAL] = "denial",
};

static double
stem_weight (const PlxVocabulary *vocabulary,
             guint32              stem)
{
  return plx_vocabulary_is_common (vocabulary, stem) ? COMMON_WEIGHT : CONTENT_WEIGHT;
}

/* How many elements two sorted arrays share, each as often as the rarer side has it. */
static guint
count_shared (const guint32 *a,
              guint32        n_a,
              const guint32 *b,
              guint32        n_b)
{
  guint shared = 0;

  for (guint32 i = 0, j = 0; i < n_a && j < n_b;)
    {
      if (a[i] < b[j])
        i++;
      else if (a[i] > b[j])
        j++;
      else
        {
          shared++;
          i++;
          j++;
        }
    }

  return shared;
}

static double
dice (guint shared,
      guint n_a,
      guint n_b)
{
  return n_a + n_b == 0 ? 0 : 2.0 * shared / (n_a + n_b);
}

/* The summed weight of each side's terms and of what they share. */
static void
weigh_terms (const PlxVocabulary *vocabulary,
             const PlxProfile    *a,
             const PlxProfile    *b,
             double              *out_a,
             double              *out_b,
             double              *out_shared)
{
  *out_a = *out_b = *out_shared = 0;
  for (guint32 i = 0; i < a->n_terms; i++)
    *out_a += stem_weight (vocabulary, a->sorted[i]);
  for (guint32 i = 0; i < b->n_terms; i++)
    *out_b += stem_weight (vocabulary, b->sorted[i]);
  for (guint32 i = 0, j = 0; i < a->n_terms && j < b->n_terms;)
    {
      if (a->sorted[i] < b->sorted[j])
        i++;
      else if (a->sorted[i] > b->sorted[j])
        j++;
      else
        {
          *out_shared += stem_weight (vocabulary, a->sorted[i]);
          i++;
          j++;
        }
    }
}

/* How many words of one have a relative among those of the other that is not the same word. */
static guint
count_related (const PlxProfile *a,
               const PlxProfile *b)
{
  return count_shared (a->concepts, a->n_concepts, b->concepts, b->n_concepts) -
         count_shared (a->kin, a->n_concepts, b->kin, b->n_concepts);
}

void
plx_similarity_features (const PlxVocabulary *vocabulary,
                         const PlxProfile    *a,
                         const PlxProfile    *b,
                         double               out[PLX_N_FEATURES])
{
  double weight_a, weight_b, shared, cover_a, cover_b;
  guint common_numbers;

  g_return_if_fail (vocabulary != NULL && a != NULL && b != NULL);

  memset (out, 0, PLX_N_FEATURES * sizeof (double));
  if (a->n_terms == 0 || b->n_terms == 0)
    return;

  weigh_terms (vocabulary, a, b, &weight_a, &weight_b, &shared);
  shared += count_related (a, b) * RELATED_WEIGHT;
  cover_a = shared / weight_a;
  cover_b = shared / weight_b;
  common_numbers = count_shared (a->numbers, a->n_numbers, b->numbers, b->n_numbers);

  out[PLX_FEATURE_COVER_LESS] = MIN (cover_a, cover_b);
  out[PLX_FEATURE_COVER_MORE] = MAX (cover_a, cover_b);
  out[PLX_FEATURE_TRIGRAMS] =
    dice (count_shared (a->trigrams, a->n_trigrams, b->trigrams, b->n_trigrams), a->n_trigrams,
          b->n_trigrams);
  out[PLX_FEATURE_LETTERS] =
    dice (count_shared (a->grams, a->n_grams, b->grams, b->n_grams), a->n_grams, b->n_grams);
  out[PLX_FEATURE_NUMBERS] = MIN (a->n_numbers + b->n_numbers - 2 * common_numbers, 4) / 4.0;
  out[PLX_FEATURE_LENGTH_RATIO] =
    (double) MIN (a->n_terms, b->n_terms) / MAX (a->n_terms, b->n_terms);
  out[PLX_FEATURE_LENGTH] = log1p ((a->n_terms + b->n_terms) / 2.0) / 4;
  out[PLX_FEATURE_REST] = MIN (MAX (weight_a, weight_b) - shared, 12) / 12;
  out[PLX_FEATURE_DENIAL] = a->denies != b->denies;
}

double
plx_similarity_score (const PlxVocabulary *vocabulary,
                      const PlxProfile    *a,
                      const PlxProfile    *b)
{
  double features[PLX_N_FEATURES];
  double sum = bias;

  g_return_val_if_fail (vocabulary != NULL && a != NULL && b != NULL, 0);

  if (a->n_terms == 0 || b->n_terms == 0)
    return 0;
  if (a->n_terms == b->n_terms &&
      memcmp (a->terms, b->terms, a->n_terms * sizeof (guint32)) == 0)
    return 1;

  plx_similarity_features (vocabulary, a, b, features);
  for (guint i = 0; i < PLX_N_FEATURES; i++)
    sum += weights[i] * features[i];
  return 1 / (1 + exp (-sum));
}

const char *
plx_similarity_feature_to_string (PlxSimilarityFeature feature)
{
  g_return_val_if_fail (feature < PLX_N_FEATURES, NULL);

  return feature_names[feature];
}
