/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writes readings as JSON, one object a line, into a growing buffer: see json-write.h. */

#include "analysis/reading/plx-reading.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SCORE_SENTENCES = 1 << 0,
  PLX_SCORE_CUES = 1 << 1, /* with PLX_SCORE_SENTENCES: cues and their steps */
} PlxScoreDetail;

/* Holds what is the same in every record: the names of the axes, as they are put out. */
typedef struct _PlxScoreJson PlxScoreJson;

/* plx_score_json_new: @lexicon: borrowed; readings must be made with it */
PlxScoreJson *plx_score_json_new  (const PlxLexicon *lexicon, PlxScoreDetail detail);
void          plx_score_json_free (PlxScoreJson *self);

/* plx_score_json_append:
 * @low, @high: of each axis
 * Appends the record of one article, with a line end. */
void plx_score_json_append (const PlxScoreJson *self, GString *out, const PlxReading *reading,
                            const PlxArticle *article, const double *low, const double *high);

G_END_DECLS
