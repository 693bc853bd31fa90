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
