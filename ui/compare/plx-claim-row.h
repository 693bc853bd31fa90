/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row of the claims table: the number of a claim and a cell for each source, side by side; or
 * one above another where there is no room, or where the wordings are shown in full. */

#include "plx-claim-cell-view.h"

G_BEGIN_DECLS

/* How the rows of one table look: theirs to share. */
typedef struct
{
  PlxClaimLook look;
  gboolean     stacked; /* too narrow for columns */
  guint        column;  /* where the keyboard is, kept from row to row */
} PlxClaimRowLook;

/* So that a header above the rows can stand in line with them. */
#define PLX_CLAIM_ROW_NUMBER_CHARS 4
#define PLX_CLAIM_ROW_SPACING 12

#define PLX_TYPE_CLAIM_ROW (plx_claim_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxClaimRow, plx_claim_row, PLX, CLAIM_ROW, GtkWidget)

/* Signal `read` (PlxSentenceItem): read on at this sentence */

GtkWidget *plx_claim_row_new    (void);

/* plx_claim_row_bind:
 * @claim: (nullable): NULL: of nothing any more
 * @look: has to outlive the binding */
void       plx_claim_row_bind   (PlxClaimRow *self, PlxClaimItem *claim, PlxClaimRowLook *look);

/* plx_claim_row_update: shows it anew, as the look has changed */
void       plx_claim_row_update (PlxClaimRow *self);

G_END_DECLS
