/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The tables of a corpus file, and how an older file comes to have those of today. */

#include "plx-sqlite-connection.h"

G_BEGIN_DECLS

/* The user_version of files that this program writes: one for each numbered .sql file. */
#define PLX_CORPUS_SCHEMA_VERSION 3

/* plx_corpus_schema_check_file:
 * @path: (type filename)
 *
 * Looks at the first bytes of a file, without SQLite, so that nothing is written to or beside a
 * file that is none of ours, and names in @error what it is instead.
 * Returns: whether it may be opened as a corpus */
gboolean plx_corpus_schema_check_file (const char *path, GError **error);

/* plx_corpus_schema_get_version: Returns: FALSE with @error set also for a database that is not
 * a corpus (NOT_A_CORPUS) or too new (TOO_NEW) */
gboolean plx_corpus_schema_get_version (PlxSqliteConnection *connection, const char *path,
                                        int *out_version, GError **error);

/* plx_corpus_schema_migrate:
 * @path: (nullable) (type filename): for the copy and for messages
 * @target: the version to reach, at most PLX_CORPUS_SCHEMA_VERSION
 *
 * Runs the steps that are missing, each in a transaction. Before the first step an existing file
 * is copied aside, to "NAME.parallax.backup-VERSION".
 * Returns: FALSE with @error set; the file is then at the last step that succeeded */
gboolean plx_corpus_schema_migrate     (PlxSqliteConnection *connection, const char *path,
                                        int target, GError **error);

/* plx_corpus_schema_copy: writes a complete, consistent copy of an open database to a file,
 * which appears under its name only when it is whole. Replaces a file of that name.
 * Uses no transaction of the caller: none may be open. */
gboolean plx_corpus_schema_copy        (PlxSqliteConnection *connection, const char *path,
                                        GError **error);

G_END_DECLS
