/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the commands on corpus files share. */

#include "data/corpus/plx-corpus.h"
#include "plx-cli.h"

G_BEGIN_DECLS

/* plx_cli_open_corpus: opens a corpus file; why it cannot be is said on standard error.
 * Returns: (transfer full) (nullable) */
PlxCorpus *plx_cli_open_corpus (const char *path, PlxCorpusMode mode);

/* plx_cli_open_corpus_with_lexicon:
 * @lexicons: (nullable): files, NULL-terminated; NULL takes the shipped ones
 *
 * Opens a corpus with a lexicon: the one named, and the edits that the corpus keeps. Where the file
 * may be written, new readings are kept in it for the next time.
 * Returns: (transfer full) (nullable): NULL if it cannot be, which was said */
PlxCorpus *plx_cli_open_corpus_with_lexicon (const char *path, const char *const *lexicons);

/* plx_cli_summarise_corpus: with progress on a terminal.
 * @filter: (nullable)
 * Returns: (transfer full) (nullable): NULL if it failed, which was said */
PlxSummary *plx_cli_summarise_corpus (PlxCorpus *corpus, const PlxSummaryOptions *options,
                                      const PlxCorpusFilter *filter);

G_END_DECLS
