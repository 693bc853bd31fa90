/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writes readings as JSON, one object a line, into a growing buffer. Numbers and strings are put
 * out by hand: printf() and a tree of json-glib nodes each took longer than the reading itself. */

#include "analysis/reading/plx-reading.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_SCORE_SENTENCES = 1 << 0,
  PLX_SCORE_CUES = 1 << 1, /* with PLX_SCORE_SENTENCES: cues and their steps */
} PlxScoreDetail;

/* plx_score_json_append:
 * @low, @high: of each axis
 * Appends the record of one article, with a line end. */
void plx_score_json_append (GString *out, const PlxReading *reading, const PlxLexicon *lexicon,
                            const PlxArticle *article, const double *low, const double *high,
                            PlxScoreDetail detail);

/* plx_json_append_string: in quotes and escaped; "null" for NULL */
void plx_json_append_string (GString *out, const char *string);

/* plx_json_append_number: at most six decimals, no exponent, the same in every locale; "null" for
 * a number that is none */
void plx_json_append_number (GString *out, double value);

G_END_DECLS
