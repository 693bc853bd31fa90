/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words eight bytes at a time: what kinds of characters stand in them, and their hash.
 *
 * A number holds eight bytes, the first in its lowest byte. A mask has the top bit of each byte
 * that it speaks of, and no other bit. Nothing here branches on the bytes: how long a word is
 * cannot be guessed, and a loop over its letters is guessed wrong at the end of nearly each. */

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define PLX_BYTES_ALL(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define PLX_BYTES_TOPS PLX_BYTES_ALL (0x80)
#define PLX_BYTES_CASE PLX_BYTES_ALL (0x20) /* the bit that tells the cases of ASCII letters apart */

/* plx_bytes_load: Returns: the first @length bytes at @at, at most eight, and zeros after them */
static inline guint64
plx_bytes_load (const char *at,
                gsize       length)
{
  guint64 bytes = 0;

  if (length >= 8)
    memcpy (&bytes, at, 8);
  else
    memcpy (&bytes, at, length);
  return GUINT64_FROM_LE (bytes);
}

/* plx_bytes_in_range: the bytes from @first to @last, both ASCII */
static inline guint64
plx_bytes_in_range (guint64 bytes,
                    guint8  first,
                    guint8  last)
{
  guint64 low = bytes & ~PLX_BYTES_TOPS;
  guint64 reached = low + PLX_BYTES_ALL (0x80 - first);
  guint64 passed = low + PLX_BYTES_ALL (0x7f - last);

  return reached & ~passed & ~bytes & PLX_BYTES_TOPS;
}

/* plx_bytes_letters: the ASCII letters */
static inline guint64
plx_bytes_letters (guint64 bytes)
{
  return plx_bytes_in_range (bytes | PLX_BYTES_CASE, 'a', 'z');
}

/* plx_bytes_lower: of @bytes that are letters, those in lower case (others tell nothing) */
static inline guint64
plx_bytes_lower (guint64 bytes)
{
  return (bytes & PLX_BYTES_CASE) << 2;
}

/* plx_bytes_count: Returns: how many bytes stand before the first that @mask has: 8 for none */
static inline guint
plx_bytes_count (guint64 mask)
{
  return mask != 0 ? (guint) __builtin_ctzll (mask) / 8 : 8;
}

/* plx_bytes_keep: Returns: @mask or bytes, without those from @n on; @n is below 8 */
static inline guint64
plx_bytes_keep (guint64 bytes,
                guint   n)
{
  return bytes & ((G_GUINT64_CONSTANT (1) << 8 * n) - 1);
}

/* The hash of a word, folded to lower case: eight bytes after eight bytes are multiplied in, the
 * last ones filled up with zeros. Eight of ASCII get PLX_BYTES_CASE, the filling too: that folds
 * letters and leaves all else that stands in words apart. */
#define PLX_WORD_HASH_BASIS G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

/* of eight ASCII characters or fewer */
static inline guint64
plx_word_hash_add_letters (guint64 state,
                           guint64 letters)
{
  state = (state ^ (letters | PLX_BYTES_CASE)) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return state ^ state >> 32;
}

static inline guint64
plx_word_hash_add (guint64 state,
                   guint64 folded)
{
  if ((folded & PLX_BYTES_TOPS) == 0)
    return plx_word_hash_add_letters (state, folded);
  state = (state ^ folded) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return state ^ state >> 32;
}

/* plx_word_hash_finish: Returns: the hash, never 0 */
static inline guint32
plx_word_hash_finish (guint64 state)
{
  guint32 hash = (guint32) (state * G_GUINT64_CONSTANT (0xff51afd7ed558ccd) >> 32);

  return hash != 0 ? hash : 1;
}

/* plx_word_letters: the first eight bytes of a word, ASCII letters in lower case and blanks behind
 * a shorter one, as one number: an equal hash and equal letters make two words the same for all
 * but a contrived case. Beyond ASCII, case may change any bit, and a word is told by its hash
 * alone: 0. */
static inline guint64
plx_word_letters (const char *word,
                  gsize       length)
{
  guint64 bytes = plx_bytes_load (word, length);

  return bytes & PLX_BYTES_TOPS ? 0 : bytes | PLX_BYTES_CASE;
}

/* plx_letters_key: of a wildcard's first three bytes, as plx_word_letters() has them lowest; below
 * PLX_WILD_HEADS */
#define PLX_WILD_HEADS 2048

static inline guint32
plx_letters_key (guint32 three)
{
  return (((three & 0xffffff) | 0x202020) * 0x9e3779b1u) >> 21;
}

G_END_DECLS
