/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-theme.h"

const PlxPlotStyle *
plx_theme_get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? &plx_plot_style_dark_strong : &plx_plot_style_light_strong;
  return dark ? &plx_plot_style_dark : &plx_plot_style_light;
}

void
plx_theme_init (PlxTheme  *self,
                GtkWidget *widget)
{
  PangoContext *context;
  const PangoFontDescription *font;
  GdkRGBA ground;
  double size;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (widget));

  context = gtk_widget_get_pango_context (widget);
  font = pango_context_get_font_description (context);
  size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    {
      double dpi = pango_cairo_context_get_resolution (context);

      size *= (dpi > 0 ? dpi : 96) / 72;
    }

  self->style = *plx_theme_get_palette ();
  self->font = g_strdup (pango_font_description_get_family (font));
  self->style.font = self->font;
  self->style.text_size = size;
  self->style.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->style.on_ground = TRUE;
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color",
                                      &ground))
    self->style.background = (PlxColor) { ground.red, ground.green, ground.blue, 1 };
}

void
plx_theme_clear (PlxTheme *self)
{
  g_clear_pointer (&self->font, g_free);
}

void
plx_theme_watch (GtkWidget *widget,
                 GCallback  changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_object (manager, "notify::dark", changed, widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, widget, G_CONNECT_SWAPPED);
}

GdkRGBA
plx_color_to_rgba (const PlxColor *color,
                   double          alpha)
{
  g_return_val_if_fail (color != NULL, ((GdkRGBA) { 0, 0, 0, 1 }));

  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha * alpha };
}
