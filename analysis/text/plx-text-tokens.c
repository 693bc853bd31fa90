/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-private.h"

#include "plx-abbreviations.h"
#include "plx-measure-letters.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

/* The tokeniser. Every byte of every article passes here. Nearly all words are ASCII and end at a
 * plain mark: these are measured and hashed eight bytes at a time. The others are looked at
 * character by character; only characters beyond ASCII ask ICU. */

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

static Kind
classify_unicode (UChar32 c)
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
      result.kind = classify_unicode (result.c);
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
static void
push_hashed (Scanner *self,
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
      if (!(after.kind & KIND_LETTER) || match_clitic (self, word->at) != 0)
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

static inline gboolean
is_cannot (guint64 letters)
{
  return letters == plx_word_letters ("cannot", 6);
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
  flags |= is_all_caps (self, word) ? PLX_TOKEN_ALL_CAPS : 0;
  flags |= is_negated (self, word) ? PLX_TOKEN_NEGATED : 0;
  push_hashed (self, word->start, word->at, flags, word->ignored ? hash_visible (self, word) : 0);
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
static G_NO_INLINE void
scan_any_word (Scanner *self)
{
  Word word = { .start = self->at, .segment = self->at, .at = self->at };
  guint32 clitic;

  word.at = skip_letters (self, word.at, &word.seen);
  while (word.at < self->end && take_inner (self, &word))
    word.at = skip_letters (self, word.at, &word.seen);
  push_word (self, &word);
  if (self->at < self->end && (self->bytes[self->at] == '\'' || self->bytes[self->at] >= 0x80))
    {
      clitic = match_clitic (self, self->at);
      if (clitic != 0)
        push_hashed (self, self->at, clitic, PLX_TOKEN_WORD | PLX_TOKEN_CLITIC, 0);
    }
}

/* A web address, or else a word of any kind. */
static void
scan_address (Scanner *self)
{
  guint32 end = match_address (self);

  if (end != 0)
    push_hashed (self, self->at, end, PLX_TOKEN_WORD, 0);
  else
    scan_any_word (self);
}

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

/* Words with a blank after each, from an ASCII letter on. Most are of letters and end plainly; what is
 * found of another kind on the way goes to scan_any_word().
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
  scan_address (self);
}

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

static void
scan_mark (Scanner  *self,
           Character c)
{
  guint32 start = self->at, end = c.next;
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
  push_token (self, start, end, flags)->mark = mark;
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
      scan_any_word (self);
    }
  else
    {
      clitic = touched_token (self, 0xffff) != NULL ? match_clitic (self, self->at) : 0;
      if (clitic != 0)
        push_hashed (self, self->at, clitic, PLX_TOKEN_WORD | PLX_TOKEN_CLITIC, 0);
      else
        scan_mark (self, c);
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
      else if (borders[byte] & IS_PLAIN_MARK)
        push_token (&scanner, scanner.at, scanner.at + 1, PLX_TOKEN_PUNCTUATION)->mark = byte;
      else
        scan_other (&scanner);
    }
  g_array_set_size (self->tokens, scanner.n);
}
