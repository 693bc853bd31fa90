/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-evidence-private.h"

#include <string.h>

/* What one sentence says of a target. */
typedef struct
{
  guint32      target;
  PlxAxisScore axes[PLX_MAX_AXES];
} Said;

typedef struct
{
  const guint8 *next;
  guint         n_axes;
  GArray       *said;    /* of Said: those of the sentence */
  GArray       *targets; /* of PlxEvidencePart */
} Sum;

/* A sentence is about few targets. */
static Said *
ensure_said (Sum    *sum,
             guint32 target)
{
  Said *said = (Said *) (gpointer) sum->said->data;

  for (guint i = 0; i < sum->said->len; i++)
    {
      if (said[i].target == target)
        return &said[i];
    }
  g_array_set_size (sum->said, sum->said->len + 1);
  said = &g_array_index (sum->said, Said, sum->said->len - 1);
  said->target = target;
  memset (said->axes, 0, sum->n_axes * sizeof *said->axes);
  return said;
}

static void
read_records (Sum     *sum,
              gboolean has_parts)
{
  const guint8 *next = sum->next;
  guint32 n = read_varint (&next);

  for (guint32 i = 0; i < n; i++)
    {
      EvidenceRecord record;

      read_record (&next, has_parts, &record);
      if (record.target == PLX_NONE)
        continue;
      add_record (&ensure_said (sum, record.target)->axes[record.axis], &record);
    }
  sum->next = next;
}

/* Adds what a sentence says of a target; `score` is a weighed sum there as yet. */
static void
add_said (Sum        *sum,
          const Said *said,
          double      weight,
          guint32     n_words)
{
  PlxEvidencePart *target = &g_array_index (sum->targets, PlxEvidencePart, said->target);

  target->n_sentences++;
  target->n_words += n_words;
  target->weights += weight;
  for (guint axis = 0; axis < sum->n_axes; axis++)
    add_axis (&target->axes[axis], &said->axes[axis], weight, n_words);
}

/* Returns: the words of all voices of a sentence */
static guint32
read_words (const guint8 **next)
{
  guint32 n = read_varint (next);
  guint32 n_words = 0;

  for (guint32 i = 0; i < n; i++)
    {
      read_varint (next);
      n_words += read_varint (next);
    }
  return n_words;
}

/* Returns: the flags of the sentence */
static guint32
sum_sentence (Sum *sum)
{
  guint8 flags = *sum->next++;
  gboolean has_parts = (flags & PART_FLAG) != 0;
  guint32 n_words = read_varint (&sum->next);
  guint32 n_here = has_parts ? read_words (&sum->next) : n_words;

  g_array_set_size (sum->said, 0);
  read_records (sum, has_parts);
  if (sum->said->len > 0)
    {
      double weight = plx_sentence_weight (flags & FLAGS, n_here, n_words - n_here);

      for (guint i = 0; i < sum->said->len; i++)
        add_said (sum, &g_array_index (sum->said, Said, i), weight, n_here);
    }
  return flags & FLAGS;
}

guint32
plx_evidence_sum_targets (GBytes *bytes,
                          GArray *out_targets)
{
  g_autoptr (GArray) said = NULL;
  guint32 flags = 0;
  Head head;
  Sum sum;

  g_return_val_if_fail (bytes != NULL && out_targets != NULL, 0);

  read_head (bytes, &head);
  g_array_set_size (out_targets, head.n_targets);
  if (head.n_targets > 0)
    memset (out_targets->data, 0, head.n_targets * sizeof (PlxEvidencePart));
  said = g_array_new (FALSE, FALSE, sizeof (Said));
  sum = (Sum) { head.sentences, head.n_axes, said, out_targets };
  for (guint32 i = 0; i < head.n_sentences; i++)
    flags |= sum_sentence (&sum);
  finish_means (out_targets, head.n_axes);
  return flags;
}
