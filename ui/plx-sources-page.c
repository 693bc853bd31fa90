/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sources-page.h"

#include "plx-chart-view.h"
#include "plx-evidence-view.h"
#include "plx-reader-view.h"
#include "plx-source-row.h"
#include "plx-source-sidebar.h"
#include "plx-table-view.h"
#include "ui/plot/plx-map-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxSourcesPage
{
  GtkBox            parent_instance;

  /* template widgets */
  AdwFlap          *flap;
  PlxSourceSidebar *sidebar;
  AdwLeaflet       *leaflet;
  GtkDropDown      *kind_drop_down;
  GtkDropDown      *sort_drop_down;
  GtkDropDown      *voice_drop_down;
  GtkToggleButton  *table_button;
  GtkStack         *chart_stack;
  PlxChartView     *chart_view;
  PlxTableView     *table_view;
  GtkLabel         *description_label;
  GtkStack         *detail_stack;
  PlxEvidenceView  *evidence_view;
  PlxReaderView    *reader_view;

  /* owned */
  PlxSession       *session;

  /* state: what is selected; 0 and PLX_AXIS_ALL: everything */
  gint64            source_id;
  gint64            article_id;
  PlxAxisId         axis;
  gboolean          updating;
};

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  PROP_FOLDED,
  N_PROPS
};

enum
{
  REMOVE,
  RENAME,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSourcesPage, plx_sources_page, GTK_TYPE_BOX)

static PlxSourceItem *
dup_source (PlxSourcesPage *self,
            gint64          id)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (plx_source_item_get_id (item) == id)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static gint64
find_source_id (PlxSourcesPage *self,
                const char     *name)
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

/* The row of the summary that a source has. Returns: PLX_NONE if there is none */
static guint
find_row (PlxSourcesPage *self,
          gint64          source_id)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (PlxSourceItem) source = source_id != 0 ? dup_source (self, source_id) : NULL;

  for (guint i = 0; source != NULL && summary != NULL && i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = summary->rows->pdata[i];

      if (g_strcmp0 (row->name, plx_source_item_get_name (source)) == 0)
        return i;
    }
  return PLX_NONE;
}

static char *
dup_article_title (PlxSourceItem *source,
                   gint64         article_id)
{
  GListModel *articles = plx_source_item_get_articles (source);
  guint n = g_list_model_get_n_items (articles);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxArticleItem) item = g_list_model_get_item (articles, i);

      if (plx_article_item_get_info (item)->id == article_id)
        return plx_article_dup_title (plx_article_item_get_info (item)->title);
    }
  return g_strdup ("");
}

static char *
make_title (PlxSourcesPage *self,
            PlxSourceItem  *source)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autofree char *what = NULL;
  g_autofree char *axis = NULL;

  if (source == NULL)
    what = g_strdup (_("All Sources"));
  else if (self->article_id != 0)
    what = dup_article_title (source, self->article_id);
  else
    what = plx_source_dup_label (plx_source_item_get_name (source));
  if (self->axis == PLX_AXIS_ALL || summary == NULL || self->axis >= (int) summary->n_axes)
    return g_steal_pointer (&what);
  axis = plx_wording_axis (&summary->axes[self->axis]);
  /* Translators: a source or article, then an axis */
  return g_strdup_printf (_("%s · %s"), what, axis);
}

static char *
make_subtitle (PlxSourcesPage *self,
               guint           row)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  PlxPlotMark mark = { .row = row, .axis = self->axis, .item = PLX_NONE };

  if (row == PLX_NONE || self->article_id != 0 || self->axis == PLX_AXIS_ALL || chart == NULL)
    return g_strdup (_("Sentences with evidence, strongest first"));
  return plx_chart_describe_mark (chart, &mark);
}

static gboolean
is_map (PlxSourcesPage *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind_drop_down);

  return kind != 0 && kind != GTK_INVALID_LIST_POSITION;
}

/* In the chart of scores a mark is a source on an axis, in a map a source on both. */
static void
mark_selected (PlxSourcesPage *self)
{
  guint row = find_row (self, self->source_id);

  if (is_map (self))
    plx_chart_view_select (self->chart_view, row, 0);
  else
    plx_chart_view_select (self->chart_view, self->axis != PLX_AXIS_ALL ? row : PLX_NONE,
                           MAX (self->axis, 0));
}

static void
show_evidence (PlxSourcesPage *self)
{
  PlxEvidenceQuery query = {
    .source_id = self->source_id,
    .article_id = self->article_id,
    .axis = self->axis,
    .filter = plx_session_get_filter (self->session),
  };
  g_autoptr (PlxSourceItem) source = self->source_id != 0 ? dup_source (self, self->source_id)
                                                          : NULL;
  guint row = find_row (self, self->source_id);
  g_autofree char *title = make_title (self, source);
  g_autofree char *subtitle = make_subtitle (self, row);

  mark_selected (self);
  plx_evidence_view_show (self->evidence_view, &query, title, subtitle);
}

static void
select_what (PlxSourcesPage *self,
             gint64          source_id,
             gint64          article_id,
             PlxAxisId       axis)
{
  self->source_id = source_id;
  self->article_id = article_id;
  self->axis = axis;
  show_evidence (self);
}

/* On a narrow window, going on shows the next pane. */
static void
show_detail (PlxSourcesPage *self,
             const char     *page)
{
  gtk_stack_set_visible_child_name (self->detail_stack, page);
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
on_mark_selected (PlxSourcesPage *self,
                  guint           row,
                  guint           axis)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  gint64 source_id;

  if (row == PLX_NONE || summary == NULL || row >= summary->rows->len)
    {
      plx_source_sidebar_select_source (self->sidebar, 0);
      select_what (self, 0, 0, PLX_AXIS_ALL);
      return;
    }
  source_id = find_source_id (self, ((PlxSummaryRow *) summary->rows->pdata[row])->name);
  plx_source_sidebar_select_source (self->sidebar, source_id);
  select_what (self, source_id, 0, is_map (self) ? PLX_AXIS_ALL : (PlxAxisId) axis);
  show_detail (self, "evidence");
}

static void
on_table_activated (PlxSourcesPage *self,
                    guint           table_row)
{
  const PlxPlotTable *table = plx_table_view_get_table (self->table_view);
  gint64 source_id = find_source_id (self, plx_plot_table_get_cell (table, table_row, 0)->text);

  on_mark_selected (self, find_row (self, source_id), MAX (self->axis, 0));
}

static void
on_sidebar_selected (PlxSourcesPage *self,
                     gint64          source_id,
                     gint64          article_id)
{
  select_what (self, source_id, article_id, source_id != 0 ? self->axis : PLX_AXIS_ALL);
  gtk_stack_set_visible_child_name (self->detail_stack, "evidence");
  if (!adw_flap_get_folded (self->flap))
    adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static void
open_article (PlxSourcesPage *self,
              gint64          article_id,
              guint32         sentence,
              PlxAxisId       axis)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  if (corpus == NULL)
    return;
  plx_reader_view_open (self->reader_view, corpus, article_id, sentence, axis);
  show_detail (self, "reader");
}

static void
on_sidebar_opened (PlxSourcesPage *self,
                   gint64          article_id)
{
  open_article (self, article_id, PLX_NONE, self->axis);
}

static void
on_sidebar_remove (PlxSourcesPage *self,
                   gint64          source_id,
                   gint64          article_id)
{
  g_signal_emit (self, signals[REMOVE], 0, source_id, article_id);
}

static void
on_sidebar_rename (PlxSourcesPage *self,
                   gint64          source_id,
                   gint64          article_id)
{
  g_signal_emit (self, signals[RENAME], 0, source_id, article_id);
}

static void
on_sentence_activated (PlxSourcesPage  *self,
                       PlxSentenceItem *item)
{
  open_article (self, plx_sentence_item_get_article (item), plx_sentence_item_get_index (item),
                self->axis);
}

static void
on_reader_closed (PlxSourcesPage *self)
{
  gtk_stack_set_visible_child_name (self->detail_stack, "evidence");
  gtk_widget_child_focus (GTK_WIDGET (self->evidence_view), GTK_DIR_TAB_FORWARD);
}

/* A map of the two axes that the kind names: the kinds after the first are all pairs of axes. */
static PlxChart *
make_chart (PlxSourcesPage   *self,
            const PlxSummary *summary)
{
  guint kind = gtk_drop_down_get_selected (self->kind_drop_down);
  guint n = 0;

  for (guint x = 0; is_map (self) && x < summary->n_axes; x++)
    {
      for (guint y = x + 1; y < summary->n_axes; y++)
        {
          if (++n == kind)
            return plx_map_chart_new (summary, x, y);
        }
    }
  return plx_framing_chart_new (summary);
}

static void
fill_kinds (PlxSourcesPage *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->kind_drop_down);

  /* Translators: a kind of chart */
  gtk_string_list_append (list, _("Scores"));
  for (guint x = 0; x < summary->n_axes; x++)
    {
      g_autofree char *x_name = plx_wording_axis (&summary->axes[x]);

      for (guint y = x + 1; y < summary->n_axes; y++)
        {
          g_autofree char *y_name = plx_wording_axis (&summary->axes[y]);

          /* Translators: a map of two axes across each other */
          gtk_string_list_take (list, g_strdup_printf (_("%s × %s"), x_name, y_name));
        }
    }
  if (selected >= g_list_model_get_n_items (G_LIST_MODEL (list)))
    selected = 0;
  self->updating = TRUE;
  gtk_drop_down_set_model (self->kind_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->kind_drop_down, selected);
  self->updating = FALSE;
}

static void
apply_sort (PlxSourcesPage *self)
{
  PlxChart *chart = plx_chart_view_get_chart (self->chart_view);
  guint selected = gtk_drop_down_get_selected (self->sort_drop_down);

  if (chart == NULL || selected == GTK_INVALID_LIST_POSITION || is_map (self))
    return;
  plx_framing_chart_set_sort (chart, selected == 0 ? PLX_PLOT_SORT_NAME : PLX_PLOT_SORT_SCORE,
                              selected == 0 ? 0 : selected - 1);
}

static void
set_chart (PlxSourcesPage *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  PlxChart *chart = summary != NULL ? make_chart (self, summary) : NULL;

  plx_chart_view_set_chart (self->chart_view, chart);
  apply_sort (self);
  plx_table_view_set_table (self->table_view, chart != NULL ? plx_chart_to_table (chart) : NULL);
}

static void
on_sort_changed (PlxSourcesPage *self)
{
  if (self->updating || self->session == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->sort_drop_down), !is_map (self));
  set_chart (self);
  mark_selected (self);
}

static void
on_voice_changed (PlxSourcesPage *self)
{
  if (!self->updating && self->session != NULL)
    plx_session_set_reporter_only (self->session,
                                   gtk_drop_down_get_selected (self->voice_drop_down) == 1);
}

/* The order can be by name or by the score on one of the axes there are. */
static void
fill_sort (PlxSourcesPage *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->sort_drop_down);

  gtk_string_list_append (list, _("By name"));
  for (guint i = 0; summary != NULL && i < summary->n_axes; i++)
    {
      g_autofree char *axis = plx_wording_axis (&summary->axes[i]);

      /* Translators: the sources are in the order of their scores on this axis */
      gtk_string_list_take (list, g_strdup_printf (_("By %s"), axis));
    }
  if (selected == GTK_INVALID_LIST_POSITION ||
      selected >= g_list_model_get_n_items (G_LIST_MODEL (list)))
    selected = MIN (1, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);

  self->updating = TRUE;
  gtk_drop_down_set_model (self->sort_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->sort_drop_down, selected);
  gtk_drop_down_set_selected (self->voice_drop_down, plx_session_get_reporter_only (self->session));
  self->updating = FALSE;
}

static void
on_changed (PlxSourcesPage *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);

  if (summary != NULL)
    {
      fill_kinds (self);
      fill_sort (self);
    }
  set_chart (self);
  if (summary == NULL)
    return;
  if (self->axis >= (int) summary->n_axes)
    self->axis = PLX_AXIS_ALL;
  if (self->source_id != 0 && find_row (self, self->source_id) == PLX_NONE)
    self->source_id = self->article_id = 0;
  show_evidence (self);
  plx_reader_view_reload (self->reader_view);
}

static void
on_corpus_changed (PlxSourcesPage *self)
{
  plx_evidence_view_set_corpus (self->evidence_view, plx_session_get_corpus (self->session));
  plx_reader_view_clear (self->reader_view);
  gtk_stack_set_visible_child_name (self->detail_stack, "evidence");
  adw_leaflet_set_visible_child_name (self->leaflet, "chart");
  self->source_id = self->article_id = 0;
  self->axis = PLX_AXIS_ALL;
  plx_source_sidebar_select_source (self->sidebar, 0);
}

void
plx_sources_page_set_session (PlxSourcesPage *self,
                              PlxSession     *session)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      plx_chart_view_set_chart (self->chart_view, NULL);
    }
  g_set_object (&self->session, session);
  plx_source_sidebar_set_session (self->sidebar, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (on_corpus_changed), self,
                           G_CONNECT_SWAPPED);
  on_corpus_changed (self);
  on_changed (self);
}

PlxChart *
plx_sources_page_get_chart (PlxSourcesPage *self)
{
  g_return_val_if_fail (PLX_IS_SOURCES_PAGE (self), NULL);

  return plx_chart_view_get_chart (self->chart_view);
}

void
plx_sources_page_select_source (PlxSourcesPage *self,
                                gint64          source_id)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  plx_source_sidebar_select_source (self->sidebar, source_id);
  select_what (self, source_id, 0, PLX_AXIS_ALL);
  show_detail (self, "evidence");
}

void
plx_sources_page_open_article (PlxSourcesPage *self,
                               gint64          article_id)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  open_article (self, article_id, PLX_NONE, PLX_AXIS_ALL);
}

void
plx_sources_page_open_sentence (PlxSourcesPage  *self,
                                PlxSentenceItem *item)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (PLX_IS_SENTENCE_ITEM (item));

  open_article (self, plx_sentence_item_get_article (item), plx_sentence_item_get_index (item),
                plx_sentence_item_get_axis (item));
}

void
plx_sources_page_start_search (PlxSourcesPage *self)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  adw_flap_set_reveal_flap (self->flap, TRUE);
  plx_source_sidebar_start_search (self->sidebar);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_leaflet_set_visible_child_name (PLX_SOURCES_PAGE (widget)->leaflet, "chart");
}

void
plx_sources_page_toggle_table (PlxSourcesPage *self)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  gtk_toggle_button_set_active (self->table_button,
                                !gtk_toggle_button_get_active (self->table_button));
}

static void
on_table_toggled (PlxSourcesPage *self)
{
  gboolean active = gtk_toggle_button_get_active (self->table_button);

  adw_leaflet_set_visible_child_name (self->leaflet, "chart");
  gtk_stack_set_visible_child_name (self->chart_stack, active ? "table" : "chart");
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->chart_stack), GTK_DIR_TAB_FORWARD);
}

static void
plx_sources_page_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  PlxSourcesPage *self = PLX_SOURCES_PAGE (object);

  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, adw_flap_get_folded (self->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_sources_page_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  PlxSourcesPage *self = PLX_SOURCES_PAGE (object);

  switch (id)
    {
    case PROP_SHOW_SIDEBAR:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
on_reveal_changed (PlxSourcesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
on_folded_changed (PlxSourcesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

/* Where nothing is pointed at, the line says what could be. */
static void
on_description_changed (PlxSourcesPage *self)
{
  const char *text = plx_chart_view_get_description (self->chart_view);

  gtk_label_set_text (self->description_label,
                      *text != '\0' ? text
                                    : _("Choose a mark to see the sentences behind it."));
}

static void
plx_sources_page_dispose (GObject *object)
{
  PlxSourcesPage *self = PLX_SOURCES_PAGE (object);

  plx_sources_page_set_session (self, NULL);

  G_OBJECT_CLASS (plx_sources_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/parallax_app/Parallax/ui/plx-sources-page.ui");
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, flap);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, sidebar);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, leaflet);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, kind_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, sort_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, voice_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, table_button);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, chart_stack);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, chart_view);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, table_view);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, description_label);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, detail_stack);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, evidence_view);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, reader_view);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_selected);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_opened);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_remove);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_rename);
  gtk_widget_class_bind_template_callback (klass, on_mark_selected);
  gtk_widget_class_bind_template_callback (klass, on_table_activated);
  gtk_widget_class_bind_template_callback (klass, on_sentence_activated);
  gtk_widget_class_bind_template_callback (klass, on_reader_closed);
}

static void
plx_sources_page_class_init (PlxSourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plx_sources_page_get_property;
  object_class->set_property = plx_sources_page_set_property;
  object_class->dispose = plx_sources_page_dispose;

  properties[PROP_SHOW_SIDEBAR] =
    g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[RENAME] = g_signal_new ("rename", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "sources.back", NULL, back_action);

  g_type_ensure (PLX_TYPE_CHART_VIEW);
  g_type_ensure (PLX_TYPE_EVIDENCE_VIEW);
  g_type_ensure (PLX_TYPE_READER_VIEW);
  g_type_ensure (PLX_TYPE_SOURCE_SIDEBAR);
  g_type_ensure (PLX_TYPE_TABLE_VIEW);
  bind_template (widget_class);
}

static void
plx_sources_page_init (PlxSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->axis = PLX_AXIS_ALL;
  g_signal_connect_swapped (self->kind_drop_down, "notify::selected", G_CALLBACK (on_sort_changed),
                            self);
  g_signal_connect_swapped (self->sort_drop_down, "notify::selected", G_CALLBACK (on_sort_changed),
                            self);
  g_signal_connect_swapped (self->voice_drop_down, "notify::selected",
                            G_CALLBACK (on_voice_changed), self);
  g_signal_connect_swapped (self->table_button, "toggled", G_CALLBACK (on_table_toggled), self);
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_changed), self);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (on_folded_changed), self);
  g_signal_connect_swapped (self->chart_view, "notify::description",
                            G_CALLBACK (on_description_changed), self);
  on_description_changed (self);
}

void
plx_sources_page_add_state (PlxSourcesPage *self,
                            GVariantDict   *state)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (state != NULL);

  g_variant_dict_insert (state, "chart", "u", gtk_drop_down_get_selected (self->kind_drop_down));
  g_variant_dict_insert (state, "order", "u", gtk_drop_down_get_selected (self->sort_drop_down));
  g_variant_dict_insert (state, "table", "b", gtk_toggle_button_get_active (self->table_button));
  g_variant_dict_insert (state, "sidebar", "b", adw_flap_get_reveal_flap (self->flap));
  g_variant_dict_insert (state, "source", "x", self->source_id);
}

static void
restore_selected (GtkDropDown  *drop_down,
                  GVariantDict *state,
                  const char   *key)
{
  guint32 selected;

  if (g_variant_dict_lookup (state, key, "u", &selected) &&
      selected < g_list_model_get_n_items (gtk_drop_down_get_model (drop_down)))
    gtk_drop_down_set_selected (drop_down, selected);
}

void
plx_sources_page_set_state (PlxSourcesPage *self,
                            GVariantDict   *state)
{
  gboolean shown;
  gint64 source;

  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (state != NULL);

  restore_selected (self->kind_drop_down, state, "chart");
  restore_selected (self->sort_drop_down, state, "order");
  if (g_variant_dict_lookup (state, "table", "b", &shown))
    gtk_toggle_button_set_active (self->table_button, shown);
  if (g_variant_dict_lookup (state, "sidebar", "b", &shown) && !adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, shown);
  if (g_variant_dict_lookup (state, "source", "x", &source) &&
      find_row (self, source) != PLX_NONE)
    {
      plx_source_sidebar_select_source (self->sidebar, source);
      select_what (self, source, 0, PLX_AXIS_ALL);
    }
}

GtkWidget *
plx_sources_page_new (void)
{
  return g_object_new (PLX_TYPE_SOURCES_PAGE, NULL);
}
