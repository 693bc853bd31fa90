/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* plx_source_name_from_file:
 * @name: a file's name, without its folder
 *
 * The best guess at the source of an article that does not say where it is from: people name
 * files after it. "continental-press.txt" gives "Continental Press"; capitals that are there stay.
 * Returns: (transfer full): "" if nothing is left of the name */
char *plx_source_name_from_file (const char *name);

/* plx_source_name_from_line:
 * @line: a line of text that bears an outlet's name, @length bytes of valid UTF-8
 *
 * Returns: (transfer full): the name; one set all in capitals is brought to title case */
char *plx_source_name_from_line (const char *line, gsize length);

G_END_DECLS
