/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"

#include <string.h>

#include "analysis/text/plx-grammar.h"

/* What an operator governs, found without a parser:
 *
 *   lifted the ban                 the nearest event after a verb, in its clause
 *   the ban was lifted             before a passive, over its auxiliaries
 *   the ban that was lifted
 *   talks resumed                  before a verb that has no object
 *   lifting of the ban             after a noun, over one preposition
 *   tariff cuts                    just before a noun
 *   agreed to halt the lifting of  an operator may govern another one, and so on down
 *
 * Cues are governed like events ("eased tensions"), but speak without it too. */

/* An event undone is undone. A cue speaks for itself and is never undone in full: a noun ("eased
 * tensions") nearly, another word ("cut wasteful programmes") hardly. */
#define UNDONE_NOUN 0.7
#define UNDONE_OTHER 0.2

/* A cue that did an operator's work ("condemned the attack") says part of what it has to say with
 * what it did to its object. */
#define OPERATOR_ITSELF 0.5

#define OBJECT_WORDS 6
#define NOUN_OBJECT_WORDS 5
#define SUBJECT_WORDS 6
#define PASSIVE_SUBJECT_WORDS 9

typedef struct
{
  PlxFrame *frame;
  PlxAxisId axis;
} Search;

static PlxFrameOperator *
get_operator (const PlxFrame *frame,
              guint           index)
{
  return &g_array_index (frame->operators, PlxFrameOperator, index);
}

static gboolean
acts_on_axis (const PlxFrameOperator *operator,
              PlxAxisId               axis)
{
  return (operator->match.shadow & 1u << axis) == 0;
}

/* The cue of the axis that begins (or, backwards, ends) at a token; PLX_NONE if there is none.
 * A cue within the operator's own words is not its object. */
static guint
cue_at (const Search           *search,
        const PlxFrameOperator *operator,
        guint32                 token,
        gboolean                backwards)
{
  const PlxFrameWord *word = plx_frame_word (search->frame, token);

  if (!((backwards ? word->cues_end : word->cues_begin) & 1u << search->axis))
    return PLX_NONE;
  for (guint i = 0; i < search->frame->cues->len; i++)
    {
      const PlxFrameCue *cue = plx_frame_cue (search->frame, i);

      if (!backwards && cue->match.first > token)
        break;
      if (cue->axis != search->axis || (backwards ? cue->match.last : cue->match.first) != token)
        continue;
      if (cue->match.first <= operator->match.last && operator->match.first <= cue->match.last)
        continue;
      return i;
    }
  return PLX_NONE;
}

static guint
operator_at (const Search *search,
             guint32       token)
{
  if (!(plx_frame_word (search->frame, token)->operators & 1u << search->axis))
    return PLX_NONE;
  for (guint i = 0; i < search->frame->operators->len; i++)
    {
      const PlxFrameOperator *operator = get_operator (search->frame, i);

      if (operator->match.first > token)
        break;
      if (operator->match.first == token && acts_on_axis (operator, search->axis))
        return i;
    }
  return PLX_NONE;
}

static gboolean
is_noun_cue (const PlxFrameCue *cue)
{
  return cue->stands_as_noun || (cue->match.condition & PLX_CONDITION_NOUN) != 0;
}

/* Multiplies a cue by an operator and all those that govern it. */
static void
govern (const Search *search,
        guint         operator_index,
        guint         cue_index)
{
  PlxFrame *frame = search->frame;
  PlxFrameCue *cue = plx_frame_cue (frame, cue_index);
  guint depth = 0;

  for (guint i = operator_index; i != PLX_NONE && depth < 4; depth++)
    {
      PlxFrameOperator *operator = get_operator (frame, i);
      double factor = operator->factor;

      if (!cue->is_event && factor < 0.0)
        factor *= is_noun_cue (cue) ? UNDONE_NOUN : UNDONE_OTHER;
      operator->used |= (guint8) (1u << search->axis);
      plx_frame_add_step (frame, cue, PLX_RULE_OPERATOR, factor, operator->match.first,
                          operator->match.last);
      if (cue->n_governors < PLX_CUE_MAX_GOVERNORS)
        cue->governors[cue->n_governors++] = operator->match.first;
      i = operator->parent;
    }
  cue->governed = TRUE;
}

/* "sanctions and tariffs": governs what is joined to the first object too. */
static void
govern_joined (const Search *search,
               guint         operator_index,
               guint         cue_index)
{
  PlxFrame *frame = search->frame;
  guint32 last = plx_frame_cue (frame, cue_index)->match.last;
  gboolean joined = FALSE, by_comma = FALSE;
  guint n = 0;

  for (guint32 i = last + 1; i < frame->end && n < 4; i++)
    {
      guint32 grammar = plx_frame_word (frame, i)->grammar;
      guint found;

      if (frame->tokens[i].mark == ',' || (grammar & PLX_GRAMMAR_AND))
        {
          by_comma = !joined && !(grammar & PLX_GRAMMAR_AND);
          joined = TRUE;
          continue;
        }
      if (!plx_frame_is_word (frame, i) ||
          (grammar & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_CLAUSE)) ||
          ((grammar & PLX_GRAMMAR_PREPOSITION) && joined))
        return;
      found = cue_at (search, get_operator (frame, operator_index), i, FALSE);
      if (found != PLX_NONE)
        {
          if (!joined || plx_frame_cue (frame, found)->governed)
            return;
          /* "drops levy, warmer ties follow": a list would hold more of the same */
          if (by_comma &&
              (plx_frame_cue (frame, found)->base > 0) != (plx_frame_cue (frame, cue_index)->base > 0))
            return;
          govern (search, operator_index, found);
          i = plx_frame_cue (frame, found)->match.last;
          joined = FALSE;
          n = 0;
          continue;
        }
      if (joined && operator_at (search, i) != PLX_NONE)
        return;
      n++;
    }
}

static guint32
grammar_at (const PlxFrame *frame,
            guint32         token)
{
  return token >= frame->begin && token < frame->end ? plx_frame_word (frame, token)->grammar : 0;
}

/* Whether an operator stands as a noun ("the lifting of", "tariff cuts") or as a verb ("cuts
 * tariffs"): most are both, so the words beside it decide, and only without a sign its entry. */
static gboolean
is_noun_like (const Search           *search,
              const PlxFrameOperator *operator)
{
  const PlxFrame *frame = search->frame;
  guint32 next = operator->match.last + 1;
  guint32 left = operator->match.first > frame->begin ? grammar_at (frame, operator->match.first - 1) : 0;
  guint32 right = grammar_at (frame, next);
  gboolean is_participle = (operator->match.form & (PLX_FORM_PAST | PLX_FORM_PARTICIPLE)) &&
                           !(operator->match.form & PLX_FORM_BASE);

  if (is_participle || (grammar_at (frame, operator->match.first) & PLX_GRAMMAR_BE))
    return FALSE;
  /* "hit a record low": no noun has so many words */
  if (operator->is_verb && operator->match.last > operator->match.first + 1)
    return FALSE;
  if (right & PLX_GRAMMAR_OF)
    return TRUE;
  if (left & (PLX_GRAMMAR_TO | PLX_GRAMMAR_MODAL | PLX_GRAMMAR_DO | PLX_GRAMMAR_SUBJECT |
              PLX_GRAMMAR_RELATIVE))
    return FALSE;
  if (right & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_OBJECT))
    return FALSE;
  if (left & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE))
    return TRUE;
  if (operator->match.first > frame->begin)
    {
      guint before = cue_at (search, operator, operator->match.first - 1, TRUE);

      if (before != PLX_NONE && (plx_frame_cue (frame, before)->is_event ||
                                 is_noun_cue (plx_frame_cue (frame, before))))
        return TRUE;
    }
  if (next < frame->end && cue_at (search, operator, next, FALSE) != PLX_NONE)
    return FALSE;
  return !operator->is_verb;
}

typedef enum
{
  OBJECT_NONE,    /* nothing: may look to the left */
  OBJECT_FOUND,
  OBJECT_OTHER,   /* it has an object, but none that the lexicon knows */
} ObjectResult;

static gboolean
is_adverb (const PlxFrame *frame,
           guint32         token)
{
  PlxSpan span = frame->tokens[token].span;

  return (grammar_at (frame, token) & PLX_GRAMMAR_ADVERB) ||
         (plx_span_length (span) > 4 && memcmp (frame->text->bytes + span.end - 2, "ly", 2) == 0);
}

/* Another operator stands before any object. */
static ObjectResult
meet_operator (const Search *search,
               guint         index,
               guint         other_index,
               gboolean      joined)
{
  PlxFrameOperator *operator = get_operator (search->frame, index);
  PlxFrameOperator *other = get_operator (search->frame, other_index);
  guint32 before = other->match.first - 1;
  const PlxFrame *frame = search->frame;
  gboolean modifies;

  while (before > operator->match.last && is_adverb (frame, before))
    before--; /* "agreed to briefly delay" */
  if (joined)
    return OBJECT_OTHER; /* "ease or lift": the second one governs what follows */
  /* "enjoyed lower prices" */
  modifies = !other->is_verb && other->match.last + 1 < frame->end &&
             cue_at (search, other, other->match.last + 1, FALSE) != PLX_NONE;
  if ((other->match.form & PLX_FORM_GERUND) || modifies || is_noun_like (search, other) ||
      (plx_frame_word (search->frame, before)->grammar & PLX_GRAMMAR_TO))
    {
      if (other->parent == PLX_NONE)
        other->parent = (guint32) (operator - get_operator (search->frame, 0));
      return OBJECT_FOUND;
    }
  return OBJECT_NONE;
}

/* "last year", "a record 12 percent", "Monday": what a verb of movement has after it in place of an
 * object. Returns: whether the words from @first say how much or when, and nothing else */
static gboolean
is_measure (const PlxFrame *frame,
            guint32         first)
{
  for (guint32 i = first; i < frame->end; i++)
    {
      const PlxFrameWord *word = plx_frame_word (frame, i);

      if (word->grammar & PLX_GRAMMAR_MEASURE)
        return TRUE;
      if (!(word->grammar & (PLX_GRAMMAR_ORDER | PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_ADVERB)) &&
          !(word->flags & PLX_TOKEN_NUMBER))
        return FALSE;
    }
  return FALSE;
}

/* Looks to the right of the operator. */
static ObjectResult
find_object (const Search *search,
             guint         index)
{
  PlxFrame *frame = search->frame;
  const PlxFrameOperator *operator = get_operator (frame, index);
  gboolean noun = is_noun_like (search, operator);
  guint max = noun ? NOUN_OBJECT_WORDS : OBJECT_WORDS;
  guint16 clause = plx_frame_word (frame, operator->match.last)->clause;
  /* "a fall in crime": the operator brings its preposition with it */
  guint prepositions = noun && (grammar_at (frame, operator->match.last) & PLX_GRAMMAR_PREPOSITION) ? 1 : 0;
  gboolean joined = FALSE;
  guint n = 0;

  for (guint32 i = operator->match.last + 1; i < frame->end && n < max; i++)
    {
      guint32 grammar = plx_frame_word (frame, i)->grammar;
      guint found;

      if (frame->tokens[i].mark == ',' || plx_frame_word (frame, i)->clause != clause)
        break;
      if (!plx_frame_is_word (frame, i))
        continue;
      found = cue_at (search, operator, i, FALSE);
      if (found != PLX_NONE)
        {
          if (noun && prepositions == 0)
            return OBJECT_OTHER;
          if (plx_frame_cue (frame, found)->governed)
            return OBJECT_OTHER;
          govern (search, index, found);
          govern_joined (search, index, found);
          return OBJECT_FOUND;
        }
      found = operator_at (search, i);
      if (found != PLX_NONE && found != index)
        {
          ObjectResult result = meet_operator (search, index, found, joined);

          if (result != OBJECT_NONE)
            return result;
          if (noun && (get_operator (frame, found)->match.form & (PLX_FORM_PAST | PLX_FORM_THIRD)))
            break; /* "the plan reined in costs": it is the subject of that */
        }
      if (grammar & (PLX_GRAMMAR_BE | PLX_GRAMMAR_HAVE | PLX_GRAMMAR_MODAL | PLX_GRAMMAR_DO))
        break;
      joined = (grammar & PLX_GRAMMAR_AND) != 0;
      if ((grammar & PLX_GRAMMAR_PREPOSITION) && !(grammar & PLX_GRAMMAR_ADVERB))
        {
          prepositions++;
          if (prepositions > 1 || (!noun && !(grammar & (PLX_GRAMMAR_OF | PLX_GRAMMAR_TO)) && n > 0))
            break;
        }
      n++;
    }
  if (n > 1 && prepositions == 0 && !is_measure (frame, operator->match.last + 1))
    return OBJECT_OTHER;
  return OBJECT_NONE;
}

/* Steps back over auxiliaries and adverbs. Returns: the first token of the verb group */
static guint32
verb_group_begin (const PlxFrame         *frame,
                  const PlxFrameOperator *operator,
                  gboolean               *out_has_be)
{
  guint32 i = operator->match.first;

  *out_has_be = FALSE;
  while (i > frame->begin)
    {
      guint32 grammar = plx_frame_word (frame, i - 1)->grammar;

      if (!(grammar & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_ADVERB | PLX_GRAMMAR_NOT | PLX_GRAMMAR_TO)))
        break;
      if (grammar & PLX_GRAMMAR_BE)
        *out_has_be = TRUE;
      i--;
    }
  return i;
}

/* "the ban, which was imposed in May, was lifted", "the levy, slapped on in revenge, was frozen": what
 * stands between two commas is not the subject. Returns: the token before which to look for it */
static guint32
skip_parenthesis (const PlxFrame *frame,
                  guint32         from)
{
  guint32 first = from - 1;

  if (frame->tokens[first].mark != ',')
    return from;
  while (first > frame->begin && frame->tokens[first - 1].mark != ',')
    first--;
  return first > frame->begin ? first : from;
}

/* Looks to the left of a verb group, or of a noun, for what it is about. */
static guint
find_subject (const Search           *search,
              const PlxFrameOperator *operator,
              guint32                 from,
              guint                   max)
{
  const PlxFrame *frame = search->frame;
  guint16 clause;
  guint n = 0;

  if (from == frame->begin)
    return PLX_NONE;
  /* "the ban that was lifted": the subject stands before the relative */
  if (plx_frame_word (frame, from - 1)->grammar & (PLX_GRAMMAR_THAT | PLX_GRAMMAR_RELATIVE))
    {
      from--;
      max = 3;
      if (from == frame->begin)
        return PLX_NONE;
    }
  from = skip_parenthesis (frame, from);
  clause = plx_frame_word (frame, from - 1)->clause;
  for (guint32 i = from; i > frame->begin && n < max; i--)
    {
      guint32 grammar = plx_frame_word (frame, i - 1)->grammar;
      guint found;

      if (plx_frame_word (frame, i - 1)->clause != clause)
        break;
      if (frame->tokens[i - 1].mark == ',' && i < from && (plx_frame_word (frame, i)->grammar & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)))
        break;
      found = cue_at (search, operator, i - 1, TRUE);
      if (found != PLX_NONE)
        return found;
      if (grammar & (PLX_GRAMMAR_BE | PLX_GRAMMAR_HAVE | PLX_GRAMMAR_MODAL | PLX_GRAMMAR_SUBJECT))
        break;
      if (plx_frame_is_word (frame, i - 1))
        n++;
    }
  return PLX_NONE;
}

/* Whether a verb has no object of its own: nothing, punctuation, a preposition, or how much or when
 * follows. */
static gboolean
is_intransitive (const PlxFrame         *frame,
                 const PlxFrameOperator *operator)
{
  guint32 next = operator->match.last + 1;
  const PlxFrameWord *word;

  if (next >= frame->end)
    return TRUE;
  word = plx_frame_word (frame, next);
  if (word->flags & (PLX_TOKEN_PUNCTUATION | PLX_TOKEN_NUMBER))
    return TRUE;
  return (word->grammar & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AND | PLX_GRAMMAR_CLAUSE |
                           PLX_GRAMMAR_ADVERB | PLX_GRAMMAR_THAT)) != 0 ||
         /* cooled faster than hoped */
         (next + 1 < frame->end && frame->tokens[next + 1].hash == plx_word_hash ("than", 4)) ||
         is_measure (frame, next);
}

/* "fears eased": a word that the lexicon has as a verb is the subject if a finite verb follows. */
static gboolean
stands_as_noun (const PlxFrame         *frame,
                const PlxFrameCue      *cue,
                const PlxFrameOperator *operator,
                guint32                 verb_group)
{
  return cue->match.last + 1 == verb_group && operator->is_verb &&
         (cue->match.form & (PLX_FORM_BASE | PLX_FORM_THIRD | PLX_FORM_PLURAL | PLX_FORM_GERUND)) &&
         ((operator->match.form & (PLX_FORM_PAST | PLX_FORM_THIRD | PLX_FORM_PARTICIPLE)) ||
          /* "fears fade", "fears easing", as headlines have it */
          ((cue->match.form & (PLX_FORM_THIRD | PLX_FORM_PLURAL)) &&
           (cue->match.first == plx_frame_clause_begin (frame, cue->match.first) ||
            (grammar_at (frame, cue->match.first - 1) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)))));
}

/* "a mess from the first bar": what an article stands before is no verb. */
static gboolean
is_noun_after_all (const PlxFrame         *frame,
                   const PlxFrameOperator *operator,
                   guint32                 from)
{
  return (operator->match.form & PLX_FORM_BASE) && from > frame->begin &&
         (grammar_at (frame, from - 1) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)) &&
         !(grammar_at (frame, operator->match.first) & PLX_GRAMMAR_BE);
}

/* Governs what the operator says something of. */
static void
govern_subject (const Search *search,
                guint         operator_index,
                guint         cue_index)
{
  PlxFrameOperator *operator = get_operator (search->frame, operator_index);

  govern (search, operator_index, cue_index);
  if (plx_frame_cue_weight (plx_frame_cue (search->frame, cue_index)) > 0)
    operator->raised |= (guint8) (1u << search->axis);
  else
    operator->lowered |= (guint8) (1u << search->axis);
}

static void
find_left (const Search *search,
           guint         index)
{
  PlxFrame *frame = search->frame;
  PlxFrameOperator *operator = get_operator (frame, index);
  PlxFrameCue *cue;
  guint32 from = 0;
  guint found;

  if (is_noun_like (search, operator))
    {
      /* "tariff cuts": just before; or, if it names what happens, the subject of that: "tensions
       * show signs of easing" */
      if (operator->match.first == frame->begin || operator->match.last != operator->match.first)
        return;
      found = cue_at (search, operator, operator->match.first - 1, TRUE);
      if (found == PLX_NONE && (grammar_at (frame, operator->match.first - 1) & PLX_GRAMMAR_OF))
        found = find_subject (search, operator, operator->match.first, SUBJECT_WORDS);
    }
  else
    {
      gboolean has_be;

      from = verb_group_begin (frame, operator, &has_be);
      if (!is_intransitive (frame, operator) || is_noun_after_all (frame, operator, from))
        return;
      found = find_subject (search, operator, from, SUBJECT_WORDS);
    }
  if (found == PLX_NONE)
    return;
  cue = plx_frame_cue (frame, found);
  cue->stands_as_noun |= stands_as_noun (frame, cue, operator, from);
  if (cue->governed || !(cue->is_event || is_noun_cue (cue)))
    return;
  govern_subject (search, index, found);
}

static gboolean
find_passive (const Search *search,
              guint         index)
{
  PlxFrame *frame = search->frame;
  const PlxFrameOperator *operator = get_operator (frame, index);
  gboolean has_be;
  guint32 from;
  guint found;

  if (!operator->is_verb || !(operator->match.form & PLX_FORM_PARTICIPLE))
    return FALSE;
  from = verb_group_begin (frame, operator, &has_be);
  if (!has_be)
    return FALSE;
  found = find_subject (search, operator, from, PASSIVE_SUBJECT_WORDS);
  if (found == PLX_NONE || (plx_frame_cue (frame, found)->match.condition & PLX_CONDITION_ADJ))
    return FALSE; /* "the vicious levy will be frozen" is as vicious */
  govern_subject (search, index, found);
  return TRUE;
}

static void
run_on_axis (const Search *search)
{
  PlxFrame *frame = search->frame;
  guint n = frame->operators->len;
  g_autofree ObjectResult *results = n > 64 ? g_new (ObjectResult, n) : NULL;
  ObjectResult few[64];
  ObjectResult *result = results != NULL ? results : few;

  for (guint i = 0; i < n; i++)
    {
      get_operator (frame, i)->parent = PLX_NONE;
      result[i] = OBJECT_NONE;
    }

  /* objects first; a parent stands before what it governs, so it is known by then */
  for (guint i = 0; i < n; i++)
    {
      const PlxFrameOperator *operator = get_operator (frame, i);
      gboolean has_be = FALSE;

      if (!acts_on_axis (operator, search->axis))
        continue;
      if (operator->is_verb && (operator->match.form & PLX_FORM_PARTICIPLE))
        verb_group_begin (frame, operator, &has_be);
      if (!has_be)
        result[i] = find_object (search, i);
    }
  for (guint i = 0; i < n; i++)
    {
      if (!acts_on_axis (get_operator (frame, i), search->axis) || result[i] != OBJECT_NONE)
        continue;
      if (!find_passive (search, i))
        find_left (search, i);
    }
}

/* The operator whose work on its axis the words of a cue did. Returns: (nullable) */
static const PlxFrameOperator *
find_own_operator (const PlxFrame    *frame,
                   const PlxFrameCue *cue)
{
  for (guint i = 0; i < frame->operators->len; i++)
    {
      const PlxFrameOperator *operator = get_operator (frame, i);

      if (operator->match.first > cue->match.last)
        break;
      if ((operator->used & 1u << cue->axis) && operator->match.first <= cue->match.first &&
          cue->match.last <= operator->match.last)
        return operator;
    }
  return NULL;
}

/* "Deaths plunged": a movement is bad or good as what moves is; its own weight, that of a share price,
 * does not hold where its subject says the contrary. */
static gboolean
is_overruled (const PlxFrameOperator *operator,
              const PlxFrameCue      *cue)
{
  return ((cue->base < 0 ? operator->raised : operator->lowered) & 1u << cue->axis) != 0;
}

void
plx_rule_operator (PlxFrame *frame)
{
  guint8 axes = 0;

  for (guint i = 0; i < frame->cues->len; i++)
    axes |= (guint8) (1u << plx_frame_cue (frame, i)->axis);

  if (frame->operators->len > 0)
    {
      for (guint axis = 0; axis < PLX_MAX_AXES; axis++)
        {
          Search search = { frame, (PlxAxisId) axis };

          if (axes & 1u << axis)
            run_on_axis (&search);
        }
    }
  if (axes != 0)
    plx_rule_figures (frame);
  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);
      const PlxFrameOperator *operator = find_own_operator (frame, cue);

      if (cue->is_event ? !cue->governed : operator != NULL && is_overruled (operator, cue))
        cue->dropped = TRUE;
      else if (operator != NULL)
        plx_frame_add_step (frame, cue, PLX_RULE_OPERATOR, OPERATOR_ITSELF, cue->match.first,
                            cue->match.last);
    }
}
