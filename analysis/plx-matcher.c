/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-matcher.h"

#include <string.h>

#include "plx-matcher-condition.h"

/* One walk through the trie from a first word. */
typedef struct
{
  PlxMatcher     *matcher;
  PlxMatchContext context;
  guint32         first;
  PlxMatch        best[PLX_N_LAYERS];
  guint32         have; /* layers, as bits, with a best match */
  guint           steps;
} Walk;

/* Gaps and wildcards branch; a walk that takes more steps than this is given up, so that no
 * lexicon can make a sentence take for ever. */
#define MAX_STEPS 400

void
plx_matcher_init (PlxMatcher       *self,
                  const PlxLexicon *lexicon)
{
  const PlxRootSlot *slot = plx_lexicon_find_root (lexicon, plx_word_hash ("not", 3));

  self->lexicon = lexicon;
  self->matches = g_array_new (FALSE, FALSE, sizeof (PlxMatch));
  self->not_state = slot != NULL ? slot->state : PLX_NONE;
}

void
plx_matcher_clear (PlxMatcher *self)
{
  g_clear_pointer (&self->matches, g_array_unref);
}

/* Longest first, then fewest wildcards, then the later line. */
static gboolean
is_better (const PlxMatch *match,
           const PlxMatch *than)
{
  if (match->n_words != than->n_words)
    return match->n_words > than->n_words;
  if (match->n_wildcards != than->n_wildcards)
    return match->n_wildcards < than->n_wildcards;
  return match->entry > than->entry;
}

static void
accept_state (Walk           *walk,
              const PlxState *state,
              guint32         last)
{
  const PlxLexicon *lexicon = walk->matcher->lexicon;

  for (guint32 i = state->first_accept; i != PLX_NONE; )
    {
      const PlxAccept *accept = &g_array_index (lexicon->accepts, PlxAccept, i);
      PlxMatch match = { accept->entry, walk->first, last, accept->n_words, accept->n_wildcards,
                         accept->form, accept->layer, 0 };
      guint32 bit = 1u << accept->layer;

      if ((!(walk->have & bit) || is_better (&match, &walk->best[accept->layer])) &&
          plx_match_holds (&walk->context,
                           &g_array_index (lexicon->entries, PlxEntry, accept->entry),
                           &g_array_index (lexicon->conditions, PlxCondition, accept->entry), &match))
        {
          walk->best[accept->layer] = match;
          walk->have |= bit;
        }
      i = accept->next;
    }
}

/* The token after @index that may go on a phrase: quotation marks are stepped over, any other
 * punctuation ends it. */
static guint32
next_in_phrase (const Walk *walk,
                guint32     index)
{
  const PlxToken *tokens = walk->context.tokens;

  for (index++; index < walk->context.end; index++)
    {
      if (tokens[index].hash != 0)
        return index;
      if (!(tokens[index].flags & PLX_TOKEN_QUOTE))
        return PLX_NONE;
    }
  return PLX_NONE;
}

static void walk_state (Walk *walk, guint32 state_index, guint32 last);

static void
walk_word (Walk   *walk,
           guint32 state_index,
           guint32 token_index)
{
  const PlxLexicon *lexicon = walk->matcher->lexicon;
  const PlxState *state = &g_array_index (lexicon->states, PlxState, state_index);
  const PlxToken *token = &walk->context.tokens[token_index];

  if (state->has_edges)
    {
      const PlxEdgeSlot *edge = plx_lexicon_find_edge (lexicon, state_index, token->hash);

      if (edge != NULL)
        walk_state (walk, edge->state, token_index);
    }
  for (guint32 i = state->first_wild; i != PLX_NONE; )
    {
      const PlxWildEdge *edge = &g_array_index (lexicon->wild_edges, PlxWildEdge, i);

      if (plx_word_matches (lexicon, &edge->word, walk->context.bytes, token))
        walk_state (walk, edge->state, token_index);
      i = edge->next;
    }
}

static void
walk_state (Walk   *walk,
            guint32 state_index,
            guint32 last)
{
  const PlxState *state = &g_array_index (walk->matcher->lexicon->states, PlxState, state_index);
  guint32 next;

  if (++walk->steps > MAX_STEPS)
    return;
  if (state->first_accept != PLX_NONE)
    accept_state (walk, state, last);
  if (!state->has_edges && state->first_wild == PLX_NONE && state->gap == PLX_NONE)
    return;

  next = next_in_phrase (walk, last);
  if (next == PLX_NONE)
    return;
  if (state->has_edges || state->first_wild != PLX_NONE)
    walk_word (walk, state_index, next);
  for (guint skipped = 0; state->gap != PLX_NONE && next != PLX_NONE && skipped <= PLX_PATTERN_MAX_GAP;
       skipped++)
    {
      walk_word (walk, state->gap, next);
      next = next_in_phrase (walk, next);
    }
}

/* Tries the wildcards of first words. */
static void
walk_wildcards (Walk           *walk,
                const PlxToken *token)
{
  const PlxLexicon *lexicon = walk->matcher->lexicon;
  const char *text = walk->context.bytes + token->span.start;
  gsize length = plx_span_length (token->span);
  guint32 key;

  if (length < PLX_WILDCARD_MIN_LETTERS)
    return;
  key = plx_letters_key (text);
  if (!(lexicon->wild_prefixes[key >> 5] & 1u << (key & 31)))
    {
      key = plx_letters_key (text + length - 3);
      if (!lexicon->has_wild_suffixes || !(lexicon->wild_suffixes[key >> 5] & 1u << (key & 31)))
        return;
    }
  for (guint32 i = g_array_index (lexicon->states, PlxState, 0).first_wild; i != PLX_NONE; )
    {
      const PlxWildEdge *edge = &g_array_index (lexicon->wild_edges, PlxWildEdge, i);

      if (plx_word_matches (lexicon, &edge->word, walk->context.bytes, token))
        walk_state (walk, edge->state, walk->first);
      i = edge->next;
    }
}

static void
walk_literal (Walk           *walk,
              const PlxToken *token)
{
  const PlxLexicon *lexicon = walk->matcher->lexicon;
  const PlxRootSlot *slot = plx_lexicon_find_root (lexicon, token->hash);
  const char *word;
  gsize length;

  if (slot == NULL || slot->state == PLX_NONE)
    return;
  word = plx_pool_get (lexicon, slot->word, &length);
  if (plx_word_equal (walk->context.bytes + token->span.start, plx_span_length (token->span), word,
                      length))
    walk_state (walk, slot->state, walk->first);
}

/* All that begins at one token, into best[]. */
static void
walk_from (Walk    *walk,
           guint32  index,
           gboolean literal)
{
  const PlxLexicon *lexicon = walk->matcher->lexicon;
  const PlxToken *token = &walk->context.tokens[index];

  walk->first = index;
  walk->have = 0;
  walk->steps = 0;
  if (literal)
    walk_literal (walk, token);
  if ((token->flags & PLX_TOKEN_NEGATED) && walk->matcher->not_state != PLX_NONE)
    walk_state (walk, walk->matcher->not_state, index);
  if (lexicon->has_wild_prefixes || lexicon->has_wild_suffixes)
    walk_wildcards (walk, token);
}

/* A cue for exactly the words of a block was meant: the block keeps other words from matching. */
static gboolean
is_cue_for_same_words (const PlxMatch *match,
                       const PlxMatch *block)
{
  return match->layer < PLX_MAX_AXES && match->first == block->first && match->last == block->last;
}

/* Takes out what a block of at least as many words shields. */
static void
apply_blocks (GArray *matches)
{
  guint kept = 0;
  PlxMatch *all = (PlxMatch *) (gpointer) matches->data;

  for (guint i = 0; i < matches->len; i++)
    {
      gboolean shielded = FALSE;

      /* blocks are short: those that reach a match begin among its near neighbours */
      for (int step = -1; step <= 1 && all[i].layer != PLX_LAYER_BLOCK && !shielded; step += 2)
        {
          for (guint j = i + (guint) step; j < matches->len; j += (guint) step)
            {
              if (all[j].first + PLX_PATTERN_MAX_WORDS * (PLX_PATTERN_MAX_GAP + 1) < all[i].first ||
                  all[j].first > all[i].last)
                break;
              if (all[j].layer == PLX_LAYER_BLOCK && all[j].last >= all[i].first &&
                  all[j].n_words >= all[i].n_words && !is_cue_for_same_words (&all[i], &all[j]))
                {
                  shielded = TRUE;
                  break;
                }
            }
        }
      if (shielded)
        all[i].form = G_MAXUINT8; /* marked; taken out below, when no other looks at it any more */
    }
  for (guint i = 0; i < matches->len; i++)
    {
      if (all[i].form != G_MAXUINT8 && all[i].layer != PLX_LAYER_BLOCK)
        all[kept++] = all[i];
    }
  g_array_set_size (matches, kept);
}

/* Notes for each operator and shifter on which axes a longer cue or event holds its words: the
 * "no" of "no confidence" is part of the cue there, and negates nothing. */
static void
apply_shadows (GArray *matches)
{
  PlxMatch *all = (PlxMatch *) (gpointer) matches->data;

  for (guint i = 0; i < matches->len; i++)
    {
      const PlxMatch *cue = &all[i];

      if (cue->layer >= PLX_MAX_AXES || cue->n_words < 2)
        continue;
      for (guint j = i + 1; j < matches->len && all[j].first <= cue->last; j++)
        {
          if (all[j].layer >= PLX_MAX_AXES && all[j].last <= cue->last && all[j].n_words < cue->n_words)
            all[j].shadow |= (guint8) (1u << cue->layer);
        }
      for (guint j = i; j > 0 && all[j - 1].first == cue->first; j--)
        {
          if (all[j - 1].layer >= PLX_MAX_AXES && all[j - 1].last <= cue->last &&
              all[j - 1].n_words < cue->n_words)
            all[j - 1].shadow |= (guint8) (1u << cue->layer);
        }
    }
}

gboolean
plx_matcher_scan (PlxMatcher            *self,
                  const PlxText         *text,
                  const PlxTextSentence *sentence)
{
  const PlxLexicon *lexicon = self->lexicon;
  Walk walk;
  guint32 layer_end[PLX_N_LAYERS] = { 0 }; /* the token after the last that the layer holds */
  gboolean blocks = FALSE;
  gboolean cues = FALSE;
  gboolean phrases = FALSE;
  gboolean wild = lexicon->has_wild_prefixes || lexicon->has_wild_suffixes;

  walk.matcher = self;
  walk.context = (PlxMatchContext) { lexicon, text->bytes,
                                     (const PlxToken *) (gconstpointer) text->tokens->data,
                                     sentence->first_token,
                                     sentence->first_token + sentence->n_tokens, -1 };
  g_array_set_size (self->matches, 0);

  for (guint32 i = walk.context.begin; i < walk.context.end; i++)
    {
      const PlxToken *token = &walk.context.tokens[i];
      guint32 bit = plx_lexicon_bitmap_bit (token->hash) & lexicon->bitmap_mask;
      gboolean literal = (lexicon->bitmap[bit >> 5] & 1u << (bit & 31)) != 0;

      if (token->hash == 0 || (!literal && !wild && !(token->flags & PLX_TOKEN_NEGATED)))
        continue;
      walk_from (&walk, i, literal);
      for (guint layer = 0; walk.have >> layer != 0; layer++)
        {
          const PlxMatch *match = &walk.best[layer];

          if (!(walk.have & 1u << layer) || i < layer_end[layer])
            continue;
          g_array_append_vals (self->matches, match, 1);
          layer_end[layer] = match->last + 1;
          blocks |= layer == PLX_LAYER_BLOCK;
          cues |= layer < PLX_MAX_AXES;
          phrases |= layer < PLX_MAX_AXES && match->n_words > 1;
        }
    }

  if (blocks)
    apply_blocks (self->matches);
  if (phrases)
    apply_shadows (self->matches);
  return cues;
}
