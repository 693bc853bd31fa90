/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The lexicons that Parallax comes with (data/lexicons/), held in the program itself, and how
 * lexicon files are opened.
 *
 * A directory in the environment variable PLX_LEXICON_DIR takes precedence over the built-in
 * files, so that lexicons can be worked on without building the program. */

#include <gio/gio.h>

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/names/plx-aliases.h"

G_BEGIN_DECLS

/* plx_shipped_lexicons_list: Returns: (transfer none): the file names of those that define an
 * axis, in the order in which they are loaded; NULL-terminated */
const char *const *plx_shipped_lexicons_list (void);

/* plx_shipped_lexicons_lookup:
 * Returns: (transfer full) (nullable): the bytes of a shipped lexicon by file name */
GBytes     *plx_shipped_lexicons_lookup (const char *name);

/* plx_lexicon_file_open: a PlxLexiconOpenFunc: finds an included file beside the file that
 * includes it, else among the shipped ones */
GBytes     *plx_lexicon_file_open (const char *name, const char *including_path,
                                   gpointer user_data, GError **error);

/* plx_lexicon_file_read: Returns: (transfer full): the bytes of a lexicon file, or NULL with @error
 * set (G_IO_ERROR, or PLX_LEXICON_ERROR_TOO_LARGE before more than that was read) */
GBytes     *plx_lexicon_file_read (const char *path, GError **error);

/* plx_lexicon_files_load:
 * @paths: (nullable): files, NULL-terminated; NULL loads the shipped lexicons and those of
 *   plx_user_lexicons_set()
 * @extra: (nullable): lines of the lexicon format, without header, read last: a user's edits
 * @out_diagnostics: (out) (optional) (transfer full) (element-type PlxDiagnostic): what was wrong
 *   in them; never NULL on success
 *
 * Returns: (transfer full): the lexicon, or NULL with @error set if a file cannot be read or is no
 *   lexicon, or if together they define no axis */
PlxLexicon *plx_lexicon_files_load (const char *const *paths, const char *extra,
                                    GPtrArray **out_diagnostics, GError **error);

/* plx_shipped_aliases_get: Returns: (transfer none): the alias table that ships
 *   (data/lexicons/aliases.tsv), read once in the life of the program; on any thread */
PlxAliases *plx_shipped_aliases_get (void);

/* plx_alias_files_load:
 * @paths: (nullable): a user's own tables, NULL-terminated, read after the shipped one, which
 *   they overrule
 * @diagnostics: (nullable) (element-type PlxDiagnostic): where what is wrong with single lines is
 *   added
 *
 * Returns: (transfer full): the table, or NULL with @error set if a file is none */
PlxAliases *plx_alias_files_load (const char *const *paths, GPtrArray *diagnostics, GError **error);

/* plx_family_files_load:
 * @paths: (nullable): a user's own files of word families, NULL-terminated; they overrule the shipped
 *   ones, and each the ones behind it
 * @diagnostics: (nullable) (element-type PlxDiagnostic): where what is wrong with single lines is
 *   added
 *
 * Makes word families known to the whole program, see plx_concepts_add_bytes(); those of
 * families.tsv in the directory PLX_LEXICON_DIR as well.
 *
 * Returns: FALSE with @error set if a file cannot be read or has no families */
gboolean    plx_family_files_load (const char *const *paths, GPtrArray *diagnostics, GError **error);

G_END_DECLS
