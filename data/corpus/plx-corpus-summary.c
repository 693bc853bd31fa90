/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"
#include "plx-corpus-private.h"

#include "data/plx-task.h"

static PlxSummary *
summarise (PlxCorpus               *self,
           const PlxSummaryOptions *options,
           const PlxCorpusFilter   *filter,
           PlxProgress             *progress,
           GCancellable            *cancellable,
           GError                 **error)
{
  g_autoptr (PlxCorpusKept) kept =
    plx_corpus_make_kept (self, NULL, options, filter, G_MAXUINT, progress, cancellable, error);

  return kept != NULL ? plx_summary_copy (plx_corpus_kept_get_summary (kept)) : NULL;
}

PlxSummary *
plx_corpus_summarise (PlxCorpus               *self,
                      const PlxSummaryOptions *options,
                      const PlxCorpusFilter   *filter,
                      GError                 **error)
{
  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  return summarise (self, options, filter, NULL, NULL, error);
}

typedef struct
{
  PlxSummaryOptions options;
  PlxCorpusFilter  *filter; /* nullable */
  PlxProgress      *progress;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  plx_progress_unref (request->progress);
  plx_corpus_filter_free (request->filter);
  g_free (request);
}

static void
free_summary (gpointer data)
{
  plx_summary_free (data);
}

static gpointer
summarise_thread (gpointer data)
{
  GTask *task = data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  PlxSummary *summary = summarise (g_task_get_source_object (task), &request->options,
                                   request->filter, request->progress, g_task_get_cancellable (task), &error);

  plx_task_hand_over_pointer (task, summary, free_summary, error);
  return NULL;
}

void
plx_corpus_summarise_async (PlxCorpus               *self,
                            const PlxSummaryOptions *options,
                            const PlxCorpusFilter   *filter,
                            PlxProgressFunc          progress,
                            gpointer                 progress_data,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (PLX_IS_CORPUS (self));
  g_return_if_fail (options != NULL);

  request = g_new0 (Request, 1);
  request->options = *options;
  request->filter = plx_corpus_filter_copy (filter);
  request->progress = plx_progress_new (progress, progress_data);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_corpus_summarise_async);
  g_task_set_task_data (task, request, request_free);
  g_thread_unref (g_thread_new ("plx-summarise", summarise_thread, task));
}

PlxSummary *
plx_corpus_summarise_finish (PlxCorpus    *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
