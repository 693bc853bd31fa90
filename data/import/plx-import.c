/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-import.h"

#include "plx-decode.h"
#include "plx-gunzip.h"
#include "plx-html.h"
#include "plx-text-blocks.h"

#include <string.h>

G_DEFINE_QUARK (plx-import-error-quark, plx_import_error)

/* How far into a page a tag is looked for that tells it is HTML. */
#define GUESS_BYTES 4096

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  gsize length = strlen (name), n = strlen (suffix);

  return length > n && g_ascii_strcasecmp (name + length - n, suffix) == 0;
}

static gboolean
guess_by_name (const char *name,
               PlxFormat  *out_format)
{
  static const struct
  {
    const char *suffix;
    PlxFormat   format;
  } suffixes[] = {
    { ".html", PLX_FORMAT_HTML }, { ".htm", PLX_FORMAT_HTML }, { ".xhtml", PLX_FORMAT_HTML },
    { ".jsonl", PLX_FORMAT_JSONL }, { ".ndjson", PLX_FORMAT_JSONL }, { ".csv", PLX_FORMAT_CSV },
    { ".tsv", PLX_FORMAT_CSV }, { ".txt", PLX_FORMAT_TEXT }, { ".text", PLX_FORMAT_TEXT },
    { ".md", PLX_FORMAT_TEXT },
  };
  g_autofree char *plain = g_strdup (name);

  if (has_suffix (plain, ".gz"))
    plain[strlen (plain) - 3] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (has_suffix (plain, suffixes[i].suffix))
        {
          *out_format = suffixes[i].format;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_html_tag (const char *text)
{
  static const char *const tags[] = {
    "<!doctype html", "<html", "<head>", "<head ", "<body", "<meta ", "<title>", "<script",
    "<div", "<p>", "<p ", "<article", "<?xml",
  };
  g_autofree char *folded = g_ascii_strdown (text, -1);
  const char *first = folded;

  while (g_ascii_isspace (*first))
    first++;
  if (*first != '<')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (strstr (first, tags[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

PlxFormat
plx_import_guess_format (GBytes     *bytes,
                         const char *name)
{
  g_autoptr (GBytes) head = NULL;
  g_autofree char *text = NULL;
  PlxFormat format = PLX_FORMAT_TEXT;
  gboolean is_named;

  g_return_val_if_fail (bytes != NULL, PLX_FORMAT_TEXT);

  is_named = name != NULL && guess_by_name (name, &format);
  head = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), GUESS_BYTES));
  text = plx_import_decode (head, NULL, NULL);
  /* pages are saved as .txt, but no text is mistaken for a page */
  if (has_html_tag (text))
    return PLX_FORMAT_HTML;
  if (is_named)
    return format;
  if (text[strspn (text, " \t\n")] == '{')
    return PLX_FORMAT_JSONL;

  return PLX_FORMAT_TEXT;
}

static gboolean
check_bytes (GBytes  *bytes,
             GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY, "The file is empty");
      return FALSE;
    }
  if (length > PLX_IMPORT_MAX_BYTES)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                   "The file is larger than %u MB", PLX_IMPORT_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (plx_decode_is_binary (data, length))
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_BINARY,
                           "The file is neither text nor HTML");
      return FALSE;
    }

  return TRUE;
}

static PlxArticle *
import_text (GBytes  *bytes,
             GError **error)
{
  g_autofree char *text = plx_import_decode (bytes, NULL, NULL);
  PlxArticle *article;

  article = plx_article_new (g_steal_pointer (&text));
  plx_text_blocks_fill (article);
  if (article->text[strspn (article->text, " \t\n")] == '\0')
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                           "The file has no text in it");
      g_clear_pointer (&article, plx_article_free);
    }

  return article;
}

PlxArticle *
plx_import_bytes (GBytes     *bytes,
                  const char *name,
                  PlxFormat   format,
                  GError    **error)
{
  g_autoptr (GBytes) plain = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  plain = plx_gunzip_if_needed (bytes, PLX_IMPORT_MAX_BYTES, error);
  if (plain == NULL || !check_bytes (plain, error))
    return NULL;

  if (format == PLX_FORMAT_AUTO)
    format = plx_import_guess_format (plain, name);
  switch (format)
    {
    case PLX_FORMAT_HTML:
      return plx_html_import (plain, NULL, error);
    case PLX_FORMAT_JSONL:
    case PLX_FORMAT_CSV:
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_FORMAT,
                           "The file holds records, not one article");
      return NULL;
    case PLX_FORMAT_AUTO:
    case PLX_FORMAT_TEXT:
    default:
      return import_text (plain, error);
    }
}

static gboolean
check_size (GFile        *file,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "It is a folder");
      return FALSE;
    }
  if (g_file_info_get_size (info) > (goffset) PLX_IMPORT_MAX_BYTES)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                   "The file has %" G_GOFFSET_FORMAT " MB; articles have at most %u MB",
                   g_file_info_get_size (info) / (1024 * 1024),
                   PLX_IMPORT_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }

  return TRUE;
}

static GBytes *
read_all (GInputStream *stream,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gssize n;

  do
    {
      guint8 buffer[65536];

      n = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_append (data, buffer, (guint) n);
    }
  /* one byte more than allowed is enough to refuse a pipe or a device without end */
  while (n > 0 && data->len <= PLX_IMPORT_MAX_BYTES);

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

PlxArticle *
plx_import_file (GFile        *file,
                 PlxFormat     format,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_size (file, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  bytes = read_all (G_INPUT_STREAM (stream), cancellable, error);
  if (bytes == NULL)
    return NULL;

  name = g_file_get_basename (file);
  return plx_import_bytes (bytes, name, format, error);
}
