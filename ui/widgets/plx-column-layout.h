/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Gives a child at most the width of a column of text, in the middle of what there is, as a clamp does;
 * but unlike a clamp it does not want that width: what stands beside it keeps its share. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The width of AdwClamp's columns of text in the .ui files. */
#define PLX_COLUMN_WIDTH 760

#define PLX_TYPE_COLUMN_LAYOUT (plx_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlxColumnLayout, plx_column_layout, PLX, COLUMN_LAYOUT, GtkLayoutManager)

G_END_DECLS
