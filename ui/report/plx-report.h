/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The report, as a web page or on paper. The page is one HTML file with charts, tables, the strongest sentences of every source with
 * their arithmetic, method, and what scores do not measure. It needs no script, no network and no
 * other file, and forbids the page any; it reads well dark, narrow, printed and without colours. The PDF has the same
 * content on pages, with links and an outline.
 *
 * Whatever articles say is text in it, never markup. A mark in a chart links to the evidence
 * behind it. Memory and size follow the number of sources, not that of articles. */

#include <gio/gio.h>

#include "analysis/summary/plx-summary.h"
#include "data/corpus/plx-corpus.h"
#include "plx-sheets.h"
#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

typedef struct _PlxReport PlxReport;

typedef enum
{
  PLX_REPORT_HTML,
  PLX_REPORT_PDF,
} PlxReportFormat;

/* plx_report_new:
 * @summary: borrowed for the report's life
 * @lexicon: what the readings were made with */
PlxReport *plx_report_new         (const PlxSummary *summary, PlxLexicon *lexicon);
void       plx_report_free        (PlxReport *self);

/* plx_report_set_title: "Framing by source" by default */
void       plx_report_set_title   (PlxReport *self, const char *title);

/* plx_report_set_author: @author: (nullable): who answers for it */
void       plx_report_set_author  (PlxReport *self, const char *author);

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

/* plx_report_set_framing: @shown: the framing chart comes first, as it does by default */
void       plx_report_set_framing (PlxReport *self, gboolean shown);

/* More than anybody reads, and as much as a browser opens. */
#define PLX_REPORT_MAX_EVIDENCE 200

/* plx_report_set_n_evidence: how many sentences it keeps for each source and axis; 0, the default:
 * 5, fewer where there are many sources. Call it before articles are added */
void       plx_report_set_n_evidence (PlxReport *self, guint n);

/* plx_report_set_part: what the evidence is of: all by default. Call it before articles are added
 * @source: (nullable): NULL: all
 * @article: 0: all
 * @axis: PLX_AXIS_ALL: all
 * Returns: FALSE if no source of that name is in */
gboolean   plx_report_set_part    (PlxReport *self, const char *source, gint64 article,
                                   PlxAxisId axis);

/* plx_report_set_left_out: how many sources of the corpus were left out by hand, which is said */
void       plx_report_set_left_out (PlxReport *self, guint n_sources);

/* plx_report_keep: @data: (transfer full): something that the report borrows; freed after it */
void       plx_report_keep        (PlxReport *self, gpointer data, GDestroyNotify free_data);

/* plx_report_add_chart:
 * @chart: (transfer full) (nullable): shown after the framing chart; NULL: it could not be made,
 *   and @heading is followed by the reason
 * @heading: copied
 * @reason: (nullable): copied */
void       plx_report_add_chart   (PlxReport *self, PlxChart *chart, const char *heading,
                                   const char *reason);

/* plx_report_add_claims:
 * Finds which claims the sources with the most articles report, four at most, for a table below
 * the charts.
 * Returns: FALSE with @error set, as plx_report_add_corpus() */
gboolean   plx_report_add_claims  (PlxReport *self, PlxCorpus *corpus, PlxProgressFunc progress,
                                   gpointer progress_data, GCancellable *cancellable,
                                   GError **error);

/* plx_report_add_article: takes the strongest sentences of an article of one of the summary's
 * sources; nothing of @article or @reading is kept otherwise. Order does not matter. */
void       plx_report_add_article (PlxReport *self, const PlxArticle *article,
                                   const PlxReading *reading);

/* plx_report_add_corpus:
 * @progress: (nullable): called with articles done and their total
 *
 * Adds every article of a corpus that the filter lets in.
 * Returns: FALSE with @error set if one cannot be read, or @cancellable was cancelled */
gboolean   plx_report_add_corpus  (PlxReport *self, PlxCorpus *corpus, PlxProgressFunc progress,
                                   gpointer progress_data, GCancellable *cancellable,
                                   GError **error);

/* plx_report_to_html: Returns: (transfer full) */
char      *plx_report_to_html     (PlxReport *self);

/* plx_report_to_sheets: Returns: (transfer full): its pages, ready to be printed */
PlxSheets *plx_report_to_sheets   (PlxReport *self);

/* plx_report_render: Returns: (transfer full): the bytes of a file, or NULL with @error set */
GBytes    *plx_report_render      (PlxReport *self, PlxReportFormat format, GError **error);

/* plx_report_format_from_name: Returns: FALSE if @name ends in none of .html .htm .pdf */
gboolean   plx_report_format_from_name (const char *name, PlxReportFormat *out_format);

/* plx_report_add_scores: the scores of all sources, as a table on pages
 * @linked: whether they lead to the evidence of a report */
void       plx_report_add_scores     (PlxPages *pages, const PlxSummary *summary, gboolean linked);

/* plx_report_add_claim_head: the sources whose claims come next, until plx_pages_end_table()
 * @names: @n of them, at most PLX_MAX_COLUMNS */
void       plx_report_add_claim_head (PlxPages *pages, const char *const *names, guint n);

/* plx_report_add_claim:
 * @wordings: of each of the @n sources; NULL: it omits it
 * @weak: which of them only touch on it */
void       plx_report_add_claim      (PlxPages *pages, const char *const *wordings,
                                      const gboolean *weak, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReport, plx_report_free)

G_END_DECLS
