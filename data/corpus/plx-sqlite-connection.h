/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One connection to a SQLite database. With PlxSqliteStatement, all that knows of SQLite.
 *
 * A connection is used by one thread at a time. Errors are of PLX_CORPUS_ERROR, with "Failed to
 * ACTION: " and SQLite's words; an interrupted statement gives G_IO_ERROR_CANCELLED. */

#include <gio/gio.h>

#include "plx-corpus-error.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SQLITE_READ_WRITE, /* the file must exist */
  PLX_SQLITE_QUERY_ONLY, /* may write and so tidies up after others, but no statement does */
  PLX_SQLITE_READ_ONLY,  /* may leave a -wal and a -shm file behind */
  PLX_SQLITE_IMMUTABLE,  /* read only, and nobody else writes: needs no file beside it */
} PlxSqliteMode;

typedef struct _PlxSqliteConnection PlxSqliteConnection;
typedef struct _PlxSqliteStatement PlxSqliteStatement;

/* plx_sqlite_connection_open:
 * @path: (nullable) (type filename): any bytes a file name may have; NULL: a new one in memory
 *
 * Opens and configures: foreign keys on, a busy timeout of @busy_msec, synchronous NORMAL.
 * Whether anything is a corpus is the caller's to check.
 * Returns: (transfer full): the connection, or NULL with @error set */
PlxSqliteConnection *plx_sqlite_connection_open (const char *path, PlxSqliteMode mode,
                                                 guint busy_msec, GError **error);

/* plx_sqlite_connection_close: closes and frees; every statement must be done with. The last
 * connection to a file moves what is in its -wal file into it. NULL is allowed. */
void                 plx_sqlite_connection_close (PlxSqliteConnection *self);

/* plx_sqlite_connection_set_cancellable:
 * @cancellable: (nullable): statements running on @self end soon after it is cancelled */
void                 plx_sqlite_connection_set_cancellable (PlxSqliteConnection *self,
                                                            GCancellable        *cancellable);

/* plx_sqlite_connection_execute: runs SQL text of one or more statements; rows are thrown away.
 * @action: what for, as in "create the tables" */
gboolean             plx_sqlite_connection_execute (PlxSqliteConnection *self, const char *sql,
                                                    const char *action, GError **error);

/* plx_sqlite_connection_prepare:
 * @sql: one statement; its address identifies it, so that it must be a static string
 *
 * Returns: (transfer full): the statement, compiled once and kept for the next time, or NULL
 *   with @error set. Give it back with plx_sqlite_statement_done(), or declare it g_autoptr. */
PlxSqliteStatement  *plx_sqlite_connection_prepare (PlxSqliteConnection *self, const char *sql,
                                                    GError **error);

/* plx_sqlite_connection_query_int64: the first column of the first row; 0 if there is no row */
gboolean             plx_sqlite_connection_query_int64 (PlxSqliteConnection *self, const char *sql,
                                                        gint64 *out_value, GError **error);

gint64               plx_sqlite_connection_get_last_id   (PlxSqliteConnection *self);
/* Returns: rows changed by the last statement, those of triggers not counted */
guint                plx_sqlite_connection_get_n_changed (PlxSqliteConnection *self);

/* plx_sqlite_connection_set_error: turns a result code of SQLite into @error; for the statement */
void                 plx_sqlite_connection_set_error (PlxSqliteConnection *self, int code,
                                                      const char *action, GError **error);

/* A transaction that is rolled back unless committed: declare it with g_auto and
 * PLX_SQLITE_TRANSACTION_INIT. */
typedef struct
{
  PlxSqliteConnection *connection; /* NULL: none is open */
} PlxSqliteTransaction;
#define PLX_SQLITE_TRANSACTION_INIT { NULL }

typedef enum
{
  PLX_SQLITE_DEFERRED,  /* a consistent view for reading */
  PLX_SQLITE_IMMEDIATE, /* the right to write, now */
} PlxSqliteLock;

gboolean plx_sqlite_transaction_begin    (PlxSqliteTransaction *self,
                                          PlxSqliteConnection *connection, PlxSqliteLock lock,
                                          GError **error);
gboolean plx_sqlite_transaction_commit   (PlxSqliteTransaction *self, GError **error);
void     plx_sqlite_transaction_rollback (PlxSqliteTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSqliteConnection, plx_sqlite_connection_close)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxSqliteTransaction, plx_sqlite_transaction_rollback)

G_END_DECLS
