/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-corpus.h"

#include "cli-lexicon.h"
#include "data/plx-shipped-lexicons.h"

#include <glib/gi18n.h>

PlxCorpus *
plx_cli_open_corpus (const char   *path,
                     PlxCorpusMode mode)
{
  g_autoptr (GError) error = NULL;
  PlxCorpus *corpus = plx_corpus_open (path, mode, &error);

  if (corpus == NULL)
    plx_cli_error ("%s", error->message);
  return corpus;
}

PlxCorpus *
plx_cli_open_corpus_with_lexicon (const char        *path,
                                  const char *const *lexicons)
{
  g_autoptr (PlxCorpus) corpus = plx_cli_open_corpus (path, PLX_CORPUS_OPEN_EXISTING);
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *edits = NULL;

  if (corpus == NULL)
    return NULL;

  edits = plx_corpus_dup_lexicon_edits (corpus, &error);
  if (edits != NULL)
    lexicon = plx_lexicon_files_load (lexicons, edits, &diagnostics, &error);
  if (diagnostics != NULL)
    plx_cli_print_diagnostics (diagnostics, /* to_stdout= */ FALSE);
  if (lexicon == NULL)
    {
      plx_cli_error ("%s", error->message);
      return NULL;
    }

  plx_corpus_set_lexicon (corpus, lexicon);
  return g_steal_pointer (&corpus);
}

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
} Wait;

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

PlxCorpusKept *
plx_cli_survey_corpus (PlxCorpus               *corpus,
                       const PlxSummaryOptions *options,
                       const PlxCorpusFilter   *filter)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  Wait wait = { loop, NULL };
  PlxCorpusKept *kept;

  plx_corpus_survey_async (corpus, options, filter, G_MAXUINT, plx_cli_on_progress,
                           (gpointer) _("Reading articles"), NULL, finished_cb, &wait);
  g_main_loop_run (loop);
  kept = plx_corpus_survey_finish (corpus, wait.result, &error);
  g_object_unref (wait.result);
  if (kept == NULL)
    plx_cli_error ("%s", error->message);
  return kept;
}

gboolean
plx_cli_add_articles (PlxCorpus *corpus,
                      GPtrArray *articles,
                      guint     *out_n_added)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  Wait wait = { loop, NULL };
  gboolean added;

  plx_corpus_add_articles_async (corpus, articles, plx_cli_on_progress,
                                 (gpointer) _("Storing articles"), NULL, finished_cb, &wait);
  g_main_loop_run (loop);
  added = plx_corpus_add_articles_finish (corpus, wait.result, out_n_added, &error);
  g_object_unref (wait.result);
  if (!added)
    plx_cli_error ("%s", error->message);
  return added;
}
