/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The lexicon files that a user has added to the shipped ones, for every corpus: read after the
 * shipped lexicons, which they overrule, and before what a corpus itself changes. */

#include <gio/gio.h>

#include "analysis/lexicon/plx-lexicon.h"

G_BEGIN_DECLS

/* plx_user_lexicons_set: @paths: NULL-terminated; from now on plx_lexicon_files_load() of the
 *   shipped lexicons takes them along; on any thread */
void       plx_user_lexicons_set        (const char *const *paths);

/* plx_user_lexicons_get_serial: Returns: another number after each plx_user_lexicons_set() */
guint      plx_user_lexicons_get_serial (void);

/* plx_user_lexicons_is_empty: Returns: whether there are none */
gboolean   plx_user_lexicons_is_empty   (void);

/* plx_user_lexicons_add: reads them into @builder. A file that cannot be read, or is no lexicon, is
 *   left out: what is wrong with it is plx_user_lexicon_check()'s to say */
void       plx_user_lexicons_add        (PlxLexiconBuilder *builder);

/* plx_user_lexicon_check: reads one file by itself.
 * @out_n_entries: (out) (optional)
 * Returns: (transfer full) (element-type PlxDiagnostic): what is wrong with its lines, in file
 *   order; NULL with @error set if nothing of it can be used */
GPtrArray *plx_user_lexicon_check       (const char *path, guint *out_n_entries, GError **error);

G_END_DECLS
