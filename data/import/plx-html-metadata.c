/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-metadata-private.h"

#include <libxml/uri.h>
#include <string.h>

static char *
dup_host (const char *url)
{
  xmlURIPtr uri = url != NULL ? xmlParseURI (url) : NULL;
  char *host = NULL;

  if (uri != NULL && uri->server != NULL)
    host = g_strdup (g_str_has_prefix (uri->server, "www.") ? uri->server + 4 : uri->server);
  if (uri != NULL)
    xmlFreeURI (uri);
  return host;
}

static const char *
find_url (const PlxHtmlPage *self)
{
  const char *url = NULL;
  guint32 size = plx_html_tree_get_size (self->tree);

  for (guint32 i = 0; i < size && url == NULL; i++)
    {
      const char *rel;

      if (plx_html_tree_get_node (self->tree, i)->tag != PLX_TAG_LINK)
        continue;
      rel = plx_html_tree_get_attr (self->tree, i, PLX_ATTR_REL);
      if (rel != NULL && g_ascii_strcasecmp (rel, "canonical") == 0)
        url = plx_html_tree_get_attr (self->tree, i, PLX_ATTR_HREF);
    }
  if (url == NULL || !g_str_has_prefix (url, "http"))
    url = PLX_FIND_META (self, "og:url", "twitter:url", "parsely-link");
  if (url == NULL || !g_str_has_prefix (url, "http"))
    url = self->json->url;
  return url != NULL && g_str_has_prefix (url, "http") ? url : NULL;
}

char *
plx_html_squeeze (const char *text,
                  gsize       length)
{
  GString *squeezed = g_string_new (NULL);
  const char *end = text + length;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (squeezed, g_unichar_tolower (c));
    }

  return g_string_free (squeezed, FALSE);
}

void
plx_html_page_init (PlxHtmlPage        *self,
                    const PlxHtmlTree  *tree,
                    const PlxHtmlUnits *units)
{
  const char *names[3] = { NULL, };
  g_autofree char *host = NULL;

  self->tree = tree;
  self->units = units;
  self->json = plx_json_ld_read (tree);
  self->meta = plx_meta_table_new (tree);
  self->url = find_url (self);
  host = dup_host (self->url);
  self->host = host != NULL ? plx_html_squeeze (host, strlen (host)) : NULL;
  self->site_names = g_ptr_array_new_with_free_func (g_free);
  names[0] = PLX_FIND_META (self, "og:site_name");
  names[1] = PLX_FIND_META (self, "application-name");
  names[2] = self->json->publisher;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] != NULL && strlen (names[i]) < 200)
        g_ptr_array_add (self->site_names, plx_html_squeeze (names[i], strlen (names[i])));
    }
}

void
plx_html_page_clear (PlxHtmlPage *self)
{
  g_clear_pointer (&self->json, plx_json_ld_free);
  g_clear_pointer (&self->meta, g_hash_table_unref);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->site_names, g_ptr_array_unref);
}

char *
plx_html_page_dup_summary (const PlxHtmlPage *self)
{
  const char *value = PLX_FIND_META (self, "og:description", "description", "twitter:description");

  return value != NULL ? plx_html_plain_text (value) : NULL;
}

static char *
dup_source (const PlxHtmlPage *self,
            const char        *url)
{
  const char *name = PLX_FIND_META (self, "og:site_name");

  if (name == NULL)
    name = self->json->publisher;
  if (name == NULL)
    name = PLX_FIND_META (self, "application-name", "dc.publisher", "publisher");
  if (name != NULL && strlen (name) < 100 && !g_str_has_prefix (name, "http"))
    return plx_html_plain_text (name);
  return dup_host (url);
}

static char *
dup_language (const PlxHtmlPage *self)
{
  const char *value = NULL;
  char *language;

  for (guint32 i = 0; value == NULL && i < MIN (plx_html_tree_get_size (self->tree), 8); i++)
    {
      if (plx_html_tree_get_node (self->tree, i)->tag == PLX_TAG_HTML)
        value = plx_html_tree_get_attr (self->tree, i, PLX_ATTR_LANG);
    }
  if (value == NULL || *value == '\0')
    value = self->json->language;
  if (value == NULL)
    value = PLX_FIND_META (self, "content-language", "og:locale", "dc.language");
  if (value == NULL || strlen (value) < 2 || strlen (value) > 12 || !g_str_is_ascii (value))
    return NULL;

  language = g_strdelimit (g_strdup (value), "_", '-');
  return g_strstrip (language);
}

static void
find_agency (const PlxHtmlPage *self,
             PlxArticle        *article)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < self->units->units->len && article->agency == NULL; i++)
    {
      const PlxHtmlUnit *unit = &g_array_index (self->units->units, PlxHtmlUnit, i);
      const char *start = self->units->text->str + unit->line.span.start;

      if (unit->line.kind == PLX_BLOCK_BODY && is_first)
        {
          article->agency = plx_line_dup_dateline_agency (start, unit->n_bytes);
          is_first = FALSE;
        }
      else if (unit->line.kind == PLX_BLOCK_METADATA &&
               unit->line.cues & (PLX_CUE_AGENCY | PLX_CUE_BYLINE))
        {
          article->agency = plx_line_dup_agency (start, unit->n_bytes);
        }
    }
  if (article->agency == NULL && article->byline != NULL)
    article->agency = plx_line_dup_agency (article->byline, strlen (article->byline));
}

void
plx_html_page_fill (const PlxHtmlPage *self,
                    PlxArticle        *article,
                    const char        *saved_url)
{
  PlxDateOrder order;
  const char *url;

  g_return_if_fail (self != NULL && article != NULL);

  url = self->url != NULL ? self->url : saved_url;
  article->url = g_strdup (url);
  article->language = dup_language (self);
  order = plx_date_order_for_language (article->language);
  article->source = dup_source (self, url);
  article->byline = plx_html_page_dup_byline (self, article->source);
  article->date = plx_html_page_dup_date (self, url, order);
  article->updated = plx_html_page_dup_updated (self, order);
  find_agency (self, article);
}
