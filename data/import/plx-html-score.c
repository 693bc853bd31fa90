/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-score-private.h"

#include <string.h>

/* Every unit gets a value: running text what it has of words outside links, everything else a
 * small loss. The article is the subtree whose values have the greatest sum: going up from the
 * text, a sum grows while more text is taken in and shrinks with every menu and list of links. */

/* Words that a subtree is ahead by if it is named as the text of an article, or an article. */
#define BODY_BONUS 60
#define ARTICLE_BONUS 15

static gboolean
is_running_text (PlxScorer *self, const PlxHtmlUnit *unit)
{
  if (unit->line.cues & (PLX_CUE_CONTROL | PLX_CUE_RELATED | PLX_CUE_CREDIT | PLX_CUE_LEGAL))
    return FALSE;
  return (unit->line.is_prose || (self->is_lenient && !plx_html_unit_is_heading (unit))) &&
         plx_html_unit_link_density (unit) < 0.5;
}

static gboolean
is_title (const char *folded_unit, const char *folded_title)
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
find_anchors (PlxScorer *self, const char *title, const char *summary)
{
  g_autofree char *folded_title = title != NULL ? plx_line_fold (title, strlen (title)) : NULL;
  g_autofree char *folded_summary =
      summary != NULL ? plx_line_fold (summary, strlen (summary)) : NULL;
  PlxTag title_tag = PLX_N_TAGS;
  guint only_h1 = PLX_NO_UNIT, n_h1 = 0;

  self->title_unit = self->summary_unit = PLX_NO_UNIT;
  if (folded_summary != NULL && strlen (folded_summary) < 40)
    g_clear_pointer (&folded_summary, g_free);
  else if (folded_summary != NULL)
    folded_summary[40] = '\0';

  for (guint i = 0; i < self->units->units->len; i++)
    {
      PlxHtmlUnit *unit = plx_scorer_unit (self, i);
      g_autofree char *folded = NULL;

      if (unit->n_bytes > 2000 || unit->n_bytes < 8)
        continue;
      if (unit->tag == PLX_TAG_H1 && unit->line.n_words >= 2 && n_h1++ == 0)
        only_h1 = i;
      folded = plx_line_fold (self->units->text->str + unit->line.span.start, unit->n_bytes);
      if (folded_title != NULL && plx_html_unit_is_heading (unit) && unit->tag < title_tag &&
          is_title (folded, folded_title))
        {
          self->title_unit = i;
          title_tag = (PlxTag) unit->tag;
        }
      /* the first below the headline; what stands above it is a list of the newest articles */
      if (folded_summary != NULL && plx_html_unit_link_density (unit) < 0.3 &&
          g_str_has_prefix (folded, folded_summary) &&
          (self->summary_unit == PLX_NO_UNIT ||
           (self->title_unit != PLX_NO_UNIT && self->summary_unit < self->title_unit)))
        self->summary_unit = i;
    }
  if (self->title_unit == PLX_NO_UNIT && n_h1 == 1)
    self->title_unit = only_h1;
}

static void
count_units (PlxScorer *self)
{
  guint next = 0;
  guint total = 0;

  for (guint32 i = 0; i < self->size; i++)
    {
      self->words[i] = total;
      self->unit_starts[i] = next;
      while (next < self->units->units->len && plx_scorer_unit (self, next)->node == i)
        {
          if (is_running_text (self, plx_scorer_unit (self, next)))
            total += plx_scorer_unit (self, next)->line.n_words;
          next++;
        }
    }
  self->words[self->size] = total;
  self->unit_starts[self->size] = next;
}

static double
value_of (PlxScorer *self, guint i)
{
  const PlxHtmlUnit *unit = plx_scorer_unit (self, i);
  PlxHint hint = plx_scorer_unit_hint (self, unit);
  double value;

  if (hint == PLX_HINT_ASIDE || hint == PLX_HINT_COMMENTS)
    return -2;
  if (hint == PLX_HINT_CAPTION || hint == PLX_HINT_METADATA)
    return 0;
  if (!is_running_text (self, unit))
    return plx_html_unit_link_density (unit) > 0.5 ? -3 : -1;

  value = unit->line.n_words * (1 - plx_html_unit_link_density (unit));
  if (unit->line.cues & PLX_CUE_PROMOTION)
    value = 0;
  /* text above the headline is another article's */
  if (self->title_unit != PLX_NO_UNIT && i < self->title_unit)
    value *= 0.3;
  if (i == self->summary_unit)
    value += BODY_BONUS;
  return value;
}

static void
sum_values (PlxScorer *self)
{
  guint next = 0;
  double total = 0;

  for (guint32 i = 0; i < self->size; i++)
    {
      self->sums[i] = total;
      while (next < self->units->units->len && plx_scorer_unit (self, next)->node == i)
        total += value_of (self, next++);
    }
  self->sums[self->size] = total;
}

static double
score_of (PlxScorer *self, guint32 node)
{
  const PlxHtmlNode *n = plx_html_tree_get_node (self->tree, node);
  double sum = self->sums[n->end] - self->sums[node];
  PlxHint hint;

  if (sum <= 0)
    return sum;
  hint = plx_hint_is_dropped ((PlxHint) self->hints[node]) ? PLX_HINT_NONE
                                                           : plx_html_hint (self->tree, node);
  if (hint == PLX_HINT_BODY)
    return sum * 1.2 + BODY_BONUS;
  if (hint == PLX_HINT_ARTICLE)
    return sum * 1.05 + ARTICLE_BONUS;
  if (n->tag == PLX_TAG_P || n->tag == PLX_TAG_LI || n->tag == PLX_TAG_TD)
    return sum * 0.7;
  return sum;
}

static void
choose_article (PlxScorer *self)
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

static guint
score_page (PlxScorer *self, const char *title)
{
  count_units (self);
  memset (self->hints, 0, self->size);
  plx_scorer_spread_hints (self);
  sum_values (self);
  choose_article (self);
  return plx_scorer_settle (self, title);
}

guint
plx_html_score (const PlxHtmlTree *tree,
                PlxHtmlUnits *units,
                const char *title,
                const char *summary)
{
  PlxScorer self = { .tree = tree, .units = units, .size = plx_html_tree_get_size (tree) };
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
