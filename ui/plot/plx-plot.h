/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Charts: figures turned into drawing on a cairo context. The window, PNG, SVG, PDF, paper and
 * the command line all call the same functions, so that a chart in a report is the chart on the
 * screen. No GTK in here.
 *
 * plx-chart.h says what every chart can do, the header of a kind how it is made. */

#include "plx-chart.h"
#include "plx-flow-chart.h"
#include "plx-framing-chart.h"
#include "plx-map-chart.h"
#include "plx-markup.h"
#include "plx-plot-table.h"
#include "plx-shift-chart.h"
#include "plx-style.h"
#include "plx-timeline-chart.h"
#include "plx-voices-chart.h"
#include "plx-wording.h"
