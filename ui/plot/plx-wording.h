/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How charts, report and window word axes, scores and rules alike. */

#include "analysis/summary/plx-summary.h"

G_BEGIN_DECLS

/* What a score allows to say. */
typedef enum
{
  PLX_EVIDENCE_NONE,     /* nothing was read */
  PLX_EVIDENCE_LITTLE,   /* too few cues to say anything */
  PLX_EVIDENCE_UNCLEAR,  /* the interval includes zero */
  PLX_EVIDENCE_NEGATIVE, /* the interval lies below zero */
  PLX_EVIDENCE_POSITIVE,
} PlxEvidence;

PlxEvidence plx_evidence_of (const PlxSummaryAxis *figures);

/* All return: (transfer full). Names of shipped axes and poles are translated, those of a user's
 * own lexicon are given as they are. */
char *plx_wording_axis  (const PlxAxis *axis);                    /* "Relations" */
char *plx_wording_pole  (const PlxAxis *axis, gboolean positive); /* "thaw" */
/* "towards thaw", "no clear direction", "too little evidence", "no articles" */
char *plx_wording_verdict (const PlxAxis *axis, PlxEvidence evidence);
char *plx_wording_score (double score); /* "−0.42", "+0.10", "0.00"; "–" for NaN */
/* plx_wording_set_right_to_left: says, before anything is worded, that texts run from right to left:
 * numbers with a sign then begin with a mark that keeps the sign on the left of its digits */
void  plx_wording_set_right_to_left (gboolean right_to_left);
/* plx_wording_get_number_mark: Returns: (transfer none): that mark; "" where none is needed */
const char *plx_wording_get_number_mark (void);
/* "−0.42, towards retaliation; interval −0.61 to −0.20; 27 cues", "too little evidence (2 cues)" */
char *plx_wording_evidence (const PlxAxis *axis, const PlxSummaryAxis *figures);
char *plx_wording_articles  (guint n); /* "3 articles" */
char *plx_wording_sentences (guint n);
char *plx_wording_cues      (guint n);
char *plx_wording_words     (guint n);
/* What a rule does, and the words that made it act, of @length bytes or up to a nul if -1
 * (nullable): "made weaker by “simply”", "asked" */
char *plx_wording_step      (PlxRule rule, const char *trigger, gssize length);

/* plx_wording_isolate: Returns: (transfer full): a part of a line so that it keeps its own direction:
 * after a name from right to left, a number would join it else */
char       *plx_wording_isolate (const char *part);

G_END_DECLS
