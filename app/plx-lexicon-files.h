/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The user's own lexicon files in the preferences: added, taken away, and what is wrong in them. */

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_LEXICON_FILES (plx_lexicon_files_get_type ())
G_DECLARE_FINAL_TYPE (PlxLexiconFiles, plx_lexicon_files, PLX, LEXICON_FILES, AdwPreferencesGroup)

GtkWidget *plx_lexicon_files_new (GSettings *settings);

G_END_DECLS
