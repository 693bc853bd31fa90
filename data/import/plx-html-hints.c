/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-hints.h"

#include <string.h>

#define MAX_HINT_BYTES 400

/* Names are compared word by word: "articleBody", "article-body" and "article_body" are all
 * " article body ". A pattern matches at the start of a word; one that ends in a blank, a whole
 * word. */
typedef struct
{
  const char *pattern;
  PlxHint     hint;
} Pattern;

/* The first that matches counts. */
static const Pattern patterns[] = {
  { " articlebody ", PLX_HINT_BODY },
  { " article body", PLX_HINT_BODY },
  { " story body", PLX_HINT_BODY },
  { " storybody", PLX_HINT_BODY },
  { " post body", PLX_HINT_BODY },
  { " entry content ", PLX_HINT_BODY },
  { " article content", PLX_HINT_BODY },
  { " articlecontent", PLX_HINT_BODY },
  { " post content ", PLX_HINT_BODY },
  { " story content", PLX_HINT_BODY },
  { " article text", PLX_HINT_BODY },
  { " articletext", PLX_HINT_BODY },
  { " story text", PLX_HINT_BODY },
  { " news text", PLX_HINT_BODY },
  { " body content", PLX_HINT_BODY },
  { " content body", PLX_HINT_BODY },
  { " article copy", PLX_HINT_BODY },
  { " the content ", PLX_HINT_BODY },
  { " comment ", PLX_HINT_COMMENTS },
  { " comments ", PLX_HINT_COMMENTS },
  { " commentlist", PLX_HINT_COMMENTS },
  { " commentform", PLX_HINT_COMMENTS },
  { " commentbox", PLX_HINT_COMMENTS },
  { " commentary list", PLX_HINT_COMMENTS },
  { " kommentar", PLX_HINT_COMMENTS },
  { " comentarios ", PLX_HINT_COMMENTS },
  { " commentaires ", PLX_HINT_COMMENTS },
  { " disqus", PLX_HINT_COMMENTS },
  { " respond ", PLX_HINT_COMMENTS },
  { " livefyre", PLX_HINT_COMMENTS },
  { " replies ", PLX_HINT_COMMENTS },
  { " caption", PLX_HINT_CAPTION },
  { " wp caption", PLX_HINT_CAPTION },
  { " image credit", PLX_HINT_CAPTION },
  { " photo credit", PLX_HINT_CAPTION },
  { " bildunterschrift", PLX_HINT_CAPTION },
  { " twitter tweet ", PLX_HINT_QUOTED },
  { " instagram media ", PLX_HINT_QUOTED },
  { " related", PLX_HINT_ASIDE },
  { " recommend", PLX_HINT_ASIDE },
  { " recirc", PLX_HINT_ASIDE },
  { " newsletter", PLX_HINT_ASIDE },
  { " subscri", PLX_HINT_ASIDE },
  { " signup", PLX_HINT_ASIDE },
  { " sign up ", PLX_HINT_ASIDE },
  { " social", PLX_HINT_ASIDE },
  { " share", PLX_HINT_ASIDE },
  { " sharing", PLX_HINT_ASIDE },
  { " sidebar", PLX_HINT_ASIDE },
  { " side bar", PLX_HINT_ASIDE },
  { " promo ", PLX_HINT_ASIDE },
  { " promos ", PLX_HINT_ASIDE },
  { " promobox", PLX_HINT_ASIDE },
  { " advert", PLX_HINT_ASIDE },
  { " ad ", PLX_HINT_ASIDE },
  { " ads ", PLX_HINT_ASIDE },
  { " sponsor", PLX_HINT_ASIDE },
  { " outbrain", PLX_HINT_ASIDE },
  { " taboola", PLX_HINT_ASIDE },
  { " cookie", PLX_HINT_ASIDE },
  { " consent", PLX_HINT_ASIDE },
  { " gdpr ", PLX_HINT_ASIDE },
  { " popup", PLX_HINT_ASIDE },
  { " modal ", PLX_HINT_ASIDE },
  { " breadcrumb", PLX_HINT_ASIDE },
  { " pagination", PLX_HINT_ASIDE },
  { " pager ", PLX_HINT_ASIDE },
  { " navigation ", PLX_HINT_ASIDE },
  { " nav ", PLX_HINT_ASIDE },
  { " navbar", PLX_HINT_ASIDE },
  { " menu", PLX_HINT_ASIDE },
  { " footer ", PLX_HINT_ASIDE },
  { " entryfooter", PLX_HINT_ASIDE },
  { " masthead ", PLX_HINT_ASIDE },
  { " toolbar", PLX_HINT_ASIDE },
  { " trending", PLX_HINT_ASIDE },
  { " popular", PLX_HINT_ASIDE },
  { " most read", PLX_HINT_ASIDE },
  { " most viewed", PLX_HINT_ASIDE },
  { " more stories", PLX_HINT_ASIDE },
  { " more news", PLX_HINT_ASIDE },
  { " more articles", PLX_HINT_ASIDE },
  { " more links", PLX_HINT_ASIDE },
  { " morelinks", PLX_HINT_ASIDE },
  { " read more ", PLX_HINT_ASIDE },
  { " readmore ", PLX_HINT_ASIDE },
  { " see also ", PLX_HINT_ASIDE },
  { " interesting articles", PLX_HINT_ASIDE },
  { " author bio", PLX_HINT_ASIDE },
  { " author box", PLX_HINT_ASIDE },
  { " author info", PLX_HINT_ASIDE },
  { " authorbox", PLX_HINT_ASIDE },
  { " about author", PLX_HINT_ASIDE },
  { " about the author", PLX_HINT_ASIDE },
  { " author profile", PLX_HINT_ASIDE },
  { " author description", PLX_HINT_ASIDE },
  { " bio ", PLX_HINT_ASIDE },
  { " citate ", PLX_HINT_ASIDE },
  { " copyright", PLX_HINT_ASIDE },
  { " login", PLX_HINT_ASIDE },
  { " paywall ", PLX_HINT_ASIDE },
  { " rating", PLX_HINT_ASIDE },
  { " survey", PLX_HINT_ASIDE },
  { " sr only", PLX_HINT_ASIDE },
  { " screen reader text", PLX_HINT_ASIDE },
  { " visually hidden", PLX_HINT_ASIDE },
  { " skip ", PLX_HINT_ASIDE },
  { " teaser", PLX_HINT_ASIDE },
  { " donat", PLX_HINT_ASIDE },
  { " banner ", PLX_HINT_ASIDE },
  { " widget ", PLX_HINT_ASIDE },
  { " tooltip", PLX_HINT_ASIDE },
  { " popover", PLX_HINT_ASIDE },
  { " hovercard", PLX_HINT_ASIDE },
  { " tags ", PLX_HINT_METADATA },
  { " taglist", PLX_HINT_METADATA },
  { " tag list", PLX_HINT_METADATA },
  { " tag cloud", PLX_HINT_METADATA },
  { " byline", PLX_HINT_METADATA },
  { " author ", PLX_HINT_METADATA },
  { " authors ", PLX_HINT_METADATA },
  { " autor ", PLX_HINT_METADATA },
  { " dateline ", PLX_HINT_METADATA },
  { " timestamp", PLX_HINT_METADATA },
  { " entry meta", PLX_HINT_METADATA },
  { " post meta", PLX_HINT_METADATA },
  { " article meta", PLX_HINT_METADATA },
  { " postmeta", PLX_HINT_METADATA },
  { " standfirst", PLX_HINT_STANDFIRST },
  { " subheadline", PLX_HINT_STANDFIRST },
  { " sub headline", PLX_HINT_STANDFIRST },
  { " article intro", PLX_HINT_STANDFIRST },
  { " story intro", PLX_HINT_STANDFIRST },
  { " story lead", PLX_HINT_STANDFIRST },
  { " article lead", PLX_HINT_STANDFIRST },
  { " entry excerpt", PLX_HINT_STANDFIRST },
  { " post excerpt", PLX_HINT_STANDFIRST },
  { " article excerpt", PLX_HINT_STANDFIRST },
  { " dek ", PLX_HINT_STANDFIRST },
};

static void
add_words (GString    *words,
           const char *value)
{
  char last = ' ';

  if (value == NULL)
    return;
  for (; *value != '\0' && words->len < MAX_HINT_BYTES; value++)
    {
      char c = *value;

      if (!g_ascii_isalpha (c))
        c = ' ';
      if (c == ' ' && last == ' ')
        continue;
      /* camelCase */
      if (g_ascii_isupper (c) && g_ascii_islower (last))
        g_string_append_c (words, ' ');
      g_string_append_c (words, g_ascii_tolower (c));
      last = c;
    }
  if (last != ' ')
    g_string_append_c (words, ' ');
}

static PlxHint
hint_of_names (const PlxHtmlTree *tree,
               guint32            node)
{
  static const PlxAttr attrs[] = {
    PLX_ATTR_ITEMPROP, PLX_ATTR_ID, PLX_ATTR_CLASS, PLX_ATTR_ROLE, PLX_ATTR_DATA_HINT,
  };
  g_autoptr (GString) words = NULL;

  if (plx_html_tree_get_node (tree, node)->n_attrs == 0)
    return PLX_HINT_NONE;

  words = g_string_new (" ");
  for (guint i = 0; i < G_N_ELEMENTS (attrs); i++)
    add_words (words, plx_html_tree_get_attr (tree, node, attrs[i]));
  if (words->len < 3)
    return PLX_HINT_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      if (strstr (words->str, patterns[i].pattern) != NULL)
        return patterns[i].hint;
    }

  return PLX_HINT_NONE;
}

PlxHint
plx_html_hint (const PlxHtmlTree *tree,
               guint32            node)
{
  PlxHint by_name;

  switch ((PlxTag) plx_html_tree_get_node (tree, node)->tag)
    {
    case PLX_TAG_TEXT:
    case PLX_TAG_BODY:
    case PLX_TAG_HTML:
      return PLX_HINT_NONE;
    case PLX_TAG_NAV:
    case PLX_TAG_ASIDE:
    case PLX_TAG_FOOTER:
    case PLX_TAG_FORM:
    case PLX_TAG_BUTTON:
      by_name = hint_of_names (tree, node);
      return by_name != PLX_HINT_NONE && by_name != PLX_HINT_BODY ? by_name : PLX_HINT_ASIDE;
    case PLX_TAG_FIGCAPTION:
      return PLX_HINT_CAPTION;
    case PLX_TAG_ARTICLE:
    case PLX_TAG_MAIN:
      by_name = hint_of_names (tree, node);
      return by_name != PLX_HINT_NONE ? by_name : PLX_HINT_ARTICLE;
    default:
      return hint_of_names (tree, node);
    }
}
