/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-names.h"

#include <string.h>

#include "data/plx-task.h"
#include "plx-corpus-private.h"

#include "analysis/reading/plx-evidence.h"

void
plx_name_count_free (PlxNameCount *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

static void
add_name (const char *name,
          guint32     count,
          gpointer    user_data)
{
  GHashTable *counts = user_data;
  PlxNameCount *found = g_hash_table_lookup (counts, name);

  if (found == NULL)
    {
      found = g_new0 (PlxNameCount, 1);
      found->name = g_strdup (name);
      g_hash_table_insert (counts, found->name, found);
    }
  found->count += count;
  found->n_articles++;
}

static void
add_voices (GBytes  *evidence,
            gpointer user_data)
{
  plx_evidence_foreach_voice (evidence, add_name, user_data);
}

static void
add_targets (GBytes  *evidence,
             gpointer user_data)
{
  plx_evidence_foreach_target (evidence, add_name, user_data);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const PlxNameCount *first = *(const PlxNameCount *const *) a;
  const PlxNameCount *second = *(const PlxNameCount *const *) b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return strcmp (first->name, second->name);
}

static GPtrArray *
list (PlxCorpus          *self,
      PlxSummariserVisit  visit,
      GCancellable       *cancellable,
      GError            **error)
{
  g_autoptr (PlxCorpusSums) sums = plx_corpus_dup_sums (self, NULL, cancellable, error);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names;
  GHashTableIter iter;
  gpointer count;

  if (sums == NULL)
    return NULL;

  plx_summariser_foreach (sums->summariser, visit, counts);
  names = g_ptr_array_new_full (g_hash_table_size (counts), (GDestroyNotify) plx_name_count_free);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (names, count);
  g_ptr_array_sort (names, compare_counts);
  return names;
}

static gpointer
list_voices_in_thread (gpointer      source,
                       gpointer      data,
                       GCancellable *cancellable,
                       GError      **error)
{
  return list (source, add_voices, cancellable, error);
}

static gpointer
list_targets_in_thread (gpointer      source,
                        gpointer      data,
                        GCancellable *cancellable,
                        GError      **error)
{
  return list (source, add_targets, cancellable, error);
}

void
plx_corpus_list_voices_async (PlxCorpus          *self,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (PLX_IS_CORPUS (self));

  plx_task_run (self, list_voices_in_thread, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                cancellable, callback, user_data);
}

GPtrArray *
plx_corpus_list_voices_finish (PlxCorpus    *self,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
plx_corpus_list_targets_async (PlxCorpus          *self,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_return_if_fail (PLX_IS_CORPUS (self));

  plx_task_run (self, list_targets_in_thread, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                cancellable, callback, user_data);
}

GPtrArray *
plx_corpus_list_targets_finish (PlxCorpus    *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
