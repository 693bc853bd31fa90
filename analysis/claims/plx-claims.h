/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Claims and wire copy across the articles of one story.
 *
 * Sentences of several sources are put into an aligner; it finds the pairs that state one fact,
 * gathers them into claims, and finds the passages that two sources share word for word. Pairs are
 * looked for through an inverted index over the rarer words, so that the work grows with the
 * number of sentences that share such words and not with the square of all. */

#include "plx-similarity.h"

G_BEGIN_DECLS

/* At or above it, two sentences are taken to state one fact. */
#define PLX_CLAIM_THRESHOLD 0.5
/* At or above it, they touch one fact: shown as such, and not counted as a report of it. */
#define PLX_CLAIM_WEAK_THRESHOLD 0.38
/* Shorter runs of shared words are chance or a set phrase. */
#define PLX_WIRE_MIN_WORDS 10

typedef struct _PlxAligner PlxAligner;

/* Told on the aligner's thread how far the search for pairs is.
 * Returns: FALSE to give it up */
typedef gboolean (*PlxAlignerFunc) (guint32 done, guint32 total, gpointer user_data);

typedef struct
{
  guint32 a, b;  /* sentences, a < b */
  double  score; /* 0 … 1 */
} PlxSentencePair;

typedef struct
{
  guint32  sentence;
  double   score; /* with the claim's centre; 1 for the centre itself */
  gboolean weak;  /* below PLX_CLAIM_THRESHOLD */
} PlxClaimMember;

/* A fact: one sentence as its centre, and of every other source the sentence nearest to it. */
typedef struct
{
  guint32 centre;
  guint32 n_sources; /* that report it, weak ones not counted */
  GArray *members;   /* of PlxClaimMember, by sentence; at most one of each source */
} PlxClaim;

/* A run of words that two sentences of different sources share. */
typedef struct
{
  guint32 a, b;
  PlxSpan span_a; /* bytes into the sentence */
  PlxSpan span_b;
  guint32 n_words;
} PlxWirePassage;

PlxAligner *plx_aligner_new  (void);
void        plx_aligner_free (PlxAligner *self);

/* plx_aligner_set_aliases: @aliases: (nullable): which names mean the same; call before the first
 *   sentence is added. Without it, names are words like any other. */
void        plx_aligner_set_aliases (PlxAligner *self, PlxAliases *aliases);

/* plx_aligner_add:
 * @source: a number for the source; sentences of one source are never compared
 * @text: valid UTF-8, @length bytes; not kept
 *
 * Returns: the number of the sentence: 0, 1, 2 … */
guint32     plx_aligner_add (PlxAligner *self, guint32 source, const char *text, gsize length);

guint32     plx_aligner_get_source      (const PlxAligner *self, guint32 sentence);

/* plx_aligner_set_progress: @func: (nullable): called now and then by plx_aligner_find_pairs(),
 *   with sentences; @user_data has to stay valid that long */
void        plx_aligner_set_progress (PlxAligner *self, PlxAlignerFunc func, gpointer user_data);

/* plx_aligner_find_pairs:
 * @threshold: the least score to report, 0 … 1
 *
 * Scores as plx_similarity_score() does, raised where what is shared is rare among the sentences
 * of the aligner: within one story, its own names say little.
 * Returns: (transfer full) (element-type PlxSentencePair): by a, then b; what was found so far if
 *   the progress function gave the search up */
GArray     *plx_aligner_find_pairs (PlxAligner *self, double threshold);

/* plx_aligner_list_claims:
 * @pairs: as found, down to PLX_CLAIM_WEAK_THRESHOLD
 *
 * Returns: (transfer full) (element-type PlxClaim): those that most sources report first. A
 *   sentence that states several facts may be in several claims; a claim within another is left
 *   out. */
GPtrArray  *plx_aligner_list_claims (PlxAligner *self, GArray *pairs);

/* plx_aligner_find_wire:
 * @pairs: as found
 *
 * Returns: (transfer full) (element-type PlxWirePassage): the longest shared run of each pair,
 *   where it has at least PLX_WIRE_MIN_WORDS words */
GArray     *plx_aligner_find_wire (PlxAligner *self, GArray *pairs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAligner, plx_aligner_free)

G_END_DECLS
