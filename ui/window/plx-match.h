/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How well something typed fits the name of something: for lists that are narrowed by typing. */

#include <glib.h>

G_BEGIN_DECLS

/* plx_match_fold: Returns: (transfer full): @text in the form that is compared: without case and
 *   accents, words parted by single blanks */
char *plx_match_fold  (const char *text);

/* plx_match_score:
 * @typed, @text: both folded
 *
 * Every word typed must be in @text: at its beginning, at the beginning of a word, anywhere, or
 * (the weakest) with its letters in order and not far apart, as in "dgl" for "daily gull".
 * Returns: 0 if it does not fit; the more, the better */
guint plx_match_score (const char *typed, const char *text);

G_END_DECLS
