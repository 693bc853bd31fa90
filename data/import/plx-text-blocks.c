/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-blocks.h"

#include "plx-dates.h"
#include "plx-lines.h"
#include "plx-source-name.h"

#include <string.h>

/* The passes go from what is sure to what is likely: lines whose own words tell, then the head of
 * the page (everything before the first paragraph), then lists of links, then the tail. What no
 * pass claims is body: to read a line too many is better than to lose one. */

#define NO_LINE G_MAXUINT

/* A text of so many lines is a whole page, selected from end to end, menus and all. */
#define PAGE_LINES 40
/* Above the text of a page, lines up to here are looked at for the headline from the top; where
 * there are more, from the text upward. */
#define HEAD_LINES 12
/* Lines below a headline that may be its summary. */
#define MAX_STANDFIRSTS 2

typedef struct
{
  PlxArticle *article;
  GArray     *lines;
  guint       first_prose; /* NO_LINE if the text has no paragraph */
  guint       last_prose;
  guint       title;       /* NO_LINE if there is none */
} TextBlocks;

static PlxLine *
line_at (TextBlocks *self,
         guint       i)
{
  return &g_array_index (self->lines, PlxLine, i);
}

static const char *
start_of (TextBlocks    *self,
          const PlxLine *line)
{
  return self->article->text + line->span.start;
}

static char *
fold_line (TextBlocks    *self,
           const PlxLine *line)
{
  return plx_line_fold (start_of (self, line), plx_span_length (line->span));
}

static void
settle (PlxLine     *line,
        PlxBlockKind kind)
{
  line->kind = kind;
  line->is_settled = TRUE;
}

/* A line that carries the story: no cue of any kind speaks against it. */
static gboolean
is_paragraph (const PlxLine *line)
{
  return !line->is_settled && line->is_prose;
}

static void
settle_by_cues (TextBlocks *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxLine *line = line_at (self, i);
      PlxCues cues = line->cues;

      if (cues & (PLX_CUE_CONTROL | PLX_CUE_RELATED))
        settle (line, PLX_BLOCK_BOILERPLATE);
      else if (cues & (PLX_CUE_CREDIT | PLX_CUE_CAPTION))
        settle (line, PLX_BLOCK_CAPTION);
      else if (cues & (PLX_CUE_DATE | PLX_CUE_BYLINE | PLX_CUE_AGENCY))
        settle (line, PLX_BLOCK_METADATA);
    }
}

static void
find_prose (TextBlocks *self)
{
  self->first_prose = self->last_prose = NO_LINE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (!is_paragraph (line_at (self, i)))
        continue;
      if (self->first_prose == NO_LINE)
        self->first_prose = i;
      self->last_prose = i;
    }
}

/* @n_short: how many lines in a row, this one included, were no paragraph. One to three stand
 * inside any article: a subheading, a caption with its credit. More of them are a menu. */
static double
value_of (const PlxLine *line,
          guint          n_short)
{
  if (is_paragraph (line))
    return MIN (line->n_words, 80);
  if (line->kind == PLX_BLOCK_CAPTION || line->kind == PLX_BLOCK_METADATA)
    return -1;
  return n_short <= 3 ? -1 : -5;
}

/* Of a whole page, the article is the run of lines with the greatest sum of running text less
 * everything else, as it is in HTML; paragraphs elsewhere are teasers and notices. */
static void
settle_outside (TextBlocks *self)
{
  double sum = 0, best = 0;
  guint start = 0, best_start = 0, best_end = self->lines->len;
  guint n_short = 0;

  if (self->lines->len < PAGE_LINES)
    return;

  for (guint i = 0; i < self->lines->len; i++)
    {
      if (sum <= 0)
        {
          sum = 0;
          start = i;
        }
      n_short = is_paragraph (line_at (self, i)) ? 0 : n_short + 1;
      sum += value_of (line_at (self, i), n_short);
      if (sum > best)
        {
          best = sum;
          best_start = start;
          best_end = i + 1;
        }
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxLine *line = line_at (self, i);

      if (!line->is_settled && (i >= best_end || (i < best_start && line->is_prose)))
        settle (line, PLX_BLOCK_BOILERPLATE);
    }
  find_prose (self);
}

/* The headline is a line of the head that reads like one. */
static gboolean
may_be_title (const PlxLine *line,
              guint          min_words)
{
  return !line->is_settled && !line->is_bullet && !line->ends_sentence &&
         line->n_words >= min_words && line->n_words <= 30;
}

/* "Is China ready?" ends like a sentence: only at the top, above a longer paragraph */
static guint
find_question_title (TextBlocks *self)
{
  PlxLine *line = line_at (self, 0);
  gunichar last;

  if (self->first_prose != 0 || self->lines->len < 2 || line->n_words > 16 || line->is_settled)
    return NO_LINE;
  last = g_utf8_get_char (g_utf8_prev_char (self->article->text + line->span.end));
  if ((last == '?' || last == '!') && line_at (self, 1)->n_words > 16)
    return 0;

  return NO_LINE;
}

static guint
find_title_from_top (TextBlocks *self)
{
  for (guint i = 0; i < self->first_prose; i++)
    {
      if (may_be_title (line_at (self, i), 4))
        return i;
    }

  /* two words alone ("World", "SOURCE / ECONOMY") are a title only with nothing around them */
  return self->first_prose == 1 && may_be_title (line_at (self, 0), 2) ? 0 : NO_LINE;
}

/* The nearest line above the text; but if it is long and a shorter one stands right above it, it
 * is the summary and that the headline. */
static guint
find_title_upward (TextBlocks *self)
{
  guint nearest = NO_LINE;

  for (guint i = self->first_prose; i > 0; i--)
    {
      PlxLine *line = line_at (self, i - 1);

      if (line->is_settled)
        continue;
      if (nearest != NO_LINE)
        {
          PlxLine *below = line_at (self, nearest);

          return below->n_words >= 10 && may_be_title (line, 4) && line->n_words < below->n_words
                   ? i - 1
                   : nearest;
        }
      if (may_be_title (line, 4))
        nearest = i - 1;
    }

  return nearest;
}

static void
find_title (TextBlocks *self)
{
  self->title = find_question_title (self);
  if (self->title == NO_LINE)
    self->title = self->first_prose <= HEAD_LINES ? find_title_from_top (self)
                                                  : find_title_upward (self);
  if (self->title == NO_LINE)
    return;

  settle (line_at (self, self->title), PLX_BLOCK_HEADLINE);
  self->article->title = g_strndup (start_of (self, line_at (self, self->title)),
                                    plx_span_length (line_at (self, self->title)->span));
}

static void
settle_repeated_titles (TextBlocks *self)
{
  g_autofree char *title = NULL;

  if (self->title == NO_LINE)
    return;

  title = fold_line (self, line_at (self, self->title));
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxLine *line = line_at (self, i);
      g_autofree char *folded = NULL;

      if (i == self->title || line->n_words != line_at (self, self->title)->n_words)
        continue;
      folded = fold_line (self, line);
      if (strcmp (folded, title) == 0)
        settle (line, PLX_BLOCK_HEADLINE);
    }
}

static void
take_byline (TextBlocks *self,
             const char *names)
{
  if (self->article->byline == NULL && names != NULL && *names != '\0')
    self->article->byline = g_strdup (names);
}

/* Lines above the headline are the page's; below it come standfirst, names, and a repeated
 * section or like. */
static void
settle_head (TextBlocks *self)
{
  guint end = self->first_prose == NO_LINE ? 0 : self->first_prose;
  guint n_standfirsts = 0;

  for (guint i = 0; i < end; i++)
    {
      PlxLine *line = line_at (self, i);
      gsize length = plx_span_length (line->span);

      if (line->is_settled)
        continue;
      if (self->title == NO_LINE || i < self->title)
        {
          settle (line, line->n_words <= 6 ? PLX_BLOCK_METADATA : PLX_BLOCK_BOILERPLATE);
        }
      else if (plx_line_is_name (start_of (self, line), length))
        {
          g_autofree char *name = g_strndup (start_of (self, line), length);

          settle (line, PLX_BLOCK_METADATA);
          take_byline (self, name);
        }
      else
        {
          if (line->n_words < 5)
            settle (line, PLX_BLOCK_METADATA);
          else
            settle (line, n_standfirsts++ < MAX_STANDFIRSTS ? PLX_BLOCK_STANDFIRST
                                                            : PLX_BLOCK_BOILERPLATE);
        }
    }
}

/* A summary long enough to pass for a paragraph, but without a stop, between headline and text. */
static void
settle_standfirst (TextBlocks *self)
{
  PlxLine *line;

  if (self->title == NO_LINE || self->first_prose == NO_LINE || self->first_prose < self->title)
    return;

  line = line_at (self, self->first_prose);
  if (!line->ends_sentence && self->last_prose > self->first_prose)
    {
      settle (line, PLX_BLOCK_STANDFIRST);
      find_prose (self);
    }
}

/* Names and agencies in the lines that were settled as metadata. */
static void
read_metadata (TextBlocks *self)
{
  PlxArticle *article = self->article;

  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxLine *line = line_at (self, i);
      const char *start = start_of (self, line);
      gsize length = plx_span_length (line->span);

      if (line->cues & (PLX_CUE_BYLINE | PLX_CUE_AGENCY) && line->kind == PLX_BLOCK_METADATA)
        {
          g_autofree char *names = plx_line_dup_names (start, length);

          take_byline (self, names);
          if (article->agency == NULL)
            article->agency = plx_line_dup_agency (start, length);
        }
      if (line->cues & PLX_CUE_DATE && line->kind == PLX_BLOCK_METADATA)
        {
          g_autofree char *date = plx_date_find (start, length, PLX_DATE_ORDER_UNKNOWN);
          g_autofree char *folded = fold_line (self, line);
          gboolean is_update = strstr (folded, "updated") != NULL ||
                               strstr (folded, "modified") != NULL;

          if (is_update && article->updated == NULL)
            article->updated = g_steal_pointer (&date);
          else if (!is_update && article->date == NULL)
            article->date = g_steal_pointer (&date);
        }
    }
  if (article->agency == NULL && self->first_prose != NO_LINE)
    {
      PlxLine *line = line_at (self, self->first_prose);

      article->agency = plx_line_dup_dateline_agency (start_of (self, line),
                                                      plx_span_length (line->span));
    }
}

/* How often the text names @folded, a line of it included. */
static guint
count_mentions (const char *text,
                const char *folded)
{
  gsize length = strlen (folded);
  guint n = 0;

  for (const char *at = strstr (text, folded); at != NULL; at = strstr (at + length, folded))
    n++;
  return n;
}

/* What may be an outlet's name: a few words, capitalised, with no figure or path in them. One word
 * alone is a section's far more often ("Weather"). */
static gboolean
may_be_outlet (TextBlocks    *self,
               const PlxLine *line)
{
  const char *start = start_of (self, line);
  gsize length = plx_span_length (line->span);

  if (line->kind != PLX_BLOCK_METADATA || line->cues != PLX_CUE_NONE ||
      line->n_words < 2 || line->n_words > 5 ||
      !g_unichar_isupper (g_utf8_get_char (start)))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (start[i]) || strchr ("/:|@", start[i]) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* The outlet: a masthead above the headline that the text names once more ("… is published by"),
 * or a name of several words that stands alone right below the byline. */
static void
find_source (TextBlocks *self)
{
  g_autofree char *folded_text = NULL;
  guint end = self->first_prose == NO_LINE ? 0 : self->first_prose;

  for (guint i = 0; i < end && self->article->source == NULL; i++)
    {
      PlxLine *line = line_at (self, i);
      gboolean above = self->title == NO_LINE || i < self->title;
      g_autofree char *folded = NULL;

      if (!may_be_outlet (self, line))
        continue;
      folded = fold_line (self, line);
      if (above && folded_text == NULL)
        folded_text = plx_line_fold (self->article->text, self->article->length);
      if (above ? count_mentions (folded_text, folded) > 1
                : i > 0 && line_at (self, i - 1)->cues & PLX_CUE_BYLINE)
        self->article->source = plx_source_name_from_line (start_of (self, line),
                                                           plx_span_length (line->span));
    }
}

static gboolean
looks_like_link (const PlxLine *line)
{
  return !line->is_settled && !line->is_prose && !line->is_bullet && line->n_words <= 20;
}

/* After "ALSO SEE:" alone, every line is a link until a paragraph comes. */
static void
settle_related_lists (TextBlocks *self)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxLine *line = line_at (self, i);

      if (line->cues & PLX_CUE_RELATED)
        {
          g_autofree char *folded = fold_line (self, line);
          gsize length = strlen (folded);

          is_open = line->n_words <= 4 || folded[length - 1] == ':';
        }
      else if (is_open && !line->is_settled && (!line->is_prose || line->n_words <= 4))
        settle (line, PLX_BLOCK_BOILERPLATE);
      else if (is_paragraph (line))
        is_open = FALSE;
    }
}

/* Three and more lines without a stop, one after the other, written like headlines. */
static void
settle_link_runs (TextBlocks *self)
{
  guint i = 0;

  while (i < self->lines->len)
    {
      guint end = i;
      guint n_title_case = 0;

      while (end < self->lines->len && looks_like_link (line_at (self, end)))
        {
          n_title_case += plx_line_is_title_case (line_at (self, end));
          end++;
        }
      if (end - i >= 3 && n_title_case * 2 >= end - i)
        {
          for (; i < end; i++)
            settle (line_at (self, i), PLX_BLOCK_BOILERPLATE);
        }
      i = end + 1;
    }
}

/* Whether a line is about one of the authors whose byline the text bears. */
static gboolean
is_about_author (TextBlocks *self,
                 const char *folded,
                 gboolean   *out_is_name)
{
  g_auto (GStrv) names = NULL;

  *out_is_name = FALSE;
  if (self->article->byline == NULL)
    return FALSE;

  names = g_strsplit (self->article->byline, "; ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *person = plx_line_fold (names[i], strlen (names[i]));

      if (plx_line_is_about (folded, person))
        {
          *out_is_name = strcmp (folded, person) == 0;
          return TRUE;
        }
    }

  return FALSE;
}

/* The notes on the authors stand after the text, their names alone above them. */
static void
settle_author_notes (TextBlocks *self)
{
  guint half = self->first_prose == NO_LINE ? 0 : (self->first_prose + self->last_prose) / 2;

  for (guint i = self->lines->len; i > half + 1; i--)
    {
      PlxLine *line = line_at (self, i - 1);
      g_autofree char *folded = NULL;
      gboolean is_name = FALSE, is_about;

      if (line->is_settled)
        continue;
      folded = fold_line (self, line);
      is_about = is_about_author (self, folded, &is_name);
      if (line->cues & PLX_CUE_AUTHOR ? is_about || i - 1 >= self->last_prose
                                      : is_about && (is_name || i - 1 >= self->last_prose))
        settle (line, PLX_BLOCK_BOILERPLATE);
      else if (line->is_prose)
        break;
      find_prose (self);
    }
}

/* The site about itself, below the text. */
static void
settle_promotions (TextBlocks *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxLine *line = line_at (self, i);

      if (line->is_settled || !(line->cues & (PLX_CUE_PROMOTION | PLX_CUE_LEGAL)))
        continue;
      /* inside the text only what can be nothing else: short, and not said by anyone */
      if (i > self->first_prose && i * 3 >= self->lines->len * 2)
        settle (line, PLX_BLOCK_BOILERPLATE);
      else if (line->n_words <= 25 && line->cues & PLX_CUE_PROMOTION)
        settle (line, PLX_BLOCK_BOILERPLATE);
    }
  find_prose (self);
}

/* "Harbour Letter is sent to members …": the outlet about itself, at the end of the text. */
static void
settle_house_notes (TextBlocks *self)
{
  g_autofree char *opener = NULL;

  if (self->article->source == NULL)
    return;

  {
    g_autofree char *source = plx_line_fold (self->article->source, strlen (self->article->source));
    opener = g_strconcat (source, " is ", NULL);
  }
  for (guint i = self->lines->len; i * 3 > self->lines->len * 2; i--)
    {
      PlxLine *line = line_at (self, i - 1);
      g_autofree char *folded = fold_line (self, line);

      if (!line->is_settled && g_str_has_prefix (folded, opener))
        settle (line, PLX_BLOCK_BOILERPLATE);
    }
  find_prose (self);
}

/* Short lines below the last paragraph; between paragraphs they are subheadings. */
static void
settle_rest (TextBlocks *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PlxLine *line = line_at (self, i);

      if (line->is_settled || line->is_prose || line->is_bullet)
        continue;
      if (i > self->last_prose)
        settle (line, line->n_words <= 12 ? PLX_BLOCK_BOILERPLATE : PLX_BLOCK_BODY);
      else if (line->n_words <= 15 && !line->ends_sentence)
        settle (line, PLX_BLOCK_SUBHEADING);
    }
}

/* A name alone above a note on its bearer is a byline too. */
static void
find_byline_in_notes (TextBlocks *self)
{
  for (guint i = self->last_prose == NO_LINE ? 0 : self->last_prose;
       i + 1 < self->lines->len && self->article->byline == NULL; i++)
    {
      PlxLine *line = line_at (self, i);
      PlxLine *next = line_at (self, i + 1);
      gsize length = plx_span_length (line->span);

      if (next->cues & PLX_CUE_AUTHOR && plx_line_is_name (start_of (self, line), length))
        self->article->byline = g_strndup (start_of (self, line), length);
    }
}

void
plx_text_blocks_fill (PlxArticle *article)
{
  TextBlocks self = { article, NULL, NO_LINE, NO_LINE, NO_LINE };

  g_return_if_fail (article != NULL && article->blocks->len == 0);

  self.lines = plx_lines_split (article->text, article->length);
  if (self.lines == NULL)
    return;
  settle_by_cues (&self);
  find_prose (&self);
  if (self.first_prose != NO_LINE)
    {
      settle_outside (&self);
      find_title (&self);
      settle_repeated_titles (&self);
      find_prose (&self);
      settle_standfirst (&self);
      settle_head (&self);
      read_metadata (&self);
      find_source (&self);
      find_byline_in_notes (&self);
      settle_related_lists (&self);
      settle_link_runs (&self);
      settle_promotions (&self);
      settle_author_notes (&self);
      settle_house_notes (&self);
      settle_rest (&self);
    }

  for (guint i = 0; i < self.lines->len; i++)
    plx_article_add_block (article, line_at (&self, i)->kind, line_at (&self, i)->span);
  g_array_unref (self.lines);
}
