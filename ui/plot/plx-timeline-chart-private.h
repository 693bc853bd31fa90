/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-row-frame-private.h"
#include "plx-timeline-chart.h"

G_BEGIN_DECLS

#define PLX_TIMELINE_MAX_TICKS 24

typedef struct
{
  char       *name;
  GArray     *points; /* of PlxTimelinePoint, titles owned, by day */
  PlxRowLabel label;  /* laid out */
  GArray     *course; /* of PlxPoint, laid out: the mean; NaN breaks it */
  gboolean    crowded; /* laid out: the points hide each other: the mean is what is to be seen */
} PlxTimelineSource;

typedef struct
{
  PlxChart    parent;
  PlxAxis     axis;
  GArray     *sources; /* of PlxTimelineSource */

  /* layout */
  PlxRowFrame     frame;
  PlxScale        time;   /* days */
  double          first, last; /* days of articles; the scale may reach further */
  double          extent; /* of scores, at the edges of a strip */
  guint           n_ticks;
  double          tick_days[PLX_TIMELINE_MAX_TICKS];
  const PlxLabel *tick_labels[PLX_TIMELINE_MAX_TICKS];
  const PlxLabel *heading, *span, *up, *down, *message;
  double          span_y, poles_y, rows_y, ticks_y;
  PlxKey          key;
  double          key_y;
} PlxTimeline;

double plx_timeline_layout (PlxChart *chart);
void   plx_timeline_draw   (PlxChart *chart, PlxCanvas *canvas, const PlxPlotEmphasis *emphasis);

/* plx_timeline_format: Returns: (transfer full): a day in the locale's words */
char  *plx_timeline_format (double day, const char *format);

G_END_DECLS
