/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the alias table lies in memory, for the two files that make one: from text and from an
 * image. */

#include "analysis/text/plx-text.h"
#include "plx-aliases.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 key; /* 0: free */
  guint32 name;
  guint8  flags;     /* PlxAliasFlags */
  guint8  max_words; /* of a first word: of the longest alias that begins with it */
  guint8  padding[2];
} PlxAliasSlot;

typedef struct
{
  const char *name; /* in the strings or the image */
  PlxNameKind kind;
} PlxAliasName;

struct _PlxAliases
{
  gatomicrefcount ref_count;
  GArray         *names;   /* of PlxAliasName */
  GStringChunk   *strings;
  GBytes         *image;   /* NULL: made from text alone */
  PlxAliasSlot   *aliases; /* open addressing, by plx_aliases_key() */
  guint32         n_aliases, aliases_mask;
  PlxAliasSlot   *firsts;  /* open addressing, by the first word's hash */
  guint32         n_firsts, firsts_mask;
  guint32         bitmap[1024]; /* over the first words' hashes */
};

G_END_DECLS
