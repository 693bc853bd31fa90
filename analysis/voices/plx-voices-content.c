/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-clause.h"

/* What a tag (“…,” she said) reports: on its left, on its right, in the next sentence. */

PlxRange
plx_voices_extend_over_marks (PlxVoices *v,
                              PlxRange   range)
{
  PlxMarked *marked;

  if (plx_range_is_empty (range))
    return range;
  marked = plx_voices_marked_at (v, range.end - 1);
  while (marked != NULL && marked->range.end >= range.end)
    {
      range.end = marked->range.end;
      if (!marked->open)
        break;
      marked = plx_voices_marked_at (v, range.end);
      if (marked == NULL || !marked->reopened)
        break;
    }
  return range;
}

guint32
plx_voices_before_tag (PlxVoices *v,
                       guint32    end,
                       guint32    from)
{
  while (end > from && !is_quoted (v, end - 1) && v->tokens[end - 1].hash == 0)
    end--;
  return end;
}

/* Whether a quotation inside a sentence is one of its own there, and not words of the sentence. */
static gboolean
stands_alone (PlxVoices       *v,
              const PlxMarked *marked)
{
  const PlxToken *before = &v->tokens[marked->range.start - 1];

  return before->mark == '-' || before->mark == ':' || before->mark == '(' || before->mark == ';' ||
         (before->mark == ',' && is_capitalised (v, marked->range.start + 1));
}

PlxRange
plx_voices_content_before (PlxVoices *v,
                           guint32    end)
{
  guint32 from = MAX (v->sentence.start, v->content_from);
  PlxRange range = { from, plx_voices_before_tag (v, end, from) };
  PlxMarked *marked;

  if (plx_range_is_empty (range))
    {
      /* The quotation may have been a sentence, or several, of its own. */
      marked = range.start > 0 && range.start == v->sentence.start
                   ? plx_voices_marked_at (v, range.start - 1)
                   : NULL;
      if (marked != NULL && !marked->claimed && range.end == v->sentence.start)
        return marked->range;
      return range;
    }
  marked = is_quoted (v, range.end - 1) ? plx_voices_marked_at (v, range.end - 1) : NULL;
  while (marked != NULL && marked->range.start < range.start)
    {
      range.start = marked->range.start;
      if (!marked->reopened || range.start == 0)
        break;
      marked = plx_voices_marked_at (v, range.start - 1);
    }
  if (marked != NULL && marked->range.start > range.start && stands_alone (v, marked))
    range.start = marked->range.start;
  return range;
}

#define MAX_LEAD_TOKENS 4 /* But “…” */
#define MIN_LED_TOKENS 7

/* "…," she said. But “we will be back.”: the quotation that ends the next sentence, if hardly a word
 * of that stands outside it. */
static PlxRange
led_quotation (PlxVoices *v)
{
  guint32 i = v->sentence.end, from = i;
  const PlxMarked *marked;

  if (i >= v->n_tokens || (v->tokens[i].flags & PLX_TOKEN_AFTER_BLANK))
    return (PlxRange) { 0, 0 };
  while (i < MIN (from + MAX_LEAD_TOKENS + 1, v->n_tokens) && !plx_voices_is_quoted (v, i) &&
         plx_voices_frames (v, i) == 0 && (i == from || !(v->tokens[i].flags & PLX_TOKEN_FIRST)))
    i++;
  if (i == from || i >= v->n_tokens || !plx_voices_is_quoted (v, i))
    return (PlxRange) { 0, 0 };
  marked = plx_voices_marked_at (v, i);
  if (marked->range.start != i || marked->open || marked->range.end - i < MIN_LED_TOKENS ||
      !(v->tokens[marked->range.end - 2].flags & PLX_TOKEN_STOP) || plx_voices_is_title (v, marked))
    return (PlxRange) { 0, 0 };
  return marked->range;
}

PlxRange
plx_voices_continuation (PlxVoices *v)
{
  guint32 next = v->sentence.end;
  PlxRange none = { 0, 0 };
  const PlxMarked *marked;

  if (next >= v->n_tokens || (v->tokens[next].flags & PLX_TOKEN_AFTER_BLANK) ||
      !plx_voices_is_quoted (v, next))
    return none;
  marked = plx_voices_marked_at (v, next);
  if (marked == NULL || marked->range.start != next)
    return none;
  for (guint32 i = marked->range.end; i < MIN (marked->range.end + 5, v->n_tokens); i++)
    {
      if (v->tokens[i].flags & (PLX_TOKEN_FIRST | PLX_TOKEN_AFTER_BLANK))
        break;
      if (plx_voices_frames (v, i) & PLX_FRAME_TAG)
        return none;
    }
  return plx_voices_extend_over_marks (v, (PlxRange) { next, MIN (marked->range.end, v->n_tokens) });
}

guint32
plx_voices_quotation_end (PlxVoices *v,
                          guint32    start,
                          guint32    clause)
{
  const PlxMarked *marked = plx_voices_marked_at (v, start);
  guint32 last;

  if (marked == NULL || marked->range.start != start || marked->range.end >= clause)
    return clause;
  /* said, “…”: set off, it is no part of the clause around it */
  if (start > 0 && (v->tokens[start - 1].mark == ',' || v->tokens[start - 1].mark == ':') &&
      is_capitalised (v, start + 1))
    return marked->range.end;
  last = marked->range.end - 1;
  if (last > start && (v->tokens[last].flags & PLX_TOKEN_QUOTE))
    last--;
  if (v->tokens[last].hash == 0 && strchr (",.?!-", v->tokens[last].mark) != NULL)
    return marked->range.end;
  return clause;
}

/* Whether the verb at @i takes the quotation that follows it for itself: "…," she said, adding, "…" */
static gboolean
takes_quotation (PlxVoices *v,
                 guint32    i)
{
  guint32 frames = plx_voices_frames (v, i);

  return is_reporting_verb (v, i, PLX_FRAME_GERUND | PLX_FRAME_PAST) &&
         (frames & PLX_FRAME_TAG) && !(frames & PLX_FRAME_NOUNLIKE);
}

/* What a quotation goes on with behind its tag, which ends at @from: "…," she said, smiling, "…"
 * or "…," she said. "…" */
static PlxRange
quotation_after (PlxVoices *v,
                 guint32    from)
{
  gboolean taken = FALSE;
  PlxRange after;

  for (guint32 i = from; i < v->sentence.end; i++)
    {
      taken |= takes_quotation (v, i);
      if (!is_quoted (v, i))
        continue;
      if ((i > 0 && (v->tokens[i - 1].mark == ',' || v->tokens[i - 1].mark == ':' ||
                     v->tokens[i - 1].mark == '-')) ||
          /* "…," she said, but "…" */
          (i == from + 2 && v->tokens[from].mark == ',' && (class_at (v, from + 1) & PLX_GRAMMAR_BUT)) ||
          /* the comma is often forgotten before words that begin anew */
          (i == from && is_capitalised (v, i + 1) && !plx_voices_is_short_mark (v, i)))
        return taken ? (PlxRange) { 0, 0 } : (PlxRange) { i, plx_voices_quotation_end (v, i, v->sentence.end) };
      i = plx_voices_marked_at (v, i)->range.end - 1;
    }
  after = plx_voices_continuation (v);
  return plx_range_is_empty (after) ? led_quotation (v) : after;
}

void
plx_voices_remember (PlxVoices *v,
                     guint32    found,
                     PlxRange   speaker)
{
  v->last_found = found;
  if (!plx_range_is_empty (speaker))
    v->last_speaker = speaker;
}

/* Whether the voice found last is of the same words: “…” behind "she told them:" with "she said"
 * behind it. */
static gboolean
is_taken_already (PlxVoices *v,
                  PlxRange   content)
{
  const PlxFound *last = v->last_found != PLX_NONE
                           ? &g_array_index (v->found, PlxFound, v->last_found) : NULL;

  return last != NULL && plx_range_is_empty (last->content[1]) && content.end > content.start + 1 &&
         plx_voices_is_quoted (v, content.start) && last->content[0].start == content.start &&
         last->content[0].end + 1 >= content.end;
}

/* "Voss agreed to leave, officials said": the tag at the end reports the whole sentence, and what an
 * earlier verb governs ends before it. Returns: where the tag's content begins */
static guint32
leave_to_tag (PlxVoices *v,
              PlxRange   before)
{
  PlxFound *last = v->last_found != PLX_NONE ? &g_array_index (v->found, PlxFound, v->last_found) : NULL;

  if (last == NULL || plx_range_is_empty (last->cue) || last->cue.end > last->content[0].start ||
      last->content[0].start >= before.end || last->content[0].end <= before.end ||
      !plx_range_is_empty (last->content[1]))
    return before.start;
  last->content[0].end = before.end;
  return v->sentence.start;
}

gboolean
plx_voices_add_tagged (PlxVoices *v,
                       guint32    tag,
                       Right      right,
                       PlxRange   speaker,
                       PlxRange   cue)
{
  PlxRange before = plx_voices_content_before (v, tag), after = { 0, 0 };
  guint32 frames;
  gboolean quoted;

  if (plx_range_is_empty (before))
    return FALSE;
  frames = plx_voices_frames (v, cue.end - 1);
  if (((frames & PLX_FRAME_WEAK) || ((frames & PLX_FRAME_TELL) && !(frames & PLX_FRAME_CLAUSE))) &&
      !plx_voices_is_quoted (v, before.end - 1))
    return FALSE;
  quoted = plx_voices_is_quoted (v, before.end - 1);
  if (right.kind == RIGHT_QUOTE && !quoted)
    return FALSE;
  if (quoted)
    after = quotation_after (v, MAX (right.at, cue.end));
  else if (right.kind == RIGHT_COMMA)
    {
      guint32 next = right.at + 1;

      if (is_quoted (v, next))
        return FALSE;
      if (!quoted && !is_reporting_verb (v, next, PLX_FRAME_GERUND) && !ends_in (v, next, "ing") &&
          !(class_at (v, next) & PLX_GRAMMAR_RELATIVE))
        after = (PlxRange) { next, plx_voices_clause_end (v, next, FALSE) };
    }
  after = plx_voices_extend_over_marks (v, after);
  if (!quoted && right.kind == RIGHT_END)
    before.start = leave_to_tag (v, before);
  if (is_taken_already (v, before))
    g_array_remove_index (v->found, v->last_found);
  plx_voices_remember (v, plx_voices_add (v, before, after, speaker, cue), speaker);
  v->content_from = MAX (plx_range_is_empty (after) ? cue.end : after.end, v->content_from);
  return TRUE;
}

void
plx_voices_add_governed (PlxVoices *v,
                         PlxRange   content,
                         PlxRange   speaker,
                         PlxRange   cue)
{
  if (content.start < v->sentence.end && is_quoted (v, content.start))
    content.end = plx_voices_quotation_end (v, content.start, content.end);
  plx_voices_remember (
      v,
      plx_voices_add (
          v, plx_voices_extend_over_marks (v, content), (PlxRange) { 0, 0 }, speaker, cue),
      speaker);
  v->content_from = MAX (v->content_from, cue.end);
  v->governed_end = MAX (v->governed_end, content.end);
}
