/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The claims table: claims down, sources across, with what to show of it and in which order. Where
 * it is narrow, the sources of a claim stand one above another. */

#include "plx-claim-words.h"
#include "plx-claims-job.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CLAIMS_VIEW (plx_claims_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimsView, plx_claims_view, PLX, CLAIMS_VIEW, GtkWidget)

/* Signal `opened` (PlxSentenceItem): the user wants to read on at a sentence */

/* plx_claims_view_show:
 * @result: (nullable): not kept, but for its claims; NULL empties the table
 * @names: of the columns
 * @search: (nullable): what the articles were searched for
 *
 * What is to be shown, and in which order, stays as the user chose it. */
void          plx_claims_view_show       (PlxClaimsView *self, const PlxClaimsResult *result,
                                          const char *const *names, PlxAxisId axis,
                                          const char *search);
void          plx_claims_view_set_axis   (PlxClaimsView *self, PlxAxisId axis);

/* plx_claims_view_select: @column: of PLX_CLAIMS_OMITTED and PLX_CLAIMS_ONLY */
void          plx_claims_view_select     (PlxClaimsView *self, PlxClaimsWhich which, guint column);

/* plx_claims_view_get_items: Returns: (transfer none): of PlxClaimItem: what the table shows; on
 *   its way there a few more in every frame */
GListModel   *plx_claims_view_get_items  (PlxClaimsView *self);

/* plx_claims_view_make_table: Returns: (transfer full) (nullable): what is shown, as a table; NULL
 *   if there is nothing */
PlxPlotTable *plx_claims_view_make_table (PlxClaimsView *self);

/* plx_claims_view_add_to_pages: what is shown, for paper; @pages: (nullable): only
 *   asks
 * Returns: FALSE if that is nothing */
gboolean      plx_claims_view_add_to_pages (PlxClaimsView *self, PlxPages *pages);

G_END_DECLS
