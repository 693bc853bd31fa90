/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to a summary by something else than the source: by voice, by target, by article or
 * by the time an article came out. A row is to be read like one for a source, with the part of each
 * article in place of the whole. */

#include "plx-summary.h"

G_BEGIN_DECLS

/* What there is a row for. */
typedef enum
{
  PLX_GROUPING_SOURCE,
  PLX_GROUPING_ARTICLE, /* rows are named by the article's number */
  PLX_GROUPING_VOICE,
  PLX_GROUPING_TARGET,
  PLX_GROUPING_DAY,     /* rows are named as in ISO 8601, "" without a date; a date that is less */
  PLX_GROUPING_MONTH,   /* precise than the grouping has a row of its own */
  PLX_GROUPING_YEAR,
  PLX_N_GROUPINGS
} PlxGrouping;

/* An article as it is grouped. */
typedef struct
{
  gint64        id;
  const char   *source;
  const char   *date;     /* nullable: ISO 8601 */
  GBytes       *evidence; /* plx_evidence_pack() */
  PlxReadingPart part;    /* what of it counts */
  const guint8 *wire;     /* (nullable): as for plx_evidence_iter_init() */
} PlxGroupedArticle;

typedef struct _PlxGroupSums PlxGroupSums;

/* plx_group_sums_new:
 * @lexicon: must outlive it
 * @reporter: the name of the reporters' row in a summary by voice
 * @unnamed: (nullable): the row of speakers without a name; NULL leaves them out */
PlxGroupSums *plx_group_sums_new    (const PlxLexicon *lexicon, PlxGrouping grouping,
                                     const char *reporter, const char *unnamed);
void          plx_group_sums_free   (PlxGroupSums *self);

/* plx_group_sums_add: adds what counts of an article to the rows it has a part in; nothing where
 * nothing is in. What it points to must outlive @self, but for the strings. */
void          plx_group_sums_add    (PlxGroupSums *self, const PlxGroupedArticle *article);

/* plx_group_sums_finish:
 * @max_rows: those with most sentences; G_MAXUINT: all. Only these get intervals.
 *
 * Returns: (transfer full): voices and targets with most sentences first, else by name */
PlxSummary   *plx_group_sums_finish (const PlxGroupSums *self, const PlxSummaryOptions *options,
                                     guint max_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGroupSums, plx_group_sums_free)

G_END_DECLS
