/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-articles.h"

#include "data/import/plx-records.h"

#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#define PIECE_BYTES (256 * 1024)

static gboolean
import_records (GInputStream *stream,
                const char   *shown,
                PlxFormat     format,
                GPtrArray    *articles)
{
  g_autoptr (PlxRecordReader) reader = plx_record_reader_new (stream, format);
  gboolean all_good = TRUE;

  while (TRUE)
    {
      g_autoptr (GError) error = NULL;
      PlxRecord record;
      PlxRecordStatus status = plx_record_reader_next (reader, &record, NULL, &error);

      if (status == PLX_RECORD_END)
        return all_good;
      if (status == PLX_RECORD_READY)
        {
          g_ptr_array_add (articles, plx_record_dup_article (&record));
          continue;
        }

      g_printerr ("%s:%" G_GUINT64_FORMAT ": %s\n", shown, record.line, error->message);
      all_good = FALSE;
      if (status == PLX_RECORD_FAILED)
        return FALSE;
    }
}

/* All of a stream, but not much more than an article may have. */
static GBytes *
read_article (GInputStream *stream,
              GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n = PIECE_BYTES;

  while (n == PIECE_BYTES && bytes->len <= PLX_IMPORT_MAX_BYTES)
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + PIECE_BYTES);
      if (!g_input_stream_read_all (stream, bytes->data + length, PIECE_BYTES, &n, NULL, error))
        return NULL;
      g_byte_array_set_size (bytes, length + (guint) n);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static PlxFormat
guess_format (GBufferedInputStream *stream,
              const char           *path)
{
  g_autoptr (GBytes) head = NULL;
  gconstpointer data;
  gsize length;

  if (g_buffered_input_stream_fill (stream, -1, NULL, NULL) < 0)
    return PLX_FORMAT_TEXT;
  data = g_buffered_input_stream_peek_buffer (stream, &length);
  head = g_bytes_new (data, length);
  return plx_import_guess_format (head, path);
}

static GInputStream *
open_input (const char *path,
            GError    **error)
{
  g_autoptr (GInputStream) base = NULL;

  if (strcmp (path, "-") == 0)
    {
      base = g_unix_input_stream_new (STDIN_FILENO, /* close_fd= */ FALSE);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      base = G_INPUT_STREAM (g_file_read (file, NULL, error));
    }

  return base != NULL ? g_buffered_input_stream_new_sized (base, 64 * 1024) : NULL;
}

gboolean
plx_cli_import_articles (const char *path,
                         PlxFormat   format,
                         GPtrArray  *articles)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = open_input (path, &error);
  g_autoptr (GBytes) bytes = NULL;
  PlxArticle *article = NULL;

  if (stream != NULL)
    {
      if (format == PLX_FORMAT_AUTO)
        format = guess_format (G_BUFFERED_INPUT_STREAM (stream), path);
      if (format == PLX_FORMAT_JSONL || format == PLX_FORMAT_CSV)
        return import_records (stream, shown, format, articles);
      bytes = read_article (stream, &error);
    }
  if (bytes != NULL)
    article = plx_import_bytes (bytes, path, format, &error);
  if (article == NULL)
    {
      g_printerr ("%s: %s\n", shown, error->message);
      return FALSE;
    }

  g_ptr_array_add (articles, article);
  return TRUE;
}
