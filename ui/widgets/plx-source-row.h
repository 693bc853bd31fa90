/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A row of the sidebar: a source with its count of articles, or an article. */

#include "ui/session/plx-source-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_ROW (plx_source_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxSourceRow, plx_source_row, PLX, SOURCE_ROW, GtkBox)

GtkWidget *plx_source_row_new  (void);

/* plx_source_row_bind: @row: of a PlxSourceItem or PlxArticleItem; NULL: of nothing any more */
void       plx_source_row_bind (PlxSourceRow *self, GtkTreeListRow *row);

/* plx_source_row_get_row: Returns: (nullable) (transfer none) */
GtkTreeListRow *plx_source_row_get_row (PlxSourceRow *self);

/* plx_source_dup_label: Returns: (transfer full): the name of a source for display; a translated
 *   "Unknown source" if it has none */
char      *plx_source_dup_label (const char *name);

G_END_DECLS
