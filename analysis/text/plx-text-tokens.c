/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-scanner.h"

#include "plx-measure-letters.h"

/* The tokeniser. Every byte of every article passes here. Nearly all words are ASCII and end at a
 * plain mark: these are measured and hashed eight bytes at a time. The others are looked at
 * character by character; only characters beyond ASCII ask ICU. */

/* What always ends a word of ASCII letters, */
#define ENDS_WORD 1
/* what does so before white space, */
#define ENDS_BEFORE_SPACE 2
/* and what is a mark by itself, whatever stands beside it. */
#define IS_PLAIN_MARK 4

static const guint8 borders[256] = {
  [' '] = ENDS_WORD, ['\t'] = ENDS_WORD, ['\n'] = ENDS_WORD, ['\r'] = ENDS_WORD,
  [','] = ENDS_WORD | IS_PLAIN_MARK, [';'] = ENDS_WORD | IS_PLAIN_MARK,
  [':'] = ENDS_WORD | IS_PLAIN_MARK, ['('] = ENDS_WORD | IS_PLAIN_MARK,
  [')'] = ENDS_WORD | IS_PLAIN_MARK,
  ['-'] = ENDS_WORD, ['"'] = ENDS_WORD, ['?'] = ENDS_WORD, ['!'] = ENDS_WORD,
  ['.'] = ENDS_BEFORE_SPACE,
};

/* Whether what stands at @at ends a word of ASCII letters before it, and certainly so. */
static inline gboolean
ends_plainly (const Scanner *self,
              guint32        at)
{
  guint border;

  if (at == self->end)
    return TRUE;
  border = borders[self->bytes[at]];
  return (border & ENDS_WORD) ||
         (border == ENDS_BEFORE_SPACE &&
          (at + 1 == self->end || (kinds[self->bytes[at + 1]] & (KIND_SPACE | KIND_LINE))));
}

/* Whether the first letters of a word may be http or www. */
static inline gboolean
may_be_address (guint64 letters)
{
  guint two = letters & 0xffff;

  return two == ('h' | 't' << 8) || two == ('w' | 'w' << 8);
}

/* Words with a blank after each, from an ASCII letter on. Most are of letters and end plainly; what
 * is found of another kind on the way goes to plx_scan_any_word().
 *
 * Where a word begins is known only when the one before has been measured, and this is what takes
 * the time: so the place stays in a register, and the blank is stepped over by a branch, which is
 * guessed, and not by adding what would have to be waited for. */
static void
scan_words (Scanner *self)
{
  const guint8 *text = self->bytes;
  guint32 at = self->at;

  for (;;)
    {
      PlxLetters letters = plx_measure_letters (text, at, self->end);
      guint flags = PLX_TOKEN_WORD;
      PlxToken *token;

      if (G_UNLIKELY (may_be_address (letters.letters)) || !ends_plainly (self, letters.end))
        break;

      flags |= (text[at] & 0x20) ? 0 : PLX_TOKEN_CAPITALISED;
      if (G_UNLIKELY (letters.lower == 0))
        flags |= letters.end > at + 1 ? PLX_TOKEN_ALL_CAPS : 0;
      if (G_UNLIKELY (is_cannot (letters.letters)))
        flags |= PLX_TOKEN_NEGATED;
      token = push_token (self, at, letters.end, flags);
      token->hash = plx_word_hash_finish (letters.state);
      token->letters = letters.letters;

      at = letters.end;
      if (at >= self->end || text[at] != ' ')
        return;
      if (++at >= self->end || !(kinds[text[at]] & KIND_LETTER))
        {
          self->at = at;
          return;
        }
    }
  self->at = at;
  plx_scan_address (self);
}

static void
take_line (Scanner  *self,
           Character c)
{
  if (c.c == '\r' && peek (self, c.next).c == '\n')
    c.next++;
  if (self->pending & (PLX_TOKEN_AFTER_LINE | PLX_TOKEN_AFTER_BLANK) || c.kind == KIND_BLANK)
    {
      self->pending = PLX_TOKEN_AFTER_BLANK;
      self->single_open = FALSE;
    }
  else
    {
      self->pending = PLX_TOKEN_AFTER_LINE;
    }
  self->at = c.next;
}

/* What is no word that begins with an ASCII letter, and no space. */
static void
scan_other (Scanner *self)
{
  Character c = peek (self, self->at);
  guint32 clitic;

  if (c.kind & (KIND_LINE | KIND_BLANK))
    {
      take_line (self, c);
    }
  else if (c.kind & (KIND_SPACE | KIND_IGNORED))
    {
      self->at = c.next;
    }
  else if (c.kind & KIND_WORD)
    {
      plx_scan_any_word (self);
    }
  else
    {
      clitic = touched_token (self, 0xffff) != NULL ? plx_match_clitic (self, self->at) : 0;
      if (clitic != 0)
        plx_push_hashed (self, self->at, clitic, PLX_TOKEN_WORD | PLX_TOKEN_CLITIC, 0);
      else
        plx_scan_mark (self, c);
    }
}

void
plx_text_scan_tokens (PlxText *self,
                      PlxSpan  span)
{
  Scanner scanner = { .array = self->tokens, .tokens = (PlxToken *) (gpointer) self->tokens->data,
                      .bytes = (const guint8 *) self->bytes, .at = span.start, .end = span.end,
                      .n = self->tokens->len, .room = self->tokens->len,
                      .pending = PLX_TOKEN_AFTER_BLANK };

  while (scanner.at < scanner.end)
    {
      guint8 byte = scanner.bytes[scanner.at];

      if (kinds[byte] & KIND_LETTER)
        scan_words (&scanner);
      else if (byte == ' ')
        scanner.at++;
      else if (byte == ':' || byte == ';')
        plx_scan_colon (&scanner);
      else if (borders[byte] & IS_PLAIN_MARK)
        push_token (&scanner, scanner.at, scanner.at + 1, PLX_TOKEN_PUNCTUATION)->mark = byte;
      else
        scan_other (&scanner);
    }
  g_array_set_size (self->tokens, scanner.n);
}
