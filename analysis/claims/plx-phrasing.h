/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How texts that state one fact word it: which parts they share, and which each has alone.
 *
 * Each two texts are aligned word by word, by the longest common sequence of their stems: upper
 * and lower case, inflection and the way a number is written make no difference ("Eight percent",
 * "8%"). Words that carry meaning count more than function words, and runs more than words that
 * stand apart; a function word alone ("of", "the") is not taken as shared. A word outside the
 * sequence that the other text has elsewhere has moved: "raised fares", "fares were raised". */

#include "analysis/plx-types.h"

G_BEGIN_DECLS

/* The words of a text after these are taken as its own: no fact takes as many. */
#define PLX_PHRASING_MAX_WORDS 500

/* In the order of strength. */
typedef enum
{
  PLX_PHRASING_OWN,    /* no other text has it */
  PLX_PHRASING_MOVED,  /* another text has the words, in another order */
  PLX_PHRASING_SHARED, /* another text has the words in the same order */
} PlxPhrasingKind;

/* A stretch of words of one kind, from the first letter of the first to the last of the last. */
typedef struct
{
  PlxSpan        span;
  PlxPhrasingKind kind;    /* the strongest, over the other texts */
  guint32        n_texts; /* that have each of these words, the text itself counted */
} PlxPhrasingRange;

/* plx_phrasing_compare:
 * @texts: (array zero-terminated=1): valid UTF-8
 *
 * Time grows with the square of the number of texts and, for each two, with the product of their
 * lengths.
 * Returns: (transfer full) (element-type GArray): for each text a GArray of PlxPhrasingRange, in
 *   order; every word, number and percent sign is in just one; punctuation and space between two
 *   ranges are in none */
GPtrArray *plx_phrasing_compare (const char *const *texts);

G_END_DECLS
