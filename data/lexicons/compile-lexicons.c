/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/names/plx-aliases.h"

/* Run once when Parallax is built: compile-lexicons LEXICON-IMAGE ALIAS-IMAGE DIRECTORY FILE…
 *
 * Reads the shipped lexicons and the alias table and writes their compiled images, which the
 * program maps instead of reading 30,000 lines of text at every start. */

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

static void
print_diagnostics (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = plx_diagnostic_to_string (g_ptr_array_index (diagnostics, i));

      g_printerr ("%s\n", line);
    }
}

static gboolean
write_image (const char *path,
             GBytes     *image,
             GError    **error)
{
  return g_file_set_contents (path, g_bytes_get_data (image, NULL),
                              (gssize) g_bytes_get_size (image), error);
}

static gboolean
compile_lexicons (const char        *output,
                  char              *directory,
                  const char *const *names,
                  GError           **error)
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GBytes) image = NULL;

  plx_lexicon_builder_set_open (builder, open_included, directory);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = open_included (names[i], NULL, directory, error);

      if (bytes == NULL || !plx_lexicon_builder_add_bytes (builder, bytes, names[i], error))
        {
          g_prefix_error (error, "%s: ", names[i]);
          return FALSE;
        }
    }
  print_diagnostics (plx_lexicon_builder_get_diagnostics (builder));
  lexicon = plx_lexicon_builder_compile (builder);
  image = plx_lexicon_write_image (lexicon);
  return write_image (output, image, error);
}

static gboolean
compile_aliases (const char *output,
                 char       *directory,
                 GError    **error)
{
  static const char name[] = "aliases.tsv";
  g_autoptr (PlxAliases) aliases = plx_aliases_new ();
  g_autoptr (GPtrArray) diagnostics =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_diagnostic_free);
  g_autoptr (GBytes) bytes = open_included (name, NULL, directory, error);
  g_autoptr (GBytes) image = NULL;

  if (bytes == NULL || !plx_aliases_add_bytes (aliases, bytes, name, diagnostics, error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  print_diagnostics (diagnostics);
  image = plx_aliases_write_image (aliases);
  return write_image (output, image, error);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc < 5)
    {
      g_printerr ("usage: compile-lexicons LEXICON-IMAGE ALIAS-IMAGE DIRECTORY FILE…\n");
      return 2;
    }
  if (!compile_lexicons (argv[1], argv[3], (const char *const *) &argv[4], &error) ||
      !compile_aliases (argv[2], argv[3], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
