/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The parts that charts are put together from: scale, marks, ticks, poles, key. Parts lay out
 * from left to right; those that draw take the chart along, which mirrors them. */

#include "plx-chart-private.h"
#include "plx-wording-private.h"

G_BEGIN_DECLS

/* A linear scale, in units of the drawing before mirroring. */
typedef struct
{
  double from, to; /* values */
  double x0, x1;   /* where they lie */
} PlxScale;

/* plx_scale_map: Returns: where @value lies; values outside are moved to the nearer end */
double plx_scale_map (const PlxScale *self, double value);

/* plx_plot_axis_copy: a deep copy, for charts that outlive the lexicon */
PlxAxis plx_plot_axis_copy  (const PlxAxis *axis);
void    plx_plot_axis_clear (PlxAxis *axis);

/* plx_nice_extent: Returns: the smallest of 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1 that is not less
 *   than @value: where a scale of scores may end */
double plx_nice_extent (double value);

/* How a mark of this evidence is drawn: a triangle that points to its pole, a disc where the
 * direction is unclear, a ring where there is too little to say. */
void   plx_draw_evidence_mark (PlxCanvas *canvas, PlxEvidence evidence, gboolean rtl, double x,
                               double y, double radius);
void   plx_draw_interval      (PlxCanvas *canvas, PlxEvidence evidence, double em, double x1,
                               double x2, double y);

/* plx_draw_dot: a small mark, one of @n_dots in the chart. Where there are very many they are
 * squares: cairo fills one in a tenth of the time that a disc takes, and at that size, that close,
 * nobody sees the corners. */
void   plx_draw_dot           (PlxCanvas *canvas, const PlxPen *pen, guint n_dots, double x,
                               double y, double radius);

/* The names of an axis' poles above its scale: on one line where both fit, else below each
 * other, and there on two lines each if need be. */
#define PLX_POLE_LINES 2
typedef struct
{
  guint           n_lines[2]; /* of the negative pole and the positive one */
  const PlxLabel *lines[2][PLX_POLE_LINES];
  gboolean        stacked;
  double          height;
} PlxPoles;

void plx_poles_layout (PlxPoles *self, PlxChart *chart, const PlxAxis *axis, double width);
void plx_poles_draw   (const PlxPoles *self, PlxChart *chart, PlxCanvas *canvas, double x0,
                       double x1, double y);

/* Figures at the ends, at zero, and where there is room half-way. */
#define PLX_MAX_TICKS 5
typedef struct
{
  guint           n;
  double          values[PLX_MAX_TICKS];
  const PlxLabel *labels[PLX_MAX_TICKS];
} PlxTicks;

void plx_ticks_layout      (PlxTicks *self, PlxChart *chart, const PlxScale *scale);
void plx_ticks_draw_lines  (const PlxTicks *self, PlxChart *chart, PlxCanvas *canvas,
                            const PlxScale *scale, double y0, double y1);
void plx_ticks_draw_labels (const PlxTicks *self, PlxChart *chart, PlxCanvas *canvas,
                            const PlxScale *scale, double y);

/* The key below a chart: samples with a few words each, wrapped like text. Only what occurs in
 * the chart is explained. */
typedef enum
{
  PLX_SAMPLE_NONE, /* words only */
  PLX_SAMPLE_CLEAR,
  PLX_SAMPLE_UNCLEAR,
  PLX_SAMPLE_LITTLE,
  PLX_SAMPLE_INTERVAL,
  PLX_SAMPLE_CROSS,
  PLX_SAMPLE_SMALL,   /* a small mark: one article */
  PLX_SAMPLE_SOLID,
  PLX_SAMPLE_HATCHED,
  PLX_SAMPLE_HOLLOW,
  PLX_SAMPLE_LINE,
} PlxSample;

typedef struct
{
  GArray *items;
  double  height;
} PlxKey;

void plx_key_init   (PlxKey *self);
void plx_key_clear  (PlxKey *self);
/* forgets the items */
void plx_key_reset  (PlxKey *self);
void plx_key_add    (PlxKey *self, PlxChart *chart, PlxSample sample, const char *text);
/* plx_key_add_evidence: samples of the marks whose evidence is among @seen, by PlxEvidence */
void plx_key_add_evidence (PlxKey *self, PlxChart *chart,
                           const gboolean seen[PLX_EVIDENCE_POSITIVE + 1]);
/* Returns: the height of the key in this width */
double plx_key_layout (PlxKey *self, PlxChart *chart, double width);
void plx_key_draw   (const PlxKey *self, PlxChart *chart, PlxCanvas *canvas, double x, double y);

/* plx_draw_message: words in the middle of an empty chart */
void plx_draw_message (PlxChart *chart, PlxCanvas *canvas, const PlxLabel *label);

G_END_DECLS
