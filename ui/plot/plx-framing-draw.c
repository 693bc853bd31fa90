/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-framing-chart-private.h"

#include <math.h>

/* Above the name of a row that has it over its strip, in text sizes. */
#define NARROW_PAD 0.3

static void
draw_header (PlxFraming            *self,
             const PlxFramingPanel *panel,
             PlxCanvas             *canvas)
{
  PlxChart *chart = &self->parent;
  double inset = 0.8 * chart->em;
  double left = panel->scale.x0 - inset;
  double right = panel->scale.x1 + inset;
  double y = panel->head_y;

  if (plx_chart_is_clipped (chart, y, panel->rows_y - y))
    return;

  plx_canvas_label (canvas, panel->heading, plx_paint (PLX_INK_FOREGROUND, 1),
                    plx_chart_mirror (chart, left), y,
                    plx_chart_mirror_align (chart, PLX_ALIGN_LEFT));
  plx_poles_draw (&panel->poles, chart, canvas, left, right, panel->poles_y);
  if (panel->top_ticks_y > 0)
    plx_ticks_draw_labels (&panel->ticks, chart, canvas, &panel->scale, panel->top_ticks_y);
}

/* Names and counts; @y is the top of the row. */
static void
draw_row_labels (PlxFraming *self,
                 PlxCanvas  *canvas,
                 guint       shown,
                 double      y)
{
  PlxChart *chart = &self->parent;
  const PlxFramingRow *row = &g_array_index (self->rows, PlxFramingRow, shown);
  PlxPaint ink = plx_paint (PLX_INK_FOREGROUND, 1);
  PlxPaint muted = plx_paint (PLX_INK_MUTED, 1);
  PlxAlign start = plx_chart_mirror_align (chart, PLX_ALIGN_LEFT);
  PlxAlign end = plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT);
  double x = chart->em;
  double base = row->name->ascent - row->counts->ascent;

  if (self->mode == PLX_FRAMING_NARROW)
    {
      y += NARROW_PAD * chart->em;
      plx_canvas_label (canvas, row->name, ink, plx_chart_mirror (chart, x), y, start);
      plx_canvas_label (canvas, row->counts, muted, plx_chart_mirror (chart, x),
                        y + row->name->height, start);
    }
  else if (self->dense)
    {
      y += (self->row_height - row->name->height) / 2;
      plx_canvas_label (canvas, row->name, ink, plx_chart_mirror (chart, x), y, start);
      plx_canvas_label (canvas, row->counts, muted,
                        plx_chart_mirror (chart, x + self->label_width), y + base, end);
    }
  else
    {
      y += (self->row_height - row->name->height - row->counts->height) / 2;
      plx_canvas_label (canvas, row->name, ink, plx_chart_mirror (chart, x), y, start);
      plx_canvas_label (canvas, row->counts, muted, plx_chart_mirror (chart, x),
                        y + row->name->height, start);
    }
}

static void
draw_words (PlxFraming           *self,
            PlxCanvas            *canvas,
            const PlxFramingCell *cell,
            const PlxPlotMark    *mark)
{
  PlxChart *chart = &self->parent;
  double y = mark->score_y - cell->words->height / 2;
  double pad = 0.3 * chart->em;
  double width = cell->words->width + 2 * pad;
  PlxPen ground = { .fill = plx_paint (PLX_INK_BACKGROUND, 1) };

  /* The grid stops short of the words. */
  plx_canvas_rectangle (canvas, &ground,
                        plx_chart_mirror_box (chart, cell->words_x - width + pad, width), y,
                        width, cell->words->height, 0);
  plx_canvas_label (canvas, cell->words, plx_paint (PLX_INK_MUTED, 1),
                    plx_chart_mirror (chart, cell->words_x), y,
                    plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT));
}

static void
draw_cell (PlxFraming        *self,
           PlxFramingPanel   *panel,
           PlxCanvas         *canvas,
           guint              shown,
           const PlxPlotMark *mark)
{
  PlxChart *chart = &self->parent;
  guint index = (guint) (panel - self->panels) * self->order->len + shown;
  const PlxFramingCell *cell = &g_array_index (self->cells, PlxFramingCell, index);
  const PlxSummaryRow *row = plx_framing_get_row (self, shown);
  PlxEvidence evidence = plx_evidence_of (&row->axes[panel->axis]);
  double radius = (self->dense ? 0.42 : 0.5) * chart->em;
  double y = mark->score_y;

  if (isfinite (mark->low_x))
    plx_draw_interval (canvas, evidence, chart->em, mark->low_x, mark->high_x, y);
  if (isfinite (mark->score_x))
    plx_draw_evidence_mark (canvas, evidence, chart->rtl, mark->score_x, y, radius);
  if (cell->words != NULL)
    draw_words (self, canvas, cell, mark);
  if (cell->value != NULL)
    {
      PlxInk ink = evidence == PLX_EVIDENCE_UNCLEAR ? PLX_INK_MUTED : PLX_INK_FOREGROUND;
      double top = self->mode == PLX_FRAMING_NARROW ? mark->y + NARROW_PAD * chart->em
                                                    : y - cell->value->height / 2;

      plx_canvas_label (canvas, cell->value, plx_paint (ink, 1),
                        plx_chart_mirror (chart, panel->x + panel->width), top,
                        plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT));
    }
}

/* Hairlines between rows lead the eye from the name to the mark. */
static void
draw_separators (PlxFraming *self,
                 PlxCanvas  *canvas,
                 double      x0,
                 double      x1,
                 double      rows_y)
{
  PlxChart *chart = &self->parent;
  PlxPaint paint = plx_paint (PLX_INK_MUTED, canvas->style->strong ? 0.4 : 0.2);

  for (guint i = 0; i <= self->order->len; i++)
    {
      double y = floor (rows_y + i * self->row_height) + 0.5;

      if (!plx_chart_is_clipped (chart, y, 1))
        plx_canvas_line (canvas, paint, 1, plx_chart_mirror (chart, x0), y,
                         plx_chart_mirror (chart, x1), y);
    }
}

/* Where names stand above the strips, the grid keeps to the strips. */
static void
draw_grid (PlxFraming            *self,
           const PlxFramingPanel *panel,
           PlxCanvas             *canvas,
           double                 bottom)
{
  PlxChart *chart = &self->parent;

  if (self->mode != PLX_FRAMING_NARROW)
    {
      plx_ticks_draw_lines (&panel->ticks, chart, canvas, &panel->scale, panel->rows_y,
                            bottom + 0.2 * chart->em);
      return;
    }
  for (guint i = 1; i <= self->order->len; i++)
    {
      double y = panel->rows_y + i * self->row_height;

      if (!plx_chart_is_clipped (chart, y - 2 * chart->em, 2 * chart->em))
        plx_ticks_draw_lines (&panel->ticks, chart, canvas, &panel->scale, y - 1.6 * chart->em,
                              y - 0.3 * chart->em);
    }
}

static void
draw_panel_ground (PlxFraming            *self,
                   const PlxFramingPanel *panel,
                   PlxCanvas             *canvas)
{
  PlxChart *chart = &self->parent;
  double bottom = panel->rows_y + self->order->len * self->row_height;

  draw_header (self, panel, canvas);
  if (self->mode != PLX_FRAMING_WIDE)
    draw_separators (self, canvas, panel->x, panel->x + panel->width, panel->rows_y);
  draw_grid (self, panel, canvas, bottom);
  if (!plx_chart_is_clipped (chart, panel->ticks_y, 2 * chart->em))
    plx_ticks_draw_labels (&panel->ticks, chart, canvas, &panel->scale, panel->ticks_y);
}

/* One mark with all that belongs to it. The names of a row stand in the group of its first
 * mark. */
static void
draw_mark (PlxFraming            *self,
           PlxCanvas             *canvas,
           guint                  shown,
           PlxFramingPanel       *panel,
           const PlxPlotMark     *mark,
           const PlxPlotEmphasis *emphasis)
{
  gboolean has_names = self->mode != PLX_FRAMING_WIDE || panel == self->panels;

  plx_canvas_begin_mark (canvas, mark);
  plx_chart_draw_mark_state (&self->parent, canvas, mark, emphasis);
  if (has_names)
    draw_row_labels (self, canvas, shown, mark->y);
  draw_cell (self, panel, canvas, shown, mark);
  plx_canvas_end_mark (canvas);
}

static PlxFramingPanel *
find_panel (PlxFraming *self,
            guint       axis)
{
  for (guint i = 0; i < self->n_panels; i++)
    {
      if (self->panels[i].axis == axis)
        return &self->panels[i];
    }
  return NULL;
}

static void
draw_marks (PlxFraming            *self,
            PlxCanvas             *canvas,
            const PlxPlotEmphasis *emphasis)
{
  PlxChart *chart = &self->parent;

  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);
      guint shown = self->mode == PLX_FRAMING_WIDE ? i / self->n_panels : i % self->order->len;

      if (!plx_chart_is_clipped (chart, mark->y, mark->height))
        draw_mark (self, canvas, shown, find_panel (self, mark->axis), mark, emphasis);
    }
}

static void
draw_counts_heading (PlxFraming *self,
                     PlxCanvas  *canvas)
{
  PlxChart *chart = &self->parent;

  for (guint i = 0; i < (self->mode == PLX_FRAMING_WIDE ? 1 : self->n_panels); i++)
    plx_canvas_label (canvas, self->counts_heading, plx_paint (PLX_INK_MUTED, 1),
                      plx_chart_mirror (chart, chart->em + self->label_width),
                      self->panels[i].rows_y - self->counts_heading->height - 0.2 * chart->em,
                      plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT));
}

void
plx_framing_draw (PlxChart              *chart,
                  PlxCanvas             *canvas,
                  const PlxPlotEmphasis *emphasis)
{
  PlxFraming *self = (PlxFraming *) chart;

  if (self->message != NULL)
    {
      plx_draw_message (chart, canvas, self->message);
      return;
    }

  if (self->mode == PLX_FRAMING_WIDE)
    draw_separators (self, canvas, chart->em, chart->width - chart->em, self->panels[0].rows_y);
  for (guint i = 0; i < self->n_panels; i++)
    draw_panel_ground (self, &self->panels[i], canvas);
  if (self->counts_heading != NULL)
    draw_counts_heading (self, canvas);
  draw_marks (self, canvas, emphasis);
  if (!plx_chart_is_clipped (chart, self->key_y, self->key.height))
    plx_key_draw (&self->key, chart, canvas, chart->em, self->key_y);
}
