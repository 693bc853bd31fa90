/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-task.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#define BACKGROUND_NICENESS 10
#define WAIT_STEP_USEC 2000

/* Functions begun by plx_task_run() that have not returned. */
static gint n_running;

/* What a thread answers, on its way to the context of the task. */
typedef struct
{
  GTask         *task;
  gboolean       is_boolean;
  gpointer       result;
  GDestroyNotify free_result;
  GError        *error;
} Answer;

static gboolean
return_cb (gpointer user_data)
{
  Answer *answer = user_data;

  if (answer->error != NULL)
    g_task_return_error (answer->task, g_steal_pointer (&answer->error));
  else if (answer->is_boolean)
    g_task_return_boolean (answer->task, TRUE);
  else
    g_task_return_pointer (answer->task, g_steal_pointer (&answer->result), answer->free_result);
  return G_SOURCE_REMOVE;
}

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  if (answer->result != NULL && answer->free_result != NULL)
    answer->free_result (answer->result);
  g_clear_error (&answer->error);
  g_object_unref (answer->task);
  g_free (answer);
}

static void
hand_over (const Answer *answer)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (answer->task));
  g_source_set_callback (source, return_cb, g_memdup2 (answer, sizeof *answer), free_answer);
  g_source_attach (source, g_task_get_context (answer->task));
}

void
plx_task_hand_over_boolean (GTask  *task,
                            GError *error)
{
  Answer answer = { .task = task, .is_boolean = TRUE, .error = error };

  hand_over (&answer);
}

typedef struct
{
  PlxTaskFunc    func;
  GTask         *task;
  GDestroyNotify free_result;
} Work;

static gpointer
run_thread (gpointer data)
{
  g_autofree Work *work = data;
  Answer answer = { .task = work->task, .free_result = work->free_result };

  answer.result = work->func (g_task_get_source_object (work->task),
                              g_task_get_task_data (work->task),
                              g_task_get_cancellable (work->task), &answer.error);
  hand_over (&answer);
  g_atomic_int_add (&n_running, -1);
  return NULL;
}

void
plx_task_run (gpointer             source,
              PlxTaskFunc          func,
              gpointer             data,
              GDestroyNotify       free_data,
              GDestroyNotify       free_result,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  Work *work = g_new (Work, 1);
  GTask *task = g_task_new (source, cancellable, callback, user_data);

  g_task_set_source_tag (task, func);
  g_task_set_task_data (task, data, free_data);
  *work = (Work) { func, task, free_result };
  g_atomic_int_inc (&n_running);
  g_thread_unref (g_thread_new ("plx-task", run_thread, work));
}

void
plx_task_wait_for_all (gint64 max_wait)
{
  gint64 end = g_get_monotonic_time () + max_wait;

  while (g_atomic_int_get (&n_running) > 0 && g_get_monotonic_time () < end)
    g_usleep (WAIT_STEP_USEC);
}

void
plx_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

void
plx_clear_cancellable (GCancellable **cancellable)
{
  g_autoptr (GCancellable) old = g_steal_pointer (cancellable);

  g_cancellable_cancel (old);
}

void
plx_thread_give_way (void)
{
#ifdef __linux__
  /* Only there a thread has a number and a niceness of its own. */
  setpriority (PRIO_PROCESS, (id_t) syscall (SYS_gettid), BACKGROUND_NICENESS);
#endif
}
