/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-measure-letters.h"

void
plx_measure_rest (const guint8 *text,
                  guint32       end,
                  PlxLetters   *letters)
{
  guint n;

  do
    {
      guint64 bytes = plx_bytes_load ((const char *) text + letters->end, end - letters->end);
      guint64 found = plx_bytes_letters (bytes);

      n = plx_bytes_count (~found & PLX_BYTES_TOPS);
      if (n == 0)
        break;
      bytes = n < 8 ? plx_bytes_keep (bytes, n) : bytes;
      letters->lower |= plx_bytes_letters (bytes) & plx_bytes_lower (bytes);
      letters->state = plx_word_hash_add (letters->state, bytes);
      letters->end += n;
    }
  while (n == 8);
}
