/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-story.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "cli-articles.h"
#include "cli-corpus.h"
#include "cli-lexicon.h"
#include "data/import/plx-source-name.h"
#include "data/plx-file.h"

/* With which bytes every SQLite database begins. */
static const char sqlite_magic[16] = "SQLite format 3";

static gboolean
is_database (const char *path)
{
  char head[sizeof sqlite_magic] = { 0 };
  FILE *file = fopen (path, "rb");
  gboolean answer;

  if (file == NULL)
    return FALSE;
  answer = fread (head, 1, sizeof head, file) == sizeof head &&
           memcmp (head, sqlite_magic, sizeof head) == 0;
  fclose (file);
  return answer;
}

static PlxCorpus *
import_story (char              **paths,
              guint               n_paths,
              const char *const  *lexicons,
              gboolean           *out_had_errors)
{
  g_autoptr (GPtrArray) articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GError) error = NULL;
  gboolean lexicon_had_errors = FALSE;

  for (guint i = 0; i < n_paths; i++)
    {
      guint first = articles->len;

      if (!plx_cli_import_articles (paths[i], PLX_FORMAT_AUTO, articles))
        *out_had_errors = TRUE;
      for (guint j = first; j < articles->len; j++)
        {
          PlxArticle *article = g_ptr_array_index (articles, j);

          if (article->source == NULL)
            {
              g_autofree char *name = g_path_get_basename (paths[i]);
              article->source = plx_source_name_from_file (name);
            }
        }
    }
  if (articles->len == 0)
    {
      plx_cli_error ("%s", _("there is no article in what was given"));
      return NULL;
    }

  lexicon = plx_cli_load_lexicon (lexicons, &lexicon_had_errors);
  if (lexicon == NULL)
    return NULL;
  *out_had_errors |= lexicon_had_errors;
  corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  if (corpus == NULL || !plx_corpus_add_articles (corpus, articles, NULL, &error))
    {
      plx_cli_error ("%s", error->message);
      return NULL;
    }
  plx_corpus_set_lexicon (corpus, lexicon);
  return g_steal_pointer (&corpus);
}

PlxCorpus *
plx_cli_open_story (char              **paths,
                    guint               n_paths,
                    const char *const  *lexicons,
                    gboolean           *out_had_errors)
{
  *out_had_errors = FALSE;
  if (n_paths == 1 && (is_database (paths[0]) || g_str_has_suffix (paths[0], ".parallax")))
    return plx_cli_open_corpus_with_lexicon (paths[0], lexicons);
  return import_story (paths, n_paths, lexicons, out_had_errors);
}

gboolean
plx_cli_write (const char *path,
               GBytes     *bytes)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (strcmp (path, "-") == 0)
    {
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
        return TRUE;
      plx_cli_error ("%s: %s", _("standard output"), g_strerror (errno));
      return FALSE;
    }
  if (plx_file_write (file, bytes, &error))
    return TRUE;
  plx_cli_error ("%s", error->message);
  return FALSE;
}
