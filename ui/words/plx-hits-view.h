/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The hits of one entry in context, a line each, with what stands left and right of them. */

#include "plx-word.h"

#include "data/corpus/plx-corpus-hits.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HITS_VIEW (plx_hits_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxHitsView, plx_hits_view, PLX, HITS_VIEW, GtkBox)

/* Signal `activated` (gint64 article, guint sentence): a hit is to be read where it stands
 * Signal `changed`: other lines are shown */

/* plx_hits_view_show:
 * @corpus: (nullable)
 * @word: (nullable): whose hits are shown; NULL shows that none is selected
 * @counts: (nullable): of the word's lexicon; NULL: still being counted */
void        plx_hits_view_show      (PlxHitsView *self, PlxCorpus *corpus, PlxWord *word,
                                     PlxHitCounts *counts);

/* plx_hits_view_get_lines: Returns: (transfer none): as they are shown */
GListModel *plx_hits_view_get_lines (PlxHitsView *self);
/* plx_hits_view_dup_text: a line each, as text
 * @focused: only the line with the keyboard focus; else all that are shown
 * @out_n: (out): how many lines; 0 if none
 * Returns: (transfer full) */
char       *plx_hits_view_dup_text  (PlxHitsView *self, gboolean focused, guint *out_n);
/* plx_hits_view_make_csv: Returns: (transfer full): the lines as they are shown */
GBytes     *plx_hits_view_make_csv  (PlxHitsView *self);
/* plx_hits_view_set_order: also what the drop-down shows */
void        plx_hits_view_set_order (PlxHitsView *self, PlxKwicOrder order);

/* plx_hits_view_start_search: the keyboard focus goes to the search */
void        plx_hits_view_start_search (PlxHitsView *self);
/* plx_hits_view_search: @text: see plx-hit-match.h; "" shows all lines */
void        plx_hits_view_search    (PlxHitsView *self, const char *text);
/* plx_hits_view_get_problem: Returns: (transfer none) (nullable): why it cannot be searched for what
 *   was typed; NULL if it can */
const char *plx_hits_view_get_problem (PlxHitsView *self);
/* plx_hits_view_focus_lines: the keyboard focus goes to the lines, as soon as there are any */
void        plx_hits_view_focus_lines (PlxHitsView *self);

G_END_DECLS
