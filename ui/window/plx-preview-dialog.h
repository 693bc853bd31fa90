/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pages as they would be printed, one at a time, to be looked at more closely and printed.
 *
 * Signal `print`: the user wants them on paper. The dialog closes after it. */

#include "ui/report/plx-sheets.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_PREVIEW_DIALOG (plx_preview_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxPreviewDialog, plx_preview_dialog, PLX, PREVIEW_DIALOG, AdwWindow)

/* plx_preview_dialog_new:
 * @parent: (nullable)
 * @title: of what is printed */
GtkWidget  *plx_preview_dialog_new        (GtkWindow *parent, const char *title, PlxSheets *sheets);

/* plx_preview_dialog_get_sheet: Returns: which is shown, from 0 */
guint       plx_preview_dialog_get_sheet  (PlxPreviewDialog *self);

G_END_DECLS
