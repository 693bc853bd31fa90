/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words that matter to where a sentence ends. The list is in plx-abbreviations.c. */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLX_ABBREVIATION_TITLE = 1 << 0,   /* a name follows: Mr. */
  PLX_ABBREVIATION_MONTH = 1 << 1,   /* a number mostly follows: Nov. */
  PLX_ABBREVIATION_NUMBER = 1 << 2,  /* an abbreviation only before a number: No. 5 */
  PLX_ABBREVIATION_COMPANY = 1 << 3, /* may end a sentence: Inc. */
  PLX_ABBREVIATION_PLACE = 1 << 4,   /* may end a sentence: Calif. */
  PLX_ABBREVIATION_INNER = 1 << 5,   /* the sentence goes on: vs. */
  PLX_ABBREVIATION_OTHER = 1 << 6,   /* may end a sentence: etc. */
  PLX_WORD_OPENER = 1 << 7,          /* capitalised after a stop, it opens a sentence: The */
  PLX_WORD_DOMAIN = 1 << 8,          /* after a stop without a space: part of a name (.com) */
  PLX_WORD_MARKED_NAME = 1 << 9,     /* a name that ends in an exclamation mark: Yahoo! */
  PLX_WORD_REPORTING = 1 << 10,      /* says that what stands before it was said */
  PLX_ABBREVIATION_LAST = 1 << 11,   /* a capital behind it begins a sentence: p.m., etc. */
  PLX_ABBREVIATION_UNIT = 1 << 12,   /* an abbreviation only behind a number: 5 km. */
  PLX_WORD_CALENDAR = 1 << 13,       /* goes with an hour: 9 a.m. Monday */
  PLX_WORD_BEFORE_DATE = 1 << 14,    /* a month or day behind it may stand alone: in Dec. */
  PLX_WORD_NUMBERED = 1 << 15,       /* a number may follow in letters: World War I. */
} PlxWordClass;

#define PLX_ABBREVIATION_ANY (0x7f | PLX_ABBREVIATION_LAST | PLX_ABBREVIATION_UNIT)

/* plx_abbreviation_lookup:
 * @hash: plx_word_hash() of a word without its last stop
 *
 * Returns: its PlxWordClass flags, 0 for a word that is not listed */
guint plx_abbreviation_lookup (guint32 hash);

G_END_DECLS
