/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-menu-gesture.h"

static void
call (GtkGesture *gesture,
      double      x,
      double      y,
      gpointer    user_data)
{
  PlxMenuFunc func = (PlxMenuFunc) g_object_get_data (G_OBJECT (gesture), "plx-menu-func");

  func (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y, user_data);
}

static void
on_button_pressed (GtkGesture *gesture,
                   int         n_press,
                   double      x,
                   double      y,
                   gpointer    user_data)
{
  /* Who comes first leaves it to the widget to show its menu. */
  if (gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (gesture)) != GTK_PHASE_CAPTURE)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  call (gesture, x, y, user_data);
}

/* The finger that asks for a menu neither scrolls nor chooses any more. */
static void
on_long_pressed (GtkGesture *gesture,
                 double      x,
                 double      y,
                 gpointer    user_data)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  call (gesture, x, y, user_data);
}

static void
add (GtkWidget           *widget,
     GtkGesture          *gesture,
     GtkPropagationPhase  phase,
     GCallback            callback,
     PlxMenuFunc          func,
     gpointer             user_data)
{
  g_object_set_data (G_OBJECT (gesture), "plx-menu-func", (gpointer) func);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), phase);
  g_signal_connect_object (gesture, "pressed", callback, user_data, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}

void
plx_menu_gesture_add_full (GtkWidget           *widget,
                           GtkPropagationPhase  phase,
                           PlxMenuFunc          press_func,
                           PlxMenuFunc          touch_func,
                           gpointer             user_data)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *touch = gtk_gesture_long_press_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget) && G_IS_OBJECT (user_data));
  g_return_if_fail (press_func != NULL && touch_func != NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  add (widget, click, phase, G_CALLBACK (on_button_pressed), press_func, user_data);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (touch), TRUE);
  add (widget, touch, phase, G_CALLBACK (on_long_pressed), touch_func, user_data);
}

void
plx_menu_gesture_add (GtkWidget   *widget,
                      PlxMenuFunc  func,
                      gpointer     user_data)
{
  plx_menu_gesture_add_full (widget, GTK_PHASE_BUBBLE, func, func, user_data);
}
