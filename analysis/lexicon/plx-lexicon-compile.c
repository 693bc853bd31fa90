/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-trie.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/text/plx-grammar.h"

/* One entry on its way into the trie. */
typedef struct
{
  PlxTrie               *trie;
  const PlxPattern   *pattern;
  const PlxCondition *condition;
} Insertion;

static guint32
add_state (PlxTrie *self)
{
  PlxState state = { .first_accept = PLX_NONE, .first_wild = PLX_NONE, .gap = PLX_NONE };

  g_array_append_val (self->states, state);
  return self->states->len - 1;
}

static PlxState *
get_state (PlxTrie   *self,
           guint32 index)
{
  return &g_array_index (self->states, PlxState, index);
}

/* The slot of a first word, made if it is new. Words that share a hash would share a slot: the
 * second one is refused, which for 32 bits hardly ever happens and then costs one form of one
 * entry. */
static PlxRootSlot *
ensure_root (PlxTrie       *self,
             const char *word,
             gsize       length)
{
  guint32 hash = plx_word_hash (word, length);
  guint32 slot;

  if (self->n_roots * 2 >= self->roots_mask)
    plx_trie_resize_roots (self, (self->roots_mask + 1) * 2);
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

static void
grow_edges (PlxTrie *self)
{
  guint32 old_size = self->edges_mask + 1;
  PlxGrowingEdge *old = self->edges;

  self->edges_mask = old_size * 2 - 1;
  self->edges = g_new0 (PlxGrowingEdge, old_size * 2);
  for (guint32 i = 0; i < old_size; i++)
    {
      guint32 slot = plx_edge_slot (old[i].from, old[i].hash) & self->edges_mask;

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
ensure_edge (PlxTrie       *self,
             guint32     from,
             const char *word,
             gsize       length)
{
  guint32 hash = plx_word_hash (word, length);
  guint32 slot;
  guint32 state;

  if (self->n_edges * 2 >= self->edges_mask)
    grow_edges (self);
  for (slot = plx_edge_slot (from, hash) & self->edges_mask; self->edges[slot].hash != 0;
       slot = (slot + 1) & self->edges_mask)
    {
      if (self->edges[slot].hash == hash && self->edges[slot].from == from)
        return self->edges[slot].state;
    }
  state = add_state (self);
  self->edges[slot] = (PlxGrowingEdge) { from, hash, state };
  self->n_edges++;
  get_state (self, from)->n_edges++;
  get_state (self, from)->next_words |= plx_hash_bits (hash);
  return state;
}

/* Returns: the state that a word with a wildcard leads to from @from, made if it is new */
static guint32
ensure_wild_edge (PlxTrie       *self,
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
        return other->target;
      i = other->next;
    }

  edge.word.offset = plx_pool_add (self->pool, letters, n);
  edge.word.length = (guint16) n;
  edge.target = add_state (self);
  edge.next = get_state (self, from)->first_wild;
  edge.heads = plx_wildcard_bits (letters, n, (PlxWordKind) edge.word.kind);
  if (edge.next != PLX_NONE)
    edge.heads |= g_array_index (self->wild_edges, PlxWildEdge, edge.next).heads;
  get_state (self, from)->first_wild = self->wild_edges->len;
  g_array_append_val (self->wild_edges, edge);
  return edge.target;
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
  PlxTrie *trie = insertion->trie;
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
  PlxTrie *trie = insertion->trie;
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
insert_grammar (PlxTrie *self)
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

static void
keep_parts (PlxLexicon      *self,
            PlxLexiconParts *parts)
{
  PlxLexiconTables *tables = &self->tables;

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

  if (condition->flags & (PLX_CONDITION_NAME | PLX_CONDITION_CONTEXT | PLX_CONDITION_AS |
                          PLX_CONDITION_PREFIX | PLX_CONDITION_SUFFIX))
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
  PlxTrie trie = { .roots_mask = 1023, .edges_mask = 1023, .pool = parts->pool };
  PlxPattern pattern;
  guint column;

  while (trie.roots_mask < self->entries->len * 2)
    trie.roots_mask = trie.edges_mask = trie.roots_mask * 2 + 1;
  trie.roots = g_new0 (PlxRootSlot, trie.roots_mask + 1);
  trie.edges = g_new0 (PlxGrowingEdge, trie.edges_mask + 1);
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
  plx_trie_pack (&trie, self);
  keep_parts (self, parts);
}
