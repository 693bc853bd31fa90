/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading-voices.h"

#include "plx-reading-corrections.h"

#include <string.h>

static guint32
span_overlap (PlxSpan a,
              PlxSpan b)
{
  guint32 start = MAX (a.start, b.start), end = MIN (a.end, b.end);

  return start < end ? end - start : 0;
}

/* An article has few voices. */
guint32
plx_reading_ensure_voice (PlxReading *reading,
                          const char *name)
{
  PlxVoice voice = { 0 };

  for (guint32 i = 1; i < reading->voices->len; i++)
    {
      if (g_strcmp0 (g_array_index (reading->voices, PlxVoice, i).name, name) == 0)
        return i;
    }
  voice.name = g_strdup (name);
  g_array_append_val (reading->voices, voice);
  return reading->voices->len - 1;
}

/* The voice that speaks more than half of a sentence, else the reporter. Quotes come by first byte,
 * and so do sentences: @first is the first quote that may still reach into this one. @voices are
 * those of the quotes. */
static guint32
choose_voice (const PlxReading      *reading,
              const PlxReadSentence *sentence,
              const guint32         *voices,
              guint                 *first)
{
  const GArray *quotes = reading->quotes;
  guint32 quoted = 0, told = 0, most = 0, voice = 0;

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
          voice = voices[i];
        }
    }
  /* "The minister said" is the reporter's, but says nothing by itself. */
  return 2 * quoted > plx_span_length (sentence->span) - MIN (told, plx_span_length (sentence->span))
           ? voice : 0;
}

/* One stretch of a quotation's content. */
typedef struct
{
  PlxSpan span;
  guint32 voice;
} Stretch;

/* Goes through the bytes of a text in order and tells who speaks. */
typedef struct
{
  GArray *stretches; /* of Stretch, by first byte */
  GArray *open;      /* of Stretch: a stack, those that began last on top */
  guint   next;      /* of the stretches */
} Speakers;

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const Stretch *x = a, *y = b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  /* the longer one is the outer one */
  return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

static void
speakers_init (Speakers         *self,
               const PlxReading *reading,
               const guint32    *voices)
{
  gboolean in_order = TRUE;
  guint32 last = 0;

  self->stretches = g_array_sized_new (FALSE, FALSE, sizeof (Stretch), reading->quotes->len + 1);
  self->open = g_array_new (FALSE, FALSE, sizeof (Stretch));
  self->next = 0;
  for (guint i = 0; i < reading->quotes->len; i++)
    {
      const PlxQuote *quote = &g_array_index (reading->quotes, PlxQuote, i);

      for (guint part = 0; part < G_N_ELEMENTS (quote->content); part++)
        {
          Stretch stretch = { quote->content[part], voices[i] };

          if (plx_span_length (stretch.span) == 0)
            continue;
          in_order &= stretch.span.start > last || self->stretches->len == 0;
          last = stretch.span.start;
          g_array_append_val (self->stretches, stretch);
        }
    }
  if (!in_order)
    g_array_sort (self->stretches, compare_stretches);
}

static void
speakers_clear (Speakers *self)
{
  g_array_unref (self->stretches);
  g_array_unref (self->open);
}

/* Who speaks at @byte, and in @out_until, up to where at least; every call's byte must be no less
 * than that of the call before. */
static guint32
speakers_at (Speakers *self,
             guint32   byte,
             guint32  *out_until)
{
  *out_until = G_MAXUINT32;
  for (; self->next < self->stretches->len; self->next++)
    {
      const Stretch *stretch = &g_array_index (self->stretches, Stretch, self->next);

      if (stretch->span.start > byte)
        {
          *out_until = stretch->span.start;
          break;
        }
      g_array_append_vals (self->open, stretch, 1);
    }
  while (self->open->len > 0)
    {
      const Stretch *top = &g_array_index (self->open, Stretch, self->open->len - 1);

      if (top->span.end > byte)
        {
          *out_until = MIN (*out_until, top->span.end);
          return top->voice;
        }
      g_array_set_size (self->open, self->open->len - 1);
    }
  return 0;
}

/* The parts while they are filled: there is room for all that there can be. */
typedef struct
{
  PlxVoicePart *parts;
  guint         n;
} Parts;

/* A sentence has no more parts than one, and one more for each place where who speaks may change. */
static void
parts_init (Parts      *self,
            PlxReading *reading,
            guint       n_stretches)
{
  g_array_set_size (reading->parts, reading->sentences->len + 2 * n_stretches);
  self->parts = (PlxVoicePart *) (gpointer) reading->parts->data;
  self->n = 0;
}

static void
parts_add (Parts  *self,
           guint32 sentence,
           guint32 voice,
           guint32 n_words)
{
  self->parts[self->n++] = (PlxVoicePart) { sentence, voice, n_words };
}

/* Adds words to the part of a voice in a sentence, whose parts begin at @first. */
static void
parts_add_words (Parts  *self,
                 guint   first,
                 guint32 sentence,
                 guint32 voice,
                 guint32 n_words)
{
  for (guint i = self->n; i-- > first;)
    {
      if (self->parts[i].voice != voice)
        continue;
      self->parts[i].n_words += n_words;
      return;
    }
  parts_add (self, sentence, voice, n_words);
}

/* Shares the words and cues of a sentence out among those who speak it. */
static void
share_out (PlxReading            *reading,
           Parts                 *parts,
           Speakers              *speakers,
           guint32                index,
           const PlxText         *text,
           const PlxTextSentence *from)
{
  const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, index);
  const PlxToken *tokens = (const PlxToken *) (gconstpointer) text->tokens->data;
  guint32 token = from->first_token, last = from->first_token + from->n_tokens;
  guint32 cue = sentence->first_cue, end = sentence->first_cue + sentence->n_cues;
  guint first = parts->n;

  while (token < last)
    {
      guint32 until, n_words = 0, first_cue = cue;
      guint32 voice = speakers_at (speakers, tokens[token].span.start, &until);

      for (; token < last && tokens[token].span.start < until; token++)
        n_words += (tokens[token].flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER)) != 0 &&
                   (tokens[token].flags & PLX_TOKEN_CLITIC) == 0;
      for (; cue < end && g_array_index (reading->cues, PlxCue, cue).span.start < until; cue++)
        g_array_index (reading->cues, PlxCue, cue).voice = voice;
      if (n_words > 0 || cue > first_cue)
        parts_add_words (parts, first, index, voice, n_words);
    }
  if (parts->n == first)
    parts_add (parts, index, sentence->voice, 0);
}

void
plx_reading_sum_part (const PlxReading   *self,
                      const PlxVoicePart *part,
                      PlxAxisScore       *out_axes)
{
  const PlxReadSentence *sentence;

  g_return_if_fail (self != NULL && part != NULL && out_axes != NULL);
  g_return_if_fail (part->sentence < self->sentences->len);

  sentence = &g_array_index (self->sentences, PlxReadSentence, part->sentence);
  memset (out_axes, 0, self->n_axes * sizeof *out_axes);
  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (self->cues, PlxCue, i);
      PlxAxisScore *axis = &out_axes[cue->axis];

      if (cue->voice != part->voice || cue->is_void)
        continue;
      if (cue->weight > 0.0)
        axis->positive += cue->weight;
      else
        axis->negative -= cue->weight;
      axis->n_cues++;
    }
  for (guint i = 0; i < self->n_axes; i++)
    {
      if (out_axes[i].n_cues > 0)
        out_axes[i].score = plx_score_from_evidence (out_axes[i].positive, out_axes[i].negative,
                                                     part->n_words);
    }
}

static void
add_axes (PlxReading         *reading,
          PlxVoice           *voice,
          const PlxAxisScore *axes,
          double              weight)
{
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      voice->axes[axis].positive += axes[axis].positive;
      voice->axes[axis].negative += axes[axis].negative;
      voice->axes[axis].n_cues += axes[axis].n_cues;
      voice->axes[axis].score += weight * axes[axis].score;
    }
}

static void
sum_up (PlxReading *reading)
{
  const PlxVoicePart *parts = (const PlxVoicePart *) (gconstpointer) reading->parts->data;
  g_autofree double *weights = g_new0 (double, reading->voices->len);

  for (guint i = 0; i < reading->parts->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, parts[i].sentence);
      PlxVoice *voice = &g_array_index (reading->voices, PlxVoice, parts[i].voice);
      double weight = plx_reading_sentence_weight (reading, sentence);
      PlxAxisScore axes[PLX_MAX_AXES];

      if (parts[i].n_words < sentence->n_words)
        weight *= (double) parts[i].n_words / sentence->n_words;
      voice->n_words += parts[i].n_words;
      weights[parts[i].voice] += weight;
      if (sentence->n_cues == 0)
        continue;
      if (parts[i].n_words == sentence->n_words &&
          (i == 0 || parts[i - 1].sentence != parts[i].sentence) &&
          (i + 1 == reading->parts->len || parts[i + 1].sentence != parts[i].sentence))
        {
          add_axes (reading, voice, sentence->axes, weight);
          continue;
        }
      plx_reading_sum_part (reading, &parts[i], axes);
      add_axes (reading, voice, axes, weight);
    }
  for (guint i = 0; i < reading->voices->len; i++)
    {
      PlxVoice *voice = &g_array_index (reading->voices, PlxVoice, i);

      for (guint axis = 0; axis < reading->n_axes && weights[i] > 0; axis++)
        voice->axes[axis].score /= weights[i];
    }
}

/* Gives a whole sentence to one voice. */
static void
give_sentence (PlxReading *reading,
               Parts      *parts,
               guint32     index,
               guint32     voice)
{
  PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, index);

  parts_add (parts, index, voice, sentence->n_words);
  sentence->voice = voice;
  for (guint32 i = 0; i < sentence->n_cues; i++)
    g_array_index (reading->cues, PlxCue, sentence->first_cue + i).voice = voice;
}

/* Gives sentences, words and cues to the voices found; but where a speaker is corrected. */
static void
set_speakers (PlxReading      *reading,
              const PlxVoices *found,
              const guint32   *voices,
              const guint32   *corrected)
{
  const PlxText *text = plx_voices_get_text (found);
  guint32 n_title = reading->sentences->len - text->sentences->len;
  Speakers speakers;
  Parts parts;
  guint32 until = 0;
  guint first = 0;

  speakers_init (&speakers, reading, voices);
  parts_init (&parts, reading, speakers.stretches->len);
  for (guint32 i = 0; i < reading->sentences->len; i++)
    {
      PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      if (corrected != NULL && corrected[i] != PLX_NONE)
        {
          give_sentence (reading, &parts, i, corrected[i]);
          sentence->flags |= PLX_SENTENCE_CORRECTED;
          continue;
        }
      /* where the reporter alone speaks, up to @until */
      if (i < n_title || sentence->span.end <= until ||
          (speakers_at (&speakers, sentence->span.start, &until) == 0 && sentence->span.end <= until))
        {
          parts_add (&parts, i, 0, sentence->n_words);
          continue;
        }
      until = 0;
      sentence->voice = choose_voice (reading, sentence, voices, &first);
      share_out (reading, &parts, &speakers, i, text,
                 &g_array_index (text->sentences, PlxTextSentence, i - n_title));
    }
  g_array_set_size (reading->parts, parts.n);
  speakers_clear (&speakers);
}

/* The voices of the quotes. In a reading a name is a voice. */
static guint32 *
ensure_voices (PlxReading      *reading,
               const PlxVoices *found)
{
  guint n_names = plx_voices_get_n_names (found);
  g_autofree guint32 *of_names = g_new0 (guint32, n_names + 1); /* 0: not looked for so far */
  guint32 *voices = g_new (guint32, reading->quotes->len + 1);

  for (guint i = 0; i < reading->quotes->len; i++)
    {
      PlxQuote *quote = &g_array_index (reading->quotes, PlxQuote, i);
      gboolean named = quote->name != PLX_NONE;
      guint32 *of_name = &of_names[named ? quote->name : n_names];

      if (*of_name == 0)
        *of_name = plx_reading_ensure_voice (reading, named ? plx_voices_get_name (found, quote->name) : NULL);
      voices[i] = *of_name;
      quote->name = named ? voices[i] : PLX_NONE;
    }
  return voices;
}

void
plx_reading_set_voices (PlxReading              *reading,
                        const PlxVoices         *found,
                        const PlxReadingOptions *options)
{
  const GArray *quotes = found != NULL ? plx_voices_get_quotes (found) : NULL;
  g_autofree guint32 *corrected = NULL;
  PlxVoice reporter = { 0 };

  g_array_append_val (reading->voices, reporter);
  if (found != NULL && options != NULL && options->n_speakers > 0)
    corrected = plx_reading_find_corrected_speakers (reading, options);
  if (quotes != NULL && quotes->len > 0)
    {
      g_autofree guint32 *voices = NULL;

      g_array_append_vals (reading->quotes, quotes->data, quotes->len);
      voices = ensure_voices (reading, found);
      set_speakers (reading, found, voices, corrected);
      if (corrected != NULL)
        plx_reading_correct_quotes (reading, options);
    }
  else
    {
      Parts parts;

      parts_init (&parts, reading, 0);
      for (guint32 i = 0; i < reading->sentences->len; i++)
        {
          gboolean is_corrected = corrected != NULL && corrected[i] != PLX_NONE;

          give_sentence (reading, &parts, i, is_corrected ? corrected[i] : 0);
          if (is_corrected)
            g_array_index (reading->sentences, PlxReadSentence, i).flags |= PLX_SENTENCE_CORRECTED;
        }
    }
  sum_up (reading);
}
