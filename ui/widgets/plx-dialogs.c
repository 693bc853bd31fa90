/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-dialogs.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkFileChooserNative *chooser; /* kept until it has answered */
  GtkWindow            *parent;  /* weak: may be closed meanwhile */
  PlxFileFunc           file_func;
  PlxFilesFunc          files_func;
  gpointer              user_data;
} Request;

static void
request_free (Request *request)
{
  g_clear_weak_pointer (&request->parent);
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (request->chooser));
  g_object_unref (request->chooser);
  g_free (request);
}

static void
on_response (GtkNativeDialog *dialog,
             int              response,
             Request         *request)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  if (response == GTK_RESPONSE_ACCEPT && request->parent != NULL)
    {
      list = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (request->chooser));
      n = g_list_model_get_n_items (list);
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (files, g_list_model_get_item (list, i));
      if (request->files_func != NULL && files->len > 0)
        request->files_func (files, request->user_data);
      if (request->file_func != NULL && files->len > 0)
        request->file_func (files->pdata[0], request->user_data);
    }
  request_free (request);
}

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    {
      if (patterns[i][0] == '*')
        gtk_file_filter_add_pattern (filter, patterns[i]);
      else
        gtk_file_filter_add_suffix (filter, patterns[i]);
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filters (GtkFileChooser *chooser,
             PlxFileKind     kind)
{
  static const char *const corpora[] = { "parallax", NULL };
  static const char *const articles[] = { "html", "htm", "xhtml", "txt", "md", "jsonl", "ndjson",
                                          "csv", NULL };
  static const char *const all[] = { "*", NULL };

  if (kind == PLX_FILES_ANY)
    return;
  if (kind == PLX_FILES_CORPUS)
    add_filter (chooser, _("Parallax corpora"), corpora);
  if (kind == PLX_FILES_ARTICLES)
    add_filter (chooser, _("Saved pages, texts and tables"), articles);
  add_filter (chooser, _("All files"), all);
}

static void
choose (GtkWindow            *parent,
        const char           *title,
        GtkFileChooserAction  action,
        const char           *suggested,
        PlxFileKind           kind,
        Request               request)
{
  Request *kept = g_memdup2 (&request, sizeof request);

  kept->chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  g_set_weak_pointer (&kept->parent, parent);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (kept->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (kept->chooser),
                                        request.files_func != NULL);
  if (suggested != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (kept->chooser), suggested);
  add_filters (GTK_FILE_CHOOSER (kept->chooser), kind);
  g_signal_connect (kept->chooser, "response", G_CALLBACK (on_response), kept);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (kept->chooser));
}

void
plx_choose_file (GtkWindow            *parent,
                 const char           *title,
                 GtkFileChooserAction  action,
                 const char           *suggested,
                 PlxFileKind           kind,
                 PlxFileFunc           chosen,
                 gpointer              user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (chosen != NULL);

  choose (parent, title, action, suggested, kind,
          (Request) { .file_func = chosen, .user_data = user_data });
}

void
plx_choose_files (GtkWindow    *parent,
                  const char   *title,
                  PlxFileKind   kind,
                  PlxFilesFunc  chosen,
                  gpointer      user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (chosen != NULL);

  choose (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, kind,
          (Request) { .files_func = chosen, .user_data = user_data });
}
