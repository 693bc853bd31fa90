/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What "score" prints for a person: a row for each source, and the sums behind a sentence. */

#include "analysis/summary/plx-summary.h"
#include "score-json.h"

G_BEGIN_DECLS

/* plx_score_table_append: the per-source table in aligned columns; scores with their intervals */
void plx_score_table_append           (GString *out, const PlxSummary *summary);

/* plx_score_table_append_csv: the same as CSV (RFC 4180), every figure in a column of its own */
void plx_score_table_append_csv       (GString *out, const PlxSummary *summary);

/* plx_score_table_append_sentences: each sentence with its scores and, with PLX_SCORE_CUES, the
 * arithmetic of each axis that has a cue in it */
void plx_score_table_append_sentences (GString *out, const PlxReading *reading,
                                       const PlxLexicon *lexicon, const PlxArticle *article,
                                       PlxScoreDetail detail);

G_END_DECLS
