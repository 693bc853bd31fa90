/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-listing.h"

void
plx_listing_free (PlxListing *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_free (self);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  PlxCorpus *corpus = PLX_CORPUS (source);
  const PlxCorpusFilter *filter = task_data;
  g_autoptr (PlxListing) listing = g_new0 (PlxListing, 1);
  g_autoptr (GPtrArray) infos = NULL;
  GError *error = NULL;

  listing->sources = plx_corpus_list_sources (corpus, &error);
  if (listing->sources != NULL && !g_task_return_error_if_cancelled (task))
    infos = plx_corpus_list_filtered (corpus, 0, filter, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (infos == NULL)
    return;

  for (guint i = 0; i < listing->sources->len; i++)
    listing->n_all += ((PlxSourceInfo *) listing->sources->pdata[i])->n_articles;

  listing->articles = g_ptr_array_new_full (infos->len, g_object_unref);
  g_ptr_array_set_free_func (infos, NULL);
  for (guint i = 0; i < infos->len; i++)
    g_ptr_array_add (listing->articles, plx_article_item_new (infos->pdata[i]));

  g_task_return_pointer (task, g_steal_pointer (&listing), (GDestroyNotify) plx_listing_free);
}

void
plx_listing_async (PlxCorpus             *corpus,
                   const PlxCorpusFilter *filter,
                   GCancellable          *cancellable,
                   GAsyncReadyCallback    callback,
                   gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLX_IS_CORPUS (corpus));

  task = g_task_new (corpus, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_listing_async);
  g_task_set_task_data (task, plx_corpus_filter_copy (filter),
                        (GDestroyNotify) plx_corpus_filter_free);
  g_task_run_in_thread (task, list_in_thread);
}

PlxListing *
plx_listing_finish (PlxCorpus     *corpus,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The articles of each source, in the order of the listing. */
static GHashTable *
group_by_source (const PlxListing *self)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->articles->len; i++)
    {
      PlxArticleItem *item = self->articles->pdata[i];
      const PlxArticleInfo *info = plx_article_item_get_info (item);
      GPtrArray *group = g_hash_table_lookup (groups, &info->source_id);

      if (group == NULL)
        {
          group = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (groups, (gpointer) &info->source_id, group);
        }
      g_ptr_array_add (group, g_object_ref (item));
    }
  return groups;
}

static PlxSourceItem *
dup_or_make_item (GListModel          *store,
                  const PlxSourceInfo *info)
{
  guint n = g_list_model_get_n_items (store);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (store, i);

      if (plx_source_item_get_id (item) == info->id)
        {
          plx_source_item_set_name (item, info->name);
          return g_steal_pointer (&item);
        }
    }
  return plx_source_item_new (info->id, info->name);
}

/* Replaces only what lies between the first and the last difference. */
static void
splice (GListStore *store,
        GPtrArray  *items)
{
  GListModel *model = G_LIST_MODEL (store);
  guint n_old = g_list_model_get_n_items (model), n_new = items->len;
  guint start = 0, end = 0;

  for (; start < MIN (n_old, n_new); start++)
    {
      g_autoptr (GObject) old = g_list_model_get_item (model, start);

      if (old != items->pdata[start])
        break;
    }
  for (; end < MIN (n_old, n_new) - start; end++)
    {
      g_autoptr (GObject) old = g_list_model_get_item (model, n_old - 1 - end);

      if (old != items->pdata[n_new - 1 - end])
        break;
    }
  if (start + end < n_old || n_old != n_new)
    g_list_store_splice (store, start, n_old - start - end, items->pdata + start,
                         n_new - start - end);
}

void
plx_listing_apply (const PlxListing *self,
                   GListStore       *store)
{
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_LIST_STORE (store));

  groups = group_by_source (self);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const PlxSourceInfo *info = self->sources->pdata[i];
      GPtrArray *group = g_hash_table_lookup (groups, &info->id);
      PlxSourceItem *item;

      if (group == NULL)
        continue;
      item = dup_or_make_item (G_LIST_MODEL (store), info);
      plx_source_item_set_articles (item, group);
      g_ptr_array_add (items, item);
    }
  splice (store, items);
}
