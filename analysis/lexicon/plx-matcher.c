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

/* A token at which a match may begin. */
struct _PlxCandidate
{
  guint32            token;
  guint32            kind; /* KIND_… */
  const PlxRootSlot *slot; /* of its word; one that leads to nothing if there is none */
};
typedef struct _PlxCandidate PlxCandidate;

#define KIND_WORD 1u     /* may be a first word */
#define KIND_WILDCARD 2u /* may begin with the letters of a wildcard */
#define KIND_NEGATED 4u  /* n't */
#define KIND_ANY 8u      /* any word: there are wildcards of endings */
#define KIND_GOES_ON 16u /* the next word may be one that follows */

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

/* A cue for exactly the words of a block was meant: the block keeps other words from matching. */
static gboolean
is_cue_for_same_words (const PlxMatch *match,
                       const PlxMatch *block)
{
  return match->layer < PLX_MAX_AXES && match->first == block->first && match->last == block->last;
}

/* Takes out what a block of at least as many words shields. */
static void
apply_blocks (PlxMatcher *self)
{
  guint kept = 0;
  PlxMatch *all = self->matches;

  for (guint i = 0; i < self->n_matches; i++)
    {
      gboolean shielded = FALSE;

      /* blocks are short: those that reach a match begin among its near neighbours */
      for (int step = -1; step <= 1 && all[i].layer != PLX_LAYER_BLOCK && !shielded; step += 2)
        {
          for (guint j = i + (guint) step; j < self->n_matches; j += (guint) step)
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
  for (guint i = 0; i < self->n_matches; i++)
    {
      if (all[i].form != G_MAXUINT8 && all[i].layer != PLX_LAYER_BLOCK)
        all[kept++] = all[i];
    }
  self->n_matches = kept;
}

/* Whether a shifter stands in the gap of a cue ("imposed no sanctions") and so is none of its words. */
static gboolean
is_in_gap (const PlxMatch *shifter,
           const PlxMatch *cue)
{
  return shifter->layer == PLX_LAYER_SHIFTER && cue->n_words == 2 &&
         cue->first < shifter->first && shifter->last < cue->last;
}

/* Notes for each operator and shifter on which axes a longer cue or event holds its words: the
 * "no" of "no confidence" is part of the cue there, and negates nothing. */
static void
apply_shadows (PlxMatcher *self)
{
  PlxMatch *all = self->matches;

  for (guint i = 0; i < self->n_matches; i++)
    {
      const PlxMatch *cue = &all[i];

      if (cue->layer >= PLX_MAX_AXES || cue->n_words < 2)
        continue;
      for (guint j = i + 1; j < self->n_matches && all[j].first <= cue->last; j++)
        {
          if (all[j].layer >= PLX_MAX_AXES && all[j].last <= cue->last &&
              all[j].n_words < cue->n_words && !is_in_gap (&all[j], cue))
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

/* The next two functions look at every word of every text. Which words are in a lexicon is as good
 * as random, so a branch on it is guessed wrong every second time and costs more than all the
 * arithmetic here; hence no branches, but counts that go up by 0 or 1. The tables are larger than
 * the processor's nearer caches; hence all slots are asked for before the first is used. */

static void
make_room (PlxMatcher *self,
           guint32     n_tokens)
{
  if (n_tokens < self->room)
    return;
  self->room = n_tokens + 1;
  self->grammar = g_renew (guint32, self->grammar, self->room);
  self->candidates = g_renew (PlxCandidate, self->candidates, self->room);
  self->gaps = g_renew (guint32, self->gaps, self->room);
  self->wilds = g_renew (guint32, self->wilds, self->room);
  self->pairs = g_renew (guint32, self->pairs, self->room);
}

/* Gathers the tokens that need a closer look. Returns: their number */
static guint32
find_candidates (PlxMatcher            *self,
                 const PlxMatchContext *context)
{
  const PlxLexiconTables *tables = &self->lexicon->tables;
  const PlxWildHeads *heads = tables->wild_heads;
  const PlxToken *tokens = context->tokens + context->begin;
  PlxCandidate *candidates = self->candidates;
  guint32 all = heads->has_suffixes ? KIND_ANY : 0;
  guint32 n = context->end - context->begin;
  guint32 n_found = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const PlxToken *token = &tokens[i];
      guint32 hash = token->hash;
      guint32 key = plx_letters_key ((guint32) token->letters);
      guint32 bit = plx_lexicon_bitmap_bit (hash) & tables->bitmap_mask;
      guint32 kind = (tables->bitmap[bit >> 5] >> (bit & 31) & 1) * KIND_WORD |
                     (heads->prefix_bits[key / 32] >> (key % 32) & 1) * KIND_WILDCARD |
                     (token->letters == 0) * KIND_WILDCARD | /* not all is ASCII; or punctuation, */
                     ((token->flags & PLX_TOKEN_NEGATED) != 0) * KIND_NEGATED | all;

      kind &= -(guint32) (hash != 0); /* which is none */
      self->grammar[i] = 0;
      candidates[n_found].token = context->begin + i;
      candidates[n_found].kind = kind;
      n_found += kind != 0;
      __builtin_prefetch (&tables->roots[hash & tables->roots_mask]);
    }
  return n_found;
}

/* Finds the slots of the candidates, asks for what is looked at next, and drops those that are no
 * first word of an entry. Returns: how many are left */
static guint32
look_up_candidates (PlxMatcher            *self,
                    const PlxMatchContext *context,
                    guint32                n)
{
  static const PlxRootSlot nothing = { .first_accept = PLX_NONE };
  const PlxLexiconTables *tables = &self->lexicon->tables;
  guint32 n_left = 0;

  for (guint32 i = 0; i < n; i++)
    {
      PlxCandidate candidate = self->candidates[i];
      const PlxRootSlot *slot = plx_tables_find_root (tables, context->tokens[candidate.token].hash);

      if (slot == NULL)
        slot = &nothing;
      candidate.slot = slot;
      self->candidates[n_left] = candidate;
      n_left += (slot->state | (slot->first_accept + 1) | (candidate.kind & ~KIND_WORD)) != 0;
      self->grammar[candidate.token - context->begin] = slot->grammar & PLX_ROOT_GRAMMAR;
      __builtin_prefetch (&tables->states[slot->state]);
      /* the first of all, for PLX_NONE */
      __builtin_prefetch (&tables->accepts[slot->first_accept & ~-(slot->first_accept >> 31)]);
    }
  return n_left;
}

/* Whether one of the words of a state may be the token; a quotation mark, which is stepped over,
 * counts as any. */
static inline guint32
may_be_next (const PlxState *state,
             const PlxToken *token)
{
  guint64 bits = plx_hash_bits (token->hash);

  return ((state->next_words & bits) == bits) | ((token->flags & PLX_TOKEN_QUOTE) != 0);
}

/* Whether a state behind a gap may go on with any of the tokens from @index on, up to the next
 * punctuation. Too often is no harm: so the last token stands for those behind it too. */
static inline guint32
may_leap (const PlxMatchContext *context,
          const PlxState        *gap,
          guint32                index)
{
  guint32 reaches = 1;
  guint32 found = gap->next_heads != 0;

  for (guint32 i = index; i <= index + PLX_PATTERN_MAX_GAP; i++)
    {
      const PlxToken *token = &context->tokens[MIN (i, context->end - 1)];

      found |= reaches & may_be_next (gap, token);
      reaches &= token->hash != 0;
    }
  return found;
}

typedef struct
{
  guint32 n_gaps;
  guint32 n_wilds;
  guint32 n_pairs;
} Followed;

/* Lists the candidates behind which something may follow. */
static Followed
list_followed (PlxMatcher            *self,
               const PlxMatchContext *context,
               guint32                n)
{
  const PlxLexiconTables *tables = &self->lexicon->tables;
  Followed followed = { 0 };

  for (guint32 i = 0; i < n; i++)
    {
      const PlxCandidate *candidate = &self->candidates[i];
      const PlxRootSlot *slot = candidate->slot;
      const PlxToken *next = &context->tokens[MIN (candidate->token + 1, context->end - 1)];
      guint32 is_pair = may_be_next (&tables->states[slot->state], next);

      self->gaps[followed.n_gaps] = i;
      followed.n_gaps += slot->grammar >> 31;
      self->wilds[followed.n_wilds] = i;
      followed.n_wilds += slot->grammar >> 30 & 1;
      self->pairs[followed.n_pairs] = i;
      followed.n_pairs += is_pair;
      /* the same one for all that go nowhere */
      __builtin_prefetch (&tables->edges[plx_edge_slot (slot->state, next->hash) & tables->edges_mask &
                                         -is_pair]);
    }
  return followed;
}

/* Marks the candidates that are, but for a few, the first word of a phrase that follows. */
static void
look_ahead (PlxMatcher            *self,
            const PlxMatchContext *context,
            guint32                n)
{
  const PlxLexiconTables *tables = &self->lexicon->tables;
  Followed followed = list_followed (self, context, n);

  for (guint32 i = 0; i < followed.n_gaps; i++)
    {
      PlxCandidate *candidate = &self->candidates[self->gaps[i]];
      const PlxState *gap = &tables->states[tables->states[candidate->slot->state].gap];

      candidate->kind |= may_leap (context, gap, candidate->token + 1) * KIND_GOES_ON;
    }
  for (guint32 i = 0; i < followed.n_wilds; i++)
    {
      PlxCandidate *candidate = &self->candidates[self->wilds[i]];
      const PlxToken *next = &context->tokens[MIN (candidate->token + 1, context->end - 1)];
      guint64 heads = tables->states[candidate->slot->state].next_heads & plx_token_head (next);

      candidate->kind |= (heads != 0) * KIND_GOES_ON;
    }
  for (guint32 i = 0; i < followed.n_pairs; i++)
    {
      PlxCandidate *candidate = &self->candidates[self->pairs[i]];
      const PlxToken *next = &context->tokens[MIN (candidate->token + 1, context->end - 1)];
      guint32 is_quote = (next->flags & PLX_TOKEN_QUOTE) != 0;

      candidate->kind |= (plx_tables_may_have_edge (tables, candidate->slot->state, next->hash) | is_quote) *
                         KIND_GOES_ON;
    }
}

/* Drops the candidates that come to nothing: that are no entry by themselves, and behind which nothing
 * follows. Returns: how many are left */
static guint32
sift_candidates (PlxMatcher *self,
                 guint32     n)
{
  guint32 n_left = 0;

  for (guint32 i = 0; i < n; i++)
    {
      PlxCandidate candidate = self->candidates[i];

      self->candidates[n_left] = candidate;
      n_left += ((candidate.slot->first_accept + 1) | (candidate.kind & ~KIND_WORD)) != 0;
    }
  return n_left;
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

  make_room (self, sentence->n_tokens);
  walk.matcher = self;
  walk.context = (PlxMatchContext) { .lexicon = self->lexicon,
                                     .bytes = text->bytes,
                                     .tokens = (const PlxToken *) (gconstpointer) text->tokens->data,
                                     .begin = sentence->first_token,
                                     .end = sentence->first_token + sentence->n_tokens,
                                     .grammar = self->grammar,
                                     .heading = -1 };
  self->n_matches = 0;
  n = find_candidates (self, &walk.context);
  n = look_up_candidates (self, &walk.context, n);
  look_ahead (self, &walk.context, n);
  n = sift_candidates (self, n);
  for (guint32 i = 0; i < n; i++)
    {
      const PlxCandidate *candidate = &self->candidates[i];

      if (candidate->kind == KIND_WORD && take_word (self, &walk, candidate, &layers))
        continue;
      walk_from (&walk, candidate);
      if (walk.have != 0)
        take_best (self, &walk, &layers);
    }

  if (layers.seen & 1u << PLX_LAYER_BLOCK)
    apply_blocks (self);
  if (layers.phrases & AXIS_LAYERS)
    apply_shadows (self);
  return (layers.seen & AXIS_LAYERS) != 0;
}
