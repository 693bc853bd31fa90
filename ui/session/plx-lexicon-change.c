/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-change.h"

#include "data/plx-shipped-lexicons.h"
#include "data/plx-task.h"

typedef struct
{
  char       *edits;
  PlxLexicon *lexicon;
} State;

typedef struct
{
  PlxCorpus *corpus;
  char      *name;
  char      *problem;
  State      before;
  State      after;
  gboolean   is_written;
} Change;

static void
state_clear (State *state)
{
  g_clear_pointer (&state->edits, g_free);
  g_clear_pointer (&state->lexicon, plx_lexicon_unref);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_object (&change->corpus);
  g_free (change->name);
  g_free (change->problem);
  state_clear (&change->before);
  state_clear (&change->after);
  g_free (change);
}

/* On a thread: the corpus may be writing what it has read. */
static gboolean
write_change (gboolean   forward,
              gpointer   data,
              GError   **error)
{
  Change *change = data;
  const State *state = forward ? &change->after : &change->before;

  return plx_corpus_set_lexicon_edits (change->corpus, state->edits, error);
}

static gboolean
step_change (gboolean   forward,
             gpointer   data,
             GError   **error)
{
  Change *change = data;

  plx_corpus_set_lexicon (change->corpus,
                          forward ? change->after.lexicon : change->before.lexicon);
  return TRUE;
}

/* What is wrong in the shipped files is no news to the user. */
static char *
find_problem (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const PlxDiagnostic *diagnostic = diagnostics->pdata[i];

      if (diagnostic->path == NULL && diagnostic->severity == PLX_SEVERITY_ERROR)
        return g_strdup (diagnostic->message);
    }
  return NULL;
}

static gpointer
compile_in_thread (gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  Change *change = data;
  g_autoptr (GPtrArray) diagnostics = NULL;

  change->before.edits = plx_corpus_dup_lexicon_edits (change->corpus, error);
  if (change->before.edits == NULL)
    return NULL;
  change->after.lexicon = plx_lexicon_files_load (
    NULL, *change->after.edits != '\0' ? change->after.edits : NULL, &diagnostics, error);
  if (change->after.lexicon == NULL)
    return NULL;
  change->problem = find_problem (diagnostics);
  /* Here, too: the corpus may be writing what it has read. */
  change->is_written = !g_cancellable_set_error_if_cancelled (cancellable, error) &&
                       plx_corpus_set_lexicon_edits (change->corpus, change->after.edits, error);
  return change->is_written ? PLX_TASK_DONE : NULL;
}

void
plx_lexicon_change_async (PlxCorpus           *corpus,
                          const char          *edits,
                          const char          *name,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlxLexicon *lexicon;
  Change *change;

  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (edits != NULL && name != NULL);

  lexicon = plx_corpus_get_lexicon (corpus);
  change = g_new0 (Change, 1);
  change->corpus = g_object_ref (corpus);
  change->name = g_strdup (name);
  change->before.lexicon = lexicon != NULL ? plx_lexicon_ref (lexicon) : NULL;
  change->after.edits = g_strdup (edits);
  plx_task_run (corpus, compile_in_thread, change, /* free_data= */ NULL, /* free_result= */ NULL,
                cancellable, callback, user_data);
}

gboolean
plx_lexicon_change_finish (PlxCorpus     *corpus,
                           GAsyncResult  *result,
                           PlxHistory    *history,
                           char         **out_problem,
                           GError       **error)
{
  Change *change;

  g_return_val_if_fail (g_task_is_valid (result, corpus), FALSE);
  g_return_val_if_fail (PLX_IS_HISTORY (history), FALSE);

  /* The step takes over what the task has worked on; what is in the file by now holds, even if it was
   * given up since. */
  change = g_task_get_task_data (G_TASK (result));
  if (!change->is_written)
    {
      g_task_propagate_pointer (G_TASK (result), error);
      change_free (change);
      return FALSE;
    }
  plx_corpus_set_lexicon (change->corpus, change->after.lexicon);
  if (out_problem != NULL)
    *out_problem = g_steal_pointer (&change->problem);
  plx_history_add_in_parts (history, change->name, write_change, step_change, change, change_free);
  return TRUE;
}
