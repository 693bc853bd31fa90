/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The work of "score": articles go in one by one, output comes out in the same order, on any
 * number of threads, with a bounded number of articles in memory. */

#include <gio/gio.h>

#include "analysis/summary/plx-summary.h"
#include "score-json.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SCORE_TABLE,
  PLX_SCORE_CSV,
  PLX_SCORE_JSONL,
} PlxScoreFormat;

typedef struct
{
  PlxLexicon    *lexicon; /* borrowed */
  PlxAliases    *aliases; /* borrowed; NULL: none */
  PlxScoreFormat format;
  PlxScoreDetail detail;
  const char    *target;  /* for articles without one of their own; NULL: none */
  guint          n_jobs;
} PlxScoreSettings;

typedef struct _PlxScoreRun PlxScoreRun;

PlxScoreRun *plx_score_run_new    (const PlxScoreSettings *settings);

/* plx_score_run_add:
 * @article: borrowed for the call
 * @target: (nullable): what this article is read for
 *
 * Scores the article, now or soon. Returns: FALSE if standard output cannot be written */
gboolean     plx_score_run_add    (PlxScoreRun *self, const PlxArticle *article, const char *target);

/* plx_score_run_finish: waits for all articles, prints what is left and the table, and frees
 * @self. Returns: FALSE if standard output could not be written */
gboolean     plx_score_run_finish (PlxScoreRun *self);

G_END_DECLS
