/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-progress.h"

struct _PlxProgress
{
  GMainContext   *context;
  PlxProgressFunc func;
  gpointer        user_data;
  GMutex          lock; /* guards what follows */
  guint           done;
  guint           total;
  gboolean        is_queued;
};

PlxProgress *
plx_progress_new (PlxProgressFunc func,
                  gpointer        user_data)
{
  PlxProgress *self = g_atomic_rc_box_new0 (PlxProgress);

  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  g_mutex_init (&self->lock);
  return self;
}

PlxProgress *
plx_progress_ref (PlxProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PlxProgress *self = data;

  g_mutex_clear (&self->lock);
  g_main_context_unref (self->context);
}

void
plx_progress_unref (PlxProgress *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
report_cb (gpointer user_data)
{
  PlxProgress *self = user_data;
  guint done, total;

  g_mutex_lock (&self->lock);
  done = self->done;
  total = self->total;
  self->is_queued = FALSE;
  g_mutex_unlock (&self->lock);

  self->func (done, total, self->user_data);
  return G_SOURCE_REMOVE;
}

void
plx_progress_set (PlxProgress *self,
                  guint        done,
                  guint        total)
{
  gboolean was_queued;

  if (self->func == NULL)
    return;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  was_queued = self->is_queued;
  self->is_queued = TRUE;
  g_mutex_unlock (&self->lock);

  if (!was_queued)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      /* The priority of a GTask's callback, which therefore comes after. */
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, report_cb, plx_progress_ref (self),
                             (GDestroyNotify) plx_progress_unref);
      g_source_attach (source, self->context);
    }
}

void
plx_progress_pass_on (guint    done,
                      guint    total,
                      gpointer self)
{
  plx_progress_set (self, done, total);
}
