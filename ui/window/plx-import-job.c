/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-import-job.h"

#include "data/import/plx-import.h"
#include "data/import/plx-records.h"
#include "data/import/plx-source-name.h"
#include "data/plx-task.h"
#include "ui/widgets/plx-messages.h"

#include <glib/gi18n.h>
#include <string.h>

/* So many articles are added at once: few enough to hold in memory, enough to be fast. */
#define BATCH_SIZE 1000
/* Beyond this, more failures of one file tell nothing new. */
#define MAX_FAILURES 100

typedef struct
{
  PlxCorpus       *corpus; /* borrowed */
  GPtrArray       *files;
  PlxProgress     *progress;
  GCancellable    *cancellable; /* borrowed */
  PlxImportResult *result;
  GPtrArray       *batch; /* of PlxArticle, waiting to be added */
} Job;

static void
failure_free (PlxImportFailure *failure)
{
  g_free (failure->name);
  g_error_free (failure->error);
  g_free (failure);
}

void
plx_import_result_free (PlxImportResult *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ids);
  g_ptr_array_unref (self->failures);
  g_clear_error (&self->error);
  g_free (self);
}

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->files);
  g_ptr_array_unref (job->batch);
  plx_progress_unref (job->progress);
  g_clear_pointer (&job->result, plx_import_result_free);
  g_free (job);
}

static void
take_failure (Job        *job,
              const char *name,
              GError     *error)
{
  PlxImportFailure *failure;

  if (job->result->failures->len >= MAX_FAILURES)
    {
      g_error_free (error);
      return;
    }
  failure = g_new (PlxImportFailure, 1);
  failure->name = g_strdup (name);
  failure->error = error;
  g_ptr_array_add (job->result->failures, failure);
}

static gboolean
flush (Job     *job,
       GError **error)
{
  if (job->batch->len == 0)
    return TRUE;
  if (!plx_corpus_add_listed (job->corpus, job->batch, job->result->ids, error))
    {
      /* It is added whole or not at all. */
      g_array_set_size (job->result->ids, job->result->n_added);
      return FALSE;
    }
  job->result->n_added = job->result->ids->len;
  g_ptr_array_set_size (job->batch, 0);
  return TRUE;
}

static gboolean
take_article (Job         *job,
              PlxArticle  *article,
              GError     **error)
{
  g_ptr_array_add (job->batch, article);
  job->result->n_read++;
  return job->batch->len < BATCH_SIZE || flush (job, error);
}

/* Returns: FALSE only if the corpus would not take the articles */
static gboolean
read_records (Job         *job,
              GFile       *file,
              const char  *name,
              PlxFormat    format,
              GError     **error)
{
  g_autoptr (GError) open_error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, job->cancellable, &open_error);
  g_autoptr (PlxRecordReader) reader = NULL;

  if (stream == NULL)
    {
      take_failure (job, name, g_steal_pointer (&open_error));
      return TRUE;
    }

  reader = plx_record_reader_new (G_INPUT_STREAM (stream), format);
  for (;;)
    {
      g_autoptr (GError) record_error = NULL;
      PlxRecord record;
      PlxRecordStatus status = plx_record_reader_next (reader, &record, job->cancellable,
                                                       &record_error);

      if (status == PLX_RECORD_END)
        return TRUE;
      if (status == PLX_RECORD_READY)
        {
          if (!take_article (job, plx_record_dup_article (&record), error))
            return FALSE;
          continue;
        }
      g_prefix_error (&record_error, "%" G_GUINT64_FORMAT ": ", record.line);
      take_failure (job, name, g_steal_pointer (&record_error));
      if (status == PLX_RECORD_FAILED)
        return TRUE;
    }
}

static PlxFormat
guess_by_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".gz"))
    lower[strlen (lower) - strlen (".gz")] = '\0';
  if (g_str_has_suffix (lower, ".jsonl") || g_str_has_suffix (lower, ".ndjson"))
    return PLX_FORMAT_JSONL;
  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv"))
    return PLX_FORMAT_CSV;
  return PLX_FORMAT_AUTO;
}

static gboolean
read_file (Job     *job,
           GFile   *file,
           GError **error)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  PlxFormat format = guess_by_name (name);
  GError *import_error = NULL;
  PlxArticle *article;

  if (format != PLX_FORMAT_AUTO)
    return read_records (job, file, name, format, error);

  article = plx_import_file (file, PLX_FORMAT_AUTO, job->cancellable, &import_error);
  if (article == NULL)
    {
      take_failure (job, name, import_error);
      return TRUE;
    }
  if (article->source == NULL)
    article->source = plx_source_name_from_file (name);
  return take_article (job, article, error);
}

/* Puts the files that lie directly in a folder in its place. */
static void
expand_folder (GFile     *folder,
               GPtrArray *files)
{
  g_autoptr (GFileEnumerator) children =
    g_file_enumerate_children (folder,
                               G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                               G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN,
                               G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;
  GFile *child;

  while (children != NULL &&
         g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && !g_file_info_get_is_hidden (info))
        g_ptr_array_add (files, g_object_ref (child));
    }
}

static GPtrArray *
expand_folders (GPtrArray *files)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = files->pdata[i];

      if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
        expand_folder (file, all);
      else
        g_ptr_array_add (all, g_object_ref (file));
    }
  return all;
}

static gboolean
read_files (Job        *job,
            GPtrArray  *files,
            GError    **error)
{
  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (job->cancellable); i++)
    {
      if (!read_file (job, files->pdata[i], error))
        return FALSE;
      plx_progress_set (job->progress, i + 1, files->len);
    }

  /* What was read but not added yet is given up; what was added stays, and is told. */
  job->result->stopped = g_cancellable_is_cancelled (job->cancellable);
  return job->result->stopped || flush (job, error);
}

static gpointer
import_in_thread (gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable,
                  GError      **error)
{
  Job *job = data;
  g_autoptr (GPtrArray) files = expand_folders (job->files);

  job->corpus = PLX_CORPUS (source);
  job->cancellable = cancellable;
  job->result->n_files = files->len;
  if (!read_files (job, files, &job->result->error) && job->result->n_added == 0)
    {
      g_propagate_error (error, g_steal_pointer (&job->result->error));
      return NULL;
    }
  return g_steal_pointer (&job->result);
}

void
plx_import_job_async (PlxCorpus           *corpus,
                      GPtrArray           *files,
                      PlxProgressFunc      progress,
                      gpointer             progress_data,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Job *job;

  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (files != NULL);

  job = g_new0 (Job, 1);
  job->files = g_ptr_array_ref (files);
  job->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  job->progress = plx_progress_new (progress, progress_data);
  job->result = g_new0 (PlxImportResult, 1);
  job->result->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->result->failures = g_ptr_array_new_with_free_func ((GDestroyNotify) failure_free);

  plx_task_run (corpus, import_in_thread, job, (GDestroyNotify) job_free,
                (GDestroyNotify) plx_import_result_free, cancellable, callback, user_data);
}

PlxImportResult *
plx_import_job_finish (PlxCorpus     *corpus,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), NULL);

  /* What is in the corpus is in it, cancelled or not. */
  g_task_set_check_cancellable (G_TASK (result), FALSE);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
describe_stopped (guint n_added)
{
  if (n_added == 0)
    return g_strdup (_("Stopped. Nothing was added."));
  return g_strdup_printf (ngettext ("Stopped. %'u article was added before.",
                                    "Stopped. %'u articles were added before.", n_added), n_added);
}

static char *
describe_added (const PlxImportResult *self)
{
  if (self->n_files == 0)
    return g_strdup (_("There are no files in this folder."));
  if (self->n_read == 0)
    return g_strdup (_("There are no articles in it."));
  if (self->n_added == self->n_read)
    return g_strdup_printf (ngettext ("%'u article added", "%'u articles added", self->n_added),
                            self->n_added);
  if (self->n_added == 0)
    return g_strdup_printf (ngettext ("%'u article is in the corpus already",
                                      "%'u articles are in the corpus already", self->n_read),
                            self->n_read);
  /* Translators: the first number counts new articles, the second those that were there */
  return g_strdup_printf (_("%'u added, %'u there already"), self->n_added,
                          self->n_read - self->n_added);
}

char *
plx_import_result_to_string (const PlxImportResult *self)
{
  const PlxImportFailure *first;
  g_autofree char *reason = NULL;
  g_autofree char *refused = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->stopped)
    return describe_stopped (self->n_added);
  if (self->error != NULL)
    {
      reason = plx_message_for_error (self->error);
      /* Translators: how many articles were added, then why no more of them were */
      return g_strdup_printf (ngettext ("Only %'u article was added. %s",
                                        "Only %'u articles were added. %s", self->n_added),
                              self->n_added, reason);
    }
  if (self->failures->len == 0)
    return describe_added (self);
  if (self->n_added == 0 && self->failures->len == 1)
    {
      first = self->failures->pdata[0];
      reason = plx_message_for_error (first->error);
      /* Translators: the name of a file, then why it could not be read */
      return g_strdup_printf (_("Could not add “%s”. %s"), first->name, reason);
    }
  refused = g_strdup_printf (ngettext ("%'u could not be read", "%'u could not be read",
                                       self->failures->len), self->failures->len);
  /* Translators: how many articles were added; the second part says how many could not be read */
  return g_strdup_printf (ngettext ("%'u article added, %s", "%'u articles added, %s", self->n_added),
                          self->n_added, refused);
}
