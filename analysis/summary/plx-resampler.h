/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The interval of one article's score: a percentile bootstrap over its sentences (Efron &
 * Tibshirani 1993, ch. 13).
 *
 * Every article is resampled with the same seed, so articles with equally many sentences draw the
 * same ones: a resampler makes the draws of a length once and keeps them. */

#include "analysis/reading/plx-reading.h"

G_BEGIN_DECLS

/* One thread's. */
typedef struct _PlxResampler PlxResampler;

/* plx_resampler_new:
 * @rounds: how often an article is drawn anew, at most 10,000; 0: intervals are points
 * @confidence: 0 … 1
 *
 * Returns: (transfer full) */
PlxResampler *plx_resampler_new  (guint rounds, guint64 seed, double confidence);
void          plx_resampler_free (PlxResampler *self);

/* plx_resampler_run:
 * @out_low, @out_high: (out): of each axis; both the score where there is no cue, or but one
 *   sentence
 *
 * What it gives depends on the reading and on what the resampler was made with, never on what it
 * ran on before. */
void          plx_resampler_run  (PlxResampler *self, const PlxReading *reading, double *out_low,
                                  double *out_high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxResampler, plx_resampler_free)

G_END_DECLS
