/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hits-view.h"

#include "plx-hit-item.h"
#include "plx-hit-match.h"

#include "data/plx-csv.h"
#include "data/plx-task.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-gradual.h"
#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-messages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Beyond these, nobody reads; the count says how many there are, and all are searched. */
#define LIMIT 1000

/* What is looked for in the background. */
typedef struct
{
  PlxHitMatch *match;
  gboolean     is_too_slow;
} Search;

static void
clear_search (gpointer data)
{
  plx_hit_match_free (((Search *) data)->match);
}

static void
search_unref (gpointer search)
{
  g_atomic_rc_box_release_full (search, clear_search);
}

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
  GtkSliceListModel  *shown; /* of those, as they come into the list; borrowed from it */
  GtkFilter    *filter;
  PlxHitMatch  *match;       /* NULL until something was looked for */
  PlxCorpus    *corpus;      /* NULL: no entry's hits are shown, as are the next two */
  PlxWord      *word;
  PlxHitCounts *counts;
  Search       *search;      /* what the next lines are the answer to; NULL: all are listed */
  GCancellable *cancellable;

  /* state */
  guint         n_found;     /* of all hits, what is looked for: more may be than are listed */
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
  g_clear_pointer (&self->search, search_unref);
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

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return compare_items (*(gconstpointer const *) a, *(gconstpointer const *) b, user_data);
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
  plx_gradual_restart (self->shown);
  g_list_store_sort (self->items, compare_items, GINT_TO_POINTER (get_order (self)));
  /* The row that had it has gone. */
  if (has_focus)
    plx_hits_view_focus_lines (self);
}

/* Looking for lines. Those that are listed are looked through as they are; where an entry has more, all
 * of them are, in the background. */

static guint
count_all (PlxHitsView *self)
{
  return self->word != NULL ? plx_word_get_n_hits (self->word) : 0;
}

static gboolean
is_searching (PlxHitsView *self)
{
  return self->match != NULL && !plx_hit_match_is_any (self->match);
}

/* A line is found by what stands in it, or by its source or headline. */
static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  PlxHitsView *self = PLX_HITS_VIEW (user_data);
  g_autoptr (GError) error = NULL;
  gboolean found;

  if (!is_searching (self) || count_all (self) > LIMIT)
    return TRUE;
  if (self->is_too_slow)
    return FALSE;
  found = plx_hit_match_test (self->match, plx_hit_item_get_text (item), &error) ||
          (error == NULL &&
           plx_hit_match_test (self->match, plx_hit_item_get_caption (item), &error));
  self->is_too_slow = error != NULL;
  return found;
}

static gboolean
keep_line (const PlxKwicLine *line,
           gpointer           user_data)
{
  Search *search = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *caption = NULL;
  gboolean found;

  if (search->is_too_slow)
    return FALSE;
  text = plx_hit_line_dup_text (line);
  found = plx_hit_match_test (search->match, text, &error);
  if (!found && error == NULL)
    {
      caption = plx_hit_line_dup_caption (line);
      found = plx_hit_match_test (search->match, caption, &error);
    }
  search->is_too_slow = error != NULL;
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

/* @n_listed: of the @n that were found of @n_all */
static char *
make_count (guint n,
            guint n_all,
            guint n_listed)
{
  g_autofree char *count = NULL;

  if (n == n_all)
    count = g_strdup_printf (ngettext ("%'u hit", "%'u hits", n_all), n_all);
  else
    /* Translators: so many of all hits of a word were found */
    count = g_strdup_printf (ngettext ("%'u of %'u hit", "%'u of %'u hits", n_all), n, n_all);
  if (n_listed == n)
    return g_steal_pointer (&count);
  /* Translators: a number of hits, and how many of them are listed */
  return g_strdup_printf (_("%s, the first %'u listed"), count, n_listed);
}

static void
show_found (PlxHitsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  gboolean has_more = count_all (self) > LIMIT;
  g_autofree char *text =
    make_count (has_more ? self->n_found : n,
                has_more ? count_all (self) : g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                n);

  gtk_label_set_text (self->count_label, text);
  gtk_stack_set_visible_child_name (self->lines_stack, n > 0 ? "lines" : "none");
  if (self->is_too_slow)
    show_problem (self, _("This expression takes too long. Make it simpler."));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void list_hits (PlxHitsView *self);

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
  if (count_all (self) > LIMIT)
    {
      list_hits (self);
      return;
    }
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
  g_ptr_array_sort_with_data (items, compare_pointers, GINT_TO_POINTER (get_order (self)));
  plx_gradual_restart (self->shown);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
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
  guint n_found;
  g_autoptr (GPtrArray) lines = plx_corpus_list_hits_finish (PLX_CORPUS (source), result, &n_found,
                                                             &error);

  /* Another entry was selected meanwhile. */
  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  if (lines != NULL)
    {
      self->n_found = self->search != NULL ? n_found : count_all (self);
      self->is_too_slow = self->search != NULL && self->search->is_too_slow;
      show_lines (self, lines);
    }
  else
    {
      g_autofree char *message = plx_message_for_error (error);

      show_empty (self, _("Could Not List the Hits"), message);
    }
}

/* The first of them, or where there are more, the first of those that are looked for. */
static void
list_hits (PlxHitsView *self)
{
  stop (self);
  if (count_all (self) > LIMIT && is_searching (self))
    {
      self->search = g_atomic_rc_box_new0 (Search);
      self->search->match =
        plx_hit_match_new (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), NULL);
      gtk_label_set_text (self->count_label, _("Searching all hits"));
    }
  self->cancellable = g_cancellable_new ();
  plx_corpus_list_hits_async (self->corpus, plx_word_get_lexicon (self->word), self->counts,
                              plx_word_get_index (self->word), LIMIT,
                              self->search != NULL ? keep_line : NULL,
                              self->search != NULL ? g_atomic_rc_box_acquire (self->search) : NULL,
                              self->search != NULL ? search_unref : NULL, self->cancellable,
                              on_listed, g_object_ref (self));
}

static void
forget (PlxHitsView *self)
{
  g_clear_object (&self->corpus);
  g_clear_object (&self->word);
  g_clear_pointer (&self->counts, plx_hit_counts_unref);
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
  forget (self);
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
      self->corpus = g_object_ref (corpus);
      self->word = g_object_ref (word);
      self->counts = plx_hit_counts_ref (counts);
      list_hits (self);
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
  forget (self);

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
  self->shown = plx_gradual_new (GTK_WIDGET (self->list_view),
                                 g_object_ref (G_LIST_MODEL (self->found)));
  gtk_list_view_set_factory (self->list_view, factory);
  selection = gtk_no_selection_new (G_LIST_MODEL (self->shown));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  plx_list_watch_tab (GTK_WIDGET (self->list_view));
  show_empty (self, _("No Entry Selected"), _("Select an entry to see where it stands."));
}
