/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-names-scan-private.h"

#include <string.h>

#include "analysis/lexicon/plx-lexicon-private.h"
#include "analysis/text/plx-grammar.h"

#define MAX_TITLE_WORDS 5

static gboolean
begins_line (const PlxToken *token)
{
  return (token->flags & (PLX_TOKEN_AFTER_LINE | PLX_TOKEN_AFTER_BLANK)) != 0;
}

/* Endings that names seldom have and other words often do. */
static gboolean
ends_like_a_word (const Scan *scan,
                  guint32     token)
{
  static const struct
  {
    char  ending[5];
    guint length;
  } endings[] = { { "ing", 3 }, { "ed", 2 }, { "ly", 2 }, { "tion", 4 }, { "sion", 4 }, { "ness", 4 },
                  { "ment", 4 }, { "ers", 3 }, { "ists", 4 }, { "ies", 3 }, { "ity", 3 }, { "ous", 3 },
                  { "ful", 3 }, { "less", 4 }, { "ants", 4 }, { "ents", 4 }, { "ism", 3 } };
  PlxSpan span = scan->tokens[token].span;
  const char *end = scan->text->bytes + span.end;
  gsize length = plx_span_length (span);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = endings[i].length;

      if (end[-1] == endings[i].ending[n - 1] && length > n + 1 && memcmp (end - n, endings[i].ending, n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the word is one that the lexicon knows. */
static gboolean
is_in_lexicon (const Scan *scan,
               guint32     token)
{
  const PlxRootSlot *slot = plx_tables_find_root (&scan->names->lexicon->tables, scan->tokens[token].hash);

  return slot != NULL;
}

/* Whether a word that a sentence, a quotation or a headline capitalises is likely no name. */
static gboolean
may_be_common (const Scan *scan,
               guint32     token)
{
  return (word_flags (scan, token) & PLX_NAME_WORD_COMMON) || is_in_lexicon (scan, token) ||
         ends_like_a_word (scan, token);
}

/* Whether the word would be capitalised whatever it is. */
static gboolean
is_initial (const Scan *scan,
            guint32     token)
{
  guint16 mark;

  if (token == scan->begin || (scan->tokens[token].flags & PLX_TOKEN_FIRST) || scan->is_capitalised)
    return TRUE;
  if (scan->tokens[token - 1].flags & PLX_TOKEN_QUOTE)
    return TRUE;
  mark = scan->tokens[token - 1].mark;
  return mark == ':' || mark == '-' || mark == '.' || mark == '?' || mark == '!' || mark == '*';
}

void
plx_names_add_mention (Scan   *scan,
                       guint32 start,
                       guint32 first,
                       guint32 last,
                       guint32 name_index,
                       guint32 flags)
{
  PlxMention mention = { start, first, last, name_index, flags };
  PlxName *name;

  g_array_append_val (scan->names->mentions, mention);
  if (name_index == PLX_NONE)
    return;
  name = plx_names_get (scan->names, name_index);
  if (!(flags & (PLX_MENTION_PRONOUN | PLX_MENTION_ROLE)))
    {
      name->n_mentions++;
      if (scan->is_leading)
        name->n_leading++;
      if (!(flags & PLX_MENTION_WEAK))
        name->confirmed = TRUE;
    }
  if (flags & PLX_MENTION_WEAK)
    return;
  if (plx_name_is_person (name))
    {
      if (scan->first_person == PLX_NONE)
        scan->first_person = name_index;
      scan->person = name_index;
    }
  else if (plx_name_is_thing (name))
    {
      if (scan->first_thing == PLX_NONE)
        scan->first_thing = name_index;
      scan->thing = name_index;
    }
}

/* Whether a name goes on at @next, after @last; @out_end: the token after what it takes in. */
static gboolean
goes_on (const Scan *scan,
         guint32     first,
         guint32     last,
         guint32     next,
         guint32    *out_end)
{
  const PlxToken *token = &scan->tokens[next];
  const PlxToken *before = &scan->tokens[last];
  gboolean capital_follows;
  guint32 words;

  if (next >= scan->end || begins_line (token) || (token->flags & PLX_TOKEN_CLITIC))
    return FALSE;
  if (is_capitalised (token))
    {
      *out_end = next + 1;
      return !(word_flags (scan, next) & (PLX_NAME_WORD_CALENDAR | PLX_NAME_WORD_I));
    }
  if ((token->flags & PLX_TOKEN_JOINED) && last > first && plx_span_length (token->span) <= 4)
    {
      *out_end = next + 1; /* Kim Jong-un */
      return (before->flags & PLX_TOKEN_CAPITALISED) != 0;
    }
  capital_follows = next + 1 < scan->end && is_capitalised (&scan->tokens[next + 1]) &&
                    !begins_line (&scan->tokens[next + 1]);
  if (!capital_follows)
    {
      if (!(scan->grammar[next - scan->begin] & PLX_GRAMMAR_OF) || next + 2 >= scan->end ||
          !(word_flags (scan, last) & PLX_NAME_WORD_BODY))
        return FALSE;
      *out_end = next + 3; /* Bank of the West */
      return (scan->grammar[next + 1 - scan->begin] & PLX_GRAMMAR_DETERMINER) &&
             is_capitalised (&scan->tokens[next + 2]);
    }
  *out_end = next + 2;
  if (token->mark == '&')
    return TRUE;
  if (token->mark == '.')
    return plx_span_length (before->span) == 1 ||
           (plx_span_length (before->span) <= 4 && (word_flags (scan, last) & PLX_NAME_WORD_TITLE));
  if (scan->grammar[next - scan->begin] & PLX_GRAMMAR_OF)
    return (word_flags (scan, last) & (PLX_NAME_WORD_BODY | PLX_NAME_WORD_TITLE)) != 0;
  words = word_flags (scan, next);
  return (words & PLX_NAME_WORD_PARTICLE) != 0;
}

/* The alias that begins at @first, the longest; @out_last: its last token; @out_flags: PlxAliasFlags. */
static guint32
match_alias (const Scan *scan,
             guint32     first,
             guint32    *out_last,
             guint32    *out_flags)
{
  const PlxAliases *aliases = scan->names->aliases;
  guint32 key = PLX_ALIASES_KEY_INIT;
  guint32 found = PLX_NONE;
  guint n = 0;
  guint max;

  if (aliases == NULL)
    return PLX_NONE;
  max = plx_aliases_max_words (aliases, scan->tokens[first].hash);
  for (guint32 i = first; i < scan->end && n < max; i++)
    {
      const PlxToken *token = &scan->tokens[i];
      guint32 flags = 0;
      guint32 alias;

      if (i > first && begins_line (token))
        break;
      if (token->hash == 0)
        {
          if (token->mark != '&' && token->mark != '.')
            break;
          continue;
        }
      n++;
      key = plx_aliases_key (key, token->hash);
      alias = plx_aliases_lookup_key (aliases, key, &flags);
      if (alias == PLX_NONE || ((flags & PLX_ALIAS_CAPITALS) && !(token->flags & PLX_TOKEN_ALL_CAPS)))
        continue;
      found = alias;
      *out_last = i;
      *out_flags = flags;
    }
  return found;
}

/* The last token of the title that begins at @first ("Foreign Ministry Spokesman"), or PLX_NONE. */
static guint32
match_title (const Scan *scan,
             guint32     first,
             guint32     end)
{
  guint32 last = PLX_NONE;

  for (guint32 i = first; i < end && i < first + MAX_TITLE_WORDS; i++)
    {
      guint32 words = word_flags (scan, i);

      if (scan->tokens[i].mark == '.' && last == i - 1)
        last = i;
      /* a Justice Department is no justice */
      else if ((words & PLX_NAME_WORD_TITLE) &&
               !(i + 1 < end && (word_flags (scan, i + 1) & PLX_NAME_WORD_BODY)))
        last = i;
    }
  return last;
}

/* Whether an alias is a part of a longer name, as in "Washington Times", "Trump Tower". */
static gboolean
belongs_to_longer (const Scan *scan,
                   guint32     alias,
                   guint32     flags,
                   guint32     last,
                   guint32     end)
{
  PlxNameKind kind = plx_aliases_get_kind (scan->names->aliases, alias);

  if ((word_flags (scan, last + 1) & PLX_NAME_WORD_TITLE) ||
      (scan->tokens[last + 1].flags & PLX_TOKEN_JOINED))
    return FALSE;
  if (kind == PLX_NAME_PERSON)
    return TRUE;
  /* American, Chinese, British: what follows is theirs */
  if ((flags & PLX_ALIAS_PEOPLE) || (scan->tokens[last].flags & PLX_TOKEN_ALL_CAPS))
    return FALSE;
  return (word_flags (scan, end - 1) & PLX_NAME_WORD_BODY) != 0;
}

/* An acronym in brackets after the name it stands for. */
static gboolean
take_acronym (Scan   *scan,
              guint32 first,
              guint32 end)
{
  const GArray *mentions = scan->names->mentions;
  const PlxMention *before;

  if (end != first + 1 || first < scan->begin + 2 || end >= scan->end || mentions->len == 0 ||
      !(scan->tokens[first].flags & PLX_TOKEN_ALL_CAPS) || scan->tokens[first - 1].mark != '(' ||
      scan->tokens[end].mark != ')')
    return FALSE;
  before = &g_array_index (mentions, PlxMention, mentions->len - 1);
  if (before->last != first - 2 || before->last == before->first || before->name == PLX_NONE)
    return FALSE;
  plx_names_add_acronym (scan->names, scan->tokens[first].hash, before->name);
  return TRUE;
}

/* Adds the name of the tokens [first, end), which @start and a title may precede. */
static void
take_name (Scan    *scan,
           guint32  start,
           guint32  first,
           guint32  end,
           gboolean has_title)
{
  guint32 flags = 0;
  guint32 name;

  /* a sentence's first word goes only where it is none of the common ones */
  while (first < end && is_initial (scan, first) && !has_title &&
         ((word_flags (scan, first) & PLX_NAME_WORD_COMMON) || scan->tokens[first].hash == 0))
    start = ++first;
  while (end > first && scan->tokens[end - 1].hash == 0)
    end--;
  if (first >= end || (word_flags (scan, first) & PLX_NAME_WORD_CALENDAR))
    return;
  if (end == first + 1 && !has_title)
    {
      guint32 words = word_flags (scan, first);

      if (words & (PLX_NAME_WORD_COMMON | PLX_NAME_WORD_I | PLX_NAME_WORD_SUFFIX))
        return;
      if (plx_span_length (scan->tokens[first].span) == 1)
        return;
      if (is_initial (scan, first) && may_be_common (scan, first))
        flags |= PLX_MENTION_WEAK;
    }
  name = plx_names_ensure (scan->names, scan->text, first, end - 1, scan->is_title);
  if (name == PLX_NONE)
    return;
  if (has_title && plx_names_get (scan->names, name)->kind == PLX_NAME_UNKNOWN)
    plx_names_get (scan->names, name)->kind = PLX_NAME_PERSON;
  plx_names_add_mention (scan, start, first, end - 1, name, flags);
}

/* Where the name begins after the title that ends before @at: past "of Commerce", "of State". */
static guint32
skip_office (const Scan *scan,
             guint32     at,
             guint32     end)
{
  if (at >= end || !(scan->grammar[at - scan->begin] & PLX_GRAMMAR_OF))
    return at;
  /* two names, the last of them, are left for the person */
  return end - at > 3 ? end - 2 : end;
}

/* Where a part of the run [first, end) begins that is known and stands for itself: after a hyphen
 * ("Sino-US"), or after a headline's other words. */
static guint32
find_inner_alias (const Scan *scan,
                  guint32     first,
                  guint32     end)
{
  for (guint32 i = first + 1; i < end; i++)
    {
      guint32 last, flags;

      if ((scan->is_capitalised || (scan->tokens[i].flags & PLX_TOKEN_JOINED)) &&
          is_capitalised (&scan->tokens[i]) && match_alias (scan, i, &last, &flags) != PLX_NONE)
        return i;
    }
  return end;
}

/* Cuts a run of capitalised tokens [first, end) into what it names. Returns: the token after. */
static guint32
take_run (Scan   *scan,
          guint32 first,
          guint32 end)
{
  guint32 at = first;

  if (take_acronym (scan, first, end))
    return end;
  while (at < end)
    {
      guint32 last = PLX_NONE;
      guint32 flags = 0;
      guint32 alias = scan->tokens[at].hash != 0 ? match_alias (scan, at, &last, &flags) : PLX_NONE;
      guint32 title;
      guint32 stop;

      if (!is_capitalised (&scan->tokens[at]))
        {
          at++; /* the "of" of "the Foreign Ministry of China" */
          continue;
        }
      if (alias != PLX_NONE && (last + 1 >= end || !belongs_to_longer (scan, alias, flags, last, end)))
        {
          PlxSpan span = { scan->tokens[at].span.start, scan->tokens[last].span.end };
          guint32 name = last == at ? plx_names_ensure (scan->names, scan->text, at, at, scan->is_title)
                                    : plx_names_ensure_alias (scan->names, alias, span, scan->is_title);

          plx_names_add_mention (scan, at, at, last, name, 0);
          at = last + 1;
          continue;
        }
      title = match_title (scan, at, end);
      if (title == PLX_NONE)
        {
          stop = find_inner_alias (scan, at, end);
          take_name (scan, at, at, stop, FALSE);
          at = stop;
          continue;
        }
      stop = skip_office (scan, title + 1, end);
      if (stop < end)
        {
          take_name (scan, at, stop, end, TRUE);
          return end;
        }
      /* "the President": whoever that is */
      plx_names_add_mention (scan, at, at, title,
                             scan->person != PLX_NONE ? scan->person : scan->names->person,
                             PLX_MENTION_ROLE);
      return end;
    }
  return at;
}

/* In a headline all words are capitalised: a name ends where a common word begins. */
static gboolean
ends_in_headline (const Scan *scan,
                  guint32     token)
{
  return scan->is_capitalised && may_be_common (scan, token) &&
         !(word_flags (scan, token) & (PLX_NAME_WORD_TITLE | PLX_NAME_WORD_BODY));
}

guint32
plx_names_take_capitalised (Scan   *scan,
                            guint32 first)
{
  guint32 end = first + 1;
  guint32 next;

  if (word_flags (scan, first) & (PLX_NAME_WORD_I | PLX_NAME_WORD_CALENDAR))
    return end;
  while (goes_on (scan, first, end - 1, end, &next) && !ends_in_headline (scan, next - 1))
    end = next;
  return MAX (take_run (scan, first, end), end);
}
