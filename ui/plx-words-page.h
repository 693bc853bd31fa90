/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The lexicon as a table with its hits in the corpus, each entry's hits in their sentences, a line
 * to try a sentence in, and entries added, changed and switched off. Changes are the corpus' own. */

#include "plx-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_WORDS_PAGE (plx_words_page_get_type ())
G_DECLARE_FINAL_TYPE (PlxWordsPage, plx_words_page, PLX, WORDS_PAGE, GtkBox)

/* Signal `edited` (const char *edits, const char *step): the user wants these lexicon edits; @step
 *   names what was done, for undo
 * Signal `opened` (PlxSentenceItem): the user wants to read on at a sentence */

GtkWidget *plx_words_page_new         (void);

/* plx_words_page_set_session: @session: (nullable) */
void       plx_words_page_set_session (PlxWordsPage *self, PlxSession *session);

/* plx_words_page_try: scores a text in the line at the top */
void       plx_words_page_try         (PlxWordsPage *self, const char *text);

G_END_DECLS
