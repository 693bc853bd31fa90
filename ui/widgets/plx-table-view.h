/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The table twin of a chart: the same figures, to be read, sorted and walked over with keys. */

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

#define PLX_TYPE_TABLE_VIEW (plx_table_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxTableView, plx_table_view, PLX, TABLE_VIEW, GtkBox)

/* Signal `activated` (guint row): the user chose a row; counted as in the table */

/* plx_table_view_set_table: @table: (nullable) (transfer full) */
void       plx_table_view_set_table (PlxTableView *self, PlxPlotTable *table);
/* Returns: (nullable) (transfer none) */
const PlxPlotTable *plx_table_view_get_table (PlxTableView *self);

G_END_DECLS
