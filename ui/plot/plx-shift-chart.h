/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The word shift: which cues make source A differ from source B on one axis, and by how much
 * each. A bar to the side of the pole at +1 says that the word moves A that way from B; it is
 * filled where A uses the word more, hatched where B does. All bars add up to the difference.
 * After Gallagher et al., “Generalized word shift graphs” (2021). */

#include "plx-chart.h"

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/summary/plx-comparison.h"

G_BEGIN_DECLS

typedef struct
{
  const char *word;         /* the entry's pattern; copied */
  double      contribution; /* to score of A minus score of B */
  double      rate_a;       /* cues per 1,000 words */
  double      rate_b;
} PlxShiftWord;

/* plx_shift_chart_new:
 * @axis, @name_a, @name_b: copied
 *
 * Marks: row is the index of a word as it was added. */
PlxChart *plx_shift_chart_new       (const PlxAxis *axis, const char *name_a, const char *name_b);
void      plx_shift_chart_add       (PlxChart *self, const PlxShiftWord *word);

/* plx_shift_chart_set_difference: of both sources, said above the bars, with whether it may be
 * chance; without it, the default, nothing is said */
void      plx_shift_chart_set_difference (PlxChart *self, const PlxDifference *difference);

/* plx_shift_chart_fill: adds all that a comparison says
 * @shifts: (element-type PlxShift): entries of @lexicon, in the order of the marks' rows */
void      plx_shift_chart_fill      (PlxChart *self, const PlxLexicon *lexicon,
                                     const PlxDifference *difference, const GArray *shifts);

/* plx_shift_chart_set_limit: how many words get a bar of their own, strongest first; the others
 * are summed up in one line. 30 by default */
void      plx_shift_chart_set_limit (PlxChart *self, guint limit);

G_END_DECLS
