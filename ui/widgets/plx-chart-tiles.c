/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-tiles.h"

/* About half a window: two or three are in sight. */
#define TILE_HEIGHT 400.0

GPtrArray *
plx_chart_tiles_new (PlxChart           *chart,
                     const PlxPlotStyle *style,
                     double              width,
                     double              height)
{
  GPtrArray *self = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  g_return_val_if_fail (chart != NULL && style != NULL, self);

  for (double y = 0; y < height; y += TILE_HEIGHT)
    {
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, y, width, MIN (TILE_HEIGHT, height - y));
      GskRenderNode *node = gsk_cairo_node_new (&bounds);
      cairo_t *cr = gsk_cairo_node_get_draw_context (node);

      /* The clip tells the chart what it can leave out. */
      plx_chart_draw (chart, cr, style, width, height, NULL);
      cairo_destroy (cr);
      g_ptr_array_add (self, node);
    }
  return self;
}

void
plx_chart_tiles_append (GPtrArray   *self,
                        GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL && GTK_IS_SNAPSHOT (snapshot));

  for (guint i = 0; i < self->len; i++)
    gtk_snapshot_append_node (snapshot, g_ptr_array_index (self, i));
}
