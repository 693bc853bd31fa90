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

/* Few sentences have more. */
#define USUAL_SPEAKERS 4

typedef struct
{
  const PlxReadingPart *part;
  const guint8         *next;
  guint                 n_axes;
  GArray               *speakers; /* of Speaker: those of the sentence */
  GArray               *voices;   /* of PlxEvidencePart */
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
      EvidenceRecord record;
      Speaker *speaker = only;

      read_record (&next, /* has_parts= */ only == NULL, &record);
      if (sum->part->target != PLX_NONE && sum->part->target != record.target)
        continue;
      if (only == NULL)
        speaker = find_speaker (sum, record.voice);
      if (speaker == NULL)
        continue;
      add_record (&speaker->axes[record.axis], &record);
      speaker->n_cues += record.n_cues;
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
  PlxEvidencePart *voice = &g_array_index (sum->voices, PlxEvidencePart, speaker->voice);
  double weight = plx_sentence_weight (flags, speaker->n_words, n_words - speaker->n_words);

  voice->n_sentences++;
  voice->n_words += speaker->n_words;
  voice->weights += weight;
  for (guint axis = 0; axis < sum->n_axes && speaker->n_cues > 0; axis++)
    add_axis (&voice->axes[axis], &speaker->axes[axis], weight, speaker->n_words);
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

  if (sum->part->target != PLX_NONE &&
      skip_unless_about (&sum->next, (flags & PART_FLAG) != 0, sum->part->target))
    return;
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
  memset (out_voices->data, 0, head.n_voices * sizeof (PlxEvidencePart));
  if ((part->voice != PLX_NONE && part->voice >= head.n_voices) ||
      (part->target != PLX_NONE && part->target >= head.n_targets))
    return;

  speakers = g_array_sized_new (FALSE, FALSE, sizeof (Speaker), USUAL_SPEAKERS);
  sum = (Sum) { part, head.sentences, head.n_axes, speakers, out_voices };
  for (guint32 i = 0; i < head.n_sentences; i++)
    sum_sentence (&sum, wire != NULL && (wire[i / 8] >> i % 8 & 1));
  finish_means (out_voices, head.n_axes);
}
