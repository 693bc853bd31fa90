/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page-private.h"

#include "data/plx-shipped-lexicons.h"
#include "data/plx-task.h"
#include "data/plx-user-lexicons.h"
#include "ui/plot/plx-plot.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-gradual.h"
#include "ui/widgets/plx-list-focus.h"
#include "ui/widgets/plx-panes.h"

#include <glib/gi18n.h>

/* Of what is chosen, where there is little room: the bar scrolls there. */
#define LEAST_LETTERS 8

G_DEFINE_FINAL_TYPE (PlxWordsPage, plx_words_page, GTK_TYPE_BOX)

/* Whether there are entries that the table does not have yet. */
static gboolean
is_coming (PlxWordsPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown)) <
         g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

PlxWord *
plx_words_page_dup_selected (PlxWordsPage *self)
{
  guint position;

  if (self->model == NULL)
    return NULL;
  position = gtk_single_selection_get_selected (self->selection);
  /* It may not have come into the table yet. */
  if (position == GTK_INVALID_LIST_POSITION && is_coming (self) && self->selected != NULL)
    position = plx_words_model_find (self->model, self->selected);
  /* From the model, which knows what has become of it since it was bound. */
  return g_list_model_get_item (G_LIST_MODEL (self->model), position);
}

/* The selected entry */

static void
show_sources (PlxWordsPage *self,
              PlxWord      *word)
{
  g_autofree char *text = plx_words_page_dup_sources (self, word, " · ", PLX_WORDS_MOST_TOLD);

  gtk_label_set_text (self->sources_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->sources_label), *text != '\0');
}

static char *
make_facts (PlxWord *word)
{
  g_autofree char *facts = plx_word_dup_facts (word);
  const char *condition = plx_word_get_entry (word)->condition;

  return *condition == '\0' ? g_steal_pointer (&facts) : g_strjoin (" · ", facts, condition, NULL);
}

static void
show_selected (PlxWordsPage *self)
{
  g_autoptr (PlxWord) word = plx_words_page_dup_selected (self);
  PlxCorpus *corpus = self->session != NULL ? plx_session_get_corpus (self->session) : NULL;
  g_autofree char *facts = NULL;
  const PlxEntry *entry;

  plx_words_page_update_edit (self);
  plx_hits_view_show (self->hits_view, corpus, word, self->counts);
  gtk_widget_set_visible (self->entry_box, word != NULL);
  if (word == NULL)
    return;
  entry = plx_word_get_entry (word);
  facts = make_facts (word);
  gtk_label_set_text (self->entry_label, entry->pattern);
  gtk_label_set_text (self->facts_label, facts);
  gtk_label_set_text (self->note_label, entry->note);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), *entry->note != '\0');
  show_sources (self, word);
}

static void
on_selection_changed (PlxWordsPage *self)
{
  g_autoptr (PlxWord) word = NULL;

  if (self->updating)
    return;
  word = plx_words_page_dup_selected (self);
  if (word != NULL)
    {
      g_clear_pointer (&self->selected, plx_lexicon_line_free);
      self->selected = plx_word_dup_line (word);
      gtk_stack_set_visible_child_name (self->detail_stack, "hits");
    }
  show_selected (self);
}

static void
on_stop_search (PlxWordsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  plx_words_page_focus_table (self);
}

static void
on_activate (PlxWordsPage *self,
             guint         position)
{
  gtk_stack_set_visible_child_name (self->detail_stack, "hits");
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  plx_hits_view_focus_lines (self->hits_view);
}

static void
on_hit_activated (PlxWordsPage *self,
                  gint64        article,
                  guint         sentence)
{
  g_autoptr (PlxWord) word = plx_words_page_dup_selected (self);
  PlxCorpus *corpus = plx_session_get_corpus (self->session);

  if (corpus == NULL)
    return;
  plx_reader_view_open (self->reader_view, corpus, article, sentence,
                        word != NULL ? plx_word_get_entry (word)->axis : PLX_AXIS_ALL);
  gtk_stack_set_visible_child_name (self->detail_stack, "reader");
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  gtk_widget_child_focus (GTK_WIDGET (self->reader_view), GTK_DIR_TAB_FORWARD);
}

static void
on_reader_closed (PlxWordsPage *self)
{
  gtk_stack_set_visible_child_name (self->detail_stack, "hits");
  plx_hits_view_focus_lines (self->hits_view);
}

/* The table */

static void
show_count (PlxWordsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint n_all = plx_words_model_get_n_all (self->model);
  g_autofree char *text = NULL;
  g_autofree char *short_text = NULL;

  if (n == n_all)
    text = g_strdup_printf (ngettext ("%'u entry", "%'u entries", n), n);
  else
    {
      /* Translators: so many of all entries of the lexicon are shown */
      text = g_strdup_printf (_("%'u of %'u entries"), n, n_all);
      /* Translators: the same where there is little room: “521 of 25,305” */
      short_text = g_strdup_printf (_("%'u of %'u"), n, n_all);
    }
  gtk_label_set_text (self->count_label, short_text != NULL ? short_text : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), text);
  gtk_stack_set_visible_child_name (self->table_stack,
                                    self->lexicon == NULL ? "loading" : n > 0 ? "ready" : "empty");
}

static gboolean
has_hits (PlxWordsPage *self,
          guint         position)
{
  g_autoptr (PlxWord) word = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  return word != NULL && plx_word_is_counted (word) && plx_word_get_n_hits (word) > 0;
}

/* What was selected stays selected, where it is now. Until the user selects something, or where it
 * is out of sight, that is the first entry, if there is something to see of it. */
static void
select_again (PlxWordsPage *self)
{
  guint position = self->selected != NULL ? plx_words_model_find (self->model, self->selected)
                                          : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION && has_hits (self, 0))
    position = 0;
  gtk_single_selection_set_selected (self->selection, position);
  show_count (self);
}

/* What is selected has come into the table. */
static void
on_items_changed (PlxWordsPage *self)
{
  guint position;

  if (self->updating || self->selected == NULL ||
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return;
  position = plx_words_model_find (self->model, self->selected);
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    return;
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

static void
on_filter_changed (PlxWordsPage *self)
{
  guint axis = gtk_drop_down_get_selected (self->axis_drop_down);
  guint role = gtk_drop_down_get_selected (self->role_drop_down);
  PlxWordsFilter filter = {
    .axis = axis == GTK_INVALID_LIST_POSITION ? -1 : (int) axis - 1,
    .role = role == GTK_INVALID_LIST_POSITION ? -1 : (int) role - 1,
    .search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry)),
    .only_hits = gtk_toggle_button_get_active (self->hits_button),
    .only_own = gtk_toggle_button_get_active (self->own_button),
  };

  if (self->updating || self->model == NULL)
    return;
  self->updating = TRUE;
  plx_gradual_restart (self->shown);
  plx_words_model_set_filter (self->model, &filter);
  select_again (self);
  self->updating = FALSE;
  show_selected (self);
}

/* What is typed may not have been looked for yet: the rows must not change under the keyboard. */
static void
on_search_activated (PlxWordsPage *self)
{
  on_filter_changed (self);
  plx_words_page_focus_table (self);
}

void
plx_words_page_set_order (PlxWordsPage  *self,
                          PlxWordsOrder  order,
                          gboolean       descending)
{
  gboolean was_updating = self->updating;

  self->updating = TRUE;
  plx_gradual_restart (self->shown);
  plx_words_model_set_order (self->model, order, descending);
  select_again (self);
  self->updating = was_updating;
  if (!was_updating)
    show_selected (self);
}

static void
fill_axes (PlxWordsPage *self)
{
  g_autoptr (GtkStringList) axes = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->axis_drop_down);

  gtk_string_list_append (axes, _("All axes"));
  for (guint i = 0; self->lexicon != NULL && i < plx_lexicon_get_n_axes (self->lexicon); i++)
    gtk_string_list_take (axes, plx_wording_axis (plx_lexicon_get_axis (self->lexicon, i)));
  if (selected >= g_list_model_get_n_items (G_LIST_MODEL (axes)))
    selected = 0;
  gtk_drop_down_set_model (self->axis_drop_down, G_LIST_MODEL (axes));
  gtk_drop_down_set_selected (self->axis_drop_down, selected);
}

static void
fill_roles (PlxWordsPage *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  gtk_string_list_append (roles, _("All roles"));
  for (guint i = 0; i < PLX_N_ROLES; i++)
    gtk_string_list_append (roles, plx_word_get_role_label (i));
  gtk_drop_down_set_model (self->role_drop_down, G_LIST_MODEL (roles));
}

void
plx_words_page_take_counts (PlxWordsPage *self,
                            PlxHitCounts *counts)
{
  gboolean is_first = !self->was_counted;

  g_clear_pointer (&self->counts, plx_hit_counts_unref);
  self->counts = counts;
  self->was_counted = TRUE;
  self->updating = TRUE;
  if (is_first)
    plx_gradual_restart (self->shown);
  plx_words_model_set_counts (self->model, counts);
  select_again (self);
  self->updating = FALSE;
  plx_words_page_queue_fit (self);
  show_selected (self);
}

/* The lexicon of the corpus */

static void
load_edits (PlxWordsPage *self,
            PlxCorpus    *corpus)
{
  g_autofree char *text = NULL;

  if (self->base_serial != plx_user_lexicons_get_serial ())
    g_clear_pointer (&self->base, plx_lexicon_unref);
  self->base_serial = plx_user_lexicons_get_serial ();
  if (self->base == NULL)
    self->base = plx_lexicon_files_load (NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->edits, plx_lexicon_edits_free);
  if (self->base == NULL)
    return;
  self->edits = plx_lexicon_edits_new (self->base);
  text = plx_corpus_dup_lexicon_edits (corpus, NULL);
  if (text != NULL)
    plx_lexicon_edits_merge (self->edits, text);
}

static void
clear_lexicon (PlxWordsPage *self)
{
  self->updating = TRUE;
  self->was_counted = FALSE;
  plx_words_model_set_lexicon (self->model, NULL, NULL, NULL);
  self->updating = FALSE;
  g_clear_pointer (&self->counts, plx_hit_counts_unref);
  g_clear_pointer (&self->edits, plx_lexicon_edits_free);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
}

/* The table is filled when it is looked at first, not when the program starts. */
static void
update (PlxWordsPage *self)
{
  PlxCorpus *corpus = self->session != NULL ? plx_session_get_corpus (self->session) : NULL;
  PlxLexicon *lexicon = corpus != NULL ? plx_corpus_get_lexicon (corpus) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (lexicon == NULL)
    {
      clear_lexicon (self);
    }
  else if (lexicon != self->lexicon)
    {
      self->updating = TRUE;
      if (self->lexicon == NULL)
        plx_gradual_restart (self->shown);
      g_clear_pointer (&self->counts, plx_hit_counts_unref);
      g_clear_pointer (&self->lexicon, plx_lexicon_unref);
      self->lexicon = plx_lexicon_ref (lexicon);
      load_edits (self, corpus);
      plx_words_model_set_lexicon (self->model, self->lexicon, self->base, self->edits);
      fill_axes (self);
      self->updating = FALSE;
    }
  plx_try_line_set_lexicon (self->try_line, self->lexicon);
  self->updating = TRUE;
  select_again (self);
  self->updating = FALSE;
  show_selected (self);
  plx_words_page_start_counting (self);
  plx_reader_view_reload (self->reader_view);
}

static void
on_corpus_changed (PlxWordsPage *self)
{
  plx_clear_cancellable (&self->changing);
  plx_words_page_stop_counting (self);
  clear_lexicon (self);
  g_clear_pointer (&self->selected, plx_lexicon_line_free);
  plx_reader_view_clear (self->reader_view);
  gtk_stack_set_visible_child_name (self->detail_stack, "hits");
  adw_leaflet_set_visible_child_name (self->leaflet, "table");
  update (self);
}

void
plx_words_page_set_session (PlxWordsPage *self,
                            PlxSession   *session,
                            PlxHistory   *history)
{
  g_return_if_fail (PLX_IS_WORDS_PAGE (self));
  g_return_if_fail (session == NULL || PLX_IS_SESSION (session));

  if (self->session == session)
    return;
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_clear_object (&self->session);
      on_corpus_changed (self);
    }
  g_set_object (&self->session, session);
  g_set_object (&self->history, history);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (on_corpus_changed), self,
                           G_CONNECT_SWAPPED);
  on_corpus_changed (self);
}

void
plx_words_page_start_search (PlxWordsPage *self)
{
  const char *detail;

  g_return_if_fail (PLX_IS_WORDS_PAGE (self));

  detail = gtk_stack_get_visible_child_name (self->detail_stack);
  if (g_str_equal (detail, "reader") &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->detail_stack)) != NULL)
    {
      plx_reader_view_start_find (self->reader_view);
      return;
    }
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->hits_view)) != NULL)
    {
      plx_hits_view_start_search (self->hits_view);
      return;
    }
  adw_leaflet_set_visible_child_name (self->leaflet, "table");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

PlxReaderText *
plx_words_page_get_reading (PlxWordsPage *self)
{
  g_return_val_if_fail (PLX_IS_WORDS_PAGE (self), NULL);

  return plx_reader_view_get_seen (self->reader_view);
}

GListModel *
plx_words_page_get_entries (PlxWordsPage *self)
{
  g_return_val_if_fail (PLX_IS_WORDS_PAGE (self), NULL);

  return G_LIST_MODEL (self->model);
}

GListModel *
plx_words_page_get_hits (PlxWordsPage *self)
{
  g_return_val_if_fail (PLX_IS_WORDS_PAGE (self), NULL);

  return plx_hits_view_get_lines (self->hits_view);
}

static void
clear_filter (PlxWordsPage *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_drop_down_set_selected (self->axis_drop_down, 0);
  gtk_drop_down_set_selected (self->role_drop_down, 0);
  gtk_toggle_button_set_active (self->hits_button, FALSE);
  gtk_toggle_button_set_active (self->own_button, FALSE);
  self->updating = FALSE;
}

void
plx_words_page_show_entry (PlxWordsPage   *self,
                           PlxLexicon     *lexicon,
                           const PlxEntry *entry)
{
  guint position;

  g_return_if_fail (PLX_IS_WORDS_PAGE (self));
  g_return_if_fail (lexicon != NULL && entry != NULL);

  g_clear_pointer (&self->selected, plx_lexicon_line_free);
  self->selected = plx_lexicon_line_new_entry (lexicon, entry);
  clear_filter (self);
  on_filter_changed (self);
  gtk_stack_set_visible_child_name (self->detail_stack, "hits");
  adw_leaflet_set_visible_child_name (self->leaflet, "table");
  plx_gradual_finish (self->shown);
  position = gtk_single_selection_get_selected (self->selection);
  /* The list that scrolls is the last child of the column view. */
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->column_view)),
                                "list.scroll-to-item", "u", position);
}

void
plx_words_page_select (PlxWordsPage *self,
                       guint         position)
{
  g_return_if_fail (PLX_IS_WORDS_PAGE (self));

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->shown)))
    plx_gradual_finish (self->shown);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
plx_words_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plx_words_page_parent_class)->map (widget);

  update (PLX_WORDS_PAGE (widget));
}

static void
plx_words_page_dispose (GObject *object)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (object);

  if (self->model != NULL)
    plx_words_page_set_session (self, NULL, NULL);
  g_clear_handle_id (&self->fitting, g_source_remove);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->model);
  g_clear_pointer (&self->base, plx_lexicon_unref);

  G_OBJECT_CLASS (plx_words_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, leaflet);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, search_entry);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, axis_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, role_drop_down);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, hits_button);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, own_button);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, table_stack);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, column_view);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, count_label);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, progress_bar);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, try_line);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, detail_stack);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, entry_box);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, entry_label);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, facts_label);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, note_label);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, sources_label);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, toggle_button);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, hits_view);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, reader_view);
}

static void
plx_words_page_class_init (PlxWordsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_words_page_dispose;
  widget_class->map = plx_words_page_map;

  g_type_ensure (PLX_TYPE_HITS_VIEW);
  g_type_ensure (PLX_TYPE_READER_VIEW);
  g_type_ensure (PLX_TYPE_TRY_LINE);
  plx_words_page_install_edit (widget_class);
  plx_words_page_install_export (widget_class);
  plx_words_page_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-words-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_hit_activated);
  gtk_widget_class_bind_template_callback (widget_class, plx_words_page_update_export);
  gtk_widget_class_bind_template_callback (widget_class, on_reader_closed);
}

static void
plx_words_page_init (PlxWordsPage *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  plx_panes_set_shadows_last (GTK_WIDGET (self->leaflet));
  plx_drop_down_tell (self->axis_drop_down);
  plx_drop_down_tell (self->role_drop_down);
  plx_drop_down_shorten (self->axis_drop_down, LEAST_LETTERS, -1);
  plx_drop_down_shorten (self->role_drop_down, LEAST_LETTERS, -1);
  plx_label_tell_all (self->entry_label);
  self->model = plx_words_model_new ();
  self->shown = plx_gradual_new (GTK_WIDGET (self->column_view),
                                 g_object_ref (G_LIST_MODEL (self->model)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  plx_words_page_init_table (self);
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  plx_list_watch_tab (GTK_WIDGET (self->column_view));
  fill_axes (self);
  fill_roles (self);
  self->updating = FALSE;
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_filter_changed (self);
}

GtkWidget *
plx_words_page_new (void)
{
  return g_object_new (PLX_TYPE_WORDS_PAGE, NULL);
}
