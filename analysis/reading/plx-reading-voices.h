/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From the quotations of an article to the voices of its reading. */

#include "analysis/voices/plx-voices.h"
#include "plx-reading.h"

G_BEGIN_DECLS

/* plx_reading_set_voices:
 * @found: (nullable): the quotations of the article's text; NULL: all is the reporter's
 * @options: (nullable): its corrections of speakers act where @found is not NULL
 *
 * Fills the reading's quotes, voices and parts, gives each sentence of the text to the voice that
 * speaks most of it and each cue to the one that speaks it, and sums up the voices' axes. Titles
 * are the reporter's. The reading's sentences must be those of its title, then those of the text
 * that @found looked at. */
void plx_reading_set_voices (PlxReading *reading, const PlxVoices *found,
                             const PlxReadingOptions *options);

/* plx_reading_ensure_voice: Returns: the index of the voice with this name (NULL: of one that is
 *   quoted, but not named), which is added if need be */
guint32 plx_reading_ensure_voice (PlxReading *reading, const char *name);

G_END_DECLS
