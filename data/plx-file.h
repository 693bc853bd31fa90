/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How every file is written that a person asks for: whole, or not at all. What was there is replaced
 * only when all is written; if that fails, it stays, and where nothing was, nothing is left. Errors
 * are of G_IO_ERROR, a full disk included. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* PlxFileWriteFunc: writes the contents of a file; Returns: FALSE with @error set if it failed */
typedef gboolean (*PlxFileWriteFunc) (GOutputStream *stream, gpointer data,
                                      GCancellable *cancellable, GError **error);

/* plx_file_write: a file of @bytes. A device or a pipe is written to, not replaced. */
gboolean plx_file_write        (GFile *file, GBytes *bytes, GError **error);

/* plx_file_write_stream: a file of what @write writes, for more than should be in memory */
gboolean plx_file_write_stream (GFile *file, PlxFileWriteFunc write, gpointer data,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
