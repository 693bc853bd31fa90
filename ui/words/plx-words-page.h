/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The lexicon as a table, each entry's hits in context, and what the user changes in it; with a
 * line to type a sentence into and see it scored.
 *
 * Actions: words.add, words.edit, words.toggle (turns the selected entry off or on),
 * words.revert, words.differences, words.export-entries, words.export-hits, words.copy-hit (the
 * line with the focus), words.copy-hits, words.search-hits, words.order-hits ("place", "left",
 * "right" or "form"), words.sort (the number of a column), words.back. */

#include "ui/reader/plx-reader-text.h"
#include "ui/session/plx-history.h"
#include "ui/session/plx-session.h"

#include <gtk/gtk.h>

#include "ui/plot/plx-plot-table.h"

G_BEGIN_DECLS

#define PLX_TYPE_WORDS_PAGE (plx_words_page_get_type ())
G_DECLARE_FINAL_TYPE (PlxWordsPage, plx_words_page, PLX, WORDS_PAGE, GtkBox)

GtkWidget  *plx_words_page_new          (void);

/* plx_words_page_set_session: @session: (nullable); @history: (nullable): where changes go */
void        plx_words_page_set_session  (PlxWordsPage *self, PlxSession *session,
                                         PlxHistory *history);

/* plx_words_page_start_search: searches the article that is read, else the entries */
void        plx_words_page_start_search (PlxWordsPage *self);

/* plx_words_page_get_entries: Returns: (transfer none): of PlxWord, as they are shown */
GListModel *plx_words_page_get_entries  (PlxWordsPage *self);

/* plx_words_page_get_hits: Returns: (transfer none): of the selected entry, as they are shown */
GListModel *plx_words_page_get_hits     (PlxWordsPage *self);

/* plx_words_page_show_entry: selects an entry, after taking away whatever filter hides it */
void        plx_words_page_show_entry   (PlxWordsPage *self, PlxLexicon *lexicon,
                                         const PlxEntry *entry);

/* plx_words_page_make_table: Returns: (transfer full): the entries that are shown, as they are */
PlxPlotTable *plx_words_page_make_table (PlxWordsPage *self);

/* plx_words_page_make_csv: Returns: (transfer full) (nullable): the entries that are shown, with
 *   the columns of a lexicon file, state, hits, and hits in each source; NULL without a session */
GBytes     *plx_words_page_make_csv     (PlxWordsPage *self);

/* plx_words_page_select: selects an entry that is shown */
void        plx_words_page_select       (PlxWordsPage *self, guint position);

/* plx_words_page_get_reading: Returns: (nullable) (transfer none): the article that is being read */
PlxReaderText *plx_words_page_get_reading (PlxWordsPage *self);

G_END_DECLS
