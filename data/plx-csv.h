/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Writing comma-separated values as RFC 4180 has them: lines end in CR LF, and a field with a
 * comma, a quotation mark or a line end stands in quotation marks, its own doubled. UTF-8, without
 * a byte order mark.
 *
 * A spreadsheet takes a field for a formula that begins with =, +, -, @, a tab or a carriage
 * return, quoted or not; a page could so run something on the computer of who exports a sentence
 * of it. Texts that begin like that get an apostrophe in front, which spreadsheets show as text.
 * Numbers are written as they are. A reader that wants the bare text turns the guard off. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GString *buffer;    /* owned: what was written and not yet taken */
  gboolean is_guarded;
  gboolean in_row;
} PlxCsv;

void plx_csv_init  (PlxCsv *self, gboolean is_guarded);
void plx_csv_clear (PlxCsv *self);

/* plx_csv_add_text: @text: (nullable): UTF-8; NULL writes an empty field */
void plx_csv_add_text   (PlxCsv *self, const char *text);
/* plx_csv_add_number: with @decimals digits after a point, whatever the locale; NaN and infinity
 * write an empty field, -0 is written as 0 */
void plx_csv_add_number (PlxCsv *self, double number, guint decimals);
/* plx_csv_append_number: the digits alone; @number is finite */
void plx_csv_append_number (GString *text, double number, guint decimals);
void plx_csv_end_row    (PlxCsv *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxCsv, plx_csv_clear)

G_END_DECLS
