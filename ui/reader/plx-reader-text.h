/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An article laid out in a text buffer: headline, byline, blocks by kind, boilerplate folded, cue
 * words marked; and the way from an offset in the article to one in the buffer and back. */

#include "data/corpus/plx-corpus.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A marked cue, in characters of the buffer. */
typedef struct
{
  int       start;
  int       end;
  guint32   sentence; /* index into the reading's sentences */
  PlxAxisId axis;
  double    weight;
  PlxSpan   span;         /* in the article's text, or its title */
  gboolean  is_corrected; /* a person has said what it weighs */
  gboolean  is_void;      /* namely that it is no cue here */
} PlxReaderCue;

typedef struct _PlxReaderText PlxReaderText;

/* plx_reader_text_new:
 * @article, @reading: (transfer full): what is laid out
 *
 * Fills the buffer of @view, whose text it replaces. */
PlxReaderText      *plx_reader_text_new  (GtkTextView *view, PlxArticle *article,
                                          PlxReading *reading, PlxLexicon *lexicon);
void                plx_reader_text_free (PlxReaderText *self);

const PlxArticle   *plx_reader_text_get_article (PlxReaderText *self);
const PlxReading   *plx_reader_text_get_reading (PlxReaderText *self);
PlxLexicon         *plx_reader_text_get_lexicon (PlxReaderText *self);

/* plx_reader_text_set_axis: marks the cues of one axis; PLX_AXIS_ALL: those of all */
void                plx_reader_text_set_axis    (PlxReaderText *self, PlxAxisId axis);
void                plx_reader_text_set_marked  (PlxReaderText *self, gboolean marked);
gboolean            plx_reader_text_get_marked  (PlxReaderText *self);

/* plx_reader_text_dup_byline: Returns: (transfer full): who wrote it, where and when; "" if nobody
 *   says */
char               *plx_reader_text_dup_byline  (PlxReaderText *self);

/* Returns: (transfer none) (element-type PlxReaderCue): the marked ones, in order */
GArray             *plx_reader_text_get_cues    (PlxReaderText *self);

/* plx_reader_text_find_sentence: Returns: FALSE if @sentence is not laid out */
gboolean            plx_reader_text_find_sentence (PlxReaderText *self, guint32 sentence,
                                                   GtkTextIter *out_start, GtkTextIter *out_end);

/* plx_reader_text_get_place: the place in the article of an offset in characters of the buffer
 * Returns: FALSE if there is none, as in the byline */
gboolean            plx_reader_text_get_place   (PlxReaderText *self, int offset,
                                                 guint32 *out_byte, gboolean *out_in_title);

/* plx_reader_text_get_cue_at: Returns: (transfer none) (nullable): the marked cue at an offset in
 *   characters of the buffer */
const PlxReaderCue *plx_reader_text_get_cue_at   (PlxReaderText *self, int offset);

/* plx_reader_text_get_sentence_at: Returns: the index of the sentence at an offset in characters of
 *   the buffer; PLX_NONE if none is read there */
guint32             plx_reader_text_get_sentence_at (PlxReaderText *self, int offset);

/* plx_reader_text_show_sentence: sets one sentence off from the others; PLX_NONE: none */
void                plx_reader_text_show_sentence (PlxReaderText *self, guint32 sentence);

/* plx_reader_text_update_style: takes colours anew after the theme has changed */
void                plx_reader_text_update_style (PlxReaderText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReaderText, plx_reader_text_free)

G_END_DECLS
