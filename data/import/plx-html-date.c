/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-metadata-private.h"

#include <stdio.h>
#include <string.h>

static char *
find_date (const char  *value,
           PlxDateOrder order)
{
  char *date = value != NULL ? plx_date_find (value, strlen (value), order) : NULL;

  /* a month says too little to be the day of an article, and is mostly an archive's */
  if (date != NULL && strlen (date) < 10)
    g_clear_pointer (&date, g_free);
  return date;
}

static gboolean
names_date (const char *names)
{
  static const char *const words[] = {
    "date", "datum", "published", "publish", "posted", "time", "timestamp", "pubdate", "fecha",
    "datepublished", "datetime", "updated", "dateline", "byline", "meta", "created", "postdate",
  };
  g_autofree char *folded = NULL;

  if (names == NULL)
    return FALSE;
  folded = g_ascii_strdown (names, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (folded, words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* How sure an element is the article's date; 0: it is not. */
static guint
rank_date_element (const PlxHtmlTree *tree,
                   guint32            node)
{
  const char *itemprop = plx_html_tree_get_attr (tree, node, PLX_ATTR_ITEMPROP);
  const char *class = plx_html_tree_get_attr (tree, node, PLX_ATTR_CLASS);
  PlxTag tag = (PlxTag) plx_html_tree_get_node (tree, node)->tag;

  if (itemprop != NULL && strstr (itemprop, "datePublished") != NULL)
    return 6;
  if (tag == PLX_TAG_TIME && class != NULL && strstr (class, "updated") == NULL &&
      (strstr (class, "publish") != NULL || strstr (class, "entry-date") != NULL))
    return 5;
  if (tag == PLX_TAG_TIME)
    return 4;
  if (itemprop != NULL && strstr (itemprop, "dateModified") != NULL)
    return 1;
  if (tag != PLX_TAG_A && tag != PLX_TAG_META && (names_date (class) ||
      names_date (plx_html_tree_get_attr (tree, node, PLX_ATTR_ID))))
    return 3;
  return 0;
}

static char *
dup_marked_date (const PlxHtmlPage *self,
                 PlxDateOrder       order)
{
  guint32 size = plx_html_tree_get_size (self->tree);
  guint best_rank = 0;
  char *best = NULL;

  for (guint32 i = 0; i < size; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (self->tree, i);
      const char *value;
      char *date;
      guint rank;

      if ((node->n_attrs == 0 && node->tag != PLX_TAG_TIME) || node->end - i > 60)
        continue;
      rank = rank_date_element (self->tree, i);
      if (rank <= best_rank)
        continue;
      value = plx_html_tree_get_attr (self->tree, i, PLX_ATTR_DATETIME);
      if (value == NULL)
        value = plx_html_tree_get_attr (self->tree, i, PLX_ATTR_CONTENT);
      date = find_date (value, order);
      if (date == NULL)
        {
          g_autofree char *text = plx_html_tree_dup_text (self->tree, i);

          date = find_date (strlen (text) < 200 ? text : NULL, order);
        }
      if (date != NULL)
        {
          g_free (best);
          best = date;
          best_rank = rank;
        }
    }

  return best;
}

/* A line that is or names a date, the first of the page that belongs to the article. */
static char *
dup_date_line (const PlxHtmlPage *self,
               PlxDateOrder       order)
{
  for (guint i = 0; i < self->units->units->len; i++)
    {
      const PlxHtmlUnit *unit = &g_array_index (self->units->units, PlxHtmlUnit, i);
      char *date = NULL;

      if (unit->line.cues & PLX_CUE_DATE && !(unit->line.cues & PLX_CUE_LEGAL))
        date = plx_date_find (self->units->text->str + unit->line.span.start, unit->n_bytes, order);
      if (date != NULL && strlen (date) >= 10)
        return date;
      g_free (date);
    }

  return NULL;
}

/* Any full date in a short line around the headline. */
static char *
dup_date_near_title (const PlxHtmlPage *self,
                     PlxDateOrder       order)
{
  GArray *units = self->units->units;
  guint title = 0;

  while (title < units->len &&
         g_array_index (units, PlxHtmlUnit, title).line.kind != PLX_BLOCK_HEADLINE)
    title++;
  if (title == units->len)
    return NULL;

  for (guint i = title > 3 ? title - 3 : 0; i < MIN (title + 9, units->len); i++)
    {
      const PlxHtmlUnit *unit = &g_array_index (units, PlxHtmlUnit, i);
      g_autofree char *date = NULL;

      if (unit->line.n_words > 20 || unit->line.is_prose || unit->line.cues & PLX_CUE_LEGAL)
        continue;
      date = plx_date_find (self->units->text->str + unit->line.span.start, unit->n_bytes, order);
      if (date != NULL && strlen (date) >= 10)
        return g_steal_pointer (&date);
    }

  return NULL;
}

static gint
day_number (const char *date)
{
  guint year, month, day;
  GDate value;

  if (sscanf (date, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  g_date_clear (&value, 1);
  g_date_set_dmy (&value, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (gint) g_date_get_julian (&value);
}

char *
plx_html_page_dup_date (const PlxHtmlPage *self,
                        const char        *url,
                        PlxDateOrder       order)
{
  const char *const metas[] = {
    self->json->published,
    PLX_FIND_META (self, "article:published_time", "og:article:published_time", "og:published_time"),
    PLX_FIND_META (self, "datepublished", "parsely-pub-date", "sailthru.date", "article.published",
               "published_date", "publish-date", "publishdate", "pubdate", "publication_date",
               "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created", "dc.date",
               "dcterms.date", "date", "article_date_original", "ptime", "originalpublicationdate"),
  };
  g_autofree char *in_url = url != NULL ? plx_date_find_in_url (url) : NULL;
  char *date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (metas) && date == NULL; i++)
    date = find_date (metas[i], order);
  /* a path gives the day where the site is; UTC may have turned it into the next */
  if (date != NULL && in_url != NULL && g_str_has_suffix (date, "Z") &&
      ABS (day_number (date) - day_number (in_url)) == 1)
    g_clear_pointer (&date, g_free);
  if (date == NULL)
    date = g_steal_pointer (&in_url);
  if (date == NULL)
    date = dup_marked_date (self, order);
  if (date == NULL)
    date = dup_date_line (self, order);
  if (date == NULL)
    date = dup_date_near_title (self, order);
  return date;
}

char *
plx_html_page_dup_updated (const PlxHtmlPage *self,
                           PlxDateOrder       order)
{
  char *date = find_date (self->json->modified, order);

  if (date == NULL)
    date = find_date (PLX_FIND_META (self, "article:modified_time", "og:updated_time", "datemodified",
                                 "last-modified", "dcterms.modified", "lastmod"), order);
  return date;
}
