/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A list model that comes into a list view bit by bit, as PlxTrickle does, and goes on to follow the
 * model beneath, which may change. */

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

G_END_DECLS
