/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/lexicon/plx-lexicon.h"

G_BEGIN_DECLS

/* plx_cli_load_lexicon:
 * @paths: (nullable): NULL for the shipped lexicons
 * @out_had_errors: (out): whether a line could not be loaded
 *
 * Loads lexicons and prints what is wrong in them on standard error.
 * Returns: (transfer full) (nullable): NULL if nothing could be loaded, which was said */
PlxLexicon *plx_cli_load_lexicon (const char *const *paths, gboolean *out_had_errors);

/* plx_cli_load_families:
 * @paths: (nullable): files of word families; NULL-terminated
 *
 * Reads them before anything is compared, and prints what is wrong in them on standard error.
 * Returns: whether all could be read, but for single lines */
gboolean    plx_cli_load_families (const char *const *paths);

/* plx_cli_print_diagnostics: prints them, one a line, on standard error or (@to_stdout) output.
 * Returns: whether there is an error among them */
gboolean    plx_cli_print_diagnostics (GPtrArray *diagnostics, gboolean to_stdout);

G_END_DECLS
