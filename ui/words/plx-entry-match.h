/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which entry of one version of a lexicon is which of another. */

#include "analysis/lexicon/plx-lexicon.h"

G_BEGIN_DECLS

/* plx_entry_match:
 * @before: (nullable): NULL has none
 *
 * Takes no time to speak of where few entries differ.
 * Returns: (transfer full): for each entry of @now the index in @before of the one with its pattern,
 *   condition, role and axis, whatever its weight; PLX_NONE where there is none, or where all is
 *   other than it was */
guint32 *plx_entry_match (PlxLexicon *before, PlxLexicon *now);

G_END_DECLS
