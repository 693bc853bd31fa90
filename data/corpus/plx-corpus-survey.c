/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-kept.h"

#include "data/plx-task.h"
#include "plx-corpus-private.h"

/* Making what is kept, and its intervals, off the caller's thread. */

typedef struct
{
  PlxSummaryOptions options;
  PlxCorpusFilter  *filter;   /* nullable */
  guint             max_articles;
  PlxProgress      *progress; /* nullable */
  PlxCorpusKept    *kept;     /* nullable: to be refined */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->progress, plx_progress_unref);
  g_clear_pointer (&request->kept, plx_corpus_kept_unref);
  plx_corpus_filter_free (request->filter);
  g_free (request);
}

static gpointer
survey_in_thread (gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  const Request *request = data;

  return plx_corpus_make_kept (source, NULL, &request->options, request->filter,
                               request->max_articles, request->progress, cancellable, error);
}

void
plx_corpus_survey_async (PlxCorpus               *self,
                         const PlxSummaryOptions *options,
                         const PlxCorpusFilter   *filter,
                         guint                    max_articles,
                         PlxProgressFunc          progress,
                         gpointer                 progress_data,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      callback,
                         gpointer                 user_data)
{
  Request *request;

  g_return_if_fail (PLX_IS_CORPUS (self));
  g_return_if_fail (options != NULL);

  request = g_new0 (Request, 1);
  request->options = *options;
  request->filter = plx_corpus_filter_copy (filter);
  request->max_articles = max_articles;
  request->progress = plx_progress_new (progress, progress_data);
  plx_task_run (self, survey_in_thread, request, request_free,
                (GDestroyNotify) plx_corpus_kept_unref, cancellable, callback, user_data);
}

PlxCorpusKept *
plx_corpus_survey_finish (PlxCorpus    *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
refine_in_thread (gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  const Request *request = data;
  PlxSummary *summary;

  /* Intervals take all processors for a second or two. */
  plx_thread_give_way ();
  summary = plx_corpus_kept_sum_up (request->kept, &request->options, cancellable);
  /* Cancelled, some of the rows have no intervals. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&summary, plx_summary_free);
  return summary;
}

void
plx_corpus_kept_refine_async (PlxCorpusKept           *self,
                              PlxCorpus               *corpus,
                              const PlxSummaryOptions *options,
                              GCancellable            *cancellable,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  Request *request;

  g_return_if_fail (self != NULL && options != NULL);
  g_return_if_fail (PLX_IS_CORPUS (corpus));

  request = g_new0 (Request, 1);
  request->options = *options;
  request->kept = plx_corpus_kept_ref (self);
  plx_task_run (corpus, refine_in_thread, request, request_free,
                (GDestroyNotify) plx_summary_free, cancellable, callback, user_data);
}

static gpointer
prepare_in_thread (gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  const Request *request = data;

  plx_thread_give_way ();
  plx_corpus_kept_prepare (request->kept, cancellable);
  return PLX_TASK_DONE;
}

void
plx_corpus_kept_prepare_async (PlxCorpusKept *self,
                               GCancellable  *cancellable)
{
  Request *request;

  g_return_if_fail (self != NULL);

  request = g_new0 (Request, 1);
  request->kept = plx_corpus_kept_ref (self);
  plx_task_run (NULL, prepare_in_thread, request, request_free, NULL, cancellable, NULL, NULL);
}

PlxSummary *
plx_corpus_kept_refine_finish (PlxCorpus    *corpus,
                               GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
