/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-hit-match.h"

#include <string.h>

/* An expression that takes more steps than this on one line would hold up the window. */
#define STEPS_LIMIT "(*LIMIT_MATCH=20000)"

struct _PlxHitMatch
{
  char   *folded; /* NULL if there is an expression */
  GRegex *regex;
};

static char *
fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed != NULL ? composed : "", -1);
}

/* One word of what was typed, as an expression. */
static void
append_word (GString    *pattern,
             const char *word)
{
  const char *letter = "[\\w'’-]";

  if (g_str_equal (word, "*"))
    {
      g_string_append_printf (pattern, "%s+", letter);
      return;
    }
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *escaped = NULL;

      if (*p == '*')
        g_string_append_printf (pattern, "%s*", letter);
      else if (*p == '?')
        g_string_append (pattern, "\\w");
      else
        g_string_append (pattern, escaped = g_regex_escape_string (p, g_utf8_next_char (p) - p));
    }
}

/* Words that follow each other, whatever stands between them. */
static char *
make_words_pattern (const char *text)
{
  GString *pattern = g_string_new ("(?<!\\w)");
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
  gboolean first = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (!first)
        g_string_append (pattern, "\\W+");
      append_word (pattern, words[i]);
      first = FALSE;
    }
  g_string_append (pattern, "(?!\\w)");
  return g_string_free (pattern, FALSE);
}

/* Compiled first as it is, so that the error speaks of what was typed. */
static GRegex *
compile (const char  *pattern,
         GError     **error)
{
  g_autoptr (GRegex) plain = g_regex_new (pattern, G_REGEX_CASELESS, 0, error);
  g_autofree char *limited = NULL;

  if (plain == NULL)
    return NULL;
  limited = g_strconcat (STEPS_LIMIT, pattern, NULL);
  return g_regex_new (limited, G_REGEX_CASELESS, 0, error);
}

PlxHitMatch *
plx_hit_match_new (const char  *text,
                   GError     **error)
{
  g_autoptr (PlxHitMatch) self = g_new0 (PlxHitMatch, 1);
  g_autofree char *stripped = NULL;
  g_autofree char *pattern = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (stripped[0] == '/' && stripped[1] != '\0')
    {
      gsize length = strlen (stripped + 1);

      if (length > 1 && stripped[length] == '/')
        length--;
      pattern = g_strndup (stripped + 1, length);
    }
  else if (strpbrk (stripped, "*?") != NULL)
    {
      pattern = make_words_pattern (stripped);
    }
  if (pattern == NULL)
    self->folded = fold (stripped);
  else if ((self->regex = compile (pattern, error)) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_hit_match_free (PlxHitMatch *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self->folded);
  g_free (self);
}

gboolean
plx_hit_match_is_any (const PlxHitMatch *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->folded != NULL && *self->folded == '\0';
}

gboolean
plx_hit_match_test (const PlxHitMatch  *self,
                    const char         *text,
                    GError            **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (self->regex != NULL)
    return g_regex_match_full (self->regex, text, -1, 0, 0, NULL, error);
  if (*self->folded == '\0')
    return TRUE;
  folded = fold (text);
  return strstr (folded, self->folded) != NULL;
}
