/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The layout manager of a list view or column view that is scrolled. By itself GTK 4.8 asks, whenever
 * the window is laid out, which is in every frame in which a list is scrolled, how tall all rows
 * would be if they were as narrow as can be, so that texts are laid out two or three times; the scrolled
 * window around them then only looks whether that is more than there is. With this the list says how
 * tall it was last, and leaves all else to its class. Not for a list that is to be given the height it
 * asks for. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_LIST_LAYOUT (plx_list_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlxListLayout, plx_list_layout, PLX, LIST_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plx_list_layout_new (void);

G_END_DECLS
