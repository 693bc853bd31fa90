/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a drawing takes from its surroundings: colours, font, size and direction.
 *
 * Colours are never the only difference between two marks: shape, filling or words repeat what
 * they say. The poles are orange and blue, which every common colour blindness keeps apart, and
 * the orange is the lighter one, so that greyscale keeps them apart too. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha; /* 0 … 1, sRGB, not premultiplied */
} PlxColor;

typedef struct
{
  PlxColor    background; /* names and marks keep lines off with it; alpha 0: they do not */
  PlxColor    foreground;
  PlxColor    muted;      /* grid, secondary text */
  PlxColor    negative;   /* the pole at -1; dark enough for text */
  PlxColor    positive;   /* the pole at +1; dark enough for text */
  PlxColor    focus;
  const char *font;       /* family or Pango font description, its size ignored; NULL: "Sans" */
  double      text_size;  /* of running text, in the units of the drawing: points on paper, pixels
                           * on a screen (there 11 pt are 14.67 at 96 dpi). All else follows it */
  gboolean    rtl;        /* mirrors the drawing: labels at the right, the pole at -1 too */
  gboolean    strong;     /* high contrast: thicker lines, nothing faint */
  gboolean    on_ground;  /* the background is there already, and is not painted */
} PlxPlotStyle;

extern const PlxPlotStyle plx_plot_style_light;
extern const PlxPlotStyle plx_plot_style_dark;
extern const PlxPlotStyle plx_plot_style_light_strong;
extern const PlxPlotStyle plx_plot_style_dark_strong;
extern const PlxPlotStyle plx_plot_style_print; /* survives a greyscale printer */

/* plx_plot_style_find: Returns: (nullable): the style called "light", "dark", "light-strong",
 *   "dark-strong" or "print" */
const PlxPlotStyle *plx_plot_style_find (const char *name);

/* plx_color_luminance: Returns: relative luminance, 0 … 1, as WCAG 2.1 defines it; alpha ignored */
double plx_color_luminance (PlxColor color);

/* plx_color_contrast: Returns: contrast ratio of two colours, 1 … 21 (WCAG 2.1) */
double plx_color_contrast  (PlxColor a, PlxColor b);

G_END_DECLS
