/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is known of a page's article outside its text: JSON-LD, OpenGraph and other meta elements,
 * microdata, <time>, the address, and what stands around the headline. Nothing is guessed. */

#include "plx-html-facts.h"
#include "plx-html-units.h"

G_BEGIN_DECLS

typedef struct
{
  const PlxHtmlTree  *tree;
  const PlxHtmlUnits *units;
  PlxJsonLd          *json;
  PlxMetaTable       *meta;
  const char         *url;   /* nullable; the article's own address */
  char               *host;  /* nullable; its host, squeezed like the names */
  GPtrArray          *site_names; /* as squeezed to letters and digits */
} PlxHtmlPage;

/* plx_html_page_init: borrows @tree and @units */
void  plx_html_page_init        (PlxHtmlPage *self, const PlxHtmlTree *tree,
                                 const PlxHtmlUnits *units);
void  plx_html_page_clear       (PlxHtmlPage *self);

/* plx_html_page_dup_title: the headline, without the site's name: as the page shows it, else as its
 * metadata give it.  Returns: (transfer full) (nullable) */
char *plx_html_page_dup_title   (const PlxHtmlPage *self);

/* plx_html_page_dup_summary: Returns: (transfer full) (nullable): the page's own description */
char *plx_html_page_dup_summary (const PlxHtmlPage *self);

/* plx_html_page_dup_byline: Returns: (transfer full) (nullable): author names joined by "; " */
char *plx_html_page_dup_byline  (const PlxHtmlPage *self, const char *source);

/* plx_html_page_fill: fills source, byline, dates, url and language of @article, whose title and
 * blocks are found already; @saved_url: (nullable): what the browser that saved it noted */
void  plx_html_page_fill        (const PlxHtmlPage *self, PlxArticle *article,
                                 const char *saved_url);

G_END_DECLS
