/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
  PlxChart *chart;
  char     *heading;
} PlxReportChart;

struct _PlxReport
{
  const PlxSummary *summary; /* borrowed */
  PlxLexicon       *lexicon;
  char             *title, *notes;
  PlxSummaryOptions options;
  PlxCorpusFilter  *filter; /* nullable */
  GDateTime        *time;
  gboolean          rtl;

  GHashTable       *rows;     /* name of a source -> its row in the summary + 1 */
  guint             n_kept;   /* sentences for each source and axis */
  GPtrArray       **evidence; /* of PlxReportSentence, strongest first: [row * n_axes + axis] */
  GPtrArray       **articles; /* of PlxReportArticle, by source, the first few */
  GArray           *charts;   /* of PlxReportChart */
};

/* A source names so many of its articles; what is more is counted. */
#define PLX_REPORT_MAX_ARTICLES 20

extern const char plx_report_css[];

/* plx_report_append_evidence: the sections of all sources */
void  plx_report_append_evidence (PlxReport *self, GString *out);
/* plx_report_append_method: method, limits and notes */
void  plx_report_append_method   (PlxReport *self, GString *out);

/* plx_report_append: appends @format with each %s of it escaped as text of the page; @format
 * itself is markup of ours and has no other conversions. Ends with NULL. */
void  plx_report_append          (GString *out, const char *format, ...) G_GNUC_NULL_TERMINATED;

/* plx_report_append_element: <NAME>@text</NAME>, @text escaped */
void  plx_report_append_element  (GString *out, const char *name, const char *text);

G_END_DECLS
