/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-shipped-lexicons.h"

#include <string.h>

#include "analysis/claims/plx-concepts.h"
#include "plx-data-resources.h"
#include "plx-user-lexicons.h"

#define RESOURCE_PREFIX "/io/github/parallax_app/Parallax/lexicons/"
/* The reader refuses more; asking the file system first saves the memory. */
#define MAX_FILE_BYTES (64 * 1024 * 1024)

static const char *const shipped[] = { "tone.tsv", "relations.tsv", "stance.tsv", NULL };

const char *const *
plx_shipped_lexicons_list (void)
{
  return shipped;
}

GBytes *
plx_lexicon_file_read (const char *path,
                       GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *contents = NULL;
  gsize length = 0;
  gsize room = 64 * 1024;

  if (stream == NULL)
    return NULL;
  /* read to the limit and no further, whatever the file system says about the size: it may be a
   * pipe */
  contents = g_malloc (room);
  while (TRUE)
    {
      gsize n;

      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), contents + length, room - length, &n,
                                    NULL, error))
        return NULL;
      length += n;
      if (length < room)
        break;
      if (length > MAX_FILE_BYTES)
        {
          g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_TOO_LARGE,
                       "the file is larger than %d MB: split it, and name the parts one after the other",
                       MAX_FILE_BYTES / (1024 * 1024));
          return NULL;
        }
      room *= 2;
      contents = g_realloc (contents, room);
    }
  return g_bytes_new_take (g_steal_pointer (&contents), length);
}

GBytes *
plx_shipped_lexicons_lookup (const char *name)
{
  const char *directory = g_getenv ("PLX_LEXICON_DIR");
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (strchr (name, '/') != NULL)
    return NULL;
  if (directory != NULL)
    {
      g_autofree char *file = g_build_filename (directory, name, NULL);
      GBytes *bytes = plx_lexicon_file_read (file, NULL);

      if (bytes != NULL)
        return bytes;
    }
  path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  return g_resource_lookup_data (plx_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

GBytes *
plx_lexicon_file_open (const char *name,
                       const char *including_path,
                       gpointer    user_data,
                       GError    **error)
{
  GBytes *bytes = NULL;

  if (including_path != NULL && strchr (including_path, '/') != NULL)
    {
      g_autofree char *directory = g_path_get_dirname (including_path);
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return plx_lexicon_file_read (path, error);
    }
  else if (including_path != NULL && g_file_test (name, G_FILE_TEST_IS_REGULAR) &&
           g_file_test (including_path, G_FILE_TEST_IS_REGULAR))
    {
      return plx_lexicon_file_read (name, error);
    }
  bytes = plx_shipped_lexicons_lookup (name);
  if (bytes == NULL)
    g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_READ,
                 "there is no such file beside it, nor a shipped lexicon of that name");
  return bytes;
}

static gboolean
add_shipped (PlxLexiconBuilder *builder,
             GError           **error)
{
  for (guint i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = plx_shipped_lexicons_lookup (shipped[i]);

      if (bytes == NULL)
        {
          g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_READ,
                       "the shipped lexicon %s is missing", shipped[i]);
          return FALSE;
        }
      if (!plx_lexicon_builder_add_bytes (builder, bytes, shipped[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_files (PlxLexiconBuilder *builder,
           const char *const *paths,
           GError           **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = plx_lexicon_file_read (paths[i], error);

      if (bytes == NULL || !plx_lexicon_builder_add_bytes (builder, bytes, paths[i], error))
        {
          g_prefix_error (error, "%s: ", paths[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_extra (PlxLexiconBuilder *builder,
           const char        *extra,
           GError           **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (extra == NULL || *extra == '\0')
    return TRUE;
  text = g_strconcat ("#parallax-lexicon 1\n#name Own entries\n"
                      "pattern\trole\taxis\tweight\tcondition\tnote\n", extra, NULL);
  bytes = g_bytes_new_take (text, strlen (text));
  g_steal_pointer (&text);
  return plx_lexicon_builder_add_bytes (builder, bytes, NULL, error);
}

/* What was compiled when Parallax was built; NULL when the files of a directory are to be read. */
static GBytes *
lookup_image (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);

  if (g_getenv ("PLX_LEXICON_DIR") != NULL)
    return NULL;
  return g_resource_lookup_data (plx_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static PlxLexicon *
load_image (void)
{
  g_autoptr (GBytes) image = lookup_image ("shipped.plxl");

  return image != NULL ? plx_lexicon_new_from_image (image) : NULL;
}

PlxLexicon *
plx_lexicon_files_load (const char *const *paths,
                        const char        *extra,
                        GPtrArray        **out_diagnostics,
                        GError           **error)
{
  g_autoptr (PlxLexiconBuilder) builder = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;

  if (paths == NULL && (extra == NULL || *extra == '\0') && plx_user_lexicons_is_empty ())
    {
      lexicon = load_image ();
      if (lexicon != NULL)
        {
          if (out_diagnostics != NULL)
            *out_diagnostics = g_ptr_array_new ();
          return g_steal_pointer (&lexicon);
        }
    }

  builder = plx_lexicon_builder_new ();
  plx_lexicon_builder_set_open (builder, plx_lexicon_file_open, NULL);
  if (paths == NULL ? !add_shipped (builder, error) : !add_files (builder, paths, error))
    return NULL;
  if (paths == NULL)
    plx_user_lexicons_add (builder);
  if (!add_extra (builder, extra, error))
    return NULL;

  lexicon = plx_lexicon_builder_compile (builder);
  if (plx_lexicon_get_n_axes (lexicon) == 0)
    {
      g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_NO_AXIS,
                   "no axis is defined: add a line “#axis ID NEGATIVE POSITIVE”");
      return NULL;
    }
  if (out_diagnostics != NULL)
    *out_diagnostics = g_ptr_array_ref (plx_lexicon_builder_get_diagnostics (builder));
  return g_steal_pointer (&lexicon);
}

static PlxAliases *
load_shipped_aliases (void)
{
  g_autoptr (PlxAliases) aliases = NULL;
  g_autoptr (GBytes) image = lookup_image ("aliases.plxa");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  aliases = image != NULL ? plx_aliases_new_from_image (image) : NULL;
  if (aliases != NULL)
    return g_steal_pointer (&aliases);

  aliases = plx_aliases_new ();
  bytes = plx_shipped_lexicons_lookup ("aliases.tsv");
  if (bytes == NULL || !plx_aliases_add_bytes (aliases, bytes, "aliases.tsv", NULL, &error))
    g_warning ("The shipped alias table cannot be read: %s", error != NULL ? error->message : "missing");
  return g_steal_pointer (&aliases);
}

PlxAliases *
plx_shipped_aliases_get (void)
{
  static gsize aliases = 0;

  if (g_once_init_enter (&aliases))
    g_once_init_leave (&aliases, (gsize) load_shipped_aliases ());
  return (PlxAliases *) aliases;
}

PlxAliases *
plx_alias_files_load (const char *const *paths,
                      GPtrArray         *diagnostics,
                      GError           **error)
{
  g_autoptr (PlxAliases) aliases = load_shipped_aliases ();

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = plx_lexicon_file_read (paths[i], error);

      if (bytes == NULL || !plx_aliases_add_bytes (aliases, bytes, paths[i], diagnostics, error))
        {
          g_prefix_error (error, "%s: ", paths[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&aliases);
}

static gboolean
add_families (const char *path,
              GPtrArray  *diagnostics,
              GError    **error)
{
  g_autoptr (GBytes) bytes = plx_lexicon_file_read (path, error);

  if (bytes != NULL && plx_concepts_add_bytes (bytes, path, diagnostics, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

gboolean
plx_family_files_load (const char *const *paths,
                       GPtrArray         *diagnostics,
                       GError           **error)
{
  const char *directory = g_getenv ("PLX_LEXICON_DIR");
  g_autofree char *path = directory != NULL ? g_build_filename (directory, "families.tsv", NULL) : NULL;

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      if (!add_families (paths[i], diagnostics, error))
        return FALSE;
    }
  return path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS) || add_families (path, diagnostics, error);
}
