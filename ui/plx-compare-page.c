/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-compare-page.h"

#include "plx-chart-view.h"
#include "plx-compare-job.h"
#include "plx-evidence-view.h"
#include "plx-source-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

struct _PlxComparePage
{
  GtkBox            parent_instance;

  /* template widgets */
  GtkStack         *stack;
  AdwLeaflet       *leaflet;
  GtkDropDown      *a_drop_down;
  GtkDropDown      *b_drop_down;
  GtkDropDown      *axis_drop_down;
  GtkLabel         *verdict_label;
  PlxChartView     *chart_view;
  PlxEvidenceView  *evidence_view;

  /* owned */
  PlxSession       *session;
  PlxCompareResult *result;
  GCancellable     *cancellable;

  /* state */
  gint64            a, b; /* sources; 0: not chosen yet */
  gboolean          updating;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxComparePage, plx_compare_page, GTK_TYPE_BOX)

static PlxSourceItem *
dup_source (PlxComparePage *self,
            guint           position)
{
  return g_list_model_get_item (plx_session_get_sources (self->session), position);
}

static char *
dup_name (PlxComparePage *self,
          GtkDropDown    *drop_down)
{
  g_autoptr (PlxSourceItem) source = dup_source (self, gtk_drop_down_get_selected (drop_down));

  return plx_source_dup_label (source != NULL ? plx_source_item_get_name (source) : NULL);
}

/* What the figures allow to say */
static void
update_verdict (PlxComparePage *self)
{
  const PlxDifference *difference = &self->result->difference;
  g_autofree char *gap = plx_wording_score (difference->score_a - difference->score_b);
  g_autofree char *name_a = dup_name (self, self->a_drop_down);
  g_autofree char *name_b = dup_name (self, self->b_drop_down);
  g_autofree char *text = NULL;

  if (difference->p < 0.05)
    /* Translators: two sources, the difference of their scores, then a p value */
    text = g_strdup_printf (_("%s minus %s: %s. Chance alone seldom makes so much (p = %.3f)."),
                            name_a, name_b, gap, difference->p);
  else
    text = g_strdup_printf (_("%s minus %s: %s. That may well be chance (p = %.3f)."), name_a,
                            name_b, gap, difference->p);
  if (difference->unit == PLX_UNIT_SENTENCES)
    {
      g_autofree char *narrow =
        g_strdup_printf ("%s %s", text,
                         _("There are too few articles to speak of more than these."));

      gtk_label_set_text (self->verdict_label, narrow);
      return;
    }
  gtk_label_set_text (self->verdict_label, text);
}

static void
show_evidence (PlxComparePage *self,
               guint           row)
{
  PlxCorpus *corpus = plx_session_get_corpus (self->session);
  PlxEvidenceQuery query = { .axis = (PlxAxisId) gtk_drop_down_get_selected (self->axis_drop_down) };
  const PlxEntry *entry;
  g_autofree char *title = NULL;

  if (corpus == NULL || self->result == NULL || row >= self->result->shifts->len)
    return;
  query.entry = g_array_index (self->result->shifts, PlxShift, row).entry + 1;
  entry = plx_lexicon_get_entry (plx_corpus_get_lexicon (corpus), query.entry - 1);
  title = g_strdup_printf (_("“%s”"), entry->pattern);
  plx_evidence_view_set_corpus (self->evidence_view, corpus);
  plx_evidence_view_show (self->evidence_view, &query, title, entry->note);
}

static void
on_mark_selected (PlxComparePage *self,
                  guint           row,
                  guint           axis)
{
  if (row == PLX_NONE)
    return;
  show_evidence (self, row);
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static void
on_sentence_activated (PlxComparePage  *self,
                       PlxSentenceItem *item)
{
  g_signal_emit (self, signals[OPENED], 0, item);
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxComparePage) self = user_data;
  g_autoptr (PlxCompareResult) compared = plx_compare_finish (PLX_CORPUS (source), result, NULL);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  if (compared == NULL)
    return;
  plx_chart_view_set_chart (self->chart_view, g_steal_pointer (&compared->chart));
  g_clear_pointer (&self->result, plx_compare_result_free);
  self->result = g_steal_pointer (&compared);
  update_verdict (self);
  show_evidence (self, 0);
}

static void
stop (PlxComparePage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Comparing reads every article of both: it waits until the page is looked at. */
static void
compare (PlxComparePage *self)
{
  guint axis = gtk_drop_down_get_selected (self->axis_drop_down);
  g_autofree char *name_a = NULL;
  g_autofree char *name_b = NULL;

  stop (self);
  if (self->a == 0 || self->b == 0 || axis == GTK_INVALID_LIST_POSITION ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  name_a = dup_name (self, self->a_drop_down);
  name_b = dup_name (self, self->b_drop_down);
  self->cancellable = g_cancellable_new ();
  plx_compare_async (plx_session_get_corpus (self->session), self->a, name_a, self->b, name_b,
                     (PlxAxisId) axis, self->cancellable, on_compared, g_object_ref (self));
}

static gint64
get_chosen (PlxComparePage *self,
            GtkDropDown    *drop_down)
{
  g_autoptr (PlxSourceItem) source = dup_source (self, gtk_drop_down_get_selected (drop_down));

  return source != NULL ? plx_source_item_get_id (source) : 0;
}

static void
on_choice_changed (PlxComparePage *self)
{
  if (self->updating || self->session == NULL)
    return;
  self->a = get_chosen (self, self->a_drop_down);
  self->b = get_chosen (self, self->b_drop_down);
  compare (self);
}

/* The position of a source in the list; @otherwise if it is not there (any more) */
static guint
find_source (PlxComparePage *self,
             gint64          id,
             guint           otherwise)
{
  guint n = g_list_model_get_n_items (plx_session_get_sources (self->session));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) source = dup_source (self, i);

      if (plx_source_item_get_id (source) == id)
        return i;
    }
  return otherwise;
}

static void
fill_choices (PlxComparePage *self)
{
  const PlxSummary *summary = plx_session_get_summary (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) axes = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (plx_session_get_sources (self->session));
  guint axis = gtk_drop_down_get_selected (self->axis_drop_down);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) source = dup_source (self, i);

      gtk_string_list_take (names, plx_source_dup_label (plx_source_item_get_name (source)));
    }
  for (guint i = 0; i < summary->n_axes; i++)
    gtk_string_list_take (axes, plx_wording_axis (&summary->axes[i]));

  self->updating = TRUE;
  gtk_drop_down_set_model (self->a_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->b_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->axis_drop_down, G_LIST_MODEL (axes));
  gtk_drop_down_set_selected (self->a_drop_down, find_source (self, self->a, 0));
  gtk_drop_down_set_selected (self->b_drop_down, find_source (self, self->b, 1));
  gtk_drop_down_set_selected (self->axis_drop_down, axis < summary->n_axes ? axis : 0);
  self->updating = FALSE;
}

static void
on_changed (PlxComparePage *self)
{
  guint n = g_list_model_get_n_items (plx_session_get_sources (self->session));
  gboolean enough = plx_session_get_summary (self->session) != NULL && n > 1;

  gtk_stack_set_visible_child_name (self->stack, enough ? "ready" : "too-few");
  if (!enough)
    {
      self->a = self->b = 0;
      stop (self);
      plx_chart_view_set_chart (self->chart_view, NULL);
      g_clear_pointer (&self->result, plx_compare_result_free);
      return;
    }
  fill_choices (self);
  on_choice_changed (self);
}

void
plx_compare_page_set_session (PlxComparePage *self,
                              PlxSession     *session)
{
  g_return_if_fail (PLX_IS_COMPARE_PAGE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  stop (self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

PlxChart *
plx_compare_page_get_chart (PlxComparePage *self)
{
  g_return_val_if_fail (PLX_IS_COMPARE_PAGE (self), NULL);

  return plx_chart_view_get_chart (self->chart_view);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_leaflet_set_visible_child_name (PLX_COMPARE_PAGE (widget)->leaflet, "chart");
}

static void
plx_compare_page_dispose (GObject *object)
{
  PlxComparePage *self = PLX_COMPARE_PAGE (object);

  plx_compare_page_set_session (self, NULL);
  g_clear_pointer (&self->result, plx_compare_result_free);

  G_OBJECT_CLASS (plx_compare_page_parent_class)->dispose (object);
}

static void
plx_compare_page_class_init (PlxComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_compare_page_dispose;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_SENTENCE_ITEM);
  gtk_widget_class_install_action (widget_class, "compare.back", NULL, back_action);
  g_type_ensure (PLX_TYPE_CHART_VIEW);
  g_type_ensure (PLX_TYPE_EVIDENCE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, a_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, b_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, axis_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, PlxComparePage, evidence_view);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_sentence_activated);
}

static void
plx_compare_page_init (PlxComparePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->a_drop_down, "notify::selected", G_CALLBACK (on_choice_changed),
                            self);
  g_signal_connect_swapped (self->b_drop_down, "notify::selected", G_CALLBACK (on_choice_changed),
                            self);
  g_signal_connect_swapped (self->axis_drop_down, "notify::selected",
                            G_CALLBACK (on_choice_changed), self);
  g_signal_connect (self, "map", G_CALLBACK (compare), NULL);
}

GtkWidget *
plx_compare_page_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_PAGE, NULL);
}
