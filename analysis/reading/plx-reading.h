/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A reading: the result of scoring one article with one lexicon.
 *
 * The arithmetic, all of which a trace repeats:
 *
 *   effective weight of a cue  w = base × f1 × f2 × …     one factor for each step
 *   evidence of a sentence     P = Σ max(w, 0),  N = Σ max(-w, 0)   per axis, over its cues
 *   score of a sentence        plx_score_from_evidence (P, N, words)
 *   score of an article        weighted mean of its sentences (plx_reading_sentence_weight())
 *   direction                  (P - N) / (P + N + PLX_DIRECTION_PRIOR); none below
 *                              PLX_DIRECTION_MIN_CUES cues
 *   intensity                  cues per 100 words
 */

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/names/plx-aliases.h"
#include "analysis/text/plx-article.h"
#include "analysis/text/plx-text.h"
#include "analysis/voices/plx-quote.h"

G_BEGIN_DECLS

/* How soon evidence saturates, for each word of the sentence: one plain cue in 20 words makes 0.45,
 * two make 0.71. The same cue says more in a headline of six words than in a period of sixty. */
#define PLX_SCORE_ALPHA 0.2
/* How much more than a sentence of the body the others count in an article's mean. */
#define PLX_WEIGHT_TITLE 3.0
#define PLX_WEIGHT_STANDFIRST 2.0
#define PLX_WEIGHT_LEAD 1.5
/* Sentences of fewer words count in proportion. */
#define PLX_FULL_SENTENCE_WORDS 5
#define PLX_DIRECTION_PRIOR 1.0
#define PLX_DIRECTION_MIN_CUES 3

/* The rules, in the order in which they act. Their names in traces are plx_rule_to_string(). */
typedef enum
{
  PLX_RULE_OPERATOR,   /* an operator brought the event about or undid it */
  PLX_RULE_NEGATION,
  PLX_RULE_AMPLIFIER,
  PLX_RULE_DOWNTONER,
  PLX_RULE_HEDGE,
  PLX_RULE_MODALITY,   /* possible, planned, conditional */
  PLX_RULE_BACKGROUND, /* past or subordinate */
  PLX_RULE_CONTRAST,
  PLX_RULE_QUESTION,
  PLX_RULE_NAME,       /* part of a capitalised name */
  PLX_RULE_REPEAT,     /* the same entry again in one sentence */
  PLX_RULE_SCARE_QUOTE,
  PLX_RULE_TARGET,     /* aimed at something else than the chosen target */
  PLX_RULE_CALIBRATION,
  PLX_RULE_CORRECTION, /* a person has put the weight right at this place */
  PLX_N_RULES
} PlxRule;

typedef struct
{
  PlxSpan trigger; /* the words that made the rule act; empty if there are none */
  double  factor;
  guint8  rule;    /* PlxRule */
} PlxStep;

typedef struct
{
  PlxSpan   span;       /* what matched */
  double    base;       /* the entry's weight */
  double    weight;     /* effective: base times the factors of the steps, in order */
  guint32   entry;      /* index into the lexicon */
  guint32   sentence;   /* index into the reading's sentences */
  guint32   first_step;
  guint32   n_steps;
  guint32   target;     /* index into the reading's targets, or PLX_NONE */
  guint32   voice;      /* index into the reading's voices: the one that speaks its first byte; where
                           one quotes another, the inner one. 0 is the reporter */
  PlxAxisId axis;
  gboolean  is_void;    /* a correction says that it is no cue: it is nowhere counted */
} PlxCue;

typedef struct
{
  double positive; /* P */
  double negative; /* N, ≥ 0 */
  double score;    /* -1 … +1; 0 where there is no cue */
  guint32 n_cues;
} PlxAxisScore;

typedef enum
{
  PLX_SENTENCE_IN_TITLE = 1 << 0, /* its offsets count from the title, not the text */
  PLX_SENTENCE_LEAD = 1 << 1,
  PLX_SENTENCE_QUESTION = 1 << 2,
  PLX_SENTENCE_STANDFIRST = 1 << 3,
  PLX_SENTENCE_SUBHEADING = 1 << 4,
  PLX_SENTENCE_WIRE = 1 << 5,     /* shared with another source almost word for word */
  PLX_SENTENCE_LEFT_OUT = 1 << 6, /* takes no part in any sum: see plx_reading_keep_part() */
  PLX_SENTENCE_CORRECTED = 1 << 7, /* a correction says who speaks it */
} PlxSentenceFlags;

typedef struct
{
  PlxSpan      span;
  guint32      first_cue;
  guint32      n_cues;
  guint32      n_words;
  guint32      n_left_out; /* words of it beside these: see plx_reading_keep_part() */
  guint32      paragraph;
  guint32      voice; /* index into voices: the one that speaks most of it; 0 is the reporter. What
                         each speaks of it: the reading's parts, and the cues' own voices */
  guint32      flags; /* PlxSentenceFlags */
  PlxAxisScore axes[PLX_MAX_AXES];
} PlxReadSentence;

/* What one voice speaks of one sentence. A sentence may be half reporter, half quotation, so its
 * evidence belongs to the voices of its cues; the parts of a sentence share out its words. */
typedef struct
{
  guint32 sentence; /* index into the reading's sentences */
  guint32 voice;    /* index into the reading's voices */
  guint32 n_words;
} PlxVoicePart;

/* Evidence and cues are those of the voice's cues; the score is the mean of its parts, each
 * weighed like its sentence times its share of the sentence's words. */
typedef struct
{
  char        *name;  /* resolved; NULL for the reporter at index 0, and for speakers not named */
  guint32      n_words;
  PlxAxisScore axes[PLX_MAX_AXES];
} PlxVoice;

/* Whom or what cues are about. Targets come most mentioned first. */
typedef struct
{
  char        *name; /* the alias table's name for it, else the longest mention */
  guint32      n_mentions;  /* by name, pronouns not counted */
  guint32      n_leading;   /* of them, in headline and lead */
  guint32      n_sentences; /* with cues about it */
  guint32      first_name;  /* where it comes by order of first mention: its place among the names */
  PlxNameKind  kind;
  PlxAxisScore axes[PLX_MAX_AXES]; /* evidence of its cues; the score is the mean of n_sentences */
} PlxTarget;

typedef struct
{
  char     *lexicon_digest;
  guint     n_axes;
  GArray   *sentences; /* of PlxReadSentence: those of the title first */
  GArray   *cues;      /* of PlxCue, by sentence, then by start */
  GArray   *steps;     /* of PlxStep */
  GArray   *quotes;    /* of PlxQuote, by first byte */
  GArray   *voices;    /* of PlxVoice; [0] is the reporter */
  GArray   *parts;     /* of PlxVoicePart, by sentence: at least one for each */
  GArray   *targets;   /* of PlxTarget */
  GString  *target_names; /* in a reader's own reading, what targets' names point into; else NULL */
  guint32   n_words;
  struct
  {
    double   score;     /* -1 … +1 */
    double   direction; /* NaN: too little evidence */
    double   intensity; /* cues per 100 words */
    double   positive, negative;
    guint32  n_cues;
  } axes[PLX_MAX_AXES];
} PlxReading;

/* What a person has put right in one article. Where nothing fits a correction any more, as after a
 * change of lexicon or text, it does nothing. */
typedef struct
{
  PlxSpan     span;     /* of the cue: exactly its words */
  const char *axis;     /* the axis' name */
  double      weight;   /* what it counts here, after all rules; 0: it is no cue here */
  gboolean    in_title; /* the span is one of the title, not of the text */
} PlxCueCorrection;

typedef struct
{
  PlxSpan     span; /* of the text */
  const char *name; /* who speaks the sentences that lie in it for the most part; "": the reporter */
} PlxSpeakerCorrection;

/* What a reading is asked for; zero-initialised is the default. */
typedef struct
{
  const char *target;       /* cues about anything else count less; NULL: none do */
  gboolean    skip_voices;  /* do not look for quotations */
  gboolean    skip_targets;
  gboolean    skip_cues;    /* only cut the text into its sentences */
  const PlxCueCorrection     *cues;     /* those of the title first, then by first byte */
  guint                       n_cues;
  const PlxSpeakerCorrection *speakers; /* a later one overrules an earlier one */
  guint                       n_speakers;
} PlxReadingOptions;

/* A reader holds one thread's buffers; reading an article with it allocates almost nothing.
 * Readers of one lexicon give the same reading for the same article, on any thread. */
typedef struct _PlxReader PlxReader;

PlxReader  *plx_reader_new  (PlxLexicon *lexicon);
void        plx_reader_free (PlxReader *self);

/* plx_reader_set_aliases: @aliases: (nullable) (transfer none): which names mean the same; none by
 *   default. They change a reading's targets, and with a chosen target its weights. */
void        plx_reader_set_aliases (PlxReader *self, PlxAliases *aliases);

/* plx_reader_read:
 * @options: (nullable)
 *
 * Returns: (transfer none): the reading, valid until the next call on @self */
const PlxReading *plx_reader_read (PlxReader *self, const PlxArticle *article,
                                   const PlxReadingOptions *options);

/* plx_reading_copy: Returns: (transfer full): a reading that outlives its reader */
PlxReading *plx_reading_copy (const PlxReading *self);
void        plx_reading_free (PlxReading *self);

/* plx_score_from_evidence:
 * Returns: the score, -1 … +1, of @n_words words with P = @positive and N = @negative:
 *   (P - N) / sqrt ((P - N)² + PLX_SCORE_ALPHA × max (@n_words, 1)), the squashing of
 *   Hutto & Gilbert (2014) with its constant in proportion to the length */
double      plx_score_from_evidence (double positive, double negative, guint32 n_words);

/* plx_reading_sentence_weight:
 * Returns: how much a sentence counts in its article's mean: the title and standfirst and the
 *   lead more than the rest */
double      plx_reading_sentence_weight (const PlxReading *self, const PlxReadSentence *sentence);

/* plx_sentence_weight: the same of @n_words, from a sentence of @n_left_out more: in proportion */
double      plx_sentence_weight         (guint32 flags, guint32 n_words, guint32 n_left_out);

/* plx_reading_sum_part:
 * @out_axes: (out): of at least the reading's n_axes: the evidence of the part's cues, and the score
 *   that its words would have as a sentence */
void        plx_reading_sum_part (const PlxReading *self, const PlxVoicePart *part,
                                  PlxAxisScore *out_axes);

/* plx_reading_sum_up: makes words and scores of the article anew of its sentences, but those left
 *   out */
void        plx_reading_sum_up (PlxReading *self);

/* plx_reading_sum_apart: sums up the headline by itself, or all that stands below it
 * @of_headline: whether it is the sentences of the title that count, or all others
 * @out_axes: (out): of at least the reading's n_axes: evidence, and the mean of the sentences' scores,
 *   weighed as the article weighs them
 *
 * Returns: how many sentences these are, those left out not counted */
guint       plx_reading_sum_apart (const PlxReading *self, gboolean of_headline,
                                   PlxAxisScore *out_axes);

/* plx_reading_explain:
 * Returns: (transfer full): the arithmetic of one sentence on one axis as lines of plain text:
 *   each cue with base, steps and weight, then P, N and the score */
char       *plx_reading_explain (const PlxReading *self, const PlxLexicon *lexicon,
                                 const PlxArticle *article, guint32 sentence, PlxAxisId axis);

/* plx_reading_get_subject: Returns: the story's subject: the index of the target most mentioned in
 *   headline and lead, or PLX_NONE */
guint32     plx_reading_get_subject (const PlxReading *self);

/* plx_reading_find_target: Returns: the index of the target of that name, or PLX_NONE */
guint32     plx_reading_find_target (const PlxReading *self, const char *name);

const char *plx_rule_to_string      (PlxRule rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReader, plx_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxReading, plx_reading_free)

G_END_DECLS
