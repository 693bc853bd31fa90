/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-pane-private.h"

#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-menu-gesture.h"

#define ZOOM_STEP 1.4

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxChartPane, plx_chart_pane, GTK_TYPE_BOX)

static void
choose (PlxChartPane      *self,
        const PlxPlotMark *mark,
        guint              signal)
{
  PlxChartSelection selection;

  plx_chart_pane_read_mark (self, mark, &selection);
  plx_chart_pane_set_selection (self, &selection);
  g_signal_emit (self, signal, 0, &self->selection);
}

static void
on_mark_selected (PlxChartPane *self,
                  guint         row,
                  guint         axis,
                  guint         item)
{
  choose (self, &(PlxPlotMark) { .row = row, .axis = axis, .item = item }, signals[SELECTED]);
}

static void
on_mark_activated (PlxChartPane *self,
                   guint         row,
                   guint         axis,
                   guint         item)
{
  choose (self, &(PlxPlotMark) { .row = row, .axis = axis, .item = item }, signals[ACTIVATED]);
}

static void
on_table_activated (PlxChartPane *self,
                    guint         table_row)
{
  const PlxPlotTable *table = plx_table_view_get_table (self->table_view);
  PlxPlotMark mark = { 0 };

  if (table == NULL || !plx_plot_table_get_mark (table, table_row, &mark.row, &mark.item))
    return;
  /* A row of scores has all axes: the one that was selected stays. */
  if (self->shown == PLX_CHART_FRAMING)
    mark.axis = MAX (MAX (self->selection.axis, plx_session_get_axis (self->session)), 0);
  choose (self, &mark, signals[SELECTED]);
  plx_chart_view_select_mark (self->chart_view, &mark);
}

static void
on_map (PlxChartPane *self)
{
  if (self->stale)
    plx_chart_pane_request (self);
}

/* Choices */

static gboolean
says_the_same (GListModel *a,
               GListModel *b)
{
  guint n = a != NULL ? g_list_model_get_n_items (a) : 0;

  if (n != g_list_model_get_n_items (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                     gtk_string_list_get_string (GTK_STRING_LIST (b), i)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Where in the drop-down what is chosen stands. */
static guint
find_listed (PlxChartPane *self)
{
  guint choice = plx_chart_pane_get_choice (self);

  for (guint i = 0; i < self->listed->len; i++)
    {
      if (g_array_index (self->listed, guint, i) == choice)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
fill_choices (PlxChartPane *self)
{
  const PlxSummary *summary = plx_chart_pane_get_summary (self);
  const char *label = plx_chart_kind_get_choices_label (self->kind);
  g_autoptr (GtkStringList) list = NULL;

  if (summary == NULL)
    return;
  g_clear_pointer (&self->listed, g_array_unref);
  list = plx_chart_kind_list_choices (self->kind, summary, plx_session_get_axis (self->session),
                                      &self->listed);

  self->updating = TRUE;
  /* Filling it makes all its rows anew. */
  if (!says_the_same (gtk_drop_down_get_model (self->choice_drop_down), G_LIST_MODEL (list)))
    gtk_drop_down_set_model (self->choice_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->choice_drop_down, find_listed (self));
  gtk_widget_set_visible (GTK_WIDGET (self->choice_drop_down), self->listed->len > 1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choice_drop_down), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->updating = FALSE;
}

static void
on_kind_changed (PlxChartPane *self)
{
  if (!self->updating)
    plx_chart_pane_set_kind (self, gtk_drop_down_get_selected (self->kind_drop_down));
}

static void
on_choice_changed (PlxChartPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice_drop_down);

  if (self->updating || self->session == NULL || self->listed == NULL ||
      selected >= self->listed->len)
    return;
  self->choices[self->kind] = g_array_index (self->listed, guint, selected);
  plx_chart_pane_request (self);
}

static void
on_table_toggled (PlxChartPane *self)
{
  plx_chart_pane_update_page (self);
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
on_zoom_in_clicked (PlxChartPane *self)
{
  plx_chart_view_zoom (self->chart_view, ZOOM_STEP);
}

static void
on_zoom_out_clicked (PlxChartPane *self)
{
  plx_chart_view_zoom (self->chart_view, 1 / ZOOM_STEP);
}

static void
on_zoom_all_clicked (PlxChartPane *self)
{
  plx_chart_view_zoom (self->chart_view, 0);
}

static void
turn_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  PlxChartPane *self = PLX_CHART_PANE (widget);

  if (g_str_equal (name, "pane.next"))
    self->first += PLX_CHART_PAGE_SIZE;
  else
    self->first -= MIN (self->first, PLX_CHART_PAGE_SIZE);
  plx_chart_pane_request (self);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  plx_chart_pane_request (PLX_CHART_PANE (widget));
}

static void
popup (PlxChartPane *self,
       double        x,
       double        y)
{
  double pane_x, pane_y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->chart_view), GTK_WIDGET (self), x, y,
                                         &pane_x, &pane_y))
    return;
  gtk_popover_set_pointing_to (self->popover, &(GdkRectangle) { pane_x, pane_y, 1, 1 });
  gtk_popover_popup (self->popover);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxChartPane *self = PLX_CHART_PANE (widget);
  const PlxPlotMark *mark = plx_chart_view_get_focused (self->chart_view);

  popup (self, mark != NULL ? mark->score_x : 24, mark != NULL ? mark->y + mark->height : 24);
}

static void
on_menu_asked (GtkWidget *widget,
               double     x,
               double     y,
               gpointer   user_data)
{
  popup (PLX_CHART_PANE (user_data), x, y);
}

static void
on_session_changed (PlxChartPane *self)
{
  fill_choices (self);
  plx_chart_pane_request (self);
}

/* Nobody waits for the intervals of what is about to be replaced. */
static void
on_filter_changed (PlxChartPane *self)
{
  if (!self->waiting)
    plx_chart_pane_stop (self);
}

/* Only these charts show the summary's intervals; the others make their own. */
static void
on_session_refined (PlxChartPane *self)
{
  if (self->kind == PLX_CHART_FRAMING || self->kind == PLX_CHART_MAP)
    plx_chart_pane_request (self);
}

void
plx_chart_pane_set_session (PlxChartPane *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;
  plx_chart_pane_stop (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      plx_chart_view_set_chart (self->chart_view, NULL);
    }
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "refined", G_CALLBACK (on_session_refined), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::filter", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::axis", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  on_session_changed (self);
}

void
plx_chart_pane_set_scope (PlxChartPane *self,
                          gint64        source_id)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));

  if (self->scope == source_id)
    return;
  self->scope = source_id;
  self->first = 0;
  if (plx_chart_kind_is_scoped (self->kind))
    plx_chart_pane_request (self);
}

void
plx_chart_pane_select (PlxChartPane            *self,
                       const PlxChartSelection *selection)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));
  g_return_if_fail (selection != NULL);

  plx_chart_pane_set_selection (self, selection);
  plx_chart_view_select_mark (self->chart_view, plx_chart_pane_find_mark (self));
}

char *
plx_chart_pane_describe_selection (PlxChartPane *self)
{
  const PlxPlotMark *mark;

  g_return_val_if_fail (PLX_IS_CHART_PANE (self), NULL);

  mark = plx_chart_pane_find_mark (self);
  return mark != NULL ? plx_chart_describe_mark (plx_chart_view_get_chart (self->chart_view), mark)
                      : NULL;
}

PlxChart *
plx_chart_pane_get_chart (PlxChartPane *self)
{
  g_return_val_if_fail (PLX_IS_CHART_PANE (self), NULL);

  return plx_chart_view_get_chart (self->chart_view);
}

gboolean
plx_chart_pane_is_waiting (PlxChartPane *self)
{
  g_return_val_if_fail (PLX_IS_CHART_PANE (self), FALSE);

  return self->waiting;
}

PlxChartKind
plx_chart_pane_get_shown (PlxChartPane *self)
{
  g_return_val_if_fail (PLX_IS_CHART_PANE (self), PLX_CHART_FRAMING);

  return self->shown;
}

void
plx_chart_pane_set_kind (PlxChartPane *self,
                         PlxChartKind  kind)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));
  g_return_if_fail (kind < PLX_N_CHART_KINDS);

  if (self->kind == kind)
    return;
  self->kind = kind;
  self->first = 0;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->kind_drop_down, kind);
  self->updating = FALSE;
  fill_choices (self);
  plx_chart_pane_request (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

void
plx_chart_pane_toggle_table (PlxChartPane *self)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));

  gtk_toggle_button_set_active (self->table_button,
                                !gtk_toggle_button_get_active (self->table_button));
}

void
plx_chart_pane_add_state (PlxChartPane *self,
                          GVariantDict *state)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));
  g_return_if_fail (state != NULL);

  g_variant_dict_insert (state, "chart", "s", plx_chart_kind_get_id (self->kind));
  if (self->choices[self->kind] != G_MAXUINT)
    g_variant_dict_insert (state, "choice", "u", self->choices[self->kind]);
  g_variant_dict_insert (state, "table", "b", gtk_toggle_button_get_active (self->table_button));
}

void
plx_chart_pane_set_state (PlxChartPane *self,
                          GVariantDict *state)
{
  const char *kind;
  guint32 choice;
  gboolean shown;

  g_return_if_fail (PLX_IS_CHART_PANE (self));
  g_return_if_fail (state != NULL);

  if (g_variant_dict_lookup (state, "chart", "&s", &kind))
    plx_chart_pane_set_kind (self, plx_chart_kind_find (kind));
  if (g_variant_dict_lookup (state, "choice", "u", &choice) && choice != self->choices[self->kind])
    {
      self->choices[self->kind] = choice;
      on_session_changed (self);
    }
  if (g_variant_dict_lookup (state, "table", "b", &shown))
    gtk_toggle_button_set_active (self->table_button, shown);
}

static void
plx_chart_pane_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_KIND:
      g_value_set_string (value, plx_chart_kind_get_id (PLX_CHART_PANE (object)->kind));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_chart_pane_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_KIND:
      plx_chart_pane_set_kind (PLX_CHART_PANE (object),
                               plx_chart_kind_find (g_value_get_string (value)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_chart_pane_dispose (GObject *object)
{
  PlxChartPane *self = PLX_CHART_PANE (object);

  plx_chart_pane_set_session (self, NULL);
  g_clear_pointer (&self->speaker, g_free);
  g_clear_pointer (&self->listed, g_array_unref);

  G_OBJECT_CLASS (plx_chart_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/parallax_app/Parallax/ui/plx-chart-pane.ui");
  gtk_widget_class_bind_template_child (klass, PlxChartPane, kind_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, choice_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, zoom_box);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, zoom_all_button);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, table_button);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, stack);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, chart_view);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, table_view);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, empty_page);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, error_page);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, working_box);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, spinner);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, working_label);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, pager_box);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, pager_label);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, description_label);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, popover);
  gtk_widget_class_bind_template_callback (klass, on_mark_selected);
  gtk_widget_class_bind_template_callback (klass, on_mark_activated);
  gtk_widget_class_bind_template_callback_full (klass, "on_zoomed",
                                                G_CALLBACK (plx_chart_pane_update_zoom));
  gtk_widget_class_bind_template_callback (klass, on_zoom_in_clicked);
  gtk_widget_class_bind_template_callback (klass, on_zoom_out_clicked);
  gtk_widget_class_bind_template_callback (klass, on_zoom_all_clicked);
  gtk_widget_class_bind_template_callback (klass, on_table_activated);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "pane.previous", NULL, turn_page_action);
  gtk_widget_class_install_action (klass, "pane.next", NULL, turn_page_action);
  gtk_widget_class_install_action (klass, "pane.retry", NULL, retry_action);
  gtk_widget_class_install_action (klass, "pane.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "pane.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "pane.next",
                                       NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "pane.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "pane.menu", NULL);
}

static void
plx_chart_pane_class_init (PlxChartPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_chart_pane_get_property;
  object_class->set_property = plx_chart_pane_set_property;
  object_class->dispose = plx_chart_pane_dispose;

  properties[PROP_KIND] =
    g_param_spec_string ("kind", NULL, NULL, "framing",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (PLX_TYPE_CHART_VIEW);
  g_type_ensure (PLX_TYPE_TABLE_VIEW);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
plx_chart_pane_init (PlxChartPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_drop_down_tell (self->kind_drop_down);
  plx_drop_down_tell (self->choice_drop_down);
  plx_label_tell_all (self->description_label);
  self->selection.axis = PLX_AXIS_ALL;
  for (guint kind = 0; kind < PLX_N_CHART_KINDS; kind++)
    self->choices[kind] = G_MAXUINT;
  g_signal_connect_swapped (self->kind_drop_down, "notify::selected", G_CALLBACK (on_kind_changed),
                            self);
  g_signal_connect_swapped (self->choice_drop_down, "notify::selected",
                            G_CALLBACK (on_choice_changed), self);
  g_signal_connect_swapped (self->table_button, "toggled", G_CALLBACK (on_table_toggled), self);
  g_signal_connect_swapped (self->chart_view, "notify::description",
                            G_CALLBACK (plx_chart_pane_update_description), self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  plx_menu_gesture_add (GTK_WIDGET (self->chart_view), on_menu_asked, self);
  plx_chart_pane_update_description (self);
}
