/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-edit-job.h"

#include "data/plx-task.h"

typedef struct
{
  PlxEditFunc    func;
  gboolean       forward;
  gpointer       data;
  GDestroyNotify free_data;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->func (g_task_get_source_object (task), job->forward, job->data, &error);
  plx_task_hand_over_boolean (task, error);
}

/* A single thread keeps the order. */
static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, g_thread_pool_new (run_job, NULL, /* max_threads= */ 1,
                                                 /* exclusive= */ FALSE, NULL));
  return pool;
}

void
plx_edit_job_async (PlxCorpus           *corpus,
                    PlxEditFunc          func,
                    gboolean             forward,
                    gpointer             data,
                    GDestroyNotify       free_data,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (PLX_IS_CORPUS (corpus));
  g_return_if_fail (func != NULL);

  job = g_new (Job, 1);
  *job = (Job) { func, forward, data, free_data };
  task = g_task_new (corpus, NULL, callback, user_data);
  g_task_set_source_tag (task, plx_edit_job_async);
  g_task_set_task_data (task, job, job_free);
  g_thread_pool_push (get_pool (), task, NULL);
}

gboolean
plx_edit_job_finish (PlxCorpus     *corpus,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, corpus), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
