/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sources and articles of a corpus, asked for off the main thread. */

#include "plx-source-item.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *sources;  /* of PlxSourceInfo, by name */
  GPtrArray *articles; /* of PlxArticleItem, by source: those that the filter lets through */
  guint      n_all;    /* articles in the corpus, let through or not */
} PlxListing;

/* @filter: (nullable): copied */
void        plx_listing_async  (PlxCorpus *corpus, const PlxCorpusFilter *filter,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
/* Returns: (transfer full) */
PlxListing *plx_listing_finish (PlxCorpus *corpus, GAsyncResult *result, GError **error);
void        plx_listing_free   (PlxListing *self);

/* plx_listing_apply:
 * @store: of PlxSourceItem
 *
 * Makes @store say what the listing does. Sources that stay keep their object, so that a view
 * keeps what is open and selected; those without an article (with a filter) are left out. */
void        plx_listing_apply  (const PlxListing *self, GListStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxListing, plx_listing_free)

G_END_DECLS
