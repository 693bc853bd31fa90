/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The panes of a page: what F6 goes round. A widget of the style class "pane" is one; a pane within a
 * pane comes after it. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* plx_panes_step: gives the keyboard to the pane after that which has it, or to the one before it,
 * of those below @root that are to be seen
 * Returns: FALSE if there is no other */
gboolean plx_panes_step             (GtkWidget *root, gboolean forward);

/* plx_panes_set_shadows_last: whenever the window is laid out, which is in every frame in which a list
 * is scrolled, libadwaita 1.2 sets the style classes of the shadows in an AdwLeaflet or AdwFlap anew,
 * and GTK then looks at the style of all that comes after them: of the whole page. After this nothing
 * does. Call it once the children are there. */
void     plx_panes_set_shadows_last (GtkWidget *leaflet_or_flap);

/* plx_pane_set_first: @first, which lives as long as @pane, gets the keyboard with it, instead of what
 * comes first in it */
void     plx_pane_set_first         (GtkWidget *pane, GtkWidget *first);

G_END_DECLS
