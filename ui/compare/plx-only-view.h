/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What only one of the sources side by side says: its sentences that no other source states or
 * comes near to, strongest on the axis first. */

#include "plx-claim-words.h"
#include "plx-claims-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ONLY_VIEW (plx_only_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxOnlyView, plx_only_view, PLX, ONLY_VIEW, GtkBox)

/* Signal `opened` (PlxSentenceItem): the user wants to read on at a sentence */

/* plx_only_view_show:
 * @result: (nullable): not kept, but for its claims; NULL empties the list
 * @names: of the columns */
void          plx_only_view_show       (PlxOnlyView *self, const PlxClaimsResult *result,
                                        const char *const *names, PlxAxisId axis);
void          plx_only_view_set_axis   (PlxOnlyView *self, PlxAxisId axis);

/* plx_only_view_get_items: Returns: (transfer none): of PlxSentenceItem: what the list shows */
GListModel   *plx_only_view_get_items  (PlxOnlyView *self);

/* plx_only_view_make_table: Returns: (transfer full) (nullable): NULL if nothing is shown */
PlxPlotTable *plx_only_view_make_table (PlxOnlyView *self);

/* plx_only_view_add_to_pages: what is shown, for paper; @pages: (nullable): only
 *   asks
 * Returns: FALSE if that is nothing */
gboolean      plx_only_view_add_to_pages (PlxOnlyView *self, PlxPages *pages);

G_END_DECLS
