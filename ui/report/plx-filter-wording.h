/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a filter lets through, in words: for the window and the report. */

#include "data/corpus/plx-corpus-filter.h"

G_BEGIN_DECLS

/* plx_filter_describe: Returns: (transfer full): what is shown, as in "what Wang Wentao says about
 *   Micron · from 2023-05 on"; "" if that is everything */
char *plx_filter_describe       (const PlxCorpusFilter *filter);

/* plx_filter_describe_dates: Returns: (transfer full): "" for any date */
char *plx_filter_describe_dates (const char *from, const char *to);

G_END_DECLS
