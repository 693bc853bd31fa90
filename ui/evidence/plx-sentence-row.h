/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A sentence in the list of evidence: its score, its words with the cues marked, who says it where,
 * and, on demand, the arithmetic. */

#include "plx-sentence-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a row says of its sentence beside the voice: what differs within the list. */
typedef enum
{
  PLX_SENTENCE_SHOW_SOURCE = 1 << 0,
  PLX_SENTENCE_SHOW_TITLE = 1 << 1,
  PLX_SENTENCE_SHOW_AXIS = 1 << 2,
} PlxSentenceShow;

#define PLX_TYPE_SENTENCE_ROW (plx_sentence_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxSentenceRow, plx_sentence_row, PLX, SENTENCE_ROW, GtkBox)

GtkWidget       *plx_sentence_row_new      (void);

/* plx_sentence_row_set_item:
 * @item: (nullable) */
void             plx_sentence_row_set_item (PlxSentenceRow *self, PlxSentenceItem *item,
                                            PlxSentenceShow show);
PlxSentenceItem *plx_sentence_row_get_item (PlxSentenceRow *self);

/* plx_sentence_row_popup_menu: shows what can be corrected of the sentence */
void             plx_sentence_row_popup_menu (PlxSentenceRow *self);

/* plx_sentence_item_describe: Returns: (transfer full): the sentence with score and speaker, as a
 *   screen reader says it */
char            *plx_sentence_item_describe (PlxSentenceItem *item);

/* plx_sentence_row_install_keys: in a list of such rows: Menu and Shift+F10 show the menu of the one
 * that has the keyboard, Ctrl+C copies it */
void            plx_sentence_row_install_keys (GtkWidgetClass *klass);

G_END_DECLS
