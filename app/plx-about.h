/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* plx_about_show: what the program is, and whose. @parent: (nullable) */
void plx_about_show (GtkWindow *parent);

G_END_DECLS
