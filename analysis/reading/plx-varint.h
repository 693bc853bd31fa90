/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers as few bytes as they need: 7 bits a byte, the low ones first, the high bit set in all but the
 * last. Who reads trusts the bytes. */

#include <glib.h>

G_BEGIN_DECLS

static inline void
append_varint (GByteArray *bytes,
               guint32     value)
{
  guint8 encoded[5];
  guint n = 0;

  for (; value >= 0x80; value >>= 7)
    encoded[n++] = (guint8) (value | 0x80);
  encoded[n++] = (guint8) value;
  g_byte_array_append (bytes, encoded, n);
}

static inline guint32
read_varint (const guint8 **next)
{
  guint32 value = *(*next)++;

  if (value < 0x80)
    return value;
  value &= 0x7f;
  for (guint shift = 7;; shift += 7)
    {
      guint8 byte = *(*next)++;

      value |= (guint32) (byte & 0x7f) << shift;
      if (byte < 0x80)
        return value;
    }
}

static inline void
skip_varint (const guint8 **next)
{
  while (*(*next)++ >= 0x80)
    ;
}

G_END_DECLS
