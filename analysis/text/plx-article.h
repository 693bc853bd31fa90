/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An article as imported: its text, cut into blocks, and what is known about it.
 *
 * The text is kept whole, boilerplate included, so that a reader can see what was left out and
 * put it back; a block says what a stretch of it is. Blocks are in order, do not overlap, and
 * together cover everything but white space. The headline is read from `title`: a block of kind
 * PLX_BLOCK_HEADLINE only says where the text repeats it, and is not read a second time. */

#include "analysis/plx-types.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_BLOCK_HEADLINE,    /* repeats the title */
  PLX_BLOCK_STANDFIRST,  /* the summary between headline and body; read */
  PLX_BLOCK_BODY,        /* a paragraph or list item; read */
  PLX_BLOCK_SUBHEADING,  /* read */
  PLX_BLOCK_CAPTION,     /* shown, not read */
  PLX_BLOCK_METADATA,    /* byline, date line, section; shown, not read */
  PLX_BLOCK_BOILERPLATE, /* menus, link lists, author notes; folded, not read */
} PlxBlockKind;

typedef struct
{
  PlxSpan      span;
  PlxBlockKind kind;
} PlxBlock;

/* Any string but `text` may be NULL: not found. Dates are ISO 8601, as precise as the article
 * was ("2023-11", "2023-11-03", "2023-11-03T13:19:00Z"). */
typedef struct
{
  char   *id;       /* the caller's own name for it, unique within its corpus */
  char   *source;   /* outlet */
  char   *title;    /* headline */
  char   *byline;   /* author names, joined by "; " */
  char   *agency;   /* wire agency credited, e.g. "Reuters" */
  char   *date;     /* first published */
  char   *updated;  /* last changed */
  char   *url;
  char   *language; /* BCP 47 */
  char   *text;     /* valid UTF-8, NUL-terminated, never NULL */
  gsize   length;   /* of text, in bytes */
  GArray *blocks;   /* of PlxBlock; empty means: all of the text is body */
} PlxArticle;

/* plx_article_new:
 * @text: (transfer full): valid UTF-8, freed with g_free()
 *
 * Returns: (transfer full): an article with this text, no blocks and nothing else known */
PlxArticle *plx_article_new  (char *text);

/* plx_article_copy: Returns: (transfer full): a deep copy */
PlxArticle *plx_article_copy (const PlxArticle *self);

/* plx_article_free: frees @self and all it holds; NULL is allowed */
void        plx_article_free (PlxArticle *self);

/* plx_article_add_block: appends a block; it must start at or after the end of the last one */
void        plx_article_add_block (PlxArticle *self, PlxBlockKind kind, PlxSpan span);

/* plx_article_is_read: whether sentences of a block of this kind take part in the score */
gboolean    plx_block_kind_is_read (PlxBlockKind kind);

/* plx_block_kind_to_string: the stable name used in files ("body", "caption", …); static */
const char *plx_block_kind_to_string   (PlxBlockKind kind);

/* plx_block_kind_from_string: Returns: FALSE, with @out_kind untouched, for an unknown name */
gboolean    plx_block_kind_from_string (const char *name, PlxBlockKind *out_kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArticle, plx_article_free)

G_END_DECLS
