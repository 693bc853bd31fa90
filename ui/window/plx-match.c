/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-match.h"

#include <string.h>

/* What a word that was typed is worth by where it is found. */
enum
{
  SCORE_WHOLE = 100,     /* it is the text */
  SCORE_START = 90,      /* the text begins with it */
  SCORE_WORD_START = 70,
  SCORE_INSIDE = 30,
  SCORE_LETTERS = 10,
  BONUS_WORD_END = 8,    /* on top: a whole word */
  MAX_LENGTH_MALUS = 7,  /* off: a long text says less of what was meant */
};

/* Letters apart may span so many times their number. */
#define MAX_SPREAD 4

char *
plx_match_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  GString *result;
  gboolean gap = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return g_strdup ("");
  folded = g_utf8_casefold (decomposed, -1);
  result = g_string_sized_new (strlen (folded));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (!g_unichar_isalnum (c) && c != '*')
        {
          gap = TRUE;
          continue;
        }
      if (gap && result->len > 0)
        g_string_append_c (result, ' ');
      gap = FALSE;
      g_string_append_unichar (result, c);
    }
  return g_string_free (result, FALSE);
}

/* The letters of a word in order, the first at the beginning of a word of the text. */
static gboolean
has_letters (const char *word,
             gsize       length,
             const char *text)
{
  for (const char *start = text; start != NULL; start = strchr (start, ' '))
    {
      const char *p = start = *start == ' ' ? start + 1 : start;
      gsize found = 0;

      if (*start != *word)
        continue;
      for (; *p != '\0' && found < length && (gsize) (p - start) < MAX_SPREAD * length; p++)
        found += *p == word[found];
      if (found == length)
        return TRUE;
    }
  return FALSE;
}

static guint
score_word (const char *word,
            gsize       length,
            const char *text)
{
  guint best = 0;

  for (const char *p = text; (p = memmem (p, strlen (p), word, length)) != NULL; p++)
    {
      guint score = p == text ? SCORE_START : p[-1] == ' ' ? SCORE_WORD_START : SCORE_INSIDE;

      if (p[length] == '\0' || p[length] == ' ')
        score += BONUS_WORD_END;
      best = MAX (best, score);
    }
  if (best == 0 && length >= 2 && has_letters (word, length, text))
    best = SCORE_LETTERS;
  return best;
}

guint
plx_match_score (const char *typed,
                 const char *text)
{
  guint sum = 0, n = 0;

  g_return_val_if_fail (typed != NULL && text != NULL, 0);

  if (*typed == '\0')
    return 0;
  if (g_str_equal (typed, text))
    return SCORE_WHOLE;
  for (const char *word = typed; *word != '\0';)
    {
      gsize length = strcspn (word, " ");
      guint score = score_word (word, length, text);

      if (score == 0)
        return 0;
      sum += score;
      n++;
      word += length + (word[length] == ' ');
    }
  return sum / n - MIN (strlen (text) / 12, MAX_LENGTH_MALUS);
}
