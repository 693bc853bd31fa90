/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The trie of a lexicon while it grows, which plx-lexicon-compile.c plants and plx-lexicon-pack.c
 * turns into the tables that are searched. */

#include "plx-lexicon-private.h"

G_BEGIN_DECLS

/* A later word on its way into the tables: slots of a hash table while the trie grows. */
typedef struct
{
  guint32 from;
  guint32 hash; /* 0: free */
  guint32 state;
} PlxGrowingEdge;

/* While it grows, `state` of a slot or an edge and `target` are indices of states, and accepts of
 * a state hang together by `next` in any order. */
typedef struct
{
  PlxRootSlot    *roots;
  guint32         roots_mask;
  guint32         n_roots;
  PlxGrowingEdge *edges;
  guint32         edges_mask;
  guint32         n_edges;
  GArray         *states;     /* of PlxState; [0] is the root */
  GArray         *accepts;    /* of PlxAccept */
  GArray         *wild_edges; /* of PlxWildEdge */
  GByteArray     *pool;
} PlxTrie;

/* plx_trie_resize_roots: @size: a power of 2, more than the trie has first words */
void plx_trie_resize_roots (PlxTrie *self, guint32 size);

/* plx_trie_pack: moves the trie into the lexicon's tables, except for its pool, and frees the rest */
void plx_trie_pack (PlxTrie *self, PlxLexicon *lexicon);

G_END_DECLS
