/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

/* A filter is turned into what the summariser understands: names of voice and target as they are
 * in readings, the articles with the right words and dates, and where there is wire copy. */

/* Leaves only the articles with the filter's words. */
static gboolean
select_words (PlxCorpus             *self,
              const PlxCorpusSums   *sums,
              const PlxCorpusFilter *filter,
              guint8                *readings,
              GCancellable          *cancellable,
              GError               **error)
{
  g_autoptr (GHashTable) matches = plx_corpus_list_matches (self, filter->search, cancellable, error);

  if (matches == NULL)
    return FALSE;
  for (guint i = 0; i < sums->members->len; i++)
    {
      const PlxCorpusMember *member = &g_array_index (sums->members, PlxCorpusMember, i);

      if (readings[i])
        readings[i] = g_hash_table_contains (matches, &member->id);
    }
  return TRUE;
}

static gboolean
select_articles (PlxCorpus             *self,
                 const PlxCorpusSums   *sums,
                 const PlxCorpusFilter *filter,
                 PlxCorpusSelection    *out,
                 GCancellable          *cancellable,
                 GError               **error)
{
  out->readings = g_new (guint8, MAX (sums->members->len, 1));
  out->selection.readings = out->readings;
  for (guint i = 0; i < sums->members->len; i++)
    out->readings[i] = plx_corpus_filter_has_date (
      filter, g_array_index (sums->members, PlxCorpusMember, i).date);
  return filter->search == NULL ||
         select_words (self, sums, filter, out->readings, cancellable, error);
}

gboolean
plx_corpus_select (PlxCorpus             *self,
                   const PlxCorpusSums   *sums,
                   const PlxCorpusFilter *filter,
                   PlxCorpusSelection    *out,
                   GCancellable          *cancellable,
                   GError               **error)
{
  *out = (PlxCorpusSelection) { { NULL } };
  if (filter == NULL)
    return TRUE;

  out->selection.voice = filter->voice;
  out->selection.target = plx_corpus_filter_get_target (filter, sums->basis->aliases);
  out->selection.wire_once = filter->wire_once;
  if (filter->wire_once)
    {
      out->wire = plx_corpus_dup_wire (self, sums, cancellable, error);
      if (out->wire == NULL)
        return FALSE;
      out->selection.wire = (const guint8 *const *) out->wire->marks;
    }
  return (filter->from == NULL && filter->to == NULL && filter->search == NULL) ||
         select_articles (self, sums, filter, out, cancellable, error);
}

void
plx_corpus_selection_clear (PlxCorpusSelection *self)
{
  g_clear_pointer (&self->wire, plx_corpus_wire_unref);
  g_clear_pointer (&self->readings, g_free);
}
