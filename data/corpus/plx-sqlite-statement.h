/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One compiled statement of a PlxSqliteConnection. Parameters and columns both count from 0. */

#include "plx-sqlite-connection.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SQLITE_ROW,
  PLX_SQLITE_DONE,
  PLX_SQLITE_ERROR,
} PlxSqliteStep;

/* Values are copied. A value that cannot be bound (over SQLite's limit of 1 GB) makes the next
 * step fail. */
void plx_sqlite_statement_bind_null   (PlxSqliteStatement *self, int parameter);
void plx_sqlite_statement_bind_int64  (PlxSqliteStatement *self, int parameter, gint64 value);
void plx_sqlite_statement_bind_double (PlxSqliteStatement *self, int parameter, double value);
/* @value: (nullable): UTF-8, NUL-terminated */
void plx_sqlite_statement_bind_text   (PlxSqliteStatement *self, int parameter, const char *value);
/* @data: (nullable): NULL only if @length is 0, which binds an empty blob, not NULL */
void plx_sqlite_statement_bind_blob   (PlxSqliteStatement *self, int parameter,
                                       gconstpointer data, gsize length);

/* plx_sqlite_statement_step: @error is set exactly when it returns PLX_SQLITE_ERROR */
PlxSqliteStep plx_sqlite_statement_step (PlxSqliteStatement *self, GError **error);

/* plx_sqlite_statement_run: steps to the end, throwing rows away, and resets @self for another
 * run; bindings stay */
gboolean      plx_sqlite_statement_run  (PlxSqliteStatement *self, GError **error);

/* Columns of the current row. What is not of the type asked for is converted as SQLite does. */
gint64      plx_sqlite_statement_get_int64  (PlxSqliteStatement *self, int column);
double      plx_sqlite_statement_get_double (PlxSqliteStatement *self, int column);
/* Returns: (transfer none) (nullable): valid until the next step; NULL for NULL */
const char *plx_sqlite_statement_get_text   (PlxSqliteStatement *self, int column,
                                             gsize *out_length);
/* Returns: (transfer full) (nullable): broken UTF-8, which only a damaged file has, is mended */
char       *plx_sqlite_statement_dup_text   (PlxSqliteStatement *self, int column);
gconstpointer plx_sqlite_statement_get_blob (PlxSqliteStatement *self, int column,
                                             gsize *out_length);

/* plx_sqlite_statement_done: ends the run, forgets the bindings and gives the statement back to
 * its connection. NULL is allowed. */
void        plx_sqlite_statement_done       (PlxSqliteStatement *self);

/* For the connection alone: */
PlxSqliteStatement *plx_sqlite_statement_new     (PlxSqliteConnection *connection, gpointer handle);
void                plx_sqlite_statement_free    (PlxSqliteStatement *self);
/* Returns: FALSE if @self is in use already */
gboolean            plx_sqlite_statement_acquire (PlxSqliteStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSqliteStatement, plx_sqlite_statement_done)

G_END_DECLS
