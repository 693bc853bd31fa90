/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A chart of ui/plot as a widget: point at a mark, or walk over the marks with the arrow keys, and
 * it is described; click it, or press Space, and it is selected; click it twice, or press Enter,
 * and it is opened too. Charts that can zoom do so by Ctrl and the wheel, by pinching, and by plus,
 * minus and 0; then dragging, or Ctrl and the arrow keys, moves what is shown.
 *
 * Keys: arrows, Home and End move; Space selects, Enter opens; Escape clears the selection.
 * CSS node: `chart`. Accessible role: image, labelled by the caller, its description that of the
 * focused mark, else of the whole chart. Mirrored for right-to-left languages by the drawing. */

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

#define PLX_TYPE_CHART_VIEW (plx_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxChartView, plx_chart_view, PLX, CHART_VIEW, GtkWidget)

/* Signal `selected` (guint row, guint axis, guint item): the user chose a mark, as in PlxPlotMark;
 *   row PLX_NONE: none
 * Signal `activated` (guint row, guint axis, guint item): the user wants to go on to what the mark
 *   stands for; it has just been selected
 * Signal `zoomed`: another part of the chart is shown */

GtkWidget         *plx_chart_view_new          (void);

/* plx_chart_view_set_chart:
 * @chart: (nullable) (transfer full): what it borrows must live until it is replaced
 *
 * Selection, focus and what part is shown stay as they were where the chart is of the same kind. */
void               plx_chart_view_set_chart    (PlxChartView *self, PlxChart *chart);
PlxChart          *plx_chart_view_get_chart    (PlxChartView *self);

/* plx_chart_view_select_mark: likewise, any mark. @mark: (nullable): NULL for none */
void               plx_chart_view_select_mark (PlxChartView *self, const PlxPlotMark *mark);

/* plx_chart_view_can_zoom, plx_chart_view_is_zoomed: see plx_chart_can_zoom() */
gboolean           plx_chart_view_can_zoom  (PlxChartView *self);
gboolean           plx_chart_view_is_zoomed (PlxChartView *self);

/* plx_chart_view_zoom: see plx_chart_zoom(); the pointer's place stays where it is, if it points at
 *   the chart */
void               plx_chart_view_zoom      (PlxChartView *self, double factor);
void               plx_chart_view_pan       (PlxChartView *self, double dx, double dy);

/* plx_chart_view_get_focused: Returns: (nullable) (transfer none): the mark that keys act on */
const PlxPlotMark *plx_chart_view_get_focused  (PlxChartView *self);

/* plx_chart_view_get_marks: Returns: (transfer none) (element-type PlxPlotMark): where the marks
 *   lie at the size the widget has now */
GArray            *plx_chart_view_get_marks    (PlxChartView *self);

/* Property `description`: the mark under the pointer or with the focus in a sentence; "" if there
 * is none */
const char        *plx_chart_view_get_description (PlxChartView *self);

G_END_DECLS
