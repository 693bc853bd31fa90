/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the words around a reporting word hang together: noun phrases and subjects
 * (plx-voices-phrase.c), what follows a verb and where a clause ends (plx-voices-clause.c), and
 * what stands on both sides of a tag (plx-voices-content.c). Tokens are those of the sentence
 * being looked at. */

#include "plx-voices-private.h"

#include <string.h>

G_BEGIN_DECLS

#define MAX_SUBJECT_TOKENS 40
#define MAX_ADJUNCT_TOKENS 16

typedef enum
{
  SUBJECT_NONE,
  SUBJECT_PHRASE,
  SUBJECT_RELATIVE, /* who said …: the phrase is the antecedent */
  SUBJECT_SHARED,   /* and said …, saying …: the subject of an earlier verb */
  SUBJECT_PASSIVE,
} SubjectKind;

typedef struct
{
  SubjectKind kind;
  PlxRange range;
  guint32 verb_start; /* first token of the verb group: has also said */
} Subject;

typedef enum
{
  RIGHT_END,
  RIGHT_COMMA,
  RIGHT_QUOTE,
  RIGHT_COLON,
  RIGHT_THAT,
  RIGHT_TO,
  RIGHT_QUESTION,
  RIGHT_PARTICLE,
  RIGHT_OTHER,
} RightKind;

typedef struct
{
  RightKind kind;
  guint32 at; /* the token that makes it so */
} Right;

static inline guint32
class_at (PlxVoices *v, guint32 i)
{
  return i < v->sentence.end ? plx_voices_class (v, i) : 0;
}

static inline guint16
mark_at (const PlxVoices *v, guint32 i)
{
  return i < v->sentence.end ? v->tokens[i].mark : 0;
}

static inline gboolean
is_word (const PlxVoices *v, guint32 i)
{
  return i < v->sentence.end && v->tokens[i].hash != 0;
}

static inline gboolean
is_capitalised (const PlxVoices *v, guint32 i)
{
  return i < v->sentence.end && (v->tokens[i].flags & PLX_TOKEN_CAPITALISED);
}

static inline gboolean
is_quoted (PlxVoices *v, guint32 i)
{
  return i < v->sentence.end && plx_voices_is_quoted (v, i);
}

static inline gboolean
ends_in (const PlxVoices *v, guint32 i, const char *ending)
{
  gsize length = strlen (ending);
  PlxSpan span;

  if (!is_word (v, i))
    return FALSE;
  span = v->tokens[i].span;
  return plx_span_length (span) > length + 1 &&
         memcmp (v->text->bytes + span.end - length, ending, length) == 0;
}

static inline gboolean
is_adverb (PlxVoices *v, guint32 i)
{
  return (class_at (v, i) & PLX_GRAMMAR_ADVERB) || (ends_in (v, i, "ly") && !is_capitalised (v, i));
}

/* Whether a sentence's content is over at @i: its end, or the stop that ends it. */
static inline gboolean
is_end (const PlxVoices *v, guint32 i)
{
  while (i < v->sentence.end && v->tokens[i].hash == 0 && !(v->tokens[i].flags & PLX_TOKEN_QUOTE) &&
         strchr (".?!)]", v->tokens[i].mark) != NULL)
    i++;
  return i >= v->sentence.end;
}

#define CLAUSE_BORDER                                                                              \
  (PLX_GRAMMAR_THAT | PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_BUT | PLX_GRAMMAR_CONDITIONAL |       \
   PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_NOT |         \
   PLX_CLASS_FINITE)

static inline gboolean
is_reporting_verb (PlxVoices *v, guint32 i, guint32 forms)
{
  guint32 frames = plx_voices_frames (v, i);

  return (frames & forms) && !is_quoted (v, i) &&
         !(frames & PLX_FRAME_NOUN && frames & PLX_FRAME_BASE);
}

/* The noun phrase whose last token is @last. */
PlxRange plx_voices_phrase_before (PlxVoices *v, guint32 last, guint32 limit);

/* The noun phrase that begins at @first, up to a verb or a mark. */
PlxRange plx_voices_phrase_after (PlxVoices *v, guint32 first);

PlxRange plx_voices_shared_subject (PlxVoices *v);

/* The end of what begins at @start, if that is a quotation: with the mark that closes it, if it is a
 * sentence of its own, else @clause, where the clause that it is part of ends. */
guint32 plx_voices_quotation_end (PlxVoices *v, guint32 start, guint32 clause);

/* Finds who does what the reporting verb @cue says. */
Subject plx_voices_find_subject (PlxVoices *v, guint32 cue);

/* Skips "on Tuesday", "last week", "again": the token after them. */
guint32 plx_voices_skip_times (PlxVoices *v, guint32 i);

/* Whether a quotation that begins at @i is a title or a few words rather than a sentence. */
gboolean plx_voices_is_short_mark (PlxVoices *v, guint32 i);

/* What follows a reporting verb, times and adjuncts ("in a statement") skipped. */
Right plx_voices_look_right (PlxVoices *v, guint32 from);

/* Past the hearer of "told reporters": the token after it. */
guint32 plx_voices_skip_hearer (PlxVoices *v, guint32 from);

/* The end of the clause that begins at @from. */
guint32 plx_voices_clause_end (PlxVoices *v, guint32 from, gboolean embedded);

/* The end of the object that begins at @from. */
guint32 plx_voices_object_end (PlxVoices *v, guint32 from);

/* A quotation that runs on past the sentence, into the next paragraph too if it opens again, is
 * taken whole: the range from @start to where it ends. */
PlxRange plx_voices_extend_over_marks (PlxVoices *v, PlxRange range);

/* Drops commas and dashes from the end of what stands before a tag. */
guint32 plx_voices_before_tag (PlxVoices *v, guint32 end, guint32 from);

/* What stands before a tag: the quotation there, whole, or the words from the sentence's start. */
PlxRange plx_voices_content_before (PlxVoices *v, guint32 end);

/* The quotation that opens the next sentence of the paragraph, if it goes on with this voice. */
PlxRange plx_voices_continuation (PlxVoices *v);

/* Makes @speaker the one whom a verb without a subject shares. */
void plx_voices_remember (PlxVoices *v, guint32 found, PlxRange speaker);

/* "…," she said [, "…"]: @tag is the first token of the tag, @right what follows it. */
gboolean plx_voices_add_tagged (PlxVoices *v, guint32 tag, Right right, PlxRange speaker, PlxRange cue);

/* Adds a voice whose content stands behind its reporting word. */
void plx_voices_add_governed (PlxVoices *v, PlxRange content, PlxRange speaker, PlxRange cue);

/* “Why?” He answered, “…”: whether what stands at @tag is no tag but begins a sentence with its own
 * quotation, @right. The splitter leaves the two together. */
gboolean plx_voices_has_own_quotation (PlxVoices *v, guint32 tag, Right right);

/* "Smith: “…”", as in headlines and transcripts. */
void plx_voices_take_label (PlxVoices *v);

/* “The way I see it,” she elaborated: any verb behind a quotation. */
void plx_voices_take_tags (PlxVoices *v);

/* Whole quotations behind a comma or colon that nothing else took. */
void plx_voices_take_unsaid (PlxVoices *v);

G_END_DECLS
