/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-matcher-private.h"

/* One walk through the trie from a first word. */
typedef struct
{
  PlxMatcher     *matcher;
  PlxMatchContext context;
  guint32         first;
  PlxMatch        best[PLX_N_LAYERS];
  guint32         letters; /* plx_letters_check() of the first word; 0: not to be compared */
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
  *self = (PlxMatcher) { .lexicon = lexicon, .layers = G_MAXUINT32 };
  self->not_slot = plx_tables_find_root (&lexicon->tables, plx_word_hash ("not", 3));
}

void
plx_matcher_clear (PlxMatcher *self)
{
  g_clear_pointer (&self->matches, g_free);
  g_clear_pointer (&self->grammar, g_free);
  g_clear_pointer (&self->candidates, g_free);
  g_clear_pointer (&self->gaps, g_free);
  g_clear_pointer (&self->wilds, g_free);
  g_clear_pointer (&self->pairs, g_free);
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

/* The match that an accept makes of the walk's first token up to @last. */
static inline PlxMatch
make_match (const Walk      *walk,
            const PlxAccept *accept,
            guint32          index,
            guint32          last)
{
  return (PlxMatch) { accept->entry, index, walk->first, last, accept->condition, accept->n_words,
                      accept->n_wildcards, accept->form, accept->layer, 0 };
}

/* Whether an accept is of a layer that is looked for, and of the first word that was found by its
 * hash. */
static inline gboolean
is_meant (const Walk      *walk,
          const PlxAccept *accept)
{
  return (walk->matcher->layers >> accept->layer & 1) &&
         (accept->letters == walk->letters || accept->letters == 0 || walk->letters == 0);
}

/* Which PlxAcceptChecks a match of these tokens needs. */
static inline guint8
get_checks (const Walk *walk,
            guint32     last)
{
  gboolean is_small_word = walk->first == last &&
                           !(walk->context.tokens[last].flags & PLX_TOKEN_CAPITALISED);

  return is_small_word ? (guint8) ~PLX_CHECK_CAPITALS : G_MAXUINT8;
}

static void
accept_all (Walk   *walk,
            guint32 first_accept,
            guint32 last)
{
  const PlxAccept *accepts = walk->matcher->lexicon->tables.accepts;
  guint8 checks = get_checks (walk, last);
  const PlxAccept *accept;

  for (guint32 i = first_accept; i != PLX_NONE; i = accept->next)
    {
      guint32 bit;
      PlxMatch match;

      accept = &accepts[i];
      bit = 1u << accept->layer;
      if (!is_meant (walk, accept))
        continue;
      match = make_match (walk, accept, i, last);
      if ((!(walk->have & bit) || is_better (&match, &walk->best[accept->layer])) &&
          ((accept->check & checks) == 0 ||
           plx_match_holds (&walk->context, &match, accept->check & checks)))
        {
          walk->best[accept->layer] = match;
          walk->have |= bit;
        }
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

static void walk_target (Walk *walk, guint32 target, guint32 last);

/* Follows the wildcards of a state, or of the root, that fit a token. */
static void
walk_wildcards (Walk    *walk,
                guint32  first_edge,
                guint32  token_index)
{
  const PlxLexicon *lexicon = walk->matcher->lexicon;
  const PlxToken *token = &walk->context.tokens[token_index];

  for (guint32 i = first_edge; i != PLX_NONE; )
    {
      const PlxWildEdge *edge = &lexicon->tables.wild_edges[i];

      if (plx_word_matches (lexicon, &edge->word, walk->context.bytes, token))
        walk_target (walk, edge->target, token_index);
      i = edge->next;
    }
}

/* Follows the words and wildcards of a state that this token may be. */
static inline void
walk_word (Walk           *walk,
           const PlxState *state,
           guint32         token_index)
{
  const PlxLexiconTables *tables = &walk->matcher->lexicon->tables;
  const PlxToken *token = &walk->context.tokens[token_index];
  guint64 bits = plx_hash_bits (token->hash);

  if ((state->next_words & bits) == bits)
    {
      guint32 target = plx_tables_find_edge (tables, (guint32) (state - tables->states), token->hash);

      if (target != PLX_NONE)
        walk_target (walk, target, token_index);
    }
  if (state->next_heads & plx_token_head (token))
    walk_wildcards (walk, state->first_wild, token_index);
}

/* Goes on with a state from the token behind @last, at once or after a gap. */
static void
walk_on (Walk           *walk,
         const PlxState *state,
         guint32         last)
{
  guint32 next = next_in_phrase (walk, last);
  const PlxState *gap;

  if (next == PLX_NONE)
    return;
  walk_word (walk, state, next);
  if (state->gap == PLX_NONE)
    return;

  gap = &walk->matcher->lexicon->tables.states[state->gap];
  for (guint skipped = 0; next != PLX_NONE && skipped <= PLX_PATTERN_MAX_GAP; skipped++)
    {
      walk_word (walk, gap, next);
      next = next_in_phrase (walk, next);
    }
}

static void
walk_target (Walk   *walk,
             guint32 target,
             guint32 last)
{
  const PlxState *state;

  if (++walk->steps > MAX_STEPS)
    return;
  if (target & PLX_TARGET_ACCEPT)
    {
      accept_all (walk, target & ~PLX_TARGET_ACCEPT, last);
      return;
    }
  state = &walk->matcher->lexicon->tables.states[target];
  accept_all (walk, state->first_accept, last);
  walk_on (walk, state, last);
}

/* The plx_letters_key() of the three bytes at @offset. */
static guint32
key_at (const Walk *walk,
        guint32     offset)
{
  return plx_letters_key ((guint32) plx_bytes_load (walk->context.bytes + offset, 3));
}

/* All that begins with one word, by its slot. */
static inline void
walk_root (Walk              *walk,
           const PlxRootSlot *slot,
           gboolean           goes_on)
{
  if (slot->first_accept != PLX_NONE)
    accept_all (walk, slot->first_accept, walk->first);
  if (goes_on)
    walk_on (walk, &walk->matcher->lexicon->tables.states[slot->state], walk->first);
}

/* All that begins at one token, into best[]. */
static void
walk_from (Walk               *walk,
           const PlxCandidate *candidate)
{
  const PlxWildHeads *heads = walk->matcher->lexicon->tables.wild_heads;
  const PlxToken *token = &walk->context.tokens[candidate->token];

  walk->have = 0;
  walk->first = candidate->token;
  walk->steps = 0;
  walk->letters = plx_letters_check (token->letters);
  walk_root (walk, candidate->slot, (candidate->kind & KIND_GOES_ON) != 0);
  walk->letters = 0;
  if ((candidate->kind & KIND_NEGATED) && walk->matcher->not_slot != NULL)
    walk_root (walk, walk->matcher->not_slot, walk->matcher->not_slot->state != 0);
  if (candidate->kind & KIND_WILDCARD)
    walk_wildcards (walk, heads->prefixes[key_at (walk, token->span.start)], candidate->token);
  if (heads->has_suffixes && plx_span_length (token->span) >= PLX_WILDCARD_MIN_LETTERS)
    walk_wildcards (walk, heads->suffixes[key_at (walk, token->span.end - 3)], candidate->token);
}

/* What the layers hold so far. */
typedef struct
{
  guint32 ends[PLX_N_LAYERS]; /* the token after the last that the layer holds */
  guint32 seen;               /* layers, as bits */
  guint32 phrases;            /* layers that hold a match of several words */
} Layers;

/* Takes in a match, unless it overlaps with what its layer holds. */
static inline void
take_match (PlxMatcher     *self,
            const PlxMatch *match,
            Layers         *layers)
{
  guint layer = match->layer;

  if (match->first < layers->ends[layer])
    return;
  if (self->n_matches == self->matches_room)
    {
      self->matches_room = MAX (64, self->matches_room * 2);
      self->matches = g_renew (PlxMatch, self->matches, self->matches_room);
    }
  self->matches[self->n_matches++] = *match;
  layers->ends[layer] = match->last + 1;
  layers->seen |= 1u << layer;
  layers->phrases |= (guint32) (match->n_words > 1) << layer;
}

/* Takes in the best matches of a walk. */
static void
take_best (PlxMatcher *self,
           const Walk *walk,
           Layers     *layers)
{
  for (guint32 left = walk->have; left != 0; left &= left - 1)
    take_match (self, &walk->best[__builtin_ctz (left)], layers);
}

/* Takes in the one accept of a first word that nothing follows: most are so, and need no walk.
 * Returns: FALSE, having done nothing, for a word with several accepts */
static inline gboolean
take_word (PlxMatcher         *self,
           Walk               *walk,
           const PlxCandidate *candidate,
           Layers             *layers)
{
  const PlxToken *token = &walk->context.tokens[candidate->token];
  guint32 index = candidate->slot->first_accept;
  const PlxAccept *accept = &self->lexicon->tables.accepts[index];
  guint8 check;

  if (accept->next != PLX_NONE)
    return FALSE;
  walk->first = candidate->token;
  walk->letters = plx_letters_check (token->letters);
  check = accept->check & get_checks (walk, candidate->token);
  if (is_meant (walk, accept))
    {
      PlxMatch match = make_match (walk, accept, index, candidate->token);

      if (check == 0 || plx_match_holds (&walk->context, &match, check))
        take_match (self, &match, layers);
    }
  return TRUE;
}

#define AXIS_LAYERS ((1u << PLX_MAX_AXES) - 1)

gboolean
plx_matcher_scan (PlxMatcher            *self,
                  const PlxText         *text,
                  const PlxTextSentence *sentence)
{
  Layers layers = { { 0 } };
  guint32 n;
  Walk walk;

  walk.matcher = self;
  walk.context = (PlxMatchContext) { .lexicon = self->lexicon,
                                     .bytes = text->bytes,
                                     .tokens = (const PlxToken *) (gconstpointer) text->tokens->data,
                                     .begin = sentence->first_token,
                                     .end = sentence->first_token + sentence->n_tokens,
                                     .heading = -1 };
  self->n_matches = 0;
  n = plx_matcher_find_candidates (self, &walk.context);
  for (guint32 i = 0; i < n; i++)
    {
      const PlxCandidate *candidate = &self->candidates[i];

      if (candidate->kind == (KIND_WORD | KIND_ENTRY) && take_word (self, &walk, candidate, &layers))
        continue;
      walk_from (&walk, candidate);
      if (walk.have != 0)
        take_best (self, &walk, &layers);
    }

  if (layers.seen & 1u << PLX_LAYER_BLOCK)
    plx_matcher_apply_blocks (self);
  if (layers.phrases & AXIS_LAYERS)
    plx_matcher_apply_shadows (self);
  return (layers.seen & AXIS_LAYERS) != 0;
}
