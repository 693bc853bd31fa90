/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Finds the entries of a lexicon in the sentences of a text: longest match within each layer
 * (plx_entry_get_layer()), from left to right; conditions, names and blocks are heeded here, so
 * that what comes out are words that count. What they add up to is the rules' work. */

#include "analysis/text/plx-text.h"
#include "plx-lexicon-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 entry;
  guint32 accept;      /* index of its PlxAccept */
  guint32 first;       /* token of the text */
  guint32 last;        /* the last token that matched, inclusive */
  guint16 condition;   /* PlxConditionFlags */
  guint8  n_words;
  guint8  n_wildcards;
  guint8  form;        /* PlxFormFlags */
  guint8  layer;
  guint8  shadow;      /* axes (bits) on which a longer cue or event holds these words */
} PlxMatch;

typedef struct
{
  const PlxLexicon *lexicon;
  PlxMatch         *matches;   /* by first token: those of the last sentence scanned */
  guint             n_matches;
  guint32          *grammar;   /* PlxGrammarFlags of each of its tokens */
  struct _PlxCandidate *candidates; /* its tokens at which a match may begin */
  guint32          *gaps;      /* those of them behind which there may be a gap */
  guint32          *wilds;     /* those behind which a wildcard may follow */
  guint32          *pairs;     /* those with which the next word may go on */
  guint32           layers;    /* bits: those that are looked for; all by default */
  const PlxRootSlot *not_slot; /* of the first word "not"; NULL: n't goes there too */
  guint             matches_room;
  guint             room;         /* of these four and grammar */
} PlxMatcher;

void    plx_matcher_init  (PlxMatcher *self, const PlxLexicon *lexicon);
void    plx_matcher_clear (PlxMatcher *self);

/* plx_matcher_scan:
 *
 * Fills `matches` from one sentence. Returns: TRUE if any of them is a cue or an event, without
 * which the others mean nothing */
gboolean plx_matcher_scan (PlxMatcher *self, const PlxText *text, const PlxTextSentence *sentence);

G_END_DECLS
