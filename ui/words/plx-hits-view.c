/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hits-view.h"

#include "data/plx-csv.h"
#include "data/plx-task.h"
#include "ui/widgets/plx-messages.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Beyond these, nobody reads; the table says how many there are. */
#define LIMIT 1000

/* A line as an object for lists. */
#define PLX_TYPE_HIT_ITEM (plx_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxHitItem, plx_hit_item, PLX, HIT_ITEM, GObject)

struct _PlxHitItem
{
  GObject      parent_instance;

  PlxKwicLine *line;
};

G_DEFINE_FINAL_TYPE (PlxHitItem, plx_hit_item, G_TYPE_OBJECT)

static void
plx_hit_item_finalize (GObject *object)
{
  g_clear_pointer (&PLX_HIT_ITEM (object)->line, plx_kwic_line_free);

  G_OBJECT_CLASS (plx_hit_item_parent_class)->finalize (object);
}

static void
plx_hit_item_class_init (PlxHitItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_hit_item_finalize;
}

static void
plx_hit_item_init (PlxHitItem *self)
{
}

struct _PlxHitsView
{
  GtkBox        parent_instance;

  /* template widgets */
  GtkStack     *stack;
  AdwStatusPage *empty_page;
  GtkDropDown  *order_drop_down;
  GtkLabel     *count_label;
  GtkListView  *list_view;

  /* owned */
  GListStore   *items;
  GCancellable *cancellable;
};

enum
{
  ACTIVATED,
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

  return plx_kwic_line_compare (PLX_HIT_ITEM ((gpointer) a)->line,
                                PLX_HIT_ITEM ((gpointer) b)->line, order);
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
  if (self->items != NULL)
    g_list_store_sort (self->items, compare_items, GINT_TO_POINTER (get_order (self)));
}

static void
show_empty (PlxHitsView *self,
            const char  *title,
            const char  *description)
{
  g_list_store_remove_all (self->items);
  adw_status_page_set_title (self->empty_page, title);
  adw_status_page_set_description (self->empty_page, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_lines (PlxHitsView *self,
            GPtrArray   *lines)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      PlxHitItem *item = g_object_new (PLX_TYPE_HIT_ITEM, NULL);

      item->line = g_steal_pointer (&lines->pdata[i]);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  on_order_changed (self);
  if (items->len >= LIMIT)
    text = g_strdup_printf (_("The first %u hits"), items->len);
  else
    text = g_strdup_printf (ngettext ("%u hit", "%u hits", items->len), items->len);
  gtk_label_set_text (self->count_label, text);
  gtk_stack_set_visible_child_name (self->stack, "ready");
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

  return G_LIST_MODEL (self->items);
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
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (PlxHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      plx_csv_add_text (&csv, item->line->source);
      plx_csv_add_text (&csv, item->line->title);
      plx_csv_add_text (&csv, item->line->left);
      plx_csv_add_text (&csv, item->line->word);
      plx_csv_add_text (&csv, item->line->right);
      plx_csv_end_row (&csv);
    }
  return g_bytes_new (csv.buffer->str, csv.buffer->len);
}

void
plx_hits_view_set_order (PlxHitsView  *self,
                         PlxKwicOrder  order)
{
  g_return_if_fail (PLX_IS_HITS_VIEW (self));

  gtk_drop_down_set_selected (self->order_drop_down, order);
}

static void
on_activate (PlxHitsView *self,
             guint        position)
{
  g_autoptr (PlxHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, item->line->article, item->line->sentence);
}

/* A line is three labels: the left context ends where the word begins, so that the words stand
 * under each other. */
static GtkWidget *
make_label (GtkWidget          *box,
            float               xalign,
            PangoEllipsizeMode  ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  /* As much as there is room for, but asking for little: the table beside it needs room too. */
  if (ellipsize != PANGO_ELLIPSIZE_NONE)
    gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *right_side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *left, *word, *right, *caption;

  left = make_label (sides, 1, PANGO_ELLIPSIZE_START);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), right_side);
  word = make_label (right_side, 0, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (word, "heading");
  right = make_label (right_side, 0, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (right, TRUE);
  gtk_box_append (GTK_BOX (row), sides);
  caption = make_label (row, 0.5, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  g_object_set_data (G_OBJECT (row), "left", left);
  g_object_set_data (G_OBJECT (row), "word", word);
  g_object_set_data (G_OBJECT (row), "right", right);
  g_object_set_data (G_OBJECT (row), "caption", caption);
  gtk_list_item_set_child (list_item, row);
}

static void
set_text (GtkWidget  *row,
          const char *name,
          const char *text)
{
  gtk_label_set_text (g_object_get_data (G_OBJECT (row), name), text);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  const PlxKwicLine *line = PLX_HIT_ITEM (gtk_list_item_get_item (list_item))->line;
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *caption = NULL;
  g_autofree char *spoken = NULL;

  /* Translators: a source and the headline of one of its articles */
  caption = *line->title != '\0' ? g_strdup_printf (_("%s · %s"), line->source, line->title)
                                 : g_strdup (line->source);
  set_text (row, "left", line->left);
  set_text (row, "word", line->word);
  set_text (row, "right", line->right);
  set_text (row, "caption", caption);
  spoken = g_strdup_printf ("%s %s %s. %s", line->left, line->word, line->right, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
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
  g_clear_object (&PLX_HITS_VIEW (object)->items);

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
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/parallax_app/Parallax/ui/plx-hits-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlxHitsView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_order_changed);
}

static void
plx_hits_view_init (PlxHitsView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (PLX_TYPE_HIT_ITEM);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  show_empty (self, _("No Entry Selected"), _("Select an entry to see where it stands."));
}

GtkWidget *
plx_hits_view_new (void)
{
  return g_object_new (PLX_TYPE_HITS_VIEW, NULL);
}
