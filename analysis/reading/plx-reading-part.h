/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A part of a reading: what one voice says, what is said of one target, what is no wire copy. */

#include "plx-reading.h"

G_BEGIN_DECLS

/* Which part of a reading counts. */
typedef struct
{
  guint32  voice;  /* only what this voice speaks; PLX_NONE: all voices; one that the reading does
                      not have: nothing */
  guint32  target; /* only sentences with cues about this target, and of them only those cues;
                      PLX_NONE: all; one that the reading does not have: nothing */
  gboolean wire_once; /* without the sentences marked as wire copy */
} PlxReadingPart;
#define PLX_READING_PART_INIT { PLX_NONE, PLX_NONE, FALSE }

/* plx_reading_keep_part:
 * @self: a copy; a reader's own reading must not be changed
 *
 * Leaves out everything else: cues of other voices and targets are gone, the scores of sentences
 * and article are those of the rest, and sentences without a part in it have
 * PLX_SENTENCE_LEFT_OUT. Which sentences there are and where, voices, targets and quotes stay. */
void     plx_reading_keep_part (PlxReading *self, const PlxReadingPart *part);

G_END_DECLS
