/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the lexicon, the matcher and the rules share: the compiled form.
 *
 * Patterns become a trie over words. The first words stand in one open-addressing table keyed by
 * the word's hash (`roots`), all later ones in another keyed by state and hash (`edges`); a
 * bitmap over hashes tells most words of a text apart from first words without touching either.
 * A state is an index into `states`. Words with a wildcard hang on their state as a list. */

#include "plx-inflect.h"
#include "plx-lexicon.h"
#include "plx-text.h"

G_BEGIN_DECLS

/* Goes up when a rule changes, so that readings cached under an older program are made anew. */
#define PLX_LEXICON_READING_VERSION 1
/* More bytes than this in one file are a mistake, not a lexicon. */
#define PLX_LEXICON_MAX_BYTES (64u * 1024 * 1024)
#define PLX_PATTERN_MAX_WORDS 12
#define PLX_PATTERN_MAX_GAP 3
#define PLX_WILDCARD_MIN_LETTERS 3
/* a|b in several places multiply: beyond this many combinations a pattern is refused. */
#define PLX_PATTERN_MAX_COMBINATIONS 4000
#define PLX_PATTERN_MAX_ALTERNATIVES 64

/* The terms of a condition. */
typedef enum
{
  PLX_CONDITION_VERB = 1 << 0,
  PLX_CONDITION_NOUN = 1 << 1,
  PLX_CONDITION_ADJ = 1 << 2,
  PLX_CONDITION_ADV = 1 << 3,
  PLX_CONDITION_NAME = 1 << 4,
  PLX_CONDITION_ANY = 1 << 5,
  PLX_CONDITION_AS_VERB = 1 << 6,
  PLX_CONDITION_AS_NOUN = 1 << 7,
  PLX_CONDITION_AS_ADJ = 1 << 8,
  PLX_CONDITION_TO_SUBJECT = 1 << 9,
  PLX_CONDITION_TO_OBJECT = 1 << 10,
  PLX_CONDITION_CONTEXT = 1 << 11, /* has prev=, next= or near= terms */
  PLX_CONDITION_AS_ADV = 1 << 12,
} PlxConditionFlags;
#define PLX_CONDITION_AS \
  (PLX_CONDITION_AS_VERB | PLX_CONDITION_AS_NOUN | PLX_CONDITION_AS_ADJ | PLX_CONDITION_AS_ADV)

typedef enum
{
  PLX_SCOPE_AFTER,
  PLX_SCOPE_BEFORE,
  PLX_SCOPE_CLAUSE,
} PlxScope;

typedef enum
{
  PLX_CONTEXT_PREV,
  PLX_CONTEXT_NEXT,
  PLX_CONTEXT_NEAR,
} PlxContextKind;

/* One word of a pattern or of a context term. */
typedef enum
{
  PLX_WORD_LITERAL,
  PLX_WORD_PREFIX, /* retaliat* */
  PLX_WORD_SUFFIX, /* *gate */
} PlxWordKind;

typedef struct
{
  guint32 hash;   /* of a literal, else 0 */
  guint32 offset; /* into the pool of words: the folded text, without the asterisk */
  guint16 length;
  guint16 kind;   /* PlxWordKind */
} PlxLexiconWord;

typedef struct
{
  guint32 first_word; /* into context_words */
  guint16 n_words;
  guint8  kind;       /* PlxContextKind */
  guint8  negated;
} PlxContextTerm;

/* A condition, compiled; stands beside the entry of the same index. */
typedef struct
{
  guint16 flags;      /* PlxConditionFlags */
  guint8  scope;      /* PlxScope */
  guint8  n_terms;
  guint32 first_term; /* into terms */
} PlxCondition;

/* An entry that ends at a state. */
typedef struct
{
  guint32 entry;
  guint32 next;        /* index of the next accept of the state, or PLX_NONE */
  guint8  n_words;     /* words of the pattern, gaps not counted */
  guint8  n_wildcards;
  guint8  form;        /* PlxFormFlags of the inflected word */
  guint8  layer;       /* plx_entry_get_layer() */
} PlxAccept;

typedef struct
{
  guint32 first_accept; /* PLX_NONE: none */
  guint32 first_wild;   /* PLX_NONE: none */
  guint32 gap;          /* the state after a gap, or PLX_NONE */
  guint32 has_edges;
} PlxState;

typedef struct
{
  PlxLexiconWord word;
  guint32        state;
  guint32        next; /* of the same state */
} PlxWildEdge;

/* A slot of an open-addressing table; hash 0 means free. */
typedef struct
{
  guint32 hash;
  guint32 word;  /* offset of its text in the pool; its length stands before it, in two bytes */
  guint32 state; /* reached by it; PLX_NONE for a word of grammar only */
  guint32 grammar; /* PlxGrammarFlags */
} PlxRootSlot;

typedef struct
{
  guint32 from;
  guint32 hash;
  guint32 word;
  guint32 state;
} PlxEdgeSlot;

struct _PlxLexicon
{
  gatomicrefcount ref_count;

  GArray    *axes;       /* of PlxAxis */
  GArray    *entries;    /* of PlxEntry */
  GArray    *conditions; /* of PlxCondition, one for each entry */
  GArray    *sources;    /* of PlxLexiconSource */
  GPtrArray *texts;      /* of char *, what entries point into */
  char       digest[33];

  GArray    *terms;         /* of PlxContextTerm */
  GArray    *context_words; /* of PlxLexiconWord */
  GByteArray *pool;         /* folded words */

  PlxRootSlot *roots;
  guint32      roots_mask;
  guint32      n_roots;
  guint32     *bitmap;      /* over hash & bitmap_mask */
  guint32      bitmap_mask;
  PlxEdgeSlot *edges;
  guint32      edges_mask;
  guint32      n_edges;
  GArray      *states;      /* of PlxState; [0] is the root, whose edges are `roots` */
  GArray      *accepts;     /* of PlxAccept */
  GArray      *wild_edges;  /* of PlxWildEdge */

  /* Which first (last) three letters a wildcard of a first word has: plx_letters_key(). */
  guint32      wild_prefixes[64];
  guint32      wild_suffixes[64];
  gboolean     has_wild_prefixes;
  gboolean     has_wild_suffixes;
};

/* Entries compete for words within a layer only: one for each axis, then these. */
#define PLX_LAYER_OPERATOR PLX_MAX_AXES
#define PLX_LAYER_SHIFTER (PLX_MAX_AXES + 1)
#define PLX_LAYER_REPORTING (PLX_MAX_AXES + 2)
#define PLX_LAYER_BLOCK (PLX_MAX_AXES + 3)
#define PLX_N_LAYERS (PLX_MAX_AXES + 4)

static inline guint8
plx_entry_get_layer (const PlxEntry *entry)
{
  switch ((PlxRole) entry->role)
    {
    case PLX_ROLE_OPERATOR:
      return PLX_LAYER_OPERATOR;
    case PLX_ROLE_SHIFTER:
      return PLX_LAYER_SHIFTER;
    case PLX_ROLE_REPORTING:
      return PLX_LAYER_REPORTING;
    case PLX_ROLE_BLOCK:
      return PLX_LAYER_BLOCK;
    case PLX_ROLE_CUE:
    case PLX_ROLE_EVENT:
    default:
      return (guint8) entry->axis;
    }
}

/* One word of a parsed pattern: its alternatives, or a gap. */
typedef struct
{
  const char *text[PLX_PATTERN_MAX_ALTERNATIVES];
  guint16     length[PLX_PATTERN_MAX_ALTERNATIVES];
  guint       n_alternatives;
  gboolean    gap_before;
} PlxPatternWord;

typedef struct
{
  guint          n_words;
  PlxPatternWord words[PLX_PATTERN_MAX_WORDS];
  char           folded[1024]; /* what the words point into */
} PlxPattern;

/* plx_pattern_parse: @out_column: where it is wrong, in characters from 0.
 * Returns: NULL, or what is wrong with the pattern (English, static) */
const char *plx_pattern_parse (const char *pattern, PlxPattern *out_pattern, guint *out_column);

/* plx_condition_parse:
 * @out_shifter: (out): PLX_SHIFTER_NONE unless the condition names a kind
 * @out_column: (out): where it is wrong, in characters from 0
 *
 * Context words and terms are appended to @terms, @words and @pool.
 * Returns: (transfer full) (nullable): NULL, or what is wrong */
char       *plx_condition_parse (const char *condition, PlxCondition *out_condition,
                                 PlxShifterKind *out_shifter, GArray *terms, GArray *words,
                                 GByteArray *pool, guint *out_column);

/* plx_pool_add: Returns: the offset of a copy of the word, its length in the two bytes before it */
guint32     plx_pool_add (GByteArray *pool, const char *word, gsize length);

/* plx_lexicon_compile_trie: fills roots, edges, states, accepts and bitmap from the entries */
void        plx_lexicon_compile_trie (PlxLexicon *self);

/* plx_lexicon_compute_digest: fills the digest from the entries and axes */
void        plx_lexicon_compute_digest (PlxLexicon *self);

/* The lower bits of a hash also choose the slot, so the bitmap goes by the upper ones. */
static inline guint32
plx_lexicon_bitmap_bit (guint32 hash)
{
  return hash >> 5 ^ hash << 12;
}

/* plx_lexicon_find_root: Returns: the slot of a first word by its hash, or NULL */
static inline const PlxRootSlot *
plx_lexicon_find_root (const PlxLexicon *self,
                       guint32           hash)
{
  guint32 i;

  for (i = hash & self->roots_mask; self->roots[i].hash != 0; i = (i + 1) & self->roots_mask)
    {
      if (self->roots[i].hash == hash)
        return &self->roots[i];
    }
  return NULL;
}

static inline guint32
plx_edge_hash (guint32 from,
               guint32 hash)
{
  return (hash ^ (from * 0x9e3779b1u)) * 0x85ebca6bu >> 7;
}

static inline const PlxEdgeSlot *
plx_lexicon_find_edge (const PlxLexicon *self,
                       guint32           from,
                       guint32           hash)
{
  guint32 i;

  for (i = plx_edge_hash (from, hash) & self->edges_mask; self->edges[i].hash != 0;
       i = (i + 1) & self->edges_mask)
    {
      if (self->edges[i].hash == hash && self->edges[i].from == from)
        return &self->edges[i];
    }
  return NULL;
}

static inline const char *
plx_pool_get (const PlxLexicon *self,
              guint32           offset,
              gsize            *out_length)
{
  const guint8 *data = self->pool->data + offset;

  *out_length = (gsize) (data[-2] | data[-1] << 8);
  return (const char *) data;
}

/* plx_letters_key: the bit of a wildcard's first three (last three) bytes in a table of 2048 */
static inline guint32
plx_letters_key (const char *three)
{
  guint32 key = 0;

  for (guint i = 0; i < 3; i++)
    key = key * 37 + (guint32) (guchar) g_ascii_tolower (three[i]);
  return (key * 0x9e3779b1u) >> 21;
}

G_END_DECLS
