/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to what a chart shows: one row for each source (or voice, target, day), with
 * score, interval, direction and intensity on every axis.
 *
 * The interval is a two-level percentile bootstrap (Efron & Tibshirani 1993, ch. 13): articles
 * are drawn with replacement within a source, sentences with replacement within each article
 * drawn. The generator is seeded, so the same input gives the same interval. */

#include "plx-reading.h"

G_BEGIN_DECLS

#define PLX_BOOTSTRAP_DEFAULT_ROUNDS 1000
#define PLX_BOOTSTRAP_DEFAULT_SEED 20231103
/* Fewer cues than this and a row is shown as "too little evidence", not as zero. */
#define PLX_SUMMARY_MIN_CUES 3

typedef struct
{
  guint  rounds;           /* bootstrap rounds; 0: no interval (low = high = score) */
  guint64 seed;
  double confidence;       /* 0.95 */
  gboolean reporter_only;  /* leave out what other voices say */
  gboolean wire_once;      /* count a passage that several sources share only in its origin */
} PlxSummaryOptions;
#define PLX_SUMMARY_OPTIONS_INIT { PLX_BOOTSTRAP_DEFAULT_ROUNDS, PLX_BOOTSTRAP_DEFAULT_SEED, 0.95, FALSE, FALSE }

typedef struct
{
  double  score;      /* mean of the article scores, -1 … +1; NaN if no article */
  double  low, high;  /* interval of the score; NaN if no article */
  double  direction;  /* NaN: too little evidence */
  double  intensity;  /* cues per 100 words */
  double  positive, negative;
  guint32 n_cues;
  gboolean enough;    /* at least PLX_SUMMARY_MIN_CUES cues */
} PlxSummaryAxis;

typedef struct
{
  char          *name; /* the source */
  guint32        n_articles;
  guint32        n_sentences;
  guint32        n_words;
  PlxSummaryAxis axes[PLX_MAX_AXES];
} PlxSummaryRow;

typedef struct
{
  guint      n_axes;
  PlxAxis    axes[PLX_MAX_AXES]; /* strings owned by the summary */
  GPtrArray *rows;               /* of PlxSummaryRow, by name */
} PlxSummary;

/* A summariser collects readings, then makes a summary as often as asked, with any options. It
 * keeps only numbers: some 16 bytes for each sentence and axis with a cue. */
typedef struct _PlxSummariser PlxSummariser;

PlxSummariser *plx_summariser_new  (const PlxLexicon *lexicon);
void           plx_summariser_free (PlxSummariser *self);

/* plx_summariser_add: @group: what the row is for, usually the source; NULL counts as "" */
void           plx_summariser_add  (PlxSummariser *self, const char *group,
                                    const PlxReading *reading);

/* plx_summariser_finish: Returns: (transfer full): the rows; @self may be added to afterwards */
PlxSummary    *plx_summariser_finish (PlxSummariser *self, const PlxSummaryOptions *options);

void                 plx_summary_free     (PlxSummary *self);
const PlxSummaryRow *plx_summary_find_row (const PlxSummary *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSummariser, plx_summariser_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSummary, plx_summary_free)

G_END_DECLS
