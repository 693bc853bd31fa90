/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voice-sums.h"

#include <string.h>

#include "plx-summary-private.h"

typedef struct
{
  GBytes        *evidence;
  guint32        reading;
  PlxReadingPart part;
  const guint8  *wire; /* nullable */
} Article;

typedef struct
{
  const char *name;
  GArray     *articles; /* of Article */
  GHashTable *speakers; /* name → number in rows, without the reporter; NULL when summed up */
  GArray     *rows;     /* of PlxVoiceRow; the reporter is the first as long as they are summed up */
  guint64     n_words;
} Source;

struct _PlxVoiceSums
{
  const PlxLexicon *lexicon;
  guint             n_axes;
  guint             max_speakers;
  const PlxFigureTable *table; /* nullable */
  GPtrArray        *sources; /* of Source */
};

/* What a thread works with. */
typedef struct
{
  const PlxVoiceSums *sums;
  Source             *source;
  GPtrArray          *names;    /* of an article's voices */
  GArray             *voices;   /* of PlxEvidencePart: of these */
  guint32            *rows;     /* nullable: by number of a name in the table: its row, plus one */
} Adding;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_array_unref (source->articles);
  g_clear_pointer (&source->speakers, g_hash_table_unref);
  g_array_unref (source->rows);
  g_free (source);
}

PlxVoiceSums *
plx_voice_sums_new (const PlxLexicon *lexicon,
                    guint             max_speakers)
{
  PlxVoiceSums *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxVoiceSums, 1);
  self->lexicon = lexicon;
  self->n_axes = plx_lexicon_get_n_axes (lexicon);
  self->max_speakers = max_speakers;
  self->sources = g_ptr_array_new_with_free_func (source_free);
  return self;
}

void
plx_voice_sums_free (PlxVoiceSums *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sources);
  g_free (self);
}

static Source *
add_source (PlxVoiceSums *self,
            const char   *name)
{
  Source *source = g_new0 (Source, 1);
  PlxVoiceRow reporter = { .source = name };

  source->name = name;
  source->articles = g_array_new (FALSE, FALSE, sizeof (Article));
  source->speakers = g_hash_table_new (g_str_hash, g_str_equal);
  source->rows = g_array_new (FALSE, TRUE, sizeof (PlxVoiceRow));
  g_array_append_val (source->rows, reporter);
  g_ptr_array_add (self->sources, source);
  return source;
}

void
plx_voice_sums_set_table (PlxVoiceSums         *self,
                          const PlxFigureTable *table)
{
  g_return_if_fail (self != NULL && self->sources->len == 0);

  self->table = table;
}

void
plx_voice_sums_add (PlxVoiceSums         *self,
                    const char           *source,
                    GBytes               *evidence,
                    guint32               reading,
                    const PlxReadingPart *part,
                    const guint8         *wire)
{
  Article article = { evidence, reading, *part, wire };
  Source *last;

  g_return_if_fail (self != NULL && evidence != NULL && part != NULL);

  if (source == NULL)
    source = "";
  last = self->sources->len > 0 ? self->sources->pdata[self->sources->len - 1] : NULL;
  if (last == NULL || (last->name != source && strcmp (last->name, source) != 0))
    last = add_source (self, source);
  g_array_append_val (last->articles, article);
}

/* The number of the row of the @voice that has a @name. */
static guint
ensure_row (Source     *source,
            guint       voice,
            const char *name)
{
  PlxVoiceRow row = { .source = source->name, .speaker = name };
  gpointer number;

  if (voice == 0)
    return 0;
  if (g_hash_table_lookup_extended (source->speakers, name, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_array_append_val (source->rows, row);
  g_hash_table_insert (source->speakers, (gpointer) name, GUINT_TO_POINTER (source->rows->len - 1));
  return source->rows->len - 1;
}

/* As ensure_row(), of a name in the table. */
static guint
ensure_numbered_row (Adding *adding,
                     guint   voice,
                     guint32 name)
{
  if (voice == 0)
    return 0;
  if (adding->rows[name] == 0)
    adding->rows[name] =
      1 + ensure_row (adding->source, voice, plx_figure_table_get_name (adding->sums->table, name));
  return adding->rows[name] - 1;
}

/* What a voice says in an article. Its figures are as precise as the table's, which ever way they
 * come. */
static void
add_voice (Adding                 *adding,
           guint                   row,
           guint32                 n_sentences,
           guint32                 n_words,
           gboolean                counts,
           const PlxSummaryFigure *figures)
{
  PlxSummaryRow *sums = &g_array_index (adding->source->rows, PlxVoiceRow, row).row;

  sums->n_articles += counts;
  sums->n_sentences += n_sentences;
  sums->n_words += n_words;
  adding->source->n_words += n_words;
  /* `score` is a sum of means here. */
  for (guint i = 0; i < adding->sums->n_axes; i++)
    {
      sums->axes[i].score += figures[i].score;
      sums->axes[i].positive += figures[i].positive;
      sums->axes[i].negative += figures[i].negative;
      sums->axes[i].n_cues += figures[i].n_cues;
    }
}

/* The most wordy first. */
static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const PlxVoiceRow *first = a, *second = b;

  if (first->row.n_words != second->row.n_words)
    return first->row.n_words > second->row.n_words ? -1 : 1;
  return g_strcmp0 (first->speaker, second->speaker);
}

/* Leaves the rows that are kept. */
static void
choose_rows (const PlxVoiceSums *self,
             Source             *source)
{
  guint n = 0, n_speakers = 0;

  g_clear_pointer (&source->speakers, g_hash_table_unref);
  g_array_sort (source->rows, compare_rows);
  for (guint i = 0; i < source->rows->len; i++)
    {
      PlxVoiceRow *row = &g_array_index (source->rows, PlxVoiceRow, i);

      if (row->row.n_articles == 0 || (row->speaker != NULL && n_speakers++ >= self->max_speakers))
        continue;
      plx_summary_finish_row (&row->row, self->n_axes);
      /* A single sentence drawn anew is the same: its interval would look like certainty. */
      for (guint axis = 0; axis < self->n_axes && row->row.n_sentences < 2; axis++)
        row->row.axes[axis].enough = FALSE;
      row->share = source->n_words > 0 ? row->row.n_words / (double) source->n_words : 0;
      g_array_index (source->rows, PlxVoiceRow, n++) = *row;
    }
  g_array_set_size (source->rows, n);
}

/* Whether the table tells what is asked for of an article. */
static gboolean
is_in_table (const PlxVoiceSums *self,
             const Article      *article)
{
  return self->table != NULL && article->part.target == PLX_NONE &&
         (!article->part.wire_once ||
          (article->wire == NULL && !plx_figure_table_has_wire (self->table, article->reading)));
}

static void
look_up (Adding        *adding,
         const Article *article)
{
  PlxFigureIter iter;
  PlxFigurePart voice;

  plx_figure_iter_init (&iter, adding->sums->table, article->reading, /* targets= */ FALSE);
  for (guint v = 0; plx_figure_iter_next (&iter, &voice); v++)
    {
      if (voice.n_sentences == 0 || (article->part.voice != PLX_NONE && article->part.voice != v))
        continue;
      add_voice (adding, ensure_numbered_row (adding, v, voice.name), voice.n_sentences,
                 voice.n_words, voice.counts, voice.figures);
    }
}

static void
add_summed (Adding                *adding,
            guint                  row,
            const PlxEvidencePart *voice)
{
  PlxSummaryFigure figures[PLX_MAX_AXES];

  for (guint i = 0; i < adding->sums->n_axes; i++)
    figures[i] = (PlxSummaryFigure) { (float) voice->axes[i].score, (float) voice->axes[i].positive,
                                      (float) voice->axes[i].negative, voice->axes[i].n_cues };
  add_voice (adding, row, voice->n_sentences, voice->n_words, voice->weights > 0.0, figures);
}

/* The table knows the names by number, which saves looking for them letter by letter. */
static void
read_through (Adding        *adding,
              const Article *article)
{
  const PlxFigureTable *table = adding->sums->table;
  PlxFigureIter iter;

  plx_evidence_sum_voices (article->evidence, &article->part, article->wire, adding->voices);
  if (table != NULL)
    plx_figure_iter_init (&iter, table, article->reading, /* targets= */ FALSE);
  else
    plx_evidence_list_voices (article->evidence, adding->names);
  for (guint v = 0; v < adding->voices->len; v++)
    {
      const PlxEvidencePart *voice = &g_array_index (adding->voices, PlxEvidencePart, v);
      guint32 name = table != NULL ? plx_figure_iter_skip (&iter) : PLX_NONE;

      if (voice->n_sentences > 0)
        add_summed (adding,
                    name != PLX_NONE ? ensure_numbered_row (adding, v, name)
                                     : ensure_row (adding->source, v, adding->names->pdata[v]),
                    voice);
    }
}

static void
sum_source (gpointer data,
            guint    index)
{
  const PlxVoiceSums *self = data;
  Source *source = g_ptr_array_index (self->sources, index);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) voices = g_array_new (FALSE, FALSE, sizeof (PlxEvidencePart));
  g_autofree guint32 *rows =
    self->table != NULL ? g_new0 (guint32, plx_figure_table_get_n_names (self->table)) : NULL;
  Adding adding = { self, source, names, voices, rows };

  for (guint i = 0; i < source->articles->len; i++)
    {
      const Article *article = &g_array_index (source->articles, Article, i);

      if (is_in_table (self, article))
        look_up (&adding, article);
      else
        read_through (&adding, article);
    }
  choose_rows (self, source);
}

static const PlxVoiceRow *
find_row (GArray     *rows,
          guint       voice,
          const char *name)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PlxVoiceRow *row = &g_array_index (rows, PlxVoiceRow, i);

      if (voice == 0 ? row->speaker == NULL : g_strcmp0 (row->speaker, name) == 0)
        return row;
    }
  return NULL;
}

/* Adds what the voices of the rows say to a summariser, whose groups are the rows by number. */
static PlxSummariser *
gather (const PlxVoiceSums  *self,
        const Source        *source,
        GArray              *rows,
        GPtrArray           *wire,
        PlxSummarySelection *selection)
{
  PlxSummariser *summariser = plx_summariser_new (self->lexicon);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < source->articles->len; i++)
    {
      const Article *article = &g_array_index (source->articles, Article, i);
      PlxReadingPart part = article->part;

      plx_evidence_list_voices (article->evidence, names);
      for (guint v = 0; v < names->len; v++)
        {
          const PlxVoiceRow *row = find_row (rows, v, names->pdata[v]);
          char group[16];

          if (row == NULL || (article->part.voice != PLX_NONE && article->part.voice != v))
            continue;
          g_snprintf (group, sizeof group, "%u", (guint) (row - &g_array_index (rows, PlxVoiceRow, 0)));
          part.voice = v;
          plx_summariser_add_evidence (summariser, group, article->evidence, &part);
          g_ptr_array_add (wire, (gpointer) article->wire);
          selection->wire_once |= part.wire_once;
        }
    }
  selection->wire = (const guint8 *const *) wire->pdata;
  return summariser;
}

static void
set_intervals (const PlxVoiceSums      *self,
               const Source            *source,
               const PlxSummaryOptions *options,
               GArray                  *rows)
{
  g_autoptr (GPtrArray) wire = g_ptr_array_new ();
  PlxSummarySelection selection = { NULL };
  g_autoptr (PlxSummariser) summariser = gather (self, source, rows, wire, &selection);
  g_autoptr (PlxSummary) summary = plx_summariser_finish_selection (summariser, options, &selection);

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *from = g_ptr_array_index (summary->rows, i);
      guint number = (guint) g_ascii_strtoull (from->name, NULL, 10);
      PlxSummaryRow *row = &g_array_index (rows, PlxVoiceRow, number).row;

      for (guint axis = 0; axis < self->n_axes; axis++)
        {
          row->axes[axis].low = from->axes[axis].low;
          row->axes[axis].high = from->axes[axis].high;
        }
    }
}

static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(const Source *const *) a)->name, (*(const Source *const *) b)->name);
}

void
plx_voice_sums_finish (PlxVoiceSums *self)
{
  g_return_if_fail (self != NULL);

  plx_summary_run (sum_source, self, self->sources->len);
  g_ptr_array_sort (self->sources, compare_sources);
}

/* Returns: (transfer full): the rows that are chosen */
static GArray *
list_rows (const Source         *source,
           const PlxVoiceChoice *choice)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (PlxVoiceRow));
  guint n_speakers = 0;

  for (guint i = 0; i < source->rows->len; i++)
    {
      PlxVoiceRow row = g_array_index (source->rows, PlxVoiceRow, i);

      if (row.speaker != NULL && (choice->reporter || n_speakers++ >= choice->max_speakers))
        continue;
      if (choice->reporter)
        row.share = 1;
      g_array_append_val (rows, row);
    }
  return rows;
}

GArray *
plx_voice_sums_list (const PlxVoiceSums      *self,
                     const PlxVoiceChoice    *choice,
                     const PlxSummaryOptions *options)
{
  GArray *rows;

  g_return_val_if_fail (self != NULL && choice != NULL && options != NULL, NULL);

  rows = g_array_new (FALSE, FALSE, sizeof (PlxVoiceRow));
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);
      g_autoptr (GArray) chosen = NULL;

      if (choice->source != NULL && strcmp (choice->source, source->name) != 0)
        continue;
      chosen = list_rows (source, choice);
      if (options->rounds > 0 &&
          (options->is_wanted == NULL || options->is_wanted (options->wanted_data)))
        set_intervals (self, source, options, chosen);
      g_array_append_vals (rows, chosen->data, chosen->len);
    }
  return rows;
}
