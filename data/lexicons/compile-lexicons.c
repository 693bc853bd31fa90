/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "analysis/plx-lexicon.h"

/* Run once when Parallax is built: compile-lexicons OUTPUT DIRECTORY FILE…
 *
 * Reads the shipped lexicons and writes their compiled image, which the program maps instead of
 * reading 30,000 lines of text at every start. */

static GBytes *
open_included (const char *name,
               const char *including_path,
               gpointer    user_data,
               GError    **error)
{
  g_autofree char *path = g_build_filename (user_data, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GBytes) image = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *diagnostics;

  if (argc < 4)
    {
      g_printerr ("usage: compile-lexicons OUTPUT DIRECTORY FILE…\n");
      return 2;
    }
  plx_lexicon_builder_set_open (builder, open_included, argv[2]);
  for (int i = 3; i < argc; i++)
    {
      g_autoptr (GBytes) bytes = open_included (argv[i], NULL, argv[2], &error);

      if (bytes == NULL || !plx_lexicon_builder_add_bytes (builder, bytes, argv[i], &error))
        {
          g_printerr ("%s: %s\n", argv[i], error->message);
          return 1;
        }
    }

  diagnostics = plx_lexicon_builder_get_diagnostics (builder);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = plx_diagnostic_to_string (g_ptr_array_index (diagnostics, i));

      g_printerr ("%s\n", line);
    }
  lexicon = plx_lexicon_builder_compile (builder);
  image = plx_lexicon_write_image (lexicon);
  if (!g_file_set_contents (argv[1], g_bytes_get_data (image, NULL), (gssize) g_bytes_get_size (image),
                            &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
