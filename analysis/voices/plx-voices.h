/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Voices: the stretches of a text that somebody else than the reporter speaks, with the mention of
 * the speaker and, where it can be told, the name behind it.
 *
 * Direct speech stands between quotation marks of any style and may run over sentences and
 * paragraphs; reported speech is found by the reporting word, its subject and what it governs. A
 * short quoted phrase without a reporting word is no voice. */

#include "analysis/lexicon/plx-voice-words.h"
#include "analysis/text/plx-text.h"
#include "plx-quote.h"

G_BEGIN_DECLS

/* One thread's buffers; finding voices with it allocates almost nothing. */
typedef struct _PlxVoices PlxVoices;

/* plx_voices_new: @words: (transfer none): kept alive by the result */
PlxVoices *plx_voices_new  (PlxVoiceWords *words);
void       plx_voices_free (PlxVoices *self);

/* plx_voices_find:
 *
 * Finds the voices of @text; linear in its length. What it found before is forgotten. */
void       plx_voices_find (PlxVoices *self, const PlxText *text);

/* plx_voices_get_quotes: Returns: (transfer none) (element-type PlxQuote): by first byte; `name`
 *   is an index for plx_voices_get_name() */
const GArray *plx_voices_get_quotes (const PlxVoices *self);

/* plx_voices_get_text: Returns: (transfer none): the text looked at last */
const PlxText *plx_voices_get_text (const PlxVoices *self);

/* plx_voices_get_n_names:
 * plx_voices_get_name: Returns: (transfer none): a speaker's fullest name in the text */
guint       plx_voices_get_n_names (const PlxVoices *self);
const char *plx_voices_get_name    (const PlxVoices *self, guint32 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVoices, plx_voices_free)

G_END_DECLS
