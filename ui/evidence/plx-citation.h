/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Sentences to be quoted elsewhere: each with its source, its date and its score. */

#include "plx-sentence-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* plx_citation_dup_text: Returns: (transfer full): the sentence in quotation marks, who says it where
 * and when, and its score on the axis that it is evidence on */
char *plx_citation_dup_text  (PlxSentenceItem *item);

/* plx_citation_dup_table: @items: (element-type PlxSentenceItem)
 * @with_head: the first line names the columns
 * Returns: (transfer full): a line each, its cells parted by tabs, as spreadsheets take them */
char *plx_citation_dup_table (GListModel *items, gboolean with_head);

/* plx_citation_copy: puts it on the clipboard of @widget, and says so in its window */
void  plx_citation_copy      (GtkWidget *widget, PlxSentenceItem *item);

/* plx_citation_copy_table: likewise, as a table; one sentence goes without a head, to be put below
 * others */
void  plx_citation_copy_table (GtkWidget *widget, GListModel *items);

G_END_DECLS
