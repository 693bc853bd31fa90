/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-markup.h"

/* Everything that XML 1.0 lets stand in a document ("Char" in its section 2.2). */
static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

void
plx_markup_append (GString    *out,
                   const char *text,
                   gssize      length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      switch (*p)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        case '\'':
          g_string_append (out, "&#39;");
          break;
        default:
          if (is_xml_char (g_utf8_get_char (p)))
            g_string_append_len (out, p, g_utf8_skip[*(const guchar *) p]);
          else
            g_string_append (out, "\xEF\xBF\xBD");
        }
    }
}
