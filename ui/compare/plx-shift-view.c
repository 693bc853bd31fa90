/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-shift-view.h"

#include "plx-claim-item.h"
#include "plx-compare-job.h"
#include "data/plx-task.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-chart-view.h"
#include "ui/widgets/plx-panes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxShiftView
{
  GtkBox            parent_instance;

  /* template widgets */
  AdwLeaflet       *leaflet;
  GtkDropDown      *a_drop_down;
  GtkDropDown      *b_drop_down;
  GtkStack         *stack;
  GtkSpinner       *spinner;
  PlxChartView     *chart_view;
  PlxEvidenceView  *evidence_view;

  /* owned */
  PlxCorpus        *corpus;
  char            **names;
  PlxCompareResult *result;
  GCancellable     *cancellable;

  /* state */
  gint64            sources[PLX_MAX_COLUMNS];
  PlxAxisId         axis;
  guint             waiting; /* a source: shows that something is done; 0: none */
  gboolean          stale; /* to be compared anew when it is looked at */
  gboolean          updating;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Milliseconds: what is done sooner needs no sign that it is being done. */
#define PATIENCE 200

G_DEFINE_FINAL_TYPE (PlxShiftView, plx_shift_view, GTK_TYPE_BOX)

static void
show_evidence (PlxShiftView *self,
               guint         row)
{
  PlxEvidenceQuery query = { .axis = self->axis };
  const PlxEntry *entry;
  g_autofree char *title = NULL;

  if (self->corpus == NULL || self->result == NULL || row >= self->result->shifts->len)
    return;
  query.entry = g_array_index (self->result->shifts, PlxShift, row).entry + 1;
  entry = plx_lexicon_get_entry (plx_corpus_get_lexicon (self->corpus), query.entry - 1);
  title = g_strdup_printf (_("“%s”"), entry->pattern);
  plx_evidence_view_set_corpus (self->evidence_view, self->corpus);
  plx_evidence_view_show (self->evidence_view, &query, title, entry->note);
}

static void
on_mark_selected (PlxShiftView *self,
                  guint         row,
                  guint         axis)
{
  if (row == PLX_NONE)
    return;
  show_evidence (self, row);
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static void
on_sentence_activated (PlxShiftView    *self,
                       PlxSentenceItem *item)
{
  g_signal_emit (self, signals[OPENED], 0, item);
}

static gboolean
on_waiting (gpointer user_data)
{
  PlxShiftView *self = user_data;

  self->waiting = 0;
  gtk_spinner_start (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "working");
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (PlxShiftView *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_stack_set_visible_child_name (self->stack, "chart");
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (PlxShiftView) self = user_data;
  g_autoptr (PlxCompareResult) compared = plx_compare_finish (PLX_CORPUS (source), result, NULL);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  stop_waiting (self);
  if (compared == NULL)
    return;
  plx_chart_view_set_chart (self->chart_view, g_steal_pointer (&compared->chart));
  g_clear_pointer (&self->result, plx_compare_result_free);
  self->result = g_steal_pointer (&compared);
  show_evidence (self, 0);
}

static void
compare_if_seen (PlxShiftView *self)
{
  guint a = gtk_drop_down_get_selected (self->a_drop_down);
  guint b = gtk_drop_down_get_selected (self->b_drop_down);

  if (!self->stale || self->corpus == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      a >= PLX_MAX_COLUMNS || b >= PLX_MAX_COLUMNS)
    return;
  self->stale = FALSE;
  plx_clear_cancellable (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->waiting == 0)
    self->waiting = g_timeout_add (PATIENCE, on_waiting, self);
  plx_compare_async (self->corpus, self->sources[a], self->names[a], self->sources[b],
                     self->names[b], self->axis, self->cancellable, on_compared,
                     g_object_ref (self));
}

/* Two drop-downs never name one source: the other one takes the source that was here. */
static void
on_choice_changed (PlxShiftView *self,
                   GParamSpec   *pspec,
                   GtkDropDown  *changed)
{
  GtkDropDown *other = changed == self->a_drop_down ? self->b_drop_down : self->a_drop_down;
  guint chosen = gtk_drop_down_get_selected (changed);
  guint n = self->names != NULL ? g_strv_length (self->names) : 0;

  if (self->updating)
    return;
  if (n > 1 && gtk_drop_down_get_selected (other) == chosen)
    {
      self->updating = TRUE;
      gtk_drop_down_set_selected (other, n == 2 ? 1 - chosen : (chosen + 1) % n);
      self->updating = FALSE;
    }
  self->stale = TRUE;
  compare_if_seen (self);
}

static void
fill_choices (PlxShiftView *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *) self->names);
  guint n = g_strv_length (self->names);
  guint a = gtk_drop_down_get_selected (self->a_drop_down);
  guint b = gtk_drop_down_get_selected (self->b_drop_down);

  if (a >= n || b >= n || a == b)
    {
      a = 0;
      b = 1;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->a_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_model (self->b_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->a_drop_down, a);
  gtk_drop_down_set_selected (self->b_drop_down, b);
  self->updating = FALSE;
}

void
plx_shift_view_show (PlxShiftView      *self,
                     PlxCorpus         *corpus,
                     const gint64      *sources,
                     const char *const *names,
                     PlxAxisId          axis)
{
  g_return_if_fail (PLX_IS_SHIFT_VIEW (self));
  g_return_if_fail (corpus == NULL || (sources != NULL && names != NULL));

  plx_clear_cancellable (&self->cancellable);
  g_set_object (&self->corpus, corpus);
  g_clear_pointer (&self->names, g_strfreev);
  self->axis = axis;
  if (corpus == NULL)
    {
      stop_waiting (self);
      plx_chart_view_set_chart (self->chart_view, NULL);
      g_clear_pointer (&self->result, plx_compare_result_free);
      plx_evidence_view_set_corpus (self->evidence_view, NULL);
      return;
    }
  self->names = g_strdupv ((char **) names);
  for (guint i = 0; i < MIN (g_strv_length (self->names), PLX_MAX_COLUMNS); i++)
    self->sources[i] = sources[i];
  fill_choices (self);
  self->stale = TRUE;
  compare_if_seen (self);
}

PlxChart *
plx_shift_view_get_chart (PlxShiftView *self)
{
  g_return_val_if_fail (PLX_IS_SHIFT_VIEW (self), NULL);

  return plx_chart_view_get_chart (self->chart_view);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_leaflet_set_visible_child_name (PLX_SHIFT_VIEW (widget)->leaflet, "chart");
}

static void
plx_shift_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_shift_view_parent_class)->map (widget);
  compare_if_seen (PLX_SHIFT_VIEW (widget));
}

static void
plx_shift_view_dispose (GObject *object)
{
  PlxShiftView *self = PLX_SHIFT_VIEW (object);

  plx_clear_cancellable (&self->cancellable);
  g_clear_handle_id (&self->waiting, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLX_TYPE_SHIFT_VIEW);
  g_clear_object (&self->corpus);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->result, plx_compare_result_free);

  G_OBJECT_CLASS (plx_shift_view_parent_class)->dispose (object);
}

static void
plx_shift_view_class_init (PlxShiftViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_shift_view_dispose;
  widget_class->map = plx_shift_view_map;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_SENTENCE_ITEM);
  gtk_widget_class_install_action (widget_class, "shift.back", NULL, back_action);
  g_type_ensure (PLX_TYPE_CHART_VIEW);
  g_type_ensure (PLX_TYPE_EVIDENCE_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-shift-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxShiftView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, PlxShiftView, a_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxShiftView, b_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxShiftView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxShiftView, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlxShiftView, chart_view);
  gtk_widget_class_bind_template_child (widget_class, PlxShiftView, evidence_view);
  gtk_widget_class_bind_template_callback (widget_class, on_mark_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_sentence_activated);
}

static void
plx_shift_view_init (PlxShiftView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_panes_set_shadows_last (GTK_WIDGET (self->leaflet));
  plx_drop_down_tell (self->a_drop_down);
  plx_drop_down_tell (self->b_drop_down);
  g_signal_connect_swapped (self->a_drop_down, "notify::selected", G_CALLBACK (on_choice_changed),
                            self);
  g_signal_connect_swapped (self->b_drop_down, "notify::selected", G_CALLBACK (on_choice_changed),
                            self);
}
