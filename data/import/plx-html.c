/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html.h"

#include "plx-html-metadata.h"
#include "plx-html-score.h"

#include <string.h>

/* Where HTML says that an encoding must be declared, with room for what pages put before it. */
#define CHARSET_BYTES 8192

static char *
find_charset (GBytes *bytes)
{
  static const char *const openers[] = { "charset", "encoding" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_ascii_strdown (data, (gssize) MIN (length, CHARSET_BYTES));

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      const char *at = head;

      while ((at = strstr (at, openers[i])) != NULL)
        {
          gsize n;

          at += strlen (openers[i]);
          at += strspn (at, " \t");
          if (*at != '=')
            continue;
          at++;
          at += strspn (at, " \t\"'");
          n = strspn (at, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
          if (n > 1 && n < 40)
            return g_strndup (at, n);
        }
    }

  return NULL;
}

/* Nothing tells units of the page's own from each other: one block for a run of them. */
static void
add_blocks (PlxArticle         *article,
            const PlxHtmlUnits *units)
{
  for (guint i = 0; i < units->units->len; i++)
    {
      const PlxLine *line = &g_array_index (units->units, PlxHtmlUnit, i).line;
      PlxBlock *last = article->blocks->len > 0
                         ? &g_array_index (article->blocks, PlxBlock, article->blocks->len - 1)
                         : NULL;

      if (last != NULL && last->kind == PLX_BLOCK_BOILERPLATE &&
          line->kind == PLX_BLOCK_BOILERPLATE)
        last->span.end = line->span.end;
      else
        plx_article_add_block (article, line->kind, line->span);
    }
}

/* Browsers note in a comment where a page was saved from. */
static char *
find_saved_url (const char *html)
{
  g_autofree char *head = g_strndup (html, MIN (strlen (html), 2048));
  const char *at = strstr (head, "saved from url=");
  const char *url = at != NULL ? strstr (at, "http") : NULL;

  if (url == NULL || url - at > 24)
    return NULL;
  return g_strndup (url, strcspn (url, " \t\n\"<>"));
}

/* The text of a page that shows none without scripts, but carries it for search engines. */
static PlxArticle *
article_from_json (const PlxHtmlPage *page,
                   guint              n_words_shown)
{
  PlxArticle *article;
  PlxHtmlTree *tree;
  PlxHtmlUnits *units;
  g_autoptr (GString) body = NULL;
  guint n_words = 0;

  if (page->json->article_body == NULL)
    return NULL;

  /* plain text more often than HTML: then its line ends part paragraphs */
  body = g_string_new (page->json->article_body);
  if (strchr (body->str, '<') == NULL)
    g_string_replace (body, "\n", "<p>", 0);
  tree = plx_html_tree_new (body->str);
  units = plx_html_units_new (tree);
  for (guint i = 0; i < units->units->len; i++)
    n_words += g_array_index (units->units, PlxHtmlUnit, i).line.n_words;
  article = NULL;
  if (n_words >= 60 && n_words > n_words_shown * 3)
    {
      article = plx_article_new (g_strndup (units->text->str, units->text->len));
      add_blocks (article, units);
    }
  plx_html_units_free (units);
  plx_html_tree_free (tree);

  return article;
}

PlxArticle *
plx_html_import (GBytes     *bytes,
                 const char *charset,
                 GError    **error)
{
  g_autofree char *declared = charset != NULL ? g_strdup (charset) : find_charset (bytes);
  g_autofree char *html = plx_import_decode (bytes, declared, NULL);
  g_autofree char *saved_url = find_saved_url (html);
  g_autoptr (PlxHtmlTree) tree = plx_html_tree_new (html);
  g_autoptr (PlxHtmlUnits) units = plx_html_units_new (tree);
  g_autoptr (PlxArticle) article = NULL;
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;
  PlxHtmlPage page;
  guint n_words;

  g_clear_pointer (&html, g_free);
  plx_html_page_init (&page, tree, units);
  title = plx_html_page_dup_title (&page);
  summary = plx_html_page_dup_summary (&page);
  n_words = plx_html_score (tree, units, title, summary);
  article = article_from_json (&page, n_words);
  if (article == NULL && n_words > 0)
    {
      article = plx_article_new (g_strndup (units->text->str, units->text->len));
      add_blocks (article, units);
    }
  if (article != NULL)
    {
      article->title = g_steal_pointer (&title);
      plx_html_page_fill (&page, article, saved_url);
    }
  else
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NO_ARTICLE,
                           "There is no article on the page");
    }
  plx_html_page_clear (&page);

  return g_steal_pointer (&article);
}
