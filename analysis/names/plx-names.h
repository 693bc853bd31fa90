/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The names of an article: who and what is mentioned, sentence by sentence, and which mentions
 * are of the same. Works on tokens and their hashes; nothing is copied or allocated for a name.
 *
 * A mention is a run of capitalised words (with particles, initials and ampersands inside), cut
 * where the alias table knows a part of it or where a title ends; or a pronoun or "the minister",
 * which stands for the last name that fits. Mentions are of the same name if the alias table says
 * so, if their words are the same but for initials, if one is the last (or first) word of the
 * other, or if one stands in brackets after the other (the Ministry of Commerce (MOFCOM)). */

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/text/plx-text.h"
#include "plx-aliases.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_MENTION_PRONOUN = 1 << 0,
  PLX_MENTION_ROLE = 1 << 1,   /* the minister, the company */
  PLX_MENTION_WEAK = 1 << 2,   /* may be no name at all: capitalised because it begins a sentence */
  PLX_MENTION_TARGET = 1 << 3, /* of the chosen target */
} PlxMentionFlags;

typedef struct
{
  guint32 start; /* first token, its title ("Commerce Minister") and article included */
  guint32 first; /* first token of the name */
  guint32 last;  /* last token of the name, inclusive */
  guint32 name;  /* index into the names, or PLX_NONE: a pronoun that stands for nobody known */
  guint32 flags; /* PlxMentionFlags */
} PlxMention;

typedef struct
{
  PlxSpan span;       /* of the longest mention, without its title */
  guint32 alias;      /* index into the alias table, or PLX_NONE */
  guint32 same_as;    /* the name that this one turned out to be; else its own index */
  guint32 first_word; /* hash */
  guint32 last_word;  /* hash */
  guint32 n_mentions; /* pronouns not counted */
  guint32 n_leading;  /* of them, in headline and lead */
  guint32 target;     /* scratch of plx_names_finish(): index into the targets, or PLX_NONE */
  guint8  n_words;
  guint8  kind;       /* PlxNameKind */
  guint8  in_title;   /* the span counts from the headline */
  guint8  in_capitals; /* the span is written in capitals throughout */
  guint8  confirmed;  /* seen where only names are capitalised */
} PlxName;

typedef struct
{
  guint32 key;
  guint32 name;
  guint32 stamp; /* of the article that filled it; older ones are free */
} PlxNameSlot;

typedef struct
{
  const PlxLexicon *lexicon;  /* borrowed */
  const PlxAliases *aliases;  /* borrowed; NULL: none */
  GArray           *names;    /* of PlxName: of the article so far */
  GArray           *mentions; /* of PlxMention: of the sentence scanned last, by first token */

  GArray           *order;    /* of guint32: scratch of plx_reading_set_targets() */
  guint32          *points;   /* scratch of plx_names_scan(): tokens that a mention may begin with */
  guint32           room;     /* of them */

  PlxNameSlot *slots;
  guint32      mask, n_used, stamp;

  guint32 person, thing;       /* whom "he", what "it" stands for in the next sentence */
  guint32 person_sentence, thing_sentence, n_sentences;
} PlxNames;

void plx_names_init  (PlxNames *self, const PlxLexicon *lexicon);
void plx_names_clear (PlxNames *self);

/* plx_names_begin: forgets the article before; keeps the room */
void plx_names_begin (PlxNames *self);

/* plx_names_scan:
 * @grammar: PlxGrammarFlags of each token of the sentence
 * @is_title: whether @text is the headline
 * @is_leading: whether the sentence belongs to headline or lead
 *
 * Finds the mentions of one sentence; sentences must come in order. */
void plx_names_scan  (PlxNames *self, const PlxText *text, const PlxTextSentence *sentence,
                      const guint32 *grammar, gboolean is_title, gboolean is_leading);

/* plx_names_resolve: Returns: the name that @index turned out to be; PLX_NONE for PLX_NONE */
guint32 plx_names_resolve (const PlxNames *self, guint32 index);

/* plx_names_merge: counts each name's mentions with those of the name it turned out to be, which
 * its `same_as` then is. Call once, after the last sentence. */
void plx_names_merge (PlxNames *self);

/* plx_names_ensure: Returns: the name of the tokens [@first, @last] of @text, made if it is new;
 *   PLX_NONE if they hold no word. Used by the scan. */
guint32 plx_names_ensure (PlxNames *self, const PlxText *text, guint32 first, guint32 last,
                          gboolean is_title);

/* plx_names_ensure_alias: Returns: the name of a thing of the alias table, made if it is new */
guint32 plx_names_ensure_alias (PlxNames *self, guint32 alias, PlxSpan span, gboolean is_title);

/* plx_names_add_acronym: from now on the word with this hash means @name */
void plx_names_add_acronym (PlxNames *self, guint32 word_hash, guint32 name);

/* plx_name_is_person: whether "he" may stand for it; plx_name_is_thing: whether "it" may */
gboolean plx_name_is_person (const PlxName *self);
gboolean plx_name_is_thing  (const PlxName *self);

static inline PlxName *
plx_names_get (const PlxNames *self,
               guint32         index)
{
  return &g_array_index (self->names, PlxName, index);
}

G_END_DECLS
