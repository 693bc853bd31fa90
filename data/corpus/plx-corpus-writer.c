/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-writer.h"

#include "data/plx-task.h"

/* The thread's to free, at its end. */
struct _PlxCorpusWriter
{
  GThread             *thread;
  GAsyncQueue         *jobs;       /* of Job, owned by the queue while in it */
  PlxSqliteConnection *connection; /* the thread's alone */
};

typedef struct
{
  PlxCorpusJobFunc func; /* NULL: the last job of all */
  gpointer         data;
  GCancellable    *cancellable; /* owned, nullable */

  /* How the answer gets back: to a task, or to a thread that waits. */
  GTask           *task; /* owned, nullable */
  GMutex           lock;
  GCond            finished_cond;
  gboolean         finished;
  gboolean         succeeded;
  GError          *error;
} Job;

static void
run_job (PlxCorpusWriter *self,
         Job             *job)
{
  g_autoptr (GError) error = NULL;
  gboolean succeeded = !g_cancellable_set_error_if_cancelled (job->cancellable, &error);

  if (succeeded)
    {
      plx_sqlite_connection_set_cancellable (self->connection, job->cancellable);
      succeeded = job->func (self->connection, job->data, &error);
      plx_sqlite_connection_set_cancellable (self->connection, NULL);
    }

  if (job->task != NULL)
    {
      plx_task_hand_over_boolean (job->task, g_steal_pointer (&error));
      g_clear_object (&job->cancellable);
      g_free (job);
      return;
    }

  g_mutex_lock (&job->lock);
  job->succeeded = succeeded;
  job->error = g_steal_pointer (&error);
  job->finished = TRUE;
  g_cond_signal (&job->finished_cond);
  g_mutex_unlock (&job->lock);
}

static gpointer
writer_thread (gpointer user_data)
{
  PlxCorpusWriter *self = user_data;
  Job *job;

  while ((job = g_async_queue_pop (self->jobs))->func != NULL)
    run_job (self, job);

  g_free (job);
  plx_sqlite_connection_close (self->connection);
  g_async_queue_unref (self->jobs);
  g_free (self);
  return NULL;
}

PlxCorpusWriter *
plx_corpus_writer_new (PlxSqliteConnection *connection)
{
  PlxCorpusWriter *self = g_new0 (PlxCorpusWriter, 1);

  self->jobs = g_async_queue_new ();
  self->connection = connection;
  self->thread = g_thread_new ("plx-corpus", writer_thread, self);
  return self;
}

void
plx_corpus_writer_free (PlxCorpusWriter *self)
{
  GThread *thread = self->thread;

  g_assert (thread != g_thread_self ());

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (thread);
}

gboolean
plx_corpus_writer_run (PlxCorpusWriter *self,
                       PlxCorpusJobFunc func,
                       gpointer         data,
                       GCancellable    *cancellable,
                       GError         **error)
{
  Job job = { .func = func, .data = data, .cancellable = cancellable };

  g_assert (self->thread != g_thread_self ());

  g_mutex_init (&job.lock);
  g_cond_init (&job.finished_cond);
  g_async_queue_push (self->jobs, &job);

  g_mutex_lock (&job.lock);
  while (!job.finished)
    g_cond_wait (&job.finished_cond, &job.lock);
  g_mutex_unlock (&job.lock);

  g_cond_clear (&job.finished_cond);
  g_mutex_clear (&job.lock);
  if (!job.succeeded)
    g_propagate_error (error, job.error);
  return job.succeeded;
}

void
plx_corpus_writer_push (PlxCorpusWriter *self,
                        PlxCorpusJobFunc func,
                        gpointer         data,
                        GTask           *task)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  job->task = g_object_ref (task);
  g_set_object (&job->cancellable, g_task_get_cancellable (task));
  g_async_queue_push (self->jobs, job);
}
