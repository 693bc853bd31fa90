/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Percentile bootstrap of weighted means, on several axes at once: one draw serves all axes. */

#include "plx-random.h"
#include "plx-types.h"

G_BEGIN_DECLS

/* plx_bootstrap_draw:
 * @sums: of @n units, `stride` floats each: weight, then weight × score for each axis
 * @stride: plx_bootstrap_stride(): a multiple of 4, so that a compiler adds a unit of up to three
 *   axes with one instruction
 * @out_sums: (out): of @stride floats: the same sums over @n units drawn with replacement */
void   plx_bootstrap_draw       (PlxRandom *random, const float *sums, guint32 n, guint stride,
                                 float *out_sums);

/* plx_bootstrap_interval:
 * @values: one for each round; their order is changed
 *
 * The percentile interval: the (1 - @confidence) / 2 quantile and its mirror. */
void   plx_bootstrap_interval   (float *values, guint n, double confidence, double *out_low,
                                 double *out_high);

/* plx_bootstrap_stride: Returns: the stride for @n_axes */
static inline guint
plx_bootstrap_stride (guint n_axes)
{
  return (1 + n_axes + 3) & ~3u;
}

G_END_DECLS
