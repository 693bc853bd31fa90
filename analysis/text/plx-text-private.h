/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-text.h"
#include "plx-word-bytes.h"

G_BEGIN_DECLS

/* A word hash that grows by characters; begins with the state PLX_WORD_HASH_BASIS, else zeros. */
typedef struct
{
  guint64 state;
  guint64 bytes; /* folded, not in the state yet */
  guint   n_bytes;
} PlxWordHasher;

/* plx_word_hasher_add_character: adds the next character of a word, folded */
void    plx_word_hasher_add_character (PlxWordHasher *self, gint32 character);

/* plx_word_hasher_finish: Returns: the same as plx_word_hash() of the whole word */
guint32 plx_word_hasher_finish (PlxWordHasher *self);

/* plx_text_scan_tokens: appends the tokens of @span to @self */
void plx_text_scan_tokens     (PlxText *self, PlxSpan span);

/* plx_text_split_sentences: appends the sentences that the tokens from @first_token on make */
void plx_text_split_sentences (PlxText *self, PlxSpan span, guint32 first_token);

G_END_DECLS
