/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to a word shift: how much each entry of the lexicon adds to a source's score.
 *
 * A sentence's score is (P - N) / √((P - N)² + α n), and P - N the sum of its cues' weights w: so
 * each cue adds w / √((P - N)² + α n). Weighed as sentences are in their article, and articles
 * in their source, the additions of all entries add up to the source's score exactly. */

#include "analysis/reading/plx-reading.h"
#include "plx-shift-chart.h"

G_BEGIN_DECLS

typedef struct _PlxShiftData PlxShiftData;

/* plx_shift_data_new: @axis: an index as in the lexicon.  Gathers one source */
PlxShiftData *plx_shift_data_new  (PlxAxisId axis);
void          plx_shift_data_free (PlxShiftData *self);
void          plx_shift_data_add  (PlxShiftData *self, const PlxReading *reading);

/* plx_shift_data_fill: adds to a word shift what makes source @a differ from source @b, and both
 * scores; entries that make no difference are left out */
void          plx_shift_data_fill (const PlxShiftData *a, const PlxShiftData *b,
                                   const PlxLexicon *lexicon, PlxChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxShiftData, plx_shift_data_free)

G_END_DECLS
