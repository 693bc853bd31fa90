/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-strip.h"

#include "ui/widgets/plx-theme.h"

#include <math.h>

struct _PlxStrip
{
  GtkWidget      parent_instance;

  GArray        *lines;
  GtkAdjustment *adjustment;
};

G_DEFINE_FINAL_TYPE (PlxStrip, plx_strip, GTK_TYPE_WIDGET)

#define WIDTH 28
#define MARGIN 4

static void
plx_strip_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
draw_view (PlxStrip    *self,
           GtkSnapshot *snapshot,
           double       width,
           double       height,
           GdkRGBA     *color)
{
  double lower, upper, value, page;

  if (self->adjustment == NULL)
    return;
  lower = gtk_adjustment_get_lower (self->adjustment);
  upper = gtk_adjustment_get_upper (self->adjustment);
  value = gtk_adjustment_get_value (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  if (upper - lower <= page)
    return;
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT (0, (value - lower) / (upper - lower) * height,
                                                  width, page / (upper - lower) * height));
}

static void
plx_strip_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  PlxStrip *self = PLX_STRIP (widget);
  const PlxPlotStyle *palette = plx_theme_get_palette ();
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA view = plx_color_to_rgba (&palette->foreground, 0.10);
  GdkRGBA axis = plx_color_to_rgba (&palette->foreground, 0.25);
  GdkRGBA positive = plx_color_to_rgba (&palette->positive, 1);
  GdkRGBA negative = plx_color_to_rgba (&palette->negative, 1);
  double middle = floor (width / 2), reach = width / 2 - MARGIN;
  double mirror = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  draw_view (self, snapshot, width, height, &view);
  gtk_snapshot_append_color (snapshot, &axis, &GRAPHENE_RECT_INIT (middle, 0, 1, height));
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      const PlxStripLine *line = &g_array_index (self->lines, PlxStripLine, i);
      double length = MAX (fabs (line->score) * reach, 2);
      double y = line->start * height;
      gboolean to_right = line->score * mirror > 0;

      gtk_snapshot_append_color (snapshot, line->score > 0 ? &positive : &negative,
                                 &GRAPHENE_RECT_INIT (to_right ? middle + 1 : middle - length, y,
                                                      length,
                                                      MAX ((line->end - line->start) * height - 1, 1.5)));
    }
}

static void
go_to (PlxStrip *self,
       double    y)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double upper, page;

  if (self->adjustment == NULL || height <= 0)
    return;
  upper = gtk_adjustment_get_upper (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  gtk_adjustment_set_value (self->adjustment, y / height * upper - page / 2);
}

static void
on_drag_begin (PlxStrip *self,
               double    x,
               double    y)
{
  go_to (self, y);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                PlxStrip       *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, y + dy);
}

static void
plx_strip_dispose (GObject *object)
{
  PlxStrip *self = PLX_STRIP (object);

  plx_strip_set_adjustment (self, NULL);
  g_clear_pointer (&self->lines, g_array_unref);

  G_OBJECT_CLASS (plx_strip_parent_class)->dispose (object);
}

static void
plx_strip_class_init (PlxStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_strip_dispose;
  widget_class->measure = plx_strip_measure;
  widget_class->snapshot = plx_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_strip_init (PlxStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

void
plx_strip_set_lines (PlxStrip *self,
                     GArray   *lines)
{
  g_return_if_fail (PLX_IS_STRIP (self));

  g_clear_pointer (&self->lines, g_array_unref);
  self->lines = lines;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_strip_set_adjustment (PlxStrip      *self,
                          GtkAdjustment *adjustment)
{
  g_return_if_fail (PLX_IS_STRIP (self));

  if (self->adjustment == adjustment)
    return;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}
