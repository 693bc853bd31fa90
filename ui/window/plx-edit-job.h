/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Changes of a corpus off the main thread, one after the other in the order in which they are asked
 * for, whatever the corpus: a step is never undone before it was done. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

/* On a thread of its own. Returns: FALSE with @error set */
typedef gboolean (*PlxEditFunc) (PlxCorpus *corpus, gboolean forward, gpointer data,
                                 GError **error);

/* plx_edit_job_async:
 * @forward: for @func: to do it, or to undo it
 * @data: (transfer full): for @func; freed with @free_data */
void     plx_edit_job_async  (PlxCorpus *corpus, PlxEditFunc func, gboolean forward, gpointer data,
                              GDestroyNotify free_data, GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean plx_edit_job_finish (PlxCorpus *corpus, GAsyncResult *result, GError **error);

G_END_DECLS
