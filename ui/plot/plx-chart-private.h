/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a kind of chart fills in. */

#include "plx-canvas-private.h"
#include "plx-chart.h"
#include "plx-typesetter-private.h"

G_BEGIN_DECLS

typedef struct
{
  const char *kind;

  /* Computes where everything lies at self->width: adds self->marks, keeps what draw() needs.
   * Content starts at self->top, below the title. Returns: the height of all */
  double        (*layout)        (PlxChart *self);
  /* Draws what layout() found. Moves nothing; texts that many rows have may wait until here to be
   * typeset, where the width that they have is known. */
  void          (*draw)          (PlxChart *self, PlxCanvas *canvas,
                                  const PlxPlotEmphasis *emphasis);
  char         *(*describe_mark) (PlxChart *self, const PlxPlotMark *mark);
  char         *(*describe)      (PlxChart *self);
  PlxPlotTable *(*to_table)      (PlxChart *self);
  /* Fills in what differs from nothing in particular. NULL: marks stand for nothing. */
  void          (*locate)        (PlxChart *self, const PlxPlotMark *mark, PlxPlotPlace *place);
  /* All four or none; see plx-chart.h. A change calls plx_chart_invalidate(). */
  gboolean      (*zoom)          (PlxChart *self, double factor, double x, double y);
  gboolean      (*pan)           (PlxChart *self, double dx, double dy);
  gboolean      (*is_zoomed)     (PlxChart *self);
  void          (*take_view)     (PlxChart *self, PlxChart *other);
  /* Frees what the kind holds beyond the PlxChart itself. */
  void          (*finalize)      (PlxChart *self);
} PlxChartClass;

struct _PlxChart
{
  const PlxChartClass *klass;
  char                *title;
  gpointer             kept; /* see plx_chart_keep() */
  GDestroyNotify       free_kept;

  /* the layout, valid for one width, font, size and direction */
  gboolean       valid;
  PlxTypesetter *type;
  double         width;
  double         height;
  gboolean       rtl;
  double         em;     /* the text size, the measure of all distances */
  double         top;    /* where content starts */
  char          *font;
  GArray        *marks;  /* of PlxPlotMark */
  GPtrArray     *title_lines; /* of PlxLabel */

  /* the drawing under way */
  double         clip_top, clip_bottom;
};

/* plx_chart_init: for the constructor of a kind */
void plx_chart_init       (PlxChart *self, const PlxChartClass *klass);
/* plx_chart_invalidate: the next drawing lays out anew; for setters */
void plx_chart_invalidate (PlxChart *self);

/* plx_chart_mirror: Returns: @x in a left-to-right chart, else its place from the right edge.
 * Kinds lay out left to right and mirror at the last step. */
static inline double
plx_chart_mirror (const PlxChart *self,
                  double          x)
{
  return self->rtl ? self->width - x : x;
}

/* plx_chart_mirror_box: likewise, the left edge of a box @width wide */
static inline double
plx_chart_mirror_box (const PlxChart *self,
                      double          x,
                      double          width)
{
  return self->rtl ? self->width - x - width : x;
}

static inline PlxAlign
plx_chart_mirror_align (const PlxChart *self,
                        PlxAlign        align)
{
  if (!self->rtl || align == PLX_ALIGN_CENTER)
    return align;
  return align == PLX_ALIGN_LEFT ? PLX_ALIGN_RIGHT : PLX_ALIGN_LEFT;
}

/* plx_chart_is_clipped: whether nothing of this band of the chart is to be drawn */
static inline gboolean
plx_chart_is_clipped (const PlxChart *self,
                      double          y,
                      double          height)
{
  return y + height < self->clip_top || y > self->clip_bottom;
}

/* plx_chart_draw_mark_state: the ground and the ring that show hover, selection and focus */
void plx_chart_draw_mark_state (PlxChart *self, PlxCanvas *canvas, const PlxPlotMark *mark,
                                const PlxPlotEmphasis *emphasis);

G_END_DECLS
