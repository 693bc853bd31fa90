/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-file.h"

static gboolean
write_path (const char *path,
            const char *data,
            gsize       length,
            GError    **error)
{
  g_autoptr (GError) file_error = NULL;
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;

  /* Renaming onto a device or a pipe would replace it. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    flags = G_FILE_SET_CONTENTS_NONE;
  if (g_file_set_contents_full (path, data, (gssize) length, flags, 0666, &file_error))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR,
                       file_error->domain == G_FILE_ERROR
                         ? g_io_error_from_file_error (file_error->code)
                         : G_IO_ERROR_FAILED,
                       file_error->message);
  return FALSE;
}

gboolean
plx_file_write (GFile   *file,
                GBytes  *bytes,
                GError **error)
{
  g_autofree char *path = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  path = g_file_get_path (file);
  data = g_bytes_get_data (bytes, &length);
  if (path != NULL)
    return write_path (path, data != NULL ? data : "", length, error);
  return g_file_replace_contents (file, data != NULL ? data : "", length, NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

gboolean
plx_file_write_stream (GFile           *file,
                       PlxFileWriteFunc write,
                       gpointer         data,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) abandon = NULL;
  gboolean is_new = !g_file_query_exists (file, cancellable);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable,
                           error);
  if (stream == NULL)
    return FALSE;
  if (write (G_OUTPUT_STREAM (stream), data, cancellable, error) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;

  /* Closed under a cancelled cancellable, what was written does not replace what was there. Where
   * nothing was, GIO has written to the file itself. */
  abandon = g_cancellable_new ();
  g_cancellable_cancel (abandon);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
  if (is_new)
    g_file_delete (file, NULL, NULL);
  return FALSE;
}
