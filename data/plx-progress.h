/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Tells a caller on its main context how far work on other threads has come. */

#include <glib.h>

G_BEGIN_DECLS

/* @done of @total; the last call before a task's callback has @done == @total if all went well */
typedef void (*PlxProgressFunc) (guint done, guint total, gpointer user_data);

typedef struct _PlxProgress PlxProgress;

/* plx_progress_new:
 * @func: (nullable): called on the thread-default main context of the thread that is here now
 *
 * Calls are coalesced: at most one waits at any time. All of them come before the callback of a
 * GTask that is returned after the last plx_progress_set(). */
PlxProgress *plx_progress_new   (PlxProgressFunc func, gpointer user_data);
PlxProgress *plx_progress_ref   (PlxProgress *self);
void         plx_progress_unref (PlxProgress *self);

/* plx_progress_set: may be called on any thread */
void         plx_progress_set   (PlxProgress *self, guint done, guint total);

/* plx_progress_pass_on: plx_progress_set() as a PlxProgressFunc; @self: (PlxProgress *) */
void         plx_progress_pass_on (guint done, guint total, gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProgress, plx_progress_unref)

G_END_DECLS
