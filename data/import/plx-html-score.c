/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-score.h"

#include "plx-html-hints.h"

#include <string.h>

/* Every unit gets a value: running text what it has of words outside links, everything else a
 * small loss. The article is the subtree whose values have the greatest sum: going up from the
 * text, a sum grows while more text is taken in and shrinks with every menu and list of links. */

#define NO_UNIT G_MAXUINT

/* Words that a subtree is ahead by if it is named as the text of an article, or an article. */
#define BODY_BONUS    60
#define ARTICLE_BONUS 15

/* A teaser in a list of other articles: a linked headline, perhaps some lines, hardly more. */
#define CARD_MAX_WORDS 90
#define CARD_MAX_UNITS 8

typedef struct
{
  const PlxHtmlTree *tree;
  PlxHtmlUnits      *units;
  guint32            size;
  guint8            *hints;       /* PlxHint in force at a node, from the nearest element with one */
  guint             *unit_starts; /* how many units begin before a node */
  double            *sums;        /* of values of units before a node */
  guint             *words;       /* of running text before a node */
  guint32            article;     /* node */
  guint              title_unit;  /* NO_UNIT if the page does not show its title */
  guint              summary_unit;
  gboolean           is_lenient;  /* take text without sentences, and believe no hint */
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
is_heading (const PlxHtmlUnit *unit)
{
  return unit->tag >= PLX_TAG_H1 && unit->tag <= PLX_TAG_H6;
}

static gboolean
is_running_text (Scorer            *self,
                 const PlxHtmlUnit *unit)
{
  if (unit->line.cues & (PLX_CUE_CONTROL | PLX_CUE_RELATED | PLX_CUE_CREDIT | PLX_CUE_LEGAL))
    return FALSE;
  return (unit->line.is_prose || (self->is_lenient && !is_heading (unit))) &&
         link_density (unit) < 0.5;
}

static gboolean
is_title (const char *folded_unit,
          const char *folded_title)
{
  gsize n = strlen (folded_unit);

  if (n < 8)
    return FALSE;
  if (strcmp (folded_unit, folded_title) == 0)
    return TRUE;
  /* "The headline | The Site" */
  return n >= 15 && g_str_has_prefix (folded_title, folded_unit) &&
         strchr (" -|:", folded_title[n]) != NULL;
}

/* Where the page shows its title, and where the text begins that its description repeats. */
static void
find_anchors (Scorer     *self,
              const char *title,
              const char *summary)
{
  g_autofree char *folded_title = title != NULL ? plx_line_fold (title, strlen (title)) : NULL;
  g_autofree char *folded_summary = summary != NULL ? plx_line_fold (summary, strlen (summary)) : NULL;
  PlxTag title_tag = PLX_N_TAGS;
  guint only_h1 = NO_UNIT, n_h1 = 0;

  self->title_unit = self->summary_unit = NO_UNIT;
  if (folded_summary != NULL && strlen (folded_summary) < 40)
    g_clear_pointer (&folded_summary, g_free);
  else if (folded_summary != NULL)
    folded_summary[40] = '\0';

  for (guint i = 0; i < self->units->units->len; i++)
    {
      PlxHtmlUnit *unit = unit_at (self, i);
      g_autofree char *folded = NULL;

      if (unit->n_bytes > 2000 || unit->n_bytes < 8)
        continue;
      if (unit->tag == PLX_TAG_H1 && unit->line.n_words >= 2 && n_h1++ == 0)
        only_h1 = i;
      folded = plx_line_fold (self->units->text->str + unit->line.span.start, unit->n_bytes);
      if (folded_title != NULL && is_heading (unit) && unit->tag < title_tag &&
          is_title (folded, folded_title))
        {
          self->title_unit = i;
          title_tag = (PlxTag) unit->tag;
        }
      /* the first below the headline; what stands above it is a list of the newest articles */
      if (folded_summary != NULL && link_density (unit) < 0.3 &&
          g_str_has_prefix (folded, folded_summary) &&
          (self->summary_unit == NO_UNIT ||
           (self->title_unit != NO_UNIT && self->summary_unit < self->title_unit)))
        self->summary_unit = i;
    }
  if (self->title_unit == NO_UNIT && n_h1 == 1)
    self->title_unit = only_h1;
}

static void
count_units (Scorer *self)
{
  guint next = 0;
  guint total = 0;

  for (guint32 i = 0; i < self->size; i++)
    {
      self->words[i] = total;
      self->unit_starts[i] = next;
      while (next < self->units->units->len && unit_at (self, next)->node == i)
        {
          if (is_running_text (self, unit_at (self, next)))
            total += unit_at (self, next)->line.n_words;
          next++;
        }
    }
  self->words[self->size] = total;
  self->unit_starts[self->size] = next;
}

static gboolean
is_dropped (PlxHint hint)
{
  return hint == PLX_HINT_ASIDE || hint == PLX_HINT_COMMENTS || hint == PLX_HINT_METADATA;
}

/* A hint that would throw most of the page's text away is a misnomer ("has-sidebar"), unless what
 * stays is named as the text. */
static gboolean
is_believable (Scorer *self,
               guint32 node,
               PlxHint hint)
{
  guint32 end = plx_html_tree_get_node (self->tree, node)->end;
  guint inside = self->words[end] - self->words[node];
  guint total = self->words[self->size];

  if (!is_dropped (hint))
    return TRUE;
  if (self->is_lenient)
    return FALSE;
  if (hint == PLX_HINT_COMMENTS)
    return inside * 10 <= total * 9;
  if (self->title_unit != NO_UNIT && unit_at (self, self->title_unit)->node >= node &&
      unit_at (self, self->title_unit)->node < end && inside > 100)
    return FALSE;
  return inside * 10 <= total * 3 || inside < 40;
}

/* A link of the length of a headline, which all of the unit is or which it begins with. */
static gboolean
has_headline_link (const PlxHtmlUnit *unit)
{
  if (link_density (unit) > 0.8)
    return unit->line.n_words >= 3;
  return unit->tag == PLX_TAG_LI && unit->n_lead_bytes >= 30;
}

/* Whether a child is a teaser: one of its first units is or begins with the link to the rest. */
static gboolean
is_card (Scorer *self,
         guint32 child)
{
  guint32 end = plx_html_tree_get_node (self->tree, child)->end;
  guint first = self->unit_starts[child];
  guint n = self->unit_starts[end] - first;
  guint words = self->words[end] - self->words[child];

  if (n == 0 || n > CARD_MAX_UNITS || words > CARD_MAX_WORDS)
    return FALSE;
  for (guint i = first; i < first + MIN (n, 3); i++)
    {
      if (has_headline_link (unit_at (self, i)))
        return TRUE;
    }

  return FALSE;
}

/* A parent whose children are teasers, three and more of them and most of all. */
static gboolean
is_card_list (Scorer *self,
              guint32 parent)
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
      n_cards += node->tag != PLX_TAG_P && plx_html_tag_is_block (node->tag) &&
                 is_card (self, child);
    }

  return n_cards >= 3 && n_cards * 10 >= n_children * 6;
}

/* An <article> inside another, with a link for a headline, is a pointer to one elsewhere; blog
 * comments are marked up like that too. What is left of the outer one must be something. */
static gboolean
is_nested_article (Scorer *self,
                   guint32 node)
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
      if (has_headline_link (unit_at (self, i)))
        return TRUE;
    }

  return FALSE;
}

/* Whether enough stays of the page without a node for it to be an article. */
static gboolean
has_text_outside (Scorer *self,
                  guint32 node)
{
  guint32 end = plx_html_tree_get_node (self->tree, node)->end;
  guint inside = self->words[end] - self->words[node];

  return !self->is_lenient && self->words[self->size] - inside >= 25;
}

static void
spread_hints (Scorer *self)
{
  for (guint32 i = 1; i < self->size; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (self->tree, i);
      PlxHint outer = (PlxHint) self->hints[node->parent];
      PlxHint hint = PLX_HINT_NONE;

      if (!is_dropped (outer) && node->tag != PLX_TAG_TEXT)
        {
          hint = plx_html_hint (self->tree, i);
          if (is_nested_article (self, i) ||
              (!is_dropped (hint) && plx_html_tag_is_block (node->tag) && is_card_list (self, i) &&
               has_text_outside (self, i)))
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

/* The hint of the block, or of an inline element that holds all of the unit. */
static PlxHint
hint_of_unit (Scorer            *self,
              const PlxHtmlUnit *unit)
{
  PlxHint first = (PlxHint) self->hints[unit->node];
  PlxHint last = (PlxHint) self->hints[unit->last_node];

  return first == last ? first : (PlxHint) self->hints[unit->block];
}

static double
value_of (Scorer *self,
          guint   i)
{
  const PlxHtmlUnit *unit = unit_at (self, i);
  PlxHint hint = hint_of_unit (self, unit);
  double value;

  if (hint == PLX_HINT_ASIDE || hint == PLX_HINT_COMMENTS)
    return -2;
  if (hint == PLX_HINT_CAPTION || hint == PLX_HINT_METADATA)
    return 0;
  if (!is_running_text (self, unit))
    return link_density (unit) > 0.5 ? -3 : -1;

  value = unit->line.n_words * (1 - link_density (unit));
  if (unit->line.cues & PLX_CUE_PROMOTION)
    value = 0;
  /* text above the headline is another article's */
  if (self->title_unit != NO_UNIT && i < self->title_unit)
    value *= 0.3;
  if (i == self->summary_unit)
    value += BODY_BONUS;
  return value;
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
        total += value_of (self, next++);
    }
  self->sums[self->size] = total;
}

static double
score_of (Scorer *self,
          guint32 node)
{
  const PlxHtmlNode *n = plx_html_tree_get_node (self->tree, node);
  double sum = self->sums[n->end] - self->sums[node];
  PlxHint hint;

  if (sum <= 0)
    return sum;
  hint = is_dropped ((PlxHint) self->hints[node]) ? PLX_HINT_NONE : plx_html_hint (self->tree, node);
  if (hint == PLX_HINT_BODY)
    return sum * 1.2 + BODY_BONUS;
  if (hint == PLX_HINT_ARTICLE)
    return sum * 1.05 + ARTICLE_BONUS;
  if (n->tag == PLX_TAG_P || n->tag == PLX_TAG_LI || n->tag == PLX_TAG_TD)
    return sum * 0.7;
  return sum;
}

static void
choose_article (Scorer *self)
{
  double best = 0;

  self->article = 0;
  for (guint32 i = 0; i < self->size; i++)
    {
      const PlxHtmlNode *node = plx_html_tree_get_node (self->tree, i);
      double score;

      if (!plx_html_tag_is_block (node->tag) ||
          (self->sums[node->end] - self->sums[i]) * 1.2 + BODY_BONUS < best)
        continue;
      score = score_of (self, i);
      if (score >= best && score > 0)
        {
          best = score;
          self->article = i;
        }
    }
}

static PlxBlockKind
kind_of (Scorer            *self,
         const PlxHtmlUnit *unit)
{
  PlxHint hint = hint_of_unit (self, unit);
  PlxCues cues = unit->line.cues;

  if (is_dropped (hint))
    return hint == PLX_HINT_METADATA ? PLX_BLOCK_METADATA : PLX_BLOCK_BOILERPLATE;
  if (hint == PLX_HINT_CAPTION || unit->tag == PLX_TAG_FIGCAPTION)
    return PLX_BLOCK_CAPTION;
  if (hint == PLX_HINT_QUOTED)
    return PLX_BLOCK_BODY;
  if (cues & (PLX_CUE_CONTROL | PLX_CUE_RELATED | PLX_CUE_PROMOTION | PLX_CUE_LEGAL))
    return PLX_BLOCK_BOILERPLATE;
  if (cues & (PLX_CUE_CREDIT | PLX_CUE_CAPTION))
    return PLX_BLOCK_CAPTION;
  if (cues & (PLX_CUE_DATE | PLX_CUE_BYLINE | PLX_CUE_AGENCY))
    return PLX_BLOCK_METADATA;
  if (link_density (unit) > 0.7)
    return PLX_BLOCK_BOILERPLATE;
  if (is_heading (unit))
    return PLX_BLOCK_SUBHEADING;
  return PLX_BLOCK_BODY;
}

/* Text above the headline is no part of the article, unless it is the longer part. */
static guint
first_of_text (Scorer *self)
{
  const PlxHtmlNode *article = plx_html_tree_get_node (self->tree, self->article);
  guint32 title;

  if (self->title_unit == NO_UNIT)
    return 0;
  title = unit_at (self, self->title_unit)->node;
  if (title < self->article || title >= article->end ||
      self->words[title] - self->words[self->article] > self->words[article->end] - self->words[title])
    return 0;
  return self->title_unit;
}

static void
settle_units (Scorer     *self,
              const char *title)
{
  const PlxHtmlNode *article = plx_html_tree_get_node (self->tree, self->article);
  g_autofree char *folded_title = title != NULL ? plx_line_fold (title, strlen (title)) : NULL;
  guint first = first_of_text (self);

  for (guint i = 0; i < self->units->units->len; i++)
    {
      PlxHtmlUnit *unit = unit_at (self, i);
      const char *start = self->units->text->str + unit->line.span.start;

      if (unit->node < self->article || unit->node >= article->end || i < first)
        unit->line.kind = PLX_BLOCK_BOILERPLATE;
      else if (unit->tag == PLX_TAG_H1 && self->title_unit == NO_UNIT)
        unit->line.kind = PLX_BLOCK_HEADLINE;
      else
        unit->line.kind = kind_of (self, unit);
      if (i == self->title_unit)
        unit->line.kind = PLX_BLOCK_HEADLINE;
      if (folded_title != NULL && unit->n_bytes < 400 && !unit->line.is_prose)
        {
          g_autofree char *folded = plx_line_fold (start, unit->n_bytes);

          if (strcmp (folded, folded_title) == 0)
            unit->line.kind = PLX_BLOCK_HEADLINE;
        }
    }
}

/* Between headline and text, outside the subtree of the text, stand summary, byline and picture. */
static void
settle_head (Scorer *self)
{
  if (self->title_unit == NO_UNIT)
    return;

  for (guint i = self->title_unit + 1; i < self->units->units->len; i++)
    {
      PlxHtmlUnit *unit = unit_at (self, i);
      PlxHint hint = hint_of_unit (self, unit);
      PlxBlockKind kind = kind_of (self, unit);

      if (unit->node >= self->article)
        break;
      if (kind == PLX_BLOCK_CAPTION || kind == PLX_BLOCK_METADATA)
        unit->line.kind = kind;
      else if (kind == PLX_BLOCK_BOILERPLATE || link_density (unit) > 0.5)
        continue;
      else if (hint == PLX_HINT_STANDFIRST || i == self->summary_unit ||
               (unit->line.n_words >= 8 && unit->line.n_words <= 100 && i <= self->title_unit + 4))
        unit->line.kind = PLX_BLOCK_STANDFIRST;
    }
}

/* A heading over nothing that is read heads a list of links or like. */
static void
settle_empty_headings (Scorer *self)
{
  PlxTag below = PLX_N_TAGS; /* the highest heading since the last text, looking upward */
  gboolean has_text = FALSE;

  for (guint i = self->units->units->len; i > 0; i--)
    {
      PlxHtmlUnit *unit = unit_at (self, i - 1);

      if (unit->line.kind == PLX_BLOCK_BODY)
        {
          has_text = TRUE;
        }
      else if (unit->line.kind == PLX_BLOCK_SUBHEADING)
        {
          if (!has_text && unit->tag >= below)
            {
              unit->line.kind = PLX_BLOCK_BOILERPLATE;
              continue;
            }
          if (!has_text && below == PLX_N_TAGS)
            {
              unit->line.kind = PLX_BLOCK_BOILERPLATE;
              continue;
            }
          below = (PlxTag) unit->tag;
          has_text = FALSE;
        }
    }
}

static guint
count_read_words (Scorer *self)
{
  guint n_words = 0;

  for (guint i = 0; i < self->units->units->len; i++)
    n_words += unit_at (self, i)->line.kind == PLX_BLOCK_BODY ? unit_at (self, i)->line.n_words : 0;
  return n_words;
}

static guint
score_page (Scorer     *self,
            const char *title)
{
  count_units (self);
  memset (self->hints, 0, self->size);
  spread_hints (self);
  sum_values (self);
  choose_article (self);
  settle_units (self, title);
  settle_head (self);
  settle_empty_headings (self);
  return count_read_words (self);
}

guint
plx_html_score (const PlxHtmlTree *tree,
                PlxHtmlUnits      *units,
                const char        *title,
                const char        *summary)
{
  Scorer self = { .tree = tree, .units = units, .size = plx_html_tree_get_size (tree) };
  guint n_words;

  g_return_val_if_fail (tree != NULL && units != NULL, 0);

  self.hints = g_new0 (guint8, self.size);
  self.unit_starts = g_new0 (guint, self.size + 1);
  self.sums = g_new0 (double, self.size + 1);
  self.words = g_new0 (guint, self.size + 1);
  find_anchors (&self, title, summary);
  n_words = score_page (&self, title);
  if (n_words == 0)
    {
      self.is_lenient = TRUE;
      n_words = score_page (&self, title);
    }

  g_free (self.hints);
  g_free (self.unit_starts);
  g_free (self.sums);
  g_free (self.words);
  return n_words;
}
