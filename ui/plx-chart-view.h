/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A chart of ui/plot as a widget: point at a mark, or walk over the marks with the arrow keys, and
 * it is described; click it, or press Enter, and it is selected.
 *
 * Keys: arrows, Home and End move; Enter and Space select; Escape clears the selection.
 * CSS node: `chart`. Accessible role: image, labelled by the caller, its description that of the
 * focused mark, else of the whole chart. Mirrored for right-to-left languages by the drawing. */

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

#define PLX_TYPE_CHART_VIEW (plx_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxChartView, plx_chart_view, PLX, CHART_VIEW, GtkWidget)

/* Signal `selected` (guint row, guint axis): the user chose a mark; row PLX_NONE: none */

GtkWidget         *plx_chart_view_new          (void);

/* plx_chart_view_set_chart:
 * @chart: (nullable) (transfer full): what it borrows must live until it is replaced
 *
 * Selection and focus stay on the marks of the same row and axis. */
void               plx_chart_view_set_chart    (PlxChartView *self, PlxChart *chart);
PlxChart          *plx_chart_view_get_chart    (PlxChartView *self);

/* plx_chart_view_select: marks without emitting `selected`; @row: PLX_NONE for none */
void               plx_chart_view_select       (PlxChartView *self, guint row, guint axis);

/* plx_chart_view_get_focused: Returns: (nullable) (transfer none): the mark that keys act on */
const PlxPlotMark *plx_chart_view_get_focused  (PlxChartView *self);

/* plx_chart_view_get_marks: Returns: (transfer none) (element-type PlxPlotMark): where the marks
 *   lie at the size the widget has now */
GArray            *plx_chart_view_get_marks    (PlxChartView *self);

/* Property `description`: the mark under the pointer or with the focus in a sentence; "" if there
 * is none */
const char        *plx_chart_view_get_description (PlxChartView *self);

G_END_DECLS
