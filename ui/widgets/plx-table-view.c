/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-table-view.h"

#include "plx-cell.h"
#include "plx-fit.h"
#include "plx-gradual.h"
#include "plx-list-focus.h"
#include "plx-list-layout.h"
#include "plx-row-list.h"
#include "ui/plot/plx-wording.h"

#include <math.h>
#include <string.h>

/* So many are sorted in more time than a frame has. */
#define MANY_ROWS 2000

/* Of a text, where there is little room, and where there is much. */
#define LEAST_LETTERS 20
#define MOST_LETTERS 32

struct _PlxTableView
{
  GtkBox         parent_instance;

  /* children */
  GtkColumnView *column_view;

  /* owned */
  PlxPlotTable  *table;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxTableView, plx_table_view, GTK_TYPE_BOX)

/* Where a column stands in its table: needed by a factory, which knows only its column view. */
typedef struct
{
  PlxTableView *view;
  guint         column;
  guint         n_letters; /* what its longest text has, or as many as there is room for */
} Column;

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  const Column *column = user_data;
  gboolean is_number =
    plx_plot_table_get_column (column->view->table, column->column)->kind == PLX_CELL_NUMBER;

  /* A long name leaves room for what is said of it. */
  gtk_list_item_set_child (list_item, is_number ? plx_cell_new_number (column->n_letters)
                                                : plx_cell_new_text (LEAST_LETTERS,
                                                                     column->n_letters));
}

static const PlxPlotCell *
get_cell (const Column *column,
          gpointer      item)
{
  return plx_plot_table_get_cell (column->view->table, plx_row_get_number (PLX_ROW (item)), column->column);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  const Column *column = user_data;
  const PlxPlotCell *cell = get_cell (column, gtk_list_item_get_item (list_item));
  gboolean is_number =
    plx_plot_table_get_column (column->view->table, column->column)->kind == PLX_CELL_NUMBER;
  g_autofree char *text =
    g_strconcat (is_number ? plx_wording_get_number_mark () : "", cell->text, NULL);

  plx_cell_set_text (PLX_CELL (gtk_list_item_get_child (list_item)), text);
}

static int
compare_cells (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Column *column = user_data;
  const PlxPlotCell *first = get_cell (column, (gpointer) a);
  const PlxPlotCell *second = get_cell (column, (gpointer) b);

  if (plx_plot_table_get_column (column->view->table, column->column)->kind == PLX_CELL_TEXT)
    return gtk_ordering_from_cmpfunc (g_utf8_collate (first->text, second->text));
  if (isnan (first->value) || isnan (second->value))
    return gtk_ordering_from_cmpfunc (isnan (first->value) - isnan (second->value));
  return first->value < second->value ? GTK_ORDERING_SMALLER
         : first->value > second->value ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static void
append_column (PlxTableView *self,
               guint         index)
{
  const PlxPlotColumn *column = plx_plot_table_get_column (self->table, index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column where = { self, index, plx_plot_table_count_letters (self->table, index, MOST_LETTERS) };
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), g_memdup2 (&where, sizeof where),
                         (GClosureNotify) (GCallback) g_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind), g_memdup2 (&where, sizeof where),
                         (GClosureNotify) (GCallback) g_free, 0);
  shown = gtk_column_view_column_new (column->title, factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cells, g_memdup2 (&where, sizeof where),
                                              g_free));
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, index == 0);
  gtk_column_view_append_column (self->column_view, shown);
}

static void
clear (PlxTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  gtk_column_view_set_model (self->column_view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->column_view, column);
    }
  g_clear_pointer (&self->table, plx_plot_table_free);
}

void
plx_table_view_set_table (PlxTableView *self,
                          PlxPlotTable *table)
{
  GtkSortListModel *sorted;
  GtkSliceListModel *shown;
  GtkSelectionModel *selection;
  GtkSorter *sorter;

  g_return_if_fail (PLX_IS_TABLE_VIEW (self));

  clear (self);
  if (table == NULL)
    return;

  self->table = table;
  for (guint i = 0; i < plx_plot_table_get_n_columns (table); i++)
    append_column (self, i);

  sorter = gtk_column_view_get_sorter (self->column_view);
  sorted = gtk_sort_list_model_new (plx_row_list_new (plx_plot_table_get_n_rows (table)),
                                    g_object_ref (sorter));
  if (plx_plot_table_get_n_rows (table) > MANY_ROWS)
    gtk_sort_list_model_set_incremental (sorted, TRUE);
  shown = plx_gradual_new (GTK_WIDGET (self->column_view), G_LIST_MODEL (sorted));
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (shown)));
  gtk_column_view_set_model (self->column_view, selection);
  g_object_unref (selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, table->title, -1);
}

const PlxPlotTable *
plx_table_view_get_table (PlxTableView *self)
{
  g_return_val_if_fail (PLX_IS_TABLE_VIEW (self), NULL);

  return self->table;
}

static void
on_activate (PlxTableView *self,
             guint         position)
{
  g_autoptr (GObject) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->column_view)), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, plx_row_get_number (PLX_ROW (item)));
}

static void
plx_table_view_dispose (GObject *object)
{
  PlxTableView *self = PLX_TABLE_VIEW (object);

  if (self->column_view != NULL)
    clear (self);
  self->column_view = NULL;

  G_OBJECT_CLASS (plx_table_view_parent_class)->dispose (object);
}

static void
plx_table_view_class_init (PlxTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_table_view_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plx_table_view_init (PlxTableView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->column_view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->column_view), plx_list_layout_new ());
  gtk_column_view_set_show_column_separators (self->column_view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->column_view), "data-table");
  plx_list_watch_tab (GTK_WIDGET (self->column_view));
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->column_view));
  plx_scrolled_begin_at_start (GTK_SCROLLED_WINDOW (scrolled));
  gtk_box_append (GTK_BOX (self), scrolled);
  g_signal_connect_swapped (self->column_view, "activate", G_CALLBACK (on_activate), self);
}
