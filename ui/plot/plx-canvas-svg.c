/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-canvas-private.h"

#include <math.h>
#include <string.h>

static const char *const ink_names[PLX_N_INKS] = {
  [PLX_INK_FOREGROUND] = "foreground",
  [PLX_INK_MUTED] = "muted",
  [PLX_INK_NEGATIVE] = "negative",
  [PLX_INK_POSITIVE] = "positive",
  [PLX_INK_FOCUS] = "focus",
  [PLX_INK_BACKGROUND] = "background",
};

#define RULES(ink) \
  ".plx-fill-" ink "{fill:var(--plx-" ink ")}.plx-stroke-" ink "{stroke:var(--plx-" ink ")}\n"

const char *
plx_chart_get_svg_css (void)
{
  return RULES ("foreground") RULES ("muted") RULES ("negative") RULES ("positive")
         RULES ("focus") RULES ("background")
         ".plx-hit{fill:none;pointer-events:all}\n"
         "a:hover>.plx-hit{fill:var(--plx-foreground);fill-opacity:.06}\n"
         "a:focus-visible>.plx-hit{stroke:var(--plx-focus);stroke-width:2}\n";
}

void
plx_svg_append_number (GString *out,
                       double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  if (!isfinite (value))
    value = 0;
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  end = buffer + strlen (buffer) - 1;
  while (*end == '0')
    *end-- = '\0';
  if (*end == '.')
    *end = '\0';
  g_string_append (out, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
append_attribute (GString    *out,
                  const char *name,
                  double      value)
{
  g_string_append_printf (out, " %s=\"", name);
  plx_svg_append_number (out, value);
  g_string_append_c (out, '"');
}

static void
append_literal_paint (PlxSvgCanvas *self,
                      const char   *property,
                      PlxPaint      paint)
{
  const PlxColor *color = plx_canvas_get_color (&self->parent, paint.ink);
  GString *out = self->out;

  if (color == NULL || paint.alpha <= 0)
    {
      g_string_append_printf (out, " %s=\"none\"", property);
      return;
    }
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", property,
                          (guint) lround (color->red * 255), (guint) lround (color->green * 255),
                          (guint) lround (color->blue * 255));
  if (color->alpha * paint.alpha < 1)
    {
      g_autofree char *name = g_strconcat (property, "-opacity", NULL);

      append_attribute (out, name, color->alpha * paint.alpha);
    }
}

static void
append_paints (PlxSvgCanvas *self,
               PlxPaint      fill,
               PlxPaint      stroke)
{
  gboolean fills = fill.ink != PLX_INK_NONE && fill.alpha > 0;
  gboolean strokes = stroke.ink != PLX_INK_NONE && stroke.alpha > 0;

  if (self->options->standalone)
    {
      append_literal_paint (self, "fill", fill);
      if (strokes)
        append_literal_paint (self, "stroke", stroke);
      return;
    }

  if (fills || strokes)
    g_string_append_printf (self->out, " class=\"%s%s%s%s%s\"", fills ? "plx-fill-" : "",
                            fills ? ink_names[fill.ink] : "", fills && strokes ? " " : "",
                            strokes ? "plx-stroke-" : "", strokes ? ink_names[stroke.ink] : "");
  if (!fills)
    g_string_append (self->out, " fill=\"none\"");
  else if (fill.alpha < 1)
    append_attribute (self->out, "fill-opacity", fill.alpha);
  if (strokes && stroke.alpha < 1)
    append_attribute (self->out, "stroke-opacity", stroke.alpha);
}

static void
append_pen (PlxSvgCanvas *self,
            const PlxPen *pen)
{
  gboolean strokes = pen->line_width > 0 && pen->stroke.ink != PLX_INK_NONE &&
                     pen->stroke.alpha > 0;

  append_paints (self, pen->fill, strokes ? pen->stroke : plx_paint (PLX_INK_NONE, 0));
  if (strokes)
    {
      append_attribute (self->out, "stroke-width", pen->line_width);
      if (pen->dashed)
        append_attribute (self->out, "stroke-dasharray", pen->line_width * 2);
    }
}

static void
draw_polygon (PlxCanvas      *canvas,
              const PlxPen   *pen,
              const PlxPoint *points,
              guint           n_points,
              gboolean        closed)
{
  PlxSvgCanvas *self = (PlxSvgCanvas *) canvas;

  g_string_append (self->out, "<path d=\"");
  for (guint i = 0; i < n_points; i++)
    {
      g_string_append_c (self->out, i == 0 ? 'M' : 'L');
      plx_svg_append_number (self->out, points[i].x);
      g_string_append_c (self->out, ' ');
      plx_svg_append_number (self->out, points[i].y);
    }
  g_string_append (self->out, closed ? "Z\" stroke-linejoin=\"round\"" : "\"");
  append_pen (self, pen);
  g_string_append (self->out, "/>\n");
}

static void
draw_circle (PlxCanvas    *canvas,
             const PlxPen *pen,
             double        x,
             double        y,
             double        radius)
{
  PlxSvgCanvas *self = (PlxSvgCanvas *) canvas;

  g_string_append (self->out, "<circle");
  append_attribute (self->out, "cx", x);
  append_attribute (self->out, "cy", y);
  append_attribute (self->out, "r", radius);
  append_pen (self, pen);
  g_string_append (self->out, "/>\n");
}

static void
append_box (PlxSvgCanvas *self,
            double        x,
            double        y,
            double        width,
            double        height)
{
  append_attribute (self->out, "x", x);
  append_attribute (self->out, "y", y);
  append_attribute (self->out, "width", width);
  append_attribute (self->out, "height", height);
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
  PlxSvgCanvas *self = (PlxSvgCanvas *) canvas;

  g_string_append (self->out, "<rect");
  append_box (self, x, y, width, height);
  if (radius > 0)
    append_attribute (self->out, "rx", radius);
  append_pen (self, pen);
  g_string_append (self->out, "/>\n");
}

/* The reader's machine may lack the font: textLength keeps the width that the layout counted
 * on, so that nothing overlaps there either. */
static void
draw_text (PlxCanvas      *canvas,
           const PlxLabel *label,
           PlxPaint        paint,
           double          x,
           double          baseline)
{
  PlxSvgCanvas *self = (PlxSvgCanvas *) canvas;

  if (*label->text == '\0')
    return;

  g_string_append (self->out, "<text");
  append_attribute (self->out, "x", label->rtl ? x + label->width : x);
  append_attribute (self->out, "y", baseline);
  append_attribute (self->out, "font-size", plx_typesetter_font_size (self->type, label->font));
  if (plx_typesetter_is_bold (label->font))
    g_string_append (self->out, " font-weight=\"bold\"");
  if (label->rtl)
    g_string_append (self->out, " direction=\"rtl\"");
  append_attribute (self->out, "textLength", label->width);
  g_string_append (self->out, " lengthAdjust=\"spacingAndGlyphs\"");
  append_paints (self, paint, plx_paint (PLX_INK_NONE, 0));
  g_string_append_c (self->out, '>');
  plx_markup_append (self->out, label->text, -1);
  g_string_append (self->out, "</text>\n");
}

static void
begin_mark (PlxCanvas         *canvas,
            const PlxPlotMark *mark)
{
  PlxSvgCanvas *self = (PlxSvgCanvas *) canvas;
  g_autofree char *description = plx_chart_describe_mark (self->chart, mark);
  g_autofree char *target = NULL;

  if (self->options->link != NULL)
    target = self->options->link (mark, self->options->user_data);

  self->in_link = target != NULL;
  if (self->in_link)
    {
      g_string_append (self->out, "<a href=\"");
      plx_markup_append (self->out, target, -1);
      g_string_append (self->out, "\">");
    }
  else
    {
      g_string_append (self->out, "<g>");
    }
  g_string_append (self->out, "<title>");
  plx_markup_append (self->out, description, -1);
  g_string_append (self->out, "</title>\n");

  g_string_append (self->out, "<rect class=\"plx-hit\" fill=\"none\" pointer-events=\"all\"");
  append_box (self, mark->x, mark->y, mark->width, mark->height);
  g_string_append (self->out, "/>\n");
}

static void
end_mark (PlxCanvas *canvas)
{
  PlxSvgCanvas *self = (PlxSvgCanvas *) canvas;

  g_string_append (self->out, self->in_link ? "</a>\n" : "</g>\n");
}

void
plx_svg_canvas_init (PlxSvgCanvas        *self,
                     GString             *out,
                     PlxChart            *chart,
                     PlxTypesetter       *type,
                     const PlxPlotStyle  *style,
                     const PlxSvgOptions *options)
{
  static const PlxCanvasClass klass = {
    .polygon = draw_polygon,
    .circle = draw_circle,
    .rectangle = draw_rectangle,
    .text = draw_text,
    .begin_mark = begin_mark,
    .end_mark = end_mark,
  };

  self->parent.klass = &klass;
  self->parent.style = style;
  self->out = out;
  self->chart = chart;
  self->type = type;
  self->options = options;
  self->in_link = FALSE;
}
