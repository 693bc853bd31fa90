/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The thread that owns the writing connection of a corpus. Jobs run one after the other, in the
 * order in which they came. */

#include "plx-sqlite-connection.h"

G_BEGIN_DECLS

typedef struct _PlxCorpusWriter PlxCorpusWriter;

/* A piece of work with a connection. Returns: FALSE with @error set */
typedef gboolean (*PlxCorpusJobFunc) (PlxSqliteConnection *connection, gpointer data,
                                      GError **error);

/* plx_corpus_writer_new: @connection: (transfer full): the thread's from now on */
PlxCorpusWriter *plx_corpus_writer_new  (PlxSqliteConnection *connection);

/* plx_corpus_writer_free: lets the jobs that wait come to their end, then closes the connection.
 * Waits for that. Not for use within a job. */
void             plx_corpus_writer_free (PlxCorpusWriter *self);

/* plx_corpus_writer_run: runs a job on the thread and waits for it. Not for use within a job. */
gboolean         plx_corpus_writer_run  (PlxCorpusWriter *self, PlxCorpusJobFunc func,
                                         gpointer data, GCancellable *cancellable,
                                         GError **error);

/* plx_corpus_writer_push:
 * @task: (transfer none): returned TRUE, or with the job's error, on its own context
 * @data: lives as long as @task, as its task data does */
void             plx_corpus_writer_push (PlxCorpusWriter *self, PlxCorpusJobFunc func,
                                         gpointer data, GTask *task);

G_END_DECLS
