/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Abbreviations that end in a stop, and words that tell where a sentence begins: the lists that
 * sentence boundaries depend on. All words are folded to lower case. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_ABBREVIATION_NONE,
  PLX_ABBREVIATION_TITLE,  /* Mr.: a name follows, never the end of a sentence */
  PLX_ABBREVIATION_NUMBER, /* No.: an abbreviation only where a figure follows */
  PLX_ABBREVIATION_COMMON, /* Inc., U.S., Jan.: may end a sentence */
} PlxAbbreviation;

/* plx_abbreviation_lookup: @word without its last stop, folded */
PlxAbbreviation plx_abbreviation_lookup (const char *word, gsize length);

/* plx_is_sentence_starter: whether a capitalised word at this place more likely begins a sentence
 * than a name: The, He, But */
gboolean        plx_is_sentence_starter (const char *word, gsize length);

/* plx_is_tag_verb: whether a quotation is followed by this word and not by a new sentence: said */
gboolean        plx_is_tag_verb         (const char *word, gsize length);

G_END_DECLS
