/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-framing-chart.h"
#include "plx-plot-parts-private.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FRAMING_WIDE,    /* panels side by side, one column of names */
  PLX_FRAMING_STACKED, /* panels below each other, names beside */
  PLX_FRAMING_NARROW,  /* panels below each other, names above their strips */
} PlxFramingMode;

typedef struct
{
  guint           axis;
  double          x, width; /* of the panel, names included unless wide */
  double          head_y;   /* where its heading starts */
  double          poles_y;
  double          top_ticks_y; /* figures above the rows of a long panel; 0: none */
  double          rows_y;
  double          ticks_y;
  PlxScale        scale;
  PlxPoles        poles;
  PlxTicks        ticks;
  const PlxLabel *heading;
} PlxFramingPanel;

typedef struct
{
  const PlxLabel *value; /* the score, or NULL */
  const PlxLabel *words; /* "too little evidence", or NULL */
  double          words_x; /* where the words end */
} PlxFramingCell;

typedef struct
{
  const PlxLabel *name;
  const PlxLabel *counts;
} PlxFramingRow;

typedef struct
{
  PlxChart          parent;
  const PlxSummary *summary; /* borrowed */
  PlxPlotSort       sort;
  guint             sort_axis;
  guint             only_axis;
  double            fixed_extent;

  /* layout */
  PlxFramingMode  mode;
  gboolean        dense; /* so many rows that each gets one line */
  double          extent;
  double          label_width, value_width, row_height;
  GArray         *order;  /* of guint: rows of the summary as shown */
  guint           n_panels;
  PlxFramingPanel panels[PLX_MAX_AXES];
  GArray         *rows;   /* of PlxFramingRow, as shown */
  GArray         *cells;  /* of PlxFramingCell, panel by panel, rows as shown */
  PlxKey          key;
  double          key_y;
  const PlxLabel *counts_heading; /* above the counts of dense rows */
  const PlxLabel *message;        /* instead of everything */
} PlxFraming;

double plx_framing_layout (PlxChart *chart);
void   plx_framing_draw   (PlxChart *chart, PlxCanvas *canvas, const PlxPlotEmphasis *emphasis);
/* fills self->order */
void   plx_framing_sort   (PlxFraming *self);

static inline const PlxSummaryRow *
plx_framing_get_row (const PlxFraming *self,
                     guint             shown)
{
  return g_ptr_array_index (self->summary->rows, g_array_index (self->order, guint, shown));
}

G_END_DECLS
