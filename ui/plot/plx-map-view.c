/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-map-chart-private.h"

#include <math.h>

/* Closer, two scores that read the same would lie apart. */
#define MIN_EXTENT 0.02

void
plx_map_chart_set_view (PlxChart *chart,
                        double    x,
                        double    y,
                        double    extent)
{
  PlxMap *self = plx_map_from_chart (chart);

  g_return_if_fail (self != NULL && extent >= 0);

  self->view_x = x;
  self->view_y = y;
  self->view_extent = extent;
  plx_chart_invalidate (chart);
}

gboolean
plx_map_chart_unmap (PlxChart *chart,
                     double    x,
                     double    y,
                     double   *out_x,
                     double   *out_y)
{
  PlxMap *self = plx_map_from_chart (chart);

  g_return_val_if_fail (self != NULL && out_x != NULL && out_y != NULL, FALSE);

  x = plx_chart_mirror (chart, x);
  if (!chart->valid || x < self->x.x0 || x > self->x.x1 || y < self->y.x1 || y > self->y.x0)
    return FALSE;

  *out_x = self->x.from + (x - self->x.x0) / (self->x.x1 - self->x.x0) *
                          (self->x.to - self->x.from);
  *out_y = self->y.from + (y - self->y.x0) / (self->y.x1 - self->y.x0) *
                          (self->y.to - self->y.from);
  return TRUE;
}

/* Never beyond the edges of the whole map, and no further in than MIN_EXTENT. */
static gboolean
show (PlxMap *self,
      double  x,
      double  y,
      double  extent)
{
  double whole = plx_map_find_extent (self);

  if (extent >= whole * 0.999)
    x = y = extent = 0;
  else
    {
      extent = MAX (extent, MIN_EXTENT);
      x = CLAMP (x, extent - whole, whole - extent);
      y = CLAMP (y, extent - whole, whole - extent);
    }
  if (x == self->view_x && y == self->view_y && extent == self->view_extent)
    return FALSE;

  plx_map_chart_set_view (&self->parent, x, y, extent);
  return TRUE;
}

gboolean
plx_map_zoom (PlxChart *chart,
              double    factor,
              double    x,
              double    y)
{
  PlxMap *self = (PlxMap *) chart;
  double middle_x = self->view_x;
  double middle_y = self->view_y;
  double extent = self->view_extent > 0 ? self->view_extent : plx_map_find_extent (self);
  double at_x = middle_x;
  double at_y = middle_y;

  if (self->message != NULL)
    return FALSE;
  if (factor == 0)
    return show (self, 0, 0, INFINITY);

  plx_map_chart_unmap (chart, x, y, &at_x, &at_y);
  factor = extent / MAX (extent / factor, MIN_EXTENT);
  return show (self, at_x + (middle_x - at_x) / factor, at_y + (middle_y - at_y) / factor,
               extent / factor);
}

gboolean
plx_map_pan (PlxChart *chart,
             double    dx,
             double    dy)
{
  PlxMap *self = (PlxMap *) chart;

  if (self->view_extent <= 0 || self->message != NULL)
    return FALSE;

  dx *= (self->x.to - self->x.from) / (self->x.x1 - self->x.x0) * (chart->rtl ? -1 : 1);
  dy *= (self->y.to - self->y.from) / (self->y.x1 - self->y.x0);
  return show (self, self->view_x + dx, self->view_y + dy, self->view_extent);
}

gboolean
plx_map_is_zoomed (PlxChart *chart)
{
  return ((PlxMap *) chart)->view_extent > 0;
}

void
plx_map_take_view (PlxChart *chart,
                   PlxChart *other)
{
  const PlxMap *from = (const PlxMap *) other;
  PlxMap *self = (PlxMap *) chart;

  if (self->axes[0] == from->axes[0] && self->axes[1] == from->axes[1])
    show (self, from->view_x, from->view_y,
          from->view_extent > 0 ? from->view_extent : INFINITY);
}
