/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The tables behind the charts, for spreadsheets, R and Python. */

#include "data/corpus/plx-corpus-kept.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_TABLE_CSV,  /* plx-csv.h says which; one header row */
  PLX_TABLE_JSON, /* one object; numbers that do not exist are null */
} PlxTableFormat;

typedef struct
{
  PlxTableFormat format;
  gboolean       is_raw; /* CSV: no guard against formulas */
  const PlxCorpusFilter *filter; /* (nullable): which sentences are written, with what of them */
} PlxExportOptions;

/* plx_export_summary:
 * @grouping: what the rows of @summary are
 * @kept: (nullable): needed with PLX_GROUPING_ARTICLE only: the articles that the rows are of
 *
 * A row for each row: its name in a column that is called as the grouping ("source", "voice" …), an
 * article instead by its number in the corpus, source, title and date; articles, sentences, words,
 * and for each axis score, low, high (-1 … +1), direction (empty: too little evidence), intensity
 * (cues per 100 words), positive, negative, cues, enough (1, or 0: too little evidence for a score
 * to be trusted). */
gboolean plx_export_summary   (const PlxSummary *summary, PlxGrouping grouping,
                               const PlxCorpusKept *kept, const PlxExportOptions *options,
                               GOutputStream *stream, GCancellable *cancellable, GError **error);

/* plx_export_sentences:
 * @progress: (nullable): called on this thread with articles done and their total
 *
 * A row for each sentence of each article, in the order of plx_corpus_list_articles(): article (its
 * number in the corpus), source, title, date, url, part ("title" or "text"), start, end (bytes into
 * the part), voice ("reporter" or "other"), speaker, words, text, and for each axis score, positive,
 * negative, cues ("thaw +1.5; row -0.8"). Reads the articles anew, one at a time. */
gboolean plx_export_sentences (PlxCorpus *corpus, const PlxExportOptions *options,
                               GOutputStream *stream, PlxProgressFunc progress,
                               gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
