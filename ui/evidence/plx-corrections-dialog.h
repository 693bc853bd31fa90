/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* All that has been put right in a corpus, by kind, each to be taken back. Ctrl+Z undoes in the
 * window. */

#include "plx-corrector.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_CORRECTIONS_DIALOG (plx_corrections_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxCorrectionsDialog, plx_corrections_dialog, PLX, CORRECTIONS_DIALOG,
                      AdwWindow)

GtkWidget  *plx_corrections_dialog_new      (PlxCorrector *parent, PlxCorpus *corpus);

/* plx_corrections_dialog_get_n: Returns: how many it lists */
guint       plx_corrections_dialog_get_n    (PlxCorrectionsDialog *self);

/* plx_corrections_dialog_get_page: Returns: "loading", "empty" or "ready" */
const char *plx_corrections_dialog_get_page (PlxCorrectionsDialog *self);

G_END_DECLS
