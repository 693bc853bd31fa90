/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The report on a corpus, made and written off the main thread. */

#include "ui/report/plx-report-choices.h"

G_BEGIN_DECLS

/* plx_report_job_async: @options, @filter: copied; those of the charts on the screen
 * @filter: (nullable)
 * @choices: copied */
void     plx_report_job_async  (PlxCorpus *corpus, const PlxSummaryOptions *options,
                                const PlxCorpusFilter *filter, const PlxReportChoices *choices,
                                const char *path, PlxProgressFunc progress,
                                gpointer progress_data, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean plx_report_job_finish (PlxCorpus *corpus, GAsyncResult *result, GError **error);

G_END_DECLS
