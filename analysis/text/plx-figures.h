/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers as news writes them: "1,250", "2 billion", "2bn", "two billion", "twenty-five", "3rd". */

#include "plx-text.h"

G_BEGIN_DECLS

/* plx_figure_read:
 * @first: a token of @text
 * @end: the token after the last that may belong to the number
 * @out_value: (out): its value, where there is one; 0 or more
 *
 * A scale alone ("millions", "a million") is no number; "hundred" and "dozen" are.
 * Returns: how many tokens from @first on the number takes; 0 if none begins there */
guint32 plx_figure_read (const PlxText *text, guint32 first, guint32 end, double *out_value);

G_END_DECLS
