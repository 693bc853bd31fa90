/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-metadata-private.h"

#include <string.h>

/* A page of headings alone is not worth looking at all of them. */
#define MAX_HEADINGS 300

/* Whether a part of a title is the site's name, known by og:site_name or by its address. */
static gboolean
is_site_name (const PlxHtmlPage *self, const char *part, gsize length)
{
  g_autofree char *squeezed = plx_html_squeeze (part, length);
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
  " | ",  " - ",        " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 ",
  " :: ", " \xC2\xAB ", " \xC2\xBB ",     " \xE2\x80\xA2 ", " / ",
  ": ",
};

/* The last separator before @end that is followed by the site's name. */
static gsize
find_site_suffix (const PlxHtmlPage *self, const char *title)
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
strip_site (const PlxHtmlPage *self, const char *title)
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
word_overlap (const char *a, const char *b)
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
begins_with_heading (const char *title, const char *heading)
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
rank_heading (const PlxHtmlUnit *unit, const char *text, const char *meta)
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
dup_heading (const PlxHtmlPage *self, const char *meta)
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
dup_title_line (const PlxHtmlPage *self, const char *title)
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
ends_with_title (const char *heading, const char *title)
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
    value =
        PLX_FIND_META (self, "og:title", "twitter:title", "parsely-title", "dc.title", "headline");
  for (guint32 i = 0; value == NULL && title == NULL && i < plx_html_tree_get_size (self->tree);
       i++)
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
