/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-change.h"

#include "data/plx-shipped-lexicons.h"

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

static gboolean
step_change (gboolean   forward,
             gpointer   data,
             GError   **error)
{
  Change *change = data;
  const State *state = forward ? &change->after : &change->before;

  if (!plx_corpus_set_lexicon_edits (change->corpus, state->edits, error))
    return FALSE;
  plx_corpus_set_lexicon (change->corpus, state->lexicon);
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

static void
compile_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Change *change = task_data;
  g_autoptr (GPtrArray) diagnostics = NULL;
  GError *error = NULL;

  change->before.edits = plx_corpus_dup_lexicon_edits (change->corpus, &error);
  if (change->before.edits != NULL)
    change->after.lexicon = plx_lexicon_files_load (
      NULL, *change->after.edits != '\0' ? change->after.edits : NULL, &diagnostics, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  change->problem = find_problem (diagnostics);
  g_task_return_boolean (task, TRUE);
}

void
plx_lexicon_change_async (PlxCorpus           *corpus,
                          const char          *edits,
                          const char          *name,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
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
  task = g_task_new (corpus, cancellable, callback, user_data);
  g_task_set_source_tag (task, plx_lexicon_change_async);
  g_task_set_task_data (task, change, NULL);
  g_task_run_in_thread (task, compile_in_thread);
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

  /* The step takes over what the task has worked on. */
  change = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error) || !step_change (TRUE, change, error))
    {
      change_free (change);
      return FALSE;
    }
  if (out_problem != NULL)
    *out_problem = g_steal_pointer (&change->problem);
  plx_history_add (history, change->name, step_change, change, change_free);
  return TRUE;
}
