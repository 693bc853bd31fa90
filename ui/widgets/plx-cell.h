/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A text or number in a cell of a table: one line. A GtkLabel asks for another size with every text,
 * whereupon the whole window is laid out anew, in every frame in which a table is scrolled; and it lays
 * out the texts of hundreds of cells that are not seen. A cell says once how much room it wants, and
 * lays out what is drawn. For the style it has the CSS name "label"; for a screen reader it is a label. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CELL (plx_cell_get_type ())
G_DECLARE_FINAL_TYPE (PlxCell, plx_cell, PLX, CELL, GtkWidget)

/* plx_cell_new_text: shortens what does not fit, and tells all of it in a tooltip
 * @least: so many letters it has room for in any case
 * @most: so many it would like to have room for */
GtkWidget  *plx_cell_new_text   (guint least, guint most);

/* plx_cell_new_number: at the end of the cell, with digits of one width, and never shortened, for half
 * a number is a wrong number
 * @least: letters; a longer number takes more */
GtkWidget  *plx_cell_new_number (guint least);

/* plx_cell_set_text: @text: UTF-8 */
void        plx_cell_set_text   (PlxCell *self, const char *text);

G_END_DECLS
