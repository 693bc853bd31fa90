/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pages as they would be printed, drawn as vectors and text: nothing of what they show needs to
 * stay. They can be looked at and printed as often as one likes, on any thread. */

#include "plx-pages.h"

G_BEGIN_DECLS

typedef struct _PlxSheets PlxSheets;

/* plx_sheets_new: draws all pages; nothing may be added to @pages from then on */
PlxSheets *plx_sheets_new      (PlxPages *pages);
PlxSheets *plx_sheets_ref      (PlxSheets *self);
void       plx_sheets_unref    (PlxSheets *self);

/* plx_sheets_count: Returns: how many there are; one at least */
guint      plx_sheets_count    (const PlxSheets *self);

/* plx_sheets_get_paper: in points */
void       plx_sheets_get_paper (const PlxSheets *self, double *out_width, double *out_height);

/* plx_sheets_draw: draws sheet @sheet (from 0) with the paper's corner at the origin */
void       plx_sheets_draw     (const PlxSheets *self, cairo_t *cr, guint sheet);

/* plx_sheets_draw_on: likewise, but on another paper: as large as it fits, and centred */
void       plx_sheets_draw_on  (const PlxSheets *self, cairo_t *cr, guint sheet, double width,
                                double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxSheets, plx_sheets_unref)

G_END_DECLS
