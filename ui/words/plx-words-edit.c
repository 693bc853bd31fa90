/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page-private.h"

#include "plx-differences-dialog.h"
#include "plx-entry-dialog.h"
#include "ui/session/plx-lexicon-change.h"
#include "ui/widgets/plx-messages.h"
#include "ui/widgets/plx-toast.h"

#include <glib/gi18n.h>

void
plx_words_page_toast (PlxWordsPage *self,
                      const char   *text,
                      gboolean      undo)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    plx_toast_show (ADW_TOAST_OVERLAY (overlay), text, undo ? _("Undo") : NULL, "win.undo");
}

PlxLexiconEdits *
plx_words_page_dup_edits (PlxWordsPage *self)
{
  PlxLexiconEdits *copy = plx_lexicon_edits_new (self->base);
  g_autofree char *text = plx_lexicon_edits_to_string (self->edits);

  plx_lexicon_edits_merge (copy, text);
  return copy;
}

static void
on_applied (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxWordsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (PlxHistory) nowhere = NULL;
  gboolean is_current = self->changing == g_task_get_cancellable (G_TASK (result));

  /* A page that has been left since has no history to add to. */
  if (self->history == NULL)
    nowhere = plx_history_new ();
  if (is_current)
    g_clear_object (&self->changing);
  if (!plx_lexicon_change_finish (PLX_CORPUS (source), result,
                                  self->history != NULL ? self->history : nowhere, &problem,
                                  &error))
    {
      g_autofree char *message = plx_message_for_error (error);
      g_autofree char *text = g_strdup_printf (_("Could not change the lexicon. %s"), message);

      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        plx_words_page_toast (self, text, FALSE);
    }
  else if (problem != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Some lines were left out: %s"), problem);

      plx_words_page_toast (self, text, TRUE);
    }
  plx_words_page_update_edit (self);
}

void
plx_words_page_apply (PlxWordsPage    *self,
                      PlxLexiconEdits *edits,
                      const char      *name)
{
  g_autofree char *text = plx_lexicon_edits_to_string (edits);
  PlxCorpus *corpus = self->session != NULL ? plx_session_get_corpus (self->session) : NULL;

  if (corpus == NULL || self->history == NULL || self->changing != NULL)
    return;
  self->changing = g_cancellable_new ();
  plx_words_page_update_edit (self);
  plx_lexicon_change_async (corpus, text, name, self->changing, on_applied, g_object_ref (self));
}

static void
remember (PlxWordsPage         *self,
          const PlxLexiconLine *line)
{
  PlxLexiconLine *copy = plx_lexicon_line_copy (line);

  g_clear_pointer (&self->selected, plx_lexicon_line_free);
  self->selected = copy;
}

static void
on_entry_accepted (const PlxLexiconLine *before,
                   const PlxLexiconLine *after,
                   gpointer              user_data)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (user_data);
  g_autoptr (PlxLexiconEdits) edits = NULL;

  if (self->edits == NULL)
    return;
  edits = plx_words_page_dup_edits (self);
  if (before != NULL)
    plx_lexicon_edits_replace (edits, before, after);
  else
    plx_lexicon_edits_set (edits, after);
  remember (self, after);
  plx_words_page_apply (self, edits, before != NULL ? _("Edit Entry") : _("Add Entry"));
}

static void
show_dialog (PlxWordsPage         *self,
             const PlxLexiconLine *line)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (self->lexicon == NULL || !GTK_IS_WINDOW (root))
    return;
  dialog = plx_entry_dialog_new (GTK_WINDOW (root), self->lexicon, line, on_entry_accepted, self);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  show_dialog (PLX_WORDS_PAGE (widget), NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);
  g_autoptr (PlxWord) word = plx_words_page_dup_selected (self);
  g_autoptr (PlxLexiconLine) line = NULL;

  if (word == NULL)
    return;
  line = plx_word_dup_line (word);
  show_dialog (self, line);
}

static void
toggle_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);
  g_autoptr (PlxWord) word = plx_words_page_dup_selected (self);
  g_autoptr (PlxLexiconEdits) edits = NULL;
  g_autoptr (PlxLexiconLine) line = NULL;
  gboolean is_off;

  if (word == NULL)
    return;
  is_off = plx_word_get_state (word) == PLX_WORD_OFF;
  line = plx_word_dup_line (word);
  edits = plx_words_page_dup_edits (self);
  if (is_off)
    plx_lexicon_edits_revert (edits, line);
  else
    plx_lexicon_edits_remove (edits, line);
  remember (self, line);
  plx_words_page_apply (self, edits, is_off ? _("Turn Entry On")
                                     : plx_word_get_state (word) == PLX_WORD_ADDED
                                       ? _("Remove Entry") : _("Turn Entry Off"));
}

static void
revert_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);
  g_autoptr (PlxWord) word = plx_words_page_dup_selected (self);
  g_autoptr (PlxLexiconEdits) edits = NULL;
  g_autoptr (PlxLexiconLine) line = NULL;

  if (word == NULL)
    return;
  line = plx_word_dup_line (word);
  edits = plx_words_page_dup_edits (self);
  plx_lexicon_edits_revert (edits, line);
  remember (self, line);
  plx_words_page_apply (self, edits, _("Revert Entry"));
}

static void
differences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog;

  if (self->edits == NULL || !GTK_IS_WINDOW (root))
    return;
  dialog = plx_differences_dialog_new (GTK_WINDOW (root), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
plx_words_page_update_edit (PlxWordsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PlxCorpus *corpus = self->session != NULL ? plx_session_get_corpus (self->session) : NULL;
  gboolean may_change = corpus != NULL && self->edits != NULL && self->changing == NULL &&
                        !plx_corpus_is_read_only (corpus);
  g_autoptr (PlxWord) word = plx_words_page_dup_selected (self);
  PlxWordState state = word != NULL ? plx_word_get_state (word) : PLX_WORD_SHIPPED;

  gtk_widget_action_set_enabled (widget, "words.add", may_change);
  gtk_widget_action_set_enabled (widget, "words.edit",
                                 may_change && word != NULL && state != PLX_WORD_OFF);
  gtk_widget_action_set_enabled (widget, "words.toggle", may_change && word != NULL);
  gtk_widget_action_set_enabled (widget, "words.revert",
                                 may_change && state != PLX_WORD_SHIPPED);
  gtk_widget_action_set_enabled (widget, "words.differences", self->edits != NULL);
  gtk_button_set_label (self->toggle_button, state == PLX_WORD_OFF ? _("Turn _On")
                                             : state == PLX_WORD_ADDED ? _("_Remove")
                                             : _("Turn _Off"));
}

void
plx_words_page_install_edit (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "words.add", NULL, add_action);
  gtk_widget_class_install_action (klass, "words.edit", NULL, edit_action);
  gtk_widget_class_install_action (klass, "words.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (klass, "words.revert", NULL, revert_action);
  gtk_widget_class_install_action (klass, "words.differences", NULL, differences_action);
}
