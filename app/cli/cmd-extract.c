/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"
#include "data/import/plx-import.h"
#include "data/plx-file.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

typedef enum
{
  OUTPUT_JSON,
  OUTPUT_TEXT,
} OutputFormat;

/* Written out by hand rather than by json-glib: a page may have a hundred thousand blocks, for each
 * of which it would build four objects. */
static void
append_string (GString    *json,
               const char *string)
{
  if (string == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_c (json, '"');
  for (const char *at = string; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_printf (json, "\\%c", *at);
      else if (*at == '\n')
        g_string_append (json, "\\n");
      else if ((guint8) *at < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *at);
      else
        g_string_append_c (json, *at);
    }
  g_string_append_c (json, '"');
}

static void
append_blocks (GString          *json,
               const PlxArticle *article)
{
  g_string_append (json, "\"blocks\": [");
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);

      g_string_append_printf (json, "%s{\"kind\": \"%s\", \"start\": %u, \"end\": %u}",
                              i > 0 ? ", " : "", plx_block_kind_to_string (block->kind),
                              block->span.start, block->span.end);
    }
  g_string_append_c (json, ']');
}

static char *
format_json (const PlxArticle *article,
             const char       *path)
{
  g_autofree char *file = g_filename_display_name (path);
  const struct
  {
    const char *name;
    const char *value;
  } members[] = {
    { "file", file },
    { "title", article->title },
    { "author", article->byline },
    { "agency", article->agency },
    { "date", article->date },
    { "updated", article->updated },
    { "source", article->source },
    { "url", article->url },
    { "language", article->language },
    { "text", article->text },
  };
  GString *json = g_string_new ("{");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_string_append_printf (json, "\"%s\": ", members[i].name);
      append_string (json, members[i].value);
      g_string_append (json, ", ");
    }
  append_blocks (json, article);
  g_string_append (json, "}\n");

  return g_string_free (json, FALSE);
}

/* What is read of the article, a paragraph a line with an empty one between. */
static char *
format_text (const PlxArticle *article)
{
  GString *text = g_string_new (NULL);

  if (article->blocks->len == 0)
    g_string_append (text, article->text);
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);

      if (!plx_block_kind_is_read (block->kind))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_len (text, article->text + block->span.start, plx_span_length (block->span));
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

/* The file's name without what only says its format: "x" of "x.html.gz" */
static char *
dup_stem (const char *path)
{
  static const char *const suffixes[] = { ".gz", ".html", ".htm", ".xhtml", ".txt", ".text" };
  g_autofree char *stem = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize length = strlen (stem);
      gsize n = strlen (suffixes[i]);

      if (length > n && g_ascii_strcasecmp (stem + length - n, suffixes[i]) == 0)
        stem[length - n] = '\0';
    }

  return g_steal_pointer (&stem);
}

static gboolean
write_file (const char *directory,
            const char *stem,
            const char *suffix,
            const char *contents)
{
  g_autofree char *name = g_strconcat (stem, suffix, NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static (contents, strlen (contents));
  g_autoptr (GError) error = NULL;

  if (plx_file_write (file, bytes, &error))
    return TRUE;

  plx_cli_error ("%s", error->message);
  return FALSE;
}

static gboolean
extract_file (const char  *path,
              const char  *directory,
              OutputFormat format)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = plx_import_file (file, PLX_FORMAT_AUTO, NULL, &error);
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  g_autofree char *stem = NULL;

  if (article == NULL)
    {
      g_autofree char *shown = g_filename_display_name (path);

      plx_cli_error ("%s: %s", shown, error->message);
      return FALSE;
    }

  text = format_text (article);
  json = format_json (article, path);
  if (directory == NULL)
    {
      fputs (format == OUTPUT_TEXT ? text : json, stdout);
      return TRUE;
    }

  stem = dup_stem (path);
  return write_file (directory, stem, ".txt", text) && write_file (directory, stem, ".json", json);
}

static gboolean
parse_format (const char   *name,
              OutputFormat *out_format)
{
  if (name == NULL || strcmp (name, "json") == 0)
    *out_format = OUTPUT_JSON;
  else if (strcmp (name, "text") == 0)
    *out_format = OUTPUT_TEXT;
  else
    return FALSE;

  return TRUE;
}

PlxCliStatus
plx_cli_cmd_extract (int   argc,
                     char *argv[])
{
  g_autofree char *format_name = NULL;
  g_autofree char *directory = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
      N_("Print “json”, one object a line (default), or the “text” alone"), N_("FORMAT") },
    { "output-dir", 'o', 0, G_OPTION_ARG_FILENAME, &directory,
      N_("Write STEM.txt and STEM.json for each file into DIR"), N_("DIR") },
    { NULL }
  };
  OutputFormat format;
  PlxCliStatus status = PLX_CLI_OK;

  if (!plx_cli_parse (argv[0], _("FILE…"),
                      _("Finds the article in saved pages and in text copied from pages: its body, "
                        "headline, authors, dates and source. Files may be packed with gzip."),
                      entries, &argc, &argv))
    return PLX_CLI_USAGE;
  if (!parse_format (format_name, &format))
    {
      plx_cli_error (_("there is no format “%s”; use “json” or “text”"), format_name);
      return PLX_CLI_USAGE;
    }
  if (argc < 2)
    {
      plx_cli_error ("%s", _("name at least one file"));
      return PLX_CLI_USAGE;
    }
  if (directory != NULL && g_mkdir_with_parents (directory, 0777) != 0)
    {
      plx_cli_error (_("cannot make the folder “%s”"), directory);
      return PLX_CLI_FAILED;
    }

  for (int i = 1; i < argc; i++)
    {
      if (directory != NULL)
        plx_cli_progress (_("Extracting"), (guint) i - 1, (guint) argc - 1);
      if (!extract_file (argv[i], directory, format))
        status = PLX_CLI_FAILED;
    }
  if (directory != NULL)
    plx_cli_progress (_("Extracting"), (guint) argc - 1, (guint) argc - 1);

  return status;
}
