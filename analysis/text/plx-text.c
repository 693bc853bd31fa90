/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-private.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

PlxText *
plx_text_new (void)
{
  PlxText *self = g_new0 (PlxText, 1);

  self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxTextSentence));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (PlxToken));
  return self;
}

void
plx_text_free (PlxText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->sentences);
  g_array_unref (self->tokens);
  g_free (self);
}

void
plx_text_clear (PlxText *self)
{
  g_return_if_fail (self != NULL);

  plx_text_forget (self);
  self->n_paragraphs = 0;
}

void
plx_text_forget (PlxText *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->sentences, 0);
  g_array_set_size (self->tokens, 0);
}

void
plx_text_set_bytes (PlxText    *self,
                    const char *bytes,
                    gsize       length)
{
  g_return_if_fail (self != NULL && bytes != NULL && length < G_MAXUINT32);

  plx_text_clear (self);
  self->bytes = bytes;
  self->length = length;
}

void
plx_text_read_span (PlxText *self,
                    PlxSpan  span)
{
  guint32 first;

  g_return_if_fail (self != NULL && self->bytes != NULL);
  g_return_if_fail (span.start <= span.end && span.end <= self->length);

  first = self->tokens->len;
  plx_text_scan_tokens (self, span);
  plx_text_split_sentences (self, span, first);
}

/* Folds one character; returns how many bytes it wrote. */
static int
fold_character (UChar32 c,
                char    out[4])
{
  int length = 0;
  gboolean error = FALSE;

  if (c == 0x2019 || c == 0x2018 || c == 0x02bc)
    {
      out[0] = '\'';
      return 1;
    }
  if (c < 0x80)
    {
      out[0] = g_ascii_tolower ((char) c);
      return 1;
    }
  c = u_foldCase (c, U_FOLD_CASE_DEFAULT);
  U8_APPEND ((guint8 *) out, length, 4, c, error);
  return error ? 0 : length;
}

void
plx_word_hasher_add_character (PlxWordHasher *self,
                               gint32         character)
{
  char folded[4];
  int n = fold_character (character, folded);

  for (int i = 0; i < n; i++)
    {
      self->bytes |= (guint64) (guint8) folded[i] << 8 * self->n_bytes++;
      if (self->n_bytes == 8)
        {
          self->state = plx_word_hash_add (self->state, self->bytes);
          self->bytes = 0;
          self->n_bytes = 0;
        }
    }
}

guint32
plx_word_hasher_finish (PlxWordHasher *self)
{
  if (self->n_bytes > 0)
    self->state = plx_word_hash_add (self->state, self->bytes);
  return plx_word_hash_finish (self->state);
}

/* Hashes a word from the first eight bytes on in which not all is ASCII. */
static guint32
hash_unicode (guint64     state,
              const char *word,
              gsize       length)
{
  PlxWordHasher hasher = { .state = state };
  int at = 0;

  while (at < (int) length)
    {
      UChar32 c;

      U8_NEXT_OR_FFFD (word, at, (int) length, c);
      plx_word_hasher_add_character (&hasher, c);
    }
  return plx_word_hasher_finish (&hasher);
}

guint32
plx_word_hash (const char *word,
               gsize       length)
{
  guint64 state = PLX_WORD_HASH_BASIS;

  for (gsize at = 0; at < length; at += 8)
    {
      guint64 bytes = plx_bytes_load (word + at, length - at);

      if (bytes & PLX_BYTES_TOPS)
        return hash_unicode (state, word + at, length - at);
      state = plx_word_hash_add (state, bytes);
    }
  return plx_word_hash_finish (state);
}

/* Reads the next folded character of a word into @out; returns its length, 0 at the end. */
static int
next_folded (const char *word,
             gsize       length,
             int        *at,
             char        out[4])
{
  UChar32 c;

  if (*at >= (int) length)
    return 0;
  if ((guint8) word[*at] < 0x80)
    {
      out[0] = g_ascii_tolower (word[(*at)++]);
      return 1;
    }
  U8_NEXT_OR_FFFD (word, *at, (int) length, c);
  return fold_character (c, out);
}

gboolean
plx_word_equal (const char *a,
                gsize       a_length,
                const char *b,
                gsize       b_length)
{
  int at_a = 0, at_b = 0;

  for (;;)
    {
      char folded_a[4], folded_b[4];
      int n_a = next_folded (a, a_length, &at_a, folded_a);
      int n_b = next_folded (b, b_length, &at_b, folded_b);

      if (n_a != n_b || memcmp (folded_a, folded_b, (gsize) n_a) != 0)
        return FALSE;
      if (n_a == 0)
        return TRUE;
    }
}
