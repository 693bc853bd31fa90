/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Who speaks in the articles of a corpus and what they are about, for a filter to choose from. */

#include "plx-corpus.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  guint count;      /* of a voice: sentences it speaks in; of a target: mentions */
  guint n_articles; /* with it */
} PlxNameCount;

/* plx_corpus_list_voices_async: lists who is quoted by name; reads what is not read yet, off the
 * main thread */
void       plx_corpus_list_voices_async   (PlxCorpus *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (element-type PlxNameCount): most quoted first; NULL with @error set */
GPtrArray *plx_corpus_list_voices_finish  (PlxCorpus *self, GAsyncResult *result, GError **error);

/* plx_corpus_list_targets_async: lists whom and what anything is said of, likewise */
void       plx_corpus_list_targets_async  (PlxCorpus *self, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (element-type PlxNameCount): most mentioned first; NULL with @error set */
GPtrArray *plx_corpus_list_targets_finish (PlxCorpus *self, GAsyncResult *result, GError **error);

void       plx_name_count_free            (PlxNameCount *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameCount, plx_name_count_free)

G_END_DECLS
