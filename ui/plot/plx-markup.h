/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Text that others wrote, made safe for SVG and HTML. */

#include <glib.h>

G_BEGIN_DECLS

/* plx_markup_append:
 * @length: in bytes; -1 if @text ends with a NUL
 *
 * Appends @text escaped for XML and HTML, elements and attributes alike. Broken UTF-8 and what
 * XML 1.0 forbids, such as most control characters, become U+FFFD. */
void plx_markup_append (GString *out, const char *text, gssize length);

G_END_DECLS
