/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a user changes in a lexicon: entries added, changed and turned off, against a base that
 * stays as it is. As text they are lines of the lexicon format, to be read after the base, and can
 * be kept, shared and read again. */

#include "plx-lexicon.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FIELD_PATTERN,
  PLX_FIELD_ROLE,
  PLX_FIELD_AXIS,
  PLX_FIELD_WEIGHT,
  PLX_FIELD_CONDITION,
  PLX_FIELD_NOTE,
} PlxLexiconField;
#define PLX_N_FIELDS 6

/* One line of the lexicon format. */
typedef struct
{
  char *fields[PLX_N_FIELDS]; /* by PlxLexiconField; never NULL */
} PlxLexiconLine;

/* plx_lexicon_line_new: Returns: (transfer full): a line of empty fields */
PlxLexiconLine *plx_lexicon_line_new       (void);

/* plx_lexicon_line_new_entry: Returns: (transfer full): the line that says what @entry of @lexicon
 *   says */
PlxLexiconLine *plx_lexicon_line_new_entry (const PlxLexicon *lexicon, const PlxEntry *entry);
PlxLexiconLine *plx_lexicon_line_copy      (const PlxLexiconLine *self);
void            plx_lexicon_line_free      (PlxLexiconLine *self);

/* plx_lexicon_line_set: @text: what would break the line (tabs, line breaks) becomes a space */
void            plx_lexicon_line_set       (PlxLexiconLine *self, PlxLexiconField field,
                                            const char *text);

/* plx_lexicon_line_to_string: Returns: (transfer full): without a line break at its end */
char           *plx_lexicon_line_to_string (const PlxLexiconLine *self);

/* plx_lexicon_line_check:
 * @lexicon: whose axes the line may name
 * @out_field: (out): which field the first thing said is about
 *
 * Returns: (transfer full) (nullable): what is wrong with the line, the worst first; NULL if nothing
 *   is */
PlxDiagnostic  *plx_lexicon_line_check     (const PlxLexiconLine *self, const PlxLexicon *lexicon,
                                            PlxLexiconField *out_field);

typedef enum
{
  PLX_EDIT_ADDED,
  PLX_EDIT_CHANGED, /* weight or note are others than in the base */
  PLX_EDIT_OFF,
} PlxEditKind;

typedef struct
{
  PlxEditKind     kind;
  PlxLexiconLine *line; /* as it is now; of one that is off, as it was */
  guint32         base; /* index into the base lexicon; PLX_NONE for one it does not have */
} PlxLexiconEdit;

typedef struct _PlxLexiconEdits PlxLexiconEdits;

/* plx_lexicon_edits_new: @base: kept */
PlxLexiconEdits *plx_lexicon_edits_new  (PlxLexicon *base);
void             plx_lexicon_edits_free (PlxLexiconEdits *self);

/* plx_lexicon_edits_merge:
 * @text: lines of the lexicon format, with or without a header: what they say counts more than
 *   what was there. Lines that are no good are kept as they are: compiling reports them.
 *
 * Includes, name and version are passed over; definitions of axes are kept. */
void             plx_lexicon_edits_merge     (PlxLexiconEdits *self, const char *text);

/* plx_lexicon_edits_to_string: Returns: (transfer full): lines without a header; "" for none */
char            *plx_lexicon_edits_to_string (PlxLexiconEdits *self);
/* plx_lexicon_edits_to_file: Returns: (transfer full): a whole lexicon file of these lines */
char            *plx_lexicon_edits_to_file   (PlxLexiconEdits *self, const char *name);

guint                 plx_lexicon_edits_get_n (PlxLexiconEdits *self);
/* Returns: (transfer none): valid until the next change */
const PlxLexiconEdit *plx_lexicon_edits_get   (PlxLexiconEdits *self, guint index);

/* plx_lexicon_edits_find: Returns: (transfer none) (nullable): the edit of the entry with the
 *   pattern, role, axis and condition of @line */
const PlxLexiconEdit *plx_lexicon_edits_find  (PlxLexiconEdits *self, const PlxLexiconLine *line);

/* plx_lexicon_edits_set: adds an entry, or changes weight and note of the one with its pattern,
 * role, axis and condition; turns it on again if it was off. */
void             plx_lexicon_edits_set        (PlxLexiconEdits *self, const PlxLexiconLine *line);

/* plx_lexicon_edits_remove: turns off an entry of the base, forgets one that was added */
void             plx_lexicon_edits_remove     (PlxLexiconEdits *self, const PlxLexiconLine *line);

/* plx_lexicon_edits_replace: as if @before had always been @after */
void             plx_lexicon_edits_replace    (PlxLexiconEdits *self, const PlxLexiconLine *before,
                                               const PlxLexiconLine *after);

/* plx_lexicon_edits_revert: the entry is as in the base again, or gone if that has none */
void             plx_lexicon_edits_revert     (PlxLexiconEdits *self, const PlxLexiconLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLexiconLine, plx_lexicon_line_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLexiconEdits, plx_lexicon_edits_free)

G_END_DECLS
