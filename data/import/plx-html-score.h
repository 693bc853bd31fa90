/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which units of a page are the article. */

#include "plx-html-units.h"

G_BEGIN_DECLS

/* plx_html_score: sets the kind of every unit.
 * @title: (nullable): the headline as metadata give it
 * @summary: (nullable): the description that metadata give
 *
 * Returns: how many words were found to be the article's, 0 if the page has none */
guint plx_html_score (const PlxHtmlTree *tree, PlxHtmlUnits *units, const char *title,
                      const char *summary);

G_END_DECLS
