/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a summary needs of a reading, packed into some ten bytes a sentence, so that the readings
 * of a large corpus fit into memory and load in a moment. Cues, voices' names and targets are left
 * out: reading a single article again takes less than a millisecond.
 *
 * The bytes: format (1), number of axes; then as varints (7 bits a byte, the low ones first, the
 * high bit set in all but the last) the words of the article and the number of its sentences; then
 * for each sentence, as varints, flags, words and voice; a byte with a bit for each axis that has
 * cues; and for each of these the number of cues as a varint, then evidence for, evidence against
 * and score as little-endian floats. */

#include "analysis/plx-reading.h"

G_BEGIN_DECLS

/* plx_evidence_pack: Returns: (transfer full) */
GBytes     *plx_evidence_pack   (const PlxReading *reading);

/* plx_evidence_unpack:
 * @reading: made by plx_evidence_reading_new(); overwritten
 *
 * Returns: FALSE if @bytes are anything else than what plx_evidence_pack() makes for @n_axes axes;
 *   @reading is undefined then */
gboolean    plx_evidence_unpack (GBytes *bytes, guint n_axes, PlxReading *reading);

/* plx_evidence_reading_new: Returns: (transfer full): an empty reading to unpack into, again and
 * again; free it with plx_reading_free() */
PlxReading *plx_evidence_reading_new (void);

G_END_DECLS
