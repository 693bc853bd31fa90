/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-evidence-query.h"

#include "data/corpus/plx-corpus-kept.h"
#include "data/plx-task.h"

#include <math.h>
#include <string.h>

/* To look through so many takes as long as it takes to notice. */
#define MANY_ARTICLES 2000

/* A sentence that may be shown, before its text is fetched. */
typedef struct
{
  gint64    article;
  double    strength; /* of its score, signs aside */
  guint32   sentence;
  guint32   order;    /* of its article among the articles */
  PlxAxisId axis;
} Candidate;

void
plx_evidence_result_free (PlxEvidenceResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static gint
compare_strength (gconstpointer a,
                  gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->strength != second->strength)
    return first->strength > second->strength ? -1 : 1;
  if (first->order != second->order)
    return first->order < second->order ? -1 : 1;
  return first->sentence < second->sentence ? -1 : first->sentence > second->sentence;
}

/* The strongest candidates. They come in the order of their articles and sentences: of two that are
 * equally strong the first is kept. */
typedef struct
{
  GArray *array; /* of Candidate */
  guint   limit; /* 0: none */
  double  floor; /* no candidate that is not stronger is wanted */
} Strongest;

static void
cut (Strongest *self)
{
  g_array_sort (self->array, compare_strength);
  if (self->limit == 0 || self->array->len < self->limit)
    return;
  g_array_set_size (self->array, self->limit);
  self->floor = g_array_index (self->array, Candidate, self->limit - 1).strength;
}

/* The array grows to twice the limit before it is cut, so that cutting costs little. */
static void
add_candidate (Strongest       *self,
               const Candidate *candidate)
{
  if (candidate->strength <= self->floor)
    return;
  g_array_append_vals (self->array, candidate, 1);
  if (self->limit > 0 && self->array->len >= 2 * self->limit)
    cut (self);
}

static gboolean
is_of_pole (const PlxEvidenceQuery *query,
            const PlxAxisScore     *score)
{
  return score->n_cues > 0 &&
         (query->pole == PLX_POLE_BOTH ||
          (query->pole == PLX_POLE_NEGATIVE ? score->score < 0 : score->score > 0));
}

static gboolean
has_entry (const PlxReading      *reading,
           const PlxReadSentence *sentence,
           guint32                entry)
{
  for (guint i = 0; i < sentence->n_cues; i++)
    {
      if (g_array_index (reading->cues, PlxCue, sentence->first_cue + i).entry == entry)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_unnamed (const PlxReading      *reading,
            const PlxReadSentence *sentence)
{
  return sentence->voice != 0 && sentence->voice < reading->voices->len &&
         g_array_index (reading->voices, PlxVoice, sentence->voice).name == NULL;
}

/* Whether a sentence is asked for, on an axis that it is read on. */
static gboolean
is_asked_for (const PlxEvidenceQuery *query,
              const PlxReading       *reading,
              guint                   index,
              PlxAxisId               axis)
{
  const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, index);

  if (query->sentence != 0)
    return index + 1 == query->sentence;
  return axis != PLX_AXIS_ALL && is_of_pole (query, &sentence->axes[axis]) &&
         (query->entry == 0 || has_entry (reading, sentence, query->entry - 1)) &&
         (!query->unnamed || is_unnamed (reading, sentence));
}

static guint
collect (const PlxEvidenceQuery *query,
         const PlxReading       *reading,
         gint64                  article,
         guint32                 order,
         Strongest              *strongest)
{
  guint n_found = 0;

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      PlxAxisId axis = query->axis;
      Candidate candidate;

      if (axis == PLX_AXIS_ALL)
        axis = plx_reading_find_strongest_axis (reading, sentence);
      if (axis >= (int) reading->n_axes || !is_asked_for (query, reading, i, axis))
        continue;

      axis = MAX (axis, 0);
      candidate = (Candidate) { article, fabs (sentence->axes[axis].score), i, order, axis };
      add_candidate (strongest, &candidate);
      n_found++;
    }
  return n_found;
}

/* Whether what is kept of readings tells all that is asked for: not which entry a cue is of. */
static gboolean
is_told_by_evidence (const PlxEvidenceQuery *query)
{
  return query->entry == 0 && query->sentence == 0 && !query->unnamed;
}

static PlxAxisId
find_strongest_axis (const PlxEvidenceSentence *sentence)
{
  PlxAxisId strongest = PLX_AXIS_ALL;

  for (PlxAxisId axis = 0; axis < PLX_MAX_AXES; axis++)
    {
      if (sentence->axes[axis].n_cues > 0 &&
          (strongest == PLX_AXIS_ALL ||
           fabs (sentence->axes[axis].score) > fabs (sentence->axes[strongest].score)))
        strongest = axis;
    }
  return strongest;
}

/* As collect(), of what is kept of an article. */
static guint
collect_kept (const PlxEvidenceQuery *query,
              const PlxKeptArticle   *article,
              guint32                 order,
              Strongest              *strongest)
{
  PlxEvidenceSentence sentence;
  PlxEvidenceIter iter;
  guint n_found = 0;

  memset (&sentence, 0, sizeof sentence);
  plx_evidence_iter_init (&iter, article->evidence, &article->part, article->wire);
  while (plx_evidence_iter_next (&iter, &sentence))
    {
      PlxAxisId axis = query->axis != PLX_AXIS_ALL ? query->axis : find_strongest_axis (&sentence);
      Candidate candidate;

      if (axis == PLX_AXIS_ALL || axis >= (int) iter.n_axes ||
          !is_of_pole (query, &sentence.axes[axis]))
        continue;
      candidate = (Candidate) { article->id, fabs (sentence.axes[axis].score), sentence.index, order,
                                axis };
      add_candidate (strongest, &candidate);
      n_found++;
    }
  return n_found;
}

/* An article with its reading, kept while the items of one query are made: the strongest sentences
 * often come from few articles. */
typedef struct
{
  PlxArticle *article;
  PlxReading *reading;
} ReadArticle;

static void
read_article_free (ReadArticle *self)
{
  plx_article_free (self->article);
  g_clear_pointer (&self->reading, plx_reading_free);
  g_free (self);
}

static const ReadArticle *
fetch (GHashTable             *fetched,
       PlxCorpus              *corpus,
       const PlxEvidenceQuery *query,
       gint64                  id)
{
  ReadArticle *read = g_hash_table_lookup (fetched, &id);

  if (read == NULL)
    {
      read = g_new0 (ReadArticle, 1);
      read->article = plx_corpus_dup_article (corpus, id, NULL);
      read->reading = plx_corpus_dup_filtered_reading (corpus, id, query->filter, NULL);
      g_hash_table_insert (fetched, g_memdup2 (&id, sizeof id), read);
    }
  return read;
}

/* Returns: (transfer full) (nullable): NULL where the article is gone or its reading has become
 *   one of another lexicon */
static PlxSentenceItem *
make_item (const ReadArticle *read,
           PlxLexicon        *lexicon,
           const Candidate   *candidate)
{
  if (read->article == NULL || read->reading == NULL ||
      candidate->sentence >= read->reading->sentences->len ||
      g_strcmp0 (read->reading->lexicon_digest, plx_lexicon_get_digest (lexicon)) != 0)
    return NULL;
  return plx_sentence_item_new (read->article, candidate->article, read->reading, lexicon,
                                candidate->sentence, candidate->axis);
}

static void
make_items (PlxCorpus              *corpus,
            const PlxEvidenceQuery *query,
            PlxLexicon             *lexicon,
            GArray                 *candidates,
            GCancellable           *cancellable,
            GPtrArray              *items)
{
  g_autoptr (GHashTable) fetched =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) read_article_free);

  for (guint i = 0; i < candidates->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      PlxSentenceItem *item = make_item (fetch (fetched, corpus, query, candidate->article),
                                         lexicon, candidate);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
}

/* Looks through one article. Returns: FALSE with @error set */
static gboolean
find_in_article (PlxCorpus              *corpus,
                 const PlxEvidenceQuery *query,
                 const PlxKeptArticle   *article,
                 guint32                 order,
                 Strongest              *strongest,
                 guint                  *out_n_found,
                 GError                **error)
{
  g_autoptr (PlxReading) reading = NULL;

  if (is_told_by_evidence (query))
    {
      *out_n_found += collect_kept (query, article, order, strongest);
      return TRUE;
    }
  reading = plx_corpus_dup_filtered_reading (corpus, article->id, query->filter, error);
  if (reading == NULL)
    return FALSE;
  *out_n_found += collect (query, reading, article->id, order, strongest);
  return TRUE;
}

static GArray *
find_candidates (PlxCorpus              *corpus,
                 const PlxEvidenceQuery *query,
                 PlxLexicon             *lexicon,
                 GCancellable           *cancellable,
                 guint                  *out_n_found,
                 GError                **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  Strongest strongest = { candidates, query->limit, -1 };
  g_autoptr (PlxCorpusKept) kept =
    plx_corpus_dup_kept (corpus, lexicon, query->filter, cancellable, error);
  guint first, n;

  if (kept == NULL)
    return NULL;

  n = plx_corpus_kept_find_source (kept, query->source_id, &first);
  /* The chart that it is the evidence of comes first. */
  if (n > MANY_ARTICLES)
    plx_thread_give_way ();
  for (guint i = first; i < first + n; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (kept, i, &article);
      if (query->article_id != 0 && article.id != query->article_id)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !find_in_article (corpus, query, &article, i, &strongest, out_n_found, error))
        return NULL;
    }

  cut (&strongest);
  return g_steal_pointer (&candidates);
}

static gpointer
find_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  PlxCorpus *corpus = PLX_CORPUS (source);
  const PlxEvidenceQuery *query = data;
  g_autoptr (PlxEvidenceResult) result = g_new0 (PlxEvidenceResult, 1);
  g_autoptr (GArray) candidates = NULL;
  PlxLexicon *lexicon = plx_corpus_get_lexicon (corpus);

  result->items = g_ptr_array_new_with_free_func (g_object_unref);
  if (lexicon != NULL)
    {
      g_autoptr (PlxLexicon) kept = plx_lexicon_ref (lexicon);

      candidates = find_candidates (corpus, query, kept, cancellable, &result->n_found, error);
      if (candidates == NULL)
        return NULL;
      make_items (corpus, query, kept, candidates, cancellable, result->items);
    }
  return g_steal_pointer (&result);
}

static PlxEvidenceQuery *
query_copy (const PlxEvidenceQuery *query)
{
  PlxEvidenceQuery *copy = g_memdup2 (query, sizeof *query);

  copy->filter = plx_corpus_filter_copy (query->filter);
  return copy;
}

static void
query_free (gpointer data)
{
  PlxEvidenceQuery *query = data;

  plx_corpus_filter_free ((PlxCorpusFilter *) query->filter);
  g_free (query);
}

void
plx_evidence_async (PlxCorpus              *corpus,
                    const PlxEvidenceQuery *query,
                    GCancellable           *cancellable,
                    GAsyncReadyCallback     callback,
                    gpointer                user_data)
{
  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (query != NULL);

  plx_task_run (corpus, find_in_thread, query_copy (query), query_free,
                (GDestroyNotify) plx_evidence_result_free, cancellable, callback, user_data);
}

PlxEvidenceResult *
plx_evidence_finish (PlxCorpus     *corpus,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
