/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"

#include <math.h>

#include "analysis/text/plx-grammar.h"

void
plx_frame_init (PlxFrame         *self,
                const PlxLexicon *lexicon)
{
  *self = (PlxFrame) { .lexicon = lexicon };
  self->cues = g_array_new (FALSE, FALSE, sizeof (PlxFrameCue));
  self->operators = g_array_new (FALSE, FALSE, sizeof (PlxFrameOperator));
  self->shifters = g_array_new (FALSE, FALSE, sizeof (PlxFrameShifter));
}

void
plx_frame_clear (PlxFrame *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->clauses, g_free);
  g_clear_pointer (&self->cues, g_array_unref);
  g_clear_pointer (&self->operators, g_array_unref);
  g_clear_pointer (&self->shifters, g_array_unref);
}

static void
make_room (PlxFrame *self,
           guint32   n_tokens)
{
  if (n_tokens + 2 <= self->room)
    return;
  self->room = n_tokens + 2;
  self->words = g_renew (PlxFrameWord, self->words, self->room);
  self->clauses = g_renew (guint32, self->clauses, self->room);
}

#define BORDER_GRAMMAR (PLX_GRAMMAR_CLAUSE | PLX_GRAMMAR_THAT | PLX_GRAMMAR_AND)

/* Lays out the words, and gathers in clauses[1 …] the tokens that may begin a clause: one in six, and
 * none that could be guessed, so that this does not branch. Returns: the number of these tokens */
static guint32
lay_out_words (PlxFrame      *self,
               const guint32 *grammar)
{
  const guint64 as = plx_word_letters ("as", 2);
  const PlxToken *tokens = self->tokens + self->begin;
  guint32 n = self->end - self->begin;
  guint32 n_borders = 0;
  guint all_flags = 0;
  guint16 mark_before = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const PlxToken *token = &tokens[i];
      guint32 is_not = (token->flags & PLX_TOKEN_NEGATED) ? PLX_GRAMMAR_NOT : 0;
      guint32 is_border = (mark_before == ',') | ((grammar[i] & BORDER_GRAMMAR) != 0) |
                          ((token->mark != 0) & (token->mark != ',')) | (token->letters == as);

      self->words[i] = (PlxFrameWord) { .grammar = grammar[i] | is_not, .flags = token->flags };
      self->clauses[1 + n_borders] = i;
      n_borders += is_border;
      all_flags |= token->flags;
      mark_before = token->mark;
    }
  self->has_quotes = (all_flags & PLX_TOKEN_QUOTE) != 0;
  self->has_digits = (all_flags & (PLX_TOKEN_DIGITS | PLX_TOKEN_NUMBER)) != 0;
  return n_borders;
}

static gboolean
ends_in_ing (const PlxFrame *self,
             guint32         token)
{
  PlxSpan span = self->tokens[token].span;
  const char *end = self->text->bytes + span.end;

  return plx_span_length (span) > 5 && end[-3] == 'i' && end[-2] == 'n' && end[-1] == 'g';
}

/* Whether a new clause begins at a word that follows a comma. */
static gboolean
begins_after_comma (const PlxFrame *self,
                    guint32         token)
{
  guint32 grammar = plx_frame_word (self, token)->grammar;

  if (grammar & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT | PLX_GRAMMAR_SUBORDINATOR |
                 PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_CONDITIONAL))
    return TRUE;
  return ends_in_ing (self, token);
}

/* Whether the conjunction at @token joins clauses, not words: a subject or a verb follows. */
static gboolean
joins_clauses (const PlxFrame *self,
               guint32         token)
{
  guint32 next = token + 1;

  if (next >= self->end)
    return FALSE;
  while (next + 1 < self->end && (plx_frame_word (self, next)->grammar & PLX_GRAMMAR_ADVERB))
    next++;
  return (plx_frame_word (self, next)->grammar & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_AUXILIARY)) != 0;
}

/* "as tariffs rise", not "as good as" or "such as". */
static gboolean
is_clausal_as (const PlxFrame *self,
               guint32         token)
{
  PlxSpan span = self->tokens[token].span;
  const char *text = self->text->bytes + span.start;
  guint32 before;

  if (plx_span_length (span) != 2 || (text[0] | 32) != 'a' || (text[1] | 32) != 's')
    return FALSE;
  if (token == self->begin)
    return TRUE;
  before = plx_frame_word (self, token - 1)->grammar;
  if (before & (PLX_GRAMMAR_ADVERB | PLX_GRAMMAR_BE | PLX_GRAMMAR_DETERMINER))
    return FALSE;
  return token + 1 < self->end && !(plx_frame_word (self, token + 1)->grammar &
                                    (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_PREPOSITION));
}

/* Whether the token itself is, or begins, a border between clauses. */
static gboolean
begins_clause (const PlxFrame *self,
               guint32         token)
{
  const PlxFrameWord *word = plx_frame_word (self, token);
  gboolean after_comma = token > self->begin && self->tokens[token - 1].mark == ',';

  if (word->flags & PLX_TOKEN_PUNCTUATION)
    {
      switch (self->tokens[token].mark)
        {
        case ';': case ':': case '(': case ')': case '-': case '[': case ']':
          return TRUE;
        default:
          return FALSE;
        }
    }
  if (after_comma)
    return begins_after_comma (self, token);
  if (word->grammar & PLX_GRAMMAR_CLAUSE)
    {
      /* "has yet to", "is but" */
      return token == self->begin ||
             !(plx_frame_word (self, token - 1)->grammar & (PLX_GRAMMAR_HAVE | PLX_GRAMMAR_BE));
    }
  if (word->grammar & PLX_GRAMMAR_THAT)
    return token > self->begin && !(plx_frame_word (self, token - 1)->grammar &
                                    (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_NOT));
  if (word->grammar & PLX_GRAMMAR_AND)
    return joins_clauses (self, token);
  return is_clausal_as (self, token);
}

/* Keeps of clauses[1 …] those tokens that do begin a clause. Returns: the number of clauses */
static guint32
find_clauses (PlxFrame *self,
              guint32   n_borders)
{
  guint32 n = 1;

  self->clauses[0] = 0;
  for (guint32 i = 1; i <= n_borders && n < G_MAXUINT16; i++)
    {
      guint32 border = self->clauses[i];

      if (border > 0 && begins_clause (self, self->begin + border))
        self->clauses[n++] = border;
    }
  self->clauses[n] = self->end - self->begin;
  return n;
}

/* Clauses are too short for a loop over each: its end would be guessed wrong every time. */
static void
number_clauses (PlxFrame *self,
                guint32   n_clauses)
{
  guint32 n = self->end - self->begin;
  guint16 clause = 0;

  for (guint32 i = 1; i < n_clauses; i++)
    self->words[self->clauses[i]].clause = 1;
  for (guint32 k = 0; k < n; k++)
    {
      clause += self->words[k].clause;
      self->words[k].clause = clause;
    }
}

static void
add_cue (PlxFrame        *self,
         const PlxMatch  *match,
         const PlxAccept *accept)
{
  PlxFrameCue *cue = plx_frame_cue (self, self->cues->len++);

  cue->match = *match;
  cue->axis = accept->axis;
  cue->base = accept->weight;
  cue->n_governors = 0;
  cue->is_event = accept->role == PLX_ROLE_EVENT;
  cue->governed = cue->dropped = cue->stands_as_noun = FALSE;
  cue->n_steps = 0;
  cue->target = PLX_NONE;
  self->words[match->first - self->begin].cues_begin |= (guint8) (1u << accept->axis);
  self->words[match->last - self->begin].cues_end |= (guint8) (1u << accept->axis);
}

/* Adds a match to one of the arrays, which have room for it. */
static void
add_match (PlxFrame       *self,
           const PlxMatch *match)
{
  const PlxAccept *accept = &self->lexicon->tables.accepts[match->accept];
  guint8 all_axes = (guint8) ((1u << self->lexicon->axes->len) - 1);
  guint8 axes = accept->axis == PLX_AXIS_ALL ? all_axes : (guint8) (1u << accept->axis);

  axes &= (guint8) ~match->shadow;
  if (accept->role <= PLX_ROLE_EVENT)
    {
      add_cue (self, match, accept);
    }
  else if (accept->role == PLX_ROLE_OPERATOR && axes != 0)
    {
      PlxFrameOperator *operator = &g_array_index (self->operators, PlxFrameOperator,
                                                   self->operators->len++);

      *operator = (PlxFrameOperator) { .match = *match, .factor = accept->weight, .parent = PLX_NONE };
      operator->match.shadow = (guint8) ~axes;
      operator->is_verb = (accept->condition & PLX_CONDITION_VERB) != 0;
      self->words[match->first - self->begin].operators |= axes;
    }
  else if (accept->role == PLX_ROLE_SHIFTER && axes != 0)
    {
      PlxFrameShifter *shifter = &g_array_index (self->shifters, PlxFrameShifter,
                                                 self->shifters->len++);

      *shifter = (PlxFrameShifter) { .match = *match, .factor = accept->weight,
                                     .kind = accept->shifter, .scope = accept->scope, .axes = axes };
    }
}

static void
add_matches (PlxFrame         *self,
             const PlxMatcher *matcher)
{
  GArray *arrays[] = { self->cues, self->operators, self->shifters };

  /* room for all at once, and then none of them */
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    {
      g_array_set_size (arrays[i], MAX (arrays[i]->len, matcher->n_matches));
      arrays[i]->len = 0;
    }
  for (guint i = 0; i < matcher->n_matches; i++)
    add_match (self, &matcher->matches[i]);
}

void
plx_frame_build (PlxFrame              *self,
                 const PlxText         *text,
                 const PlxTextSentence *sentence,
                 const PlxMatcher      *matcher)
{
  self->text = text;
  self->sentence = sentence;
  self->tokens = (const PlxToken *) (gconstpointer) text->tokens->data;
  self->begin = sentence->first_token;
  self->end = sentence->first_token + sentence->n_tokens;
  self->is_question = FALSE;
  for (guint32 i = self->end; i > self->begin; i--)
    {
      if (self->tokens[i - 1].flags & PLX_TOKEN_QUOTE)
        continue;
      self->is_question = self->tokens[i - 1].mark == '?';
      break;
    }

  make_room (self, sentence->n_tokens);
  number_clauses (self, find_clauses (self, lay_out_words (self, matcher->grammar)));
  add_matches (self, matcher);
}

void
plx_frame_run (PlxFrame *self)
{
  plx_rule_operator (self);
  plx_rule_negation (self);
  plx_rule_degree (self);
  plx_rule_certainty (self);
  plx_rule_contrast (self);
  plx_rule_question (self);
  plx_rule_repeat (self);
  plx_rule_scare_quote (self);
  plx_rule_target (self);
}

void
plx_frame_add_step (PlxFrame    *self,
                    PlxFrameCue *cue,
                    PlxRule      rule,
                    double       factor,
                    guint32      first_token,
                    guint32      last_token)
{
  PlxStep *step;

  /* three decimals, so that a trace in print gives the very same product */
  factor = round (factor * 1000.0) / 1000.0;
  if (cue->n_steps == PLX_CUE_MAX_STEPS ||
      (factor == 1.0 && !(rule == PLX_RULE_OPERATOR && cue->is_event)))
    return;
  step = &cue->steps[cue->n_steps++];
  *step = (PlxStep) { .factor = factor, .rule = (guint8) rule };
  if (first_token != PLX_NONE)
    step->trigger = (PlxSpan) { self->tokens[first_token].span.start,
                                self->tokens[last_token].span.end };
}

double
plx_frame_cue_weight (const PlxFrameCue *cue)
{
  double weight = cue->base;

  for (guint i = 0; i < cue->n_steps; i++)
    weight *= cue->steps[i].factor;
  return weight;
}

guint32
plx_frame_scope_end (const PlxFrame *self,
                     guint32         last,
                     guint           max_words,
                     gboolean        stop_at_comma)
{
  guint16 clause = plx_frame_word (self, last)->clause;
  guint n = 0;
  guint32 i;

  for (i = last + 1; i < self->end; i++)
    {
      if (plx_frame_word (self, i)->clause != clause)
        break;
      if (stop_at_comma && self->tokens[i].mark == ',')
        break;
      if (plx_frame_is_word (self, i) && !(self->tokens[i].flags & PLX_TOKEN_CLITIC) && n++ == max_words)
        break;
    }
  return i;
}
