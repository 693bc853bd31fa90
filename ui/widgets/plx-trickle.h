/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A list that comes into a list view bit by bit. GTK's list views make widgets for the 200 items
 * around what is seen, all in one go; for rows of several lines that stops the window for half a
 * second. This model shows its view as many more items in every frame as there is time for, and
 * the whole list once the view has all the widgets it wants. While the view is not looked at, it has
 * none. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_TRICKLE (plx_trickle_get_type ())
G_DECLARE_FINAL_TYPE (PlxTrickle, plx_trickle, PLX, TRICKLE, GObject)

/* plx_trickle_new:
 * @view: the list view that is to show the model; not kept alive
 *
 * Returns: (transfer full): a list model, empty at first */
PlxTrickle *plx_trickle_new (GtkWidget *view);

/* plx_trickle_set_items: @items: (nullable): taken over in place of what was there; not to be
 * changed any more */
void        plx_trickle_set_items (PlxTrickle *self, GPtrArray *items);

/* plx_trickle_get_n_all: Returns: how many items there are, shown to the view yet or not */
guint       plx_trickle_get_n_all (PlxTrickle *self);
/* plx_trickle_get_all: Returns: (nullable) (transfer none) */
GPtrArray  *plx_trickle_get_all   (PlxTrickle *self);

G_END_DECLS
