/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-records-private.h"

#include <string.h>

/* CSV as RFC 4180 has it, with the separators that spreadsheets use. */

static char
guess_separator (const char *row)
{
  static const char separators[] = ",;\t|";
  char best = ',';
  guint most = 0;

  for (const char *separator = separators; *separator != '\0'; separator++)
    {
      guint n = 0;
      gboolean is_quoted = FALSE;

      for (const char *at = row; *at != '\0'; at++)
        {
          is_quoted ^= *at == '"';
          n += !is_quoted && *at == *separator;
        }
      if (n > most)
        {
          most = n;
          best = *separator;
        }
    }

  return best;
}

/* Reads one value in place; @at is left on the separator's successor, or NULL after the last. */
static char *
next_value (char **at,
            char   separator,
            gsize *out_length)
{
  char *in = *at;
  char *value, *out;

  if (*in == '"')
    {
      value = out = ++in;
      while (*in != '\0' && (in[0] != '"' || in[1] == '"'))
        {
          in += *in == '"';
          *out++ = *in++;
        }
      in += *in == '"';
      /* what stands between closing quote and separator, some writers leave there by mistake */
      while (*in != '\0' && *in != separator)
        *out++ = *in++;
    }
  else
    {
      value = in;
      in += strcspn (in, (const char[]) { separator, '\0' });
      out = in;
    }
  *at = *in != '\0' ? in + 1 : NULL;
  *out = '\0';
  *out_length = out - value;
  return value;
}

PlxCsvHeader *
plx_csv_header_parse (char    *row,
                      gsize    length,
                      GError **error)
{
  g_autoptr (PlxCsvHeader) self = g_new0 (PlxCsvHeader, 1);
  guint ranks[PLX_N_FIELDS];
  gint columns[PLX_N_FIELDS];
  char *at = row;

  g_return_val_if_fail (row != NULL && row[length] == '\0', NULL);

  for (guint i = 0; i < PLX_N_FIELDS; i++)
    {
      ranks[i] = G_MAXUINT;
      columns[i] = -1;
    }
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  self->separator = guess_separator (row);
  while (at != NULL)
    {
      gsize name_length;
      char *name = next_value (&at, self->separator, &name_length);
      PlxRecordField field;
      guint rank;
      int none = -1;

      g_strstrip (name);
      g_array_append_val (self->fields, none);
      if (plx_record_find_field (name, strlen (name), &field, &rank) && rank < ranks[field])
        {
          ranks[field] = rank;
          columns[field] = (gint) self->fields->len - 1;
        }
    }
  for (int field = 0; field < PLX_N_FIELDS; field++)
    {
      if (columns[field] >= 0)
        g_array_index (self->fields, int, columns[field]) = field;
    }
  if (columns[PLX_FIELD_TEXT] < 0)
    {
      g_set_error_literal (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_FORMAT,
                           "the first row names no column “text”");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
plx_csv_header_free (PlxCsvHeader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self);
}

gboolean
plx_csv_row_parse (const PlxCsvHeader *header,
                   char               *row,
                   gsize               length,
                   PlxRecord          *record,
                   GError            **error)
{
  char *at = row;
  guint n_columns = 0;

  g_return_val_if_fail (row != NULL && row[length] == '\0', FALSE);

  while (at != NULL)
    {
      gsize value_length;
      char *value = next_value (&at, header->separator, &value_length);

      if (n_columns < header->fields->len)
        {
          int field = g_array_index (header->fields, int, n_columns);

          if (field >= 0 && (value_length > 0 || field == PLX_FIELD_TEXT))
            {
              record->fields[field] = value;
              record->lengths[field] = value_length;
            }
        }
      n_columns++;
    }
  if (n_columns > header->fields->len || record->fields[PLX_FIELD_TEXT] == NULL)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_FORMAT,
                   "the row has %u columns, the header has %u", n_columns, header->fields->len);
      return FALSE;
    }

  return TRUE;
}
