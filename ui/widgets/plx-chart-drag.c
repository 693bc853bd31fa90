/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-drag.h"

/* As wide as a page of a report. */
#define DRAG_WIDTH 720

/* As pixels: GTK makes a file of them, on a thread, for whoever they are dropped on. */
static GdkTexture *
make_texture (PlxChart *chart)
{
  cairo_surface_t *image = plx_chart_render_image (chart, &plx_plot_style_print, DRAG_WIDTH, NULL);
  g_autoptr (GBytes) bytes = NULL;
  int width, height, stride;

  if (image == NULL)
    return NULL;
  cairo_surface_flush (image);
  width = cairo_image_surface_get_width (image);
  height = cairo_image_surface_get_height (image);
  stride = cairo_image_surface_get_stride (image);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (image), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, image);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            PlxChartView  *view)
{
  PlxChart *chart = plx_chart_view_get_chart (view);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GdkContentProvider *providers[2];
  guint n = 0;

  if (chart == NULL || plx_chart_view_is_zoomed (view))
    return NULL;
  svg = plx_chart_render (chart, PLX_EXPORT_SVG, &plx_plot_style_print, DRAG_WIDTH, NULL);
  texture = make_texture (chart);
  if (texture != NULL)
    providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  if (svg != NULL)
    providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  return n > 0 ? gdk_content_provider_new_union (providers, n) : NULL;
}

void
plx_chart_drag_attach (PlxChartView *view)
{
  GtkDragSource *source;

  g_return_if_fail (PLX_IS_CHART_VIEW (view));

  source = gtk_drag_source_new ();
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (source));
}
