/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-matcher-private.h"

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
  guint32 not_wanted = self->layers >> PLX_LAYER_REPORTING & 1 ? 0 : PLX_ROOT_REPORTS;
  guint32 n_left = 0;

  for (guint32 i = 0; i < n; i++)
    {
      PlxCandidate candidate = self->candidates[i];
      const PlxRootSlot *slot = plx_tables_find_root (tables, context->tokens[candidate.token].hash);

      if (slot == NULL)
        slot = &nothing;
      candidate.slot = slot;
      candidate.kind |= ((slot->first_accept != PLX_NONE) & !(slot->grammar & not_wanted)) * KIND_ENTRY;
      self->candidates[n_left] = candidate;
      n_left += (slot->state | (candidate.kind & ~KIND_WORD)) != 0;
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
      guint32 edge;

      self->gaps[followed.n_gaps] = i;
      followed.n_gaps += slot->grammar >> 31;
      self->wilds[followed.n_wilds] = i;
      followed.n_wilds += slot->grammar >> 30 & 1;
      self->pairs[followed.n_pairs] = i;
      followed.n_pairs += is_pair;
      /* the same one for all that go nowhere */
      edge = plx_edge_slot (slot->state, next->hash) & tables->edges_mask & -is_pair;
      __builtin_prefetch (&tables->edges[edge]);
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
      guint32 has_edge = plx_tables_may_have_edge (tables, candidate->slot->state, next->hash);

      candidate->kind |= (has_edge | is_quote) * KIND_GOES_ON;
    }
}

/* Drops the candidates that come to nothing: that are no entry by themselves, and behind which
 * nothing follows. Returns: how many are left */
static guint32
sift_candidates (PlxMatcher *self,
                 guint32     n)
{
  guint32 n_left = 0;

  for (guint32 i = 0; i < n; i++)
    {
      PlxCandidate candidate = self->candidates[i];

      self->candidates[n_left] = candidate;
      n_left += (candidate.kind & ~KIND_WORD) != 0;
    }
  return n_left;
}

guint32
plx_matcher_find_candidates (PlxMatcher      *self,
                             PlxMatchContext *context)
{
  guint32 n;

  make_room (self, context->end - context->begin);
  context->grammar = self->grammar;
  n = find_candidates (self, context);
  n = look_up_candidates (self, context, n);
  look_ahead (self, context, n);
  return sift_candidates (self, n);
}
