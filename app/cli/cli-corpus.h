/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the commands on corpus files share. */

#include "data/corpus/plx-corpus-kept.h"
#include "plx-cli.h"

G_BEGIN_DECLS

/* The option that names lexicons, for a table of them; @lexicons: (char ***) */
#define PLX_CLI_LEXICON_ENTRY(lexicons) \
  { "lexicon", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, (lexicons), \
    N_("Read with this lexicon instead of the shipped ones"), N_("FILE") }

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

/* plx_cli_survey_corpus: reads and sums up, with progress on a terminal.
 * @filter: (nullable)
 * Returns: (transfer full) (nullable): NULL if it failed, which was said */
PlxCorpusKept *plx_cli_survey_corpus (PlxCorpus *corpus, const PlxSummaryOptions *options,
                                      const PlxCorpusFilter *filter);

/* plx_cli_add_articles: with progress on a terminal.
 * @articles: (element-type PlxArticle)
 * @out_n_added: (out): how many of them were not there already
 * Returns: FALSE if it failed, which was said */
gboolean plx_cli_add_articles (PlxCorpus *corpus, GPtrArray *articles, guint *out_n_added);

G_END_DECLS
