/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-canvas-private.h"

#include <math.h>

const PlxColor *
plx_canvas_get_color (PlxCanvas *self,
                      PlxInk     ink)
{
  const PlxPlotStyle *style = self->style;
  const PlxColor *colors[PLX_N_INKS] = {
    [PLX_INK_FOREGROUND] = &style->foreground, [PLX_INK_MUTED] = &style->muted,
    [PLX_INK_NEGATIVE] = &style->negative,     [PLX_INK_POSITIVE] = &style->positive,
    [PLX_INK_FOCUS] = &style->focus,           [PLX_INK_BACKGROUND] = &style->background,
  };

  return colors[ink];
}

void
plx_canvas_polygon (PlxCanvas      *self,
                    const PlxPen   *pen,
                    const PlxPoint *points,
                    guint           n_points,
                    gboolean        closed)
{
  if (n_points >= 2)
    self->klass->polygon (self, pen, points, n_points, closed);
}

void
plx_canvas_circle (PlxCanvas    *self,
                   const PlxPen *pen,
                   double        x,
                   double        y,
                   double        radius)
{
  self->klass->circle (self, pen, x, y, radius);
}

void
plx_canvas_rectangle (PlxCanvas    *self,
                      const PlxPen *pen,
                      double        x,
                      double        y,
                      double        width,
                      double        height,
                      double        radius)
{
  if (width > 0 && height > 0)
    self->klass->rectangle (self, pen, x, y, width, height, MIN (radius, MIN (width, height) / 2));
}

void
plx_canvas_line (PlxCanvas *self,
                 PlxPaint   paint,
                 double     line_width,
                 double     x1,
                 double     y1,
                 double     x2,
                 double     y2)
{
  PlxPen pen = { .stroke = paint, .line_width = line_width };
  PlxPoint points[] = { { x1, y1 }, { x2, y2 } };

  self->klass->polygon (self, &pen, points, G_N_ELEMENTS (points), FALSE);
}

void
plx_canvas_begin_mark (PlxCanvas         *self,
                       const PlxPlotMark *mark)
{
  if (self->klass->begin_mark != NULL)
    self->klass->begin_mark (self, mark);
}

void
plx_canvas_end_mark (PlxCanvas *self)
{
  if (self->klass->end_mark != NULL)
    self->klass->end_mark (self);
}

void
plx_canvas_hatch (PlxCanvas *self,
                  PlxPaint   paint,
                  double     line_width,
                  double     spacing,
                  double     x,
                  double     y,
                  double     width,
                  double     height)
{
  if (width <= 0 || height <= 0)
    return;

  /* Each line rises from the left; it enters at the bottom or the left edge and leaves at the
   * top or the right one. `at` is where it would cross the bottom edge. */
  for (double at = spacing / 2 - height; at < width; at += spacing)
    {
      double from = MAX (at, 0);
      double to = MIN (at + height, width);

      if (to > from)
        plx_canvas_line (self, paint, line_width, x + from, y + height - (from - at), x + to,
                         y + height - (to - at));
    }
}

void
plx_canvas_label (PlxCanvas      *self,
                  const PlxLabel *label,
                  PlxPaint        paint,
                  double          x,
                  double          y,
                  PlxAlign        align)
{
  double left = x;

  if (align == PLX_ALIGN_CENTER)
    left = x - label->width / 2;
  else if (align == PLX_ALIGN_RIGHT)
    left = x - label->width;
  self->klass->text (self, label, paint, left, y + label->ascent);
}
