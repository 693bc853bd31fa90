/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The menu of the reader's text: at each place what can be corrected about its sentence or
 * paragraph, copied and looked up. The text view shows it after its own items. */

#include "plx-reader-text.h"

G_BEGIN_DECLS

#define PLX_TYPE_READER_MENU (plx_reader_menu_get_type ())
G_DECLARE_FINAL_TYPE (PlxReaderMenu, plx_reader_menu, PLX, READER_MENU, GObject)

/* plx_reader_menu_new: @view: gets the menu and its actions; must outlive it
 * Returns: (transfer full) */
PlxReaderMenu *plx_reader_menu_new      (GtkTextView *view);

/* plx_reader_menu_set_text:
 * @text: (nullable): what @view shows; must stay until another is set
 * @axis: whose cues are offered; PLX_AXIS_ALL: all */
void           plx_reader_menu_set_text (PlxReaderMenu *self, PlxReaderText *text,
                                         gint64 article_id, PlxAxisId axis);

G_END_DECLS
