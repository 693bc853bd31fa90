/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The report: one HTML file with charts, tables, the strongest sentences of every source with
 * their arithmetic, method, and what scores do not measure. It needs no script, no network and no
 * other file, and forbids the page any; it reads well dark, narrow, printed and without colours.
 *
 * Whatever articles say is text in it, never markup. A mark in a chart links to the evidence
 * behind it. Memory and size follow the number of sources, not that of articles. */

#include <gio/gio.h>

#include "analysis/plx-summary.h"
#include "data/plx-corpus.h"
#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

typedef struct _PlxReport PlxReport;

/* plx_report_new:
 * @summary: borrowed for the report's life
 * @lexicon: what the readings were made with */
PlxReport *plx_report_new         (const PlxSummary *summary, PlxLexicon *lexicon);
void       plx_report_free        (PlxReport *self);

/* plx_report_set_title: "Framing by source" by default */
void       plx_report_set_title   (PlxReport *self, const char *title);

/* plx_report_set_notes: @notes: (nullable): plain text of the reporter's own; empty lines part
 * paragraphs */
void       plx_report_set_notes   (PlxReport *self, const char *notes);

/* plx_report_set_options: those that the summary was made with, for the section on method */
void       plx_report_set_options (PlxReport *self, const PlxSummaryOptions *options);

/* plx_report_set_filter: @filter: (nullable): that of the summary; copied */
void       plx_report_set_filter  (PlxReport *self, const PlxCorpusFilter *filter);

/* plx_report_set_time: when the report was made: now by default */
void       plx_report_set_time    (PlxReport *self, GDateTime *time);

/* plx_report_set_rtl: @rtl: the language of the report runs from right to left */
void       plx_report_set_rtl     (PlxReport *self, gboolean rtl);

/* plx_report_add_chart:
 * @chart: (transfer full): shown after the framing chart, which is always there
 * @heading: copied */
void       plx_report_add_chart   (PlxReport *self, PlxChart *chart, const char *heading);

/* plx_report_add_article: takes the strongest sentences of an article of one of the summary's
 * sources; nothing of @article or @reading is kept otherwise. Order does not matter. */
void       plx_report_add_article (PlxReport *self, const PlxArticle *article,
                                   const PlxReading *reading);

/* plx_report_add_corpus:
 * @progress: (nullable): called with articles done and their total
 *
 * Adds every article of a corpus.
 * Returns: FALSE with @error set if one cannot be read, or @cancellable was cancelled */
gboolean   plx_report_add_corpus  (PlxReport *self, PlxCorpus *corpus, PlxProgressFunc progress,
                                   gpointer progress_data, GCancellable *cancellable,
                                   GError **error);

/* plx_report_to_html: Returns: (transfer full) */
char      *plx_report_to_html     (PlxReport *self);

/* plx_report_write: as plx_write_file() */
gboolean   plx_report_write       (PlxReport *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReport, plx_report_free)

G_END_DECLS
