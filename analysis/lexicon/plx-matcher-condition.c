/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-matcher-condition.h"

#include <string.h>

#include "analysis/text/plx-grammar.h"

/* How far `near=` looks, in words. */
#define NEAR_WORDS 6

static gboolean
begins_with (const char *text,
             const char *folded,
             gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != folded[i] && plx_byte_to_lower ((guchar) text[i]) != (guchar) folded[i])
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_word_matches (const PlxLexicon     *lexicon,
                  const PlxLexiconWord *word,
                  const char           *bytes,
                  const PlxToken       *token)
{
  const char *folded = (const char *) lexicon->tables.pool + word->offset;
  const char *text = bytes + token->span.start;
  gsize length = plx_span_length (token->span);

  switch ((PlxWordKind) word->kind)
    {
    case PLX_WORD_PREFIX:
      return length >= word->length && begins_with (text, folded, word->length);
    case PLX_WORD_SUFFIX:
      return length >= word->length && begins_with (text + length - word->length, folded, word->length);
    case PLX_WORD_LITERAL:
    default:
      return token->hash == word->hash;
    }
}

static guint32
get_grammar (const PlxMatchContext *context,
             guint32                token)
{
  /* a word that only says how much or when is a word like others here */
  return context->grammar[token - context->begin] & ~(guint32) (PLX_GRAMMAR_MEASURE | PLX_GRAMMAR_ORDER);
}

static gboolean
is_word (const PlxToken *token)
{
  return (token->flags & (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER)) != 0;
}

/* The word before @index, over quotation marks; PLX_NONE at a border. */
static guint32
previous_word (const PlxMatchContext *context,
               guint32                index)
{
  while (index > context->begin)
    {
      index--;
      if (is_word (&context->tokens[index]))
        return index;
      if (!(context->tokens[index].flags & PLX_TOKEN_QUOTE))
        return PLX_NONE;
    }
  return PLX_NONE;
}

static guint32
next_word (const PlxMatchContext *context,
           guint32                index)
{
  for (index++; index < context->end; index++)
    {
      if (is_word (&context->tokens[index]))
        return index;
      if (!(context->tokens[index].flags & PLX_TOKEN_QUOTE))
        return PLX_NONE;
    }
  return PLX_NONE;
}

static gboolean
any_word_is (const PlxMatchContext *context,
             const PlxContextTerm  *term,
             guint32                index)
{
  const PlxLexiconWord *word = &context->lexicon->tables.context_words[term->first_word];
  const PlxLexiconWord *end = word + term->n_words;
  const PlxToken *token = &context->tokens[index];

  if (index == PLX_NONE)
    return FALSE;
  /* nearly always */
  if ((term->bits & plx_hash_bits (token->hash)) != plx_hash_bits (token->hash) &&
      !(term->heads & plx_token_head (token)))
    return FALSE;
  for (; word < end; word++)
    {
      /* by far the most; the others have no hash */
      if (word->hash != 0 ? word->hash == token->hash
                          : plx_word_matches (context->lexicon, word, context->bytes, token))
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_word_is_near (const PlxMatchContext *context,
                  const PlxContextTerm  *term,
                  const PlxMatch        *match)
{
  guint n = 0;

  for (guint32 i = match->first; i > context->begin && n < NEAR_WORDS; i--)
    {
      if (!is_word (&context->tokens[i - 1]))
        continue;
      n++;
      if (any_word_is (context, term, i - 1))
        return TRUE;
    }
  n = 0;
  for (guint32 i = match->last + 1; i < context->end && n < NEAR_WORDS; i++)
    {
      if (!is_word (&context->tokens[i]))
        continue;
      n++;
      if (any_word_is (context, term, i))
        return TRUE;
    }
  return FALSE;
}

static gboolean
terms_hold (const PlxMatchContext *context,
            const PlxCondition    *condition,
            const PlxMatch        *match)
{
  for (guint i = 0; i < condition->n_terms; i++)
    {
      const PlxContextTerm *term = &context->lexicon->tables.terms[condition->first_term + i];
      gboolean found;

      if (term->kind == PLX_CONTEXT_PREV)
        found = any_word_is (context, term, previous_word (context, match->first));
      else if (term->kind == PLX_CONTEXT_NEXT)
        found = any_word_is (context, term, next_word (context, match->last));
      else
        found = any_word_is_near (context, term, match);
      if (found == term->negated)
        return FALSE;
    }
  return TRUE;
}

/* @last: the last eight letters of a word, in lower case; @n: of the ending */
static inline gboolean
ends_in (guint64     last,
         gsize       length,
         const char *ending,
         gsize       n)
{
  return length > n + 2 && last >> 8 * (8 - n) == plx_bytes_load (ending, n);
}

/* Whether it ends as hardly any word but an adjective does. */
static gboolean
looks_like_adjective (const PlxMatchContext *context,
                      const PlxToken        *token)
{
  gsize length = plx_span_length (token->span);
  gsize n = MIN (length, 8);
  guint64 last;

  if (length < 5)
    return FALSE;
  last = (plx_bytes_load (context->bytes + token->span.end - n, n) << 8 * (8 - n)) | PLX_BYTES_CASE;

  return ends_in (last, length, "ful", 3) || ends_in (last, length, "ous", 3) ||
         ends_in (last, length, "ive", 3) || ends_in (last, length, "ish", 3) ||
         ends_in (last, length, "able", 4) || ends_in (last, length, "ible", 4) ||
         ends_in (last, length, "ic", 2) || ends_in (last, length, "al", 2) ||
         ends_in (last, length, "less", 4);
}

/* as=verb, as=noun, as=adj, as=adv: what the neighbours make of a word that may be either. Each sign
 * counts for one reading; a reading holds if none other has more, and it has some. */
static gboolean
class_holds (const PlxMatchContext *context,
             guint                  wanted,
             const PlxMatch        *match)
{
  guint32 before = previous_word (context, match->first);
  guint32 after = next_word (context, match->last);
  guint32 left = 0;
  guint32 right = 0;
  int verb = 0, noun = 0, adjective = 0;

  if (before != PLX_NONE)
    left = get_grammar (context, before);
  if (after != PLX_NONE)
    right = get_grammar (context, after);
  if ((left & PLX_GRAMMAR_ADVERB) && previous_word (context, before) != PLX_NONE)
    left |= get_grammar (context, previous_word (context, before));

  if (left & (PLX_GRAMMAR_TO | PLX_GRAMMAR_MODAL | PLX_GRAMMAR_DO | PLX_GRAMMAR_SUBJECT |
              PLX_GRAMMAR_RELATIVE))
    verb += 3;
  if ((left & (PLX_GRAMMAR_HAVE | PLX_GRAMMAR_BE)) && (match->form & (PLX_FORM_PARTICIPLE | PLX_FORM_GERUND)))
    verb += 2;
  if (right & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE | PLX_GRAMMAR_OBJECT))
    verb += 2;
  if (match->form & (PLX_FORM_PAST | PLX_FORM_GERUND))
    verb += 1;
  if (before != PLX_NONE && left == 0 && (context->tokens[before].flags & PLX_TOKEN_CAPITALISED))
    verb += 1;

  if (left & (PLX_GRAMMAR_DETERMINER | PLX_GRAMMAR_POSSESSIVE))
    {
      noun += 2;
      adjective += 2;
    }
  if (before != PLX_NONE && (context->tokens[before].flags & PLX_TOKEN_CLITIC))
    noun += 2;
  if ((left & PLX_GRAMMAR_PREPOSITION) && !(left & PLX_GRAMMAR_TO))
    noun += 2;
  if (right & PLX_GRAMMAR_OF)
    noun += 2;
  if (right & (PLX_GRAMMAR_BE | PLX_GRAMMAR_HAVE | PLX_GRAMMAR_MODAL))
    noun += 2;
  if (before != PLX_NONE && looks_like_adjective (context, &context->tokens[before]))
    noun += 1;
  if (after == PLX_NONE)
    noun += 1;
  if (after != PLX_NONE && right == 0 && !(left & (PLX_GRAMMAR_TO | PLX_GRAMMAR_MODAL)))
    adjective += 2;
  if ((left & PLX_GRAMMAR_BE) && (after == PLX_NONE || right != 0))
    adjective += 2;

  if ((wanted & PLX_CONDITION_AS_VERB) && verb > 0 && verb >= noun && verb >= adjective)
    return TRUE;
  if ((wanted & PLX_CONDITION_AS_NOUN) && noun > 0 && noun >= verb && noun >= adjective)
    return TRUE;
  if ((wanted & PLX_CONDITION_AS_ADV) && noun < 2 && adjective < 2 && verb < 2)
    return TRUE;
  return (wanted & PLX_CONDITION_AS_ADJ) && adjective > 0 && adjective >= verb && adjective >= noun;
}

/* Whether the sentence is a headline in Title Case or in capitals, where a capital says nothing:
 * nearly all of its longer words begin with one. */
static gboolean
is_heading (PlxMatchContext *context)
{
  guint n = 0;
  guint capitals = 0;

  if (context->heading >= 0)
    return context->heading;

  for (guint32 i = context->begin; i < context->end; i++)
    {
      const PlxToken *token = &context->tokens[i];

      if (!(token->flags & PLX_TOKEN_WORD) || (token->flags & PLX_TOKEN_FIRST) ||
          plx_span_length (token->span) < 4 || get_grammar (context, i) != 0)
        continue;
      n++;
      if (token->flags & PLX_TOKEN_CAPITALISED)
        capitals++;
    }
  context->heading = n >= 2 && capitals * 10 >= n * 8;
  return context->heading;
}

/* scope=prefix, scope=suffix: whether a hyphen joins it to its word, as in "non-violent". */
static gboolean
is_joined (const PlxMatchContext *context,
           const PlxMatch        *match)
{
  guint32 second = (match->condition & PLX_CONDITION_PREFIX) ? match->last + 1 : match->first;

  return second > context->begin && second < context->end &&
         (context->tokens[second].flags & PLX_TOKEN_JOINED);
}

/* Whether capitals only add stress to a word, rather than make it short for a name: those of four
 * letters, and of shorter ones adjectives ("BAD") and the shifters ("NO", "NOT"). */
static gboolean
is_stressed (const PlxMatchContext *context,
             const PlxMatch        *match,
             const PlxToken        *token)
{
  const PlxEntry *entry = &g_array_index (context->lexicon->entries, PlxEntry, match->entry);

  return (token->flags & PLX_TOKEN_ALL_CAPS) &&
         (plx_span_length (token->span) >= 4 || entry->role == PLX_ROLE_SHIFTER ||
          (match->condition & PLX_CONDITION_ADJ));
}

/* Whether the words are part of a capitalised name, as "victory" is in "Victory Bank". */
static gboolean
is_part_of_name (PlxMatchContext *context,
                 const PlxMatch  *match)
{
  gboolean has_gap = match->last - match->first + 1 > match->n_words;

  for (guint32 i = match->first; i <= match->last; i++)
    {
      const PlxToken *token = &context->tokens[i];
      const PlxToken *next = i + 1 < context->end ? token + 1 : NULL;

      if (!(token->flags & PLX_TOKEN_CAPITALISED))
        continue;
      /* "lifted the Iran sanctions": a name may stand in the gap of a pattern */
      if (has_gap && i != match->first && i != match->last)
        continue;
      if (is_stressed (context, match, token))
        continue;
      if (token->flags & PLX_TOKEN_FIRST)
        {
          /* the first word of "Justice Department officials", but not of "Talks failed" */
          if (i == match->last && next != NULL && (next->flags & PLX_TOKEN_CAPITALISED) &&
              !(next->flags & PLX_TOKEN_QUOTE) && plx_span_length (next->span) > 1 &&
              get_grammar (context, i + 1) == 0 && !is_heading (context))
            return TRUE;
          continue;
        }
      /* after a colon or a quotation mark a sentence begins anew */
      if (i > context->begin && (context->tokens[i - 1].flags & PLX_TOKEN_PUNCTUATION) &&
          context->tokens[i - 1].mark != ',' &&
          !(next != NULL && (next->flags & PLX_TOKEN_CAPITALISED)))
        continue;
      if (!is_heading (context))
        return TRUE;
    }
  return FALSE;
}

/* Whether a name is written with its capitals: "Brexit", "BREXIT", but not "brexit". */
static gboolean
is_written_as_name (const PlxMatchContext *context,
                    const PlxEntry        *entry,
                    const PlxMatch        *match)
{
  const PlxToken *token = &context->tokens[match->first];
  gsize length = strlen (entry->pattern);

  if (token->flags & PLX_TOKEN_ALL_CAPS)
    return TRUE;
  if (context->tokens[match->last].span.end - token->span.start == length)
    return memcmp (context->bytes + token->span.start, entry->pattern, length) == 0;
  return context->bytes[token->span.start] == entry->pattern[0];
}

gboolean
plx_match_holds (PlxMatchContext *context,
                 const PlxMatch  *match,
                 guint            check)
{
  if ((check & PLX_CHECK_CAPITALS) && is_part_of_name (context, match))
    return FALSE;
  if (!(check & PLX_CHECK_CONDITION))
    return TRUE;

  if ((match->condition & PLX_CONDITION_NAME) &&
      !is_written_as_name (context, &g_array_index (context->lexicon->entries, PlxEntry, match->entry),
                           match))
    return FALSE;
  if ((match->condition & (PLX_CONDITION_PREFIX | PLX_CONDITION_SUFFIX)) &&
      !is_joined (context, match))
    return FALSE;
  if ((match->condition & PLX_CONDITION_CONTEXT) &&
      !terms_hold (context, &context->lexicon->tables.conditions[match->entry], match))
    return FALSE;
  return !(match->condition & PLX_CONDITION_AS) ||
         class_holds (context, match->condition & PLX_CONDITION_AS, match);
}
