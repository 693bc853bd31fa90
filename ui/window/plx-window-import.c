/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-window-private.h"

#include "plx-corpus-opener.h"
#include "plx-import-job.h"
#include "plx-paste-dialog.h"
#include "plx-refused-dialog.h"
#include "ui/widgets/plx-dialogs.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which files were refused, and why, can be read at leisure; what was added can be undone by the
 * menu and the key then. */
static void
say_what_came_in (PlxWindow       *self,
                  PlxImportResult *imported,
                  const char      *text)
{
  gboolean is_told = imported->failures->len == 0 || imported->stopped || imported->error != NULL ||
                     (imported->n_added == 0 && imported->failures->len == 1);

  if (!is_told)
    {
      g_clear_pointer (&self->refused, g_ptr_array_unref);
      self->refused = g_ptr_array_ref (imported->failures);
      plx_window_toast_action (self, text, _("_Which?"), "win.show-refused");
    }
  else if (imported->n_added > 0)
    plx_window_toast_undo (self, text);
  else
    plx_window_toast (self, text);
}

void
plx_window_show_refused (PlxWindow *self)
{
  GtkWidget *dialog;

  if (self->refused == NULL)
    return;
  dialog = plx_refused_dialog_new (GTK_WINDOW (self), self->refused);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_imported (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportResult) imported = plx_import_job_finish (PLX_CORPUS (source), result, &error);
  g_autofree char *text = NULL;

  if (self->importing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->importing);
  if (imported != NULL)
    {
      text = plx_import_result_to_string (imported);
      if (plx_session_get_corpus (self->session) == PLX_CORPUS (source))
        plx_window_note_added (self, imported->ids);
      say_what_came_in (self, imported, text);
    }
  else
    plx_window_toast_error (self, _("Could not add the articles."), error);
  plx_window_update (self);
}

static void
start_import (PlxWindow *self,
              GPtrArray *files)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Adding %u file", "Adding %u files",
                                                      files->len), files->len);

  if (self->importing != NULL)
    {
      plx_window_toast (self, _("Other files are still coming in. Try again in a moment."));
      return;
    }
  self->importing = g_cancellable_new ();
  gtk_label_set_text (self->progress_label, label);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  plx_import_job_async (plx_session_get_corpus (self->session), files,
                        plx_window_show_progress, self, self->importing, on_imported, g_object_ref (self));
  plx_window_update (self);
}

/* Takes up what was asked for before there was a corpus. */
void
plx_window_corpus_ready (PlxWindow *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting);
  g_autoptr (GPtrArray) articles = g_steal_pointer (&self->waiting_articles);

  if (articles != NULL)
    plx_window_add_articles (self, articles);
  if (files != NULL)
    start_import (self, files);
}

void
plx_window_add_files (PlxWindow *self,
                      GPtrArray *files)
{
  g_return_if_fail (PLX_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  if (files->len == 0)
    return;
  if (plx_session_get_corpus (self->session) != NULL && self->opening == NULL)
    {
      start_import (self, files);
      return;
    }
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->waiting = g_ptr_array_ref (files);
  if (self->opening == NULL)
    plx_window_start_open (self, PLX_OPEN_EMPTY, NULL);
}

static void
take_article (PlxArticle *article,
              gpointer    user_data)
{
  PlxWindow *self = PLX_WINDOW (user_data);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);

  g_ptr_array_add (articles, article);
  if (plx_session_get_corpus (self->session) != NULL && self->opening == NULL)
    {
      plx_window_add_articles (self, articles);
      return;
    }
  g_clear_pointer (&self->waiting_articles, g_ptr_array_unref);
  self->waiting_articles = g_steal_pointer (&articles);
  if (self->opening == NULL)
    plx_window_start_open (self, PLX_OPEN_EMPTY, NULL);
}

static void
on_files_chosen (GPtrArray *files,
                 gpointer   user_data)
{
  plx_window_add_files (PLX_WINDOW (user_data), files);
}

void
plx_window_choose_files (PlxWindow *self)
{
  plx_choose_files (GTK_WINDOW (self), _("Add Articles"), PLX_FILES_ARTICLES, on_files_chosen, self);
}

/* Texts, pasted or dropped: a list of addresses is files, anything else an article. */

static GPtrArray *
parse_uris (const char *text)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (!g_str_has_prefix (line, "file://"))
        return NULL;
      g_ptr_array_add (files, g_file_new_for_uri (line));
    }
  return files->len > 0 ? g_steal_pointer (&files) : NULL;
}

static void
take_text (PlxWindow  *self,
           const char *text)
{
  g_autoptr (GPtrArray) files = NULL;
  GtkWidget *dialog;

  if (strlen (text) < 64 * 1024)
    files = parse_uris (text);
  if (files != NULL)
    {
      plx_window_add_files (self, files);
      return;
    }
  dialog = plx_paste_dialog_new (GTK_WINDOW (self), text, take_article, self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_text_read (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && *g_strchug (text) != '\0')
    take_text (self, text);
  else
    take_text (self, "");
}

static void
on_files_read (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (PlxWindow) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GSList *list = value != NULL ? g_value_get_boxed (value) : NULL;

  for (; list != NULL; list = list->next)
    g_ptr_array_add (files, g_object_ref (list->data));
  plx_window_add_files (self, files);
}

void
plx_window_paste (PlxWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    on_files_read, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_text_read, g_object_ref (self));
}

/* Drops */

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         PlxWindow     *self)
{
  /* What is dragged out of this program is in it already. */
  if (gdk_drop_get_drag (gtk_drop_target_get_current_drop (target)) != NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      for (GSList *list = g_value_get_boxed (value); list != NULL; list = list->next)
        g_ptr_array_add (files, g_object_ref (list->data));
      if (files->len == 1)
        {
          g_autofree char *name = g_file_get_basename (files->pdata[0]);

          if (name != NULL && g_str_has_suffix (name, ".parallax"))
            {
              plx_window_open_corpus (self, files->pdata[0]);
              return TRUE;
            }
        }
      plx_window_add_files (self, files);
      return TRUE;
    }
  if (G_VALUE_HOLDS (value, G_TYPE_STRING))
    {
      take_text (self, g_value_get_string (value));
      return TRUE;
    }
  return FALSE;
}

void
plx_window_init_import (PlxWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stack), GTK_EVENT_CONTROLLER (target));
}
