/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-claims-job.h"

#include "plx-claim-set.h"

#include "data/plx-shipped-lexicons.h"
#include "data/plx-task.h"

/* How much of the whole time reading the articles takes, and aligning their sentences. */
#define READING_SHARE 200
#define ALIGNING_SHARE 800
#define WHOLE (READING_SHARE + ALIGNING_SHARE)

typedef struct
{
  gint64        sources[PLX_MAX_COLUMNS];
  guint         n_sources;
  PlxCorpusFilter *filter;
  PlxLexicon   *lexicon;
  PlxProgress  *progress;
  GCancellable *cancellable; /* borrowed from the task */
} Job;

static void
job_free (Job *job)
{
  plx_corpus_filter_free (job->filter);
  plx_lexicon_unref (job->lexicon);
  plx_progress_unref (job->progress);
  g_free (job);
}

void
plx_claims_result_free (PlxClaimsResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_pointer (&self->scope, plx_claim_scope_free);
  g_free (self);
}

static PlxClaimScope *
choose_scope (PlxCorpus  *corpus,
              const Job  *job,
              GError    **error)
{
  g_autoptr (GPtrArray) columns =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint c = 0; c < job->n_sources; c++)
    {
      GPtrArray *infos = plx_corpus_list_filtered (corpus, job->sources[c], job->filter, error);

      if (infos == NULL)
        return NULL;
      g_ptr_array_add (columns, infos);
    }
  return plx_claim_scope_choose ((GPtrArray *const *) columns->pdata, columns->len,
                                 PLX_CLAIM_SCOPE_WORDS);
}

static gboolean
read_articles (PlxClaimSet          *set,
               PlxCorpus            *corpus,
               const PlxClaimScope  *scope,
               const Job            *job,
               GError              **error)
{
  for (guint i = 0; i < scope->chosen->len; i++)
    {
      PlxScopeArticle chosen = g_array_index (scope->chosen, PlxScopeArticle, i);
      g_autoptr (PlxArticle) article = NULL;
      g_autoptr (PlxReading) reading = NULL;

      if (g_cancellable_set_error_if_cancelled (job->cancellable, error))
        return FALSE;
      article = plx_corpus_dup_article (corpus, chosen.article, error);
      if (article != NULL)
        reading = plx_corpus_dup_filtered_reading (corpus, chosen.article, job->filter, error);
      if (reading == NULL)
        return FALSE;
      /* The lexicon was changed meanwhile: a newer comparison is on its way. */
      if (g_strcmp0 (reading->lexicon_digest, plx_lexicon_get_digest (job->lexicon)) == 0)
        plx_claim_set_add (set, chosen.column, chosen.article, g_steal_pointer (&article),
                           g_steal_pointer (&reading));
      plx_progress_set (job->progress, i * READING_SHARE / scope->chosen->len, WHOLE);
    }
  return TRUE;
}

static gboolean
on_aligned (guint32  done,
            guint32  total,
            gpointer user_data)
{
  const Job *job = user_data;

  if (total > 0)
    plx_progress_set (job->progress, READING_SHARE + (guint64) done * ALIGNING_SHARE / total, WHOLE);
  return !g_cancellable_is_cancelled (job->cancellable);
}

static PlxClaimsResult *
find_claims (PlxCorpus  *corpus,
             Job        *job,
             GError    **error)
{
  g_autoptr (PlxClaimsResult) result = g_new0 (PlxClaimsResult, 1);
  g_autoptr (PlxClaimSet) set = plx_claim_set_new (job->lexicon, plx_shipped_aliases_get (),
                                                  job->n_sources);

  result->scope = choose_scope (corpus, job, error);
  if (result->scope == NULL || !read_articles (set, corpus, result->scope, job, error))
    return NULL;
  result->claims = plx_claim_set_find (set, on_aligned, job, result->n_only);
  if (g_cancellable_set_error_if_cancelled (job->cancellable, error) || result->claims == NULL)
    return NULL;
  plx_progress_set (job->progress, WHOLE, WHOLE);
  return g_steal_pointer (&result);
}

static gpointer
find_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  PlxClaimsResult *result = find_claims (PLX_CORPUS (source), data, error);

  /* Aligning takes a hundred megabytes (140 for 2 × 1,000 articles), among which those of the result lie. */
  plx_memory_give_back ();
  return result;
}

void
plx_claims_async (PlxCorpus           *corpus,
                  const gint64        *sources,
                  guint                n_sources,
                  const PlxCorpusFilter *filter,
                  PlxProgressFunc      progress,
                  gpointer             progress_data,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  Job *job;

  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (n_sources >= 2 && n_sources <= PLX_MAX_COLUMNS);

  job = g_new0 (Job, 1);
  for (guint i = 0; i < n_sources; i++)
    job->sources[i] = sources[i];
  job->n_sources = n_sources;
  /* A copy of wire text is a report of the claim as well, and is shown as what it is. */
  job->filter = filter != NULL ? plx_corpus_filter_copy (filter) : plx_corpus_filter_new ();
  job->filter->wire_once = FALSE;
  job->lexicon = plx_lexicon_ref (plx_corpus_get_lexicon (corpus));
  job->progress = plx_progress_new (progress, progress_data);
  job->cancellable = cancellable;
  plx_task_run (corpus, find_in_thread, job, (GDestroyNotify) job_free,
                (GDestroyNotify) plx_claims_result_free, cancellable, callback, user_data);
}

PlxClaimsResult *
plx_claims_finish (PlxCorpus     *corpus,
                   GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
