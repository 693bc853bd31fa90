/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A corpus of any size, of made-up news: the same in every run and everywhere. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

/* large_corpus_create: a new corpus file with @n_articles of some 30 sentences each, from
 * @n_sources; aborts if it cannot be written */
void large_corpus_create (const char *path, guint n_articles, guint n_sources);

G_END_DECLS
