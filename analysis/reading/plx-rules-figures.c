/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-rules.h"

#include <string.h>

#include "analysis/text/plx-figures.h"
#include "analysis/text/plx-grammar.h"
#include "analysis/text/plx-word-bytes.h"

/* Figures that tell a movement no verb tells: "profit was 8.3 million, compared to 8.4 million a year
 * ago". What is valued has grown or shrunk by the larger of two numbers with a link between them. */

#define GROWN 0.9
#define SHRUNK -0.8
#define UNDONE_CUE 0.7
#define MAX_RATIO 500
#define MAX_LINKS 8
#define FIRST_WORDS 16 /* from what is valued to its figure, */
#define LINK_WORDS 12  /* from there to the link, */
#define SECOND_WORDS 7 /* and from the link to the figure before */

typedef struct
{
  double  value;
  guint32 first;
  guint32 end;
} Figure;

static gboolean
is_one_of (const PlxFrame    *frame,
           guint32            token,
           const char *const *words)
{
  for (; token < frame->end && *words != NULL; words++)
    {
      if (frame->tokens[token].hash == plx_word_hash (*words, strlen (*words)))
        return TRUE;
    }
  return FALSE;
}

/* "2006", "Q3", "9 May": numbers that say when. */
static gboolean
is_date (const PlxFrame *frame,
         const Figure   *figure)
{
  static const char *const months[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "q1", "q2", "q3", "q4", "months", "month", "quarter", "quarters", "years",
    "year", "weeks", "days", NULL,
  };
  const PlxToken *token = &frame->tokens[figure->first];

  if (figure->end == figure->first + 1 && figure->value >= 1900 && figure->value <= 2100 &&
      plx_span_length (token->span) == 4)
    return TRUE;
  return is_one_of (frame, figure->end, months) ||
         (figure->first > frame->begin && is_one_of (frame, figure->first - 1, months));
}

/* "rose by EUR 3 million to …": by how much, and not how much. */
static gboolean
is_difference (const PlxFrame *frame,
               guint32         token,
               guint32         from)
{
  if (token > from && ((frame->tokens[token - 1].flags & PLX_TOKEN_ALL_CAPS) ||
                       frame->tokens[token - 1].mark == '$' || frame->tokens[token - 1].mark > 0x7f))
    token--;
  return token > from && (plx_frame_word (frame, token - 1)->grammar & PLX_GRAMMAR_BY);
}

/* "EUR121m": the number behind the letters of a currency. Returns: whether there is one */
static gboolean
read_after_currency (const PlxFrame *frame,
                     const PlxToken *token,
                     double         *out_value)
{
  const guint currency = 3;
  char digits[24];
  guint n = 0;

  if (!(token->flags & PLX_TOKEN_WORD) || plx_span_length (token->span) <= currency)
    return FALSE;
  for (guint32 i = token->span.start; i < token->span.start + currency; i++)
    {
      if (!g_ascii_isupper (frame->text->bytes[i]))
        return FALSE;
    }
  for (guint32 i = token->span.start + currency; i < token->span.end && n + 1 < sizeof digits; i++)
    {
      char c = frame->text->bytes[i];

      if (g_ascii_isdigit (c) || (c == '.' && n > 0))
        digits[n++] = c;
      else if (c != ',')
        break;
    }
  digits[n] = '\0';
  *out_value = n > 0 ? g_ascii_strtod (digits, NULL) : 0;
  return n > 0;
}

/* The first figure from @from on that is no date, before @end. */
static gboolean
find_figure (const PlxFrame *frame,
             guint32         from,
             guint32         end,
             Figure         *out)
{
  for (guint32 i = from; i < MIN (end, frame->end); i++)
    {
      guint32 n = 0;

      if (frame->tokens[i].flags & PLX_TOKEN_NUMBER)
        n = plx_figure_read (frame->text, i, frame->end, &out->value);
      else if (read_after_currency (frame, &frame->tokens[i], &out->value))
        n = 1;
      if (n == 0)
        continue;
      out->first = i;
      out->end = i + n;
      if (i > from && frame->tokens[i - 1].mark == '-' &&
          frame->tokens[i - 1].span.end == frame->tokens[i].span.start)
        out->value = -out->value;
      if (!is_date (frame, out) && !is_difference (frame, out->first, from))
        return TRUE;
      i = out->end - 1;
    }
  return FALSE;
}

/* The links of a sentence: for each the token after it. Most sentences have none, and are done with. */
static guint
find_links (const PlxFrame *frame,
            guint32         links[MAX_LINKS])
{
  const guint64 from = plx_word_letters ("from", 4), vs = plx_word_letters ("vs", 2);
  const guint64 versus = plx_word_letters ("versus", 6), against = plx_word_letters ("against", 7);
  const guint64 compared = plx_word_letters ("compared", 8);
  guint n = 0;

  for (guint32 i = frame->begin; i < frame->end && n < MAX_LINKS; i++)
    {
      guint64 letters = frame->tokens[i].letters;

      if (letters == from || letters == vs || letters == versus || letters == against)
        links[n++] = i + 1;
      else if (letters == compared && i + 1 < frame->end &&
               (plx_frame_word (frame, i + 1)->grammar & PLX_GRAMMAR_PREPOSITION))
        links[n++] = i + 2;
    }
  return n;
}

/* The first of @links that stands behind @from, and not too far; or 0. */
static guint32
next_link (const guint32 *links,
           guint          n_links,
           guint32        from)
{
  for (guint i = 0; i < n_links; i++)
    {
      if (links[i] > from)
        return links[i] - from <= LINK_WORDS ? links[i] : 0;
    }
  return 0;
}

/* The word of weight behind a figure, or 0: "8.3 mn", "12 ships", "3 %" */
static guint32
get_unit (const PlxFrame *frame,
          const Figure   *figure)
{
  if (figure->end < frame->end && frame->tokens[figure->end].mark == '%')
    return '%';
  return figure->end < frame->end && plx_frame_word (frame, figure->end)->grammar == 0
           ? frame->tokens[figure->end].hash : 0;
}

/* Whether two figures count the same. One of them may lack its unit, but not behind "from": "made 5
 * million from 300 shops". */
static gboolean
have_one_unit (const PlxFrame *frame,
               const Figure   *a,
               const Figure   *b,
               guint32         link)
{
  guint32 x = get_unit (frame, a), y = get_unit (frame, b);

  /* one has lost its "million" */
  if (ABS (a->value) > MAX_RATIO * ABS (b->value) || ABS (b->value) > MAX_RATIO * ABS (a->value))
    return FALSE;
  return x == y || ((x == 0 || y == 0) &&
                    frame->tokens[link - 1].hash != plx_word_hash ("from", 4));
}

/* The cue of the axis of @cue nearest to the link that ends before @link: around it, or between it and
 * the figure @before; NULL if there is none. */
static const PlxFrameCue *
find_other (const PlxFrame    *frame,
            const PlxFrameCue *cue,
            guint32            link,
            const Figure      *before)
{
  for (guint i = 0; i < frame->cues->len; i++)
    {
      const PlxFrameCue *other = plx_frame_cue (frame, i);

      if (other->axis == cue->axis && other != cue && other->match.last + 1 >= link &&
          other->match.first < before->end + 3)
        return other;
    }
  return NULL;
}

void
plx_rule_figures (PlxFrame *frame)
{
  guint32 links[MAX_LINKS];
  guint n_links;

  /* two sentences of three have no figure at all */
  if (!frame->has_digits)
    return;
  n_links = find_links (frame, links);
  for (guint k = 0; k < frame->cues->len && n_links > 0; k++)
    {
      PlxFrameCue *cue = plx_frame_cue (frame, k);
      guint32 from = cue->match.last + 1, link;
      const PlxFrameCue *other;
      Figure now, before;
      double factor;

      if (cue->governed || !(cue->is_event || (cue->match.condition & PLX_CONDITION_NOUN)) ||
          !find_figure (frame, from, from + FIRST_WORDS, &now) ||
          (link = next_link (links, n_links, now.end)) == 0 ||
          !find_figure (frame, link, link + SECOND_WORDS, &before) ||
          !have_one_unit (frame, &now, &before, link) || now.value == before.value)
        continue;
      /* a cue speaks for itself: it may be undone, but is not brought about */
      other = find_other (frame, cue, link, &before);
      if (other != NULL && other->match.first < link)
        continue; /* "down from", "compared to a profit": said in words already */
      /* what was a loss and is a profit has grown, whatever the figures */
      if (now.value > before.value || (other != NULL && (other->base > 0) != (cue->base > 0)))
        factor = cue->is_event ? GROWN : 1.0;
      else
        factor = SHRUNK * (cue->is_event ? 1.0 : UNDONE_CUE);
      cue->governed = TRUE;
      plx_frame_add_step (frame, cue, PLX_RULE_OPERATOR, factor, now.first, before.end - 1);
    }
}
