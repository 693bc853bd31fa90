/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What one source says of a claim, as a cell of the claims table: its framing on the axis and its
 * wording, cut after three lines or in full. Bold words are those that only this wording has; a
 * grey ground is what another source has word for word; in full, cue words are marked too.
 *
 * It draws by itself and asks for its height without laying out its text: a table keeps some
 * hundred rows, of which few are seen. CSS node `claimcell`. */

#include "plx-claim-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_CLAIM_CELL_SOURCE = 1 << 0, /* names its source, as where cells are one above another */
  PLX_CLAIM_CELL_FULL = 1 << 1,
} PlxClaimCellFlags;

#define PLX_TYPE_CLAIM_CELL_VIEW (plx_claim_cell_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimCellView, plx_claim_cell_view, PLX, CLAIM_CELL_VIEW, GtkWidget)

/* Signal `activated`: by Return or a double click: read on there
 * Signal `toggled`: by space or a click: show more or less of the claim
 * Signal `moved` (int step): by the left and right key: to the cell before (-1) or after (+1) */

GtkWidget *plx_claim_cell_view_new  (void);

/* plx_claim_cell_view_bind:
 * @claim: (nullable): NULL: shows nothing any more
 * @look: (nullable): only for NULL; kept, and has to outlive the binding */
void       plx_claim_cell_view_bind (PlxClaimCellView *self, PlxClaimItem *claim, guint column,
                                     const PlxClaimLook *look, PlxClaimCellFlags flags);

G_END_DECLS
