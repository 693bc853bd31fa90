/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Text cut into paragraphs, sentences and tokens.
 *
 * One pass over the bytes makes all three. A PlxText can be filled again and again: its arrays
 * keep their room, so that a stream of articles is read without allocating.
 *
 * Words are folded (lower case, straight apostrophes) only in their hash: the text itself is
 * never copied. A run of stops ("...", "?!") or dashes is one token. A hyphen ends a word ("tit-for-tat" is three tokens, the last two flagged
 * PLX_TOKEN_JOINED); a possessive 's is a token of its own, flagged PLX_TOKEN_CLITIC; "n't"
 * stays on its verb, flagged PLX_TOKEN_NEGATED. Numbers keep their separators ("1,234.5"),
 * abbreviations their stops ("U.S."; both "u.s." and "us" are tried when it is looked up). */

#include "analysis/plx-types.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_TOKEN_WORD = 1 << 0,
  PLX_TOKEN_NUMBER = 1 << 1,
  PLX_TOKEN_PUNCTUATION = 1 << 2,
  PLX_TOKEN_CAPITALISED = 1 << 3, /* first letter upper case */
  PLX_TOKEN_ALL_CAPS = 1 << 4,    /* two or more letters, none lower case */
  PLX_TOKEN_FIRST = 1 << 5,       /* first word of its sentence */
  PLX_TOKEN_JOINED = 1 << 6,      /* a hyphen, and nothing else, lies before it */
  PLX_TOKEN_CLITIC = 1 << 7,      /* 's, 're, 'll … split off the word before */
  PLX_TOKEN_NEGATED = 1 << 8,     /* ends in n't or is cannot */
  PLX_TOKEN_QUOTE = 1 << 9,       /* a quotation mark (not an apostrophe) */
  PLX_TOKEN_ABBREVIATION = 1 << 10, /* with stops inside and at its end: U.S., a.m. */
  PLX_TOKEN_AFTER_LINE = 1 << 11,   /* one line break lies before it */
  PLX_TOKEN_AFTER_BLANK = 1 << 12,  /* a blank line or the start of a stretch lies before it */
  PLX_TOKEN_STOP = 1 << 13,         /* its mark is . ! or ? */
  PLX_TOKEN_DIGITS = 1 << 14,       /* a word or number with digits in it */
} PlxTokenFlags;

typedef struct
{
  PlxSpan span;
  guint32 hash;  /* of the folded word: plx_word_hash(); 0 for punctuation, but for emoji and
                    * emoticons, which a lexicon may name */
  guint16 flags; /* PlxTokenFlags */
  guint16 mark;  /* for punctuation, its first character folded to ASCII (“ -> ", — -> -, … -> .) */
  guint64 letters; /* of a word: plx_word_letters(); else 0 */
} PlxToken;

typedef struct
{
  PlxSpan span;        /* trimmed of white space */
  guint32 first_token;
  guint32 n_tokens;
  guint32 n_words;     /* tokens that are words or numbers, clitics not counted */
  guint32 paragraph;   /* counts from 0 */
} PlxTextSentence;

typedef struct
{
  const char *bytes;     /* borrowed */
  gsize       length;
  GArray     *sentences; /* of PlxTextSentence */
  GArray     *tokens;    /* of PlxToken */
  guint32     n_paragraphs;
} PlxText;

/* plx_text_new: Returns: (transfer full): an empty text, to be filled by plx_text_read() */
PlxText *plx_text_new  (void);
void     plx_text_free (PlxText *self);

/* plx_text_clear: forgets sentences and tokens; keeps the room */
void     plx_text_clear (PlxText *self);

/* plx_text_set_bytes:
 * @bytes: valid UTF-8, borrowed until the next call or plx_text_free()
 *
 * Clears @self and lets its offsets count from @bytes. */
void     plx_text_set_bytes (PlxText *self, const char *bytes, gsize length);

/* plx_text_forget: drops sentences and tokens that have been looked at, so that the next span needs no
 *   room beside them; paragraphs count on */
void     plx_text_forget (PlxText *self);

/* plx_text_read_span:
 *
 * Cuts one stretch of the bytes (a block, or everything) into paragraphs, sentences and tokens
 * and appends them. A stretch always ends a sentence and a paragraph. Spans must come in order.
 * Linear in the length of the span. */
void     plx_text_read_span (PlxText *self, PlxSpan span);

/* plx_word_hash:
 *
 * Returns: the hash of a word as tokens carry it: folded to lower case (simple case folding by
 *   ICU beyond ASCII) with ’ as '. Never 0. Equal words have equal hashes; unequal ones nearly
 *   always differ, so compare with plx_word_equal() where it matters. */
guint32  plx_word_hash  (const char *word, gsize length);
gboolean plx_word_equal (const char *a, gsize a_length, const char *b, gsize b_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxText, plx_text_free)

G_END_DECLS
