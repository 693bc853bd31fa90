/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Work off the main thread: how it is begun, how it is given up, and how its answer comes back. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* PlxTaskFunc: work on a thread of its own
 * @source: (nullable): the object the task is of
 * @data: (nullable): the task data
 *
 * Returns: (transfer full): what was made, or NULL with @error set; where nothing is made but that it
 *   succeeded, PLX_TASK_DONE */
typedef gpointer (*PlxTaskFunc) (gpointer source, gpointer data, GCancellable *cancellable,
                                 GError **error);

#define PLX_TASK_DONE GINT_TO_POINTER (1)

/* plx_task_run:
 * @source: (nullable): the object the task is of
 * @data: (transfer full) (nullable): the task data
 * @free_data: (nullable)
 * @free_result: (nullable): frees what @func returns
 *
 * Runs @func on a thread of its own. g_task_propagate_pointer() of the @callback's result has what it
 * returns. The thread has let go of @source before @callback is called: else it may be the last to,
 * at any time, and nobody could tell when a corpus that was closed is closed. */
void plx_task_run (gpointer source, PlxTaskFunc func, gpointer data, GDestroyNotify free_data,
                   GDestroyNotify free_result, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer user_data);

/* plx_task_wait_for_all: waits until no function that plx_task_run() began is running any more, but no
 * longer than @max_wait microseconds. For the end of the program: a thread that still works while
 * main() is left works on what the libraries take down. */
void plx_task_wait_for_all (gint64 max_wait);

/* plx_thread_give_way: has the calling thread, and those that it starts from now on, give way to all
 * others; for good: call it on a thread of one's own */
void plx_thread_give_way (void);

/* plx_memory_give_back: what has been freed in small pieces, among others that are in use, goes back to
 * the system only when asked. Takes some twenty milliseconds, in which who wants memory waits; on any
 * thread */
void plx_memory_give_back (void);

/* plx_clear_cancellable: gives up what is under way, if anything is, and forgets it */
void plx_clear_cancellable (GCancellable **cancellable);

/* plx_task_hand_over_boolean:
 * @task: (transfer full)
 * @error: (transfer full) (nullable): NULL returns TRUE
 *
 * Returns a task from a thread that plx_task_run() has not begun, which lets go of it as those do:
 * this thread's reference to the task goes over to the task's own context */
void plx_task_hand_over_boolean (GTask *task, GError *error);

G_END_DECLS
