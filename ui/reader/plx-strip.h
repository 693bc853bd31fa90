/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The margin strip of the reader: the whole article from top to bottom, a line for each sentence
 * that has evidence, coloured and placed by the pole it leans to (left: negative, right: positive).
 * Clicking or dragging scrolls there. It repeats what the text says, so screen readers skip it. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a sentence lies, in parts of the whole (0 … 1), and its score. */
typedef struct
{
  double start, end;
  double score;
} PlxStripLine;

#define PLX_TYPE_STRIP (plx_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlxStrip, plx_strip, PLX, STRIP, GtkWidget)

/* plx_strip_set_lines: @lines: (transfer full) (nullable) (element-type PlxStripLine) */
void plx_strip_set_lines      (PlxStrip *self, GArray *lines);

/* plx_strip_set_adjustment: @adjustment: (nullable): the text's scroll position, shown and moved */
void plx_strip_set_adjustment (PlxStrip *self, GtkAdjustment *adjustment);

G_END_DECLS
