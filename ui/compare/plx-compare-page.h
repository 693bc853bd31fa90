/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Two to four sources side by side: the claims and how each words them, what only one of them
 * says, and the words that make two of them differ. */

#include "ui/reader/plx-reader-text.h"
#include "ui/session/plx-session.h"

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"
#include "ui/report/plx-pages.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_PAGE (plx_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (PlxComparePage, plx_compare_page, PLX, COMPARE_PAGE, GtkBox)

GtkWidget    *plx_compare_page_new         (void);

/* plx_compare_page_set_session: @session: (nullable) */
void          plx_compare_page_set_session (PlxComparePage *self, PlxSession *session);

/* plx_compare_page_get_chart: Returns: (nullable) (transfer none): the word shift, for export;
 *   NULL where something else is shown */
PlxChart     *plx_compare_page_get_chart   (PlxComparePage *self);

/* plx_compare_page_make_table: Returns: (transfer full) (nullable): what is shown, as a table */
PlxPlotTable *plx_compare_page_make_table  (PlxComparePage *self);

/* plx_compare_page_add_to_pages: what is shown, for paper; @pages: (nullable): only asks
 * Returns: FALSE if that is nothing */
gboolean      plx_compare_page_add_to_pages (PlxComparePage *self, PlxPages *pages);

/* plx_compare_page_show: @view: "claims", "words" or "only" */
void          plx_compare_page_show        (PlxComparePage *self, const char *view);

/* plx_compare_page_get_reading: Returns: (nullable) (transfer none): the article that is being read */
PlxReaderText *plx_compare_page_get_reading (PlxComparePage *self);

G_END_DECLS
