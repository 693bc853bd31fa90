/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-plot-parts-private.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  PlxSample sample;
  char     *text;
  /* laid out: */
  GPtrArray *lines; /* of PlxLabel */
  double     x, y;
} Item;

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->text);
  g_ptr_array_unref (item->lines);
}

void
plx_key_init (PlxKey *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, item_clear);
  self->height = 0;
}

void
plx_key_clear (PlxKey *self)
{
  g_clear_pointer (&self->items, g_array_unref);
}

void
plx_key_reset (PlxKey *self)
{
  g_array_set_size (self->items, 0);
}

void
plx_key_add (PlxKey     *self,
             PlxChart   *chart,
             PlxSample   sample,
             const char *text)
{
  Item item = { .sample = sample, .text = g_strdup (text), .lines = g_ptr_array_new () };

  g_array_append_val (self->items, item);
}

void
plx_key_add_evidence (PlxKey        *self,
                      PlxChart      *chart,
                      const gboolean seen[PLX_EVIDENCE_POSITIVE + 1])
{
  if (seen[PLX_EVIDENCE_NEGATIVE] || seen[PLX_EVIDENCE_POSITIVE])
    plx_key_add (self, chart, PLX_SAMPLE_CLEAR, _("direction is clear"));
  if (seen[PLX_EVIDENCE_UNCLEAR])
    plx_key_add (self, chart, PLX_SAMPLE_UNCLEAR, _("interval includes zero"));
  if (seen[PLX_EVIDENCE_LITTLE])
    plx_key_add (self, chart, PLX_SAMPLE_LITTLE, _("too few cues for a score"));
}

static double
sample_width (PlxSample sample,
              double    em)
{
  switch (sample)
    {
    case PLX_SAMPLE_NONE:
      return 0;
    case PLX_SAMPLE_CLEAR:
    case PLX_SAMPLE_INTERVAL:
    case PLX_SAMPLE_SOLID:
    case PLX_SAMPLE_HATCHED:
    case PLX_SAMPLE_HOLLOW:
    case PLX_SAMPLE_LINE:
      return 2.5 * em;
    case PLX_SAMPLE_UNCLEAR:
    case PLX_SAMPLE_LITTLE:
    case PLX_SAMPLE_SMALL:
    case PLX_SAMPLE_CROSS:
    default:
      return 1.4 * em;
    }
}

double
plx_key_layout (PlxKey   *self,
                PlxChart *chart,
                double    width)
{
  double em = plx_typesetter_font_size (chart->type, PLX_FONT_SMALL);
  double line = plx_typesetter_line_height (chart->type, PLX_FONT_SMALL);
  double x = 0;
  double y = 0;
  double bottom = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);
      double indent = sample_width (item->sample, em);
      double natural = indent +
                       plx_typesetter_width (chart->type, PLX_FONT_SMALL, item->text);
      double height;

      if (x > 0 && x + natural > width)
        {
          x = 0;
          y = bottom + 0.25 * em;
        }
      g_ptr_array_set_size (item->lines, 0);
      item->x = x;
      item->y = y;
      height = plx_typesetter_wrap (chart->type, PLX_FONT_SMALL, item->text, width - indent, 6,
                                    item->lines);
      bottom = MAX (bottom, y + MAX (line, height));
      x += natural + 1.8 * em;
    }
  self->height = bottom;
  return bottom;
}

static void
draw_sample (PlxChart  *chart,
             PlxCanvas *canvas,
             PlxSample  sample,
             double     x,
             double     y,
             double     em)
{
  gboolean rtl = chart->rtl;
  double radius = 0.42 * em;
  PlxPen solid = { .fill = plx_paint (PLX_INK_MUTED, 1) };
  PlxPen edge = { .stroke = plx_paint (PLX_INK_MUTED, 1), .line_width = 1 };
#define AT(distance) plx_chart_mirror (chart, x + (distance) * em)

  switch (sample)
    {
    case PLX_SAMPLE_CLEAR:
      plx_draw_evidence_mark (canvas, PLX_EVIDENCE_NEGATIVE, rtl, AT (0.6), y, radius);
      plx_draw_evidence_mark (canvas, PLX_EVIDENCE_POSITIVE, rtl, AT (1.6), y, radius);
      break;
    case PLX_SAMPLE_UNCLEAR:
      plx_draw_evidence_mark (canvas, PLX_EVIDENCE_UNCLEAR, rtl, AT (0.5), y, radius);
      break;
    case PLX_SAMPLE_LITTLE:
      plx_draw_evidence_mark (canvas, PLX_EVIDENCE_LITTLE, rtl, AT (0.5), y, radius);
      break;
    case PLX_SAMPLE_INTERVAL:
      plx_draw_interval (canvas, PLX_EVIDENCE_UNCLEAR, em, AT (0.2), AT (2), y);
      break;
    case PLX_SAMPLE_CROSS:
      plx_canvas_line (canvas, plx_paint (PLX_INK_MUTED, 1), 1, AT (0), y, AT (1), y);
      plx_canvas_line (canvas, plx_paint (PLX_INK_MUTED, 1), 1, AT (0.5), y - 0.5 * em, AT (0.5),
                       y + 0.5 * em);
      break;
    case PLX_SAMPLE_SMALL:
      plx_canvas_circle (canvas, &solid, AT (0.5), y, 0.22 * em);
      break;
    case PLX_SAMPLE_SOLID:
      plx_canvas_rectangle (canvas, &solid, MIN (AT (0.1), AT (2)), y - 0.4 * em, 1.9 * em,
                            0.8 * em, 0);
      break;
    case PLX_SAMPLE_LINE:
      plx_canvas_line (canvas, plx_paint (PLX_INK_MUTED, 1), MAX (1, 0.12 * em), AT (0.1), y,
                       AT (2), y);
      break;
    case PLX_SAMPLE_HOLLOW:
      plx_canvas_rectangle (canvas, &edge, MIN (AT (0.1), AT (2)), y - 0.4 * em, 1.9 * em,
                            0.8 * em, 0);
      break;
    case PLX_SAMPLE_HATCHED:
      plx_canvas_rectangle (canvas, &edge, MIN (AT (0.1), AT (2)), y - 0.4 * em, 1.9 * em,
                            0.8 * em, 0);
      plx_canvas_hatch (canvas, plx_paint (PLX_INK_MUTED, 1), 1, 0.4 * em,
                        MIN (AT (0.1), AT (2)), y - 0.4 * em, 1.9 * em, 0.8 * em);
      break;
    case PLX_SAMPLE_NONE:
    default:
      break;
    }
#undef AT
}

void
plx_key_draw (const PlxKey *self,
              PlxChart     *chart,
              PlxCanvas    *canvas,
              double        x,
              double        y)
{
  double em = plx_typesetter_font_size (chart->type, PLX_FONT_SMALL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double line_y = y + item->y;
      double text_x = x + item->x + sample_width (item->sample, em);

      for (guint line = 0; line < item->lines->len; line++)
        {
          const PlxLabel *label = g_ptr_array_index (item->lines, line);

          if (line == 0)
            draw_sample (chart, canvas, item->sample, x + item->x, line_y + label->height / 2,
                         em);
          plx_canvas_label (canvas, label, plx_paint (PLX_INK_MUTED, 1),
                            plx_chart_mirror (chart, text_x), line_y,
                            plx_chart_mirror_align (chart, PLX_ALIGN_LEFT));
          line_y += label->height;
        }
    }
}
