/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-text.h"

#include "plx-cli.h"

#include "data/import/plx-import.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

static GBytes *
read_bytes (const char *path,
            GError    **error)
{
  if (path == NULL)
    {
      g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      g_autoptr (GOutputStream) buffer = g_memory_output_stream_new_resizable ();

      if (g_output_stream_splice (buffer, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
        return NULL;
      return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (buffer));
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      return g_file_load_bytes (file, NULL, NULL, error);
    }
}

char *
plx_cli_read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_bytes (path, &error);
  const char *shown = path != NULL ? path : "-";
  const char *data;
  gsize size;

  if (bytes == NULL)
    {
      plx_cli_error ("%s: %s", shown, error->message);
      return NULL;
    }
  data = g_bytes_get_data (bytes, &size);
  if (size > PLX_IMPORT_MAX_BYTES)
    {
      plx_cli_error (_("%s: the file is larger than %u MB"), shown, PLX_IMPORT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  /* g_utf8_validate_len() refuses NUL, which a string could not hold. */
  if (size == 0 || g_utf8_validate_len (data, size, NULL))
    return g_strndup (size > 0 ? data : "", size);
  return plx_import_decode (bytes, NULL, NULL);
}
