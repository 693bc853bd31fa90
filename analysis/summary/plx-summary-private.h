/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the summariser share. */

#include "analysis/reading/plx-evidence.h"
#include "plx-figure-table.h"
#include "plx-summary.h"

G_BEGIN_DECLS

typedef struct
{
  GBytes        *evidence;
  guint32        index; /* by order of adding */
  PlxReadingPart part;  /* what of it was added */
} PlxSummaryArticle;

typedef struct
{
  char   *name;
  GArray *articles; /* of PlxSummaryArticle */
} PlxSummaryGroup;

struct _PlxSummariser
{
  guint       n_axes;
  PlxAxis     axes[PLX_MAX_AXES];
  guint       n_readings;
  GHashTable *by_name; /* of PlxSummaryGroup, owned by `groups` */
  GPtrArray  *groups;
  PlxFigureTable *table; /* atomic; nullable: of all readings */
};

/* plx_summary_article_begin: Returns: FALSE if nothing of the article can be in the selection */
gboolean plx_summary_article_begin (const PlxSummaryArticle *self,
                                    const PlxSummarySelection *selection, PlxEvidenceIter *out_iter);

/* plx_summary_fill: fills the figures of rows, all but intervals: rows[i] of the i-th group. On
 * several threads. */
void     plx_summary_fill          (const PlxSummariser *self, const PlxSummarySelection *selection,
                                    PlxSummaryRow **rows);

/* plx_summary_finish_row: makes scores, so far the sums of articles' means, and all that follows from
 * sums */
void     plx_summary_finish_row    (PlxSummaryRow *row, guint n_axes);

/* plx_summary_set_intervals: fills the intervals of rows; on several threads */
void     plx_summary_set_intervals (const PlxSummariser *self, const PlxSummarySelection *selection,
                                    const PlxSummaryOptions *options, PlxSummaryRow **rows);

/* plx_summary_run: calls @func (data, i) for each i below @n, on several threads if there are
 * enough of them; returns when all have ended */
typedef void (*PlxSummaryTask) (gpointer data, guint index);
void     plx_summary_run           (PlxSummaryTask func, gpointer data, guint n);

G_END_DECLS
