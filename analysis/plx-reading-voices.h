/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From the quotations of an article to the voices of its reading. */

#include "plx-reading.h"
#include "plx-voices.h"

G_BEGIN_DECLS

/* plx_reading_set_voices:
 * @found: (nullable): the quotations of the article's text; NULL: all is the reporter's
 *
 * Fills the reading's quotes and voices, gives each sentence of the text to the voice that speaks
 * most of it, and sums up the voices' axes. Titles are the reporter's. */
void plx_reading_set_voices (PlxReading *reading, const PlxVoices *found);

G_END_DECLS
