/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Telling what is wrong with a corpus file, and saving what can be read of a damaged one. Neither
 * changes the file that is looked at. */

#include <gio/gio.h>

#include "data/plx-progress.h"
#include "plx-corpus-error.h"

G_BEGIN_DECLS

/* plx_corpus_verify:
 * @path: (type filename)
 * @progress: (nullable): called on this thread with articles done and their total
 *
 * Checks the database's pages, indices and references, and every article's text and blocks. Time
 * linear in the file's size: some seconds for 50,000 articles.
 * Returns: (transfer full) (element-type utf8): what is wrong, a sentence each; empty if nothing
 *   is. NULL with @error set if there is nothing to check: no such file, none of ours, cancelled */
GPtrArray *plx_corpus_verify  (const char *path, PlxProgressFunc progress, gpointer progress_data,
                               GCancellable *cancellable, GError **error);

typedef struct
{
  guint n_recovered; /* articles in the new file */
  guint n_partial;   /* of these, the ones without date, source or whatever else was unreadable */
  guint n_lost;      /* articles that are known to have been there */
} PlxRecovery;

/* plx_corpus_recover:
 * @path, @new_path: (type filename): the damaged file, and one that does not exist yet
 *
 * Reads article after article, stepping over what cannot be read, into a new corpus.
 * Returns: FALSE with @error set, and no new file, if nothing could be saved */
gboolean   plx_corpus_recover (const char *path, const char *new_path, PlxProgressFunc progress,
                               gpointer progress_data, GCancellable *cancellable,
                               PlxRecovery *out_recovery, GError **error);

G_END_DECLS
