/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-trickle.h"

/* Somewhat more than the items for which a list view of GTK 4.8 keeps widgets. */
#define N_WIDGETS 220
/* So long the rows of one frame may take to be made; to be measured and drawn they take as long. */
#define BUDGET_USEC 1000

struct _PlxTrickle
{
  GObject    parent_instance;

  /* owned */
  GPtrArray *items; /* NULL: none */

  /* borrowed */
  GtkWidget *view;  /* weak */

  /* state */
  guint      n_shown;
  guint      tick_id;
  gulong     map_id;
};

static void plx_trickle_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxTrickle, plx_trickle, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      plx_trickle_list_model_init))

static GType
plx_trickle_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
plx_trickle_get_n_items (GListModel *model)
{
  return PLX_TRICKLE (model)->n_shown;
}

static gpointer
plx_trickle_get_item (GListModel *model,
                      guint       position)
{
  PlxTrickle *self = PLX_TRICKLE (model);

  return position < self->n_shown ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
plx_trickle_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plx_trickle_get_item_type;
  iface->get_n_items = plx_trickle_get_n_items;
  iface->get_item = plx_trickle_get_item;
}

guint
plx_trickle_get_n_all (PlxTrickle *self)
{
  g_return_val_if_fail (PLX_IS_TRICKLE (self), 0);

  return self->items != NULL ? self->items->len : 0;
}

GPtrArray *
plx_trickle_get_all (PlxTrickle *self)
{
  g_return_val_if_fail (PLX_IS_TRICKLE (self), NULL);

  return self->items;
}

static void
grow (PlxTrickle *self)
{
  gint64 end = g_get_monotonic_time () + BUDGET_USEC;
  guint n_all = plx_trickle_get_n_all (self);

  while (self->n_shown < n_all)
    {
      guint before = self->n_shown;

      self->n_shown = before + 1 < N_WIDGETS ? before + 1 : n_all;
      g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_shown - before);
      if (g_get_monotonic_time () >= end)
        break;
    }
}

static gboolean
on_tick (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PlxTrickle *self = PLX_TRICKLE (user_data);

  grow (self);
  if (self->n_shown < plx_trickle_get_n_all (self))
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
stop (PlxTrickle *self)
{
  if (self->tick_id != 0 && self->view != NULL)
    gtk_widget_remove_tick_callback (self->view, self->tick_id);
  self->tick_id = 0;
}

/* Frames only come while the view is seen. */
static void
start (PlxTrickle *self)
{
  if (self->tick_id != 0 || self->view == NULL || !gtk_widget_get_mapped (self->view) ||
      self->n_shown >= plx_trickle_get_n_all (self))
    return;
  grow (self);
  self->tick_id = gtk_widget_add_tick_callback (self->view, on_tick, self, NULL);
}

void
plx_trickle_set_items (PlxTrickle *self,
                       GPtrArray  *items)
{
  guint before;

  g_return_if_fail (PLX_IS_TRICKLE (self));

  stop (self);
  before = self->n_shown;
  self->n_shown = 0;
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items != NULL ? g_ptr_array_ref (items) : NULL;
  start (self);
}

static void
plx_trickle_dispose (GObject *object)
{
  PlxTrickle *self = PLX_TRICKLE (object);

  stop (self);
  if (self->view != NULL)
    g_clear_signal_handler (&self->map_id, self->view);
  g_clear_weak_pointer (&self->view);
  self->n_shown = 0;
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (plx_trickle_parent_class)->dispose (object);
}

static void
plx_trickle_class_init (PlxTrickleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_trickle_dispose;
}

static void
plx_trickle_init (PlxTrickle *self)
{
}

PlxTrickle *
plx_trickle_new (GtkWidget *view)
{
  PlxTrickle *self;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);

  self = g_object_new (PLX_TYPE_TRICKLE, NULL);
  g_set_weak_pointer (&self->view, view);
  self->map_id = g_signal_connect_swapped (view, "map", G_CALLBACK (start), self);
  return self;
}
