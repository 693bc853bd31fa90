/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From readings to the rows of a voices chart: sentences gathered by source and by who speaks
 * them, summed up with intervals as sources are. */

#include "plx-voices-chart.h"

G_BEGIN_DECLS

typedef struct _PlxVoicesData PlxVoicesData;

PlxVoicesData *plx_voices_data_new  (const PlxLexicon *lexicon);
void           plx_voices_data_free (PlxVoicesData *self);

/* plx_voices_data_add: takes what it needs of a reading; speakers without a name are one voice */
void           plx_voices_data_add  (PlxVoicesData *self, const char *source,
                                     const PlxReading *reading);

/* plx_voices_data_fill:
 * @axis: an index as in the lexicon
 * @max_speakers: of each source, beside its reporter; those with most words
 *
 * Adds the rows to a voices chart. */
void           plx_voices_data_fill (PlxVoicesData *self, PlxChart *chart, guint axis,
                                     const PlxSummaryOptions *options, guint max_speakers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVoicesData, plx_voices_data_free)

G_END_DECLS
