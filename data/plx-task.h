/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Work off the main thread: how it is begun, how it is given up, and how its answer comes back. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* plx_task_run:
 * @source: (nullable): the object the task is of
 * @data: (transfer full) (nullable): the task data
 * @free_data: (nullable)
 *
 * Runs @func on a thread of its own. g_task_propagate_*() of the @callback's result has what it
 * returns. */
void plx_task_run (gpointer source, GTaskThreadFunc func, gpointer data, GDestroyNotify free_data,
                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* plx_task_wait_for_all: waits until no function that plx_task_run() began is running any more, but no
 * longer than @max_wait microseconds. For the end of the program: a thread that still works while
 * main() is left works on what the libraries take down. */
void plx_task_wait_for_all (gint64 max_wait);

/* plx_thread_give_way: has the calling thread, and those that it starts from now on, give way to all
 * others; for good: call it on a thread of one's own */
void plx_thread_give_way (void);

/* plx_clear_cancellable: gives up what is under way, if anything is, and forgets it */
void plx_clear_cancellable (GCancellable **cancellable);

/* Returning a task from another thread, so that this thread's reference to it (and with it to the
 * task's source object) goes over to the task's own context. With g_task_return_*() and
 * g_object_unref() the thread may be the last to let go, at any time after the callback: nobody
 * could tell when a corpus that was closed is closed.
 *
 * plx_task_hand_over_boolean:
 * @task: (transfer full)
 * @error: (transfer full) (nullable): NULL returns TRUE */
void plx_task_hand_over_boolean (GTask *task, GError *error);

/* plx_task_hand_over_pointer:
 * @task: (transfer full)
 * @result: (transfer full) (nullable): ignored if there is an @error */
void plx_task_hand_over_pointer (GTask *task, gpointer result, GDestroyNotify free_result,
                                 GError *error);

G_END_DECLS
