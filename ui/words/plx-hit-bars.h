/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How often an entry stands in each source, as a row of small bars in the order of the sources,
 * so that the rows of a table compare at a glance; then how many of the sources have it. What the
 * bars stand for is in the tooltip, which screen readers read too. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLX_TYPE_HIT_BARS (plx_hit_bars_get_type ())
G_DECLARE_FINAL_TYPE (PlxHitBars, plx_hit_bars, PLX, HIT_BARS, GtkWidget)

GtkWidget *plx_hit_bars_new        (void);

/* plx_hit_bars_set_counts: @counts: the hits in each source, copied; @n: of the sources. With more
 * sources than there is room for, a bar stands for the most hits of several neighbours. */
void       plx_hit_bars_set_counts (PlxHitBars *self, const guint32 *counts, guint n);

G_END_DECLS
