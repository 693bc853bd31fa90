/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The arithmetic of a sentence as a small readable sum: each cue with the weight of its entry and
 * what every rule made of it, then the evidence for both poles, then the score. */

#include "plx-sentence-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_ARITHMETIC (plx_arithmetic_get_type ())
G_DECLARE_FINAL_TYPE (PlxArithmetic, plx_arithmetic, PLX, ARITHMETIC, GtkWidget)

GtkWidget  *plx_arithmetic_new      (void);

/* plx_arithmetic_set_item: @item: (nullable); @axis: whose cues are summed up */
void        plx_arithmetic_set_item (PlxArithmetic *self, PlxSentenceItem *item, PlxAxisId axis);

G_END_DECLS
