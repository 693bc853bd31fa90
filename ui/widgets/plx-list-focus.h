/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the keyboard goes through lists, and what is said of their rows: what GTK has its own ways for
 * since 4.12 (“tab-behavior”, “accessible-label”). */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* plx_list_watch_tab: makes Tab go from a row of @list, a GtkListView or GtkColumnView, through what can
 * be pressed in it and then on to what comes after the list, not to the next of its thousands of rows;
 * Shift+Tab the same way back. Rows are for the arrow keys. */
void     plx_list_watch_tab (GtkWidget *list);

/* plx_list_row_focus: a GtkWidgetClass.focus() for a row with buttons in it: the keyboard comes to the
 * row first, so that one hears what it says, and only from there to the buttons.
 * @parent: that of the row's parent class */
gboolean plx_list_row_focus (GtkWidget *row, GtkDirectionType direction,
                             gboolean (*parent) (GtkWidget *widget, GtkDirectionType direction));

/* plx_list_row_tell: gives a row that is bound its name, and the item around it, too, which is what has
 * the keyboard */
void     plx_list_row_tell  (GtkWidget *row, const char *name);

G_END_DECLS
