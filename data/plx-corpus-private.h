/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The corpus object, for the files it is made of: one for each table, and one for summaries. */

#include "plx-corpus-writer.h"
#include "plx-corpus.h"
#include "plx-sqlite-statement.h"

G_BEGIN_DECLS

/* How long to wait for another program that is writing. */
#define PLX_CORPUS_BUSY_MSEC 5000

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
};

/* plx_corpus_read: runs a job in a read transaction, on the calling thread if there is a
 * connection for reading, and waits. Keep it short: other readers wait meanwhile. */
gboolean plx_corpus_read        (PlxCorpus *self, PlxCorpusJobFunc func, gpointer data,
                                 GCancellable *cancellable, GError **error);

/* plx_corpus_write: runs a job in a transaction on the writer thread and waits; everything or
 * nothing of it is kept. Emits `changed` if it succeeds. */
gboolean plx_corpus_write       (PlxCorpus *self, PlxCorpusJobFunc func, gpointer data,
                                 GCancellable *cancellable, GError **error);

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
 * @out_is_new: FALSE if its source has an article with the same text; nothing is done then */
gboolean    plx_corpus_article_insert (PlxSqliteConnection *connection, gint64 id,
                                       const PlxArticle *article, gboolean *out_is_new,
                                       GError **error);

/* plx_corpus_open_untouched: a connection for reading that changes nothing in or beside the file,
 * and needs no right to */
PlxSqliteConnection *plx_corpus_open_untouched (const char *path, GError **error);

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

G_END_DECLS
