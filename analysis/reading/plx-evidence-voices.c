/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-evidence-private.h"

#include <string.h>

/* Who speaks a sentence, or a part of it. */
typedef struct
{
  guint32      voice;
  guint32      n_words;
  guint32      n_cues;
  PlxAxisScore axes[PLX_MAX_AXES];
} Speaker;

typedef struct
{
  const PlxReadingPart *part;
  const guint8         *next;
  guint                 n_axes;
  GArray               *speakers; /* of Speaker: those of the sentence */
  GArray               *voices;   /* of PlxEvidenceVoice */
} Sum;

static Speaker *
find_speaker (const Sum *sum,
              guint32    voice)
{
  for (guint i = 0; i < sum->speakers->len; i++)
    {
      Speaker *speaker = &g_array_index (sum->speakers, Speaker, i);

      if (speaker->voice == voice)
        return speaker;
    }
  return NULL;
}

static void
set_words (Sum    *sum,
           guint32 voice,
           guint32 n_words)
{
  Speaker *speaker = find_speaker (sum, voice);

  if (speaker == NULL)
    {
      g_array_set_size (sum->speakers, sum->speakers->len + 1);
      speaker = &g_array_index (sum->speakers, Speaker, sum->speakers->len - 1);
      speaker->voice = voice;
      speaker->n_cues = 0;
      memset (speaker->axes, 0, sum->n_axes * sizeof *speaker->axes);
    }
  speaker->n_words = n_words;
}

static void
read_speakers (Sum     *sum,
               gboolean has_parts,
               guint32  n_words)
{
  guint32 n = has_parts ? read_varint (&sum->next) : 0;

  g_array_set_size (sum->speakers, 0);
  if (!has_parts)
    set_words (sum, 0, n_words);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 voice = read_varint (&sum->next);

      set_words (sum, voice, read_varint (&sum->next));
    }
}

static void
read_records (Sum     *sum,
              gboolean has_parts)
{
  guint32 n = read_varint (&sum->next);

  for (guint32 i = 0; i < n; i++)
    {
      guint8 byte = *sum->next++;
      guint32 n_here = byte >> AXIS_BITS;
      guint32 voice = 0, target, encoded;
      PlxAxisScore *axis;
      Speaker *speaker;
      float weight;

      if (n_here == 0)
        n_here = read_varint (&sum->next);
      if (has_parts)
        voice = read_varint (&sum->next);
      target = read_varint (&sum->next) - 1;
      memcpy (&encoded, sum->next, sizeof encoded);
      sum->next += sizeof encoded;
      speaker = find_speaker (sum, voice);
      if (speaker == NULL || (sum->part->target != PLX_NONE && sum->part->target != target))
        continue;
      encoded = GUINT32_FROM_LE (encoded);
      memcpy (&weight, &encoded, sizeof weight);
      axis = &speaker->axes[byte & ((1 << AXIS_BITS) - 1)];
      if (weight > 0.0f)
        axis->positive += weight;
      else
        axis->negative -= weight;
      axis->n_cues += n_here;
      speaker->n_cues += n_here;
    }
}

/* Adds what a speaker says of a sentence to its voice; `score` is a weighed sum there as yet. */
static void
add_speaker (Sum           *sum,
             const Speaker *speaker,
             guint32        flags,
             guint32        n_words)
{
  PlxEvidenceVoice *voice = &g_array_index (sum->voices, PlxEvidenceVoice, speaker->voice);
  double weight = plx_sentence_weight (flags, speaker->n_words, n_words - speaker->n_words);

  voice->n_sentences++;
  voice->n_words += speaker->n_words;
  voice->weights += weight;
  for (guint axis = 0; axis < sum->n_axes && speaker->n_cues > 0; axis++)
    {
      const PlxAxisScore *from = &speaker->axes[axis];
      PlxAxisScore *to = &voice->axes[axis];

      if (from->n_cues == 0)
        continue;
      to->score += weight * plx_score_from_evidence (from->positive, from->negative,
                                                     speaker->n_words);
      to->positive += from->positive;
      to->negative += from->negative;
      to->n_cues += from->n_cues;
    }
}

static void
sum_sentence (Sum     *sum,
              gboolean is_copy)
{
  guint8 flags = *sum->next++;
  gboolean has_parts = (flags & PART_FLAG) != 0;
  guint32 n_words = read_varint (&sum->next);

  read_speakers (sum, has_parts, n_words);
  read_records (sum, has_parts);
  if (sum->part->wire_once && (is_copy || (flags & PLX_SENTENCE_WIRE) != 0))
    return;
  for (guint i = 0; i < sum->speakers->len; i++)
    {
      const Speaker *speaker = &g_array_index (sum->speakers, Speaker, i);

      if ((sum->part->voice == PLX_NONE || sum->part->voice == speaker->voice) &&
          (sum->part->target == PLX_NONE || speaker->n_cues > 0))
        add_speaker (sum, speaker, flags & FLAGS, n_words);
    }
}

static void
finish_means (const Sum *sum)
{
  for (guint i = 0; i < sum->voices->len; i++)
    {
      PlxEvidenceVoice *voice = &g_array_index (sum->voices, PlxEvidenceVoice, i);

      for (guint axis = 0; axis < sum->n_axes; axis++)
        voice->axes[axis].score = voice->weights > 0 ? voice->axes[axis].score / voice->weights : 0;
    }
}

void
plx_evidence_sum_voices (GBytes               *bytes,
                         const PlxReadingPart *part,
                         const guint8         *wire,
                         GArray               *out_voices)
{
  g_autoptr (GArray) speakers = NULL;
  Head head;
  Sum sum;

  g_return_if_fail (bytes != NULL && part != NULL && out_voices != NULL);

  read_head (bytes, &head);
  g_array_set_size (out_voices, head.n_voices);
  memset (out_voices->data, 0, head.n_voices * sizeof (PlxEvidenceVoice));
  if (part->target != PLX_NONE && part->target >= head.n_targets)
    return;

  speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));
  sum = (Sum) { part, head.sentences, head.n_axes, speakers, out_voices };
  for (guint32 i = 0; i < head.n_sentences; i++)
    sum_sentence (&sum, wire != NULL && (wire[i / 8] >> i % 8 & 1));
  finish_means (&sum);
}
