/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words that make two sources differ on an axis: may the difference be chance, which words
 * make it, and where do these stand? */

#include "ui/evidence/plx-sentence-item.h"

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

#define PLX_TYPE_SHIFT_VIEW (plx_shift_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxShiftView, plx_shift_view, PLX, SHIFT_VIEW, GtkBox)

/* Signal `opened` (PlxSentenceItem): the user wants to read on at a sentence */

/* plx_shift_view_show:
 * @corpus: (nullable): NULL empties the view
 * @sources: those that two can be chosen of, with their @names; at least two
 *
 * Compares anew as soon as the view is looked at: all articles of the two are read for that. */
void        plx_shift_view_show      (PlxShiftView *self, PlxCorpus *corpus,
                                      const gint64 *sources, const char *const *names,
                                      PlxAxisId axis);

/* plx_shift_view_get_chart: Returns: (nullable) (transfer none): as it is shown */
PlxChart   *plx_shift_view_get_chart (PlxShiftView *self);

G_END_DECLS
