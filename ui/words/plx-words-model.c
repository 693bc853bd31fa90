/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-model.h"

#include <string.h>

typedef struct
{
  guint32 index; /* in the lexicon, or in the base for one that is off */
  guint8  state; /* PlxWordState */
} Row;

struct _PlxWordsModel
{
  GObject        parent_instance;

  /* owned */
  PlxLexicon    *lexicon;
  PlxLexicon    *base;
  PlxHitCounts  *counts;
  GArray        *all;    /* of Row */
  GArray        *shown;  /* of Row */
  char          *search; /* folded; NULL: any */

  /* state */
  PlxWordsFilter filter; /* without its search */
  PlxWordsOrder  order;
  gboolean       descending;
};

static GType
plx_words_model_get_item_type (GListModel *model)
{
  return PLX_TYPE_WORD;
}

static guint
plx_words_model_get_n_items (GListModel *model)
{
  return PLX_WORDS_MODEL (model)->shown->len;
}

static gpointer
plx_words_model_get_item (GListModel *model,
                          guint       position)
{
  PlxWordsModel *self = PLX_WORDS_MODEL (model);
  const Row *row;
  gboolean is_off;

  if (position >= self->shown->len)
    return NULL;
  row = &g_array_index (self->shown, Row, position);
  is_off = row->state == PLX_WORD_OFF;
  return plx_word_new (is_off ? self->base : self->lexicon, row->index, row->state,
                       is_off ? NULL : self->counts);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plx_words_model_get_item_type;
  iface->get_n_items = plx_words_model_get_n_items;
  iface->get_item = plx_words_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlxWordsModel, plx_words_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const PlxEntry *
get_entry (PlxWordsModel *self,
           const Row     *row)
{
  return plx_lexicon_get_entry (row->state == PLX_WORD_OFF ? self->base : self->lexicon,
                                row->index);
}

static guint32
get_hits (PlxWordsModel *self,
          const Row     *row)
{
  return row->state != PLX_WORD_OFF && self->counts != NULL
           ? plx_hit_counts_get (self->counts, row->index) : 0;
}

static guint
get_n_sources (PlxWordsModel *self,
               const Row     *row)
{
  guint n = 0;

  if (row->state != PLX_WORD_OFF && self->counts != NULL)
    plx_hit_counts_get_sources (self->counts, row->index, &n);
  return n;
}

static gboolean
contains (const char *text,
          const char *folded)
{
  g_autofree char *other = NULL;

  if (strstr (text, folded) != NULL)
    return TRUE;
  other = g_utf8_casefold (text, -1);
  return strstr (other, folded) != NULL;
}

static gboolean
is_shown (PlxWordsModel *self,
          const Row     *row)
{
  const PlxWordsFilter *filter = &self->filter;
  const PlxEntry *entry = get_entry (self, row);

  if (filter->axis >= 0 && entry->axis != filter->axis)
    return FALSE;
  if (filter->role >= 0 && entry->role != filter->role)
    return FALSE;
  if (filter->only_own && row->state == PLX_WORD_SHIPPED)
    return FALSE;
  /* What the user has just changed must not vanish. */
  if (filter->only_hits && row->state == PLX_WORD_SHIPPED && self->counts != NULL && get_hits (self, row) == 0)
    return FALSE;
  return self->search == NULL || contains (entry->pattern, self->search) ||
         contains (entry->note, self->search);
}

static int
compare_values (double a,
                double b)
{
  return a < b ? -1 : a > b;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  PlxWordsModel *self = PLX_WORDS_MODEL (user_data);
  const Row *one = a, *other = b;
  const PlxEntry *first = get_entry (self, one), *second = get_entry (self, other);
  int difference = 0;

  switch (self->order)
    {
    case PLX_WORDS_BY_ROLE:
      difference = compare_values (first->role, second->role);
      break;
    case PLX_WORDS_BY_AXIS:
      difference = compare_values (first->axis, second->axis);
      break;
    case PLX_WORDS_BY_WEIGHT:
      difference = compare_values (first->weight, second->weight);
      break;
    case PLX_WORDS_BY_HITS:
      difference = compare_values (get_hits (self, one), get_hits (self, other));
      break;
    case PLX_WORDS_BY_SOURCES:
      difference = compare_values (get_n_sources (self, one), get_n_sources (self, other));
      break;
    case PLX_WORDS_BY_PATTERN:
    case PLX_N_WORDS_ORDERS:
    default:
      difference = g_ascii_strcasecmp (first->pattern, second->pattern);
      break;
    }
  if (difference != 0)
    return self->descending ? -difference : difference;
  difference = g_ascii_strcasecmp (first->pattern, second->pattern);
  return difference != 0 ? difference : compare_values (one->index, other->index);
}

static void
update (PlxWordsModel *self)
{
  guint n_before = self->shown->len;

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->all->len; i++)
    {
      const Row *row = &g_array_index (self->all, Row, i);

      if (is_shown (self, row))
        g_array_append_vals (self->shown, row, 1);
    }
  g_array_sort_with_data (self->shown, compare_rows, self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

static void
plx_words_model_finalize (GObject *object)
{
  PlxWordsModel *self = PLX_WORDS_MODEL (object);

  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->base, plx_lexicon_unref);
  g_clear_pointer (&self->counts, plx_hit_counts_unref);
  g_clear_pointer (&self->search, g_free);
  g_array_unref (self->all);
  g_array_unref (self->shown);

  G_OBJECT_CLASS (plx_words_model_parent_class)->finalize (object);
}

static void
plx_words_model_class_init (PlxWordsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_words_model_finalize;
}

static void
plx_words_model_init (PlxWordsModel *self)
{
  self->all = g_array_new (FALSE, TRUE, sizeof (Row));
  self->shown = g_array_new (FALSE, TRUE, sizeof (Row));
  self->filter = (PlxWordsFilter) { .axis = -1, .role = -1 };
  self->order = PLX_WORDS_BY_HITS;
  self->descending = TRUE;
}

PlxWordsModel *
plx_words_model_new (void)
{
  return g_object_new (PLX_TYPE_WORDS_MODEL, NULL);
}

/* The file with the user's lines is read last. Some of its lines only repeat what is shipped:
 * see plx_lexicon_edits_to_string(). */
static PlxWordState
find_state (const PlxLexicon *lexicon,
            const PlxEntry   *entry,
            PlxLexiconEdits  *edits)
{
  g_autoptr (PlxLexiconLine) line = NULL;
  const PlxLexiconEdit *edit;

  if (edits == NULL || plx_lexicon_edits_get_n (edits) == 0 ||
      entry->source + 1u != plx_lexicon_get_n_sources (lexicon))
    return PLX_WORD_SHIPPED;
  line = plx_lexicon_line_new_entry (lexicon, entry);
  edit = plx_lexicon_edits_find (edits, line);
  if (edit == NULL || edit->kind == PLX_EDIT_OFF)
    return PLX_WORD_SHIPPED;
  return edit->kind == PLX_EDIT_ADDED ? PLX_WORD_ADDED : PLX_WORD_CHANGED;
}

static void
fill (PlxWordsModel   *self,
      PlxLexiconEdits *edits)
{
  guint32 n = self->lexicon != NULL ? plx_lexicon_get_n_entries (self->lexicon) : 0;

  g_array_set_size (self->all, 0);
  for (guint32 i = 0; i < n; i++)
    {
      Row row = { i, find_state (self->lexicon, plx_lexicon_get_entry (self->lexicon, i), edits) };

      g_array_append_val (self->all, row);
    }
  for (guint i = 0; edits != NULL && self->base != NULL && i < plx_lexicon_edits_get_n (edits); i++)
    {
      const PlxLexiconEdit *edit = plx_lexicon_edits_get (edits, i);
      Row row = { edit->base, PLX_WORD_OFF };

      if (edit->kind == PLX_EDIT_OFF && edit->base != PLX_NONE)
        g_array_append_val (self->all, row);
    }
}

void
plx_words_model_set_lexicon (PlxWordsModel   *self,
                             PlxLexicon      *lexicon,
                             PlxLexicon      *base,
                             PlxLexiconEdits *edits)
{
  guint n_before;

  g_return_if_fail (PLX_IS_WORDS_MODEL (self));

  /* Nobody may look at rows of the lexicon that goes. */
  n_before = self->shown->len;
  g_array_set_size (self->shown, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  g_clear_pointer (&self->counts, plx_hit_counts_unref);
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->base, plx_lexicon_unref);
  self->lexicon = lexicon != NULL ? plx_lexicon_ref (lexicon) : NULL;
  self->base = base != NULL ? plx_lexicon_ref (base) : NULL;
  fill (self, edits);
  update (self);
}

void
plx_words_model_set_counts (PlxWordsModel *self,
                            PlxHitCounts  *counts)
{
  g_return_if_fail (PLX_IS_WORDS_MODEL (self));

  if (self->counts == counts)
    return;
  g_clear_pointer (&self->counts, plx_hit_counts_unref);
  self->counts = counts != NULL ? plx_hit_counts_ref (counts) : NULL;
  update (self);
}

void
plx_words_model_set_filter (PlxWordsModel        *self,
                            const PlxWordsFilter *filter)
{
  g_autofree char *search = NULL;

  g_return_if_fail (PLX_IS_WORDS_MODEL (self));
  g_return_if_fail (filter != NULL);

  if (filter->search != NULL && *filter->search != '\0')
    search = g_utf8_casefold (filter->search, -1);
  if (self->filter.axis == filter->axis && self->filter.role == filter->role &&
      self->filter.only_hits == filter->only_hits && self->filter.only_own == filter->only_own &&
      g_strcmp0 (self->search, search) == 0)
    return;
  g_free (self->search);
  self->search = g_steal_pointer (&search);
  self->filter = *filter;
  self->filter.search = NULL;
  update (self);
}

void
plx_words_model_set_order (PlxWordsModel *self,
                           PlxWordsOrder  order,
                           gboolean       descending)
{
  g_return_if_fail (PLX_IS_WORDS_MODEL (self));
  g_return_if_fail (order < PLX_N_WORDS_ORDERS);

  if (self->order == order && self->descending == descending)
    return;
  self->order = order;
  self->descending = descending;
  update (self);
}

guint
plx_words_model_find (PlxWordsModel        *self,
                      const PlxLexiconLine *line)
{
  g_return_val_if_fail (PLX_IS_WORDS_MODEL (self) && line != NULL, G_MAXUINT);

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Row *row = &g_array_index (self->shown, Row, i);
      const PlxEntry *entry = get_entry (self, row);
      g_autoptr (PlxLexiconLine) other = NULL;

      if (strcmp (entry->pattern, line->fields[PLX_FIELD_PATTERN]) != 0 ||
          strcmp (entry->condition, line->fields[PLX_FIELD_CONDITION]) != 0)
        continue;
      other = plx_lexicon_line_new_entry (row->state == PLX_WORD_OFF ? self->base : self->lexicon,
                                          entry);
      if (strcmp (other->fields[PLX_FIELD_ROLE], line->fields[PLX_FIELD_ROLE]) == 0 &&
          strcmp (other->fields[PLX_FIELD_AXIS], line->fields[PLX_FIELD_AXIS]) == 0)
        return i;
    }
  return G_MAXUINT;
}

guint
plx_words_model_get_n_all (PlxWordsModel *self)
{
  g_return_val_if_fail (PLX_IS_WORDS_MODEL (self), 0);

  return self->all->len;
}
