/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The framing map: two axes across each other, a source a mark with the cross of its two
 * intervals, articles as small marks. Sources that have too little evidence on one of the axes
 * are rings; those without any on both are named below the map instead of standing at zero. */

#include "plx-chart.h"

#include "analysis/summary/plx-summary.h"

G_BEGIN_DECLS

typedef struct
{
  guint       row;   /* of its source in the summary */
  double      x, y;  /* scores on the two axes */
  const char *title; /* copied */
  gint64      article; /* what plx_chart_locate() is to call it; 0: nothing */
} PlxMapPoint;

/* plx_map_chart_new:
 * @summary: borrowed for the chart's life
 * @x_axis, @y_axis: indices into the summary's axes
 *
 * Marks: row is an index into the summary's rows; item an index into the points for an article's
 * mark, PLX_NONE for the source's own. */
PlxChart *plx_map_chart_new        (const PlxSummary *summary, guint x_axis, guint y_axis);

/* plx_map_chart_set_points: the articles, copied. Of those that would cover each other within
 * some pixels only the first is drawn, so that any number of them is drawn fast. */
void      plx_map_chart_set_points (PlxChart *self, const PlxMapPoint *points, guint n_points);

/* plx_map_chart_set_view: what part of the map to show. @extent 0, the default: all of it, as far
 * as scores reach; else from @x - @extent to @x + @extent, and likewise upwards */
void      plx_map_chart_set_view   (PlxChart *self, double x, double y, double extent);

/* plx_map_chart_unmap: Returns: FALSE if the place is outside the map; else the scores there: for
 *   zooming about the pointer. Valid after the chart was measured or drawn */
gboolean  plx_map_chart_unmap      (PlxChart *self, double x, double y, double *out_x,
                                    double *out_y);

G_END_DECLS
