/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the scan for names shares: plx-names-scan.c goes through a sentence and resolves what refers
 * to a name, plx-names-run.c reads runs of capitalised words. */

#include "plx-name-words.h"
#include "plx-names.h"

G_BEGIN_DECLS

/* One sentence under the scan. */
typedef struct
{
  PlxNames       *names;
  const PlxText  *text;
  const PlxToken *tokens;
  const guint32  *grammar; /* from `begin` */
  guint32         begin, end;
  gboolean        is_title, is_leading;
  gboolean        is_capitalised; /* every word begins with a capital: a headline */
  guint32         person, thing;  /* the last in this sentence */
  guint32         first_person, first_thing;
} Scan;

static inline gboolean
is_capitalised (const PlxToken *token)
{
  return token->hash != 0 && (token->flags & PLX_TOKEN_CAPITALISED) &&
         !(token->flags & (PLX_TOKEN_NUMBER | PLX_TOKEN_CLITIC));
}

static inline guint32
word_flags (const Scan *scan,
            guint32     token)
{
  return scan->tokens[token].hash != 0 ? plx_name_word_lookup (scan->tokens[token].hash) : 0;
}

/* plx_names_add_mention:
 * @start: the first token of the mention, its titles and article included
 * @first: the first of the name itself
 * @last: its last
 * @name_index: of its name; PLX_NONE of a pronoun that stands for none
 * @flags: PlxMentionFlags */
void    plx_names_add_mention      (Scan *scan, guint32 start, guint32 first, guint32 last,
                                    guint32 name_index, guint32 flags);

/* plx_names_take_capitalised: adds the names of the run of capitalised words that begins at @first.
 *   Returns: the token after it */
guint32 plx_names_take_capitalised (Scan *scan, guint32 first);

G_END_DECLS
