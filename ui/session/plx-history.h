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

/* plx_history_add_in_parts: a step of which @write, what takes time, is done on a thread, and then
 * @func on the main one. Where @write fails, nothing is done */
void        plx_history_add_in_parts  (PlxHistory *self, const char *name, PlxStepFunc write,
                                       PlxStepFunc func, gpointer data,
                                       GDestroyNotify free_data);

/* Returns: (nullable): the name of the step that undo or redo would take; NULL while one is being
 * taken */
const char *plx_history_get_undo_name (PlxHistory *self);
const char *plx_history_get_redo_name (PlxHistory *self);

/* plx_history_step_async: undoes a step, or does it again if @forward. One that fails stays where it
 * is */
void        plx_history_step_async    (PlxHistory *self, gboolean forward,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean    plx_history_step_finish   (PlxHistory *self, GAsyncResult *result, GError **error);
void        plx_history_clear         (PlxHistory *self);

G_END_DECLS
