/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which units of a page are the article. */

#include "plx-html-units.h"

G_BEGIN_DECLS

/* plx_html_score: sets the kind of every unit.
 * @title: (nullable): the headline as metadata give it
 * Returns: how many words of running text were found to be the article's */
guint plx_html_score (const PlxHtmlTree *tree, PlxHtmlUnits *units, const char *title);

G_END_DECLS
