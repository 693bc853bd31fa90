/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The colours and the font that drawings and marks take from the desktop: light or dark, ordinary
 * or high contrast, as the style manager says. */

#include <adwaita.h>

#include "ui/plot/plx-plot.h"

G_BEGIN_DECLS

/* A style with the strings it borrows. */
typedef struct
{
  PlxPlotStyle style;
  char        *font;
} PlxTheme;

/* plx_theme_init: @self: takes the style for drawings on @widget: its colours, font, size and
 * direction; clear it afterwards */
void plx_theme_init  (PlxTheme *self, GtkWidget *widget);
void plx_theme_clear (PlxTheme *self);

/* plx_theme_get_palette: Returns: (transfer none): the plain style for now: for marks in texts,
 *   which take only its poles */
const PlxPlotStyle *plx_theme_get_palette (void);

/* plx_theme_watch: queues a drawing of @widget whenever the style changes */
void plx_theme_watch (GtkWidget *widget, GCallback changed);

/* plx_color_to_rgba: Returns: @color with its alpha times @alpha */
GdkRGBA plx_color_to_rgba (const PlxColor *color, double alpha);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxTheme, plx_theme_clear)

G_END_DECLS
