/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How charts, report and window word axes and scores alike. */

#include "analysis/plx-summary.h"

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

G_END_DECLS
