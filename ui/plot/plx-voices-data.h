/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to the rows of a voices chart: sentences gathered by source and by who speaks
 * them, summed up with intervals as sources are. */

#include "analysis/reading/plx-reading-part.h"
#include "plx-voices-chart.h"

G_BEGIN_DECLS

typedef struct _PlxVoicesData PlxVoicesData;

/* plx_voices_data_new: @lexicon: must outlive it */
PlxVoicesData *plx_voices_data_new  (const PlxLexicon *lexicon);
void           plx_voices_data_free (PlxVoicesData *self);

/* plx_voices_data_add: speakers without a name are one voice
 * @source, @evidence, @wire: must outlive @self
 * @part: what counts of it
 * @wire: (nullable): as for plx_evidence_iter_init() */
void           plx_voices_data_add  (PlxVoicesData *self, const char *source, GBytes *evidence,
                                     const PlxReadingPart *part, const guint8 *wire);

/* plx_voices_data_fill:
 * @axis: an index as in the lexicon
 * @max_speakers: of each source, beside its reporter; those with most words
 *
 * Adds the rows to a voices chart. Only those that are shown get intervals. */
void           plx_voices_data_fill (PlxVoicesData *self, PlxChart *chart, guint axis,
                                     const PlxSummaryOptions *options, guint max_speakers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVoicesData, plx_voices_data_free)

G_END_DECLS
