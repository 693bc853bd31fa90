/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The drawing of a chart, kept as render nodes, so that a frame in which only the pointer has moved
 * draws nothing of the chart anew. In bands, each drawn when it comes in sight: of a chart of
 * thousands of rows little ever does. */

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

typedef struct _PlxChartTiles PlxChartTiles;

/* plx_chart_tiles_new: @chart: must outlive it, or not be drawn any more */
PlxChartTiles *plx_chart_tiles_new    (PlxChart *chart, double width, double height);
void           plx_chart_tiles_free   (PlxChartTiles *self);

/* plx_chart_tiles_append: appends what is drawn, after drawing what is not yet of the band from @top to
 *   @bottom, in pixels */
void           plx_chart_tiles_append (PlxChartTiles *self, GtkSnapshot *snapshot,
                                       const PlxPlotStyle *style, double top, double bottom);

/* plx_chart_tiles_is_complete: Returns: whether all of the chart is drawn */
gboolean       plx_chart_tiles_is_complete (const PlxChartTiles *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxChartTiles, plx_chart_tiles_free)

G_END_DECLS
