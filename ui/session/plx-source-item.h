/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A source in a list, with its articles as a list model of their own. */

#include "plx-article-item.h"
#include "plx-article-list.h"

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_ITEM (plx_source_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxSourceItem, plx_source_item, PLX, SOURCE_ITEM, GObject)

PlxSourceItem *plx_source_item_new          (gint64 id, const char *name);

gint64         plx_source_item_get_id       (PlxSourceItem *self);
const char    *plx_source_item_get_name     (PlxSourceItem *self);

/* Returns: (transfer none): of PlxArticleItem */
GListModel    *plx_source_item_get_articles (PlxSourceItem *self);

/* plx_source_item_set_articles:
 * @source: (nullable): this one in @kept; NULL: nothing of it is let through
 *
 * Changes the list no more than needed, so that a view keeps its place. */
void           plx_source_item_set_articles (PlxSourceItem *self, PlxCorpusKept *kept,
                                             const PlxKeptSource *source);

/* plx_source_item_dup_title: Returns: (transfer full): what a list calls one of its articles; "" for
 *   one that it does not have */
char          *plx_source_item_dup_title    (PlxSourceItem *self, gint64 article_id);

void           plx_source_item_set_name     (PlxSourceItem *self, const char *name);

G_END_DECLS
