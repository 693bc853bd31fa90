/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-data.h"

#include <glib/gi18n.h>
#include <string.h>

/* Between source and speaker in the name of a group: no name holds it. */
#define SEPARATOR '\x1f'

struct _PlxVoicesData
{
  PlxSummariser *summariser;
  GArray        *sentences; /* of PlxReadSentence: room for those of one voice */
};

PlxVoicesData *
plx_voices_data_new (const PlxLexicon *lexicon)
{
  PlxVoicesData *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxVoicesData, 1);
  self->summariser = plx_summariser_new (lexicon);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxReadSentence));
  return self;
}

void
plx_voices_data_free (PlxVoicesData *self)
{
  if (self == NULL)
    return;

  plx_summariser_free (self->summariser);
  g_array_unref (self->sentences);
  g_free (self);
}

/* A reading of what one voice says, and nothing else. */
static void
add_voice (PlxVoicesData    *self,
           const char       *source,
           const PlxReading *reading,
           guint             voice)
{
  PlxReading part = *reading;
  const char *name = g_array_index (reading->voices, PlxVoice, voice).name;
  g_autofree char *group = NULL;

  g_array_set_size (self->sentences, 0);
  part.sentences = self->sentences;
  part.n_words = 0;
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      PlxReadSentence sentence = g_array_index (reading->sentences, PlxReadSentence, i);

      if (sentence.voice != voice)
        continue;
      part.n_words += sentence.n_words;
      /* Here every voice is the one that counts. */
      sentence.voice = 0;
      g_array_append_val (self->sentences, sentence);
    }
  if (self->sentences->len == 0)
    return;

  if (voice != 0 && name == NULL)
    name = _("unnamed speakers");
  group = g_strdup_printf ("%s%c%s", source, SEPARATOR, voice == 0 ? "" : name);
  plx_summariser_add (self->summariser, group, &part);
}

void
plx_voices_data_add (PlxVoicesData    *self,
                     const char       *source,
                     const PlxReading *reading)
{
  g_return_if_fail (self != NULL && reading != NULL);

  for (guint voice = 0; voice < reading->voices->len; voice++)
    add_voice (self, source != NULL ? source : "", reading, voice);
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

/* The source of a group, and in @out_speaker who speaks: NULL for the reporter. */
static Source *
ensure_source (GHashTable          *sources,
               const PlxSummaryRow *row,
               const char         **out_speaker)
{
  const char *separator = strchr (row->name, SEPARATOR);
  g_autofree char *name = g_strndup (row->name, separator - row->name);
  Source *source = g_hash_table_lookup (sources, name);

  if (source == NULL)
    {
      source = g_new0 (Source, 1);
      source->source = g_steal_pointer (&name);
      g_hash_table_insert (sources, source->source, source);
    }
  *out_speaker = separator[1] != '\0' ? separator + 1 : NULL;
  return source;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const PlxSummaryRow *row_a = *(const PlxSummaryRow *const *) a;
  const PlxSummaryRow *row_b = *(const PlxSummaryRow *const *) b;

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

  g_ptr_array_sort (summary->rows, compare_words);
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
