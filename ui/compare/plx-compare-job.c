/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-compare-job.h"

#include "data/plx-task.h"

#define N_SIDES 2

typedef struct
{
  gint64      sources[N_SIDES];
  char       *names[N_SIDES];
  PlxLexicon *lexicon;
  PlxAxisId   axis;
} Job;

static void
job_free (Job *job)
{
  for (guint side = 0; side < N_SIDES; side++)
    g_free (job->names[side]);
  plx_lexicon_unref (job->lexicon);
  g_free (job);
}

void
plx_compare_result_free (PlxCompareResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->chart, plx_chart_free);
  g_clear_pointer (&self->shifts, g_array_unref);
  g_free (self);
}

static gboolean
add_side (PlxComparison  *comparison,
          PlxCorpus      *corpus,
          const Job      *job,
          PlxSide         side,
          GCancellable   *cancellable,
          GError        **error)
{
  g_autoptr (GPtrArray) infos = plx_corpus_list_articles (corpus, job->sources[side], NULL, error);

  for (guint i = 0; infos != NULL && i < infos->len; i++)
    {
      g_autoptr (PlxReading) reading = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      reading = plx_corpus_dup_reading (corpus, ((PlxArticleInfo *) infos->pdata[i])->id, error);
      if (reading == NULL)
        return FALSE;
      /* The lexicon was changed meanwhile: a newer comparison is on its way. */
      if (g_strcmp0 (reading->lexicon_digest, plx_lexicon_get_digest (job->lexicon)) == 0)
        plx_comparison_add (comparison, side, reading);
    }
  return infos != NULL;
}

static PlxCompareResult *
make_result (PlxComparison *comparison,
             const Job     *job)
{
  PlxCompareResult *result = g_new0 (PlxCompareResult, 1);
  PlxDifference difference;

  plx_comparison_test (comparison, job->axis, PLX_PERMUTATION_DEFAULT_ROUNDS,
                       PLX_BOOTSTRAP_DEFAULT_SEED, &difference);
  result->shifts = plx_comparison_list_shifts (comparison, job->axis);
  result->chart = plx_shift_chart_new (plx_lexicon_get_axis (job->lexicon, job->axis),
                                       job->names[PLX_SIDE_A], job->names[PLX_SIDE_B]);
  plx_shift_chart_fill (result->chart, job->lexicon, &difference, result->shifts);
  return result;
}

static gpointer
compare_in_thread (gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  const Job *job = data;
  g_autoptr (PlxComparison) comparison = plx_comparison_new (job->lexicon);

  if (add_side (comparison, PLX_CORPUS (source), job, PLX_SIDE_A, cancellable, error) &&
      add_side (comparison, PLX_CORPUS (source), job, PLX_SIDE_B, cancellable, error))
    return make_result (comparison, job);
  return NULL;
}

void
plx_compare_async (PlxCorpus           *corpus,
                   gint64               source_a,
                   const char          *name_a,
                   gint64               source_b,
                   const char          *name_b,
                   PlxAxisId            axis,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  Job *job;

  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (axis >= 0);

  job = g_new0 (Job, 1);
  *job = (Job) { { source_a, source_b }, { g_strdup (name_a), g_strdup (name_b) },
                 plx_lexicon_ref (plx_corpus_get_lexicon (corpus)), axis };
  plx_task_run (corpus, compare_in_thread, job, (GDestroyNotify) job_free,
                (GDestroyNotify) plx_compare_result_free, cancellable, callback, user_data);
}

PlxCompareResult *
plx_compare_finish (PlxCorpus     *corpus,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
