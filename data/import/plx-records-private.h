/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plx-records.h"

G_BEGIN_DECLS

/* plx_record_find_field: Returns: FALSE if no field has this name.
 * @out_rank: how good a name it is: a lower one replaces a value found under a higher one */
gboolean plx_record_find_field (const char *name, gsize length, PlxRecordField *out_field,
                                guint *out_rank);

/* plx_record_parse_json:
 * @line: one JSON object, @length bytes of valid UTF-8 with a NUL after them; written over: values
 *   are unescaped in place, and @record points into it
 * Returns: FALSE with @error set (PLX_IMPORT_ERROR_FORMAT) if it is not */
gboolean plx_record_parse_json (char *line, gsize length, PlxRecord *record, GError **error);

/* The columns of a CSV file. */
typedef struct
{
  GArray *fields;    /* of int: the PlxRecordField of each column, -1 for those not understood */
  char    separator;
} PlxCsvHeader;

/* plx_csv_header_parse: @row as below. Returns: (transfer full) (nullable): NULL with @error set if
 * no column is a text */
PlxCsvHeader *plx_csv_header_parse (char *row, gsize length, GError **error);
void          plx_csv_header_free  (PlxCsvHeader *self);

/* plx_csv_row_parse: @row: a whole row without its line end, valid UTF-8 with a NUL after it;
 * written over like the line of plx_record_parse_json() */
gboolean      plx_csv_row_parse    (const PlxCsvHeader *header, char *row, gsize length,
                                    PlxRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCsvHeader, plx_csv_header_free)

G_END_DECLS
