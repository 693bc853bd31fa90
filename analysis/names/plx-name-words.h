/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words by which names are told from other capitalised words. Like the closed word classes of
 * plx-grammar.h they are grammar, not opinion, and so no part of any lexicon. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_NAME_WORD_TITLE = 1 << 0,    /* Mr, President, Minister: announces a person's name */
  PLX_NAME_WORD_BODY = 1 << 1,     /* Ministry, Bank, University: makes a name an organisation's */
  PLX_NAME_WORD_PARTICLE = 1 << 2, /* van, bin, de: inside a person's name, in lower case */
  PLX_NAME_WORD_COMMON = 1 << 3,   /* begins sentences without being a name */
  PLX_NAME_WORD_CALENDAR = 1 << 4, /* Monday, March: capitalised, but no name */
  PLX_NAME_WORD_ROLE = 1 << 5,     /* minister, senator: "the minister" is a person named before */
  PLX_NAME_WORD_FIRM = 1 << 6,     /* company, chipmaker: "the company" is an organisation named before */
  PLX_NAME_WORD_HE = 1 << 7,       /* he, she, him … */
  PLX_NAME_WORD_IT = 1 << 8,       /* it, its */
  PLX_NAME_WORD_THEY = 1 << 9,     /* they, them, their, we */
  PLX_NAME_WORD_SUFFIX = 1 << 10,  /* Jr, Inc, Corp: ends a name */
  PLX_NAME_WORD_I = 1 << 11,       /* I */
  PLX_NAME_WORD_FORMER = 1 << 12,  /* former, then, acting: stands before a title in lower case */
  PLX_NAME_WORD_SAY = 1 << 13,     /* said, believes: what follows is another's clause */
} PlxNameWordFlags;

/* plx_name_words_init: fills the table; on any thread, as often as one likes. Whoever looks words
 *   up calls it first. */
void    plx_name_words_init (void);

/* Which hashes may be in the table: nearly all words of a text are not, and that must cost next to
 * nothing. */
#define PLX_NAME_WORDS_BITS (1u << 15)
extern guint32 plx_name_words_bitmap[PLX_NAME_WORDS_BITS / 32];

/* plx_name_word_find: plx_name_word_lookup() past its bitmap */
guint32 plx_name_word_find (guint32 hash);

/* plx_name_word_lookup: Returns: PlxNameWordFlags of the word with this plx_word_hash() */
static inline guint32
plx_name_word_lookup (guint32 hash)
{
  guint32 bit = hash >> 7 & (PLX_NAME_WORDS_BITS - 1);

  return plx_name_words_bitmap[bit >> 5] & 1u << (bit & 31) ? plx_name_word_find (hash) : 0;
}

G_END_DECLS
