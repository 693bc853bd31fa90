/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-article-list.h"

#include "plx-article-item.h"

struct _PlxArticleList
{
  GObject        parent_instance;

  PlxCorpusKept *kept;     /* nullable: as long as there are no articles */
  guint          first, n; /* of its articles */
};

static GType
plx_article_list_get_item_type (GListModel *model)
{
  return PLX_TYPE_ARTICLE_ITEM;
}

static guint
plx_article_list_get_n_items (GListModel *model)
{
  return PLX_ARTICLE_LIST (model)->n;
}

static gpointer
plx_article_list_get_item (GListModel *model,
                           guint       position)
{
  PlxArticleList *self = PLX_ARTICLE_LIST (model);
  PlxKeptArticle article;
  PlxArticleInfo *info;

  if (position >= self->n)
    return NULL;

  plx_corpus_kept_get_article (self->kept, self->first + position, &article);
  info = g_new (PlxArticleInfo, 1);
  *info = (PlxArticleInfo) {
    .id = article.id,
    .source_id = article.source_id,
    .source = g_strdup (article.source),
    .title = g_strdup (article.title),
    .byline = g_strdup (article.byline),
    .date = g_strdup (article.date),
    .n_words = article.n_words,
  };
  return plx_article_item_new (info);
}

static void
plx_article_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = plx_article_list_get_item_type;
  iface->get_n_items = plx_article_list_get_n_items;
  iface->get_item = plx_article_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxArticleList, plx_article_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      plx_article_list_init_model))

static void
plx_article_list_finalize (GObject *object)
{
  PlxArticleList *self = PLX_ARTICLE_LIST (object);

  g_clear_pointer (&self->kept, plx_corpus_kept_unref);

  G_OBJECT_CLASS (plx_article_list_parent_class)->finalize (object);
}

static void
plx_article_list_class_init (PlxArticleListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_article_list_finalize;
}

static void
plx_article_list_init (PlxArticleList *self)
{
}

PlxArticleList *
plx_article_list_new (void)
{
  return g_object_new (PLX_TYPE_ARTICLE_LIST, NULL);
}

void
plx_article_list_set (PlxArticleList      *self,
                      PlxCorpusKept       *kept,
                      const PlxKeptSource *source)
{
  g_autoptr (PlxCorpusKept) old = NULL;
  guint old_first, n_old, start = 0, end = 0;

  g_return_if_fail (PLX_IS_ARTICLE_LIST (self));
  g_return_if_fail (kept != NULL || source == NULL);

  old = g_steal_pointer (&self->kept);
  old_first = self->first;
  n_old = self->n;
  self->kept = kept != NULL ? plx_corpus_kept_ref (kept) : NULL;
  self->first = source != NULL ? source->first : 0;
  self->n = source != NULL ? source->n : 0;

  while (start < MIN (n_old, self->n) &&
         plx_corpus_kept_is_same (old, old_first + start, kept, self->first + start))
    start++;
  while (end < MIN (n_old, self->n) - start &&
         plx_corpus_kept_is_same (old, old_first + n_old - 1 - end,
                                  kept, self->first + self->n - 1 - end))
    end++;
  if (start + end < n_old || n_old != self->n)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_old - start - end,
                                self->n - start - end);
}

char *
plx_article_list_dup_title (PlxArticleList *self,
                            gint64          article_id)
{
  g_return_val_if_fail (PLX_IS_ARTICLE_LIST (self), NULL);

  for (guint i = 0; i < self->n; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (self->kept, self->first + i, &article);
      if (article.id == article_id)
        return g_strdup (article.title);
    }
  return NULL;
}
