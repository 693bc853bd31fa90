/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-data.h"

#include <string.h>

#include "analysis/plx-evidence.h"
#include "analysis/plx-summary-parts.h"

/* Between source and speaker in the name of a group: no name holds them. */
#define OF_REPORTER '\x1e'
#define OF_SPEAKER '\x1f'
static const char separators[] = { OF_REPORTER, OF_SPEAKER, '\0' };

struct _PlxVoicesData
{
  PlxSummariser *summariser;
};

PlxVoicesData *
plx_voices_data_new (const PlxLexicon *lexicon)
{
  PlxVoicesData *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxVoicesData, 1);
  self->summariser = plx_summariser_new (lexicon);
  return self;
}

void
plx_voices_data_free (PlxVoicesData *self)
{
  if (self == NULL)
    return;

  plx_summariser_free (self->summariser);
  g_free (self);
}

void
plx_voices_data_add (PlxVoicesData    *self,
                     const char       *source,
                     const PlxReading *reading)
{
  g_autoptr (GBytes) evidence = NULL;

  g_return_if_fail (self != NULL && reading != NULL);

  evidence = plx_evidence_pack (reading);
  for (guint voice = 0; voice < reading->voices->len; voice++)
    {
      PlxReadingPart part = PLX_READING_PART_INIT;
      const char *name = g_array_index (reading->voices, PlxVoice, voice).name;
      g_autofree char *group = NULL;

      part.voice = voice;
      group = g_strdup_printf ("%s%c%s", source != NULL ? source : "",
                               voice == 0 ? OF_REPORTER : OF_SPEAKER, name != NULL ? name : "");
      plx_summariser_add_evidence_part (self->summariser, group, evidence, &part);
    }
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

void
plx_voices_data_fill (PlxVoicesData           *self,
                      PlxChart                *chart,
                      guint                    axis,
                      const PlxSummaryOptions *options,
                      guint                    max_speakers)
{
  g_autoptr (PlxSummary) summary = NULL;
  g_autoptr (GHashTable) sources = NULL;
  const char *speaker;

  g_return_if_fail (self != NULL && chart != NULL && options != NULL);

  summary = plx_summariser_finish (self->summariser, options);
  g_return_if_fail (axis < summary->n_axes);

  sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, source_free);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

      ensure_source (sources, row, &speaker)->n_words += row->n_words;
    }

  g_ptr_array_sort (summary->rows, compare_rows);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);
      Source *source = ensure_source (sources, row, &speaker);
      PlxVoicesRow added = {
        .source = source->source,
        .speaker = speaker,
        .n_words = row->n_words,
        .share = source->n_words > 0 ? row->n_words / (double) source->n_words : 0,
        .figures = row->axes[axis],
      };

      if (speaker != NULL && source->n_speakers++ >= max_speakers)
        continue;
      plx_voices_chart_add (chart, &added);
    }
}
