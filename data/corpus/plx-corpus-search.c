/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-private.h"

/* Appends one word or phrase as FTS5 quotes them, unless it has nothing to look for. */
static void
append_phrase (GString    *query,
               const char *phrase,
               gsize       length,
               gboolean    is_prefix)
{
  gboolean has_word = FALSE;

  for (const char *p = phrase; p < phrase + length && !has_word; p = g_utf8_next_char (p))
    has_word = g_unichar_isalnum (g_utf8_get_char (p));
  if (!has_word)
    return;

  if (query->len > 0)
    g_string_append_c (query, ' ');
  g_string_append_c (query, '"');
  g_string_append_len (query, phrase, (gssize) length);
  g_string_append (query, is_prefix ? "\" *" : "\"");
}

static gboolean
is_quotation_mark (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb;
}

char *
plx_corpus_search_query (const char *words)
{
  g_autoptr (GString) query = g_string_new (NULL);
  const char *start = words;
  gboolean quoted = FALSE;

  for (const char *p = words;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_mark = is_quotation_mark (c);

      if (c != 0 && !is_mark && (quoted || !g_unichar_isspace (c)))
        continue;

      append_phrase (query, start, (gsize) (p - start),
                     /* is_prefix= */ !quoted && p > start && p[-1] == '*');
      if (c == 0)
        break;
      if (is_mark)
        quoted = !quoted;
      start = g_utf8_next_char (p);
    }

  return query->len > 0 ? g_string_free (g_steal_pointer (&query), FALSE) : NULL;
}
