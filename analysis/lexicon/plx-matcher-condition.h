/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-matcher.h"

G_BEGIN_DECLS

/* The sentence that a condition is tried in. */
typedef struct
{
  const PlxLexicon *lexicon;
  const char       *bytes;
  const PlxToken   *tokens; /* of the whole text */
  guint32           begin;  /* the sentence's tokens: [begin, end) */
  guint32           end;
  const guint32    *grammar; /* of the sentence's tokens, from `begin` */
  int               heading; /* -1: not known yet; whether it is set in Title Case or all capitals */
} PlxMatchContext;

/* plx_match_holds:
 * @check: PlxAcceptCheck
 * Returns: whether the words of a match may count: its condition holds, and it is not part of a
 *   name */
gboolean plx_match_holds (PlxMatchContext *context, const PlxMatch *match, guint check);

/* plx_word_matches: whether a token is this literal, or begins (ends) as its wildcard says */
gboolean plx_word_matches (const PlxLexicon *lexicon, const PlxLexiconWord *word,
                           const char *bytes, const PlxToken *token);

G_END_DECLS
