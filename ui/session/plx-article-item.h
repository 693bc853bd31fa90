/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An article in a list: what PlxArticleInfo says of it, as an object for list models. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_ITEM (plx_article_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxArticleItem, plx_article_item, PLX, ARTICLE_ITEM, GObject)

/* plx_article_item_new: @info: (transfer full) */
PlxArticleItem       *plx_article_item_new        (PlxArticleInfo *info);

/* plx_article_item_get_info: never NULL, and never changes */
const PlxArticleInfo *plx_article_item_get_info   (PlxArticleItem *self);

/* plx_article_item_dup_caption: Returns: (transfer full): date and author, as far as known, for
 *   the line below the headline; "" if neither is */
char                 *plx_article_item_dup_caption (PlxArticleItem *self);

/* plx_article_dup_title: Returns: (transfer full): the headline for a row of a list; a translated
 *   "Untitled" if it is missing */
char                 *plx_article_dup_title       (const char *title);

/* plx_date_format:
 * @iso: (nullable): ISO 8601, as precise as the article was
 * Returns: (transfer full): the date in the user's language; "" for NULL; @iso itself where it is
 *   no date */
char                 *plx_date_format             (const char *iso);

G_END_DECLS
