/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-words-model.h"

#include "plx-entry-match.h"

#include <string.h>

typedef struct
{
  guint32 index;   /* in the lexicon, or in the base for one that is off */
  guint32 counted; /* in the counts; PLX_NONE: there is none of it */
  guint8  state;   /* PlxWordState */
} Row;

/* What rows are of. */
typedef struct
{
  PlxLexicon   *lexicon; /* nullable, as the next */
  PlxLexicon   *base;
  PlxHitCounts *counts;  /* nullable: of the lexicon, or of the one before */
} Contents;

struct _PlxWordsModel
{
  GObject        parent_instance;

  /* owned */
  Contents       now;
  GArray        *all;    /* of Row */
  GArray        *shown;  /* of Row */
  char          *search; /* folded; NULL: any */

  /* state */
  PlxWordsFilter filter; /* without its search */
  PlxWordsOrder  order;
  gboolean       descending;
  gboolean       is_sorted; /* all of them, so that what is shown of them is, too */
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

  if (position >= self->shown->len)
    return NULL;
  row = &g_array_index (self->shown, Row, position);
  return plx_word_new (row->state == PLX_WORD_OFF ? self->now.base : self->now.lexicon, row->index,
                       row->state, self->now.counts, row->counted);
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

static Contents
contents_ref (const Contents *self)
{
  return (Contents) { self->lexicon != NULL ? plx_lexicon_ref (self->lexicon) : NULL,
                      self->base != NULL ? plx_lexicon_ref (self->base) : NULL,
                      self->counts != NULL ? plx_hit_counts_ref (self->counts) : NULL };
}

static void
contents_clear (Contents *self)
{
  g_clear_pointer (&self->lexicon, plx_lexicon_unref);
  g_clear_pointer (&self->base, plx_lexicon_unref);
  g_clear_pointer (&self->counts, plx_hit_counts_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

static const PlxEntry *
get_entry (const Contents *contents,
           const Row      *row)
{
  return plx_lexicon_get_entry (row->state == PLX_WORD_OFF ? contents->base : contents->lexicon,
                                row->index);
}

static gboolean
is_counted (const Contents *contents,
            const Row      *row)
{
  return contents->counts != NULL && row->counted != PLX_NONE;
}

static guint32
get_hits (const Contents *contents,
          const Row      *row)
{
  return is_counted (contents, row) ? plx_hit_counts_get (contents->counts, row->counted) : 0;
}

static guint
get_n_sources (const Contents *contents,
               const Row      *row)
{
  guint n = 0;

  if (is_counted (contents, row))
    plx_hit_counts_get_sources (contents->counts, row->counted, &n);
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
  const PlxEntry *entry = get_entry (&self->now, row);

  if (filter->axis >= 0 && entry->axis != filter->axis)
    return FALSE;
  if (filter->role >= 0 && entry->role != filter->role)
    return FALSE;
  if (filter->only_own && row->state == PLX_WORD_SHIPPED)
    return FALSE;
  /* What the user has just changed must not vanish. */
  if (filter->only_hits && row->state == PLX_WORD_SHIPPED &&
      self->now.counts != NULL && get_hits (&self->now, row) == 0)
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
  const Contents *now = &self->now;
  const PlxEntry *first = get_entry (now, one), *second = get_entry (now, other);
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
      difference = compare_values (get_hits (now, one), get_hits (now, other));
      break;
    case PLX_WORDS_BY_SOURCES:
      difference = compare_values (get_n_sources (now, one), get_n_sources (now, other));
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

static gboolean
has_same_hits (const Contents *before,
               const Row      *old,
               const Contents *now,
               const Row      *new)
{
  guint n_before = 0, n_now = 0;
  const PlxSourceHits *a, *b;

  if (is_counted (before, old) != is_counted (now, new))
    return FALSE;
  if (!is_counted (now, new))
    return TRUE;
  a = plx_hit_counts_get_sources (before->counts, old->counted, &n_before);
  b = plx_hit_counts_get_sources (now->counts, new->counted, &n_now);
  for (guint i = 0; n_before == n_now && i < n_now; i++)
    {
      if (a[i].source != b[i].source || a[i].n_hits != b[i].n_hits)
        return FALSE;
    }
  return n_before == n_now;
}

/* Whether lists say the same of two rows. */
static gboolean
is_same (const Contents *before,
         const Row      *old,
         const Contents *now,
         const Row      *new)
{
  const PlxEntry *a = get_entry (before, old), *b = get_entry (now, new);

  return old->state == new->state && a->role == b->role && a->axis == b->axis &&
         a->weight == b->weight && strcmp (a->pattern, b->pattern) == 0 &&
         strcmp (a->condition, b->condition) == 0 && strcmp (a->note, b->note) == 0 &&
         has_same_hits (before, old, now, new);
}

/* Says what has changed, and no more: views keep the rows that say what they said, with what is
 * selected there, and need not make hundreds anew. */
static void
tell (PlxWordsModel  *self,
      const Contents *before,
      GArray         *old)
{
  GListModel *model = G_LIST_MODEL (self);
  const Row *a = (const Row *) (gpointer) old->data;
  const Row *b = (const Row *) (gpointer) self->shown->data;
  guint n_old = old->len, n_new = self->shown->len;
  guint start = 0, end = 0;

  while (start < MIN (n_old, n_new) && is_same (before, &a[start], &self->now, &b[start]))
    start++;
  while (end < MIN (n_old, n_new) - start &&
         is_same (before, &a[n_old - 1 - end], &self->now, &b[n_new - 1 - end]))
    end++;
  if (start + end == n_old && n_old == n_new)
    return;
  g_list_model_items_changed (model, start, n_old - start - end, n_new - start - end);
}

/* @before: what the rows that are shown were of */
static void
update (PlxWordsModel  *self,
        const Contents *before)
{
  g_autoptr (GArray) old = self->shown;

  if (!self->is_sorted)
    g_array_sort_with_data (self->all, compare_rows, self);
  self->is_sorted = TRUE;
  self->shown = g_array_sized_new (FALSE, TRUE, sizeof (Row), self->all->len);
  for (guint i = 0; i < self->all->len; i++)
    {
      const Row *row = &g_array_index (self->all, Row, i);

      if (is_shown (self, row))
        g_array_append_vals (self->shown, row, 1);
    }
  tell (self, before, old);
}

static void
plx_words_model_finalize (GObject *object)
{
  PlxWordsModel *self = PLX_WORDS_MODEL (object);

  contents_clear (&self->now);
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
      PlxLexiconEdits *edits,
      const guint32   *counted)
{
  PlxLexicon *lexicon = self->now.lexicon;
  guint32 n = lexicon != NULL ? plx_lexicon_get_n_entries (lexicon) : 0;

  g_array_set_size (self->all, 0);
  self->is_sorted = FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      Row row = { i, counted[i], find_state (lexicon, plx_lexicon_get_entry (lexicon, i), edits) };

      g_array_append_val (self->all, row);
    }
  for (guint i = 0; edits != NULL && self->now.base != NULL && i < plx_lexicon_edits_get_n (edits); i++)
    {
      const PlxLexiconEdit *edit = plx_lexicon_edits_get (edits, i);
      Row row = { edit->base, PLX_NONE, PLX_WORD_OFF };

      if (edit->kind == PLX_EDIT_OFF && edit->base != PLX_NONE)
        g_array_append_val (self->all, row);
    }
}

/* Until they are counted again, entries keep the hits that they had: few lose or gain any by what is
 * changed elsewhere.
 * Returns: (transfer full): for each entry of @lexicon its index in the counts there are */
static guint32 *
carry_counts (PlxWordsModel *self,
              PlxLexicon    *lexicon)
{
  guint32 n = plx_lexicon_get_n_entries (lexicon);
  guint32 *counted = plx_entry_match (self->now.lexicon, lexicon);
  g_autofree guint32 *by_entry = g_new (guint32, self->all->len + 1);

  /* The counts may be those of a lexicon still before. */
  memset (by_entry, 0xff, (self->all->len + 1) * sizeof *by_entry);
  for (guint i = 0; i < self->all->len; i++)
    {
      const Row *row = &g_array_index (self->all, Row, i);

      if (row->state != PLX_WORD_OFF)
        by_entry[row->index] = row->counted;
    }
  for (guint32 i = 0; i < n; i++)
    counted[i] = counted[i] != PLX_NONE ? by_entry[counted[i]] : PLX_NONE;
  return counted;
}

void
plx_words_model_set_lexicon (PlxWordsModel   *self,
                             PlxLexicon      *lexicon,
                             PlxLexicon      *base,
                             PlxLexiconEdits *edits)
{
  g_auto (Contents) before = { NULL };
  g_autofree guint32 *counted = NULL;

  g_return_if_fail (PLX_IS_WORDS_MODEL (self));

  before = self->now;
  if (lexicon != NULL)
    counted = carry_counts (self, lexicon);
  self->now = contents_ref (&(Contents) { lexicon, base, lexicon != NULL ? before.counts : NULL });
  fill (self, edits, counted);
  update (self, &before);
}

void
plx_words_model_set_counts (PlxWordsModel *self,
                            PlxHitCounts  *counts)
{
  g_auto (Contents) before = { NULL };

  g_return_if_fail (PLX_IS_WORDS_MODEL (self));

  if (self->now.counts == counts)
    return;
  before = contents_ref (&self->now);
  g_clear_pointer (&self->now.counts, plx_hit_counts_unref);
  self->now.counts = counts != NULL ? plx_hit_counts_ref (counts) : NULL;
  for (guint i = 0; i < self->all->len; i++)
    {
      Row *row = &g_array_index (self->all, Row, i);

      row->counted = counts != NULL && row->state != PLX_WORD_OFF ? row->index : PLX_NONE;
    }
  self->is_sorted = FALSE;
  update (self, &before);
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
  update (self, &self->now);
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
  self->is_sorted = FALSE;
  update (self, &self->now);
}

guint
plx_words_model_find (PlxWordsModel        *self,
                      const PlxLexiconLine *line)
{
  g_return_val_if_fail (PLX_IS_WORDS_MODEL (self) && line != NULL, G_MAXUINT);

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Row *row = &g_array_index (self->shown, Row, i);
      const PlxEntry *entry = get_entry (&self->now, row);
      g_autoptr (PlxLexiconLine) other = NULL;

      if (strcmp (entry->pattern, line->fields[PLX_FIELD_PATTERN]) != 0 ||
          strcmp (entry->condition, line->fields[PLX_FIELD_CONDITION]) != 0)
        continue;
      other = plx_lexicon_line_new_entry (row->state == PLX_WORD_OFF ? self->now.base
                                                                      : self->now.lexicon, entry);
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
