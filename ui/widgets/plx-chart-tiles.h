/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The drawing of a chart, kept as render nodes, so that a frame in which only the pointer has moved
 * draws nothing of the chart anew. In bands: a renderer takes only those that are in sight, and of
 * a chart of thousands of rows that is little. */

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

/* plx_chart_tiles_new: Returns: (transfer full) (element-type GskRenderNode): for g_ptr_array_unref() */
GPtrArray *plx_chart_tiles_new    (PlxChart *chart, const PlxPlotStyle *style, double width,
                                   double height);
void       plx_chart_tiles_append (GPtrArray *self, GtkSnapshot *snapshot);

G_END_DECLS
