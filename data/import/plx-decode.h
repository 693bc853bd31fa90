/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The part of decoding that only the importers share; plx_import_decode() is in plx-import.h. */

#include "plx-import.h"

G_BEGIN_DECLS

/* plx_decode_is_binary: whether these are the bytes of no text in any encoding: a known kind of
 * binary file by its first bytes, or more than a twentieth control characters */
gboolean plx_decode_is_binary (const guint8 *data, gsize length);

/* plx_decode_find_unicode: the Unicode encoding that a BOM declares or that zero bytes betray.
 * @out_bom_length: (out): how many bytes the BOM takes, 0 without one
 * Returns: (nullable): its name, NULL if the bytes tell nothing */
const char *plx_decode_find_unicode (const guint8 *data, gsize length, gsize *out_bom_length);

/* plx_decode_append_references: appends text whose character references a parser resolved. Numbers
 * from 128 to 159 stand for the characters of Windows-1252 (HTML standard, "numeric character
 * reference end state"), which libxml2 takes for control characters. @text: valid UTF-8 */
void plx_decode_append_references (GString *out, const char *text, gsize length);

G_END_DECLS
