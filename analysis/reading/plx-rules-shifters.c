/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"

#include "analysis/text/plx-grammar.h"

/* The rules that shifters drive: negation, degree, certainty. All ask which cues lie in the scope
 * of a shifter; a cue that an operator governs is reached with the operator ("did not lift the
 * ban"). How many words a scope may reach was set by what the words govern in news copy: */
#define NEGATION_WORDS 6
#define NEGATION_BEFORE_WORDS 4
#define DEGREE_WORDS 3
#define HEDGE_WORDS 8
#define MODAL_WORDS 8
#define PAST_WORDS 8

#define SUBORDINATE_FACTOR 0.7

/* What is bad and negated is not good: "not a failure" is worth less than "not a success". */
#define NEGATED_NEGATIVE 0.6

static PlxFrameShifter *
get_shifter (const PlxFrame *frame,
             guint           index)
{
  return &g_array_index (frame->shifters, PlxFrameShifter, index);
}

/* Whether a shifter's words are part of the cue itself. */
static gboolean
is_inside (const PlxFrameShifter *shifter,
           const PlxFrameCue     *cue)
{
  return shifter->match.first <= cue->match.last && cue->match.first <= shifter->match.last &&
         shifter->match.first >= cue->match.first && shifter->match.last <= cue->match.last;
}

/* Whether a negator stands in the gap of a cue: "imposed no sanctions". Patterns of two words
 * only, in which what stands between can be nothing but the gap. */
static gboolean
is_in_gap (const PlxFrameShifter *shifter,
           const PlxFrameCue     *cue)
{
  return !cue->dropped && (shifter->axes & 1u << cue->axis) && cue->match.n_words == 2 &&
         cue->match.first < shifter->match.first && shifter->match.last < cue->match.last;
}

/* Whether a shifter may act on a cue, wherever it stands. */
static gboolean
may_act (const PlxFrameShifter *shifter,
         const PlxFrameCue     *cue)
{
  return !cue->dropped && (shifter->axes & 1u << cue->axis) && !is_inside (shifter, cue);
}

typedef struct
{
  guint32 begin, end; /* tokens in which a cue, or an operator that governs it, must begin */
} Scope;

/* Where a shifter acts. */
static Scope
get_scope (const PlxFrame        *frame,
           const PlxFrameShifter *shifter,
           guint                  max_words,
           gboolean               stop_at_comma)
{
  guint16 clause = plx_frame_word (frame, shifter->match.last)->clause;
  Scope scope = { shifter->match.last + 1, shifter->match.last + 1 };

  switch ((PlxScope) shifter->scope)
    {
    case PLX_SCOPE_CLAUSE:
      scope.begin = MIN (plx_frame_clause_begin (frame, shifter->match.last), shifter->match.first);
      scope.end = plx_frame_clause_end (frame, shifter->match.last);
      break;
    case PLX_SCOPE_BEFORE:
      scope.begin = scope.end = shifter->match.first;
      clause = plx_frame_word (frame, shifter->match.first)->clause;
      for (guint n = 0; n < max_words && scope.begin > frame->begin &&
                        plx_frame_word (frame, scope.begin - 1)->clause == clause; n++)
        scope.begin--;
      break;
    case PLX_SCOPE_PREFIX:
      scope.end++;
      break;
    case PLX_SCOPE_SUFFIX:
      scope.begin = shifter->match.first - 1;
      scope.end = shifter->match.first;
      break;
    case PLX_SCOPE_AFTER:
    default:
      scope.end = plx_frame_scope_end (frame, shifter->match.last, max_words, stop_at_comma);
      break;
    }
  return scope;
}

/* "failure to act has hurt families", "a lack of trust is felt": what an infinitive or a preposition
 * opens ends before the verb of the clause. */
static void
end_before_finite_verb (const PlxFrame        *frame,
                        const PlxFrameShifter *shifter,
                        Scope                 *scope)
{
  if (shifter->match.first == shifter->match.last ||
      !(plx_frame_word (frame, shifter->match.last)->grammar & (PLX_GRAMMAR_TO | PLX_GRAMMAR_PREPOSITION)))
    return;
  for (guint32 i = scope->begin; i < scope->end; i++)
    {
      guint32 grammar = plx_frame_word (frame, i)->grammar;

      if ((grammar & PLX_GRAMMAR_AUXILIARY) && i > scope->begin)
        scope->end = i;
    }
}

static gboolean
is_in_scope (const Scope       *scope,
             const PlxFrameCue *cue)
{
  if (scope->begin <= cue->match.first && cue->match.first < scope->end)
    return TRUE;
  for (guint i = 0; i < cue->n_governors; i++)
    {
      if (scope->begin <= cue->governors[i] && cue->governors[i] < scope->end)
        return TRUE;
    }
  return FALSE;
}

void
plx_rule_negation (PlxFrame *frame)
{
  for (guint s = 0; s < frame->shifters->len; s++)
    {
      PlxFrameShifter *shifter = get_shifter (frame, s);
      Scope scope;

      if (shifter->kind != PLX_SHIFTER_NEGATOR)
        continue;
      scope = get_scope (frame, shifter,
                         shifter->scope == PLX_SCOPE_BEFORE ? NEGATION_BEFORE_WORDS : NEGATION_WORDS, TRUE);
      if (shifter->scope == PLX_SCOPE_AFTER)
        end_before_finite_verb (frame, shifter, &scope);
      for (guint i = 0; i < frame->cues->len; i++)
        {
          PlxFrameCue *cue = plx_frame_cue (frame, i);
          double factor = shifter->factor;

          if (!is_in_gap (shifter, cue) && (!is_in_scope (&scope, cue) || !may_act (shifter, cue)))
            continue;
          if (plx_frame_cue_weight (cue) < 0)
            factor *= NEGATED_NEGATIVE;
          plx_frame_add_step (frame, cue, PLX_RULE_NEGATION, factor, shifter->match.first,
                              shifter->match.last);
        }
    }
}

/* "improved greatly", "praised him greatly" */
static gboolean
stands_just_before (const PlxFrame        *frame,
                    const PlxFrameCue     *cue,
                    const PlxFrameShifter *shifter)
{
  if (cue->match.last + 1 == shifter->match.first)
    return TRUE;
  return cue->match.last + 2 == shifter->match.first &&
         (plx_frame_word (frame, cue->match.last + 1)->grammar & PLX_GRAMMAR_OBJECT);
}

/* The one cue that an adverb or adjective of degree is about: the first within a few words after
 * it, else the one whose words (or whose operator's) end just before it ("improved greatly"). */
static void
apply_degree (PlxFrame        *frame,
              PlxFrameShifter *shifter,
              PlxRule          rule)
{
  Scope scope = get_scope (frame, shifter, DEGREE_WORDS, TRUE);
  guint8 done = 0;

  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);
      guint8 bit = (guint8) (1u << cue->axis);

      if (!(done & bit) && is_in_scope (&scope, cue) && may_act (shifter, cue))
        {
          plx_frame_add_step (frame, cue, rule, shifter->factor, shifter->match.first,
                              shifter->match.last);
          done |= bit;
        }
    }
  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);
      guint8 bit = (guint8) (1u << cue->axis);

      if (!(done & bit) && may_act (shifter, cue) && stands_just_before (frame, cue, shifter))
        {
          plx_frame_add_step (frame, cue, rule, shifter->factor, shifter->match.first,
                              shifter->match.last);
          done |= bit;
        }
    }
}

void
plx_rule_degree (PlxFrame *frame)
{
  for (guint s = 0; s < frame->shifters->len; s++)
    {
      PlxFrameShifter *shifter = get_shifter (frame, s);

      if (shifter->kind == PLX_SHIFTER_AMPLIFIER)
        apply_degree (frame, shifter, PLX_RULE_AMPLIFIER);
      else if (shifter->kind == PLX_SHIFTER_DOWNTONER)
        apply_degree (frame, shifter, PLX_RULE_DOWNTONER);
    }
}

/* Hedges, modals and words of the past each lower every cue in their scope, but none twice: the
 * strongest of each kind counts. */
static const struct
{
  PlxShifterKind kind;
  PlxRule        rule;
  guint          max_words;
} certainties[] = {
  { PLX_SHIFTER_HEDGE, PLX_RULE_HEDGE, HEDGE_WORDS },
  { PLX_SHIFTER_MODAL, PLX_RULE_MODALITY, MODAL_WORDS },
  { PLX_SHIFTER_PAST, PLX_RULE_BACKGROUND, PAST_WORDS },
};
#define N_CERTAINTIES G_N_ELEMENTS (certainties)

/* Returns: the index among the certainties, N_CERTAINTIES for a shifter of another kind */
static guint
find_certainty (const PlxFrameShifter *shifter)
{
  guint i = 0;

  while (i < N_CERTAINTIES && certainties[i].kind != shifter->kind)
    i++;
  return i;
}

/* Notes where each shifter of certainty reaches. Returns: whether there is any */
static gboolean
find_reaches (PlxFrame *frame)
{
  gboolean has_any = FALSE;

  for (guint s = 0; s < frame->shifters->len; s++)
    {
      PlxFrameShifter *shifter = get_shifter (frame, s);
      guint which = find_certainty (shifter);
      Scope scope;

      shifter->certainty = (guint8) which;
      if (which == N_CERTAINTIES)
        continue;
      scope = get_scope (frame, shifter, certainties[which].max_words, TRUE);
      shifter->reach_begin = scope.begin;
      shifter->reach_end = scope.end;
      has_any = TRUE;
    }
  return has_any;
}

static void
apply_certainty (PlxFrame    *frame,
                 PlxFrameCue *cue)
{
  const PlxFrameShifter *strongest[N_CERTAINTIES + 1] = { NULL };

  for (guint s = 0; s < frame->shifters->len; s++)
    {
      const PlxFrameShifter *shifter = get_shifter (frame, s);
      guint which = shifter->certainty;
      Scope scope = { shifter->reach_begin, shifter->reach_end };

      if (which < N_CERTAINTIES && may_act (shifter, cue) && is_in_scope (&scope, cue) &&
          (strongest[which] == NULL || shifter->factor < strongest[which]->factor))
        strongest[which] = shifter;
    }
  for (guint i = 0; i < N_CERTAINTIES; i++)
    {
      if (strongest[i] != NULL)
        plx_frame_add_step (frame, cue, certainties[i].rule, strongest[i]->factor,
                            strongest[i]->match.first, strongest[i]->match.last);
    }
}

/* What stands in a relative clause, or one with after, since, because … is told as background to
 * the main clause. (Concessions have a rule of their own.) */
static void
apply_subordination (PlxFrame    *frame,
                     PlxFrameCue *cue)
{
  guint32 first = plx_frame_clause_begin (frame, cue->match.first);

  if (plx_frame_word (frame, first)->grammar & (PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_SUBORDINATOR))
    plx_frame_add_step (frame, cue, PLX_RULE_BACKGROUND, SUBORDINATE_FACTOR, first, first);
}

void
plx_rule_certainty (PlxFrame *frame)
{
  gboolean has_any = find_reaches (frame);

  for (guint i = 0; i < frame->cues->len; i++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, i);

      if (cue->dropped)
        continue;
      apply_subordination (frame, cue);
      if (has_any)
        apply_certainty (frame, cue);
    }
}
