/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include "plx-corpus-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxCorpus, plx_corpus, G_TYPE_OBJECT)

static gboolean
emit_changed_cb (gpointer user_data)
{
  g_autoptr (PlxCorpus) self = g_weak_ref_get (user_data);

  if (self != NULL)
    {
      g_atomic_int_set (&self->change_pending, FALSE);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
    }

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* May be called on any thread. The source holds no reference: an unheard change keeps no corpus
 * open. */
void
plx_corpus_queue_changed (PlxCorpus *self)
{
  g_autoptr (GSource) source = NULL;
  GWeakRef *weak_ref;

  if (!g_atomic_int_compare_and_exchange (&self->change_pending, FALSE, TRUE))
    return;

  weak_ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak_ref, self);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_changed_cb, weak_ref, free_weak_ref);
  g_source_attach (source, self->context);
}

typedef struct
{
  PlxCorpus       *corpus;
  PlxCorpusJobFunc func;
  gpointer         data;
  gboolean         is_quiet;
} Change;

/* Runs on the writer thread. */
static gboolean
run_change (PlxSqliteConnection *connection,
            gpointer             data,
            GError             **error)
{
  g_auto (PlxSqliteTransaction) transaction = PLX_SQLITE_TRANSACTION_INIT;
  Change *change = data;

  if (!plx_sqlite_transaction_begin (&transaction, connection, PLX_SQLITE_IMMEDIATE, error) ||
      !change->func (connection, change->data, error) ||
      !plx_sqlite_transaction_commit (&transaction, error))
    return FALSE;

  if (g_atomic_int_compare_and_exchange (&change->corpus->aliases_changed, TRUE, FALSE))
    plx_corpus_aliases_have_changed (change->corpus);
  if (!change->is_quiet)
    plx_corpus_queue_changed (change->corpus);
  return TRUE;
}

static gboolean
check_writable (PlxCorpus *self,
                GError   **error)
{
  g_autofree char *display_name = NULL;

  if (!self->read_only)
    return TRUE;

  display_name = g_filename_display_name (self->path);
  g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_READ_ONLY,
               "“%s” is open for reading only; save a copy elsewhere to change it", display_name);
  return FALSE;
}

gboolean
plx_corpus_write (PlxCorpus       *self,
                  PlxCorpusJobFunc func,
                  gpointer         data,
                  GCancellable    *cancellable,
                  GError         **error)
{
  Change change = { self, func, data, FALSE };

  return check_writable (self, error) &&
         plx_corpus_writer_run (self->writer, run_change, &change, cancellable, error);
}

gboolean
plx_corpus_write_quietly (PlxCorpus       *self,
                          PlxCorpusJobFunc func,
                          gpointer         data,
                          GError         **error)
{
  Change change = { self, func, data, /* is_quiet= */ TRUE };

  return check_writable (self, error) &&
         plx_corpus_writer_run (self->writer, run_change, &change, NULL, error);
}

void
plx_corpus_write_async (PlxCorpus       *self,
                        PlxCorpusJobFunc func,
                        gpointer         data,
                        GTask           *task)
{
  GError *error = NULL;
  Change *change;

  if (!check_writable (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  change = g_new0 (Change, 1);
  *change = (Change) { self, func, data, FALSE };
  g_object_set_data_full (G_OBJECT (task), "plx-corpus-change", change, g_free);
  plx_corpus_writer_push (self->writer, run_change, change, task);
}

static gboolean
run_view (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  g_auto (PlxSqliteTransaction) transaction = PLX_SQLITE_TRANSACTION_INIT;
  Change *change = data;

  return plx_sqlite_transaction_begin (&transaction, connection, PLX_SQLITE_DEFERRED, error) &&
         change->func (connection, change->data, error);
}

gboolean
plx_corpus_read (PlxCorpus       *self,
                 PlxCorpusJobFunc func,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Change change = { self, func, data, FALSE };
  gboolean succeeded;

  if (self->reader == NULL)
    return plx_corpus_writer_run (self->writer, run_view, &change, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  locker = g_mutex_locker_new (&self->read_lock);
  plx_sqlite_connection_set_cancellable (self->reader, cancellable);
  succeeded = run_view (self->reader, &change, error);
  plx_sqlite_connection_set_cancellable (self->reader, NULL);
  return succeeded;
}

void
plx_corpus_set_not_found (const char *what,
                          gint64      id,
                          GError    **error)
{
  g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND,
               "There is no %s %" G_GINT64_FORMAT " in the corpus; it may have been removed "
               "meanwhile", what, id);
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* The folder too: SQLite keeps its -wal file beside the database. */
  return g_access (path, W_OK) == 0 && g_access (folder, W_OK | X_OK) == 0;
}

/* What has been changed, but is not in the file itself yet: bytes in the -wal file beside it, or
 * -1 if there is none, as when nobody has the file open. */
static gint64
get_pending_size (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (wal, &status) == 0 ? (gint64) status.st_size : -1;
}

PlxSqliteConnection *
plx_corpus_open_untouched (const char *path,
                           GError    **error)
{
  g_autoptr (PlxSqliteConnection) connection = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 pending_size = get_pending_size (path);

  /* Who may not write to a file must not open it in the usual way either while nobody else has
   * it open: that would leave files beside it which its owner could not write to. */
  if (pending_size >= 0)
    {
      connection = plx_sqlite_connection_open (path, PLX_SQLITE_READ_ONLY, PLX_CORPUS_BUSY_MSEC,
                                               &local_error);
      if (connection != NULL)
        return g_steal_pointer (&connection);
    }
  if (pending_size <= 0)
    return plx_sqlite_connection_open (path, PLX_SQLITE_IMMUTABLE, 0, error);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* A file of an older schema that may not be changed is read from a copy that may: one without a
 * name, which goes with the corpus. */
static gboolean
read_from_migrated_copy (PlxCorpus *self,
                         GError   **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("parallax-XXXXXX", &path, error);
  gboolean succeeded;

  if (fd < 0)
    return FALSE;
  close (fd);

  succeeded = plx_sqlite_connection_execute (self->reader, "PRAGMA query_only = OFF",
                                             "read the corpus", error) &&
              plx_corpus_schema_copy (self->reader, path, error);
  g_clear_pointer (&self->reader, plx_sqlite_connection_close);
  if (succeeded)
    self->reader = plx_sqlite_connection_open (path, PLX_SQLITE_READ_WRITE, 0, error);
  succeeded = self->reader != NULL &&
              plx_corpus_schema_migrate (self->reader, NULL, PLX_CORPUS_SCHEMA_VERSION, error);
  g_unlink (path);
  return succeeded;
}

static gboolean
open_read_only (PlxCorpus *self,
                GError   **error)
{
  int version;

  self->read_only = TRUE;
  if (is_writable (self->path))
    self->reader = plx_sqlite_connection_open (self->path, PLX_SQLITE_QUERY_ONLY,
                                               PLX_CORPUS_BUSY_MSEC, error);
  else
    self->reader = plx_corpus_open_untouched (self->path, error);
  return self->reader != NULL &&
         plx_corpus_schema_get_version (self->reader, self->path, &version, error) &&
         (version == PLX_CORPUS_SCHEMA_VERSION || read_from_migrated_copy (self, error));
}

/* Takes the connection that has brought the file up to date for the writer thread. */
static gboolean
start_writer (PlxCorpus           *self,
              PlxSqliteConnection *connection,
              GError             **error)
{
  g_autoptr (PlxSqliteConnection) owned = connection;

  if (self->path != NULL)
    {
      if (!plx_sqlite_connection_execute (owned,
                                          "PRAGMA journal_mode = WAL;"
                                          "PRAGMA journal_size_limit = 4194304;",
                                          "open the corpus", error))
        return FALSE;
      self->reader = plx_sqlite_connection_open (self->path, PLX_SQLITE_READ_ONLY,
                                                 PLX_CORPUS_BUSY_MSEC, error);
      if (self->reader == NULL)
        return FALSE;
    }

  self->writer = plx_corpus_writer_new (g_steal_pointer (&owned));
  return TRUE;
}

static gboolean
open_existing (PlxCorpus *self,
               GError   **error)
{
  g_autoptr (PlxSqliteConnection) connection = NULL;
  int version;

  if (!is_writable (self->path))
    return open_read_only (self, error);

  connection = plx_sqlite_connection_open (self->path, PLX_SQLITE_READ_WRITE,
                                           PLX_CORPUS_BUSY_MSEC, error);
  return connection != NULL &&
         plx_corpus_schema_get_version (connection, self->path, &version, error) &&
         plx_corpus_schema_migrate (connection, self->path, PLX_CORPUS_SCHEMA_VERSION, error) &&
         start_writer (self, g_steal_pointer (&connection), error);
}

static gboolean
fill_new (PlxCorpus *self,
          GError   **error)
{
  g_autoptr (PlxSqliteConnection) connection = NULL;

  connection = plx_sqlite_connection_open (self->path, PLX_SQLITE_READ_WRITE,
                                           PLX_CORPUS_BUSY_MSEC, error);
  return connection != NULL &&
         plx_corpus_schema_migrate (connection, self->path, PLX_CORPUS_SCHEMA_VERSION, error) &&
         start_writer (self, g_steal_pointer (&connection), error);
}

static gboolean
create (PlxCorpus *self,
        GError   **error)
{
  g_autofree char *display_name = g_filename_display_name (self->path);
  int fd = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, PLX_CORPUS_ERROR,
                   saved_errno == EEXIST ? PLX_CORPUS_ERROR_EXISTS
                   : saved_errno == ENOENT ? PLX_CORPUS_ERROR_NOT_FOUND
                   : saved_errno == ENOSPC ? PLX_CORPUS_ERROR_NO_SPACE
                   : saved_errno == EACCES || saved_errno == EROFS ? PLX_CORPUS_ERROR_READ_ONLY
                                                                   : PLX_CORPUS_ERROR_FAILED,
                   "Failed to create “%s”: %s", display_name, g_strerror (saved_errno));
      return FALSE;
    }
  close (fd);

  if (fill_new (self, error))
    return TRUE;

  g_unlink (self->path);
  return FALSE;
}

PlxCorpus *
plx_corpus_open (const char   *path,
                 PlxCorpusMode mode,
                 GError      **error)
{
  g_autoptr (PlxCorpus) self = g_object_new (PLX_TYPE_CORPUS, NULL);
  gboolean opened;

  self->path = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  if (path == NULL)
    opened = fill_new (self, error);
  else if (mode == PLX_CORPUS_CREATE)
    opened = create (self, error);
  else if (!plx_corpus_schema_check_file (self->path, error))
    opened = FALSE;
  else if (mode == PLX_CORPUS_READ_ONLY)
    opened = open_read_only (self, error);
  else
    opened = open_existing (self, error);

  return opened ? g_steal_pointer (&self) : NULL;
}

const char *
plx_corpus_get_path (PlxCorpus *self)
{
  g_return_val_if_fail (PLX_IS_CORPUS (self), NULL);

  return self->path;
}

gboolean
plx_corpus_is_read_only (PlxCorpus *self)
{
  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);

  return self->read_only;
}

static gboolean
copy_job (PlxSqliteConnection *connection,
          gpointer             data,
          GError             **error)
{
  return plx_corpus_schema_copy (connection, data, error);
}

static gboolean
check_copy_path (PlxCorpus  *self,
                 const char *path,
                 GError    **error)
{
  g_autofree char *display_name = g_filename_display_name (path);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  /* Replacing a file under the feet of whoever has it open would cost them their changes. */
  if (g_strcmp0 (absolute, self->path) == 0 || get_pending_size (absolute) >= 0)
    {
      g_set_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS,
                   "“%s” is an open corpus; choose another name for the copy", display_name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
copy_by_reader (PlxCorpus  *self,
                const char *path,
                GError    **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->read_lock);
  gboolean copied;

  /* To SQLite, writing another file is no query. */
  if (!plx_sqlite_connection_execute (self->reader, "PRAGMA query_only = OFF", "copy the corpus",
                                      error))
    return FALSE;

  copied = plx_corpus_schema_copy (self->reader, path, error);
  plx_sqlite_connection_execute (self->reader, "PRAGMA query_only = ON", "copy the corpus", NULL);
  return copied;
}

gboolean
plx_corpus_save_copy (PlxCorpus  *self,
                      const char *path,
                      GError    **error)
{
  g_return_val_if_fail (PLX_IS_CORPUS (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!check_copy_path (self, path, error))
    return FALSE;
  if (self->writer != NULL)
    return plx_corpus_writer_run (self->writer, copy_job, (gpointer) path, NULL, error);

  return copy_by_reader (self, path, error);
}

void
plx_article_info_free (PlxArticleInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->source);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->date);
  g_free (self);
}

void
plx_source_info_free (PlxSourceInfo *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

static void
plx_corpus_finalize (GObject *object)
{
  PlxCorpus *self = PLX_CORPUS (object);

  /* The writer last, so that it is the one to empty the -wal file. */
  plx_sqlite_connection_close (self->reader);
  if (self->writer != NULL)
    plx_corpus_writer_free (self->writer);
  plx_corpus_clear_readings (self);
  g_hash_table_unref (self->evidence);
  g_clear_pointer (&self->wire, plx_corpus_wire_unref);
  g_mutex_clear (&self->lexicon_lock);
  g_cond_clear (&self->wire_cond);
  g_mutex_clear (&self->read_lock);
  g_main_context_unref (self->context);
  g_free (self->path);

  G_OBJECT_CLASS (plx_corpus_parent_class)->finalize (object);
}

static void
plx_corpus_class_init (PlxCorpusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plx_corpus_finalize;

  /**
   * PlxCorpus::changed:
   *
   * Sources, articles, edits or the lexicon are no longer what they were.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_corpus_init (PlxCorpus *self)
{
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->lexicon_lock);
  g_cond_init (&self->wire_cond);
  g_mutex_init (&self->read_lock);
  self->evidence = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                          (GDestroyNotify) plx_corpus_evidence_free);
}
