/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-corpus-opener.h"
#include "plx-recent.h"
#include "data/plx-task.h"

#include <glib/gi18n.h>

/* What of it can be read can be saved. */
void
plx_window_note_damage (PlxWindow    *self,
                        const GError *error)
{
  if (!g_error_matches (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT) ||
      self->opening_path == NULL)
    return;
  g_free (self->damaged);
  self->damaged = g_strdup (self->opening_path);
}

/* Where another corpus is shown, that one stays; and who did not ask for one is told in passing. */
static void
take_open_error (PlxWindow *self,
                 GError    *error)
{
  plx_window_note_damage (self, error);
  if (plx_session_get_corpus (self->session) == NULL && !self->is_restoring)
    self->open_error = error;
  else
    {
      if (self->damaged != NULL && g_strcmp0 (self->damaged, self->opening_path) == 0)
        plx_window_offer_recovery (self, self->damaged);
      else
        plx_window_toast_error (self, _("Could not open the corpus."), error);
      g_error_free (error);
    }
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_opener_finish (result, &error);

  if (self->opening != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->opening);
  if (corpus == NULL)
    {
      g_clear_pointer (&self->waiting, g_ptr_array_unref);
      g_clear_pointer (&self->waiting_articles, g_ptr_array_unref);
      take_open_error (self, g_steal_pointer (&error));
      plx_window_update (self);
      return;
    }

  plx_window_save_state (self);
  plx_history_clear (self->history);
  plx_window_load_state (self, corpus);
  plx_session_set_corpus (self->session, corpus);
  if (plx_corpus_get_path (corpus) != NULL)
    plx_recent_add (plx_corpus_get_path (corpus));
  if (plx_corpus_is_read_only (corpus))
    plx_window_toast (self, _("This corpus can be read but not changed."));
  plx_window_corpus_ready (self);
  plx_window_update (self);
}

void
plx_window_start_open (PlxWindow  *self,
                       int         kind,
                       const char *path)
{
  plx_clear_cancellable (&self->opening);
  self->opening = g_cancellable_new ();
  g_clear_error (&self->open_error);
  self->is_restoring = FALSE;
  g_free (self->opening_path);
  self->opening_path = g_strdup (path);
  self->open_kind = kind;
  plx_window_queue_open (self);
  plx_window_update (self);
}

void
plx_window_open_now (PlxWindow *self)
{
  plx_corpus_opener_async (self->open_kind,
                           self->open_kind != PLX_OPEN_SAMPLE ? self->opening_path : NULL,
                           self->opening, on_opened, g_object_ref (self));
}

static gboolean
shows (PlxWindow *self,
       GFile     *file)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  const char *path = corpus != NULL ? plx_corpus_get_path (corpus) : NULL;
  g_autoptr (GFile) shown = NULL;

  if (self->opening != NULL)
    path = self->open_kind == PLX_OPEN_FILE ? self->opening_path : NULL;
  shown = path != NULL ? g_file_new_for_path (path) : NULL;
  return shown != NULL && g_file_equal (shown, file);
}

PlxWindow *
plx_window_find (GtkApplication *application,
                 GFile          *file)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (GList *window = application != NULL ? gtk_application_get_windows (application) : NULL;
       window != NULL; window = window->next)
    {
      if (PLX_IS_WINDOW (window->data) && shows (window->data, file))
        return window->data;
    }
  return NULL;
}

void
plx_window_open_corpus (PlxWindow *self,
                        GFile     *file)
{
  GApplication *application;
  PlxWindow *other;
  g_autofree char *path = NULL;

  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  other = plx_window_find (gtk_window_get_application (GTK_WINDOW (self)), file);
  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  path = g_file_get_path (file);
  if (path == NULL)
    plx_window_toast (self, _("A corpus has to be a file on this computer."));
  /* What is not saved is not thrown away for it: it goes into a window of its own. */
  else if (plx_session_is_modified (self->session) && application != NULL)
    g_application_open (application, &file, 1, "");
  else
    plx_window_start_open (self, PLX_OPEN_FILE, path);
}

void
plx_window_open_sample (PlxWindow *self)
{
  g_return_if_fail (PLX_IS_WINDOW (self));

  plx_window_start_open (self, PLX_OPEN_SAMPLE, NULL);
}
