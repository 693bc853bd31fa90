/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Two sources side by side: may their difference be chance, which words make it, and where do
 * these stand? */

#include "plx-sentence-item.h"
#include "plx-session.h"

#include <gtk/gtk.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

#define PLX_TYPE_COMPARE_PAGE (plx_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (PlxComparePage, plx_compare_page, PLX, COMPARE_PAGE, GtkBox)

/* Signal `opened` (PlxSentenceItem): the user wants to read on at a sentence */

GtkWidget *plx_compare_page_new         (void);

/* plx_compare_page_set_session: @session: (nullable) */
void       plx_compare_page_set_session (PlxComparePage *self, PlxSession *session);

/* plx_compare_page_get_chart: Returns: (nullable) (transfer none): the word shift as it is shown,
 * for export */
PlxChart  *plx_compare_page_get_chart   (PlxComparePage *self);

G_END_DECLS
