/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the steps of scoring a page share: plx-html-aside.c says what is beside the article,
 * plx-html-score.c chooses the subtree that is the article, plx-html-settle.c gives every unit its
 * kind. */

#include "plx-html-hints.h"
#include "plx-html-score.h"

G_BEGIN_DECLS

#define PLX_NO_UNIT G_MAXUINT

typedef struct
{
  const PlxHtmlTree *tree;
  PlxHtmlUnits      *units;
  guint32            size;
  guint8            *hints;       /* PlxHint in force at a node */
  guint             *unit_starts; /* how many units begin before a node */
  double            *sums;        /* of values of units before a node */
  guint             *words;       /* of running text before a node */
  guint32            article;     /* node */
  guint              title_unit;  /* PLX_NO_UNIT if the page does not show its title */
  guint              summary_unit;
  gboolean           is_lenient;  /* take text without sentences, and believe no hint */
} PlxScorer;

static inline PlxHtmlUnit *
plx_scorer_unit (PlxScorer *self,
                 guint      i)
{
  return &g_array_index (self->units->units, PlxHtmlUnit, i);
}

static inline double
plx_html_unit_link_density (const PlxHtmlUnit *unit)
{
  return unit->n_bytes > 0 ? (double) unit->n_link_bytes / unit->n_bytes : 0;
}

static inline gboolean
plx_html_unit_is_heading (const PlxHtmlUnit *unit)
{
  return unit->tag >= PLX_TAG_H1 && unit->tag <= PLX_TAG_H6;
}

static inline gboolean
plx_hint_is_dropped (PlxHint hint)
{
  return hint == PLX_HINT_ASIDE || hint == PLX_HINT_COMMENTS || hint == PLX_HINT_METADATA;
}

/* plx_scorer_spread_hints: fills `hints`; needs `words` and `unit_starts` */
void         plx_scorer_spread_hints (PlxScorer *self);

/* plx_scorer_unit_hint: the hint of the unit's block, or of an inline element that holds all of it */
PlxHint      plx_scorer_unit_hint    (PlxScorer *self, const PlxHtmlUnit *unit);

/* plx_scorer_settle: sets the kind of every unit once `article` is chosen.
 * Returns: how many words are body */
guint        plx_scorer_settle       (PlxScorer *self, const char *title);

G_END_DECLS
