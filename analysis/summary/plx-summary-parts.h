/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Feeding the summariser with parts of readings: what one voice says, what is said of one target,
 * what came out on one day. A row of such a summary is to be read like one for a source, with the
 * part of each article in place of the whole. */

#include "analysis/reading/plx-reading-part.h"
#include "plx-summary.h"

G_BEGIN_DECLS

/* plx_summariser_add_part:
 *
 * Adds a part of a reading to the row @group, as plx_summariser_add() adds a whole one; nothing if
 * the part is empty. What a chosen voice speaks counts as the row's own words, also where a
 * summary leaves other voices than the reporter out. Returns: whether there was anything */
gboolean plx_summariser_add_part    (PlxSummariser *self, const char *group,
                                     const PlxReading *reading, const PlxReadingPart *part);

/* plx_summariser_add_evidence_part: as plx_summariser_add_part(), of a reading packed before */
gboolean plx_summariser_add_evidence_part (PlxSummariser *self, const char *group,
                                           GBytes *evidence, const PlxReadingPart *part);

/* plx_summariser_add_voices: adds each voice of a reading to the row of its name
 * @reporter: the reporter's row
 * @unnamed: (nullable): the row of speakers without a name; NULL leaves them out */
void     plx_summariser_add_voices  (PlxSummariser *self, const PlxReading *reading,
                                     const char *reporter, const char *unnamed);

/* plx_summariser_add_targets: adds what is said of each of the @max_targets most mentioned targets
 *   of a reading to the row of its name */
void     plx_summariser_add_targets (PlxSummariser *self, const PlxReading *reading,
                                     guint max_targets);

/* plx_summariser_add_day: adds a reading to the row of its day
 * @date: (nullable): an article's date, ISO 8601: its first ten characters name the row, fewer if
 *   it is less precise; NULL counts as "" */
void     plx_summariser_add_day     (PlxSummariser *self, const PlxReading *reading,
                                     const char *date);

G_END_DECLS
