/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "ui/session/plx-lexicon-change.h"
#include "ui/words/plx-entry-dialog.h"

#include "data/plx-shipped-lexicons.h"

#include <glib/gi18n.h>

/* A correction as a step. Nothing waits for the corpus: it makes changes in the order in which they
 * are asked for, and what goes wrong is said when it does. */
typedef struct
{
  PlxCorpus     *corpus;
  PlxCorrection *forward;
  PlxCorrection *backward;
  GWeakRef       window;
} Step;

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->corpus);
  plx_correction_free (step->forward);
  g_clear_pointer (&step->backward, plx_correction_free);
  g_weak_ref_clear (&step->window);
  g_free (step);
}

static Step *
step_new (PlxWindow     *window,
          PlxCorpus     *corpus,
          PlxCorrection *forward)
{
  Step *step = g_new0 (Step, 1);

  step->corpus = g_object_ref (corpus);
  step->forward = forward;
  g_weak_ref_init (&step->window, window);
  return step;
}

static void
say_what_went_wrong (PlxWindow    *self,
                     const GError *error)
{
  plx_window_toast_error (self, _("The correction could not be made."), error);
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorrection) inverse =
    plx_corpus_correct_finish (PLX_CORPUS (source), result, &error);

  if (inverse == NULL)
    say_what_went_wrong (self, error);
}

static gboolean
take_step (gboolean   forward,
           gpointer   data,
           GError   **error)
{
  Step *step = data;
  g_autoptr (PlxWindow) window = g_weak_ref_get (&step->window);

  if (window != NULL)
    plx_corpus_correct_async (step->corpus, forward ? step->forward : step->backward, NULL,
                              on_taken, g_object_ref (window));
  return TRUE;
}

/* What the task ends with: the step has its name until it is in the history. */
typedef struct
{
  Step *step;
  char *name;
} Making;

static void
on_corrected (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Making *making = user_data;
  Step *step = making->step;
  g_autofree char *name = making->name;
  g_autoptr (PlxWindow) self = g_weak_ref_get (&step->window);
  g_autoptr (GError) error = NULL;

  g_free (making);
  step->backward = plx_corpus_correct_finish (PLX_CORPUS (source), result, &error);
  if (self == NULL || step->backward == NULL ||
      plx_session_get_corpus (self->session) != step->corpus)
    {
      if (self != NULL && error != NULL)
        say_what_went_wrong (self, error);
      step_free (step);
      return;
    }
  plx_history_add (self->history, name, take_step, step, step_free);
  plx_window_toast_undo (self, name);
}

static void
correct (PlxCorrector  *corrector,
         PlxCorrection *correction,
         const char    *name)
{
  PlxWindow *self = PLX_WINDOW (corrector);
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  Making *making;

  if (corpus == NULL)
    {
      plx_correction_free (correction);
      return;
    }
  making = g_new (Making, 1);
  making->step = step_new (self, corpus, correction);
  making->name = g_strdup (name);
  plx_corpus_correct_async (corpus, correction, NULL, on_corrected, making);
}

/* This word always: a change of the lexicon. */

static void
on_entry_applied (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (PlxHistory) nowhere = NULL;
  gboolean is_current = PLX_CORPUS (source) == plx_session_get_corpus (self->session);

  /* Another corpus is open by now: the step is not one of its own. */
  if (!is_current)
    nowhere = plx_history_new ();
  if (!plx_lexicon_change_finish (PLX_CORPUS (source), result,
                                  is_current ? self->history : nowhere, &problem, &error))
    plx_window_toast_error (self, _("Could not change the lexicon."), error);
  else if (is_current)
    plx_window_toast_undo (self, plx_history_get_undo_name (self->history));
}

static void
on_entry_accepted (const PlxLexiconLine *before,
                   const PlxLexiconLine *after,
                   gpointer              user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLexicon) base = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  g_autoptr (PlxLexiconEdits) edits = NULL;
  g_autofree char *old = corpus != NULL ? plx_corpus_dup_lexicon_edits (corpus, &error) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (base == NULL || old == NULL)
    {
      if (error != NULL)
        plx_window_toast_error (self, _("Could not change the lexicon."), error);
      return;
    }
  edits = plx_lexicon_edits_new (base);
  plx_lexicon_edits_merge (edits, old);
  plx_lexicon_edits_replace (edits, before, after);
  text = plx_lexicon_edits_to_string (edits);
  /* Translators: the name of a step that can be undone; the pattern of an entry */
  name = g_strdup_printf (_("Edit Entry “%s”"), after->fields[PLX_FIELD_PATTERN]);
  plx_lexicon_change_async (corpus, text, name, NULL, on_entry_applied, g_object_ref (self));
}

static void
edit_entry (PlxCorrector *corrector,
            PlxLexicon   *lexicon,
            guint32       entry)
{
  GtkWindow *self = GTK_WINDOW (corrector);
  g_autoptr (PlxLexiconLine) line = NULL;
  GtkWidget *dialog;

  g_return_if_fail (entry < plx_lexicon_get_n_entries (lexicon));

  line = plx_lexicon_line_new_entry (lexicon, plx_lexicon_get_entry (lexicon, entry));
  dialog = plx_entry_dialog_new (self, lexicon, line, on_entry_accepted, self);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
plx_window_corrector_init (PlxCorrectorInterface *iface)
{
  iface->correct = correct;
  iface->edit_entry = edit_entry;
}
