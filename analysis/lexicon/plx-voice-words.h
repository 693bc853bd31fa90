/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words by which voices are found: what a reporting word can govern, and the closed classes
 * that border on it. Which words report is the lexicon's to say (role `reporting`); how the
 * common ones are built into a sentence is grammar, and stands in plx-voice-words.c. */

#include "analysis/text/plx-text.h"
#include "plx-lexicon.h"

G_BEGIN_DECLS

/* What a reporting word governs, and its form. */
typedef enum
{
  PLX_FRAME_CLAUSE = 1 << 0,     /* said the deal was off */
  PLX_FRAME_THAT = 1 << 1,       /* complained that …; also a quotation */
  PLX_FRAME_OBJECT = 1 << 2,     /* denounced the deal */
  PLX_FRAME_INFINITIVE = 1 << 3, /* vowed to resist */
  PLX_FRAME_TELL = 1 << 4,       /* told reporters … */
  PLX_FRAME_QUESTION = 1 << 5,   /* asked whether … */
  PLX_FRAME_TAG = 1 << 6,        /* "…," she added */
  PLX_FRAME_NOUN = 1 << 7,       /* the claim that … */
  PLX_FRAME_NOUNLIKE = 1 << 8,   /* the form is a common noun too: reports */
  PLX_FRAME_OPENS = 1 << 9,      /* governs with a particle: called for, pointed to */
  PLX_FRAME_PAST = 1 << 10,
  PLX_FRAME_PARTICIPLE = 1 << 11,
  PLX_FRAME_GERUND = 1 << 12,
  PLX_FRAME_THIRD = 1 << 13,
  PLX_FRAME_BASE = 1 << 14,
  PLX_FRAME_ACCORDING = 1 << 15,
  PLX_FRAME_PREDICATE = 1 << 16, /* called it a mistake; accused him of fraud */
  PLX_FRAME_WEAK = 1 << 17,      /* reports only around quotations and before "that" */
  PLX_FRAME_SPOKESMAN = 1 << 18, /* speaks for whom it names: a spokesman for */
  PLX_FRAME_STATEMENT = 1 << 19, /* the same of things: a report by */
} PlxFrameFlags;

#define PLX_FRAME_FORMS \
  (PLX_FRAME_PAST | PLX_FRAME_PARTICIPLE | PLX_FRAME_GERUND | PLX_FRAME_THIRD | PLX_FRAME_BASE)

/* Word classes beyond those of plx-grammar.h, in the bits it leaves free. */
typedef enum
{
  PLX_CLASS_TIME = 1 << 24,    /* Monday, yesterday, week */
  PLX_CLASS_PARTICLE = 1 << 25, /* lets a verb govern an object: for, on, to */
  PLX_CLASS_PERSON = 1 << 26,  /* names a kind of speaker: spokesman, minister */
  PLX_CLASS_FEMALE = 1 << 27,  /* she, Ms. */
  PLX_CLASS_MALE = 1 << 28,
  PLX_CLASS_QUOTED = 1 << 29,  /* inside quotation marks (set on tokens) */
  PLX_CLASS_FINITE = 1 << 30,  /* a common finite verb */
  PLX_CLASS_LEADING = 1 << 22, /* leads to a verb: went on to say, wanted to know */
  PLX_CLASS_LINK = 1 << 23,    /* a preposition that joins nouns into one phrase: of, at */
} PlxVoiceClass;

typedef struct _PlxVoiceWords PlxVoiceWords;
typedef struct _PlxVoiceWord  PlxVoiceWord;

/* plx_voice_words_new:
 * @lexicon: (nullable): its entries of role `reporting` that are single words are taken in
 *
 * Returns: (transfer full): the words, immutable and shared by threads; those of a lexicon that
 *   was made from an image lie in that image */
PlxVoiceWords *plx_voice_words_new   (const PlxLexicon *lexicon);
PlxVoiceWords *plx_voice_words_ref   (PlxVoiceWords *self);
void           plx_voice_words_unref (PlxVoiceWords *self);

struct _PlxVoiceWord
{
  guint32 hash;
  guint32 frames; /* PlxFrameFlags; 0: not a reporting word */
  guint32 class;  /* PlxGrammarFlags and PlxVoiceClass */
  guint32 letters; /* as plx_voice_words_letters() has them; 0: not told apart by them */
};

struct _PlxVoiceWords
{
  gatomicrefcount ref_count;
  PlxLexicon     *lexicon; /* whose image holds the slots; NULL: they are the table's own */
  const PlxVoiceWord *slots;
  guint32         mask;
  guint32         reporting[1024]; /* bits over the hashes of reporting words */
  guint32         known[1024];     /* bits over the hashes of all words */
};

/* The bit of a word in the tables of bits, by its hash. */
#define PLX_VOICE_WORDS_WORD(hash) ((hash) >> 5 & 1023)
#define PLX_VOICE_WORDS_BIT(hash) ((hash) & 31)

/* plx_voice_words_may_report: a quick test that a few other words pass: look the word up before
 * anything is made of it */
static inline gboolean
plx_voice_words_may_report (const PlxVoiceWords *self,
                            guint32              hash)
{
  return self->reporting[PLX_VOICE_WORDS_WORD (hash)] >> PLX_VOICE_WORDS_BIT (hash) & 1;
}

/* plx_voice_words_letters: Returns: a word's first, middle and last letter and its length, by which
 * it is told from others with its hash; 0 if one of the letters is beyond ASCII, where case may
 * change any bit */
static inline guint32
plx_voice_words_letters (const char *word,
                         gsize       length)
{
  guint32 first = (guint8) word[0], middle = (guint8) word[length / 2], last = (guint8) word[length - 1];

  if ((first | middle | last) & 0x80)
    return 0;
  return first | middle << 8 | last << 16 | (guint32) length << 24 | 0x202020;
}

/* plx_voice_words_lookup: Returns: (nullable): what is known of the word with this hash; another word
 * may have the same, see plx_voice_words_is() */
static inline const PlxVoiceWord *
plx_voice_words_lookup (const PlxVoiceWords *self,
                        guint32              hash)
{
  /* most words of a text are not there, and a look at the slots is likely to miss the cache */
  if (!(self->known[PLX_VOICE_WORDS_WORD (hash)] >> PLX_VOICE_WORDS_BIT (hash) & 1))
    return NULL;
  for (guint32 slot = hash & self->mask; self->slots[slot].hash != 0; slot = (slot + 1) & self->mask)
    {
      if (self->slots[slot].hash == hash)
        return &self->slots[slot];
    }
  return NULL;
}

/* plx_voice_words_is: Returns: whether @bytes, a word of a text with the hash of @word, are that
 *   word and not another with the same hash */
static inline gboolean
plx_voice_words_is (const PlxVoiceWord *word,
                    const char         *bytes,
                    gsize               length)
{
  guint32 letters = plx_voice_words_letters (bytes, length);

  return word->letters == 0 || letters == 0 || word->letters == letters;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVoiceWords, plx_voice_words_unref)

G_END_DECLS
