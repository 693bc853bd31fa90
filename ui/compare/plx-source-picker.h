/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Two to four sources to be read side by side: a drop-down for each, a button to take it out, and
 * one to add another. Keys: Insert adds one, Delete takes out the one that has the focus. */

#include "plx-claim-item.h"
#include "ui/session/plx-source-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_SOURCE_PICKER (plx_source_picker_get_type ())
G_DECLARE_FINAL_TYPE (PlxSourcePicker, plx_source_picker, PLX, SOURCE_PICKER, GtkBox)

/* Signal `changed`: other sources were chosen by the user */

/* plx_source_picker_set_sources:
 * @sources: of PlxSourceItem
 *
 * What was chosen stays chosen as long as it is there; at first these are the sources with the
 * most articles. Returns: whether there are two to choose */
gboolean      plx_source_picker_set_sources (PlxSourcePicker *self, GListModel *sources);

/* plx_source_picker_choose: @ids: @n of them, which have to be among the sources */
void          plx_source_picker_choose      (PlxSourcePicker *self, const gint64 *ids, guint n);

/* plx_source_picker_get_chosen: Returns: (transfer none): @out_n of them */
const gint64 *plx_source_picker_get_chosen  (PlxSourcePicker *self, guint *out_n);
/* plx_source_picker_dup_names: Returns: (transfer full): of those chosen, for display */
char        **plx_source_picker_dup_names   (PlxSourcePicker *self);

/* plx_source_picker_add: adds the next source that is not chosen yet, if there is room */
void          plx_source_picker_add         (PlxSourcePicker *self);

G_END_DECLS
