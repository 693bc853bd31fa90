/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-html-score-private.h"

#include <string.h>

static PlxBlockKind
kind_of (PlxScorer *self, const PlxHtmlUnit *unit)
{
  PlxHint hint = plx_scorer_unit_hint (self, unit);
  PlxCues cues = unit->line.cues;

  if (plx_hint_is_dropped (hint))
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
  if (plx_html_unit_link_density (unit) > 0.7)
    return PLX_BLOCK_BOILERPLATE;
  if (plx_html_unit_is_heading (unit))
    return PLX_BLOCK_SUBHEADING;
  return PLX_BLOCK_BODY;
}

/* Text above the headline is no part of the article, unless it is the longer part. */
static guint
first_of_text (PlxScorer *self)
{
  const PlxHtmlNode *article = plx_html_tree_get_node (self->tree, self->article);
  guint32 title;

  if (self->title_unit == PLX_NO_UNIT)
    return 0;
  title = plx_scorer_unit (self, self->title_unit)->node;
  if (title < self->article || title >= article->end ||
      self->words[title] - self->words[self->article] >
          self->words[article->end] - self->words[title])
    return 0;
  return self->title_unit;
}

static void
settle_units (PlxScorer *self, const char *title)
{
  const PlxHtmlNode *article = plx_html_tree_get_node (self->tree, self->article);
  g_autofree char *folded_title = title != NULL ? plx_line_fold (title, strlen (title)) : NULL;
  guint first = first_of_text (self);

  for (guint i = 0; i < self->units->units->len; i++)
    {
      PlxHtmlUnit *unit = plx_scorer_unit (self, i);
      const char *start = self->units->text->str + unit->line.span.start;

      if (unit->node < self->article || unit->node >= article->end || i < first)
        unit->line.kind = PLX_BLOCK_BOILERPLATE;
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
settle_head (PlxScorer *self)
{
  if (self->title_unit == PLX_NO_UNIT)
    return;

  for (guint i = self->title_unit + 1; i < self->units->units->len; i++)
    {
      PlxHtmlUnit *unit = plx_scorer_unit (self, i);
      PlxHint hint = plx_scorer_unit_hint (self, unit);
      PlxBlockKind kind = kind_of (self, unit);

      if (unit->node >= self->article)
        break;
      if (kind == PLX_BLOCK_CAPTION || kind == PLX_BLOCK_METADATA)
        unit->line.kind = kind;
      else if (kind == PLX_BLOCK_BOILERPLATE || plx_html_unit_link_density (unit) > 0.5)
        continue;
      else if (hint == PLX_HINT_STANDFIRST || i == self->summary_unit ||
               (unit->line.n_words >= 8 && unit->line.n_words <= 100 && i <= self->title_unit + 4))
        unit->line.kind = PLX_BLOCK_STANDFIRST;
    }
}

/* A heading over nothing that is read heads a list of links or like. */
static void
settle_empty_headings (PlxScorer *self)
{
  PlxTag below = PLX_N_TAGS; /* the highest heading since the last text, looking upward */
  gboolean has_text = FALSE;

  for (guint i = self->units->units->len; i > 0; i--)
    {
      PlxHtmlUnit *unit = plx_scorer_unit (self, i - 1);

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
count_read_words (PlxScorer *self)
{
  guint n_words = 0;

  for (guint i = 0; i < self->units->units->len; i++)
    n_words += plx_scorer_unit (self, i)->line.kind == PLX_BLOCK_BODY
                   ? plx_scorer_unit (self, i)->line.n_words
                   : 0;
  return n_words;
}

guint
plx_scorer_settle (PlxScorer *self, const char *title)
{
  settle_units (self, title);
  settle_head (self);
  settle_empty_headings (self);
  return count_read_words (self);
}
