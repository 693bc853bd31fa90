/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The kinds of chart that the window shows of a corpus, and what can be chosen for each: an order,
 * an axis, or a pair of axes. */

#include <gtk/gtk.h>

#include "ui/report/plx-corpus-chart.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_CHART_FRAMING,
  PLX_CHART_MAP,
  PLX_CHART_FLOW,
  PLX_CHART_TIMELINE,
  PLX_CHART_VOICES,
  PLX_N_CHART_KINDS
} PlxChartKind;

/* plx_chart_kind_get_id: Returns: as plx_corpus_chart_list_kinds() has it; static */
const char    *plx_chart_kind_get_id       (PlxChartKind kind);

/* plx_chart_kind_find: Returns: PLX_CHART_FRAMING for an unknown @id */
PlxChartKind   plx_chart_kind_find         (const char *id);

/* plx_chart_kind_get_label: Returns: translated: what a screen reader calls such a chart */
const char    *plx_chart_kind_get_label    (PlxChartKind kind);

/* plx_chart_kind_get_hint: Returns: translated: what can be done with its marks */
const char    *plx_chart_kind_get_hint     (PlxChartKind kind);

/* plx_chart_kind_is_scoped: Returns: whether it shows only the source that is selected, where one is,
 * rather than marking it among all */
gboolean       plx_chart_kind_is_scoped    (PlxChartKind kind);

/* plx_chart_kind_list_choices:
 * @only: the axis that is looked at; PLX_AXIS_ALL: all
 * @out_choices: (transfer full) (element-type guint): the number of each that is listed: what there
 *   is to choose keeps its number where other things are not listed
 *
 * Returns: (transfer full): the choices in words; one at the most: there is nothing to choose */
GtkStringList *plx_chart_kind_list_choices (PlxChartKind kind, const PlxSummary *summary,
                                            PlxAxisId only, GArray **out_choices);

/* plx_chart_kind_fit_choice:
 * @choice: G_MAXUINT: nobody has chosen
 *
 * Returns: @choice, or the one that comes nearest where there is none of that number, or it is about
 *   other axes than @only */
guint          plx_chart_kind_fit_choice   (PlxChartKind kind, const PlxSummary *summary,
                                            PlxAxisId only, guint choice);

/* plx_chart_kind_get_choices_label: Returns: translated: what there is to choose */
const char    *plx_chart_kind_get_choices_label (PlxChartKind kind);

/* plx_chart_kind_apply: sets the axes of @options as chosen */
void           plx_chart_kind_apply        (PlxChartKind kind, const PlxSummary *summary,
                                            guint choice, PlxCorpusChartOptions *options);

/* plx_chart_kind_make_now: @only: the axis that is looked at; PLX_AXIS_ALL: all
 * Returns: (transfer full) (nullable): a chart for which no article has to
 *   be looked at, borrowing nothing: all of the framing, the map's sources; NULL for other kinds */
PlxChart      *plx_chart_kind_make_now     (PlxChartKind kind, const PlxSummary *summary,
                                            PlxAxisId only, guint choice);

G_END_DECLS
