/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What every kind of chart can do: measure, draw, tell where its marks lie, put each in words,
 * give the table behind itself, and become a file. A kind (plx-framing-chart.h and its siblings)
 * adds only how it is made and set.
 *
 * A chart caches its layout for the last style and width; drawing again costs no measuring. It
 * is used from one thread at a time. */

#include <cairo.h>
#include <gio/gio.h>

#include "analysis/plx-types.h"
#include "plx-plot-table.h"
#include "plx-style.h"

G_BEGIN_DECLS

typedef struct _PlxChart PlxChart;

/* Where one mark lies, for hit tests, keyboard focus, tooltips and tests. All coordinates in
 * units of the drawing, from its top left corner. */
typedef struct
{
  guint  row;   /* index into the rows of the chart's data: a source, an article, a word */
  guint  axis;  /* index of the axis or panel; 0 where a kind has only one */
  double x, y, width, height; /* of everything that belongs to the mark: point at it, and it is
                               * meant; the focus ring goes around it */
  double score_x, low_x, high_x; /* where the mark and the ends of its interval lie; NaN: there is
                                  * none. In a right-to-left chart low_x is the greater one */
  guint  item;  /* index within the row (a sentence, an article); PLX_NONE: the row itself */
  double score_y, low_y, high_y; /* likewise, upwards; in charts of one scale all are the middle
                                  * of the row */
} PlxPlotMark;

/* What a drawing makes stand out; each may be NULL. Marks are compared by row, axis and item. */
typedef struct
{
  const PlxPlotMark *selected;
  const PlxPlotMark *focused;
  const PlxPlotMark *hovered;
} PlxPlotEmphasis;

typedef enum
{
  PLX_PLOT_VOICE_ANY,      /* whoever speaks */
  PLX_PLOT_VOICE_REPORTER, /* the source's own words */
  PLX_PLOT_VOICE_SPEAKER,  /* somebody it quotes */
} PlxPlotVoice;

/* What a mark stands for in the corpus that its chart was made of. Strings belong to the chart. */
typedef struct
{
  const char  *source;
  gint64       article;  /* the number that the chart's maker gave it; 0: none in particular */
  guint        sentence; /* index in the reading of the article; PLX_NONE: none in particular */
  guint        axis;     /* index in the summary; PLX_NONE: the axis that the chart is of */
  PlxPlotVoice voice;
  const char  *speaker;  /* of PLX_PLOT_VOICE_SPEAKER; NULL: all those without a name */
} PlxPlotPlace;

typedef enum
{
  PLX_PLOT_STEP_LEFT,
  PLX_PLOT_STEP_RIGHT,
  PLX_PLOT_STEP_UP,
  PLX_PLOT_STEP_DOWN,
  PLX_PLOT_STEP_FIRST, /* in reading order */
  PLX_PLOT_STEP_LAST,
} PlxPlotStep;

typedef enum
{
  PLX_EXPORT_PNG, /* at twice the size */
  PLX_EXPORT_SVG, /* with real text and a description of every mark */
  PLX_EXPORT_PDF,
} PlxExportFormat;

void          plx_chart_free      (PlxChart *self);

/* plx_chart_keep: @data: (transfer full): something that the chart borrows; freed after it */
void          plx_chart_keep      (PlxChart *self, gpointer data, GDestroyNotify free_data);

/* plx_chart_get_kind: Returns: "framing", "map", …: static, never translated */
const char   *plx_chart_get_kind  (PlxChart *self);

/* plx_chart_set_title: @title: (nullable): drawn above the chart; none by default */
void          plx_chart_set_title (PlxChart *self, const char *title);

/* plx_chart_measure: Returns: the height the chart takes at this width */
double        plx_chart_measure   (PlxChart *self, const PlxPlotStyle *style, double width);

/* plx_chart_draw:
 * @height: room beyond the measured height stays empty
 * @emphasis: (nullable)
 *
 * Draws at the origin of @cr; what its clip leaves out is not drawn at all. @cr is left as it was
 * but for its current path and point. */
void          plx_chart_draw      (PlxChart *self, cairo_t *cr, const PlxPlotStyle *style,
                                   double width, double height, const PlxPlotEmphasis *emphasis);

/* plx_chart_draw_grounds, plx_chart_draw_rings:
 * @emphasis: with marks of this chart at this width
 *
 * What plx_chart_draw() draws for @emphasis, alone: what goes below a drawing without any, and what
 * goes above it. So a screen keeps the drawing, and draws only these when the pointer moves. */
void          plx_chart_draw_grounds (PlxChart *self, cairo_t *cr, const PlxPlotStyle *style,
                                      const PlxPlotEmphasis *emphasis);
void          plx_chart_draw_rings   (PlxChart *self, cairo_t *cr, const PlxPlotStyle *style,
                                      const PlxPlotEmphasis *emphasis);

/* plx_chart_list_marks:
 * Returns: (transfer full) (element-type PlxPlotMark): in reading order, at this size */
GArray       *plx_chart_list_marks (PlxChart *self, const PlxPlotStyle *style, double width);

/* plx_chart_describe_mark: Returns: (transfer full): one mark in a translated sentence: the text
 *   of its tooltip and what a screen reader says */
char         *plx_chart_describe_mark (PlxChart *self, const PlxPlotMark *mark);

/* plx_chart_locate: Returns: FALSE if the mark stands for nothing in a corpus, as a word does;
 *   else @out_place is set, valid as long as the chart is */
gboolean      plx_chart_locate    (PlxChart *self, const PlxPlotMark *mark,
                                   PlxPlotPlace *out_place);

/* plx_chart_can_zoom: Returns: whether a part of the chart can be shown larger */
gboolean      plx_chart_can_zoom  (PlxChart *self);

/* plx_chart_zoom:
 * @factor: above 1: larger; below: smaller; 0: all of it again
 * @x, @y: what stays in its place; outside of what can be zoomed: its middle
 *
 * Both this and plx_chart_pan() are for a chart that was measured. Returns: whether it changed */
gboolean      plx_chart_zoom      (PlxChart *self, double factor, double x, double y);

/* plx_chart_pan: moves what is shown by so much of the drawing. Returns: whether it changed */
gboolean      plx_chart_pan       (PlxChart *self, double dx, double dy);

/* plx_chart_is_zoomed: Returns: whether only a part is shown */
gboolean      plx_chart_is_zoomed (PlxChart *self);

/* plx_chart_take_view: shows the part that @other shows, if both are of one kind that can zoom */
void          plx_chart_take_view (PlxChart *self, PlxChart *other);

/* plx_chart_describe: Returns: (transfer full): the whole chart in some translated sentences */
char         *plx_chart_describe  (PlxChart *self);

/* plx_chart_to_table: Returns: (transfer full): what the chart shows, as a table */
PlxPlotTable *plx_chart_to_table  (PlxChart *self);

/* How to write SVG; zero-initialised is an inner part of an HTML page without links. */
typedef struct
{
  gboolean standalone; /* a file of its own: XML declaration, colours of the style, background.
                        * Otherwise colours are the classes that plx_chart_get_svg_css() defines */
  const char *id;      /* prefix of the ids in it, distinct within a page; NULL: "chart". All that is
                        * drawn is the group ID-drawing, but for a file of its own */
  const char *label;   /* what a screen reader calls it; NULL: its title */
  /* Returns: (transfer full) (nullable): where @mark links to */
  char    *(*link) (const PlxPlotMark *mark, gpointer user_data);
  gpointer user_data;
} PlxSvgOptions;

/* plx_chart_to_svg: Returns: (transfer full): well-formed SVG; each mark is a group with its
 *   description as title, drawn in reading order */
char         *plx_chart_to_svg    (PlxChart *self, const PlxPlotStyle *style, double width,
                                   const PlxSvgOptions *options);

/* plx_chart_get_svg_css: Returns: rules for the classes of inner SVG, over the custom properties
 *   --plx-foreground, -muted, -negative, -positive, -focus and -background; static */
const char   *plx_chart_get_svg_css (void);

/* plx_chart_render: the chart as the screen shows it. A style without background gets a white one.
 * Returns: (transfer full): the bytes of a file in @format, or NULL with @error set (G_IO_ERROR) if
 *   the drawing is too large for it */
GBytes       *plx_chart_render    (PlxChart *self, PlxExportFormat format,
                                   const PlxPlotStyle *style, double width, GError **error);

/* plx_chart_render_image: Returns: (transfer full): the pixels that plx_chart_render() would put into a
 *   PNG file, or NULL with @error set */
cairo_surface_t *plx_chart_render_image (PlxChart *self, const PlxPlotStyle *style, double width,
                                         GError **error);

/* plx_export_format_from_name: Returns: FALSE if @name ends in none of .png .svg .pdf */
gboolean      plx_export_format_from_name (const char *name, PlxExportFormat *out_format);

/* plx_plot_mark_equal: whether two marks stand for the same thing, wherever they lie; either may
 * be NULL */
gboolean      plx_plot_mark_equal (const PlxPlotMark *a, const PlxPlotMark *b);

/* plx_plot_marks_find: Returns: the index of the mark at this place, the nearest if several
 *   overlap; -1 if there is none */
int           plx_plot_marks_find (GArray *marks, double x, double y);

/* plx_plot_marks_step: Returns: the index of the mark that an arrow key leads to from the one at
 *   @from (-1: from outside: the first); @from itself at the border. -1 if there are no marks */
int           plx_plot_marks_step (GArray *marks, int from, PlxPlotStep step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxChart, plx_chart_free)

G_END_DECLS
