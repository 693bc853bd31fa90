/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Asks for an entry of the lexicon. What is wrong with it is said beside the field while it is
 * typed. */

#include "analysis/lexicon/plx-lexicon-edits.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_ENTRY_DIALOG (plx_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxEntryDialog, plx_entry_dialog, PLX, ENTRY_DIALOG, AdwWindow)

/* @before: (nullable): what was edited; NULL for a new entry */
typedef void (*PlxLineFunc) (const PlxLexiconLine *before, const PlxLexiconLine *after,
                             gpointer user_data);

/* plx_entry_dialog_new:
 * @lexicon: whose axes there are
 * @line: (nullable): an entry to be edited; NULL adds one
 * @accept: called once with what the user wants, if @parent is still there */
GtkWidget            *plx_entry_dialog_new         (GtkWindow *parent, PlxLexicon *lexicon,
                                                    const PlxLexiconLine *line, PlxLineFunc accept,
                                                    gpointer user_data);

/* plx_entry_dialog_set_field: fills in a field as if it was typed */
void                  plx_entry_dialog_set_field   (PlxEntryDialog *self, PlxLexiconField field,
                                                    const char *text);

/* plx_entry_dialog_get_message: Returns: (transfer none) (nullable): what is said beside @field */
const char           *plx_entry_dialog_get_message (PlxEntryDialog *self, PlxLexiconField field);

G_END_DECLS
