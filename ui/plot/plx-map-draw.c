/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-map-chart-private.h"

#include <math.h>

/* So many articles are a ground that sources must stand out from. */
#define MANY_POINTS 300

static PlxPaint
grid_paint (const PlxCanvas *canvas,
            gboolean         is_zero)
{
  gboolean strong = canvas->style->strong;

  return is_zero ? plx_paint (PLX_INK_FOREGROUND, strong ? 1 : 0.6)
                 : plx_paint (PLX_INK_MUTED, strong ? 0.4 : 0.2);
}

static void
draw_grid (PlxMap    *self,
           PlxCanvas *canvas)
{
  PlxChart *chart = &self->parent;
  PlxPen frame = { .stroke = grid_paint (canvas, FALSE), .line_width = 1 };
  double width = self->x.x1 - self->x.x0;
  double left = plx_chart_mirror_box (chart, self->x.x0, width);

  plx_canvas_rectangle (canvas, &frame, floor (left) + 0.5, floor (self->y.x1) + 0.5,
                        round (width), round (self->y.x0 - self->y.x1), 0);
  for (guint i = 0; i < self->x_ticks.n; i++)
    {
      double x = plx_chart_mirror (chart, plx_scale_map (&self->x, self->x_ticks.values[i]));
      double line_x = floor (x) + 0.5;

      plx_canvas_line (canvas, grid_paint (canvas, self->x_ticks.values[i] == 0), 1, line_x,
                       self->y.x1, line_x, self->y.x0);
      plx_canvas_label (canvas, self->x_ticks.labels[i], plx_paint (PLX_INK_MUTED, 1), x,
                        self->y.x0 + 0.3 * chart->em, PLX_ALIGN_CENTER);
    }
  for (guint i = 0; i < self->y_ticks.n; i++)
    {
      const PlxLabel *label = self->y_ticks.labels[i];
      double y = plx_scale_map (&self->y, self->y_ticks.values[i]);
      double line_y = floor (y) + 0.5;

      plx_canvas_line (canvas, grid_paint (canvas, self->y_ticks.values[i] == 0), 1, left, line_y,
                       left + width, line_y);
      plx_canvas_label (canvas, label, plx_paint (PLX_INK_MUTED, 1),
                        plx_chart_mirror (chart, self->x.x0 - 0.5 * chart->em),
                        y - label->height / 2, plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT));
    }
}

/* The upward axis is named at its two ends, the other one below the map. */
static void
draw_poles (PlxMap    *self,
            PlxCanvas *canvas)
{
  PlxChart *chart = &self->parent;
  double middle = plx_chart_mirror (chart, (self->x.x0 + self->x.x1) / 2);

  plx_canvas_label (canvas, self->y_top, plx_paint (PLX_INK_POSITIVE, 1), middle, self->y_top_y,
                    PLX_ALIGN_CENTER);
  plx_canvas_label (canvas, self->y_bottom, plx_paint (PLX_INK_NEGATIVE, 1), middle,
                    self->ticks_y, PLX_ALIGN_CENTER);
  plx_canvas_label (canvas, self->x_title, plx_paint (PLX_INK_FOREGROUND, 1), middle,
                    self->x_title_y, PLX_ALIGN_CENTER);
  plx_poles_draw (&self->x_poles, chart, canvas, self->x.x0, self->x.x1, self->poles_y);
}

static void
draw_cross (PlxCanvas         *canvas,
            const PlxPlotMark *mark,
            double             em)
{
  PlxPaint paint = plx_paint (PLX_INK_MUTED, canvas->style->strong ? 1 : 0.55);
  double line = MAX (1, 0.11 * em);

  if (isfinite (mark->low_x))
    plx_canvas_line (canvas, paint, line, mark->low_x, mark->score_y, mark->high_x,
                     mark->score_y);
  if (isfinite (mark->low_y))
    plx_canvas_line (canvas, paint, line, mark->score_x, mark->low_y, mark->score_x,
                     mark->high_y);
}

static void
draw_source (PlxMap                *self,
             PlxCanvas             *canvas,
             guint                  index,
             const PlxPlotEmphasis *emphasis)
{
  PlxChart *chart = &self->parent;
  const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, index);
  const PlxMapName *name = &g_array_index (self->names, PlxMapName, index);
  gboolean known = isfinite (mark->low_x) && isfinite (mark->low_y);
  PlxPen ground = { .fill = plx_paint (PLX_INK_BACKGROUND, 0.8) };

  plx_canvas_begin_mark (canvas, mark);
  plx_chart_draw_mark_state (chart, canvas, mark, emphasis);
  plx_draw_evidence_mark (canvas, known ? PLX_EVIDENCE_UNCLEAR : PLX_EVIDENCE_LITTLE, chart->rtl,
                          mark->score_x, mark->score_y, 0.55 * chart->em);
  if (name->label != NULL)
    {
      plx_canvas_rectangle (canvas, &ground, name->x - 1, name->y, name->label->width + 2,
                            name->label->height, 2);
      plx_canvas_label (canvas, name->label, plx_paint (PLX_INK_FOREGROUND, 1), name->x, name->y,
                        PLX_ALIGN_LEFT);
    }
  plx_canvas_end_mark (canvas);
}

static void
draw_point (PlxMap                *self,
            PlxCanvas             *canvas,
            const PlxPlotMark     *mark,
            const PlxPlotEmphasis *emphasis)
{
  gboolean many = self->parent.marks->len - self->n_sources > MANY_POINTS;
  PlxPen pen = { .fill = plx_paint (PLX_INK_MUTED, canvas->style->strong ? 1 : many ? 0.3 : 0.6) };

  plx_canvas_begin_mark (canvas, mark);
  plx_chart_draw_mark_state (&self->parent, canvas, mark, emphasis);
  plx_draw_dot (canvas, &pen, self->parent.marks->len, mark->score_x, mark->score_y,
                0.18 * self->parent.em);
  plx_canvas_end_mark (canvas);
}

void
plx_map_draw (PlxChart              *chart,
              PlxCanvas             *canvas,
              const PlxPlotEmphasis *emphasis)
{
  PlxMap *self = (PlxMap *) chart;
  double y = self->notes_y;

  if (self->message != NULL)
    {
      plx_draw_message (chart, canvas, self->message);
      return;
    }

  draw_grid (self, canvas);
  draw_poles (self, canvas);
  for (guint i = self->n_sources; i < chart->marks->len; i++)
    draw_point (self, canvas, &g_array_index (chart->marks, PlxPlotMark, i), emphasis);
  /* All crosses first: none runs through a name. */
  for (guint i = 0; i < self->n_sources; i++)
    draw_cross (canvas, &g_array_index (chart->marks, PlxPlotMark, i), chart->em);
  for (guint i = 0; i < self->n_sources; i++)
    draw_source (self, canvas, i, emphasis);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const PlxLabel *line = g_ptr_array_index (self->notes, i);

      plx_canvas_label (canvas, line, plx_paint (PLX_INK_MUTED, 1),
                        plx_chart_mirror (chart, chart->em), y,
                        plx_chart_mirror_align (chart, PLX_ALIGN_LEFT));
      y += line->height;
    }
  plx_key_draw (&self->key, chart, canvas, chart->em, self->key_y);
}
