/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A name to choose in a filter: of a speaker or a target, or the row for all of them. */

#include <glib-object.h>

G_BEGIN_DECLS

#define PLX_TYPE_NAME_ITEM (plx_name_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxNameItem, plx_name_item, PLX, NAME_ITEM, GObject)

/* plx_name_item_new:
 * @value: (nullable): what the filter gets
 * @label: what is shown
 * @count: 0: none is shown */
PlxNameItem *plx_name_item_new       (const char *value, const char *label, guint count);

/* Returns: (nullable) */
const char  *plx_name_item_get_value (PlxNameItem *self);
const char  *plx_name_item_get_label (PlxNameItem *self);
guint        plx_name_item_get_count (PlxNameItem *self);
/* plx_name_item_matches: @folded: from g_utf8_casefold() */
gboolean     plx_name_item_matches   (PlxNameItem *self, const char *folded);

G_END_DECLS
