/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-private.h"

#include "plx-abbreviations.h"

#include <string.h>

/* A line that is shorter than this and ends without a stop was not broken for want of room: what
 * follows it is a new paragraph. */
#define FULL_LINE_BYTES 50
#define MAX_FOLDED 24

typedef struct
{
  PlxText *text;
  guint32  first;     /* first token of the sentence */
  guint32  end;       /* token after the last one of the span */
  guint32  paragraph;
} Splitter;

static inline const PlxToken *
get_token (const Splitter *self,
           guint32         index)
{
  return &g_array_index (self->text->tokens, PlxToken, index);
}

/* Writes a token's word in lower case and with straight apostrophes; empty if it is too long. */
static gsize
fold_token (const Splitter *self,
            const PlxToken *token,
            char            out[MAX_FOLDED])
{
  const char *bytes = self->text->bytes + token->span.start;
  guint32 length = plx_span_length (token->span);
  gsize n = 0;

  for (guint32 i = 0; i < length; i++)
    {
      if (n + 1 >= MAX_FOLDED)
        return 0;
      if (i + 2 < length && memcmp (bytes + i, "\xe2\x80\x99", 3) == 0)
        {
          out[n++] = '\'';
          i += 2;
        }
      else
        {
          out[n++] = g_ascii_tolower (bytes[i]);
        }
    }
  /* The stop of "U.S." is part of the token but not of the entry in the list. */
  if (n > 0 && out[n - 1] == '.')
    n--;
  return n;
}

static gboolean
is_terminator (const PlxToken *token)
{
  return (token->flags & PLX_TOKEN_PUNCTUATION) &&
         (token->mark == '.' || token->mark == '!' || token->mark == '?');
}

/* Marks that close what came before them, if they touch it. */
static gboolean
is_closer (const Splitter *self,
           const PlxToken *token)
{
  const char *bytes = self->text->bytes + token->span.start;

  if (!(token->flags & PLX_TOKEN_PUNCTUATION))
    return FALSE;
  if (token->mark == ')' || token->mark == ']' || token->mark == '}')
    return TRUE;
  return (token->flags & PLX_TOKEN_QUOTE) && memcmp (bytes, "\xe2\x80\x9c", 3) != 0 &&
         memcmp (bytes, "\xe2\x80\x98", 3) != 0;
}

static gboolean
touches_next (const Splitter *self,
              guint32         index)
{
  return index + 1 < self->end &&
         get_token (self, index)->span.end == get_token (self, index + 1)->span.start;
}

typedef enum
{
  GAP_NONE,
  GAP_SPACE,
  GAP_LINE,
  GAP_PARAGRAPH,
} Gap;

/* What lies between a token and the next one. */
static Gap
measure_gap (const Splitter *self,
             guint32         index)
{
  guint32 from = get_token (self, index)->span.end;
  guint32 to = get_token (self, index + 1)->span.start;
  guint lines = 0;

  if (from == to)
    return GAP_NONE;
  for (guint32 i = from; i < to; i++)
    lines += self->text->bytes[i] == '\n';
  return lines == 0 ? GAP_SPACE : lines == 1 ? GAP_LINE : GAP_PARAGRAPH;
}

/* Bytes from the start of the line to the end of the token. */
static guint32
line_length (const Splitter *self,
             guint32         index)
{
  guint32 end = get_token (self, index)->span.end, start = end;

  while (start > 0 && self->text->bytes[start - 1] != '\n' && end - start < 2 * FULL_LINE_BYTES)
    start--;
  return end - start;
}

/* Whether a line break that follows no stop ends a paragraph. */
static gboolean
line_ends_paragraph (const Splitter *self,
                     guint32         index)
{
  const PlxToken *next = get_token (self, index + 1);

  if (next->mark == '*' || (next->mark == '-' && !(touches_next (self, index + 1))))
    return TRUE;
  if (next->flags & PLX_TOKEN_NUMBER)
    return line_length (self, index) < FULL_LINE_BYTES;
  return line_length (self, index) < FULL_LINE_BYTES &&
         ((next->flags & PLX_TOKEN_CAPITALISED) || (next->flags & PLX_TOKEN_QUOTE));
}

static gboolean
is_starter (const Splitter *self,
            const PlxToken *token)
{
  char folded[MAX_FOLDED];
  gsize length = fold_token (self, token, folded);

  return (token->flags & PLX_TOKEN_CAPITALISED) && plx_is_sentence_starter (folded, length);
}

/* Whether the words after a quotation that ends in ! or ? say who spoke it. */
static gboolean
is_followed_by_tag (const Splitter *self,
                    guint32         index)
{
  for (guint32 i = index; i < MIN (index + 4, self->end); i++)
    {
      char folded[MAX_FOLDED];
      const PlxToken *token = get_token (self, i);

      if (token->flags & PLX_TOKEN_PUNCTUATION)
        return FALSE;
      if (plx_is_tag_verb (folded, fold_token (self, token, folded)))
        return TRUE;
    }
  return FALSE;
}

/* What may begin a sentence after a stop that was no abbreviation's. */
static gboolean
may_begin (const PlxToken *token)
{
  if (token->flags & (PLX_TOKEN_CAPITALISED | PLX_TOKEN_NUMBER | PLX_TOKEN_QUOTE))
    return TRUE;
  if (token->flags & PLX_TOKEN_PUNCTUATION)
    return strchr (",;:)]}%", token->mark) == NULL || token->mark == 0;
  return FALSE;
}

/* A stop after an abbreviation or a single initial. */
static gboolean
abbreviation_ends (const Splitter *self,
                   guint32         word,
                   guint32         next)
{
  char folded[MAX_FOLDED];
  const PlxToken *token = get_token (self, word);
  const PlxToken *after = get_token (self, next);
  gsize length = fold_token (self, token, folded);
  PlxAbbreviation kind = plx_abbreviation_lookup (folded, length);
  gboolean initial = length == 1 && (token->flags & PLX_TOKEN_CAPITALISED);

  if (kind == PLX_ABBREVIATION_TITLE && (token->flags & PLX_TOKEN_CAPITALISED))
    return FALSE;
  if (kind == PLX_ABBREVIATION_NUMBER && !initial)
    return !(after->flags & PLX_TOKEN_NUMBER) && may_begin (after);
  if (kind == PLX_ABBREVIATION_COMMON || initial || (token->flags & PLX_TOKEN_ABBREVIATION))
    {
      if (after->flags & PLX_TOKEN_QUOTE)
        return !initial;
      if (after->flags & PLX_TOKEN_PUNCTUATION)
        return FALSE;
      return is_starter (self, after);
    }
  return may_begin (after);
}

/* Whether the sentence ends at the terminator @stop, with closers up to @last; @next follows. */
static gboolean
stop_ends_sentence (const Splitter *self,
                    guint32         stop,
                    guint32         last,
                    guint32         next,
                    Gap             gap)
{
  const PlxToken *mark = get_token (self, stop);
  const PlxToken *after = get_token (self, next);
  const PlxToken *before = stop > self->first ? get_token (self, stop - 1) : NULL;
  gboolean closed = last > stop;

  if (gap == GAP_NONE)
    return mark->mark != '.' ? may_begin (after) && (after->flags & PLX_TOKEN_CAPITALISED)
                             : before != NULL && (after->flags & PLX_TOKEN_CAPITALISED) &&
                                 plx_span_length (before->span) > 2 &&
                                 !(before->flags & PLX_TOKEN_CAPITALISED);
  if (before == NULL)
    return FALSE;
  if (mark->mark != '.')
    return may_begin (after) && !(closed && is_followed_by_tag (self, next));
  /* "1. First point": a number that begins a sentence is its label. */
  if (stop == self->first + 1 && (before->flags & PLX_TOKEN_NUMBER))
    return FALSE;
  if (before->flags & PLX_TOKEN_WORD && before->span.end == mark->span.start && !closed)
    return abbreviation_ends (self, stop - 1, next);
  return may_begin (after);
}

static void
push_sentence (Splitter *self,
               guint32   end)
{
  PlxTextSentence sentence;

  if (end == self->first)
    return;
  sentence.span.start = get_token (self, self->first)->span.start;
  sentence.span.end = get_token (self, end - 1)->span.end;
  sentence.first_token = self->first;
  sentence.n_tokens = end - self->first;
  sentence.paragraph = self->paragraph;
  sentence.n_words = 0;
  for (guint32 i = self->first; i < end; i++)
    {
      guint flags = get_token (self, i)->flags;

      sentence.n_words += (flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER)) && !(flags & PLX_TOKEN_CLITIC);
    }
  for (guint32 i = self->first; i < end; i++)
    {
      PlxToken *token = &g_array_index (self->text->tokens, PlxToken, i);

      if (token->flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER))
        {
          token->flags |= PLX_TOKEN_FIRST;
          break;
        }
    }
  g_array_append_val (self->text->sentences, sentence);
  self->first = end;
}

/* The last token of a reference "[12]" that touches @index, or @index. */
static guint32
skip_reference (const Splitter *self,
                guint32         index)
{
  if (index + 3 < self->end && touches_next (self, index) &&
      get_token (self, index + 1)->mark == '[' &&
      (get_token (self, index + 2)->flags & PLX_TOKEN_NUMBER) &&
      get_token (self, index + 3)->mark == ']')
    return index + 3;
  return index;
}

/* The last token of a run of terminators, closers and references that begins at @index. */
static guint32
end_of_stop (const Splitter *self,
             guint32         index)
{
  for (;;)
    {
      guint32 last = skip_reference (self, index);

      if (last == index && touches_next (self, index) &&
          (is_terminator (get_token (self, index + 1)) ||
           is_closer (self, get_token (self, index + 1))))
        last = index + 1;
      if (last == index)
        return index;
      index = last;
    }
}

void
plx_text_split_sentences (PlxText *text,
                          PlxSpan  span,
                          guint32  first_token)
{
  Splitter self = { text, first_token, text->tokens->len, text->n_paragraphs };

  for (guint32 i = first_token; i < self.end; i++)
    {
      const PlxToken *token = get_token (&self, i);
      gboolean stops = is_terminator (token) || (token->flags & PLX_TOKEN_ABBREVIATION);
      guint32 last = stops ? end_of_stop (&self, i) : i;
      Gap gap;

      if (last + 1 >= self.end)
        break;
      gap = measure_gap (&self, last);
      if (gap == GAP_PARAGRAPH || (gap == GAP_LINE && (stops || line_ends_paragraph (&self, last))))
        {
          push_sentence (&self, last + 1);
          self.paragraph++;
        }
      else if (stops)
        {
          gboolean ends = is_terminator (token) || last > i
                            ? stop_ends_sentence (&self, is_terminator (token) ? i : i + 1, last,
                                                  last + 1, gap)
                            : gap != GAP_NONE && abbreviation_ends (&self, i, last + 1);

          if (ends)
            push_sentence (&self, last + 1);
        }
      i = last;
    }
  push_sentence (&self, self.end);
  text->n_paragraphs = self.paragraph + 1;
}
