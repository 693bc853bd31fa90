/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

/* What is taken out lies in temporary tables of the writing connection, which SQLite moves to a file
 * without a name when they get large: fifty thousand articles taken out need no memory, and come
 * back byte by byte, with their corrections and under their numbers. */

static const char sql_create[] =
  "CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY);"
  "CREATE TEMP TABLE IF NOT EXISTS aside_sources (aside INTEGER, id INTEGER, name TEXT);"
  "CREATE TEMP TABLE IF NOT EXISTS aside_articles (aside INTEGER, id INTEGER, source_id INTEGER,"
  " name TEXT, title TEXT, byline TEXT, agency TEXT, date TEXT, updated TEXT, url TEXT,"
  " language TEXT, n_words INTEGER, digest BLOB, added INTEGER, revision INTEGER);"
  "CREATE TEMP TABLE IF NOT EXISTS aside_texts (aside INTEGER, article_id INTEGER, text TEXT,"
  " blocks TEXT);"
  "CREATE TEMP TABLE IF NOT EXISTS aside_cues (aside INTEGER, article_id INTEGER, part INTEGER,"
  " first INTEGER, after INTEGER, axis TEXT, weight REAL, words TEXT);"
  "CREATE TEMP TABLE IF NOT EXISTS aside_speakers (aside INTEGER, article_id INTEGER,"
  " first INTEGER, after INTEGER, name TEXT);"
  "CREATE TEMP TABLE IF NOT EXISTS aside_kinds (aside INTEGER, article_id INTEGER,"
  " first INTEGER, after INTEGER, kind TEXT);";

static const char sql_choose_none[] = "DELETE FROM temp.chosen";
static const char sql_choose[] = "INSERT OR IGNORE INTO temp.chosen (id) VALUES (?)";
static const char sql_next[] = "SELECT coalesce (max (aside), 0) + 1 FROM temp.aside_articles";

#define CHOSEN "IN (SELECT id FROM temp.chosen)"

/* With the number of what is laid aside. */
static const char *const sql_take_out[] = {
  "INSERT INTO temp.aside_sources (aside, id, name) "
  "SELECT ?, id, name FROM main.sources "
  "WHERE id IN (SELECT source_id FROM main.articles WHERE id " CHOSEN ")",
  "INSERT INTO temp.aside_articles (aside, id, source_id, name, title, byline, agency, date,"
  " updated, url, language, n_words, digest, added, revision) "
  "SELECT ?, id, source_id, name, title, byline, agency, date, updated, url, language, n_words,"
  " digest, added, revision FROM main.articles WHERE id " CHOSEN,
  "INSERT INTO temp.aside_texts (aside, article_id, text, blocks) "
  "SELECT ?, article_id, text, blocks FROM main.texts WHERE article_id " CHOSEN,
  "INSERT INTO temp.aside_cues (aside, article_id, part, first, after, axis, weight, words) "
  "SELECT ?, article_id, part, first, after, axis, weight, words FROM main.cues "
  "WHERE article_id " CHOSEN,
  "INSERT INTO temp.aside_speakers (aside, article_id, first, after, name) "
  "SELECT ?, article_id, first, after, name FROM main.speakers WHERE article_id " CHOSEN,
  "INSERT INTO temp.aside_kinds (aside, article_id, first, after, kind) "
  "SELECT ?, article_id, first, after, kind FROM main.kinds WHERE article_id " CHOSEN,
};

/* The index is told what it shall forget in the very words it was given. */
static const char sql_forget_words[] =
  "INSERT INTO main.search (search, rowid, title, text) "
  "SELECT 'delete', id, title, text FROM main.searchable WHERE id " CHOSEN;
static const char sql_delete[] = "DELETE FROM main.articles WHERE id " CHOSEN;

/* Likewise. What was added anew meanwhile is there already, under another number: it stays. */
#define IS_BACK "article_id IN (SELECT id FROM main.articles)"

static const char *const sql_bring_back[] = {
  "INSERT OR IGNORE INTO main.sources (id, name) "
  "SELECT id, name FROM temp.aside_sources WHERE aside = ?",
  "INSERT OR IGNORE INTO main.articles (id, source_id, name, title, byline, agency, date, updated,"
  " url, language, n_words, digest, added, revision) "
  "SELECT a.id, sources.id, a.name, a.title, a.byline, a.agency, a.date, a.updated, a.url,"
  " a.language, a.n_words, a.digest, a.added, a.revision "
  "FROM temp.aside_articles AS a "
  "JOIN temp.aside_sources AS s ON s.aside = a.aside AND s.id = a.source_id "
  "JOIN main.sources AS sources ON sources.name = s.name WHERE a.aside = ?",
  "INSERT OR IGNORE INTO main.texts (article_id, text, blocks) "
  "SELECT article_id, text, blocks FROM temp.aside_texts WHERE aside = ? AND " IS_BACK,
  "INSERT OR IGNORE INTO main.cues (article_id, part, first, after, axis, weight, words) "
  "SELECT article_id, part, first, after, axis, weight, words FROM temp.aside_cues "
  "WHERE aside = ? AND " IS_BACK,
  "INSERT OR IGNORE INTO main.speakers (article_id, first, after, name) "
  "SELECT article_id, first, after, name FROM temp.aside_speakers WHERE aside = ? AND " IS_BACK,
  "INSERT OR IGNORE INTO main.kinds (article_id, first, after, kind) "
  "SELECT article_id, first, after, kind FROM temp.aside_kinds WHERE aside = ? AND " IS_BACK,
  "INSERT INTO main.search (rowid, title, text) SELECT id, title, text FROM main.searchable "
  "WHERE id IN (SELECT id FROM temp.aside_articles WHERE aside = ?)",
  "DELETE FROM temp.aside_sources WHERE aside = ?",
  "DELETE FROM temp.aside_articles WHERE aside = ?",
  "DELETE FROM temp.aside_texts WHERE aside = ?",
  "DELETE FROM temp.aside_cues WHERE aside = ?",
  "DELETE FROM temp.aside_speakers WHERE aside = ?",
  "DELETE FROM temp.aside_kinds WHERE aside = ?",
};

typedef struct
{
  const GArray *ids; /* of gint64 */
  gint64        aside;
} Aside;

static gboolean
run (PlxSqliteConnection *connection,
     const char          *sql,
     GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = plx_sqlite_connection_prepare (connection, sql, error);

  return statement != NULL && plx_sqlite_statement_run (statement, error);
}

static gboolean
run_with (PlxSqliteConnection *connection,
          const char          *sql,
          gint64               number,
          GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = plx_sqlite_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, number);
  return plx_sqlite_statement_run (statement, error);
}

static gboolean
choose (PlxSqliteConnection *connection,
        const GArray        *ids,
        GError             **error)
{
  if (!run (connection, sql_choose_none, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (!run_with (connection, sql_choose, g_array_index (ids, gint64, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_out_job (PlxSqliteConnection *connection,
              gpointer             data,
              GError             **error)
{
  Aside *aside = data;

  if (!plx_sqlite_connection_execute (connection, sql_create, "lay articles aside", error) ||
      !choose (connection, aside->ids, error) ||
      !plx_sqlite_connection_query_int64 (connection, sql_next, &aside->aside, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (sql_take_out); i++)
    {
      if (!run_with (connection, sql_take_out[i], aside->aside, error))
        return FALSE;
    }
  return run (connection, sql_forget_words, error) && run (connection, sql_delete, error) &&
         plx_corpus_source_prune (connection, error);
}

gboolean
plx_corpus_take_out (PlxCorpus     *self,
                     const GArray  *ids,
                     gint64        *out_aside,
                     GError       **error)
{
  Aside aside = { ids, 0 };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (ids != NULL && out_aside != NULL, FALSE);

  if (!plx_corpus_write (self, take_out_job, &aside, NULL, error))
    return FALSE;
  *out_aside = aside.aside;
  return TRUE;
}

static gboolean
bring_back_job (PlxSqliteConnection *connection,
                gpointer             data,
                GError             **error)
{
  const Aside *aside = data;

  for (guint i = 0; i < G_N_ELEMENTS (sql_bring_back); i++)
    {
      if (!run_with (connection, sql_bring_back[i], aside->aside, error))
        return FALSE;
    }
  return plx_corpus_source_prune (connection, error);
}

gboolean
plx_corpus_bring_back (PlxCorpus  *self,
                       gint64      aside,
                       GError    **error)
{
  Aside data = { NULL, aside };

  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (aside > 0, FALSE);

  return plx_corpus_write (self, bring_back_job, &data, NULL, error);
}
