/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A folder of its own for a test that writes files. */

#include <glib.h>

G_BEGIN_DECLS

/* folder_make: Returns: (transfer full): the path of a new, empty folder; aborts if there is none */
char *folder_make   (void);

/* folder_remove: removes a folder and all that is in it, and asserts that it has gone */
void  folder_remove (const char *folder);

G_END_DECLS
