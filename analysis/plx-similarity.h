/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Do two sentences state one fact?
 *
 * A sentence is first made into a profile: its words as stems (Snowball's English stemmer), with
 * number words as figures and titles such as "Mr" left out; its numbers; and its runs of four
 * letters. Two profiles are compared by nine plain features, and a logistic function of their
 * weighted sum is the score. The weights were fitted, with a penalty on their size, on labelled
 * pairs of news sentences by tests/accuracy/fit-similarity.py. */

#include "plx-types.h"

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

/* A vocabulary: numbers for stems. Profiles of one vocabulary can be compared. Not for several
 * threads at once. */
typedef struct _PlxVocabulary PlxVocabulary;

typedef struct
{
  guint32  n_words;
  guint32 *stems;    /* in order of the sentence */
  guint32 *sorted;   /* the same, sorted */
  PlxSpan *spans;    /* where each stem stands, bytes into the text */
  guint32  n_grams;
  guint32 *grams;    /* hashes of runs of four letters, sorted */
  guint32  n_numbers;
  guint32 *numbers;  /* stems that are figures, sorted */
  gboolean denies;
} PlxProfile;

PlxVocabulary *plx_vocabulary_new  (void);
void           plx_vocabulary_free (PlxVocabulary *self);
guint32        plx_vocabulary_get_size (const PlxVocabulary *self);

/* plx_vocabulary_is_common: whether a stem is a function word, which says little by itself */
gboolean       plx_vocabulary_is_common (const PlxVocabulary *self, guint32 stem);

/* plx_vocabulary_add_word:
 * @word: valid UTF-8, @length bytes; one word or number, or "%"
 *
 * Returns: the number of its stem, as profiles have it ("eight" and "8" are one); PLX_NONE for
 *   what profiles leave out, such as "Mr" */
guint32        plx_vocabulary_add_word (PlxVocabulary *self, const char *word, gsize length);

/* plx_profile_new:
 * @text: valid UTF-8, @length bytes; a sentence
 *
 * Returns: (transfer full): its profile */
PlxProfile    *plx_profile_new  (PlxVocabulary *vocabulary, const char *text, gsize length);
void           plx_profile_free (PlxProfile *self);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVocabulary, plx_vocabulary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProfile, plx_profile_free)

G_END_DECLS
