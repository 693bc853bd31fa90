/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The pane of a page that shows its corpus in a chart: which kind and on which axis, the chart or
 * its table, the page of a long flow, and the mark that is pointed at in words. Charts that need
 * every article are made off the main thread; meanwhile the old one stays. */

#include "plx-chart-kinds.h"
#include "ui/session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is selected in a chart. Zero-initialised, with axis PLX_AXIS_ALL: everything. */
typedef struct
{
  gint64       source_id;  /* 0: all */
  gint64       article_id; /* 0: all */
  guint        sentence;   /* of the article, counted from 1; 0: all */
  PlxAxisId    axis;
  PlxPlotVoice voice;
  const char  *speaker;    /* of PLX_PLOT_VOICE_SPEAKER; NULL: all who have no name */
} PlxChartSelection;

#define PLX_TYPE_CHART_PANE (plx_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlxChartPane, plx_chart_pane, PLX, CHART_PANE, GtkBox)

/* Property `kind` (string, writable): as plx_chart_kind_get_id() has it
 * Signal `selected` (gpointer: const PlxChartSelection *): the user chose a mark, or nothing
 * Signal `activated` (gpointer: const PlxChartSelection *): the user wants to go on to it; it has
 *   just been selected
 *
 * Keys: see PlxChartView; Ctrl+Page Down and Up: the next and previous articles of the flow; Menu or
 * Shift+F10: copy and save. */

/* plx_chart_pane_set_session: @session: (nullable) */
void         plx_chart_pane_set_session (PlxChartPane *self, PlxSession *session);

/* plx_chart_pane_set_scope: of which source flow, timeline and voices are; 0: of all */
void         plx_chart_pane_set_scope   (PlxChartPane *self, gint64 source_id);

/* plx_chart_pane_select: marks what is selected, without emitting `selected` */
void         plx_chart_pane_select      (PlxChartPane *self, const PlxChartSelection *selection);

/* plx_chart_pane_describe_selection: Returns: (transfer full) (nullable): the mark that is selected
 *   in words; NULL if the chart has none for it */
char        *plx_chart_pane_describe_selection (PlxChartPane *self);

/* plx_chart_pane_get_chart: Returns: (nullable) (transfer none): as it is shown; until it is replaced */
PlxChart    *plx_chart_pane_get_chart   (PlxChartPane *self);

/* plx_chart_pane_is_waiting: Returns: whether what is shown is about to be replaced by what was asked
 *   for last; intervals that come later do not count */
gboolean     plx_chart_pane_is_waiting  (PlxChartPane *self);

/* plx_chart_pane_get_shown: Returns: the kind of the chart that is shown, which follows `kind` as
 *   soon as the chart is there */
PlxChartKind plx_chart_pane_get_shown   (PlxChartPane *self);

void         plx_chart_pane_set_kind    (PlxChartPane *self, PlxChartKind kind);

/* plx_chart_pane_add_state, plx_chart_pane_set_state: puts into @state what is shown, and brings it
 * back */
void         plx_chart_pane_add_state   (PlxChartPane *self, GVariantDict *state);
void         plx_chart_pane_set_state   (PlxChartPane *self, GVariantDict *state);

/* plx_chart_pane_toggle_table: shows the table in place of the chart, or the chart again */
void         plx_chart_pane_toggle_table (PlxChartPane *self);

G_END_DECLS
