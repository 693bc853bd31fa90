/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Asks for an entry of the lexicon: a new one, or another weight and note for one that is there. */

#include <adwaita.h>

#include "plx-lexicon-edits.h"

G_BEGIN_DECLS

#define PLX_TYPE_ENTRY_DIALOG (plx_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxEntryDialog, plx_entry_dialog, PLX, ENTRY_DIALOG, AdwWindow)

/* Signal `accepted` (gpointer PlxLexiconLine): valid only during the signal */

/* plx_entry_dialog_new: @entry: (nullable): what is changed; NULL: a new one */
GtkWidget *plx_entry_dialog_new (GtkWindow *parent, PlxLexicon *lexicon, const PlxEntry *entry);

/* plx_role_get_label: Returns: (transfer none): translated */
const char *plx_role_get_label  (PlxRole role);

G_END_DECLS
