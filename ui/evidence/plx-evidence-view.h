/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sentences behind what is selected, strongest first. */

#include "plx-evidence-query.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_EVIDENCE_VIEW (plx_evidence_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxEvidenceView, plx_evidence_view, PLX, EVIDENCE_VIEW, GtkBox)

/* Signal `activated` (PlxSentenceItem): the user wants to read on at this sentence */

/* plx_evidence_view_set_corpus: @corpus: (nullable) */
void        plx_evidence_view_set_corpus (PlxEvidenceView *self, PlxCorpus *corpus);

/* plx_evidence_view_show:
 * @query: its pole is left to the view's own filter
 * @title, @subtitle: what is selected, translated; what its figures say
 *
 * Asks anew, even for the same query; what was being asked is given up. */
void        plx_evidence_view_show      (PlxEvidenceView *self, const PlxEvidenceQuery *query,
                                         const char *title, const char *subtitle);

/* plx_evidence_view_get_items: Returns: (transfer none): of PlxSentenceItem: what the list shows */
GListModel *plx_evidence_view_get_items (PlxEvidenceView *self);

/* plx_evidence_view_get_page: Returns: "loading", "empty", "error" or "ready" */
const char *plx_evidence_view_get_page  (PlxEvidenceView *self);

G_END_DECLS
