/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Rows that a list has no use for at the moment. When its items are replaced GTK destroys the widgets
 * of hundreds of rows, to make as many again in the next frames; a factory that keeps them here stops
 * the window for neither. They go with the factory. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* plx_spare_rows_give: in a handler of "setup": puts a row that was kept into @list_item
 * Returns: FALSE if there is none: then make one, and give it to plx_spare_rows_add() */
gboolean plx_spare_rows_give (GtkSignalListItemFactory *factory, GtkListItem *list_item);

/* plx_spare_rows_add: puts a new @row into @list_item, and keeps it when that goes. What it shows is to
 * be taken from it in "unbind" */
void     plx_spare_rows_add  (GtkSignalListItemFactory *factory, GtkListItem *list_item,
                              GtkWidget *row);

G_END_DECLS
