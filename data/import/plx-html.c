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

/* Units of the page's own are told apart from each other by nothing: one block for a run of them. */
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

      if (last != NULL && last->kind == PLX_BLOCK_BOILERPLATE && line->kind == PLX_BLOCK_BOILERPLATE)
        last->span.end = line->span.end;
      else
        plx_article_add_block (article, line->kind, line->span);
    }
}

PlxArticle *
plx_html_import (GBytes     *bytes,
                 const char *charset,
                 GError    **error)
{
  g_autofree char *declared = charset != NULL ? g_strdup (charset) : find_charset (bytes);
  g_autofree char *html = plx_import_decode (bytes, declared, NULL);
  g_autoptr (PlxHtmlTree) tree = plx_html_tree_new (html, strlen (html));
  g_autoptr (PlxHtmlUnits) units = plx_html_units_new (tree);
  g_autoptr (PlxArticle) article = NULL;
  g_autofree char *summary = NULL;

  g_clear_pointer (&html, g_free);
  article = plx_article_new (g_strndup (units->text->str, units->text->len));
  plx_html_metadata_fill (article, tree, units);
  summary = plx_html_metadata_dup_summary (tree);
  if (plx_html_score (tree, units, article->title, summary) == 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_NO_ARTICLE,
                           "There is no article on the page");
      return NULL;
    }
  add_blocks (article, units);

  return g_steal_pointer (&article);
}
