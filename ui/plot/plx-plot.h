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
#include "plx-shift-data.h"
#include "plx-style.h"
#include "plx-timeline-chart.h"
#include "plx-voices-chart.h"
#include "plx-voices-data.h"
#include "plx-wording.h"

G_BEGIN_DECLS

/* The framing chart by the names that it was first drawn by. */

static inline void
plx_framing_chart_free (PlxFramingChart *self)
{
  plx_chart_free (self);
}

static inline void
plx_framing_chart_set_title (PlxFramingChart *self,
                             const char      *title)
{
  plx_chart_set_title (self, title);
}

static inline double
plx_framing_chart_measure (PlxFramingChart    *self,
                           const PlxPlotStyle *style,
                           double              width)
{
  return plx_chart_measure (self, style, width);
}

static inline void
plx_framing_chart_draw (PlxFramingChart    *self,
                        cairo_t            *cr,
                        const PlxPlotStyle *style,
                        double              width,
                        double              height,
                        const PlxPlotMark  *selected,
                        const PlxPlotMark  *focused)
{
  PlxPlotEmphasis emphasis = { .selected = selected, .focused = focused };

  plx_chart_draw (self, cr, style, width, height, &emphasis);
}

static inline GArray *
plx_framing_chart_list_marks (PlxFramingChart    *self,
                              const PlxPlotStyle *style,
                              double              width,
                              double              height)
{
  return plx_chart_list_marks (self, style, width);
}

static inline char *
plx_framing_chart_describe_mark (PlxFramingChart   *self,
                                 const PlxPlotMark *mark)
{
  return plx_chart_describe_mark (self, mark);
}

static inline char *
plx_framing_chart_describe (PlxFramingChart *self)
{
  return plx_chart_describe (self);
}

static inline gboolean
plx_framing_chart_export (PlxFramingChart    *self,
                          PlxExportFormat     format,
                          const PlxPlotStyle *style,
                          double              width,
                          const char         *path,
                          GError            **error)
{
  return plx_chart_export (self, format, style, width, path, error);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFramingChart, plx_framing_chart_free)

G_END_DECLS
