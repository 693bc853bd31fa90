/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-reading.h"

#include <string.h>

#include "plx-reading-corrections.h"
#include "plx-reading-targets.h"
#include "plx-reading-voices.h"
#include "plx-rules.h"
#include "plx-targets.h"

/* A sentence without a stop in it is read in pieces of this many tokens, so that no text takes
 * more than linear time. */
#define MAX_FRAME_TOKENS 300
#define LEAD_SENTENCES 2
/* Where nothing looks back at the tokens, a text that is longer is read in pieces of so many bytes and
 * a paragraph: the tokens of a whole book would take five times its room. */
#define PIECE_BYTES (1u << 20)

struct _PlxReader
{
  PlxLexicon *lexicon;
  PlxMatcher  matcher;
  PlxFrame    frame;
  PlxText    *title;
  PlxText    *text;
  PlxReading  reading;
  PlxAliases *aliases;  /* NULL: none */
  PlxNames    names;
  PlxText    *scratch;
  PlxVoices  *voices;   /* made when first asked for */
  PlxChosenTarget target;
  const PlxReadingOptions *options; /* while reading; NULL: the default */
  gboolean    skip_targets;
  gboolean    skip_cues;
  guint       n_body_sentences;
};

static void
reading_init (PlxReading *self)
{
  *self = (PlxReading) { 0 };
  self->sentences = g_array_new (FALSE, FALSE, sizeof (PlxReadSentence));
  self->cues = g_array_new (FALSE, FALSE, sizeof (PlxCue));
  self->steps = g_array_new (FALSE, FALSE, sizeof (PlxStep));
  self->quotes = g_array_new (FALSE, FALSE, sizeof (PlxQuote));
  self->voices = g_array_new (FALSE, FALSE, sizeof (PlxVoice));
  self->parts = g_array_new (FALSE, FALSE, sizeof (PlxVoicePart));
  self->targets = g_array_new (FALSE, FALSE, sizeof (PlxTarget));
}

static void
reading_reset (PlxReading *self)
{
  for (guint i = 0; i < self->voices->len; i++)
    g_free (g_array_index (self->voices, PlxVoice, i).name);
  for (guint i = 0; i < self->targets->len && self->target_names == NULL; i++)
    g_free (g_array_index (self->targets, PlxTarget, i).name);
  g_array_set_size (self->sentences, 0);
  g_array_set_size (self->cues, 0);
  g_array_set_size (self->steps, 0);
  g_array_set_size (self->quotes, 0);
  g_array_set_size (self->voices, 0);
  g_array_set_size (self->parts, 0);
  g_array_set_size (self->targets, 0);
  self->n_words = 0;
  memset (self->axes, 0, sizeof self->axes);
}

static void
reading_clear (PlxReading *self)
{
  reading_reset (self);
  g_array_unref (self->sentences);
  g_array_unref (self->cues);
  g_array_unref (self->steps);
  g_array_unref (self->quotes);
  g_array_unref (self->voices);
  g_array_unref (self->parts);
  g_array_unref (self->targets);
  if (self->target_names != NULL)
    g_string_free (self->target_names, TRUE);
  g_free (self->lexicon_digest);
}

PlxReader *
plx_reader_new (PlxLexicon *lexicon)
{
  PlxReader *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxReader, 1);
  self->lexicon = plx_lexicon_ref (lexicon);
  plx_matcher_init (&self->matcher, lexicon);
  /* who says what is found by plx_voices_find() */
  self->matcher.layers &= ~(1u << PLX_LAYER_REPORTING);
  plx_frame_init (&self->frame, lexicon);
  self->title = plx_text_new ();
  self->text = plx_text_new ();
  self->scratch = plx_text_new ();
  plx_names_init (&self->names, lexicon);
  reading_init (&self->reading);
  self->reading.target_names = g_string_new (NULL);
  self->reading.lexicon_digest = g_strdup (plx_lexicon_get_digest (lexicon));
  self->reading.n_axes = plx_lexicon_get_n_axes (lexicon);
  return self;
}

void
plx_reader_free (PlxReader *self)
{
  if (self == NULL)
    return;

  reading_clear (&self->reading);
  plx_text_free (self->title);
  plx_text_free (self->text);
  plx_text_free (self->scratch);
  plx_voices_free (self->voices);
  plx_names_clear (&self->names);
  plx_aliases_unref (self->aliases);
  plx_frame_clear (&self->frame);
  plx_matcher_clear (&self->matcher);
  plx_lexicon_unref (self->lexicon);
  g_free (self);
}

void
plx_reader_set_aliases (PlxReader  *self,
                        PlxAliases *aliases)
{
  g_return_if_fail (self != NULL);

  if (aliases != NULL)
    plx_aliases_ref (aliases);
  plx_aliases_unref (self->aliases);
  self->aliases = aliases;
  self->names.aliases = aliases;
}

/* Makes room for @n more elements. */
static void
make_room (GArray *array,
           guint   n)
{
  guint length = array->len;

  g_array_set_size (array, length + n);
  array->len = length;
}

/* Adds the steps of a cue, for which there is room. A call for each step or two took longer than
 * moving them. */
static void
add_steps (GArray        *steps,
           const PlxStep *from,
           guint          n)
{
  for (guint i = 0; i < n; i++)
    g_array_index (steps, PlxStep, steps->len + i) = from[i];
  steps->len += n;
}

/* Moves the frame's cues, with their steps, into the reading. */
static void
collect_cues (PlxReader       *self,
              PlxReadSentence *sentence,
              guint32          sentence_index)
{
  PlxReading *reading = &self->reading;
  const PlxFrame *frame = &self->frame;

  make_room (reading->cues, frame->cues->len);
  make_room (reading->steps, frame->cues->len * (PLX_CUE_MAX_STEPS + 1)); /* one by a correction */
  for (guint i = 0; i < frame->cues->len; i++)
    {
      const PlxFrameCue *from = plx_frame_cue (frame, i);
      PlxAxisScore *axis = &sentence->axes[from->axis];
      PlxCue cue = { .base = from->base, .entry = from->match.entry, .sentence = sentence_index,
                     .first_step = reading->steps->len, .n_steps = from->n_steps,
                     .target = PLX_NONE, .axis = from->axis };

      if (from->dropped)
        continue;
      cue.span.start = frame->tokens[from->match.first].span.start;
      cue.span.end = frame->tokens[from->match.last].span.end;
      cue.weight = plx_frame_cue_weight (from);
      if (from->target != PLX_NONE)
        cue.target = frame->mentions[from->target].name;
      add_steps (reading->steps, from->steps, from->n_steps);
      sentence->n_cues++;
      if (self->options != NULL && self->options->n_cues > 0 &&
          !plx_reading_correct_cue (reading, self->options, self->lexicon, sentence->flags, &cue))
        {
          g_array_index (reading->cues, PlxCue, reading->cues->len++) = cue;
          continue;
        }
      g_array_index (reading->cues, PlxCue, reading->cues->len++) = cue;
      if (cue.weight > 0)
        axis->positive += cue.weight;
      else
        axis->negative -= cue.weight;
      axis->n_cues++;
    }
}

/* Finds the names of a sentence for its frame. */
static void
find_mentions (PlxReader             *self,
               const PlxText         *text,
               const PlxTextSentence *piece,
               guint32                flags)
{
  gboolean is_title = (flags & PLX_SENTENCE_IN_TITLE) != 0;
  PlxFrame *frame = &self->frame;

  frame->n_mentions = 0;
  frame->has_target = FALSE;
  if (self->skip_targets && self->target.n_words == 0)
    return;
  plx_names_scan (&self->names, text, piece,
                  self->matcher.grammar, is_title,
                  is_title || self->n_body_sentences <= LEAD_SENTENCES);
  frame->has_target = plx_chosen_target_mark (&self->target, &self->names, text, piece);
  frame->mentions = (const PlxMention *) (gconstpointer) self->names.mentions->data;
  frame->n_mentions = self->names.mentions->len;
}

static void
read_sentence (PlxReader             *self,
               const PlxText         *text,
               const PlxTextSentence *from,
               guint32                flags)
{
  PlxReading *reading = &self->reading;
  PlxReadSentence sentence = { .span = from->span, .first_cue = reading->cues->len,
                               .n_words = from->n_words, .paragraph = from->paragraph,
                               .flags = flags };
  gboolean has_cues;

  if (!(flags & (PLX_SENTENCE_IN_TITLE | PLX_SENTENCE_STANDFIRST | PLX_SENTENCE_SUBHEADING)))
    self->n_body_sentences++;
  for (guint32 done = 0; done < from->n_tokens && !self->skip_cues; done += MAX_FRAME_TOKENS)
    {
      PlxTextSentence piece = *from;

      piece.first_token = from->first_token + done;
      piece.n_tokens = MIN (from->n_tokens - done, MAX_FRAME_TOKENS);
      has_cues = plx_matcher_scan (&self->matcher, text, &piece);
      find_mentions (self, text, &piece, flags);
      if (!has_cues)
        continue;
      plx_frame_build (&self->frame, text, &piece, &self->matcher);
      if (self->frame.is_question)
        sentence.flags |= PLX_SENTENCE_QUESTION;
      plx_frame_run (&self->frame);
      collect_cues (self, &sentence, reading->sentences->len);
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      if (sentence.axes[axis].n_cues > 0)
        sentence.axes[axis].score = plx_score_from_evidence (sentence.axes[axis].positive,
                                                             sentence.axes[axis].negative,
                                                             sentence.n_words);
    }
  reading->n_words += sentence.n_words;
  g_array_append_val (reading->sentences, sentence);
}

static void
read_sentences (PlxReader *self,
                PlxText   *text,
                guint      first,
                guint32    flags)
{
  for (guint i = first; i < text->sentences->len; i++)
    read_sentence (self, text, &g_array_index (text->sentences, PlxTextSentence, i), flags);
}

static void
read_title (PlxReader        *self,
            const PlxArticle *article)
{
  gsize length;

  if (article->title == NULL || article->title[0] == '\0')
    return;
  length = strlen (article->title);
  plx_text_set_bytes (self->title, article->title, length);
  plx_text_read_span (self->title, (PlxSpan) { 0, (guint32) length });
  read_sentences (self, self->title, 0, PLX_SENTENCE_IN_TITLE);
}

/* Where the first piece of a stretch ends: at a blank line, or with the stretch. */
static guint32
find_piece_end (const PlxText *text,
                PlxSpan        span)
{
  const char *blank;

  if (plx_span_length (span) <= PIECE_BYTES)
    return span.end;
  blank = memmem (text->bytes + span.start + PIECE_BYTES, plx_span_length (span) - PIECE_BYTES, "\n\n", 2);
  return blank != NULL ? (guint32) (blank - text->bytes) : span.end;
}

/* Voices are found when all has been read, and need all tokens. */
static void
read_stretch (PlxReader *self,
              PlxSpan    span,
              guint32    flags)
{
  gboolean keeps_tokens = self->options == NULL || !self->options->skip_voices;
  PlxText *text = self->text;
  guint32 end;

  for (; span.start < span.end; span.start = end)
    {
      guint first;

      end = keeps_tokens ? span.end : find_piece_end (text, span);
      if (!keeps_tokens)
        plx_text_forget (text);
      first = text->sentences->len;
      plx_text_read_span (text, (PlxSpan) { span.start, end });
      read_sentences (self, text, first, flags);
    }
}

static void
read_body (PlxReader        *self,
           const PlxArticle *article)
{
  plx_text_set_bytes (self->text, article->text, article->length);
  if (article->blocks->len == 0)
    read_stretch (self, (PlxSpan) { 0, (guint32) article->length }, 0);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);

      if (plx_block_kind_is_read (block->kind))
        read_stretch (self, block->span,
                      block->kind == PLX_BLOCK_STANDFIRST ? PLX_SENTENCE_STANDFIRST
                      : block->kind == PLX_BLOCK_SUBHEADING ? PLX_SENTENCE_SUBHEADING : 0);
    }
}

/* The first sentences of the body, standfirst and subheadings apart. */
static void
mark_lead (PlxReading *reading)
{
  guint n = 0;

  for (guint i = 0; i < reading->sentences->len && n < LEAD_SENTENCES; i++)
    {
      PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      if (sentence->flags & (PLX_SENTENCE_IN_TITLE | PLX_SENTENCE_STANDFIRST | PLX_SENTENCE_SUBHEADING))
        continue;
      sentence->flags |= PLX_SENTENCE_LEAD;
      n++;
    }
}

/* The quotations of the text just read; NULL if they are not asked for. */
static const PlxVoices *
find_voices (PlxReader               *self,
             const PlxReadingOptions *options)
{
  if (options != NULL && options->skip_voices)
    return NULL;
  if (self->voices == NULL)
    {
      g_autoptr (PlxVoiceWords) words = plx_voice_words_new (self->lexicon);

      self->voices = plx_voices_new (words);
    }
  plx_voices_find (self->voices, self->text);
  return self->voices;
}

const PlxReading *
plx_reader_read (PlxReader               *self,
                 const PlxArticle        *article,
                 const PlxReadingOptions *options)
{
  g_return_val_if_fail (self != NULL && article != NULL, NULL);

  reading_reset (&self->reading);
  plx_chosen_target_set (&self->target, options != NULL ? options->target : NULL, self->aliases,
                         self->scratch);
  self->options = options;
  self->skip_targets = options != NULL && options->skip_targets;
  self->skip_cues = options != NULL && options->skip_cues;
  self->n_body_sentences = 0;
  plx_names_begin (&self->names);
  read_title (self, article);
  read_body (self, article);
  mark_lead (&self->reading);
  plx_reading_sum_up (&self->reading);
  plx_reading_set_voices (&self->reading, find_voices (self, options), options);
  plx_reading_set_targets (&self->reading, &self->names, article->title, article->text);
  self->options = NULL;
  return &self->reading;
}

static GArray *
copy_array (GArray *array)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, g_array_get_element_size (array), array->len);

  g_array_append_vals (copy, array->data, array->len);
  return copy;
}

PlxReading *
plx_reading_copy (const PlxReading *self)
{
  PlxReading *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->lexicon_digest = g_strdup (self->lexicon_digest);
  copy->sentences = copy_array (self->sentences);
  copy->cues = copy_array (self->cues);
  copy->steps = copy_array (self->steps);
  copy->quotes = copy_array (self->quotes);
  copy->voices = copy_array (self->voices);
  copy->parts = copy_array (self->parts);
  copy->targets = copy_array (self->targets);
  copy->target_names = NULL;
  for (guint i = 0; i < copy->voices->len; i++)
    {
      PlxVoice *voice = &g_array_index (copy->voices, PlxVoice, i);

      voice->name = g_strdup (voice->name);
    }
  for (guint i = 0; i < copy->targets->len; i++)
    {
      PlxTarget *target = &g_array_index (copy->targets, PlxTarget, i);

      target->name = g_strdup (target->name);
    }
  return copy;
}

void
plx_reading_free (PlxReading *self)
{
  if (self == NULL)
    return;
  reading_clear (self);
  g_free (self);
}
