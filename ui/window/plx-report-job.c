/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-job.h"

#include "data/plx-file.h"
#include "data/plx-task.h"

typedef struct
{
  PlxSummaryOptions  options;
  PlxCorpusFilter   *filter; /* nullable */
  PlxReportChoices  *choices;
  char              *path;     /* NULL: sheets are made */
  PlxSheets         *sheets;   /* nullable: those */
  PlxProgress       *progress;
} Job;

static void
job_free (Job *job)
{
  plx_progress_unref (job->progress);
  plx_corpus_filter_free (job->filter);
  plx_report_choices_free (job->choices);
  g_free (job->path);
  g_clear_pointer (&job->sheets, plx_sheets_unref);
  g_free (job);
}

static gpointer
write_in_thread (gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  PlxCorpus *corpus = PLX_CORPUS (source);
  Job *job = data;
  g_autoptr (PlxReport) report = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  report = plx_report_make (corpus, &job->options, job->filter, job->choices, plx_progress_pass_on,
                            job->progress, cancellable, error);
  if (report == NULL)
    return NULL;
  if (job->path == NULL)
    {
      job->sheets = plx_report_to_sheets (report);
      return PLX_TASK_DONE;
    }
  file = g_file_new_for_path (job->path);
  bytes = plx_report_render (report, job->choices->format, error);
  return bytes != NULL && plx_file_write (file, bytes, error) ? PLX_TASK_DONE : NULL;
}

void
plx_report_job_async (PlxCorpus               *corpus,
                      const PlxSummaryOptions *options,
                      const PlxCorpusFilter   *filter,
                      const PlxReportChoices  *choices,
                      const char              *path,
                      PlxProgressFunc          progress,
                      gpointer                 progress_data,
                      GCancellable            *cancellable,
                      GAsyncReadyCallback      callback,
                      gpointer                 user_data)
{
  Job *job;

  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (options != NULL && choices != NULL);

  job = g_new0 (Job, 1);
  job->options = *options;
  job->filter = plx_corpus_filter_copy (filter);
  job->choices = plx_report_choices_copy (choices);
  job->path = g_strdup (path);
  job->progress = plx_progress_new (progress, progress_data);
  plx_task_run (corpus, write_in_thread, job, (GDestroyNotify) job_free, /* free_result= */ NULL,
                cancellable, callback, user_data);
}

gboolean
plx_report_job_finish (PlxCorpus     *corpus,
                       GAsyncResult  *result,
                       PlxSheets    **out_sheets,
                       GError       **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, corpus), FALSE);

  if (g_task_propagate_pointer (G_TASK (result), error) == NULL)
    return FALSE;
  job = g_task_get_task_data (G_TASK (result));
  *out_sheets = g_steal_pointer (&job->sheets);
  return TRUE;
}
