/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lexicon-private.h"

#include <string.h>

/* Lower case, straight apostrophes, hyphens as spaces. Returns: FALSE if it does not fit */
static gboolean
fold_pattern (const char *pattern,
              char       *out,
              gsize       size)
{
  gsize n = 0;

  for (const char *p = pattern; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);

      if (n + 8 > size)
        return FALSE;
      if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0xa0)
        out[n++] = ' ';
      else if (c == 0x2019)
        out[n++] = '\'';
      else if (c == 0x2026)
        n += (gsize) (g_stpcpy (out + n, "...") - (out + n));
      else if (c < 0x80)
        out[n++] = g_ascii_tolower ((char) c);
      else
        n += (gsize) g_unichar_to_utf8 (g_unichar_tolower (c), out + n);
    }
  out[n] = '\0';
  return TRUE;
}

/* Where a clitic ('s, 'll …) begins that the tokens of a text would split off; else the length. */
static gsize
find_clitic (const char *word,
             gsize       length)
{
  static const char *const clitics[] = { "'s", "'re", "'ll", "'ve", "'d", "'m" };

  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    {
      gsize n = strlen (clitics[i]);

      if (length > n && memcmp (word + length - n, clitics[i], n) == 0)
        return length - n;
    }
  return length;
}

static const char *
check_word (const char *word,
            gsize       length)
{
  const char *star = memchr (word, '*', length);
  gsize letters = 0;

  if (length == 0)
    return "a “|” lacks a word beside it: write “a|b”";
  if (length > PLX_FORM_MAX_BYTES)
    return "a word is too long: at most 64 bytes";
  if (star == NULL)
    return NULL;
  if (memchr (star + 1, '*', length - (gsize) (star - word) - 1) != NULL)
    return "only one “*” a word, at its end or its beginning";
  if (star != word && star != word + length - 1)
    return "“*” may only stand at the end or the beginning of a word";
  for (gsize i = 0; i < length; i++)
    {
      if (word[i] != '*' && ((guchar) word[i] & 0xc0) != 0x80)
        letters++;
    }
  if (letters < PLX_WILDCARD_MIN_LETTERS)
    return "at least three letters must remain beside “*”";
  return NULL;
}

static const char *
add_word (PlxPattern *self,
          const char *word,
          gsize       length,
          gboolean    gap_before)
{
  PlxPatternWord *slot;
  const char *end = word + length;
  gsize clitic = length;

  if (self->n_words == PLX_PATTERN_MAX_WORDS)
    return "too many words: at most 12";

  slot = &self->words[self->n_words++];
  slot->gap_before = gap_before;
  slot->n_alternatives = 0;
  if (memchr (word, '|', length) == NULL)
    clitic = find_clitic (word, length);

  for (const char *p = word; p <= end; )
    {
      const char *bar = memchr (p, '|', (gsize) (end - p));
      gsize n = (gsize) ((bar != NULL ? bar : word + clitic) - p);
      const char *problem = check_word (p, n);

      if (problem != NULL)
        return problem;
      if (slot->n_alternatives == G_N_ELEMENTS (slot->text))
        return "too many alternatives: at most 64";
      slot->text[slot->n_alternatives] = p;
      slot->length[slot->n_alternatives++] = (guint16) n;
      if (bar == NULL)
        break;
      p = bar + 1;
    }

  if (clitic < length)
    return add_word (self, word + clitic, length - clitic, FALSE);
  return NULL;
}

const char *
plx_pattern_parse (const char *pattern,
                   PlxPattern *out_pattern,
                   guint      *out_column)
{
  gboolean gap = FALSE;
  const char *problem = NULL;
  const char *p;
  guint combinations = 1;

  out_pattern->n_words = 0;
  *out_column = 0;
  if (!fold_pattern (pattern, out_pattern->folded, sizeof out_pattern->folded))
    return "the pattern is too long: at most 1,000 bytes";

  for (p = out_pattern->folded; *p != '\0' && problem == NULL; )
    {
      gsize n = strcspn (p, " ");

      *out_column = (guint) g_utf8_strlen (out_pattern->folded, p - out_pattern->folded);
      if (n == 3 && memcmp (p, "...", 3) == 0)
        {
          if (out_pattern->n_words == 0 || gap)
            problem = "“...” must stand between two words";
          gap = TRUE;
        }
      else if (n > 0)
        {
          problem = add_word (out_pattern, p, n, gap);
          gap = FALSE;
          if (problem == NULL)
            combinations *= out_pattern->words[out_pattern->n_words - 1].n_alternatives;
          if (combinations > PLX_PATTERN_MAX_COMBINATIONS)
            problem = "too many combinations of alternatives: split the line in two";
        }
      p += n;
      if (*p == ' ')
        p++;
    }

  if (problem == NULL && gap)
    problem = "“...” must stand between two words";
  if (problem == NULL && out_pattern->n_words == 0)
    problem = "the pattern is empty";
  return problem;
}
