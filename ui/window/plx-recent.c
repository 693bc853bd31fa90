/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-recent.h"

#include <gtk/gtk.h>

#define MIME_TYPE "application/x-parallax"

static void
recent_free (gpointer data)
{
  PlxRecent *recent = data;

  g_free (recent->uri);
  g_free (recent->name);
  g_free (recent->folder);
  g_free (recent);
}

static char *
dup_folder (const char *uri)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  return folder != NULL ? g_filename_display_name (folder) : g_strdup ("");
}

static gint
compare (gconstpointer a,
         gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

GPtrArray *
plx_recent_list (guint max)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (recent_free);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  items = g_list_sort (items, compare);
  for (GList *item = items; item != NULL && list->len < max; item = item->next)
    {
      GtkRecentInfo *info = item->data;
      PlxRecent *recent;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) != 0 ||
          !gtk_recent_info_exists (info))
        continue;
      recent = g_new (PlxRecent, 1);
      recent->uri = g_strdup (gtk_recent_info_get_uri (info));
      recent->name = g_strdup (gtk_recent_info_get_display_name (info));
      recent->folder = dup_folder (recent->uri);
      g_ptr_array_add (list, recent);
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return list;
}

void
plx_recent_add (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  GtkRecentData data = {
    .display_name = shown,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Parallax",
    .app_exec = (char *) "parallax %u",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
