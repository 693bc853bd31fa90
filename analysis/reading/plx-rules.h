/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rules: what the words around a cue do to its weight.
 *
 * A frame is one sentence laid out for them: its words with their grammar and clause, its cues,
 * operators and shifters. Each rule looks at the frame and adds steps to cues; a step is a factor
 * with the words that caused it, and nothing but steps changes a weight. Rules run in the order
 * of PlxRule, each once. A rule is a plain function, so a test can run one alone. */

#include "analysis/lexicon/plx-matcher.h"
#include "analysis/names/plx-names.h"
#include "plx-reading.h"

G_BEGIN_DECLS

#define PLX_CUE_MAX_STEPS 12
#define PLX_CUE_MAX_GOVERNORS 4

typedef struct
{
  PlxMatch  match;
  PlxAxisId axis;
  double    base;
  guint32   governors[PLX_CUE_MAX_GOVERNORS]; /* first tokens of the operators that govern it */
  guint     n_governors;
  gboolean  is_event; /* silent until an operator governs it */
  gboolean  governed;
  gboolean  stands_as_noun; /* a verb of the lexicon that is a subject here: "fears eased" */
  gboolean  dropped;  /* a silent event */
  guint32   target;   /* whom it is about: index into the frame's mentions, or PLX_NONE */
  guint     n_steps;
  PlxStep   steps[PLX_CUE_MAX_STEPS];
} PlxFrameCue;

typedef struct
{
  PlxMatch match;
  double   factor;
  guint32  parent;    /* an operator that governs this one, or PLX_NONE */
  gboolean is_verb;
  guint8   used;      /* axes (bits) on which it acted on something, */
  guint8   raised;    /* on which it made its own subject speak for the positive pole, */
  guint8   lowered;   /* and for the negative one */
} PlxFrameOperator;

typedef struct
{
  PlxMatch match;
  double   factor;
  guint8   kind;  /* PlxShifterKind */
  guint8   scope; /* PlxScope */
  guint8   axes;  /* axes (bits) on which it acts */
  guint8   certainty; /* for plx_rule_certainty(): which of its kinds, */
  guint32  reach_begin, reach_end; /* and the tokens that it reaches */
} PlxFrameShifter;

/* What is known of one word of the sentence. */
typedef struct
{
  guint32 grammar; /* PlxGrammarFlags */
  guint16 clause;  /* counts from 0 in each sentence */
  guint16 flags;   /* PlxTokenFlags */
  guint8  cues_begin; /* axes (bits) of the cues that begin with it, */
  guint8  cues_end;   /* and of those that end with it */
  guint8  operators;  /* axes (bits) on which an operator acts that begins with it */
} PlxFrameWord;

typedef struct
{
  /* borrowed */
  const PlxLexicon      *lexicon;
  const PlxText         *text;
  const PlxTextSentence *sentence;
  const PlxToken        *tokens; /* of the text */

  guint32 begin, end;  /* the sentence's tokens: [begin, end) */
  PlxFrameWord *words; /* from `begin` */
  guint32 *clauses;    /* where each begins, counted from `begin`; and the end of the last */
  guint32 room;        /* of both */
  GArray *cues;        /* of PlxFrameCue */
  GArray *operators;   /* of PlxFrameOperator */
  GArray *shifters;    /* of PlxFrameShifter */
  gboolean is_question;
  gboolean has_quotes;  /* some token is a quotation mark */
  gboolean has_digits;  /* some token is a number, or a word with digits: "EUR12m" */
  const PlxMention *mentions; /* borrowed: of the sentence, by first token */
  guint32  n_mentions;
  gboolean has_target;  /* some of them are of the chosen target */
} PlxFrame;

void plx_frame_init  (PlxFrame *self, const PlxLexicon *lexicon);
void plx_frame_clear (PlxFrame *self);

/* plx_frame_build: lays out one sentence with what @matcher, which has just scanned it, found */
void plx_frame_build (PlxFrame *self, const PlxText *text, const PlxTextSentence *sentence,
                      const PlxMatcher *matcher);

/* plx_frame_run: runs every rule, in order */
void plx_frame_run   (PlxFrame *self);

/* The rules. */
void plx_rule_operator (PlxFrame *frame); /* an operator brings an event about or undoes it */
void plx_rule_figures (PlxFrame *frame);  /* two figures with a link between them, part of the former */
void plx_rule_negation (PlxFrame *frame);
void plx_rule_degree   (PlxFrame *frame); /* amplifiers and downtoners */
void plx_rule_certainty (PlxFrame *frame); /* hedges, modality, background */
void plx_rule_contrast (PlxFrame *frame); /* contrast and concession */
void plx_rule_question (PlxFrame *frame);
void plx_rule_scare_quote (PlxFrame *frame);
void plx_rule_repeat   (PlxFrame *frame); /* the same entry again in one sentence */
void plx_rule_target   (PlxFrame *frame);

/* plx_frame_add_step: multiplies a cue's weight by @factor, and says why. A factor of 1 says
 * nothing and adds no step, unless it is the operator without which an event would be silent. */
void plx_frame_add_step (PlxFrame *self, PlxFrameCue *cue, PlxRule rule, double factor,
                         guint32 first_token, guint32 last_token);

/* plx_frame_cue_weight: Returns: base times the factors of all steps so far */
double plx_frame_cue_weight (const PlxFrameCue *cue);

/* plx_frame_scope_end: Returns: the token at which the scope of something that ends with the
 *   token @last ends: the border of its clause, a comma if @stop_at_comma, or @max_words on */
guint32 plx_frame_scope_end (const PlxFrame *self, guint32 last, guint max_words,
                             gboolean stop_at_comma);

static inline const PlxFrameWord *
plx_frame_word (const PlxFrame *self,
                guint32         token)
{
  return &self->words[token - self->begin];
}

/* plx_frame_clause_begin, plx_frame_clause_end: Returns: the first token of the clause of @token; the
 *   token after its last */
static inline guint32
plx_frame_clause_begin (const PlxFrame *self,
                        guint32         token)
{
  return self->begin + self->clauses[plx_frame_word (self, token)->clause];
}

static inline guint32
plx_frame_clause_end (const PlxFrame *self,
                      guint32         token)
{
  return self->begin + self->clauses[plx_frame_word (self, token)->clause + 1];
}

static inline PlxFrameCue *
plx_frame_cue (const PlxFrame *self,
               guint           index)
{
  return &g_array_index (self->cues, PlxFrameCue, index);
}

static inline gboolean
plx_frame_is_word (const PlxFrame *self,
                   guint32         token)
{
  return self->tokens[token].hash != 0;
}

G_END_DECLS
