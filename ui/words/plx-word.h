/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An entry of the lexicon as an object for lists: made when a row comes into view. */

#include "analysis/lexicon/plx-hits.h"
#include "analysis/lexicon/plx-lexicon-edits.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_WORD_SHIPPED,
  PLX_WORD_ADDED,
  PLX_WORD_CHANGED,
  PLX_WORD_OFF,
} PlxWordState;

#define PLX_TYPE_WORD (plx_word_get_type ())
G_DECLARE_FINAL_TYPE (PlxWord, plx_word, PLX, WORD, GObject)

/* plx_word_new:
 * @index: of the entry in @lexicon, which for one that is off is the base lexicon
 * @counts: (nullable): NULL: not counted yet, or off
 * @counted: the entry's index in @counts, which may be of another lexicon; PLX_NONE: none */
PlxWord             *plx_word_new         (PlxLexicon *lexicon, guint32 index, PlxWordState state,
                                           PlxHitCounts *counts, guint32 counted);

const PlxEntry      *plx_word_get_entry   (PlxWord *self);
PlxLexicon          *plx_word_get_lexicon (PlxWord *self);
guint32              plx_word_get_index   (PlxWord *self);
PlxWordState         plx_word_get_state   (PlxWord *self);

/* plx_word_is_counted: whether there are counts for it: not for blocks, which only shield */
gboolean             plx_word_is_counted  (PlxWord *self);
guint32              plx_word_get_n_hits  (PlxWord *self);
const PlxSourceHits *plx_word_get_sources (PlxWord *self, guint *out_n);
PlxLexiconLine      *plx_word_dup_line    (PlxWord *self);

/* What columns show; all return: (transfer full) and translated */
char                *plx_word_dup_role    (PlxWord *self);
char                *plx_word_dup_axis    (PlxWord *self);
char                *plx_word_dup_weight  (PlxWord *self);
/* plx_word_dup_facts: Returns: (transfer full): role, axis and weight in a line, translated */
char                *plx_word_dup_facts   (PlxWord *self);

/* plx_word_get_role_label: Returns: (transfer none): translated */
const char          *plx_word_get_role_label (PlxRole role);

G_END_DECLS
