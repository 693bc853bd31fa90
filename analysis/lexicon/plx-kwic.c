/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-kwic.h"

#include <string.h>

/* A blank line, or a paragraph separator, ends the context. */
static gboolean
is_border (const char *p)
{
  return p[0] == '\n' && (p[1] == '\n' || (p[1] == '\r' && p[2] == '\n'));
}

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/* Appends the text with every run of white space as one space. */
static char *
flatten (const char *text,
         const char *end)
{
  GString *string = g_string_sized_new ((gsize) (end - text));
  gboolean space = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      if (is_space (p))
        {
          space = string->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (string, ' ');
      space = FALSE;
      g_string_append_unichar (string, g_utf8_get_char (p));
    }
  return g_string_free (string, FALSE);
}

static char *
dup_left (const char *text,
          guint32     at)
{
  const char *end = text + at;
  const char *start = end;
  const char *word = end;

  for (guint n = 0; start > text && n < PLX_KWIC_CONTEXT; n++)
    {
      const char *before = g_utf8_prev_char (start);

      if (is_border (before))
        {
          word = start;
          break;
        }
      if (is_space (before))
        word = start;
      start = before;
    }
  if (start == text)
    word = start;
  return flatten (word, end);
}

static char *
dup_right (const char *text,
           gsize       length,
           guint32     at)
{
  const char *start = text + at;
  const char *end = start;
  const char *word = start;

  for (guint n = 0; end < text + length && n < PLX_KWIC_CONTEXT && !is_border (end); n++)
    {
      if (is_space (end))
        word = end;
      end = g_utf8_next_char (end);
    }
  if (end == text + length || is_border (end))
    word = end;
  return flatten (start, word);
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The words of a context, folded, without what stands between them. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && is_word_character (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_utf8_casefold (start, p - start));
          start = NULL;
        }
      if (*p == '\0')
        break;
    }
  return words;
}

static char *
make_key (const char *context,
          gboolean    backwards)
{
  g_autoptr (GPtrArray) words = split_words (context);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, words->pdata[backwards ? words->len - 1 - i : i]);
    }
  return g_string_free (key, FALSE);
}

PlxKwicLine *
plx_kwic_line_new (const PlxArticle *article,
                   gint64            article_id,
                   const PlxHit     *hit)
{
  PlxKwicLine *self;
  const char *text;
  gsize length;

  g_return_val_if_fail (article != NULL && hit != NULL, NULL);

  text = hit->in_title ? article->title : article->text;
  length = hit->in_title ? strlen (text) : article->length;
  g_return_val_if_fail (hit->span.start <= hit->span.end && hit->span.end <= length, NULL);

  self = g_new0 (PlxKwicLine, 1);
  self->left = dup_left (text, hit->span.start);
  self->word = flatten (text + hit->span.start, text + hit->span.end);
  self->right = dup_right (text, length, hit->span.end);
  self->left_key = make_key (self->left, TRUE);
  self->right_key = make_key (self->right, FALSE);
  self->source = g_strdup (article->source != NULL ? article->source : "");
  self->title = g_strdup (article->title != NULL ? article->title : "");
  self->article = article_id;
  self->sentence = hit->sentence;
  return self;
}

void
plx_kwic_line_free (PlxKwicLine *self)
{
  if (self == NULL)
    return;
  g_free (self->left);
  g_free (self->word);
  g_free (self->right);
  g_free (self->left_key);
  g_free (self->right_key);
  g_free (self->source);
  g_free (self->title);
  g_free (self);
}

static int
compare_folded (const char *a,
                const char *b)
{
  g_autofree char *first = g_utf8_casefold (a, -1);
  g_autofree char *second = g_utf8_casefold (b, -1);

  return strcmp (first, second);
}

int
plx_kwic_line_compare (const PlxKwicLine *a,
                       const PlxKwicLine *b,
                       PlxKwicOrder       order)
{
  int difference = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (order == PLX_KWIC_BY_LEFT)
    difference = strcmp (a->left_key, b->left_key);
  else if (order == PLX_KWIC_BY_RIGHT)
    difference = strcmp (a->right_key, b->right_key);
  else if (order == PLX_KWIC_BY_WORD)
    difference = compare_folded (a->word, b->word);
  if (difference != 0)
    return difference;
  return a->place < b->place ? -1 : a->place > b->place;
}
