/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a summary needs of a reading, packed into some seven bytes a cue, so that the readings of a
 * large corpus fit into memory, load in a moment, and are summed up again, for any voice and any
 * target, in less time than a person notices. Where things stand in the text is left out: reading a
 * single article again takes less than a millisecond.
 *
 * The bytes: format (1), number of axes (1); then as varints (7 bits a byte, the low ones first, the
 * high bit set in all but the last) the numbers of sentences, voices and targets and the length of
 * the names in bytes; then for each voice but the reporter and each target, as in the reading: how
 * many sentences it speaks or how often it is mentioned, as a varint, and its name with a NUL, both
 * 0 where no cue needs it or it has no name.
 *
 * Then for each sentence that is not left out: a byte of flags, with PART_FLAG unless all of it is
 * the reporter's; words, as a varint; with that flag, the number of voices, and voice and words of
 * each; the number of records, and these: a byte with the axis in the low three bits and the number
 * of cues in the others (0: a varint follows), with that flag the voice, the target plus one (0:
 * none), and the sum of the weights as a little-endian float. Cues of one sentence, axis, voice,
 * target and sign share a record. */

#include "plx-reading-part.h"

G_BEGIN_DECLS

/* plx_evidence_pack: Returns: (transfer full): all of @reading that is not left out */
GBytes  *plx_evidence_pack  (const PlxReading *reading);

/* plx_evidence_check:
 *
 * Returns: FALSE if @bytes are anything else than what plx_evidence_pack() makes for @n_axes axes.
 *   All other functions trust what is given to them: bytes from elsewhere must be checked first. */
gboolean plx_evidence_check (GBytes *bytes, guint n_axes);

/* plx_evidence_find_voice:
 * plx_evidence_find_target:
 * @name: (nullable): NULL: all; "" as a voice: the reporter
 *
 * Returns: the index, for PlxReadingPart; of what the article does not have, one that means
 *   nothing */
guint32  plx_evidence_find_voice  (GBytes *bytes, const char *name);
guint32  plx_evidence_find_target (GBytes *bytes, const char *name);

/* Called with a name and how many sentences it speaks, or how often it is mentioned */
typedef void (*PlxEvidenceNameFunc) (const char *name, guint32 count, gpointer user_data);

/* plx_evidence_foreach_voice:
 * plx_evidence_foreach_target: the named ones among the voices, and the targets that cues are about */
void     plx_evidence_foreach_voice  (GBytes *bytes, PlxEvidenceNameFunc func, gpointer user_data);
void     plx_evidence_foreach_target (GBytes *bytes, PlxEvidenceNameFunc func, gpointer user_data);

/* plx_evidence_list_voices:
 * @out_names: (element-type utf8): set to the names, by the voices' index, borrowed from @bytes; ""
 *   of the reporter, who is the first, and of those without a name */
void     plx_evidence_list_voices   (GBytes *bytes, GPtrArray *out_names);

/* plx_evidence_list_targets: as plx_evidence_list_voices(); "" of those that no cue is about */
void     plx_evidence_list_targets  (GBytes *bytes, GPtrArray *out_names);

/* One sentence, or the part of it that is looked at. */
typedef struct
{
  guint32 index;   /* among those packed */
  guint32 flags;   /* PlxSentenceFlags */
  guint32 n_words; /* of the part */
  guint32 n_cues;  /* on all axes */
  double  weight;  /* in its article's mean: plx_reading_sentence_weight() times its share of words */
  PlxAxisScore axes[PLX_MAX_AXES];
} PlxEvidenceSentence;

/* Goes through the sentences; on the stack. */
typedef struct
{
  const guint8  *next;
  guint32        n_left;
  guint32        index;
  guint          n_axes;
  PlxReadingPart part;
  const guint8  *wire; /* nullable: a bit for each sentence */
} PlxEvidenceIter;

/* plx_evidence_iter_init:
 * @bytes: must outlive @self
 * @part: what to look at
 * @wire: (nullable): with `wire_once`, which sentences are wire copy beside those flagged: bit
 *   (i % 8) of byte i / 8; must outlive @self */
void     plx_evidence_iter_init (PlxEvidenceIter *self, GBytes *bytes, const PlxReadingPart *part,
                                 const guint8 *wire);

/* plx_evidence_iter_next: Returns: FALSE if there is no further sentence with something of the part */
gboolean plx_evidence_iter_next (PlxEvidenceIter *self, PlxEvidenceSentence *out_sentence);

/* What one voice says in an article, or what is said there of one target. */
typedef struct
{
  guint32      n_sentences; /* with something of it */
  guint32      n_words;     /* of a voice: that it speaks; of a target: of its sentences */
  double       weights;     /* of them in a mean */
  PlxAxisScore axes[PLX_MAX_AXES];
} PlxEvidencePart;

/* plx_evidence_sum_voices: what the sentences of each voice alone come to, in one go. Scores are the
 * means of its sentences.
 * @part, @wire: as for plx_evidence_iter_init()
 * @out_voices: (element-type PlxEvidencePart): set to the voices by their index; 0 in those of which
 *   nothing is in */
void     plx_evidence_sum_voices (GBytes *bytes, const PlxReadingPart *part, const guint8 *wire,
                                  GArray *out_voices);

/* plx_evidence_sum_targets: what is said of each target alone, by all voices, likewise
 * @out_targets: (element-type PlxEvidencePart): set to the targets by their index
 *
 * Returns: all flags that some sentence has, about a target or not */
guint32  plx_evidence_sum_targets (GBytes *bytes, GArray *out_targets);

G_END_DECLS
