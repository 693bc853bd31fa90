/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page.h"

#include "plx-entry-dialog.h"
#include "plx-entry-item.h"
#include "plx-evidence-view.h"
#include "plx-hits.h"
#include "plx-sentence-row.h"
#include "ui/plot/plx-plot.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _PlxWordsPage
{
  GtkBox              parent_instance;

  /* template widgets */
  AdwLeaflet         *leaflet;
  GtkSearchEntry     *filter_entry;
  GtkToggleButton    *found_button;
  GtkColumnView      *column_view;
  GtkLabel           *count_label;
  GtkEntry           *try_entry;
  GtkStack           *stack;
  PlxEvidenceView    *evidence_view;
  GtkBox             *try_box;

  /* owned */
  PlxSession         *session;
  GListStore         *entries; /* of PlxEntryItem */
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  GCancellable       *cancellable;
};

enum
{
  EDITED,
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* More rows of a tried text than fit are of no use. */
#define MAX_TRIED 12

G_DEFINE_FINAL_TYPE (PlxWordsPage, plx_words_page, GTK_TYPE_BOX)

static PlxCorpus *
get_corpus (PlxWordsPage *self)
{
  return self->session != NULL ? plx_session_get_corpus (self->session) : NULL;
}

static PlxEntryItem *
get_selected (PlxWordsPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static gboolean
is_wanted (gpointer object,
           gpointer user_data)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (user_data);
  PlxEntryItem *item = PLX_ENTRY_ITEM (object);
  const PlxEntry *entry = plx_entry_item_get_entry (item);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->filter_entry));

  if (gtk_toggle_button_get_active (self->found_button) && plx_entry_item_get_hits (item) == 0)
    return FALSE;
  return *words == '\0' || g_strstr_len (entry->pattern, -1, words) != NULL ||
         g_strstr_len (entry->note, -1, words) != NULL;
}

static void
update_count (PlxWordsPage *self)
{
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u of %u entry", "%u of %u entries", all), shown, all);

  gtk_label_set_text (self->count_label, text);
}

static void
refilter (PlxWordsPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
}

static void
on_filter_changed (PlxWordsPage *self)
{
  refilter (self);
}

static void
update_actions (PlxWordsPage *self)
{
  PlxEntryItem *item = get_selected (self);
  const PlxEntry *entry = item != NULL ? plx_entry_item_get_entry (item) : NULL;
  gboolean writable = get_corpus (self) != NULL && !plx_corpus_is_read_only (get_corpus (self));
  gboolean has_form = entry != NULL && entry->role != PLX_ROLE_SHIFTER &&
                      entry->role != PLX_ROLE_REPORTING;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.edit", writable && has_form);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "words.disable", writable && entry != NULL);
}

/* The hits of an entry, in their sentences */

static void
show_hits (PlxWordsPage *self)
{
  PlxEntryItem *item = get_selected (self);
  PlxEvidenceQuery query = { .axis = PLX_AXIS_ALL };
  const PlxEntry *entry;
  g_autofree char *title = NULL;

  update_actions (self);
  if (item == NULL || get_corpus (self) == NULL)
    return;
  entry = plx_entry_item_get_entry (item);
  query.entry = plx_entry_item_get_index (item) + 1;
  query.axis = entry->axis;
  /* Translators: quotes an entry of the lexicon */
  title = g_strdup_printf (_("“%s”"), entry->pattern);
  plx_evidence_view_set_corpus (self->evidence_view, get_corpus (self));
  plx_evidence_view_show (self->evidence_view, &query, title, entry->note);
  gtk_stack_set_visible_child_name (self->stack, "hits");
}

static void
on_activate (PlxWordsPage *self,
             guint         position)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static void
on_sentence_activated (PlxWordsPage    *self,
                       PlxSentenceItem *item)
{
  g_signal_emit (self, signals[OPENED], 0, item);
}

/* A sentence to try */

static void
clear_tried (PlxWordsPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->try_box))) != NULL)
    gtk_box_remove (self->try_box, child);
}

static void
append_tried (PlxWordsPage     *self,
              const PlxArticle *article,
              const PlxReading *reading,
              PlxLexicon       *lexicon,
              guint32           sentence,
              PlxAxisId         axis)
{
  g_autoptr (PlxSentenceItem) item =
    plx_sentence_item_new (article, 0, reading, lexicon, sentence, axis);
  GtkWidget *row = plx_sentence_row_new ();

  plx_sentence_item_set_expanded (item, TRUE);
  plx_sentence_row_set_item (PLX_SENTENCE_ROW (row), item, PLX_SENTENCE_SHOW_AXIS);
  gtk_box_append (self->try_box, row);
}

static void
append_nothing (PlxWordsPage *self)
{
  GtkWidget *label = gtk_label_new (_("No word of the lexicon stands in it."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->try_box, label);
}

static void
show_tried (PlxWordsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->try_entry));
  PlxLexicon *lexicon = get_corpus (self) != NULL ? plx_corpus_get_lexicon (get_corpus (self)) : NULL;
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (PlxReader) reader = NULL;
  const PlxReading *reading;
  guint n_rows = 0;

  clear_tried (self);
  gtk_stack_set_visible_child_name (self->stack, *text != '\0' ? "try" : "hits");
  if (*text == '\0' || lexicon == NULL)
    return;

  article = plx_article_new (g_strdup (text));
  reader = plx_reader_new (lexicon);
  reading = plx_reader_read (reader, article, NULL);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      for (guint axis = 0; axis < reading->n_axes && n_rows < MAX_TRIED; axis++)
        {
          if (sentence->axes[axis].n_cues == 0)
            continue;
          append_tried (self, article, reading, lexicon, i, axis);
          n_rows++;
        }
    }
  if (n_rows == 0)
    append_nothing (self);
}

static void
on_try_changed (PlxWordsPage *self)
{
  show_tried (self);
}

void
plx_words_page_try (PlxWordsPage *self,
                    const char   *text)
{
  g_return_if_fail (PLX_IS_WORDS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->try_entry), text);
}

/* Changes */

static void
emit_edit (PlxWordsPage         *self,
           const PlxLexiconLine *line,
           const char           *step)
{
  g_autofree char *edits = plx_corpus_dup_lexicon_edits (get_corpus (self), NULL);
  g_autofree char *changed = plx_lexicon_edits_put (edits, line);

  g_signal_emit (self, signals[EDITED], 0, changed, step);
}

static void
on_added (PlxWordsPage         *self,
          const PlxLexiconLine *line)
{
  emit_edit (self, line, _("Add Entry"));
}

static void
on_changed_entry (PlxWordsPage         *self,
                  const PlxLexiconLine *line)
{
  emit_edit (self, line, _("Change Entry"));
}

static void
open_dialog (PlxWordsPage   *self,
             const PlxEntry *entry)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog =
    plx_entry_dialog_new (window, plx_corpus_get_lexicon (get_corpus (self)), entry);

  g_signal_connect_object (dialog, "accepted",
                           entry != NULL ? G_CALLBACK (on_changed_entry) : G_CALLBACK (on_added),
                           self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  open_dialog (PLX_WORDS_PAGE (widget), NULL);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PlxEntryItem *item = get_selected (PLX_WORDS_PAGE (widget));

  if (item != NULL)
    open_dialog (PLX_WORDS_PAGE (widget), plx_entry_item_get_entry (item));
}

static void
disable_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (widget);
  PlxEntryItem *item = get_selected (self);
  char weight[G_ASCII_DTOSTR_BUF_SIZE];
  PlxLexiconLine line;

  if (item == NULL)
    return;
  plx_lexicon_line_from_entry (plx_entry_item_get_lexicon (item), plx_entry_item_get_entry (item),
                               &line, weight);
  line.weight = "off";
  emit_edit (self, &line, _("Switch Entry Off"));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  adw_leaflet_set_visible_child_name (PLX_WORDS_PAGE (widget)->leaflet, "table");
}

/* The table */

static void
take_entries (PlxWordsPage *self,
              PlxLexicon   *lexicon,
              GArray       *hits)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint32 i = 0; i < plx_lexicon_get_n_entries (lexicon); i++)
    {
      PlxEntryItem *item = plx_entry_item_new (lexicon, i);

      plx_entry_item_set_hits (item, g_array_index (hits, guint32, i));
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       items->pdata, items->len);
  update_count (self);
  show_hits (self);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->try_entry)) != '\0')
    show_tried (self);
}

static void
on_counted (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (PlxWordsPage) self = user_data;
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GArray) hits = plx_hits_finish (PLX_CORPUS (source), result, &lexicon, NULL);

  if (self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->cancellable);
  if (hits != NULL)
    take_entries (self, lexicon, hits);
}

static void
stop (PlxWordsPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Counting reads every article: it waits until the page is looked at. */
static void
count_hits (PlxWordsPage *self)
{
  PlxCorpus *corpus = get_corpus (self);

  stop (self);
  if (corpus == NULL || plx_corpus_get_lexicon (corpus) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->cancellable = g_cancellable_new ();
  plx_hits_async (corpus, self->cancellable, on_counted, g_object_ref (self));
}

static void
on_corpus_changed (PlxWordsPage *self)
{
  stop (self);
  g_list_store_remove_all (self->entries);
  plx_evidence_view_set_corpus (self->evidence_view, get_corpus (self));
  update_actions (self);
}

void
plx_words_page_set_session (PlxWordsPage *self,
                            PlxSession   *session)
{
  g_return_if_fail (PLX_IS_WORDS_PAGE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  stop (self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (count_hits), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::corpus", G_CALLBACK (on_corpus_changed), self,
                           G_CONNECT_SWAPPED);
  on_corpus_changed (self);
}

typedef enum
{
  COLUMN_PATTERN,
  COLUMN_ROLE,
  COLUMN_AXIS,
  COLUMN_WEIGHT,
  COLUMN_HITS,
  N_COLUMNS
} Column;

static char *
dup_cell (PlxEntryItem *item,
          Column        column)
{
  const PlxEntry *entry = plx_entry_item_get_entry (item);

  switch (column)
    {
    case COLUMN_ROLE:
      return g_strdup (plx_role_get_label (entry->role));
    case COLUMN_AXIS:
      return entry->axis == PLX_AXIS_ALL
               ? g_strdup (_("All"))
               : plx_wording_axis (plx_lexicon_get_axis (plx_entry_item_get_lexicon (item),
                                                         entry->axis));
    case COLUMN_WEIGHT:
      return entry->role == PLX_ROLE_BLOCK || entry->role == PLX_ROLE_REPORTING
               ? g_strdup ("") : plx_wording_score (entry->weight);
    case COLUMN_HITS:
      return g_strdup_printf ("%u", plx_entry_item_get_hits (item));
    case COLUMN_PATTERN:
    case N_COLUMNS:
    default:
      return g_strdup (entry->pattern);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  Column column = GPOINTER_TO_UINT (user_data);
  gboolean is_number = column == COLUMN_WEIGHT || column == COLUMN_HITS;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column == COLUMN_PATTERN ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  user_data)
{
  g_autofree char *text = dup_cell (gtk_list_item_get_item (list_item), GPOINTER_TO_UINT (user_data));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  PlxEntryItem *first = (PlxEntryItem *) a, *second = (PlxEntryItem *) b;
  const PlxEntry *one = plx_entry_item_get_entry (first), *two = plx_entry_item_get_entry (second);

  switch ((Column) GPOINTER_TO_UINT (user_data))
    {
    case COLUMN_ROLE:
      return gtk_ordering_from_cmpfunc ((int) one->role - (int) two->role);
    case COLUMN_AXIS:
      return gtk_ordering_from_cmpfunc (one->axis - two->axis);
    case COLUMN_WEIGHT:
      return gtk_ordering_from_cmpfunc ((one->weight > two->weight) - (one->weight < two->weight));
    case COLUMN_HITS:
      return gtk_ordering_from_cmpfunc ((plx_entry_item_get_hits (first) >
                                         plx_entry_item_get_hits (second)) -
                                        (plx_entry_item_get_hits (first) <
                                         plx_entry_item_get_hits (second)));
    case COLUMN_PATTERN:
    case N_COLUMNS:
    default:
      return gtk_ordering_from_cmpfunc (strcmp (one->pattern, two->pattern));
    }
}

static void
add_columns (PlxWordsPage *self)
{
  const char *titles[N_COLUMNS] = { _("Entry"), _("Role"), _("Axis"), _("Weight"), _("Hits") };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;
      g_autoptr (GtkSorter) sorter = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_expand (column, i == COLUMN_PATTERN);
      gtk_column_view_append_column (self->column_view, column);
      if (i == COLUMN_HITS)
        gtk_column_view_sort_by_column (self->column_view, column, GTK_SORT_DESCENDING);
    }
}

static void
plx_words_page_dispose (GObject *object)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (object);

  plx_words_page_set_session (self, NULL);
  if (self->column_view != NULL)
    gtk_column_view_set_model (self->column_view, NULL);
  self->column_view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (plx_words_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/parallax_app/Parallax/ui/plx-words-page.ui");
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, leaflet);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, filter_entry);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, found_button);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, column_view);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, count_label);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, try_entry);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, stack);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, evidence_view);
  gtk_widget_class_bind_template_child (klass, PlxWordsPage, try_box);
  gtk_widget_class_bind_template_callback (klass, on_filter_changed);
  gtk_widget_class_bind_template_callback (klass, on_activate);
  gtk_widget_class_bind_template_callback (klass, on_try_changed);
  gtk_widget_class_bind_template_callback (klass, on_sentence_activated);
}

static void
plx_words_page_class_init (PlxWordsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_words_page_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PLX_TYPE_SENTENCE_ITEM);
  gtk_widget_class_install_action (widget_class, "words.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "words.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "words.disable", NULL, disable_action);
  gtk_widget_class_install_action (widget_class, "words.back", NULL, back_action);
  g_type_ensure (PLX_TYPE_EVIDENCE_VIEW);
  bind_template (widget_class);
}

static void
plx_words_page_init (PlxWordsPage *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->entries = g_list_store_new (PLX_TYPE_ENTRY_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  add_columns (self);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->column_view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_hits), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->found_button, "toggled", G_CALLBACK (refilter), self);
  g_signal_connect (self, "map", G_CALLBACK (count_hits), NULL);
  update_actions (self);
}

GtkWidget *
plx_words_page_new (void)
{
  return g_object_new (PLX_TYPE_WORDS_PAGE, NULL);
}
