/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-list-focus.h"

/* Returns: (nullable): what is directly in the list, or in the body of a table, and has the keyboard
 * or something in it that has */
static GtkWidget *
find_row (GtkWidget *list)
{
  GtkWidget *row = gtk_widget_get_focus_child (list);

  /* A table has its titles, too, of which Tab goes on by itself. */
  if (row != NULL && GTK_IS_COLUMN_VIEW (list))
    row = GTK_IS_LIST_VIEW (row) || row == gtk_widget_get_last_child (list)
            ? gtk_widget_get_focus_child (row) : NULL;
  return row;
}

/* What cannot have the keyboard is passed over. */
static gboolean
leave (GtkWidget        *list,
       GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (list);
  gboolean has_left;

  gtk_widget_set_can_focus (list, FALSE);
  has_left = gtk_widget_child_focus (GTK_WIDGET (root), direction);
  gtk_widget_set_can_focus (list, TRUE);
  return has_left;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean is_tab = keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab || keyval == GDK_KEY_ISO_Left_Tab;
  GtkDirectionType direction =
    (state & GDK_SHIFT_MASK) != 0 ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;
  GtkWidget *row = is_tab && (state & GDK_CONTROL_MASK) == 0 ? find_row (list) : NULL;

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  if (direction == GTK_DIR_TAB_FORWARD || gtk_widget_get_focus_child (row) != NULL)
    {
      if (gtk_widget_child_focus (row, direction) ||
          (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (row)))
        return GDK_EVENT_STOP;
    }
  return leave (list, direction) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
plx_list_watch_tab (GtkWidget *list)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_LIST_VIEW (list) || GTK_IS_COLUMN_VIEW (list));

  keys = gtk_event_controller_key_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), NULL);
  gtk_widget_add_controller (list, keys);
}

gboolean
plx_list_row_focus (GtkWidget        *row,
                    GtkDirectionType  direction,
                    gboolean        (*parent) (GtkWidget *widget, GtkDirectionType direction))
{
  GtkWidget *item = gtk_widget_get_parent (row);

  /* The item gives what has the keyboard to what is in it if that wants it. */
  if (gtk_widget_get_focus_child (row) == NULL && (item == NULL || !gtk_widget_is_focus (item)))
    return FALSE;
  return parent (row, direction);
}

void
plx_list_row_tell (GtkWidget  *row,
                   const char *name)
{
  GtkWidget *item;

  g_return_if_fail (GTK_IS_WIDGET (row));
  g_return_if_fail (name != NULL);

  item = gtk_widget_get_parent (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
