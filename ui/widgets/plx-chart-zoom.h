/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The ways to zoom a chart: wheel, pinch, drag and keys. */

#include "plx-chart-view.h"

G_BEGIN_DECLS

/* plx_chart_zoom_install_actions: chart.zoom-in, -out, -reset, chart.pan-left and so on, with their
 *   keys; for the class of the view */
void plx_chart_zoom_install_actions (GtkWidgetClass *klass);

/* plx_chart_zoom_attach: adds the gestures */
void plx_chart_zoom_attach          (PlxChartView *view);

G_END_DECLS
