/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-text.h"
#include "commands.h"
#include "plx-cli.h"

#include "analysis/text/plx-text.h"
#include "data/plx-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* Appends what stands between two offsets as one line; a line break becomes a space. */
static void
append_line (GString    *lines,
             const char *bytes,
             guint32     start,
             guint32     end)
{
  gsize first = lines->len;

  while (start < end && g_ascii_isspace (bytes[start]))
    start++;
  while (start < end && g_ascii_isspace (bytes[end - 1]))
    end--;
  if (start == end)
    return;
  g_string_append_len (lines, bytes + start, end - start);
  for (gsize i = first; i < lines->len; i++)
    {
      if (g_ascii_isspace (lines->str[i]))
        lines->str[i] = ' ';
    }
  g_string_append_c (lines, '\n');
}

/* One sentence a line. A line reaches to the next sentence, so that invisible characters, which
 * belong to no token, are kept too. */
static char *
list_sentences (const char *bytes)
{
  g_autoptr (PlxText) text = plx_text_new ();
  GString *lines = g_string_new (NULL);
  guint32 length = (guint32) strlen (bytes), start = 0;

  plx_text_set_bytes (text, bytes, length);
  plx_text_read_span (text, (PlxSpan) { 0, length });
  for (guint i = 1; i <= text->sentences->len; i++)
    {
      guint32 end = i < text->sentences->len
                      ? g_array_index (text->sentences, PlxTextSentence, i).span.start : length;

      append_line (lines, bytes, start, end);
      start = end;
    }
  return g_string_free (lines, FALSE);
}

static gboolean
write_output (const char *directory,
              const char *path,
              const char *lines,
              GError    **error)
{
  g_autofree char *name = NULL, *output = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (directory == NULL)
    {
      g_print ("%s", lines);
      return TRUE;
    }
  name = path != NULL ? g_path_get_basename (path) : g_strdup ("stdin.txt");
  output = g_build_filename (directory, name, NULL);
  file = g_file_new_for_path (output);
  bytes = g_bytes_new_static (lines, strlen (lines));
  return plx_file_write (file, bytes, error);
}

static gboolean
process (const char *directory,
         const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plx_cli_read_text (path);
  g_autofree char *lines = NULL;

  if (text == NULL)
    return FALSE;
  lines = list_sentences (text);
  if (write_output (directory, path, lines, &error))
    return TRUE;
  plx_cli_error ("%s: %s", path != NULL ? path : "-", error->message);
  return FALSE;
}

PlxCliStatus
plx_cli_cmd_sentences (int    argc,
                       char **argv)
{
  g_autofree char *directory = NULL;
  const GOptionEntry entries[] = {
    { "output-dir", 0, 0, G_OPTION_ARG_FILENAME, &directory,
      N_("Write a file of the same name into DIR for each FILE"), N_("DIR") },
    { NULL }
  };
  gboolean good = TRUE;

  if (!plx_cli_parse ("sentences", _("[FILE…]"),
                      _("Prints plain text with one sentence on each line."), entries, &argc, &argv))
    return PLX_CLI_USAGE;
  if (directory != NULL && g_mkdir_with_parents (directory, 0777) != 0)
    {
      plx_cli_error (_("%s: %s"), directory, g_strerror (errno));
      return PLX_CLI_FAILED;
    }

  if (argc < 2)
    good = process (directory, NULL);
  for (int i = 1; i < argc; i++)
    good = process (directory, argv[i]) && good;
  return good ? PLX_CLI_OK : PLX_CLI_FAILED;
}
