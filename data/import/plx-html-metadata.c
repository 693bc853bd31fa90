/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-metadata.h"

#include "plx-dates.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *value;
} Meta;

static const char *
find_meta (const PlxHtmlTree *tree,
           const char *const *names)
{
  guint32 size = plx_html_tree_get_size (tree);

  for (guint k = 0; names[k] != NULL; k++)
    {
      for (guint32 i = 0; i < size; i++)
        {
          const char *name;

          if (plx_html_tree_get_node (tree, i)->tag != PLX_TAG_META)
            continue;
          name = plx_html_tree_get_attr (tree, i, PLX_ATTR_PROPERTY);
          if (name == NULL)
            name = plx_html_tree_get_attr (tree, i, PLX_ATTR_NAME);
          if (name == NULL)
            name = plx_html_tree_get_attr (tree, i, PLX_ATTR_ITEMPROP);
          if (name != NULL && g_ascii_strcasecmp (name, names[k]) == 0)
            {
              const char *content = plx_html_tree_get_attr (tree, i, PLX_ATTR_CONTENT);

              if (content != NULL && *content != '\0')
                return content;
            }
        }
    }

  return NULL;
}

#define FIND_META(tree, ...) find_meta (tree, (const char *const[]) { __VA_ARGS__, NULL })

static char *
dup_title (const PlxHtmlTree *tree)
{
  const char *title = FIND_META (tree, "og:title", "twitter:title", "headline", "dc.title");

  if (title != NULL)
    return g_strdup (title);
  for (guint32 i = 0; i < plx_html_tree_get_size (tree); i++)
    {
      if (plx_html_tree_get_node (tree, i)->tag == PLX_TAG_TITLE)
        return plx_html_tree_dup_text (tree, i);
    }

  return NULL;
}

void
plx_html_metadata_fill (PlxArticle         *article,
                        const PlxHtmlTree  *tree,
                        const PlxHtmlUnits *units)
{
  const char *value;

  article->title = dup_title (tree);
  article->byline = g_strdup (FIND_META (tree, "author", "article:author_name", "dc.creator"));
  article->source = g_strdup (FIND_META (tree, "og:site_name", "application-name"));
  article->url = g_strdup (FIND_META (tree, "og:url"));
  value = FIND_META (tree, "article:published_time", "datePublished", "date", "dc.date",
                     "pubdate", "publish-date", "parsely-pub-date");
  if (value != NULL)
    article->date = plx_date_find (value, strlen (value), PLX_DATE_ORDER_UNKNOWN);
  value = FIND_META (tree, "article:modified_time", "dateModified", "last-modified");
  if (value != NULL)
    article->updated = plx_date_find (value, strlen (value), PLX_DATE_ORDER_UNKNOWN);
}

char *
plx_html_metadata_dup_summary (const PlxHtmlTree *tree)
{
  return g_strdup (FIND_META (tree, "og:description", "description", "twitter:description"));
}
