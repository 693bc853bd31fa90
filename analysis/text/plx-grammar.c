/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-grammar.h"

static const PlxGrammarClass classes[] = {
  { "the a an this these those some any each every all both another such no several many few "
    "more most enough either neither",
    PLX_GRAMMAR_DETERMINER },
  { "my your his her its our their whose", PLX_GRAMMAR_POSSESSIVE },
  { "on in at for with from into onto over under against about between among through during "
    "after before since until within without toward towards upon across behind beyond despite "
    "amid amidst amongst around along near off out per via as like than",
    PLX_GRAMMAR_PREPOSITION },
  { "of", PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_OF },
  { "by", PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_BY },
  { "to", PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_TO },
  { "i he she it we they you there", PLX_GRAMMAR_SUBJECT },
  { "me him her us them it you myself himself herself itself ourselves themselves yourself",
    PLX_GRAMMAR_OBJECT },
  { "be is are was were been being am 's 're 'm isn't aren't wasn't weren't ain't", PLX_GRAMMAR_BE },
  { "get gets got getting gotten", PLX_GRAMMAR_BE },
  { "have has had having 've hasn't haven't hadn't", PLX_GRAMMAR_HAVE },
  { "do does did don't doesn't didn't", PLX_GRAMMAR_DO },
  { "will would can could may might must shall should ought cannot 'll 'd won't wouldn't can't "
    "couldn't mightn't mustn't shan't shouldn't",
    PLX_GRAMMAR_MODAL },
  { "and or nor", PLX_GRAMMAR_AND },
  { "but yet however nevertheless nonetheless", PLX_GRAMMAR_BUT },
  { "because although though while whereas when whenever once unless lest albeit after before "
    "since until",
    PLX_GRAMMAR_SUBORDINATOR },
  { "if unless whether", PLX_GRAMMAR_CONDITIONAL },
  { "who whom which whose where", PLX_GRAMMAR_RELATIVE },
  { "that", PLX_GRAMMAR_THAT },
  { "already also still just only now then even ever soon later again too very quite rather "
    "so long recently immediately finally simply actually really completely partially partly "
    "fully largely mostly temporarily unilaterally effectively formally officially quickly "
    "sharply slightly significantly substantially dramatically drastically greatly further "
    "fast faster slower instead first today yesterday tomorrow previously reportedly currently far "
    "all",
    PLX_GRAMMAR_ADVERB },
  { "not never n't", PLX_GRAMMAR_NOT | PLX_GRAMMAR_ADVERB },
  { "how why what when where who", PLX_GRAMMAR_QUESTION },
  { "mr mrs ms dr sir president senator governor minister secretary chancellor premier king "
    "queen prince princess pope general colonel captain professor judge justice rep sen gov "
    "representative mayor chairman chairwoman director",
    PLX_GRAMMAR_TITLE },
  { "percent pct cent percentage point points basis fold times pence cents minute minutes hour "
    "hours day days week weeks weekend month months quarter quarters season year years decade "
    "decades century morning afternoon evening night overnight today yesterday tomorrow tonight "
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december spring summer autumn winter",
    PLX_GRAMMAR_MEASURE },
  { "last next previous following same record", PLX_GRAMMAR_ORDER },
  { NULL, 0 },
};

const PlxGrammarClass *
plx_grammar_get_classes (void)
{
  return classes;
}
