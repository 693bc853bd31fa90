/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-export.h"

#include "plx-csv.h"

#include <math.h>

/* A table is written by rows of fields; this hides which format they go to. Fields of one axis are
 * "AXIS_NAME" in CSV, and NAME in an object "AXIS" in JSON.
 *
 * JSON is written here because json-glib gives every number 17 digits: 0.098000000000000004. */
typedef struct
{
  PlxTableFormat format;
  PlxCsv         csv;
  GString       *buffer;    /* what is not written yet, of either format */
  guint          n_rows;
  gboolean       is_first;  /* JSON: nothing stands in the innermost object or array yet */
  GOutputStream *stream;
  GCancellable  *cancellable;
} Table;

#define FLUSH_BYTES (256 * 1024)

static void
table_init (Table                  *self,
            const PlxExportOptions *options,
            GOutputStream          *stream,
            GCancellable           *cancellable)
{
  *self = (Table) { .format = options->format, .stream = stream, .cancellable = cancellable };
  plx_csv_init (&self->csv, !options->is_raw);
  self->buffer = self->format == PLX_TABLE_CSV ? self->csv.buffer : g_string_new (NULL);
}

static void
table_clear (Table *self)
{
  if (self->format != PLX_TABLE_CSV)
    g_string_free (self->buffer, TRUE);
  plx_csv_clear (&self->csv);
}

static gboolean
table_flush (Table   *self,
             gsize    limit,
             GError **error)
{
  gboolean written;

  if (self->buffer->len <= limit)
    return TRUE;

  written = g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL,
                                       self->cancellable, error);
  g_string_set_size (self->buffer, 0);
  return written;
}

static void
append_json_string (GString    *json,
                    const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (json, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static void
append_json_name (Table      *self,
                  const char *name)
{
  if (!self->is_first)
    g_string_append_c (self->buffer, ',');
  self->is_first = FALSE;
  append_json_string (self->buffer, name);
  g_string_append_c (self->buffer, ':');
}

static void
append_json_object_begin (Table *self)
{
  g_string_append_c (self->buffer, '{');
  self->is_first = TRUE;
}

static void
append_json_object_end (Table *self)
{
  g_string_append_c (self->buffer, '}');
  self->is_first = FALSE;
}

static void
table_begin (Table         *self,
             const PlxAxis *axes,
             guint          n_axes,
             const char    *name)
{
  if (self->format == PLX_TABLE_CSV)
    return;

  g_string_append (self->buffer, "{\"axes\":[");
  for (guint i = 0; i < n_axes; i++)
    {
      if (i > 0)
        g_string_append_c (self->buffer, ',');
      append_json_object_begin (self);
      append_json_name (self, "id");
      append_json_string (self->buffer, axes[i].id);
      append_json_name (self, "negative");
      append_json_string (self->buffer, axes[i].negative);
      append_json_name (self, "positive");
      append_json_string (self->buffer, axes[i].positive);
      append_json_object_end (self);
    }
  g_string_append_printf (self->buffer, "],\n\"%s\":[", name);
}

static gboolean
table_end (Table   *self,
           GError **error)
{
  if (self->format == PLX_TABLE_JSON)
    g_string_append (self->buffer, "\n]}\n");
  return table_flush (self, 0, error);
}

static void
row_begin (Table *self)
{
  if (self->format == PLX_TABLE_CSV)
    return;

  g_string_append (self->buffer, self->n_rows > 0 ? ",\n" : "\n");
  append_json_object_begin (self);
}

static gboolean
row_end (Table   *self,
         GError **error)
{
  if (self->format == PLX_TABLE_CSV)
    plx_csv_end_row (&self->csv);
  else
    append_json_object_end (self);

  self->n_rows++;
  return table_flush (self, FLUSH_BYTES, error);
}

static void
add_text (Table      *self,
          const char *name,
          const char *text)
{
  if (self->format == PLX_TABLE_CSV)
    {
      plx_csv_add_text (&self->csv, text);
      return;
    }

  append_json_name (self, name);
  append_json_string (self->buffer, text);
}

static void
add_number (Table      *self,
            const char *name,
            double      number,
            guint       decimals)
{
  if (self->format == PLX_TABLE_CSV)
    {
      plx_csv_add_number (&self->csv, number, decimals);
      return;
    }

  append_json_name (self, name);
  if (isfinite (number))
    plx_csv_append_number (self->buffer, number, decimals);
  else
    g_string_append (self->buffer, "null");
}

static void
axis_begin (Table         *self,
            const PlxAxis *axis)
{
  if (self->format == PLX_TABLE_CSV)
    return;

  append_json_name (self, axis->id);
  append_json_object_begin (self);
}

static void
axis_end (Table *self)
{
  if (self->format == PLX_TABLE_JSON)
    append_json_object_end (self);
}

/* The header row, which only CSV has. */
static void
add_header (Table             *self,
            const char *const *columns,
            const PlxAxis     *axes,
            guint              n_axes,
            const char *const *axis_columns)
{
  if (self->format != PLX_TABLE_CSV)
    return;

  for (guint i = 0; columns[i] != NULL; i++)
    plx_csv_add_text (&self->csv, columns[i]);
  for (guint axis = 0; axis < n_axes; axis++)
    {
      for (guint i = 0; axis_columns[i] != NULL; i++)
        {
          g_autofree char *name = g_strdup_printf ("%s_%s", axes[axis].id, axis_columns[i]);

          plx_csv_add_text (&self->csv, name);
        }
    }
  plx_csv_end_row (&self->csv);
}

/* The figures of a row on each axis. */
static void
add_axes (Table               *self,
          const PlxSummary    *summary,
          const PlxSummaryRow *row)
{
  for (guint i = 0; i < summary->n_axes; i++)
    {
      const PlxSummaryAxis *axis = &row->axes[i];

      axis_begin (self, &summary->axes[i]);
      add_number (self, "score", axis->score, 4);
      add_number (self, "low", axis->low, 4);
      add_number (self, "high", axis->high, 4);
      add_number (self, "direction", axis->direction, 4);
      add_number (self, "intensity", axis->intensity, 4);
      add_number (self, "positive", axis->positive, 4);
      add_number (self, "negative", axis->negative, 4);
      add_number (self, "cues", axis->n_cues, 0);
      add_number (self, "enough", axis->enough, 0);
      axis_end (self);
    }
}

/* What a row is of: an article's number, source, title and date, or the row's name. */
static void
add_name (Table               *self,
          const PlxSummaryRow *row,
          const char          *column,
          GHashTable          *indices,
          const PlxCorpusKept *kept)
{
  PlxKeptArticle article;
  gint64 id;

  if (indices == NULL)
    {
      add_text (self, column, row->name);
      return;
    }

  id = g_ascii_strtoll (row->name, NULL, 10);
  plx_corpus_kept_get_article (kept, GPOINTER_TO_UINT (g_hash_table_lookup (indices, &id)),
                               &article);
  add_number (self, "article", article.id, 0);
  add_text (self, "source", article.source);
  add_text (self, "title", article.title);
  add_text (self, "date", article.date);
}

/* @indices: (nullable): of articles in @kept */
static gboolean
write_rows (Table               *self,
            const PlxSummary    *summary,
            const char          *column,
            GHashTable          *indices,
            const PlxCorpusKept *kept,
            GError             **error)
{
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

      row_begin (self);
      add_name (self, row, column, indices, kept);
      if (indices == NULL)
        add_number (self, "articles", row->n_articles, 0);
      add_number (self, "sentences", row->n_sentences, 0);
      add_number (self, "words", row->n_words, 0);
      add_axes (self, summary, row);
      if (!row_end (self, error))
        return FALSE;
    }
  return table_end (self, error);
}

gboolean
plx_export_summary (const PlxSummary       *summary,
                    PlxGrouping             grouping,
                    const PlxCorpusKept    *kept,
                    const PlxExportOptions *options,
                    GOutputStream          *stream,
                    GCancellable           *cancellable,
                    GError                **error)
{
  static const char *const groupings[PLX_N_GROUPINGS] = {
    "source", "article", "voice", "target", "day", "month", "year",
  };
  static const char *const article_columns[] = { "article", "source", "title", "date", "sentences",
                                                 "words", NULL };
  static const char *const axis_columns[] = { "score", "low", "high", "direction", "intensity",
                                              "positive", "negative", "cues", "enough", NULL };
  const char *const columns[] = { groupings[grouping], "articles", "sentences", "words", NULL };
  g_autofree char *name = g_strconcat (groupings[grouping], "s", NULL);
  g_autoptr (GHashTable) indices = NULL;
  gboolean succeeded;
  Table table;

  g_return_val_if_fail (summary != NULL && options != NULL, FALSE);
  g_return_val_if_fail (grouping < PLX_N_GROUPINGS, FALSE);
  g_return_val_if_fail (grouping != PLX_GROUPING_ARTICLE || kept != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (grouping == PLX_GROUPING_ARTICLE)
    indices = plx_corpus_kept_index_articles (kept);
  table_init (&table, options, stream, cancellable);
  table_begin (&table, summary->axes, summary->n_axes, name);
  add_header (&table, indices != NULL ? article_columns : columns, summary->axes, summary->n_axes,
              axis_columns);
  succeeded = write_rows (&table, summary, groupings[grouping], indices, kept, error);
  table_clear (&table);
  return succeeded;
}

/* An article with its reading, and what both are shown with. */
typedef struct
{
  gint64            id;
  const PlxArticle *article;
  const PlxReading *reading;
  const PlxAxis    *axes; /* copies of the structs, not of their strings */
} Reading;

static char *
dup_span (const Reading         *reading,
          const PlxReadSentence *sentence,
          PlxSpan                span)
{
  const char *text = sentence->flags & PLX_SENTENCE_IN_TITLE ? reading->article->title
                                                              : reading->article->text;

  return g_strndup (text + span.start, plx_span_length (span));
}

/* "thaw +1.5; row -0.8": the cues of one axis with their effective weights. */
static char *
describe_cues (const Reading         *reading,
               const PlxReadSentence *sentence,
               guint                  axis)
{
  GString *text = g_string_new (NULL);

  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (reading->reading->cues, PlxCue, i);
      g_autofree char *words = NULL;
      char weight[G_ASCII_DTOSTR_BUF_SIZE];

      if (cue->axis != (PlxAxisId) axis)
        continue;
      words = dup_span (reading, sentence, cue->span);
      g_ascii_formatd (weight, sizeof weight, "%+.2f", cue->weight);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", words, weight);
    }

  return g_string_free (text, FALSE);
}

static gboolean
add_sentence (Table                 *self,
              const Reading         *reading,
              const PlxReadSentence *sentence,
              GError               **error)
{
  g_autofree char *text = dup_span (reading, sentence, sentence->span);
  const PlxVoice *voice = &g_array_index (reading->reading->voices, PlxVoice, sentence->voice);

  row_begin (self);
  add_number (self, "article", (double) reading->id, 0);
  add_text (self, "source", reading->article->source);
  add_text (self, "title", reading->article->title);
  add_text (self, "date", reading->article->date);
  add_text (self, "url", reading->article->url);
  add_text (self, "part", sentence->flags & PLX_SENTENCE_IN_TITLE ? "title" : "text");
  add_number (self, "start", sentence->span.start, 0);
  add_number (self, "end", sentence->span.end, 0);
  add_text (self, "voice", sentence->voice == 0 ? "reporter" : "other");
  add_text (self, "speaker", sentence->voice == 0 ? NULL : voice->name);
  add_number (self, "words", sentence->n_words, 0);
  add_text (self, "text", text);
  for (guint i = 0; i < reading->reading->n_axes; i++)
    {
      const PlxAxisScore *score = &sentence->axes[i];
      g_autofree char *cues = describe_cues (reading, sentence, i);

      axis_begin (self, &reading->axes[i]);
      add_number (self, "score", score->score, 4);
      add_number (self, "positive", score->positive, 4);
      add_number (self, "negative", score->negative, 4);
      add_text (self, "cues", cues);
      axis_end (self);
    }
  return row_end (self, error);
}

static gboolean
add_article (Table                 *self,
             PlxCorpus             *corpus,
             const PlxCorpusFilter *filter,
             const PlxAxis         *axes,
             gint64                 id,
             GError               **error)
{
  g_autoptr (PlxArticle) article = plx_corpus_dup_article (corpus, id, error);
  g_autoptr (PlxReading) reading = NULL;
  Reading both;

  if (article == NULL)
    return FALSE;
  reading = plx_corpus_dup_filtered_reading (corpus, id, filter, error);
  if (reading == NULL)
    return FALSE;

  both = (Reading) { id, article, reading, axes };
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      if (!(sentence->flags & PLX_SENTENCE_LEFT_OUT) &&
          !add_sentence (self, &both, sentence, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_articles (Table                 *self,
              PlxCorpus             *corpus,
              const PlxCorpusFilter *filter,
              const PlxAxis         *axes,
              PlxProgressFunc        progress,
              gpointer               progress_data,
              GError               **error)
{
  g_autoptr (GPtrArray) list = plx_corpus_list_filtered (corpus, 0, filter, error);

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const PlxArticleInfo *info = list->pdata[i];

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !add_article (self, corpus, filter, axes, info->id, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, list->len, progress_data);
    }

  return TRUE;
}

gboolean
plx_export_sentences (PlxCorpus              *corpus,
                      const PlxExportOptions *options,
                      GOutputStream          *stream,
                      PlxProgressFunc         progress,
                      gpointer                progress_data,
                      GCancellable           *cancellable,
                      GError                **error)
{
  static const char *const columns[] = { "article", "source", "title", "date", "url",
                                         "part", "start", "end", "voice", "speaker",
                                         "words", "text", NULL };
  static const char *const axis_columns[] = { "score", "positive", "negative", "cues", NULL };
  g_autoptr (PlxLexicon) lexicon = NULL;
  PlxAxis axes[PLX_MAX_AXES];
  guint n_axes;
  gboolean succeeded;
  Table table;

  g_return_val_if_fail (PLX_IS_CORPUS (corpus), FALSE);
  g_return_val_if_fail (plx_corpus_get_lexicon (corpus) != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  /* Another lexicon may be set meanwhile; the axes' names are this one's. */
  lexicon = plx_lexicon_ref (plx_corpus_get_lexicon (corpus));
  n_axes = plx_lexicon_get_n_axes (lexicon);
  for (guint i = 0; i < n_axes; i++)
    axes[i] = *plx_lexicon_get_axis (lexicon, i);

  table_init (&table, options, stream, cancellable);
  table_begin (&table, axes, n_axes, "sentences");
  add_header (&table, columns, axes, n_axes, axis_columns);
  succeeded = add_articles (&table, corpus, options->filter, axes, progress, progress_data, error) &&
              table_end (&table, error);
  table_clear (&table);
  return succeeded;
}
