/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Measures and hashes a run of ASCII letters, sixteen at a time where the processor can, else eight.
 * Every word of every article passes here; eight letters are too few, since how many words are longer
 * cannot be guessed. */

#include "plx-word-bytes.h"

/* with the instructions that take eight bytes out of sixteen at once */
#if defined (__SSE2__) && defined (__x86_64__)
#include <emmintrin.h>
#define PLX_MEASURE_SIXTEEN
#endif

G_BEGIN_DECLS

typedef struct
{
  guint32 end;     /* byte after it */
  guint64 state;   /* its hash, unfinished */
  guint64 letters; /* plx_word_letters() */
  guint64 lower;   /* not 0: some are in lower case */
} PlxLetters;

/* plx_measure_rest: goes on from @letters, whose letters so far are a number of eights */
void plx_measure_rest (const guint8 *text, guint32 end, PlxLetters *letters);

/* plx_measure_letters_by_eight: does the same as plx_measure_letters() */
static inline PlxLetters
plx_measure_letters_by_eight (const guint8 *text,
                              guint32       at,
                              guint32       end)
{
  guint64 bytes = plx_bytes_load ((const char *) text + at, end - at);
  guint64 found = plx_bytes_letters (bytes);
  guint64 others = ~found & PLX_BYTES_TOPS;
  guint n = plx_bytes_count (others);
  PlxLetters letters;

  if (G_LIKELY (others != 0))
    {
      bytes = plx_bytes_keep (bytes, n);
      found = plx_bytes_keep (found, n);
    }
  letters.end = at + n;
  letters.lower = found & plx_bytes_lower (bytes);
  letters.letters = bytes | PLX_BYTES_CASE;
  letters.state = plx_word_hash_add (PLX_WORD_HASH_BASIS, bytes);
  if (others == 0)
    plx_measure_rest (text, end, &letters);
  return letters;
}

#ifdef PLX_MEASURE_SIXTEEN

/* From 16 - n on, n bytes that keep what they are combined with. */
static const guint8 plx_measure_mask[32] = {
  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
};

/* plx_measure_letters: measures and hashes the letters from @at on, where there is one */
static inline PlxLetters
plx_measure_letters (const guint8 *text,
                     guint32       at,
                     guint32       end)
{
  const __m128i last = _mm_set1_epi8 (25);
  __m128i bytes, places, kept;
  guint64 first, second, state, both;
  PlxLetters letters;
  guint n;

  if (G_UNLIKELY (end - at < 16))
    return plx_measure_letters_by_eight (text, at, end);

  bytes = _mm_loadu_si128 ((const __m128i *) (gconstpointer) (text + at));
  /* in the alphabet; all that is no letter is beyond its last */
  places = _mm_sub_epi8 (_mm_or_si128 (bytes, _mm_set1_epi8 (0x20)), _mm_set1_epi8 ('a'));
  n = (guint) __builtin_ctz (
    ~(guint) _mm_movemask_epi8 (_mm_cmpeq_epi8 (_mm_min_epu8 (places, last), places)));

  kept = _mm_and_si128 (bytes, _mm_loadu_si128 ((const __m128i *) (gconstpointer) (plx_measure_mask + 16 - n)));
  first = (guint64) _mm_cvtsi128_si64 (kept);
  second = (guint64) _mm_cvtsi128_si64 (_mm_unpackhi_epi64 (kept, kept));
  state = plx_word_hash_add_letters (PLX_WORD_HASH_BASIS, first);
  both = plx_word_hash_add_letters (state, second);
  letters.state = state ^ ((state ^ both) & -(guint64) (n > 8)); /* a question would be a branch */
  letters.end = at + n;
  letters.letters = first | PLX_BYTES_CASE;
  letters.lower = (guint) _mm_movemask_epi8 (_mm_slli_epi16 (kept, 2));
  if (G_UNLIKELY (n == 16))
    plx_measure_rest (text, end, &letters);
  return letters;
}

#else

static inline PlxLetters
plx_measure_letters (const guint8 *text,
                     guint32       at,
                     guint32       end)
{
  return plx_measure_letters_by_eight (text, at, end);
}

#endif

G_END_DECLS
