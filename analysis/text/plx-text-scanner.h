/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the tokeniser share: the place in the text, and the tokens written so far.
 * plx-text-tokens.c goes through the text and takes the plain words, plx-text-words.c those that
 * are not, plx-text-marks.c the punctuation. */

#include "plx-text-private.h"

#include <unicode/utf8.h>

G_BEGIN_DECLS

#define TOKEN_BATCH 1024 /* room is made for so many tokens at a time */

typedef enum
{
  KIND_OTHER = 0,
  KIND_LOWER = 1 << 0,
  KIND_UPPER = 1 << 1, /* shifted left by 4 it is the bit that folds a letter */
  KIND_DIGIT = 1 << 2,
  KIND_SPACE = 1 << 3,
  KIND_LINE = 1 << 4,
  KIND_HIGH = 1 << 5,   /* a byte of a character beyond ASCII */
  KIND_BLANK = 1 << 6,  /* ends a paragraph by itself */
  KIND_IGNORED = 1 << 7, /* invisible, and not part of a word's hash */
} Kind;

#define KIND_LETTER (KIND_LOWER | KIND_UPPER)
#define KIND_WORD (KIND_LETTER | KIND_DIGIT)

static const guint8 kinds[256] = {
  ['a' ... 'z'] = KIND_LOWER, ['A' ... 'Z'] = KIND_UPPER, ['0' ... '9'] = KIND_DIGIT,
  [' '] = KIND_SPACE, ['\t'] = KIND_SPACE, ['\v'] = KIND_SPACE,
  ['\n'] = KIND_LINE, ['\r'] = KIND_LINE, ['\f'] = KIND_BLANK, [0x80 ... 0xff] = KIND_HIGH,
};

typedef struct
{
  GArray       *array;
  PlxToken     *tokens;
  const guint8 *bytes;
  guint32       at;
  guint32       end;
  guint32       n; /* tokens written */
  guint32       room;
  guint         pending;     /* flags of the next token, from what lies before it */
  gboolean      single_open; /* within ‘single’ quotation marks */
} Scanner;

typedef struct
{
  UChar32 c; /* 0 at the end */
  guint32 next; /* byte after it */
  Kind    kind;
} Character;

/* plx_classify_character: of one beyond ASCII */
Kind plx_classify_character (UChar32 c);

static inline Character
peek (const Scanner *self,
      guint32        at)
{
  Character result = { 0, at, KIND_OTHER };

  if (at >= self->end)
    return result;
  result.c = self->bytes[at];
  if (result.c < 0x80)
    {
      result.next = at + 1;
      result.kind = kinds[result.c];
    }
  else
    {
      int next = (int) at;

      U8_NEXT_OR_FFFD (self->bytes, next, (int) self->end, result.c);
      result.next = (guint32) next;
      result.kind = plx_classify_character (result.c);
    }
  return result;
}

static inline gboolean
is_apostrophe (UChar32 c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static inline PlxToken *
push_token (Scanner *self,
            guint32  start,
            guint32  end,
            guint    flags)
{
  PlxToken *token;

  if (G_UNLIKELY (self->n == self->room))
    {
      self->room += MAX (TOKEN_BATCH, self->room / 2);
      g_array_set_size (self->array, self->room);
      self->tokens = (PlxToken *) (gpointer) self->array->data;
    }
  token = &self->tokens[self->n++];
  token->span = (PlxSpan) { start, end };
  token->hash = 0;
  token->flags = (guint16) (flags | self->pending);
  token->mark = 0;
  token->letters = 0;
  self->pending = 0;
  self->at = end;
  return token;
}

/* The token that ends right where the scanner stands, or NULL. */
static inline const PlxToken *
touched_token (const Scanner *self,
               guint          flags)
{
  const PlxToken *last = self->n > 0 ? &self->tokens[self->n - 1] : NULL;

  return last != NULL && last->span.end == self->at && (last->flags & flags) ? last : NULL;
}

static inline gboolean
is_cannot (guint64 letters)
{
  return letters == plx_word_letters ("cannot", 6);
}

/* plx_match_clitic: "'s" and its like at @at: the byte after it, or 0 */
guint32 plx_match_clitic  (const Scanner *self, guint32 at);

/* plx_push_hashed: pushes a token of the kind of a word, with hash and letters; @hash: 0: to be
 *   computed */
void    plx_push_hashed   (Scanner *self, guint32 start, guint32 end, guint flags, guint32 hash);

/* plx_scan_any_word: a word of any kind, with its clitic; */
void    plx_scan_any_word (Scanner *self);

/* plx_scan_address: or a web address */
void    plx_scan_address  (Scanner *self);

/* plx_scan_mark: a punctuation mark, or a run of them, that begins with @c */
void    plx_scan_mark     (Scanner *self, Character c);

/* plx_scan_colon: a colon or semicolon, or the emoticon that it begins */
void    plx_scan_colon    (Scanner *self);

G_END_DECLS
