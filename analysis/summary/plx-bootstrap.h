/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Percentile bootstrap of weighted means, on several axes at once: one draw serves all axes. */

#include "analysis/plx-types.h"
#include "plx-random.h"

G_BEGIN_DECLS

/* The stride of up to three axes, for which there is a faster way. */
#define PLX_BOOTSTRAP_FAST_STRIDE 4

/* plx_bootstrap_draw:
 * @sums: of @n units, `stride` floats each: weight, then weight × score for each axis
 * @stride: plx_bootstrap_stride(): a multiple of 4, so that a compiler adds a unit of up to three
 *   axes with one instruction
 * @out_sums: (out): of @stride floats: the same sums over @n units drawn with replacement */
void   plx_bootstrap_draw       (PlxRandom *random, const float *sums, guint32 n, guint stride,
                                 float *out_sums);

/* plx_bootstrap_draw_indices:
 * @n: at most 255
 * @out_indices: (out): the @n units that plx_bootstrap_draw() would draw with
 *   PLX_BOOTSTRAP_FAST_STRIDE */
void   plx_bootstrap_draw_indices (PlxRandom *random, guint32 n, guint8 *out_indices);

/* plx_bootstrap_average:
 * @sums: as of plx_bootstrap_draw(), with PLX_BOOTSTRAP_FAST_STRIDE
 * @indices: @n for each round
 * @out_rows: (out): for each round the sums, divided by the first; the same to the bit as drawn and
 *   added in one go */
void   plx_bootstrap_average    (const float *sums, const guint8 *indices, guint32 n, guint rounds,
                                 float *out_rows);

/* plx_bootstrap_interval:
 * @values: one for each round; their order is changed
 *
 * The percentile interval: the (1 - @confidence) / 2 quantile and its mirror. */
void   plx_bootstrap_interval   (float *values, guint n, double confidence, double *out_low,
                                 double *out_high);

/* plx_bootstrap_intervals:
 * @rows: of @n rounds, PLX_BOOTSTRAP_FAST_STRIDE values each
 * @out_low, @out_high: (out): of each column, the same that plx_bootstrap_interval() gives
 *
 * Faster, and for few rounds only. Returns: FALSE, and nothing else, if there are too many */
gboolean plx_bootstrap_intervals (const float *rows, guint n, double confidence, float *out_low,
                                  float *out_high);

/* plx_bootstrap_stride: Returns: the stride for @n_axes */
static inline guint
plx_bootstrap_stride (guint n_axes)
{
  return (1 + n_axes + 3) & ~3u;
}

G_END_DECLS
