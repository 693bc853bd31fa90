/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-group-sums.h"

#include "analysis/reading/plx-evidence.h"

#include <string.h>

/* Of an article, to one row. */
typedef struct
{
  const char    *group; /* owned by the names */
  GBytes        *evidence;
  PlxReadingPart part;
  const guint8  *wire;
} Entry;

struct _PlxGroupSums
{
  const PlxLexicon *lexicon;
  PlxGrouping       grouping;
  char             *reporter;
  char             *unnamed; /* nullable */
  GStringChunk     *names;
  GArray           *entries; /* of Entry */
};

PlxGroupSums *
plx_group_sums_new (const PlxLexicon *lexicon,
                    PlxGrouping       grouping,
                    const char       *reporter,
                    const char       *unnamed)
{
  PlxGroupSums *self;

  g_return_val_if_fail (lexicon != NULL && reporter != NULL, NULL);
  g_return_val_if_fail (grouping < PLX_N_GROUPINGS, NULL);

  self = g_new0 (PlxGroupSums, 1);
  self->lexicon = lexicon;
  self->grouping = grouping;
  self->reporter = g_strdup (reporter);
  self->unnamed = g_strdup (unnamed);
  self->names = g_string_chunk_new (4096);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  return self;
}

void
plx_group_sums_free (PlxGroupSums *self)
{
  if (self == NULL)
    return;

  g_free (self->reporter);
  g_free (self->unnamed);
  g_string_chunk_free (self->names);
  g_array_unref (self->entries);
  g_free (self);
}

static void
add_entry (PlxGroupSums            *self,
           const char              *group,
           const PlxGroupedArticle *article,
           const PlxReadingPart    *part)
{
  PlxEvidenceIter iter;
  PlxEvidenceSentence sentence;
  Entry entry;

  plx_evidence_iter_init (&iter, article->evidence, part, article->wire);
  if (!plx_evidence_iter_next (&iter, &sentence))
    return;

  entry = (Entry) { g_string_chunk_insert_const (self->names, group), article->evidence, *part,
                    article->wire };
  g_array_append_val (self->entries, entry);
}

static void
add_voices (PlxGroupSums            *self,
            const PlxGroupedArticle *article)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  plx_evidence_list_voices (article->evidence, names);
  for (guint32 i = 0; i < names->len; i++)
    {
      const char *name = *(const char *) names->pdata[i] != '\0' ? names->pdata[i] : self->unnamed;
      PlxReadingPart part = article->part;

      if (part.voice != PLX_NONE && part.voice != i)
        continue;
      part.voice = i;
      if (i == 0)
        name = self->reporter;
      if (name != NULL)
        add_entry (self, name, article, &part);
    }
}

static void
add_targets (PlxGroupSums            *self,
             const PlxGroupedArticle *article)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  plx_evidence_list_targets (article->evidence, names);
  for (guint32 i = 0; i < names->len; i++)
    {
      PlxReadingPart part = article->part;

      if (*(const char *) names->pdata[i] == '\0' || (part.target != PLX_NONE && part.target != i))
        continue;
      part.target = i;
      add_entry (self, names->pdata[i], article, &part);
    }
}

/* The first @n characters of an ISO 8601 date. */
static void
add_date (PlxGroupSums            *self,
          const PlxGroupedArticle *article,
          gsize                    n)
{
  g_autofree char *date = g_strndup (article->date != NULL ? article->date : "", n);

  add_entry (self, date, article, &article->part);
}

void
plx_group_sums_add (PlxGroupSums            *self,
                    const PlxGroupedArticle *article)
{
  char number[32];

  g_return_if_fail (self != NULL && article != NULL && article->evidence != NULL);

  switch (self->grouping)
    {
    case PLX_GROUPING_SOURCE:
      add_entry (self, article->source, article, &article->part);
      break;
    case PLX_GROUPING_ARTICLE:
      g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, article->id);
      add_entry (self, number, article, &article->part);
      break;
    case PLX_GROUPING_VOICE:
      add_voices (self, article);
      break;
    case PLX_GROUPING_TARGET:
      add_targets (self, article);
      break;
    case PLX_GROUPING_DAY:
      add_date (self, article, strlen ("2023-11-03"));
      break;
    case PLX_GROUPING_MONTH:
      add_date (self, article, strlen ("2023-11"));
      break;
    case PLX_GROUPING_YEAR:
      add_date (self, article, strlen ("2023"));
      break;
    case PLX_N_GROUPINGS:
    default:
      g_return_if_reached ();
    }
}

/* @groups: (nullable): the names of the only rows to make */
static PlxSummary *
summarise (const PlxGroupSums      *self,
           const PlxSummaryOptions *options,
           GHashTable              *groups)
{
  g_autoptr (PlxSummariser) summariser = plx_summariser_new (self->lexicon);
  g_autoptr (GPtrArray) wire = g_ptr_array_new ();
  PlxSummarySelection selection = { NULL };

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (groups != NULL && !g_hash_table_contains (groups, entry->group))
        continue;
      plx_summariser_add_evidence (summariser, entry->group, entry->evidence, &entry->part);
      g_ptr_array_add (wire, (gpointer) entry->wire);
      selection.wire_once |= entry->part.wire_once;
    }
  selection.wire = (const guint8 *const *) wire->pdata;
  return plx_summariser_finish_selection (summariser, options, &selection);
}

static int
compare_sentences (gconstpointer a,
                   gconstpointer b)
{
  const PlxSummaryRow *first = *(const PlxSummaryRow *const *) a;
  const PlxSummaryRow *second = *(const PlxSummaryRow *const *) b;

  if (first->n_sentences != second->n_sentences)
    return first->n_sentences > second->n_sentences ? -1 : 1;
  return strcmp (first->name, second->name);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const PlxSummaryRow *first = *(const PlxSummaryRow *const *) a;
  const PlxSummaryRow *second = *(const PlxSummaryRow *const *) b;
  gint64 first_number = g_ascii_strtoll (first->name, NULL, 10);
  gint64 second_number = g_ascii_strtoll (second->name, NULL, 10);

  return (first_number > second_number) - (first_number < second_number);
}

/* The names of the @max_rows rows with most sentences. */
static GHashTable *
choose_groups (const PlxGroupSums *self,
               guint               max_rows)
{
  static const PlxSummaryOptions quick = { .rounds = 0 };
  g_autoptr (PlxSummary) summary = summarise (self, &quick, NULL);
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_sort (summary->rows, compare_sentences);
  for (guint i = 0; i < summary->rows->len && i < max_rows; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

      g_hash_table_add (groups, g_strdup (row->name));
    }
  return groups;
}

PlxSummary *
plx_group_sums_finish (const PlxGroupSums      *self,
                       const PlxSummaryOptions *options,
                       guint                    max_rows)
{
  g_autoptr (GHashTable) groups = NULL;
  PlxSummary *summary;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  if (max_rows != G_MAXUINT)
    groups = choose_groups (self, max_rows);
  summary = summarise (self, options, groups);
  if (self->grouping == PLX_GROUPING_VOICE || self->grouping == PLX_GROUPING_TARGET)
    g_ptr_array_sort (summary->rows, compare_sentences);
  else if (self->grouping == PLX_GROUPING_ARTICLE)
    g_ptr_array_sort (summary->rows, compare_numbers);
  return summary;
}
