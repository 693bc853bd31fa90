/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-fit.h"

static gboolean
on_query_tooltip (GtkLabel   *label,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

void
plx_label_tell_all (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

static gboolean
on_query_told (GtkWidget  *widget,
               int         x,
               int         y,
               gboolean    by_keyboard,
               GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (widget), "plx-told"));
  return TRUE;
}

void
plx_widget_tell (GtkWidget  *widget,
                 const char *text)
{
  gboolean is_told = text != NULL && *text != '\0';

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_object_get_data (G_OBJECT (widget), "plx-tells") == NULL)
    {
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_told), NULL);
      g_object_set_data (G_OBJECT (widget), "plx-tells", GINT_TO_POINTER (TRUE));
    }
  g_object_set_data_full (G_OBJECT (widget), "plx-told", is_told ? g_strdup (text) : NULL, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  is_told ? text : NULL, -1);
  gtk_widget_set_has_tooltip (widget, is_told);
}

static void
on_setup_string (GtkSignalListItemFactory *factory,
                 GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);
  int least = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "least"));
  int most = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "most"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), least > 0 ? least : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), most);
  plx_label_tell_all (GTK_LABEL (label));
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind_string (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item)
{
  GtkStringObject *string = GTK_STRING_OBJECT (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      gtk_string_object_get_string (string));
}

void
plx_drop_down_shorten (GtkDropDown *drop_down,
                       int          least,
                       int          most)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  g_object_set_data (G_OBJECT (factory), "least", GINT_TO_POINTER (least));
  g_object_set_data (G_OBJECT (factory), "most", GINT_TO_POINTER (most));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_string), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_string), NULL);
  /* The list keeps the one there was, with its mark at what is chosen. */
  gtk_drop_down_set_list_factory (drop_down, gtk_drop_down_get_factory (drop_down));
  gtk_drop_down_set_factory (drop_down, factory);
}

static void
tell_chosen (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);

  if (GTK_IS_STRING_OBJECT (chosen))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (chosen), -1);
}

void
plx_drop_down_tell (GtkDropDown *drop_down)
{
  GtkWidget *button;

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  drop_down, NULL, -1);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (tell_chosen), NULL);
  tell_chosen (drop_down);
}

/* GTK counts from the left in every language: the start is the end of its scale. */

static double
get_start (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
on_start_due (gpointer user_data)
{
  GtkScrolledWindow *scrolled = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scrolled);

  g_object_set_data (G_OBJECT (scrolled), "due", NULL);
  gtk_adjustment_set_value (adjustment, get_start (adjustment));
  return G_SOURCE_REMOVE;
}

/* It changes while sizes are given out, when nothing may be moved. */
static void
on_room_changed (GtkAdjustment     *adjustment,
                 GtkScrolledWindow *scrolled)
{
  GObject *object = G_OBJECT (scrolled);

  if (gtk_widget_get_direction (GTK_WIDGET (scrolled)) != GTK_TEXT_DIR_RTL ||
      g_object_get_data (object, "away") != NULL || g_object_get_data (object, "due") != NULL)
    return;
  g_object_set_data (object, "due", GINT_TO_POINTER (TRUE));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_start_due, g_object_ref (scrolled), g_object_unref);
}

static void
on_scrolled (GtkAdjustment     *adjustment,
             GtkScrolledWindow *scrolled)
{
  gboolean away = gtk_adjustment_get_value (adjustment) < get_start (adjustment) - 1;

  g_object_set_data (G_OBJECT (scrolled), "away", GINT_TO_POINTER (away));
}

void
plx_scrolled_begin_at_start (GtkScrolledWindow *scrolled)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled));

  adjustment = gtk_scrolled_window_get_hadjustment (scrolled);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_room_changed), scrolled, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), scrolled, 0);
}

void
plx_popover_fit (GtkPopover *popover)
{
  GtkWidget *child;
  int width, height;

  g_return_if_fail (GTK_IS_POPOVER (popover));

  child = gtk_popover_get_child (popover);
  if (child == NULL)
    return;
  /* GTK 4.8 asks for the height at a width that counts the shadow in, and cuts off a line. */
  gtk_widget_set_size_request (child, -1, -1);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (child, width, height);
}
