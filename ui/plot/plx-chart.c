/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-private.h"

#include <math.h>
#include <string.h>

/* Wider is no chart but a mistake, narrower cannot be read; layouts need not care for either. */
#define MIN_WIDTH_EM 9.0
#define MAX_WIDTH 20000.0

void
plx_chart_init (PlxChart            *self,
                const PlxChartClass *klass)
{
  self->klass = klass;
  self->marks = g_array_new (FALSE, FALSE, sizeof (PlxPlotMark));
  self->title_lines = g_ptr_array_new ();
  self->clip_bottom = INFINITY;
}

void
plx_chart_free (PlxChart *self)
{
  if (self == NULL)
    return;

  if (self->klass->finalize != NULL)
    self->klass->finalize (self);
  g_clear_pointer (&self->type, plx_typesetter_free);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->title_lines);
  g_free (self->font);
  g_free (self->title);
  if (self->free_kept != NULL)
    self->free_kept (self->kept);
  g_free (self);
}

void
plx_chart_keep (PlxChart      *self,
                gpointer       data,
                GDestroyNotify free_data)
{
  g_return_if_fail (self != NULL && self->free_kept == NULL);

  self->kept = data;
  self->free_kept = free_data;
}

const char *
plx_chart_get_kind (PlxChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass->kind;
}

void
plx_chart_invalidate (PlxChart *self)
{
  self->valid = FALSE;
}

void
plx_chart_set_title (PlxChart   *self,
                     const char *title)
{
  g_return_if_fail (self != NULL);

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  plx_chart_invalidate (self);
}

static void
lay_out (PlxChart           *self,
         const PlxPlotStyle *style,
         double              width)
{
  double clamped = CLAMP (width, style->text_size * MIN_WIDTH_EM, MAX_WIDTH);

  if (self->valid && self->width == clamped && self->em == style->text_size &&
      self->rtl == style->rtl && g_strcmp0 (self->font, style->font) == 0)
    return;

  g_clear_pointer (&self->type, plx_typesetter_free);
  g_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->title_lines, 0);
  self->type = plx_typesetter_new (style);
  self->width = clamped;
  self->em = style->text_size;
  self->rtl = style->rtl;
  if (self->font != style->font)
    {
      g_free (self->font);
      self->font = g_strdup (style->font);
    }

  self->top = self->em;
  if (self->title != NULL && *self->title != '\0')
    self->top += plx_typesetter_wrap (self->type, PLX_FONT_TITLE, self->title,
                                      self->width - 2 * self->em, 3, self->title_lines) +
                 0.6 * self->em;
  self->height = self->klass->layout (self);
  self->valid = TRUE;
}

double
plx_chart_measure (PlxChart           *self,
                   const PlxPlotStyle *style,
                   double              width)
{
  g_return_val_if_fail (self != NULL && style != NULL, 0);

  lay_out (self, style, width);
  return self->height;
}

static void
draw_title (PlxChart  *self,
            PlxCanvas *canvas)
{
  double y = self->em;

  for (guint i = 0; i < self->title_lines->len; i++)
    {
      const PlxLabel *line = g_ptr_array_index (self->title_lines, i);

      plx_canvas_label (canvas, line, plx_paint (PLX_INK_FOREGROUND, 1),
                        plx_chart_mirror (self, self->em), y,
                        plx_chart_mirror_align (self, PLX_ALIGN_LEFT));
      y += line->height;
    }
}

void
plx_chart_draw (PlxChart              *self,
                cairo_t               *cr,
                const PlxPlotStyle    *style,
                double                 width,
                double                 height,
                const PlxPlotEmphasis *emphasis)
{
  static const PlxPlotEmphasis plain = { NULL };
  PlxCairoCanvas canvas;
  double x1, y1, x2, y2;

  g_return_if_fail (self != NULL && cr != NULL && style != NULL);

  lay_out (self, style, width);
  cairo_save (cr);
  plx_cairo_canvas_init (&canvas, cr, style);
  if (style->background.alpha > 0 && !style->on_ground)
    {
      PlxPen ground = { .fill = plx_paint (PLX_INK_BACKGROUND, 1) };

      plx_canvas_rectangle (&canvas.parent, &ground, 0, 0, MAX (width, self->width),
                            MAX (height, self->height), 0);
    }

  cairo_clip_extents (cr, &x1, &y1, &x2, &y2);
  self->clip_top = y1;
  self->clip_bottom = y2;
  draw_title (self, &canvas.parent);
  self->klass->draw (self, &canvas.parent, emphasis != NULL ? emphasis : &plain);
  self->clip_top = 0;
  self->clip_bottom = INFINITY;
  cairo_restore (cr);
}

GArray *
plx_chart_list_marks (PlxChart           *self,
                      const PlxPlotStyle *style,
                      double              width)
{
  g_return_val_if_fail (self != NULL && style != NULL, NULL);

  lay_out (self, style, width);
  return g_array_copy (self->marks);
}

char *
plx_chart_describe_mark (PlxChart          *self,
                         const PlxPlotMark *mark)
{
  g_return_val_if_fail (self != NULL && mark != NULL, NULL);

  return self->klass->describe_mark (self, mark);
}

gboolean
plx_chart_locate (PlxChart          *self,
                  const PlxPlotMark *mark,
                  PlxPlotPlace      *out_place)
{
  g_return_val_if_fail (self != NULL && mark != NULL && out_place != NULL, FALSE);

  if (self->klass->locate == NULL)
    return FALSE;

  *out_place = (PlxPlotPlace) { .sentence = PLX_NONE, .axis = PLX_NONE };
  self->klass->locate (self, mark, out_place);
  return TRUE;
}

gboolean
plx_chart_can_zoom (PlxChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->klass->zoom != NULL;
}

gboolean
plx_chart_zoom (PlxChart *self,
                double    factor,
                double    x,
                double    y)
{
  g_return_val_if_fail (self != NULL && factor >= 0, FALSE);

  return self->klass->zoom != NULL && self->valid && self->klass->zoom (self, factor, x, y);
}

gboolean
plx_chart_pan (PlxChart *self,
               double    dx,
               double    dy)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->klass->pan != NULL && self->valid && self->klass->pan (self, dx, dy);
}

gboolean
plx_chart_is_zoomed (PlxChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->klass->is_zoomed != NULL && self->klass->is_zoomed (self);
}

void
plx_chart_take_view (PlxChart *self,
                     PlxChart *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  if (self->klass->take_view != NULL && self->klass == other->klass)
    self->klass->take_view (self, other);
}

char *
plx_chart_describe (PlxChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass->describe (self);
}

PlxPlotTable *
plx_chart_to_table (PlxChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->klass->to_table (self);
}

static void
append_svg_head (GString             *out,
                 PlxChart            *self,
                 const PlxPlotStyle  *style,
                 const PlxSvgOptions *options)
{
  const char *id = options->id != NULL ? options->id : "chart";
  g_autofree char *description = plx_chart_describe (self);

  if (options->standalone)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  plx_svg_append_number (out, ceil (self->width));
  g_string_append (out, "\" height=\"");
  plx_svg_append_number (out, ceil (self->height));
  g_string_append (out, "\" viewBox=\"0 0 ");
  plx_svg_append_number (out, ceil (self->width));
  g_string_append_c (out, ' ');
  plx_svg_append_number (out, ceil (self->height));
  g_string_append_printf (out, "\" direction=\"ltr\" role=\"group\" aria-labelledby=\"%s-title\" "
                          "aria-describedby=\"%s-desc\" font-family=\"", id, id);
  plx_markup_append (out, plx_typesetter_family (self->type), -1);
  g_string_append_printf (out, ", sans-serif\" style=\"font-variant-numeric: tabular-nums\">\n"
                          "<title id=\"%s-title\">", id);
  plx_markup_append (out, options->label != NULL ? options->label
                                                 : self->title != NULL ? self->title
                                                                       : self->klass->kind, -1);
  g_string_append_printf (out, "</title>\n<desc id=\"%s-desc\">", id);
  plx_markup_append (out, description, -1);
  g_string_append (out, "</desc>\n");
}

char *
plx_chart_to_svg (PlxChart            *self,
                  const PlxPlotStyle  *style,
                  double               width,
                  const PlxSvgOptions *options)
{
  static const PlxPlotEmphasis plain = { NULL };
  static const PlxSvgOptions none = { FALSE };
  g_autoptr (GString) out = g_string_new (NULL);
  PlxSvgCanvas canvas;

  g_return_val_if_fail (self != NULL && style != NULL, NULL);

  if (options == NULL)
    options = &none;
  lay_out (self, style, width);
  append_svg_head (out, self, style, options);
  plx_svg_canvas_init (&canvas, out, self, self->type, style, options);
  if (options->standalone && style->background.alpha > 0)
    {
      PlxPen ground = { .fill = plx_paint (PLX_INK_BACKGROUND, 1) };

      plx_canvas_rectangle (&canvas.parent, &ground, 0, 0, ceil (self->width),
                            ceil (self->height), 0);
    }
  if (!options->standalone)
    g_string_append_printf (out, "<g id=\"%s-drawing\">\n",
                            options->id != NULL ? options->id : "chart");
  draw_title (self, &canvas.parent);
  self->klass->draw (self, &canvas.parent, &plain);
  g_string_append (out, options->standalone ? "</svg>\n" : "</g>\n</svg>\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
draw_ground (PlxChart              *self,
             PlxCanvas             *canvas,
             const PlxPlotMark     *mark,
             const PlxPlotEmphasis *emphasis)
{
  gboolean strong = canvas->style->strong;
  gboolean selected = plx_plot_mark_equal (mark, emphasis->selected);
  PlxPen pen = { .line_width = strong ? 2 : 1 };

  if (!selected && !plx_plot_mark_equal (mark, emphasis->hovered))
    return;

  pen.fill = plx_paint (PLX_INK_FOREGROUND, selected ? strong ? 0.25 : 0.12 : strong ? 0.14 : 0.06);
  /* Of a mark some pixels wide nobody would see the ground. */
  if (selected && mark->width < 2 * self->em)
    pen.stroke = plx_paint (PLX_INK_FOREGROUND, strong ? 1 : 0.6);
  plx_canvas_rectangle (canvas, &pen, mark->x, mark->y, mark->width, mark->height,
                        MIN (0.35 * self->em, mark->width / 2));
}

static void
draw_ring (PlxChart              *self,
           PlxCanvas             *canvas,
           const PlxPlotMark     *mark,
           const PlxPlotEmphasis *emphasis)
{
  double line = canvas->style->strong ? 3 : 2;
  PlxPen pen = { .stroke = plx_paint (PLX_INK_FOCUS, 1), .line_width = line };
  /* Around a narrow mark, not over it. */
  double inset = mark->width < 2 * self->em ? -line / 2 : line / 2;

  if (plx_plot_mark_equal (mark, emphasis->focused))
    plx_canvas_rectangle (canvas, &pen, mark->x + inset, mark->y + inset, mark->width - 2 * inset,
                          mark->height - 2 * inset, MIN (0.35 * self->em, mark->width / 2));
}

void
plx_chart_draw_mark_state (PlxChart              *self,
                           PlxCanvas             *canvas,
                           const PlxPlotMark     *mark,
                           const PlxPlotEmphasis *emphasis)
{
  draw_ground (self, canvas, mark, emphasis);
  draw_ring (self, canvas, mark, emphasis);
}

typedef void (*StateFunc) (PlxChart *self, PlxCanvas *canvas, const PlxPlotMark *mark,
                           const PlxPlotEmphasis *emphasis);

static void
draw_states (PlxChart              *self,
             cairo_t               *cr,
             const PlxPlotStyle    *style,
             const PlxPlotEmphasis *emphasis,
             StateFunc              draw)
{
  const PlxPlotMark *marks[] = { emphasis->selected, emphasis->hovered, emphasis->focused };
  PlxCairoCanvas canvas;

  cairo_save (cr);
  plx_cairo_canvas_init (&canvas, cr, style);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gboolean again = FALSE;

      for (guint j = 0; j < i; j++)
        again |= plx_plot_mark_equal (marks[i], marks[j]);
      if (marks[i] != NULL && !again)
        draw (self, &canvas.parent, marks[i], emphasis);
    }
  cairo_restore (cr);
}

void
plx_chart_draw_grounds (PlxChart              *self,
                        cairo_t               *cr,
                        const PlxPlotStyle    *style,
                        const PlxPlotEmphasis *emphasis)
{
  g_return_if_fail (self != NULL && cr != NULL && style != NULL && emphasis != NULL);

  draw_states (self, cr, style, emphasis, draw_ground);
}

void
plx_chart_draw_rings (PlxChart              *self,
                      cairo_t               *cr,
                      const PlxPlotStyle    *style,
                      const PlxPlotEmphasis *emphasis)
{
  g_return_if_fail (self != NULL && cr != NULL && style != NULL && emphasis != NULL);

  draw_states (self, cr, style, emphasis, draw_ring);
}
