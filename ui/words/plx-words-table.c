/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-page-private.h"

#include "plx-hit-bars.h"

#include "ui/widgets/plx-cell.h"
#include "ui/widgets/plx-fit.h"
#include "ui/widgets/plx-letters.h"
#include "ui/widgets/plx-spare-rows.h"

#include <glib/gi18n.h>

/* Places of the sources by their ids, kept at the list until it changes: a word may be in all of
 * hundreds of them, and a list that is scrolled asks for hundreds of words at a time. */

static gpointer
make_key (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize) id);
}

static void
forget_places (GListModel *sources)
{
  g_object_set_data (G_OBJECT (sources), "plx-places", NULL);
  g_signal_handlers_disconnect_by_func (sources, forget_places, NULL);
}

/* From 1 on. */
static GHashTable *
get_places (GListModel *sources)
{
  GHashTable *places = g_object_get_data (G_OBJECT (sources), "plx-places");
  guint n = g_list_model_get_n_items (sources);

  if (places != NULL)
    return places;
  places = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSourceItem) item = g_list_model_get_item (sources, i);

      g_hash_table_insert (places, make_key (plx_source_item_get_id (item)),
                           GUINT_TO_POINTER (i + 1));
    }
  g_object_set_data_full (G_OBJECT (sources), "plx-places", places,
                          (GDestroyNotify) g_hash_table_unref);
  g_signal_connect (sources, "items-changed", G_CALLBACK (forget_places), NULL);
  return places;
}

static guint
find_place (GHashTable          *places,
            const PlxSourceHits *hits)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, make_key (hits->source)));
}

guint32 *
plx_words_page_dup_source_hits (PlxWordsPage *self,
                                PlxWord      *word,
                                guint        *out_n)
{
  GListModel *items = plx_session_get_sources (self->session);
  GHashTable *places = get_places (items);
  guint n_items = g_list_model_get_n_items (items), n;
  const PlxSourceHits *sources = plx_word_get_sources (word, &n);
  guint32 *hits = g_new0 (guint32, n_items + 1);

  for (guint i = 0; i < n; i++)
    {
      guint place = find_place (places, &sources[i]);

      if (place > 0)
        hits[place - 1] = sources[i].n_hits;
    }
  *out_n = n_items;
  return hits;
}

char *
plx_words_page_dup_sources (PlxWordsPage *self,
                            PlxWord      *word,
                            const char   *separator,
                            guint         most)
{
  GString *text = g_string_new (NULL);
  guint n;
  const PlxSourceHits *sources = plx_word_get_sources (word, &n);
  GListModel *items = plx_session_get_sources (self->session);
  GHashTable *places = get_places (items);

  for (guint i = 0; i < MIN (n, most); i++)
    {
      guint place = find_place (places, &sources[i]);
      g_autoptr (PlxSourceItem) item = place > 0 ? g_list_model_get_item (items, place - 1) : NULL;

      if (item != NULL)
        g_string_append_printf (text, "%s%s %'u", text->len > 0 ? separator : "",
                                plx_source_item_get_name (item), sources[i].n_hits);
    }
  if (n > most)
    {
      g_string_append (text, separator);
      /* Translators: after the names of the sources with the most hits of a word */
      g_string_append_printf (text, ngettext ("%'u more source", "%'u more sources", n - most),
                              n - most);
    }
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
    case PLX_WORDS_BY_PATTERN:
    case PLX_N_WORDS_ORDERS:
    default:
      return g_strdup (plx_word_get_entry (word)->pattern);
    }
}

static const char *const titles[PLX_N_WORDS_ORDERS] = {
  [PLX_WORDS_BY_PATTERN] = N_("Entry"),
  [PLX_WORDS_BY_ROLE] = N_("Role"),
  [PLX_WORDS_BY_AXIS] = N_("Axis"),
  [PLX_WORDS_BY_WEIGHT] = N_("Weight"),
  [PLX_WORDS_BY_HITS] = N_("Hits"),
  [PLX_WORDS_BY_SOURCES] = N_("By Source"),
};

static gboolean
is_number (PlxWordsOrder column)
{
  return column == PLX_WORDS_BY_WEIGHT || column == PLX_WORDS_BY_HITS;
}

PlxPlotTable *
plx_words_page_make_table (PlxWordsPage *self)
{
  GListModel *words;
  PlxPlotTable *table;

  g_return_val_if_fail (PLX_IS_WORDS_PAGE (self), NULL);

  words = G_LIST_MODEL (self->model);
  table = plx_plot_table_new (_("Words"));
  for (guint c = 0; c < PLX_N_WORDS_ORDERS; c++)
    plx_plot_table_add_column (table, _(titles[c]), PLX_CELL_TEXT, 0, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (words); i++)
    {
      g_autoptr (PlxWord) word = g_list_model_get_item (words, i);

      for (guint c = 0; c < PLX_N_WORDS_ORDERS; c++)
        {
          g_autofree char *text = c == PLX_WORDS_BY_SOURCES
                                    ? plx_words_page_dup_sources (self, word, ", ", G_MAXUINT)
                                    : dup_cell (self, word, c);

          plx_plot_table_add_text (table, text);
        }
    }
  return table;
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

/* Bars, and how many of the sources have the entry. */
static void
setup_sources (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bars = plx_hit_bars_new ();
  GtkWidget *label = plx_cell_new_number (3);

  gtk_widget_set_valign (bars, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), bars);
  gtk_box_append (GTK_BOX (box), label);
  plx_spare_rows_add (factory, list_item, box);
}

static void
bind_sources (PlxWordsPage *self,
              GtkListItem  *list_item,
              PlxWord      *word)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *bars = gtk_widget_get_first_child (box);
  PlxCell *label = PLX_CELL (gtk_widget_get_last_child (box));
  gboolean is_counted = self->session != NULL && plx_word_is_counted (word);
  g_autofree char *names = NULL;
  g_autofree char *count = NULL;
  g_autofree guint32 *hits = NULL;
  guint n_all = 0, n = 0;

  if (is_counted)
    {
      plx_word_get_sources (word, &n);
      hits = plx_words_page_dup_source_hits (self, word, &n_all);
      names = plx_words_page_dup_sources (self, word, "\n", PLX_WORDS_MOST_TOLD);
      /* Translators: so many of so many sources */
      count = g_strdup_printf (C_("sources", "%u/%u"), n, n_all);
    }
  plx_hit_bars_set_counts (PLX_HIT_BARS (bars), hits, n_all);
  plx_cell_set_text (label, count != NULL ? count : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bars), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  names != NULL ? names : "", -1);
  plx_widget_tell (box, names);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          const Column             *column)
{
  /* What they need, and what they take where there is room, in letters. */
  static const int least[PLX_N_WORDS_ORDERS] = {
    [PLX_WORDS_BY_PATTERN] = 11, [PLX_WORDS_BY_ROLE] = 9, [PLX_WORDS_BY_AXIS] = 10,
    [PLX_WORDS_BY_WEIGHT] = 6,   [PLX_WORDS_BY_HITS] = 4,
  };
  static const int most[PLX_N_WORDS_ORDERS] = {
    [PLX_WORDS_BY_PATTERN] = 14, [PLX_WORDS_BY_ROLE] = 18, [PLX_WORDS_BY_AXIS] = 16,
  };

  if (plx_spare_rows_give (factory, list_item))
    return;
  if (column->column == PLX_WORDS_BY_SOURCES)
    setup_sources (factory, list_item);
  else
    plx_spare_rows_add (factory, list_item,
                        is_number (column->column)
                          ? plx_cell_new_number (least[column->column])
                          : plx_cell_new_text (least[column->column], most[column->column]));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         const Column             *column)
{
  PlxWord *word = PLX_WORD (gtk_list_item_get_item (list_item));
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *text = NULL;
  PlxWordState state = plx_word_get_state (word);

  if (column->column == PLX_WORDS_BY_SOURCES)
    {
      bind_sources (column->page, list_item, word);
      return;
    }
  text = dup_cell (column->page, word, column->column);
  plx_cell_set_text (PLX_CELL (label), text);
  gtk_widget_remove_css_class (label, "dim-label");
  gtk_widget_remove_css_class (label, "own-entry");
  if (state == PLX_WORD_OFF)
    gtk_widget_add_css_class (label, "dim-label");
  else if (state != PLX_WORD_SHIPPED && column->column == PLX_WORDS_BY_PATTERN)
    gtk_widget_add_css_class (label, "own-entry");
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
  /* Two of them: of one and the same, no sorter is asked. */
  g_autoptr (PlxWord) probe = g_object_new (PLX_TYPE_WORD, NULL);
  g_autoptr (PlxWord) other = g_object_new (PLX_TYPE_WORD, NULL);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->column_view);
  int *asked = get_asked (self);
  GtkOrdering ordering;

  *asked = -1;
  ordering = gtk_sorter_compare (sorter, probe, other);
  if (*asked < 0)
    return;
  self->order = (PlxWordsOrder) *asked;
  self->descending = ordering == GTK_ORDERING_LARGER;
  plx_words_page_set_order (self, self->order, self->descending);
}

void
plx_words_page_sort (PlxWordsPage  *self,
                     PlxWordsOrder  order)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, order);
  /* Of numbers, most is first at first. */
  gboolean descending = order == self->order ? !self->descending : order == PLX_WORDS_BY_HITS;
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->column_view)) != NULL;

  if (column == NULL)
    return;
  /* By nothing first, or the column before would keep its arrow. */
  gtk_column_view_sort_by_column (self->column_view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->column_view, column,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  /* The row that had it has gone. */
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->column_view));
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
  gtk_column_view_column_set_expand (shown, order == PLX_WORDS_BY_PATTERN);
  gtk_column_view_append_column (self->column_view, shown);
  return shown;
}

/* The least width, in letters, at which a column has its place, bars and long numbers aside; entry,
 * weight and hits always have theirs. */
static const int least_letters[PLX_N_WORDS_ORDERS] = {
  [PLX_WORDS_BY_SOURCES] = 46,
  [PLX_WORDS_BY_AXIS] = 57,
  [PLX_WORDS_BY_ROLE] = 70,
};

/* A bar is as wide as a letter; there are no more bars, but groups of sources. */
#define MOST_BARS 13
#define USUAL_HITS_DIGITS 4

static int
count_digits (guint n)
{
  return n < 10 ? 1 : 1 + count_digits (n / 10);
}

/* What bars and numbers take, in letters. */
static int
count_letters (PlxWordsPage *self)
{
  GListModel *sources = self->session != NULL ? plx_session_get_sources (self->session) : NULL;
  guint n = sources != NULL ? g_list_model_get_n_items (sources) : 0;
  guint32 n_entries = self->counts != NULL ? plx_hit_counts_get_n_entries (self->counts) : 0;
  guint32 most = 0;

  for (guint32 i = 0; i < n_entries; i++)
    most = MAX (most, plx_hit_counts_get (self->counts, i));
  return (int) MIN (n, MOST_BARS) + 2 * (count_digits (n) - 1) +
         MAX (0, count_digits (most) - USUAL_HITS_DIGITS);
}

static gboolean
on_fit (gpointer user_data)
{
  PlxWordsPage *self = PLX_WORDS_PAGE (user_data);
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  int letters = MAX (0, self->table_width / plx_letters_measure (GTK_WIDGET (self->column_view)).width -
                          count_letters (self));

  self->fitting = 0;
  for (guint i = 0; i < PLX_N_WORDS_ORDERS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, letters >= least_letters[i]);
    }
  return G_SOURCE_REMOVE;
}

/* Columns may not come and go while sizes are being given out. */
void
plx_words_page_queue_fit (PlxWordsPage *self)
{
  if (self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fit, self, NULL);
}

static void
on_width_changed (PlxWordsPage  *self,
                  GParamSpec    *pspec,
                  GtkAdjustment *adjustment)
{
  int width = (int) gtk_adjustment_get_page_size (adjustment);

  if (width != self->table_width)
    plx_words_page_queue_fit (self);
  self->table_width = width;
}

void
plx_words_page_init_table (PlxWordsPage *self)
{
  GtkColumnViewColumn *column;

  self->order = PLX_WORDS_BY_HITS;
  self->descending = TRUE;
  g_object_set_data_full (G_OBJECT (self->column_view), "asked", g_new0 (int, 1), g_free);
  for (guint i = 0; i < PLX_N_WORDS_ORDERS; i++)
    {
      column = append_column (self, i, _(titles[i]));
      if (i == PLX_WORDS_BY_HITS)
        gtk_column_view_sort_by_column (self->column_view, column, GTK_SORT_DESCENDING);
    }
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->column_view)),
                           "notify::page-size", G_CALLBACK (on_width_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->column_view), "changed",
                            G_CALLBACK (on_sorter_changed), self);
}
