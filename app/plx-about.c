/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-about.h"

#include <glib/gi18n.h>

void
plx_about_show (GtkWindow *parent)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  adw_show_about_window (parent,
                         "application-name", "Parallax",
                         "application-icon", PLX_APP_ID,
                         "version", PLX_VERSION,
                         "developer-name", _("The Parallax contributors"),
                         "copyright", _("© 2026 The Parallax contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("See how different sources frame the same story. A score "
                                       "is a reading of words by a lexicon that you can see and "
                                       "change; it measures neither truth nor the worth of a "
                                       "source."),
                         /* Translators: your name, to be shown in the about window */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
