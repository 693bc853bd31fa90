/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Do two sentences state one fact?
 *
 * Two profiles are compared by nine plain features, and a logistic function of their weighted sum
 * is the score. The weights were fitted, with a penalty on their size, on labelled pairs of news
 * sentences by tests/accuracy/fit-similarity.py. */

#include "plx-profile.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FEATURE_COVER_LESS,   /* weighted share of the words of the sentence that is covered less */
  PLX_FEATURE_COVER_MORE,   /* … and of the one covered more */
  PLX_FEATURE_TRIGRAMS,     /* Dice coefficient of runs of three words */
  PLX_FEATURE_LETTERS,      /* Dice coefficient of runs of four letters */
  PLX_FEATURE_NUMBERS,      /* numbers that only one has, 0 … 4, over 4 */
  PLX_FEATURE_LENGTH_RATIO, /* shorter by longer, in words */
  PLX_FEATURE_LENGTH,       /* log (1 + mean length in words) / 4 */
  PLX_FEATURE_REST,         /* weight of the words that only one has, the larger, at most 12, over 12 */
  PLX_FEATURE_DENIAL,       /* 1 if just one of them denies */
  PLX_N_FEATURES
} PlxSimilarityFeature;

/* plx_similarity_features: fills @out; both profiles must be of @vocabulary */
void           plx_similarity_features (const PlxVocabulary *vocabulary, const PlxProfile *a,
                                        const PlxProfile *b, double out[PLX_N_FEATURES]);

/* plx_similarity_score:
 * Returns: 0 … 1, higher for more alike; symmetric. 0 if either has no words, 1 if both are the
 *   same words in the same order. */
double         plx_similarity_score    (const PlxVocabulary *vocabulary, const PlxProfile *a,
                                        const PlxProfile *b);

/* plx_similarity_feature_to_string: the stable name of a feature; static */
const char    *plx_similarity_feature_to_string (PlxSimilarityFeature feature);

G_END_DECLS
