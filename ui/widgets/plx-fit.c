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

/* GTK counts from the left in every language: the start is the end of its scale. */

static double
get_start (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static void
on_room_changed (GtkAdjustment     *adjustment,
                 GtkScrolledWindow *scrolled)
{
  if (gtk_widget_get_direction (GTK_WIDGET (scrolled)) == GTK_TEXT_DIR_RTL &&
      g_object_get_data (G_OBJECT (scrolled), "away") == NULL)
    gtk_adjustment_set_value (adjustment, get_start (adjustment));
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
