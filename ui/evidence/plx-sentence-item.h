/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A sentence of a reading with all that is needed to show it and its arithmetic, as an object for
 * list models. It is made on any thread and does not change afterwards, but for `expanded`, its axis
 * and its heading. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

/* A step of the arithmetic: see PlxStep. */
typedef struct
{
  char   *trigger; /* the words that made the rule act; "" if there are none */
  double  factor;
  PlxRule rule;
} PlxSentenceStep;

typedef struct
{
  PlxSpan          span;    /* within the item's text */
  char            *words;   /* of the span, as they stand in the article */
  const char      *pattern; /* of the entry; the item's lexicon has it */
  const char      *note;    /* of the entry, likewise; "" for none */
  char            *target;  /* whom or what it is about; NULL: nobody named */
  double           base;
  double           weight;
  PlxSentenceStep *steps;
  guint            n_steps;
  guint32          entry;   /* index into the lexicon */
  PlxAxisId        axis;
  gboolean         is_corrected; /* its weight is what a person says */
  gboolean         is_void;      /* who says that it is no cue here */
} PlxSentenceCue;

#define PLX_TYPE_SENTENCE_ITEM (plx_sentence_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxSentenceItem, plx_sentence_item, PLX, SENTENCE_ITEM, GObject)

/* plx_sentence_item_new:
 * @reading: of @article, made with @lexicon
 * @sentence: index into the reading's sentences
 * @axis: the one it is evidence on; PLX_AXIS_ALL: the one on which it is strongest */
PlxSentenceItem      *plx_sentence_item_new         (const PlxArticle *article, gint64 article_id,
                                                     const PlxReading *reading,
                                                     PlxLexicon *lexicon, guint32 sentence,
                                                     PlxAxisId axis);

gint64                plx_sentence_item_get_article (PlxSentenceItem *self);
guint32               plx_sentence_item_get_index   (PlxSentenceItem *self);
const char           *plx_sentence_item_get_text    (PlxSentenceItem *self);
const char           *plx_sentence_item_get_source  (PlxSentenceItem *self);
const char           *plx_sentence_item_get_title   (PlxSentenceItem *self);
/* plx_sentence_item_get_date: as the article has it; "": unknown */
const char           *plx_sentence_item_get_date    (PlxSentenceItem *self);
/* plx_sentence_item_get_url: of the article; "": unknown */
const char           *plx_sentence_item_get_url     (PlxSentenceItem *self);

/* Where the sentence lies in the article's text, or in its title if plx_sentence_item_is_title() */
PlxSpan               plx_sentence_item_get_span    (PlxSentenceItem *self);
gboolean              plx_sentence_item_is_title    (PlxSentenceItem *self);

/* plx_sentence_item_get_speaker: Returns: (nullable): NULL for the reporter; "" for a voice without
 *   a known name */
const char           *plx_sentence_item_get_speaker (PlxSentenceItem *self);

/* plx_sentence_item_is_speaker_corrected: whether a person has said who speaks it */
gboolean              plx_sentence_item_is_speaker_corrected (PlxSentenceItem *self);

/* plx_sentence_item_get_voices: Returns: (transfer none) (array zero-terminated=1): who speaks in
 *   the article, by name, those with most words first; not many */
const char *const    *plx_sentence_item_get_voices  (PlxSentenceItem *self);

/* plx_sentence_item_get_block: the paragraph that it stands in; its span is empty in a title
 * Returns: of what kind the paragraph is */
PlxBlockKind          plx_sentence_item_get_block   (PlxSentenceItem *self, PlxSpan *out_span);

PlxLexicon           *plx_sentence_item_get_lexicon (PlxSentenceItem *self);
PlxAxisId             plx_sentence_item_get_axis    (PlxSentenceItem *self);
/* plx_sentence_item_set_axis: on the main thread, before a row shows it; not a property: rows
 * that show it do not follow */
void                  plx_sentence_item_set_axis    (PlxSentenceItem *self, PlxAxisId axis);
const PlxAxisScore   *plx_sentence_item_get_score   (PlxSentenceItem *self, PlxAxisId axis);

guint32               plx_sentence_item_get_n_words (PlxSentenceItem *self);

const PlxSentenceCue *plx_sentence_item_get_cues    (PlxSentenceItem *self, guint *out_n);

/* The heading that a list shows above it; (nullable). Set before it is shown. */
const char           *plx_sentence_item_get_heading (PlxSentenceItem *self);
void                  plx_sentence_item_set_heading (PlxSentenceItem *self, const char *heading);

/* plx_sentence_item_equal: Returns: whether both show the same in a list */
gboolean              plx_sentence_item_equal       (PlxSentenceItem *self, PlxSentenceItem *other);

/* plx_article_find_paragraph: Returns: of what kind the stretch of text around @offset is that can
 *   have a kind of its own: the block, or in an article without blocks the line */
PlxBlockKind          plx_article_find_paragraph    (const PlxArticle *article, guint32 offset,
                                                     PlxSpan *out_span);

/* Property `expanded`: whether a list shows the arithmetic below it */
gboolean              plx_sentence_item_get_expanded (PlxSentenceItem *self);
void                  plx_sentence_item_set_expanded (PlxSentenceItem *self, gboolean expanded);

/* plx_reading_find_strongest_axis: Returns: the axis with the greatest score of this sentence,
 *   signs aside; PLX_AXIS_ALL if it has no cue */
PlxAxisId             plx_reading_find_strongest_axis (const PlxReading *reading,
                                                       const PlxReadSentence *sentence);

G_END_DECLS
