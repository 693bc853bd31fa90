/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The user's own lines of a corpus' lexicon, as text: the shipped lexicon stays untouched, a line
 * here overrules the entry with the same pattern, role, axis and condition. */

#include "analysis/plx-lexicon.h"

G_BEGIN_DECLS

/* An entry as it is written. Strings are borrowed; NULL counts as "". */
typedef struct
{
  const char *pattern;
  PlxRole     role;
  const char *axis;      /* ID; "*" for all */
  const char *weight;    /* a number, "off", or "" where the role has none */
  const char *condition;
  const char *note;
} PlxLexiconLine;

/* plx_lexicon_edits_put: Returns: (transfer full): @edits with this line, in place of one with the
 *   same pattern, role, axis and condition */
char    *plx_lexicon_edits_put      (const char *edits, const PlxLexiconLine *line);

/* plx_lexicon_edits_remove: Returns: (transfer full): @edits without such a line: the shipped
 *   entry, if there is one, is in force again */
char    *plx_lexicon_edits_remove   (const char *edits, const PlxLexiconLine *line);

/* plx_lexicon_edits_contain: whether there is such a line */
gboolean plx_lexicon_edits_contain  (const char *edits, const PlxLexiconLine *line);

/* plx_lexicon_line_check:
 * @lexicon: whose axes the line may name
 *
 * Returns: (transfer full) (nullable): what is wrong with the line, in English; NULL if nothing is */
char    *plx_lexicon_line_check     (const PlxLexicon *lexicon, const PlxLexiconLine *line);

/* plx_lexicon_line_from_entry: @out_weight: at least G_ASCII_DTOSTR_BUF_SIZE bytes that the line
 * borrows */
void     plx_lexicon_line_from_entry (const PlxLexicon *lexicon, const PlxEntry *entry,
                                      PlxLexiconLine *out_line, char *out_weight);

G_END_DECLS
