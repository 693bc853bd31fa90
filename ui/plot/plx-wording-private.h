/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words and figures that all charts share, translated. */

#include "analysis/summary/plx-summary.h"
#include "plx-wording.h"

G_BEGIN_DECLS

/* All return: (transfer full) */
/* "3 articles · 84 sentences", "3 art. · 84 sent." */
char *plx_wording_counts       (guint32 n_articles, guint32 n_sentences);
char *plx_wording_counts_short (guint32 n_articles, guint32 n_sentences);
char *plx_wording_interval     (double low, double high); /* "−0.61 to −0.20" */
/* "← retaliation", "thaw →": the arrow points away from zero */
char *plx_wording_pole_with_arrow (const PlxAxis *axis, gboolean positive, gboolean rtl);

G_END_DECLS
