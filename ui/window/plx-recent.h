/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The corpora that were open lately, as the desktop remembers them. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *uri;
  char *name;   /* for display */
  char *folder; /* for display; "" if it is no local file */
} PlxRecent;

/* plx_recent_list: Returns: (transfer full) (element-type PlxRecent): those whose files are still
 *   there, the latest first, at most @max */
GPtrArray *plx_recent_list (guint max);

/* plx_recent_add: @path: of a corpus that was just opened */
void       plx_recent_add  (const char *path);

G_END_DECLS
