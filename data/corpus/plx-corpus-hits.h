/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The hits of the corpus' lexicon in its articles, found off the main thread. */

#include "analysis/lexicon/plx-kwic.h"
#include "plx-corpus.h"

G_BEGIN_DECLS

/* plx_corpus_count_hits_async: counts the hits of every entry of the lexicon that the corpus has
 * now. The last counts are kept as long as the corpus is: asked again for the same lexicon and
 * articles, as after an undo, the answer is there at once.
 * @progress: (nullable): called on the caller's main context with articles done and their total */
void          plx_corpus_count_hits_async  (PlxCorpus *self, PlxProgressFunc progress,
                                            gpointer progress_data, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
/* @out_lexicon: (out) (transfer full) (optional): whose entries were counted
 * Returns: (transfer full): or NULL with @error set */
PlxHitCounts *plx_corpus_count_hits_finish (PlxCorpus *self, GAsyncResult *result,
                                            PlxLexicon **out_lexicon, GError **error);

/* Returns: whether a line is looked for; called off the main thread, on one at a time */
typedef gboolean (*PlxHitKeepFunc) (const PlxKwicLine *line, gpointer user_data);

/* plx_corpus_list_hits_async: finds the hits of one entry with their context
 * @lexicon: what @counts were made with
 * @limit: at most so many
 * @keep: (nullable): only those that it wants are listed, and all of them are counted
 * @keep_data: freed with @keep_free when the answer is */
void          plx_corpus_list_hits_async   (PlxCorpus *self, PlxLexicon *lexicon,
                                            PlxHitCounts *counts, guint32 entry, guint limit,
                                            PlxHitKeepFunc keep, gpointer keep_data,
                                            GDestroyNotify keep_free,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
/* plx_corpus_list_hits_finish:
 * @out_n_kept: (out) (optional): how many were looked for, those beyond the limit too; without a
 *   choice, how many are listed
 * Returns: (transfer full) (element-type PlxKwicLine): by source, article and place; or NULL with
 *   @error set */
GPtrArray    *plx_corpus_list_hits_finish  (PlxCorpus *self, GAsyncResult *result,
                                            guint *out_n_kept, GError **error);

G_END_DECLS
