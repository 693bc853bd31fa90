/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* An article from text as copied from a page: which lines are the article, which the page. */

#include "plx-import.h"

G_BEGIN_DECLS

/* plx_text_blocks_fill: finds blocks, title, byline, agency and dates in the text of @article,
 * which has neither blocks nor metadata yet. Nothing is ever cut from the text. One
 * without any line gets no blocks, and so does one with more than PLX_LINES_MAX. */
void plx_text_blocks_fill (PlxArticle *article);

G_END_DECLS
