/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <string.h>

#include "plx-grammar.h"

/* One entry on its way into the trie. */
typedef struct
{
  PlxLexicon         *lexicon;
  const PlxPattern   *pattern;
  const PlxCondition *condition;
  guint32             entry;
  guint8              layer;
} Insertion;

static guint32
add_state (PlxLexicon *self)
{
  PlxState state = { PLX_NONE, PLX_NONE, PLX_NONE, FALSE };

  g_array_append_val (self->states, state);
  return self->states->len - 1;
}

static PlxState *
get_state (PlxLexicon *self,
           guint32     index)
{
  return &g_array_index (self->states, PlxState, index);
}

static void
grow_roots (PlxLexicon *self)
{
  guint32 old_size = self->roots_mask + 1;
  PlxRootSlot *old = self->roots;

  self->roots_mask = old_size * 2 - 1;
  self->roots = g_new0 (PlxRootSlot, old_size * 2);
  for (guint32 i = 0; i < old_size; i++)
    {
      guint32 slot = old[i].hash & self->roots_mask;

      if (old[i].hash == 0)
        continue;
      while (self->roots[slot].hash != 0)
        slot = (slot + 1) & self->roots_mask;
      self->roots[slot] = old[i];
    }
  g_free (old);
}

/* The slot of a first word, made if it is new. Words that share a hash share a slot: the second
 * one is refused, which for 32 bits hardly ever happens and then costs one form of one entry. */
static PlxRootSlot *
ensure_root (PlxLexicon *self,
             const char *word,
             gsize       length)
{
  guint32 hash = plx_word_hash (word, length);
  guint32 slot;

  if (self->n_roots * 2 >= self->roots_mask)
    grow_roots (self);
  for (slot = hash & self->roots_mask; self->roots[slot].hash != 0; slot = (slot + 1) & self->roots_mask)
    {
      gsize other_length;
      const char *other;

      if (self->roots[slot].hash != hash)
        continue;
      other = plx_pool_get (self, self->roots[slot].word, &other_length);
      return other_length == length && memcmp (other, word, length) == 0 ? &self->roots[slot] : NULL;
    }
  self->roots[slot] = (PlxRootSlot) { hash, plx_pool_add (self->pool, word, length), PLX_NONE, 0 };
  self->n_roots++;
  return &self->roots[slot];
}

static void
grow_edges (PlxLexicon *self)
{
  guint32 old_size = self->edges_mask + 1;
  PlxEdgeSlot *old = self->edges;

  self->edges_mask = old_size * 2 - 1;
  self->edges = g_new0 (PlxEdgeSlot, old_size * 2);
  for (guint32 i = 0; i < old_size; i++)
    {
      guint32 slot = plx_edge_hash (old[i].from, old[i].hash) & self->edges_mask;

      if (old[i].hash == 0)
        continue;
      while (self->edges[slot].hash != 0)
        slot = (slot + 1) & self->edges_mask;
      self->edges[slot] = old[i];
    }
  g_free (old);
}

/* Returns: the state that @word leads to from @from, made if it is new */
static guint32
ensure_edge (PlxLexicon *self,
             guint32     from,
             const char *word,
             gsize       length)
{
  guint32 hash = plx_word_hash (word, length);
  guint32 slot;
  guint32 state;

  if (self->n_edges * 2 >= self->edges_mask)
    grow_edges (self);
  for (slot = plx_edge_hash (from, hash) & self->edges_mask; self->edges[slot].hash != 0;
       slot = (slot + 1) & self->edges_mask)
    {
      if (self->edges[slot].hash == hash && self->edges[slot].from == from)
        return self->edges[slot].state;
    }
  state = add_state (self);
  self->edges[slot] = (PlxEdgeSlot) { from, hash, plx_pool_add (self->pool, word, length), state };
  self->n_edges++;
  get_state (self, from)->has_edges = TRUE;
  return state;
}

/* Returns: the state that a word with a wildcard leads to from @from, made if it is new */
static guint32
ensure_wild_edge (PlxLexicon *self,
                  guint32     from,
                  const char *word,
                  gsize       length)
{
  PlxWildEdge edge = { .word.kind = word[0] == '*' ? PLX_WORD_SUFFIX : PLX_WORD_PREFIX };
  const char *letters = word[0] == '*' ? word + 1 : word;
  gsize n = length - 1;

  for (guint32 i = get_state (self, from)->first_wild; i != PLX_NONE; )
    {
      PlxWildEdge *other = &g_array_index (self->wild_edges, PlxWildEdge, i);

      if (other->word.kind == edge.word.kind && other->word.length == n &&
          memcmp (self->pool->data + other->word.offset, letters, n) == 0)
        return other->state;
      i = other->next;
    }

  edge.word.offset = plx_pool_add (self->pool, letters, n);
  edge.word.length = (guint16) n;
  edge.state = add_state (self);
  edge.next = get_state (self, from)->first_wild;
  get_state (self, from)->first_wild = self->wild_edges->len;
  g_array_append_val (self->wild_edges, edge);
  if (from == 0)
    {
      guint32 key = plx_letters_key (edge.word.kind == PLX_WORD_PREFIX ? letters : letters + n - 3);

      if (edge.word.kind == PLX_WORD_PREFIX)
        {
          self->wild_prefixes[key >> 5] |= 1u << (key & 31);
          self->has_wild_prefixes = TRUE;
        }
      else
        {
          self->wild_suffixes[key >> 5] |= 1u << (key & 31);
          self->has_wild_suffixes = TRUE;
        }
    }
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
  PlxLexicon *self = insertion->lexicon;
  guint32 state;

  accept.n_words++;
  if (memchr (text, '*', length) != NULL)
    {
      accept.n_wildcards++;
      state = ensure_wild_edge (self, from, text, length);
    }
  else if (from == 0)
    {
      PlxRootSlot *slot = ensure_root (self, text, length);

      if (slot == NULL)
        return;
      if (slot->state == PLX_NONE)
        slot->state = add_state (self);
      state = slot->state;
    }
  else
    {
      state = ensure_edge (self, from, text, length);
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
  PlxLexicon *self = insertion->lexicon;
  const PlxPatternWord *slot;

  if (word == insertion->pattern->n_words)
    {
      /* later lines come first, so that they win at equal length */
      accept.next = get_state (self, state)->first_accept;
      get_state (self, state)->first_accept = self->accepts->len;
      g_array_append_val (self->accepts, accept);
      return;
    }

  slot = &insertion->pattern->words[word];
  if (slot->gap_before)
    {
      if (get_state (self, state)->gap == PLX_NONE)
        {
          guint32 gap = add_state (self);

          get_state (self, state)->gap = gap;
        }
      state = get_state (self, state)->gap;
    }
  for (guint i = 0; i < slot->n_alternatives; i++)
    insert_forms (insertion, word, state, slot->text[i], slot->length[i], accept);
}

static void
insert_grammar (PlxLexicon *self)
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

/* Sixteen bits or more for each first word, so that few other words pass. */
static void
build_bitmap (PlxLexicon *self)
{
  guint32 bits = 1u << 16;

  while (bits < self->n_roots * 16 && bits < 1u << 27)
    bits <<= 1;
  self->bitmap_mask = bits - 1;
  self->bitmap = g_new0 (guint32, bits / 32);
  for (guint32 i = 0; i <= self->roots_mask; i++)
    {
      guint32 bit = plx_lexicon_bitmap_bit (self->roots[i].hash) & self->bitmap_mask;

      if (self->roots[i].hash != 0 && self->roots[i].state != PLX_NONE)
        self->bitmap[bit >> 5] |= 1u << (bit & 31);
    }
}

void
plx_lexicon_compile_trie (PlxLexicon *self)
{
  guint32 size = 1024;
  PlxPattern pattern;
  guint column;

  while (size < self->entries->len * 4)
    size <<= 1;
  self->roots_mask = size - 1;
  self->roots = g_new0 (PlxRootSlot, size);
  self->edges_mask = size - 1;
  self->edges = g_new0 (PlxEdgeSlot, size);
  add_state (self);
  insert_grammar (self);

  for (guint32 i = 0; i < self->entries->len; i++)
    {
      const PlxEntry *entry = &g_array_index (self->entries, PlxEntry, i);
      Insertion insertion = { self, &pattern, &g_array_index (self->conditions, PlxCondition, i), i,
                              plx_entry_get_layer (entry) };
      PlxAccept accept = { .entry = i, .layer = insertion.layer };

      if (plx_pattern_parse (entry->pattern, &pattern, &column) == NULL)
        insert_from (&insertion, 0, 0, accept);
    }
  build_bitmap (self);
}
