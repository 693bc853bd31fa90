/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "data/plx-task.h"
#include "ui/widgets/plx-dialogs.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* A copy that is being written: of a large corpus that takes seconds. */
typedef struct
{
  PlxWindow *window;
  char      *path;
  char      *part;     /* what is written, until it is whole and takes the place of what is there */
  gboolean   closes;   /* the window, when it is done */
  gboolean   is_stale; /* the corpus has changed since it was begun */
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_object_unref (copy->window);
  g_free (copy->path);
  g_free (copy->part);
  g_free (copy);
}

static void start_copy (Copy *copy);

static gpointer
copy_in_thread (gpointer      source,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  return plx_corpus_save_copy (PLX_CORPUS (source), data, error) ? PLX_TASK_DONE : NULL;
}

static void
on_corpus_changed (Copy *copy)
{
  copy->is_stale = TRUE;
}

static gboolean
take_place (Copy    *copy,
            GError **error)
{
  g_autoptr (GFile) part = g_file_new_for_path (copy->part);
  g_autoptr (GFile) file = g_file_new_for_path (copy->path);

  return g_file_move (part, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

static void
go_on (Copy *copy)
{
  PlxWindow *self = copy->window;
  g_autoptr (GFile) file = g_file_new_for_path (copy->path);

  plx_session_set_saved (self->session);
  if (copy->closes)
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  plx_window_open_corpus (self, file);
  plx_window_toast (self, _("Corpus saved; changes are kept in it from now on"));
}

/* What is chosen is opened only if it holds all that there is. */
static void
on_copied (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Copy *copy = user_data;
  PlxWindow *self = copy->window;
  g_autoptr (GError) error = NULL;
  gboolean is_copied = g_task_propagate_pointer (G_TASK (result), &error) != NULL;
  gboolean is_mine = self->importing == g_task_get_cancellable (G_TASK (result));

  g_signal_handlers_disconnect_by_func (source, on_corpus_changed, copy);
  if (is_mine)
    g_clear_object (&self->importing);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || (is_copied && !is_mine))
    g_unlink (copy->part);
  else if (is_copied && copy->is_stale && plx_session_get_corpus (self->session) == PLX_CORPUS (source))
    {
      start_copy (copy);
      return;
    }
  else if (!is_copied || !take_place (copy, &error))
    {
      g_unlink (copy->part);
      plx_window_toast_error (self, _("Could not save the corpus."), error);
    }
  else
    go_on (copy);
  if (is_mine)
    plx_window_update (self);
  copy_free (copy);
}

/* Takes @copy over. */
static void
start_copy (Copy *copy)
{
  PlxWindow *self = copy->window;
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  g_unlink (copy->part);
  plx_window_save_state (self);
  copy->is_stale = FALSE;
  g_signal_connect_swapped (corpus, "changed", G_CALLBACK (on_corpus_changed), copy);
  self->importing = g_cancellable_new ();
  gtk_label_set_text (self->progress_label, _("Saving the corpus"));
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  plx_task_run (corpus, copy_in_thread, g_strdup (copy->part), g_free, /* free_result= */ NULL,
                self->importing, on_copied, copy);
  plx_window_update (self);
}

static void
save_copy (PlxWindow *self,
           GFile     *file,
           gboolean   closes)
{
  PlxCorpus *corpus;
  g_autofree char *path = NULL;
  Copy *copy;

  corpus = plx_session_get_corpus (self->session);
  path = g_file_get_path (file);
  if (corpus == NULL || path == NULL || self->importing != NULL ||
      g_strcmp0 (path, plx_corpus_get_path (corpus)) == 0)
    return;
  if (plx_window_find (gtk_window_get_application (GTK_WINDOW (self)), file) != NULL)
    {
      plx_window_toast (self, _("That corpus is open in another window. Choose another name."));
      return;
    }
  copy = g_new0 (Copy, 1);
  copy->window = g_object_ref (self);
  copy->part = g_strconcat (path, ".part", NULL);
  copy->path = g_steal_pointer (&path);
  copy->closes = closes;
  start_copy (copy);
}

void
plx_window_save_copy (PlxWindow *self,
                      GFile     *file)
{
  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  save_copy (self, file, FALSE);
}

static void
on_save_chosen (GFile    *file,
                gpointer  user_data)
{
  save_copy (PLX_WINDOW (user_data), file, FALSE);
}

static void
on_last_save_chosen (GFile    *file,
                     gpointer  user_data)
{
  save_copy (PLX_WINDOW (user_data), file, TRUE);
}

static void
choose_copy (PlxWindow   *self,
             PlxFileFunc  func)
{
  g_autofree char *corpus = plx_session_dup_name (self->session);
  g_autofree char *suggested = g_strdup_printf ("%s.parallax", corpus != NULL ? corpus : _("Story"));

  plx_choose_file (GTK_WINDOW (self), _("Save the Corpus"), GTK_FILE_CHOOSER_ACTION_SAVE, suggested,
                   PLX_FILES_CORPUS, func, self);
}

void
plx_window_choose_copy (PlxWindow *self)
{
  choose_copy (self, on_save_chosen);
}

void
plx_window_save_and_close (PlxWindow *self)
{
  choose_copy (self, on_last_save_chosen);
}

void
plx_window_save (PlxWindow *self)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  if (corpus == NULL)
    return;
  if (plx_corpus_get_path (corpus) == NULL || plx_session_is_modified (self->session))
    choose_copy (self, on_save_chosen);
  else
    plx_window_toast (self, _("Every change is kept in the corpus at once"));
}
