/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hits.h"

/* How often an entry was hit in one source. */
typedef struct
{
  guint32       entry;
  PlxSourceHits hits;
} Pair;

struct _PlxHitCounts
{
  guint32     n_entries;
  guint32    *totals;    /* by entry */
  GArray     *pairs;     /* of Pair, while being built */
  GArray     *sources;   /* of PlxSourceHits, by entry: after finish() */
  guint32    *first;     /* by entry, and one more: where its sources begin */

  /* The source being added */
  gint64      source;
  gboolean    has_source;
  guint32    *current;   /* by entry */
  GArray     *touched;   /* of guint32: entries with a current count */

  /* Which entries each article has: their distances, seven bits a byte, an article's closed by
   * a zero. Some two bytes for each, where arrays of numbers would take eight. */
  GByteArray *postings;
  GArray     *articles;  /* of gint64 */
  GArray     *scratch;   /* of guint32 */
};

PlxHitCounts *
plx_hit_counts_new (guint32 n_entries)
{
  PlxHitCounts *self = g_atomic_rc_box_new0 (PlxHitCounts);

  self->n_entries = n_entries;
  self->totals = g_new0 (guint32, n_entries + 1);
  self->current = g_new0 (guint32, n_entries + 1);
  self->first = g_new0 (guint32, n_entries + 2);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  self->sources = g_array_new (FALSE, FALSE, sizeof (PlxSourceHits));
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->postings = g_byte_array_new ();
  self->articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

PlxHitCounts *
plx_hit_counts_ref (PlxHitCounts *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PlxHitCounts *self = data;

  g_free (self->totals);
  g_free (self->current);
  g_free (self->first);
  g_array_unref (self->pairs);
  g_array_unref (self->sources);
  g_array_unref (self->touched);
  g_byte_array_unref (self->postings);
  g_array_unref (self->articles);
  g_array_unref (self->scratch);
}

void
plx_hit_counts_unref (PlxHitCounts *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
close_source (PlxHitCounts *self)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint32 entry = g_array_index (self->touched, guint32, i);
      Pair pair = { entry, { self->source, self->current[entry] } };

      g_array_append_val (self->pairs, pair);
      self->current[entry] = 0;
    }
  g_array_set_size (self->touched, 0);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

static void
append_varint (GByteArray *bytes,
               guint32     value)
{
  guint8 byte;

  for (; value >= 0x80; value >>= 7)
    {
      byte = (guint8) (value | 0x80);
      g_byte_array_append (bytes, &byte, 1);
    }
  byte = (guint8) value;
  g_byte_array_append (bytes, &byte, 1);
}

static void
add_posting (PlxHitCounts *self,
             gint64        article)
{
  guint32 before = 0;

  g_array_sort (self->scratch, compare_numbers);
  for (guint i = 0; i < self->scratch->len; i++)
    {
      /* counted from 1, so that no distance is zero */
      guint32 entry = g_array_index (self->scratch, guint32, i) + 1;

      if (entry == before)
        continue;
      append_varint (self->postings, entry - before);
      before = entry;
    }
  append_varint (self->postings, 0);
  g_array_append_val (self->articles, article);
}

void
plx_hit_counts_add (PlxHitCounts *self,
                    gint64        source,
                    gint64        article,
                    const GArray *hits)
{
  g_return_if_fail (self != NULL && hits != NULL);

  if (self->has_source && source != self->source)
    close_source (self);
  self->source = source;
  self->has_source = TRUE;
  g_array_set_size (self->scratch, 0);
  for (guint i = 0; i < hits->len; i++)
    {
      guint32 entry = g_array_index (hits, PlxHit, i).entry;

      if (entry >= self->n_entries)
        continue;
      if (self->current[entry]++ == 0)
        g_array_append_val (self->touched, entry);
      self->totals[entry]++;
      g_array_append_val (self->scratch, entry);
    }
  add_posting (self, article);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const Pair *first = a, *second = b;

  if (first->entry != second->entry)
    return first->entry < second->entry ? -1 : 1;
  if (first->hits.n_hits != second->hits.n_hits)
    return first->hits.n_hits > second->hits.n_hits ? -1 : 1;
  return first->hits.source < second->hits.source ? -1 : first->hits.source > second->hits.source;
}

void
plx_hit_counts_finish (PlxHitCounts *self)
{
  g_return_if_fail (self != NULL);

  close_source (self);
  g_array_sort (self->pairs, compare_pairs);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);

      g_array_append_val (self->sources, pair->hits);
      self->first[pair->entry + 1]++;
    }
  for (guint32 i = 0; i < self->n_entries; i++)
    self->first[i + 1] += self->first[i];
  g_array_set_size (self->pairs, 0);
}

guint32
plx_hit_counts_get_n_entries (const PlxHitCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_entries;
}

guint32
plx_hit_counts_get (const PlxHitCounts *self,
                    guint32             entry)
{
  g_return_val_if_fail (self != NULL, 0);

  return entry < self->n_entries ? self->totals[entry] : 0;
}

const PlxSourceHits *
plx_hit_counts_get_sources (const PlxHitCounts *self,
                            guint32             entry,
                            guint              *out_n)
{
  g_return_val_if_fail (self != NULL && out_n != NULL, NULL);

  *out_n = entry < self->n_entries ? self->first[entry + 1] - self->first[entry] : 0;
  return *out_n > 0 ? &g_array_index (self->sources, PlxSourceHits, self->first[entry]) : NULL;
}

GArray *
plx_hit_counts_list_articles (const PlxHitCounts *self,
                              guint32             entry)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint article = 0;
  guint32 current = 0;

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->postings->len; i++)
    {
      guint32 distance = self->postings->data[i] & 0x7f;

      for (guint shift = 7; self->postings->data[i] & 0x80; shift += 7)
        distance |= (guint32) (self->postings->data[++i] & 0x7f) << shift;
      current += distance;
      if (distance == 0)
        {
          current = 0;
          article++;
        }
      else if (current == entry + 1)
        {
          g_array_append_val (found, g_array_index (self->articles, gint64, article));
        }
    }
  return found;
}
