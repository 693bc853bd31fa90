/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-letters.h"

#include <pango/pangocairo.h>

/* What is known is kept at the font map: letters by font, until the fonts or their scale change. */
typedef struct
{
  GHashTable *by_font; /* PangoFontDescription → PlxLetters */
  guint       serial;
  double      resolution;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_hash_table_unref (known->by_font);
  g_free (known);
}

static Known *
get_known (PangoContext *context)
{
  PangoFontMap *map = pango_context_get_font_map (context);
  guint serial = pango_font_map_get_serial (map);
  double resolution = pango_cairo_context_get_resolution (context);
  Known *known = g_object_get_data (G_OBJECT (map), "plx-letters");

  if (known != NULL && known->serial == serial && known->resolution == resolution)
    return known;
  known = g_new0 (Known, 1);
  known->by_font = g_hash_table_new_full ((GHashFunc) pango_font_description_hash,
                                          (GEqualFunc) pango_font_description_equal,
                                          (GDestroyNotify) pango_font_description_free, g_free);
  known->serial = serial;
  known->resolution = resolution;
  g_object_set_data_full (G_OBJECT (map), "plx-letters", known, known_free);
  return known;
}

PlxLetters
plx_letters_measure (GtkWidget *widget)
{
  PangoContext *context;
  PangoFontMetrics *metrics;
  PlxLetters *letters;
  Known *known;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), ((PlxLetters) { 1, 1, 1 }));

  context = gtk_widget_get_pango_context (widget);
  known = get_known (context);
  letters = g_hash_table_lookup (known->by_font, pango_context_get_font_description (context));
  if (letters != NULL)
    return *letters;

  metrics = pango_context_get_metrics (context, NULL, NULL);
  letters = g_new0 (PlxLetters, 1);
  letters->width =
    MAX (1, PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics)));
  letters->digit_width =
    MAX (letters->width, PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics)));
  letters->height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  if (letters->height == 0)
    letters->height = PANGO_PIXELS_CEIL (pango_font_metrics_get_ascent (metrics) +
                                         pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  g_hash_table_insert (known->by_font,
                       pango_font_description_copy (pango_context_get_font_description (context)),
                       letters);
  return *letters;
}
