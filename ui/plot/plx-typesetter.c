/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-typesetter-private.h"

#include <math.h>
#include <string.h>

/* No line of a chart shows more; a name of a megabyte is not worth laying out. */
#define MAX_CHARACTERS 400
#define ELLIPSIS "…"
/* More texts than a chart of hundreds of sources has are not kept for the next. */
#define MAX_KEPT_LAYOUTS 4000

static const struct
{
  double   scale; /* of the style's text size */
  gboolean bold;
} fonts[PLX_N_FONTS] = {
  [PLX_FONT_TITLE] = { 1.3, TRUE },
  [PLX_FONT_HEADING] = { 1.08, TRUE },
  [PLX_FONT_BODY] = { 1.0, FALSE },
  [PLX_FONT_STRONG] = { 1.0, TRUE },
  [PLX_FONT_SMALL] = { 0.85, FALSE },
};

struct _PlxTypesetter
{
  PangoContext         *context;
  PangoFontDescription *descriptions[PLX_N_FONTS];
  PangoAttrList        *attributes;
  GPtrArray            *labels; /* of PlxLabel */
  GHashTable           *layouts[PLX_N_FONTS]; /* text → PangoLayout: measured, then drawn */
  char                 *font;   /* of the style; nullable */
  guint                 serial; /* of the fonts there were */
  char                 *family;
  gboolean              rtl;
  double                text_size;
  double                line_heights[PLX_N_FONTS]; /* 0: not measured yet */
};

static void
label_free (gpointer data)
{
  PlxLabel *label = data;

  g_clear_object (&label->layout);
  g_free (label->text);
  g_free (label);
}

static void
free_typesetter (gpointer data)
{
  PlxTypesetter *self = data;

  g_ptr_array_unref (self->labels);
  pango_attr_list_unref (self->attributes);
  for (PlxFont font = 0; font < PLX_N_FONTS; font++)
    {
      pango_font_description_free (self->descriptions[font]);
      g_hash_table_unref (self->layouts[font]);
    }
  g_object_unref (self->context);
  g_free (self->font);
  g_free (self->family);
  g_free (self);
}

/* A chart is laid out again at each width, and the next has mostly the same names and figures: the
 * last typesetter that a thread is done with is kept, with the texts it has laid out. */
static GPrivate spare = G_PRIVATE_INIT (free_typesetter);

static PlxTypesetter *
take_spare (const PlxPlotStyle *style)
{
  PlxTypesetter *self = g_private_get (&spare);

  if (self == NULL || self->rtl != style->rtl || g_strcmp0 (self->font, style->font) != 0 ||
      self->text_size != CLAMP (style->text_size, 1, 1000) ||
      self->serial != pango_font_map_get_serial (pango_cairo_font_map_get_default ()))
    return NULL;
  g_private_set (&spare, NULL);
  return self;
}

static PlxTypesetter *
make_typesetter (const PlxPlotStyle *style)
{
  PlxTypesetter *self = g_new0 (PlxTypesetter, 1);
  g_autoptr (PangoFontDescription) base = NULL;
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_base_dir (self->context,
                              style->rtl ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  cairo_font_options_destroy (options);

  base = pango_font_description_from_string (style->font != NULL ? style->font : "Sans");
  pango_font_description_unset_fields (base, PANGO_FONT_MASK_SIZE | PANGO_FONT_MASK_WEIGHT);
  if (pango_font_description_get_family (base) == NULL)
    pango_font_description_set_family (base, "Sans");
  self->family = g_strdup (pango_font_description_get_family (base));
  self->font = g_strdup (style->font);
  self->serial = pango_font_map_get_serial (pango_cairo_font_map_get_default ());
  self->rtl = style->rtl;
  self->text_size = CLAMP (style->text_size, 1, 1000);

  for (PlxFont font = 0; font < PLX_N_FONTS; font++)
    {
      PangoFontDescription *description = pango_font_description_copy (base);
      double size = plx_typesetter_font_size (self, font);

      pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
      if (fonts[font].bold)
        pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
      self->descriptions[font] = description;
      self->layouts[font] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
    }

  /* Tabular figures, so that numbers below each other compare digit by digit. */
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum=1"));
  self->labels = g_ptr_array_new_with_free_func (label_free);
  return self;
}

PlxTypesetter *
plx_typesetter_new (const PlxPlotStyle *style)
{
  PlxTypesetter *self = take_spare (style);

  return self != NULL ? self : make_typesetter (style);
}

void
plx_typesetter_free (PlxTypesetter *self)
{
  guint n = 0;

  if (self == NULL)
    return;

  g_ptr_array_set_size (self->labels, 0);
  for (PlxFont font = 0; font < PLX_N_FONTS; font++)
    n += g_hash_table_size (self->layouts[font]);
  if (n > MAX_KEPT_LAYOUTS)
    free_typesetter (self);
  else
    g_private_replace (&spare, self);
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/* One line of valid text without control characters, not longer than anybody would read. Marks
 * that turn the direction of what follows go too: a name must not reach out of its place. */
static char *
clean (const char *text,
       gboolean    rtl)
{
  g_autofree char *valid = g_utf8_make_valid (text, strnlen (text, MAX_CHARACTERS * 4));
  GString *line = g_string_sized_new (strlen (valid));
  guint n = 0;

  /* Figures alone keep their sign in front, even in a right-to-left chart. */
  if (rtl && *valid != '\0' && !has_letter (valid))
    g_string_append (line, "\u200E");
  for (const char *p = valid; *p != '\0' && n < MAX_CHARACTERS; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        continue;
      else if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        g_string_append_c (line, ' ');
      else
        g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}

static PangoLayout *
create_layout (PlxTypesetter *self,
               PlxFont        font,
               const char    *text,
               int            length)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->descriptions[font]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, length);
  return layout;
}

/* Laying out a line is most of the work of a chart, and names and figures come again and again.
 * The layout must not be changed.
 * Returns: (transfer full) */
static PangoLayout *
dup_layout (PlxTypesetter *self,
            PlxFont        font,
            const char    *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts[font], text);

  if (layout == NULL)
    {
      layout = create_layout (self, font, text, -1);
      g_hash_table_insert (self->layouts[font], (gpointer) pango_layout_get_text (layout), layout);
    }
  return g_object_ref (layout);
}

static double
layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

/* The longest beginning of @text that fits with an ellipsis, cut between what a reader takes for
 * characters. Halving needs few measurements, whatever the script and direction. */
static char *
shorten (PlxTypesetter *self,
         PlxFont        font,
         PangoLayout   *whole,
         double         max_width)
{
  const char *text = pango_layout_get_text (whole);
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (whole, &n_attrs);
  g_autoptr (GString) best = g_string_new (ELLIPSIS);
  int low = 0;
  int high = n_attrs - 2;

  while (low < high)
    {
      int middle = (low + high + 1) / 2;
      g_autoptr (GString) candidate = NULL;
      g_autoptr (PangoLayout) layout = NULL;
      int cut = middle;

      while (cut > 0 && !attrs[cut].is_cursor_position)
        cut--;
      candidate = g_string_new_len (text, g_utf8_offset_to_pointer (text, cut) - text);
      g_strchomp (candidate->str);
      g_string_truncate (candidate, strlen (candidate->str));
      g_string_append (candidate, ELLIPSIS);
      layout = create_layout (self, font, candidate->str, candidate->len);

      if (layout_width (layout) <= max_width)
        {
          g_string_assign (best, candidate->str);
          low = middle;
        }
      else
        {
          high = middle - 1;
        }
    }
  return g_strdup (best->str);
}

static PlxLabel *
add_label (PlxTypesetter *self,
           PlxFont        font,
           PangoLayout   *layout)
{
  PlxLabel *label = g_new0 (PlxLabel, 1);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  label->layout = g_object_ref (layout);
  label->text = g_strdup (pango_layout_get_text (layout));
  label->font = font;
  label->width = logical.width / (double) PANGO_SCALE;
  label->height = plx_typesetter_line_height (self, font);
  label->ascent = pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
  label->rtl = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  g_ptr_array_add (self->labels, label);
  return label;
}

const PlxLabel *
plx_typesetter_line (PlxTypesetter *self,
                     PlxFont        font,
                     const char    *text,
                     double         max_width)
{
  g_autofree char *line = clean (text, self->rtl);
  g_autoptr (PangoLayout) layout = dup_layout (self, font, line);
  PlxLabel *label;

  if (layout_width (layout) > max_width)
    {
      g_autofree char *shortened = shorten (self, font, layout, max_width);

      g_object_unref (layout);
      layout = create_layout (self, font, shortened, -1);
      label = add_label (self, font, layout);
      label->shortened = TRUE;
      return label;
    }
  return add_label (self, font, layout);
}

double
plx_typesetter_wrap (PlxTypesetter *self,
                     PlxFont        font,
                     const char    *text,
                     double         width,
                     guint          max_lines,
                     GPtrArray     *out_lines)
{
  g_autofree char *all = clean (text, self->rtl);
  g_autoptr (PangoLayout) layout = create_layout (self, font, all, -1);
  guint n_lines;

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  n_lines = MIN ((guint) pango_layout_get_line_count (layout), MAX (max_lines, 1));

  for (guint i = 0; out_lines != NULL && i < n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      gboolean is_last = i + 1 == n_lines;
      g_autofree char *part = is_last ? g_strdup (all + line->start_index)
                                      : g_strndup (all + line->start_index, line->length);

      g_ptr_array_add (out_lines,
                       (gpointer) plx_typesetter_line (self, font, g_strstrip (part), width));
    }
  return n_lines * plx_typesetter_line_height (self, font);
}

double
plx_typesetter_width (PlxTypesetter *self,
                      PlxFont        font,
                      const char    *text)
{
  g_autofree char *line = clean (text, self->rtl);
  g_autoptr (PangoLayout) layout = dup_layout (self, font, line);

  return layout_width (layout);
}

double
plx_typesetter_font_size (const PlxTypesetter *self,
                          PlxFont              font)
{
  return self->text_size * fonts[font].scale;
}

double
plx_typesetter_line_height (PlxTypesetter *self,
                            PlxFont        font)
{
  if (self->line_heights[font] <= 0)
    {
      g_autoptr (PangoLayout) layout = create_layout (self, font, "Ég", -1);
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      self->line_heights[font] = logical.height / (double) PANGO_SCALE;
    }
  return self->line_heights[font];
}

const char *
plx_typesetter_family (const PlxTypesetter *self)
{
  return self->family;
}

gboolean
plx_typesetter_is_bold (PlxFont font)
{
  return fonts[font].bold;
}
