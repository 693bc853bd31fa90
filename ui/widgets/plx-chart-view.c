/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-view.h"

#include "plx-chart-drag.h"
#include "plx-chart-tiles.h"
#include "plx-chart-zoom.h"
#include "plx-theme.h"

#include <math.h>

/* A mark as the caller knows it, wherever it lies. */
typedef struct
{
  guint row; /* PLX_NONE: no mark */
  guint axis;
  guint item;
} Place;

struct _PlxChartView
{
  GtkWidget  parent_instance;

  /* owned */
  PlxChart  *chart;
  PlxTheme   theme;
  GArray    *marks; /* at the width they were listed for; NULL: to be listed anew */
  PlxChartTiles *tiles; /* the drawing, kept; NULL: to be drawn anew */
  char      *description;

  /* borrowed */
  GtkAdjustment *scrolling; /* nullable: says what of the chart is in sight */

  /* state */
  Place      selected;
  Place      focused;
  Place      hovered;
  double     enlarged; /* 1: as large as the texts beside it */
  int        marks_width;
  double     pointer_x;
  double     pointer_y;
};

enum
{
  PROP_0,
  PROP_DESCRIPTION,
  N_PROPS
};

enum
{
  SELECTED,
  ACTIVATED,
  ZOOMED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const Place no_place = { PLX_NONE, 0, PLX_NONE };

/* Narrower than this, names and scale cannot both be read. */
#define MINIMUM_WIDTH 280
#define NATURAL_WIDTH 460

/* Where there is much room, all of a chart is drawn larger than the texts beside it: up to so much,
 * by such steps, and so that it is still so many letters wide. */
#define MOST_ENLARGED 1.6
#define ENLARGING_STEP 0.1
#define ENLARGED_WIDTH_EM 75

G_DEFINE_FINAL_TYPE (PlxChartView, plx_chart_view, GTK_TYPE_WIDGET)

static gboolean
place_equal (Place a,
             Place b)
{
  return a.row == b.row && (a.row == PLX_NONE || (a.axis == b.axis && a.item == b.item));
}

static Place
place_of (const PlxPlotMark *mark)
{
  return mark != NULL ? (Place) { mark->row, mark->axis, mark->item } : no_place;
}

static PlxPlotStyle
get_style (PlxChartView *self,
           double        enlarged)
{
  PlxPlotStyle style = self->theme.style;

  style.text_size *= enlarged;
  return style;
}

/* What is known of the chart's look holds no longer. */
static void
forget_drawing (PlxChartView *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->tiles, plx_chart_tiles_free);
}

static void
update_theme (PlxChartView *self)
{
  plx_theme_clear (&self->theme);
  plx_theme_init (&self->theme, GTK_WIDGET (self));
  forget_drawing (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GArray *
plx_chart_view_get_marks (PlxChartView *self)
{
  PlxPlotStyle style;
  int width;

  g_return_val_if_fail (PLX_IS_CHART_VIEW (self), NULL);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  if (self->marks != NULL && self->marks_width == width)
    return self->marks;

  forget_drawing (self);
  style = get_style (self, self->enlarged);
  if (self->chart != NULL && width > 0)
    self->marks = plx_chart_list_marks (self->chart, &style, width);
  else
    self->marks = g_array_new (FALSE, FALSE, sizeof (PlxPlotMark));
  self->marks_width = width;
  return self->marks;
}

static int
find_place (PlxChartView *self,
            Place         place)
{
  GArray *marks = plx_chart_view_get_marks (self);

  for (guint i = 0; place.row != PLX_NONE && i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);

      if (place_equal (place_of (mark), place))
        return i;
    }
  return -1;
}

static const PlxPlotMark *
get_mark (PlxChartView *self,
          Place         place)
{
  int index = find_place (self, place);

  return index < 0 ? NULL : &g_array_index (self->marks, PlxPlotMark, index);
}

static void
update_accessible (PlxChartView *self)
{
  g_autofree char *whole = NULL;
  const char *text = self->description;

  if (*text == '\0' && self->chart != NULL)
    text = whole = plx_chart_describe (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/* What is said is what the pointer shows, else what the keys are on. */
static void
update_description (PlxChartView *self)
{
  const PlxPlotMark *mark = get_mark (self, self->hovered);
  g_autofree char *text = NULL;

  if (mark == NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    mark = get_mark (self, self->focused);
  text = mark != NULL ? plx_chart_describe_mark (self->chart, mark) : g_strdup ("");
  if (g_strcmp0 (text, self->description) == 0)
    return;
  g_free (self->description);
  self->description = g_steal_pointer (&text);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
scroll_to (PlxChartView      *self,
           const PlxPlotMark *mark)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double x, y;

  if (scrolled == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self), scrolled, mark->x, mark->y, &x, &y))
    {
      y += gtk_adjustment_get_value (adjustment);
      gtk_adjustment_clamp_page (adjustment, y, y + mark->height);
    }
}

static void
focus_place (PlxChartView *self,
             Place         place)
{
  if (!place_equal (self->focused, place))
    {
      self->focused = place;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  update_description (self);
}

static void
select_place (PlxChartView *self,
              Place         place)
{
  if (place_equal (self->selected, place))
    return;
  self->selected = place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
choose (PlxChartView *self,
        Place         place)
{
  select_place (self, place);
  g_signal_emit (self, signals[SELECTED], 0, place.row, place.axis, place.item);
}

static void
step (PlxChartView *self,
      PlxPlotStep   direction)
{
  GArray *marks = plx_chart_view_get_marks (self);
  int from = find_place (self, self->focused);
  int index = plx_plot_marks_step (marks, from, direction);
  const PlxPlotMark *mark;

  if (index < 0)
    return;
  mark = &g_array_index (marks, PlxPlotMark, index);
  self->hovered = no_place;
  focus_place (self, place_of (mark));
  scroll_to (self, mark);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    PlxPlotStep step;
  } steps[] = {
    { "chart.left", PLX_PLOT_STEP_LEFT },   { "chart.right", PLX_PLOT_STEP_RIGHT },
    { "chart.up", PLX_PLOT_STEP_UP },       { "chart.down", PLX_PLOT_STEP_DOWN },
    { "chart.first", PLX_PLOT_STEP_FIRST }, { "chart.last", PLX_PLOT_STEP_LAST },
  };

  /* Assistive technology may ask for this without having moved the focus here. */
  gtk_widget_grab_focus (widget);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_str_equal (steps[i].name, name))
        step (PLX_CHART_VIEW (widget), steps[i].step);
    }
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  PlxChartView *self = PLX_CHART_VIEW (widget);
  Place place = self->focused;

  if (find_place (self, place) < 0)
    return;
  choose (self, place);
  if (g_str_equal (name, "chart.activate"))
    g_signal_emit (self, signals[ACTIVATED], 0, place.row, place.axis, place.item);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  choose (PLX_CHART_VIEW (widget), no_place);
}

static Place
place_at (PlxChartView *self,
          double        x,
          double        y)
{
  GArray *marks = plx_chart_view_get_marks (self);
  int index = plx_plot_marks_find (marks, x, y);

  return place_of (index < 0 ? NULL : &g_array_index (marks, PlxPlotMark, index));
}

static void
hover (PlxChartView *self,
       Place         place)
{
  if (place_equal (self->hovered, place))
    return;
  self->hovered = place;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), place.row != PLX_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_description (self);
}

static void
on_motion (PlxChartView *self,
           double        x,
           double        y)
{
  /* GTK reports a pointer at rest as well, when what is under it was laid out anew: then the keys
   * go on having the last word. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  hover (self, place_at (self, x, y));
}

static void
on_leave (PlxChartView *self)
{
  self->pointer_x = self->pointer_y = -1;
  self->enlarged = 1;
  hover (self, no_place);
}

static void
on_pressed (PlxChartView *self,
            int           n_press,
            double        x,
            double        y)
{
  Place place = place_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (place.row != PLX_NONE)
    {
      focus_place (self, place);
      choose (self, place);
      if (n_press == 2)
        g_signal_emit (self, signals[ACTIVATED], 0, place.row, place.axis, place.item);
    }
}

static void
on_focus_changed (PlxChartView *self)
{
  if (gtk_widget_has_focus (GTK_WIDGET (self)) && find_place (self, self->focused) < 0)
    {
      if (find_place (self, self->selected) >= 0)
        self->focused = self->selected;
      else
        step (self, PLX_PLOT_STEP_FIRST);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_description (self);
}

static gboolean
plx_chart_view_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  PlxChartView *self = PLX_CHART_VIEW (widget);
  const PlxPlotMark *mark = get_mark (self, keyboard ? self->focused : place_at (self, x, y));
  g_autofree char *text = NULL;

  if (mark == NULL)
    return FALSE;
  text = plx_chart_describe_mark (self->chart, mark);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { mark->x, mark->y, ceil (mark->width),
                                                       ceil (mark->height) });
  return TRUE;
}

static GtkSizeRequestMode
plx_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  PlxChartView *self = PLX_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  *minimum = *natural = 0;
  /* Another width would have to be laid out for nothing. */
  if (for_size <= 0)
    for_size = gtk_widget_get_width (widget) > 0 ? gtk_widget_get_width (widget) : NATURAL_WIDTH;
  if (self->chart != NULL)
    *minimum = *natural = ceil (plx_chart_measure (self->chart, &self->theme.style, for_size));
}

typedef void (*DrawFunc) (PlxChart *chart, cairo_t *cr, const PlxPlotStyle *style,
                          const PlxPlotEmphasis *emphasis);

/* Only the marks that stand out are drawn when the pointer moves, each in a small node of its own. */
static void
append_emphasis (PlxChartView          *self,
                 GtkSnapshot           *snapshot,
                 const PlxPlotEmphasis *emphasis,
                 DrawFunc               draw)
{
  const PlxPlotMark *marks[] = { emphasis->selected, emphasis->hovered, emphasis->focused };
  PlxPlotStyle style = get_style (self, self->enlarged);
  graphene_rect_t bounds;
  gboolean any = FALSE;
  cairo_t *cr;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      graphene_rect_t mark;

      if (marks[i] == NULL)
        continue;
      mark = GRAPHENE_RECT_INIT (marks[i]->x - 4, marks[i]->y - 4, marks[i]->width + 8,
                                 marks[i]->height + 8);
      if (any)
        graphene_rect_union (&bounds, &mark, &bounds);
      else
        bounds = mark;
      any = TRUE;
    }
  if (!any)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw (self->chart, cr, &style, emphasis);
  cairo_destroy (cr);
}

/* Another part of the chart has come in sight. */
static void
on_scrolled (PlxChartView *self)
{
  if (self->tiles != NULL && !plx_chart_tiles_is_complete (self->tiles))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
watch_scrolling (PlxChartView  *self,
                 GtkAdjustment *adjustment)
{
  if (self->scrolling == adjustment)
    return;
  if (self->scrolling != NULL)
    g_signal_handlers_disconnect_by_data (self->scrolling, self);
  g_set_weak_pointer (&self->scrolling, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

static void
append_chart (PlxChartView *self,
              GtkSnapshot  *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  PlxPlotStyle style = get_style (self, self->enlarged);
  double top = 0, bottom = gtk_widget_get_height (widget);
  double x, y;

  if (self->tiles == NULL)
    self->tiles = plx_chart_tiles_new (self->chart, gtk_widget_get_width (widget), bottom);
  watch_scrolling (self, scrolled != NULL ? gtk_scrolled_window_get_vadjustment (
                                              GTK_SCROLLED_WINDOW (scrolled)) : NULL);
  if (scrolled != NULL && gtk_widget_translate_coordinates (widget, scrolled, 0, 0, &x, &y))
    {
      top = -y;
      bottom = gtk_widget_get_height (scrolled) - y;
    }
  plx_chart_tiles_append (self->tiles, snapshot, &style, top, bottom);
}

static void
plx_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PlxChartView *self = PLX_CHART_VIEW (widget);
  PlxPlotEmphasis emphasis = { .selected = get_mark (self, self->selected),
                               .hovered = get_mark (self, self->hovered) };

  if (self->chart == NULL)
    return;
  if (gtk_widget_has_visible_focus (widget))
    emphasis.focused = get_mark (self, self->focused);

  append_emphasis (self, snapshot, &emphasis, plx_chart_draw_grounds);
  append_chart (self, snapshot);
  append_emphasis (self, snapshot, &emphasis, plx_chart_draw_rings);
}

/* Returns: the largest at which the chart fits into its place. The chart is left measured at it, as
 * what zooms and pans needs it. */
static double
find_enlarged (PlxChartView *self,
               int           width,
               int           height)
{
  double most = MIN (MOST_ENLARGED, width / (self->theme.style.text_size * ENLARGED_WIDTH_EM));

  for (double enlarged = most; enlarged >= 1 + ENLARGING_STEP; enlarged -= ENLARGING_STEP)
    {
      PlxPlotStyle style = get_style (self, enlarged);

      if (plx_chart_measure (self->chart, &style, width) <= height)
        return enlarged;
    }
  return 1;
}

static void
plx_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PlxChartView *self = PLX_CHART_VIEW (widget);
  double enlarged = 1;

  /* One that is higher than its place now would have to be laid out in vain. */
  if (self->chart != NULL &&
      plx_chart_measure (self->chart, &self->theme.style, width) * (1 + ENLARGING_STEP) < height)
    enlarged = find_enlarged (self, width, height);
  if (enlarged != self->enlarged)
    forget_drawing (self);
  self->enlarged = enlarged;
  g_clear_pointer (&self->tiles, plx_chart_tiles_free);
}

static void
plx_chart_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_chart_view_parent_class)->css_changed (widget, change);

  update_theme (PLX_CHART_VIEW (widget));
}

static void
plx_chart_view_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  update_theme (PLX_CHART_VIEW (widget));
}

static void
plx_chart_view_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  PlxChartView *self = PLX_CHART_VIEW (object);

  switch (id)
    {
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_chart_view_finalize (GObject *object)
{
  PlxChartView *self = PLX_CHART_VIEW (object);

  forget_drawing (self);
  g_clear_weak_pointer (&self->scrolling);
  plx_theme_clear (&self->theme);
  g_clear_pointer (&self->chart, plx_chart_free);
  g_clear_pointer (&self->description, g_free);

  G_OBJECT_CLASS (plx_chart_view_parent_class)->finalize (object);
}

static void
add_binding (GtkWidgetClass *klass,
             guint           key,
             guint           keypad,
             const char     *action)
{
  gtk_widget_class_add_binding_action (klass, key, 0, action, NULL);
  if (keypad != 0)
    gtk_widget_class_add_binding_action (klass, keypad, 0, action, NULL);
}

static void
install_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "chart.left", NULL, step_action);
  gtk_widget_class_install_action (klass, "chart.right", NULL, step_action);
  gtk_widget_class_install_action (klass, "chart.up", NULL, step_action);
  gtk_widget_class_install_action (klass, "chart.down", NULL, step_action);
  gtk_widget_class_install_action (klass, "chart.first", NULL, step_action);
  gtk_widget_class_install_action (klass, "chart.last", NULL, step_action);
  gtk_widget_class_install_action (klass, "chart.select", NULL, activate_action);
  gtk_widget_class_install_action (klass, "chart.activate", NULL, activate_action);
  gtk_widget_class_install_action (klass, "chart.clear", NULL, clear_action);

  add_binding (klass, GDK_KEY_Left, GDK_KEY_KP_Left, "chart.left");
  add_binding (klass, GDK_KEY_Right, GDK_KEY_KP_Right, "chart.right");
  add_binding (klass, GDK_KEY_Up, GDK_KEY_KP_Up, "chart.up");
  add_binding (klass, GDK_KEY_Down, GDK_KEY_KP_Down, "chart.down");
  add_binding (klass, GDK_KEY_Home, GDK_KEY_KP_Home, "chart.first");
  add_binding (klass, GDK_KEY_End, GDK_KEY_KP_End, "chart.last");
  add_binding (klass, GDK_KEY_Return, GDK_KEY_KP_Enter, "chart.activate");
  add_binding (klass, GDK_KEY_space, GDK_KEY_KP_Space, "chart.select");
  add_binding (klass, GDK_KEY_Escape, 0, "chart.clear");
}

static void
plx_chart_view_class_init (PlxChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_chart_view_get_property;
  object_class->finalize = plx_chart_view_finalize;

  widget_class->get_request_mode = plx_chart_view_get_request_mode;
  widget_class->measure = plx_chart_view_measure;
  widget_class->size_allocate = plx_chart_view_size_allocate;
  widget_class->snapshot = plx_chart_view_snapshot;
  widget_class->css_changed = plx_chart_view_css_changed;
  widget_class->direction_changed = plx_chart_view_direction_changed;
  widget_class->query_tooltip = plx_chart_view_query_tooltip;

  properties[PROP_DESCRIPTION] =
    g_param_spec_string ("description", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT,
                                    G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT,
                                     G_TYPE_UINT);
  signals[ZOOMED] = g_signal_new ("zoomed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  install_keys (widget_class);
  plx_chart_zoom_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plx_chart_view_init (PlxChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->selected = self->focused = self->hovered = no_place;
  self->pointer_x = self->pointer_y = -1;
  self->enlarged = 1;
  self->description = g_strdup ("");
  plx_theme_init (&self->theme, GTK_WIDGET (self));
  plx_theme_watch (GTK_WIDGET (self), G_CALLBACK (update_theme));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (on_focus_changed), NULL);
  plx_chart_zoom_attach (self);
  plx_chart_drag_attach (self);
}

GtkWidget *
plx_chart_view_new (void)
{
  return g_object_new (PLX_TYPE_CHART_VIEW, NULL);
}

void
plx_chart_view_set_chart (PlxChartView *self,
                          PlxChart     *chart)
{
  gboolean same;

  g_return_if_fail (PLX_IS_CHART_VIEW (self));

  same = self->chart != NULL && chart != NULL &&
         g_str_equal (plx_chart_get_kind (self->chart), plx_chart_get_kind (chart));
  if (same)
    plx_chart_take_view (chart, self->chart);
  else
    self->selected = self->focused = no_place;
  g_clear_pointer (&self->chart, plx_chart_free);
  self->chart = chart;
  self->hovered = no_place;
  forget_drawing (self);
  g_free (self->description);
  self->description = g_strdup ("");
  update_accessible (self);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[ZOOMED], 0);
}

PlxChart *
plx_chart_view_get_chart (PlxChartView *self)
{
  g_return_val_if_fail (PLX_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

void
plx_chart_view_select_mark (PlxChartView      *self,
                            const PlxPlotMark *mark)
{
  g_return_if_fail (PLX_IS_CHART_VIEW (self));

  select_place (self, place_of (mark));
}

gboolean
plx_chart_view_can_zoom (PlxChartView *self)
{
  g_return_val_if_fail (PLX_IS_CHART_VIEW (self), FALSE);

  return self->chart != NULL && plx_chart_can_zoom (self->chart);
}

gboolean
plx_chart_view_is_zoomed (PlxChartView *self)
{
  g_return_val_if_fail (PLX_IS_CHART_VIEW (self), FALSE);

  return self->chart != NULL && plx_chart_is_zoomed (self->chart);
}

/* Another part is shown: names and notes may take another height. */
static void
take_zoom (PlxChartView *self,
           gboolean      changed)
{
  if (!changed)
    return;
  self->hovered = no_place;
  forget_drawing (self);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_signal_emit (self, signals[ZOOMED], 0);
}

void
plx_chart_view_zoom (PlxChartView *self,
                     double        factor)
{
  g_return_if_fail (PLX_IS_CHART_VIEW (self));

  if (self->chart != NULL)
    take_zoom (self, plx_chart_zoom (self->chart, factor, self->pointer_x, self->pointer_y));
}

void
plx_chart_view_pan (PlxChartView *self,
                    double        dx,
                    double        dy)
{
  g_return_if_fail (PLX_IS_CHART_VIEW (self));

  if (self->chart != NULL)
    take_zoom (self, plx_chart_pan (self->chart, dx, dy));
}

const PlxPlotMark *
plx_chart_view_get_focused (PlxChartView *self)
{
  g_return_val_if_fail (PLX_IS_CHART_VIEW (self), NULL);

  return get_mark (self, self->focused);
}

const char *
plx_chart_view_get_description (PlxChartView *self)
{
  g_return_val_if_fail (PLX_IS_CHART_VIEW (self), NULL);

  return self->description;
}
