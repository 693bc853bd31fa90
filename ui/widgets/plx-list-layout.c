/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-list-layout.h"

struct _PlxListLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxListLayout, plx_list_layout, GTK_TYPE_LAYOUT_MANAGER)

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
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    GTK_WIDGET_GET_CLASS (widget)->measure (widget, orientation, for_size, minimum, natural,
                                            minimum_baseline, natural_baseline);
  else
    *minimum = *natural = adjustment != NULL ? (int) gtk_adjustment_get_upper (adjustment) : 0;
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_WIDGET_GET_CLASS (widget)->get_request_mode (widget);
}

static void
plx_list_layout_class_init (PlxListLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

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
