/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-score-private.h"

/* What of a page stands beside the article: what is named so, lists of teasers, other articles. */

/* A teaser in a list of other articles: a linked headline, perhaps some lines, hardly more. */
#define CARD_MAX_WORDS 90
#define CARD_MAX_UNITS 8

/* A hint that would throw most of the page's text away is a misnomer ("has-sidebar"), unless what
 * stays is named as the text. */
static gboolean
is_believable (PlxScorer *self, guint32 node, PlxHint hint)
{
  guint32 end = plx_html_tree_get_node (self->tree, node)->end;
  guint inside = self->words[end] - self->words[node];
  guint total = self->words[self->size];

  if (!plx_hint_is_dropped (hint))
    return TRUE;
  if (self->is_lenient)
    return FALSE;
  if (hint == PLX_HINT_COMMENTS)
    return inside * 10 <= total * 9;
  if (self->title_unit != PLX_NO_UNIT && plx_scorer_unit (self, self->title_unit)->node >= node &&
      plx_scorer_unit (self, self->title_unit)->node < end && inside > 100)
    return FALSE;
  return inside * 10 <= total * 3 || inside < 40;
}

/* A link of the length of a headline, which all of the unit is or which it begins with. */
static gboolean
has_headline_link (const PlxHtmlUnit *unit)
{
  if (plx_html_unit_link_density (unit) > 0.8)
    return unit->line.n_words >= 3;
  return unit->tag == PLX_TAG_LI && unit->n_lead_bytes >= 30;
}

/* Whether a child is a teaser: one of its first units is or begins with the link to the rest. */
static gboolean
is_card (PlxScorer *self, guint32 child)
{
  guint32 end = plx_html_tree_get_node (self->tree, child)->end;
  guint first = self->unit_starts[child];
  guint n = self->unit_starts[end] - first;
  guint words = self->words[end] - self->words[child];

  if (n == 0 || n > CARD_MAX_UNITS || words > CARD_MAX_WORDS)
    return FALSE;
  for (guint i = first; i < first + MIN (n, 3); i++)
    {
      if (has_headline_link (plx_scorer_unit (self, i)))
        return TRUE;
    }

  return FALSE;
}

/* A parent whose children are teasers, three and more of them and most of all. */
static gboolean
is_card_list (PlxScorer *self, guint32 parent)
{
  guint32 end = plx_html_tree_get_node (self->tree, parent)->end;
  guint n_cards = 0, n_children = 0;

  if (self->words[end] == self->words[parent])
    return FALSE;
  for (guint32 child = parent + 1; child < end;
       child = plx_html_tree_get_node (self->tree, child)->end)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (self->tree, child);

      if (self->unit_starts[node->end] == self->unit_starts[child])
        continue;
      n_children++;
      n_cards +=
          node->tag != PLX_TAG_P && plx_html_tag_is_block (node->tag) && is_card (self, child);
    }

  return n_cards >= 3 && n_cards * 10 >= n_children * 6;
}

/* An <article> inside another, with a link for a headline, is a pointer to one elsewhere; blog
 * comments are marked up like that too. What is left of the outer one must be something. */
static gboolean
is_nested_article (PlxScorer *self, guint32 node)
{
  guint32 outer = plx_html_tree_get_node (self->tree, node)->parent;
  guint32 end = plx_html_tree_get_node (self->tree, node)->end;
  guint first = self->unit_starts[node];

  if (plx_html_tree_get_node (self->tree, node)->tag != PLX_TAG_ARTICLE || self->is_lenient)
    return FALSE;
  while (outer != 0 && plx_html_tree_get_node (self->tree, outer)->tag != PLX_TAG_ARTICLE)
    outer = plx_html_tree_get_node (self->tree, outer)->parent;
  if (outer == 0 || self->words[node] - self->words[outer] < 25)
    return FALSE;
  for (guint i = first; i < MIN (first + 3, self->unit_starts[end]); i++)
    {
      if (has_headline_link (plx_scorer_unit (self, i)))
        return TRUE;
    }

  return FALSE;
}

/* Whether enough stays of the page without a node for it to be an article. */
static gboolean
has_text_outside (PlxScorer *self, guint32 node)
{
  guint32 end = plx_html_tree_get_node (self->tree, node)->end;
  guint inside = self->words[end] - self->words[node];

  return !self->is_lenient && self->words[self->size] - inside >= 25;
}

void
plx_scorer_spread_hints (PlxScorer *self)
{
  for (guint32 i = 1; i < self->size; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (self->tree, i);
      PlxHint outer = (PlxHint) self->hints[node->parent];
      PlxHint hint = PLX_HINT_NONE;

      if (!plx_hint_is_dropped (outer) && node->tag != PLX_TAG_TEXT)
        {
          hint = plx_html_hint (self->tree, i);
          if (is_nested_article (self, i) ||
              (!plx_hint_is_dropped (hint) && plx_html_tag_is_block (node->tag) &&
               is_card_list (self, i) && has_text_outside (self, i)))
            {
              self->hints[i] = PLX_HINT_ASIDE;
              continue;
            }
        }
      else if (outer == PLX_HINT_ASIDE && node->tag == PLX_TAG_BLOCKQUOTE)
        {
          /* embedded posts lie in boxes named "social" */
          hint = plx_html_hint (self->tree, i) == PLX_HINT_QUOTED ? PLX_HINT_QUOTED : PLX_HINT_NONE;
        }
      if (hint != PLX_HINT_NONE && !is_believable (self, i, hint))
        hint = PLX_HINT_NONE;
      self->hints[i] = (guint8) (hint != PLX_HINT_NONE ? hint : outer);
    }
}

PlxHint
plx_scorer_unit_hint (PlxScorer *self, const PlxHtmlUnit *unit)
{
  PlxHint first = (PlxHint) self->hints[unit->node];
  PlxHint last = (PlxHint) self->hints[unit->last_node];

  return first == last ? first : (PlxHint) self->hints[unit->block];
}
