/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a filter lets through of a corpus: its articles with what is kept of their readings, for lists
 * and charts that need figures of every article and no text. Immutable: threads may share one. It
 * shows the corpus as it was when it was made, and costs little beside the corpus itself. */

#include "analysis/reading/plx-evidence.h"
#include "analysis/summary/plx-group-sums.h"
#include "analysis/summary/plx-voice-sums.h"
#include "plx-corpus.h"

G_BEGIN_DECLS

/* Everything is borrowed from the PlxCorpusKept. */
typedef struct
{
  gint64         id;
  gint64         source_id;
  const char    *source;
  const char    *title;    /* "" if there is none */
  const char    *byline;   /* nullable */
  const char    *date;     /* nullable */
  guint32        n_words;
  gboolean       is_in;    /* something of it is let through */
  const PlxSummaryFigure *figures; /* of each axis: of what is in */
  GBytes        *evidence;
  PlxReadingPart part;     /* what is in: for plx_evidence_iter_init(), as the next */
  const guint8  *wire;     /* nullable */
} PlxKeptArticle;

/* A source of which there are articles. */
typedef struct
{
  gint64      id;
  const char *name;
  guint       first, n; /* of the articles */
} PlxKeptSource;

typedef struct _PlxCorpusKept PlxCorpusKept;

/* plx_corpus_dup_kept: reads what is not read yet.
 * @lexicon: (nullable): what the caller reads figures with; if that of the corpus is another by now,
 *   there are no articles
 * @filter: (nullable)
 *
 * Returns: (transfer full): or NULL with @error set */
PlxCorpusKept        *plx_corpus_dup_kept          (PlxCorpus *self, PlxLexicon *lexicon,
                                                    const PlxCorpusFilter *filter,
                                                    GCancellable *cancellable, GError **error);
PlxCorpusKept        *plx_corpus_kept_ref          (PlxCorpusKept *self);
void                  plx_corpus_kept_unref        (PlxCorpusKept *self);

/* plx_corpus_survey_async: as plx_corpus_dup_kept(), with a summary, as plx_corpus_summarise() makes
 * it.
 * @filter: (nullable): copied
 * @progress: (nullable): called on the caller's main context with done and total articles
 * @max_articles: with more of them than these, intervals are left for later:
 *   plx_corpus_kept_refine_async() */
void                  plx_corpus_survey_async      (PlxCorpus *self,
                                                    const PlxSummaryOptions *options,
                                                    const PlxCorpusFilter *filter,
                                                    guint max_articles, PlxProgressFunc progress,
                                                    gpointer progress_data,
                                                    GCancellable *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer user_data);
/* Returns: (transfer full): or NULL with @error set */
PlxCorpusKept        *plx_corpus_survey_finish     (PlxCorpus *self, GAsyncResult *result,
                                                    GError **error);

/* plx_corpus_kept_refine_async: makes the summary again, with intervals */
void                  plx_corpus_kept_refine_async (PlxCorpusKept *self, PlxCorpus *corpus,
                                                    const PlxSummaryOptions *options,
                                                    GCancellable *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer user_data);
/* Returns: (transfer full): or NULL with @error set */
PlxSummary           *plx_corpus_kept_refine_finish (PlxCorpus *corpus, GAsyncResult *result,
                                                     GError **error);

/* plx_corpus_kept_prepare: makes ready for other filters of the same corpus, which then cost a tenth;
 * on several threads, while others use what is kept. Nothing else changes by it.
 * @cancellable: (nullable): gives it up */
void                  plx_corpus_kept_prepare      (PlxCorpusKept *self, GCancellable *cancellable);
/* plx_corpus_kept_prepare_async: the same in the background; nobody hears of the end */
void                  plx_corpus_kept_prepare_async (PlxCorpusKept *self, GCancellable *cancellable);

/* plx_corpus_kept_get_summary: Returns: (transfer none): of what is in */
const PlxSummary     *plx_corpus_kept_get_summary  (const PlxCorpusKept *self);
/* plx_corpus_kept_is_rough: Returns: whether intervals have been left for later */
gboolean              plx_corpus_kept_is_rough     (const PlxCorpusKept *self);
/* plx_corpus_kept_get_lexicon: Returns: (transfer none): what was read with */
PlxLexicon           *plx_corpus_kept_get_lexicon  (const PlxCorpusKept *self);

/* plx_corpus_kept_get_n_all: Returns: how many articles the corpus has, let through or not */
guint                 plx_corpus_kept_get_n_all    (const PlxCorpusKept *self);

/* plx_corpus_kept_get_sources: Returns: by name, those with articles */
const PlxKeptSource  *plx_corpus_kept_get_sources  (const PlxCorpusKept *self, guint *out_n);
/* plx_corpus_kept_find_source:
 * @source_id: 0 for all
 * Returns: how many articles it has, and in @out_first which is its first */
guint                 plx_corpus_kept_find_source  (const PlxCorpusKept *self, gint64 source_id,
                                                    guint *out_first);

/* plx_corpus_kept_get_n_articles: Returns: how many plx_corpus_list_filtered() has: with the
 *   reporter's voice or wire copy only once, there may be some of which nothing is in */
guint                 plx_corpus_kept_get_n_articles (const PlxCorpusKept *self);
/* plx_corpus_kept_get_article: @index: by source, date, title */
void                  plx_corpus_kept_get_article  (const PlxCorpusKept *self, guint index,
                                                    PlxKeptArticle *out);

/* plx_corpus_kept_index_articles: Returns: (transfer full) (element-type gint64 guint): the index of
 *   each article by its number, for plx_corpus_kept_get_article() */
GHashTable           *plx_corpus_kept_index_articles (const PlxCorpusKept *self);

/* plx_corpus_kept_summarise: sums up what is in by something else than the source.
 * @reporter, @unnamed: as for plx_group_sums_new()
 * @max_rows: as for plx_group_sums_finish()
 * Returns: (transfer full) */
PlxSummary           *plx_corpus_kept_summarise    (const PlxCorpusKept *self,
                                                    PlxGrouping grouping, const char *reporter,
                                                    const char *unnamed,
                                                    const PlxSummaryOptions *options,
                                                    guint max_rows);

/* plx_corpus_kept_list_voices: who speaks in what is in; summed up when it is asked for first.
 * @source_id: 0 for all
 * @max_speakers: of each source, beside its reporter; at most 40
 * @cancellable: (nullable): with it, intervals may be missing
 *
 * Returns: (transfer full) (element-type PlxVoiceRow): as plx_voice_sums_list(), borrowing from
 *   @self */
GArray               *plx_corpus_kept_list_voices  (PlxCorpusKept *self, gint64 source_id,
                                                    const PlxSummaryOptions *options,
                                                    guint max_speakers, GCancellable *cancellable);

/* plx_corpus_kept_is_same: Returns: whether lists say the same of two articles */
gboolean              plx_corpus_kept_is_same      (const PlxCorpusKept *self, guint index,
                                                    const PlxCorpusKept *other,
                                                    guint other_index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorpusKept, plx_corpus_kept_unref)

G_END_DECLS
