/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A text in a row of a list: wrapped, in one style, with attributes. A GtkLabel of several lines
 * lays its text out three or four times to find its width and height, and again to draw it; this
 * takes the width it is given and lays out once, which is what makes a row of a list dear or cheap.
 * For the style it has the CSS name "label"; for a screen reader it is a label. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ROW_TEXT (plx_row_text_get_type ())
G_DECLARE_FINAL_TYPE (PlxRowText, plx_row_text, PLX, ROW_TEXT, GtkWidget)

/* plx_row_text_new:
 * @width_chars: the width it would like to have, in characters; it takes any other
 * @max_lines: what is beyond is replaced by an ellipsis, and all of it told in a tooltip; 0: as many
 *   as it takes
 * @line_height: from line to line, as a factor of the font's; of a style sheet only the font and
 *   the colour count */
GtkWidget  *plx_row_text_new      (guint width_chars, guint max_lines, double line_height);

/* plx_row_text_set:
 * @text: UTF-8
 * @attributes: (nullable): of @text */
void        plx_row_text_set      (PlxRowText *self, const char *text, PangoAttrList *attributes);

G_END_DECLS
