/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart-pane.h"

#include "plx-chart-job.h"
#include "plx-chart-view.h"
#include "plx-messages.h"
#include "plx-table-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More strips than these nobody takes in at once. */
#define PAGE_SIZE 60
#define SPINNER_DELAY_MS 300
#define ZOOM_STEP 1.4

struct _PlxChartPane
{
  GtkBox             parent_instance;

  /* template widgets */
  GtkDropDown       *kind_drop_down;
  GtkDropDown       *choice_drop_down;
  GtkDropDown       *voice_drop_down;
  GtkWidget         *zoom_box;
  GtkWidget         *zoom_all_button;
  GtkToggleButton   *table_button;
  GtkStack          *stack;
  PlxChartView      *chart_view;
  PlxTableView      *table_view;
  AdwStatusPage     *empty_page;
  AdwStatusPage     *error_page;
  GtkWidget         *working_box;
  GtkSpinner        *spinner;
  GtkLabel          *working_label;
  GtkWidget         *pager_box;
  GtkLabel          *pager_label;
  GtkLabel          *description_label;
  GtkPopover        *popover;

  /* owned */
  PlxSession        *session;
  GCancellable      *cancellable; /* of the chart being made; NULL if none is */
  char              *speaker;     /* of the selection */

  /* state */
  PlxChartKind       kind;  /* what is asked for, and on which axis */
  guint              axis;
  PlxChartKind       shown; /* what the chart is of */
  guint              shown_axis;
  guint              choices[PLX_N_CHART_KINDS]; /* G_MAXUINT: nobody has chosen yet */
  gint64             scope;
  guint              first; /* article of the flow */
  PlxChartSelection  selection;
  guint              spinner_id;
  gboolean           stale;      /* to be made anew when it is looked at */
  gboolean           has_table;  /* the table is of the chart that is shown */
  gboolean           failed;
  gboolean           updating;
};

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

static void request (PlxChartPane *self);

static const PlxSummary *
get_summary (PlxChartPane *self)
{
  return self->session != NULL ? plx_session_get_summary (self->session) : NULL;
}

/* Sources by number and name */

static gint64
find_source_id (PlxChartPane *self,
                const char   *name)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (g_strcmp0 (plx_source_item_get_name (item), name) == 0)
        return plx_source_item_get_id (item);
    }
  return 0;
}

static char *
dup_source_name (PlxChartPane *self,
                 gint64        id)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (plx_source_item_get_id (item) == id)
        return g_strdup (plx_source_item_get_name (item));
    }
  return NULL;
}

/* The selection */

static void
set_selection (PlxChartPane            *self,
               const PlxChartSelection *selection)
{
  char *speaker = g_strdup (selection->speaker);

  g_free (self->speaker);
  self->speaker = speaker;
  self->selection = *selection;
  self->selection.speaker = speaker;
}

static gboolean
is_selected (PlxChartPane       *self,
             const char         *source,
             const PlxPlotPlace *place)
{
  const PlxChartSelection *selection = &self->selection;

  switch (self->shown)
    {
    case PLX_CHART_FRAMING:
      return selection->article_id == 0 && place->axis == (guint) selection->axis &&
             g_strcmp0 (place->source, source) == 0;
    case PLX_CHART_VOICES:
      return selection->voice == place->voice && g_strcmp0 (place->source, source) == 0 &&
             g_strcmp0 (place->speaker, selection->speaker) == 0;
    case PLX_CHART_FLOW:
      return place->article == selection->article_id &&
             (selection->sentence == 0 || selection->sentence == place->sentence + 1);
    case PLX_CHART_MAP:
      return place->article == selection->article_id &&
             (place->article != 0 || g_strcmp0 (place->source, source) == 0);
    case PLX_CHART_TIMELINE:
    case PLX_N_CHART_KINDS:
    default:
      return place->article == selection->article_id;
    }
}

/* Returns: (nullable): the mark of the chart that stands for the selection */
static const PlxPlotMark *
find_mark (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  GArray *marks = plx_chart_view_get_marks (self->chart_view);
  g_autofree char *source = NULL;

  if (chart == NULL || self->session == NULL ||
      (self->selection.source_id == 0 && self->selection.article_id == 0))
    return NULL;

  source = dup_source_name (self, self->selection.source_id);
  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
      PlxPlotPlace place;

      if (plx_chart_locate (chart, mark, &place) && is_selected (self, source, &place))
        return mark;
    }
  return NULL;
}

/* What a mark stands for; a chart of one source is never about more. */
static void
read_mark (PlxChartPane      *self,
           const PlxPlotMark *mark,
           PlxChartSelection *selection)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  gboolean scoped = plx_chart_kind_is_scoped (self->shown);
  PlxPlotPlace place;

  *selection = (PlxChartSelection) { .axis = PLX_AXIS_ALL, .source_id = scoped ? self->scope : 0 };
  if (mark->row == PLX_NONE || chart == NULL || !plx_chart_locate (chart, mark, &place))
    return;

  selection->source_id = find_source_id (self, place.source);
  selection->article_id = place.article;
  selection->sentence = place.sentence != PLX_NONE ? place.sentence + 1 : 0;
  selection->voice = place.voice;
  selection->speaker = place.speaker;
  if (place.axis != PLX_NONE)
    selection->axis = (PlxAxisId) place.axis;
  else if (self->shown != PLX_CHART_MAP)
    selection->axis = (PlxAxisId) self->shown_axis;
}

static void
choose (PlxChartPane      *self,
        const PlxPlotMark *mark,
        guint              signal)
{
  PlxChartSelection selection;

  read_mark (self, mark, &selection);
  set_selection (self, &selection);
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
    mark.axis = MAX (self->selection.axis, 0);
  choose (self, &mark, signals[SELECTED]);
  plx_chart_view_select_mark (self->chart_view, &mark);
}

/* What is shown */

static void
update_table (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);

  if (self->has_table || !gtk_toggle_button_get_active (self->table_button))
    return;
  self->has_table = TRUE;
  plx_table_view_set_table (self->table_view, chart != NULL ? plx_chart_to_table (chart) : NULL);
}

static gboolean
is_empty (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);

  return chart != NULL && plx_chart_kind_is_scoped (self->shown) &&
         gtk_widget_get_width (GTK_WIDGET (self->chart_view)) > 0 &&
         plx_chart_view_get_marks (self->chart_view)->len == 0;
}

static void
fill_empty_page (PlxChartPane *self)
{
  const PlxCorpusFilter *filter = plx_session_get_filter (self->session);
  gboolean dates = self->shown == PLX_CHART_TIMELINE;

  adw_status_page_set_icon_name (self->empty_page, dates ? "x-office-calendar-symbolic"
                                                         : "edit-find-symbolic");
  adw_status_page_set_title (self->empty_page, dates ? _("No Dates") : _("Nothing to Show"));
  if (!plx_corpus_filter_is_empty (filter) && !dates)
    adw_status_page_set_description (self->empty_page,
                                     _("No article passes the filter. Take a part of it away."));
  else if (dates)
    adw_status_page_set_description (
      self->empty_page,
      _("A timeline needs articles that say when they came out. Saved web pages mostly do. In a "
        "pasted text, write the date on a line of its own below the headline, such as “3 November "
        "2023”; in a table or JSON lines, give it in a column “date”."));
  else
    adw_status_page_set_description (self->empty_page, _("There are no articles here."));
}

static void
update_page (PlxChartPane *self)
{
  const char *page = "chart";

  if (self->failed)
    page = "error";
  else if (self->session != NULL && is_empty (self))
    {
      page = "empty";
      fill_empty_page (self);
    }
  else if (gtk_toggle_button_get_active (self->table_button))
    page = "table";
  update_table (self);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
update_pager (PlxChartPane *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  gboolean flow = chart != NULL && self->shown == PLX_CHART_FLOW;
  guint n = flow ? plx_flow_chart_get_n_all (chart) : 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->pager_box, n > PAGE_SIZE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.previous", self->first > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pane.next", self->first + PAGE_SIZE < n);
  if (n <= PAGE_SIZE)
    return;
  /* Translators: numbers of articles, as in “Articles 61 to 120 of 314” */
  text = g_strdup_printf (_("Articles %'u to %'u of %'u"), self->first + 1,
                          MIN (self->first + PAGE_SIZE, n), n);
  gtk_label_set_text (self->pager_label, text);
}

static void
on_zoomed (PlxChartPane *self)
{
  gtk_widget_set_visible (self->zoom_box, plx_chart_view_can_zoom (self->chart_view));
  gtk_widget_set_sensitive (self->zoom_all_button, plx_chart_view_is_zoomed (self->chart_view));
  plx_chart_view_select_mark (self->chart_view, find_mark (self));
}

/* Where nothing is pointed at, the line says what could be. */
static void
update_description (PlxChartPane *self)
{
  const char *text = plx_chart_view_get_description (self->chart_view);

  gtk_label_set_text (self->description_label,
                      *text != '\0' ? text : plx_chart_kind_get_hint (self->shown));
}

static void
show_chart (PlxChartPane *self,
            PlxChart     *chart)
{
  self->shown = self->kind;
  self->shown_axis = self->axis;
  self->has_table = FALSE;
  self->failed = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plx_chart_kind_get_label (self->shown), -1);
  plx_chart_view_set_chart (self->chart_view, chart);
  plx_chart_view_select_mark (self->chart_view, find_mark (self));
  update_pager (self);
  update_page (self);
  update_description (self);
}

/* Making */

static void
stop (PlxChartPane *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (self->working_box, FALSE);
}

static gboolean
on_spinner_due (gpointer user_data)
{
  PlxChartPane *self = PLX_CHART_PANE (user_data);

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);
  gtk_widget_set_visible (self->working_box, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_progress (guint    done,
             guint    total,
             gpointer user_data)
{
  PlxChartPane *self = PLX_CHART_PANE (user_data);
  g_autofree char *text = NULL;

  if (total == 0)
    return;
  /* Translators: how far the articles have been read, in per cent */
  text = g_strdup_printf (_("Reading the articles: %u %%"), (guint) (100.0 * done / total));
  gtk_label_set_text (self->working_label, text);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (PlxChartPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxChart) chart = plx_chart_job_finish (PLX_CORPUS (source), result, &error);

  /* A newer chart was asked for, or the corpus is another. */
  if (self->cancellable == NULL ||
      self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;

  stop (self);
  if (chart == NULL)
    {
      g_autofree char *message = plx_message_for_error (error);

      adw_status_page_set_description (self->error_page, message);
      self->failed = TRUE;
      update_page (self);
      return;
    }
  /* Articles were taken away, and the page is behind the last one. */
  if (self->kind == PLX_CHART_FLOW && self->first > 0 &&
      self->first >= plx_flow_chart_get_n_all (chart))
    {
      self->first = 0;
      request (self);
      return;
    }
  show_chart (self, g_steal_pointer (&chart));
}

static void
start_job (PlxChartPane          *self,
           PlxCorpusChartOptions *options)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  options->options = *plx_session_get_options (self->session);
  options->filter = plx_session_get_filter (self->session);
  options->source_id = plx_chart_kind_is_scoped (self->kind) ? self->scope : 0;
  options->max_articles = PAGE_SIZE;
  options->first_article = self->first;
  gtk_label_set_text (self->working_label, _("Reading the articles"));
  self->cancellable = g_cancellable_new ();
  self->spinner_id = g_timeout_add (SPINNER_DELAY_MS, on_spinner_due, self);
  plx_chart_job_async (corpus, plx_chart_kind_get_id (self->kind), get_summary (self), options,
                       on_progress, self, self->cancellable, on_made, g_object_ref (self));
}

static guint
get_choice (PlxChartPane *self)
{
  const PlxSummary *summary = get_summary (self);
  guint choice = self->choices[self->kind];

  return choice == G_MAXUINT ? plx_chart_kind_get_default (self->kind, summary) : choice;
}

/* Makes the chart that is asked for: what can be shown at once is, the rest comes. */
static void
request (PlxChartPane *self)
{
  const PlxSummary *summary = get_summary (self);
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  gboolean had_map = self->shown == PLX_CHART_MAP;
  PlxChart *now;

  stop (self);
  self->stale = FALSE;
  if (summary == NULL || summary->n_axes == 0 || plx_session_get_corpus (self->session) == NULL)
    {
      show_chart (self, NULL);
      return;
    }

  plx_chart_kind_apply (self->kind, summary, get_choice (self), &options);
  self->axis = options.axis;
  /* A map without its articles for a moment would flicker where there is one already. */
  if (self->kind == PLX_CHART_FRAMING || (self->kind == PLX_CHART_MAP && !had_map))
    {
      now = plx_chart_kind_make_now (self->kind, summary, get_choice (self));
      show_chart (self, now);
    }
  if (self->kind == PLX_CHART_FRAMING)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_job (self, &options);
  else
    self->stale = TRUE;
}

static void
on_map (PlxChartPane *self)
{
  if (self->stale)
    request (self);
}

/* Choices */

static void
fill_choices (PlxChartPane *self)
{
  const PlxSummary *summary = get_summary (self);
  const char *label = plx_chart_kind_get_choices_label (self->kind);
  g_autoptr (GtkStringList) list = NULL;

  if (summary == NULL)
    return;
  list = plx_chart_kind_list_choices (self->kind, summary);
  if (self->choices[self->kind] >= g_list_model_get_n_items (G_LIST_MODEL (list)))
    self->choices[self->kind] = G_MAXUINT;

  self->updating = TRUE;
  gtk_drop_down_set_model (self->choice_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->choice_drop_down, get_choice (self));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->choice_drop_down), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice_drop_down),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_drop_down_set_selected (self->voice_drop_down,
                              plx_session_get_reporter_only (self->session));
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

  if (self->updating || self->session == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->choices[self->kind] = selected;
  request (self);
}

static void
on_voice_changed (PlxChartPane *self)
{
  if (!self->updating && self->session != NULL)
    plx_session_set_reporter_only (self->session,
                                   gtk_drop_down_get_selected (self->voice_drop_down) == 1);
}

static void
on_table_toggled (PlxChartPane *self)
{
  update_page (self);
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
    self->first += PAGE_SIZE;
  else
    self->first -= MIN (self->first, PAGE_SIZE);
  request (self);
}

static void
retry_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  request (PLX_CHART_PANE (widget));
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
on_menu_pressed (PlxChartPane    *self,
                 int              n_press,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  popup (self, x, y);
}

static void
on_session_changed (PlxChartPane *self)
{
  fill_choices (self);
  request (self);
}

void
plx_chart_pane_set_session (PlxChartPane *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;
  stop (self);
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
    request (self);
}

void
plx_chart_pane_select (PlxChartPane            *self,
                       const PlxChartSelection *selection)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));
  g_return_if_fail (selection != NULL);

  set_selection (self, selection);
  plx_chart_view_select_mark (self->chart_view, find_mark (self));
}

char *
plx_chart_pane_describe_selection (PlxChartPane *self)
{
  const PlxPlotMark *mark;

  g_return_val_if_fail (PLX_IS_CHART_PANE (self), NULL);

  mark = find_mark (self);
  return mark != NULL ? plx_chart_describe_mark (plx_chart_view_get_chart (self->chart_view), mark)
                      : NULL;
}

PlxChart *
plx_chart_pane_get_chart (PlxChartPane *self)
{
  g_return_val_if_fail (PLX_IS_CHART_PANE (self), NULL);

  return plx_chart_view_get_chart (self->chart_view);
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
  request (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

void
plx_chart_pane_toggle_table (PlxChartPane *self)
{
  g_return_if_fail (PLX_IS_CHART_PANE (self));

  gtk_toggle_button_set_active (self->table_button,
                                !gtk_toggle_button_get_active (self->table_button));
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

  G_OBJECT_CLASS (plx_chart_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/parallax_app/Parallax/ui/plx-chart-pane.ui");
  gtk_widget_class_bind_template_child (klass, PlxChartPane, kind_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, choice_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxChartPane, voice_drop_down);
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
  gtk_widget_class_bind_template_callback (klass, on_zoomed);
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
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection.axis = PLX_AXIS_ALL;
  for (guint kind = 0; kind < PLX_N_CHART_KINDS; kind++)
    self->choices[kind] = G_MAXUINT;
  g_signal_connect_swapped (self->kind_drop_down, "notify::selected", G_CALLBACK (on_kind_changed),
                            self);
  g_signal_connect_swapped (self->choice_drop_down, "notify::selected",
                            G_CALLBACK (on_choice_changed), self);
  g_signal_connect_swapped (self->voice_drop_down, "notify::selected",
                            G_CALLBACK (on_voice_changed), self);
  g_signal_connect_swapped (self->table_button, "toggled", G_CALLBACK (on_table_toggled), self);
  g_signal_connect_swapped (self->chart_view, "notify::description",
                            G_CALLBACK (update_description), self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chart_view), GTK_EVENT_CONTROLLER (click));
  update_description (self);
}

GtkWidget *
plx_chart_pane_new (void)
{
  return g_object_new (PLX_TYPE_CHART_PANE, NULL);
}
