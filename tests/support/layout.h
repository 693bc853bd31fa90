/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is wrong with how widgets were laid out, as far as a program can tell. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* layout_find_faults: looks at everything that is on the screen of a window and its popovers: texts
 * that are cut off, shortened texts whose whole nobody can read, widgets outside of the window, texts
 * that lie on each other.
 * Returns: (transfer full) (element-type utf8): a line for each; NULL-terminated */
char **layout_find_faults (GtkWidget *window);

/* layout_find_wide: Returns: (transfer full) (element-type utf8): a line for each of the innermost
 * widgets that need more than @width; NULL-terminated */
char **layout_find_wide (GtkWidget *window, int width);

G_END_DECLS
