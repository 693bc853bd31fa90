/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page-private.h"

#include <glib/gi18n.h>

static char *
dup_source_name (PlxWordsPage *self,
                 gint64        id)
{
  GListModel *sources = plx_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      if (plx_source_item_get_id (item) == id)
        return g_strdup (plx_source_item_get_name (item));
    }
  return g_strdup (_("Unknown"));
}

/* More than these would be cut off in a column anyway. */
#define MAX_SOURCES 8

static char *
dup_sources (PlxWordsPage *self,
             PlxWord      *word)
{
  GString *text = g_string_new (NULL);
  guint n;
  const PlxSourceHits *sources = plx_word_get_sources (word, &n);

  for (guint i = 0; i < MIN (n, MAX_SOURCES) && self->session != NULL; i++)
    {
      g_autofree char *name = dup_source_name (self, sources[i].source);

      g_string_append_printf (text, "%s%s %u", i > 0 ? " · " : "", name, sources[i].n_hits);
    }
  if (n > MAX_SOURCES)
    g_string_append_printf (text, " …");
  return g_string_free (text, FALSE);
}

static char *
dup_cell (PlxWordsPage  *self,
          PlxWord       *word,
          PlxWordsOrder  column)
{
  switch (column)
    {
    case PLX_WORDS_BY_ROLE:
      return plx_word_dup_role (word);
    case PLX_WORDS_BY_AXIS:
      return plx_word_dup_axis (word);
    case PLX_WORDS_BY_WEIGHT:
      return plx_word_dup_weight (word);
    case PLX_WORDS_BY_HITS:
      return plx_word_is_counted (word) ? g_strdup_printf ("%u", plx_word_get_n_hits (word))
                                        : g_strdup ("–");
    case PLX_WORDS_BY_SOURCES:
      return dup_sources (self, word);
    case PLX_WORDS_BY_PATTERN:
    case PLX_N_WORDS_ORDERS:
    default:
      return g_strdup (plx_word_get_entry (word)->pattern);
    }
}

static gboolean
is_number (PlxWordsOrder column)
{
  return column == PLX_WORDS_BY_WEIGHT || column == PLX_WORDS_BY_HITS;
}

/* What a factory or sorter knows: its page and column. */
typedef struct
{
  PlxWordsPage *page;
  PlxWordsOrder column;
  /* of the sorters: the first that was asked */
  int          *asked;
} Column;

static void
free_column (gpointer data,
             GClosure *closure)
{
  g_free (data);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          const Column             *column)
{
  static const int widths[PLX_N_WORDS_ORDERS] = {
    [PLX_WORDS_BY_PATTERN] = 16, [PLX_WORDS_BY_ROLE] = 9, [PLX_WORDS_BY_AXIS] = 10,
    [PLX_WORDS_BY_WEIGHT] = 6,   [PLX_WORDS_BY_HITS] = 4, [PLX_WORDS_BY_SOURCES] = 10,
  };
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), widths[column->column]);
  gtk_label_set_max_width_chars (GTK_LABEL (label), widths[column->column]);
  gtk_label_set_xalign (GTK_LABEL (label), is_number (column->column) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (is_number (column->column))
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         const Column             *column)
{
  PlxWord *word = PLX_WORD (gtk_list_item_get_item (list_item));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = dup_cell (column->page, word, column->column);
  PlxWordState state = plx_word_get_state (word);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_remove_css_class (label, "dim-label");
  gtk_widget_remove_css_class (label, "own-entry");
  if (state == PLX_WORD_OFF)
    gtk_widget_add_css_class (label, "dim-label");
  else if (state != PLX_WORD_SHIPPED && column->column == PLX_WORDS_BY_PATTERN)
    gtk_widget_add_css_class (label, "own-entry");
  if (column->column == PLX_WORDS_BY_SOURCES || column->column == PLX_WORDS_BY_PATTERN)
    gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
}

/* The model sorts itself: the view's sorters only serve to ask which column leads, and in which
 * direction. GTK 4.8 tells neither, but asks the leading one first. */
static int
note_asked (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Column *column = user_data;

  if (*column->asked < 0)
    *column->asked = column->column;
  return GTK_ORDERING_SMALLER;
}

static int *
get_asked (PlxWordsPage *self)
{
  return g_object_get_data (G_OBJECT (self->column_view), "asked");
}

static void
on_sorter_changed (PlxWordsPage *self)
{
  g_autoptr (PlxWord) probe = g_object_new (PLX_TYPE_WORD, NULL);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->column_view);
  int *asked = get_asked (self);
  GtkOrdering ordering;

  *asked = -1;
  ordering = gtk_sorter_compare (sorter, probe, probe);
  if (*asked >= 0)
    plx_words_model_set_order (self->model, (PlxWordsOrder) *asked,
                               ordering == GTK_ORDERING_LARGER);
}

static GtkColumnViewColumn *
append_column (PlxWordsPage  *self,
               PlxWordsOrder  order,
               const char    *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column column = { self, order, get_asked (self) };
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup),
                         g_memdup2 (&column, sizeof column), free_column, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind), g_memdup2 (&column, sizeof column),
                         free_column, 0);
  shown = gtk_column_view_column_new (title, factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (note_asked, g_memdup2 (&column, sizeof column),
                                              g_free));
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_expand (shown, order == PLX_WORDS_BY_PATTERN ||
                                            order == PLX_WORDS_BY_SOURCES);
  gtk_column_view_append_column (self->column_view, shown);
  return shown;
}

void
plx_words_page_init_table (PlxWordsPage *self)
{
  static const char *const titles[PLX_N_WORDS_ORDERS] = {
    [PLX_WORDS_BY_PATTERN] = N_("Entry"),
    [PLX_WORDS_BY_ROLE] = N_("Role"),
    [PLX_WORDS_BY_AXIS] = N_("Axis"),
    [PLX_WORDS_BY_WEIGHT] = N_("Weight"),
    [PLX_WORDS_BY_HITS] = N_("Hits"),
    [PLX_WORDS_BY_SOURCES] = N_("By Source"),
  };
  GtkColumnViewColumn *column;

  g_object_set_data_full (G_OBJECT (self->column_view), "asked", g_new0 (int, 1), g_free);
  for (guint i = 0; i < PLX_N_WORDS_ORDERS; i++)
    {
      column = append_column (self, i, _(titles[i]));
      if (i == PLX_WORDS_BY_HITS)
        gtk_column_view_sort_by_column (self->column_view, column, GTK_SORT_DESCENDING);
    }
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->column_view), "changed",
                            G_CALLBACK (on_sorter_changed), self);
}
