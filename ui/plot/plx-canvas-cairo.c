/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-canvas-private.h"

#include <math.h>

static gboolean
set_paint (PlxCanvas *canvas,
           PlxPaint   paint)
{
  PlxCairoCanvas *self = (PlxCairoCanvas *) canvas;
  const PlxColor *color = plx_canvas_get_color (canvas, paint.ink);

  if (color == NULL || paint.alpha <= 0)
    return FALSE;

  cairo_set_source_rgba (self->cr, color->red, color->green, color->blue,
                         color->alpha * paint.alpha);
  return TRUE;
}

static void
fill_and_stroke (PlxCanvas    *canvas,
                 const PlxPen *pen)
{
  cairo_t *cr = ((PlxCairoCanvas *) canvas)->cr;

  if (set_paint (canvas, pen->fill))
    cairo_fill_preserve (cr);
  if (pen->line_width > 0 && set_paint (canvas, pen->stroke))
    {
      double dash = pen->line_width * 2;

      cairo_set_dash (cr, &dash, pen->dashed ? 1 : 0, 0);
      cairo_set_line_width (cr, pen->line_width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_polygon (PlxCanvas      *canvas,
              const PlxPen   *pen,
              const PlxPoint *points,
              guint           n_points,
              gboolean        closed)
{
  cairo_t *cr = ((PlxCairoCanvas *) canvas)->cr;

  cairo_new_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (closed)
    cairo_close_path (cr);
  fill_and_stroke (canvas, pen);
}

static void
draw_circle (PlxCanvas    *canvas,
             const PlxPen *pen,
             double        x,
             double        y,
             double        radius)
{
  cairo_t *cr = ((PlxCairoCanvas *) canvas)->cr;

  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
  fill_and_stroke (canvas, pen);
}

static void
draw_rectangle (PlxCanvas    *canvas,
                const PlxPen *pen,
                double        x,
                double        y,
                double        width,
                double        height,
                double        radius)
{
  cairo_t *cr = ((PlxCairoCanvas *) canvas)->cr;

  cairo_new_path (cr);
  if (radius > 0)
    {
      cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
      cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
      cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
      cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
      cairo_close_path (cr);
    }
  else
    {
      cairo_rectangle (cr, x, y, width, height);
    }
  fill_and_stroke (canvas, pen);
}

static void
draw_text (PlxCanvas      *canvas,
           const PlxLabel *label,
           PlxPaint        paint,
           double          x,
           double          baseline)
{
  cairo_t *cr = ((PlxCairoCanvas *) canvas)->cr;

  if (!set_paint (canvas, paint))
    return;

  cairo_move_to (cr, x, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (label->layout, 0));
  cairo_new_path (cr);
}

void
plx_cairo_canvas_init (PlxCairoCanvas     *self,
                       cairo_t            *cr,
                       const PlxPlotStyle *style)
{
  static const PlxCanvasClass klass = {
    .polygon = draw_polygon,
    .circle = draw_circle,
    .rectangle = draw_rectangle,
    .text = draw_text,
  };

  self->parent.klass = &klass;
  self->parent.style = style;
  self->cr = cr;
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}
