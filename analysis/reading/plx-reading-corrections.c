/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading-corrections.h"

#include "plx-reading-voices.h"

#include <math.h>
#include <string.h>

/* Whether a correction stands before a place; in the order of PlxReadingOptions. */
static gboolean
is_before (const PlxCueCorrection *correction,
           gboolean                in_title,
           guint32                 start)
{
  if ((correction->in_title != FALSE) != in_title)
    return correction->in_title;
  return correction->span.start < start;
}

static const PlxCueCorrection *
find_cue_correction (const PlxReadingOptions *options,
                     const char              *axis,
                     gboolean                 in_title,
                     PlxSpan                  span)
{
  guint low = 0, high = options->n_cues;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (is_before (&options->cues[middle], in_title, span.start))
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < options->n_cues; low++)
    {
      const PlxCueCorrection *correction = &options->cues[low];

      if ((correction->in_title != FALSE) != in_title || correction->span.start != span.start)
        break;
      if (correction->span.end == span.end && strcmp (correction->axis, axis) == 0)
        return correction;
    }
  return NULL;
}

gboolean
plx_reading_correct_cue (PlxReading              *reading,
                         const PlxReadingOptions *options,
                         const PlxLexicon        *lexicon,
                         guint32                  flags,
                         PlxCue                  *cue)
{
  const PlxCueCorrection *correction =
    find_cue_correction (options, plx_lexicon_get_axis (lexicon, cue->axis)->id,
                         (flags & PLX_SENTENCE_IN_TITLE) != 0, cue->span);
  PlxStep step = { .rule = PLX_RULE_CORRECTION };

  if (correction == NULL || !isfinite (correction->weight))
    return TRUE;
  if (cue->weight == 0.0)
    {
      g_array_set_size (reading->steps, cue->first_step);
      cue->n_steps = 0;
      cue->weight = cue->base;
    }
  if (cue->weight == 0.0)
    return TRUE;

  step.factor = correction->weight / cue->weight;
  cue->weight *= step.factor;
  g_array_append_val (reading->steps, step);
  cue->n_steps++;
  cue->is_void = correction->weight == 0.0;
  return !cue->is_void;
}

static gboolean
lies_within (PlxSpan inner,
             PlxSpan outer)
{
  guint32 start = MAX (inner.start, outer.start), end = MIN (inner.end, outer.end);

  return start < end && 2 * (guint64) (end - start) > plx_span_length (inner);
}

/* The first sentence of the text that ends behind @offset. */
static guint
find_sentence (const PlxReading *reading,
               guint             first,
               guint32           offset)
{
  guint low = first, high = reading->sentences->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (reading->sentences, PlxReadSentence, middle).span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
mark_sentences (const PlxReading *reading,
                guint             first,
                PlxSpan           span,
                guint32           voice,
                guint32          *voices)
{
  for (guint i = find_sentence (reading, first, span.start); i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      if (sentence->span.start >= span.end)
        break;
      if (lies_within (sentence->span, span))
        voices[i] = voice;
    }
}

static guint32
get_voice (PlxReading                 *reading,
           const PlxSpeakerCorrection *correction)
{
  return *correction->name != '\0' ? plx_reading_ensure_voice (reading, correction->name) : 0;
}

guint32 *
plx_reading_find_corrected_speakers (PlxReading              *reading,
                                     const PlxReadingOptions *options)
{
  guint32 *voices = g_new (guint32, reading->sentences->len + 1);
  guint first = 0;

  for (guint i = 0; i < reading->sentences->len; i++)
    voices[i] = PLX_NONE;
  while (first < reading->sentences->len &&
         g_array_index (reading->sentences, PlxReadSentence, first).flags & PLX_SENTENCE_IN_TITLE)
    first++;
  for (guint i = 0; i < options->n_speakers; i++)
    mark_sentences (reading, first, options->speakers[i].span,
                    get_voice (reading, &options->speakers[i]), voices);
  return voices;
}

static void
correct_quotes (PlxReading *reading,
                PlxSpan     span,
                guint32     voice)
{
  GArray *quotes = reading->quotes;
  guint n_kept = 0;

  for (guint i = 0; i < quotes->len; i++)
    {
      PlxQuote *quote = &g_array_index (quotes, PlxQuote, i);
      gboolean is_meant = lies_within (quote->content[0], span);

      if (is_meant && voice == 0)
        continue;
      if (is_meant)
        quote->name = voice;
      g_array_index (quotes, PlxQuote, n_kept++) = *quote;
    }
  g_array_set_size (quotes, n_kept);
}

void
plx_reading_correct_quotes (PlxReading              *reading,
                            const PlxReadingOptions *options)
{
  for (guint i = 0; i < options->n_speakers; i++)
    correct_quotes (reading, options->speakers[i].span,
                    get_voice (reading, &options->speakers[i]));
}
