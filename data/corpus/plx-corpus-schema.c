/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-schema.h"

#include "plx-corpus.h"
#include "plx-data-resources.h"
#include "plx-sqlite-statement.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Where SQLite's file format keeps what we ask of it: https://www.sqlite.org/fileformat2.html */
#define HEADER_LENGTH 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

#define RESOURCE_FORMAT "/io/github/parallax_app/Parallax/schema/%03d.sql"

static gint32
read_big_endian (const guint8 *bytes)
{
  gint32 value;

  memcpy (&value, bytes, sizeof value);
  return GINT32_FROM_BE (value);
}

static void
set_too_new_error (const char *display_name,
                   int         version,
                   GError    **error)
{
  g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_TOO_NEW,
               "“%s” was written by a newer Parallax (file version %d, this program knows %d); "
               "update Parallax to open it. The file was not changed",
               display_name, version, PLX_CORPUS_SCHEMA_VERSION);
}

/* Reads up to @length bytes. Returns how many there were, or -1 with @error set. */
static gssize
read_head (const char *path,
           guint8     *buffer,
           gsize       length,
           GError    **error)
{
  g_autofree char *display_name = g_filename_display_name (path);
  gsize n_read = 0;
  gssize n = -1;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);

  if (fd >= 0)
    {
      while ((n = read (fd, buffer + n_read, length - n_read)) > 0)
        n_read += (gsize) n;
    }
  if (n < 0)
    {
      int saved_errno = errno;
      PlxCorpusError code = saved_errno == ENOENT ? PLX_CORPUS_ERROR_NOT_FOUND
                            : saved_errno == EISDIR ? PLX_CORPUS_ERROR_NOT_A_CORPUS
                                                    : PLX_CORPUS_ERROR_FAILED;

      g_set_error (error, PLX_CORPUS_ERROR, code, "Failed to open “%s”: %s", display_name,
                   g_strerror (saved_errno));
    }
  if (fd >= 0)
    close (fd);
  return n < 0 ? -1 : (gssize) n_read;
}

gboolean
plx_corpus_schema_check_file (const char *path,
                              GError    **error)
{
  g_autofree char *display_name = g_filename_display_name (path);
  guint8 head[HEADER_LENGTH] = { 0 };
  gssize length = read_head (path, head, sizeof head, error);

  if (length < 0)
    return FALSE;
  if (length == 0)
    {
      g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_A_CORPUS,
                   "“%s” is empty, not a corpus; choose another file", display_name);
      return FALSE;
    }
  if (length < HEADER_LENGTH || memcmp (head, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    {
      g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_A_CORPUS,
                   "“%s” is not a corpus; choose another file", display_name);
      return FALSE;
    }
  if (read_big_endian (head + HEADER_APPLICATION_ID) != PLX_CORPUS_APPLICATION_ID)
    {
      g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_A_CORPUS,
                   "“%s” is a database of another program, not a corpus; choose another file",
                   display_name);
      return FALSE;
    }
  if (read_big_endian (head + HEADER_USER_VERSION) > PLX_CORPUS_SCHEMA_VERSION)
    {
      set_too_new_error (display_name, read_big_endian (head + HEADER_USER_VERSION), error);
      return FALSE;
    }

  return TRUE;
}

gboolean
plx_corpus_schema_get_version (PlxSqliteConnection *connection,
                               const char          *path,
                               int                 *out_version,
                               GError             **error)
{
  g_autofree char *display_name = g_filename_display_name (path);
  gint64 application_id;
  gint64 version;

  if (!plx_sqlite_connection_query_int64 (connection, "PRAGMA application_id", &application_id,
                                          error) ||
      !plx_sqlite_connection_query_int64 (connection, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application_id != PLX_CORPUS_APPLICATION_ID || version < 1)
    {
      g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_A_CORPUS,
                   "“%s” is not a corpus; choose another file", display_name);
      return FALSE;
    }
  if (version > PLX_CORPUS_SCHEMA_VERSION)
    {
      set_too_new_error (display_name, (int) version, error);
      return FALSE;
    }

  *out_version = (int) version;
  return TRUE;
}

/* Makes sure that the bytes of a finished file, or the names in a folder, are on the disk. */
static gboolean
sync_path (const char *path,
           int         flags,
           GError    **error)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  if (!synced)
    g_set_error (error, PLX_CORPUS_ERROR,
                 saved_errno == ENOSPC || saved_errno == EDQUOT ? PLX_CORPUS_ERROR_NO_SPACE
                                                                : PLX_CORPUS_ERROR_FAILED,
                 "Failed to write “%s”: %s", path, g_strerror (saved_errno));
  return synced;
}

static gboolean
write_copy (PlxSqliteConnection *connection,
            const char          *path,
            GError             **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, "VACUUM INTO ?", error);

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_text (statement, 0, path);
  return plx_sqlite_statement_run (statement, error) && sync_path (path, O_RDONLY, error);
}

gboolean
plx_corpus_schema_copy (PlxSqliteConnection *connection,
                        const char          *path,
                        GError             **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *partial = g_strdup_printf ("%s.%08x.part", absolute, g_random_int ());

  if (!write_copy (connection, partial, error))
    {
      g_unlink (partial);
      return FALSE;
    }
  if (g_rename (partial, absolute) != 0)
    {
      int saved_errno = errno;

      g_unlink (partial);
      g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_FAILED, "Failed to write “%s”: %s",
                   absolute, g_strerror (saved_errno));
      return FALSE;
    }

  return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

static gboolean
run_step (PlxSqliteConnection *connection,
          int                  version,
          GError             **error)
{
  g_auto (PlxSqliteTransaction) transaction = PLX_SQLITE_TRANSACTION_INIT;
  g_autofree char *resource_path = g_strdup_printf (RESOURCE_FORMAT, version);
  g_autofree char *version_sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (plx_data_get_resource (), resource_path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gint64 version_now;

  g_assert (sql != NULL);
  if (!plx_sqlite_transaction_begin (&transaction, connection, PLX_SQLITE_IMMEDIATE, error) ||
      !plx_sqlite_connection_query_int64 (connection, "PRAGMA user_version", &version_now, error))
    return FALSE;

  /* Somebody else may have taken this step while we waited for the lock. */
  if (version_now >= version)
    return TRUE;

  /* Compiled resources end with a NUL that is not counted. */
  return plx_sqlite_connection_execute (connection, g_bytes_get_data (sql, NULL),
                                        "create the corpus' tables", error) &&
         plx_sqlite_connection_execute (connection, version_sql, "create the corpus' tables",
                                        error) &&
         plx_sqlite_transaction_commit (&transaction, error);
}

gboolean
plx_corpus_schema_migrate (PlxSqliteConnection *connection,
                           const char          *path,
                           int                  target,
                           GError             **error)
{
  gint64 version;

  g_return_val_if_fail (target <= PLX_CORPUS_SCHEMA_VERSION, FALSE);

  if (!plx_sqlite_connection_query_int64 (connection, "PRAGMA user_version", &version, error))
    return FALSE;

  if (path != NULL && version > 0 && version < target)
    {
      g_autofree char *copy = g_strdup_printf ("%s.backup-%d", path, (int) version);

      if (!plx_corpus_schema_copy (connection, copy, error))
        {
          g_prefix_error (error, "An older corpus is copied aside before it is brought up to "
                                 "date, which failed: ");
          return FALSE;
        }
    }

  for (int next = (int) version + 1; next <= target; next++)
    {
      if (!run_step (connection, next, error))
        return FALSE;
    }

  return TRUE;
}
