/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading-targets.h"

#include <string.h>

/* What has more cues is no sentence, but a text without stops: it is summed up in pieces, so that
 * it takes no more than linear time. */
#define MAX_SENTENCE_CUES 64

/* Most mentioned first, then the first mentioned. */
static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;
  guint32 n_first = plx_names_get (user_data, first)->n_mentions;
  guint32 n_second = plx_names_get (user_data, second)->n_mentions;

  if (n_first != n_second)
    return n_first > n_second ? -1 : 1;
  return first < second ? -1 : first > second;
}

#define MAX_COUNTED 256

/* Puts the names in order: by counting, since nearly all are mentioned a few times only. */
static void
sort_names (PlxNames *names,
            GArray   *order)
{
  guint32 begins[MAX_COUNTED + 1] = { 0 }; /* where those with so many mentions begin */
  guint32 n = order->len, at = 0;
  guint32 *to;

  if (n < 2)
    return;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 n_mentions = plx_names_get (names, g_array_index (order, guint32, i))->n_mentions;

      if (n_mentions >= MAX_COUNTED)
        {
          g_array_sort_with_data (order, compare_names, names);
          return;
        }
      begins[n_mentions]++;
    }
  for (guint i = MAX_COUNTED; i-- > 0;)
    {
      guint32 count = begins[i];

      begins[i] = at;
      at += count;
    }
  g_array_set_size (order, 2 * n);
  to = (guint32 *) (gpointer) order->data + n;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 index = g_array_index (order, guint32, i);

      to[begins[plx_names_get (names, index)->n_mentions]++] = index;
    }
  memcpy (order->data, to, n * sizeof *to);
  g_array_set_size (order, n);
}

/* Appends the name, NUL-terminated. */
static void
append_name (GString        *out,
             const PlxNames *names,
             const PlxName  *name,
             const char     *title,
             const char     *text)
{
  gsize at = out->len;

  if (name->alias != PLX_NONE)
    {
      const char *known = plx_aliases_get_name (names->aliases, name->alias);

      g_string_append_len (out, known, (gssize) strlen (known) + 1);
      return;
    }
  g_string_append_len (out, (name->in_title ? title : text) + name->span.start,
                       (gssize) plx_span_length (name->span));
  for (; at < out->len; at++)
    {
      if ((guchar) out->str[at] < ' ')
        out->str[at] = ' ';
    }
  g_string_append_c (out, '\0');
}

static void
add_targets (PlxReading *reading,
             PlxNames   *names,
             const char *title,
             const char *text)
{
  char *at;

  g_array_set_size (names->order, 0);
  for (guint32 i = 0; i < names->names->len; i++)
    {
      const PlxName *name = plx_names_get (names, i);

      if (name->same_as == i && name->confirmed && name->n_mentions > 0)
        g_array_append_val (names->order, i);
    }
  /* sorted before they become targets, which are large */
  sort_names (names, names->order);

  for (guint32 i = 0; i < names->order->len; i++)
    {
      guint32 index = g_array_index (names->order, guint32, i);
      PlxName *name = plx_names_get (names, index);
      PlxTarget target = { .n_mentions = name->n_mentions, .n_leading = name->n_leading,
                           .kind = (PlxNameKind) name->kind, .first_name = index };

      append_name (reading->target_names, names, name, title, text);
      g_array_append_val (reading->targets, target);
      name->target = i;
    }
  at = reading->target_names->str;
  for (guint32 i = 0; i < reading->targets->len; i++, at += strlen (at) + 1)
    g_array_index (reading->targets, PlxTarget, i).name = at;
}

/* Adds a sentence's evidence on the target of @first_cue, whose cues end before @end: P and N to
 * its sums, and their score to its mean. */
static void
add_sentence (PlxReading            *reading,
              const PlxReadSentence *sentence,
              guint32                first_cue,
              guint32                end)
{
  PlxCue *cues = (PlxCue *) (gpointer) reading->cues->data;
  guint32 index = cues[first_cue].target;
  PlxTarget *target = &g_array_index (reading->targets, PlxTarget, index);
  double positive[PLX_MAX_AXES] = { 0.0 };
  double negative[PLX_MAX_AXES] = { 0.0 };

  for (guint32 i = first_cue; i < end; i++)
    {
      if (cues[i].target != index)
        continue;
      target->axes[cues[i].axis].n_cues++;
      if (cues[i].weight > 0.0)
        positive[cues[i].axis] += cues[i].weight;
      else
        negative[cues[i].axis] -= cues[i].weight;
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      PlxAxisScore *sum = &target->axes[axis];

      if (positive[axis] == 0.0 && negative[axis] == 0.0)
        continue;
      sum->positive += positive[axis];
      sum->negative += negative[axis];
      sum->score += plx_score_from_evidence (positive[axis], negative[axis], sentence->n_words);
    }
  target->n_sentences++;
}

/* Whether an earlier cue of the sentence has the same target. */
static gboolean
is_seen (const PlxCue *cues,
         guint32       first,
         guint32       index)
{
  for (guint32 i = first; i < index; i++)
    {
      if (cues[i].target == cues[index].target)
        return TRUE;
    }
  return FALSE;
}

static void
sum_up (PlxReading *reading)
{
  const PlxCue *cues = (const PlxCue *) (gconstpointer) reading->cues->data;

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      guint32 last = sentence->first_cue + sentence->n_cues;

      for (guint32 first = sentence->first_cue; first < last; first += MAX_SENTENCE_CUES)
        {
          guint32 end = MIN (last, first + MAX_SENTENCE_CUES);

          for (guint32 c = first; c < end; c++)
            {
              if (cues[c].target != PLX_NONE && !is_seen (cues, first, c))
                add_sentence (reading, sentence, c, end);
            }
        }
    }
  for (guint i = 0; i < reading->targets->len; i++)
    {
      PlxTarget *target = &g_array_index (reading->targets, PlxTarget, i);

      for (guint axis = 0; axis < reading->n_axes && target->n_sentences > 0; axis++)
        target->axes[axis].score /= target->n_sentences;
    }
}

void
plx_reading_set_targets (PlxReading *reading,
                         PlxNames   *names,
                         const char *title,
                         const char *text)
{
  g_string_truncate (reading->target_names, 0);
  if (names->names->len == 0)
    return;
  plx_names_merge (names);
  add_targets (reading, names, title, text);
  for (guint i = 0; i < reading->cues->len; i++)
    {
      PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);

      if (cue->target != PLX_NONE)
        cue->target = plx_names_get (names, plx_names_get (names, cue->target)->same_as)->target;
    }
  sum_up (reading);
}

guint32
plx_reading_get_subject (const PlxReading *self)
{
  guint32 best = PLX_NONE;
  guint32 most = 0;

  g_return_val_if_fail (self != NULL, PLX_NONE);

  /* targets come by mentions, so that of equals the more mentioned one wins */
  for (guint32 i = 0; i < self->targets->len; i++)
    {
      const PlxTarget *target = &g_array_index (self->targets, PlxTarget, i);

      if (target->n_leading > most)
        {
          most = target->n_leading;
          best = i;
        }
    }
  return best;
}

guint32
plx_reading_find_target (const PlxReading *self,
                         const char       *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, PLX_NONE);

  for (guint32 i = 0; i < self->targets->len; i++)
    {
      if (strcmp (g_array_index (self->targets, PlxTarget, i).name, name) == 0)
        return i;
    }
  return PLX_NONE;
}
