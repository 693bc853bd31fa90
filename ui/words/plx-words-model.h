/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The entries of a lexicon as a list: filtered and in order as an array of numbers, with an
 * object only for what is looked at. */

#include "plx-word.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_WORDS_BY_PATTERN,
  PLX_WORDS_BY_ROLE,
  PLX_WORDS_BY_AXIS,
  PLX_WORDS_BY_WEIGHT,
  PLX_WORDS_BY_HITS,
  PLX_WORDS_BY_SOURCES, /* by how many sources have it */
  PLX_N_WORDS_ORDERS
} PlxWordsOrder;

typedef struct
{
  int         axis;      /* index; -1: any */
  int         role;      /* PlxRole; -1: any */
  const char *search;    /* (nullable): what pattern or note must contain, in any case */
  gboolean    only_hits; /* with hits in the corpus */
  gboolean    only_own;  /* added, changed or off */
} PlxWordsFilter;

#define PLX_TYPE_WORDS_MODEL (plx_words_model_get_type ())
G_DECLARE_FINAL_TYPE (PlxWordsModel, plx_words_model, PLX, WORDS_MODEL, GObject)

PlxWordsModel *plx_words_model_new         (void);

/* plx_words_model_set_lexicon: rows that say what they said stay; hits stay until they are counted
 *   again
 * @lexicon: (nullable): what the corpus is read with
 * @base: (nullable): the shipped one, of which entries may be off
 * @edits: (nullable): what makes the difference; not kept */
void           plx_words_model_set_lexicon (PlxWordsModel *self, PlxLexicon *lexicon,
                                            PlxLexicon *base, PlxLexiconEdits *edits);

/* plx_words_model_set_counts: @counts: (nullable): of the lexicon */
void           plx_words_model_set_counts  (PlxWordsModel *self, PlxHitCounts *counts);
void           plx_words_model_set_filter  (PlxWordsModel *self, const PlxWordsFilter *filter);
void           plx_words_model_set_order   (PlxWordsModel *self, PlxWordsOrder order,
                                            gboolean descending);

/* plx_words_model_find: Returns: the position of the entry with the pattern, role, axis and
 *   condition of @line, or G_MAXUINT if it is not shown */
guint          plx_words_model_find        (PlxWordsModel *self, const PlxLexiconLine *line);

/* plx_words_model_get_n_all: Returns: how many entries there are, filtered out or not */
guint          plx_words_model_get_n_all   (PlxWordsModel *self);

G_END_DECLS
