/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Claims in words: what tables, tooltips and screen readers say of them. All strings are
 * translated. */

#include "plx-claim-item.h"
#include "ui/report/plx-claim-scope.h"

#include "ui/plot/plx-plot.h"
#include "ui/report/plx-pages.h"

G_BEGIN_DECLS

/* How a claim is to be worded: shared by all that show one list of claims. */
typedef struct
{
  char    **names;    /* of the columns, for display */
  guint     n_claims; /* all there are, shown or not */
  PlxAxisId axis;
} PlxClaimLook;

/* All return: (transfer full) */

/* "▲ +0.45", "▼ −0.30", "◇ 0.00"; "–" for a sentence without a cue on the axis */
char *plx_claim_mark_text     (PlxSentenceItem *sentence, PlxAxisId axis);

/* "word for word as in Continental Press, which it credits"; NULL if nothing is shared */
char *plx_claim_wire_text     (const PlxClaimCell *cell, const PlxClaimLook *look);

/* "Claim 3 of 23: The fee will be lifted." */
char *plx_claim_describe      (PlxClaimItem *claim, const PlxClaimLook *look);

/* "Claim 3 of 23: The fee will be lifted; Daily Gull: omitted" */
char *plx_claim_describe_cell (PlxClaimItem *claim, guint column, const PlxClaimLook *look);

/* What was compared, and what not and why; @search: (nullable) */
char *plx_claim_scope_text    (const PlxClaimScope *scope, const char *search);

/* plx_claims_to_table: the claims as a table, one row each: for each source whether it reports the
 * claim, its wording, its score on the axis, and from whom it has a passage word for word */
PlxPlotTable *plx_claims_to_table (GPtrArray *claims, const PlxClaimLook *look);

/* plx_claims_add_to_pages: the claims as the report has them: for each source its wording */
void          plx_claims_add_to_pages (GPtrArray *claims, const PlxClaimLook *look,
                                       PlxPages *pages);

G_END_DECLS
