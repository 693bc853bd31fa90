/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-evidence-view.h"

#include "plx-citation.h"
#include "plx-sentence-row.h"
#include "data/plx-task.h"
#include "ui/plot/plx-plot.h"
#include "ui/widgets/plx-column-layout.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-gradual.h"
#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-messages.h"
#include "ui/widgets/plx-source-row.h"
#include "ui/widgets/plx-spare-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _PlxEvidenceView
{
  GtkBox            parent_instance;

  /* template widgets */
  GtkLabel         *title_label;
  GtkLabel         *subtitle_label;
  GtkDropDown      *pole_drop_down;
  GtkToggleButton  *group_button;
  GtkStack         *stack;
  AdwStatusPage    *error_page;
  GtkListView      *list_view;

  /* owned */
  PlxCorpus        *corpus;
  GListStore       *items;
  GtkSliceListModel *shown; /* of the items; borrowed from the list view */
  GCancellable     *cancellable;

  /* state */
  PlxEvidenceQuery  query; /* owns its filter */
  guint             loading_id;
  gboolean          updating_poles;
  gboolean          is_same_query; /* what is asked for is what is shown: rows say the same of it */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A quick answer should not flash a spinner. */
#define SPINNER_DELAY_MS 150
/* Beyond these, nobody reads; the count says how many there are. */
#define LIMIT 500

G_DEFINE_FINAL_TYPE (PlxEvidenceView, plx_evidence_view, GTK_TYPE_BOX)

static gboolean
is_grouped (PlxEvidenceView *self)
{
  return self->query.source_id == 0 && self->query.article_id == 0 &&
         gtk_toggle_button_get_active (self->group_button);
}

static void
show_page (PlxEvidenceView *self,
           const char      *page)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
stop (PlxEvidenceView *self)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  plx_clear_cancellable (&self->cancellable);
}

static gint
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  PlxSentenceItem *first = *(PlxSentenceItem *const *) a;
  PlxSentenceItem *second = *(PlxSentenceItem *const *) b;

  return g_utf8_collate (plx_sentence_item_get_source (first),
                         plx_sentence_item_get_source (second));
}

/* By source, the strongest of each first, under its name. */
static void
group (GPtrArray *items)
{
  const char *last = NULL;

  /* The sort is stable. */
  g_ptr_array_sort (items, compare_sources);
  for (guint i = 0; i < items->len; i++)
    {
      const char *source = plx_sentence_item_get_source (items->pdata[i]);
      g_autofree char *label = NULL;

      if (last == NULL || !g_str_equal (source, last))
        {
          label = plx_source_dup_label (source);
          plx_sentence_item_set_heading (items->pdata[i], label);
        }
      last = source;
    }
}

/* Whether an item that is shown is the same as a new one. */
static gboolean
is_same (PlxEvidenceView *self,
         guint            position,
         PlxSentenceItem *item)
{
  g_autoptr (PlxSentenceItem) shown =
    g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return plx_sentence_item_equal (shown, item);
}

static gboolean
has_focus (PlxEvidenceView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));
}

/* A sentence that comes back otherwise than it was is still looked into. */
static void
keep_expanded (PlxEvidenceView *self,
               guint            first,
               guint            end,
               GPtrArray       *items)
{
  for (guint i = first; i < end; i++)
    {
      g_autoptr (PlxSentenceItem) old = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!plx_sentence_item_get_expanded (old))
        continue;
      for (guint j = 0; j < items->len; j++)
        {
          PlxSentenceItem *item = items->pdata[j];

          if (plx_sentence_item_get_article (item) == plx_sentence_item_get_article (old) &&
              plx_sentence_item_get_index (item) == plx_sentence_item_get_index (old))
            plx_sentence_item_set_expanded (item, TRUE);
        }
    }
}

/* What stays keeps its place, its focus and its arithmetic. */
static void
show_result (PlxEvidenceView   *self,
             PlxEvidenceResult *result)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_new = result->items->len;
  guint n_first = 0, n_last = 0;
  gboolean had_focus = has_focus (self);

  if (is_grouped (self))
    group (result->items);
  while (self->is_same_query && n_first < MIN (n_old, n_new) &&
         is_same (self, n_first, result->items->pdata[n_first]))
    n_first++;
  while (self->is_same_query && n_last < MIN (n_old, n_new) - n_first &&
         is_same (self, n_old - 1 - n_last, result->items->pdata[n_new - 1 - n_last]))
    n_last++;
  if (self->is_same_query)
    keep_expanded (self, n_first, n_old - n_last, result->items);
  plx_gradual_change (self->shown, n_first, n_new - n_first - n_last);
  g_list_store_splice (self->items, n_first, n_old - n_first - n_last,
                       result->items->pdata + n_first, n_new - n_first - n_last);
  show_page (self, n_new > 0 ? "ready" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.copy-all", n_new > 0);
  if (had_focus && !has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (PlxEvidenceView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxEvidenceResult) found = plx_evidence_finish (PLX_CORPUS (source), result, &error);
  g_autofree char *message = NULL;

  /* A newer question has taken this one's place, or the corpus is another. */
  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;

  g_clear_object (&self->cancellable);
  if (found != NULL)
    {
      show_result (self, found);
      return;
    }
  message = plx_message_for_error (error);
  adw_status_page_set_description (self->error_page, message);
  show_page (self, "error");
}

static gboolean
on_spinner_due (gpointer user_data)
{
  PlxEvidenceView *self = PLX_EVIDENCE_VIEW (user_data);

  self->loading_id = 0;
  show_page (self, "loading");
  return G_SOURCE_REMOVE;
}

static void
ask (PlxEvidenceView *self)
{
  PlxEvidenceQuery query = self->query;

  stop (self);
  if (self->corpus == NULL)
    return;

  query.pole = gtk_drop_down_get_selected (self->pole_drop_down);
  query.limit = LIMIT;
  self->cancellable = g_cancellable_new ();
  self->loading_id = g_timeout_add (SPINNER_DELAY_MS, on_spinner_due, self);
  plx_evidence_async (self->corpus, &query, self->cancellable, on_found, g_object_ref (self));
}

static void
on_pole_changed (PlxEvidenceView *self)
{
  if (!self->updating_poles)
    ask (self);
}

static void
on_group_toggled (PlxEvidenceView *self)
{
  /* Rows say what their headings do not. */
  g_list_store_remove_all (self->items);
  ask (self);
}

/* The filter names the poles of the axis that is asked for. */
static void
update_poles (PlxEvidenceView *self,
              PlxAxisId        axis)
{
  g_autofree char *negative = NULL;
  g_autofree char *positive = NULL;
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  PlxLexicon *lexicon = self->corpus != NULL ? plx_corpus_get_lexicon (self->corpus) : NULL;
  guint selected = gtk_drop_down_get_selected (self->pole_drop_down);

  if (axis != PLX_AXIS_ALL && lexicon != NULL)
    {
      g_autofree char *negative_pole = plx_wording_pole (plx_lexicon_get_axis (lexicon, axis), FALSE);
      g_autofree char *positive_pole = plx_wording_pole (plx_lexicon_get_axis (lexicon, axis), TRUE);

      /* Translators: sentences that lean to this pole of an axis, e.g. “Towards thaw” */
      negative = g_strdup_printf (_("Towards %s"), negative_pole);
      positive = g_strdup_printf (_("Towards %s"), positive_pole);
    }
  gtk_string_list_append (list, _("All sentences"));
  gtk_string_list_append (list, negative != NULL ? negative : _("Negative scores"));
  gtk_string_list_append (list, positive != NULL ? positive : _("Positive scores"));

  self->updating_poles = TRUE;
  gtk_drop_down_set_model (self->pole_drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->pole_drop_down, selected < 3 ? selected : 0);
  self->updating_poles = FALSE;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  if (!plx_spare_rows_give (factory, list_item))
    plx_spare_rows_add (factory, list_item, plx_sentence_row_new ());
}

static void
on_bind (PlxEvidenceView *self,
         GtkListItem     *list_item)
{
  PlxSentenceItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *description = plx_sentence_item_describe (item);
  PlxSentenceShow show = 0;

  if (self->query.source_id == 0 && !is_grouped (self))
    show |= PLX_SENTENCE_SHOW_SOURCE;
  if (self->query.article_id == 0)
    show |= PLX_SENTENCE_SHOW_TITLE;
  if (self->query.axis == PLX_AXIS_ALL)
    show |= PLX_SENTENCE_SHOW_AXIS;
  plx_sentence_row_set_item (PLX_SENTENCE_ROW (row), item, show);
  plx_list_row_tell (row, description);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  plx_sentence_row_set_item (PLX_SENTENCE_ROW (gtk_list_item_get_child (list_item)), NULL, 0);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  plx_citation_copy_table (widget, G_LIST_MODEL (PLX_EVIDENCE_VIEW (widget)->items));
}

static void
on_activate (PlxEvidenceView *self,
             guint            position)
{
  g_autoptr (PlxSentenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
set_query (PlxEvidenceView        *self,
           const PlxEvidenceQuery *query)
{
  PlxCorpusFilter *filter = plx_corpus_filter_copy (query->filter);

  plx_corpus_filter_free ((PlxCorpusFilter *) self->query.filter);
  self->query = *query;
  self->query.filter = filter;
}

static void
plx_evidence_view_dispose (GObject *object)
{
  PlxEvidenceView *self = PLX_EVIDENCE_VIEW (object);

  stop (self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  self->list_view = NULL;
  g_clear_object (&self->items);
  g_clear_object (&self->corpus);
  set_query (self, &(PlxEvidenceQuery) { .axis = PLX_AXIS_ALL });

  G_OBJECT_CLASS (plx_evidence_view_parent_class)->dispose (object);
}

static void
plx_evidence_view_class_init (PlxEvidenceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_evidence_view_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_SENTENCE_ITEM);

  g_type_ensure (PLX_TYPE_COLUMN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-evidence-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxEvidenceView, title_label);
  gtk_widget_class_bind_template_child (widget_class, PlxEvidenceView, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, PlxEvidenceView, pole_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxEvidenceView, group_button);
  gtk_widget_class_bind_template_child (widget_class, PlxEvidenceView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxEvidenceView, error_page);
  gtk_widget_class_bind_template_child (widget_class, PlxEvidenceView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);

  plx_sentence_row_install_keys (widget_class);
  gtk_widget_class_install_action (widget_class, "evidence.copy-all", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "evidence.copy-all", NULL);
}

static void
plx_evidence_view_init (PlxEvidenceView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  plx_drop_down_tell (self->pole_drop_down);
  self->query.axis = PLX_AXIS_ALL;
  self->items = g_list_store_new (PLX_TYPE_SENTENCE_ITEM);
  self->shown = plx_gradual_new (GTK_WIDGET (self->list_view),
                                 G_LIST_MODEL (g_object_ref (self->items)));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->shown)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, selection);
  plx_list_watch_tab (GTK_WIDGET (self->list_view));
  update_poles (self, PLX_AXIS_ALL);
  g_signal_connect_swapped (self->pole_drop_down, "notify::selected", G_CALLBACK (on_pole_changed),
                            self);
  g_signal_connect_swapped (self->group_button, "toggled", G_CALLBACK (on_group_toggled), self);
}

void
plx_evidence_view_set_corpus (PlxEvidenceView *self,
                              PlxCorpus       *corpus)
{
  g_return_if_fail (PLX_IS_EVIDENCE_VIEW (self));

  if (!g_set_object (&self->corpus, corpus))
    return;
  stop (self);
  g_list_store_remove_all (self->items);
}

void
plx_evidence_view_show (PlxEvidenceView        *self,
                        const PlxEvidenceQuery *query,
                        const char             *title,
                        const char             *subtitle)
{
  g_return_if_fail (PLX_IS_EVIDENCE_VIEW (self));
  g_return_if_fail (query != NULL);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), *subtitle != '\0');
  if (self->query.axis != query->axis)
    gtk_drop_down_set_selected (self->pole_drop_down, PLX_POLE_BOTH);
  self->is_same_query = self->query.axis == query->axis &&
                        self->query.source_id == query->source_id &&
                        self->query.article_id == query->article_id;
  gtk_widget_set_visible (GTK_WIDGET (self->group_button),
                          query->source_id == 0 && query->article_id == 0);
  set_query (self, query);
  update_poles (self, query->axis);
  ask (self);
}

GListModel *
plx_evidence_view_get_items (PlxEvidenceView *self)
{
  g_return_val_if_fail (PLX_IS_EVIDENCE_VIEW (self), NULL);

  return G_LIST_MODEL (self->items);
}

const char *
plx_evidence_view_get_page (PlxEvidenceView *self)
{
  g_return_val_if_fail (PLX_IS_EVIDENCE_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
