/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

#include <string.h>

/* In the order that PlxReadingOptions asks for, which is that of the key. */
static const char sql_cues[] =
  "SELECT part, first, after, axis, weight, words FROM cues WHERE article_id = ? "
  "ORDER BY part, first, after";
static const char sql_speakers[] =
  "SELECT first, after, name FROM speakers WHERE article_id = ? ORDER BY first, after DESC";

/* In another text, offsets mean nothing any more. */

/* Spans of a file from anywhere may be anything. Returns: FALSE for one that is none */
static gboolean
get_span (PlxSqliteStatement *statement,
          int                 column,
          gsize               length,
          PlxSpan            *out_span)
{
  gint64 start = plx_sqlite_statement_get_int64 (statement, column);
  gint64 end = plx_sqlite_statement_get_int64 (statement, column + 1);

  if (start < 0 || end <= start || end > (gint64) length)
    return FALSE;
  *out_span = (PlxSpan) { (guint32) start, (guint32) end };
  return TRUE;
}

static const char *
keep_text (PlxCorpusCorrections *self,
           PlxSqliteStatement   *statement,
           int                   column)
{
  g_autofree char *text = plx_sqlite_statement_dup_text (statement, column);

  if (self->strings == NULL)
    self->strings = g_string_chunk_new (256);
  return g_string_chunk_insert_const (self->strings, text != NULL ? text : "");
}

static void
add_cue (PlxCorpusCorrections *self,
         PlxSqliteStatement   *statement,
         const PlxArticle     *article)
{
  PlxCueCorrection cue = { .in_title = plx_sqlite_statement_get_int64 (statement, 0) == 0 };
  const char *text = cue.in_title ? article->title : article->text;
  const char *words;
  gsize n_words;

  if (text == NULL || !get_span (statement, 1, strlen (text), &cue.span))
    return;
  words = plx_sqlite_statement_get_text (statement, 5, &n_words);
  if (words == NULL || n_words != plx_span_length (cue.span) ||
      memcmp (words, text + cue.span.start, n_words) != 0)
    return;
  cue.axis = keep_text (self, statement, 3);
  cue.weight = plx_sqlite_statement_get_double (statement, 4);
  if (self->cues == NULL)
    self->cues = g_array_new (FALSE, FALSE, sizeof (PlxCueCorrection));
  g_array_append_val (self->cues, cue);
}

static void
add_speaker (PlxCorpusCorrections *self,
             PlxSqliteStatement   *statement,
             const PlxArticle     *article)
{
  PlxSpeakerCorrection speaker;

  if (!get_span (statement, 0, article->length, &speaker.span))
    return;
  speaker.name = keep_text (self, statement, 2);
  if (self->speakers == NULL)
    self->speakers = g_array_new (FALSE, FALSE, sizeof (PlxSpeakerCorrection));
  g_array_append_val (self->speakers, speaker);
}

static gboolean
load (PlxSqliteConnection  *connection,
      const char           *sql,
      void                (*add) (PlxCorpusCorrections *, PlxSqliteStatement *,
                                  const PlxArticle *),
      gint64                article_id,
      const PlxArticle     *article,
      PlxCorpusCorrections *corrections,
      GError              **error)
{
  g_autoptr (PlxSqliteStatement) statement =
    plx_sqlite_connection_prepare (connection, sql, error);
  PlxSqliteStep step;

  if (statement == NULL)
    return FALSE;
  plx_sqlite_statement_bind_int64 (statement, 0, article_id);
  while ((step = plx_sqlite_statement_step (statement, error)) == PLX_SQLITE_ROW)
    add (corrections, statement, article);
  return step == PLX_SQLITE_DONE;
}

gboolean
plx_corpus_corrections_load (PlxSqliteConnection  *connection,
                             gint64                article_id,
                             const PlxArticle     *article,
                             PlxCorpusCorrections *out_corrections,
                             GError              **error)
{
  *out_corrections = (PlxCorpusCorrections) { 0 };
  return load (connection, sql_cues, add_cue, article_id, article, out_corrections, error) &&
         load (connection, sql_speakers, add_speaker, article_id, article, out_corrections, error);
}

void
plx_corpus_corrections_clear (PlxCorpusCorrections *self)
{
  g_clear_pointer (&self->cues, g_array_unref);
  g_clear_pointer (&self->speakers, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
}

void
plx_corpus_corrections_set (const PlxCorpusCorrections *self,
                            PlxReadingOptions          *options)
{
  options->cues = self->cues != NULL ? (gconstpointer) self->cues->data : NULL;
  options->n_cues = self->cues != NULL ? self->cues->len : 0;
  options->speakers = self->speakers != NULL ? (gconstpointer) self->speakers->data : NULL;
  options->n_speakers = self->speakers != NULL ? self->speakers->len : 0;
}
