/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading-voices.h"

#include <string.h>

/* Marks a voice whose speaker is not named; the reporter is voice 0. */
#define UNNAMED PLX_NONE

static guint32
span_overlap (PlxSpan a,
              PlxSpan b)
{
  guint32 start = MAX (a.start, b.start), end = MIN (a.end, b.end);

  return start < end ? end - start : 0;
}

/* The number of the voice with this name, a new one if need be. An article has few voices. */
static guint32
ensure_voice (PlxReading      *reading,
              const PlxVoices *found,
              guint32          name)
{
  const char *text = name != UNNAMED ? plx_voices_get_name (found, name) : NULL;
  PlxVoice voice = { 0 };

  for (guint32 i = 1; i < reading->voices->len; i++)
    {
      if (g_strcmp0 (g_array_index (reading->voices, PlxVoice, i).name, text) == 0)
        return i;
    }
  voice.name = g_strdup (text);
  g_array_append_val (reading->voices, voice);
  return reading->voices->len - 1;
}

/* The voice that speaks more than half of a sentence, else the reporter. Quotes come by first byte, and so do
 * sentences: @first is the first quote that may still reach into this one. */
static guint32
choose_voice (PlxReading            *reading,
              const PlxVoices       *found,
              const PlxReadSentence *sentence,
              guint                 *first)
{
  const GArray *quotes = reading->quotes;
  guint32 quoted = 0, told = 0, most = 0, name = UNNAMED;

  while (*first < quotes->len)
    {
      const PlxQuote *quote = &g_array_index (quotes, PlxQuote, *first);

      if (MAX (quote->content[0].end, quote->content[1].end) > sentence->span.start)
        break;
      (*first)++;
    }
  for (guint i = *first; i < quotes->len; i++)
    {
      const PlxQuote *quote = &g_array_index (quotes, PlxQuote, i);
      guint32 shared = span_overlap (quote->content[0], sentence->span) +
                       span_overlap (quote->content[1], sentence->span);

      if (quote->content[0].start >= sentence->span.end)
        break;
      quoted += shared;
      told += shared > 0 ? span_overlap (quote->speaker, sentence->span) +
                             span_overlap (quote->cue, sentence->span) : 0;
      if (shared > most)
        {
          most = shared;
          name = quote->name;
        }
    }
  /* "The minister said" is the reporter's, but says nothing by itself. */
  return 2 * quoted > plx_span_length (sentence->span) - MIN (told, plx_span_length (sentence->span))
           ? ensure_voice (reading, found, name) : 0;
}

static void
add_sentence (PlxReading            *reading,
              const PlxReadSentence *sentence,
              double                *weights)
{
  PlxVoice *voice = &g_array_index (reading->voices, PlxVoice, sentence->voice);
  double weight = plx_reading_sentence_weight (reading, sentence);

  voice->n_words += sentence->n_words;
  weights[sentence->voice] += weight;
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      voice->axes[axis].positive += sentence->axes[axis].positive;
      voice->axes[axis].negative += sentence->axes[axis].negative;
      voice->axes[axis].n_cues += sentence->axes[axis].n_cues;
      voice->axes[axis].score += weight * sentence->axes[axis].score;
    }
}

static void
sum_up (PlxReading *reading)
{
  g_autofree double *weights = g_new0 (double, reading->voices->len);

  for (guint i = 0; i < reading->sentences->len; i++)
    add_sentence (reading, &g_array_index (reading->sentences, PlxReadSentence, i), weights);
  for (guint i = 0; i < reading->voices->len; i++)
    {
      PlxVoice *voice = &g_array_index (reading->voices, PlxVoice, i);

      for (guint axis = 0; axis < reading->n_axes && weights[i] > 0; axis++)
        voice->axes[axis].score /= weights[i];
    }
}

void
plx_reading_set_voices (PlxReading      *reading,
                        const PlxVoices *found)
{
  PlxVoice reporter = { 0 };
  guint first = 0;

  g_array_append_val (reading->voices, reporter);
  if (found != NULL)
    {
      const GArray *quotes = plx_voices_get_quotes (found);

      g_array_append_vals (reading->quotes, quotes->data, quotes->len);
      for (guint i = 0; i < reading->sentences->len && quotes->len > 0; i++)
        {
          PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

          if (!(sentence->flags & PLX_SENTENCE_IN_TITLE))
            sentence->voice = choose_voice (reading, found, sentence, &first);
        }
      for (guint i = 0; i < reading->quotes->len; i++)
        {
          PlxQuote *quote = &g_array_index (reading->quotes, PlxQuote, i);

          /* In a reading a name is a voice. */
          quote->name = quote->name != PLX_NONE ? ensure_voice (reading, found, quote->name) : PLX_NONE;
        }
    }
  sum_up (reading);
}
