/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Text measured once and drawn as often as asked. Glyph positions are not rounded and not hinted,
 * so that a text is as wide on the screen as in a file, at any scale. */

#include <pango/pangocairo.h>

#include "plx-style.h"

G_BEGIN_DECLS

typedef enum
{
  PLX_FONT_TITLE,   /* of a chart */
  PLX_FONT_HEADING, /* of a panel */
  PLX_FONT_BODY,
  PLX_FONT_STRONG,  /* body, bold */
  PLX_FONT_SMALL,
  PLX_N_FONTS
} PlxFont;

/* One line of text, its place still open. */
typedef struct
{
  PangoLayout *layout;
  char        *text;   /* as drawn, shortened if it had to be */
  PlxFont      font;
  double       width;  /* advance */
  double       ascent; /* from the top of the line to its baseline */
  double       height;
  gboolean     rtl;    /* its own base direction, whatever the chart's */
  gboolean     shortened;
} PlxLabel;

typedef struct _PlxTypesetter PlxTypesetter;

/* plx_typesetter_new: @style is copied where needed */
PlxTypesetter  *plx_typesetter_new      (const PlxPlotStyle *style);
void            plx_typesetter_free     (PlxTypesetter *self);

/* plx_typesetter_line:
 * @text: any text: broken UTF-8, control characters and line ends become visible or blank
 * @max_width: ended with an ellipsis to fit in; INFINITY: as long as it is
 *
 * Returns: (transfer none): a label that lives as long as @self */
const PlxLabel *plx_typesetter_line     (PlxTypesetter *self, PlxFont font, const char *text,
                                         double max_width);

/* plx_typesetter_wrap:
 * @max_lines: the last of them is ended with an ellipsis if the text is longer
 * @out_lines: (element-type PlxLabel): appended to; NULL measures only
 *
 * Returns: the height of all lines together */
double          plx_typesetter_wrap     (PlxTypesetter *self, PlxFont font, const char *text,
                                         double width, guint max_lines, GPtrArray *out_lines);

/* plx_typesetter_width: Returns: the width of @text on one line, without keeping a label */
double          plx_typesetter_width    (PlxTypesetter *self, PlxFont font, const char *text);

/* plx_typesetter_font_size: Returns: in units of the drawing */
double          plx_typesetter_font_size (const PlxTypesetter *self, PlxFont font);
/* plx_typesetter_line_height: Returns: of a line in this font, whatever its text */
double          plx_typesetter_line_height (PlxTypesetter *self, PlxFont font);
const char     *plx_typesetter_family   (const PlxTypesetter *self);
gboolean        plx_typesetter_is_bold  (PlxFont font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTypesetter, plx_typesetter_free)

G_END_DECLS
