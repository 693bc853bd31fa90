/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-private.h"

#include <string.h>

/* Quotation marks, paired. Straight marks are the same on both sides, so the spaces around one
 * tell what it does; curly ones are believed unless the text uses them the wrong way round. A
 * quotation that its paragraph leaves open goes on if the next paragraph opens again. Marks within
 * marks belong to the outer ones: they are told by being of another style, or by a paragraph that
 * has as many closing marks as opening ones once they are taken to nest. */

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

/* « „ ‘ ` 「 『: what never closes, but for « and ‘ behind » and ‚ (see closes_foreign()). */
static const char *const always_open[] = {
  "\xc2\xab", "\xe2\x80\x9e", "\xe2\x80\x98", "`", "\xe3\x80\x8c", "\xe3\x80\x8e",
};

static Side
side_of (const PlxVoices *self,
         guint32          index)
{
  const PlxToken *token = &self->tokens[index];
  guint32 start = token->span.start, end = token->span.end;
  gboolean left, right;

  for (guint i = 0; i < G_N_ELEMENTS (always_open); i++)
    {
      if (starts_with (self, token, always_open[i]))
        return SIDE_OPENS;
    }

  /* Whether something other than a space, an opening bracket or a dash touches it. */
  left = index > 0 && self->tokens[index - 1].span.end == start &&
         strchr ("([{-", self->text->bytes[start - 1]) == NULL &&
         self->tokens[index - 1].mark != '-';
  right = index + 1 < self->n_tokens && self->tokens[index + 1].span.start == end &&
          ((self->tokens[index + 1].flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER)) ||
           self->tokens[index + 1].mark > 0x7f || /* € */
           strchr ("([$#'@", self->tokens[index + 1].mark) != NULL);
  if (starts_with (self, token, "\xe2\x80\x9c"))
    return left && !right ? SIDE_CLOSES : SIDE_OPENS;
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
             gboolean   closed)
{
  PlxMarked marked = { .range = { open, end }, .open = !closed };

  if (self->marked->len > 0)
    {
      const PlxMarked *last = &g_array_index (self->marked, PlxMarked, self->marked->len - 1);

      marked.reopened = last->open && last->range.end == open;
    }
  for (guint32 i = open; i < end; i++)
    self->classes[i] |= PLX_CLASS_QUOTED;
  g_array_append_val (self->marked, marked);
}

typedef enum
{
  STYLE_STRAIGHT,
  STYLE_CURLY,
  STYLE_OTHER,
} Style;

static Style
style_of (const PlxVoices *self,
          guint32          index)
{
  const PlxToken *token = &self->tokens[index];

  if (self->text->bytes[token->span.start] == '"')
    return STYLE_STRAIGHT;
  return starts_with (self, token, "\xe2\x80\x9c") || starts_with (self, token, "\xe2\x80\x9d")
           ? STYLE_CURLY : STYLE_OTHER;
}

/* The points of one paragraph, [first, end), and how its marks are to be read. */
typedef struct
{
  guint32  first, end;
  guint32  end_token; /* of the paragraph */
  gboolean nests;
} Paragraph;

/* Whether the mark at @point is that of feet and inches (6'2") or of inches alone (a 12" gun),
 * which leave another mark to close the quotation around them. */
static gboolean
is_inches (const PlxVoices *self,
           const Paragraph *paragraph,
           guint32          point,
           gboolean         open)
{
  guint32 i = self->points[point], next = point + 1;
  const PlxToken *token = &self->tokens[i];

  if (i == 0 || style_of (self, i) != STYLE_STRAIGHT || !(token[-1].flags & PLX_TOKEN_NUMBER) ||
      token[-1].span.end != token->span.start)
    return FALSE;
  if (i > 1 && token[-2].mark == '\'' && token[-2].span.end == token[-1].span.start)
    return TRUE;
  while (next < paragraph->end && self->tokens[self->points[next]].mark == '\'')
    next++;
  return open && i + 1 < self->n_tokens && (token[1].flags & PLX_TOKEN_WORD) &&
         !(token[1].flags & PLX_TOKEN_CAPITALISED) && next < paragraph->end &&
         side_of (self, self->points[next]) == SIDE_CLOSES;
}

/* Whether the double marks of a paragraph go together only if some stand within others. */
static gboolean
marks_nest (const PlxVoices *self,
            const Paragraph *paragraph)
{
  guint depth = 0, deepest = 0;
  gboolean begins = FALSE;

  if (paragraph->end - paragraph->first < 3)
    return FALSE;
  for (guint32 point = paragraph->first; point < paragraph->end; point++)
    {
      guint32 i = self->points[point];
      Side side;

      if (!(self->tokens[i].flags & PLX_TOKEN_QUOTE) || self->tokens[i].mark == '\'')
        continue;
      begins |= point == paragraph->first;
      side = side_of (self, i);
      if (side == SIDE_EITHER || (side == SIDE_CLOSES && depth == 0) ||
          starts_with (self, &self->tokens[i], "\xe2\x80\x9e") ||
          starts_with (self, &self->tokens[i], "\xc2\xbb"))
        return FALSE;
      depth += side == SIDE_OPENS ? 1 : -1u;
      deepest = MAX (deepest, depth);
    }
  return deepest > 1 &&
         (depth == 0 || (depth == 1 && begins && paragraph->end_token < self->n_tokens &&
                         (self->tokens[paragraph->end_token].flags & PLX_TOKEN_QUOTE)));
}

/* Where a quotation that its paragraph leaves open is closed by a single mark, as by a slip: “Let
 * us go.’ He left. Else the end of the paragraph. */
static guint32
find_slip (const PlxVoices *self,
           const Paragraph *paragraph,
           guint32          open)
{
  guint32 end = paragraph->end_token;

  if (end < self->n_tokens && (self->tokens[end].flags & PLX_TOKEN_QUOTE))
    return end;
  for (guint32 i = open + 2; i + 1 < end; i++)
    {
      const PlxToken *token = &self->tokens[i];

      if (token->mark == '\'' && token[-1].span.end == token->span.start &&
          strchr (".,!?", token[-1].mark) != NULL && token[-1].mark != 0 &&
          token[1].span.start > token->span.end)
        return i + 1;
    }
  return end;
}

/* Single marks quote only where no double one is open and they enclose more than a few words;
 * what they enclose elsewhere is part of the quotation or a title. */
#define MIN_SINGLE_WORDS 4

/* A single mark where no double one is open. Returns: the single mark that is open now */
static guint32
take_single (PlxVoices       *self,
             const Paragraph *paragraph,
             guint32          single,
             guint32          i)
{
  Side side = side_of (self, i);

  if (single == PLX_NONE)
    return side != SIDE_CLOSES ? i : PLX_NONE;
  if (side == SIDE_OPENS)
    return single;
  if (i - single > MIN_SINGLE_WORDS)
    push_marked (self, single, i + 1, TRUE);
  return PLX_NONE;
}

/* Where single marks that opened at @single close, if the double ones from @point on stand within them:
 * ‘He said, “Go,” and I went,’. Returns: the point of the mark that closes, or PLX_NONE */
static guint32
find_single_end (const PlxVoices *self,
                 const Paragraph *paragraph,
                 guint32          single,
                 guint32          point)
{
  guint depth = 0;

  if (single > 0 && (self->tokens[single - 1].flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER)) &&
      self->tokens[single - 1].span.end == self->tokens[single].span.start)
    return PLX_NONE;
  for (; point < paragraph->end; point++)
    {
      guint32 i = self->points[point];

      if (!(self->tokens[i].flags & PLX_TOKEN_QUOTE))
        continue;
      if (self->tokens[i].mark != '\'')
        depth += side_of (self, i) != SIDE_CLOSES ? 1 : -1u;
      else if (depth == 0)
        return side_of (self, i) == SIDE_CLOSES && strchr (",.?!-", self->tokens[i - 1].mark) != NULL &&
                   self->tokens[i - 1].hash == 0
                 ? point : PLX_NONE;
      if (depth > 1)
        return PLX_NONE;
    }
  return PLX_NONE;
}

/* Takes the quotation in single marks from @single on that holds the double mark at @point, if there is
 * one. Returns: the point of its last mark, or @point */
static guint32
take_single_around (PlxVoices       *self,
                    const Paragraph *paragraph,
                    guint32         *single,
                    guint32          point)
{
  guint32 close = *single != PLX_NONE ? find_single_end (self, paragraph, *single, point) : PLX_NONE;

  if (close == PLX_NONE)
    return point;
  push_marked (self, *single, self->points[close] + 1, TRUE);
  *single = PLX_NONE;
  return close;
}

static void
pair_paragraph (PlxVoices *self,
                Paragraph *paragraph)
{
  guint32 open = PLX_NONE, single = PLX_NONE, inner = 0;

  paragraph->nests = marks_nest (self, paragraph);
  for (guint32 point = paragraph->first; point < paragraph->end; point++)
    {
      guint32 i = self->points[point];
      Side side;

      if (!(self->tokens[i].flags & PLX_TOKEN_QUOTE) || is_inches (self, paragraph, point, open != PLX_NONE))
        continue;
      if (self->tokens[i].mark == '\'')
        {
          if (open == PLX_NONE)
            single = take_single (self, paragraph, single, i);
          continue;
        }
      side = side_of (self, i);
      if (open == PLX_NONE)
        {
          guint32 close = take_single_around (self, paragraph, &single, point);

          if (close != point)
            {
              point = close;
              continue;
            }
        }
      if (open == PLX_NONE)
        {
          open = side != SIDE_CLOSES ? i : PLX_NONE;
          single = PLX_NONE;
          inner = 0;
        }
      /* „…“ and »…« end with what opens elsewhere. */
      else if (starts_with (self, &self->tokens[open], "\xe2\x80\x9e") ||
               starts_with (self, &self->tokens[open], "\xc2\xbb"))
        side = SIDE_CLOSES;
      if (open == i)
        continue;
      /* "“We will stay,” he said.": the outer mark only sets the paragraph off. */
      if (side == SIDE_OPENS && open + 1 == i)
        open = i;
      else if (open != PLX_NONE && side == SIDE_OPENS)
        inner += paragraph->nests || (style_of (self, i) == STYLE_CURLY && style_of (self, open) == STYLE_STRAIGHT);
      else if (open != PLX_NONE && inner > 0 && (paragraph->nests || style_of (self, i) == STYLE_CURLY))
        inner--;
      else if (open != PLX_NONE)
        {
          push_marked (self, open, i + 1, TRUE);
          open = PLX_NONE;
        }
    }
  if (open != PLX_NONE)
    {
      guint32 end = find_slip (self, paragraph, open);

      push_marked (self, open, end, end < paragraph->end_token);
    }
}

void
plx_voices_pair_marks (PlxVoices *self)
{
  Paragraph paragraph = { 0 };

  while (paragraph.first < self->n_points)
    {
      paragraph.end = paragraph.first + 1;
      while (paragraph.end < self->n_points &&
             !(self->tokens[self->points[paragraph.end]].flags & PLX_TOKEN_AFTER_BLANK))
        paragraph.end++;
      paragraph.end_token = paragraph.end < self->n_points ? self->points[paragraph.end] : self->n_tokens;
      pair_paragraph (self, &paragraph);
      paragraph.first = paragraph.end;
    }
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
