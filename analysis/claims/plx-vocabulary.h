/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers for words, so that sentences can be compared by numbers alone.
 *
 * A word is folded, made into its stem (Snowball's English stemmer), and numbered. A few spellings
 * are made one first: number words are figures ("eight" is "8"), "%" is "percent", month names
 * are written out; titles and company forms ("Mr", "Inc.") have no number. Names that an alias
 * table knows, and values of numbers, have numbers of their own. */

#include "analysis/names/plx-aliases.h"

G_BEGIN_DECLS

/* Not for several threads at once. */
typedef struct _PlxVocabulary PlxVocabulary;

PlxVocabulary    *plx_vocabulary_new  (void);
void              plx_vocabulary_free (PlxVocabulary *self);

/* plx_vocabulary_set_aliases: @aliases: (nullable): which names profiles made from now on take as
 *   one; must not change any more */
void              plx_vocabulary_set_aliases (PlxVocabulary *self, PlxAliases *aliases);
/* plx_vocabulary_get_aliases: Returns: (transfer none) (nullable): as set */
const PlxAliases *plx_vocabulary_get_aliases (const PlxVocabulary *self);

guint32           plx_vocabulary_get_size (const PlxVocabulary *self);

/* plx_vocabulary_is_common: whether a stem is a function word, which says little by itself */
gboolean          plx_vocabulary_is_common (const PlxVocabulary *self, guint32 stem);

/* plx_vocabulary_denies: whether a stem denies: not, never, refuse … */
gboolean          plx_vocabulary_denies    (const PlxVocabulary *self, guint32 stem);

/* plx_vocabulary_get_concept: Returns: the index of the family of words (plx_concepts_get()) that a
 *   stem is of, or PLX_NONE */
guint32           plx_vocabulary_get_concept (const PlxVocabulary *self, guint32 stem);

/* plx_vocabulary_add_word:
 * @word: valid UTF-8, @length bytes; one word or number, or "%"
 *
 * Returns: the number of its stem; PLX_NONE for one that has none */
guint32           plx_vocabulary_add_word  (PlxVocabulary *self, const char *word, gsize length);

/* plx_vocabulary_add_name: Returns: the number of a thing of the alias table */
guint32           plx_vocabulary_add_name  (PlxVocabulary *self, guint32 alias);

/* plx_vocabulary_add_value: Returns: the number of a value, however it is written */
guint32           plx_vocabulary_add_value (PlxVocabulary *self, double value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxVocabulary, plx_vocabulary_free)

G_END_DECLS
