/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The per-source framing chart: for each axis a panel with a row a source: a mark at the score
 * with its interval, diverging from zero. Panels stand side by side where there is room, else
 * below each other; all have the same scale, so that a length means the same everywhere. */

#include "plx-chart.h"

#include "analysis/summary/plx-summary.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_PLOT_SORT_SCORE, /* by the axis' score, highest first; too little evidence last */
  PLX_PLOT_SORT_NAME,
} PlxPlotSort;

/* plx_framing_chart_new:
 * @summary: borrowed for the chart's life
 *
 * Marks: row is an index into the summary's rows, axis into its axes.
 * Returns: (transfer full): free it with plx_chart_free() */
PlxChart *plx_framing_chart_new      (const PlxSummary *summary);

/* plx_framing_chart_set_sort: @axis: by which to sort; with PLX_PLOT_SORT_NAME without meaning */
void      plx_framing_chart_set_sort (PlxChart *self, PlxPlotSort sort, guint axis);

/* plx_framing_chart_set_only_axis: @axis: the one panel to show; PLX_NONE: all, the default */
void      plx_framing_chart_set_only_axis (PlxChart *self, guint axis);

/* plx_framing_chart_set_extent: @extent: where the scales end, 0 … 1; 0, the default: the nearest
 *   round number that takes in every interval */
void      plx_framing_chart_set_extent (PlxChart *self, double extent);

/* plx_framing_chart_find_axis: Returns: the axis on which the scores of sources lie farthest
 * apart: what to sort by, and to show first, if nobody says */
guint     plx_framing_chart_find_axis (const PlxSummary *summary);

G_END_DECLS
