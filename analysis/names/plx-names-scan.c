/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-names-scan-private.h"

#include "analysis/text/plx-grammar.h"

/* How many sentences back a pronoun may look. */
#define REACH_PERSON 2
#define REACH_THING 1

/* "the minister", "the former president", "the company", after their article at @token. */
static void
take_role (Scan   *scan,
           guint32 token,
           guint32 person,
           guint32 thing)
{
  guint32 noun = token + 1;
  guint32 words;

  if (noun >= scan->end || plx_span_length (scan->tokens[token].span) != 3)
    return;
  words = word_flags (scan, noun);
  if ((words & PLX_NAME_WORD_FORMER) && noun + 1 < scan->end)
    words = word_flags (scan, ++noun);
  if (!(words & (PLX_NAME_WORD_ROLE | PLX_NAME_WORD_FIRM)))
    return;
  if (is_capitalised (&scan->tokens[noun]) ||
      (noun + 1 < scan->end && is_capitalised (&scan->tokens[noun + 1])))
    return;
  plx_names_add_mention (scan, token, noun, noun, words & PLX_NAME_WORD_ROLE ? person : thing,
                         PLX_MENTION_ROLE);
}

/* "he", "it", "the minister": the last name that fits, if it is near. */
static void
take_reference (Scan   *scan,
                guint32 token,
                guint32 grammar)
{
  PlxNames *names = scan->names;
  guint32 person = scan->person;
  guint32 thing = scan->thing;
  guint32 words;

  if (person == PLX_NONE && names->n_sentences - names->person_sentence <= REACH_PERSON)
    person = names->person;
  if (thing == PLX_NONE && names->n_sentences - names->thing_sentence <= REACH_THING)
    thing = names->thing;
  if (grammar & PLX_GRAMMAR_DETERMINER)
    {
      take_role (scan, token, person, thing);
      return;
    }
  words = word_flags (scan, token);
  if (words & PLX_NAME_WORD_HE)
    plx_names_add_mention (scan, token, token, token, person, PLX_MENTION_PRONOUN);
  else if (words & PLX_NAME_WORD_IT)
    plx_names_add_mention (scan, token, token, token, thing, PLX_MENTION_PRONOUN);
  else if (words & PLX_NAME_WORD_THEY)
    plx_names_add_mention (scan, token, token, token, PLX_NONE, PLX_MENTION_PRONOUN);
}

/* Whether the sentence is a headline in title case or capitals. */
static gboolean
is_all_capitalised (const Scan *scan,
                    guint32     n_words)
{
  guint n = 0;

  /* headlines have no stop */
  if (n_words < 4 || scan->tokens[scan->end - 1].mark == '.')
    return FALSE;
  /* most sentences show at their second to fourth word that they are none */
  for (guint32 i = scan->begin + 1; i < scan->begin + 4; i++)
    n += is_capitalised (&scan->tokens[i]);
  if (n == 0)
    return FALSE;
  n = 0;
  for (guint32 i = scan->begin; i < scan->end; i++)
    n += is_capitalised (&scan->tokens[i]);
  return n * 10 > n_words * 6;
}

static void
remember (PlxNames   *names,
          const Scan *scan)
{
  if (scan->first_person != PLX_NONE)
    {
      names->person = scan->first_person;
      names->person_sentence = names->n_sentences;
    }
  if (scan->first_thing != PLX_NONE)
    {
      names->thing = scan->first_thing;
      names->thing_sentence = names->n_sentences;
    }
  names->n_sentences++;
}

#define REFERS (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_OBJECT | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_DETERMINER)

/* Picks the tokens that a mention may begin with into the names' points. Every place is written and
 * kept only if the token counts, so that there is no branch to guess wrong.
 * Returns: how many they are */
static guint32
find_points (const Scan *scan)
{
  PlxNames *names = scan->names;
  guint32 n = 0;

  if (names->room < scan->end - scan->begin + 1)
    {
      names->room = MAX (2 * names->room, scan->end - scan->begin + 1);
      names->points = g_renew (guint32, names->points, names->room);
    }
  for (guint32 i = scan->begin; i < scan->end; i++)
    {
      names->points[n] = i;
      n += ((scan->tokens[i].flags & PLX_TOKEN_CAPITALISED) | (scan->grammar[i - scan->begin] & REFERS)) != 0;
    }
  return n;
}

void
plx_names_scan (PlxNames              *self,
                const PlxText         *text,
                const PlxTextSentence *sentence,
                const guint32         *grammar,
                gboolean               is_title,
                gboolean               is_leading)
{
  Scan scan = { .names = self, .text = text, .grammar = grammar,
                .tokens = (const PlxToken *) (gconstpointer) text->tokens->data,
                .begin = sentence->first_token,
                .end = sentence->first_token + sentence->n_tokens,
                .is_title = is_title, .is_leading = is_leading,
                .person = PLX_NONE, .thing = PLX_NONE,
                .first_person = PLX_NONE, .first_thing = PLX_NONE };
  guint32 n_points;

  g_array_set_size (self->mentions, 0);
  scan.is_capitalised = is_all_capitalised (&scan, sentence->n_words);
  n_points = find_points (&scan);
  for (guint32 k = 0, from = scan.begin; k < n_points; k++)
    {
      guint32 i = self->points[k];
      guint32 flags = grammar[i - scan.begin];

      if (i < from)
        continue;
      if (is_capitalised (&scan.tokens[i]) &&
          !(flags & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_DETERMINER)))
        from = plx_names_take_capitalised (&scan, i);
      else if (flags & REFERS)
        take_reference (&scan, i, flags);
    }
  remember (self, &scan);
}
