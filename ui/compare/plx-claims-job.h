/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The claims of two to four sources of a corpus, found off the main thread. */

#include "plx-claim-item.h"
#include "ui/report/plx-claim-scope.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray     *claims;  /* of PlxClaimItem: see plx_claim_set_find() */
  PlxClaimScope *scope;   /* which articles were compared */
  guint          n_only[PLX_MAX_COLUMNS]; /* sentences that only this column has, listed or not */
} PlxClaimsResult;

/* plx_claims_async:
 * @sources: @n_sources of them, 2 … PLX_MAX_COLUMNS: the columns
 * @filter: (nullable): only articles that are in, by date and words, are compared; sentences that
 *   are not in are compared like all others, but have no score. Copied
 * @progress: (nullable): called on the caller's main context */
void             plx_claims_async       (PlxCorpus *corpus, const gint64 *sources, guint n_sources,
                                         const PlxCorpusFilter *filter,
                                         PlxProgressFunc progress, gpointer progress_data,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
/* Returns: (transfer full) */
PlxClaimsResult *plx_claims_finish      (PlxCorpus *corpus, GAsyncResult *result, GError **error);
void             plx_claims_result_free (PlxClaimsResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClaimsResult, plx_claims_result_free)

G_END_DECLS
