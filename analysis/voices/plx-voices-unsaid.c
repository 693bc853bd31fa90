/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-clause.h"

/* Voices that no reporting word tells: a label before a colon, a quotation with any verb behind it,
 * and whole quotations that a sentence leads to. */

#define MAX_LABEL_TOKENS 14
#define MAX_HEADLINE_LABEL 3 /* "Smith: Deal is off" as a headline */

/* Whether plx_voices_take_label() may find one; most sentences have no colon. */
static gboolean
may_be_label (PlxVoices *v)
{
  guint32 end = MIN (v->sentence.end, v->sentence.start + MAX_LABEL_TOKENS + 1);

  if (!is_capitalised (v, v->sentence.start))
    return FALSE;
  for (guint32 i = v->sentence.start; i < end; i++)
    {
      if (v->tokens[i].mark == ':')
        return TRUE;
    }
  return FALSE;
}

/* Whether a label names no speaker: headlines begin with the kind of piece as well, "Analysis: Deal
 * is off". */
static gboolean
is_kind_of_piece (PlxVoices *v,
                  guint32    colon)
{
  static const char *const kinds[] = {
    "analysis", "breaking", "comment", "commentary", "correction", "editorial", "exclusive", "explainer",
    "factbox", "graphic", "in", "insight", "interview", "latest", "letter", "live", "opinion", "photos",
    "pictures", "podcast", "poll", "preview", "profile", "quiz", "read", "recap", "review", "timeline",
    "transcript", "update", "updated", "video", "watch",
  };
  const PlxToken *head = &v->tokens[colon - 1];

  if (colon - v->sentence.start > 1 && !(class_at (v, colon - 2) & PLX_GRAMMAR_DETERMINER))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (head->hash == plx_word_hash (kinds[i], strlen (kinds[i])))
        return TRUE;
    }
  return FALSE;
}

/* Whether what stands before a colon may name somebody: words in lower case that are neither links
 * nor persons make it a clause ("Perez lobbies for higher wages: “…”"). */
static gboolean
is_name_label (PlxVoices *v,
               guint32    colon)
{
  const guint32 small = PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_PREPOSITION |
                        PLX_GRAMMAR_OF | PLX_GRAMMAR_AND | PLX_CLASS_PERSON | PLX_CLASS_TIME;

  for (guint32 i = v->sentence.start; i < colon; i++)
    {
      if (is_word (v, i) && !is_capitalised (v, i) && !(v->tokens[i].flags & PLX_TOKEN_CLITIC) &&
          !(class_at (v, i) & small) && i + 1 < colon)
        return FALSE;
    }
  return !is_kind_of_piece (v, colon);
}

/* "Smith: “…”", as in headlines and transcripts. */
void
plx_voices_take_label (PlxVoices *v)
{
  guint32 colon = v->sentence.start;

  if (!may_be_label (v))
    return;
  while (colon < v->sentence.end && colon - v->sentence.start < MAX_LABEL_TOKENS &&
         mark_at (v, colon) != ':' && !is_quoted (v, colon) &&
         !(class_at (v, colon) & (PLX_GRAMMAR_AUXILIARY | PLX_CLASS_FINITE)) &&
         !(is_reporting_verb (v, colon, PLX_FRAME_FORMS) && !is_capitalised (v, colon)))
    colon++;
  if (colon == v->sentence.start || mark_at (v, colon) != ':' ||
      !is_capitalised (v, v->sentence.start) ||
      !(is_quoted (v, colon + 1) ||
        (v->sentence_index == 0 && colon - v->sentence.start <= MAX_HEADLINE_LABEL)) ||
      !is_name_label (v, colon))
    return;
  plx_voices_add_governed (v,
                           (PlxRange) { colon + 1, v->sentence.end },
                           (PlxRange) { v->sentence.start, colon },
                           (PlxRange) { colon, colon + 1 });
  v->content_from = colon + 1;
}

gboolean
plx_voices_has_own_quotation (PlxVoices *v,
                              guint32    tag,
                              Right      right)
{
  const guint32 small = PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_DETERMINER;

  if (right.kind != RIGHT_COMMA || !is_quoted (v, right.at + 1) || tag == 0 || !plx_voices_is_quoted (v, tag - 1))
    return FALSE;
  return (is_capitalised (v, tag) && (class_at (v, tag) & small)) ||
         (tag == v->sentence.start && plx_voices_marked_at (v, tag - 1)->claimed);
}

#define MIN_TAGGED_TOKENS 6

/* Whether the token at @i is a verb by its look: "elaborated", "went (on)". */
static gboolean
looks_finite (PlxVoices *v,
              guint32    i)
{
  return !is_capitalised (v, i) && is_word (v, i) &&
         (ends_in (v, i, "ed") ||
          ((class_at (v, i) & PLX_CLASS_FINITE) && !(class_at (v, i) & PLX_GRAMMAR_AUXILIARY)));
}

static gboolean
begins_phrase (PlxVoices *v,
               guint32    i)
{
  return is_capitalised (v, i) ||
         (class_at (v, i) & (PLX_GRAMMAR_SUBJECT | PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE));
}

/* A quotation that ends in a comma, with a subject and any verb behind it, is said by that subject
 * whatever the verb: “The way I see it,” she elaborated. */
static void
take_tagged (PlxVoices       *v,
             const PlxMarked *marked)
{
  guint32 tag = marked->range.end, last = tag - 1;
  PlxRange speaker;
  Right right;

  if (marked->claimed || marked->open || tag - marked->range.start < MIN_TAGGED_TOKENS ||
      tag >= v->sentence.end || marked->range.start > v->sentence.start ||
      !(v->tokens[marked->range.start + 1].flags & PLX_TOKEN_CAPITALISED) ||
      !(v->tokens[last - 1].mark == ',' || v->tokens[last - 1].mark == '?' || v->tokens[last - 1].mark == '!'))
    return;
  /* “This is it!” beamed Lena Voss. */
  if (ends_in (v, tag, "ed") && !is_capitalised (v, tag) && begins_phrase (v, tag + 1) &&
      !plx_voices_is_title (v, marked))
    {
      speaker = plx_voices_phrase_after (v, tag + 1);
      plx_voices_add_tagged (v, tag, plx_voices_look_right (v, speaker.end), speaker, (PlxRange) { tag, tag + 1 });
      return;
    }
  if (!begins_phrase (v, tag))
    return;
  speaker = plx_voices_phrase_after (v, tag);
  if (!looks_finite (v, speaker.end))
    return;
  right = plx_voices_look_right (v, speaker.end + 1);
  if (!plx_voices_has_own_quotation (v, tag, right))
    plx_voices_add_tagged (v, tag, right, speaker, (PlxRange) { speaker.end, speaker.end + 1 });
}

#define MAX_LOOSE_TAG 24

/* Who has said a quotation behind which no tag was understood: whoever stands before the first
 * reporting word, or begins what follows. "…," Kate Reck, who heads the board said in Dorn. */
static void
take_loosely_tagged (PlxVoices       *v,
                     const PlxMarked *marked)
{
  guint32 tag = marked->range.end, last = tag - 1, cue = tag;
  guint32 end = MIN (v->sentence.end, tag + MAX_LOOSE_TAG);
  PlxRange speaker = { 0, 0 };

  if (marked->claimed || marked->open || tag - marked->range.start < MIN_TAGGED_TOKENS ||
      tag >= v->sentence.end || marked->range.start > v->sentence.start ||
      v->tokens[last - 1].mark != ',' ||
      !(v->tokens[marked->range.start + 1].flags & (PLX_TOKEN_CAPITALISED | PLX_TOKEN_NUMBER)) ||
      !is_word (v, tag) || plx_voices_is_title (v, marked))
    return;
  while (cue < end && !is_quoted (v, cue) &&
         !((plx_voices_frames (v, cue) & PLX_FRAME_TAG) &&
           is_reporting_verb (v, cue, PLX_FRAME_PAST | PLX_FRAME_THIRD | PLX_FRAME_BASE)))
    cue++;
  if (cue >= end || is_quoted (v, cue))
    cue = tag;
  if (cue > tag && !begins_phrase (v, tag))
    speaker = plx_voices_find_subject (v, cue).range;
  if (plx_range_is_empty (speaker) || speaker.start < tag)
    speaker = plx_voices_phrase_after (v, is_reporting_verb (v, tag, PLX_FRAME_FORMS) ? tag + 1 : tag);
  plx_voices_add_tagged (v, tag, (Right) { RIGHT_END, MAX (cue + 1, speaker.end) }, speaker,
                         (PlxRange) { cue, cue + 1 });
}

void
plx_voices_take_tags (PlxVoices *v)
{
  guint32 start = v->sentence.start;
  const PlxMarked *marked;

  /* the quotation may have been sentences of its own: “It happens, right?” Reck went on. */
  if (start > 0 && !is_quoted (v, start) && plx_voices_is_quoted (v, start - 1) &&
      !(v->tokens[start].flags & PLX_TOKEN_AFTER_BLANK))
    start--;
  marked = plx_voices_is_quoted (v, start) ? plx_voices_marked_at (v, start) : NULL;
  if (marked == NULL)
    return;
  take_tagged (v, marked);
  take_loosely_tagged (v, marked);
}

#define MIN_UNSAID_TOKENS 7

/* The subject of the sentence that leads to a quotation at @quotation; of a name only the words with
 * capitals, since what follows is a verb: "Perez lobbies". */
static PlxRange
subject_before (PlxVoices *v,
                guint32    quotation)
{
  PlxRange subject = plx_voices_shared_subject (v);

  if (class_at (v, subject.start) & PLX_GRAMMAR_PREPOSITION)
    return (PlxRange) { 0, 0 };
  subject.end = MAX (subject.start, MIN (subject.end, quotation));
  if (!plx_range_is_empty (v->last_speaker) || !is_capitalised (v, subject.start) ||
      (class_at (v, subject.start) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)))
    return subject;
  for (guint32 i = subject.start + 1; i < subject.end; i++)
    {
      if (is_word (v, i) && !is_capitalised (v, i) && !(v->tokens[i].flags & PLX_TOKEN_CLITIC) &&
          (is_capitalised (v, i - 1) && !(class_at (v, i) & (PLX_CLASS_LINK | PLX_GRAMMAR_AND))))
        {
          subject.end = i;
          break;
        }
    }
  return subject;
}

static gboolean
is_token (PlxVoices  *v,
          guint32     i,
          const char *word)
{
  return is_word (v, i) && v->tokens[i].hash == plx_word_hash (word, strlen (word));
}

#define MAX_WORDS_OF 8

/* Who is named by "as Voss put it, “…”", "in Voss's words, “…”", "in the words of Voss, “…”" before a
 * quotation at @quotation; empty if nobody is so. */
static PlxRange
named_before (PlxVoices *v,
              guint32    quotation)
{
  guint32 last = quotation - 2, start = v->sentence.start;

  if (quotation < start + 4)
    return (PlxRange) { 0, 0 };
  if (is_token (v, last, "it") && (is_token (v, last - 1, "put") || is_token (v, last - 1, "puts")))
    return plx_voices_phrase_before (v, last - 2, start);
  for (guint32 i = last; i > start && last - i < MAX_WORDS_OF; i--)
    {
      if (!is_token (v, i, "words"))
        continue;
      if (i + 1 < last && (class_at (v, i + 1) & PLX_GRAMMAR_OF))
        return (PlxRange) { i + 2, last + 1 };
      if (i == last && (v->tokens[i - 1].mark == '\'' || (v->tokens[i - 1].flags & PLX_TOKEN_CLITIC)))
        return plx_voices_phrase_before (v, i - 2, start);
      return (PlxRange) { 0, 0 };
    }
  return (PlxRange) { 0, 0 };
}

PlxRange
plx_voices_subject_of (PlxVoices *v,
                       PlxRange   sentence)
{
  v->sentence = sentence;
  v->last_speaker = (PlxRange) { 0, 0 };
  return subject_before (v, sentence.end);
}

/* Whole quotations behind a comma or colon that no reporting word governs: "He had one wish: “…”"
 */
void
plx_voices_take_unsaid (PlxVoices *v)
{
  for (guint32 k = v->first_marked; k < v->marked->len; k++)
    {
      const PlxMarked *marked = &g_array_index (v->marked, PlxMarked, k);
      guint32 i = marked->range.start;

      if (i >= v->sentence.end)
        break;
      if (!marked->claimed && !plx_voices_is_title (v, marked) &&
          (v->tokens[i - 1].mark == ',' || v->tokens[i - 1].mark == ':'))
        {
          PlxRange speaker = named_before (v, i);

          if (plx_range_is_empty (speaker) &&
              (!is_capitalised (v, i + 1) || marked->range.end - i < MIN_UNSAID_TOKENS))
            continue;
          if (plx_range_is_empty (speaker))
            speaker = subject_before (v, i);
          plx_voices_add_governed (
              v, (PlxRange) { i, marked->range.end }, speaker, (PlxRange) { 0, 0 });
        }
    }
}
