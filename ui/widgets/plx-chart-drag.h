/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A chart dragged out of the window: into a paper or a slide as a picture (PNG), into a folder or a
 * drawing program as SVG, drawn as for print. */

#include "plx-chart-view.h"

G_BEGIN_DECLS

/* plx_chart_drag_attach: lets the chart of a view be dragged out; not where it is zoomed, for there
 * dragging moves it */
void plx_chart_drag_attach (PlxChartView *view);

G_END_DECLS
