/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-clause.h"

/* Noun phrases, and the subject of a reporting verb. */

/* Whether a noun phrase that reaches back to @start goes on with the word before it. */
static gboolean
phrase_goes_back (PlxVoices *v,
                  guint32    start,
                  guint32    limit)
{
  guint32 p = start - 1;
  guint32 class = class_at (v, p);
  const PlxToken *token = &v->tokens[p];

  if (token->hash == 0)
    return token->mark == '.' || token->mark == '&' || token->mark == '/' || token->mark == ')' ||
           token->mark == '(' || (token->mark == '\'' && !(token->flags & PLX_TOKEN_QUOTE));
  if (is_quoted (v, p))
    return FALSE;
  if (class & (CLAUSE_BORDER | PLX_GRAMMAR_SUBJECT))
    return FALSE;
  if (class & PLX_GRAMMAR_AND)
    return p > limit && is_capitalised (v, start) && is_capitalised (v, p - 1);
  if (class & PLX_GRAMMAR_PREPOSITION)
    return p > limit && is_word (v, p - 1) && (class & PLX_CLASS_LINK) &&
           !(class_at (v, p - 1) & (CLAUSE_BORDER | PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AND)) &&
           !is_adverb (v, p - 1);
  if (class_at (v, start) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE))
    return FALSE;
  if ((class & PLX_CLASS_TIME) && !(v->tokens[start].flags & PLX_TOKEN_CLITIC))
    return FALSE;
  if (is_reporting_verb (v, p, PLX_FRAME_PAST | PLX_FRAME_GERUND) && !is_capitalised (v, p))
    return FALSE;
  return !is_adverb (v, p) || (is_capitalised (v, p) && !(token->flags & PLX_TOKEN_FIRST));
}

/* Where the name that ends at @last begins: at its title, or with its capitals. */
static guint32
name_at_end (PlxVoices *v,
             guint32    start,
             guint32    last)
{
  guint32 first = last;

  while (first > start && is_capitalised (v, first - 1) && !(class_at (v, first) & PLX_GRAMMAR_TITLE))
    first--;
  return first > start ? first : last;
}

PlxRange
plx_voices_phrase_before (PlxVoices *v,
                          guint32    last,
                          guint32    limit)
{
  guint32 start = last;
  int depth = v->tokens[last].mark == ')';

  if (class_at (v, last) & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_RELATIVE))
    return (PlxRange) { last, last + 1 };
  while (start > limit && last - start < MAX_SUBJECT_TOKENS && phrase_goes_back (v, start, limit))
    {
      guint16 mark = v->tokens[start - 1].mark;

      /* a bracket that was not closed in the phrase began before it */
      if (mark == '(' && depth == 0)
        break;
      depth += mark == ')' ? 1 : mark == '(' ? -1 : 0;
      start--;
    }
  while (start < last && (class_at (v, start) & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AND)))
    start++;
  /* "Speaking in Dorn Mr Voss said": the name at the end is the subject. */
  if (start < last && (v->tokens[start].flags & PLX_TOKEN_FIRST) && ends_in (v, start, "ing") &&
      (class_at (v, start + 1) & PLX_GRAMMAR_PREPOSITION) && is_capitalised (v, last))
    start = name_at_end (v, start, last);
  return (PlxRange) { start, last + 1 };
}

PlxRange
plx_voices_phrase_after (PlxVoices *v,
                         guint32    first)
{
  guint32 end = first;

  while (end < v->sentence.end && end - first < MAX_SUBJECT_TOKENS)
    {
      const PlxToken *token = &v->tokens[end];
      guint32 class = class_at (v, end);

      if (token->hash == 0 && token->mark != '.' && token->mark != '(' && token->mark != ')' &&
          token->mark != '&' && !(token->mark == '\'' && !(token->flags & PLX_TOKEN_QUOTE)))
        break;
      if (is_quoted (v, end) || is_end (v, end))
        break;
      if (end > first &&
          ((class & CLAUSE_BORDER) || (ends_in (v, end, "ed") && !is_capitalised (v, end)) ||
           is_reporting_verb (v, end, PLX_FRAME_PAST | PLX_FRAME_THIRD) ||
           ((class & PLX_CLASS_TIME) && !(v->tokens[end].flags & PLX_TOKEN_CLITIC))))
        break;
      end++;
      if (class & PLX_GRAMMAR_SUBJECT)
        break;
    }
  while (end > first + 1 && (class_at (v, end - 1) & PLX_GRAMMAR_PREPOSITION))
    end--;
  return (PlxRange) { first, end };
}

/* The first noun phrase of the sentence, past an opening adverbial. */
static PlxRange
first_phrase (PlxVoices *v)
{
  guint32 at = v->sentence.start;

  /* "Shortly after", "Speaking in Dorn, ", "Burdened by debt, " */
  if (ends_in (v, at, "ly") && !is_reporting_verb (v, at, PLX_FRAME_FORMS) && is_word (v, at + 1) &&
      (class_at (v, at + 1) & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_SUBORDINATOR)))
    at++;
  if ((class_at (v, at) &
       (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_CONDITIONAL)) ||
      (at == v->sentence.start && (ends_in (v, at, "ing") || ends_in (v, at, "ed")) &&
       !is_capitalised (v, at + 1)))
    {
      guint32 comma = at;

      while (comma < v->sentence.end && mark_at (v, comma) != ',')
        comma++;
      if (comma + 1 < v->sentence.end)
        at = comma + 1;
    }
  while (at < v->sentence.end &&
         ((class_at (v, at) & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT)) || is_adverb (v, at)))
    at++;
  if (at >= v->sentence.end || !is_word (v, at) || is_quoted (v, at))
    return (PlxRange) { 0, 0 };
  return plx_voices_phrase_after (v, at);
}

PlxRange
plx_voices_shared_subject (PlxVoices *v)
{
  return plx_range_is_empty (v->last_speaker) ? first_phrase (v) : v->last_speaker;
}

/* The last comma or dash before @i and after @limit; PLX_NONE if there is none. */
static guint32
mark_before (PlxVoices *v,
             guint32    i,
             guint32    limit,
             guint16    mark)
{
  while (i-- > limit)
    {
      if (is_quoted (v, i))
        return PLX_NONE;
      if (v->tokens[i].mark == mark)
        return i;
    }
  return PLX_NONE;
}

/* The first token behind the quotation that stands before @i with nothing but a noun phrase and its
 * descriptions between; PLX_NONE if there is none. */
static guint32
after_quotation (PlxVoices *v,
                 guint32    i)
{
  guint32 limit = v->sentence.start;

  while (i > limit && !is_quoted (v, i - 1))
    i--;
  if (i == limit &&
      !(i > 0 && plx_voices_is_quoted (v, i - 1) && !(v->tokens[i].flags & PLX_TOKEN_AFTER_BLANK)))
    return PLX_NONE;
  if (v->tokens[i].mark == ',')
    i++;
  if (!is_word (v, i) || (class_at (v, i) & (PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_BUT |
                                             PLX_GRAMMAR_AND | PLX_GRAMMAR_AUXILIARY |
                                             PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_SUBORDINATOR)))
    return PLX_NONE;
  return i;
}

/* What stands before the auxiliaries and adverbs of a verb. */
typedef struct
{
  guint32 start; /* first token of the verb group: has also said */
  gboolean auxiliary;
  gboolean passive;
  gboolean lost; /* an infinitive that no other verb leads to */
} VerbGroup;

static VerbGroup
find_verb_group (PlxVoices *v,
                 guint32    cue,
                 guint32    frames)
{
  VerbGroup group = { .start = cue };
  guint32 limit = v->sentence.start, i = cue;

  while (i > limit && !is_quoted (v, i - 1) &&
         ((class_at (v, i - 1) & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_TO)) || is_adverb (v, i - 1)))
    {
      guint32 before = class_at (v, i - 1);

      if ((before & PLX_GRAMMAR_TO) && !(frames & PLX_FRAME_BASE))
        break;
      /* "went on to say": the subject is that of the verb before. */
      if (before & PLX_GRAMMAR_TO)
        {
          if (i < limit + 2 || !(class_at (v, i - 2) & PLX_CLASS_LEADING))
            {
              group.lost = TRUE;
              return group;
            }
          i--;
        }
      group.auxiliary |= (before & PLX_GRAMMAR_AUXILIARY) != 0;
      group.passive |= (before & PLX_GRAMMAR_BE) && (frames & PLX_FRAME_PARTICIPLE);
      i--;
      if ((before & PLX_GRAMMAR_TO) && i > limit && (class_at (v, i) & PLX_GRAMMAR_PREPOSITION))
        i--;
    }
  group.start = i;
  return group;
}

static gboolean
is_giver_link (PlxVoices *v,
               guint32    i)
{
  guint32 hash = v->tokens[i].hash;

  return hash == plx_word_hash ("from", 4) || hash == plx_word_hash ("to", 2) || hash == plx_word_hash ("with", 4) ||
         hash == plx_word_hash ("by", 2);
}

/* The noun phrase that "who" or "that" at @relative stands for. */
static PlxRange
antecedent_of (PlxVoices *v,
               guint32    relative)
{
  guint32 limit = v->sentence.start, last = relative;

  if (last > limit && v->tokens[last - 1].mark == ',')
    last--;
  if (last > limit && is_word (v, last - 1))
    {
      PlxRange range = plx_voices_phrase_before (v, last - 1, limit);

      /* "help from officials who say": not the help does */
      for (guint32 i = range.end - 1; i > range.start + 1; i--)
        {
          if (is_giver_link (v, i - 1))
            return (PlxRange) { i, range.end };
        }
      return range;
    }
  return (PlxRange) { 0, 0 };
}

/* The subject that the comma, dash or bracket before @end closes: "Smith, the chairman, said" has
 * its head before the comma before; empty if there is none. */
static PlxRange
described_subject (PlxVoices *v,
                   guint32    end)
{
  guint32 limit = v->sentence.start, start = PLX_NONE, mark;
  guint16 closing = v->tokens[end - 1].mark;
  PlxRange range;

  if (closing == ',' || closing == ')')
    start = after_quotation (v, end - 1);
  if (start != PLX_NONE)
    return (PlxRange) { start, end - (closing == ',') };
  if (closing == ')')
    return plx_voices_phrase_before (v, end - 1, limit);
  mark = mark_before (v, end - 1, limit, closing);
  if (mark == PLX_NONE || mark == limit || !is_word (v, mark - 1) ||
      end - 1 - mark > MAX_SUBJECT_TOKENS)
    return (PlxRange) { 0, 0 };
  range = plx_voices_phrase_before (v, mark - 1, limit);
  /* "Fred Voss, head of the board, which …, said" */
  if (closing == ',' && range.start > limit + 1 && !is_capitalised (v, range.start) &&
      v->tokens[range.start - 1].mark == ',' && is_capitalised (v, range.start - 2))
    range = plx_voices_phrase_before (v, range.start - 2, limit);
  range.end = end - 1;
  return range;
}

/* “…,” another friend, Mara Emden, said: the whole of what stands behind the quotation, if there is
 * no verb in it, with the name in apposition. */
static PlxRange
with_description (PlxVoices *v,
                  PlxRange   phrase)
{
  guint32 start;

  if (phrase.start <= v->sentence.start || v->tokens[phrase.start - 1].mark != ',')
    return phrase;
  start = after_quotation (v, phrase.start - 1);
  if (start == PLX_NONE || start + 1 >= phrase.start || v->tokens[phrase.start - 2].hash == 0)
    return phrase;
  for (guint32 i = start; i < phrase.start; i++)
    {
      if ((class_at (v, i) & (CLAUSE_BORDER | PLX_CLASS_TIME)) || plx_voices_frames (v, i) != 0 ||
          is_adverb (v, i))
        return phrase;
    }
  return (PlxRange) { start, phrase.end };
}

Subject
plx_voices_find_subject (PlxVoices *v,
                         guint32    cue)
{
  guint32 limit = v->sentence.start, i, class;
  guint32 frames = plx_voices_frames (v, cue);
  VerbGroup group = find_verb_group (v, cue, frames);
  Subject subject = { SUBJECT_NONE, { 0, 0 }, group.start };
  guint16 mark;

  if (group.lost)
    return subject;
  if (group.passive)
    subject.kind = SUBJECT_PASSIVE;
  i = group.start;
  if (i == limit)
    {
      if (frames & PLX_FRAME_GERUND)
        subject.kind = SUBJECT_SHARED;
      return subject;
    }

  class = class_at (v, i - 1);
  if (!group.passive && !group.auxiliary && (frames & PLX_FRAME_FORMS) == PLX_FRAME_GERUND)
    return (Subject) { SUBJECT_SHARED, plx_voices_shared_subject (v), group.start };
  /* kept them informed of; the firm's alleged losses */
  if (is_quoted (v, i - 1) || plx_voices_is_possessive (v, i - 1) ||
      ((class & PLX_GRAMMAR_OBJECT) && !(class & PLX_GRAMMAR_SUBJECT) &&
       !ends_in (v, i - 1, "self") && !ends_in (v, i - 1, "selves") &&
       !(i > limit + 1 && (class_at (v, i - 2) & PLX_GRAMMAR_OF)))) /* but: most of them said */
    return subject;

  mark = v->tokens[i - 1].mark;
  if (class & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT))
    subject = (Subject) { SUBJECT_SHARED, plx_voices_shared_subject (v), group.start };
  else if (class & (PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_THAT))
    subject = (Subject) { SUBJECT_RELATIVE, antecedent_of (v, i - 1), group.start };
  else if (mark == ',' || mark == '-' || mark == ')')
    {
      subject.range = described_subject (v, i);
      if (plx_range_is_empty (subject.range))
        return subject;
      subject.kind = SUBJECT_PHRASE;
    }
  else if ((v->tokens[i - 1].hash != 0 || mark == '.') &&
           !(class & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_DETERMINER)))
    subject = (Subject) { SUBJECT_PHRASE, with_description (v, plx_voices_phrase_before (v, i - 1, limit)),
                          group.start };
  if (group.passive)
    subject.kind = SUBJECT_PASSIVE;
  return subject;
}
