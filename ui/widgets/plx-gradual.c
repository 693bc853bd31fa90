/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-gradual.h"

/* About as many rows as are seen at once; making them again of others' widgets is cheap. */
#define FIRST 8
/* So long the rows of one frame may take to be made; to be measured and drawn they take as long. */
#define BUDGET_USEC 1000
/* So many widgets GTK 4.8 makes of any list; what comes after them costs nothing. */
#define ENOUGH 240

/* Attached to the model, which has one reference to it, and the tick that is due another. */
typedef struct
{
  GWeakRef model;
  GWeakRef view;
  gboolean ticks;
} Gradual;

static void
gradual_clear (gpointer data)
{
  Gradual *self = data;

  g_weak_ref_clear (&self->model);
  g_weak_ref_clear (&self->view);
}

static void
gradual_unref (gpointer data)
{
  g_rc_box_release_full (data, gradual_clear);
}

static gboolean
on_tick (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Gradual *self = user_data;
  g_autoptr (GtkSliceListModel) model = g_weak_ref_get (&self->model);
  gint64 end = g_get_monotonic_time () + BUDGET_USEC;
  guint size;

  self->ticks = FALSE;
  if (model == NULL)
    return G_SOURCE_REMOVE;
  size = gtk_slice_list_model_get_size (model);
  if (size == G_MAXUINT)
    return G_SOURCE_REMOVE;
  do
    {
      self->ticks = ++size < ENOUGH;
      gtk_slice_list_model_set_size (model, self->ticks ? size : G_MAXUINT);
    }
  while (self->ticks && g_get_monotonic_time () < end);
  return self->ticks ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
restart_with (GtkSliceListModel *model,
              guint              size)
{
  Gradual *self;
  g_autoptr (GtkWidget) view = NULL;

  self = g_object_get_data (G_OBJECT (model), "plx-gradual");
  view = g_weak_ref_get (&self->view);
  if (view == NULL)
    return;
  gtk_slice_list_model_set_size (model, size);
  if (!self->ticks)
    gtk_widget_add_tick_callback (view, on_tick, g_rc_box_acquire (self), gradual_unref);
  self->ticks = TRUE;
}

void
plx_gradual_restart (GtkSliceListModel *model)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (model));

  restart_with (model, FIRST);
}

void
plx_gradual_change (GtkSliceListModel *model,
                    guint              first,
                    guint              n_new)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (model));

  if (n_new > FIRST && first + FIRST < gtk_slice_list_model_get_size (model) && first < ENOUGH)
    restart_with (model, first + FIRST);
}

void
plx_gradual_finish (GtkSliceListModel *model)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (model));

  gtk_slice_list_model_set_size (model, G_MAXUINT);
}

GtkSliceListModel *
plx_gradual_new (GtkWidget  *view,
                 GListModel *model)
{
  GtkSliceListModel *slice;
  Gradual *self;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  slice = gtk_slice_list_model_new (model, 0, 0);
  self = g_rc_box_new0 (Gradual);
  g_weak_ref_init (&self->model, slice);
  g_weak_ref_init (&self->view, view);
  g_object_set_data_full (G_OBJECT (slice), "plx-gradual", self, gradual_unref);
  plx_gradual_restart (slice);
  return slice;
}
