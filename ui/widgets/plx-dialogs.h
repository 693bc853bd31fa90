/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The dialogs of GTK 4.8 that later releases replace, all behind this file. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_FILES_ANY,
  PLX_FILES_CORPUS,
  PLX_FILES_ARTICLES,
} PlxFileKind;

typedef void (*PlxFileFunc)  (GFile *file, gpointer user_data);
typedef void (*PlxFilesFunc) (GPtrArray *files, gpointer user_data);

/* plx_choose_file:
 * @suggested: (nullable): a name for a new file
 *
 * Asks for one file; @chosen is called if one was, and if @parent is still there. */
void plx_choose_file  (GtkWindow *parent, const char *title, GtkFileChooserAction action,
                       const char *suggested, PlxFileKind kind, PlxFileFunc chosen,
                       gpointer user_data);

/* plx_choose_files: asks for files to read */
void plx_choose_files (GtkWindow *parent, const char *title, PlxFileKind kind, PlxFilesFunc chosen,
                       gpointer user_data);

G_END_DECLS
