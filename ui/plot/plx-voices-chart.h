/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Voices: for each source who speaks in it, how large a share of its words each has, and in which
 * frame; the reporter's own words first, apart from those quoted. */

#include "plx-chart.h"

#include "analysis/summary/plx-summary.h"

G_BEGIN_DECLS

typedef struct
{
  const char    *source;  /* copied */
  const char    *speaker; /* copied; NULL: the reporter; "": all who have no name */
  guint32        n_words;
  double         share;   /* of the source's words, 0 … 1 */
  PlxSummaryAxis figures; /* on the chart's axis */
} PlxVoicesRow;

/* plx_voices_chart_new: @axis: copied. Marks: row is the index of the row as it was added. */
PlxChart *plx_voices_chart_new (const PlxAxis *axis);

/* plx_voices_chart_add: rows of one source stand together, the reporter first, then by share;
 * sources in the order in which they first come */
void      plx_voices_chart_add (PlxChart *self, const PlxVoicesRow *row);

G_END_DECLS
