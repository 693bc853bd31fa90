/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Undo and redo: what was done, by name, newest last. A step knows how to be done and undone; it
 * is added after it was done the first time. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* Does (@forward) or undoes a step. Returns: FALSE with @error set if it could not */
typedef gboolean (*PlxStepFunc) (gboolean forward, gpointer data, GError **error);

#define PLX_TYPE_HISTORY (plx_history_get_type ())
G_DECLARE_FINAL_TYPE (PlxHistory, plx_history, PLX, HISTORY, GObject)

/* Signal `changed`: what can be undone or redone is another step now */

PlxHistory *plx_history_new           (void);

/* plx_history_add:
 * @name: translated, as in "Undo @name"
 * @data: (transfer full): for @func; freed with @free_data
 *
 * What could be redone no longer can. */
void        plx_history_add           (PlxHistory *self, const char *name, PlxStepFunc func,
                                       gpointer data, GDestroyNotify free_data);

/* Returns: (nullable): the name of the step that undo or redo would take */
const char *plx_history_get_undo_name (PlxHistory *self);
const char *plx_history_get_redo_name (PlxHistory *self);

/* A step that fails stays where it is. */
gboolean    plx_history_undo          (PlxHistory *self, GError **error);
gboolean    plx_history_redo          (PlxHistory *self, GError **error);
void        plx_history_clear         (PlxHistory *self);

G_END_DECLS
