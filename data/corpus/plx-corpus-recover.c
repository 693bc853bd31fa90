/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-repair.h"

#include "plx-corpus-private.h"
#include "plx-corpus-schema.h"

#include <glib/gstdio.h>

/* In a damaged database a query that walks a table ends at the first bad page, but a row that is
 * asked for by its id is found if the pages on the way to it are good. So ids are tried one after
 * the other, up to the highest that any good page names. */

#define BATCH_LENGTH 500 /* articles kept in memory at a time */

static const char sql_max_sequence[] =
  "SELECT seq FROM sqlite_sequence WHERE name = 'articles'";
static const char sql_max_article[] = "SELECT max (id) FROM articles";
static const char sql_max_text[] = "SELECT max (article_id) FROM texts";

static const char sql_text[] = "SELECT text, blocks FROM texts WHERE article_id = ?";
static const char sql_details[] =
  "SELECT source_id, name, title, byline, agency, date, updated, url, language "
  "FROM articles WHERE id = ?";
static const char sql_source[] = "SELECT name FROM sources WHERE id = ?";

/* What is copied row by row, as far as it can be read, once the articles are there. Tables that an
 * older file does not have cannot be read at all, which is fine. */
static const struct
{
  const char *select;
  const char *insert;
  int         n_columns;
} small_tables[] = {
  { "SELECT name, value FROM settings ORDER BY name",
    "INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)", 2 },
  { "SELECT name, target FROM aliases ORDER BY name",
    "INSERT OR IGNORE INTO aliases (name, target) VALUES (?, ?)", 2 },
  { "SELECT article_id, first, after, name FROM speakers ORDER BY article_id, first, after",
    "INSERT OR IGNORE INTO speakers (article_id, first, after, name) "
    "SELECT id, ?2, ?3, ?4 FROM articles WHERE id = ?1", 4 },
  { "SELECT article_id, part, first, after, axis, weight, words FROM cues "
    "ORDER BY article_id, part, first, after, axis",
    "INSERT OR IGNORE INTO cues (article_id, part, first, after, axis, weight, words) "
    "SELECT id, ?2, ?3, ?4, ?5, ?6, ?7 FROM articles WHERE id = ?1", 7 },
  { "SELECT article_id, first, after, kind FROM kinds ORDER BY article_id, first, after",
    "INSERT OR IGNORE INTO kinds (article_id, first, after, kind) "
    "SELECT id, ?2, ?3, ?4 FROM articles WHERE id = ?1", 4 },
};

typedef struct
{
  PlxSqliteConnection *from;
  PlxCorpus           *to;
  GPtrArray           *batch; /* of PlxArticle */
  GArray              *ids;   /* of gint64, one for each of the batch */
  PlxRecovery          recovery;
} Salvage;

typedef enum
{
  FOUND,
  ABSENT,
  UNREADABLE,
} Finding;

/* Starts the query for one row. The statement is to be done with, whatever is found. */
static Finding
find_row (PlxSqliteConnection *connection,
          const char          *sql,
          gint64               id,
          PlxSqliteStatement **out_statement)
{
  *out_statement = plx_sqlite_connection_prepare (connection, sql, NULL);
  if (*out_statement == NULL)
    return UNREADABLE;

  plx_sqlite_statement_bind_int64 (*out_statement, 0, id);
  switch (plx_sqlite_statement_step (*out_statement, NULL))
    {
    case PLX_SQLITE_ROW:
      return FOUND;
    case PLX_SQLITE_DONE:
      return ABSENT;
    case PLX_SQLITE_ERROR:
    default:
      return UNREADABLE;
    }
}

static gint64
find_max_id (PlxSqliteConnection *connection)
{
  const char *const queries[] = { sql_max_sequence, sql_max_article, sql_max_text };
  gint64 max = 0;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gint64 value = 0;

      if (plx_sqlite_connection_query_int64 (connection, queries[i], &value, NULL))
        max = MAX (max, value);
    }

  return max;
}

/* What a text's row has; broken characters are mended, blocks that do not fit are left out. */
static PlxArticle *
read_text (PlxSqliteStatement *statement)
{
  g_autofree char *text = plx_sqlite_statement_dup_text (statement, 0);
  g_autofree char *blocks = plx_sqlite_statement_dup_text (statement, 1);
  PlxArticle *article;

  article = plx_article_new (text != NULL ? g_steal_pointer (&text) : g_strdup (""));
  if (blocks == NULL || !plx_corpus_blocks_parse (blocks, article, NULL))
    g_array_set_size (article->blocks, 0);
  return article;
}

static gboolean
read_source (Salvage    *self,
             gint64      source_id,
             PlxArticle *article)
{
  g_autoptr (PlxSqliteStatement) statement = NULL;

  if (find_row (self->from, sql_source, source_id, &statement) != FOUND)
    return FALSE;

  article->source = plx_sqlite_statement_dup_text (statement, 0);
  return TRUE;
}

/* Returns: FALSE if something is missing */
static gboolean
read_details (Salvage            *self,
              PlxSqliteStatement *statement,
              PlxArticle         *article)
{
  article->id = plx_sqlite_statement_dup_text (statement, 1);
  article->title = plx_sqlite_statement_dup_text (statement, 2);
  article->byline = plx_sqlite_statement_dup_text (statement, 3);
  article->agency = plx_sqlite_statement_dup_text (statement, 4);
  article->date = plx_sqlite_statement_dup_text (statement, 5);
  article->updated = plx_sqlite_statement_dup_text (statement, 6);
  article->url = plx_sqlite_statement_dup_text (statement, 7);
  article->language = plx_sqlite_statement_dup_text (statement, 8);
  return read_source (self, plx_sqlite_statement_get_int64 (statement, 0), article);
}

static void
salvage_article (Salvage *self,
                 gint64   id)
{
  g_autoptr (PlxSqliteStatement) text = NULL;
  g_autoptr (PlxSqliteStatement) details = NULL;
  Finding text_finding = find_row (self->from, sql_text, id, &text);
  Finding details_finding = find_row (self->from, sql_details, id, &details);
  PlxArticle *article;

  if (text_finding != FOUND)
    {
      /* Where neither table can be read at this id, an article may never have been there. */
      if (text_finding == UNREADABLE || details_finding == FOUND)
        self->recovery.n_lost++;
      return;
    }

  article = read_text (text);
  if (details_finding != FOUND || !read_details (self, details, article))
    self->recovery.n_partial++;
  g_ptr_array_add (self->batch, article);
  g_array_append_val (self->ids, id);
}

static gboolean
write_batch_job (PlxSqliteConnection *connection,
                 gpointer             data,
                 GError             **error)
{
  Salvage *self = data;

  for (guint i = 0; i < self->batch->len; i++)
    {
      gint64 id;

      if (!plx_corpus_article_insert (connection, g_array_index (self->ids, gint64, i),
                                      self->batch->pdata[i], &id, error))
        return FALSE;
      self->recovery.n_recovered += id != 0;
    }

  return TRUE;
}

static gboolean
write_batch (Salvage *self,
             GError **error)
{
  gboolean succeeded = plx_corpus_write (self->to, write_batch_job, self, NULL, error);

  g_ptr_array_set_size (self->batch, 0);
  g_array_set_size (self->ids, 0);
  return succeeded;
}

static gboolean
copy_rows (PlxSqliteConnection *from,
           const char          *select_sql,
           PlxSqliteStatement  *insert,
           int                  n_columns,
           GError             **error)
{
  g_autoptr (PlxSqliteStatement) select =
    plx_sqlite_connection_prepare (from, select_sql, NULL);

  while (select != NULL && plx_sqlite_statement_step (select, NULL) == PLX_SQLITE_ROW)
    {
      for (int column = 0; column < n_columns; column++)
        {
          g_autofree char *text = plx_sqlite_statement_dup_text (select, column);

          /* A column of numbers turns the text into one again. */
          plx_sqlite_statement_bind_text (insert, column, text);
        }
      if (!plx_sqlite_statement_run (insert, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_small_tables_job (PlxSqliteConnection *connection,
                        gpointer             data,
                        GError             **error)
{
  Salvage *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (small_tables); i++)
    {
      g_autoptr (PlxSqliteStatement) insert =
        plx_sqlite_connection_prepare (connection, small_tables[i].insert, error);

      if (insert == NULL || !copy_rows (self->from, small_tables[i].select, insert,
                                        small_tables[i].n_columns, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
salvage_all (Salvage        *self,
             PlxProgressFunc progress,
             gpointer        progress_data,
             GCancellable   *cancellable,
             GError        **error)
{
  gint64 max_id = find_max_id (self->from);

  for (gint64 id = 1; id <= max_id; id++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      salvage_article (self, id);
      if ((self->batch->len >= BATCH_LENGTH || id == max_id) && !write_batch (self, error))
        return FALSE;
      if (progress != NULL)
        progress ((guint) id, (guint) max_id, progress_data);
    }

  if (self->recovery.n_recovered == 0)
    {
      g_set_error_literal (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT,
                           "No article could be read; look for an older copy of the file");
      return FALSE;
    }

  return plx_corpus_write (self->to, write_small_tables_job, self, NULL, error);
}

gboolean
plx_corpus_recover (const char     *path,
                    const char     *new_path,
                    PlxProgressFunc progress,
                    gpointer        progress_data,
                    GCancellable   *cancellable,
                    PlxRecovery    *out_recovery,
                    GError        **error)
{
  g_autoptr (PlxSqliteConnection) from = NULL;
  g_autoptr (PlxCorpus) to = NULL;
  g_autoptr (GPtrArray) batch = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *absolute = NULL;
  Salvage salvage;
  gboolean succeeded;

  g_return_val_if_fail (path != NULL && new_path != NULL && out_recovery != NULL, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  if (!plx_corpus_schema_check_file (absolute, error))
    return FALSE;
  from = plx_corpus_open_untouched (absolute, error);
  if (from == NULL)
    return FALSE;
  to = plx_corpus_open (new_path, PLX_CORPUS_CREATE, error);
  if (to == NULL)
    return FALSE;

  batch = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  salvage = (Salvage) { .from = from, .to = to, .batch = batch, .ids = ids };
  succeeded = salvage_all (&salvage, progress, progress_data, cancellable, error);
  g_clear_object (&to);
  if (!succeeded)
    g_unlink (new_path);
  else
    *out_recovery = salvage.recovery;
  return succeeded;
}
