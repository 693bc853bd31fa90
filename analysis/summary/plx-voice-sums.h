/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to who speaks in each source: how much, and in which frame. Each article is gone
 * through once for all its voices, on several threads. */

#include "plx-summary.h"

G_BEGIN_DECLS

/* A voice of a source. */
typedef struct
{
  const char   *source;  /* owned by the PlxVoiceSums, as the next */
  const char   *speaker; /* NULL: the reporter; "": all who have no name */
  double        share;   /* of the source's words, 0 … 1 */
  PlxSummaryRow row;     /* without a name */
} PlxVoiceRow;

typedef struct _PlxVoiceSums PlxVoiceSums;

/* plx_voice_sums_new: @lexicon: must outlive it */
PlxVoiceSums *plx_voice_sums_new    (const PlxLexicon *lexicon);
void          plx_voice_sums_free   (PlxVoiceSums *self);

/* plx_voice_sums_add: those of one source after each other.
 * @source, @evidence, @wire: must outlive @self
 * @part: what counts of it
 * @wire: (nullable): as for plx_evidence_iter_init() */
void          plx_voice_sums_add    (PlxVoiceSums *self, const char *source, GBytes *evidence,
                                     const PlxReadingPart *part, const guint8 *wire);

/* plx_voice_sums_finish: once
 * @max_speakers: of each source, beside its reporter; those with most words
 *
 * Returns: (transfer full) (element-type PlxVoiceRow): sources by name, in each those with most
 *   words first; only these get intervals */
GArray       *plx_voice_sums_finish (PlxVoiceSums *self, const PlxSummaryOptions *options,
                                     guint max_speakers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVoiceSums, plx_voice_sums_free)

G_END_DECLS
