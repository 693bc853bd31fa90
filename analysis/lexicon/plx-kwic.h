/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Keyword in context: a hit with the words to its left and right, and the order in which a list
 * of them shows what the words around have in common. */

#include "plx-hits.h"

G_BEGIN_DECLS

/* As many characters at most on either side; less at the border of a paragraph. */
#define PLX_KWIC_CONTEXT 70

typedef enum
{
  PLX_KWIC_BY_PLACE, /* the order in which they were found */
  PLX_KWIC_BY_LEFT,  /* by the word before, then the one before that … */
  PLX_KWIC_BY_RIGHT, /* by the word after, then the next … */
  PLX_KWIC_BY_WORD,  /* by the words that matched */
} PlxKwicOrder;

typedef struct
{
  char    *left;     /* whole words on one line; "" at the beginning of a paragraph */
  char    *word;     /* what matched */
  char    *right;
  char    *left_key; /* what to sort by: the words to the left, the nearest first, folded */
  char    *right_key;
  char    *source;   /* of the article; "" if it is not known */
  char    *title;
  gint64   article;
  guint32  sentence; /* index into the sentences of its reading */
  guint32  place;    /* in the order in which they were found */
} PlxKwicLine;

/* plx_kwic_line_new: Returns: (transfer full): the line for a hit of @article */
PlxKwicLine *plx_kwic_line_new  (const PlxArticle *article, gint64 article_id, const PlxHit *hit);
void         plx_kwic_line_free (PlxKwicLine *self);

/* plx_kwic_line_compare: Returns: less than, equal to, greater than 0; lines that are equal in
 *   @order are in the order of their place */
int          plx_kwic_line_compare (const PlxKwicLine *a, const PlxKwicLine *b, PlxKwicOrder order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxKwicLine, plx_kwic_line_free)

G_END_DECLS
