/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A button of the filter bar that shows a name and opens a list of all there are, to search in and
 * choose from: who speaks, or whom and what is spoken of. The names are listed, off the main
 * thread, when they are first asked for.
 *
 * Keys: Down goes from the search to the list, Return takes the first name that fits. */

#include "data/corpus/plx-corpus.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_NAME_BUTTON (plx_name_button_get_type ())
G_DECLARE_FINAL_TYPE (PlxNameButton, plx_name_button, PLX, NAME_BUTTON, GtkBox)

/* Property `voices`, construct only: names are of speakers, else of targets
 * Signal `chosen`: by the user */

/* plx_name_button_set_corpus: @corpus: (nullable) */
void        plx_name_button_set_corpus (PlxNameButton *self, PlxCorpus *corpus);

/* plx_name_button_set_value: @value: (nullable): as in PlxCorpusFilter */
void        plx_name_button_set_value  (PlxNameButton *self, const char *value);
/* Returns: (nullable) */
const char *plx_name_button_get_value  (PlxNameButton *self);

/* plx_name_button_popup: opens the list */
void        plx_name_button_popup      (PlxNameButton *self);

/* plx_name_button_get_names: Returns: (transfer none): of PlxNameItem: those that fit what is
 *   searched for */
GListModel *plx_name_button_get_names  (PlxNameButton *self);

G_END_DECLS
