/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What must be called before the first window: plx_ui_init(). */

#include <glib.h>

G_BEGIN_DECLS

/* plx_ui_init: makes the templates, the style and the icons known, and, once GTK knows it, in which
 * direction texts run. May be called again. */
void plx_ui_init (void);

G_END_DECLS
