/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From the names of an article to the targets of its reading. */

#include "analysis/names/plx-names.h"
#include "plx-reading.h"

G_BEGIN_DECLS

/* plx_reading_set_targets:
 * @names: all of the article's, scanned; their counts are merged
 *
 * Fills the reading's targets with the names that are confirmed, most mentioned first, points its
 * cues, whose target so far is a name, to them, and sums up their axes. */
void plx_reading_set_targets (PlxReading *reading, PlxNames *names, const char *title,
                              const char *text);

G_END_DECLS
