/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-clause.h"

/* The voices of one sentence: each reporting word is asked for its subject and for what it
 * governs, which stands behind it ("she said the deal was off"), before it ("…, she said") or on
 * both sides. */

#define MAX_SENTENCE_TOKENS 800

/* Whether what stands before @tag is set off from it as a tag's content is. */
static gboolean
is_set_off (PlxVoices *v,
            guint32    tag)
{
  guint16 mark;

  if (tag == 0)
    return FALSE;
  if (tag == v->sentence.start)
    return plx_voices_is_quoted (v, tag - 1) && tag > 1 &&
           (v->tokens[tag - 2].mark == '?' || v->tokens[tag - 2].mark == '!' ||
            v->tokens[tag - 2].mark == ',') &&
           !(v->tokens[tag].flags & PLX_TOKEN_AFTER_BLANK);
  if (is_quoted (v, tag - 1))
    return !plx_voices_is_short_mark (v, tag - 1) ||
           plx_voices_is_whole (v, plx_voices_marked_at (v, tag - 1));
  mark = v->tokens[tag - 1].mark;
  return mark == ',' || mark == '-' || mark == '?' || mark == '!';
}

/* "…," said Smith. */
static gboolean
take_inverted (PlxVoices *v,
               guint32    cue,
               guint32    frames)
{
  PlxRange speaker;
  Right right;
  gboolean quoted;

  if (!(frames & PLX_FRAME_TAG) || (frames & PLX_FRAME_TELL && !(frames & PLX_FRAME_QUESTION)) ||
      !(frames & (PLX_FRAME_PAST | PLX_FRAME_THIRD)) || !is_set_off (v, cue) ||
      !is_word (v, cue + 1) || is_quoted (v, cue + 1))
    return FALSE;
  quoted = plx_voices_is_quoted (v, cue - 1);
  if (!quoted && !is_capitalised (v, cue + 1) &&
      !(class_at (v, cue + 1) &
        (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_SUBJECT | PLX_CLASS_PERSON)))
    return FALSE;
  speaker = plx_voices_phrase_after (v, cue + 1);
  if (plx_range_is_empty (speaker) ||
      (class_at (v, cue + 1) & (PLX_GRAMMAR_THAT | PLX_GRAMMAR_OBJECT | PLX_CLASS_TIME)))
    return FALSE;
  right = plx_voices_look_right (v, speaker.end);
  if (!quoted && right.kind != RIGHT_END && right.kind != RIGHT_COMMA &&
      !(class_at (v, speaker.end) & PLX_GRAMMAR_RELATIVE))
    return FALSE;
  /* "…, said Smith, who heads the firm": the rest describes the speaker. */
  if (right.kind == RIGHT_COMMA && !is_quoted (v, right.at + 1))
    {
      guint32 k = right.at + 1;

      while (k < v->sentence.end && !is_quoted (v, k))
        k++;
      if (k < v->sentence.end && quoted)
        right = (Right) { RIGHT_QUOTE, k };
      else
        right.kind = RIGHT_END;
    }
  else if (right.kind != RIGHT_COMMA && right.kind != RIGHT_QUOTE)
    {
      right.kind = RIGHT_END;
    }
  return plx_voices_add_tagged (v, cue, right, speaker, (PlxRange) { cue, cue + 1 });
}

/* A verb whose object follows: denounced X, called for X, promised to X, accused X of Y. */
static void
take_object (PlxVoices     *v,
             guint32        cue,
             guint32        frames,
             Right          right,
             const Subject *subject)
{
  PlxRange verb = { subject->verb_start, cue + 1 };
  guint32 from = cue + 1;
  guint32 class = class_at (v, from);

  /* Inside somebody's words only clauses and quotations are taken for a voice again. */
  if (cue < v->governed_end)
    return;
  if ((frames & PLX_FRAME_OPENS) && (class & PLX_CLASS_PARTICLE) && is_word (v, from + 1))
    {
      verb.end = ++from;
      if (class_at (v, from) & PLX_GRAMMAR_THAT)
        {
          plx_voices_add_governed (
              v, (PlxRange) { from, plx_voices_clause_end (v, from, FALSE) }, subject->range, verb);
          return;
        }
    }
  else if ((frames & PLX_FRAME_INFINITIVE) && right.kind == RIGHT_TO)
    from = right.at;
  else if (!(frames & PLX_FRAME_OBJECT) ||
           (class & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT)) ||
           ((class & PLX_GRAMMAR_PREPOSITION) && !(frames & PLX_FRAME_PREDICATE)) ||
           right.kind == RIGHT_END || right.kind == RIGHT_COMMA)
    return;
  if (is_end (v, from))
    return;
  plx_voices_add_governed (
      v, (PlxRange) { from, plx_voices_object_end (v, from) }, subject->range, verb);
}

/* Whether the clause that begins at @start depends on one that follows it: "After saying …, he …",
 * "When she said …, they …". */
static gboolean
is_subordinate (PlxVoices *v,
                guint32    start,
                guint32    cue)
{
  guint32 before;

  if (start == v->sentence.start)
    return (plx_voices_frames (v, cue) & PLX_FRAME_GERUND) && start == cue;
  before = class_at (v, start - 1);
  if (plx_voices_frames (v, cue) & PLX_FRAME_GERUND && start == cue)
    return (before & PLX_GRAMMAR_PREPOSITION) != 0 || (before & PLX_GRAMMAR_SUBORDINATOR);
  return (before & (PLX_GRAMMAR_SUBORDINATOR | PLX_GRAMMAR_CONDITIONAL)) ||
         ((before & PLX_GRAMMAR_PREPOSITION) && !(before & PLX_CLASS_LINK));
}

/* A whole quotation that stands further on behind a comma or colon: wrote on Monday, in capitals,
 * "…" */
static guint32
later_quotation (PlxVoices *v,
                 guint32    from)
{
  for (guint32 i = from; i < v->sentence.end; i++)
    {
      if (is_quoted (v, i))
        return is_capitalised (v, i + 1) &&
                       (v->tokens[i - 1].mark == ',' || v->tokens[i - 1].mark == ':') &&
                       !plx_voices_is_title (v, plx_voices_marked_at (v, i))
                   ? i
                   : PLX_NONE;
      if (is_reporting_verb (v, i, PLX_FRAME_FORMS))
        return PLX_NONE;
    }
  return PLX_NONE;
}

/* "a map called “The Old Dock”": who calls something something names it first, so that what stands
 * before the verb here is what is called, unless "what" or "which" went before: "what he called". */
static gboolean
names_something (PlxVoices     *v,
                 guint32        frames,
                 Right          right,
                 const Subject *subject,
                 PlxRange       verb)
{
  guint32 start = subject->range.start;

  return (frames & PLX_FRAME_PREDICATE) && (frames & PLX_FRAME_PARTICIPLE) &&
         right.kind == RIGHT_QUOTE && right.at == verb.end && verb.end - verb.start == 1 &&
         subject->kind == SUBJECT_PHRASE && !(class_at (v, start) & PLX_GRAMMAR_SUBJECT) &&
         !(start > v->sentence.start &&
           (class_at (v, start - 1) & (PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_RELATIVE)));
}

/* Takes what a verb governs on its right, if its frames allow that.
 * Returns: FALSE if they do not */
static gboolean
take_right (PlxVoices     *v,
            guint32        frames,
            Right          right,
            guint32        after,
            gboolean       embedded,
            const Subject *subject,
            PlxRange       verb)
{
  PlxRange content = { right.at, 0 };

  switch (right.kind)
    {
    case RIGHT_THAT:
    case RIGHT_QUOTE:
      if (names_something (v, frames, right, subject, verb))
        return TRUE;
      if (!(frames & (PLX_FRAME_THAT | PLX_FRAME_PREDICATE)) ||
          (right.kind == RIGHT_QUOTE && (frames & PLX_FRAME_WEAK) &&
           plx_voices_is_short_mark (v, right.at) && v->tokens[right.at - 1].mark != ',' &&
           v->tokens[right.at - 1].mark != ':'))
        return FALSE;
      break;
    case RIGHT_COLON:
      if (!(frames & PLX_FRAME_THAT))
        return FALSE;
      content = (PlxRange) { right.at + 1, v->sentence.end };
      if (is_end (v, right.at + 1))
        content = plx_voices_continuation (v);
      if (plx_range_is_empty (content))
        return TRUE;
      break;
    case RIGHT_QUESTION:
      if (!(frames & (PLX_FRAME_QUESTION | PLX_FRAME_CLAUSE | PLX_FRAME_TELL)))
        return FALSE;
      break;
    case RIGHT_COMMA:
      if (!(frames & PLX_FRAME_THAT) || !is_quoted (v, right.at + 1) ||
          /* said in her book, “A Life”: but "said, “Donald Duck”" */
          (right.at > verb.end && plx_voices_is_title (v, plx_voices_marked_at (v, right.at + 1))))
        return FALSE;
      content.start++;
      break;
    case RIGHT_OTHER:
    case RIGHT_TO:
      if (!(frames & PLX_FRAME_CLAUSE) ||
          (right.kind == RIGHT_TO && (frames & (PLX_FRAME_OBJECT | PLX_FRAME_INFINITIVE))))
        return FALSE;
      /* “…,” Kate Reck, who heads the board said in a note: of the quotation */
      if ((class_at (v, content.start) & PLX_GRAMMAR_PREPOSITION) && is_quoted (v, v->sentence.start) &&
          !plx_voices_marked_at (v, v->sentence.start)->claimed)
        return FALSE;
      if (frames & PLX_FRAME_TELL)
        content.start = after;
      if (is_end (v, content.start + 1))
        return TRUE;
      break;
    case RIGHT_END:
    default:
      return FALSE;
    }
  if (content.end == 0)
    content.end = plx_voices_clause_end (v, content.start, embedded);
  plx_voices_add_governed (v, content, subject->range, verb);
  return TRUE;
}

/* "…," she said: whether the verb and its subject are a tag, and taken. */
static gboolean
take_tag (PlxVoices     *v,
          guint32        frames,
          guint32        tag,
          Right          right,
          const Subject *subject,
          PlxRange       verb)
{
  gboolean behind_quotation = tag > 0 && plx_voices_is_quoted (v, tag - 1);

  /* "…," she said of a plan that failed */
  if (behind_quotation && right.kind == RIGHT_THAT &&
      (!(frames & PLX_FRAME_TELL) ||
       plx_voices_marked_at (v, tag - 1)->range.start <= v->sentence.start) && right.at > plx_voices_skip_times (v, verb.end))
    right.kind = RIGHT_OTHER;
  if (!(frames & PLX_FRAME_TAG) || subject->kind != SUBJECT_PHRASE || !is_set_off (v, tag))
    return FALSE;
  if (plx_voices_has_own_quotation (v, tag, right))
    return FALSE;
  if (right.kind != RIGHT_END && right.kind != RIGHT_COMMA && right.kind != RIGHT_QUOTE &&
      !(behind_quotation && right.kind != RIGHT_THAT && right.kind != RIGHT_COLON))
    return FALSE;
  return plx_voices_add_tagged (v, tag, right, subject->range, verb);
}

/* A verb with its subject before it. */
static void
take_verb (PlxVoices     *v,
           guint32        cue,
           guint32        frames,
           const Subject *subject)
{
  guint32 after = frames & PLX_FRAME_TELL ? plx_voices_skip_hearer (v, cue + 1) : cue + 1;
  Right right = plx_voices_look_right (v, after);
  PlxRange verb = { subject->verb_start, cue + 1 };
  guint32 tag = subject->kind == SUBJECT_PHRASE ? subject->range.start : subject->verb_start;
  gboolean embedded = subject->kind == SUBJECT_RELATIVE || is_subordinate (v, tag, cue);
  guint32 to = plx_voices_skip_times (v, after), quotation;

  if ((frames & PLX_FRAME_INFINITIVE) && (class_at (v, to) & PLX_GRAMMAR_TO) &&
      (right.kind == RIGHT_OTHER || right.kind == RIGHT_END || right.kind == RIGHT_COMMA))
    right = (Right) { RIGHT_TO, to };
  if (!embedded && take_tag (v, frames, tag, right, subject, verb))
    return;

  /* "assured the clerk of its support" */
  if ((frames & PLX_FRAME_TELL) && (class_at (v, after) & PLX_GRAMMAR_OF) && cue >= v->governed_end)
    {
      plx_voices_add_governed (
          v, (PlxRange) { after, plx_voices_object_end (v, after) }, subject->range, verb);
      return;
    }
  /* wrote on Monday: “…” */
  quotation = (frames & PLX_FRAME_TAG) && !embedded && right.kind != RIGHT_END
                  ? later_quotation (v, cue + 1)
                  : PLX_NONE;
  if (quotation != PLX_NONE && v->tokens[quotation - 1].mark == ':')
    {
      plx_voices_add_governed (v, (PlxRange) { quotation, v->sentence.end }, subject->range, verb);
      return;
    }
  if ((frames & PLX_FRAME_OPENS) && (class_at (v, cue + 1) & PLX_CLASS_PARTICLE) &&
      !(right.kind == RIGHT_COMMA && is_quoted (v, right.at + 1))) /* wrote to them, “…” */
    {
      take_object (v, cue, frames, right, subject);
      return;
    }
  if (take_right (v, frames, right, after, embedded, subject, verb))
    return;
  if (quotation != PLX_NONE)
    plx_voices_add_governed (v, (PlxRange) { quotation, v->sentence.end }, subject->range, verb);
  else
    take_object (v, cue, frames, right, subject);
}

/* "according to the ministry", before, behind or inside what it says. */
static void
take_according (PlxVoices *v,
                guint32    cue)
{
  PlxRange speaker, before, after = { 0, 0 };
  gboolean opens = cue == v->sentence.start;
  guint32 next;

  if (!(class_at (v, cue + 1) & PLX_GRAMMAR_TO))
    return;
  speaker = plx_voices_phrase_after (v, cue + 2);
  if (plx_range_is_empty (speaker))
    return;
  v->content_from = v->sentence.start;
  before = (PlxRange) { v->sentence.start, plx_voices_before_tag (v, cue, v->sentence.start) };
  if (before.end > before.start && before.end - before.start <= 2 &&
      (class_at (v, before.start) & (PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT)))
    opens = TRUE;
  next = speaker.end;
  while (opens && next < v->sentence.end && mark_at (v, next) != ',')
    next++;
  if (opens || mark_at (v, next) == ',')
    after = (PlxRange) { next + 1, plx_voices_is_short_mark (v, next + 1)
                                     ? v->sentence.end
                                     : plx_voices_quotation_end (v, next + 1, v->sentence.end) };
  if (opens)
    before.end = before.start;
  else if (!plx_range_is_empty (after) &&
           ((class_at (v, after.start) & (PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_BUT)) ||
            ends_in (v, after.start, "ing")))
    after.end = after.start;
  else
    before = plx_voices_content_before (v, cue);
  if (!opens && plx_range_is_empty (before))
    before = plx_voices_content_before (v, cue);
  plx_voices_remember (
      v,
      plx_voices_add (
          v, before, plx_voices_extend_over_marks (v, after), speaker, (PlxRange) { cue, cue + 2 }),
      speaker);
}

/* "the minister's claim that …" */
static void
take_noun (PlxVoices *v,
           guint32    cue)
{
  PlxRange speaker = { 0, 0 };

  if (!(class_at (v, cue + 1) & PLX_GRAMMAR_THAT) || cue == v->sentence.start ||
      (class_at (v, cue + 2) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE | PLX_GRAMMAR_ADVERB)) ||
      ends_in (v, cue + 2, "ed"))
    return;
  for (guint32 i = cue; i > v->sentence.start && cue - i < 3; i--)
    {
      if (v->tokens[i - 1].flags & PLX_TOKEN_CLITIC)
        {
          if (i - 1 > v->sentence.start)
            speaker = plx_voices_phrase_before (v, i - 2, v->sentence.start);
          /* hit back at the mayor's claim */
          for (guint32 k = i - 1; k > speaker.start; k--)
            {
              if ((class_at (v, k - 1) & PLX_GRAMMAR_PREPOSITION) && !(class_at (v, k - 1) & PLX_GRAMMAR_OF))
                speaker.start = k;
            }
          break;
        }
      if (class_at (v, i - 1) & PLX_GRAMMAR_POSSESSIVE)
        {
          speaker = (PlxRange) { i - 1, i };
          break;
        }
    }
  plx_voices_add_governed (v,
                           (PlxRange) { cue + 1, plx_voices_clause_end (v, cue + 1, FALSE) },
                           speaker,
                           (PlxRange) { cue, cue + 1 });
}

/* "Asked whether …, she", "he was asked about …": nobody is said to have asked. */
static gboolean
take_asked (PlxVoices     *v,
            guint32        cue,
            guint32        frames,
            const Subject *subject)
{
  guint32 start = subject->verb_start, i;
  gboolean bare =
      start == v->sentence.start || (class_at (v, start - 1) & PLX_GRAMMAR_SUBORDINATOR);

  if (!(frames & PLX_FRAME_TELL) || !(frames & PLX_FRAME_QUESTION) ||
      !(frames & PLX_FRAME_PARTICIPLE) || !(bare || subject->kind == SUBJECT_PASSIVE))
    return FALSE;
  for (i = cue + 1; i < MIN (cue + MAX_ADJUNCT_TOKENS, v->sentence.end) && mark_at (v, i) != ',';
       i++)
    {
      guint32 class = class_at (v, i);

      if ((class & (PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL)) ||
          ((class & PLX_CLASS_PARTICLE) && !(class & PLX_GRAMMAR_TO)))
        {
          if (!(class & (PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL)))
            i++;
          if (class_at (v, i) & PLX_CLASS_TIME)
            continue;
          plx_voices_add_governed (v,
                                   (PlxRange) { i, plx_voices_clause_end (v, i, TRUE) },
                                   (PlxRange) { 0, 0 },
                                   (PlxRange) { start, cue + 1 });
          return TRUE;
        }
    }
  return TRUE;
}

/* Whether a form that is a noun too is the noun here. */
static gboolean
is_noun_here (PlxVoices *v,
              guint32    cue,
              guint32    frames)
{
  guint32 before;

  if ((frames & PLX_FRAME_WEAK) && (frames & (PLX_FRAME_BASE | PLX_FRAME_THIRD)))
    frames |= PLX_FRAME_NOUNLIKE;
  if (!(frames & PLX_FRAME_NOUNLIKE) || cue == v->sentence.start)
    return (frames & PLX_FRAME_NOUNLIKE) != 0;
  before = class_at (v, cue - 1);
  if (is_capitalised (v, cue) && !(v->tokens[cue].flags & PLX_TOKEN_FIRST))
    return TRUE; /* United States */
  if ((before & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)) ||
      (v->tokens[cue - 1].flags & PLX_TOKEN_CLITIC) || (v->tokens[cue].flags & PLX_TOKEN_JOINED))
    return TRUE;
  if (before & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_MODAL | PLX_GRAMMAR_DO | PLX_GRAMMAR_TO |
                PLX_GRAMMAR_RELATIVE))
    return FALSE;
  if (frames & PLX_FRAME_GERUND)
    return is_word (v, cue + 1) && !is_quoted (v, cue + 1) &&
           !(class_at (v, cue + 1) &
             (PLX_GRAMMAR_THAT | PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE |
              PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_OBJECT |
              PLX_GRAMMAR_QUESTION | PLX_GRAMMAR_CONDITIONAL)) &&
           !is_capitalised (v, cue + 1);
  if (before & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AUXILIARY))
    return TRUE;
  return !((class_at (v, cue + 1) & PLX_GRAMMAR_THAT) && !(frames & PLX_FRAME_WEAK)) &&
         !is_quoted (v, cue + 1) && !(is_capitalised (v, cue - 1) && (frames & PLX_FRAME_THIRD));
}

#define MIN_SMALL_WORDS 2

/* Whether a reporting word with a capital is part of a name or title ("North East Says No") and not
 * of a headline, which has few words in small letters. */
static gboolean
is_in_name (PlxVoices *v,
            guint32    cue)
{
  guint n_small = 0;

  if (!is_capitalised (v, cue) || (v->tokens[cue].flags & (PLX_TOKEN_FIRST | PLX_TOKEN_ALL_CAPS)) ||
      cue == v->sentence.start || v->tokens[cue - 1].hash == 0)
    return FALSE;
  for (guint32 i = v->sentence.start; i < v->sentence.end && n_small < MIN_SMALL_WORDS; i++)
    n_small += is_word (v, i) && !is_capitalised (v, i) && plx_span_length (v->tokens[i].span) > 3;
  return n_small >= MIN_SMALL_WORDS;
}

/* "calling itself …": gives a name, and says nothing. */
static gboolean
names_itself (PlxVoices *v,
              guint32    cue,
              guint32    frames)
{
  return (frames & PLX_FRAME_PREDICATE) && (frames & (PLX_FRAME_GERUND | PLX_FRAME_THIRD | PLX_FRAME_BASE)) &&
         is_word (v, cue + 1) &&
         (v->tokens[cue + 1].hash == plx_word_hash ("itself", 6) ||
          v->tokens[cue + 1].hash == plx_word_hash ("themselves", 10));
}

static void
take_cue (PlxVoices *v,
          guint32    cue,
          guint32    frames)
{
  Subject subject;

  /* pre-ordered, self-proclaimed */
  if ((v->tokens[cue].flags & PLX_TOKEN_JOINED) || is_in_name (v, cue) || names_itself (v, cue, frames))
    return;

  if (frames & PLX_FRAME_ACCORDING)
    {
      take_according (v, cue);
      return;
    }
  if (is_noun_here (v, cue, frames) || !(frames & PLX_FRAME_FORMS))
    {
      if (frames & PLX_FRAME_NOUN)
        take_noun (v, cue);
      return;
    }
  if (take_inverted (v, cue, frames))
    return;
  subject = plx_voices_find_subject (v, cue);
  if (take_asked (v, cue, frames, &subject))
    return;
  if (subject.kind == SUBJECT_PASSIVE)
    return;
  if (subject.kind == SUBJECT_NONE)
    return;
  take_verb (v, cue, frames, &subject);
}

#define MAX_DATELINE_TOKENS 24

/* Moves the start of a sentence past its dateline, "PORT SELLA, Kestova (CP) — ": it is nobody's
 * subject and no part of what is reported. A place in capitals begins it, or a bracket with the
 * agency stands before its dash. */
static void
skip_dateline (PlxVoices *v)
{
  guint32 start = v->sentence.start, end = MIN (v->sentence.end, start + MAX_DATELINE_TOKENS), dash;
  guint flags = v->tokens[start].flags;

  if (!(flags & PLX_TOKEN_CAPITALISED) || !(flags & (PLX_TOKEN_AFTER_LINE | PLX_TOKEN_AFTER_BLANK)))
    return;
  for (dash = start + 1; dash < end && v->tokens[dash].mark != '-'; dash++)
    ;
  if (dash + 1 >= end || (is_word (v, dash + 1) && !is_capitalised (v, dash + 1)) ||
      (v->tokens[dash - 1].mark != ')' &&
       !((flags & PLX_TOKEN_ALL_CAPS) && plx_span_length (v->tokens[start].span) > 2)))
    return;
  for (guint32 i = start; i < dash; i++)
    {
      if (is_quoted (v, i) || plx_voices_frames (v, i) != 0 ||
          (!is_capitalised (v, i) && /* May 3 */
           (class_at (v, i) & (PLX_GRAMMAR_AUXILIARY | PLX_GRAMMAR_DETERMINER))))
        return;
    }
  v->sentence.start = dash + 1;
}

void
plx_voices_read_sentence (PlxVoices *self)
{
  guint32 from;

  /* Every word may look as far as the sentence goes: nobody writes, and nothing is to hang on, one
   * of a hundred thousand words. */
  if (self->sentence.end - self->sentence.start > MAX_SENTENCE_TOKENS)
    return;

  skip_dateline (self);
  self->last_speaker = (PlxRange) { 0, 0 };
  self->last_found = PLX_NONE;
  self->content_from = self->sentence.start;
  self->governed_end = 0;

  plx_voices_take_label (self);
  from = self->content_from;
  for (guint32 k = self->first_hint; k < self->end_hint; k++)
    {
      guint32 i = self->hints[k];
      guint32 frames = i >= from ? plx_voices_frames (self, i) : 0;

      if (frames != 0 && !is_quoted (self, i))
        take_cue (self, i, frames);
    }
  plx_voices_take_tags (self);
  plx_voices_take_unsaid (self);
}
