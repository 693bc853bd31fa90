/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-job.h"

#include "data/plx-task.h"

typedef struct
{
  char                  *kind;
  PlxSummary            *summary; /* NULL once the chart has it */
  PlxCorpusChartOptions  options; /* owns its filter, lexicon and what is kept */
  PlxProgress           *progress;
  gboolean               gives_way;
} Job;

static void
job_free (Job *job)
{
  g_free (job->kind);
  plx_summary_free (job->summary);
  plx_corpus_filter_free ((PlxCorpusFilter *) job->options.filter);
  plx_lexicon_unref (job->options.lexicon);
  plx_corpus_kept_unref (job->options.kept);
  plx_progress_unref (job->progress);
  g_free (job);
}

static gpointer
make_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Job *job = data;
  PlxChart *chart;

  if (job->gives_way)
    plx_thread_give_way ();
  chart = plx_corpus_chart_new (job->kind, PLX_CORPUS (source), job->summary, &job->options,
                                plx_progress_pass_on, job->progress, cancellable, error);
  if (chart != NULL)
    plx_chart_keep (chart, g_steal_pointer (&job->summary), (GDestroyNotify) plx_summary_free);
  return chart;
}

void
plx_chart_job_async (PlxCorpus                   *corpus,
                     const char                  *kind,
                     const PlxSummary            *summary,
                     const PlxCorpusChartOptions *options,
                     gboolean                     gives_way,
                     PlxProgressFunc              progress,
                     gpointer                     progress_data,
                     GCancellable                *cancellable,
                     GAsyncReadyCallback          callback,
                     gpointer                     user_data)
{
  Job *job;

  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (kind != NULL && summary != NULL && options != NULL);
  g_return_if_fail (options->kept != NULL);

  job = g_new0 (Job, 1);
  job->kind = g_strdup (kind);
  job->summary = plx_summary_copy (summary);
  job->options = *options;
  job->options.filter = plx_corpus_filter_copy (options->filter);
  job->options.kept = plx_corpus_kept_ref (options->kept);
  job->options.lexicon = plx_lexicon_ref (plx_corpus_kept_get_lexicon (options->kept));
  job->gives_way = gives_way;
  job->progress = plx_progress_new (progress, progress_data);
  plx_task_run (corpus, make_in_thread, job, (GDestroyNotify) job_free,
                (GDestroyNotify) plx_chart_free, cancellable, callback, user_data);
}

PlxChart *
plx_chart_job_finish (PlxCorpus     *corpus,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
