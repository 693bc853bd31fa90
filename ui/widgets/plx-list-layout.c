/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-list-layout.h"

/* A list that was so many times as tall as what is seen of it will not fit there, even if its rows are
 * not what they were. */
#define TALL 4

struct _PlxListLayout
{
  GtkLayoutManager parent_instance;

  GListModel      *model;      /* owned; that of the list, to hear of its changes */
  gulong           handler;
  gboolean         is_changed; /* since sizes were last given out */
};

G_DEFINE_FINAL_TYPE (PlxListLayout, plx_list_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
on_items_changed (PlxListLayout *self)
{
  self->is_changed = TRUE;
}

static void
watch (PlxListLayout *self,
       GListModel    *model)
{
  if (self->model == model)
    return;
  g_clear_signal_handler (&self->handler, self->model);
  g_set_object (&self->model, model);
  self->is_changed = TRUE;
  if (model != NULL)
    self->handler = g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_items_changed),
                                              self);
}

/* Returns: what the height was, or -1 if it may be less now than what is seen */
static int
find_height (PlxListLayout *self,
             GtkWidget     *widget)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  g_autoptr (GListModel) model = NULL;
  double upper = adjustment != NULL ? gtk_adjustment_get_upper (adjustment) : 0;

  g_object_get (widget, "model", &model, NULL);
  watch (self, model);
  if (self->is_changed || upper <= 0 || upper < TALL * gtk_adjustment_get_page_size (adjustment))
    return -1;
  return (int) upper;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int height = find_height (PLX_LIST_LAYOUT (manager), widget);

      if (height >= 0)
        {
          *minimum = *natural = height;
          return;
        }
      /* At the width they are most likely to get. */
      if (gtk_widget_get_width (widget) > 0)
        for_size = gtk_widget_get_width (widget);
    }
  GTK_WIDGET_GET_CLASS (widget)->measure (widget, orientation, for_size, minimum, natural,
                                          minimum_baseline, natural_baseline);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
  PLX_LIST_LAYOUT (manager)->is_changed = FALSE;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_WIDGET_GET_CLASS (widget)->get_request_mode (widget);
}

static void
plx_list_layout_dispose (GObject *object)
{
  watch (PLX_LIST_LAYOUT (object), NULL);

  G_OBJECT_CLASS (plx_list_layout_parent_class)->dispose (object);
}

static void
plx_list_layout_class_init (PlxListLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_list_layout_dispose;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
  manager_class->get_request_mode = get_request_mode;
}

static void
plx_list_layout_init (PlxListLayout *self)
{
}

GtkLayoutManager *
plx_list_layout_new (void)
{
  return g_object_new (PLX_TYPE_LIST_LAYOUT, NULL);
}
