/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-history.h"

typedef struct
{
  char           *name;
  PlxStepFunc     func;
  gpointer        data;
  GDestroyNotify  free_data;
} Step;

struct _PlxHistory
{
  GObject    parent_instance;

  GPtrArray *steps; /* of Step */
  guint      n_done; /* the rest was undone */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxHistory, plx_history, G_TYPE_OBJECT)

static void
step_free (Step *step)
{
  if (step->free_data != NULL)
    step->free_data (step->data);
  g_free (step->name);
  g_free (step);
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
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
}

PlxHistory *
plx_history_new (void)
{
  return g_object_new (PLX_TYPE_HISTORY, NULL);
}

void
plx_history_add (PlxHistory     *self,
                 const char     *name,
                 PlxStepFunc     func,
                 gpointer        data,
                 GDestroyNotify  free_data)
{
  Step *step;

  g_return_if_fail (PLX_IS_HISTORY (self));
  g_return_if_fail (name != NULL && func != NULL);

  g_ptr_array_set_size (self->steps, self->n_done);
  step = g_new (Step, 1);
  *step = (Step) { g_strdup (name), func, data, free_data };
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
plx_history_get_undo_name (PlxHistory *self)
{
  g_return_val_if_fail (PLX_IS_HISTORY (self), NULL);

  return self->n_done > 0 ? ((Step *) self->steps->pdata[self->n_done - 1])->name : NULL;
}

const char *
plx_history_get_redo_name (PlxHistory *self)
{
  g_return_val_if_fail (PLX_IS_HISTORY (self), NULL);

  return self->n_done < self->steps->len ? ((Step *) self->steps->pdata[self->n_done])->name : NULL;
}

gboolean
plx_history_undo (PlxHistory  *self,
                  GError     **error)
{
  Step *step;

  g_return_val_if_fail (PLX_IS_HISTORY (self), FALSE);

  if (self->n_done == 0)
    return TRUE;
  step = self->steps->pdata[self->n_done - 1];
  if (!step->func (FALSE, step->data, error))
    return FALSE;
  self->n_done--;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
plx_history_redo (PlxHistory  *self,
                  GError     **error)
{
  Step *step;

  g_return_val_if_fail (PLX_IS_HISTORY (self), FALSE);

  if (self->n_done == self->steps->len)
    return TRUE;
  step = self->steps->pdata[self->n_done];
  if (!step->func (TRUE, step->data, error))
    return FALSE;
  self->n_done++;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
plx_history_clear (PlxHistory *self)
{
  g_return_if_fail (PLX_IS_HISTORY (self));

  g_ptr_array_set_size (self->steps, 0);
  self->n_done = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}
