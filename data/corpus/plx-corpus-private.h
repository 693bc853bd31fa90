/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The corpus object, for the files it is made of: one for each table, and one for summaries. */

#include "plx-corpus-writer.h"
#include "plx-corpus.h"
#include "plx-sqlite-statement.h"

#include "analysis/summary/plx-voice-sums.h"

G_BEGIN_DECLS

/* How long to wait for another program that is writing. */
#define PLX_CORPUS_BUSY_MSEC 5000

/* What readings are made with, as it was at one time. Shared by threads. */
typedef struct
{
  PlxLexicon *lexicon;
  PlxAliases *aliases; /* that ship, and the corpus' own */
  char       *key;     /* differs when a reading may, but for what the article itself says */
} PlxCorpusBasis;

/* What has been put right in one article, for its reading; zero-initialised: nothing. */
typedef struct
{
  GArray       *cues;     /* nullable: of PlxCueCorrection */
  GArray       *speakers; /* nullable: of PlxSpeakerCorrection */
  GStringChunk *strings;  /* nullable */
} PlxCorpusCorrections;

/* What a summary needs of one article, read with the lexicon of today. */
typedef struct
{
  gint64  article_id; /* the key */
  gint64  revision;   /* of the article that was read */
  GBytes *bytes;      /* as plx_evidence_pack() makes them */
} PlxCorpusEvidence;

/* One of the articles of PlxCorpusSums. */
typedef struct
{
  gint64      id;
  gint64      source_id;
  const char *source; /* these owned by the sums' strings */
  const char *title;
  const char *byline; /* nullable */
  const char *date;   /* nullable */
  guint32     n_words;
  GBytes     *evidence; /* owned by the sums' summariser */
} PlxCorpusMember;

/* A summariser with all articles of the corpus as they were at one time. Shared by threads: it is
 * never changed once it is published, but for what is made when it is asked for. */
typedef struct
{
  PlxSummariser *summariser;
  GArray        *members; /* of PlxCorpusMember, in the order in which the summariser got them */
  GStringChunk  *strings;
  PlxSummaryDetails *details; /* of all that the articles say */
  GMutex         prepare_lock; /* who makes something ready for others that wait for the same */
  GMutex         voices_lock; /* guards the next */
  PlxVoiceSums  *voices;  /* nullable: of all likewise; see plx_corpus_kept_list_voices() */
  PlxCorpusBasis *basis;  /* of the readings */
  gint64         serial;  /* of the database's state */
  guint64        texts;   /* tells the articles with their revisions from any others */
  guint64        members_hash; /* the same, and what lists say of them */
} PlxCorpusSums;

/* Which sentences are wire copy, for the articles of PlxCorpusSums. Never changed either. */
typedef struct
{
  guint64  texts; /* of the sums */
  guint8 **marks; /* for each member, (nullable): see PlxSummarySelection */
  guint    n;
  GHashTable *by_id; /* number of an article → its marks, which are not NULL */
} PlxCorpusWire;

struct _PlxCorpus
{
  GObject              parent_instance;

  char                *path;      /* NULL: in memory */
  GMainContext        *context;   /* where `changed` is emitted */
  gboolean             read_only;
  int                  change_pending; /* atomic: an emission is on its way */

  PlxCorpusWriter     *writer;    /* NULL if read only */
  GMutex               read_lock; /* guards reader */
  PlxSqliteConnection *reader;    /* NULL in memory: the writer's is the only connection */

  int                  aliases_changed; /* atomic: by what is about to be committed */

  GMutex               lexicon_lock;  /* guards what follows */
  PlxLexicon          *lexicon;       /* nullable */
  guint                n_alias_changes;
  PlxCorpusBasis      *basis;         /* nullable: of the lexicon; made when it is asked for */
  PlxReader           *spare_reader;  /* nullable: of the basis, not in use */
  char                *evidence_key;  /* nullable: of the basis that the evidence is of */
  GHashTable          *evidence;      /* of PlxCorpusEvidence, by id */
  gboolean             evidence_is_loaded; /* what the file has has been put there */
  PlxCorpusSums       *sums;          /* nullable: of the basis */
  struct _PlxCorpusKept *kept;        /* nullable: the last one made, of the sums */
  PlxCorpusWire       *wire;          /* nullable: the last one made */
  gboolean             wire_is_made;  /* a thread is at it */
  GCond                wire_cond;     /* … and says when it is done */
};

/* plx_corpus_read: runs a job in a read transaction, on the calling thread if there is a
 * connection for reading, and waits. Keep it short: other readers wait meanwhile. */
gboolean plx_corpus_read        (PlxCorpus *self, PlxCorpusJobFunc func, gpointer data,
                                 GCancellable *cancellable, GError **error);

/* plx_corpus_write: runs a job in a transaction on the writer thread and waits; everything or
 * nothing of it is kept. Emits `changed` if it succeeds. */
gboolean plx_corpus_write       (PlxCorpus *self, PlxCorpusJobFunc func, gpointer data,
                                 GCancellable *cancellable, GError **error);

/* plx_corpus_write_quietly: as plx_corpus_write(), for what is nobody else's business: no
 * `changed` */
gboolean plx_corpus_write_quietly (PlxCorpus *self, PlxCorpusJobFunc func, gpointer data,
                                   GError **error);

/* plx_corpus_queue_changed: `changed` will be emitted; on any thread */
void     plx_corpus_queue_changed (PlxCorpus *self);

/* plx_corpus_write_async: as plx_corpus_write(), with the answer going to @task, whose source
 * object is @self; @data lives as long as @task */
void     plx_corpus_write_async (PlxCorpus *self, PlxCorpusJobFunc func, gpointer data,
                                 GTask *task);

/* plx_corpus_set_not_found: the error for an id that is not there */
void     plx_corpus_set_not_found (const char *what, gint64 id, GError **error);

/* plx_corpus_source_ensure: finds a source by name, or adds it */
gboolean plx_corpus_source_ensure (PlxSqliteConnection *connection, const char *name,
                                   gint64 *out_id, GError **error);
/* plx_corpus_source_prune: removes sources without articles */
gboolean plx_corpus_source_prune  (PlxSqliteConnection *connection, GError **error);

/* plx_corpus_article_read: Returns: (transfer full): the article, or NULL with @error set */
PlxArticle *plx_corpus_article_read (PlxSqliteConnection *connection, gint64 article_id,
                                     GError **error);

/* plx_corpus_article_insert:
 * @id: 0 for the next free one
 * @out_id: its number; 0 if its source has an article with the same text: nothing is done then */
gboolean    plx_corpus_article_insert (PlxSqliteConnection *connection, gint64 id,
                                       const PlxArticle *article, gint64 *out_id,
                                       GError **error);

/* plx_corpus_open_untouched: a connection for reading that changes nothing in or beside the file,
 * and needs no right to */
PlxSqliteConnection *plx_corpus_open_untouched (const char *path, GError **error);

/* plx_corpus_dup_lexicon: Returns: (transfer full): the lexicon, or NULL with @error set */
PlxLexicon *plx_corpus_dup_lexicon  (PlxCorpus *self, GError **error);

/* plx_corpus_dup_basis: Returns: (transfer full): what to read with, or NULL with @error set */
PlxCorpusBasis *plx_corpus_dup_basis   (PlxCorpus *self, GError **error);
PlxCorpusBasis *plx_corpus_basis_ref   (PlxCorpusBasis *self);
void            plx_corpus_basis_unref (PlxCorpusBasis *self);
/* plx_corpus_basis_make_reader: Returns: (transfer full) */
PlxReader      *plx_corpus_basis_make_reader (PlxCorpusBasis *self);

/* plx_corpus_aliases_have_changed: readings are made with other aliases from now on */
void        plx_corpus_aliases_have_changed (PlxCorpus *self);

/* plx_corpus_clear_sums: forgets sums and what is kept of them; `lexicon_lock` must be held */
void        plx_corpus_clear_sums     (PlxCorpus *self);

/* plx_corpus_clear_readings: forgets lexicon, evidence and sums */
void        plx_corpus_clear_readings (PlxCorpus *self);

/* plx_corpus_load_evidence: puts what the file has of this basis into self->evidence, once */
gboolean    plx_corpus_load_evidence (PlxCorpus *self, PlxCorpusBasis *basis,
                                      GCancellable *cancellable, GError **error);

/* plx_corpus_find_evidence: Returns: (transfer full) (nullable): of this revision and basis */
GBytes     *plx_corpus_find_evidence (PlxCorpus *self, PlxCorpusBasis *basis, gint64 article_id,
                                      gint64 revision);

/* plx_corpus_keep_evidence:
 * @evidence: (element-type PlxCorpusEvidence): new, made with @basis
 *
 * Keeps it in memory and, if that is possible, in the file. */
void        plx_corpus_keep_evidence (PlxCorpus *self, PlxCorpusBasis *basis, GPtrArray *evidence);
void        plx_corpus_evidence_free (PlxCorpusEvidence *self);

PlxCorpusSums *plx_corpus_sums_ref   (PlxCorpusSums *self);
void           plx_corpus_sums_unref (PlxCorpusSums *self);
void           plx_corpus_wire_unref (PlxCorpusWire *self);

/* plx_corpus_dup_sums: reads what is not read yet.
 * @progress: (nullable): told how far the reading is
 * Returns: (transfer full): the sums of the corpus as it is, or NULL with @error set */
PlxCorpusSums *plx_corpus_dup_sums   (PlxCorpus *self, PlxProgress *progress,
                                      GCancellable *cancellable, GError **error);

/* plx_corpus_dup_wire: marks the wire copy; once for the same articles, however many threads ask.
 * @sums: of the corpus
 * Returns: (transfer full): or NULL with @error set */
PlxCorpusWire *plx_corpus_dup_wire   (PlxCorpus *self, const PlxCorpusSums *sums,
                                      GCancellable *cancellable, GError **error);

/* What of the sums a filter lets through, with what it borrows. */
typedef struct
{
  PlxSummarySelection selection; /* valid as long as filter, sums and this */
  PlxCorpusWire      *wire;      /* nullable */
  guint8             *readings;  /* nullable */
} PlxCorpusSelection;

/* plx_corpus_select: @filter: (nullable)
 * Returns: FALSE with @error set; @out is to be cleared in either case */
gboolean plx_corpus_select            (PlxCorpus *self, const PlxCorpusSums *sums,
                                       const PlxCorpusFilter *filter, PlxCorpusSelection *out,
                                       GCancellable *cancellable, GError **error);
void     plx_corpus_selection_clear   (PlxCorpusSelection *self);

/* plx_corpus_make_kept: as plx_corpus_dup_kept(), with a summary.
 * @options: (nullable): NULL: any summary will do
 * @max_articles: with more of them than these, it is rough */
struct _PlxCorpusKept *plx_corpus_make_kept (PlxCorpus *self, PlxLexicon *lexicon,
                                             const PlxSummaryOptions *options,
                                             const PlxCorpusFilter *filter, guint max_articles,
                                             PlxProgress *progress, GCancellable *cancellable,
                                             GError **error);

/* plx_corpus_kept_sum_up: Returns: (transfer full): of what is in; some intervals are missing if it
 *   is cancelled */
PlxSummary *plx_corpus_kept_sum_up (const struct _PlxCorpusKept *self,
                                    const PlxSummaryOptions *options, GCancellable *cancellable);

/* plx_corpus_filter_needs_reading: Returns: whether what an article is about or who speaks in it
 *   decides whether it is listed; @filter: (nullable) */
gboolean plx_corpus_filter_needs_reading (const PlxCorpusFilter *filter);

/* plx_corpus_list_matches: Returns: (transfer full): the numbers of the articles with @words, as
 *   keys of a set of gint64; NULL with @error set */
GHashTable *plx_corpus_list_matches   (PlxCorpus *self, const char *words, GCancellable *cancellable,
                                       GError **error);

/* plx_corpus_search_query:
 *
 * Turns what a person types into a query of FTS5: all the words, in any place; words in double
 * quotation marks next to each other; a word that ends in * by its beginning. No character has
 * any other meaning, so that nothing typed is an error.
 * Returns: (transfer full) (nullable): NULL if there is nothing to look for in @words */
char       *plx_corpus_search_query  (const char *words);

/* Blocks as the text that a row keeps, and back. Reading checks every bound and border against
 * the text.  Returns: FALSE with @error set (CORRUPT) for anything else than what was written */
char       *plx_corpus_blocks_to_string (GArray *blocks);
gboolean    plx_corpus_blocks_parse     (const char *string, PlxArticle *article, GError **error);

/* plx_corpus_blocks_correct: gives the blocks of an article, as imported, the kinds that have been
 * corrected */
gboolean    plx_corpus_blocks_correct   (PlxSqliteConnection *connection, gint64 article_id,
                                         PlxArticle *article, GError **error);

/* plx_corpus_article_count_words: Returns: the words of the blocks that are read */
guint       plx_corpus_article_count_words (const PlxArticle *article);

/* plx_corpus_corrections_load: @out_corrections: (out caller-allocates): to be cleared, whatever
 * is returned. What does not fit the article's words any more is left out. */
gboolean    plx_corpus_corrections_load   (PlxSqliteConnection *connection, gint64 article_id,
                                           const PlxArticle *article,
                                           PlxCorpusCorrections *out_corrections,
                                           GError **error);
void        plx_corpus_corrections_clear  (PlxCorpusCorrections *self);
/* plx_corpus_corrections_set: has a reading make them; they stay with @self */
void        plx_corpus_corrections_set    (const PlxCorpusCorrections *self,
                                           PlxReadingOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorpusBasis, plx_corpus_basis_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorpusSums, plx_corpus_sums_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCorpusWire, plx_corpus_wire_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxCorpusSelection, plx_corpus_selection_clear)

G_END_DECLS
