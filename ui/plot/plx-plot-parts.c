/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-plot-parts-private.h"

#include <math.h>

#define MANY_DOTS 400

double
plx_scale_map (const PlxScale *self,
               double          value)
{
  double share = (CLAMP (value, MIN (self->from, self->to), MAX (self->from, self->to)) -
                  self->from) / (self->to - self->from);

  return self->x0 + share * (self->x1 - self->x0);
}

PlxAxis
plx_plot_axis_copy (const PlxAxis *axis)
{
  return (PlxAxis) { g_strdup (axis->id), g_strdup (axis->negative), g_strdup (axis->positive) };
}

void
plx_plot_axis_clear (PlxAxis *axis)
{
  g_clear_pointer (&axis->id, g_free);
  g_clear_pointer (&axis->negative, g_free);
  g_clear_pointer (&axis->positive, g_free);
}

double
plx_nice_extent (double value)
{
  static const double ends[] = { 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (value <= ends[i] + 1e-9)
        return ends[i];
    }
  return 1.0;
}

static PlxInk
get_ink (PlxEvidence evidence)
{
  switch (evidence)
    {
    case PLX_EVIDENCE_NEGATIVE:
      return PLX_INK_NEGATIVE;
    case PLX_EVIDENCE_POSITIVE:
      return PLX_INK_POSITIVE;
    case PLX_EVIDENCE_NONE:
    case PLX_EVIDENCE_LITTLE:
    case PLX_EVIDENCE_UNCLEAR:
    default:
      return PLX_INK_MUTED;
    }
}

static void
draw_triangle (PlxCanvas    *canvas,
               const PlxPen *pen,
               gboolean      points_right,
               double        x,
               double        y,
               double        radius)
{
  double tip = points_right ? radius * 1.1 : -radius * 1.1;
  PlxPoint points[] = {
    { x + tip, y }, { x - tip * 0.8, y - radius }, { x - tip * 0.8, y + radius },
  };

  plx_canvas_polygon (canvas, pen, points, G_N_ELEMENTS (points), TRUE);
}

void
plx_draw_evidence_mark (PlxCanvas  *canvas,
                        PlxEvidence evidence,
                        gboolean    rtl,
                        double      x,
                        double      y,
                        double      radius)
{
  PlxPen halo = {
    .stroke = plx_paint (PLX_INK_BACKGROUND, 1), .line_width = radius * 0.5,
  };
  PlxPen pen = { .fill = plx_paint (get_ink (evidence), 1) };
  PlxPen ring = {
    .fill = plx_paint (PLX_INK_BACKGROUND, 1),
    .stroke = plx_paint (PLX_INK_MUTED, 1),
    .line_width = radius * 0.3,
  };

  switch (evidence)
    {
    case PLX_EVIDENCE_NEGATIVE:
    case PLX_EVIDENCE_POSITIVE:
      {
        gboolean points_right = (evidence == PLX_EVIDENCE_POSITIVE) != rtl;

        draw_triangle (canvas, &halo, points_right, x, y, radius);
        draw_triangle (canvas, &pen, points_right, x, y, radius);
        break;
      }
    case PLX_EVIDENCE_UNCLEAR:
      plx_canvas_circle (canvas, &halo, x, y, radius * 0.85);
      plx_canvas_circle (canvas, &pen, x, y, radius * 0.85);
      break;
    case PLX_EVIDENCE_LITTLE:
      plx_canvas_circle (canvas, &ring, x, y, radius * 0.75);
      break;
    case PLX_EVIDENCE_NONE:
    default:
      break;
    }
}

void
plx_draw_interval (PlxCanvas  *canvas,
                   PlxEvidence evidence,
                   double      em,
                   double      x1,
                   double      x2,
                   double      y)
{
  double thickness = MAX (2, 0.2 * em);
  PlxInk ink = get_ink (evidence);
  double alpha = canvas->style->strong ? 1 : 0.5;
  PlxPen line = { .fill = plx_paint (ink, alpha) };
  double left = MIN (x1, x2);
  double right = MAX (x1, x2);

  plx_canvas_rectangle (canvas, &line, left, y - thickness / 2, MAX (right - left, 1), thickness,
                        0);
  for (guint i = 0; i < 2; i++)
    plx_canvas_line (canvas, plx_paint (ink, 1), MAX (1, 0.1 * em), i == 0 ? left : right,
                     y - 0.3 * em, i == 0 ? left : right, y + 0.3 * em);
}

void
plx_draw_dot (PlxCanvas    *canvas,
              const PlxPen *pen,
              guint         n_dots,
              double        x,
              double        y,
              double        radius)
{
  double side = 1.8 * radius;

  if (n_dots <= MANY_DOTS)
    plx_canvas_circle (canvas, pen, x, y, radius);
  else
    plx_canvas_rectangle (canvas, pen, round (x - side / 2), round (y - side / 2), round (side),
                          round (side), 0);
}

void
plx_poles_layout (PlxPoles      *self,
                  PlxChart      *chart,
                  const PlxAxis *axis,
                  double         width)
{
  double needed = chart->em;
  double line = plx_typesetter_line_height (chart->type, PLX_FONT_SMALL);
  char *names[2];

  for (guint pole = 0; pole < 2; pole++)
    {
      names[pole] = plx_wording_pole_with_arrow (axis, pole == 1, chart->rtl);
      needed += plx_typesetter_width (chart->type, PLX_FONT_SMALL, names[pole]);
    }

  self->stacked = needed > width;
  for (guint pole = 0; pole < 2; pole++)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();

      plx_typesetter_wrap (chart->type, PLX_FONT_SMALL, names[pole], self->stacked ? width : 1e6,
                           PLX_POLE_LINES, lines);
      self->n_lines[pole] = lines->len;
      for (guint i = 0; i < lines->len; i++)
        self->lines[pole][i] = g_ptr_array_index (lines, i);
      g_free (names[pole]);
    }
  self->height = line * (self->stacked ? self->n_lines[0] + self->n_lines[1] : 1);
}

void
plx_poles_draw (const PlxPoles *self,
                PlxChart       *chart,
                PlxCanvas      *canvas,
                double          x0,
                double          x1,
                double          y)
{
  for (guint pole = 0; pole < 2; pole++)
    {
      PlxPaint paint = plx_paint (pole == 0 ? PLX_INK_NEGATIVE : PLX_INK_POSITIVE, 1);
      PlxAlign align = pole == 0 ? PLX_ALIGN_LEFT : PLX_ALIGN_RIGHT;
      double line_y = y;

      for (guint i = 0; i < self->n_lines[pole]; i++)
        {
          const PlxLabel *label = self->lines[pole][i];

          plx_canvas_label (canvas, label, paint, plx_chart_mirror (chart, pole == 0 ? x0 : x1),
                            line_y, plx_chart_mirror_align (chart, align));
          line_y += label->height;
        }
      if (self->stacked)
        y = line_y;
    }
}

/* As many decimals as the finest tick needs: 0.4 and 0.2, but 0.50 and 0.25. */
static char *
word_tick (double value,
           double step)
{
  gboolean tenths = fabs (step * 10 - round (step * 10)) < 1e-6;

  if (value == 0)
    return g_strdup ("0");
  return g_strdup_printf ("%s%.*f", value < 0 ? "−" : "+", tenths ? 1 : 2, fabs (value));
}

void
plx_ticks_layout (PlxTicks       *self,
                  PlxChart       *chart,
                  const PlxScale *scale)
{
  double extent = scale->to;
  g_autofree char *widest = word_tick (-extent, extent / 2);
  double label_width = plx_typesetter_width (chart->type, PLX_FONT_SMALL, widest);
  gboolean halves = (scale->x1 - scale->x0) / 4 > label_width + 0.8 * chart->em;
  double step = halves ? extent / 2 : extent;

  self->n = 0;
  for (int i = halves ? -2 : -1; i <= (halves ? 2 : 1); i++)
    {
      g_autofree char *text = word_tick (i * step, step);

      self->values[self->n] = i * step;
      self->labels[self->n++] = plx_typesetter_line (chart->type, PLX_FONT_SMALL, text, INFINITY);
    }
}

void
plx_ticks_draw_lines (const PlxTicks *self,
                      PlxChart       *chart,
                      PlxCanvas      *canvas,
                      const PlxScale *scale,
                      double          y0,
                      double          y1)
{
  gboolean strong = canvas->style->strong;

  for (guint i = 0; i < self->n; i++)
    {
      gboolean is_zero = self->values[i] == 0;
      double x = plx_chart_mirror (chart, plx_scale_map (scale, self->values[i]));
      PlxPaint paint = is_zero ? plx_paint (PLX_INK_FOREGROUND, strong ? 1 : 0.6)
                               : plx_paint (PLX_INK_MUTED, strong ? 0.4 : 0.2);

      x = floor (x) + 0.5;
      plx_canvas_line (canvas, paint, is_zero && strong ? 2 : 1, x, y0, x, y1);
    }
}

void
plx_ticks_draw_labels (const PlxTicks *self,
                       PlxChart       *chart,
                       PlxCanvas      *canvas,
                       const PlxScale *scale,
                       double          y)
{
  for (guint i = 0; i < self->n; i++)
    plx_canvas_label (canvas, self->labels[i], plx_paint (PLX_INK_MUTED, 1),
                      plx_chart_mirror (chart, plx_scale_map (scale, self->values[i])), y,
                      PLX_ALIGN_CENTER);
}

void
plx_draw_message (PlxChart       *chart,
                  PlxCanvas      *canvas,
                  const PlxLabel *label)
{
  plx_canvas_label (canvas, label, plx_paint (PLX_INK_MUTED, 1), chart->width / 2,
                    chart->top + chart->em, PLX_ALIGN_CENTER);
}
