/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a page says of its article outside the text: JSON-LD, OpenGraph and other meta elements,
 * microdata, <time>, <title>. */

#include "plx-html-units.h"

G_BEGIN_DECLS

/* plx_html_metadata_fill: fills what @article does not know yet: title, byline, agency, source,
 * dates, url and language; nothing is guessed. */
void plx_html_metadata_fill (PlxArticle *article, const PlxHtmlTree *tree,
                             const PlxHtmlUnits *units);

/* plx_html_metadata_dup_summary: Returns: (transfer full) (nullable): the page's own description */
char *plx_html_metadata_dup_summary (const PlxHtmlTree *tree);

G_END_DECLS
