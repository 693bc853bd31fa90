/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the lexicon, the matcher and the rules share: the compiled form.
 *
 * Patterns become a trie over words. The first words stand in one open-addressing table keyed by
 * the word's hash (`roots`), with all that an entry of one word needs but its accept; the later words
 * of all states stand in another, keyed by state and hash (`edges`). A bitmap over hashes tells many
 * words of a text apart from first words without touching either, and 64 bits at each state, and at
 * each list of context words, do the same for the next word and the words around.
 * Words with a wildcard hang on their state as a list.
 *
 * Everything is arrays of plain numbers without a pointer, so that the shipped lexicons are
 * compiled when Parallax is built, and are ready when the program is mapped into memory. */

#include <string.h>

#include "analysis/text/plx-inflect.h"
#include "analysis/text/plx-text.h"
#include "analysis/text/plx-word-bytes.h"
#include "plx-lexicon.h"
#include "plx-voice-words.h"

G_BEGIN_DECLS

/* Goes up when a rule changes, so that readings cached under an older program are made anew. */
#define PLX_LEXICON_READING_VERSION 2
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
  PLX_CONDITION_PREFIX = 1 << 13,  /* a hyphen joins it to the word after it, */
  PLX_CONDITION_SUFFIX = 1 << 14,  /* to the word before it */
} PlxConditionFlags;
#define PLX_CONDITION_AS \
  (PLX_CONDITION_AS_VERB | PLX_CONDITION_AS_NOUN | PLX_CONDITION_AS_ADJ | PLX_CONDITION_AS_ADV)

typedef enum
{
  PLX_SCOPE_AFTER,
  PLX_SCOPE_BEFORE,
  PLX_SCOPE_CLAUSE,
  PLX_SCOPE_PREFIX, /* the word after it, which a hyphen joins to it */
  PLX_SCOPE_SUFFIX, /* the word before it, likewise */
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
  guint64 bits;       /* plx_hash_bits() of every literal */
  guint64 heads;      /* plx_head_bit() of every wildcard */
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

/* An entry that ends at a state, with all that is asked of it for each match: entries and conditions
 * themselves lie far apart in memory. Two fit in a cache line. */
typedef struct
{
  guint32 entry;
  guint32 next;        /* index of the next accept of the state, the very next one, or PLX_NONE */
  double  weight;      /* the entry's */
  guint16 condition;   /* PlxConditionFlags */
  guint8  scope;       /* PlxScope */
  guint8  shifter;     /* PlxShifterKind */
  guint8  role;        /* PlxRole */
  PlxAxisId axis;
  guint8  n_words;     /* words of the pattern, gaps not counted */
  guint8  n_wildcards;
  guint8  form;        /* PlxFormFlags of the inflected word */
  guint8  layer;       /* plx_entry_get_layer() */
  guint8  check;       /* PlxAcceptCheck: what must be looked at before it counts */
  guint8  padding;
  guint32 letters;     /* plx_letters_check() of the first word; 0 of a wildcard */
} PlxAccept;

typedef enum
{
  PLX_CHECK_CAPITALS = 1 << 0,  /* no capital, unless it begins the sentence */
  PLX_CHECK_CONDITION = 1 << 1, /* the entry's condition */
} PlxAcceptCheck;

/* Two fit in a cache line. */
typedef struct
{
  guint64 next_words;   /* plx_hash_bits() of every later word that is a literal */
  union
  {
    guint64 next_heads; /* plx_head_bit() of every later word with a wildcard; 0 at the root */
    struct              /* while the trie is packed: its edges */
    {
      guint32 first_edge;
      guint32 n_edges;
    };
  };
  guint32 first_accept; /* PLX_NONE: none */
  guint32 first_wild;   /* PLX_NONE: none */
  guint32 gap;          /* the state after a gap, or PLX_NONE */
  guint32 padding;
} PlxState;

/* What a word leads to: the index of a state, or, with this bit, of the first accept of one behind
 * which nothing follows. */
#define PLX_TARGET_ACCEPT (1u << 31)

/* A slot of the table of later words, which holds those of all states; hash 0 means free. */
typedef struct
{
  guint32 hash;
  guint32 from;   /* the state that the word follows */
  guint32 target;
} PlxEdge;

typedef struct
{
  guint64        heads; /* plx_head_bit() of this one and those after it */
  PlxLexiconWord word;
  guint32        target;
  guint32        next; /* of the same state; at the root: with the same plx_letters_key() */
} PlxWildEdge;

/* A slot of the table of first words; hash 0 means free. Four fit in a cache line. */
typedef struct
{
  guint32 hash;
  union
  {
    guint32 first_accept; /* of its state */
    guint32 word;         /* while the trie grows: offset of its text in the pool */
  };
  guint32 state;      /* reached by it; 0 if nothing follows */
  guint32 grammar;    /* PlxGrammarFlags and the flags below */
} PlxRootSlot;

#define PLX_ROOT_REPORTS (1u << 29)  /* it is a reporting word and no other entry by itself */
#define PLX_ROOT_HAS_WILD (1u << 30) /* a wildcard may follow its state */
#define PLX_ROOT_HAS_GAP (1u << 31)  /* its state has a gap */
#define PLX_ROOT_GRAMMAR (PLX_ROOT_REPORTS - 1)

/* Which wildcards of first words begin, or end, with which three letters. */
typedef struct
{
  guint32 has_prefixes;
  guint32 has_suffixes;
  guint32 prefix_bits[PLX_WILD_HEADS / 32]; /* by key: whether there is any; small enough to stay near */
  guint32 prefixes[PLX_WILD_HEADS]; /* by plx_letters_key(): the first wild edge, or PLX_NONE */
  guint32 suffixes[PLX_WILD_HEADS];
} PlxWildHeads;

/* The compiled form. */
typedef struct
{
  const PlxCondition   *conditions; /* one for each entry */
  const PlxContextTerm *terms;
  const PlxLexiconWord *context_words;
  const guint8         *pool;       /* folded words */
  const PlxRootSlot    *roots;
  const guint32        *bitmap;     /* over plx_lexicon_bitmap_bit() & bitmap_mask */
  const PlxState       *states;     /* [0] is the root, whose edges are `roots` */
  const PlxEdge        *edges;      /* of the states but the root, by plx_edge_slot() & edges_mask */
  const PlxAccept      *accepts;
  const PlxWildEdge    *wild_edges;
  const PlxWildHeads   *wild_heads;
  const PlxVoiceWord   *voice_words; /* of plx_voice_words_new(); NULL: not made from an image */
  guint32               voice_words_mask;
  guint32               roots_mask;
  guint32               bitmap_mask;
  guint32               n_terms;
  guint32               n_context_words;
  guint32               n_pool;
  guint32               n_states;
  guint32               edges_mask;
  guint32               n_accepts;
  guint32               n_wild_edges;
} PlxLexiconTables;

/* An entry that a later line of the same pattern, axis, role and condition replaced. */
typedef struct
{
  PlxEntry entry;
  guint32  by;    /* index of the entry that replaced it */
} PlxReplacedEntry;

struct _PlxLexicon
{
  gatomicrefcount ref_count;

  GArray          *axes;    /* of PlxAxis */
  GArray          *entries; /* of PlxEntry */
  GArray          *sources; /* of PlxLexiconSource */
  char             digest[33];
  PlxLexiconTables tables;

  GArray          *replaced; /* of PlxReplacedEntry, for the lint; empty if made from an image */

  /* owned: what entries and tables point into */
  GPtrArray *blocks; /* of memory freed with g_free() */
  GBytes    *image;  /* NULL unless made from one */
};

/* What the builder collects beside entries, and hands to the tables. */
typedef struct
{
  GArray     *conditions;    /* of PlxCondition */
  GArray     *terms;         /* of PlxContextTerm */
  GArray     *context_words; /* of PlxLexiconWord */
  GByteArray *pool;
} PlxLexiconParts;

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

/* plx_lexicon_new_empty: Returns: (transfer full): a lexicon without axes, entries and tables */
PlxLexicon *plx_lexicon_new_empty   (void);

/* plx_lexicon_compile_tables: fills the tables from the entries; takes what @parts hold */
void        plx_lexicon_compile_tables (PlxLexicon *self, PlxLexiconParts *parts);

/* plx_lexicon_compute_digest: fills the digest from the entries and axes */
void        plx_lexicon_compute_digest (PlxLexicon *self);

/* The lower bits of a hash also choose the slot, so the bitmap goes by the upper ones. */
static inline guint32
plx_lexicon_bitmap_bit (guint32 hash)
{
  return hash >> 5 ^ hash << 12;
}

/* plx_hash_bits: two of 64 bits by which a state tells what words may follow: only a state that has
 * both may have the word */
static inline guint64
plx_hash_bits (guint32 hash)
{
  return G_GUINT64_CONSTANT (1) << (hash >> 26) | G_GUINT64_CONSTANT (1) << (hash >> 20 & 63);
}

/* plx_head_bit: one of 64 for a wildcard, by the plx_letters_key() of its first letters */
static inline guint64
plx_head_bit (guint32 key)
{
  return G_GUINT64_CONSTANT (1) << (key >> 5);
}

/* plx_wildcard_bits: Returns: the plx_head_bit() that every word has that a wildcard of these
 *   @length letters fits; all bits if there is none such */
static inline guint64
plx_wildcard_bits (const char *letters,
                   gsize       length,
                   PlxWordKind kind)
{
  if (kind != PLX_WORD_PREFIX || length < 3)
    return G_MAXUINT64;
  return plx_head_bit (plx_letters_key ((guint32) plx_bytes_load (letters, 3)));
}

/* plx_token_head: Returns: the plx_head_bit() of a word of the text; all bits if its letters are not
 *   known */
static inline guint64
plx_token_head (const PlxToken *token)
{
  return token->letters != 0 ? plx_head_bit (plx_letters_key ((guint32) token->letters)) : G_MAXUINT64;
}

/* plx_letters_check: Returns: plx_word_letters() in 32 bits, 0 for 0: words with the same hash that
 *   have this in common too are the same for all but a contrived case */
static inline guint32
plx_letters_check (guint64 letters)
{
  return letters != 0 ? (guint32) (letters ^ letters >> 29) | 1 : 0;
}

/* plx_tables_find_root: Returns: the slot of a first word by its hash, or NULL */
static inline const PlxRootSlot *
plx_tables_find_root (const PlxLexiconTables *self,
                      guint32                 hash)
{
  guint32 i;

  for (i = hash & self->roots_mask; self->roots[i].hash != 0; i = (i + 1) & self->roots_mask)
    {
      if (self->roots[i].hash == hash)
        return &self->roots[i];
    }
  return NULL;
}

/* plx_edge_slot: where the edge of a state for a word of that hash stands, but for a step or two */
static inline guint32
plx_edge_slot (guint32 from,
               guint32 hash)
{
  return (hash ^ from * 0x9e3779b1u) * 0x85ebca6bu >> 7;
}

/* plx_tables_may_have_edge: a quick test at the first look, without a branch, that hardly any other
 *   word passes */
static inline guint32
plx_tables_may_have_edge (const PlxLexiconTables *self,
                          guint32                 from,
                          guint32                 hash)
{
  guint32 slot = plx_edge_slot (from, hash) & self->edges_mask;
  const PlxEdge *edge = &self->edges[slot];
  const PlxEdge *next = &self->edges[(slot + 1) & self->edges_mask];

  return ((edge->hash == hash) & (edge->from == from)) | ((edge->hash != 0) & (next->hash != 0));
}

/* plx_tables_find_edge: Returns: what the word with this hash leads to from a state, or PLX_NONE */
static inline guint32
plx_tables_find_edge (const PlxLexiconTables *self,
                      guint32                 from,
                      guint32                 hash)
{
  guint32 i;

  for (i = plx_edge_slot (from, hash) & self->edges_mask; self->edges[i].hash != 0;
       i = (i + 1) & self->edges_mask)
    {
      if (self->edges[i].hash == hash && self->edges[i].from == from)
        return self->edges[i].target;
    }
  return PLX_NONE;
}

static inline const char *
plx_pool_get (const guint8 *pool,
              guint32       offset,
              gsize        *out_length)
{
  *out_length = (gsize) (pool[offset - 2] | pool[offset - 1] << 8);
  return (const char *) pool + offset;
}

/* plx_byte_to_lower: ASCII letters; inline, where g_ascii_tolower() would be called for each byte
 * of the text */
static inline guchar
plx_byte_to_lower (guchar c)
{
  return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

G_END_DECLS
