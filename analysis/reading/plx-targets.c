/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-targets.h"

#include "analysis/lexicon/plx-lexicon-private.h"
#include "analysis/names/plx-name-words.h"
#include "analysis/text/plx-grammar.h"
#include "analysis/text/plx-inflect.h"

#define POSSESSOR_REACH 4  /* words between "Trump's" and what is his */
#define OBJECT_REACH 8     /* words between a verb and its object's name */
#define COMPLEMENT_REACH 3 /* words between "criticism of" and the name */
#define APPOSITION_REACH 6
#define PASSIVE_REACH 3

static inline const PlxMention *
get_mention (const PlxFrame *frame,
             guint32         index)
{
  return &frame->mentions[index];
}

static guint32
grammar_of (const PlxFrame *frame,
            guint32         token)
{
  return plx_frame_word (frame, token)->grammar;
}

static guint16
clause_of (const PlxFrame *frame,
           guint32         token)
{
  return plx_frame_word (frame, token)->clause;
}

/* Whether the mention is a possessor: "Trump's", "his". */
static gboolean
is_possessor (const PlxFrame   *frame,
              const PlxMention *mention)
{
  guint32 next = mention->last + 1;

  if (mention->flags & PLX_MENTION_PRONOUN)
    return (grammar_of (frame, mention->first) & PLX_GRAMMAR_POSSESSIVE) != 0;
  return next < frame->end && (frame->tokens[next].flags & PLX_TOKEN_CLITIC) &&
         plx_span_length (frame->tokens[next].span) <= 4 &&
         (grammar_of (frame, next) & PLX_GRAMMAR_BE);
}

/* Whether a preposition governs the mention: "of Trump", "in the United States". */
static gboolean
is_governed (const PlxFrame   *frame,
             const PlxMention *mention)
{
  guint32 i = mention->start;

  while (i > frame->begin && (grammar_of (frame, i - 1) & PLX_GRAMMAR_DETERMINER))
    i--;
  return i > frame->begin && (grammar_of (frame, i - 1) & PLX_GRAMMAR_PREPOSITION);
}

/* The first token of the clause of @token; in @out_say the last word before @token in it that
 * reports ("said"), or PLX_NONE. */
static guint32
clause_begin (const PlxFrame *frame,
              guint32         token,
              guint32        *out_say)
{
  guint16 clause = clause_of (frame, token);

  *out_say = PLX_NONE;
  for (; token > frame->begin && clause_of (frame, token - 1) == clause; token--)
    {
      if (*out_say == PLX_NONE &&
          (plx_name_word_lookup (frame->tokens[token - 1].hash) & PLX_NAME_WORD_SAY))
        *out_say = token - 1;
    }
  return token;
}

/* The first mention of [begin, end) that may be a subject; one behind a preposition only if there
 * is no other. */
static guint32
first_subject_in (const PlxFrame *frame,
                  guint32         begin,
                  guint32         end)
{
  guint32 fallback = PLX_NONE;

  for (guint32 i = 0; i < frame->n_mentions; i++)
    {
      const PlxMention *mention = get_mention (frame, i);

      if (mention->first < begin || mention->last >= end)
        continue;
      if (!is_possessor (frame, mention) && !is_governed (frame, mention))
        return i;
      if (fallback == PLX_NONE && is_possessor (frame, mention) && !is_governed (frame, mention))
        fallback = i;
    }
  return fallback;
}

/* The last mention that ends before @token, or PLX_NONE. */
static guint32
last_before (const PlxFrame *frame,
             guint32         token)
{
  guint32 found = PLX_NONE;

  for (guint32 i = 0; i < frame->n_mentions && get_mention (frame, i)->last < token; i++)
    found = i;
  return found;
}

/* The ways. Each returns an index into the frame's mentions, or PLX_NONE. */

static guint32
find_subject (const PlxFrame *frame,
              guint32         token,
              gboolean       *out_inherited)
{
  guint32 say, found;
  guint32 begin = clause_begin (frame, token, &say);

  *out_inherited = FALSE;
  /* "X said the plan failed": what failed is in the part after "said" */
  if (say != PLX_NONE)
    {
      found = first_subject_in (frame, say + 1, token);
      return found != PLX_NONE || say + 3 < token ? found : first_subject_in (frame, begin, say);
    }
  found = first_subject_in (frame, begin, token);
  if (found != PLX_NONE || begin == frame->begin)
    return found;

  *out_inherited = TRUE;
  /* "Trump, who lied": the name before the relative pronoun */
  if (grammar_of (frame, begin) & (PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_THAT))
    return last_before (frame, begin);
  /* "… and was fined", ", lying": the subject goes on */
  if (begin > frame->begin && (begin + 3 >= token || (grammar_of (frame, begin) & PLX_GRAMMAR_AND)))
    {
      guint32 before = clause_begin (frame, begin - 1, &say);

      return first_subject_in (frame, before, begin);
    }
  return PLX_NONE;
}

static guint32
find_object (const PlxFrame *frame,
             guint32         last)
{
  guint32 end = plx_frame_scope_end (frame, last, OBJECT_REACH, FALSE);

  for (guint32 i = 0; i < frame->n_mentions; i++)
    {
      const PlxMention *mention = get_mention (frame, i);

      if (mention->first <= last)
        continue;
      if (mention->start >= end)
        break;
      for (guint32 t = last + 1; t < mention->start; t++)
        {
          if (grammar_of (frame, t) & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_RELATIVE))
            return PLX_NONE;
        }
      return i;
    }
  return PLX_NONE;
}

static guint32
find_complement (const PlxFrame *frame,
                 guint32         last)
{
  guint32 preposition = last + 1;

  if (preposition + 1 >= frame->end || !(grammar_of (frame, preposition) & PLX_GRAMMAR_PREPOSITION) ||
      (grammar_of (frame, preposition) & PLX_GRAMMAR_BY))
    return PLX_NONE;
  for (guint32 i = 0; i < frame->n_mentions; i++)
    {
      const PlxMention *mention = get_mention (frame, i);

      if (mention->first <= preposition)
        continue;
      if (mention->start > preposition + COMPLEMENT_REACH)
        break;
      for (guint32 t = preposition + 1; t < mention->start; t++)
        {
          if (frame->tokens[t].hash == 0)
            return PLX_NONE;
        }
      return i;
    }
  return PLX_NONE;
}

static guint32
find_possessor (const PlxFrame *frame,
                guint32         first)
{
  guint32 found = last_before (frame, first);
  const PlxMention *mention;

  if (found == PLX_NONE)
    return PLX_NONE;
  mention = get_mention (frame, found);
  if (!is_possessor (frame, mention) || first - mention->last > POSSESSOR_REACH + 1 ||
      clause_of (frame, mention->last) != clause_of (frame, first))
    return PLX_NONE;
  for (guint32 t = mention->last + 2; t < first; t++)
    {
      if (frame->tokens[t].hash == 0 ||
          (grammar_of (frame, t) & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_PREPOSITION)))
        return PLX_NONE;
    }
  return found;
}

static guint32
find_apposition (const PlxFrame *frame,
                 guint32         first)
{
  guint32 found = last_before (frame, first);
  guint32 comma;

  if (found == PLX_NONE)
    return PLX_NONE;
  comma = get_mention (frame, found)->last + 1;
  if (comma >= first || first - comma > APPOSITION_REACH || frame->tokens[comma].mark != ',')
    return PLX_NONE;
  if (comma + 1 < first && !(grammar_of (frame, comma + 1) & PLX_GRAMMAR_DETERMINER))
    return PLX_NONE;
  for (guint32 t = comma + 1; t < first; t++)
    {
      if (frame->tokens[t].mark == ',' || (grammar_of (frame, t) & PLX_GRAMMAR_AUXILIARY))
        return PLX_NONE;
    }
  return found;
}

static guint32
find_prenominal (const PlxFrame *frame,
                 guint32         last)
{
  for (guint32 i = 0; i < frame->n_mentions; i++)
    {
      const PlxMention *mention = get_mention (frame, i);

      if (mention->first <= last)
        continue;
      if (mention->flags & PLX_MENTION_PRONOUN)
        return PLX_NONE;
      return mention->start <= last + 1 || mention->first == last + 1 ? i : PLX_NONE;
    }
  return PLX_NONE;
}

static guint32
find_nearest (const PlxFrame *frame,
              guint32         first,
              guint32         last)
{
  guint32 found = PLX_NONE;
  guint32 best = G_MAXUINT32;

  for (guint32 i = 0; i < frame->n_mentions; i++)
    {
      const PlxMention *mention = get_mention (frame, i);
      guint32 distance;

      if (clause_of (frame, mention->first) != clause_of (frame, first))
        continue;
      distance = mention->last < first ? first - mention->last
                 : mention->first > last ? mention->first - last : 0;
      if (distance < best)
        {
          best = distance;
          found = i;
        }
    }
  return found;
}

/* The mention right before a verb, adverbs between them allowed, or PLX_NONE: "after Beijing praised". */
static guint32
find_adjacent_subject (const PlxFrame *frame,
                       guint32         verb)
{
  guint32 found = last_before (frame, verb);
  guint32 t;

  if (found == PLX_NONE || is_possessor (frame, get_mention (frame, found)))
    return PLX_NONE;
  for (t = verb; t > get_mention (frame, found)->last + 1; t--)
    {
      if (!(grammar_of (frame, t - 1) & (PLX_GRAMMAR_ADVERB | PLX_GRAMMAR_AUXILIARY)))
        return PLX_NONE;
    }
  return found;
}

/* Whether a form of "be" stands before the words from @first on, adverbs between them allowed. */
static gboolean
follows_be (const PlxFrame *frame,
            guint32         first)
{
  for (guint32 i = first, n = 0; i > frame->begin && n < PASSIVE_REACH; i--, n++)
    {
      guint32 grammar = grammar_of (frame, i - 1);

      if (grammar & PLX_GRAMMAR_BE)
        return TRUE;
      if (!(grammar & (PLX_GRAMMAR_ADVERB | PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_NOT)))
        {
          PlxSpan span = frame->tokens[i - 1].span;
          const char *end = frame->text->bytes + span.end;

          if (plx_span_length (span) < 4 || end[-1] != 'y' || end[-2] != 'l')
            return FALSE;
        }
    }
  return FALSE;
}

static PlxTargetRelation
assign_verb (const PlxFrame    *frame,
             const PlxFrameCue *cue,
             guint              condition,
             guint32           *out)
{
  guint32 first = cue->match.first;
  gboolean participle = (cue->match.form & PLX_FORM_PARTICIPLE) != 0;
  gboolean inherited = FALSE;

  if (participle && !(condition & PLX_CONDITION_TO_SUBJECT))
    {
      if (follows_be (frame, first))
        {
          *out = find_adjacent_subject (frame, first);
          if (*out == PLX_NONE)
            *out = find_subject (frame, first, &inherited);
          return PLX_RELATION_PASSIVE;
        }
      /* "a decision criticised by Trump" is not about him */
      if (cue->match.last + 1 < frame->end &&
          (grammar_of (frame, cue->match.last + 1) & PLX_GRAMMAR_BY))
        {
          *out = last_before (frame, first);
          return PLX_RELATION_PASSIVE;
        }
      *out = find_prenominal (frame, cue->match.last);
      if (*out != PLX_NONE && first > frame->begin &&
          (grammar_of (frame, first - 1) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_PREPOSITION)))
        return PLX_RELATION_PRENOMINAL;
    }
  if (!(condition & PLX_CONDITION_TO_SUBJECT))
    {
      *out = find_object (frame, cue->match.last);
      if (*out != PLX_NONE)
        return PLX_RELATION_OBJECT;
    }
  *out = find_adjacent_subject (frame, first);
  if (*out == PLX_NONE)
    *out = find_subject (frame, first, &inherited);
  return inherited ? PLX_RELATION_ANTECEDENT : PLX_RELATION_SUBJECT;
}

static PlxTargetRelation
assign_other (const PlxFrame    *frame,
              const PlxFrameCue *cue,
              guint              condition,
              guint32           *out)
{
  guint32 first = cue->match.first;
  guint32 last = cue->match.last;
  gboolean inherited;

  *out = find_prenominal (frame, last);
  if (*out != PLX_NONE)
    return condition & PLX_CONDITION_ADJ ? PLX_RELATION_PRENOMINAL : PLX_RELATION_APPOSITION;
  if (!(condition & (PLX_CONDITION_ADJ | PLX_CONDITION_ADV)))
    {
      *out = find_complement (frame, last);
      if (*out != PLX_NONE)
        return PLX_RELATION_COMPLEMENT;
    }
  *out = find_possessor (frame, first);
  if (*out != PLX_NONE)
    return PLX_RELATION_POSSESSOR;
  *out = find_apposition (frame, first);
  if (*out != PLX_NONE)
    return PLX_RELATION_APPOSITION;
  *out = find_subject (frame, first, &inherited);
  if (*out != PLX_NONE && follows_be (frame, first))
    return PLX_RELATION_COPULA;
  return inherited ? PLX_RELATION_ANTECEDENT : PLX_RELATION_SUBJECT;
}

PlxTargetRelation
plx_target_assign (const PlxFrame    *frame,
                   const PlxFrameCue *cue,
                   guint32           *out_mention)
{
  guint condition = frame->lexicon->tables.conditions[cue->match.entry].flags;
  PlxTargetRelation relation;

  *out_mention = PLX_NONE;
  if (frame->n_mentions == 0)
    return PLX_RELATION_NONE;
  if (condition & PLX_CONDITION_VERB)
    relation = assign_verb (frame, cue, condition, out_mention);
  else
    relation = assign_other (frame, cue, condition, out_mention);
  if (*out_mention == PLX_NONE)
    {
      *out_mention = find_nearest (frame, cue->match.first, cue->match.last);
      relation = PLX_RELATION_NEAREST;
    }
  return *out_mention != PLX_NONE ? relation : PLX_RELATION_NONE;
}
