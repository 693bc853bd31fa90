/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the files that read packed evidence read it: only bytes that are known to be good. */

#include "plx-evidence.h"
#include "plx-varint.h"

#include <string.h>

G_BEGIN_DECLS

#define PART_FLAG 0x80
#define FLAGS 0x3f
#define AXIS_BITS 3

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

/* Cues of one sentence that have everything but their places in common. */
typedef struct
{
  guint8  axis;
  guint32 n_cues;
  guint32 voice;
  guint32 target; /* PLX_NONE: none */
  float   weight; /* of all together */
} EvidenceRecord;

static inline void
read_record (const guint8  **next,
             gboolean        has_parts,
             EvidenceRecord *out)
{
  guint8 byte = *(*next)++;
  guint32 encoded;

  out->axis = byte & ((1 << AXIS_BITS) - 1);
  out->n_cues = byte >> AXIS_BITS;
  if (out->n_cues == 0)
    out->n_cues = read_varint (next);
  out->voice = has_parts ? read_varint (next) : 0;
  out->target = read_varint (next) - 1;
  memcpy (&encoded, *next, sizeof encoded);
  *next += sizeof encoded;
  encoded = GUINT32_FROM_LE (encoded);
  memcpy (&out->weight, &encoded, sizeof out->weight);
}

static inline void
add_record (PlxAxisScore         *axis,
            const EvidenceRecord *record)
{
  if (record->weight > 0.0f)
    axis->positive += record->weight;
  else
    axis->negative -= record->weight;
  axis->n_cues += record->n_cues;
}

/* Goes on to the next sentence, from behind the words of one, unless it has a cue about @target: most
 * have none. Returns: whether it has gone on */
static inline gboolean
skip_unless_about (const guint8 **sentence,
                   gboolean       has_parts,
                   guint32        target)
{
  const guint8 *next = *sentence;
  guint32 n;

  for (n = has_parts ? 2 * read_varint (&next) : 0; n > 0; n--)
    skip_varint (&next);
  for (n = read_varint (&next); n > 0; n--)
    {
      if (*next++ >> AXIS_BITS == 0)
        skip_varint (&next);
      if (has_parts)
        skip_varint (&next);
      if (read_varint (&next) == target + 1)
        return FALSE;
      next += sizeof (float);
    }
  *sentence = next;
  return TRUE;
}

/* Adds what @n_words of a sentence come to on an axis; `score` is a weighed sum as yet. */
static inline void
add_axis (PlxAxisScore       *to,
          const PlxAxisScore *from,
          double              weight,
          guint32             n_words)
{
  if (from->n_cues == 0)
    return;
  to->score += weight * plx_score_from_evidence (from->positive, from->negative, n_words);
  to->positive += from->positive;
  to->negative += from->negative;
  to->n_cues += from->n_cues;
}

/* Makes means of the weighed sums of @parts, of PlxEvidencePart. */
static inline void
finish_means (GArray *parts,
              guint   n_axes)
{
  for (guint i = 0; i < parts->len; i++)
    {
      PlxEvidencePart *part = &g_array_index (parts, PlxEvidencePart, i);

      for (guint axis = 0; axis < n_axes; axis++)
        part->axes[axis].score = part->weights > 0 ? part->axes[axis].score / part->weights : 0;
    }
}

G_END_DECLS
