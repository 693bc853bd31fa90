/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the pane share: plx-chart-pane.c (what can be chosen), -load.c (how the chart is
 * made and shown), -marks.c (what its marks stand for). */

#include "plx-chart-pane.h"

#include "ui/widgets/plx-chart-view.h"
#include "ui/widgets/plx-table-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* More strips than these nobody takes in at once. */
#define PLX_CHART_PAGE_SIZE 60

struct _PlxChartPane
{
  GtkBox             parent_instance;

  /* template widgets */
  GtkDropDown       *kind_drop_down;
  GtkDropDown       *choice_drop_down;
  GtkWidget         *zoom_box;
  GtkWidget         *zoom_all_button;
  GtkToggleButton   *table_button;
  GtkStack          *stack;
  PlxChartView      *chart_view;
  PlxTableView      *table_view;
  AdwStatusPage     *empty_page;
  AdwStatusPage     *error_page;
  GtkWidget         *working_box;
  GtkSpinner        *spinner;
  GtkLabel          *working_label;
  GtkWidget         *pager_box;
  GtkLabel          *pager_label;
  GtkLabel          *description_label;
  GtkPopover        *popover;

  /* owned */
  PlxSession        *session;
  GCancellable      *cancellable; /* of the chart being made; NULL if none is */
  char              *speaker;     /* of the selection */
  GArray            *listed;      /* of guint: the choices in the drop-down */

  /* state */
  PlxChartKind       kind;  /* what is asked for, and on which axis */
  guint              axis;
  PlxChartKind       shown; /* what the chart is of */
  guint              shown_axis;
  guint              choices[PLX_N_CHART_KINDS]; /* G_MAXUINT: nobody has chosen yet */
  gint64             scope;
  guint              first; /* article of the flow */
  PlxChartSelection  selection;
  guint              spinner_id;
  guint              refine_id;
  gboolean           stale;      /* to be made anew when it is looked at */
  gboolean           rough;      /* the chart being made leaves the intervals for later */
  gboolean           waiting;    /* for a chart; not for the intervals of the one that is shown */
  gboolean           has_table;  /* the table is of the chart that is shown */
  gboolean           failed;
  gboolean           updating;
};

/* plx-chart-pane-marks.c */

/* plx_chart_pane_set_selection: copies the selection */
void               plx_chart_pane_set_selection (PlxChartPane            *self,
                                                 const PlxChartSelection *selection);
/* Returns: (nullable): the mark of the chart that stands for the selection */
const PlxPlotMark *plx_chart_pane_find_mark     (PlxChartPane            *self);
/* What a mark stands for; its speaker belongs to the chart. */
void               plx_chart_pane_read_mark     (PlxChartPane            *self,
                                                 const PlxPlotMark       *mark,
                                                 PlxChartSelection       *selection);

/* plx-chart-pane-load.c */

/* Returns: (nullable) */
const PlxSummary  *plx_chart_pane_get_summary   (PlxChartPane *self);
/* Returns: what is chosen, or what comes nearest to it with the axis that is looked at */
guint              plx_chart_pane_get_choice    (PlxChartPane *self);
/* Makes the chart that is asked for: what can be shown at once is, the rest comes. */
void               plx_chart_pane_request       (PlxChartPane *self);
void               plx_chart_pane_stop          (PlxChartPane *self);
void               plx_chart_pane_update_page   (PlxChartPane *self);
void               plx_chart_pane_update_description (PlxChartPane *self);
void               plx_chart_pane_update_zoom   (PlxChartPane *self);

G_END_DECLS
