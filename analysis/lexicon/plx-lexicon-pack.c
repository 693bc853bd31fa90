/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-trie.h"

#include <stdlib.h>
#include <string.h>

/* Lays out a trie for searching. What a search touches is much larger than the processor's nearer
 * caches, so all that is not needed is left out, and what is needed together stands together:
 *
 *   - most states only end entries, and nothing follows: these go, and what led to them leads to
 *     their accepts (PLX_TARGET_ACCEPT)
 *   - the other states stand in the order in which they are reached, each before the state behind
 *     its gap
 *   - the accepts of a state stand in a row, those of first words before the others */

typedef struct
{
  PlxTrie  *trie;
  PlxEdge  *edges;    /* of each old state, its own in a row by hash */
  guint32  *places;   /* of each old state: its new index, or PLX_NONE */
  GArray   *order;    /* of guint32: the old states, by new index */
  guint32  *firsts;   /* of each old state: the new index of its first accept, or PLX_NONE */
  GArray   *accepts;  /* of PlxAccept */
} Packing;

static PlxState *
get_state (const PlxTrie *self,
           guint32        index)
{
  return &g_array_index (self->states, PlxState, index);
}

static gboolean
is_leaf (const PlxState *state)
{
  return state->n_edges == 0 && state->gap == PLX_NONE && state->first_wild == PLX_NONE &&
         state->first_accept != PLX_NONE;
}

static int
compare_edges (const void *a,
               const void *b)
{
  const PlxEdge *first = a;
  const PlxEdge *second = b;

  return first->hash < second->hash ? -1 : first->hash > second->hash;
}

/* Gathers the edges of each state, by hash. */
static PlxEdge *
gather_edges (PlxTrie *self)
{
  PlxEdge *edges = g_new (PlxEdge, MAX (self->n_edges, 1));
  g_autofree guint32 *filled = g_new0 (guint32, self->states->len);
  guint32 n = 0;

  for (guint32 i = 0; i < self->states->len; i++)
    {
      get_state (self, i)->first_edge = n;
      n += get_state (self, i)->n_edges;
    }
  for (guint32 i = 0; i <= self->edges_mask; i++)
    {
      const PlxGrowingEdge *edge = &self->edges[i];

      if (edge->hash != 0)
        edges[get_state (self, edge->from)->first_edge + filled[edge->from]++] =
          (PlxEdge) { edge->hash, edge->from, edge->state };
    }
  for (guint32 i = 0; i < self->states->len; i++)
    {
      const PlxState *state = get_state (self, i);

      if (state->n_edges > 1)
        qsort (edges + state->first_edge, state->n_edges, sizeof *edges, compare_edges);
    }
  return edges;
}

/* Gives a state its place, and the one behind its gap the next. */
static void
place_state (Packing *self,
             guint32  index)
{
  for (; index != PLX_NONE && self->places[index] == PLX_NONE; index = get_state (self->trie, index)->gap)
    {
      if (is_leaf (get_state (self->trie, index)))
        return;
      self->places[index] = self->order->len;
      g_array_append_val (self->order, index);
    }
}

/* Gives all states that stay their places: those of first words, then the ones these lead to, and
 * so on. */
static void
place_states (Packing *self)
{
  const PlxTrie *trie = self->trie;

  place_state (self, 0);
  for (guint32 i = 0; i <= trie->roots_mask; i++)
    {
      if (trie->roots[i].hash != 0)
        place_state (self, trie->roots[i].state);
    }
  for (guint32 i = 0; i < self->order->len; i++)
    {
      const PlxState *state = get_state (trie, g_array_index (self->order, guint32, i));

      for (guint32 e = state->first_edge; e < state->first_edge + state->n_edges; e++)
        place_state (self, self->edges[e].target);
      for (guint32 w = state->first_wild; w != PLX_NONE;
           w = g_array_index (trie->wild_edges, PlxWildEdge, w).next)
        place_state (self, g_array_index (trie->wild_edges, PlxWildEdge, w).target);
    }
}

/* Puts the accepts of a state in a row. Returns: the index of the first, or PLX_NONE */
static guint32
place_accepts (Packing *self,
               guint32  index)
{
  if (self->firsts[index] != PLX_NONE)
    return self->firsts[index];
  for (guint32 i = get_state (self->trie, index)->first_accept; i != PLX_NONE; )
    {
      PlxAccept accept = g_array_index (self->trie->accepts, PlxAccept, i);

      i = accept.next;
      if (self->firsts[index] == PLX_NONE)
        self->firsts[index] = self->accepts->len;
      accept.next = i != PLX_NONE ? self->accepts->len + 1 : PLX_NONE;
      g_array_append_val (self->accepts, accept);
    }
  return self->firsts[index];
}

/* What leads to an old state now. */
static guint32
get_target (Packing *self,
            guint32  index)
{
  if (self->places[index] != PLX_NONE)
    return self->places[index];
  return PLX_TARGET_ACCEPT | place_accepts (self, index);
}

/* Whether there are entries at a first accept, and all of them are reporting words. */
static gboolean
only_reports (const Packing *self,
              guint32        first_accept)
{
  for (guint32 i = first_accept; i != PLX_NONE; i = g_array_index (self->accepts, PlxAccept, i).next)
    {
      if (g_array_index (self->accepts, PlxAccept, i).layer != PLX_LAYER_REPORTING)
        return FALSE;
    }
  return first_accept != PLX_NONE;
}

static void
pack_roots (Packing *self)
{
  const PlxTrie *trie = self->trie;

  for (guint32 i = 0; i <= trie->roots_mask; i++)
    {
      PlxRootSlot *slot = &trie->roots[i];
      const PlxState *state;

      if (slot->hash == 0)
        continue;
      slot->first_accept = PLX_NONE;
      if (slot->state == PLX_NONE)
        {
          slot->state = 0;
          continue;
        }
      state = get_state (trie, slot->state);
      slot->first_accept = place_accepts (self, slot->state);
      slot->grammar |= only_reports (self, slot->first_accept) ? PLX_ROOT_REPORTS : 0;
      slot->grammar |= state->first_wild != PLX_NONE ? PLX_ROOT_HAS_WILD : 0;
      slot->grammar |= state->gap != PLX_NONE ? PLX_ROOT_HAS_GAP : 0;
      slot->state = is_leaf (state) ? 0 : self->places[slot->state];
    }
}

/* A table for @n edges, half empty at least, so that a word is found at the first look. */
static PlxEdge *
new_edges (guint32  n,
           guint32 *out_mask)
{
  guint32 size = 64;

  while (size < 2 * n)
    size *= 2;
  *out_mask = size - 1;
  return g_new0 (PlxEdge, size);
}

static void
put_edge (PlxEdge *edges,
          guint32  mask,
          PlxEdge  edge)
{
  guint32 slot = plx_edge_slot (edge.from, edge.hash) & mask;

  while (edges[slot].hash != 0)
    slot = (slot + 1) & mask;
  edges[slot] = edge;
}

/* Fills the states that stay, their edges and wildcards, and what these lead to. */
static PlxState *
pack_states (Packing *self,
             PlxEdge *out_edges,
             guint32  edges_mask)
{
  const PlxTrie *trie = self->trie;
  PlxState *states = g_new (PlxState, self->order->len);

  for (guint32 i = 0; i < self->order->len; i++)
    {
      guint32 old = g_array_index (self->order, guint32, i);
      PlxState *state = &states[i];

      *state = *get_state (trie, old);
      state->first_accept = place_accepts (self, old);
      if (i == 0)
        state->first_wild = PLX_NONE; /* those of first words are found by the heads */
      state->gap = state->gap != PLX_NONE ? self->places[state->gap] : PLX_NONE;
      for (guint32 e = state->first_edge; e < state->first_edge + state->n_edges; e++)
        put_edge (out_edges, edges_mask,
                  (PlxEdge) { self->edges[e].hash, i, get_target (self, self->edges[e].target) });
      state->next_heads = state->first_wild != PLX_NONE
                            ? g_array_index (trie->wild_edges, PlxWildEdge, state->first_wild).heads : 0;
    }
  for (guint32 w = 0; w < trie->wild_edges->len; w++)
    {
      PlxWildEdge *edge = &g_array_index (trie->wild_edges, PlxWildEdge, w);

      edge->target = get_target (self, edge->target);
    }
  return states;
}

/* Eight bits or more for each first word, so that few other words pass. */
static guint32 *
build_bitmap (const PlxTrie *self,
              guint32       *out_mask)
{
  guint32 bits = 1u << 16;
  guint32 *bitmap;

  while (bits < self->n_roots * 8 && bits < 1u << 27)
    bits <<= 1;
  bitmap = g_new0 (guint32, bits / 32);
  for (guint32 i = 0; i <= self->roots_mask; i++)
    {
      guint32 bit = plx_lexicon_bitmap_bit (self->roots[i].hash) & (bits - 1);

      if (self->roots[i].hash != 0)
        bitmap[bit >> 5] |= 1u << (bit & 31);
    }
  *out_mask = bits - 1;
  return bitmap;
}

/* Hangs the root's wildcards on the letters they are found by. */
static PlxWildHeads *
build_heads (PlxTrie *self)
{
  PlxWildHeads *heads = g_new0 (PlxWildHeads, 1);

  memset (heads->prefixes, 0xff, sizeof heads->prefixes);
  memset (heads->suffixes, 0xff, sizeof heads->suffixes);
  for (guint32 i = get_state (self, 0)->first_wild; i != PLX_NONE; )
    {
      PlxWildEdge *edge = &g_array_index (self->wild_edges, PlxWildEdge, i);
      const char *letters = (const char *) self->pool->data + edge->word.offset;
      gboolean prefix = edge->word.kind == PLX_WORD_PREFIX;
      guint32 next = edge->next;
      guint32 three = (guint32) plx_bytes_load (letters + (prefix ? 0 : edge->word.length - 3), 3);
      guint32 key = plx_letters_key (three);
      guint32 *head = prefix ? &heads->prefixes[key] : &heads->suffixes[key];

      edge->next = *head;
      *head = i;
      if (prefix)
        heads->prefix_bits[key / 32] |= 1u << (key % 32);
      heads->has_prefixes |= prefix;
      heads->has_suffixes |= !prefix;
      i = next;
    }
  return heads;
}

static gpointer
keep (PlxLexicon *lexicon,
      gpointer    block)
{
  g_ptr_array_add (lexicon->blocks, block);
  return block;
}

static guint32 *
new_indices (guint32 n)
{
  guint32 *indices = g_new (guint32, n);

  memset (indices, 0xff, n * sizeof *indices);
  return indices;
}

/* Half empty at least, so that a word is found at the first look. */
static void
size_roots (PlxTrie *self)
{
  guint32 size = 256;

  while (size < self->n_roots * 2)
    size <<= 1;
  if (size != self->roots_mask + 1)
    plx_trie_resize_roots (self, size);
}

void
plx_trie_pack (PlxTrie    *self,
               PlxLexicon *lexicon)
{
  PlxLexiconTables *tables = &lexicon->tables;
  g_autofree PlxEdge *old_edges = gather_edges (self);
  g_autofree guint32 *places = new_indices (self->states->len);
  g_autofree guint32 *firsts = new_indices (self->states->len);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint32));
  Packing packing = { .trie = self, .edges = old_edges, .places = places, .order = order,
                      .firsts = firsts };
  PlxEdge *edges = new_edges (self->n_edges, &tables->edges_mask);

  /* the matcher asks for the first even where there is none */
  packing.accepts = g_array_sized_new (FALSE, FALSE, sizeof (PlxAccept), MAX (self->accepts->len, 1));
  size_roots (self);
  place_states (&packing);
  pack_roots (&packing);
  tables->states = keep (lexicon, pack_states (&packing, edges, tables->edges_mask));
  tables->n_states = order->len;
  tables->edges = keep (lexicon, edges);
  tables->wild_heads = keep (lexicon, build_heads (self));
  tables->bitmap = keep (lexicon, build_bitmap (self, &tables->bitmap_mask));
  tables->roots = keep (lexicon, self->roots);
  tables->roots_mask = self->roots_mask;
  tables->n_accepts = packing.accepts->len;
  tables->accepts = keep (lexicon, g_array_free (packing.accepts, FALSE));
  tables->n_wild_edges = self->wild_edges->len;
  tables->wild_edges = keep (lexicon, g_array_free (self->wild_edges, FALSE));

  g_array_unref (self->states);
  g_array_unref (self->accepts);
  g_free (self->edges);
}

/* Puts the slots of one table of first words into another. */
static void
move_roots (PlxRootSlot       *to,
            guint32            to_mask,
            const PlxRootSlot *from,
            guint32            from_size)
{
  for (guint32 i = 0; i < from_size; i++)
    {
      guint32 slot = from[i].hash & to_mask;

      if (from[i].hash == 0)
        continue;
      while (to[slot].hash != 0)
        slot = (slot + 1) & to_mask;
      to[slot] = from[i];
    }
}

void
plx_trie_resize_roots (PlxTrie *self,
                       guint32  size)
{
  PlxRootSlot *roots = g_new0 (PlxRootSlot, size);

  move_roots (roots, size - 1, self->roots, self->roots_mask + 1);
  g_free (self->roots);
  self->roots = roots;
  self->roots_mask = size - 1;
}
