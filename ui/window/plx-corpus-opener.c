/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-opener.h"

#include "data/plx-samples.h"
#include "data/plx-shipped-lexicons.h"
#include "data/plx-task.h"

typedef struct
{
  PlxOpenKind kind;
  char       *path;
} Request;

static void
request_free (Request *request)
{
  g_free (request->path);
  g_free (request);
}

static gboolean
load_lexicon (PlxCorpus  *corpus,
              GError    **error)
{
  g_autofree char *edits = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;

  g_return_val_if_fail (PLX_IS_CORPUS (corpus), FALSE);

  edits = plx_corpus_dup_lexicon_edits (corpus, error);
  if (edits == NULL)
    return FALSE;
  lexicon = plx_lexicon_files_load (NULL, *edits != '\0' ? edits : NULL, NULL, error);
  if (lexicon == NULL)
    return FALSE;
  plx_corpus_set_lexicon (corpus, lexicon);
  return TRUE;
}

static PlxCorpus *
open_file (const char  *path,
           GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  PlxCorpus *corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &local_error);

  if (corpus == NULL &&
      g_error_matches (local_error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_READ_ONLY))
    return plx_corpus_open (path, PLX_CORPUS_READ_ONLY, error);
  if (corpus == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return corpus;
}

static gboolean
add_sample (PlxCorpus  *corpus,
            GError    **error)
{
  g_autoptr (GPtrArray) articles = plx_samples_import (error);

  return articles != NULL && plx_corpus_add_articles (corpus, articles, NULL, error);
}

static gpointer
open_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  const Request *request = data;
  g_autoptr (PlxCorpus) corpus = NULL;

  corpus = request->kind == PLX_OPEN_FILE ? open_file (request->path, error)
                                          : plx_corpus_open (NULL, PLX_CORPUS_CREATE, error);
  if (corpus == NULL || !load_lexicon (corpus, error) ||
      (request->kind == PLX_OPEN_SAMPLE && !add_sample (corpus, error)))
    return NULL;
  return g_steal_pointer (&corpus);
}

void
plx_corpus_opener_async (PlxOpenKind          kind,
                         const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { kind, g_strdup (path) };
  plx_task_run (NULL, open_in_thread, request, (GDestroyNotify) request_free, g_object_unref,
                cancellable, callback, user_data);
}

PlxCorpus *
plx_corpus_opener_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
