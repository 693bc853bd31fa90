/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-source-list.h"

#include "plx-source-item.h"

/* Returns: (transfer full) (element-type gint64 PlxSourceItem): what @model has, by id */
static GHashTable *
index_items (GListModel *model)
{
  GHashTable *items =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      PlxSourceItem *item = g_list_model_get_item (model, i);
      gint64 id = plx_source_item_get_id (item);

      g_hash_table_insert (items, g_memdup2 (&id, sizeof id), item);
    }
  return items;
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
plx_source_list_update (GListStore    *list,
                        PlxCorpusKept *kept)
{
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const PlxKeptSource *sources;
  guint n;

  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (kept != NULL);

  known = index_items (G_LIST_MODEL (list));
  sources = plx_corpus_kept_get_sources (kept, &n);
  for (guint i = 0; i < n; i++)
    {
      PlxSourceItem *item = g_hash_table_lookup (known, &sources[i].id);

      if (item != NULL)
        plx_source_item_set_name (g_object_ref (item), sources[i].name);
      else
        item = plx_source_item_new (sources[i].id, sources[i].name);
      plx_source_item_set_articles (item, kept, &sources[i]);
      g_ptr_array_add (items, item);
    }
  splice (list, items);
}
