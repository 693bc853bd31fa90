/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which articles of the sources side by side are compared: all of them where that is a matter of
 * seconds, else those of the days in which all of the sources wrote, so that what is compared can
 * be about the same events. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

/* So many words can be aligned in some seconds and some tens of megabytes: 2,000 articles of
 * 500 words. */
#define PLX_CLAIM_SCOPE_WORDS 1000000

typedef enum
{
  PLX_SCOPE_ALL,
  PLX_SCOPE_DAYS,  /* those from `from` to `to` */
  PLX_SCOPE_FIRST, /* the first of each source, as dates are missing or too many fall on a day */
} PlxClaimScopeKind;

typedef struct
{
  PlxClaimScopeKind kind;
  guint             n_chosen;
  guint             n_all;
  char             *from;   /* ISO days, of PLX_SCOPE_DAYS; else NULL */
  char             *to;
  GArray           *chosen; /* of PlxScopeArticle: by column, then in the order given */
} PlxClaimScope;

typedef struct
{
  gint64 article;
  guint  column;
} PlxScopeArticle;

/* plx_claim_scope_choose:
 * @columns: for each source its articles (element-type PlxArticleInfo)
 * @budget: in words
 *
 * Returns: (transfer full): what to compare: within @budget, but at least one article of each
 *   source that has any */
PlxClaimScope *plx_claim_scope_choose (GPtrArray *const *columns, guint n_columns,
                                       guint64 budget);
void           plx_claim_scope_free   (PlxClaimScope *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClaimScope, plx_claim_scope_free)

G_END_DECLS
