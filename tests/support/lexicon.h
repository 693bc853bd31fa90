/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Lexicons made up for a test. */

#include "analysis/lexicon/plx-lexicon.h"

G_BEGIN_DECLS

/* lexicon_compile: Returns: (transfer full): the lexicon that a whole file's text describes; aborts
 * if it has a mistake */
PlxLexicon *lexicon_compile (const char *text);

G_END_DECLS
