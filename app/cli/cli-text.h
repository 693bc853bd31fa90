/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* plx_cli_read_text:
 * @path: (nullable): NULL for standard input
 *
 * Reads plain text for a command whose output counts offsets: valid UTF-8 is kept byte for byte,
 * anything else is decoded as an import would. Failures are said on standard error.
 * Returns: (transfer full) (nullable): NUL-terminated UTF-8 */
char *plx_cli_read_text (const char *path);

G_END_DECLS
