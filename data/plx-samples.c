/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-samples.h"

#include "import/plx-import.h"
#include "import/plx-source-name.h"

#define SAMPLES "/io/github/parallax_app/Parallax/samples"

GPtrArray *
plx_samples_import (GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_auto (GStrv) names = g_resources_enumerate_children (SAMPLES, 0, error);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SAMPLES "/", names[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, error);
      PlxArticle *article = bytes != NULL ? plx_import_bytes (bytes, names[i], PLX_FORMAT_AUTO, error)
                                          : NULL;

      if (article == NULL)
        return NULL;
      if (article->source == NULL)
        article->source = plx_source_name_from_file (names[i]);
      g_ptr_array_add (articles, article);
    }
  return names != NULL ? g_steal_pointer (&articles) : NULL;
}
