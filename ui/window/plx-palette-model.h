/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the palette lists: what fits the words typed, best first. Articles are looked for in the
 * corpus off the main thread and come in when they are found. */

#include "plx-palette-item.h"

G_BEGIN_DECLS

#define PLX_TYPE_PALETTE_MODEL (plx_palette_model_get_type ())
G_DECLARE_FINAL_TYPE (PlxPaletteModel, plx_palette_model, PLX, PALETTE_MODEL, GObject)

/* Signal `changed`: the items, or whether more are looked for */

/* plx_palette_model_new: @corpus: (nullable): whose articles and entries there are */
PlxPaletteModel *plx_palette_model_new          (PlxCorpus *corpus);

/* plx_palette_model_add: adds what can be found, in the order in which it is offered before
 * anything is typed */
void             plx_palette_model_add          (PlxPaletteModel *self, PlxPaletteItem *item);

/* plx_palette_model_set_query: @words: as typed; "" offers what was added */
void             plx_palette_model_set_query    (PlxPaletteModel *self, const char *words);

/* plx_palette_model_get_items: Returns: (transfer none): of PlxPaletteItem */
GListModel      *plx_palette_model_get_items    (PlxPaletteModel *self);

/* plx_palette_model_is_searching: whether articles are still being looked for */
gboolean         plx_palette_model_is_searching (PlxPaletteModel *self);

G_END_DECLS
