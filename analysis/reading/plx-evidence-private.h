/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the files that read packed evidence read it: only bytes that are known to be good. */

#include "plx-evidence.h"

G_BEGIN_DECLS

#define PART_FLAG 0x80
#define FLAGS 0x3f
#define AXIS_BITS 3

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

typedef struct
{
  guint         n_axes;
  guint32       n_sentences, n_voices, n_targets;
  const guint8 *names;
  const guint8 *sentences;
} Head;

static inline void
read_head (GBytes *bytes,
           Head   *out)
{
  const guint8 *next = g_bytes_get_data (bytes, NULL);
  guint32 names_length;

  out->n_axes = next[1];
  next += 2;
  out->n_sentences = read_varint (&next);
  out->n_voices = read_varint (&next);
  out->n_targets = read_varint (&next);
  names_length = read_varint (&next);
  out->names = next;
  out->sentences = next + names_length;
}

G_END_DECLS
