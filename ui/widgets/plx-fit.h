/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What does not fit is still to be had. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* plx_label_tell_all: where @label shortens its text, it tells all of it to a pointer that rests on
 * it */
void plx_label_tell_all (GtkLabel *label);

/* plx_widget_tell: gives @widget a tooltip. gtk_widget_set_tooltip_text() asks the display server where
 * the pointer is, and waits: no good for hundreds of rows. This lets the server ask.
 * @text: (nullable): NULL or empty: none */
void plx_widget_tell (GtkWidget *widget, const char *text);

/* plx_drop_down_shorten: lets @drop_down, which is of strings, shorten the one it shows where there is
 * little room: to no less than @least letters; @most: what it wants at most; -1: all of it */
void plx_drop_down_shorten (GtkDropDown *drop_down, int least, int most);

/* plx_drop_down_tell: what has the keyboard of a @drop_down of strings is a button in it, which has no
 * name by itself: it takes that of the drop-down, and is described by what is chosen */
void plx_drop_down_tell (GtkDropDown *drop_down);

/* plx_scrolled_begin_at_start: shows first what comes first, where texts run from right to left too,
 * and keeps to it until the user scrolls */
void plx_scrolled_begin_at_start (GtkScrolledWindow *scrolled);

/* plx_popover_fit: gives what @popover shows as much height as its texts need at the width they
 * want: call it before each time it is shown */
void plx_popover_fit (GtkPopover *popover);

G_END_DECLS
