/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The layout of a sentence in a list: a score, beside it the text, and below that a caption and
 * buttons. Boxes in boxes would ask text and caption for their heights at three widths, two of which
 * they never get, and each time the text is laid out. The children are, in this order: score, text,
 * caption, and any number of buttons. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SENTENCE_LAYOUT (plx_sentence_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlxSentenceLayout, plx_sentence_layout, PLX, SENTENCE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plx_sentence_layout_new (void);

G_END_DECLS
