/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whom or what a cue is about: one mention of its sentence, by clause and grammar.
 *
 * Each way of finding it is a function of its own; plx_target_assign() asks them in an order that
 * depends on whether the cue is a verb, an adjective or a noun. They know word classes and
 * clauses, not syntax trees: where the sentence leaves it open they give the likelier answer, and
 * where there is no mention at all, none. Cases: tests/cases/targets.txt. */

#include "plx-rules.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_RELATION_NONE,       /* no mention in reach */
  PLX_RELATION_SUBJECT,    /* Trump lied; Micron faces losses */
  PLX_RELATION_PASSIVE,    /* Trump was criticised: the subject bears it */
  PLX_RELATION_COPULA,     /* the ban is unfair */
  PLX_RELATION_OBJECT,     /* criticised Trump */
  PLX_RELATION_COMPLEMENT, /* criticism of Trump, an attack on China */
  PLX_RELATION_POSSESSOR,  /* Trump's failures, his lies */
  PLX_RELATION_APPOSITION, /* Trump, a liar; the terrorist Osama bin Laden */
  PLX_RELATION_PRENOMINAL, /* embattled Micron */
  PLX_RELATION_ANTECEDENT, /* Trump, who lied; said Trump, lying */
  PLX_RELATION_NEAREST,    /* nothing better: the nearest mention in the clause */
  PLX_N_RELATIONS
} PlxTargetRelation;

/* plx_target_assign:
 * @out_mention: (out): index into the frame's mentions, or PLX_NONE
 *
 * Returns: how the mention was found */
PlxTargetRelation plx_target_assign (const PlxFrame *frame, const PlxFrameCue *cue,
                                     guint32 *out_mention);

/* The target that somebody chose, as its words and its name. */
#define PLX_TARGET_MAX_WORDS 16
typedef struct
{
  guint32 words[PLX_TARGET_MAX_WORDS]; /* hashes; titles, articles and 's left out */
  guint   n_words;
  guint32 alias;    /* in the alias table, or PLX_NONE */
  gboolean is_name; /* has a capital: else a topic */
} PlxChosenTarget;

/* plx_chosen_target_set: @name: (nullable): what was asked for; @scratch: filled anew */
void plx_chosen_target_set  (PlxChosenTarget *self, const char *name, const PlxAliases *aliases,
                             PlxText *scratch);

/* plx_chosen_target_mark: flags the mentions of the sentence just scanned by @names that are of the
 *   target, and adds those that are no names by themselves. Returns: whether there is any */
gboolean plx_chosen_target_mark (const PlxChosenTarget *self, PlxNames *names, const PlxText *text,
                                 const PlxTextSentence *sentence);

G_END_DECLS
