/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-figures.h"

#include <string.h>

#define MAX_NUMBER_BYTES 32

typedef struct
{
  const char *word;
  double      value;
} Figure;

static const Figure units[] = {
  { "zero", 0 },      { "one", 1 },        { "two", 2 },       { "three", 3 },
  { "four", 4 },      { "five", 5 },       { "six", 6 },       { "seven", 7 },
  { "eight", 8 },     { "nine", 9 },       { "ten", 10 },      { "eleven", 11 },
  { "twelve", 12 },   { "thirteen", 13 },  { "fourteen", 14 }, { "fifteen", 15 },
  { "sixteen", 16 },  { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 },
};

static const Figure tens[] = {
  { "twenty", 20 }, { "thirty", 30 },  { "forty", 40 },  { "fifty", 50 },
  { "sixty", 60 },  { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
};

/* The first two are numbers by themselves, too. */
static const Figure scales[] = {
  { "hundred", 100 }, { "dozen", 12 }, { "thousand", 1e3 }, { "million", 1e6 }, { "mn", 1e6 },
  { "billion", 1e9 }, { "bn", 1e9 },   { "trillion", 1e12 }, { "tn", 1e12 },
};
#define N_WHOLE_SCALES 2

/* What is written onto the digits. */
static const Figure suffixes[] = {
  { "", 1 },     { "k", 1e3 },  { "m", 1e6 }, { "mn", 1e6 }, { "bn", 1e9 }, { "tn", 1e12 },
  { "st", 1 },   { "nd", 1 },   { "rd", 1 },  { "th", 1 },
};

static const Figure *
find_figure (const Figure  *figures,
             gsize          n_figures,
             const char    *word,
             gsize          length)
{
  for (gsize i = 0; i < n_figures; i++)
    {
      if (strlen (figures[i].word) == length &&
          g_ascii_strncasecmp (figures[i].word, word, length) == 0)
        return &figures[i];
    }
  return NULL;
}

static const Figure *
find_at (const PlxText *text,
         guint32        token,
         const Figure  *figures,
         gsize          n_figures)
{
  PlxSpan span = g_array_index (text->tokens, PlxToken, token).span;

  return find_figure (figures, n_figures, text->bytes + span.start, plx_span_length (span));
}

/* Digits with separators and at most one suffix: "1,250.5", "2bn", "3rd". */
static gboolean
read_digits (const char *word,
             gsize       length,
             double     *out_value)
{
  char digits[MAX_NUMBER_BYTES];
  const Figure *suffix;
  gsize n = 0, at = 0;

  for (; at < length && n + 1 < sizeof digits; at++)
    {
      if (g_ascii_isdigit (word[at]) || word[at] == '.')
        digits[n++] = word[at];
      else if (word[at] != ',')
        break;
    }
  digits[n] = '\0';
  suffix = find_figure (suffixes, G_N_ELEMENTS (suffixes), word + at, length - at);
  if (n == 0 || suffix == NULL || strchr (digits, '.') != strrchr (digits, '.'))
    return FALSE;

  *out_value = g_ascii_strtod (digits, NULL) * suffix->value;
  return TRUE;
}

/* "seven", "twenty", "twenty-five", "hundred" */
static guint32
read_words (const PlxText *text,
            guint32        first,
            guint32        end,
            double        *out_value)
{
  const Figure *figure = find_at (text, first, tens, G_N_ELEMENTS (tens));

  if (figure != NULL)
    {
      const Figure *unit =
        first + 1 < end ? find_at (text, first + 1, units + 1, 9) : NULL; /* one … nine */

      *out_value = figure->value + (unit != NULL ? unit->value : 0);
      return unit != NULL ? 2 : 1;
    }

  figure = find_at (text, first, units, G_N_ELEMENTS (units));
  if (figure == NULL)
    figure = find_at (text, first, scales, N_WHOLE_SCALES);
  if (figure == NULL)
    return 0;
  *out_value = figure->value;
  return 1;
}

guint32
plx_figure_read (const PlxText *text,
                 guint32        first,
                 guint32        end,
                 double        *out_value)
{
  const PlxToken *token;
  guint32 n;

  g_return_val_if_fail (text != NULL && first < end && end <= text->tokens->len, 0);
  g_return_val_if_fail (out_value != NULL, 0);

  token = &g_array_index (text->tokens, PlxToken, first);
  if (token->flags & PLX_TOKEN_PUNCTUATION)
    return 0;
  if (g_ascii_isdigit (text->bytes[token->span.start]))
    n = read_digits (text->bytes + token->span.start, plx_span_length (token->span), out_value);
  else
    n = read_words (text, first, end, out_value);

  while (n > 0 && first + n < end)
    {
      const Figure *scale = find_at (text, first + n, scales, G_N_ELEMENTS (scales));

      if (scale == NULL)
        break;
      *out_value *= scale->value;
      n++;
    }
  return n;
}
