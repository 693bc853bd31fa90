/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What users read of an error: the floors below give codes and English messages for logs; here
 * they are worded, translated, and say what can be done. */

#include <gio/gio.h>

G_BEGIN_DECLS

/* plx_message_for_error:
 * Returns: (transfer full): one or two translated sentences; the error's own message for those
 *   that the system words already */
char *plx_message_for_error (const GError *error);

G_END_DECLS
