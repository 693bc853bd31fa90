/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-pages.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  PangoLayout *layout;
  char        *link; /* nullable */
  double       x;
} PlxPagesText;

/* Where something in a chart leads to. */
typedef struct
{
  cairo_rectangle_t area; /* within the chart, unscaled */
  char             *link;
} PlxPagesArea;

/* What is added: a row of texts, or a part of a chart. */
typedef struct
{
  PlxPagesText *texts;
  guint         n_texts;
  PlxPagesFont  font;    /* of the first text: what kind of thing this is */
  PlxChart     *chart;   /* borrowed; NULL: a row */
  double        scale;   /* of the chart */
  double        top;     /* of the part of it, unscaled */
  GArray       *areas;   /* of PlxPagesArea; owned by the first part of the chart */
  double        height;
  double        space;
  gboolean      keep, rule;
  char         *name;    /* nullable */
  char         *outline; /* nullable */
  guint         head;    /* the block that is repeated above it on a new page, + 1; 0: none */
  gboolean      is_head; /* of the table that follows */
} PlxPagesBlock;

/* A block, or as many lines of it as fit, on its page. */
typedef struct
{
  guint    page, block;
  double   y;
  gboolean is_whole;  /* with its lower end: a rule is drawn */
  gboolean is_repeat; /* of a head */
  guint    first[PLX_PAGES_MAX_CELLS]; /* lines by cell */
  guint    end[PLX_PAGES_MAX_CELLS];
} PlxPagesPiece;

struct _PlxPages
{
  PangoContext *context;
  PlxPlotStyle  style;
  double        width, height, margin;
  char         *footer;
  GPtrArray    *blocks; /* of PlxPagesBlock */
  GArray       *pieces; /* of PlxPagesPiece */
  GHashTable   *names;  /* of places; owned by the blocks */
  guint         head;   /* as in a block, for those that are added */
  guint         n_pages; /* 0: not set yet */
};

/* Room for the footer, and space around a rule. */
#define PLX_PAGES_FOOTER 18
#define PLX_PAGES_RULE 3

/* plx_pages_flow: puts all blocks on pages */
void plx_pages_flow (PlxPages *self);

/* plx_pages_find_left: Returns: how much of the last page what was added so far leaves */
double plx_pages_find_left (PlxPages *self);

/* plx_pages_lines_height: Returns: of some lines of a layout */
double plx_pages_lines_height (PangoLayout *layout, guint first, guint end);

/* plx_pages_find_cut: @marks: (element-type PlxPlotMark): of a chart
 *
 * What stands above a mark, as a heading does, stays with it.
 * Returns: where to cut between @top and @most, in the lower half: below a mark, where no other lies
 * across; @most if there is no such place */
double plx_pages_find_cut (const GArray *marks, double top, double most);

/* plx_pages_make_layout: Returns: (transfer full) */
PangoLayout *plx_pages_make_layout (PlxPages *self, const PlxPagesCell *cell, double width);

G_END_DECLS
