/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-scanner.h"

#include <string.h>

/* Punctuation. */

/* The ASCII character that stands for a mark in PlxToken. */
static guint16
fold_mark (UChar32 c)
{
  if (c < 0x80)
    return (guint16) c;
  switch (c)
    {
    case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x00ab: case 0x00bb: case 0x2033:
    case 0x300c: case 0x300d: case 0xff02:
      return '"';
    case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2039: case 0x203a: case 0x02bc:
      return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return '-';
    case 0x2026: case 0x3002: case 0xff0e: case 0x0964: case 0x06d4:
      return '.';
    case 0x2022: case 0x2023: case 0x25aa: case 0x25cf: case 0x25a0: case 0x25e6: case 0x2043:
    case 0x00b7:
      return '*';
    case 0xff01: case 0x203c:
      return '!';
    case 0xff1f: case 0x061f:
      return '?';
    case 0xff0c: case 0x3001:
      return ',';
    case 0xff1a:
      return ':';
    default:
      return c <= G_MAXUINT16 ? (guint16) c : 0x25a1;
    }
}

#define MAX_AHEAD_BYTES 400

/* Whether a mark behind a letter, in ‘the miners’ fault, he said,’ and 'talkin' of ships,' is an
 * apostrophe: a small letter follows, and a mark behind a comma or stop closes before another opens. */
static gboolean
is_closed_later (const Scanner *self,
                 Character      c)
{
  guint32 end = MIN (self->end, c.next + MAX_AHEAD_BYTES);
  guint8 before = self->bytes[self->at - 1];

  if ((before != 's' && before != 'n') || c.next + 1 >= end || self->bytes[c.next] != ' ' ||
      !g_ascii_islower (self->bytes[c.next + 1]))
    return FALSE;
  for (guint32 at = c.next; at + 1 < end && self->bytes[at] != '\n';)
    {
      Character here = peek (self, at);

      if (here.c == c.c && strchr (",.?!", self->bytes[at - 1]) != NULL)
        return !(peek (self, here.next).kind & KIND_WORD);
      if (here.c == 0x2018 || (here.c == '\'' && self->bytes[at - 1] == ' '))
        return FALSE;
      at = here.next;
    }
  return FALSE;
}

/* Whether a single mark is a quotation mark, and not an apostrophe. */
static gboolean
is_single_quote (Scanner  *self,
                 Character c)
{
  static const char *const elided[] = { "em", "til", "tis", "twas", "cause", "n", "bout", "round" };
  Character after = peek (self, c.next);
  gboolean touching = touched_token (self, 0xffff) != NULL;

  if (c.c == 0x2018 || c.c == 0x201a || c.c == 0x201b || c.c == 0x2039 || c.c == 0x203a ||
      c.c == '`')
    {
      self->single_open = TRUE;
      return TRUE;
    }
  if (touching && !touched_token (self, PLX_TOKEN_QUOTE) &&
      !(touched_token (self, PLX_TOKEN_PUNCTUATION) &&
        strchr ("([{-", self->tokens[self->n - 1].mark) != NULL))
    {
      gboolean was_open = self->single_open;

      if (was_open && is_closed_later (self, c))
        return FALSE;
      self->single_open = FALSE;
      return was_open && !(after.kind & KIND_WORD);
    }
  if (after.kind == KIND_DIGIT || !(after.kind & KIND_WORD) || c.c == 0x2019)
    return self->single_open && !(after.kind & KIND_WORD);
  for (guint i = 0; i < G_N_ELEMENTS (elided); i++)
    {
      guint32 end = c.next + (guint32) strlen (elided[i]);

      if (end <= self->end && !(peek (self, end).kind & KIND_WORD) &&
          g_ascii_strncasecmp ((const char *) self->bytes + c.next, elided[i],
                               strlen (elided[i])) == 0)
        return FALSE;
    }
  self->single_open = TRUE;
  return TRUE;
}

/* The end of a run of stops or dashes that begins with @mark; ? and ! outweigh a full stop. */
static guint32
skip_run (const Scanner *self,
          guint32        at,
          guint16       *mark)
{
  const char *set = *mark == '-' ? "-" : ".!?";

  while (at < self->end && strchr (set, *mark) != NULL)
    {
      Character c = peek (self, at);
      guint16 next = fold_mark (c.c);

      if (c.c == 0 || next == 0 || next > 0x7f || strchr (set, next) == NULL)
        break;
      if (*mark == '.')
        *mark = next;
      at = c.next;
    }
  return at;
}

/* Pictures that stand for a feeling: a lexicon may name them, so they have the hash that words have. */
static gboolean
is_picture (UChar32 c)
{
  return (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf);
}

/* The byte behind an emoticon that begins with the colon or semicolon at @at, ":-(" or ";)", or 0: a
 * blank stands before it, and nothing of a word behind. It is hashed by its eyes and its mouth. */
static guint32
match_emoticon (const Scanner *self,
                guint32        at)
{
  guint32 end = at + 1;

  if (at > 0 && self->bytes[at - 1] != ' ' && self->bytes[at - 1] != '\n')
    return 0;
  if (end < self->end && self->bytes[end] == '\'')
    end++;
  if (end < self->end && self->bytes[end] == '-')
    end++;
  if (end >= self->end || self->bytes[end] == '\0' || strchr (")(Dd/", self->bytes[end]) == NULL ||
      (peek (self, end + 1).kind & KIND_WORD))
    return 0;
  return end + 1;
}

void
plx_scan_colon (Scanner *self)
{
  guint32 end = match_emoticon (self, self->at), start = self->at;
  PlxToken *token = push_token (self, start, end != 0 ? end : start + 1, PLX_TOKEN_PUNCTUATION);

  token->mark = end != 0 ? ')' : self->bytes[start];
  if (end != 0)
    {
      const char face[] = { (char) self->bytes[start], g_ascii_tolower ((char) self->bytes[end - 1]) };

      token->hash = plx_word_hash (face, sizeof face);
    }
}

void
plx_scan_mark (Scanner  *self,
               Character c)
{
  guint32 start = self->at, end = c.next;
  PlxToken *token;
  guint16 mark = fold_mark (c.c);
  guint flags = PLX_TOKEN_PUNCTUATION;

  switch (mark)
    {
    case '-':
      /* A hyphen between two words joins them and is no token. */
      if ((c.c == '-' || c.c == 0x2010 || c.c == 0x2011) &&
          touched_token (self, PLX_TOKEN_WORD | PLX_TOKEN_NUMBER) != NULL &&
          (peek (self, end).kind & KIND_WORD))
        {
          self->pending |= PLX_TOKEN_JOINED;
          self->at = end;
          return;
        }
      end = skip_run (self, end, &mark);
      break;
    case '.':
    case '!':
    case '?':
      end = skip_run (self, end, &mark);
      break;
    case '"':
      flags |= PLX_TOKEN_QUOTE;
      break;
    case '`':
    case '\'':
      /* ``old wire copy'' writes a double mark as two single ones. */
      if ((c.c == '`' || c.c == '\'') && peek (self, end).c == c.c &&
          !(peek (self, end + 1).c == c.c && c.c == '\'' && touched_token (self, 0xffff) != NULL))
        {
          end++;
          mark = '"';
          flags |= PLX_TOKEN_QUOTE;
        }
      else
        {
          mark = '\'';
          flags |= is_single_quote (self, c) ? PLX_TOKEN_QUOTE : 0;
        }
      break;
    default:
      break;
    }
  flags |= mark == '.' || mark == '!' || mark == '?' ? PLX_TOKEN_STOP : 0;
  token = push_token (self, start, end, flags);
  token->mark = mark;
  if (G_UNLIKELY (is_picture (c.c)))
    token->hash = plx_word_hash ((const char *) self->bytes + start, end - start);
}
