/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A corpus with its lexicon, made ready off the main thread. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_OPEN_FILE,   /* the corpus file at path; read-only if it may not be written */
  PLX_OPEN_EMPTY,  /* a corpus in memory */
  PLX_OPEN_SAMPLE, /* a corpus in memory with the sample story */
} PlxOpenKind;

/* plx_corpus_opener_async: @path: for PLX_OPEN_FILE */
void       plx_corpus_opener_async  (PlxOpenKind kind, const char *path, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) */
PlxCorpus *plx_corpus_opener_finish (GAsyncResult *result, GError **error);

G_END_DECLS
