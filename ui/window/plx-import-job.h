/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Files into a corpus, off the main thread: read and cut into articles, then added all at once. */

#include "data/corpus/plx-corpus.h"

G_BEGIN_DECLS

typedef struct
{
  char   *name;  /* of the file, for display */
  GError *error;
} PlxImportFailure;

typedef struct
{
  gboolean   stopped;  /* by the user, before all files were read */
  guint      n_files;  /* that were there, those in folders counted one by one */
  guint      n_read;   /* articles found in the files */
  guint      n_added;  /* of these, new to the corpus */
  GArray    *ids;      /* of gint64: of those that are new */
  GPtrArray *failures; /* of PlxImportFailure */
  GError    *error;    /* why the corpus took no more of them; NULL: it took all */
} PlxImportResult;

/* plx_import_job_async:
 * @files: (element-type GFile): pages, texts, JSONL or CSV; folders are read with all that is
 *   directly in them
 * @progress: (nullable): called on the caller's main context with files done and their total
 *
 * A file that cannot be read becomes a failure in the result and does not stop the others. */
void             plx_import_job_async    (PlxCorpus *corpus, GPtrArray *files,
                                          PlxProgressFunc progress, gpointer progress_data,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
/* Returns: (transfer full): NULL with @error set if nothing could be added to the corpus (full
 *   disk, read-only); a job that was cancelled, or that the corpus took no more from, tells what had
 *   been added by then */
PlxImportResult *plx_import_job_finish   (PlxCorpus *corpus, GAsyncResult *result, GError **error);

void             plx_import_result_free  (PlxImportResult *self);

/* plx_import_result_to_string: Returns: (transfer full): a translated sentence for a toast */
char            *plx_import_result_to_string (const PlxImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportResult, plx_import_result_free)

G_END_DECLS
