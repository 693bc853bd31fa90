/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-evidence.h"

#include <math.h>
#include <string.h>

#define FORMAT 1

static void
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

static void
append_float (GByteArray *bytes,
              double      value)
{
  float single = (float) value;
  guint32 encoded;

  memcpy (&encoded, &single, sizeof encoded);
  encoded = GUINT32_TO_LE (encoded);
  g_byte_array_append (bytes, (const guint8 *) &encoded, sizeof encoded);
}

static void
append_sentence (GByteArray            *bytes,
                 const PlxReadSentence *sentence,
                 guint                  n_axes)
{
  guint8 mask = 0;

  for (guint i = 0; i < n_axes; i++)
    mask |= (guint8) ((sentence->axes[i].n_cues > 0) << i);

  append_varint (bytes, sentence->flags);
  append_varint (bytes, sentence->n_words);
  append_varint (bytes, sentence->voice);
  g_byte_array_append (bytes, &mask, 1);
  for (guint i = 0; i < n_axes; i++)
    {
      const PlxAxisScore *score = &sentence->axes[i];

      if (score->n_cues == 0)
        continue;
      append_varint (bytes, score->n_cues);
      append_float (bytes, score->positive);
      append_float (bytes, score->negative);
      append_float (bytes, score->score);
    }
}

GBytes *
plx_evidence_pack (const PlxReading *reading)
{
  GByteArray *bytes;
  guint8 head[2];

  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (reading->n_axes <= PLX_MAX_AXES, NULL);

  head[0] = FORMAT;
  head[1] = (guint8) reading->n_axes;
  bytes = g_byte_array_sized_new (16 + reading->sentences->len * 16);
  g_byte_array_append (bytes, head, sizeof head);
  append_varint (bytes, reading->n_words);
  append_varint (bytes, reading->sentences->len);
  for (guint i = 0; i < reading->sentences->len; i++)
    append_sentence (bytes, &g_array_index (reading->sentences, PlxReadSentence, i),
                     reading->n_axes);
  return g_byte_array_free_to_bytes (bytes);
}

/* What is still to be read. Reading past the end gives 0 and is remembered. */
typedef struct
{
  const guint8 *next;
  const guint8 *end;
  gboolean      failed;
} Cursor;

static guint8
read_byte (Cursor *cursor)
{
  if (cursor->next < cursor->end)
    return *cursor->next++;

  cursor->failed = TRUE;
  return 0;
}

static guint32
read_varint (Cursor *cursor)
{
  guint64 value = 0;
  guint8 byte;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      byte = read_byte (cursor);
      value |= (guint64) (byte & 0x7f) << shift;
      if (!(byte & 0x80))
        {
          cursor->failed |= value > G_MAXUINT32;
          return (guint32) value;
        }
    }

  cursor->failed = TRUE;
  return 0;
}

static double
read_float (Cursor *cursor)
{
  guint32 encoded;
  float single;

  if (cursor->end - cursor->next < (gssize) sizeof encoded)
    {
      cursor->failed = TRUE;
      return 0.0;
    }

  memcpy (&encoded, cursor->next, sizeof encoded);
  cursor->next += sizeof encoded;
  encoded = GUINT32_FROM_LE (encoded);
  memcpy (&single, &encoded, sizeof single);
  cursor->failed |= !isfinite (single);
  return single;
}

static void
read_sentence (Cursor          *cursor,
               PlxReadSentence *sentence,
               guint            n_axes)
{
  guint8 mask;

  memset (sentence, 0, sizeof *sentence);
  sentence->flags = read_varint (cursor);
  sentence->n_words = read_varint (cursor);
  sentence->voice = read_varint (cursor);
  mask = read_byte (cursor);
  cursor->failed |= mask >> n_axes != 0;
  for (guint i = 0; i < n_axes; i++)
    {
      PlxAxisScore *score = &sentence->axes[i];

      if (!(mask & 1 << i))
        continue;
      score->n_cues = read_varint (cursor);
      score->positive = read_float (cursor);
      score->negative = read_float (cursor);
      score->score = read_float (cursor);
      cursor->failed |= fabs (score->score) > 1.0;
    }
}

gboolean
plx_evidence_unpack (GBytes     *bytes,
                     guint       n_axes,
                     PlxReading *reading)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Cursor cursor = { data, data + length, FALSE };
  guint32 n_sentences;

  g_return_val_if_fail (n_axes <= PLX_MAX_AXES, FALSE);

  if (read_byte (&cursor) != FORMAT || read_byte (&cursor) != n_axes)
    return FALSE;

  reading->n_axes = n_axes;
  reading->n_words = read_varint (&cursor);
  n_sentences = read_varint (&cursor);
  /* A sentence takes four bytes at least: no count in damaged bytes takes much memory. */
  if (n_sentences > length / 4)
    return FALSE;

  g_array_set_size (reading->sentences, n_sentences);
  for (guint32 i = 0; i < n_sentences && !cursor.failed; i++)
    read_sentence (&cursor, &g_array_index (reading->sentences, PlxReadSentence, i), n_axes);
  return !cursor.failed && cursor.next == cursor.end;
}

PlxReading *
plx_evidence_reading_new (void)
{
  PlxReading *reading = g_new0 (PlxReading, 1);

  reading->sentences = g_array_new (FALSE, FALSE, sizeof (PlxReadSentence));
  reading->cues = g_array_new (FALSE, FALSE, sizeof (PlxCue));
  reading->steps = g_array_new (FALSE, FALSE, sizeof (PlxStep));
  reading->quotes = g_array_new (FALSE, FALSE, sizeof (PlxQuote));
  reading->voices = g_array_new (FALSE, FALSE, sizeof (PlxVoice));
  reading->parts = g_array_new (FALSE, FALSE, sizeof (PlxVoicePart));
  reading->targets = g_array_new (FALSE, FALSE, sizeof (PlxTarget));
  return reading;
}
