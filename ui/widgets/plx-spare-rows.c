/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-spare-rows.h"

static const char spares_key[] = "plx-spare-rows";
static const char row_key[] = "plx-row";

/* By then the list item has let go of it. */
static void
on_teardown (GtkSignalListItemFactory *factory,
             GtkListItem              *list_item,
             GPtrArray                *spares)
{
  GtkWidget *row = g_object_steal_data (G_OBJECT (list_item), row_key);

  if (row != NULL)
    g_ptr_array_add (spares, row);
}

static GPtrArray *
get_spares (GtkSignalListItemFactory *factory)
{
  GPtrArray *spares = g_object_get_data (G_OBJECT (factory), spares_key);

  if (spares != NULL)
    return spares;
  spares = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (factory), spares_key, spares,
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (factory, "teardown", G_CALLBACK (on_teardown), spares);
  return spares;
}

static void
put (GtkListItem *list_item,
     GtkWidget   *row)
{
  gtk_list_item_set_child (list_item, row);
  g_object_set_data_full (G_OBJECT (list_item), row_key, row, g_object_unref);
}

gboolean
plx_spare_rows_give (GtkSignalListItemFactory *factory,
                     GtkListItem              *list_item)
{
  GPtrArray *spares;

  g_return_val_if_fail (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory), FALSE);
  g_return_val_if_fail (GTK_IS_LIST_ITEM (list_item), FALSE);

  spares = get_spares (factory);
  if (spares->len == 0)
    return FALSE;
  put (list_item, g_ptr_array_steal_index_fast (spares, spares->len - 1));
  return TRUE;
}

void
plx_spare_rows_add (GtkSignalListItemFactory *factory,
                    GtkListItem              *list_item,
                    GtkWidget                *row)
{
  g_return_if_fail (GTK_IS_SIGNAL_LIST_ITEM_FACTORY (factory));
  g_return_if_fail (GTK_IS_LIST_ITEM (list_item));
  g_return_if_fail (GTK_IS_WIDGET (row));

  put (list_item, g_object_ref_sink (row));
}
