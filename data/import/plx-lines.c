/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-lines.h"

#include <string.h>

/* Text wrapped by a mail or terminal program: nearly all inner lines fill this range. */
#define WRAP_MIN 50
#define WRAP_MAX 90

/* A line with this many words is running text even if its stop was lost. */
#define PROSE_WORDS 22

static gboolean
is_closing_mark (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 ||
         c == 0x00BB || c == 0x201C || c == 0x203A;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
         c == 0xFF1F;
}

static gboolean
is_bullet (gunichar c)
{
  return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x2023 || c == 0x25E6 || c == 0x00B7 ||
         c == '*' || c == '-' || c == 0x2013 || c == 0x25BA;
}

static gboolean
ends_sentence (const char *start,
               const char *end)
{
  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (is_stop (c))
        return TRUE;
      if (!is_closing_mark (c))
        return FALSE;
      end = last;
    }

  return FALSE;
}

static void
measure_words (PlxLine    *line,
               const char *at,
               const char *end)
{
  gboolean in_word = FALSE, is_capital = FALSE;
  guint n_letters = 0;

  line->n_words = line->n_long_words = line->n_capitalised = 0;
  while (TRUE)
    {
      gunichar c = at < end ? g_utf8_get_char (at) : ' ';
      gboolean is_letter = g_unichar_isalnum (c) || (in_word && (c == '\'' || c == 0x2019));

      /* scripts that write no spaces: about two characters a word */
      if (c >= 0x3040 && c < 0xE000 && n_letters >= 2)
        {
          line->n_words++;
          n_letters = 0;
        }
      if (is_letter && !in_word)
        {
          is_capital = g_unichar_isupper (c) || g_unichar_isdigit (c);
          n_letters = 0;
        }
      if (!is_letter && in_word)
        {
          line->n_words++;
          line->n_long_words += n_letters >= 4;
          line->n_capitalised += n_letters >= 4 && is_capital;
        }
      in_word = is_letter;
      n_letters += is_letter;
      if (at >= end)
        break;
      at = g_utf8_next_char (at);
    }
}

void
plx_line_measure (PlxLine    *line,
                  const char *text)
{
  const char *start = text + line->span.start;
  const char *end = text + line->span.end;
  g_autofree char *folded = NULL;
  gunichar first;

  g_return_if_fail (start < end);

  first = g_utf8_get_char (start);
  line->is_bullet = is_bullet (first) && start + 1 < end &&
                    g_unichar_isspace (g_utf8_get_char (g_utf8_next_char (start)));
  line->ends_sentence = ends_sentence (start, end);
  measure_words (line, start, end);
  folded = plx_line_fold (start, end - start);
  line->cues = plx_line_cues (start, end - start, folded, line->n_words);
  line->is_prose = line->n_words >= PROSE_WORDS || (line->ends_sentence && line->n_words >= 5);
}

gboolean
plx_line_is_title_case (const PlxLine *line)
{
  return line->n_long_words > 0 && line->n_capitalised * 3 >= line->n_long_words * 2;
}

static gunichar
fold_char (gunichar c)
{
  switch (c)
    {
    case 0x2018: case 0x2019: case 0x201B: case 0x00B4: case '`':
      return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212:
      return '-';
    default:
      return g_unichar_tolower (c);
    }
}

char *
plx_line_fold (const char *text,
               gsize       length)
{
  GString *folded = g_string_sized_new (length + 1);
  const char *at = text;
  const char *end = text + length;

  for (; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = (guint8) *at < 0x80 ? (gunichar) *at : g_utf8_get_char (at);

      if (c < 0x80)
        {
          if (!g_ascii_isspace (c))
            g_string_append_c (folded, c == '`' ? '\'' : g_ascii_tolower ((char) c));
          else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
      else if (g_unichar_isspace (c))
        {
          if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
        }
      else
        {
          g_string_append_unichar (folded, fold_char (c));
        }
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

static const char *
trim_start (const char *start,
            const char *end)
{
  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return start;
}

static const char *
trim_end (const char *start,
          const char *end)
{
  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end;
}

/* Whether the text was wrapped at a fixed width: of the lines that another follows at once, most
 * are about as long as the longest and end inside a sentence. */
static gboolean
is_wrapped (const char   *text,
            const GArray *lines)
{
  guint n_inner = 0, n_full = 0, n_stops = 0;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const PlxLine *line = &g_array_index (lines, PlxLine, i);
      const PlxLine *next = &g_array_index (lines, PlxLine, i + 1);
      guint length = plx_span_length (line->span);

      if (next->n_blank_before > 0)
        continue;
      if (length > WRAP_MAX)
        return FALSE;
      n_inner++;
      n_full += length >= WRAP_MIN;
      n_stops += ends_sentence (text + line->span.start, text + line->span.end);
    }

  return n_inner >= 4 && n_full * 10 >= n_inner * 8 && n_stops * 3 <= n_inner;
}

static void
join_wrapped (GArray *lines)
{
  guint kept = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      PlxLine *line = &g_array_index (lines, PlxLine, i);
      PlxLine *last = kept > 0 ? &g_array_index (lines, PlxLine, kept - 1) : NULL;

      if (last != NULL && line->n_blank_before == 0)
        last->span.end = line->span.end;
      else
        g_array_index (lines, PlxLine, kept++) = *line;
    }
  g_array_set_size (lines, kept);
}

GArray *
plx_lines_split (const char *text,
                 gsize       length)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (PlxLine));
  const char *at = text;
  const char *end = text + length;
  guint n_blank = 0;

  while (at < end)
    {
      const char *newline = memchr (at, '\n', end - at);
      const char *stop = newline != NULL ? newline : end;
      const char *start = trim_start (at, stop);

      if (start == stop)
        {
          n_blank++;
        }
      else
        {
          PlxLine line = { .kind = PLX_BLOCK_BODY, .n_blank_before = n_blank };

          line.span.start = (guint32) (start - text);
          line.span.end = (guint32) (trim_end (start, stop) - text);
          if (lines->len == PLX_LINES_MAX)
            {
              g_array_unref (lines);
              return NULL;
            }
          g_array_append_val (lines, line);
          n_blank = 0;
        }
      at = newline != NULL ? newline + 1 : end;
    }

  if (is_wrapped (text, lines))
    join_wrapped (lines);
  for (guint i = 0; i < lines->len; i++)
    plx_line_measure (&g_array_index (lines, PlxLine, i), text);
  return lines;
}
