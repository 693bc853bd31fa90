/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How often each entry of a lexicon makes a cue in a corpus, counted off the main thread. */

#include "data/plx-corpus.h"

G_BEGIN_DECLS

void    plx_hits_async  (PlxCorpus *corpus, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
/* Returns: (transfer full) (element-type guint32): by entry of the lexicon */
GArray *plx_hits_finish (PlxCorpus *corpus, GAsyncResult *result, PlxLexicon **out_lexicon,
                         GError **error);

G_END_DECLS
