/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The reader: an article as a page worth reading, its cue words marked and explained.
 *
 * Keys: n and p go to the next and previous cue, Enter explains the one at the cursor, Ctrl+F
 * finds in the text, Escape goes back. */

#include "plx-reader-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_READER_VIEW (plx_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxReaderView, plx_reader_view, PLX, READER_VIEW, GtkBox)

/* Signal `closed`: the user wants back to where the article was opened */

/* plx_reader_view_open:
 * @sentence: an index into its reading's sentences to begin at; PLX_NONE: at the top
 * @axis: whose cues are marked; PLX_AXIS_ALL: all */
void        plx_reader_view_open       (PlxReaderView *self, PlxCorpus *corpus, gint64 article_id,
                                        guint32 sentence, PlxAxisId axis);

/* plx_reader_view_reload: reads the open article again, as after a change of the lexicon */
void        plx_reader_view_reload     (PlxReaderView *self);
void        plx_reader_view_clear      (PlxReaderView *self);

/* plx_reader_view_get_article_id: Returns: 0 if none is open */
gint64      plx_reader_view_get_article_id (PlxReaderView *self);

/* plx_reader_view_get_seen: Returns: (nullable) (transfer none): the article that is on the screen;
 *   NULL if none is, or the reader is out of sight */
PlxReaderText *plx_reader_view_get_seen (PlxReaderView *self);
void        plx_reader_view_start_find (PlxReaderView *self);

G_END_DECLS
