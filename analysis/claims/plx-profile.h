/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a sentence consists of, made ready to be compared with many others. */

#include "plx-vocabulary.h"

G_BEGIN_DECLS

/* The words as they stand, and the terms: what they mean as far as spelling goes. A term is a
 * name of the alias table ("Beijing", "the Chinese government"), a value ("2 billion", "2bn"), or
 * a stem. */
typedef struct
{
  guint32  n_words;
  guint32 *stems;     /* in order of the sentence */
  PlxSpan *spans;     /* where each stem stands, bytes into the text */
  guint32  n_terms;
  guint32 *terms;     /* in order of the sentence */
  guint32 *sorted;    /* the same, sorted */
  guint32  n_concepts;
  guint32 *concepts;  /* families of words of its terms, sorted */
  guint32 *kin;       /* the terms that are of one, sorted; as many */
  guint32  n_trigrams;
  guint32 *trigrams;  /* hashes of runs of three terms, sorted */
  guint32  n_grams;
  guint32 *grams;     /* hashes of runs of four letters, sorted */
  guint32  n_numbers;
  guint32 *numbers;   /* terms that are values, sorted */
  gboolean denies;
} PlxProfile;

/* plx_profile_new:
 * @text: valid UTF-8, @length bytes; a sentence
 *
 * Returns: (transfer full): its profile */
PlxProfile *plx_profile_new  (PlxVocabulary *vocabulary, const char *text, gsize length);
void        plx_profile_free (PlxProfile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProfile, plx_profile_free)

G_END_DECLS
