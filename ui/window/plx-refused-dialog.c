/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-refused-dialog.h"

#include "plx-import-job.h"
#include "ui/widgets/plx-messages.h"

#include <glib/gi18n.h>

static GtkWidget *
make_row (const PlxImportFailure *failure)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *reason = plx_message_for_error (failure->error);

  /* Names of files are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), failure->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

GtkWidget *
plx_refused_dialog_new (GtkWindow *parent,
                        GPtrArray *failures)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *dialog;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (failures != NULL, NULL);

  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("These files are not in the corpus. A web page has to be saved as it was shown, with its text; "
      "where that is a picture or needs a login, copy the text of the article and paste it."));
  for (guint i = 0; i < failures->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (failures->pdata[i]));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  /* Such a window closes with Escape, and scrolls. */
  dialog = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "title", _("Files That Could Not Be Read"),
                         "search-enabled", FALSE, "modal", TRUE, "destroy-with-parent", TRUE,
                         "transient-for", parent, "default-width", 480, "default-height", 440,
                         "width-request", 320, NULL);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (dialog), ADW_PREFERENCES_PAGE (page));
  return dialog;
}
