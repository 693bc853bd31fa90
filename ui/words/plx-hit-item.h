/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A hit in context as an object for lists, and the row that shows one. */

#include "analysis/lexicon/plx-kwic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HIT_ITEM (plx_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxHitItem, plx_hit_item, PLX, HIT_ITEM, GObject)

/* plx_hit_item_new: @line: (transfer full) */
PlxHitItem         *plx_hit_item_new         (PlxKwicLine *line);
const PlxKwicLine  *plx_hit_item_get_line    (PlxHitItem *self);

/* plx_hit_line_dup_text, plx_hit_line_dup_caption: Returns: (transfer full): as
 * plx_hit_item_get_text() and plx_hit_item_get_caption(); on any thread */
char               *plx_hit_line_dup_text    (const PlxKwicLine *line);
char               *plx_hit_line_dup_caption (const PlxKwicLine *line);

/* plx_hit_item_get_text: Returns: (transfer none): the line as it is read, without its source */
const char         *plx_hit_item_get_text    (PlxHitItem *self);
/* plx_hit_item_get_caption: Returns: (transfer none): source and headline, as they are shown */
const char         *plx_hit_item_get_caption (PlxHitItem *self);

/* plx_hit_row_factory_new: Returns: (transfer full): makes rows of PlxHitItem */
GtkListItemFactory *plx_hit_row_factory_new  (void);

/* plx_hit_row_get_item: @widget: the focus of a list of such rows
 * Returns: (transfer none) (nullable): what the row in it shows */
PlxHitItem         *plx_hit_row_get_item     (GtkWidget *widget);

G_END_DECLS
