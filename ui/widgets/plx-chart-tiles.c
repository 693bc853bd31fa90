/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-tiles.h"

#include <math.h>

/* About half a window: two or three are in sight. */
#define TILE_HEIGHT 400.0

struct _PlxChartTiles
{
  PlxChart       *chart; /* borrowed */
  double          width, height;
  guint           n, n_drawn;
  GskRenderNode **nodes; /* NULL: not drawn yet */
};

PlxChartTiles *
plx_chart_tiles_new (PlxChart *chart,
                     double    width,
                     double    height)
{
  PlxChartTiles *self;

  g_return_val_if_fail (chart != NULL && width >= 0 && height >= 0, NULL);

  self = g_new0 (PlxChartTiles, 1);
  self->chart = chart;
  self->width = width;
  self->height = height;
  self->n = (guint) ceil (height / TILE_HEIGHT);
  self->nodes = g_new0 (GskRenderNode *, MAX (self->n, 1));
  return self;
}

void
plx_chart_tiles_free (PlxChartTiles *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->nodes[i], gsk_render_node_unref);
  g_free (self->nodes);
  g_free (self);
}

static GskRenderNode *
draw_tile (const PlxChartTiles *self,
           const PlxPlotStyle  *style,
           guint                index)
{
  double y = index * TILE_HEIGHT;
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, y, self->width, MIN (TILE_HEIGHT, self->height - y));
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  /* The clip tells the chart what it can leave out. */
  plx_chart_draw (self->chart, cr, style, self->width, self->height, NULL);
  cairo_destroy (cr);
  return node;
}

void
plx_chart_tiles_append (PlxChartTiles      *self,
                        GtkSnapshot        *snapshot,
                        const PlxPlotStyle *style,
                        double              top,
                        double              bottom)
{
  g_return_if_fail (self != NULL && GTK_IS_SNAPSHOT (snapshot));

  for (guint i = 0; i < self->n; i++)
    {
      gboolean in_sight = (i + 1) * TILE_HEIGHT > top && i * TILE_HEIGHT < bottom;

      if (self->nodes[i] == NULL && in_sight)
        {
          self->nodes[i] = draw_tile (self, style, i);
          self->n_drawn++;
        }
      if (self->nodes[i] != NULL)
        gtk_snapshot_append_node (snapshot, self->nodes[i]);
    }
}

gboolean
plx_chart_tiles_is_complete (const PlxChartTiles *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_drawn == self->n;
}
