/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How cue words are marked in running text: by pole with a colour, and, for those who see no
 * colour, with an underline: single towards the positive pole, double towards the negative one. What
 * a person has corrected has an overline besides; what is said to be no cue is struck through. */

#include "plx-sentence-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* plx_marks_make_attributes:
 * @axis: cues of other axes are left unmarked; PLX_AXIS_ALL: all are marked
 * Returns: (transfer full): for a label that shows the item's text */
PangoAttrList *plx_marks_make_attributes (PlxSentenceItem *item, PlxAxisId axis);

/* plx_marks_show_score: @score: NaN: a dash; in the colour of its pole */
void           plx_marks_show_score      (GtkLabel *label, double score);

/* plx_marks_style_tag: gives a text tag the look of a mark of this pole */
void           plx_marks_style_tag       (GtkTextTag *tag, gboolean positive);

G_END_DECLS
