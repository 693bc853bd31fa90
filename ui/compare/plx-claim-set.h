/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Finds the claims of the sources side by side: which of their sentences state one fact, which
 * passages they share word for word, how their wordings differ, and what only one of them says.
 * Headlines and subheadings are left out: they repeat what the text below them says.
 *
 * Not for several threads at once; on any one. */

#include "analysis/claims/plx-claims.h"
#include "plx-claim-item.h"

G_BEGIN_DECLS

/* Of what only one source says, so many sentences are listed: from the top, and the strongest on
 * each axis. Nobody reads more, and each takes memory. */
#define PLX_CLAIM_SET_MAX_ONLY 300
/* Shorter sentences ("He did.") are no claim by themselves. */
#define PLX_CLAIM_SET_MIN_WORDS 5

typedef struct _PlxClaimSet PlxClaimSet;

/* plx_claim_set_new:
 * @aliases: (nullable): which names mean the same
 * @n_columns: 2 … PLX_MAX_COLUMNS */
PlxClaimSet *plx_claim_set_new  (PlxLexicon *lexicon, PlxAliases *aliases, guint n_columns);
void         plx_claim_set_free (PlxClaimSet *self);

/* plx_claim_set_add:
 * @article: (transfer full)
 * @reading: (transfer full): of @article, with the set's lexicon */
void         plx_claim_set_add  (PlxClaimSet *self, guint column, gint64 article_id,
                                 PlxArticle *article, PlxReading *reading);

/* plx_claim_set_find:
 * @progress: (nullable): told with sentences how far it is; FALSE gives up
 * @out_n_only: (out) (optional) (array): for each column, how many sentences only it has, listed
 *   or not
 *
 * To be called once, at the end.
 * Returns: (transfer full) (element-type PlxClaimItem): most reported first, then as they come in
 *   the articles; NULL if it was given up */
GPtrArray   *plx_claim_set_find (PlxClaimSet *self, PlxAlignerFunc progress, gpointer user_data,
                                 guint *out_n_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClaimSet, plx_claim_set_free)

G_END_DECLS
