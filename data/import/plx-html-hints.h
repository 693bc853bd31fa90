/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What an element's tag, class, id and role say of its content. */

#include "plx-html-tree.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_HINT_NONE,
  PLX_HINT_BODY,     /* named as the text of the article: itemprop=articleBody, .entry-content */
  PLX_HINT_ARTICLE,  /* holds the article, with its head and perhaps more: <article>, <main> */
  PLX_HINT_ASIDE,    /* beside the text: share bar, related links, newsletter, author box */
  PLX_HINT_COMMENTS, /* what readers wrote */
  PLX_HINT_CAPTION,
  PLX_HINT_METADATA, /* byline, date line, tags */
  PLX_HINT_STANDFIRST,
  PLX_HINT_QUOTED,   /* a post of elsewhere, shown inside the text and part of it */
} PlxHint;

PlxHint plx_html_hint (const PlxHtmlTree *tree, guint32 node);

G_END_DECLS
