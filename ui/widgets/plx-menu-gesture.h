/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What asks for the menu of something with a pointer: the secondary button, or a finger that rests on
 * it. (The Menu key and Shift+F10 are of the widgets themselves: they know what has the keyboard.) */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* PlxMenuFunc: @x, @y: in @widget, where it was asked for */
typedef void (*PlxMenuFunc) (GtkWidget *widget, double x, double y, gpointer user_data);

/* plx_menu_gesture_add: calls @func whenever somebody asks for the menu of @widget, as long as both
 * exist
 * @user_data: a GObject; may be @widget */
void plx_menu_gesture_add      (GtkWidget *widget, PlxMenuFunc func, gpointer user_data);

/* plx_menu_gesture_add_full: the same, but at @phase, and with a function each for the button and the
 * finger: for a widget with a menu of its own, which GTK shows for the one but not for the other */
void plx_menu_gesture_add_full (GtkWidget *widget, GtkPropagationPhase phase, PlxMenuFunc press_func,
                                PlxMenuFunc touch_func, gpointer user_data);

G_END_DECLS
