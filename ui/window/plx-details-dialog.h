/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is known about an article, to be put right: source, headline, author, date, address. */

#include "analysis/text/plx-article.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_DETAILS_DIALOG (plx_details_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlxDetailsDialog, plx_details_dialog, PLX, DETAILS_DIALOG, AdwWindow)

/* @details: (transfer full): a copy of the article with what was typed */
typedef void (*PlxDetailsFunc) (PlxArticle *details, gpointer user_data);

/* plx_details_dialog_new:
 * @article: (transfer none): copied
 * @accept: called when the user wants a change, with @user_data, which must live as long as @parent */
GtkWidget *plx_details_dialog_new (GtkWindow *parent, const PlxArticle *article,
                                   PlxDetailsFunc accept, gpointer user_data);

G_END_DECLS
