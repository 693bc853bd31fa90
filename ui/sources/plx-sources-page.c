/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-sources-page.h"

#include "plx-chart-pane.h"
#include "plx-filter-bar.h"
#include "plx-filter-empty.h"
#include "plx-source-sidebar.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/widgets/plx-panes.h"
#include "ui/widgets/plx-source-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Evidence waits for its chart no longer than this. */
#define EVIDENCE_MAX_DELAY G_TIME_SPAN_SECOND

struct _PlxSourcesPage
{
  GtkBox            parent_instance;

  /* template widgets */
  PlxFilterBar     *filter_bar;
  GtkStack         *result_stack;
  PlxFilterEmpty   *filter_empty;
  AdwFlap          *flap;
  PlxSourceSidebar *sidebar;
  AdwLeaflet       *leaflet;
  PlxChartPane     *chart_pane;
  GtkStack         *detail_stack;
  PlxEvidenceView  *evidence_view;
  PlxReaderView    *reader_view;

  /* owned */
  PlxSession       *session;

  char             *speaker; /* of the selection */

  /* state */
  PlxChartSelection selection;
  guint             tick_id; /* evidence is asked for when the chart is drawn */
  gint64            tick_deadline; /* … or then */
  gboolean          is_drawing;    /* the next frame has the chart */
};

enum
{
  PROP_0,
  PROP_SHOW_SIDEBAR,
  PROP_FOLDED,
  PROP_CHART_KIND,
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

/* The axis that the evidence is about: of what is selected, else of the filter. */
static PlxAxisId
get_axis (PlxSourcesPage *self)
{
  return self->selection.axis != PLX_AXIS_ALL ? self->selection.axis
                                              : plx_session_get_axis (self->session);
}

/* Who or what is selected, without the axis. */
static char *
make_subject (PlxSourcesPage *self,
              PlxSourceItem  *source)
{
  const PlxChartSelection *selection = &self->selection;
  g_autofree char *name = NULL;

  if (source == NULL)
    return g_strdup (_("All Sources"));
  if (selection->article_id != 0)
    return plx_source_item_dup_title (source, selection->article_id);

  name = plx_source_dup_label (plx_source_item_get_name (source));
  switch (selection->voice)
    {
    case PLX_PLOT_VOICE_REPORTER:
      /* Translators: %s is a source */
      return g_strdup_printf (_("%s, in its own words"), name);
    case PLX_PLOT_VOICE_SPEAKER:
      if (selection->speaker == NULL)
        /* Translators: %s is a source */
        return g_strdup_printf (_("Unnamed speakers in %s"), name);
      /* Translators: who is quoted, and the source */
      return g_strdup_printf (_("%s in %s"), selection->speaker, name);
    case PLX_PLOT_VOICE_ANY:
    default:
      return g_steal_pointer (&name);
    }
}

static char *
make_title (PlxSourcesPage *self,
            PlxSourceItem  *source)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autofree char *subject = make_subject (self, source);
  g_autofree char *axis = NULL;

  if (get_axis (self) == PLX_AXIS_ALL || summary == NULL ||
      get_axis (self) >= (int) summary->n_axes)
    return g_steal_pointer (&subject);
  axis = plx_wording_axis (&summary->axes[get_axis (self)]);
  /* Translators: a source or article, then an axis */
  return g_strdup_printf (_("%s · %s"), subject, axis);
}

static void
set_selection (PlxSourcesPage          *self,
               const PlxChartSelection *selection)
{
  char *speaker = g_strdup (selection->speaker);

  g_free (self->speaker);
  self->speaker = speaker;
  self->selection = *selection;
  self->selection.speaker = speaker;
}

static void
clear_tick (PlxSourcesPage *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}

static void
show_evidence (PlxSourcesPage *self)
{
  const PlxChartSelection *selection = &self->selection;
  g_autoptr (PlxCorpusFilter) filter =
    plx_corpus_filter_copy (plx_session_get_filter (self->session));
  PlxEvidenceQuery query = {
    .source_id = selection->source_id,
    .article_id = selection->article_id,
    .sentence = selection->sentence,
    .axis = get_axis (self),
    .unnamed = selection->voice == PLX_PLOT_VOICE_SPEAKER && selection->speaker == NULL,
    .filter = filter,
  };
  g_autoptr (PlxSourceItem) source = selection->source_id != 0
                                       ? dup_source (self, selection->source_id) : NULL;
  g_autofree char *title = make_title (self, source);
  g_autofree char *subtitle = NULL;

  /* A voice of the chart counts for more than the filter's: only what both let through is drawn. */
  if (selection->voice == PLX_PLOT_VOICE_REPORTER)
    plx_corpus_filter_set_string (filter, &filter->voice, "");
  else if (selection->speaker != NULL)
    plx_corpus_filter_set_string (filter, &filter->voice, selection->speaker);

  clear_tick (self);
  plx_chart_pane_select (self->chart_pane, selection);
  subtitle = plx_chart_pane_describe_selection (self->chart_pane);
  plx_evidence_view_show (self->evidence_view, &query, title,
                          subtitle != NULL ? subtitle
                                           : _("Sentences with evidence, strongest first"));
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PlxSourcesPage *self = PLX_SOURCES_PAGE (widget);
  gboolean late = g_get_monotonic_time () > self->tick_deadline;

  if (!late && (plx_chart_pane_is_waiting (self->chart_pane) || !self->is_drawing))
    {
      /* Ticks come before their frame is drawn. */
      self->is_drawing = !plx_chart_pane_is_waiting (self->chart_pane);
      return G_SOURCE_CONTINUE;
    }
  self->tick_id = 0; /* returning removes it */
  show_evidence (self);
  return G_SOURCE_REMOVE;
}

/* The new chart is drawn before the evidence beside it is looked for. */
static void
queue_evidence (PlxSourcesPage *self)
{
  plx_chart_pane_select (self->chart_pane, &self->selection);
  self->is_drawing = FALSE;
  self->tick_deadline = g_get_monotonic_time () + EVIDENCE_MAX_DELAY;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
select_what (PlxSourcesPage          *self,
             const PlxChartSelection *selection)
{
  set_selection (self, selection);
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

/* In a chart of all sources the list follows; one of a part of them has been chosen in the list. */
static void
on_chart_selected (PlxSourcesPage          *self,
                   const PlxChartSelection *selection)
{
  if (!plx_chart_kind_is_scoped (plx_chart_pane_get_shown (self->chart_pane)))
    {
      plx_source_sidebar_select_source (self->sidebar, selection->source_id);
      plx_chart_pane_set_scope (self->chart_pane, selection->source_id);
    }
  select_what (self, selection);
  if (selection->source_id != 0 || selection->article_id != 0)
    show_detail (self, "evidence");
}

static void
on_sidebar_selected (PlxSourcesPage *self,
                     gint64          source_id,
                     gint64          article_id)
{
  PlxChartSelection selection = {
    .source_id = source_id,
    .article_id = article_id,
    .axis = source_id != 0 ? self->selection.axis : PLX_AXIS_ALL,
  };

  plx_chart_pane_set_scope (self->chart_pane, source_id);
  select_what (self, &selection);
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
on_chart_activated (PlxSourcesPage          *self,
                    const PlxChartSelection *selection)
{
  if (selection->article_id != 0)
    open_article (self, selection->article_id,
                  selection->sentence != 0 ? selection->sentence - 1 : PLX_NONE, selection->axis);
}

static void
on_sidebar_opened (PlxSourcesPage *self,
                   gint64          article_id)
{
  open_article (self, article_id, PLX_NONE, get_axis (self));
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
                get_axis (self));
}

static void
on_reader_closed (PlxSourcesPage *self)
{
  gtk_stack_set_visible_child_name (self->detail_stack, "evidence");
  gtk_widget_child_focus (GTK_WIDGET (self->evidence_view), GTK_DIR_TAB_FORWARD);
}

static void
on_changed (PlxSourcesPage *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (PlxSourceItem) source = NULL;

  gtk_stack_set_visible_child_name (self->result_stack, plx_filter_empty_is_needed (self->session)
                                                          ? "nothing" : "something");
  if (summary == NULL)
    return;
  if (self->selection.axis >= (int) summary->n_axes)
    self->selection.axis = PLX_AXIS_ALL;
  if (self->selection.source_id != 0)
    {
      source = dup_source (self, self->selection.source_id);
      if (source == NULL)
        {
          set_selection (self, &(PlxChartSelection) { .axis = self->selection.axis });
          plx_chart_pane_set_scope (self->chart_pane, 0);
        }
    }
  queue_evidence (self);
  plx_reader_view_reload (self->reader_view);
}

/* What was selected on another axis is not on the one that is looked at now. */
static void
on_axis_changed (PlxSourcesPage *self)
{
  PlxAxisId axis = plx_session_get_axis (self->session);

  if (axis != PLX_AXIS_ALL && self->selection.axis != axis)
    self->selection.axis = PLX_AXIS_ALL;
  queue_evidence (self);
}

static void
on_corpus_changed (PlxSourcesPage *self)
{
  plx_evidence_view_set_corpus (self->evidence_view, plx_session_get_corpus (self->session));
  plx_reader_view_clear (self->reader_view);
  gtk_stack_set_visible_child_name (self->detail_stack, "evidence");
  adw_leaflet_set_visible_child_name (self->leaflet, "chart");
  set_selection (self, &(PlxChartSelection) { .axis = PLX_AXIS_ALL });
  plx_chart_pane_set_scope (self->chart_pane, 0);
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
  clear_tick (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  /* The chart hears of a change before the page, which asks it what its marks are. */
  plx_chart_pane_set_session (self->chart_pane, session);
  plx_source_sidebar_set_session (self->sidebar, session);
  plx_filter_bar_set_session (self->filter_bar, session);
  plx_filter_empty_set_session (self->filter_empty, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::axis", G_CALLBACK (on_axis_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (on_corpus_changed), self,
                           G_CONNECT_SWAPPED);
  on_corpus_changed (self);
  on_changed (self);
}

PlxReaderText *
plx_sources_page_get_reading (PlxSourcesPage *self)
{
  g_return_val_if_fail (PLX_IS_SOURCES_PAGE (self), NULL);

  return plx_reader_view_get_seen (self->reader_view);
}

PlxChart *
plx_sources_page_get_chart (PlxSourcesPage *self)
{
  g_return_val_if_fail (PLX_IS_SOURCES_PAGE (self), NULL);

  return plx_chart_pane_get_chart (self->chart_pane);
}

static void
select_source (PlxSourcesPage *self,
               gint64          source_id)
{
  PlxChartSelection selection = { .source_id = source_id, .axis = PLX_AXIS_ALL };

  plx_source_sidebar_select_source (self->sidebar, source_id);
  plx_chart_pane_set_scope (self->chart_pane, source_id);
  select_what (self, &selection);
}

void
plx_sources_page_get_selection (PlxSourcesPage    *self,
                                PlxChartSelection *out_selection,
                                char             **out_title)
{
  g_autoptr (PlxSourceItem) source = NULL;

  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (out_selection != NULL && out_title != NULL);

  if (self->selection.source_id != 0)
    source = dup_source (self, self->selection.source_id);
  *out_title = make_title (self, source);
  *out_selection = self->selection;
  out_selection->axis = get_axis (self);
}

void
plx_sources_page_select_source (PlxSourcesPage *self,
                                gint64          source_id)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  select_source (self, source_id);
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
plx_sources_page_start_search (PlxSourcesPage *self)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  plx_filter_bar_start_search (self->filter_bar);
}

void
plx_sources_page_start_filter (PlxSourcesPage *self)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  plx_filter_bar_start (self->filter_bar);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_leaflet_set_visible_child_name (PLX_SOURCES_PAGE (widget)->leaflet, "chart");
}

/* The chart is in sight, in a narrow window too. */
static void
show_chart_pane (PlxSourcesPage *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "chart");
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

void
plx_sources_page_toggle_table (PlxSourcesPage *self)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));

  show_chart_pane (self);
  plx_chart_pane_toggle_table (self->chart_pane);
}

void
plx_sources_page_show_kind (PlxSourcesPage *self,
                            const char     *kind)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (kind != NULL);

  show_chart_pane (self);
  g_object_set (self->chart_pane, "kind", kind, NULL);
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
    case PROP_CHART_KIND:
      g_object_get_property (G_OBJECT (self->chart_pane), "kind", value);
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
    case PROP_CHART_KIND:
      g_object_set_property (G_OBJECT (self->chart_pane), "kind", value);
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

static void
on_kind_changed (PlxSourcesPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART_KIND]);
}

static void
plx_sources_page_dispose (GObject *object)
{
  PlxSourcesPage *self = PLX_SOURCES_PAGE (object);

  plx_sources_page_set_session (self, NULL);
  g_clear_pointer (&self->speaker, g_free);

  G_OBJECT_CLASS (plx_sources_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/parallax_app/Parallax/ui/plx-sources-page.ui");
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, filter_bar);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, result_stack);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, filter_empty);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, flap);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, sidebar);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, leaflet);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, chart_pane);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, detail_stack);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, evidence_view);
  gtk_widget_class_bind_template_child (klass, PlxSourcesPage, reader_view);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_selected);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_opened);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_remove);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_rename);
  gtk_widget_class_bind_template_callback (klass, on_chart_selected);
  gtk_widget_class_bind_template_callback (klass, on_chart_activated);
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
  properties[PROP_CHART_KIND] =
    g_param_spec_string ("chart-kind", NULL, NULL, "framing",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[RENAME] = g_signal_new ("rename", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "sources.back", NULL, back_action);

  g_type_ensure (PLX_TYPE_CHART_PANE);
  g_type_ensure (PLX_TYPE_EVIDENCE_VIEW);
  g_type_ensure (PLX_TYPE_FILTER_BAR);
  g_type_ensure (PLX_TYPE_FILTER_EMPTY);
  g_type_ensure (PLX_TYPE_READER_VIEW);
  g_type_ensure (PLX_TYPE_SOURCE_SIDEBAR);
  bind_template (widget_class);
}

static void
plx_sources_page_init (PlxSourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_panes_set_shadows_last (GTK_WIDGET (self->flap));
  plx_panes_set_shadows_last (GTK_WIDGET (self->leaflet));
  self->selection.axis = PLX_AXIS_ALL;
  g_signal_connect_swapped (self->chart_pane, "notify::kind", G_CALLBACK (on_kind_changed), self);
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_changed), self);
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (on_folded_changed), self);
}

void
plx_sources_page_add_state (PlxSourcesPage *self,
                            GVariantDict   *state)
{
  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (state != NULL);

  plx_chart_pane_add_state (self->chart_pane, state);
  g_variant_dict_insert (state, "sidebar", "b", adw_flap_get_reveal_flap (self->flap));
  g_variant_dict_insert (state, "source", "x", self->selection.source_id);
}

void
plx_sources_page_set_state (PlxSourcesPage *self,
                            GVariantDict   *state)
{
  g_autoptr (PlxSourceItem) source = NULL;
  gboolean shown;
  gint64 source_id;

  g_return_if_fail (PLX_IS_SOURCES_PAGE (self));
  g_return_if_fail (state != NULL);

  plx_chart_pane_set_state (self->chart_pane, state);
  if (g_variant_dict_lookup (state, "sidebar", "b", &shown) && !adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, shown);
  if (!g_variant_dict_lookup (state, "source", "x", &source_id))
    return;
  source = dup_source (self, source_id);
  if (source != NULL)
    select_source (self, source_id);
}

GtkWidget *
plx_sources_page_new (void)
{
  return g_object_new (PLX_TYPE_SOURCES_PAGE, NULL);
}
