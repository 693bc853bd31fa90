/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where a chart draws: a cairo context (screen, PNG, PDF, paper) or SVG text.
 *
 * Cairo's own SVG surface turns every letter into an outline, so that nobody can search, select
 * or hear the text. The SVG canvas writes real text, one group for each mark with its description
 * and, in a report, a link; it gets the very same calls as cairo, so it is the same drawing. */

#include <cairo.h>

#include "plx-chart.h"
#include "plx-markup.h"
#include "plx-typesetter-private.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_INK_NONE,
  PLX_INK_FOREGROUND,
  PLX_INK_MUTED,
  PLX_INK_NEGATIVE,
  PLX_INK_POSITIVE,
  PLX_INK_FOCUS,
  PLX_INK_BACKGROUND,
  PLX_N_INKS
} PlxInk;

typedef struct
{
  PlxInk ink;
  double alpha;
} PlxPaint;

typedef struct
{
  PlxPaint fill;
  PlxPaint stroke;
  double   line_width;
  gboolean dashed;
} PlxPen;

typedef struct
{
  double x, y;
} PlxPoint;

typedef struct _PlxCanvas PlxCanvas;

typedef struct
{
  void (*polygon)    (PlxCanvas *self, const PlxPen *pen, const PlxPoint *points, guint n_points,
                      gboolean closed);
  void (*circle)     (PlxCanvas *self, const PlxPen *pen, double x, double y, double radius);
  void (*rectangle)  (PlxCanvas *self, const PlxPen *pen, double x, double y, double width,
                      double height, double radius);
  void (*text)       (PlxCanvas *self, const PlxLabel *label, PlxPaint paint, double x,
                      double baseline);
  void (*begin_mark) (PlxCanvas *self, const PlxPlotMark *mark);
  void (*end_mark)   (PlxCanvas *self);
} PlxCanvasClass;

struct _PlxCanvas
{
  const PlxCanvasClass *klass;
  const PlxPlotStyle   *style;
};

/* The canvas lives on the stack of whoever draws. */
typedef struct
{
  PlxCanvas parent;
  cairo_t  *cr;
} PlxCairoCanvas;

void plx_cairo_canvas_init (PlxCairoCanvas *self, cairo_t *cr, const PlxPlotStyle *style);

typedef struct
{
  PlxCanvas            parent;
  GString             *out;      /* borrowed */
  PlxTypesetter       *type;     /* borrowed */
  PlxChart            *chart;    /* borrowed: describes its marks */
  const PlxSvgOptions *options;  /* borrowed */
  gboolean             in_link;
} PlxSvgCanvas;

void plx_svg_canvas_init (PlxSvgCanvas *self, GString *out, PlxChart *chart, PlxTypesetter *type,
                          const PlxPlotStyle *style, const PlxSvgOptions *options);

/* plx_svg_append_number: appends @value with at most two decimals and a point in any locale */
void plx_svg_append_number (GString *out, double value);

static inline PlxPaint
plx_paint (PlxInk ink,
           double alpha)
{
  return (PlxPaint) { ink, alpha };
}

/* plx_canvas_get_color: Returns: (nullable): NULL for PLX_INK_NONE */
const PlxColor *plx_canvas_get_color (PlxCanvas *self, PlxInk ink);

void plx_canvas_polygon    (PlxCanvas *self, const PlxPen *pen, const PlxPoint *points,
                            guint n_points, gboolean closed);
void plx_canvas_circle     (PlxCanvas *self, const PlxPen *pen, double x, double y, double radius);
void plx_canvas_rectangle  (PlxCanvas *self, const PlxPen *pen, double x, double y, double width,
                            double height, double radius);
void plx_canvas_line       (PlxCanvas *self, PlxPaint paint, double line_width, double x1,
                            double y1, double x2, double y2);
void plx_canvas_begin_mark (PlxCanvas *self, const PlxPlotMark *mark);
void plx_canvas_end_mark   (PlxCanvas *self);

/* plx_canvas_hatch: diagonal lines within a rectangle, a filling that survives greyscale
 * @spacing: between lines, along the edge */
void plx_canvas_hatch      (PlxCanvas *self, PlxPaint paint, double line_width, double spacing,
                            double x, double y, double width, double height);

typedef enum
{
  PLX_ALIGN_LEFT,
  PLX_ALIGN_CENTER,
  PLX_ALIGN_RIGHT,
} PlxAlign;

/* plx_canvas_label: draws @label with its top at @y, and its left edge, middle or right edge at
 * @x. Left and right are those of the paper, whatever the direction. */
void plx_canvas_label      (PlxCanvas *self, const PlxLabel *label, PlxPaint paint, double x,
                            double y, PlxAlign align);

G_END_DECLS
