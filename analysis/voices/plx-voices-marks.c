/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-private.h"

#include <string.h>

/* Quotation marks, paired. Straight marks are the same on both sides, so the spaces around one
 * tell what it does; curly ones are believed unless the text uses them the wrong way round. A
 * quotation that its paragraph leaves open goes on if the next paragraph opens again. */

typedef enum
{
  SIDE_EITHER,
  SIDE_OPENS,
  SIDE_CLOSES,
} Side;

static gboolean
starts_with (const PlxVoices *self,
             const PlxToken  *token,
             const char      *bytes)
{
  gsize length = strlen (bytes);

  return plx_span_length (token->span) >= length &&
         memcmp (self->text->bytes + token->span.start, bytes, length) == 0;
}

static Side
side_of (const PlxVoices *self,
         guint32          index)
{
  const PlxToken *token = &self->tokens[index];
  guint32 start = token->span.start, end = token->span.end;
  gboolean left, right;

  if (starts_with (self, token, "\xe2\x80\x9c") || starts_with (self, token, "\xc2\xab") ||
      starts_with (self, token, "\xe2\x80\x9e") || starts_with (self, token, "`") ||
      starts_with (self, token, "\xe2\x80\x98"))
    return SIDE_OPENS;

  /* Whether something other than a space, an opening bracket or a dash touches it. */
  left = start > 0 && !g_ascii_isspace (self->text->bytes[start - 1]) &&
         strchr ("([{-", self->text->bytes[start - 1]) == NULL &&
         !(index > 0 && self->tokens[index - 1].mark == '-') &&
         !(token->flags & (PLX_TOKEN_AFTER_BLANK | PLX_TOKEN_AFTER_LINE));
  right = end < self->text->length &&
          (index + 1 < self->n_tokens && self->tokens[index + 1].span.start == end &&
           ((self->tokens[index + 1].flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER)) ||
            strchr ("([$#'", self->tokens[index + 1].mark) != NULL));
  if (starts_with (self, token, "\xe2\x80\x9d"))
    return right && !left ? SIDE_OPENS : SIDE_CLOSES;
  if (right && !left)
    return SIDE_OPENS;
  if (left && !right)
    return SIDE_CLOSES;
  return SIDE_EITHER;
}

static void
push_marked (PlxVoices *self,
             guint32    open,
             guint32    end,
             guint32    paragraph,
             gboolean   closed)
{
  PlxMarked marked = { .range = { open, end }, .paragraph = paragraph, .open = !closed };

  if (self->marked->len > 0)
    {
      const PlxMarked *last = &g_array_index (self->marked, PlxMarked, self->marked->len - 1);

      marked.reopened = last->open && last->range.end == open;
    }
  for (guint32 i = open; i < end; i++)
    self->classes[i] |= PLX_CLASS_QUOTED;
  g_array_append_val (self->marked, marked);
}

/* Single marks quote only where no double one is open and they enclose more than a few words;
 * what they enclose elsewhere is part of the quotation or a title. */
#define MIN_SINGLE_WORDS 4

void
plx_voices_pair_marks (PlxVoices *self)
{
  guint32 open = PLX_NONE, single = PLX_NONE, paragraph = 0;

  for (guint32 point = 0; point < self->n_points; point++)
    {
      guint32 i = self->points[point];
      const PlxToken *token = &self->tokens[i];
      Side side;

      if (token->flags & PLX_TOKEN_AFTER_BLANK)
        {
          if (open != PLX_NONE)
            push_marked (self, open, i, paragraph, FALSE);
          open = single = PLX_NONE;
          paragraph++;
        }
      if (!(token->flags & PLX_TOKEN_QUOTE))
        continue;

      side = side_of (self, i);
      /* „…“ and »…« end with what opens elsewhere. */
      if (open != PLX_NONE && (starts_with (self, &self->tokens[open], "\xe2\x80\x9e") ||
                               starts_with (self, &self->tokens[open], "\xc2\xbb")))
        side = SIDE_CLOSES;
      if (token->mark == '\'')
        {
          if (open != PLX_NONE)
            continue;
          if (single == PLX_NONE)
            single = side != SIDE_CLOSES ? i : PLX_NONE;
          else if (side != SIDE_OPENS)
            {
              if (i - single > MIN_SINGLE_WORDS)
                push_marked (self, single, i + 1, paragraph, TRUE);
              single = PLX_NONE;
            }
        }
      else if (open == PLX_NONE)
        {
          if (side != SIDE_CLOSES)
            open = i;
          single = PLX_NONE;
        }
      else if (side != SIDE_OPENS)
        {
          push_marked (self, open, i + 1, paragraph, TRUE);
          open = PLX_NONE;
        }
    }
  if (open != PLX_NONE)
    push_marked (self, open, self->n_tokens, paragraph, FALSE);
}

gboolean
plx_voices_is_whole (const PlxVoices *self,
                     const PlxMarked *marked)
{
  guint32 last = marked->range.end - 1;

  if (marked->open || marked->range.end >= self->n_tokens ||
      (self->tokens[marked->range.end].flags & (PLX_TOKEN_AFTER_BLANK | PLX_TOKEN_AFTER_LINE)))
    return TRUE;
  return (last > marked->range.start && (self->tokens[last - 1].flags & PLX_TOKEN_PUNCTUATION)) ||
         (self->tokens[last + 1].flags & PLX_TOKEN_PUNCTUATION);
}

gboolean
plx_voices_is_title (const PlxVoices *self,
                     const PlxMarked *marked)
{
  const guint32 small = PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AND |
                        PLX_GRAMMAR_BUT | PLX_GRAMMAR_POSSESSIVE;
  guint32 end = marked->range.end - 1;
  guint n_words = 0;

  if (end > marked->range.start && (self->tokens[end - 1].mark == '?' || self->tokens[end - 1].mark == '!'))
    return FALSE;
  for (guint32 i = marked->range.start + 1; i < end; i++)
    {
      const PlxToken *token = &self->tokens[i];

      if (!(token->flags & PLX_TOKEN_WORD) || (token->flags & PLX_TOKEN_CLITIC))
        continue;
      n_words++;
      if (!(token->flags & PLX_TOKEN_CAPITALISED) && !(plx_voices_class (self, i) & small))
        return FALSE;
    }
  return n_words > 1;
}

guint
plx_voices_find_marked (const PlxVoices *self,
                        guint32          token)
{
  guint low = 0, high = self->marked->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marked, PlxMarked, middle).range.end <= token)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

PlxMarked *
plx_voices_marked_at (PlxVoices *self,
                      guint32    token)
{
  guint index = plx_voices_find_marked (self, token);
  PlxMarked *marked = index < self->marked->len ? &g_array_index (self->marked, PlxMarked, index) : NULL;

  return marked != NULL && marked->range.start <= token ? marked : NULL;
}
