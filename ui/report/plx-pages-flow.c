/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-pages-private.h"

/* A row lower than this is never torn; of a higher one so many lines stay together. */
#define WHOLE_SHARE 0.3
#define MIN_LINES 3

typedef struct
{
  PlxPages *pages;
  double    room; /* between the margins, without the footer */
  double    y;
  guint     page;
} Flow;

double
plx_pages_lines_height (PangoLayout *layout,
                        guint        first,
                        guint        end)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int top = 0, bottom = 0;
  guint i = 0;

  do
    {
      int y0, y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (i == first)
        top = y0;
      if (i >= first && i < end)
        bottom = y1;
      i++;
    }
  while (i < end && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return pango_units_to_double (MAX (bottom - top, 0));
}

/* How many lines from @first on fit into @room. */
static guint
find_end (PangoLayout *layout,
          guint        first,
          double       room)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int top = 0;
  guint end = first;
  guint i = 0;

  do
    {
      int y0, y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (i == first)
        top = y0;
      if (i >= first)
        {
          if (pango_units_to_double (y1 - top) > room + 0.01)
            break;
          end = i + 1;
        }
      i++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return end;
}

static const PlxPagesBlock *
get_block (const Flow *self,
           guint       index)
{
  return self->pages->blocks->pdata[index];
}

/* What has to fit below each other for the block to begin on this page. */
static double
find_least_height (const Flow *self,
                   guint       index)
{
  const PlxPagesBlock *block = get_block (self, index);
  double height = block->height;

  if (block->chart == NULL && height > self->room * WHOLE_SHARE)
    {
      height = 0;
      for (guint i = 0; i < block->n_texts; i++)
        height = MAX (height, plx_pages_lines_height (block->texts[i].layout, 0, MIN_LINES));
    }
  if (block->keep && index + 1 < self->pages->blocks->len)
    {
      double both = block->height + get_block (self, index + 1)->space +
                    find_least_height (self, index + 1);

      if (both <= self->room)
        height = both;
    }
  return height;
}

static PlxPagesPiece *
add_piece (Flow  *self,
           guint  index)
{
  PlxPagesPiece piece = { .page = self->page, .block = index, .y = self->y };

  g_array_append_val (self->pages->pieces, piece);
  return &g_array_index (self->pages->pieces, PlxPagesPiece, self->pages->pieces->len - 1);
}

static void
turn_page (Flow                *self,
           const PlxPagesBlock *block)
{
  self->page++;
  self->y = 0;
  if (block->head != 0)
    {
      const PlxPagesBlock *head = get_block (self, block->head - 1);
      PlxPagesPiece *piece = add_piece (self, block->head - 1);

      piece->is_whole = piece->is_repeat = TRUE;
      for (guint i = 0; i < head->n_texts; i++)
        piece->end[i] = G_MAXUINT;
      self->y += head->height;
    }
}

/* Returns: whether all of the block is on paper now; @first: the lines that come next, by cell */
static gboolean
put_lines (Flow                *self,
           const PlxPagesBlock *block,
           guint                index,
           guint               *first)
{
  PlxPagesPiece *piece = add_piece (self, index);
  double tail = block->rule ? PLX_PAGES_RULE : 0;
  double height = 0;

  piece->is_whole = TRUE;
  for (guint i = 0; i < block->n_texts; i++)
    {
      PangoLayout *layout = block->texts[i].layout;
      guint n = (guint) pango_layout_get_line_count (layout);
      guint end = find_end (layout, first[i], self->room - self->y - tail);

      /* A line higher than the paper is cut rather than waited for. */
      if (end == first[i] && end < n && self->y <= 0)
        end++;
      piece->first[i] = first[i];
      piece->end[i] = end;
      if (end > first[i])
        height = MAX (height, plx_pages_lines_height (layout, first[i], end));
      first[i] = end;
      piece->is_whole = piece->is_whole && end >= n;
    }
  self->y += height + (piece->is_whole ? tail : 0);
  return piece->is_whole;
}

static void
put_row (Flow                *self,
         const PlxPagesBlock *block,
         guint                index)
{
  guint first[PLX_PAGES_MAX_CELLS] = { 0 };

  while (!put_lines (self, block, index, first))
    {
      /* Where not even the head leaves room for a line, it goes. */
      turn_page (self, block);
      if (self->y > self->room * 0.7)
        self->y = 0;
    }
}

static Flow
flow_all (PlxPages *self)
{
  Flow flow = { self, self->height - 2 * self->margin - PLX_PAGES_FOOTER };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PlxPagesBlock *block = self->blocks->pdata[i];

      if (flow.y > 0)
        {
          if (flow.y + block->space + find_least_height (&flow, i) > flow.room)
            turn_page (&flow, block);
          else
            flow.y += block->space;
        }
      if (block->chart == NULL)
        {
          put_row (&flow, block, i);
        }
      else
        {
          add_piece (&flow, i);
          flow.y += block->height;
        }
    }
  return flow;
}

void
plx_pages_flow (PlxPages *self)
{
  self->n_pages = flow_all (self).page + 1;
}

double
plx_pages_find_left (PlxPages *self)
{
  Flow flow = flow_all (self);

  g_array_set_size (self->pieces, 0);
  return flow.room - flow.y;
}
