/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A list model that comes into a list view bit by bit. GTK's list views make widgets for the 200 items
 * around what is seen, all in one go; for rows of several lines that stops the window for half a
 * second. This model shows its view as many more items in every frame as there is time for, and the
 * whole list once the view has all the widgets it wants; then it follows the model beneath. Frames
 * only come while the view is seen. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* plx_gradual_new:
 * @view: the list view that is to show it; not kept alive
 * @model: (transfer full)
 *
 * Returns: (transfer full): the first items of @model, as many more in every frame
 *   as there is time for, and soon all */
GtkSliceListModel *plx_gradual_new     (GtkWidget *view, GListModel *model);

/* plx_gradual_restart: before all of the model beneath is replaced */
void               plx_gradual_restart (GtkSliceListModel *self);

/* plx_gradual_change: before @n_new items from @first on take the place of others. If they are more than
 * come in one go unnoticed, those and all behind them come bit by bit; what is before stays */
void               plx_gradual_change  (GtkSliceListModel *self, guint first, guint n_new);

/* plx_gradual_finish: all at once: for an item further down that is to be shown now */
void               plx_gradual_finish  (GtkSliceListModel *self);

G_END_DECLS
