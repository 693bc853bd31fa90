/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-timeline-chart-private.h"

#include <math.h>

/* Of points that hide each other. */
#define CROWDED_ALPHA 0.3

static void
draw_head (PlxTimeline *self,
           PlxCanvas   *canvas)
{
  PlxChart *chart = &self->parent;
  PlxAlign start = plx_chart_mirror_align (chart, PLX_ALIGN_LEFT);
  double x = self->frame.x0;

  plx_canvas_label (canvas, self->heading, plx_paint (PLX_INK_FOREGROUND, 1),
                    plx_chart_mirror (chart, x), chart->top, start);
  plx_canvas_label (canvas, self->span, plx_paint (PLX_INK_MUTED, 1),
                    plx_chart_mirror (chart, self->frame.x1), self->span_y,
                    plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT));
  plx_canvas_label (canvas, self->up, plx_paint (PLX_INK_POSITIVE, 1),
                    plx_chart_mirror (chart, x), self->poles_y, start);
  plx_canvas_label (canvas, self->down, plx_paint (PLX_INK_NEGATIVE, 1),
                    plx_chart_mirror (chart, x + self->up->width + chart->em), self->poles_y,
                    start);
}

/* Names of days keep inside the chart and off each other. */
static void
draw_ticks (PlxTimeline *self,
            PlxCanvas   *canvas)
{
  PlxChart *chart = &self->parent;
  PlxPaint grid = plx_paint (PLX_INK_MUTED, canvas->style->strong ? 0.4 : 0.2);
  double bottom = self->ticks_y - 0.1 * chart->em;
  double used = -INFINITY;

  for (guint i = 0; i < self->n_ticks; i++)
    {
      const PlxLabel *label = self->tick_labels[i];
      double at = plx_scale_map (&self->time, self->tick_days[i]);
      double x = floor (plx_chart_mirror (chart, at)) + 0.5;
      double left = CLAMP (at - label->width / 2, 0.3 * chart->em,
                           chart->width - label->width - 0.3 * chart->em);

      if (!self->frame.above)
        plx_canvas_line (canvas, grid, 1, x, self->rows_y, x, bottom);
      if (left < used)
        continue;
      used = left + label->width + 0.6 * chart->em;
      plx_canvas_label (canvas, label, plx_paint (PLX_INK_MUTED, 1),
                        plx_chart_mirror_box (chart, left, label->width), self->ticks_y,
                        PLX_ALIGN_LEFT);
    }
}

/* The line of the mean, in pieces where it breaks. */
static void
draw_course (PlxTimeline             *self,
             PlxCanvas               *canvas,
             const PlxTimelineSource *source)
{
  PlxPen pen = { .stroke = plx_paint (source->crowded ? PLX_INK_FOREGROUND : PLX_INK_MUTED,
                                      canvas->style->strong || source->crowded ? 1 : 0.7),
                 .line_width = MAX (1, 0.12 * self->parent.em) };
  const PlxPoint *points = (const PlxPoint *) (gpointer) source->course->data;
  guint start = 0;

  for (guint i = 0; i <= source->course->len; i++)
    {
      if (i < source->course->len && isfinite (points[i].y))
        continue;
      plx_canvas_polygon (canvas, &pen, points + start, i - start, FALSE);
      start = i + 1;
    }
}

static void
draw_point (PlxTimeline           *self,
            PlxCanvas             *canvas,
            const PlxPlotMark     *mark,
            const PlxPlotEmphasis *emphasis)
{
  PlxChart *chart = &self->parent;
  const PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, mark->row);
  const PlxTimelinePoint *point = &g_array_index (source->points, PlxTimelinePoint, mark->item);
  PlxInk ink = point->score > 0 ? PLX_INK_POSITIVE
                                : point->score < 0 ? PLX_INK_NEGATIVE : PLX_INK_MUTED;
  double alpha = source->crowded ? CROWDED_ALPHA : canvas->style->strong ? 1 : 0.85;
  PlxPen dot = { .fill = plx_paint (ink, alpha) };
  PlxPen ring = { .stroke = plx_paint (PLX_INK_MUTED, 1), .line_width = MAX (1, 0.1 * chart->em) };

  plx_canvas_begin_mark (canvas, mark);
  plx_chart_draw_mark_state (chart, canvas, mark, emphasis);
  plx_draw_dot (canvas, point->enough ? &dot : &ring, chart->marks->len, mark->score_x,
                mark->score_y, (source->crowded ? 0.2 : 0.26) * chart->em);
  plx_canvas_end_mark (canvas);
}

static void
draw_row (PlxTimeline *self,
          PlxCanvas   *canvas,
          guint        row,
          double       y)
{
  PlxChart *chart = &self->parent;
  const PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, row);
  double zero = floor (plx_row_frame_strip_y (&self->frame, chart, y)) + 0.5;

  if (plx_chart_is_clipped (chart, y, self->frame.row_height))
    return;

  plx_row_frame_draw_label (&self->frame, chart, canvas, &source->label, y);
  plx_canvas_line (canvas, plx_paint (PLX_INK_FOREGROUND, canvas->style->strong ? 1 : 0.5), 1,
                   plx_chart_mirror (chart, self->frame.x0), zero,
                   plx_chart_mirror (chart, self->frame.x1), zero);
  if (!source->crowded)
    draw_course (self, canvas, source);
}

/* Where there is a crowd, the mean goes through it in front. */
static void
draw_front (PlxTimeline *self,
            PlxCanvas   *canvas)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, i);
      double y = self->rows_y + i * self->frame.row_height;

      if (source->crowded && !plx_chart_is_clipped (&self->parent, y, self->frame.row_height))
        draw_course (self, canvas, source);
    }
}

void
plx_timeline_draw (PlxChart              *chart,
                   PlxCanvas             *canvas,
                   const PlxPlotEmphasis *emphasis)
{
  PlxTimeline *self = (PlxTimeline *) chart;

  if (self->message != NULL)
    {
      plx_draw_message (chart, canvas, self->message);
      return;
    }

  draw_head (self, canvas);
  draw_ticks (self, canvas);
  for (guint i = 0; i <= self->sources->len; i++)
    {
      double y = self->rows_y + i * self->frame.row_height;

      plx_row_frame_draw_separator (chart, canvas, y);
      if (i < self->sources->len)
        draw_row (self, canvas, i, y);
    }
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);

      if (!plx_chart_is_clipped (chart, mark->y, mark->height))
        draw_point (self, canvas, mark, emphasis);
    }
  draw_front (self, canvas);
  plx_key_draw (&self->key, chart, canvas, chart->em, self->key_y);
}
