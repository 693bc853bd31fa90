/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-history.h"

#include "data/plx-task.h"

typedef struct
{
  char           *name;
  PlxStepFunc     write; /* NULL: nothing is done on a thread */
  PlxStepFunc     func;
  gpointer        data;
  GDestroyNotify  free_data;
} Step;

struct _PlxHistory
{
  GObject    parent_instance;

  GPtrArray *steps; /* of Step */
  guint      n_done; /* the rest was undone */
  guint      n_clears;
  gboolean   is_busy;
};

/* A step that is being taken. */
typedef struct
{
  PlxHistory *history; /* owned */
  Step       *step;    /* owned */
  GTask      *task;    /* owned */
  gboolean    forward;
  guint       n_clears; /* when it was begun */
} Doing;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxHistory, plx_history, G_TYPE_OBJECT)

static void
step_clear (gpointer data)
{
  Step *step = data;

  if (step->free_data != NULL)
    step->free_data (step->data);
  g_free (step->name);
}

static void
step_unref (gpointer step)
{
  g_rc_box_release_full (step, step_clear);
}

static void
doing_free (Doing *doing)
{
  g_object_unref (doing->history);
  step_unref (doing->step);
  g_object_unref (doing->task);
  g_free (doing);
}

static void
plx_history_finalize (GObject *object)
{
  g_ptr_array_unref (PLX_HISTORY (object)->steps);

  G_OBJECT_CLASS (plx_history_parent_class)->finalize (object);
}

static void
plx_history_class_init (PlxHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_history_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_history_init (PlxHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_unref);
}

PlxHistory *
plx_history_new (void)
{
  return g_object_new (PLX_TYPE_HISTORY, NULL);
}

void
plx_history_add_in_parts (PlxHistory     *self,
                          const char     *name,
                          PlxStepFunc     write,
                          PlxStepFunc     func,
                          gpointer        data,
                          GDestroyNotify  free_data)
{
  Step *step;

  g_return_if_fail (PLX_IS_HISTORY (self));
  g_return_if_fail (name != NULL && func != NULL);

  g_ptr_array_set_size (self->steps, self->n_done);
  step = g_rc_box_new (Step);
  *step = (Step) { g_strdup (name), write, func, data, free_data };
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
plx_history_add (PlxHistory     *self,
                 const char     *name,
                 PlxStepFunc     func,
                 gpointer        data,
                 GDestroyNotify  free_data)
{
  plx_history_add_in_parts (self, name, /* write= */ NULL, func, data, free_data);
}

const char *
plx_history_get_undo_name (PlxHistory *self)
{
  g_return_val_if_fail (PLX_IS_HISTORY (self), NULL);

  return self->n_done > 0 && !self->is_busy
           ? ((Step *) self->steps->pdata[self->n_done - 1])->name : NULL;
}

const char *
plx_history_get_redo_name (PlxHistory *self)
{
  g_return_val_if_fail (PLX_IS_HISTORY (self), NULL);

  return self->n_done < self->steps->len && !self->is_busy
           ? ((Step *) self->steps->pdata[self->n_done])->name : NULL;
}

/* Other steps may have been added while it was being taken; it goes on top of what is done, or after
 * it. */
static void
move_step (PlxHistory *self,
           Step       *step,
           gboolean    forward)
{
  guint index;

  if (g_ptr_array_find (self->steps, step, &index))
    {
      g_ptr_array_steal_index (self->steps, index);
      self->n_done -= index < self->n_done ? 1 : 0;
    }
  else
    g_rc_box_acquire (step);
  g_ptr_array_insert (self->steps, (int) self->n_done, step);
  self->n_done += forward ? 1 : 0;
}

/* Takes over @doing and @error. What was closed meanwhile has no steps any more. */
static void
end_step (Doing  *doing,
          GError *error)
{
  PlxHistory *self = doing->history;
  Step *step = doing->step;

  self->is_busy = FALSE;
  if (error == NULL && doing->n_clears == self->n_clears &&
      step->func (doing->forward, step->data, &error))
    move_step (self, step, doing->forward);
  g_signal_emit (self, signals[CHANGED], 0);
  if (error != NULL)
    g_task_return_error (doing->task, error);
  else
    g_task_return_boolean (doing->task, TRUE);
  doing_free (doing);
}

static gpointer
write_in_thread (gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  Doing *doing = data;

  return doing->step->write (doing->forward, doing->step->data, error) ? PLX_TASK_DONE : NULL;
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;

  g_task_propagate_pointer (G_TASK (result), &error);
  end_step (user_data, error);
}

void
plx_history_step_async (PlxHistory          *self,
                        gboolean             forward,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  guint index;
  Doing *doing;

  g_return_if_fail (PLX_IS_HISTORY (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, plx_history_step_async);
  index = forward ? self->n_done : self->n_done - 1;
  if (self->is_busy || index >= self->steps->len)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  doing = g_new0 (Doing, 1);
  doing->history = g_object_ref (self);
  doing->step = g_rc_box_acquire (self->steps->pdata[index]);
  doing->task = g_steal_pointer (&task);
  doing->forward = forward;
  doing->n_clears = self->n_clears;
  if (doing->step->write == NULL)
    {
      end_step (doing, NULL);
      return;
    }
  self->is_busy = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
  plx_task_run (/* source= */ NULL, write_in_thread, doing, /* free_data= */ NULL,
                /* free_result= */ NULL, /* cancellable= */ NULL, on_written, doing);
}

gboolean
plx_history_step_finish (PlxHistory    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
plx_history_clear (PlxHistory *self)
{
  g_return_if_fail (PLX_IS_HISTORY (self));

  g_ptr_array_set_size (self->steps, 0);
  self->n_done = 0;
  self->n_clears++;
  g_signal_emit (self, signals[CHANGED], 0);
}
