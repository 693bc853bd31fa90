/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What charts made of rows share: a column of names, two lines each, beside or above the strips
 * in which the rows draw. */

#include "plx-plot-parts-private.h"

G_BEGIN_DECLS

typedef struct
{
  const PlxLabel *name;
  const PlxLabel *detail; /* smaller, below the name; NULL: none */
} PlxRowLabel;

typedef struct
{
  gboolean above;       /* names stand above their strips */
  double   label_width; /* room for names */
  double   detail_width; /* room for what stands below them */
  double   x0, x1;      /* the strip, before mirroring */
  double   end_x;       /* where figures at the end of a row end */
  double   label_height; /* of name and detail */
  double   row_height;
  double   strip_height;
} PlxRowFrame;

/* plx_row_frame_choose:
 * @natural: how wide the names would like to be
 * @end_width: of a column of figures after the strip; 0: none
 * @strip_width: the least that a strip beside names must have, in text sizes
 * @strip_height: how high a strip is, in text sizes */
void plx_row_frame_choose (PlxRowFrame *self, PlxChart *chart, double natural, double end_width,
                           double strip_width, double strip_height);

/* plx_row_frame_measure: Returns: the width that these texts want, at most that of a column */
double plx_row_frame_measure (PlxChart *chart, double widest, const char *name,
                              const char *detail);

/* plx_row_frame_label: Returns: name and detail, shortened to their room */
PlxRowLabel plx_row_frame_label (const PlxRowFrame *self, PlxChart *chart, const char *name,
                                 const char *detail);

/* plx_row_frame_strip_y: Returns: the middle of the strip of the row that starts at @row_y */
double plx_row_frame_strip_y (const PlxRowFrame *self, PlxChart *chart, double row_y);

/* plx_row_frame_end_y: Returns: the top of a label at the end of that row */
double plx_row_frame_end_y (const PlxRowFrame *self, PlxChart *chart, double row_y,
                            const PlxLabel *label);

void plx_row_frame_draw_label (const PlxRowFrame *self, PlxChart *chart, PlxCanvas *canvas,
                               const PlxRowLabel *label, double row_y);
/* a hairline from edge to edge */
void plx_row_frame_draw_separator (PlxChart *chart, PlxCanvas *canvas, double y);

G_END_DECLS
