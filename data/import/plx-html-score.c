/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-score.h"

#include "plx-html-hints.h"

#include <string.h>

/* Every unit gets a value: running text what it has of words outside links, everything else a
 * small loss. The article is the subtree whose values have the greatest sum: going up from the
 * text, a sum grows while more text is taken in and shrinks with every menu and list of links. */

typedef struct
{
  const PlxHtmlTree *tree;
  PlxHtmlUnits      *units;
  guint32            size;
  guint8            *hints;   /* PlxHint in force at a node, from the nearest element with one */
  double            *sums;    /* of values of units before a node */
  guint             *words;   /* of running text before a node */
  guint32            article; /* node */
} Scorer;

static PlxHtmlUnit *
unit_at (Scorer *self,
         guint   i)
{
  return &g_array_index (self->units->units, PlxHtmlUnit, i);
}

static double
link_density (const PlxHtmlUnit *unit)
{
  return unit->n_bytes > 0 ? (double) unit->n_link_bytes / unit->n_bytes : 0;
}

static gboolean
is_running_text (const PlxHtmlUnit *unit)
{
  return unit->line.is_prose && link_density (unit) < 0.5 &&
         !(unit->line.cues & (PLX_CUE_CONTROL | PLX_CUE_RELATED | PLX_CUE_CREDIT | PLX_CUE_LEGAL));
}

static void
count_words (Scorer *self)
{
  guint next = 0;
  guint total = 0;

  for (guint32 i = 0; i < self->size; i++)
    {
      self->words[i] = total;
      while (next < self->units->units->len && unit_at (self, next)->node == i)
        {
          if (is_running_text (unit_at (self, next)))
            total += unit_at (self, next)->line.n_words;
          next++;
        }
    }
  self->words[self->size] = total;
}

/* A hint that would throw most of the page's text away is a misnomer ("has-sidebar"). */
static gboolean
is_believable (Scorer *self,
               guint32 node,
               PlxHint hint)
{
  guint32 end = plx_html_tree_get_node (self->tree, node)->end;
  guint inside = self->words[end] - self->words[node];
  guint total = self->words[self->size];

  if (hint == PLX_HINT_BODY || hint == PLX_HINT_ARTICLE)
    return TRUE;
  if (hint == PLX_HINT_COMMENTS)
    return inside * 10 <= total * 9;
  return inside * 10 <= total * 3 || inside < 40;
}

static gboolean
is_dropped (PlxHint hint)
{
  return hint == PLX_HINT_ASIDE || hint == PLX_HINT_COMMENTS || hint == PLX_HINT_METADATA;
}

static void
spread_hints (Scorer *self)
{
  for (guint32 i = 1; i < self->size; i++)
    {
      guint32 parent = plx_html_tree_get_node (self->tree, i)->parent;
      PlxHint outer = (PlxHint) self->hints[parent];
      PlxHint hint = is_dropped (outer) ? PLX_HINT_NONE : plx_html_hint (self->tree, i);

      if (hint != PLX_HINT_NONE && !is_believable (self, i, hint))
        hint = PLX_HINT_NONE;
      self->hints[i] = (guint8) (hint != PLX_HINT_NONE ? hint : outer);
    }
}

static double
value_of (Scorer            *self,
          const PlxHtmlUnit *unit)
{
  PlxHint hint = (PlxHint) self->hints[unit->node];
  double density = link_density (unit);

  if (hint == PLX_HINT_ASIDE || hint == PLX_HINT_COMMENTS)
    return -2;
  if (hint == PLX_HINT_CAPTION || hint == PLX_HINT_METADATA)
    return 0;
  if (is_running_text (unit))
    return unit->line.n_words * (1 - density);
  if (density > 0.5)
    return -3;
  if (unit->tag >= PLX_TAG_H1 && unit->tag <= PLX_TAG_H6)
    return -1;
  return -1;
}

static void
sum_values (Scorer *self)
{
  guint next = 0;
  double total = 0;

  for (guint32 i = 0; i < self->size; i++)
    {
      self->sums[i] = total;
      while (next < self->units->units->len && unit_at (self, next)->node == i)
        total += value_of (self, unit_at (self, next++));
    }
  self->sums[self->size] = total;
}

static double
weight_of (Scorer *self,
           guint32 node)
{
  PlxTag tag = (PlxTag) plx_html_tree_get_node (self->tree, node)->tag;
  PlxHint hint = plx_html_hint (self->tree, node);

  if (hint == PLX_HINT_BODY)
    return 1.3;
  if (hint == PLX_HINT_ARTICLE)
    return 1.1;
  if (tag == PLX_TAG_P || tag == PLX_TAG_LI || tag == PLX_TAG_TD)
    return 0.7;
  return 1;
}

static void
choose_article (Scorer *self)
{
  double best = 0;

  self->article = 0;
  for (guint32 i = 0; i < self->size; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (self->tree, i);
      double sum;

      if (node->tag == PLX_TAG_TEXT || !plx_html_tag_is_block (node->tag))
        continue;
      sum = self->sums[node->end] - self->sums[i];
      if (sum * 1.3 < best)
        continue;
      sum *= weight_of (self, i);
      if (sum >= best)
        {
          best = sum;
          self->article = i;
        }
    }
}

static PlxBlockKind
kind_of (Scorer      *self,
         PlxHtmlUnit *unit)
{
  PlxHint hint = (PlxHint) self->hints[unit->node];
  PlxCues cues = unit->line.cues;

  if (is_dropped (hint))
    return hint == PLX_HINT_METADATA ? PLX_BLOCK_METADATA : PLX_BLOCK_BOILERPLATE;
  if (hint == PLX_HINT_CAPTION || unit->tag == PLX_TAG_FIGCAPTION)
    return PLX_BLOCK_CAPTION;
  if (cues & (PLX_CUE_CONTROL | PLX_CUE_RELATED | PLX_CUE_PROMOTION | PLX_CUE_LEGAL))
    return PLX_BLOCK_BOILERPLATE;
  if (cues & (PLX_CUE_CREDIT | PLX_CUE_CAPTION))
    return PLX_BLOCK_CAPTION;
  if (cues & (PLX_CUE_DATE | PLX_CUE_BYLINE | PLX_CUE_AGENCY))
    return PLX_BLOCK_METADATA;
  if (link_density (unit) > 0.7)
    return PLX_BLOCK_BOILERPLATE;
  if (unit->tag >= PLX_TAG_H1 && unit->tag <= PLX_TAG_H6)
    return PLX_BLOCK_SUBHEADING;
  return PLX_BLOCK_BODY;
}

static guint
settle_units (Scorer     *self,
              const char *title)
{
  const PlxHtmlNode *article = plx_html_tree_get_node (self->tree, self->article);
  g_autofree char *folded_title = title != NULL ? plx_line_fold (title, strlen (title)) : NULL;
  guint n_words = 0;

  for (guint i = 0; i < self->units->units->len; i++)
    {
      PlxHtmlUnit *unit = unit_at (self, i);
      const char *start = self->units->text->str + unit->line.span.start;

      if (unit->node < self->article || unit->node >= article->end)
        {
          unit->line.kind = PLX_BLOCK_BOILERPLATE;
        }
      else
        {
          unit->line.kind = kind_of (self, unit);
          if (unit->tag == PLX_TAG_H1)
            unit->line.kind = PLX_BLOCK_HEADLINE;
        }
      if (folded_title != NULL && unit->n_bytes < 400 && !unit->line.is_prose)
        {
          g_autofree char *folded = plx_line_fold (start, unit->n_bytes);

          if (strcmp (folded, folded_title) == 0)
            unit->line.kind = PLX_BLOCK_HEADLINE;
        }
      if (unit->line.kind == PLX_BLOCK_BODY)
        n_words += unit->line.n_words;
    }

  return n_words;
}

guint
plx_html_score (const PlxHtmlTree *tree,
                PlxHtmlUnits      *units,
                const char        *title)
{
  Scorer self = { tree, units, plx_html_tree_get_size (tree), NULL, NULL, NULL, 0 };
  guint n_words;

  self.hints = g_new0 (guint8, self.size);
  self.sums = g_new0 (double, self.size + 1);
  self.words = g_new0 (guint, self.size + 1);
  count_words (&self);
  spread_hints (&self);
  sum_values (&self);
  choose_article (&self);
  n_words = settle_units (&self, title);

  g_free (self.hints);
  g_free (self.sums);
  g_free (self.words);
  return n_words;
}
