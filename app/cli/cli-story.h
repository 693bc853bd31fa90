/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What chart and report draw: a corpus file, or articles read for this once. */

#include "data/corpus/plx-corpus.h"
#include "plx-cli.h"

G_BEGIN_DECLS

/* plx_cli_open_story:
 * @paths: operands: one corpus file, or files with articles ("-": standard input)
 * @lexicons: (nullable): files, NULL-terminated; NULL takes the shipped ones
 * @out_had_errors: (out): set to TRUE if some of the files could not be read
 *
 * Opens the corpus, or imports the articles into one in memory. What is wrong is said on standard
 * error.
 * Returns: (transfer full) (nullable): with its lexicon set; NULL if there is nothing to draw */
PlxCorpus *plx_cli_open_story (char **paths, guint n_paths, const char *const *lexicons,
                               gboolean *out_had_errors);

/* plx_cli_write: writes to a file as plx_file_write(), or to standard output for "-".
 * Returns: FALSE if it failed, which was said */
gboolean   plx_cli_write      (const char *path, GBytes *bytes);

G_END_DECLS
