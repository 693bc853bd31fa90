/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The corpus: one project file (*.parallax) with sources, articles, lexicon edits and readings.
 *
 * It is a SQLite database (application_id PLX_CORPUS_APPLICATION_ID, user_version = schema
 * version, WAL). One thread of the object's own does all writing, in the order of the calls; every
 * call here may be made from any thread. The plain calls wait for their answer, those that write
 * also for the changes before theirs; those that may take long have an _async/_finish pair,
 * cancellable and with progress. `changed` is emitted on the main context that created the
 * object, once for any number of changes since the last time.
 *
 * The file is closed, and is one file again, when the last reference goes. A corpus that is being
 * written to by another program can be read; to write, a call waits for it some seconds. */

#include <gio/gio.h>

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/reading/plx-reading.h"
#include "analysis/summary/plx-summary.h"
#include "analysis/text/plx-article.h"
#include "data/plx-progress.h"
#include "plx-corpus-error.h"
#include "plx-corpus-filter.h"

G_BEGIN_DECLS

#define PLX_CORPUS_APPLICATION_ID 0x50415258 /* "PARX" */

typedef enum
{
  PLX_CORPUS_OPEN_EXISTING,
  PLX_CORPUS_CREATE,    /* fails if there is a file */
  PLX_CORPUS_READ_ONLY,
} PlxCorpusMode;

#define PLX_TYPE_CORPUS (plx_corpus_get_type ())
G_DECLARE_FINAL_TYPE (PlxCorpus, plx_corpus, PLX, CORPUS, GObject)

/* What a list shows of an article, without its text. */
typedef struct
{
  gint64  id;
  gint64  source_id;
  char   *source;
  char   *title;
  char   *byline;
  char   *date;
  guint32 n_words;
} PlxArticleInfo;

typedef struct
{
  gint64 id;
  char  *name;
  guint  n_articles;
} PlxSourceInfo;

/* plx_corpus_open:
 * @path: (nullable): NULL opens an unnamed corpus in memory, for a session without a file
 *
 * Returns: (transfer full): the corpus, or NULL with @error set (PLX_CORPUS_ERROR) */
PlxCorpus  *plx_corpus_open            (const char *path, PlxCorpusMode mode, GError **error);

/* plx_corpus_save_copy: writes everything, consistently, to a file at @path, which appears there
 * when it is whole. A corpus that is there already is replaced, unless somebody has it open
 * (EXISTS). */
gboolean    plx_corpus_save_copy       (PlxCorpus *self, const char *path, GError **error);

const char *plx_corpus_get_path        (PlxCorpus *self);
gboolean    plx_corpus_is_read_only    (PlxCorpus *self);

/* plx_corpus_set_lexicon: the lexicon that readings are made with from now on */
void        plx_corpus_set_lexicon     (PlxCorpus *self, PlxLexicon *lexicon);
PlxLexicon *plx_corpus_get_lexicon     (PlxCorpus *self);

/* plx_corpus_add_articles:
 * @articles: (element-type PlxArticle): borrowed
 * @out_added: (out) (optional): how many were new; one whose text and source are already there is
 *   left out
 *
 * All or nothing: after any failure, a full disk and a killed process included, the corpus is as
 * it was. */
gboolean    plx_corpus_add_articles    (PlxCorpus *self, GPtrArray *articles, guint *out_added,
                                        GError **error);

/* plx_corpus_add_listed: as plx_corpus_add_articles()
 * @ids: (element-type gint64): gets the numbers of those that were new, after what is in it */
gboolean    plx_corpus_add_listed      (PlxCorpus *self, GPtrArray *articles, GArray *ids,
                                        GError **error);

/* plx_corpus_add_articles_async: as plx_corpus_add_articles(). @articles is kept until the end:
 * do not change it. Cancelled, nothing was added.
 * @progress: (nullable): called with articles done and their total */
void        plx_corpus_add_articles_async  (PlxCorpus *self, GPtrArray *articles,
                                            PlxProgressFunc progress, gpointer progress_data,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
gboolean    plx_corpus_add_articles_finish (PlxCorpus *self, GAsyncResult *result,
                                            guint *out_added, GError **error);
gboolean    plx_corpus_remove_article  (PlxCorpus *self, gint64 article_id, GError **error);

/* Returns: (transfer full) (element-type PlxSourceInfo): by name */
GPtrArray  *plx_corpus_list_sources    (PlxCorpus *self, GError **error);
/* @source_id: 0 for all.  @search: (nullable): words that must be in title or text (FTS5)
 * Returns: (transfer full) (element-type PlxArticleInfo): by source, date, title */
GPtrArray  *plx_corpus_list_articles   (PlxCorpus *self, gint64 source_id, const char *search,
                                        GError **error);
/* plx_corpus_list_filtered: as plx_corpus_list_articles(), of what is in
 * @filter: (nullable)
 * Returns: (transfer full) (element-type PlxArticleInfo) */
GPtrArray  *plx_corpus_list_filtered   (PlxCorpus *self, gint64 source_id,
                                        const PlxCorpusFilter *filter, GError **error);
/* plx_corpus_find_dates:
 * @out_oldest, @out_newest: (out) (transfer full) (nullable): the days of the first and the last
 *   article, to the day if they are that precise; NULL if none has a date */
gboolean    plx_corpus_find_dates      (PlxCorpus *self, char **out_oldest, char **out_newest,
                                        GError **error);
/* plx_corpus_find_articles: for a list that follows what is typed.
 * @words: as for plx_corpus_list_articles(); the last one need not be finished
 * @max: how many at most; those with the words in their titles come first
 * Returns: (transfer full) (element-type PlxArticleInfo): in no order beyond that */
GPtrArray  *plx_corpus_find_articles   (PlxCorpus *self, const char *words, guint max,
                                        GCancellable *cancellable, GError **error);
/* Returns: (transfer full): the article with its blocks */
PlxArticle *plx_corpus_dup_article     (PlxCorpus *self, gint64 article_id, GError **error);
gboolean    plx_corpus_rename_source   (PlxCorpus *self, gint64 source_id, const char *name,
                                        GError **error);
/* plx_corpus_set_details: changes what is known about an article; its text stays. Corrections in
 * the headline rest while it does not have their words.
 * @details: whose source, title, byline, date and url are taken; all else of it is not looked at */
gboolean    plx_corpus_set_details     (PlxCorpus *self, gint64 article_id,
                                        const PlxArticle *details, GError **error);

/* plx_corpus_dup_reading: reads the article now, which takes less than a millisecond.
 * Returns: (transfer full) */
PlxReading *plx_corpus_dup_reading     (PlxCorpus *self, gint64 article_id, GError **error);

/* plx_corpus_dup_filtered_reading: as plx_corpus_dup_reading(), with what is not in left out: see
 * plx_reading_keep_part(). Date and words are not looked at.
 * @filter: (nullable)
 * Returns: (transfer full) */
PlxReading *plx_corpus_dup_filtered_reading (PlxCorpus *self, gint64 article_id,
                                             const PlxCorpusFilter *filter, GError **error);

/* plx_corpus_dup_evidence: what is kept of readings made before, with the lexicon of now; for
 * plx_evidence_iter_init(). Nothing is read for it.
 * Returns: (transfer full) (element-type gint64 GBytes): by article; without those that have
 *   changed since or have not been read yet */
GHashTable *plx_corpus_dup_evidence    (PlxCorpus *self, GCancellable *cancellable,
                                        GError **error);

/* plx_corpus_summarise: reads what is not read yet, on a thread for each processor, and sums up by
 * source; waits for that, see plx_corpus_survey_async(). What has been read is kept, in the file too
 * where that may be written, until the article, the lexicon or the program changes.
 * @filter: (nullable): what counts. With a voice, a target, a date or words, sources of which
 *   nothing is in have no row
 * Returns: (transfer full): or NULL with @error set */
PlxSummary *plx_corpus_summarise       (PlxCorpus *self, const PlxSummaryOptions *options,
                                        const PlxCorpusFilter *filter, GError **error);

/* Lexicon edits kept in the corpus, as lines of the lexicon format. */
gboolean    plx_corpus_set_lexicon_edits (PlxCorpus *self, const char *tsv, GError **error);
/* Returns: (transfer full): "" if there are none */
char       *plx_corpus_dup_lexicon_edits (PlxCorpus *self, GError **error);

/* plx_corpus_set_view_state: keeps how the corpus was last looked at, in words that are the
 * caller's; this is no change of the corpus (no `changed`) */
gboolean    plx_corpus_set_view_state    (PlxCorpus *self, const char *state, GError **error);
/* Returns: (transfer full): "" if there is none */
char       *plx_corpus_dup_view_state    (PlxCorpus *self, GError **error);

/* plx_corpus_take_out: removes articles, and lays them aside with all that was put right in them, as
 * long as the corpus is open; all or nothing
 * @ids: (element-type gint64): those that are not there (any more) do not matter
 * @out_aside: (out): what plx_corpus_bring_back() asks for */
gboolean    plx_corpus_take_out        (PlxCorpus *self, const GArray *ids, gint64 *out_aside,
                                        GError **error);
/* plx_corpus_bring_back: puts them back as they were, once, under their former numbers. One whose
 * source has the same text again by now stays out. */
gboolean    plx_corpus_bring_back      (PlxCorpus *self, gint64 aside, GError **error);

/* Whom a name in the texts stands for: "Beijing" for "China". */
typedef struct
{
  char *name;
  char *target;
} PlxAlias;

/* Returns: (transfer full) (element-type PlxAlias): by name */
GPtrArray  *plx_corpus_list_aliases    (PlxCorpus *self, GError **error);

void        plx_alias_free             (PlxAlias *self);
void        plx_article_info_free      (PlxArticleInfo *self);
void        plx_source_info_free       (PlxSourceInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArticleInfo, plx_article_info_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAlias, plx_alias_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSourceInfo, plx_source_info_free)

G_END_DECLS
