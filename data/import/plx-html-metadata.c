/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-metadata.h"

#include "plx-dates.h"

#include <libxml/uri.h>
#include <stdio.h>
#include <string.h>

/* A page of headings alone is not worth looking at all of them. */
#define MAX_HEADINGS 300

#define FIND_META(self, ...)                                                                       \
  plx_meta_table_find ((self)->meta, (const char *const[]) { __VA_ARGS__, NULL })

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
    url = FIND_META (self, "og:url", "twitter:url", "parsely-link");
  if (url == NULL || !g_str_has_prefix (url, "http"))
    url = self->json->url;
  return url != NULL && g_str_has_prefix (url, "http") ? url : NULL;
}

/* Letters and digits alone, in lower case: "The Japan Times" and "japantimes.co.jp" meet. */
static char *
squeeze (const char *text,
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
  self->host = host != NULL ? squeeze (host, strlen (host)) : NULL;
  self->site_names = g_ptr_array_new_with_free_func (g_free);
  names[0] = FIND_META (self, "og:site_name");
  names[1] = FIND_META (self, "application-name");
  names[2] = self->json->publisher;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i] != NULL && strlen (names[i]) < 200)
        g_ptr_array_add (self->site_names, squeeze (names[i], strlen (names[i])));
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

/* Whether a part of a title is the site's name, known by og:site_name or by its address. */
static gboolean
is_site_name (const PlxHtmlPage *self,
              const char        *part,
              gsize              length)
{
  g_autofree char *squeezed = squeeze (part, length);
  const char *plain = g_str_has_prefix (squeezed, "the") ? squeezed + 3 : squeezed;

  if (strlen (squeezed) < 2)
    return FALSE;
  for (guint i = 0; i < self->site_names->len; i++)
    {
      if (strcmp (squeezed, g_ptr_array_index (self->site_names, i)) == 0)
        return TRUE;
    }

  return self->host != NULL && strlen (plain) >= 3 && strstr (self->host, plain) != NULL;
}

static const char *const separators[] = {
  " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 ", " :: ", " \xC2\xAB ",
  " \xC2\xBB ", " \xE2\x80\xA2 ", " / ", ": ",
};

/* The last separator before @end that is followed by the site's name. */
static gsize
find_site_suffix (const PlxHtmlPage *self,
                  const char        *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = g_strrstr (title, separators[i]);

      if (at == NULL || at == title)
        continue;
      if (is_site_name (self, at + strlen (separators[i]), strlen (at) - strlen (separators[i])))
        return at - title;
    }

  return strlen (title);
}

static char *
strip_site (const PlxHtmlPage *self,
            const char        *title)
{
  g_autofree char *rest = g_strdup (title);
  gsize length;

  do
    {
      length = strlen (rest);
      rest[find_site_suffix (self, rest)] = '\0';
    }
  while (strlen (rest) < length);
  g_strstrip (rest);

  /* after a bar stands hardly ever anything else */
  {
    char *bar = g_strrstr (rest, " | ");

    if (bar != NULL && bar - rest >= 20)
      *bar = '\0';
  }

  /* "The Site: the headline" */
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = strstr (rest, separators[i]);

      if (at != NULL && at != rest && is_site_name (self, rest, at - rest))
        return g_strdup (at + strlen (separators[i]));
    }
  return *rest != '\0' ? g_steal_pointer (&rest) : g_strdup (title);
}

/* Share of the shorter text's words that the other has too. */
static double
word_overlap (const char *a,
              const char *b)
{
  g_auto (GStrv) words_a = g_str_tokenize_and_fold (a, NULL, NULL);
  g_auto (GStrv) words_b = g_str_tokenize_and_fold (b, NULL, NULL);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_a = g_strv_length (words_a), n_b = g_strv_length (words_b), n = 0;

  if (n_a == 0 || n_b == 0)
    return 0;
  for (guint i = 0; i < n_b; i++)
    g_hash_table_add (set, words_b[i]);
  for (guint i = 0; i < n_a; i++)
    n += g_hash_table_contains (set, words_a[i]);
  return (double) n / MIN (n_a, n_b);
}

/* Whether the title is this heading, or begins with it before a separator and the site's name. */
static gboolean
begins_with_heading (const char *title,
                     const char *heading)
{
  gsize n = strlen (heading);

  if (!g_str_has_prefix (title, heading))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (g_str_has_prefix (title + n, separators[i]))
        return TRUE;
    }

  return title[n] == '\0';
}

/* How well a heading shows the title that metadata give; 0: not at all. */
static double
rank_heading (const PlxHtmlUnit *unit,
              const char        *text,
              const char        *meta)
{
  g_autofree char *folded = plx_line_fold (text, strlen (text));
  g_autofree char *folded_meta = plx_line_fold (meta, strlen (meta));
  double overlap;

  if (begins_with_heading (folded_meta, folded))
    return 2;
  overlap = word_overlap (text, meta);
  /* lower headings must say all of it, lest a section's heading be taken */
  if (overlap > (unit->tag == PLX_TAG_H1 ? 0.6 : 0.9) && unit->line.n_words >= 3)
    return overlap;
  return 0;
}

/* The heading that shows the title which metadata give: on the page it stands without the site's
 * name, and uncut. @meta: (nullable) */
static char *
dup_heading (const PlxHtmlPage *self,
             const char        *meta)
{
  g_autofree char *best = NULL;
  g_autofree char *only = NULL;
  double best_rank = 0;
  guint n_first = 0, n_headings = 0;

  for (guint i = 0; i < self->units->units->len && n_headings < MAX_HEADINGS; i++)
    {
      const PlxHtmlUnit *unit = &g_array_index (self->units->units, PlxHtmlUnit, i);
      g_autofree char *text = NULL;
      double rank;

      if (unit->tag < PLX_TAG_H1 || unit->tag > PLX_TAG_H3 || unit->n_bytes > 400)
        continue;
      n_headings++;
      text = g_strndup (self->units->text->str + unit->line.span.start, unit->n_bytes);
      if (is_site_name (self, text, unit->n_bytes))
        continue;
      rank = meta != NULL ? rank_heading (unit, text, meta) : 0;
      if (unit->tag == PLX_TAG_H1 && unit->line.n_words >= 2 && n_first++ == 0)
        only = g_strdup (text);
      if (rank > best_rank)
        {
          g_free (best);
          best = g_steal_pointer (&text);
          best_rank = rank;
        }
    }

  if (best != NULL)
    return g_steal_pointer (&best);
  /* "Home", "About": the only great heading says more */
  return n_first == 1 && (meta == NULL || strpbrk (meta, " -") == NULL) ? g_steal_pointer (&only)
                                                                         : NULL;
}

/* A line of the page that is not marked as a heading, but is a part of the title. */
static char *
dup_title_line (const PlxHtmlPage *self,
                const char        *title)
{
  for (guint i = 0; i < MIN (self->units->units->len, 2000); i++)
    {
      const PlxHtmlUnit *unit = &g_array_index (self->units->units, PlxHtmlUnit, i);
      const char *start = self->units->text->str + unit->line.span.start;
      const char *at;

      if (unit->line.n_words < 3 || unit->n_bytes >= strlen (title) || unit->n_link_bytes > 0)
        continue;
      at = memmem (title, strlen (title), start, unit->n_bytes);
      if (at == NULL || (at != title && at[unit->n_bytes] != '\0'))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (separators); k++)
        {
          gsize n = strlen (separators[k]);

          if (g_str_has_prefix (at + unit->n_bytes, separators[k]) ||
              (at - title >= (gssize) n && memcmp (at - n, separators[k], n) == 0))
            return g_strndup (start, unit->n_bytes);
        }
    }

  return NULL;
}

/* "Opinion Why we are right", where the kicker is part of the heading's element */
static gboolean
ends_with_title (const char *heading,
                 const char *title)
{
  g_autofree char *folded_heading = plx_line_fold (heading, strlen (heading));
  g_autofree char *folded_title = plx_line_fold (title, strlen (title));

  return strlen (folded_title) >= 20 && g_str_has_suffix (folded_heading, folded_title);
}

char *
plx_html_page_dup_title (const PlxHtmlPage *self)
{
  const char *value = self->json->headline;
  g_autofree char *title = NULL;
  g_autofree char *plain = NULL;
  char *heading;

  if (value == NULL)
    value = FIND_META (self, "og:title", "twitter:title", "parsely-title", "dc.title", "headline");
  for (guint32 i = 0; value == NULL && title == NULL && i < plx_html_tree_get_size (self->tree); i++)
    {
      if (plx_html_tree_get_node (self->tree, i)->tag == PLX_TAG_TITLE)
        title = plx_html_tree_dup_text (self->tree, i);
    }
  if (title == NULL && value != NULL)
    title = plx_html_plain_text (value);
  if (title != NULL && *title != '\0')
    plain = strip_site (self, title);

  heading = dup_heading (self, plain);
  if (heading == NULL && plain != NULL)
    heading = dup_title_line (self, plain);
  if (heading == NULL)
    return g_steal_pointer (&plain);
  if (plain != NULL && ends_with_title (heading, plain))
    {
      g_free (heading);
      return g_steal_pointer (&plain);
    }
  return heading;
}

char *
plx_html_page_dup_summary (const PlxHtmlPage *self)
{
  const char *value = FIND_META (self, "og:description", "description", "twitter:description");

  return value != NULL ? plx_html_plain_text (value) : NULL;
}

static char *
dup_source (const PlxHtmlPage *self,
            const char        *url)
{
  const char *name = FIND_META (self, "og:site_name");

  if (name == NULL)
    name = self->json->publisher;
  if (name == NULL)
    name = FIND_META (self, "application-name", "dc.publisher", "publisher");
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
    value = FIND_META (self, "content-language", "og:locale", "dc.language");
  if (value == NULL || strlen (value) < 2 || strlen (value) > 12 || !g_str_is_ascii (value))
    return NULL;

  language = g_strdelimit (g_strdup (value), "_", '-');
  return g_strstrip (language);
}

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

static char *
dup_date (const PlxHtmlPage *self,
          const char        *url,
          PlxDateOrder       order)
{
  const char *const metas[] = {
    self->json->published,
    FIND_META (self, "article:published_time", "og:article:published_time", "og:published_time"),
    FIND_META (self, "datepublished", "parsely-pub-date", "sailthru.date", "article.published",
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
  return date;
}

static char *
dup_updated (const PlxHtmlPage *self,
             PlxDateOrder       order)
{
  char *date = find_date (self->json->modified, order);

  if (date == NULL)
    date = find_date (FIND_META (self, "article:modified_time", "og:updated_time", "datemodified",
                                 "last-modified", "dcterms.modified", "lastmod"), order);
  return date;
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
  article->date = dup_date (self, url, order);
  article->updated = dup_updated (self, order);
  find_agency (self, article);
}
