/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-private.h"

#include "analysis/names/plx-name-words.h"

#include <string.h>

/* A quotation without a reporting word of its own is a voice if it has this many tokens and makes
 * up a sentence; the one who spoke last speaks on. */
#define MIN_FREE_TOKENS 6

PlxVoices *
plx_voices_new (PlxVoiceWords *words)
{
  PlxVoices *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_new0 (PlxVoices, 1);
  self->words = plx_voice_words_ref (words);
  plx_name_words_init ();
  self->marked = g_array_new (FALSE, FALSE, sizeof (PlxMarked));
  self->found = g_array_new (FALSE, FALSE, sizeof (PlxFound));
  self->quotes = g_array_new (FALSE, FALSE, sizeof (PlxQuote));
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
plx_voices_free (PlxVoices *self)
{
  if (self == NULL)
    return;

  plx_voice_words_unref (self->words);
  g_array_unref (self->marked);
  g_array_unref (self->found);
  g_array_unref (self->quotes);
  g_ptr_array_unref (self->names);
  g_free (self->classes);
  g_free (self->points);
  g_free (self->hints);
  g_free (self);
}

const GArray *
plx_voices_get_quotes (const PlxVoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->quotes;
}

const PlxText *
plx_voices_get_text (const PlxVoices *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

guint
plx_voices_get_n_names (const PlxVoices *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->names->len;
}

const char *
plx_voices_get_name (const PlxVoices *self,
                     guint32          index)
{
  g_return_val_if_fail (self != NULL && index < self->names->len, NULL);

  return g_ptr_array_index (self->names, index);
}

/* Whether the token is a mark that no words need around them: quotation marks that are paired stay. */
static gboolean
is_loose (const PlxVoices *self,
          guint32          token,
          const char      *needed)
{
  const PlxToken *mark = &self->tokens[token];

  if (mark->hash != 0 || strchr (needed, mark->mark) != NULL)
    return FALSE;
  return !(mark->flags & PLX_TOKEN_QUOTE) || !plx_voices_is_quoted (self, token);
}

/* Whether a quotation that is closed ends at @end, whatever closes it. */
static gboolean
is_closed_at (PlxVoices *self,
              guint32    end)
{
  const PlxMarked *marked = plx_voices_is_quoted (self, end - 1) ? plx_voices_marked_at (self, end - 1) : NULL;

  return marked != NULL && !marked->open && marked->range.end == end;
}

/* Drops marks that belong to no words from both ends of a range. */
static PlxRange
trim_range (PlxVoices *self,
            PlxRange   range)
{
  while (range.start < range.end && is_loose (self, range.start, "([$#"))
    range.start++;
  while (range.start < range.end && is_loose (self, range.end - 1, ")]%") && !is_closed_at (self, range.end))
    range.end--;
  return range;
}

guint32
plx_voices_add (PlxVoices *self,
                PlxRange   first,
                PlxRange   second,
                PlxRange   speaker,
                PlxRange   cue)
{
  PlxFound found = { { trim_range (self, first), trim_range (self, second) },
                     trim_range (self, speaker), cue };

  if (plx_range_is_empty (found.content[0]))
    {
      found.content[0] = found.content[1];
      found.content[1] = (PlxRange) { 0, 0 };
    }
  if (plx_range_is_empty (found.content[0]))
    return PLX_NONE;

  for (guint i = 0; i < 2; i++)
    {
      for (guint k = plx_voices_find_marked (self, found.content[i].start); k < self->marked->len; k++)
        {
          PlxMarked *marked = &g_array_index (self->marked, PlxMarked, k);

          if (marked->range.start >= found.content[i].end)
            break;
          marked->claimed = TRUE;
        }
    }
  g_array_append_val (self->found, found);
  return self->found->len - 1;
}

static PlxSpan
span_of (const PlxVoices *self,
         PlxRange         range)
{
  if (plx_range_is_empty (range))
    return (PlxSpan) { 0, 0 };
  return (PlxSpan) { self->tokens[range.start].span.start, self->tokens[range.end - 1].span.end };
}

/* Whether words of the range stand outside quotation marks; in @quoted whether some stand inside. */
static gboolean
has_plain_words (const PlxVoices *self,
                 PlxRange         range,
                 gboolean        *quoted)
{
  guint32 at = range.start;

  for (guint k = plx_voices_find_marked (self, at); at < range.end; k++)
    {
      const PlxMarked *marked = k < self->marked->len ? &g_array_index (self->marked, PlxMarked, k) : NULL;
      guint32 next = marked != NULL ? MIN (marked->range.start, range.end) : range.end;

      for (; at < next; at++)
        {
          if (self->tokens[at].hash != 0)
            break;
        }
      *quoted |= next < range.end;
      if (at < next)
        {
          *quoted |= marked != NULL && marked->range.start < range.end;
          return TRUE;
        }
      at = marked != NULL ? MAX (at, marked->range.end) : range.end;
    }
  return FALSE;
}

static PlxVoiceKind
kind_of (const PlxVoices *self,
         const PlxFound  *found)
{
  gboolean quoted = FALSE, plain = FALSE;

  for (guint i = 0; i < 2; i++)
    plain |= has_plain_words (self, found->content[i], &quoted);
  return !quoted ? PLX_VOICE_INDIRECT : plain ? PLX_VOICE_MIXED : PLX_VOICE_DIRECT;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const PlxFound *x = a, *y = b;

  if (x->content[0].start != y->content[0].start)
    return x->content[0].start < y->content[0].start ? -1 : 1;
  return x->cue.start < y->cue.start ? -1 : x->cue.start > y->cue.start;
}

/* They are mostly found in order. */
static void
sort_found (PlxVoices *self)
{
  for (guint i = 1; i < self->found->len; i++)
    {
      if (compare_found (&g_array_index (self->found, PlxFound, i - 1),
                         &g_array_index (self->found, PlxFound, i)) > 0)
        {
          g_array_sort (self->found, compare_found);
          return;
        }
    }
}

/* How many tokens lie between a voice's reporting word and its words. */
static guint32
cue_distance (const PlxFound *found)
{
  if (plx_range_is_empty (found->cue))
    return G_MAXUINT32;
  return found->cue.end <= found->content[0].start ? found->content[0].start - found->cue.end
                                                   : found->cue.start - MIN (found->cue.start, found->content[0].end);
}

/* Of two reporting words that claim the same quotation the nearer one has it: "She was asked about
 * the ban and Voss said, “…”". */
static void
drop_doubles (PlxVoices *self)
{
  guint n = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const PlxFound *next = &g_array_index (self->found, PlxFound, i);
      PlxFound *last = n > 0 ? &g_array_index (self->found, PlxFound, n - 1) : NULL;

      if (last == NULL || last->content[0].start != next->content[0].start ||
          MAX (last->content[0].end, next->content[0].end) - MIN (last->content[0].end, next->content[0].end) > 1 ||
          !plx_voices_is_quoted (self, next->content[0].start))
        g_array_index (self->found, PlxFound, n++) = *next;
      else if (plx_range_is_empty (next->content[1]) == plx_range_is_empty (last->content[1])
                 ? cue_distance (next) < cue_distance (last)
                 : plx_range_is_empty (last->content[1]))
        *last = *next;
    }
  g_array_set_size (self->found, n);
}

static void
make_quotes (PlxVoices *self)
{
  sort_found (self);
  drop_doubles (self);
  for (guint i = 0; i < self->found->len; i++)
    {
      const PlxFound *found = &g_array_index (self->found, PlxFound, i);
      PlxQuote quote = {
        .content = { span_of (self, found->content[0]), span_of (self, found->content[1]) },
        .speaker = span_of (self, found->speaker),
        .cue = span_of (self, found->cue),
        .kind = kind_of (self, found),
        .name = PLX_NONE,
      };

      g_array_append_val (self->quotes, quote);
    }
}

/* Whether a paragraph that is nothing but a quotation goes on with the voice before it. */
static gboolean
goes_on_with (const PlxVoices *self,
              const PlxFound  *found,
              const PlxMarked *marked)
{
  guint32 end = MAX (found->content[0].end, found->content[1].end), from = marked->range.start - 1;

  if (marked->reopened)
    return TRUE;
  /* it stood in the paragraph just before */
  while (from > end && !(self->tokens[from].flags & PLX_TOKEN_AFTER_BLANK))
    from--;
  if (from > MAX (end, found->cue.end))
    return FALSE;
  return (marked->range.end >= self->n_tokens ||
          (self->tokens[marked->range.end].flags & PLX_TOKEN_AFTER_BLANK)) &&
         end > 0 && plx_voices_is_quoted (self, end - 1) &&
         plx_range_is_empty (found->content[1]);
}

#define MAX_CREDIT_WORDS 6

/* The name in "“…” — Name", which ends its line; empty if there is none. */
static PlxRange
credit_after (const PlxVoices *self,
              const PlxMarked *marked)
{
  const guint breaks = PLX_TOKEN_AFTER_BLANK | PLX_TOKEN_AFTER_LINE;
  guint32 start = marked->range.end + 1, end = start;

  if (start >= self->n_tokens || self->tokens[start - 1].mark != '-' ||
      (self->tokens[start - 1].flags & PLX_TOKEN_AFTER_BLANK) ||
      !(self->tokens[start].flags & PLX_TOKEN_CAPITALISED))
    return (PlxRange) { 0, 0 };
  while (end < self->n_tokens && end - start <= MAX_CREDIT_WORDS && self->tokens[end].hash != 0 &&
         (end == start || !(self->tokens[end].flags & breaks)))
    end++;
  if (end < self->n_tokens && self->tokens[end].mark != ',' && self->tokens[end].mark != '.' &&
      !(self->tokens[end].flags & breaks))
    return (PlxRange) { 0, 0 };
  return (PlxRange) { start, end };
}

/* Gives a quotation to the voice before it, or to its speaker as another voice. */
static void
claim_after (PlxVoices *self,
             guint      index,
             PlxMarked *marked)
{
  PlxFound *last = &g_array_index (self->found, PlxFound, index);

  if (!goes_on_with (self, last, marked))
    {
      PlxRange speaker = last->speaker;

      plx_voices_add (self, marked->range, (PlxRange) { 0, 0 }, speaker, (PlxRange) { 0, 0 });
      return;
    }
  if (plx_range_is_empty (last->content[1]))
    last->content[1] = marked->range;
  else
    last->content[1].end = marked->range.end;
  marked->claimed = TRUE;
}

/* Whether a paragraph is a quoted heading: in single marks, where others quote with double ones. */
static gboolean
is_heading (const PlxVoices *self,
            const PlxMarked *marked)
{
  const PlxMarked *other = marked;

  if (self->tokens[marked->range.start].mark != '\'')
    return FALSE;
  if (other > (const PlxMarked *) (gconstpointer) self->marked->data)
    other--;
  else if (self->marked->len > 1)
    other++;
  return self->tokens[other->range.start].mark != '\'';
}

/* Whether a quotation that is a sentence, or several, stands right behind the sentence in which the
 * voice was heard, in the same paragraph. */
static gboolean
follows_voice (const PlxVoices *self,
               const PlxFound  *found,
               const PlxMarked *marked)
{
  guint32 end = MAX (MAX (found->content[0].end, found->content[1].end), found->cue.end);
  guint32 i = marked->range.start;
  const PlxToken *before = &self->tokens[i - 1];

  if (marked->open || !(self->tokens[i + 1].flags & PLX_TOKEN_FIRST) ||
      !(before->flags & (PLX_TOKEN_STOP | PLX_TOKEN_ABBREVIATION)) || plx_voices_is_title (self, marked))
    return FALSE;
  while (--i > end && !(self->tokens[i].flags & (PLX_TOKEN_FIRST | PLX_TOKEN_AFTER_BLANK)))
    ;
  return i <= end;
}

/* Whether a quotation that no reporting word claimed is a sentence, or several, in the middle of a
 * paragraph. */
static gboolean
is_sentence (const PlxVoices *self,
             const PlxMarked *marked)
{
  guint32 i = marked->range.start, last = marked->range.end - 1;

  return !marked->open && i > 0 && (self->tokens[i + 1].flags & PLX_TOKEN_FIRST) &&
         (self->tokens[i + 1].flags & PLX_TOKEN_CAPITALISED) &&
         (self->tokens[last - 1].flags & PLX_TOKEN_STOP) &&
         (self->tokens[i - 1].flags & (PLX_TOKEN_STOP | PLX_TOKEN_ABBREVIATION | PLX_TOKEN_QUOTE)) &&
         !plx_voices_is_title (self, marked);
}

/* Gives a quotation to whom the sentence before it is about: "She shook her head. “It is over.”" */
static void
claim_for_subject (PlxVoices       *self,
                   const PlxMarked *marked)
{
  guint32 start = marked->range.start;
  PlxRange speaker;

  if (start == 0 || (self->tokens[start].flags & PLX_TOKEN_AFTER_BLANK))
    return;
  while (--start > 0 && !(self->tokens[start].flags & (PLX_TOKEN_FIRST | PLX_TOKEN_AFTER_BLANK)))
    ;
  if (plx_voices_is_quoted (self, start))
    return;
  speaker = plx_voices_subject_of (self, (PlxRange) { start, marked->range.start });
  plx_voices_add (self, marked->range, (PlxRange) { 0, 0 }, speaker, (PlxRange) { 0, 0 });
}

/* Gives quotations that no reporting word claimed to whoever is credited behind them or, if they
 * are paragraphs of their own, to whoever spoke last before them. */
static void
claim_free_quotations (PlxVoices *self)
{
  guint n_found = self->found->len, next = 0;

  sort_found (self);
  for (guint i = 0; i < self->marked->len; i++)
    {
      PlxMarked *marked = &g_array_index (self->marked, PlxMarked, i);
      PlxRange credit;

      while (next < n_found &&
             g_array_index (self->found, PlxFound, next).content[0].start < marked->range.start)
        next++;
      if (marked->claimed || marked->range.end - marked->range.start < MIN_FREE_TOKENS ||
          is_heading (self, marked) || !plx_voices_is_whole (self, marked))
        continue;
      credit = credit_after (self, marked);
      if (!plx_range_is_empty (credit))
        plx_voices_add (self, marked->range, (PlxRange) { 0, 0 }, credit, (PlxRange) { 0, 0 });
      else if (next > 0 && (self->tokens[marked->range.start].flags & PLX_TOKEN_AFTER_BLANK))
        claim_after (self, next - 1, marked);
      else if (next > 0 && follows_voice (self, &g_array_index (self->found, PlxFound, next - 1), marked))
        {
          PlxFound *last = &g_array_index (self->found, PlxFound, next - 1);
          PlxRange speaker = last->speaker;

          if (plx_range_is_empty (last->content[1]))
            {
              last->content[1] = marked->range;
              marked->claimed = TRUE;
            }
          else
            plx_voices_add (self, marked->range, (PlxRange) { 0, 0 }, speaker, (PlxRange) { 0, 0 });
        }
      else if (is_sentence (self, marked))
        claim_for_subject (self, marked);
    }
}

/* One pass over all tokens picks those that anything can begin with; everything else is looked at
 * around them only. Every place is written and kept only if the token counts: there is no branch
 * to guess wrong. */
static void
find_points (PlxVoices *self)
{
  const PlxToken *tokens = self->tokens;
  guint32 n_points = 0, n_hints = 0;

  for (guint32 i = 0; i < self->n_tokens; i++)
    {
      self->points[n_points] = i;
      n_points += (tokens[i].flags & (PLX_TOKEN_QUOTE | PLX_TOKEN_AFTER_BLANK)) != 0;
      self->hints[n_hints] = i;
      n_hints += plx_voice_words_may_report (self->words, tokens[i].hash);
    }
  self->n_points = n_points;
  /* the bits pass a few others */
  self->n_hints = 0;
  for (guint32 k = 0; k < n_hints; k++)
    {
      self->hints[self->n_hints] = self->hints[k];
      self->n_hints += plx_voices_frames (self, self->hints[k]) != 0;
    }
}

/* Moves on to a sentence. Returns: whether it may hold a voice */
static gboolean
begin_sentence (PlxVoices             *self,
                const PlxTextSentence *sentence)
{
  guint32 start = sentence->first_token, end = sentence->first_token + sentence->n_tokens;
  gboolean quoted;

  self->sentence = (PlxRange) { start, end };
  self->paragraph = sentence->paragraph;
  self->first_hint = self->end_hint;
  while (self->end_hint < self->n_hints && self->hints[self->end_hint] < end)
    self->end_hint++;
  while (self->first_point < self->n_points && self->points[self->first_point] < start)
    self->first_point++;
  quoted = FALSE;
  for (guint32 k = self->first_point; k < self->n_points && self->points[k] < end && !quoted; k++)
    quoted = (self->tokens[self->points[k]].flags & PLX_TOKEN_QUOTE) != 0;
  while (self->first_marked < self->marked->len &&
         g_array_index (self->marked, PlxMarked, self->first_marked).range.start <= start)
    self->first_marked++;
  return quoted || self->first_hint < self->end_hint || self->sentence_index == 0 ||
         /* “Is it?” she went on. */
         (start > 0 && plx_voices_is_quoted (self, start - 1) &&
          !(self->tokens[start].flags & PLX_TOKEN_AFTER_BLANK));
}

static void
make_room (PlxVoices *self)
{
  if (self->room > self->n_tokens)
    return;
  self->room = MAX (2 * self->room, self->n_tokens + 1);
  self->classes = g_renew (guint32, self->classes, self->room);
  self->points = g_renew (guint32, self->points, self->room);
  self->hints = g_renew (guint32, self->hints, self->room);
}

void
plx_voices_find (PlxVoices     *self,
                 const PlxText *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  self->text = text;
  self->tokens = (const PlxToken *) (gconstpointer) text->tokens->data;
  self->n_tokens = text->tokens->len;
  make_room (self);
  memset (self->classes, 0, self->n_tokens * sizeof *self->classes);
  g_array_set_size (self->marked, 0);
  g_array_set_size (self->found, 0);
  g_array_set_size (self->quotes, 0);
  g_ptr_array_set_size (self->names, 0);

  find_points (self);
  plx_voices_pair_marks (self);
  self->end_hint = self->first_point = self->first_marked = 0;
  for (guint i = 0; i < text->sentences->len; i++)
    {
      const PlxTextSentence *sentence = &g_array_index (text->sentences, PlxTextSentence, i);

      self->sentence_index = i;
      if (begin_sentence (self, sentence))
        plx_voices_read_sentence (self);
    }
  claim_free_quotations (self);
  make_quotes (self);
  plx_voices_resolve_names (self);
}

const char *
plx_voice_kind_to_string (PlxVoiceKind kind)
{
  static const char *const names[] = { "reporter", "direct", "indirect", "mixed" };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}
