/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files that find voices share. Ranges are of tokens, half open. */

#include "analysis/text/plx-grammar.h"
#include "plx-voices.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 start;
  guint32 end;
} PlxRange;

/* Words between quotation marks, the marks included. */
typedef struct
{
  PlxRange range;
  gboolean open;      /* no mark closes it: it ends with its paragraph */
  gboolean reopened;  /* it goes on with the one before, which was left open */
  gboolean claimed;   /* already part of a voice */
} PlxMarked;

/* A voice as tokens. */
typedef struct
{
  PlxRange content[2];
  PlxRange speaker;
  PlxRange cue;
} PlxFound;

/* Words after which 's means "is" or "has". */
#define PLX_VOICE_PRONOUN \
  (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_THAT | PLX_GRAMMAR_QUESTION)

/* Marks a token as not yet looked up; see plx_voices_class(). */
#define PLX_CLASS_KNOWN (1u << 31)

struct _PlxVoices
{
  PlxVoiceWords   *words;
  const PlxText   *text;
  const PlxToken  *tokens;
  guint32          n_tokens;
  guint32         *classes; /* one a token */
  GArray          *marked;  /* of PlxMarked */
  GArray          *found;   /* of PlxFound */
  GArray          *quotes;  /* of PlxQuote */
  GPtrArray       *names;   /* of char * */
  guint32         *points;  /* tokens that begin paragraphs or are quotation marks, in order */
  guint32         *hints;   /* tokens that may report, in order */
  guint32          n_points, n_hints;
  guint32          room;    /* of classes, points and hints */

  /* The sentence being looked at. */
  PlxRange         sentence;
  guint32          sentence_index;
  guint32          paragraph;
  guint32          first_point; /* of `points`, the first in or behind the sentence */
  guint32          first_hint, end_hint; /* [first, end) of `hints` */
  guint32          first_marked; /* of `marked`, the first that begins behind the sentence's start */
  PlxRange         last_speaker; /* of the last cue in this sentence; empty: none yet */
  guint32          last_found;   /* its voice, or PLX_NONE */
  guint32          governed_end; /* end of the content that follows an earlier cue */
  guint32          content_from; /* what stands before belongs to an earlier cue */
};

/* Whether a clitic is a possessive 's, and not "is" or "has" as after a pronoun. */
static inline gboolean
plx_voices_is_possessive (const PlxVoices *self,
                          guint32          token)
{
  const PlxVoiceWord *before;
  guint8 last = (guint8) self->text->bytes[self->tokens[token].span.end - 1];

  if (!(self->tokens[token].flags & PLX_TOKEN_CLITIC) || (last != 's' && last != 'S') || token == 0 ||
      plx_span_length (self->tokens[token].span) > 4)
    return FALSE;
  before = plx_voice_words_lookup (self->words, self->tokens[token - 1].hash);
  return before == NULL || !(before->class & PLX_VOICE_PRONOUN);
}

/* plx_voices_class: the PlxGrammarFlags and PlxVoiceClass of a token */
static inline guint32
plx_voices_class (const PlxVoices *self,
                  guint32          token)
{
  guint32 *class = &self->classes[token];

  if (!(*class & PLX_CLASS_KNOWN))
    {
      const PlxToken *t = &self->tokens[token];
      const PlxVoiceWord *word =
        t->hash != 0 && !plx_voices_is_possessive (self, token)
          ? plx_voice_words_lookup (self->words, t->hash) : NULL;

      *class |= PLX_CLASS_KNOWN | (word != NULL ? word->class : 0);
    }
  return *class;
}

/* plx_voices_is_quoted: whether a token stands between quotation marks or is one of them */
static inline gboolean
plx_voices_is_quoted (const PlxVoices *self,
                      guint32          token)
{
  return (self->classes[token] & PLX_CLASS_QUOTED) != 0;
}

static inline guint32
plx_voices_frames (const PlxVoices *self,
                   guint32          token)
{
  const PlxToken *t = &self->tokens[token];
  const PlxVoiceWord *word;

  if (t->hash == 0 || !plx_voice_words_may_report (self->words, t->hash))
    return 0;
  word = plx_voice_words_lookup (self->words, t->hash);
  return word != NULL && word->frames != 0 &&
             plx_voice_words_is (word, self->text->bytes + t->span.start, plx_span_length (t->span))
           ? word->frames : 0;
}

static inline gboolean
plx_range_is_empty (PlxRange range)
{
  return range.start >= range.end;
}

/* plx_voices_pair_marks: fills `marked` and flags the tokens inside as PLX_CLASS_QUOTED */
void plx_voices_pair_marks   (PlxVoices *self);

/* plx_voices_find_marked: Returns: the index of the first marked words that end behind @token, or how
 *   many there are */
guint plx_voices_find_marked (const PlxVoices *self, guint32 token);

/* plx_voices_marked_at: Returns: (nullable): the marked words that @token is part of */
PlxMarked *plx_voices_marked_at (PlxVoices *self, guint32 token);

/* plx_voices_is_whole: Returns: whether a quotation ends where a sentence or a clause may, and is no
 *   word group of the sentence around it */
gboolean plx_voices_is_whole (const PlxVoices *self, const PlxMarked *marked);

/* plx_voices_is_title: Returns: whether the marks enclose a title, every word of weight capitalised */
gboolean plx_voices_is_title (const PlxVoices *self, const PlxMarked *marked);

/* plx_voices_read_sentence: finds the voices whose reporting words stand in the sentence */
void plx_voices_read_sentence (PlxVoices *self);

/* plx_voices_subject_of: Returns: who or what a sentence that holds no voice is about, a quotation behind
 *   it being theirs; empty if no subject is found */
PlxRange plx_voices_subject_of (PlxVoices *self, PlxRange sentence);

/* plx_voices_add: appends a voice; returns its index */
guint32 plx_voices_add       (PlxVoices *self, PlxRange first, PlxRange second, PlxRange speaker,
                              PlxRange cue);

/* plx_voices_name_in:
 * @out_described: (out): whether the words are no name but describe the speaker ("officials in
 *   Kestova"), so that no other words mean the same
 *
 * Returns: the words of a mention that are its speaker's name; empty if there are none */
PlxRange plx_voices_name_in (PlxVoices *self, PlxRange mention, gboolean *out_described);

/* plx_voices_resolve_names: gives each of `quotes`, made from `found`, its name */
void plx_voices_resolve_names (PlxVoices *self);

G_END_DECLS
