/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person has put right in an article, applied to its reading. */

#include "plx-reading.h"

G_BEGIN_DECLS

/* plx_reading_correct_cue:
 * @cue: the next cue of @reading, with its steps already there as the last ones
 * @flags: PlxSentenceFlags of its sentence
 *
 * If there is a correction of this very cue, makes its weight the corrected one by one step more,
 * so that the trace recomputes it. Where the rules have made the weight 0, which no factor can
 * mend, the step takes the place of theirs.
 * Returns: FALSE if by its correction it is no cue: it keeps its place in the reading, with weight
 *   0, but does not count */
gboolean plx_reading_correct_cue      (PlxReading *reading, const PlxReadingOptions *options,
                                       const PlxLexicon *lexicon, guint32 flags, PlxCue *cue);

/* plx_reading_find_corrected_speakers: Returns: (transfer full): for each sentence the voice, added
 *   if need be, that it is said to be of for the most part; PLX_NONE: nothing is said */
guint32 *plx_reading_find_corrected_speakers (PlxReading *reading,
                                              const PlxReadingOptions *options);

/* plx_reading_correct_quotes: gives quotations to who they say; one that is the reporter's is none */
void     plx_reading_correct_quotes   (PlxReading *reading, const PlxReadingOptions *options);

G_END_DECLS
