/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <stdlib.h>
#include <string.h>

#include "plx-grammar.h"

/* A later word on its way into the tables: slots of a hash table while the trie grows. */
typedef struct
{
  guint32 from;
  guint32 hash; /* 0: free */
  guint32 state;
} GrowingEdge;

typedef struct
{
  PlxRootSlot *roots;
  guint32      roots_mask;
  guint32      n_roots;
  GrowingEdge *edges;
  guint32      edges_mask;
  guint32      n_edges;
  GArray      *states;
  GArray      *accepts;
  GArray      *wild_edges;
  GByteArray  *pool;
} Trie;

/* One entry on its way into the trie. */
typedef struct
{
  Trie               *trie;
  const PlxPattern   *pattern;
  const PlxCondition *condition;
} Insertion;

static guint32
add_state (Trie *self)
{
  PlxState state = { .first_accept = PLX_NONE, .first_wild = PLX_NONE, .gap = PLX_NONE };

  g_array_append_val (self->states, state);
  return self->states->len - 1;
}

static PlxState *
get_state (Trie   *self,
           guint32 index)
{
  return &g_array_index (self->states, PlxState, index);
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

static void
resize_roots (Trie   *self,
              guint32 size)
{
  PlxRootSlot *roots = g_new0 (PlxRootSlot, size);

  move_roots (roots, size - 1, self->roots, self->roots_mask + 1);
  g_free (self->roots);
  self->roots = roots;
  self->roots_mask = size - 1;
}

/* The slot of a first word, made if it is new. Words that share a hash would share a slot: the
 * second one is refused, which for 32 bits hardly ever happens and then costs one form of one
 * entry. */
static PlxRootSlot *
ensure_root (Trie       *self,
             const char *word,
             gsize       length)
{
  guint32 hash = plx_word_hash (word, length);
  guint32 slot;

  if (self->n_roots * 2 >= self->roots_mask)
    resize_roots (self, (self->roots_mask + 1) * 2);
  for (slot = hash & self->roots_mask; self->roots[slot].hash != 0; slot = (slot + 1) & self->roots_mask)
    {
      gsize other_length;
      const char *other;

      if (self->roots[slot].hash != hash)
        continue;
      other = plx_pool_get (self->pool->data, self->roots[slot].word, &other_length);
      return other_length == length && memcmp (other, word, length) == 0 ? &self->roots[slot] : NULL;
    }
  self->roots[slot] = (PlxRootSlot) { .hash = hash,
                                      .word = plx_pool_add (self->pool, word, length),
                                      .state = PLX_NONE };
  self->n_roots++;
  return &self->roots[slot];
}

static guint32
edge_slot (guint32 from,
           guint32 hash)
{
  return (hash ^ (from * 0x9e3779b1u)) * 0x85ebca6bu >> 7;
}

static void
grow_edges (Trie *self)
{
  guint32 old_size = self->edges_mask + 1;
  GrowingEdge *old = self->edges;

  self->edges_mask = old_size * 2 - 1;
  self->edges = g_new0 (GrowingEdge, old_size * 2);
  for (guint32 i = 0; i < old_size; i++)
    {
      guint32 slot = edge_slot (old[i].from, old[i].hash) & self->edges_mask;

      if (old[i].hash == 0)
        continue;
      while (self->edges[slot].hash != 0)
        slot = (slot + 1) & self->edges_mask;
      self->edges[slot] = old[i];
    }
  g_free (old);
}

/* Returns: the state that @word leads to from @from, made if it is new. Later words are told
 * apart by their hash alone: two words that share one would have to follow the same words. */
static guint32
ensure_edge (Trie       *self,
             guint32     from,
             const char *word,
             gsize       length)
{
  guint32 hash = plx_word_hash (word, length);
  guint32 slot;
  guint32 state;

  if (self->n_edges * 2 >= self->edges_mask)
    grow_edges (self);
  for (slot = edge_slot (from, hash) & self->edges_mask; self->edges[slot].hash != 0;
       slot = (slot + 1) & self->edges_mask)
    {
      if (self->edges[slot].hash == hash && self->edges[slot].from == from)
        return self->edges[slot].state;
    }
  state = add_state (self);
  self->edges[slot] = (GrowingEdge) { from, hash, state };
  self->n_edges++;
  get_state (self, from)->n_edges++;
  get_state (self, from)->next_words |= plx_hash_bits (hash);
  return state;
}

/* Returns: the state that a word with a wildcard leads to from @from, made if it is new */
static guint32
ensure_wild_edge (Trie       *self,
                  guint32     from,
                  const char *word,
                  gsize       length)
{
  PlxWildEdge edge = { .word.kind = word[0] == '*' ? PLX_WORD_SUFFIX : PLX_WORD_PREFIX };
  const char *letters = word[0] == '*' ? word + 1 : word;
  gsize n = length - 1;

  for (guint32 i = get_state (self, from)->first_wild; i != PLX_NONE; )
    {
      const PlxWildEdge *other = &g_array_index (self->wild_edges, PlxWildEdge, i);

      if (other->word.kind == edge.word.kind && other->word.length == n &&
          memcmp (self->pool->data + other->word.offset, letters, n) == 0)
        return other->state;
      i = other->next;
    }

  edge.word.offset = plx_pool_add (self->pool, letters, n);
  edge.word.length = (guint16) n;
  edge.state = add_state (self);
  edge.next = get_state (self, from)->first_wild;
  edge.heads = plx_wildcard_bits (letters, n, (PlxWordKind) edge.word.kind);
  if (edge.next != PLX_NONE)
    edge.heads |= g_array_index (self->wild_edges, PlxWildEdge, edge.next).heads;
  get_state (self, from)->first_wild = self->wild_edges->len;
  g_array_append_val (self->wild_edges, edge);
  return edge.state;
}

static void insert_from (const Insertion *insertion, guint word, guint32 state, PlxAccept accept);

/* Follows one word and goes on with the next. */
static void
insert_word (const Insertion *insertion,
             guint            word,
             guint32          from,
             const char      *text,
             gsize            length,
             PlxAccept        accept)
{
  Trie *trie = insertion->trie;
  guint32 state;

  accept.n_words++;
  if (memchr (text, '*', length) != NULL)
    {
      accept.n_wildcards++;
      state = ensure_wild_edge (trie, from, text, length);
    }
  else if (from == 0)
    {
      PlxRootSlot *slot = ensure_root (trie, text, length);

      if (slot == NULL)
        return;
      if (slot->state == PLX_NONE)
        slot->state = add_state (trie);
      state = slot->state;
      accept.letters = plx_letters_check (plx_word_letters (text, length));
    }
  else
    {
      state = ensure_edge (trie, from, text, length);
    }
  insert_from (insertion, word + 1, state, accept);
}

/* Follows one alternative in all its forms. */
static void
insert_forms (const Insertion *insertion,
              guint            word,
              guint32          from,
              const char      *text,
              gsize            length,
              PlxAccept        accept)
{
  guint flags = insertion->condition->flags;
  gboolean last = word + 1 == insertion->pattern->n_words;
  PlxForms forms;

  forms.n = 0;
  if (memchr (text, '*', length) == NULL)
    {
      if (word == 0 && (flags & PLX_CONDITION_VERB))
        plx_inflect_verb (text, length, &forms);
      else if (last && (flags & PLX_CONDITION_NOUN))
        plx_inflect_noun (text, length, &forms);
      else if (last && (flags & PLX_CONDITION_ADJ))
        plx_inflect_adjective (text, length, &forms);
    }
  if (forms.n == 0)
    insert_word (insertion, word, from, text, length, accept);
  for (guint i = 0; i < forms.n; i++)
    {
      accept.form = forms.forms[i].flags;
      insert_word (insertion, word, from, forms.forms[i].text, forms.forms[i].length, accept);
    }
}

static void
insert_from (const Insertion *insertion,
             guint            word,
             guint32          state,
             PlxAccept        accept)
{
  Trie *trie = insertion->trie;
  const PlxPatternWord *slot;

  if (word == insertion->pattern->n_words)
    {
      /* later lines come first, so that they win at equal length */
      accept.next = get_state (trie, state)->first_accept;
      get_state (trie, state)->first_accept = trie->accepts->len;
      g_array_append_val (trie->accepts, accept);
      return;
    }

  slot = &insertion->pattern->words[word];
  if (slot->gap_before)
    {
      if (get_state (trie, state)->gap == PLX_NONE)
        {
          guint32 gap = add_state (trie);

          get_state (trie, state)->gap = gap;
        }
      state = get_state (trie, state)->gap;
    }
  for (guint i = 0; i < slot->n_alternatives; i++)
    insert_forms (insertion, word, state, slot->text[i], slot->length[i], accept);
}

static void
insert_grammar (Trie *self)
{
  for (const PlxGrammarClass *class = plx_grammar_get_classes (); class->words != NULL; class++)
    {
      for (const char *word = class->words; *word != '\0'; )
        {
          gsize n = strcspn (word, " ");
          PlxRootSlot *slot = ensure_root (self, word, n);

          if (slot != NULL)
            slot->grammar |= class->flags;
          word += n;
          if (*word == ' ')
            word++;
        }
    }
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
freeze_edges (Trie *self)
{
  PlxEdge *edges = g_new (PlxEdge, MAX (self->n_edges, 1));
  guint32 *filled = g_new0 (guint32, self->states->len);
  guint32 n = 0;

  for (guint32 i = 0; i < self->states->len; i++)
    {
      get_state (self, i)->first_edge = n;
      n += get_state (self, i)->n_edges;
    }
  for (guint32 i = 0; i <= self->edges_mask; i++)
    {
      const GrowingEdge *edge = &self->edges[i];

      if (edge->hash != 0)
        edges[get_state (self, edge->from)->first_edge + filled[edge->from]++] =
          (PlxEdge) { edge->hash, edge->state };
    }
  for (guint32 i = 0; i < self->states->len; i++)
    {
      const PlxState *state = get_state (self, i);

      if (state->n_edges > 1)
        qsort (edges + state->first_edge, state->n_edges, sizeof *edges, compare_edges);
    }
  g_free (filled);
  return edges;
}

/* Eight bits or more for each first word, so that few other words pass. */
static guint32 *
build_bitmap (const Trie *self,
              guint32    *out_mask)
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

/* Copies into each first word's slot what its state says, and hangs the root's wildcards on the
 * letters they are found by. */
static PlxWildHeads *
freeze_root (Trie *self)
{
  PlxWildHeads *heads = g_new0 (PlxWildHeads, 1);

  for (guint32 i = 0; i <= self->roots_mask; i++)
    {
      PlxRootSlot *slot = &self->roots[i];
      const PlxState *state;

      if (slot->hash == 0)
        continue;
      slot->first_accept = PLX_NONE;
      if (slot->state == PLX_NONE)
        continue;
      state = get_state (self, slot->state);
      slot->first_accept = state->first_accept;
      slot->grammar |= state->next_words != 0 ? PLX_ROOT_HAS_NEXT : 0;
      slot->grammar |= state->gap != PLX_NONE || state->first_wild != PLX_NONE ? PLX_ROOT_BRANCHES : 0;
    }

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
keep (PlxLexicon *self,
      gpointer    block)
{
  g_ptr_array_add (self->blocks, block);
  return block;
}

static gpointer
keep_array (PlxLexicon *self,
            GArray     *array)
{
  return keep (self, g_array_free (array, FALSE));
}

/* Moves everything that grew into the lexicon's tables. */
static void
freeze (PlxLexicon      *self,
        Trie            *trie,
        PlxLexiconParts *parts)
{
  PlxLexiconTables *tables = &self->tables;
  guint32 size = 256;

  /* half empty at least, so that a word is found at the first look */
  while (size < trie->n_roots * 2)
    size <<= 1;
  if (size != trie->roots_mask + 1)
    resize_roots (trie, size);

  tables->edges = keep (self, freeze_edges (trie));
  tables->n_edges = trie->n_edges;
  tables->wild_heads = keep (self, freeze_root (trie));
  tables->bitmap = keep (self, build_bitmap (trie, &tables->bitmap_mask));
  tables->roots = keep (self, trie->roots);
  tables->roots_mask = trie->roots_mask;
  tables->n_states = trie->states->len;
  tables->states = keep_array (self, trie->states);
  tables->n_accepts = trie->accepts->len;
  tables->accepts = keep_array (self, trie->accepts);
  tables->n_wild_edges = trie->wild_edges->len;
  tables->wild_edges = keep_array (self, trie->wild_edges);

  tables->conditions = keep_array (self, g_steal_pointer (&parts->conditions));
  tables->n_terms = parts->terms->len;
  tables->terms = keep_array (self, g_steal_pointer (&parts->terms));
  tables->n_context_words = parts->context_words->len;
  tables->context_words = keep_array (self, g_steal_pointer (&parts->context_words));
  tables->n_pool = parts->pool->len;
  tables->pool = keep (self, g_byte_array_free (g_steal_pointer (&parts->pool), FALSE));
}

static guint8
get_check (const PlxEntry     *entry,
           const PlxCondition *condition)
{
  guint8 check = 0;

  if (condition->flags & (PLX_CONDITION_NAME | PLX_CONDITION_CONTEXT | PLX_CONDITION_AS))
    check |= PLX_CHECK_CONDITION;
  if (entry->role != PLX_ROLE_BLOCK && entry->role != PLX_ROLE_REPORTING &&
      !(condition->flags & (PLX_CONDITION_ANY | PLX_CONDITION_NAME)))
    check |= PLX_CHECK_CAPITALS;
  return check;
}

void
plx_lexicon_compile_tables (PlxLexicon      *self,
                            PlxLexiconParts *parts)
{
  Trie trie = { .roots_mask = 1023, .edges_mask = 1023, .pool = parts->pool };
  PlxPattern pattern;
  guint column;

  while (trie.roots_mask < self->entries->len * 2)
    trie.roots_mask = trie.edges_mask = trie.roots_mask * 2 + 1;
  trie.roots = g_new0 (PlxRootSlot, trie.roots_mask + 1);
  trie.edges = g_new0 (GrowingEdge, trie.edges_mask + 1);
  trie.states = g_array_sized_new (FALSE, FALSE, sizeof (PlxState), self->entries->len * 2);
  trie.accepts = g_array_sized_new (FALSE, FALSE, sizeof (PlxAccept), self->entries->len * 2);
  trie.wild_edges = g_array_new (FALSE, FALSE, sizeof (PlxWildEdge));
  add_state (&trie);
  insert_grammar (&trie);

  for (guint32 i = 0; i < self->entries->len; i++)
    {
      const PlxEntry *entry = &g_array_index (self->entries, PlxEntry, i);
      Insertion insertion = { &trie, &pattern, &g_array_index (parts->conditions, PlxCondition, i) };
      PlxAccept accept = { .entry = i, .weight = entry->weight,
                           .condition = insertion.condition->flags,
                           .scope = insertion.condition->scope, .shifter = entry->shifter,
                           .role = entry->role, .axis = entry->axis,
                           .layer = plx_entry_get_layer (entry),
                           .check = get_check (entry, insertion.condition) };

      if (plx_pattern_parse (entry->pattern, &pattern, &column) == NULL)
        insert_from (&insertion, 0, 0, accept);
    }
  freeze (self, &trie, parts);
  g_free (trie.edges);
}
