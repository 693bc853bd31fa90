/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be put right about a sentence, on the spot: each of its cues, who says it, of what kind
 * its paragraph is, and whom a name stands for. A menu with the actions of its items, prefix
 * "correct", for a widget in a PlxCorrector; what is chosen becomes a step of that window's. */

#include "plx-sentence-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_CORRECT_MENU (plx_correct_menu_get_type ())
G_DECLARE_FINAL_TYPE (PlxCorrectMenu, plx_correct_menu, PLX, CORRECT_MENU, GObject)

/* plx_correct_menu_new: @owner: gets the actions; must outlive the menu */
PlxCorrectMenu *plx_correct_menu_new       (GtkWidget *owner);

/* plx_correct_menu_set_sentence:
 * @axis: whose cues are offered; PLX_AXIS_ALL: all
 * @cue: (nullable): where one cue of the sentence alone is meant: bytes of the item's text */
void            plx_correct_menu_set_sentence (PlxCorrectMenu *self, PlxSentenceItem *item,
                                               PlxAxisId axis, const PlxSpan *cue);

/* plx_correct_menu_set_paragraph: for a paragraph without sentences: one that is not read */
void            plx_correct_menu_set_paragraph (PlxCorrectMenu *self, gint64 article_id,
                                                PlxSpan span, PlxBlockKind kind);

/* plx_correct_menu_clear: offers nothing */
void            plx_correct_menu_clear     (PlxCorrectMenu *self);

/* plx_correct_menu_get_model: Returns: (transfer none): changes with what is set */
GMenuModel     *plx_correct_menu_get_model (PlxCorrectMenu *self);

/* plx_block_kind_get_label: Returns: (transfer none): translated, as in "This paragraph is:" */
const char     *plx_block_kind_get_label   (PlxBlockKind kind);

G_END_DECLS
