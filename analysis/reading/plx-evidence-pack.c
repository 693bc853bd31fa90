/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The bytes of packed evidence: made of a reading, and checked where they come from elsewhere. */

#include "plx-evidence-private.h"

#include <math.h>

#define FORMAT 2
#define MAX_SHORT_CUES (0xff >> AXIS_BITS)

G_STATIC_ASSERT (PLX_MAX_AXES <= 1 << AXIS_BITS);
G_STATIC_ASSERT (PLX_SENTENCE_LEFT_OUT > FLAGS && PLX_SENTENCE_WIRE <= FLAGS);

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
append_name (GByteArray *bytes,
             const char *name,
             guint32     count)
{
  append_varint (bytes, name != NULL ? count : 0);
  g_byte_array_append (bytes, (const guint8 *) (name != NULL ? name : ""),
                       name != NULL ? (guint) strlen (name) + 1 : 1);
}

/* The names, each with its count: of voices the sentences, of targets the mentions. */
static GByteArray *
pack_names (const PlxReading *reading)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree guint32 *n_sentences = g_new0 (guint32, MAX (reading->voices->len, 1));
  g_autofree guint8 *used = g_new0 (guint8, MAX (reading->targets->len, 1));

  for (guint i = 0; i < reading->parts->len; i++)
    n_sentences[g_array_index (reading->parts, PlxVoicePart, i).voice]++;
  for (guint i = 0; i < reading->cues->len; i++)
    {
      guint32 target = g_array_index (reading->cues, PlxCue, i).target;

      if (target != PLX_NONE)
        used[target] = 1;
    }
  for (guint i = 1; i < reading->voices->len; i++)
    append_name (bytes, n_sentences[i] > 0 ? g_array_index (reading->voices, PlxVoice, i).name : NULL,
                 n_sentences[i]);
  for (guint i = 0; i < reading->targets->len; i++)
    {
      const PlxTarget *target = &g_array_index (reading->targets, PlxTarget, i);

      append_name (bytes, used[i] ? target->name : NULL, target->n_mentions);
    }
  return bytes;
}

/* Cues that share a record. */
typedef struct
{
  guint32   voice;
  guint32   target;
  PlxAxisId axis;
  gboolean  is_negative;
  guint32   n_cues;
  double    weight;
} Record;

static void
add_to_records (GArray       *records,
                const PlxCue *cue)
{
  Record record = { cue->voice, cue->target, cue->axis, cue->weight < 0.0, 1, cue->weight };

  for (guint i = 0; i < records->len; i++)
    {
      Record *known = &g_array_index (records, Record, i);

      if (known->axis == record.axis && known->voice == record.voice &&
          known->target == record.target && known->is_negative == record.is_negative)
        {
          known->n_cues++;
          known->weight += record.weight;
          return;
        }
      /* What has so many is no sentence, but a text without stops: time stays linear. */
      if (i == 64)
        break;
    }
  g_array_append_val (records, record);
}

static void
append_record (GByteArray   *bytes,
               const Record *record,
               gboolean      has_parts)
{
  guint8 head = (guint8) record->axis;

  if (record->n_cues <= MAX_SHORT_CUES)
    head |= (guint8) (record->n_cues << AXIS_BITS);
  g_byte_array_append (bytes, &head, 1);
  if (record->n_cues > MAX_SHORT_CUES)
    append_varint (bytes, record->n_cues);
  if (has_parts)
    append_varint (bytes, record->voice);
  append_varint (bytes, record->target + 1); /* PLX_NONE wraps to 0 */
  append_float (bytes, record->weight);
}

G_STATIC_ASSERT (PLX_NONE + 1 == 0);

/* @n_parts of the reading's from @first are the sentence's. */
static void
append_sentence (GByteArray            *bytes,
                 const PlxReading      *reading,
                 const PlxReadSentence *sentence,
                 guint                  first,
                 guint                  n_parts,
                 GArray                *records)
{
  const PlxVoicePart *parts = (const PlxVoicePart *) (gpointer) reading->parts->data + first;
  gboolean has_parts = n_parts > 1 || (n_parts == 1 && (parts[0].voice != 0 ||
                                                        sentence->n_left_out > 0));
  guint8 flags = (guint8) ((sentence->flags & FLAGS) | (has_parts ? PART_FLAG : 0));
  guint32 n_words = sentence->n_words + sentence->n_left_out;
  guint32 n_shared = 0;

  g_array_set_size (records, 0);
  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);

      if (!cue->is_void)
        add_to_records (records, cue);
    }

  g_byte_array_append (bytes, &flags, 1);
  append_varint (bytes, n_words);
  if (has_parts)
    {
      append_varint (bytes, n_parts);
      for (guint i = 0; i < n_parts; i++)
        {
          append_varint (bytes, parts[i].voice);
          append_varint (bytes, MIN (parts[i].n_words, n_words - n_shared));
          n_shared += MIN (parts[i].n_words, n_words - n_shared);
        }
    }
  append_varint (bytes, records->len);
  for (guint i = 0; i < records->len; i++)
    append_record (bytes, &g_array_index (records, Record, i), has_parts);
}

GBytes *
plx_evidence_pack (const PlxReading *reading)
{
  g_autoptr (GByteArray) names = NULL;
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (Record));
  g_autoptr (GByteArray) bytes = NULL;
  guint8 head[2];
  guint32 n_sentences = 0;
  guint first = 0;

  g_return_val_if_fail (reading != NULL, NULL);
  g_return_val_if_fail (reading->n_axes <= PLX_MAX_AXES, NULL);

  for (guint i = 0; i < reading->sentences->len; i++)
    n_sentences += !(g_array_index (reading->sentences, PlxReadSentence, i).flags &
                     PLX_SENTENCE_LEFT_OUT);
  names = pack_names (reading);
  head[0] = FORMAT;
  head[1] = (guint8) reading->n_axes;
  bytes = g_byte_array_sized_new (32 + names->len + n_sentences * 16);
  g_byte_array_append (bytes, head, sizeof head);
  append_varint (bytes, n_sentences);
  append_varint (bytes, MAX (reading->voices->len, 1));
  append_varint (bytes, reading->targets->len);
  append_varint (bytes, names->len);
  g_byte_array_append (bytes, names->data, names->len);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      guint end = first;

      while (end < reading->parts->len &&
             g_array_index (reading->parts, PlxVoicePart, end).sentence == i)
        end++;
      if (!(sentence->flags & PLX_SENTENCE_LEFT_OUT))
        append_sentence (bytes, reading, sentence, first, end - first, records);
      first = end;
    }
  /* Kept for long: without what the array has to spare. */
  return g_bytes_new (bytes->data, bytes->len);
}

/* Reads bytes that may be anything. Reading past the end gives 0 and is remembered. */
typedef struct
{
  const guint8 *next;
  const guint8 *end;
  gboolean      failed;
} Cursor;

static guint8
check_byte (Cursor *cursor)
{
  if (cursor->next < cursor->end)
    return *cursor->next++;

  cursor->failed = TRUE;
  return 0;
}

static guint32
check_varint (Cursor *cursor)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 35; shift += 7)
    {
      guint8 byte = check_byte (cursor);

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

static void
check_names (Cursor *cursor,
             guint32 n)
{
  for (guint32 i = 0; i < n && !cursor->failed; i++)
    {
      const guint8 *nul;

      check_varint (cursor);
      nul = memchr (cursor->next, '\0', (gsize) (cursor->end - cursor->next));
      cursor->failed |= nul == NULL ||
                        !g_utf8_validate ((const char *) cursor->next, nul - cursor->next, NULL);
      if (!cursor->failed)
        cursor->next = nul + 1;
    }
}

static void
check_record (Cursor  *cursor,
              guint    n_axes,
              gboolean has_parts,
              guint32  n_voices,
              guint32  n_targets)
{
  guint8 head = check_byte (cursor);
  guint32 encoded;
  float weight;

  cursor->failed |= (head & ((1 << AXIS_BITS) - 1)) >= n_axes;
  if (head >> AXIS_BITS == 0)
    cursor->failed |= check_varint (cursor) == 0;
  if (has_parts)
    cursor->failed |= check_varint (cursor) >= n_voices;
  cursor->failed |= check_varint (cursor) > n_targets;
  if (cursor->failed || cursor->end - cursor->next < (gssize) sizeof encoded)
    {
      cursor->failed = TRUE;
      return;
    }
  memcpy (&encoded, cursor->next, sizeof encoded);
  cursor->next += sizeof encoded;
  encoded = GUINT32_FROM_LE (encoded);
  memcpy (&weight, &encoded, sizeof weight);
  cursor->failed |= !isfinite (weight);
}

static void
check_sentence (Cursor *cursor,
                guint   n_axes,
                guint32 n_voices,
                guint32 n_targets)
{
  guint8 flags = check_byte (cursor);
  gboolean has_parts = (flags & PART_FLAG) != 0;
  guint32 n_words = check_varint (cursor);
  guint32 n_shared = 0;
  guint32 n;

  cursor->failed |= (flags & ~(FLAGS | PART_FLAG)) != 0;
  n = has_parts ? check_varint (cursor) : 0;
  cursor->failed |= has_parts && n == 0;
  for (guint32 i = 0; i < n && !cursor->failed; i++)
    {
      guint32 n_here;

      cursor->failed |= check_varint (cursor) >= n_voices;
      n_here = check_varint (cursor);
      cursor->failed |= n_here > n_words - n_shared;
      n_shared += n_here;
    }
  n = check_varint (cursor);
  for (guint32 i = 0; i < n && !cursor->failed; i++)
    check_record (cursor, n_axes, has_parts, n_voices, n_targets);
}

gboolean
plx_evidence_check (GBytes *bytes,
                    guint   n_axes)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  Cursor cursor = { data, data + length, FALSE };
  guint32 n_sentences, n_voices, n_targets, names_length;
  const guint8 *names;

  g_return_val_if_fail (n_axes <= PLX_MAX_AXES, FALSE);

  if (check_byte (&cursor) != FORMAT || check_byte (&cursor) != n_axes)
    return FALSE;

  n_sentences = check_varint (&cursor);
  n_voices = check_varint (&cursor);
  n_targets = check_varint (&cursor);
  names_length = check_varint (&cursor);
  if (cursor.failed || n_voices == 0 || n_targets == G_MAXUINT32)
    return FALSE;
  names = cursor.next;
  check_names (&cursor, n_voices - 1);
  check_names (&cursor, n_targets);
  if (cursor.failed || (gsize) (cursor.next - names) != names_length)
    return FALSE;
  for (guint32 i = 0; i < n_sentences && !cursor.failed; i++)
    check_sentence (&cursor, n_axes, n_voices, n_targets);
  return !cursor.failed && cursor.next == cursor.end;
}
