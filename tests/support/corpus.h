/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Corpora made up for a test, and what is asked of them. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

/* corpus_make_articles: Returns: (transfer full) (element-type PlxArticle): @n articles of some 2 kB
 * each, the numbers @first and on; the same in every run */
GPtrArray *corpus_make_articles  (guint first, guint n);

/* corpus_count_articles: Returns: how many articles a corpus has */
guint      corpus_count_articles (PlxCorpus *corpus);

/* corpus_assert_whole: asserts that a corpus file has no damage */
void       corpus_assert_whole   (const char *path);

G_END_DECLS
