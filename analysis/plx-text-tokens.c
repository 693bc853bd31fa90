/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-private.h"

#include "plx-abbreviations.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* Room is made for so many tokens at a time. */
#define TOKEN_BATCH 512

typedef enum
{
  CHAR_OTHER,
  CHAR_SPACE,
  CHAR_UPPER,
  CHAR_LOWER,
  CHAR_DIGIT,
} CharClass;

typedef struct
{
  PlxText    *text;
  const char *bytes;
  guint32     at;
  guint32     end;
  guint32     n;        /* tokens written */
  guint32     capacity;
  gboolean    after_hyphen;
} Scanner;

typedef struct
{
  UChar32 c;
  guint32 next; /* byte after it */
} Character;

static inline Character
peek (const Scanner *self,
      guint32        at)
{
  Character result = { 0, at };

  if (at < self->end)
    {
      guint8 byte = (guint8) self->bytes[at];

      if (byte < 0x80)
        {
          result.c = byte;
          result.next = at + 1;
        }
      else
        {
          int next = (int) at;
          U8_NEXT_OR_FFFD (self->bytes, next, (int) self->end, result.c);
          result.next = (guint32) next;
        }
    }
  return result;
}

static CharClass
classify_unicode (UChar32 c)
{
  if (u_isUWhiteSpace (c) || c == 0x200b || c == 0xfeff)
    return CHAR_SPACE;
  if (u_isupper (c) || u_istitle (c))
    return CHAR_UPPER;
  if (u_isdigit (c))
    return CHAR_DIGIT;
  if (u_isalpha (c) || u_getCombiningClass (c) != 0)
    return CHAR_LOWER;
  return CHAR_OTHER;
}

static inline CharClass
classify (UChar32 c)
{
  if (c >= 'a' && c <= 'z')
    return CHAR_LOWER;
  if (c == ' ' || (c >= '\t' && c <= '\r'))
    return CHAR_SPACE;
  if (c >= 'A' && c <= 'Z')
    return CHAR_UPPER;
  if (c >= '0' && c <= '9')
    return CHAR_DIGIT;
  return c < 0x80 ? CHAR_OTHER : classify_unicode (c);
}

static inline gboolean
is_letter (UChar32 c)
{
  CharClass class = classify (c);

  return class == CHAR_LOWER || class == CHAR_UPPER;
}

static inline gboolean
is_word_character (UChar32 c)
{
  CharClass class = classify (c);

  return class == CHAR_LOWER || class == CHAR_UPPER || class == CHAR_DIGIT;
}

static inline gboolean
is_apostrophe (UChar32 c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static PlxToken *
push_token (Scanner *self,
            guint32  start,
            guint32  end,
            guint    flags)
{
  PlxToken *token;

  if (self->n == self->capacity)
    {
      self->capacity += TOKEN_BATCH;
      g_array_set_size (self->text->tokens, self->capacity);
    }
  token = &g_array_index (self->text->tokens, PlxToken, self->n++);
  token->span = (PlxSpan) { start, end };
  token->hash = 0;
  token->flags = (guint16) flags;
  token->mark = 0;
  return token;
}

/* The ASCII character that stands for a mark in PlxToken. */
static guint16
fold_mark (UChar32 c)
{
  switch (c)
    {
    case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x00ab: case 0x00bb: case 0x2033:
      return '"';
    case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2039: case 0x203a:
      return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015:
      return '-';
    case 0x2026:
      return '.';
    case 0x2022: case 0x2023: case 0x25aa: case 0x25cf: case 0x25e6: case 0x2043: case 0x00b7:
      return '*';
    case 0x3002: case 0xff0e:
      return '.';
    case 0xff01:
      return '!';
    case 0xff1f:
      return '?';
    default:
      return c < 0x80 ? (guint16) c : '?' + 0x100;
    }
}

/* "'s" and its like at @at: the byte after it, or 0. */
static guint32
match_clitic (const Scanner *self,
              guint32        at)
{
  static const char *const clitics[] = { "s", "re", "ve", "ll", "d", "m" };
  Character mark = peek (self, at);

  if (!is_apostrophe (mark.c))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    {
      guint32 end = mark.next + (guint32) strlen (clitics[i]);

      if (end <= self->end &&
          g_ascii_strncasecmp (self->bytes + mark.next, clitics[i], strlen (clitics[i])) == 0 &&
          (end == self->end || !is_word_character (peek (self, end).c)))
        return end;
    }
  return 0;
}

static gboolean
ends_negated (const char *word,
              guint32     length)
{
  if (length >= 4 && g_ascii_tolower (word[length - 1]) == 't')
    {
      const char *tail = word + length - 2;

      if (tail[0] == '\'' && g_ascii_tolower (tail[-1]) == 'n')
        return TRUE;
      if (length >= 6 && memcmp (word + length - 4, "\xe2\x80\x99", 3) == 0 &&
          g_ascii_tolower (word[length - 5]) == 'n')
        return TRUE;
      return length == 6 && g_ascii_strncasecmp (word, "cannot", 6) == 0;
    }
  return FALSE;
}

/* A web address from @at on: the byte after it, or 0. */
static guint32
match_address (const Scanner *self,
               guint32        at)
{
  const char *bytes = self->bytes + at;
  guint32 left = self->end - at, length = 0;

  if (!((left > 8 && (memcmp (bytes, "http://", 7) == 0 || memcmp (bytes, "https://", 8) == 0)) ||
        (left > 5 && g_ascii_strncasecmp (bytes, "www.", 4) == 0)))
    return 0;

  while (length < left && (guint8) bytes[length] > ' ' && strchr ("<>\"", bytes[length]) == NULL)
    length++;
  while (length > 0 && strchr (".,;:!?)'", bytes[length - 1]) != NULL)
    length--;
  return at + length;
}

/* Decides about a mark inside a word, at @at: whether the word goes on behind it. */
static gboolean
continues_word (const Scanner *self,
                guint32        start,
                guint32        at,
                Character      mark,
                guint          n_letters,
                gboolean       dotted)
{
  Character after = peek (self, mark.next);
  CharClass class = classify (after.c);

  if (mark.next >= self->end)
    return FALSE;
  if (is_apostrophe (mark.c))
    return is_letter (after.c) && match_clitic (self, at) == 0;
  if (mark.c == '&')
    return class == CHAR_UPPER;
  if (mark.c == '@' || mark.c == '_')
    return is_word_character (after.c);
  if (mark.c != '.')
    return FALSE;
  /* "U.S.": a single letter, a stop and a letter again; "example.com"; but not "end.The" */
  if (dotted || n_letters == 1)
    return class == CHAR_UPPER || class == CHAR_LOWER;
  return class == CHAR_LOWER && at - start > 1;
}

typedef struct
{
  guint n_letters, n_upper, n_lower, n_digits;
  guint n_since_stop;  /* letters since the last stop inside */
  gboolean dotted;     /* every stop so far stands between single letters */
  guint32 hash;
} WordState;

static void
take_character (WordState *state,
                UChar32    c,
                CharClass  class)
{
  state->n_letters += class == CHAR_LOWER || class == CHAR_UPPER;
  state->n_upper += class == CHAR_UPPER;
  state->n_lower += class == CHAR_LOWER;
  state->n_digits += class == CHAR_DIGIT;
  state->n_since_stop++;
}

/* Scans a word or number from the scanner's place. */
static void
scan_word (Scanner *self)
{
  guint32 start = self->at, at = self->at;
  WordState state = { .hash = 2166136261u };
  gboolean first_upper = FALSE, ascii = TRUE, is_number;
  PlxToken *token;
  guint flags;

  while (at < self->end)
    {
      Character ch = peek (self, at);
      CharClass class = classify (ch.c);

      if (class == CHAR_LOWER || class == CHAR_UPPER || class == CHAR_DIGIT)
        {
          if (at == start)
            first_upper = class == CHAR_UPPER;
          take_character (&state, ch.c, class);
        }
      else if ((ch.c == '.' || ch.c == ',' || ch.c == ':') && state.n_digits > 0 &&
               classify (peek (self, ch.next).c) == CHAR_DIGIT &&
               classify ((guint8) self->bytes[at - 1]) == CHAR_DIGIT)
        {
          state.n_since_stop = 0;
        }
      else if (class == CHAR_OTHER &&
               continues_word (self, start, at, ch, state.n_since_stop, state.dotted))
        {
          if (ch.c == '.')
            {
              state.dotted = state.n_since_stop == 1;
              state.n_since_stop = 0;
            }
        }
      else
        {
          break;
        }
      if (ch.c < 0x80)
        state.hash = (state.hash ^ (guint8) g_ascii_tolower ((char) ch.c)) * 16777619u;
      else
        ascii = FALSE;
      at = ch.next;
    }

  /* The stop that closes "U.S." belongs to it. */
  flags = 0;
  if (state.dotted && state.n_since_stop == 1 && at < self->end && self->bytes[at] == '.')
    {
      state.hash = (state.hash ^ '.') * 16777619u;
      at++;
      flags |= PLX_TOKEN_ABBREVIATION;
    }

  is_number = state.n_digits > 0 && classify ((guint8) self->bytes[start]) == CHAR_DIGIT;
  flags |= is_number ? PLX_TOKEN_NUMBER : PLX_TOKEN_WORD;
  flags |= first_upper ? PLX_TOKEN_CAPITALISED : 0;
  flags |= state.n_upper >= 2 && state.n_lower == 0 ? PLX_TOKEN_ALL_CAPS : 0;
  flags |= self->after_hyphen ? PLX_TOKEN_JOINED : 0;
  flags |= ends_negated (self->bytes + start, at - start) ? PLX_TOKEN_NEGATED : 0;
  token = push_token (self, start, at, flags);
  token->hash = ascii ? (state.hash != 0 ? state.hash : 1)
                      : plx_word_hash (self->bytes + start, at - start);
  self->after_hyphen = FALSE;
  self->at = at;
}

static void
scan_clitic (Scanner *self,
             guint32  end)
{
  PlxToken *token = push_token (self, self->at, end, PLX_TOKEN_WORD | PLX_TOKEN_CLITIC);

  token->hash = plx_word_hash (self->bytes + self->at, end - self->at);
  self->at = end;
}

static gboolean
touches_word (const Scanner *self,
              guint32        at)
{
  const PlxToken *last =
    self->n > 0 ? &g_array_index (self->text->tokens, PlxToken, self->n - 1) : NULL;

  return last != NULL && last->span.end == at && (last->flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER));
}

static void
scan_mark (Scanner  *self,
           Character ch)
{
  guint32 start = self->at, end = ch.next;
  guint16 mark = fold_mark (ch.c);
  guint flags = PLX_TOKEN_PUNCTUATION;

  /* A hyphen between two words joins them and is no token. */
  if ((ch.c == '-' || ch.c == 0x2010 || ch.c == 0x2011) && touches_word (self, start) &&
      is_word_character (peek (self, end).c))
    {
      self->after_hyphen = TRUE;
      self->at = end;
      return;
    }

  /* ``old wire copy'' writes a double mark as two single ones. */
  if ((ch.c == '`' || ch.c == '\'') && peek (self, end).c == ch.c)
    {
      end = peek (self, end).next;
      mark = '"';
    }
  else if (ch.c == '`')
    {
      mark = '\'';
    }
  if (mark == '"' || mark == '\'')
    flags |= PLX_TOKEN_QUOTE;
  push_token (self, start, end, flags)->mark = mark;
  self->at = end;
}

void
plx_text_scan_tokens (PlxText *self,
                      PlxSpan  span)
{
  Scanner scanner = { .text = self, .bytes = self->bytes, .at = span.start, .end = span.end,
                      .n = self->tokens->len, .capacity = self->tokens->len };

  while (scanner.at < scanner.end)
    {
      Character ch = peek (&scanner, scanner.at);
      CharClass class = classify (ch.c);
      guint32 end;

      if (class == CHAR_SPACE)
        {
          scanner.at = ch.next;
          continue;
        }
      if (class != CHAR_OTHER)
        {
          end = ch.c == 'h' || ch.c == 'w' || ch.c == 'W' ? match_address (&scanner, scanner.at) : 0;
          if (end == 0)
            {
              scan_word (&scanner);
            }
          else
            {
              push_token (&scanner, scanner.at, end, PLX_TOKEN_WORD)->hash =
                plx_word_hash (scanner.bytes + scanner.at, end - scanner.at);
              scanner.at = end;
            }
          continue;
        }

      end = touches_word (&scanner, scanner.at) ? match_clitic (&scanner, scanner.at) : 0;
      if (end != 0)
        scan_clitic (&scanner, end);
      else
        scan_mark (&scanner, ch);
    }
  g_array_set_size (self->tokens, scanner.n);
}
