/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-user-lexicons.h"

#include "plx-shipped-lexicons.h"

static GMutex lock;
static GStrv user_paths; /* guarded by the lock; NULL: none */
static guint serial;     /* guarded by the lock */

static GStrv
dup_paths (void)
{
  GStrv paths;

  g_mutex_lock (&lock);
  paths = g_strdupv (user_paths);
  g_mutex_unlock (&lock);
  return paths;
}

void
plx_user_lexicons_set (const char *const *paths)
{
  g_return_if_fail (paths != NULL);

  g_mutex_lock (&lock);
  g_strfreev (user_paths);
  user_paths = paths[0] != NULL ? g_strdupv ((GStrv) paths) : NULL;
  serial++;
  g_mutex_unlock (&lock);
}

guint
plx_user_lexicons_get_serial (void)
{
  guint now;

  g_mutex_lock (&lock);
  now = serial;
  g_mutex_unlock (&lock);
  return now;
}

gboolean
plx_user_lexicons_is_empty (void)
{
  g_auto (GStrv) paths = dup_paths ();

  return paths == NULL;
}

void
plx_user_lexicons_add (PlxLexiconBuilder *builder)
{
  g_auto (GStrv) paths = dup_paths ();

  g_return_if_fail (builder != NULL);

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = plx_lexicon_file_read (paths[i], &error);

      if (bytes == NULL || !plx_lexicon_builder_add_bytes (builder, bytes, paths[i], &error))
        g_debug ("%s is left out: %s", paths[i], error->message);
    }
}

/* A file of one's own may add to the axes of the shipped lexicons: these are read before it. */
static gboolean
add_all (PlxLexiconBuilder  *builder,
         const char         *path,
         GError            **error)
{
  const char *const *shipped = plx_shipped_lexicons_list ();
  g_autoptr (GBytes) bytes = plx_lexicon_file_read (path, error);

  if (bytes == NULL)
    return FALSE;
  for (guint i = 0; shipped[i] != NULL; i++)
    {
      g_autoptr (GBytes) before = plx_shipped_lexicons_lookup (shipped[i]);

      if (before != NULL && !plx_lexicon_builder_add_bytes (builder, before, shipped[i], error))
        return FALSE;
    }
  return plx_lexicon_builder_add_bytes (builder, bytes, path, error);
}

static guint
count_entries (const PlxLexicon *lexicon,
               const char       *path)
{
  guint32 n_all = plx_lexicon_get_n_entries (lexicon);
  guint n = 0;

  for (guint32 i = 0; i < n_all; i++)
    {
      const PlxEntry *entry = plx_lexicon_get_entry (lexicon, i);

      n += g_strcmp0 (plx_lexicon_get_source (lexicon, entry->source)->path, path) == 0;
    }
  return n;
}

GPtrArray *
plx_user_lexicon_check (const char  *path,
                        guint       *out_n_entries,
                        GError     **error)
{
  g_autoptr (PlxLexiconBuilder) builder = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *own;

  g_return_val_if_fail (path != NULL, NULL);

  builder = plx_lexicon_builder_new ();
  plx_lexicon_builder_set_open (builder, plx_lexicon_file_open, NULL);
  if (!add_all (builder, path, error))
    return NULL;
  all = g_ptr_array_ref (plx_lexicon_builder_get_diagnostics (builder));
  lexicon = plx_lexicon_builder_compile (builder);
  if (out_n_entries != NULL)
    *out_n_entries = count_entries (lexicon, path);
  own = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_diagnostic_free);
  for (guint i = 0; i < all->len; i++)
    {
      const PlxDiagnostic *said = all->pdata[i];
      PlxDiagnostic *copy;

      if (g_strcmp0 (said->path, path) != 0)
        continue;
      copy = g_new (PlxDiagnostic, 1);
      *copy = *said;
      copy->path = g_strdup (said->path);
      copy->message = g_strdup (said->message);
      g_ptr_array_add (own, copy);
    }
  return own;
}
