/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the matcher's two steps share: plx-matcher-candidates.c picks the tokens at which a match may
 * begin, plx-matcher.c walks from each of them. */

#include "plx-matcher-condition.h"
#include "plx-matcher.h"

G_BEGIN_DECLS

/* A token at which a match may begin. */
struct _PlxCandidate
{
  guint32            token;
  guint32            kind; /* KIND_… */
  const PlxRootSlot *slot; /* of its word; one that leads to nothing if there is none */
};
typedef struct _PlxCandidate PlxCandidate;

#define KIND_WORD 1u     /* may be a first word */
#define KIND_WILDCARD 2u /* may begin with the letters of a wildcard */
#define KIND_NEGATED 4u  /* n't */
#define KIND_ANY 8u      /* any word: there are wildcards of endings */
#define KIND_GOES_ON 16u /* the next word may be one that follows */
#define KIND_ENTRY 32u   /* an entry by itself, of a layer that is looked for */

/* plx_matcher_find_candidates:
 *
 * Fills the candidates and `grammar` of a sentence, and gives the latter to @context. Which words
 * are in a lexicon is as good as random, so a branch on it is guessed wrong every second time and
 * costs more than all the arithmetic: this has none, but counts that go up by 0 or 1. The tables are larger than the
 * processor's nearer caches: all that is looked at is asked for a step before it is used.
 *
 * Returns: the number of candidates */
guint32 plx_matcher_find_candidates (PlxMatcher *self, PlxMatchContext *context);

/* plx_matcher_apply_blocks: takes out of the matches what a block of at least as many words shields */
void    plx_matcher_apply_blocks    (PlxMatcher *self);

/* plx_matcher_apply_shadows: notes for each operator and shifter on which axes a longer cue or event
 *   holds its words: the "no" of "no confidence" is part of the cue there, and negates nothing */
void    plx_matcher_apply_shadows   (PlxMatcher *self);

G_END_DECLS
