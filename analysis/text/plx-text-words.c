/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-scanner.h"

#include <string.h>
#include <unicode/uchar.h>

#include "plx-abbreviations.h"

/* Words with anything else in them than ASCII letters, looked at character by character; only
 * characters beyond ASCII ask ICU. */

Kind
plx_classify_character (UChar32 c)
{
  if (c == 0x2029)
    return KIND_BLANK;
  if (c == 0x2028 || c == 0x85)
    return KIND_LINE;
  if (c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff)
    return KIND_IGNORED;
  if (u_isUWhiteSpace (c))
    return KIND_SPACE;
  if (u_isupper (c) || u_istitle (c))
    return KIND_UPPER;
  if (u_isdigit (c))
    return KIND_DIGIT;
  if (u_isalpha (c) || u_getCombiningClass (c) != 0)
    return KIND_LOWER;
  return KIND_OTHER;
}

/* "'s" and its like at @at: the byte after it, or 0. */
guint32
plx_match_clitic (const Scanner *self,
                  guint32        at)
{
  static const char *const clitics[] = { "s", "re", "ve", "ll", "d", "m" };
  Character mark = peek (self, at);

  if (!is_apostrophe (mark.c))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    {
      gsize length = strlen (clitics[i]);
      guint32 end = mark.next + (guint32) length;

      if (end <= self->end &&
          g_ascii_strncasecmp ((const char *) self->bytes + mark.next, clitics[i], length) == 0 &&
          !(peek (self, end).kind & KIND_WORD))
        return end;
    }
  return 0;
}

/* A web address from the scanner's place on: the byte after it, or 0. */
static guint32
match_address (const Scanner *self)
{
  const char *bytes = (const char *) self->bytes + self->at;
  guint32 left = self->end - self->at, length = 0;

  if (!((left > 8 && (memcmp (bytes, "http://", 7) == 0 || memcmp (bytes, "https://", 8) == 0)) ||
        (left > 5 && g_ascii_strncasecmp (bytes, "www.", 4) == 0)))
    return 0;

  while (length < left && (guint8) bytes[length] > ' ' && (guint8) bytes[length] < 0x80 &&
         strchr ("<>\"[]", bytes[length]) == NULL)
    length++;
  while (length > 0 && strchr (".,;:!?)'", bytes[length - 1]) != NULL)
    length--;
  return self->at + length;
}

/* Pushes a token of the kind of a word, with hash and letters. */
void
plx_push_hashed (Scanner *self,
                 guint32  start,
                 guint32  end,
                 guint    flags,
                 guint32  hash)
{
  const char *word = (const char *) self->bytes + start;
  PlxToken *token = push_token (self, start, end, flags);

  token->hash = hash != 0 ? hash : plx_word_hash (word, end - start);
  token->letters = plx_word_letters (word, end - start);
}

typedef struct
{
  guint32  start;
  guint32  segment; /* first byte after the last stop inside */
  guint32  at;
  guint    seen;    /* Kinds of its characters */
  gboolean dotted;  /* its stops stand between single letters: U.S */
  gboolean apostrophe;
  gboolean address; /* has an @ */
  gboolean ignored; /* has characters that are not part of its hash */
} Word;

/* Whether the letters from @at on are the end of a host's or a file's name. */
static gboolean
is_domain (const Scanner *self,
           guint32        at)
{
  guint32 end = at;

  while (end < self->end && (kinds[self->bytes[end]] & KIND_WORD))
    end++;
  return end - at >= 2 && end - at <= 5 &&
         (plx_abbreviation_lookup (plx_word_hash ((const char *) self->bytes + at, end - at)) &
          PLX_WORD_DOMAIN);
}

/* Whether the stop at the end of @word is inside it. */
static gboolean
continues_after_stop (const Scanner *self,
                      Word          *word)
{
  Character after = peek (self, word->at + 1);
  guint32 length = word->at - word->segment;
  Kind second = peek (self, after.next).kind;

  if (after.kind & KIND_DIGIT)
    return (kinds[self->bytes[word->at - 1]] & KIND_DIGIT) || word->address;
  if (!(after.kind & KIND_LETTER))
    return FALSE;
  /* "U.S", but not "B.The" */
  if (length == 1 && (word->segment == word->start || word->dotted) &&
      !(after.kind == KIND_UPPER && second == KIND_LOWER))
    return word->dotted = TRUE;
  if (length == 2 && after.kind == KIND_UPPER && peek (self, after.next).c == '.') /* Ph.D. */
    return word->dotted = TRUE;
  return word->address || is_domain (self, word->at + 1);
}

static void
take_character (Word     *word,
                Character c)
{
  word->seen |= c.kind;
  word->at = c.next;
}

/* Decides about the character at the end of @word, which is no ASCII letter or digit: takes it
 * and returns TRUE if the word goes on behind it. */
static gboolean
take_inner (const Scanner *self,
            Word          *word)
{
  Character c = peek (self, word->at);
  Character after;

  if (c.kind & KIND_WORD)
    return take_character (word, c), TRUE;
  after = peek (self, c.next);
  if (c.kind == KIND_IGNORED && (after.kind & KIND_WORD))
    {
      word->at = c.next;
      word->ignored = TRUE;
      return TRUE;
    }
  if (is_apostrophe (c.c))
    {
      if (!(after.kind & KIND_LETTER) || plx_match_clitic (self, word->at) != 0)
        return FALSE;
      word->apostrophe = TRUE;
      return take_character (word, c), TRUE;
    }

  switch (c.c)
    {
    case '.':
      if (!continues_after_stop (self, word))
        return FALSE;
      word->segment = c.next;
      return take_character (word, c), TRUE;
    case ',':
    case ':':
    case '/':
      if (after.kind != KIND_DIGIT || !(kinds[self->bytes[word->at - 1]] & KIND_DIGIT))
        return FALSE;
      return take_character (word, c), TRUE;
    case '&':
      if (after.kind != KIND_UPPER || (word->seen & KIND_LOWER))
        return FALSE;
      return take_character (word, c), TRUE;
    case '@':
      word->address = TRUE;
      G_GNUC_FALLTHROUGH;
    case '_':
      if (!(after.kind & KIND_WORD))
        return FALSE;
      return take_character (word, c), TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_all_caps (const Scanner *self,
             const Word    *word)
{
  guint n = 0;

  if (!(word->seen & KIND_UPPER) || (word->seen & KIND_LOWER))
    return FALSE;
  for (guint32 at = word->start; at < word->at && n < 2;)
    {
      Character c = peek (self, at);

      n += c.kind == KIND_UPPER;
      at = c.next;
    }
  return n == 2;
}

static gboolean
is_negated (const Scanner *self,
            const Word    *word)
{
  const guint8 *end = self->bytes + word->at;
  guint32 length = word->at - word->start;

  if (!word->apostrophe)
    return is_cannot (plx_word_letters ((const char *) self->bytes + word->start, length));
  if (length < 4 || (end[-1] | 0x20) != 't')
    return FALSE;
  if (end[-2] == '\'')
    return (end[-3] | 0x20) == 'n';
  return length >= 6 && memcmp (end - 4, "\xe2\x80\x99", 3) == 0 && (end[-5] | 0x20) == 'n';
}

/* The hash of a word without the invisible characters in it. */
static guint32
hash_visible (const Scanner *self,
              const Word    *word)
{
  PlxWordHasher hasher = { .state = PLX_WORD_HASH_BASIS };

  for (guint32 at = word->start; at < word->at;)
    {
      Character c = peek (self, at);

      if (c.kind != KIND_IGNORED)
        plx_word_hasher_add_character (&hasher, c.c);
      at = c.next;
    }
  return plx_word_hasher_finish (&hasher);
}

static void
push_word (Scanner *self,
           Word    *word)
{
  guint flags = word->seen & KIND_LETTER ? PLX_TOKEN_WORD : PLX_TOKEN_NUMBER;
  Kind first = kinds[self->bytes[word->start]];

  if (first == KIND_HIGH)
    first = peek (self, word->start).kind;
  if (first == KIND_DIGIT)
    flags = PLX_TOKEN_NUMBER;
  /* The stop that closes "U.S." belongs to it. */
  if (word->dotted && !word->address && word->at < self->end && self->bytes[word->at] == '.' &&
      word->at - word->segment <= 2 && peek (self, word->at + 1).c != '.')
    {
      word->at++;
      flags |= PLX_TOKEN_ABBREVIATION;
    }
  flags |= first == KIND_UPPER ? PLX_TOKEN_CAPITALISED : 0;
  flags |= word->seen & KIND_DIGIT ? PLX_TOKEN_DIGITS : 0;
  flags |= is_all_caps (self, word) ? PLX_TOKEN_ALL_CAPS : 0;
  flags |= is_negated (self, word) ? PLX_TOKEN_NEGATED : 0;
  plx_push_hashed (self, word->start, word->at, flags,
                   word->ignored ? hash_visible (self, word) : 0);
}

/* The end of a run of ASCII letters and digits from @at on; their kinds are gathered. */
static guint32
skip_letters (const Scanner *self,
              guint32        at,
              guint         *seen)
{
  guint kind;

  while (at < self->end && ((kind = kinds[self->bytes[at]]) & KIND_WORD))
    {
      *seen |= kind;
      at++;
    }
  return at;
}

/* A word of any kind. */
void
plx_scan_any_word (Scanner *self)
{
  Word word = { .start = self->at, .segment = self->at, .at = self->at };
  guint32 clitic;

  word.at = skip_letters (self, word.at, &word.seen);
  while (word.at < self->end && take_inner (self, &word))
    word.at = skip_letters (self, word.at, &word.seen);
  push_word (self, &word);
  if (self->at < self->end && (self->bytes[self->at] == '\'' || self->bytes[self->at] >= 0x80))
    {
      clitic = plx_match_clitic (self, self->at);
      if (clitic != 0)
        plx_push_hashed (self, self->at, clitic, PLX_TOKEN_WORD | PLX_TOKEN_CLITIC, 0);
    }
}

/* A web address, or else a word of any kind. */
void
plx_scan_address (Scanner *self)
{
  guint32 end = match_address (self);

  if (end != 0)
    plx_push_hashed (self, self->at, end, PLX_TOKEN_WORD, 0);
  else
    plx_scan_any_word (self);
}
