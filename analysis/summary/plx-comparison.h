/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Two sources against each other: may the difference of their scores be chance, and which cues
 * make it? */

#include "analysis/reading/plx-reading.h"

G_BEGIN_DECLS

#define PLX_PERMUTATION_DEFAULT_ROUNDS 2000

typedef enum
{
  PLX_SIDE_A,
  PLX_SIDE_B,
} PlxSide;

typedef enum
{
  PLX_UNIT_ARTICLES,  /* whole articles were exchanged between the sources */
  PLX_UNIT_SENTENCES, /* there were too few articles: sentences were */
} PlxPermutationUnit;

typedef struct
{
  double             score_a, score_b; /* means of the article scores; NaN without articles */
  double             p;                /* 0 … 1: how often chance alone makes as large a difference;
                                          1 where nothing can be exchanged */
  PlxPermutationUnit unit;
} PlxDifference;

/* What one entry contributes to the difference of two scores. */
typedef struct
{
  guint32 entry;
  double  contribution; /* to score A minus score B; those of all entries add up to it */
  double  rate_a;       /* matches per 1,000 words */
  double  rate_b;
} PlxShift;

typedef struct _PlxComparison PlxComparison;

PlxComparison *plx_comparison_new  (const PlxLexicon *lexicon);
void           plx_comparison_free (PlxComparison *self);

/* plx_comparison_add: counts the reading of one article to a side; nothing of it is kept by
 * reference */
void           plx_comparison_add  (PlxComparison *self, PlxSide side, const PlxReading *reading);

/* plx_comparison_test:
 *
 * The permutation test of the difference of two means: which side each article (or sentence) is on
 * is drawn anew @rounds times, and p is the share of draws with a difference at least as large,
 * the real one counted as a draw (Phipson & Smyth 2010). Articles are exchanged where each side
 * has at least three, else sentences: then p speaks of these articles only. */
void           plx_comparison_test (PlxComparison *self, PlxAxisId axis, guint rounds, guint64 seed,
                                    PlxDifference *out_difference);

/* plx_comparison_list_shifts:
 *
 * The word shift on one axis. A sentence's score is shared out to its cues in proportion to their
 * effective weights, a share counts as its sentence does in its article and its article in the
 * source. After Gallagher et al., "Generalized word shift graphs" (2021).
 * Returns: (transfer full) (element-type PlxShift): by size of the contribution, largest first */
GArray        *plx_comparison_list_shifts (PlxComparison *self, PlxAxisId axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxComparison, plx_comparison_free)

G_END_DECLS
