/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-row-frame-private.h"

#include <math.h>

/* In text sizes. */
#define PAD 1.0
#define GAP 1.0
#define LABEL_MAX 18.0
#define ABOVE_PAD 0.3
/* Of the width, names take at most this share. */
#define LABEL_SHARE 0.38

void
plx_row_frame_choose (PlxRowFrame *self,
                      PlxChart    *chart,
                      double       natural,
                      double       end_width,
                      double       strip_width,
                      double       strip_height)
{
  double em = chart->em;
  double inner = chart->width - 2 * PAD * em;

  self->above = inner * (1 - LABEL_SHARE) < (strip_width + GAP) * em + end_width;
  self->end_x = chart->width - PAD * em;
  self->x1 = self->end_x;
  self->x0 = PAD * em;
  self->label_width = inner;
  self->strip_height = strip_height * em;
  self->label_height = plx_typesetter_line_height (chart->type, PLX_FONT_BODY) +
                       plx_typesetter_line_height (chart->type, PLX_FONT_SMALL);
  self->detail_width = inner;
  if (self->above)
    {
      self->label_width -= end_width;
      self->row_height = self->label_height + self->strip_height + 0.8 * em;
    }
  else
    {
      self->label_width = self->detail_width = MIN (natural, LABEL_SHARE * inner);
      self->x0 += self->label_width + GAP * em;
      self->x1 -= end_width;
      self->row_height = MAX (self->label_height, self->strip_height) + 0.8 * em;
    }
}

double
plx_row_frame_measure (PlxChart   *chart,
                       double      widest,
                       const char *name,
                       const char *detail)
{
  double width;

  if (widest >= LABEL_MAX * chart->em)
    return widest;
  width = plx_typesetter_width (chart->type, PLX_FONT_BODY, name);
  if (detail != NULL)
    width = MAX (width, plx_typesetter_width (chart->type, PLX_FONT_SMALL, detail));
  return MIN (MAX (widest, width), LABEL_MAX * chart->em);
}

PlxRowLabel
plx_row_frame_label (const PlxRowFrame *self,
                     PlxChart          *chart,
                     const char        *name,
                     const char        *detail)
{
  PlxRowLabel label = { NULL };

  label.name = plx_typesetter_line (chart->type, PLX_FONT_BODY, name, self->label_width);
  if (detail != NULL)
    label.detail = plx_typesetter_line (chart->type, PLX_FONT_SMALL, detail, self->detail_width);
  return label;
}

double
plx_row_frame_strip_y (const PlxRowFrame *self,
                       PlxChart          *chart,
                       double             row_y)
{
  if (self->above)
    return row_y + self->row_height - self->strip_height / 2 - ABOVE_PAD * chart->em;
  return row_y + self->row_height / 2;
}

double
plx_row_frame_end_y (const PlxRowFrame *self,
                     PlxChart          *chart,
                     double             row_y,
                     const PlxLabel    *label)
{
  if (self->above)
    return row_y + ABOVE_PAD * chart->em;
  return row_y + (self->row_height - label->height) / 2;
}

void
plx_row_frame_draw_label (const PlxRowFrame *self,
                          PlxChart          *chart,
                          PlxCanvas         *canvas,
                          const PlxRowLabel *label,
                          double             row_y)
{
  PlxAlign start = plx_chart_mirror_align (chart, PLX_ALIGN_LEFT);
  double x = plx_chart_mirror (chart, PAD * chart->em);
  double height = label->name->height + (label->detail != NULL ? label->detail->height : 0);
  double y = row_y + (self->above ? ABOVE_PAD * chart->em : (self->row_height - height) / 2);

  plx_canvas_label (canvas, label->name, plx_paint (PLX_INK_FOREGROUND, 1), x, y, start);
  if (label->detail != NULL)
    plx_canvas_label (canvas, label->detail, plx_paint (PLX_INK_MUTED, 1), x,
                      y + label->name->height, start);
}

void
plx_row_frame_draw_separator (PlxChart  *chart,
                              PlxCanvas *canvas,
                              double     y)
{
  PlxPaint paint = plx_paint (PLX_INK_MUTED, canvas->style->strong ? 0.4 : 0.2);

  y = floor (y) + 0.5;
  if (!plx_chart_is_clipped (chart, y, 1))
    plx_canvas_line (canvas, paint, 1, PAD * chart->em, y, chart->width - PAD * chart->em, y);
}
