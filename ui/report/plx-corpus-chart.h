/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Any kind of chart, made of a corpus in one call: for the command line and the report. */

#include "data/corpus/plx-corpus-kept.h"
#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

/* What to show. Zero-initialised is not valid: take PLX_CORPUS_CHART_INIT. */
typedef struct
{
  guint       axis;     /* of flow, timeline, voices and shift; the map's upward axis */
  guint       x_axis;   /* of the map */
  const char *source_a; /* of the word shift; NULL: the source with the highest score */
  const char *source_b; /* NULL: the one with the lowest */
  guint       max_articles; /* of the flow */
  PlxSummaryOptions options; /* for intervals of voices */
  const PlxCorpusFilter *filter; /* (nullable): that of the summary; borrowed */
  gint64      source_id;     /* of flow, timeline and voices: only this source; 0: all */
  guint       first_article; /* of the flow: so many articles come before the first one shown */
  PlxLexicon *lexicon;       /* borrowed: only readings with it count; NULL: that of the corpus */
  PlxCorpusKept *kept;       /* (nullable): what the filter lets through, read with this lexicon;
                                borrowed; NULL: it is found out */
} PlxCorpusChartOptions;
#define PLX_CORPUS_CHART_INIT { 0, 1, NULL, NULL, 60, PLX_SUMMARY_OPTIONS_INIT, NULL }

/* plx_corpus_chart_list_kinds: Returns: the names of all kinds, NULL-terminated; static */
const char *const *plx_corpus_chart_list_kinds (void);

/* plx_corpus_chart_new: may be called on any thread
 * @kind: one of plx_corpus_chart_list_kinds()
 * @summary: of the corpus; must outlive the chart
 * @progress: (nullable): called with articles done and their total
 *
 * Returns: (transfer full): the chart, or NULL with @error set: an article cannot be read, a
 *   source is not there (G_IO_ERROR_NOT_FOUND), @cancellable was cancelled */
PlxChart *plx_corpus_chart_new (const char *kind, PlxCorpus *corpus, const PlxSummary *summary,
                                const PlxCorpusChartOptions *options, PlxProgressFunc progress,
                                gpointer progress_data, GCancellable *cancellable,
                                GError **error);

G_END_DECLS
