/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A folder of its own for a test that writes files. */

#include <glib.h>

G_BEGIN_DECLS

/* folder_make: Returns: (transfer full): the path of a new, empty folder; aborts if there is none */
char *folder_make   (void);

/* folder_remove: @folder: (transfer full): removes the files in it and the folder itself, and
 * asserts that it has gone */
void  folder_remove (char *folder);

G_END_DECLS
