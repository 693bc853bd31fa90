/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the user's lexicon differs in from the shipped one: listed, saved, loaded, reverted. */

#include "plx-words-page.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_DIFFERENCES_DIALOG (plx_differences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxDifferencesDialog, plx_differences_dialog, PLX, DIFFERENCES_DIALOG,
                      AdwWindow)

/* Actions: differences.save, differences.load, differences.revert-all,
 * differences.revert (index) */

GtkWidget *plx_differences_dialog_new (GtkWindow *parent, PlxWordsPage *page);

/* Both do what the actions do once a file is chosen */
void       plx_differences_dialog_save (PlxDifferencesDialog *self, GFile *file);
void       plx_differences_dialog_load (PlxDifferencesDialog *self, GFile *file);

G_END_DECLS
