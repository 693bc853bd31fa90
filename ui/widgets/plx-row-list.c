/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-row-list.h"

struct _PlxRow
{
  GObject parent_instance;

  guint   number;
};

G_DEFINE_FINAL_TYPE (PlxRow, plx_row, G_TYPE_OBJECT)

static void
plx_row_class_init (PlxRowClass *klass)
{
}

static void
plx_row_init (PlxRow *self)
{
}

guint
plx_row_get_number (PlxRow *self)
{
  g_return_val_if_fail (PLX_IS_ROW (self), 0);

  return self->number;
}

struct _PlxRowList
{
  GObject parent_instance;

  guint   n_rows;
};

static GType
get_item_type (GListModel *list)
{
  return PLX_TYPE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return PLX_ROW_LIST (list)->n_rows;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  PlxRow *row;

  if (position >= PLX_ROW_LIST (list)->n_rows)
    return NULL;
  row = g_object_new (PLX_TYPE_ROW, NULL);
  row->number = position;
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxRowList, plx_row_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
plx_row_list_class_init (PlxRowListClass *klass)
{
}

static void
plx_row_list_init (PlxRowList *self)
{
}

GListModel *
plx_row_list_new (guint n_rows)
{
  PlxRowList *self = g_object_new (PLX_TYPE_ROW_LIST, NULL);

  self->n_rows = n_rows;
  return G_LIST_MODEL (self);
}
