/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to who speaks in each source: how much, and in which frame. Each article is gone
 * through once for all its voices, on several threads; what came out is never changed, and threads
 * may share it. */

#include "plx-figure-table.h"

G_BEGIN_DECLS

/* A voice of a source. */
typedef struct
{
  const char   *source;  /* owned by the PlxVoiceSums, as the next */
  const char   *speaker; /* NULL: the reporter; "": all who have no name */
  double        share;   /* of the source's words, 0 … 1 */
  PlxSummaryRow row;     /* without a name; what is said in one sentence is never `enough` */
} PlxVoiceRow;

typedef struct _PlxVoiceSums PlxVoiceSums;

/* plx_voice_sums_new:
 * @lexicon: must outlive it
 * @max_speakers: that are kept of each source, beside its reporter; those with most words */
PlxVoiceSums *plx_voice_sums_new    (const PlxLexicon *lexicon, guint max_speakers);
void          plx_voice_sums_free   (PlxVoiceSums *self);

/* plx_voice_sums_set_table: before anything is added
 * @table: (nullable): of the readings that are going to be; must outlive @self */
void          plx_voice_sums_set_table (PlxVoiceSums *self, const PlxFigureTable *table);

/* plx_voice_sums_add: those of one source after each other.
 * @source, @evidence, @wire: must outlive @self
 * @reading: its number in the table; means nothing without one
 * @part: what counts of it
 * @wire: (nullable): as for plx_evidence_iter_init() */
void          plx_voice_sums_add    (PlxVoiceSums *self, const char *source, GBytes *evidence,
                                     guint32 reading, const PlxReadingPart *part,
                                     const guint8 *wire);

/* plx_voice_sums_finish: sums up; once, after all have been added */
void          plx_voice_sums_finish (PlxVoiceSums *self);

/* What of the sums is listed. */
typedef struct
{
  const char *source;       /* (nullable): NULL: all */
  gboolean    reporter;     /* as if only what reporters say had been added */
  guint       max_speakers; /* of each source, beside its reporter */
} PlxVoiceChoice;

/* plx_voice_sums_list:
 *
 * Returns: (transfer full) (element-type PlxVoiceRow): sources by name, in each those with most
 *   words first; these get intervals */
GArray       *plx_voice_sums_list   (const PlxVoiceSums *self, const PlxVoiceChoice *choice,
                                     const PlxSummaryOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVoiceSums, plx_voice_sums_free)

G_END_DECLS
