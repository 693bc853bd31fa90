/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A button of the filter bar that shows a range of dates and opens two entries for it, with ranges
 * to choose from that end where the corpus does. */

#include "data/corpus/plx-corpus.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_DATE_BUTTON (plx_date_button_get_type ())
G_DECLARE_FINAL_TYPE (PlxDateButton, plx_date_button, PLX, DATE_BUTTON, GtkBox)

/* Signal `chosen`: by the user */

/* plx_date_button_set_corpus: @corpus: (nullable) */
void        plx_date_button_set_corpus (PlxDateButton *self, PlxCorpus *corpus);

/* plx_date_button_set_range: @from, @to: (nullable): as in PlxCorpusFilter */
void        plx_date_button_set_range  (PlxDateButton *self, const char *from, const char *to);
/* Returns: (nullable) */
const char *plx_date_button_get_from   (PlxDateButton *self);
const char *plx_date_button_get_to     (PlxDateButton *self);

G_END_DECLS
