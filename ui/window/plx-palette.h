/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Go to anything: an entry, and below it what fits. The arrow keys choose while the keyboard stays
 * in the entry, Enter goes there, Escape closes. */

#include "plx-palette-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLX_TYPE_PALETTE (plx_palette_get_type ())
G_DECLARE_FINAL_TYPE (PlxPalette, plx_palette, PLX, PALETTE, AdwWindow)

/* Signal `chosen` (PlxPaletteItem): emitted once, after the window has gone */

/* plx_palette_new: @model: what it offers */
GtkWidget *plx_palette_new (GtkWindow *parent, PlxPaletteModel *model);

G_END_DECLS
