/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hits-view.h"

#include "plx-hit-item.h"
#include "plx-hit-match.h"

#include "data/plx-csv.h"
#include "data/plx-task.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-messages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Beyond these, nobody reads; the table says how many there are. */
#define LIMIT 1000

struct _PlxHitsView
{
  GtkBox        parent_instance;

  /* template widgets */
  GtkStack     *stack;
  AdwStatusPage *empty_page;
  GtkSearchEntry *search_entry;
  GtkLabel     *problem_label;
  GtkDropDown  *order_drop_down;
  GtkLabel     *count_label;
  GtkStack     *lines_stack;
  GtkListView  *list_view;

  /* owned */
  GListStore   *items;
  GtkFilterListModel *found; /* those of the items that are looked for */
  GtkFilter    *filter;
  PlxHitMatch  *match;       /* NULL until something was looked for */
  GCancellable *cancellable;

  /* state */
  gboolean      is_too_slow; /* the expression that is looked for */
  gboolean      wants_focus; /* as soon as there are lines */
};

enum
{
  ACTIVATED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxHitsView, plx_hits_view, GTK_TYPE_BOX)

static void
stop (PlxHitsView *self)
{
  plx_clear_cancellable (&self->cancellable);
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  PlxKwicOrder order = GPOINTER_TO_INT (user_data);

  return plx_kwic_line_compare (plx_hit_item_get_line ((gpointer) a),
                                plx_hit_item_get_line ((gpointer) b), order);
}

static PlxKwicOrder
get_order (PlxHitsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->order_drop_down);

  return selected == GTK_INVALID_LIST_POSITION ? PLX_KWIC_BY_PLACE : (PlxKwicOrder) selected;
}

static void
on_order_changed (PlxHitsView *self)
{
  gboolean has_focus;

  if (self->items == NULL)
    return;
  has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) != NULL;
  g_list_store_sort (self->items, compare_items, GINT_TO_POINTER (get_order (self)));
  /* The row that had it has gone. */
  if (has_focus)
    plx_hits_view_focus_lines (self);
}

/* Looking for lines */

/* A line is found by what stands in it, or by its source or headline. */
static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  PlxHitsView *self = PLX_HITS_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean found;

  if (self->match == NULL || plx_hit_match_is_any (self->match))
    return TRUE;
  if (self->is_too_slow)
    return FALSE;
  found = plx_hit_match_test (self->match, plx_hit_item_get_text (item), &error) ||
          (error == NULL &&
           plx_hit_match_test (self->match, plx_hit_item_get_caption (item), &error));
  self->is_too_slow = error != NULL;
  return found;
}

/* Says beside the search why it finds nothing; NULL: it can be looked for. */
static void
show_problem (PlxHitsView *self,
              const char  *problem)
{
  GtkAccessible *entry = GTK_ACCESSIBLE (self->search_entry);

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->search_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->search_entry), "error");
  gtk_accessible_update_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
  gtk_accessible_update_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
make_count (guint n,
            guint n_all)
{
  if (n == n_all && n_all >= LIMIT)
    return g_strdup_printf (_("The first %u hits"), n_all);
  if (n == n_all)
    return g_strdup_printf (ngettext ("%u hit", "%u hits", n_all), n_all);
  if (n_all >= LIMIT)
    /* Translators: so many were found among the first 1000 hits of a word, which has more */
    return g_strdup_printf (_("%u of the first %u hits"), n, n_all);
  /* Translators: so many of all hits of a word were found */
  return g_strdup_printf (ngettext ("%u of %u hit", "%u of %u hits", n_all), n, n_all);
}

static void
show_found (PlxHitsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = make_count (n, g_list_model_get_n_items (G_LIST_MODEL (self->items)));

  gtk_label_set_text (self->count_label, text);
  gtk_stack_set_visible_child_name (self->lines_stack, n > 0 ? "lines" : "none");
  if (self->is_too_slow)
    show_problem (self, _("This expression takes too long. Make it simpler."));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* While an expression is not whole yet, what was found before stays. */
static void
on_search_changed (PlxHitsView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GError) error = NULL;
  PlxHitMatch *match = plx_hit_match_new (text, &error);

  show_problem (self, error != NULL ? error->message : NULL);
  if (match == NULL)
    return;
  g_clear_pointer (&self->match, plx_hit_match_free);
  self->match = match;
  self->is_too_slow = FALSE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
on_stop_search (PlxHitsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  on_search_changed (self);
  plx_hits_view_focus_lines (self);
}

/* What is shown */

static void
show_empty (PlxHitsView *self,
            const char  *title,
            const char  *description)
{
  g_list_store_remove_all (self->items);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_lines (PlxHitsView *self,
            GPtrArray   *lines)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (items, plx_hit_item_new (g_steal_pointer (&lines->pdata[i])));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  on_order_changed (self);
  gtk_stack_set_visible_child_name (self->stack, "ready");
  show_found (self);
  if (self->wants_focus)
    plx_hits_view_focus_lines (self);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (PlxHitsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = plx_corpus_list_hits_finish (PLX_CORPUS (source), result, &error);

  /* Another entry was selected meanwhile. */
  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  if (lines != NULL)
    {
      show_lines (self, lines);
    }
  else
    {
      g_autofree char *message = plx_message_for_error (error);

      show_empty (self, _("Could Not List the Hits"), message);
    }
}

void
plx_hits_view_show (PlxHitsView  *self,
                    PlxCorpus    *corpus,
                    PlxWord      *word,
                    PlxHitCounts *counts)
{
  g_return_if_fail (PLX_IS_HITS_VIEW (self));
  g_return_if_fail (word == NULL || PLX_IS_WORD (word));

  stop (self);
  if (word == NULL || corpus == NULL)
    show_empty (self, _("No Entry Selected"), _("Select an entry to see where it stands."));
  else if (plx_word_get_state (word) == PLX_WORD_OFF)
    show_empty (self, _("Turned Off"), _("This entry is not looked for."));
  else if (plx_word_get_entry (word)->role == PLX_ROLE_BLOCK)
    show_empty (self, _("Not Counted"), _("A block only keeps its words from other entries."));
  else if (counts == NULL)
    show_empty (self, _("Counting the Hits"), NULL);
  else if (plx_word_get_n_hits (word) == 0)
    show_empty (self, _("No Hits"), _("The words of this entry are in none of the articles."));
  else
    {
      self->cancellable = g_cancellable_new ();
      plx_corpus_list_hits_async (corpus, plx_word_get_lexicon (word), counts,
                                  plx_word_get_index (word), LIMIT, self->cancellable, on_listed,
                                  g_object_ref (self));
    }
}

GListModel *
plx_hits_view_get_lines (PlxHitsView *self)
{
  g_return_val_if_fail (PLX_IS_HITS_VIEW (self), NULL);

  return G_LIST_MODEL (self->found);
}

GBytes *
plx_hits_view_make_csv (PlxHitsView *self)
{
  static const char *const names[] = { "source", "title", "left", "hit", "right" };
  g_auto (PlxCsv) csv = { 0 };

  g_return_val_if_fail (PLX_IS_HITS_VIEW (self), NULL);

  plx_csv_init (&csv, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    plx_csv_add_text (&csv, names[i]);
  plx_csv_end_row (&csv);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (PlxHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);
      const PlxKwicLine *line = plx_hit_item_get_line (item);

      plx_csv_add_text (&csv, line->source);
      plx_csv_add_text (&csv, line->title);
      plx_csv_add_text (&csv, line->left);
      plx_csv_add_text (&csv, line->word);
      plx_csv_add_text (&csv, line->right);
      plx_csv_end_row (&csv);
    }
  return g_bytes_new (csv.buffer->str, csv.buffer->len);
}

/* A line for a text: what stands there, and where. */
static void
append_line (GString    *text,
             PlxHitItem *item)
{
  g_string_append_printf (text, "%s\t%s\n", plx_hit_item_get_text (item),
                          plx_hit_item_get_caption (item));
}

char *
plx_hits_view_dup_text (PlxHitsView *self,
                        gboolean     focused,
                        guint       *out_n)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));

  g_return_val_if_fail (PLX_IS_HITS_VIEW (self), NULL);

  if (focused)
    {
      PlxHitItem *item = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view))
                           ? plx_hit_row_get_item (focus) : NULL;

      n = item != NULL ? 1 : 0;
      if (item != NULL)
        append_line (text, item);
    }
  for (guint i = 0; i < n && !focused; i++)
    {
      g_autoptr (PlxHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      append_line (text, item);
    }
  *out_n = n;
  return g_string_free (text, FALSE);
}

void
plx_hits_view_set_order (PlxHitsView  *self,
                         PlxKwicOrder  order)
{
  g_return_if_fail (PLX_IS_HITS_VIEW (self));

  gtk_drop_down_set_selected (self->order_drop_down, order);
}

void
plx_hits_view_start_search (PlxHitsView *self)
{
  g_return_if_fail (PLX_IS_HITS_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
plx_hits_view_search (PlxHitsView *self,
                      const char  *text)
{
  g_return_if_fail (PLX_IS_HITS_VIEW (self));
  g_return_if_fail (text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  on_search_changed (self);
}

const char *
plx_hits_view_get_problem (PlxHitsView *self)
{
  g_return_val_if_fail (PLX_IS_HITS_VIEW (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem_label))
           ? gtk_label_get_text (self->problem_label) : NULL;
}

void
plx_hits_view_focus_lines (PlxHitsView *self)
{
  g_return_if_fail (PLX_IS_HITS_VIEW (self));

  self->wants_focus = self->cancellable != NULL;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
on_activate (PlxHitsView *self,
             guint        position)
{
  g_autoptr (PlxHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  const PlxKwicLine *line;

  if (item == NULL)
    return;
  line = plx_hit_item_get_line (item);
  g_signal_emit (self, signals[ACTIVATED], 0, line->article, line->sentence);
}

static void
plx_hits_view_dispose (GObject *object)
{
  PlxHitsView *self = PLX_HITS_VIEW (object);

  stop (self);

  G_OBJECT_CLASS (plx_hits_view_parent_class)->dispose (object);
}

static void
plx_hits_view_finalize (GObject *object)
{
  PlxHitsView *self = PLX_HITS_VIEW (object);

  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_pointer (&self->match, plx_hit_match_free);

  G_OBJECT_CLASS (plx_hits_view_parent_class)->finalize (object);
}

static void
plx_hits_view_class_init (PlxHitsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_hits_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_hits_view_finalize;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-hits-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, lines_stack);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_order_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, plx_hits_view_focus_lines);
}

static void
plx_hits_view_init (PlxHitsView *self)
{
  g_autoptr (GtkListItemFactory) factory = plx_hit_row_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  plx_drop_down_tell (self->order_drop_down);
  plx_label_tell_all (self->count_label);
  self->items = g_list_store_new (PLX_TYPE_HIT_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                           g_object_ref (self->filter));
  gtk_list_view_set_factory (self->list_view, factory);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  show_empty (self, _("No Entry Selected"), _("Select an entry to see where it stands."));
}
