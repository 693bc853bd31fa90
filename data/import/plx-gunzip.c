/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-gunzip.h"

#include "plx-import.h"

static gboolean
is_gzip (const guint8 *data,
         gsize         length)
{
  return length >= 3 && data[0] == 0x1F && data[1] == 0x8B && data[2] == 8;
}

GBytes *
plx_gunzip_if_needed (GBytes  *bytes,
                      gsize    max_bytes,
                      GError **error)
{
  gsize length, done = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autoptr (GZlibDecompressor) decompressor = NULL;
  g_autoptr (GByteArray) plain = NULL;
  GConverterResult result = G_CONVERTER_CONVERTED;

  if (!is_gzip (data, length))
    return g_bytes_ref (bytes);

  decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  plain = g_byte_array_new ();
  while (result == G_CONVERTER_CONVERTED && done < length)
    {
      guint8 buffer[65536];
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (G_CONVERTER (decompressor), data + done, length - done, buffer,
                                    sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    NULL);
      if (result == G_CONVERTER_ERROR)
        break;
      g_byte_array_append (plain, buffer, (guint) n_written);
      done += n_read;
      if (plain->len > max_bytes)
        {
          g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                       "The file is larger than %" G_GSIZE_FORMAT " MB when unpacked",
                       max_bytes / (1024 * 1024));
          return NULL;
        }
    }

  if (result == G_CONVERTER_ERROR && plain->len == 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_BINARY,
                           "The file is packed, and damaged");
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&plain));
}
