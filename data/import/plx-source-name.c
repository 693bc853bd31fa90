/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-source-name.h"

#include <string.h>

char *
plx_source_name_from_file (const char *name)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) source = NULL;
  gboolean starts = TRUE;
  char *dot;

  g_return_val_if_fail (name != NULL, NULL);

  valid = g_filename_display_name (name);
  dot = strrchr (valid, '.');
  if (dot != NULL && dot != valid)
    *dot = '\0';

  source = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '-' || c == '_' || g_unichar_isspace (c))
        {
          starts = TRUE;
          continue;
        }
      if (starts && source->len > 0)
        g_string_append_c (source, ' ');
      g_string_append_unichar (source, starts ? g_unichar_totitle (c) : c);
      starts = FALSE;
    }
  return g_string_free (g_steal_pointer (&source), FALSE);
}

char *
plx_source_name_from_line (const char *line,
                           gsize       length)
{
  g_autoptr (GString) name = g_string_new (NULL);
  const char *end = line + length;
  gboolean starts = TRUE;

  g_return_val_if_fail (line != NULL, NULL);

  for (const char *at = line; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_islower (c))
        return g_strndup (line, length);
      g_string_append_unichar (name, starts ? c : g_unichar_tolower (c));
      starts = !g_unichar_isalnum (c) && c != '\'' && c != 0x2019;
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}
