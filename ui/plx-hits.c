/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hits.h"

static void
count (GArray           *hits,
       const PlxReading *reading)
{
  for (guint i = 0; i < reading->cues->len; i++)
    {
      guint32 entry = g_array_index (reading->cues, PlxCue, i).entry;

      if (entry < hits->len)
        g_array_index (hits, guint32, entry)++;
    }
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  PlxCorpus *corpus = PLX_CORPUS (source);
  PlxLexicon *lexicon = task_data;
  g_autoptr (GArray) hits = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_autoptr (GPtrArray) infos = NULL;
  GError *error = NULL;

  g_array_set_size (hits, plx_lexicon_get_n_entries (lexicon));
  infos = plx_corpus_list_articles (corpus, 0, NULL, &error);
  for (guint i = 0; error == NULL && i < infos->len; i++)
    {
      g_autoptr (PlxReading) reading = NULL;

      if (g_task_return_error_if_cancelled (task))
        return;
      reading = plx_corpus_dup_reading (corpus, ((PlxArticleInfo *) infos->pdata[i])->id, &error);
      /* A reading by another lexicon numbers its entries otherwise; a newer count is under way. */
      if (reading != NULL &&
          g_strcmp0 (reading->lexicon_digest, plx_lexicon_get_digest (lexicon)) == 0)
        count (hits, reading);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&hits), (GDestroyNotify) g_array_unref);
}

void
plx_hits_async (PlxCorpus           *corpus,
                GCancellable        *cancellable,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLX_IS_CORPUS (corpus));

  task = g_task_new (corpus, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_hits_async);
  g_task_set_task_data (task, plx_lexicon_ref (plx_corpus_get_lexicon (corpus)),
                        (GDestroyNotify) plx_lexicon_unref);
  g_task_run_in_thread (task, count_in_thread);
}

GArray *
plx_hits_finish (PlxCorpus     *corpus,
                 GAsyncResult  *result,
                 PlxLexicon   **out_lexicon,
                 GError       **error)
{
  GArray *hits;

  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  hits = g_task_propagate_pointer (G_TASK (result), error);
  if (hits != NULL && out_lexicon != NULL)
    *out_lexicon = plx_lexicon_ref (g_task_get_task_data (G_TASK (result)));
  return hits;
}
