/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Families of words that news copy uses for one thing, so that "the thaw" and "the easing of
 * tensions", "shares rose" and "shares climbed" have something in common. A word is in one family
 * at most, that of its commonest sense; opposites are in different ones. */

#include <glib.h>

G_BEGIN_DECLS

/* plx_concepts_get: Returns: (transfer none): a family, its words in dictionary form, in lower
 *   case and separated by spaces; NULL from the first index on that there is none for */
const char *plx_concepts_get (guint index);

G_END_DECLS
