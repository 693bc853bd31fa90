/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The home page: sources at the side, their framing in a chart, the evidence beside it, and the
 * article that a sentence stands in. Folds to one pane at a time where there is little room. */

#include "plx-chart-pane.h"
#include "ui/evidence/plx-sentence-item.h"
#include "ui/reader/plx-reader-text.h"
#include "ui/session/plx-session.h"

#include "ui/plot/plx-plot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SOURCES_PAGE (plx_sources_page_get_type ())
G_DECLARE_FINAL_TYPE (PlxSourcesPage, plx_sources_page, PLX, SOURCES_PAGE, GtkBox)

/* Property `show-sidebar`, writable: whether the list of sources is shown
 * Property `chart-kind` (string), writable: see PlxChartPane
 * Property `folded`, readable: whether there is room for one pane only
 * Signals `remove`, `rename` (gint64 source, gint64 article): asked for; article 0: the source */

GtkWidget *plx_sources_page_new          (void);

/* plx_sources_page_set_session: @session: (nullable) */
void       plx_sources_page_set_session  (PlxSourcesPage *self, PlxSession *session);

/* plx_sources_page_get_chart: Returns: (nullable) (transfer none): the chart as it is shown, for
 *   export; valid until it is replaced */
PlxChart  *plx_sources_page_get_chart    (PlxSourcesPage *self);

/* plx_sources_page_get_selection: what the evidence is of; its speaker is valid until that changes
 * @out_title: (out) (transfer full): the same in words */
void       plx_sources_page_get_selection (PlxSourcesPage *self, PlxChartSelection *out_selection,
                                           char **out_title);

/* plx_sources_page_select_source: selects a source, as if it were clicked; 0: everything */
void       plx_sources_page_select_source (PlxSourcesPage *self, gint64 source_id);

/* plx_sources_page_open_article: shows it in the reader */
void       plx_sources_page_open_article (PlxSourcesPage *self, gint64 article_id);

/* plx_sources_page_add_state: puts into @state what is looked at: kind of chart, order, source */
void       plx_sources_page_add_state (PlxSourcesPage *self, GVariantDict *state);

/* plx_sources_page_set_state: brings that back, as far as it is still there; the summary must be */
void       plx_sources_page_set_state (PlxSourcesPage *self, GVariantDict *state);

/* plx_sources_page_toggle_table: shows the table in place of the chart, or the chart again */
void       plx_sources_page_toggle_table (PlxSourcesPage *self);

/* plx_sources_page_show_kind: shows a kind of chart: see plx_chart_kind_get_id() */
void       plx_sources_page_show_kind   (PlxSourcesPage *self, const char *kind);

/* plx_sources_page_start_search: searches all articles */
void       plx_sources_page_start_search (PlxSourcesPage *self);

/* plx_sources_page_start_filter: goes to the bar of filters */
void       plx_sources_page_start_filter (PlxSourcesPage *self);

/* plx_sources_page_get_reading: Returns: (nullable) (transfer none): the article that is being read */
PlxReaderText *plx_sources_page_get_reading (PlxSourcesPage *self);

G_END_DECLS
