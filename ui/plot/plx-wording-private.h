/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words and figures that all charts share, translated. */

#include "analysis/plx-summary.h"
#include "plx-wording.h"

G_BEGIN_DECLS

/* All return: (transfer full) */
char *plx_wording_counts       (guint32 n_articles, guint32 n_sentences); /* "3 articles · 84 sentences" */
char *plx_wording_counts_short (guint32 n_articles, guint32 n_sentences); /* "3 art. · 84 sent." */
char *plx_wording_articles     (guint n);
char *plx_wording_sentences    (guint n);
char *plx_wording_cues         (guint n);
char *plx_wording_words        (guint n);
char *plx_wording_interval     (double low, double high); /* "−0.61 to −0.20" */
/* "← retaliation", "thaw →": the arrow points away from zero */
char *plx_wording_pole_with_arrow (const PlxAxis *axis, gboolean positive, gboolean rtl);
/* "−0.42, towards retaliation; interval −0.61 to −0.20", "too little evidence: 2 cues", … */
char *plx_wording_evidence     (const PlxAxis *axis, const PlxSummaryAxis *figures);

G_END_DECLS
