/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Charts: a summary turned into drawing on a cairo context. The window, PNG, SVG, PDF, paper and
 * the command line all call the same functions, so that a chart in a report is the chart on the
 * screen. No GTK in here. */

#include <cairo.h>
#include <gio/gio.h>
#include <pango/pango.h>

#include "analysis/plx-summary.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} PlxColor;

/* Everything a drawing takes from its surroundings. */
typedef struct
{
  PlxColor    background; /* alpha 0: none is painted */
  PlxColor    foreground;
  PlxColor    muted;      /* grid, intervals' ends, secondary text */
  PlxColor    negative;   /* the pole at -1 */
  PlxColor    positive;   /* the pole at +1 */
  PlxColor    focus;
  const char *font;       /* Pango font description; NULL: "Sans" */
  double      text_size;  /* in points: 11 by default */
  gboolean    rtl;
} PlxPlotStyle;

extern const PlxPlotStyle plx_plot_style_light;
extern const PlxPlotStyle plx_plot_style_dark;
extern const PlxPlotStyle plx_plot_style_print; /* survives greyscale */

typedef enum
{
  PLX_PLOT_SORT_SCORE, /* by the axis' score, highest first */
  PLX_PLOT_SORT_NAME,
} PlxPlotSort;

/* The per-source framing chart: for each axis, a panel with a row a source: a dot at the score
 * with its interval, diverging from zero. */
typedef struct _PlxFramingChart PlxFramingChart;

/* Where one mark lies, for hit tests, keyboard focus and tests. */
typedef struct
{
  guint  row;   /* index into the summary's rows */
  guint  axis;
  double x, y, width, height; /* of the mark's whole row within its panel */
  double score_x, low_x, high_x; /* where the dot and the ends of its interval lie */
} PlxPlotMark;

/* plx_framing_chart_new: @summary: borrowed for the chart's life */
PlxFramingChart *plx_framing_chart_new  (const PlxSummary *summary);
void             plx_framing_chart_free (PlxFramingChart *self);
void             plx_framing_chart_set_title (PlxFramingChart *self, const char *title);
void             plx_framing_chart_set_sort  (PlxFramingChart *self, PlxPlotSort sort, guint axis);
/* Returns: the height it wants at this width, both in points */
double           plx_framing_chart_measure (PlxFramingChart *self, const PlxPlotStyle *style,
                                            double width);
/* plx_framing_chart_draw:
 * @selected, @focused: (nullable): drawn emphasised */
void             plx_framing_chart_draw    (PlxFramingChart *self, cairo_t *cr,
                                            const PlxPlotStyle *style, double width, double height,
                                            const PlxPlotMark *selected,
                                            const PlxPlotMark *focused);
/* Returns: (transfer full) (element-type PlxPlotMark): in reading order, at this size */
GArray          *plx_framing_chart_list_marks (PlxFramingChart *self, const PlxPlotStyle *style,
                                               double width, double height);
/* Returns: (transfer full): one mark in a translated sentence: tooltip and screen reader text */
char            *plx_framing_chart_describe_mark (PlxFramingChart *self, const PlxPlotMark *mark);
/* Returns: (transfer full): the whole chart in a translated sentence or two */
char            *plx_framing_chart_describe (PlxFramingChart *self);

typedef enum
{
  PLX_EXPORT_PNG, /* at twice the size */
  PLX_EXPORT_SVG,
  PLX_EXPORT_PDF,
} PlxExportFormat;

/* plx_framing_chart_export: writes the chart as the screen shows it, on a white ground, into
 * @path. Errors of G_IO_ERROR, a full disk included; no partial file is left. */
gboolean plx_framing_chart_export (PlxFramingChart *self, PlxExportFormat format,
                                   const PlxPlotStyle *style, double width, const char *path,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFramingChart, plx_framing_chart_free)

G_END_DECLS
