/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to what a chart shows: one row for each source (or voice, target, day), with
 * score, interval, direction and intensity on every axis.
 *
 * The interval is a two-level percentile bootstrap (Efron & Tibshirani 1993, ch. 13): articles
 * are drawn with replacement within a source, sentences with replacement within each article
 * drawn. The generator is seeded, so the same input gives the same interval. */

#include "analysis/reading/plx-reading-part.h"

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
  gboolean (*is_wanted) (gpointer data); /* (nullable): asked between rounds, on any thread: with
                              FALSE the intervals that are not made yet stay as without rounds */
  gpointer wanted_data;
} PlxSummaryOptions;
#define PLX_SUMMARY_OPTIONS_INIT { PLX_BOOTSTRAP_DEFAULT_ROUNDS, PLX_BOOTSTRAP_DEFAULT_SEED, 0.95 }

/* What comes out of a reading on an axis, of what is in of it. */
typedef struct
{
  float   score; /* the mean of its sentences */
  float   positive, negative;
  guint32 n_cues;
} PlxSummaryFigure;

/* What comes out of each reading, by the order of adding: an article's part in its row. */
typedef struct
{
  guint             n_axes;
  guint32          *n_sentences; /* 0: nothing of it is in */
  guint32          *n_words;
  guint8           *counts;      /* 1: it has a weight in the mean of its row */
  guint32          *voices;      /* (nullable): which of its voices was selected; NULL: none was */
  guint32          *targets;     /* (nullable): likewise; see plx_evidence_find_target() */
  PlxSummaryFigure *figures;     /* n_axes for each reading */
} PlxSummaryDetails;

/* What of the readings counts. Zero-initialised: everything. */
typedef struct
{
  const char *voice;     /* (nullable): only what this speaker says; "": the reporter */
  const char *target;    /* (nullable): only what is said of this target: see PlxReadingPart */
  gboolean    wire_once; /* count a passage that several sources share only in its origin */
  const guint8 *const *wire; /* (nullable): with `wire_once`, for each reading in the order in which
                                they were added, (nullable) which sentences are wire copy beside
                                those flagged: bit (i % 8) of byte i / 8 */
  const guint8 *readings;    /* (nullable): for each reading, 0 to leave it out */
  const PlxSummaryDetails *details; /* (nullable): what plx_summariser_make_details() made of the
                                 same, but for `readings`: then it is not found out again */
} PlxSummarySelection;

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

/* A summariser collects readings, then makes a summary as often as asked, with any options and of
 * any selection. It keeps their evidence, some seven bytes a cue (plx-evidence.h). Any number of
 * threads may finish the same summariser at one time; by itself it uses one for each processor. */
typedef struct _PlxSummariser PlxSummariser;

PlxSummariser *plx_summariser_new  (const PlxLexicon *lexicon);
void           plx_summariser_free (PlxSummariser *self);

/* plx_summariser_add: @group: what the row is for, usually the source; NULL counts as "" */
void           plx_summariser_add  (PlxSummariser *self, const char *group,
                                    const PlxReading *reading);

/* plx_summariser_add_evidence: as plx_summariser_add()
 * @evidence: of a reading on the lexicon's axes, good (plx_evidence_check()); a reference is kept
 * @part: (nullable): what counts of it */
void           plx_summariser_add_evidence (PlxSummariser *self, const char *group,
                                            GBytes *evidence, const PlxReadingPart *part);

/* plx_summariser_finish: Returns: (transfer full): the rows; @self may be added to afterwards */
PlxSummary    *plx_summariser_finish (const PlxSummariser *self, const PlxSummaryOptions *options);

/* plx_summariser_finish_selection: as plx_summariser_finish(), of a part of what was added. A group
 * of which nothing is in has a row nevertheless, without articles.
 * @selection: (nullable) */
PlxSummary    *plx_summariser_finish_selection (const PlxSummariser       *self,
                                                const PlxSummaryOptions   *options,
                                                const PlxSummarySelection *selection);

/* plx_summariser_make_details:
 * @selection: (nullable): `details` are not looked at
 * Returns: (transfer full): on several threads */
PlxSummaryDetails *plx_summariser_make_details (const PlxSummariser       *self,
                                                const PlxSummarySelection *selection);
void               plx_summary_details_free    (PlxSummaryDetails *self);

/* plx_summariser_prepare: makes ready for many selections: from then on those of a voice or of a
 * target go through no sentences. On several threads; while other threads finish the same summariser.
 * Lasts until something is added.
 * @is_wanted: (nullable): asked now and then, on any thread: with FALSE it is given up */
void           plx_summariser_prepare (PlxSummariser *self, gboolean (*is_wanted) (gpointer data),
                                       gpointer data);
/* plx_summariser_get_table: Returns: (nullable): what has been made ready, by order of adding */
const struct _PlxFigureTable *plx_summariser_get_table (const PlxSummariser *self);

/* plx_summariser_foreach: calls @visit with the evidence of each reading */
typedef void (*PlxSummariserVisit) (GBytes *evidence, gpointer user_data);
void           plx_summariser_foreach (const PlxSummariser *self, PlxSummariserVisit visit,
                                       gpointer user_data);

/* plx_summary_copy: Returns: (transfer full) */
PlxSummary          *plx_summary_copy     (const PlxSummary *self);
void                 plx_summary_free     (PlxSummary *self);
const PlxSummaryRow *plx_summary_find_row (const PlxSummary *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSummariser, plx_summariser_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSummary, plx_summary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSummaryDetails, plx_summary_details_free)

G_END_DECLS
