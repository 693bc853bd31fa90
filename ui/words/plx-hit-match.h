/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is looked for among the lines of an entry's hits. Three ways to say it, in any case:
 *
 *   trade war      these letters, anywhere
 *   sanction* ?n   words: “*” stands for any letters of one, alone for any word; “?” for one letter
 *   /talks?\b.*\d/ a regular expression of the Perl kind; the second slash may be missing */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlxHitMatch PlxHitMatch;

/* plx_hit_match_new:
 * @text: as it was typed; white space around it does not count
 *
 * Returns: (transfer full): or NULL with @error set (G_REGEX_ERROR): no regular expression */
PlxHitMatch *plx_hit_match_new    (const char *text, GError **error);
void         plx_hit_match_free   (PlxHitMatch *self);

/* plx_hit_match_is_any: Returns: whether nothing was typed, so that every line is found */
gboolean     plx_hit_match_is_any (const PlxHitMatch *self);

/* plx_hit_match_test: Returns: whether @text has it; FALSE with @error set (G_REGEX_ERROR_MATCH) if
 *   it takes too long to say */
gboolean     plx_hit_match_test   (const PlxHitMatch *self, const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHitMatch, plx_hit_match_free)

G_END_DECLS
