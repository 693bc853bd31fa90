/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How much room letters take, for what is as wide as so many of them. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  int width;       /* of a letter, on average; in pixels, as the others */
  int digit_width; /* of a digit, or of a letter where that is wider */
  int height;      /* of a line */
} PlxLetters;

/* plx_letters_measure: of the font that @widget has. Pango lays out a text for each widget that asks,
 * and a list has thousands: so it is asked once for each font. */
PlxLetters plx_letters_measure (GtkWidget *widget);

G_END_DECLS
