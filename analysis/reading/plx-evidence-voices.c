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

static inline Speaker *
find_speaker (const Sum *sum,
              guint32    voice)
{
  Speaker *speakers = (Speaker *) (gpointer) sum->speakers->data;

  for (guint i = 0; i < sum->speakers->len; i++)
    {
      if (speakers[i].voice == voice)
        return &speakers[i];
    }
  return NULL;
}

static inline void
init_speaker (const Sum *sum,
              Speaker   *speaker,
              guint32    voice,
              guint32    n_words)
{
  speaker->voice = voice;
  speaker->n_words = n_words;
  speaker->n_cues = 0;
  memset (speaker->axes, 0, sum->n_axes * sizeof *speaker->axes);
}

static void
read_speakers (Sum *sum)
{
  guint32 n = read_varint (&sum->next);

  g_array_set_size (sum->speakers, 0);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 voice = read_varint (&sum->next);
      guint32 n_words = read_varint (&sum->next);
      Speaker *speaker = find_speaker (sum, voice);

      if (speaker != NULL)
        {
          speaker->n_words = n_words;
          continue;
        }
      g_array_set_size (sum->speakers, sum->speakers->len + 1);
      init_speaker (sum, &g_array_index (sum->speakers, Speaker, sum->speakers->len - 1), voice,
                    n_words);
    }
}

/* @only: (nullable): who speaks all of the sentence; NULL: who is in `speakers` */
static inline void
read_records (Sum     *sum,
              Speaker *only)
{
  const guint8 *next = sum->next;
  guint32 n = read_varint (&next);

  for (guint32 i = 0; i < n; i++)
    {
      guint8 byte = *next++;
      guint32 n_here = byte >> AXIS_BITS;
      guint32 voice = 0, target, encoded;
      PlxAxisScore *axis;
      Speaker *speaker = only;
      float weight;

      if (n_here == 0)
        n_here = read_varint (&next);
      if (only == NULL)
        voice = read_varint (&next);
      target = read_varint (&next) - 1;
      memcpy (&encoded, next, sizeof encoded);
      next += sizeof encoded;
      if (sum->part->target != PLX_NONE && sum->part->target != target)
        continue;
      if (only == NULL)
        speaker = find_speaker (sum, voice);
      if (speaker == NULL)
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
  sum->next = next;
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

static inline void
take_speaker (Sum           *sum,
              const Speaker *speaker,
              guint32        flags,
              guint32        n_words)
{
  if ((sum->part->voice == PLX_NONE || sum->part->voice == speaker->voice) &&
      (sum->part->target == PLX_NONE || speaker->n_cues > 0))
    add_speaker (sum, speaker, flags, n_words);
}

static void
sum_sentence (Sum     *sum,
              gboolean is_copy)
{
  guint8 flags = *sum->next++;
  guint32 n_words = read_varint (&sum->next);
  gboolean is_in;

  is_copy |= (flags & PLX_SENTENCE_WIRE) != 0;
  is_in = !(sum->part->wire_once && is_copy);
  if (!(flags & PART_FLAG))
    {
      /* Most sentences are the reporter's. */
      Speaker reporter;

      init_speaker (sum, &reporter, 0, n_words);
      read_records (sum, &reporter);
      if (is_in)
        take_speaker (sum, &reporter, flags & FLAGS, n_words);
      return;
    }
  read_speakers (sum);
  read_records (sum, NULL);
  for (guint i = 0; i < sum->speakers->len && is_in; i++)
    take_speaker (sum, &g_array_index (sum->speakers, Speaker, i), flags & FLAGS, n_words);
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
  if ((part->voice != PLX_NONE && part->voice >= head.n_voices) ||
      (part->target != PLX_NONE && part->target >= head.n_targets))
    return;

  speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));
  sum = (Sum) { part, head.sentences, head.n_axes, speakers, out_voices };
  for (guint32 i = 0; i < head.n_sentences; i++)
    sum_sentence (&sum, wire != NULL && (wire[i / 8] >> i % 8 & 1));
  finish_means (&sum);
}
