/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What packed evidence says, of bytes that plx_evidence_check() knows to be good. */

#include "plx-evidence-private.h"

#include <string.h>

static void
skip_names (const guint8 **next,
            guint32        n)
{
  for (guint32 i = 0; i < n; i++)
    {
      read_varint (next);
      *next += strlen ((const char *) *next) + 1;
    }
}

/* Returns: which of @n names it is, or @n */
static guint32
find_name (const guint8 *next,
           guint32       n,
           const char   *name)
{
  for (guint32 i = 0; i < n; i++)
    {
      read_varint (&next);
      if (*next == (guint8) *name && strcmp ((const char *) next, name) == 0)
        return i;
      next += strlen ((const char *) next) + 1;
    }
  return n;
}

guint32
plx_evidence_find_voice (GBytes     *bytes,
                         const char *name)
{
  Head head;

  g_return_val_if_fail (bytes != NULL, PLX_NONE);

  if (name == NULL)
    return PLX_NONE;
  if (*name == '\0')
    return 0;
  read_head (bytes, &head);
  return 1 + find_name (head.names, head.n_voices - 1, name);
}

guint32
plx_evidence_find_target (GBytes     *bytes,
                          const char *name)
{
  const guint8 *next;
  Head head;

  g_return_val_if_fail (bytes != NULL, PLX_NONE);

  if (name == NULL)
    return PLX_NONE;
  read_head (bytes, &head);
  next = head.names;
  skip_names (&next, head.n_voices - 1);
  return *name != '\0' ? find_name (next, head.n_targets, name) : head.n_targets;
}

static void
foreach_name (const guint8      **next,
              guint32             n,
              PlxEvidenceNameFunc func,
              gpointer            user_data)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint32 count = read_varint (next);
      const char *name = (const char *) *next;

      *next += strlen (name) + 1;
      if (*name != '\0')
        func (name, count, user_data);
    }
}

void
plx_evidence_foreach_voice (GBytes             *bytes,
                            PlxEvidenceNameFunc func,
                            gpointer            user_data)
{
  Head head;

  g_return_if_fail (bytes != NULL && func != NULL);

  read_head (bytes, &head);
  foreach_name (&head.names, head.n_voices - 1, func, user_data);
}

void
plx_evidence_foreach_target (GBytes             *bytes,
                             PlxEvidenceNameFunc func,
                             gpointer            user_data)
{
  Head head;

  g_return_if_fail (bytes != NULL && func != NULL);

  read_head (bytes, &head);
  skip_names (&head.names, head.n_voices - 1);
  foreach_name (&head.names, head.n_targets, func, user_data);
}

static void
list_names (const guint8 *next,
            guint32       n,
            GPtrArray    *out_names)
{
  for (guint32 i = 0; i < n; i++)
    {
      read_varint (&next);
      g_ptr_array_add (out_names, (gpointer) next);
      next += strlen ((const char *) next) + 1;
    }
}

void
plx_evidence_list_voices (GBytes    *bytes,
                          GPtrArray *out_names)
{
  Head head;

  g_return_if_fail (bytes != NULL && out_names != NULL);

  read_head (bytes, &head);
  g_ptr_array_set_size (out_names, 0);
  g_ptr_array_add (out_names, (gpointer) "");
  list_names (head.names, head.n_voices - 1, out_names);
}

void
plx_evidence_list_targets (GBytes    *bytes,
                           GPtrArray *out_names)
{
  Head head;

  g_return_if_fail (bytes != NULL && out_names != NULL);

  read_head (bytes, &head);
  skip_names (&head.names, head.n_voices - 1);
  g_ptr_array_set_size (out_names, 0);
  list_names (head.names, head.n_targets, out_names);
}

void
plx_evidence_iter_init (PlxEvidenceIter      *self,
                        GBytes               *bytes,
                        const PlxReadingPart *part,
                        const guint8         *wire)
{
  Head head;

  g_return_if_fail (self != NULL && bytes != NULL && part != NULL);

  read_head (bytes, &head);
  self->next = head.sentences;
  self->n_left = head.n_sentences;
  self->index = 0;
  self->n_axes = head.n_axes;
  self->part = *part;
  self->wire = part->wire_once ? wire : NULL;
  if (part->voice != PLX_NONE && part->voice >= head.n_voices)
    self->n_left = 0;
  if (part->target != PLX_NONE && part->target >= head.n_targets)
    self->n_left = 0;
}

/* Adds the records that count. Returns: how many cues these are */
static inline guint32
read_records (PlxEvidenceIter *self,
              gboolean         has_parts,
              PlxAxisScore    *axes)
{
  const guint8 *next = self->next;
  guint32 n = read_varint (&next);
  guint32 n_cues = 0;

  for (guint32 i = 0; i < n; i++)
    {
      EvidenceRecord record;

      read_record (&next, has_parts, &record);
      if ((self->part.voice != PLX_NONE && self->part.voice != record.voice) ||
          (self->part.target != PLX_NONE && self->part.target != record.target))
        continue;
      add_record (&axes[record.axis], &record);
      n_cues += record.n_cues;
    }
  self->next = next;
  return n_cues;
}

/* Returns: the words of the part, or PLX_NONE if the voice speaks none of the sentence */
static inline guint32
read_words (PlxEvidenceIter *self,
            gboolean         has_parts,
            guint32          n_words)
{
  guint32 n, all = 0, found = PLX_NONE;

  if (!has_parts)
    return self->part.voice == PLX_NONE || self->part.voice == 0 ? n_words : PLX_NONE;
  n = read_varint (&self->next);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 voice = read_varint (&self->next);
      guint32 n_here = read_varint (&self->next);

      all += n_here;
      if (voice == self->part.voice)
        found = n_here;
    }
  return self->part.voice == PLX_NONE ? all : found;
}

gboolean
plx_evidence_iter_next (PlxEvidenceIter     *self,
                        PlxEvidenceSentence *out)
{
  while (self->n_left > 0)
    {
      guint8 flags = *self->next++;
      gboolean has_parts = (flags & PART_FLAG) != 0;
      guint32 n_words = read_varint (&self->next);
      guint32 index = self->index++;
      gboolean is_copy;

      self->n_left--;
      if (self->part.target != PLX_NONE &&
          skip_unless_about (&self->next, has_parts, self->part.target))
        continue;
      memset (out->axes, 0, self->n_axes * sizeof *out->axes);
      out->n_words = read_words (self, has_parts, n_words);
      out->n_cues = read_records (self, has_parts, out->axes);
      is_copy = self->part.wire_once &&
                ((flags & PLX_SENTENCE_WIRE) ||
                 (self->wire != NULL && (self->wire[index / 8] >> index % 8 & 1)));
      if (out->n_words == PLX_NONE || is_copy || (self->part.target != PLX_NONE && out->n_cues == 0))
        continue;

      out->index = index;
      out->flags = flags & FLAGS;
      out->weight = plx_sentence_weight (out->flags, out->n_words, n_words - out->n_words);
      for (guint axis = 0; axis < self->n_axes && out->n_cues > 0; axis++)
        {
          PlxAxisScore *score = &out->axes[axis];

          if (score->n_cues > 0)
            score->score = plx_score_from_evidence (score->positive, score->negative, out->n_words);
        }
      return TRUE;
    }
  return FALSE;
}
