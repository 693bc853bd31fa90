/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-map-chart.h"
#include "plx-plot-parts-private.h"

G_BEGIN_DECLS

#define PLX_MAP_MAX_TICKS 12

typedef struct
{
  guint           n;
  double          values[PLX_MAP_MAX_TICKS];
  const PlxLabel *labels[PLX_MAP_MAX_TICKS];
} PlxMapTicks;

typedef struct
{
  const PlxLabel *label; /* the name, a number where it has no room, or NULL */
  double          x, y;  /* its top left corner on the paper */
} PlxMapName;

typedef struct
{
  PlxChart          parent;
  const PlxSummary *summary;  /* borrowed */
  guint             axes[2];
  GArray           *points;   /* of PlxMapPoint, titles owned */
  double            view_x, view_y, view_extent;

  /* layout; y is upwards, so y.x0 is the lower edge */
  PlxScale    x, y;
  PlxMapTicks x_ticks, y_ticks;
  PlxPoles    x_poles;
  const PlxLabel *x_title, *y_top, *y_bottom;
  double      y_top_y, ticks_y, x_title_y, poles_y;
  GArray     *names;    /* of PlxMapName, as the marks of sources */
  guint       n_sources; /* the first marks; articles follow */
  GPtrArray  *notes;    /* of PlxLabel: lines that name sources by number, and those without
                         * evidence */
  double      notes_y;
  PlxKey      key;
  double      key_y;
  const PlxLabel *message;
} PlxMap;

double   plx_map_layout    (PlxChart *chart);
void     plx_map_draw      (PlxChart *chart, PlxCanvas *canvas, const PlxPlotEmphasis *emphasis);

/* plx-map-view.c: which part is shown */
gboolean plx_map_zoom      (PlxChart *chart, double factor, double x, double y);
gboolean plx_map_pan       (PlxChart *chart, double dx, double dy);
gboolean plx_map_is_zoomed (PlxChart *chart);
void     plx_map_take_view (PlxChart *chart, PlxChart *other);

/* plx_map_find_extent: Returns: how far from zero the whole map reaches, on both axes */
double   plx_map_find_extent (const PlxMap *self);

/* plx_map_from_chart: Returns: NULL, after a warning, if @chart is no map */
static inline PlxMap *
plx_map_from_chart (PlxChart *chart)
{
  g_return_val_if_fail (chart != NULL && chart->klass->layout == plx_map_layout, NULL);

  return (PlxMap *) chart;
}

static inline const PlxSummaryRow *
plx_map_get_row (const PlxMap *self,
                 guint         row)
{
  return g_ptr_array_index (self->summary->rows, row);
}

static inline const PlxSummaryAxis *
plx_map_get_figures (const PlxMap *self,
                     guint         row,
                     guint         which)
{
  return &plx_map_get_row (self, row)->axes[self->axes[which]];
}

G_END_DECLS
