/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sqlite-statement.h"

#include <sqlite3.h>
#include <string.h>

struct _PlxSqliteStatement
{
  PlxSqliteConnection *connection; /* borrowed: it owns the statement */
  sqlite3_stmt        *handle;
  int                  bind_code; /* the first failed binding since the last run */
  gboolean             in_use;
};

PlxSqliteStatement *
plx_sqlite_statement_new (PlxSqliteConnection *connection,
                          gpointer             handle)
{
  PlxSqliteStatement *self = g_new0 (PlxSqliteStatement, 1);

  self->connection = connection;
  self->handle = handle;
  return self;
}

void
plx_sqlite_statement_free (PlxSqliteStatement *self)
{
  g_assert (!self->in_use);

  sqlite3_finalize (self->handle);
  g_free (self);
}

gboolean
plx_sqlite_statement_acquire (PlxSqliteStatement *self)
{
  if (self->in_use)
    return FALSE;

  self->in_use = TRUE;
  return TRUE;
}

void
plx_sqlite_statement_done (PlxSqliteStatement *self)
{
  if (self == NULL)
    return;

  /* Now, not at the next use: a statement left in mid-run keeps its snapshot, and the -wal file
   * could not be emptied. */
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_code = SQLITE_OK;
  self->in_use = FALSE;
}

static void
remember_bind_code (PlxSqliteStatement *self,
                    int                 code)
{
  /* A parameter that the statement does not have is a mistake of ours. */
  g_return_if_fail (code != SQLITE_RANGE && code != SQLITE_MISUSE);

  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
plx_sqlite_statement_bind_null (PlxSqliteStatement *self,
                                int                 parameter)
{
  remember_bind_code (self, sqlite3_bind_null (self->handle, parameter + 1));
}

void
plx_sqlite_statement_bind_int64 (PlxSqliteStatement *self,
                                 int                 parameter,
                                 gint64              value)
{
  remember_bind_code (self, sqlite3_bind_int64 (self->handle, parameter + 1, value));
}

void
plx_sqlite_statement_bind_double (PlxSqliteStatement *self,
                                  int                 parameter,
                                  double              value)
{
  remember_bind_code (self, sqlite3_bind_double (self->handle, parameter + 1, value));
}

void
plx_sqlite_statement_bind_text (PlxSqliteStatement *self,
                                int                 parameter,
                                const char         *value)
{
  if (value == NULL)
    plx_sqlite_statement_bind_null (self, parameter);
  else
    remember_bind_code (self, sqlite3_bind_text64 (self->handle, parameter + 1, value,
                                                   strlen (value), SQLITE_TRANSIENT,
                                                   SQLITE_UTF8));
}

void
plx_sqlite_statement_bind_blob (PlxSqliteStatement *self,
                                int                 parameter,
                                gconstpointer       data,
                                gsize               length)
{
  g_return_if_fail (data != NULL || length == 0);

  if (length == 0)
    remember_bind_code (self, sqlite3_bind_zeroblob (self->handle, parameter + 1, 0));
  else
    remember_bind_code (self, sqlite3_bind_blob64 (self->handle, parameter + 1, data, length,
                                                   SQLITE_TRANSIENT));
}

/* The action of a message: what kind of statement failed, without its text. */
static const char *
get_action (PlxSqliteStatement *self)
{
  return sqlite3_stmt_readonly (self->handle) ? "read from the corpus" : "write to the corpus";
}

PlxSqliteStep
plx_sqlite_statement_step (PlxSqliteStatement *self,
                           GError            **error)
{
  int code;

  g_return_val_if_fail (self->in_use, PLX_SQLITE_ERROR);

  code = self->bind_code != SQLITE_OK ? self->bind_code : sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return PLX_SQLITE_ROW;
  if (code == SQLITE_DONE)
    return PLX_SQLITE_DONE;

  plx_sqlite_connection_set_error (self->connection, code, get_action (self), error);
  return PLX_SQLITE_ERROR;
}

gboolean
plx_sqlite_statement_run (PlxSqliteStatement *self,
                          GError            **error)
{
  PlxSqliteStep step;

  do
    step = plx_sqlite_statement_step (self, error);
  while (step == PLX_SQLITE_ROW);
  sqlite3_reset (self->handle);
  return step == PLX_SQLITE_DONE;
}

gint64
plx_sqlite_statement_get_int64 (PlxSqliteStatement *self,
                                int                 column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
plx_sqlite_statement_get_double (PlxSqliteStatement *self,
                                 int                 column)
{
  return sqlite3_column_double (self->handle, column);
}

const char *
plx_sqlite_statement_get_text (PlxSqliteStatement *self,
                               int                 column,
                               gsize              *out_length)
{
  const char *text = (const char *) sqlite3_column_text (self->handle, column);

  if (out_length != NULL)
    *out_length = (gsize) sqlite3_column_bytes (self->handle, column);
  return text;
}

char *
plx_sqlite_statement_dup_text (PlxSqliteStatement *self,
                               int                 column)
{
  gsize length;
  const char *text = plx_sqlite_statement_get_text (self, column, &length);

  if (text == NULL)
    return NULL;
  if (g_utf8_validate (text, (gssize) length, NULL))
    return g_strndup (text, length);
  return g_utf8_make_valid (text, (gssize) length);
}

gconstpointer
plx_sqlite_statement_get_blob (PlxSqliteStatement *self,
                               int                 column,
                               gsize              *out_length)
{
  gconstpointer data = sqlite3_column_blob (self->handle, column);

  *out_length = (gsize) sqlite3_column_bytes (self->handle, column);
  return data;
}
