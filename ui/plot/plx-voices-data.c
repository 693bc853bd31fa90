/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-data.h"

#include <string.h>

#include "analysis/reading/plx-evidence.h"

/* Between source and speaker in the name of a group: no name holds them. */
#define OF_REPORTER '\x1e'
#define OF_SPEAKER '\x1f'
static const char separators[] = { OF_REPORTER, OF_SPEAKER, '\0' };

/* What a voice says in an article. */
typedef struct
{
  const char    *group;
  GBytes        *evidence;
  PlxReadingPart part;
  const guint8  *wire; /* nullable */
} Entry;

struct _PlxVoicesData
{
  const PlxLexicon *lexicon;
  GArray           *entries; /* of Entry */
  GStringChunk     *groups;
  GPtrArray        *names;   /* of the voices of an article */
  GString          *group;   /* of the one being added */
};

PlxVoicesData *
plx_voices_data_new (const PlxLexicon *lexicon)
{
  PlxVoicesData *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxVoicesData, 1);
  self->lexicon = lexicon;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->groups = g_string_chunk_new (4096);
  self->names = g_ptr_array_new ();
  self->group = g_string_new (NULL);
  return self;
}

void
plx_voices_data_free (PlxVoicesData *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_string_chunk_free (self->groups);
  g_ptr_array_unref (self->names);
  g_string_free (self->group, TRUE);
  g_free (self);
}

void
plx_voices_data_add (PlxVoicesData        *self,
                     const char           *source,
                     GBytes               *evidence,
                     const PlxReadingPart *part,
                     const guint8         *wire)
{
  g_return_if_fail (self != NULL && evidence != NULL && part != NULL);

  plx_evidence_list_voices (evidence, self->names);
  for (guint voice = 0; voice < self->names->len; voice++)
    {
      Entry entry = { .evidence = evidence, .part = *part, .wire = wire };

      if (part->voice != PLX_NONE && part->voice != voice)
        continue;
      g_string_assign (self->group, source != NULL ? source : "");
      g_string_append_c (self->group, voice == 0 ? OF_REPORTER : OF_SPEAKER);
      g_string_append (self->group, self->names->pdata[voice]);
      entry.part.voice = voice;
      entry.group = g_string_chunk_insert_const (self->groups, self->group->str);
      g_array_append_val (self->entries, entry);
    }
}

/* @only: (nullable): a set of the names of groups; NULL: all */
static PlxSummary *
sum_up (const PlxVoicesData     *self,
        GHashTable              *only,
        const PlxSummaryOptions *options)
{
  g_autoptr (PlxSummariser) summariser = plx_summariser_new (self->lexicon);
  g_autofree const guint8 **wire = g_new (const guint8 *, MAX (self->entries->len, 1));
  PlxSummarySelection selection = { .wire = wire };
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (only != NULL && !g_hash_table_contains (only, entry->group))
        continue;
      plx_summariser_add_evidence (summariser, entry->group, entry->evidence, &entry->part);
      wire[n++] = entry->wire;
      selection.wire_once |= entry->part.wire_once;
    }
  return plx_summariser_finish_selection (summariser, options, &selection);
}

typedef struct
{
  char   *source;
  guint64 n_words;
  guint   n_speakers; /* that have a row already */
} Source;

static void
source_free (gpointer data)
{
  g_free (((Source *) data)->source);
  g_free (data);
}

/* The source of a group, and in @out_speaker who speaks: NULL for the reporter, "" for all who have
 * no name. */
static Source *
ensure_source (GHashTable          *sources,
               const PlxSummaryRow *row,
               const char         **out_speaker)
{
  const char *separator = strpbrk (row->name, separators);
  g_autofree char *name = g_strndup (row->name, separator - row->name);
  Source *source = g_hash_table_lookup (sources, name);

  if (source == NULL)
    {
      source = g_new0 (Source, 1);
      source->source = g_steal_pointer (&name);
      g_hash_table_insert (sources, source->source, source);
    }
  *out_speaker = *separator == OF_SPEAKER ? separator + 1 : NULL;
  return source;
}

/* Sources by name, and within each the most wordy first. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const PlxSummaryRow *row_a = *(const PlxSummaryRow *const *) a;
  const PlxSummaryRow *row_b = *(const PlxSummaryRow *const *) b;
  gsize length_a = strcspn (row_a->name, separators);
  gsize length_b = strcspn (row_b->name, separators);
  int order = strncmp (row_a->name, row_b->name, MIN (length_a, length_b));

  if (order != 0)
    return order;
  if (length_a != length_b)
    return length_a < length_b ? -1 : 1;
  if (row_a->n_words != row_b->n_words)
    return row_a->n_words > row_b->n_words ? -1 : 1;
  return strcmp (row_a->name, row_b->name);
}

/* Returns: (transfer full): @rows in the order of the chart, without those of which nothing is in
 *   and those of speakers beyond @max_speakers */
static GPtrArray *
choose_rows (GPtrArray  *rows,
             GHashTable *sources,
             guint       max_speakers)
{
  GPtrArray *chosen = g_ptr_array_new ();
  const char *speaker;

  for (guint i = 0; i < rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (rows, i);

      ensure_source (sources, row, &speaker)->n_words += row->n_words;
    }
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      PlxSummaryRow *row = g_ptr_array_index (rows, i);
      Source *source = ensure_source (sources, row, &speaker);

      if (row->n_articles > 0 && (speaker == NULL || source->n_speakers++ < max_speakers))
        g_ptr_array_add (chosen, row);
    }
  return chosen;
}

/* Gives the rows their intervals, which take long: those of speakers who are not shown are never
 * made. */
static void
set_intervals (const PlxVoicesData     *self,
               GPtrArray               *rows,
               const PlxSummaryOptions *options)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PlxSummary) summary = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      PlxSummaryRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (by_name, row->name, row);
    }
  summary = sum_up (self, by_name, options);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *from = g_ptr_array_index (summary->rows, i);
      PlxSummaryRow *row = g_hash_table_lookup (by_name, from->name);

      memcpy (row->axes, from->axes, sizeof row->axes);
    }
}

void
plx_voices_data_fill (PlxVoicesData           *self,
                      PlxChart                *chart,
                      guint                    axis,
                      const PlxSummaryOptions *options,
                      guint                    max_speakers)
{
  g_autoptr (PlxSummary) summary = NULL;
  g_autoptr (GHashTable) sources = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  PlxSummaryOptions rough;

  g_return_if_fail (self != NULL && chart != NULL && options != NULL);

  rough = *options;
  rough.rounds = 0;
  summary = sum_up (self, NULL, &rough);
  g_return_if_fail (axis < summary->n_axes);

  sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, source_free);
  rows = choose_rows (summary->rows, sources, max_speakers);
  if (options->rounds > 0)
    set_intervals (self, rows, options);
  for (guint i = 0; i < rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (rows, i);
      const char *speaker;
      const Source *source = ensure_source (sources, row, &speaker);
      PlxVoicesRow added = {
        .source = source->source,
        .speaker = speaker,
        .n_words = row->n_words,
        .share = source->n_words > 0 ? row->n_words / (double) source->n_words : 0,
        .figures = row->axes[axis],
      };

      plx_voices_chart_add (chart, &added);
    }
}
