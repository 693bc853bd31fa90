/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The bar that rules all charts of the sources and the evidence beside them: words to search for,
 * axis, voice, target, dates, wire copy; what is shown in a sentence; and a button that takes all
 * filters away. It shows and sets the session's filter and axis. Folded, all but the search is in a popover. */

#include "ui/session/plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_FILTER_BAR (plx_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlxFilterBar, plx_filter_bar, PLX, FILTER_BAR, GtkBox)

/* Property `folded`, writable: for a narrow window
 * Action `filter.clear` */

/* plx_filter_bar_set_session: @session: (nullable) */
void        plx_filter_bar_set_session  (PlxFilterBar *self, PlxSession *session);

/* plx_filter_bar_start_search: puts the cursor into the search */
void        plx_filter_bar_start_search (PlxFilterBar *self);

/* plx_filter_bar_start: goes to the first of the other filters; folded, opens the popover */
void        plx_filter_bar_start        (PlxFilterBar *self);

/* plx_filter_bar_get_summary: Returns: (transfer none): the sentence that says what is shown; "" if
 *   that is everything */
const char *plx_filter_bar_get_summary  (PlxFilterBar *self);

G_END_DECLS
