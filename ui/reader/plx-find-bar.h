/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The bar that finds words in a text view: what is typed is selected where it stands next, Enter and
 * Ctrl+G go on, Ctrl+Shift+G goes back, and the search begins anew at the other end of the text. */

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_FIND_BAR (plx_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlxFindBar, plx_find_bar, PLX, FIND_BAR, AdwBin)

/* Properties:
 * `text-view` (GtkTextView): what is searched
 * `search-mode-enabled` (boolean): whether the bar shows */

/* plx_find_bar_start: shows the bar and puts the cursor into it */
void plx_find_bar_start (PlxFindBar *self);

G_END_DECLS
