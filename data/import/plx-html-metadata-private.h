/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files share that read a page's metadata. */

#include "plx-html-metadata.h"

#include "plx-dates.h"

G_BEGIN_DECLS

/* The content of the first of the named <meta> that there is; NULL if there is none. */
#define PLX_FIND_META(self, ...)                                                                   \
  plx_meta_table_find ((self)->meta, (const char *const[]) { __VA_ARGS__, NULL })

/* plx_html_squeeze: letters and digits alone, in lower case: "The Japan Times" and
 * "japantimes.co.jp" meet.  Returns: (transfer full) */
char *plx_html_squeeze         (const char *text, gsize length);

/* plx_html_page_dup_date: when the article was first published.
 * @url: (nullable): its address.  Returns: (transfer full) (nullable) */
char *plx_html_page_dup_date   (const PlxHtmlPage *self, const char *url, PlxDateOrder order);

/* plx_html_page_dup_updated: when it was last changed.  Returns: (transfer full) (nullable) */
char *plx_html_page_dup_updated (const PlxHtmlPage *self, PlxDateOrder order);

G_END_DECLS
