/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-column-layout.h"

struct _PlxColumnLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxColumnLayout, plx_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (child, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = *minimum;
    }
  else
    gtk_widget_measure (child, orientation, MIN (for_size, PLX_COLUMN_WIDTH), minimum, natural, NULL,
                        NULL);
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkAllocation place = { 0, 0, MIN (width, PLX_COLUMN_WIDTH), height };

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  place.x = (width - place.width) / 2;
  gtk_widget_size_allocate (child, &place, -1);
}

static void
plx_column_layout_class_init (PlxColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
plx_column_layout_init (PlxColumnLayout *self)
{
}
