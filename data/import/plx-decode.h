/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The part of decoding that only the importers share; plx_import_decode() is in plx-import.h. */

#include "plx-import.h"

G_BEGIN_DECLS

/* plx_decode_is_binary: whether these are the bytes of no text in any encoding: a known kind of
 * binary file by its first bytes, or more than a twentieth control characters */
gboolean plx_decode_is_binary (const guint8 *data, gsize length);

G_END_DECLS
