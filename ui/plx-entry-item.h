/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An entry of a lexicon in a list, with its hits in the corpus. */

#include <glib-object.h>

#include "analysis/plx-lexicon.h"

G_BEGIN_DECLS

#define PLX_TYPE_ENTRY_ITEM (plx_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxEntryItem, plx_entry_item, PLX, ENTRY_ITEM, GObject)

/* plx_entry_item_new: @lexicon: kept; @index: of the entry in it */
PlxEntryItem   *plx_entry_item_new         (PlxLexicon *lexicon, guint32 index);

const PlxEntry *plx_entry_item_get_entry   (PlxEntryItem *self);
guint32         plx_entry_item_get_index   (PlxEntryItem *self);
PlxLexicon     *plx_entry_item_get_lexicon (PlxEntryItem *self);

/* Property `hits`: cues that the entry made in the corpus */
guint           plx_entry_item_get_hits    (PlxEntryItem *self);
void            plx_entry_item_set_hits    (PlxEntryItem *self, guint hits);

G_END_DECLS
