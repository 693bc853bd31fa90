/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A text that was pasted or dropped becomes an article: source and headline are asked for, and
 * filled in as far as the text itself tells. */

#include <adwaita.h>

#include "analysis/text/plx-article.h"

G_BEGIN_DECLS

/* @article: (transfer full) */
typedef void (*PlxArticleFunc) (PlxArticle *article, gpointer user_data);

#define PLX_TYPE_PASTE_DIALOG (plx_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxPasteDialog, plx_paste_dialog, PLX, PASTE_DIALOG, AdwWindow)

/* plx_paste_dialog_new: @text: what was pasted; may be empty, to be typed
 * @accept: called when the user has agreed, before the dialog closes */
GtkWidget *plx_paste_dialog_new (GtkWindow *parent, const char *text, PlxArticleFunc accept,
                                 gpointer user_data);

G_END_DECLS
