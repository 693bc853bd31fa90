/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A chart of a corpus, of any kind, made off the main thread. */

#include "data/corpus/plx-corpus.h"
#include "ui/plot/plx-plot.h"
#include "ui/report/plx-corpus-chart.h"

G_BEGIN_DECLS

/* plx_chart_job_async:
 * @kind: one of plx_corpus_chart_list_kinds()
 * @summary: copied
 * @options: copied, with its filter; with what is kept, whose lexicon is taken
 * @gives_way: whether nobody waits for it: everything else comes first
 * @progress: (nullable): called on the caller's main context with articles done and their total */
void      plx_chart_job_async  (PlxCorpus *corpus, const char *kind, const PlxSummary *summary,
                                const PlxCorpusChartOptions *options, gboolean gives_way,
                                PlxProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full): a chart that borrows nothing; NULL with @error set */
PlxChart *plx_chart_job_finish (PlxCorpus *corpus, GAsyncResult *result, GError **error);

G_END_DECLS
