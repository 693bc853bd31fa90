/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A change of the lexicon of a corpus as a step that can be undone. The new lexicon is compiled
 * off the main thread; both are kept with the step, so that undoing and redoing take no time. */

#include "plx-history.h"

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

/* plx_lexicon_change_async:
 * @edits: lines of the lexicon format: all that is to differ from the shipped lexicons
 * @name: of the step, translated */
void     plx_lexicon_change_async  (PlxCorpus *corpus, const char *edits, const char *name,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);

/* plx_lexicon_change_finish: gives the corpus its new lexicon and adds the step to @history
 * @out_problem: (out) (transfer full) (nullable): the first thing that is wrong with the lines;
 *   those are left out
 * Returns: FALSE with @error set if nothing was changed */
gboolean plx_lexicon_change_finish (PlxCorpus *corpus, GAsyncResult *result, PlxHistory *history,
                                    char **out_problem, GError **error);

G_END_DECLS
