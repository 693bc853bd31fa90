/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-metadata.h"

#include <string.h>

/* Authors: by JSON-LD, by meta elements, by what the page marks as its author, by a byline. */

#define MAX_BYLINE_BYTES 160

static gboolean
is_nobody (const char *folded)
{
  static const char *const nobodies[] = {
    "admin", "administrator", "editor", "no author", "unknown", "anonymous", "author", "webmaster",
    "root", "guest", "user", "autor", "none", "null", "undefined", "posted by", "written by", "by",
    "no-author", "follow", "share", "staff", "author archive", "more", "about", "view all posts",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nobodies); i++)
    {
      if (strcmp (folded, nobodies[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
skip_by (const char *name)
{
  static const char *const openers[] = {
    "written by ", "posted by ", "published by ", "reported by ", "author: ", "author ", "by: ",
    "by ", "von ", "autor: ", "par ", "por ", "publicado por: ", "di ", "text: ", "text von ",
    "view all posts by ", "veröffentlicht von ", "interview: ", "interview by ", "story by ",
    "words by ", "about ", "photo by ", "über ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      gsize n = strlen (openers[i]);

      if (g_ascii_strncasecmp (name, openers[i], n) == 0)
        return name + n;
    }

  return name;
}

/* One name out of what a page gives as such; NULL if it is no name of anybody. */
static char *
clean_name (const char *raw,
            const char *source)
{
  g_autofree char *name = g_strdup (raw);
  g_autofree char *folded = NULL;
  g_autofree char *folded_source = NULL;
  const char *start;
  guint n_words = 1, n_digits = 0;

  g_strdelimit (name, "\t\n", ' ');
  g_strstrip (name);
  start = skip_by (name);
  while (*start == ' ')
    start++;
  for (const char *at = start; *at != '\0'; at++)
    {
      n_words += *at == ' ';
      n_digits += g_ascii_isdigit (*at);
    }
  if (*start == '\0' || n_words > 6 || n_digits > 4 || strlen (start) > 80 ||
      strchr (start, '@') == start || strstr (start, "http") != NULL ||
      strstr (start, "www.") != NULL)
    return NULL;

  folded = plx_line_fold (start, strlen (start));
  if (source != NULL)
    folded_source = plx_line_fold (source, strlen (source));
  if (is_nobody (folded) || g_strcmp0 (folded, folded_source) == 0)
    return NULL;
  return g_strdup (start);
}

/* Splits where bylines join names: commas, semicolons, "and" and its translations. */
static char *
clean_names (const char *raw,
             const char *source)
{
  g_autoptr (GRegex) glue = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (raw == NULL || strlen (raw) > MAX_BYLINE_BYTES || !g_utf8_validate (raw, -1, NULL))
    return NULL;

  glue = g_regex_new ("\\s*(?:;|,|\\||/|&|\\s(?:and|und|et|y|e)\\s)\\s*", 0, 0, NULL);
  parts = g_regex_split (glue, raw, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = clean_name (parts[i], source);
      gboolean is_new = name != NULL;

      for (guint k = 0; k < names->len && is_new; k++)
        is_new = strcmp (g_ptr_array_index (names, k), name) != 0;
      if (is_new)
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }
  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

static gboolean
has_word (const char *value,
          const char *word)
{
  gsize n = strlen (word);
  const char *at = value;

  while (at != NULL && (at = strstr (at, word)) != NULL)
    {
      if ((at == value || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[n]))
        return TRUE;
      at += n;
    }

  return FALSE;
}

/* How sure an element's markup makes it the author's name; 0: not at all. */
static guint
rank_author_element (const PlxHtmlTree *tree,
                     guint32            node)
{
  const char *rel = plx_html_tree_get_attr (tree, node, PLX_ATTR_REL);
  const char *itemprop = plx_html_tree_get_attr (tree, node, PLX_ATTR_ITEMPROP);
  const char *class = plx_html_tree_get_attr (tree, node, PLX_ATTR_CLASS);
  const char *href = plx_html_tree_get_attr (tree, node, PLX_ATTR_HREF);

  if (has_word (itemprop, "author"))
    return 5;
  if (has_word (rel, "author"))
    return 4;
  if (class != NULL && has_word (class, "fn") && !has_word (class, "comment"))
    return 3;
  if (class != NULL &&
      (strstr (class, "byline") != NULL || strstr (class, "author-name") != NULL ||
       strstr (class, "author_name") != NULL || strstr (class, "authorName") != NULL ||
       has_word (class, "author") || has_word (class, "autor") || has_word (class, "authors")) &&
      strstr (class, "comment") == NULL)
    return 2;
  if (href != NULL && plx_html_tree_get_node (tree, node)->tag == PLX_TAG_A &&
      (strstr (href, "/author/") != NULL || strstr (href, "/authors/") != NULL ||
       strstr (href, "/autor/") != NULL || strstr (href, "/auteur/") != NULL))
    return 1;
  return 0;
}

static gboolean
is_in_comments (const PlxHtmlTree *tree,
                guint32            node)
{
  for (guint steps = 0; node != 0 && steps < 12; steps++)
    {
      const char *id = plx_html_tree_get_attr (tree, node, PLX_ATTR_ID);
      const char *class = plx_html_tree_get_attr (tree, node, PLX_ATTR_CLASS);

      if ((id != NULL && strstr (id, "comment") != NULL) ||
          (class != NULL && strstr (class, "comment") != NULL &&
           strstr (class, "comments-open") == NULL))
        return TRUE;
      node = plx_html_tree_get_node (tree, node)->parent;
    }

  return FALSE;
}

static char *
dup_marked_author (const PlxHtmlTree *tree,
                   const char        *source)
{
  guint32 size = plx_html_tree_get_size (tree);
  guint best_rank = 0;
  char *best = NULL;

  for (guint32 i = 0; i < size; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (tree, i);
      g_autofree char *text = NULL;
      g_autofree char *names = NULL;
      guint rank;

      if (node->n_attrs == 0 || node->end - i > 40 || node->tag == PLX_TAG_META ||
          node->tag == PLX_TAG_LINK)
        continue;
      rank = rank_author_element (tree, i);
      if (rank <= best_rank || is_in_comments (tree, i))
        continue;
      text = plx_html_tree_dup_text (tree, i);
      names = clean_names (text, source);
      if (names != NULL)
        {
          g_free (best);
          best = g_steal_pointer (&names);
          best_rank = rank;
        }
    }

  return best;
}

static char *
dup_byline_line (const PlxHtmlUnits *units)
{
  for (guint i = 0; i < units->units->len; i++)
    {
      const PlxHtmlUnit *unit = &g_array_index (units->units, PlxHtmlUnit, i);

      if (unit->line.kind == PLX_BLOCK_METADATA && unit->line.cues & PLX_CUE_BYLINE)
        return plx_line_dup_names (units->text->str + unit->line.span.start, unit->n_bytes);
    }

  return NULL;
}

char *
plx_html_page_dup_byline (const PlxHtmlPage *self,
                          const char        *source)
{
  static const char *const metas[] = {
    "author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author", "byl", "twitter:data1", "article:author", NULL,
  };
  char *names = clean_names (self->json->authors, source);

  for (guint i = 0; names == NULL && metas[i] != NULL; i++)
    {
      const char *value = plx_meta_table_find (self->meta, (const char *const[]){ metas[i], NULL });

      /* twitter:data1 is what its label says */
      if (value != NULL && g_str_equal (metas[i], "twitter:data1"))
        {
          const char *label =
            plx_meta_table_find (self->meta, (const char *const[]) { "twitter:label1", NULL });

          if (label == NULL || (g_ascii_strcasecmp (label, "written by") != 0 &&
                                g_ascii_strcasecmp (label, "verfasst von") != 0))
            continue;
        }
      names = clean_names (value, source);
    }
  if (names == NULL)
    names = dup_marked_author (self->tree, source);
  if (names == NULL)
    names = dup_byline_line (self->units);
  return names;
}
