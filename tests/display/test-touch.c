/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finger that rests on something asks for its menu, as the secondary button does. */

#include "tests/support/window.h"
#include "ui/evidence/plx-sentence-row.h"
#include "ui/widgets/plx-chart-view.h"
#include "ui/widgets/plx-source-row.h"

/* Returns: (transfer none): the gesture of a finger; it must be one of nothing else */
static GtkGesture *
find_touch (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n = g_list_model_get_n_items (controllers);
  GtkGesture *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_LONG_PRESS (controller))
        found = GTK_GESTURE (controller);
    }
  g_assert_nonnull (found);
  g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (found)));
  return found;
}

static GtkWidget *
find_menu (GtkWidget *root)
{
  GtkWidget *menu = find_mapped (root, GTK_TYPE_POPOVER_MENU);

  return menu != NULL && gtk_widget_get_visible (menu) ? menu : NULL;
}

/* Rests a finger on @widget: the menu of @root comes up, and goes again. */
static void
touch (GtkWidget *root,
       GtkWidget *widget)
{
  g_signal_emit_by_name (find_touch (widget), "pressed", 20.0, 10.0);
  wait_until (find_menu (root) != NULL);
  gtk_popover_popdown (GTK_POPOVER (find_menu (root)));
  wait_until (find_menu (root) == NULL);
}

static void
test_rows_and_chart (void)
{
  PlxWindow *window = open_sample ();
  GtkWidget *root = GTK_WIDGET (window);

  wait_until (find_mapped (root, PLX_TYPE_SENTENCE_ROW) != NULL);
  touch (root, find_mapped (root, PLX_TYPE_SENTENCE_ROW));
  touch (root, find_mapped (root, PLX_TYPE_CHART_VIEW));
  /* The first row is of all sources, and has no menu. */
  touch (root, gtk_widget_get_first_child (gtk_widget_get_next_sibling (gtk_widget_get_parent (
                 find_mapped (root, PLX_TYPE_SOURCE_ROW)))));
  close_window (window);
}

static void
test_reader (void)
{
  PlxWindow *window = open_sample ();
  GtkWidget *root = GTK_WIDGET (window);

  wait_until (find_mapped (root, PLX_TYPE_SENTENCE_ROW) != NULL);
  gtk_widget_activate_action (gtk_widget_get_parent (find_mapped (root, PLX_TYPE_SENTENCE_ROW)),
                              "list.activate-item", "u", 0);
  wait_until (find_mapped (root, GTK_TYPE_TEXT_VIEW) != NULL);
  run_for (100);
  touch (root, find_mapped (root, GTK_TYPE_TEXT_VIEW));
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;
  g_test_add_func ("/touch/rows-and-chart", test_rows_and_chart);
  g_test_add_func ("/touch/reader", test_reader);
  return g_test_run ();
}
