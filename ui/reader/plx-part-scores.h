/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What headline and body of an article score on each axis, apart from each other: headlines are often
 * sharper than what stands below them. A small table, with a dash where there is no cue. */

#include "analysis/reading/plx-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_PART_SCORES (plx_part_scores_get_type ())
G_DECLARE_FINAL_TYPE (PlxPartScores, plx_part_scores, PLX, PART_SCORES, AdwBin)

/* plx_part_scores_set: @reading: (nullable): made with @lexicon; neither is kept; NULL: nothing */
void plx_part_scores_set (PlxPartScores *self, const PlxReading *reading, PlxLexicon *lexicon);

G_END_DECLS
