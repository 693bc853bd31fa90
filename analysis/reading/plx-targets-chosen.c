/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-targets.h"

#include "analysis/names/plx-name-words.h"
#include "analysis/text/plx-grammar.h"

#include <string.h>

/* The target that was chosen: which mentions are of it. */

/* How sure a mention's words make it. */
typedef enum
{
  MATCH_NONE,
  MATCH_PART,  /* "Trump" for "Donald Trump", or the other way */
  MATCH_ALIAS, /* the same thing by the alias table */
  MATCH_WORDS, /* the very words */
} Match;

static gboolean
is_left_out (const PlxToken *token)
{
  static const guint32 flags = PLX_NAME_WORD_TITLE | PLX_NAME_WORD_SUFFIX;

  return token->hash == 0 || (token->flags & PLX_TOKEN_CLITIC) ||
         (plx_name_word_lookup (token->hash) & flags) != 0;
}

void
plx_chosen_target_set (PlxChosenTarget  *self,
                       const char       *name,
                       const PlxAliases *aliases,
                       PlxText          *scratch)
{
  gsize length;

  *self = (PlxChosenTarget) { .alias = PLX_NONE };
  if (name == NULL)
    return;
  length = MIN (strlen (name), 1000);
  plx_text_set_bytes (scratch, name, length);
  plx_text_read_span (scratch, (PlxSpan) { 0, (guint32) length });
  for (guint pass = 0; pass < 2 && self->n_words == 0; pass++)
    {
      for (guint i = 0; i < scratch->tokens->len && self->n_words < PLX_TARGET_MAX_WORDS; i++)
        {
          const PlxToken *token = &g_array_index (scratch->tokens, PlxToken, i);

          /* the second time round: a target of nothing but titles ("the President") */
          if (token->hash == 0 || (token->flags & PLX_TOKEN_CLITIC) || (pass == 0 && is_left_out (token)))
            continue;
          if (i == 0 && scratch->tokens->len > 1 && plx_span_length (token->span) == 3 &&
              token->hash == plx_word_hash ("the", 3))
            continue;
          if (token->flags & PLX_TOKEN_CAPITALISED)
            self->is_name = TRUE;
          self->words[self->n_words++] = token->hash;
        }
    }
  if (self->n_words == 1)
    self->is_name = TRUE;
  if (aliases != NULL)
    {
      guint32 key = PLX_ALIASES_KEY_INIT;

      for (guint i = 0; i < self->n_words; i++)
        key = plx_aliases_key (key, self->words[i]);
      if (self->n_words > 0)
        self->alias = plx_aliases_lookup_key (aliases, key, NULL);
    }
}

static Match
match_mention (const PlxChosenTarget *self,
               const PlxNames        *names,
               const PlxText         *text,
               const PlxMention      *mention)
{
  guint n = 0, same = 0;
  guint32 last = 0;
  guint32 name = plx_names_resolve (names, mention->name);

  for (guint32 i = mention->first; i <= mention->last; i++)
    {
      const PlxToken *token = &g_array_index (text->tokens, PlxToken, i);

      if (is_left_out (token) && mention->first != mention->last)
        continue;
      n++;
      last = token->hash;
      for (guint k = 0; k < self->n_words; k++)
        {
          if (token->hash == self->words[k])
            {
              same++;
              break;
            }
        }
    }
  if (same > 0 && same == n && n >= self->n_words)
    return MATCH_WORDS;
  if (self->alias != PLX_NONE && name != PLX_NONE && plx_names_get (names, name)->alias == self->alias)
    return MATCH_ALIAS;
  if (same == 0 || mention->name == PLX_NONE)
    return MATCH_NONE;
  /* part of the other: all of the shorter one's words, the last name among them */
  if (same == MIN (n, self->n_words) &&
      (n <= self->n_words || last == self->words[self->n_words - 1]))
    return MATCH_PART;
  /* Donald J. Trump and Donald Trump */
  return same >= 2 && last == self->words[self->n_words - 1] ? MATCH_PART : MATCH_NONE;
}

/* A target that the scan took for no name: its words as they stand. */
static gboolean
add_as_written (const PlxChosenTarget *self,
                PlxNames              *names,
                const PlxText         *text,
                const PlxTextSentence *sentence)
{
  const PlxToken *tokens = (const PlxToken *) (gconstpointer) text->tokens->data;
  guint32 end = sentence->first_token + sentence->n_tokens;
  gboolean found = FALSE;

  for (guint32 i = sentence->first_token; i < end; i++)
    {
      PlxMention mention = { i, i, i, PLX_NONE, PLX_MENTION_TARGET };
      guint n = 0;
      guint at = 0;

      for (guint32 t = i; t < end && n < self->n_words; t++)
        {
          if (tokens[t].hash == 0)
            continue;
          if (tokens[t].hash != self->words[n])
            break;
          mention.last = t;
          n++;
        }
      if (n < self->n_words)
        continue;
      while (at < names->mentions->len &&
             g_array_index (names->mentions, PlxMention, at).first <= mention.last)
        at++;
      g_array_insert_val (names->mentions, at, mention);
      found = TRUE;
      i = mention.last;
    }
  return found;
}

gboolean
plx_chosen_target_mark (const PlxChosenTarget *self,
                        PlxNames              *names,
                        const PlxText         *text,
                        const PlxTextSentence *sentence)
{
  GArray *mentions = names->mentions;
  Match best = MATCH_NONE;
  guint32 name = PLX_NONE;

  if (self->n_words == 0)
    return FALSE;
  for (guint i = 0; i < mentions->len; i++)
    {
      PlxMention *mention = &g_array_index (mentions, PlxMention, i);
      Match match = match_mention (self, names, text, mention);

      if (match > best)
        {
          best = match;
          name = plx_names_resolve (names, mention->name);
        }
    }
  if (best == MATCH_NONE)
    return add_as_written (self, names, text, sentence);
  for (guint i = 0; i < mentions->len; i++)
    {
      PlxMention *mention = &g_array_index (mentions, PlxMention, i);
      guint32 resolved = plx_names_resolve (names, mention->name);

      if ((resolved != PLX_NONE && resolved == name) ||
          match_mention (self, names, text, mention) == best)
        mention->flags |= PLX_MENTION_TARGET;
    }
  return TRUE;
}
