/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-zoom.h"

#include <math.h>

#define STEP 1.4
/* In pixels of the drawing. */
#define PAN_STEP 40.0
/* A click with an unsteady hand is no drag. */
#define DRAG_THRESHOLD 6.0

/* How far a gesture has got: what it reports counts from its beginning. */
typedef struct
{
  double scale;
  double x, y;
} Progress;

static Progress *
get_progress (GtkEventController *controller)
{
  Progress *progress = g_object_get_data (G_OBJECT (controller), "progress");

  if (progress == NULL)
    {
      progress = g_new0 (Progress, 1);
      g_object_set_data_full (G_OBJECT (controller), "progress", progress, g_free);
    }
  return progress;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           PlxChartView             *view)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || !plx_chart_view_can_zoom (view))
    return GDK_EVENT_PROPAGATE;
  plx_chart_view_zoom (view, pow (STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
on_zoom_begin (GtkGesture       *gesture,
               GdkEventSequence *sequence,
               PlxChartView     *view)
{
  get_progress (GTK_EVENT_CONTROLLER (gesture))->scale = 1;
  gtk_gesture_set_state (gesture, plx_chart_view_can_zoom (view) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                 : GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_scale_changed (GtkGestureZoom *gesture,
                  double          scale,
                  PlxChartView   *view)
{
  Progress *progress = get_progress (GTK_EVENT_CONTROLLER (gesture));

  if (scale <= 0 || progress->scale <= 0)
    return;
  plx_chart_view_zoom (view, scale / progress->scale);
  progress->scale = scale;
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               PlxChartView   *view)
{
  *get_progress (GTK_EVENT_CONTROLLER (gesture)) = (Progress) { 1, 0, 0 };
  if (!plx_chart_view_is_zoomed (view))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          x,
                double          y,
                PlxChartView   *view)
{
  Progress *progress = get_progress (GTK_EVENT_CONTROLLER (gesture));

  if (progress->x == 0 && progress->y == 0 && hypot (x, y) < DRAG_THRESHOLD)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  plx_chart_view_pan (view, progress->x - x, progress->y - y);
  progress->x = x;
  progress->y = y;
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  double factor = g_str_equal (name, "chart.zoom-in") ? STEP
                  : g_str_equal (name, "chart.zoom-out") ? 1 / STEP : 0;

  plx_chart_view_zoom (PLX_CHART_VIEW (widget), factor);
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  PlxChartView *view = PLX_CHART_VIEW (widget);

  if (g_str_equal (name, "chart.pan-left"))
    plx_chart_view_pan (view, -PAN_STEP, 0);
  else if (g_str_equal (name, "chart.pan-right"))
    plx_chart_view_pan (view, PAN_STEP, 0);
  else
    plx_chart_view_pan (view, 0, g_str_equal (name, "chart.pan-up") ? -PAN_STEP : PAN_STEP);
}

void
plx_chart_zoom_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char     *action;
    guint           keys[4];
    GdkModifierType modifiers;
  } bindings[] = {
    { "chart.zoom-in", { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal } },
    { "chart.zoom-out", { GDK_KEY_minus, GDK_KEY_KP_Subtract } },
    { "chart.zoom-reset", { GDK_KEY_0, GDK_KEY_KP_0 } },
    { "chart.pan-left", { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_CONTROL_MASK },
    { "chart.pan-right", { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_CONTROL_MASK },
    { "chart.pan-up", { GDK_KEY_Up, GDK_KEY_KP_Up }, GDK_CONTROL_MASK },
    { "chart.pan-down", { GDK_KEY_Down, GDK_KEY_KP_Down }, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      gtk_widget_class_install_action (klass, bindings[i].action, NULL,
                                       bindings[i].modifiers != 0 ? pan_action : zoom_action);
      for (guint j = 0; j < G_N_ELEMENTS (bindings[i].keys) && bindings[i].keys[j] != 0; j++)
        {
          gtk_widget_class_add_binding_action (klass, bindings[i].keys[j], bindings[i].modifiers,
                                               bindings[i].action, NULL);
          /* As in every other program. */
          if (bindings[i].modifiers == 0)
            gtk_widget_class_add_binding_action (klass, bindings[i].keys[j], GDK_CONTROL_MASK,
                                                 bindings[i].action, NULL);
        }
    }
}

void
plx_chart_zoom_attach (PlxChartView *view)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_return_if_fail (PLX_IS_CHART_VIEW (view));

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), view);
  g_signal_connect (zoom, "begin", G_CALLBACK (on_zoom_begin), view);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (on_scale_changed), view);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), view);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), view);
  gtk_widget_add_controller (GTK_WIDGET (view), scroll);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (zoom));
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));
}
