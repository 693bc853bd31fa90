/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The closed word classes of English, which the rules find their way by. They are grammar, not
 * opinion, and so are no part of any lexicon. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_GRAMMAR_DETERMINER = 1 << 0,   /* the, this, some */
  PLX_GRAMMAR_POSSESSIVE = 1 << 1,   /* his, their */
  PLX_GRAMMAR_PREPOSITION = 1 << 2,  /* on, against; of, by and to too */
  PLX_GRAMMAR_OF = 1 << 3,
  PLX_GRAMMAR_BY = 1 << 4,
  PLX_GRAMMAR_TO = 1 << 5,
  PLX_GRAMMAR_SUBJECT = 1 << 6,      /* he, they: begins a clause */
  PLX_GRAMMAR_OBJECT = 1 << 7,       /* him, them */
  PLX_GRAMMAR_BE = 1 << 8,
  PLX_GRAMMAR_HAVE = 1 << 9,
  PLX_GRAMMAR_DO = 1 << 10,
  PLX_GRAMMAR_MODAL = 1 << 11,       /* will, may, could */
  PLX_GRAMMAR_AND = 1 << 12,         /* and, or, nor */
  PLX_GRAMMAR_BUT = 1 << 13,
  PLX_GRAMMAR_SUBORDINATOR = 1 << 14,/* because, although, when */
  PLX_GRAMMAR_RELATIVE = 1 << 15,    /* who, which */
  PLX_GRAMMAR_THAT = 1 << 16,
  PLX_GRAMMAR_ADVERB = 1 << 17,      /* already, also, still: stands anywhere, changes nothing */
  PLX_GRAMMAR_NOT = 1 << 18,
  PLX_GRAMMAR_CONDITIONAL = 1 << 19, /* if, unless, whether */
  PLX_GRAMMAR_QUESTION = 1 << 20,    /* how, why, what */
  PLX_GRAMMAR_TITLE = 1 << 21,       /* Mr, President: announces a name */
  PLX_GRAMMAR_MEASURE = 1 << 22,     /* percent, year, Monday: says how much or when */
  PLX_GRAMMAR_ORDER = 1 << 23,       /* last, next: which one */
} PlxGrammarFlags;

#define PLX_GRAMMAR_AUXILIARY \
  (PLX_GRAMMAR_BE | PLX_GRAMMAR_HAVE | PLX_GRAMMAR_DO | PLX_GRAMMAR_MODAL)
#define PLX_GRAMMAR_CLAUSE \
  (PLX_GRAMMAR_BUT | PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_CONDITIONAL)

typedef struct
{
  const char *words; /* separated by spaces */
  guint32     flags; /* PlxGrammarFlags */
} PlxGrammarClass;

/* plx_grammar_get_classes: Returns: the classes, ended by one without words. A word may stand in
 * several. */
const PlxGrammarClass *plx_grammar_get_classes (void);

G_END_DECLS
