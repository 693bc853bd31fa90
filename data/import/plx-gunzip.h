/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* plx_gunzip_if_needed:
 *
 * Unpacks @bytes if they are gzip data. Stops with PLX_IMPORT_ERROR_TOO_LARGE as soon as more than
 * @max_bytes come out, whatever the packed size was; what a cut-off file still gives is given.
 * Returns: (transfer full): the plain bytes, @bytes itself if it is not packed, or NULL with
 *   @error set (PLX_IMPORT_ERROR) */
GBytes *plx_gunzip_if_needed (GBytes *bytes, gsize max_bytes, GError **error);

G_END_DECLS
