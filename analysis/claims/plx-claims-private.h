/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the aligner share: plx-claims.c (its sentences, and the claims that pairs make
 * up) and plx-claims-pairs.c (which pairs there are). */

#include "plx-claims.h"

G_BEGIN_DECLS

typedef struct
{
  PlxProfile *profile;
  guint32     source;
  double      gram_norm;
} PlxAlignerSentence;

struct _PlxAligner
{
  PlxVocabulary *vocabulary;
  GArray        *sentences; /* of PlxAlignerSentence */
  GPtrArray     *postings;  /* by stem: GArray of guint32, the sentences with it, ascending */
  GHashTable    *gram_numbers; /* hash of a run of four letters → its number + 1 */
  GArray        *gram_counts;  /* of guint32: in how many sentences it is, by number */
  float         *rarities;     /* of each, squared, while pairs are looked for */
  PlxAlignerFunc progress; /* or NULL */
  gpointer       progress_data;
};

static inline PlxAlignerSentence *
plx_aligner_get_sentence (const PlxAligner *self,
                          guint32           index)
{
  return &g_array_index (self->sentences, PlxAlignerSentence, index);
}

G_END_DECLS
