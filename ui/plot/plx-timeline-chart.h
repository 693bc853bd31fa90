/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The timeline: a strip a source, time along it, its articles as dots above or below zero, and
 * the course of their mean as a line that breaks where nothing was published. All strips have
 * the same scales. Time runs with the reading direction. */

#include "plx-chart.h"

#include "analysis/lexicon/plx-lexicon.h"

G_BEGIN_DECLS

typedef struct
{
  double      day;    /* Julian day, as g_date_get_julian() counts, with the time as fraction */
  double      score;  /* -1 … +1 */
  gboolean    enough; /* cues for a score: else the dot is a ring and stays out of the mean */
  const char *title;  /* copied; NULL: untitled */
  gint64      article; /* what plx_chart_locate() is to call it; 0: nothing */
} PlxTimelinePoint;

/* plx_timeline_chart_new:
 * @axis: copied
 *
 * Marks: row is the number of a source in the order they were added, item that of its article. */
PlxChart *plx_timeline_chart_new        (const PlxAxis *axis);

/* plx_timeline_chart_add_source: @points in any order, copied */
void      plx_timeline_chart_add_source (PlxChart *self, const char *source,
                                         const PlxTimelinePoint *points, guint n_points);

/* plx_timeline_day: reads an ISO 8601 date as articles carry it; a month or year alone counts as
 * its first day.  Returns: FALSE if it is none */
gboolean  plx_timeline_day              (const char *date, double *out_day);

G_END_DECLS
