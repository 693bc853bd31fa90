/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-drag.h"

/* As wide as a page of a report. */
#define DRAG_WIDTH 720

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            PlxChartView  *view)
{
  PlxChart *chart = plx_chart_view_get_chart (view);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GdkContentProvider *providers[2];
  guint n = 0;

  if (chart == NULL || plx_chart_view_is_zoomed (view))
    return NULL;
  png = plx_chart_render (chart, PLX_EXPORT_PNG, &plx_plot_style_print, DRAG_WIDTH, NULL);
  svg = plx_chart_render (chart, PLX_EXPORT_SVG, &plx_plot_style_print, DRAG_WIDTH, NULL);
  texture = png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;
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
