/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A list of the numbers from 0 on, for a view whose rows are kept elsewhere. An item is made when it
 * is asked for, so that a list of any length costs nothing. */

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLX_TYPE_ROW (plx_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxRow, plx_row, PLX, ROW, GObject)

guint       plx_row_get_number (PlxRow *self);

#define PLX_TYPE_ROW_LIST (plx_row_list_get_type ())
G_DECLARE_FINAL_TYPE (PlxRowList, plx_row_list, PLX, ROW_LIST, GObject)

/* plx_row_list_new: Returns: (transfer full): of PlxRow, with the numbers below @n_rows */
GListModel *plx_row_list_new   (guint n_rows);

G_END_DECLS
