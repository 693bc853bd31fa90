/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-text.h"

G_BEGIN_DECLS

/* The word hash: FNV-1a over the bytes of the folded word. */
#define PLX_WORD_HASH_BASIS 2166136261u
#define PLX_WORD_HASH_PRIME 16777619u

/* plx_word_hash_character: @hash with the next character of a word, folded, added to it */
guint32 plx_word_hash_character (guint32 hash, gint32 character);

/* plx_text_scan_tokens: appends the tokens of @span to @self */
void plx_text_scan_tokens     (PlxText *self, PlxSpan span);

/* plx_text_split_sentences: appends the sentences that the tokens from @first_token on make */
void plx_text_split_sentences (PlxText *self, PlxSpan span, guint32 first_token);

G_END_DECLS
