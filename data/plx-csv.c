/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-csv.h"

#include <math.h>
#include <string.h>

void
plx_csv_init (PlxCsv  *self,
              gboolean is_guarded)
{
  self->buffer = g_string_new (NULL);
  self->is_guarded = is_guarded;
  self->in_row = FALSE;
}

void
plx_csv_clear (PlxCsv *self)
{
  if (self->buffer != NULL)
    g_string_free (g_steal_pointer (&self->buffer), TRUE);
}

static void
begin_field (PlxCsv *self)
{
  if (self->in_row)
    g_string_append_c (self->buffer, ',');
  self->in_row = TRUE;
}

void
plx_csv_add_text (PlxCsv     *self,
                  const char *text)
{
  gboolean is_quoted;

  begin_field (self);
  if (text == NULL || *text == '\0')
    return;

  is_quoted = strpbrk (text, ",\"\r\n") != NULL;
  if (is_quoted)
    g_string_append_c (self->buffer, '"');
  if (self->is_guarded && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (self->buffer, '\'');
  if (!is_quoted)
    {
      g_string_append (self->buffer, text);
      return;
    }

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->buffer, '"');
      g_string_append_c (self->buffer, *p);
    }
  g_string_append_c (self->buffer, '"');
}

void
plx_csv_append_number (GString *text,
                       double   number,
                       guint    decimals)
{
  char format[16];
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320]; /* a double has up to 309 before its point */

  g_return_if_fail (isfinite (number));

  /* What rounds to nothing has no sign either. */
  if (fabs (number) < 0.5 * pow (10.0, -(double) decimals))
    number = 0.0;
  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_string_append (text, g_ascii_formatd (digits, sizeof digits, format, number));
}

void
plx_csv_add_number (PlxCsv *self,
                    double  number,
                    guint   decimals)
{
  begin_field (self);
  if (isfinite (number))
    plx_csv_append_number (self->buffer, number, decimals);
}

void
plx_csv_end_row (PlxCsv *self)
{
  g_string_append (self->buffer, "\r\n");
  self->in_row = FALSE;
}
