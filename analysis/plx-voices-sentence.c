/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-private.h"

#include "plx-grammar.h"

#include <string.h>

/* The voices of one sentence: each reporting word is asked for its subject and for what it
 * governs, which stands behind it ("she said the deal was off"), before it ("…, she said") or on
 * both sides. */

#define MAX_SENTENCE_TOKENS 800
#define MAX_SUBJECT_TOKENS 40
#define MAX_ADJUNCT_TOKENS 16

typedef PlxVoices V;

static inline guint32
class_at (V       *v,
          guint32  i)
{
  return i < v->sentence.end ? plx_voices_class (v, i) : 0;
}

static inline guint16
mark_at (const V *v,
         guint32  i)
{
  return i < v->sentence.end ? v->tokens[i].mark : 0;
}

static inline gboolean
is_word (const V *v,
         guint32  i)
{
  return i < v->sentence.end && v->tokens[i].hash != 0;
}

static inline gboolean
is_capitalised (const V *v,
                guint32  i)
{
  return i < v->sentence.end && (v->tokens[i].flags & PLX_TOKEN_CAPITALISED);
}

static inline gboolean
is_quoted (V       *v,
           guint32  i)
{
  return i < v->sentence.end && plx_voices_is_quoted (v, i);
}

static gboolean
ends_in (const V    *v,
         guint32     i,
         const char *ending)
{
  gsize length = strlen (ending);
  PlxSpan span;

  if (!is_word (v, i))
    return FALSE;
  span = v->tokens[i].span;
  return plx_span_length (span) > length + 1 &&
         memcmp (v->text->bytes + span.end - length, ending, length) == 0;
}

static gboolean
is_adverb (V       *v,
           guint32  i)
{
  return (class_at (v, i) & PLX_GRAMMAR_ADVERB) ||
         (ends_in (v, i, "ly") && !is_capitalised (v, i));
}

/* Whether a sentence's content is over at @i: its end, or the stop that ends it. */
static gboolean
is_end (const V *v,
        guint32  i)
{
  while (i < v->sentence.end && v->tokens[i].hash == 0 && !(v->tokens[i].flags & PLX_TOKEN_QUOTE) &&
         strchr (".?!)]", v->tokens[i].mark) != NULL)
    i++;
  return i >= v->sentence.end;
}

#define CLAUSE_BORDER \
  (PLX_GRAMMAR_THAT | PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_BUT | PLX_GRAMMAR_CONDITIONAL | \
   PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_NOT | \
   PLX_CLASS_FINITE)

static gboolean
is_reporting_verb (V       *v,
                   guint32  i,
                   guint32  forms)
{
  guint32 frames = plx_voices_frames (v, i);

  return (frames & forms) && !is_quoted (v, i) && !(frames & PLX_FRAME_NOUN && frames & PLX_FRAME_BASE);
}

/* Whether a noun phrase that reaches back to @start goes on with the word before it. */
static gboolean
phrase_goes_back (V       *v,
                  guint32  start,
                  guint32  limit)
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
  return !is_adverb (v, p) || is_capitalised (v, p);
}

/* The noun phrase whose last token is @last. */
static PlxRange
phrase_before (V       *v,
               guint32  last,
               guint32  limit)
{
  guint32 start = last;

  if (class_at (v, last) & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_RELATIVE))
    return (PlxRange) { last, last + 1 };
  while (start > limit && last - start < MAX_SUBJECT_TOKENS && phrase_goes_back (v, start, limit))
    start--;
  while (start < last && (class_at (v, start) & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AND)))
    start++;
  return (PlxRange) { start, last + 1 };
}

/* The noun phrase that begins at @first, up to a verb or a mark. */
static PlxRange
phrase_after (V       *v,
              guint32  first)
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
          ((class & CLAUSE_BORDER) || (ends_in (v, end, "ed") && !is_capitalised (v, end)) || is_reporting_verb (v, end, PLX_FRAME_PAST | PLX_FRAME_THIRD) ||
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
first_phrase (V *v)
{
  guint32 at = v->sentence.start;

  if (class_at (v, at) & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_CONDITIONAL))
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
  return phrase_after (v, at);
}

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
  PlxRange    range;
  guint32     verb_start; /* first token of the verb group: has also said */
} Subject;

static PlxRange
shared_subject (V *v)
{
  return plx_range_is_empty (v->last_speaker) ? first_phrase (v) : v->last_speaker;
}

/* The last comma or dash before @i and after @limit; PLX_NONE if there is none. */
static guint32
mark_before (V       *v,
             guint32  i,
             guint32  limit,
             guint16  mark)
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
after_quotation (V       *v,
                 guint32  i)
{
  guint32 limit = v->sentence.start;

  while (i > limit && !is_quoted (v, i - 1))
    i--;
  if (i == limit && !(i > 0 && plx_voices_is_quoted (v, i - 1) &&
                      !(v->tokens[i].flags & PLX_TOKEN_AFTER_BLANK)))
    return PLX_NONE;
  if (v->tokens[i].mark == ',')
    i++;
  if (!is_word (v, i) || (class_at (v, i) & (PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_BUT | PLX_GRAMMAR_AND |
                                             PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_PREPOSITION |
                                             PLX_GRAMMAR_SUBORDINATOR)))
    return PLX_NONE;
  return i;
}

/* What stands before the auxiliaries and adverbs of a verb. */
typedef struct
{
  guint32  start;     /* first token of the verb group: has also said */
  gboolean auxiliary;
  gboolean passive;
  gboolean lost;      /* an infinitive that no other verb leads to */
} VerbGroup;

static VerbGroup
find_verb_group (V       *v,
                 guint32  cue,
                 guint32  frames)
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

/* The noun phrase that "who" or "that" at @relative stands for. */
static PlxRange
antecedent_of (V       *v,
               guint32  relative)
{
  guint32 limit = v->sentence.start, last = relative;

  if (last > limit && v->tokens[last - 1].mark == ',')
    last--;
  if (last > limit && is_word (v, last - 1))
    return phrase_before (v, last - 1, limit);
  return (PlxRange) { 0, 0 };
}

/* The subject that the comma, dash or bracket before @end closes: "Smith, the chairman, said" has
 * its head before the comma before; empty if there is none. */
static PlxRange
described_subject (V       *v,
                   guint32  end)
{
  guint32 limit = v->sentence.start, start = PLX_NONE, mark;
  guint16 closing = v->tokens[end - 1].mark;
  PlxRange range;

  if (closing == ',' || closing == ')')
    start = after_quotation (v, end - 1);
  if (start != PLX_NONE)
    return (PlxRange) { start, end - (closing == ',') };
  if (closing == ')')
    return phrase_before (v, end - 1, limit);
  mark = mark_before (v, end - 1, limit, closing);
  if (mark == PLX_NONE || mark == limit || !is_word (v, mark - 1) ||
      end - 1 - mark > MAX_SUBJECT_TOKENS)
    return (PlxRange) { 0, 0 };
  range = phrase_before (v, mark - 1, limit);
  range.end = end - 1;
  return range;
}

/* Finds who does what the reporting verb @cue says. */
static Subject
find_subject (V       *v,
              guint32  cue)
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
    return (Subject) { SUBJECT_SHARED, shared_subject (v), group.start };
  if (is_quoted (v, i - 1))
    return subject;

  mark = v->tokens[i - 1].mark;
  if (class & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT))
    subject = (Subject) { SUBJECT_SHARED, shared_subject (v), group.start };
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
    subject = (Subject) { SUBJECT_PHRASE, phrase_before (v, i - 1, limit), group.start };
  if (group.passive)
    subject.kind = SUBJECT_PASSIVE;
  return subject;
}

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
  guint32   at; /* the token that makes it so */
} Right;

static Right
right_at (V       *v,
          guint32  i)
{
  guint32 class;

  if (is_end (v, i))
    return (Right) { RIGHT_END, i };
  if (is_quoted (v, i))
    return (Right) { RIGHT_QUOTE, i };
  if (v->tokens[i].mark == ',')
    return (Right) { RIGHT_COMMA, i };
  if (v->tokens[i].mark == ':')
    return (Right) { RIGHT_COLON, i };
  class = class_at (v, i);
  if (class & PLX_GRAMMAR_THAT)
    return (Right) { RIGHT_THAT, i };
  if (class & PLX_GRAMMAR_TO)
    return (Right) { RIGHT_TO, i };
  if (class & (PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL))
    return (Right) { RIGHT_QUESTION, i };
  return (Right) { RIGHT_OTHER, i };
}

/* Skips "on Tuesday", "last week", "again": the token after them. */
static guint32
skip_times (V       *v,
            guint32  i)
{
  for (;;)
    {
      guint32 class = class_at (v, i);

      if (is_quoted (v, i))
        return i;
      if ((class & PLX_CLASS_TIME) || (is_adverb (v, i) && !(class & PLX_GRAMMAR_PREPOSITION)))
        i++;
      else if ((class & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_DETERMINER)) &&
               (class_at (v, i + 1) & PLX_CLASS_TIME))
        i += 2;
      else if ((v->tokens[MIN (i, v->n_tokens - 1)].flags & PLX_TOKEN_NUMBER) && i > 0 &&
               ((class_at (v, i - 1) & PLX_CLASS_TIME) || mark_at (v, i - 1) == '.'))
        i++;
      else if (mark_at (v, i) == '.' && i + 1 < v->sentence.end && i > 0 &&
               (class_at (v, i - 1) & PLX_CLASS_TIME))
        i++;
      else
        return i;
    }
}

#define SHORT_MARK_TOKENS 7

/* Whether a quotation that begins at @i is a title or a few words rather than a sentence. */
static gboolean
is_short_mark (V       *v,
               guint32  i)
{
  const PlxMarked *marked = plx_voices_marked_at (v, i);

  return marked == NULL || marked->range.end - marked->range.start < SHORT_MARK_TOKENS;
}

/* What follows a reporting verb, times and adjuncts ("in a statement") skipped. */
static Right
look_right (V       *v,
            guint32  from)
{
  guint32 i = skip_times (v, from);
  Right right = right_at (v, i);

  if ((right.kind != RIGHT_OTHER && right.kind != RIGHT_TO) ||
      !(class_at (v, i) & PLX_GRAMMAR_PREPOSITION))
    return right;
  /* "said to reporters", but not "vowed to fight" */
  if (right.kind == RIGHT_TO && !is_capitalised (v, i + 1) &&
      !(class_at (v, i + 1) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_OBJECT |
                               PLX_CLASS_PERSON)))
    return right;
  for (guint32 k = i + 1; k < MIN (i + MAX_ADJUNCT_TOKENS, v->sentence.end + 1); k++)
    {
      Right next = right_at (v, k);
      guint32 class = class_at (v, k);

      if (next.kind == RIGHT_QUOTE && is_short_mark (v, k) && v->tokens[k - 1].mark != ',' &&
          v->tokens[k - 1].mark != ':')
        {
          k = plx_voices_marked_at (v, k)->range.end - 1;
          continue;
        }
      if (next.kind == RIGHT_THAT && (class_at (v, k - 1) & PLX_GRAMMAR_PREPOSITION))
        continue;

      if (next.kind == RIGHT_END || next.kind == RIGHT_COMMA || next.kind == RIGHT_QUOTE ||
          next.kind == RIGHT_COLON || next.kind == RIGHT_THAT)
        return next;
      if (class & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE))
        break;
    }
  return right;
}

/* "told the clerk, an old man, that …": the "that" behind the comma at @comma, else @comma. */
static guint32
that_behind (V       *v,
             guint32  comma)
{
  for (guint32 i = comma + 1; i < MIN (comma + MAX_ADJUNCT_TOKENS, v->sentence.end); i++)
    {
      if (is_quoted (v, i) || (class_at (v, i) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE)))
        break;
      if ((class_at (v, i) & PLX_GRAMMAR_THAT) && v->tokens[i - 1].mark == ',')
        return i;
    }
  return comma;
}

/* Past the hearer of "told reporters": the token after it. */
static guint32
skip_hearer (V       *v,
             guint32  from)
{
  guint32 i = skip_times (v, from);

  for (guint32 k = i; k < MIN (i + MAX_ADJUNCT_TOKENS, v->sentence.end); k++)
    {
      Right right = right_at (v, k);

      if (right.kind == RIGHT_THAT || right.kind == RIGHT_QUOTE || right.kind == RIGHT_COLON ||
          (k > i && (right.kind == RIGHT_TO || right.kind == RIGHT_QUESTION)))
        return k;
      if (right.kind == RIGHT_COMMA)
        return that_behind (v, k);
      if (right.kind == RIGHT_END)
        return k;
      if (k > i && class_at (v, k) & PLX_GRAMMAR_OF && !is_capitalised (v, k - 1))
        return k;
      if (class_at (v, k) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE))
        break;
      if (k > i && (class_at (v, k) & PLX_GRAMMAR_SUBJECT))
        return k;
    }
  if (class_at (v, i) & (PLX_GRAMMAR_OBJECT | PLX_GRAMMAR_SUBJECT))
    return i + 1;
  if (class_at (v, i) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE))
    return i + 2;
  if (!is_capitalised (v, i))
    return i + 1;
  while (is_capitalised (v, i) || mark_at (v, i) == '.')
    i++;
  return skip_times (v, i);
}

/* Whether a new voice begins at @k, behind a comma or without one. */
static gboolean
voice_begins (V       *v,
              guint32  k,
              gboolean comma)
{
  guint32 end;

  if (comma && (is_reporting_verb (v, k, PLX_FRAME_GERUND) ||
                (plx_voices_frames (v, k) & PLX_FRAME_ACCORDING)))
    return TRUE;
  if (class_at (v, k) & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT | PLX_GRAMMAR_SUBORDINATOR))
    {
      k++;
      while (k < v->sentence.end && is_adverb (v, k))
        k++;
      if (is_reporting_verb (v, k, PLX_FRAME_PAST | PLX_FRAME_THIRD | PLX_FRAME_GERUND))
        return TRUE;
      if (!comma)
        return FALSE;
      for (end = MIN (k + 5, v->sentence.end); k < end && is_word (v, k); k++)
        {
          if (is_reporting_verb (v, k, PLX_FRAME_PAST | PLX_FRAME_THIRD))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a new voice begins behind the comma or "and" at @i. */
static gboolean
clause_ends_at (V       *v,
                guint32  i)
{
  gboolean comma = v->tokens[i].mark == ',';

  if (!comma && !(class_at (v, i) & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT)))
    return FALSE;
  return voice_begins (v, comma ? i + 1 : i, comma);
}

/* Whether the reporter speaks again behind the mark at @i: "…, but they went on", "…, a plan that
 * failed". */
static gboolean
tail_begins (V       *v,
             guint32  i)
{
  return v->tokens[i].mark == ';' ||
         (v->tokens[i].mark == ',' &&
          (class_at (v, i + 1) & (PLX_GRAMMAR_BUT | PLX_GRAMMAR_DETERMINER)));
}

/* The end of the clause that begins at @from. */
static guint32
clause_end (V       *v,
            guint32  from,
            gboolean embedded)
{
  guint32 i;

  for (i = from; i < v->sentence.end; i++)
    {
      if (is_quoted (v, i))
        {
          /* "…," she said: the comma that closes the clause stands inside the mark. */
          if (i > from && v->tokens[i - 1].mark == ',' && !is_quoted (v, i + 1) && i + 1 < v->sentence.end &&
              (embedded || voice_begins (v, i + 1, TRUE)))
            return i + 1;
          continue;
        }
      if (embedded && v->tokens[i].mark == ',')
        return i;
      if (v->tokens[i].mark == ',' && i > from &&
          ((class_at (v, i + 1) & (PLX_GRAMMAR_AUXILIARY & ~PLX_GRAMMAR_DO)) ||
           is_reporting_verb (v, i + 1, PLX_FRAME_PAST | PLX_FRAME_THIRD)) &&
          !(class_at (v, i + 1) & PLX_GRAMMAR_AND))
        return i;
      if (i > from && (clause_ends_at (v, i) || tail_begins (v, i)))
        return i;
    }
  return v->sentence.end;
}

/* The end of the object that begins at @from. */
static guint32
object_end (V       *v,
            guint32  from)
{
  guint32 end = clause_end (v, from, FALSE);

  for (guint32 i = from + 1; i < end; i++)
    {
      guint32 class;

      if (is_quoted (v, i))
        continue;
      class = class_at (v, i);
      if (v->tokens[i].mark == ',' || v->tokens[i].mark == ';')
        {
          guint32 next = class_at (v, i + 1);

          if ((next & (PLX_GRAMMAR_BUT | PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_RELATIVE |
                       PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AUXILIARY)) ||
              ends_in (v, i + 1, "ing") || ends_in (v, i + 1, "ed") ||
              ((next & PLX_GRAMMAR_AND) && !is_capitalised (v, i + 2)))
            return i;
        }
      if ((class & PLX_GRAMMAR_SUBORDINATOR) && i > from + 1)
        return i;
    }
  return end;
}

/* A quotation that runs on past the sentence, into the next paragraph too if it opens again, is
 * taken whole: the range from @start to where it ends. */
static PlxRange
extend_over_marks (V        *v,
                   PlxRange  range)
{
  PlxMarked *marked;

  if (plx_range_is_empty (range))
    return range;
  marked = plx_voices_marked_at (v, range.end - 1);
  while (marked != NULL && marked->range.end > range.end)
    {
      range.end = marked->range.end;
      if (!marked->open)
        break;
      marked = plx_voices_marked_at (v, range.end);
      if (marked == NULL || !marked->reopened)
        break;
    }
  return range;
}

/* Drops commas and dashes from the end of what stands before a tag. */
static guint32
before_tag (V       *v,
            guint32  end,
            guint32  from)
{
  while (end > from && !is_quoted (v, end - 1) && v->tokens[end - 1].hash == 0)
    end--;
  return end;
}

/* Whether a quotation inside a sentence is one of its own there, and not words of the sentence. */
static gboolean
stands_alone (V               *v,
              const PlxMarked *marked)
{
  const PlxToken *before = &v->tokens[marked->range.start - 1];

  return before->mark == '-' || before->mark == ':' || before->mark == '(' || before->mark == ';' ||
         (before->mark == ',' && is_capitalised (v, marked->range.start + 1));
}

/* What stands before a tag: the quotation there, whole, or the words from the sentence's start. */
static PlxRange
content_before (V       *v,
                guint32  end)
{
  guint32 from = MAX (v->sentence.start, v->content_from);
  PlxRange range = { from, before_tag (v, end, from) };
  PlxMarked *marked;

  if (plx_range_is_empty (range))
    {
      /* The quotation may have been a sentence, or several, of its own. */
      marked = range.start > 0 && range.start == v->sentence.start
                 ? plx_voices_marked_at (v, range.start - 1) : NULL;
      if (marked != NULL && !marked->claimed && range.end == v->sentence.start)
        return marked->range;
      return range;
    }
  marked = is_quoted (v, range.end - 1) ? plx_voices_marked_at (v, range.end - 1) : NULL;
  while (marked != NULL && marked->range.start < range.start)
    {
      range.start = marked->range.start;
      if (!marked->reopened || range.start == 0)
        break;
      marked = plx_voices_marked_at (v, range.start - 1);
    }
  if (marked != NULL && marked->range.start > range.start && stands_alone (v, marked))
    range.start = marked->range.start;
  return range;
}

/* The quotation that opens the next sentence of the paragraph, if it goes on with this voice. */
static PlxRange
continuation (V *v)
{
  guint32 next = v->sentence.end;
  PlxRange none = { 0, 0 };
  const PlxMarked *marked;

  if (next >= v->n_tokens || (v->tokens[next].flags & PLX_TOKEN_AFTER_BLANK) ||
      !plx_voices_is_quoted (v, next))
    return none;
  marked = plx_voices_marked_at (v, next);
  if (marked == NULL || marked->range.start != next)
    return none;
  for (guint32 i = marked->range.end; i < MIN (marked->range.end + 5, v->n_tokens); i++)
    {
      if (v->tokens[i].flags & (PLX_TOKEN_FIRST | PLX_TOKEN_AFTER_BLANK))
        break;
      if (plx_voices_frames (v, i) & PLX_FRAME_TAG)
        return none;
    }
  return extend_over_marks (v, (PlxRange) { next, MIN (marked->range.end, v->n_tokens) });
}

/* The end of a quotation that begins at @start: with the mark that closes it, if it is a sentence
 * of its own, else with the clause that it is part of. */
static guint32
quotation_end (V       *v,
               guint32  start,
               guint32  clause)
{
  const PlxMarked *marked = plx_voices_marked_at (v, start);
  guint32 last;

  if (marked == NULL || marked->range.start != start || marked->range.end >= clause)
    return clause;
  last = marked->range.end - 1;
  if (last > start && (v->tokens[last].flags & PLX_TOKEN_QUOTE))
    last--;
  if (v->tokens[last].hash == 0 && strchr (",.?!-", v->tokens[last].mark) != NULL)
    return marked->range.end;
  return clause;
}

/* What a quotation goes on with behind its tag: "…," she said, smiling, "…" or "…," she said. "…" */
static PlxRange
quotation_after (V       *v,
                 guint32  from)
{
  for (guint32 i = from; i < v->sentence.end; i++)
    {
      if (!is_quoted (v, i))
        continue;
      if (i > 0 && (v->tokens[i - 1].mark == ',' || v->tokens[i - 1].mark == ':' ||
                    v->tokens[i - 1].mark == '-'))
        return (PlxRange) { i, quotation_end (v, i, v->sentence.end) };
      i = plx_voices_marked_at (v, i)->range.end - 1;
    }
  return continuation (v);
}

static void
remember (V        *v,
          guint32   found,
          PlxRange  speaker)
{
  v->last_found = found;
  if (!plx_range_is_empty (speaker))
    v->last_speaker = speaker;
}

/* "…," she said [, "…"]: @tag is the first token of the tag, @right what follows it. */
static gboolean
add_tagged (V        *v,
            guint32   tag,
            Right     right,
            PlxRange  speaker,
            PlxRange  cue)
{
  PlxRange before = content_before (v, tag), after = { 0, 0 };
  guint32 frames;
  gboolean quoted;

  if (plx_range_is_empty (before))
    return FALSE;
  frames = plx_voices_frames (v, cue.end - 1);
  if (((frames & PLX_FRAME_WEAK) || ((frames & PLX_FRAME_TELL) && !(frames & PLX_FRAME_CLAUSE))) &&
      !plx_voices_is_quoted (v, before.end - 1))
    return FALSE;
  quoted = plx_voices_is_quoted (v, before.end - 1);
  if (right.kind == RIGHT_QUOTE && !quoted)
    return FALSE;
  if (quoted)
    after = quotation_after (v, MAX (right.at, cue.end));
  else if (right.kind == RIGHT_COMMA)
    {
      guint32 next = right.at + 1;

      if (is_quoted (v, next))
        return FALSE;
      if (!quoted && !is_reporting_verb (v, next, PLX_FRAME_GERUND) && !ends_in (v, next, "ing") &&
               !(class_at (v, next) & PLX_GRAMMAR_RELATIVE))
        after = (PlxRange) { next, clause_end (v, next, FALSE) };
    }
  after = extend_over_marks (v, after);
  remember (v, plx_voices_add (v, before, after, speaker, cue), speaker);
  v->content_from = MAX (plx_range_is_empty (after) ? cue.end : after.end, v->content_from);
  return TRUE;
}

static void
add_governed (V        *v,
              PlxRange  content,
              PlxRange  speaker,
              PlxRange  cue)
{
  if (content.start < v->sentence.end && is_quoted (v, content.start))
    content.end = quotation_end (v, content.start, content.end);
  remember (v, plx_voices_add (v, extend_over_marks (v, content), (PlxRange) { 0, 0 }, speaker, cue),
            speaker);
  v->content_from = MAX (v->content_from, cue.end);
  v->governed_end = MAX (v->governed_end, content.end);
}

/* Whether what stands before @tag is set off from it as a tag's content is. */
static gboolean
is_set_off (V       *v,
            guint32  tag)
{
  guint16 mark;

  if (tag == 0)
    return FALSE;
  if (tag == v->sentence.start)
    return plx_voices_is_quoted (v, tag - 1) && tag > 1 &&
           (v->tokens[tag - 2].mark == '?' || v->tokens[tag - 2].mark == '!' ||
            v->tokens[tag - 2].mark == ',') &&
           !(v->tokens[tag].flags & PLX_TOKEN_AFTER_BLANK);
  if (is_quoted (v, tag - 1))
    return TRUE;
  mark = v->tokens[tag - 1].mark;
  return mark == ',' || mark == '-' || mark == '?' || mark == '!';
}

/* "…," said Smith. */
static gboolean
take_inverted (V       *v,
               guint32  cue,
               guint32  frames)
{
  PlxRange speaker;
  Right right;
  gboolean quoted;

  if (!(frames & PLX_FRAME_TAG) || (frames & PLX_FRAME_TELL && !(frames & PLX_FRAME_QUESTION)) ||
      !(frames & (PLX_FRAME_PAST | PLX_FRAME_THIRD)) || !is_set_off (v, cue) ||
      !is_word (v, cue + 1) || is_quoted (v, cue + 1))
    return FALSE;
  quoted = plx_voices_is_quoted (v, cue - 1);
  if (!quoted && !is_capitalised (v, cue + 1) &&
      !(class_at (v, cue + 1) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_SUBJECT |
                                 PLX_CLASS_PERSON)))
    return FALSE;
  speaker = phrase_after (v, cue + 1);
  if (plx_range_is_empty (speaker) || (class_at (v, cue + 1) & (PLX_GRAMMAR_THAT | PLX_GRAMMAR_OBJECT)))
    return FALSE;
  right = look_right (v, speaker.end);
  if (!quoted && right.kind != RIGHT_END && right.kind != RIGHT_COMMA &&
      !(class_at (v, speaker.end) & PLX_GRAMMAR_RELATIVE))
    return FALSE;
  /* "…, said Smith, who heads the firm": the rest describes the speaker. */
  if (right.kind == RIGHT_COMMA && !is_quoted (v, right.at + 1))
    {
      guint32 k = right.at + 1;

      while (k < v->sentence.end && !is_quoted (v, k))
        k++;
      if (k < v->sentence.end && quoted)
        right = (Right) { RIGHT_QUOTE, k };
      else
        right.kind = RIGHT_END;
    }
  else if (right.kind != RIGHT_COMMA && right.kind != RIGHT_QUOTE)
    {
      right.kind = RIGHT_END;
    }
  return add_tagged (v, cue, right, speaker, (PlxRange) { cue, cue + 1 });
}

/* A verb whose object follows: denounced X, called for X, promised to X, accused X of Y. */
static void
take_object (V             *v,
             guint32        cue,
             guint32        frames,
             Right          right,
             const Subject *subject)
{
  PlxRange verb = { subject->verb_start, cue + 1 };
  guint32 from = cue + 1;
  guint32 class = class_at (v, from);

  /* Inside somebody's words only clauses and quotations are taken for a voice again. */
  if (cue < v->governed_end)
    return;
  if ((frames & PLX_FRAME_OPENS) && (class & PLX_CLASS_PARTICLE) && is_word (v, from + 1))
    {
      verb.end = ++from;
      if (class_at (v, from) & PLX_GRAMMAR_THAT)
        {
          add_governed (v, (PlxRange) { from, clause_end (v, from, FALSE) }, subject->range, verb);
          return;
        }
    }
  else if ((frames & PLX_FRAME_INFINITIVE) && right.kind == RIGHT_TO)
    from = right.at;
  else if (!(frames & PLX_FRAME_OBJECT) ||
           (class & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT)) ||
           ((class & PLX_GRAMMAR_PREPOSITION) && !(frames & PLX_FRAME_PREDICATE)) ||
           right.kind == RIGHT_END || right.kind == RIGHT_COMMA)
    return;
  if (is_end (v, from))
    return;
  add_governed (v, (PlxRange) { from, object_end (v, from) }, subject->range, verb);
}

/* Whether the clause that begins at @start depends on one that follows it: "After saying …, he …",
 * "When she said …, they …". */
static gboolean
is_subordinate (V       *v,
                guint32  start,
                guint32  cue)
{
  guint32 before;

  if (start == v->sentence.start)
    return (plx_voices_frames (v, cue) & PLX_FRAME_GERUND) && start == cue;
  before = class_at (v, start - 1);
  if (plx_voices_frames (v, cue) & PLX_FRAME_GERUND && start == cue)
    return (before & PLX_GRAMMAR_PREPOSITION) != 0 || (before & PLX_GRAMMAR_SUBORDINATOR);
  return (before & (PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_CONDITIONAL)) ||
         ((before & PLX_GRAMMAR_PREPOSITION) && !(before & PLX_CLASS_LINK));
}

/* A whole quotation that stands further on behind a comma or colon: wrote on Monday, in capitals,
 * "…" */
static guint32
later_quotation (V       *v,
                 guint32  from)
{
  for (guint32 i = from; i < v->sentence.end; i++)
    {
      if (is_quoted (v, i))
        return is_capitalised (v, i + 1) && (v->tokens[i - 1].mark == ',' || v->tokens[i - 1].mark == ':')
                 ? i : PLX_NONE;
      if (is_reporting_verb (v, i, PLX_FRAME_FORMS))
        return PLX_NONE;
    }
  return PLX_NONE;
}

/* Takes what a verb governs on its right, if its frames allow that.
 * Returns: FALSE if they do not */
static gboolean
take_right (V             *v,
            guint32        frames,
            Right          right,
            guint32        after,
            gboolean       embedded,
            const Subject *subject,
            PlxRange       verb)
{
  PlxRange content = { right.at, 0 };

  switch (right.kind)
    {
    case RIGHT_THAT:
    case RIGHT_QUOTE:
      if (!(frames & (PLX_FRAME_THAT | PLX_FRAME_PREDICATE)) ||
          (right.kind == RIGHT_QUOTE && (frames & PLX_FRAME_WEAK) && is_short_mark (v, right.at) &&
           v->tokens[right.at - 1].mark != ',' && v->tokens[right.at - 1].mark != ':'))
        return FALSE;
      break;
    case RIGHT_COLON:
      if (!(frames & PLX_FRAME_THAT))
        return FALSE;
      content = (PlxRange) { right.at + 1, v->sentence.end };
      if (is_end (v, right.at + 1))
        content = continuation (v);
      if (plx_range_is_empty (content))
        return TRUE;
      break;
    case RIGHT_QUESTION:
      if (!(frames & (PLX_FRAME_QUESTION | PLX_FRAME_CLAUSE | PLX_FRAME_TELL)))
        return FALSE;
      break;
    case RIGHT_COMMA:
      if (!(frames & PLX_FRAME_THAT) || !is_quoted (v, right.at + 1))
        return FALSE;
      content.start++;
      break;
    case RIGHT_OTHER:
    case RIGHT_TO:
      if (!(frames & PLX_FRAME_CLAUSE) ||
          (right.kind == RIGHT_TO && (frames & (PLX_FRAME_OBJECT | PLX_FRAME_INFINITIVE))))
        return FALSE;
      if (frames & PLX_FRAME_TELL)
        content.start = after;
      if (is_end (v, content.start + 1))
        return TRUE;
      break;
    case RIGHT_END:
    default:
      return FALSE;
    }
  if (content.end == 0)
    content.end = clause_end (v, content.start, embedded);
  add_governed (v, content, subject->range, verb);
  return TRUE;
}

/* "…," she said: whether the verb and its subject are a tag, and taken. */
static gboolean
take_tag (V             *v,
          guint32        frames,
          guint32        tag,
          Right          right,
          const Subject *subject,
          PlxRange       verb)
{
  gboolean behind_quotation = tag > 0 && plx_voices_is_quoted (v, tag - 1);

  if (!(frames & PLX_FRAME_TAG) || subject->kind != SUBJECT_PHRASE || !is_set_off (v, tag))
    return FALSE;
  if (right.kind != RIGHT_END && right.kind != RIGHT_COMMA && right.kind != RIGHT_QUOTE &&
      !(behind_quotation && right.kind != RIGHT_THAT && right.kind != RIGHT_COLON))
    return FALSE;
  return add_tagged (v, tag, right, subject->range, verb);
}

/* A verb with its subject before it. */
static void
take_verb (V             *v,
           guint32        cue,
           guint32        frames,
           const Subject *subject)
{
  guint32 after = frames & PLX_FRAME_TELL ? skip_hearer (v, cue + 1) : cue + 1;
  Right right = look_right (v, after);
  PlxRange verb = { subject->verb_start, cue + 1 };
  guint32 tag = subject->kind == SUBJECT_PHRASE ? subject->range.start : subject->verb_start;
  gboolean embedded = subject->kind == SUBJECT_RELATIVE || is_subordinate (v, tag, cue);
  guint32 to = skip_times (v, after), quotation;

  if ((frames & PLX_FRAME_INFINITIVE) && (class_at (v, to) & PLX_GRAMMAR_TO) &&
      (right.kind == RIGHT_OTHER || right.kind == RIGHT_END || right.kind == RIGHT_COMMA))
    right = (Right) { RIGHT_TO, to };
  if (!embedded && take_tag (v, frames, tag, right, subject, verb))
    return;

  /* "assured the clerk of its support" */
  if ((frames & PLX_FRAME_TELL) && (class_at (v, after) & PLX_GRAMMAR_OF) && cue >= v->governed_end)
    {
      add_governed (v, (PlxRange) { after, object_end (v, after) }, subject->range, verb);
      return;
    }
  if ((frames & PLX_FRAME_OPENS) && (class_at (v, cue + 1) & PLX_CLASS_PARTICLE))
    {
      take_object (v, cue, frames, right, subject);
      return;
    }
  if (take_right (v, frames, right, after, embedded, subject, verb))
    return;
  quotation = (frames & PLX_FRAME_TAG) && !embedded && right.kind != RIGHT_END
                ? later_quotation (v, cue + 1) : PLX_NONE;
  if (quotation != PLX_NONE)
    add_governed (v, (PlxRange) { quotation, v->sentence.end }, subject->range, verb);
  else
    take_object (v, cue, frames, right, subject);
}

/* "according to the ministry", before, behind or inside what it says. */
static void
take_according (V       *v,
                guint32  cue)
{
  PlxRange speaker, before, after = { 0, 0 };
  gboolean opens = cue == v->sentence.start;
  guint32 next;

  if (!(class_at (v, cue + 1) & PLX_GRAMMAR_TO))
    return;
  speaker = phrase_after (v, cue + 2);
  if (plx_range_is_empty (speaker))
    return;
  v->content_from = v->sentence.start;
  before = (PlxRange) { v->sentence.start, before_tag (v, cue, v->sentence.start) };
  if (before.end > before.start && before.end - before.start <= 2 &&
      (class_at (v, before.start) & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT)))
    opens = TRUE;
  next = speaker.end;
  while (opens && next < v->sentence.end && mark_at (v, next) != ',')
    next++;
  if (opens || mark_at (v, next) == ',')
    after = (PlxRange) { next + 1, v->sentence.end };
  if (opens)
    before.end = before.start;
  else if (!plx_range_is_empty (after) &&
           ((class_at (v, after.start) & (PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_BUT)) ||
            ends_in (v, after.start, "ing")))
    after.end = after.start;
  else
    before = content_before (v, cue);
  if (!opens && plx_range_is_empty (before))
    before = content_before (v, cue);
  remember (v, plx_voices_add (v, before, extend_over_marks (v, after), speaker,
                               (PlxRange) { cue, cue + 2 }), speaker);
}

/* "the minister's claim that …" */
static void
take_noun (V       *v,
           guint32  cue)
{
  PlxRange speaker = { 0, 0 };

  if (!(class_at (v, cue + 1) & PLX_GRAMMAR_THAT) || cue == v->sentence.start ||
      (class_at (v, cue + 2) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE | PLX_GRAMMAR_ADVERB)) ||
      ends_in (v, cue + 2, "ed"))
    return;
  for (guint32 i = cue; i > v->sentence.start && cue - i < 3; i--)
    {
      if (v->tokens[i - 1].flags & PLX_TOKEN_CLITIC)
        {
          if (i - 1 > v->sentence.start)
            speaker = phrase_before (v, i - 2, v->sentence.start);
          break;
        }
      if (class_at (v, i - 1) & PLX_GRAMMAR_POSSESSIVE)
        {
          speaker = (PlxRange) { i - 1, i };
          break;
        }
    }
  add_governed (v, (PlxRange) { cue + 1, clause_end (v, cue + 1, FALSE) }, speaker,
                (PlxRange) { cue, cue + 1 });
}

/* "Asked whether …, she", "he was asked about …": nobody is said to have asked. */
static gboolean
take_asked (V             *v,
            guint32        cue,
            guint32        frames,
            const Subject *subject)
{
  guint32 start = subject->verb_start, i;
  gboolean bare = start == v->sentence.start || (class_at (v, start - 1) & PLX_GRAMMAR_SUBORDINATOR);

  if (!(frames & PLX_FRAME_TELL) || !(frames & PLX_FRAME_QUESTION) || !(frames & PLX_FRAME_PARTICIPLE) ||
      !(bare || subject->kind == SUBJECT_PASSIVE))
    return FALSE;
  for (i = cue + 1; i < MIN (cue + MAX_ADJUNCT_TOKENS, v->sentence.end) && mark_at (v, i) != ','; i++)
    {
      guint32 class = class_at (v, i);

      if ((class & (PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL)) ||
          ((class & PLX_CLASS_PARTICLE) && !(class & PLX_GRAMMAR_TO)))
        {
          if (!(class & (PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL)))
            i++;
          add_governed (v, (PlxRange) { i, clause_end (v, i, TRUE) }, (PlxRange) { 0, 0 },
                        (PlxRange) { start, cue + 1 });
          return TRUE;
        }
    }
  return TRUE;
}

/* Whether a form that is a noun too is the noun here. */
static gboolean
is_noun_here (V       *v,
              guint32  cue,
              guint32  frames)
{
  guint32 before;

  if ((frames & PLX_FRAME_WEAK) && (frames & (PLX_FRAME_BASE | PLX_FRAME_THIRD)))
    frames |= PLX_FRAME_NOUNLIKE;
  if (!(frames & PLX_FRAME_NOUNLIKE) || cue == v->sentence.start)
    return (frames & PLX_FRAME_NOUNLIKE) != 0;
  before = class_at (v, cue - 1);
  if (is_capitalised (v, cue) && !(v->tokens[cue].flags & PLX_TOKEN_FIRST))
    return TRUE; /* United States */
  if ((before & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)) ||
      (v->tokens[cue - 1].flags & PLX_TOKEN_CLITIC) || (v->tokens[cue].flags & PLX_TOKEN_JOINED))
    return TRUE;
  if (before & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_MODAL | PLX_GRAMMAR_DO | PLX_GRAMMAR_TO |
                PLX_GRAMMAR_RELATIVE))
    return FALSE;
  if (frames & PLX_FRAME_GERUND)
    return is_word (v, cue + 1) && !is_quoted (v, cue + 1) &&
           !(class_at (v, cue + 1) & (PLX_GRAMMAR_THAT | PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE |
                                      PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_OBJECT |
                                      PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL)) &&
           !is_capitalised (v, cue + 1);
  if (before & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AUXILIARY))
    return TRUE;
  return !((class_at (v, cue + 1) & PLX_GRAMMAR_THAT) && !(frames & PLX_FRAME_WEAK)) &&
         !is_quoted (v, cue + 1) && !(is_capitalised (v, cue - 1) && (frames & PLX_FRAME_THIRD));
}

static void
take_cue (V       *v,
          guint32  cue,
          guint32  frames)
{
  Subject subject;

  if (frames & PLX_FRAME_ACCORDING)
    {
      take_according (v, cue);
      return;
    }
  if (is_noun_here (v, cue, frames) || !(frames & PLX_FRAME_FORMS))
    {
      if (frames & PLX_FRAME_NOUN)
        take_noun (v, cue);
      return;
    }
  if (take_inverted (v, cue, frames))
    return;
  subject = find_subject (v, cue);
  if (take_asked (v, cue, frames, &subject))
    return;
  if (subject.kind == SUBJECT_PASSIVE)
    return;
  if (subject.kind == SUBJECT_NONE)
    return;
  take_verb (v, cue, frames, &subject);
}

#define MAX_LABEL_TOKENS 14
#define MAX_HEADLINE_LABEL 3 /* "Smith: Deal is off" as a headline */

/* "Smith: “…”", as in headlines and transcripts. */
static void
take_label (V *v)
{
  guint32 colon = v->sentence.start;

  while (colon < v->sentence.end && colon - v->sentence.start < MAX_LABEL_TOKENS &&
         mark_at (v, colon) != ':' && !is_quoted (v, colon) &&
         !(class_at (v, colon) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE)) &&
         !(is_reporting_verb (v, colon, PLX_FRAME_FORMS) && !is_capitalised (v, colon)))
    colon++;
  if (colon == v->sentence.start || mark_at (v, colon) != ':' || !is_capitalised (v, v->sentence.start) ||
      !(is_quoted (v, colon + 1) ||
        (v->sentence_index == 0 && colon - v->sentence.start <= MAX_HEADLINE_LABEL)))
    return;
  add_governed (v, (PlxRange) { colon + 1, v->sentence.end },
                (PlxRange) { v->sentence.start, colon }, (PlxRange) { colon, colon + 1 });
  v->content_from = colon + 1;
}

#define MIN_UNSAID_TOKENS 7

/* Whole quotations behind a comma or colon that no reporting word governs: "He had one wish: “…”" */
static void
take_unsaid (V *v)
{
  for (guint32 i = v->sentence.start + 1; i < v->sentence.end; i++)
    {
      const PlxMarked *marked;

      if (!is_quoted (v, i))
        continue;
      marked = plx_voices_marked_at (v, i);
      if (!marked->claimed && marked->range.start == i &&
          marked->range.end - i >= MIN_UNSAID_TOKENS && is_capitalised (v, i + 1) &&
          (v->tokens[i - 1].mark == ',' || v->tokens[i - 1].mark == ':'))
        {
          PlxRange speaker = shared_subject (v);

          if (speaker.end > i)
            speaker.end = MAX (speaker.start, i);
          add_governed (v, (PlxRange) { i, marked->range.end }, speaker, (PlxRange) { 0, 0 });
        }
      i = marked->range.end - 1;
    }
}

void
plx_voices_read_sentence (PlxVoices *self)
{
  /* Every word may look as far as the sentence goes: nobody writes, and nothing is to hang on, one
   * of a hundred thousand words. */
  if (self->sentence.end - self->sentence.start > MAX_SENTENCE_TOKENS)
    return;

  self->last_speaker = (PlxRange) { 0, 0 };
  self->last_found = PLX_NONE;
  self->content_from = self->sentence.start;
  self->governed_end = 0;

  take_label (self);
  for (guint32 i = self->content_from; i < self->sentence.end; i++)
    {
      guint32 frames = plx_voices_frames (self, i);

      if (frames != 0 && !is_quoted (self, i))
        take_cue (self, i, frames);
    }
  take_unsaid (self);
}
