/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The report on a corpus, made and written off the main thread. */

#include "ui/report/plx-report-choices.h"

G_BEGIN_DECLS

/* plx_report_job_async: @options, @filter: copied; those of the charts on the screen
 * @filter: (nullable)
 * @choices: copied
 * @path: (nullable): of the file; NULL: nothing is written, its pages are made */
void     plx_report_job_async  (PlxCorpus *corpus, const PlxSummaryOptions *options,
                                const PlxCorpusFilter *filter, const PlxReportChoices *choices,
                                const char *path, PlxProgressFunc progress,
                                gpointer progress_data, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
/* plx_report_job_finish: @out_sheets: (transfer full): NULL if there was a path */
gboolean plx_report_job_finish (PlxCorpus *corpus, GAsyncResult *result, PlxSheets **out_sheets,
                                GError **error);

G_END_DECLS
