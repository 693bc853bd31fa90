/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-pages.h"
#include "plx-report.h"

G_BEGIN_DECLS

/* An article, as far as evidence cites it. */
typedef struct
{
  char *title, *byline, *date, *url; /* each may be NULL */
} PlxReportArticle;

typedef struct
{
  PlxSpan span; /* within the sentence */
  double  weight;
  char   *arithmetic; /* "1.5 × −1 (operator “lifted”) = −1.5" */
  char   *entry;      /* the pattern */
} PlxReportCue;

/* One sentence that speaks for a score. */
typedef struct
{
  char             *text;
  char             *speaker; /* NULL: the reporter, or unknown */
  gboolean          quoted;  /* somebody else than the reporter says it */
  gboolean          is_title;
  PlxReportArticle *article; /* (owned ref) */
  double            score, positive, negative;
  guint32           n_words;
  GArray           *cues;    /* of PlxReportCue */
} PlxReportSentence;

typedef struct
{
  PlxChart *chart;   /* NULL: see reason */
  char     *heading;
  char     *reason;  /* nullable */
} PlxReportChart;

#define PLX_REPORT_MAX_COLUMNS 4
/* More claims are a matter for the window. */
#define PLX_REPORT_MAX_CLAIMS 40

/* A fact and how each of the sources words it. */
typedef struct
{
  char    *texts[PLX_REPORT_MAX_COLUMNS]; /* NULL: it omits it */
  gboolean weak[PLX_REPORT_MAX_COLUMNS];  /* it only touches on it */
  guint    n_sources;                     /* that report it */
} PlxReportClaim;

struct _PlxReport
{
  const PlxSummary *summary; /* borrowed */
  PlxLexicon       *lexicon;
  char             *title, *author, *notes;
  PlxSummaryOptions options;
  PlxCorpusFilter  *filter; /* nullable */
  GDateTime        *time;
  gboolean          rtl;
  gboolean          no_framing;
  guint             n_left_out;

  GHashTable       *rows;     /* name of a source -> its row in the summary + 1 */
  guint             n_kept;   /* sentences for each source and axis */
  GPtrArray       **evidence; /* of PlxReportSentence, strongest first: [row * n_axes + axis] */
  GPtrArray       **articles; /* of PlxReportArticle, by source, the first few */
  GArray           *charts;   /* of PlxReportChart */
  guint             only_row; /* whose evidence is shown; PLX_NONE: all */
  gint64            only_article;
  PlxAxisId         only_axis;

  GPtrArray        *claims;   /* of PlxReportClaim; NULL: not wanted */
  guint             columns[PLX_REPORT_MAX_COLUMNS]; /* their sources, by row */
  guint             n_columns;
  guint             n_claims; /* in all, with those that are not in the array */

  gpointer          kept;
  GDestroyNotify    free_kept;
};

/* A source names so many of its articles; what is more is counted. */
#define PLX_REPORT_MAX_ARTICLES 20

extern const char plx_report_css[];

/* plx_report_append_evidence: the sections of all sources */
void  plx_report_append_evidence (PlxReport *self, GString *out);
/* plx_report_shows: whether evidence on a source (PLX_NONE: any) and an axis is shown */
gboolean plx_report_shows (const PlxReport *self, guint row, PlxAxisId axis);
/* plx_report_append_notes: the user's own, if there are any */
void  plx_report_append_notes (PlxReport *self, GString *out);
/* plx_report_describe_claims: Returns: (transfer full): what is said above their table */
char *plx_report_describe_claims (PlxReport *self);
/* plx_report_append_claims: their table, if they are wanted */
void  plx_report_append_claims (PlxReport *self, GString *out);
/* plx_report_has_charts: whether any is wanted */
gboolean plx_report_has_charts (const PlxReport *self);
/* plx_report_describe_size: Returns: (transfer full): of how much it is, and when it was made */
char *plx_report_describe_size (PlxReport *self);
/* plx_report_describe_part: Returns: (transfer full): what of the corpus is in; "" if all of it is */
char *plx_report_describe_part (PlxReport *self);
/* plx_report_to_pdf: Returns: (transfer full): NULL with @error set */
GBytes *plx_report_to_pdf (PlxReport *self, GError **error);
/* plx_report_add_evidence_pages: as plx_report_append_evidence(), on paper */
void  plx_report_add_evidence_pages (PlxReport *self, PlxPages *pages);
/* plx_report_list_method: Returns: (transfer full): terms and what is to be said of them, in turn */
GPtrArray *plx_report_list_method (PlxReport *self);
/* plx_report_list_limits: Returns: (transfer full): what the scores do not say */
char **plx_report_list_limits (void);
/* plx_report_is_web_address: Only addresses of the web become links: an article may claim any */
gboolean plx_report_is_web_address (const char *url);
/* plx_report_append_method: method and limits */
void  plx_report_append_method   (PlxReport *self, GString *out);

/* plx_report_append: appends @format with each %s of it escaped as text of the page; @format
 * itself is markup of ours and has no other conversions. Ends with NULL. */
void  plx_report_append          (GString *out, const char *format, ...) G_GNUC_NULL_TERMINATED;

/* plx_report_append_element: <NAME>@text</NAME>, @text escaped */
void  plx_report_append_element  (GString *out, const char *name, const char *text);

/* What a mark of a chart over the summary's rows has evidence for. */
typedef struct
{
  const PlxReport *report;
  gboolean         by_axis;
} PlxReportLinker;

/* plx_report_link_mark: @linker: (PlxReportLinker *). Marks of charts over the summary's rows lead
 * to the evidence of their source and axis.
 * Returns: (transfer full) (nullable): NULL if the report shows none of it */
char *plx_report_link_mark (const PlxPlotMark *mark, gpointer linker);

G_END_DECLS
