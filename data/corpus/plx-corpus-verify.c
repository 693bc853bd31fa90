/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-repair.h"

#include "plx-corpus-private.h"
#include "plx-corpus-schema.h"

#define MAX_PROBLEMS 100 /* more would help nobody */

static const char sql_integrity[] = "PRAGMA integrity_check (100)";
static const char sql_references[] = "PRAGMA foreign_key_check";
static const char sql_texts_missing[] =
  "SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM texts)";
static const char sql_not_searchable[] =
  "SELECT article_id FROM texts WHERE article_id NOT IN (SELECT id FROM search_docsize)";
static const char sql_count[] = "SELECT count (*) FROM texts";
static const char sql_ids[] = "SELECT article_id FROM texts ORDER BY article_id";

typedef struct
{
  GPtrArray      *problems; /* of char */
  PlxProgressFunc progress;
  gpointer        progress_data;
  GCancellable   *cancellable;
} Check;

static void G_GNUC_PRINTF (2, 3)
add_problem (Check      *check,
             const char *format,
             ...)
{
  va_list args;

  if (check->problems->len >= MAX_PROBLEMS)
    return;

  va_start (args, format);
  g_ptr_array_add (check->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

/* Whether a failed check ends all checking; what is wrong becomes a problem otherwise. */
static gboolean
take_error (Check   *check,
            GError  *taken,
            GError **error)
{
  if (g_error_matches (taken, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, taken);
      return FALSE;
    }

  add_problem (check, "%s", taken->message);
  g_error_free (taken);
  return TRUE;
}

/* Every row of @sql is a problem, worded by @prefix and the first column; but for the one row by
 * which the integrity check says that all is well. */
static gboolean
check_rows (Check               *check,
            PlxSqliteConnection *connection,
            const char          *sql,
            const char          *prefix,
            GError             **error)
{
  GError *local_error = NULL;
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql, &local_error);
  PlxSqliteStep step = PLX_SQLITE_ERROR;

  while (statement != NULL &&
         (step = plx_sqlite_statement_step (statement, &local_error)) == PLX_SQLITE_ROW)
    {
      g_autofree char *text = plx_sqlite_statement_dup_text (statement, 0);

      if (sql != sql_integrity || g_strcmp0 (text, "ok") != 0)
        add_problem (check, "%s%s", prefix, text);
    }

  return step != PLX_SQLITE_ERROR || take_error (check, local_error, error);
}

static gboolean
check_article (Check               *check,
               PlxSqliteConnection *connection,
               gint64               id,
               GError             **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (PlxArticle) article = plx_corpus_article_read (connection, id, &local_error);

  if (article != NULL)
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  add_problem (check, "Article %" G_GINT64_FORMAT ": %s", id, local_error->message);
  return TRUE;
}

static gboolean
check_articles (Check               *check,
                PlxSqliteConnection *connection,
                GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = NULL;
  GError *local_error = NULL;
  PlxSqliteStep step = PLX_SQLITE_ERROR;
  gint64 n_articles = 0;
  guint n_done = 0;

  if (!plx_sqlite_connection_query_int64 (connection, sql_count, &n_articles, &local_error))
    return take_error (check, local_error, error);

  statement = plx_sqlite_connection_prepare (connection, sql_ids, &local_error);
  while (statement != NULL &&
         (step = plx_sqlite_statement_step (statement, &local_error)) == PLX_SQLITE_ROW)
    {
      if (!check_article (check, connection, plx_sqlite_statement_get_int64 (statement, 0), error))
        return FALSE;
      if (check->progress != NULL)
        check->progress (++n_done, (guint) n_articles, check->progress_data);
    }

  return step != PLX_SQLITE_ERROR || take_error (check, local_error, error);
}

static gboolean
check_connection (Check               *check,
                  PlxSqliteConnection *connection,
                  GError             **error)
{
  return check_rows (check, connection, sql_integrity, "Database: ", error) &&
         check_rows (check, connection, sql_references, "A broken reference in the table ",
                     error) &&
         check_rows (check, connection, sql_texts_missing, "The text is missing of article ",
                     error) &&
         check_rows (check, connection, sql_not_searchable, "The search does not know article ",
                     error) &&
         check_articles (check, connection, error);
}

GPtrArray *
plx_corpus_verify (const char     *path,
                   PlxProgressFunc progress,
                   gpointer        progress_data,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PlxSqliteConnection) connection = NULL;
  g_autofree char *absolute = NULL;
  Check check = { problems, progress, progress_data, cancellable };
  GError *local_error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  if (!plx_corpus_schema_check_file (absolute, error))
    return NULL;
  connection = plx_corpus_open_untouched (absolute, &local_error);
  if (connection == NULL)
    return take_error (&check, local_error, error) ? g_steal_pointer (&problems) : NULL;

  plx_sqlite_connection_set_cancellable (connection, cancellable);
  return check_connection (&check, connection, error) ? g_steal_pointer (&problems) : NULL;
}
