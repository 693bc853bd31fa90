/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-private.h"

#include "analysis/names/plx-name-words.h"

#include <string.h>

/* What a mention of a speaker calls it, by the head of the noun phrase.
 *
 * The head is the last word before the first preposition, comma or relative: in "officials in
 * Kestova" it is "officials", and no name within the phrase is the speaker's. If the head is a
 * name ("the Bank of Dorn", "Dorn Bank analyst Tomas Reck"), that is the speaker; if a name stands
 * behind it in apposition ("Kestova's mayor, Lena Voss"), that is; if the head speaks for somebody
 * ("a Micron spokesman", "a report by the bank"), that somebody is; and else the phrase itself
 * serves as a name ("officials in Kestova"), provided that it holds one. */

/* Longer descriptions are no names: "two people who know the talks in …". */
#define MAX_DESCRIPTION_WORDS 8
/* So many tokens on both sides are looked through for the same word inside a sentence. */
#define NEAR_TOKENS 400

static guint32
class_of (PlxVoices *v,
          guint32    token)
{
  return plx_voices_class (v, token);
}

static gboolean
is_name_word (PlxVoices *v,
              guint32    i)
{
  const PlxToken *token = &v->tokens[i];

  if (!(token->flags & PLX_TOKEN_CAPITALISED) || (token->flags & PLX_TOKEN_CLITIC))
    return FALSE;
  return !(class_of (v, i) & (PLX_GRAMMAR_TITLE | PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_SUBJECT |
                              PLX_GRAMMAR_POSSESSIVE | PLX_CLASS_TIME | PLX_CLASS_PERSON |
                              PLX_GRAMMAR_PREPOSITION));
}

static gboolean
is_particle (PlxVoices *v,
             guint32    i)
{
  return (plx_name_word_lookup (v->tokens[i].hash) & PLX_NAME_WORD_PARTICLE) != 0;
}

/* Whether the stop at @i is that of an initial: George W. Bush */
static gboolean
is_initial_stop (PlxVoices *v,
                 guint32    i)
{
  return v->tokens[i].mark == '.' && i > 0 && plx_span_length (v->tokens[i - 1].span) == 1;
}

/* The end of the run of name words that begins at @start, with what stands inside names. */
static guint32
run_end (PlxVoices *v,
         guint32    start,
         guint32    limit)
{
  guint32 end = start;

  for (guint32 i = start; i < limit; i++)
    {
      if (is_name_word (v, i))
        end = i + 1;
      else if (i == start || !(is_initial_stop (v, i) || v->tokens[i].mark == '&' || is_particle (v, i)))
        break;
    }
  return end;
}

/* Whether the name before the preposition at @i goes on behind it: Ministry of Commerce, but not
 * "Tomas Reck of Dorn". */
static gboolean
joins_name (PlxVoices *v,
            PlxRange   mention,
            guint32    i)
{
  guint32 next = i + 1, first = i;

  if (!(class_of (v, i) & PLX_GRAMMAR_OF) || !is_name_word (v, i - 1))
    return FALSE;
  if (next < mention.end && (class_of (v, next) & PLX_GRAMMAR_DETERMINER))
    next++;
  if (next >= mention.end || !is_name_word (v, next))
    return FALSE;
  while (first > mention.start && is_name_word (v, first - 1))
    first--;
  return (plx_name_word_lookup (v->tokens[i - 1].hash) & PLX_NAME_WORD_BODY) ||
         (first > 0 && (class_of (v, first - 1) & PLX_GRAMMAR_DETERMINER) && i - first == 1);
}

/* Whether the token is none of the phrase that it ends: "Reck himself later", "a friend of Reck's" */
static gboolean
is_loose (PlxVoices *v,
          guint32    i)
{
  const PlxToken *token = &v->tokens[i];

  if (token->flags & PLX_TOKEN_CAPITALISED)
    return FALSE;
  return token->hash == 0 ? !is_initial_stop (v, i)
                          : (token->flags & (PLX_TOKEN_NUMBER | PLX_TOKEN_CLITIC)) ||
                              (class_of (v, i) & (PLX_GRAMMAR_ADVERB | PLX_CLASS_TIME |
                                                  PLX_GRAMMAR_DETERMINER | PLX_CLASS_FINITE)) ||
                              (plx_name_word_lookup (token->hash) & PLX_NAME_WORD_HE);
}

/* Where the head of the phrase ends. */
static guint32
head_end (PlxVoices *v,
          PlxRange   phrase)
{
  guint32 i;

  for (i = phrase.start + 1; i < phrase.end; i++)
    {
      guint32 class = class_of (v, i);

      if ((class & PLX_GRAMMAR_RELATIVE) || v->tokens[i].mark == '(')
        break;
      if ((class & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_OF)) && !is_particle (v, i) &&
          !joins_name (v, phrase, i))
        break;
    }
  while (i > phrase.start + 1 && is_loose (v, i - 1))
    i--;
  return i;
}

/* The run of name words that ends at @end; empty if none does. */
static PlxRange
run_before (PlxVoices *v,
            guint32    start,
            guint32    end)
{
  guint32 first = end;

  while (first > start)
    {
      guint32 i = first - 1;

      if (is_name_word (v, i) || joins_name (v, (PlxRange) { start, end }, i) ||
          (first < end && i > start &&
           (is_initial_stop (v, i) || v->tokens[i].mark == '&' || is_particle (v, i) ||
            ((class_of (v, i) & PLX_GRAMMAR_DETERMINER) && joins_name (v, (PlxRange) { start, end }, i - 1)))))
        first--;
      else
        break;
    }
  while (first < end && !is_name_word (v, first))
    first++;
  return (PlxRange) { first, end };
}

/* Whether the word that begins a sentence at @i is capitalised inside one near by too. */
static gboolean
is_name_elsewhere (PlxVoices *v,
                   guint32    i)
{
  guint32 from = i - MIN (i, NEAR_TOKENS), to = MIN (i + NEAR_TOKENS, v->n_tokens);

  if (v->tokens[i].flags & (PLX_TOKEN_ABBREVIATION | PLX_TOKEN_ALL_CAPS))
    return TRUE;
  for (guint32 k = from; k < to; k++)
    {
      if (v->tokens[k].hash == v->tokens[i].hash &&
          (v->tokens[k].flags & (PLX_TOKEN_CAPITALISED | PLX_TOKEN_FIRST)) == PLX_TOKEN_CAPITALISED)
        return TRUE;
    }
  return FALSE;
}

/* Whether the capital at @i is a sentence's and not a name's: "Furious farmers", "Officials in" */
static gboolean
only_begins (PlxVoices *v,
             guint32    i,
             PlxRange   phrase)
{
  if (!(v->tokens[i].flags & PLX_TOKEN_FIRST))
    return FALSE;
  if (i + 1 >= phrase.end)
    return (plx_name_word_lookup (v->tokens[i].hash) & PLX_NAME_WORD_COMMON) != 0;
  if ((v->tokens[i + 1].flags & (PLX_TOKEN_CAPITALISED | PLX_TOKEN_PUNCTUATION | PLX_TOKEN_CLITIC)))
    return FALSE;
  return (plx_name_word_lookup (v->tokens[i].hash) & PLX_NAME_WORD_COMMON) || !is_name_elsewhere (v, i);
}

/* The first name of the range, wherever it stands; empty if there is none. */
static PlxRange
first_name (PlxVoices *v,
            PlxRange   phrase,
            guint32    from)
{
  for (guint32 i = from; i < phrase.end; i++)
    {
      if (v->tokens[i].mark == ',')
        break;
      if (is_name_word (v, i) && !only_begins (v, i, phrase))
        {
          guint32 end = run_end (v, i, phrase.end);

          while (end + 1 < phrase.end && joins_name (v, phrase, end))
            end = run_end (v, is_name_word (v, end + 1) ? end + 1 : end + 2, phrase.end);
          return (PlxRange) { i, end };
        }
    }
  return (PlxRange) { 0, 0 };
}

static guint32
comma_in (PlxVoices *v,
          PlxRange   mention)
{
  for (guint32 i = mention.start; i < mention.end; i++)
    {
      if (v->tokens[i].mark == ',')
        return i;
    }
  return mention.end;
}

/* "…'s mayor, Lena Voss": the name in apposition. One word behind a place is the rest of an address:
 * "a trader in Dorn, Kestova". */
static PlxRange
name_in_apposition (PlxVoices *v,
                    PlxRange   phrase,
                    guint32    head,
                    guint32    end)
{
  PlxRange segment = { phrase.end + 1, end }, name;

  segment.end = comma_in (v, segment);
  if (plx_range_is_empty (segment))
    return (PlxRange) { 0, 0 };
  name = run_before (v, segment.start, head_end (v, segment));
  if (name.end - name.start == 1 && !plx_range_is_empty (first_name (v, phrase, head)))
    return (PlxRange) { 0, 0 };
  return name;
}

/* Whom the head at @head speaks for; empty if for nobody named. */
static PlxRange
name_spoken_for (PlxVoices *v,
                 PlxRange   phrase,
                 guint32    head)
{
  guint32 frames = plx_voices_frames (v, head);
  PlxRange name;

  if (!(frames & (PLX_FRAME_SPOKESMAN | PLX_FRAME_STATEMENT)))
    return (PlxRange) { 0, 0 };
  name = first_name (v, phrase, head + 1);
  if (plx_range_is_empty (name) && (frames & PLX_FRAME_SPOKESMAN))
    name = first_name (v, (PlxRange) { phrase.start, head }, phrase.start);
  return name;
}

static guint
count_words (PlxVoices *v,
             PlxRange   range)
{
  guint n = 0;

  for (guint32 i = range.start; i < range.end; i++)
    n += v->tokens[i].hash != 0 && !(v->tokens[i].flags & PLX_TOKEN_CLITIC);
  return n;
}

/* The phrase itself, up to the noun that the first name behind its head belongs to; empty if no
 * name makes it one. */
static PlxRange
describe (PlxVoices *v,
          PlxRange   phrase,
          guint32    end)
{
  PlxRange behind = first_name (v, phrase, end);
  PlxRange range = { phrase.start, plx_range_is_empty (behind) ? end : behind.end };

  while (range.end > end && range.end < phrase.end && v->tokens[range.end].hash != 0 &&
         !(class_of (v, range.end) & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_RELATIVE | PLX_GRAMMAR_AND |
                                      PLX_GRAMMAR_ADVERB | PLX_CLASS_TIME | PLX_CLASS_FINITE)))
    range.end++;
  while (range.end > range.start + 1 &&
         (v->tokens[range.end - 1].hash == 0 || (class_of (v, range.end - 1) & PLX_GRAMMAR_AND)) &&
         !is_initial_stop (v, range.end - 1) && v->tokens[range.end - 1].mark != ')')
    range.end--;
  if (plx_range_is_empty (first_name (v, range, range.start)) ||
      count_words (v, range) > MAX_DESCRIPTION_WORDS)
    return (PlxRange) { 0, 0 };
  return range;
}

PlxRange
plx_voices_name_in (PlxVoices *v,
                    PlxRange   mention,
                    gboolean  *out_described)
{
  PlxRange phrase = mention, name;
  guint32 end;

  *out_described = FALSE;
  while (phrase.start < phrase.end &&
         ((class_of (v, phrase.start) & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE)) ||
          v->tokens[phrase.start].hash == 0))
    phrase.start++;
  /* "some in Kestova" */
  if (phrase.start > mention.start && phrase.start < phrase.end &&
      (class_of (v, phrase.start) & PLX_GRAMMAR_PREPOSITION))
    phrase.start--;
  phrase.end = comma_in (v, phrase);
  if (plx_range_is_empty (phrase))
    return phrase;

  end = head_end (v, phrase);
  name = run_before (v, phrase.start, end);
  if (!plx_range_is_empty (name) && !(name.end - name.start == 1 && only_begins (v, name.start, phrase)))
    return name;
  name = name_in_apposition (v, phrase, end, mention.end);
  if (plx_range_is_empty (name))
    name = name_spoken_for (v, phrase, end - 1);
  if (!plx_range_is_empty (name))
    return name;
  /* no noun phrase at all */
  if (class_of (v, mention.start) & (PLX_GRAMMAR_PREPOSITION | PLX_GRAMMAR_AND | PLX_GRAMMAR_BUT))
    return (PlxRange) { 0, 0 };
  *out_described = TRUE;
  return describe (v, phrase, end);
}
