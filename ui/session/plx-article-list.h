/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The articles of a source as a list model of PlxArticleItem. Items are made when they are asked
 * for: of fifty thousand articles a view shows thirty. */

#include "data/corpus/plx-corpus-kept.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_ARTICLE_LIST (plx_article_list_get_type ())
G_DECLARE_FINAL_TYPE (PlxArticleList, plx_article_list, PLX, ARTICLE_LIST, GObject)

PlxArticleList *plx_article_list_new (void);

/* plx_article_list_set: makes the list say what @kept does of one of its sources; what is the same
 * at the beginning and the end counts as unchanged
 * @source: (nullable): of @kept; NULL: nothing */
void            plx_article_list_set (PlxArticleList *self, PlxCorpusKept *kept,
                                      const PlxKeptSource *source);

/* plx_article_list_dup_title: Returns: (transfer full) (nullable): the headline of an article, "" if it has
 *   none; NULL if it is not in the list */
char           *plx_article_list_dup_title (PlxArticleList *self, gint64 article_id);

G_END_DECLS
