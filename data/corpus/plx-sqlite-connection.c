/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sqlite-connection.h"

#include "plx-sqlite-statement.h"

#include <errno.h>
#include <sqlite3.h>

/* How many steps of SQLite's machine pass between two looks at the cancellable: some 3 ms. */
#define CANCEL_CHECK_STEPS 1000

struct _PlxSqliteConnection
{
  sqlite3      *handle;
  char         *path;        /* NULL: in memory */
  GHashTable   *statements;  /* of static SQL text, by address → PlxSqliteStatement */
  GCancellable *cancellable; /* nullable */
};

G_DEFINE_QUARK (plx-corpus-error-quark, plx_corpus_error)

/* SQLite tells a full disk apart from other failed writes, but not a full quota or a file that
 * may not grow; for the user they are one. */
static gboolean
is_out_of_space (int system_error)
{
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

static PlxCorpusError
error_from_code (int code,
                 int system_error)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return PLX_CORPUS_ERROR_NO_SPACE;
    case SQLITE_IOERR:
      return is_out_of_space (system_error) ? PLX_CORPUS_ERROR_NO_SPACE : PLX_CORPUS_ERROR_FAILED;
    case SQLITE_CORRUPT:
      return PLX_CORPUS_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return PLX_CORPUS_ERROR_NOT_A_CORPUS;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PLX_CORPUS_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return PLX_CORPUS_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      return system_error == ENOENT ? PLX_CORPUS_ERROR_NOT_FOUND : PLX_CORPUS_ERROR_FAILED;
    default:
      return PLX_CORPUS_ERROR_FAILED;
    }
}

static const char *
advice_for_error (PlxCorpusError code)
{
  switch (code)
    {
    case PLX_CORPUS_ERROR_NO_SPACE:
      return "; nothing of this change was kept: make room, then try again";
    case PLX_CORPUS_ERROR_CORRUPT:
      return "; the file is damaged: “parallax-cli verify” says more, “parallax-cli recover” "
             "saves what can be read";
    case PLX_CORPUS_ERROR_BUSY:
      return "; another program is writing to it: try again when it has finished";
    case PLX_CORPUS_ERROR_READ_ONLY:
      return "; save a copy elsewhere to change it";
    case PLX_CORPUS_ERROR_NOT_A_CORPUS:
      return "; choose another file";
    default:
      return "";
    }
}

/* Why the system refused; 0 if that is not known. SQLite forgets it for a failed COMMIT, but the
 * file and its journal (the -wal file) each remember their last. */
static int
find_system_error (sqlite3 *handle)
{
  sqlite3_file *journal = NULL;
  int system_error = sqlite3_system_errno (handle);

  if (system_error == 0)
    sqlite3_file_control (handle, "main", SQLITE_FCNTL_LAST_ERRNO, &system_error);
  if (system_error == 0)
    sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  if (journal != NULL && journal->pMethods != NULL)
    journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &system_error);
  return system_error;
}

void
plx_sqlite_connection_set_error (PlxSqliteConnection *self,
                                 int                  code,
                                 const char          *action,
                                 GError             **error)
{
  int system_error = find_system_error (self->handle);
  PlxCorpusError our_code = error_from_code (code, system_error);
  const char *reason = sqlite3_errmsg (self->handle);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
      return;
    }

  if ((code & 0xff) == SQLITE_IOERR && system_error != 0)
    reason = g_strerror (system_error);
  g_set_error (error, PLX_CORPUS_ERROR, our_code, "Failed to %s (%s): %s%s", action,
               self->path != NULL ? self->path : "in memory", reason,
               advice_for_error (our_code));
}

static int
check_cancelled_cb (gpointer user_data)
{
  PlxSqliteConnection *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable);
}

void
plx_sqlite_connection_set_cancellable (PlxSqliteConnection *self,
                                       GCancellable        *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  if (cancellable != NULL)
    sqlite3_progress_handler (self->handle, CANCEL_CHECK_STEPS, check_cancelled_cb, self);
  else
    sqlite3_progress_handler (self->handle, 0, NULL, NULL);
}

/* A URI, because only that can say "immutable"; it also keeps ?, # and % in a name from meaning
 * anything. */
static char *
make_uri (const char    *path,
          PlxSqliteMode  mode,
          GError       **error)
{
  static const char *const queries[] = {
    [PLX_SQLITE_READ_WRITE] = "mode=rw",
    [PLX_SQLITE_QUERY_ONLY] = "mode=rw",
    [PLX_SQLITE_READ_ONLY] = "mode=ro",
    [PLX_SQLITE_IMMUTABLE] = "mode=ro&immutable=1",
  };
  g_autofree char *absolute = NULL;
  g_autofree char *uri = NULL;

  if (path == NULL)
    return g_strdup ("file::memory:");

  absolute = g_canonicalize_filename (path, NULL);
  uri = g_filename_to_uri (absolute, NULL, error);
  return uri != NULL ? g_strconcat (uri, "?", queries[mode], NULL) : NULL;
}

static gboolean
configure (PlxSqliteConnection *self,
           guint                busy_msec,
           GError             **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, (int) busy_msec);
  /* A corpus comes from anywhere: its schema gets to call nothing with side effects. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  return plx_sqlite_connection_execute (self,
                                        "PRAGMA trusted_schema = OFF;"
                                        "PRAGMA foreign_keys = ON;"
                                        "PRAGMA synchronous = NORMAL;"
                                        "PRAGMA cell_size_check = ON;"
                                        "PRAGMA cache_size = -16384;" /* KiB */
                                        "PRAGMA secure_delete = FAST;",
                                        "open the corpus", error);
}

PlxSqliteConnection *
plx_sqlite_connection_open (const char   *path,
                            PlxSqliteMode mode,
                            guint         busy_msec,
                            GError      **error)
{
  g_autoptr (PlxSqliteConnection) self = NULL;
  g_autofree char *uri = make_uri (path, mode, error);
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  if (uri == NULL)
    return NULL;

  self = g_new0 (PlxSqliteConnection, 1);
  self->path = path != NULL ? g_filename_display_name (path) : NULL;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL,
                                            (GDestroyNotify) plx_sqlite_statement_free);
  flags |= mode <= PLX_SQLITE_QUERY_ONLY ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  code = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      plx_sqlite_connection_set_error (self, code, "open the corpus", error);
      return NULL;
    }
  if (!configure (self, busy_msec, error))
    return NULL;
  /* Beside one that writes. What it reads lies in the system's cache as well. */
  if (mode == PLX_SQLITE_QUERY_ONLY &&
      !plx_sqlite_connection_execute (self, "PRAGMA query_only = ON; PRAGMA cache_size = -4096",
                                      "open the corpus", error))
    return NULL;

  return g_steal_pointer (&self);
}

void
plx_sqlite_connection_close (PlxSqliteConnection *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  /* Only a statement that was not done with makes this fail. */
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("Failed to close the corpus: %s", sqlite3_errmsg (self->handle));
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

gboolean
plx_sqlite_connection_execute (PlxSqliteConnection *self,
                               const char          *sql,
                               const char          *action,
                               GError             **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  plx_sqlite_connection_set_error (self, code, action, error);
  return FALSE;
}

PlxSqliteStatement *
plx_sqlite_connection_prepare (PlxSqliteConnection *self,
                               const char          *sql,
                               GError             **error)
{
  PlxSqliteStatement *statement = g_hash_table_lookup (self->statements, sql);
  gboolean acquired;

  if (statement == NULL)
    {
      sqlite3_stmt *handle = NULL;
      int code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle,
                                     NULL);

      if (code != SQLITE_OK)
        {
          plx_sqlite_connection_set_error (self, code, "read the corpus", error);
          return NULL;
        }
      statement = plx_sqlite_statement_new (self, handle);
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }

  acquired = plx_sqlite_statement_acquire (statement);
  g_assert (acquired);
  return statement;
}

gboolean
plx_sqlite_connection_query_int64 (PlxSqliteConnection *self,
                                   const char          *sql,
                                   gint64              *out_value,
                                   GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement = plx_sqlite_connection_prepare (self, sql, error);
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  step = plx_sqlite_statement_step (statement, error);
  if (step == PLX_SQLITE_ERROR)
    return FALSE;

  *out_value = step == PLX_SQLITE_ROW ? plx_sqlite_statement_get_int64 (statement, 0) : 0;
  return TRUE;
}

gint64
plx_sqlite_connection_get_last_id (PlxSqliteConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

guint
plx_sqlite_connection_get_n_changed (PlxSqliteConnection *self)
{
  return (guint) sqlite3_changes (self->handle);
}

gboolean
plx_sqlite_transaction_begin (PlxSqliteTransaction *self,
                              PlxSqliteConnection  *connection,
                              PlxSqliteLock         lock,
                              GError              **error)
{
  const char *sql = lock == PLX_SQLITE_IMMEDIATE ? "BEGIN IMMEDIATE" : "BEGIN";

  g_return_val_if_fail (self->connection == NULL, FALSE);

  if (!plx_sqlite_connection_execute (connection, sql, "begin a change", error))
    return FALSE;

  self->connection = connection;
  return TRUE;
}

gboolean
plx_sqlite_transaction_commit (PlxSqliteTransaction *self,
                               GError              **error)
{
  g_return_val_if_fail (self->connection != NULL, FALSE);

  if (!plx_sqlite_connection_execute (self->connection, "COMMIT", "keep the change", error))
    return FALSE;

  self->connection = NULL;
  return TRUE;
}

void
plx_sqlite_transaction_rollback (PlxSqliteTransaction *self)
{
  PlxSqliteConnection *connection = g_steal_pointer (&self->connection);

  /* After a full disk or a damaged page SQLite has rolled back already. Cancellation must not
   * reach the rollback itself. */
  if (connection == NULL || sqlite3_get_autocommit (connection->handle))
    return;
  plx_sqlite_connection_set_cancellable (connection, NULL);
  sqlite3_exec (connection->handle, "ROLLBACK", NULL, NULL, NULL);
}
