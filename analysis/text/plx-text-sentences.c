/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-text-private.h"

#include "plx-abbreviations.h"

#include <string.h>

/* Where sentences end. The tokens are walked once; only stops, abbreviations and line breaks are
 * looked at closely, each by the words around it. */

/* Lines of a text whose longest is within these bounds may have been broken for want of room. */
#define WRAPPED_MIN_BYTES 50
#define WRAPPED_MAX_BYTES 120
#define LINE_SLACK_BYTES 8 /* room that may be left on a line broken for want of room */
#define LONG_LINE_BYTES 40

#define MAX_TAG_WORDS 4     /* "…?" the old man asked */
#define MAX_OPENING_MARKS 3 /* marks before the first word of a sentence */

typedef struct
{
  PlxText  *text;
  PlxToken *tokens;
  PlxSpan   span;
  guint32   first;          /* first token of the sentence */
  guint32   paragraph_start; /* first token of the paragraph */
  guint32   end;            /* token after the last one of the span */
  guint32   paragraph;
  guint32   width;          /* of the longest line, in bytes; 0: not measured yet */
  guint32   n_quotes_at;    /* straight double marks of the paragraph before this token … */
  gboolean  quote_open;     /* … are odd in number */
} Splitter;

#define WORDLIKE (PLX_TOKEN_WORD | PLX_TOKEN_NUMBER)
/* abbreviations that are written with a capital */
#define NAME_CLASSES (PLX_ABBREVIATION_TITLE | PLX_ABBREVIATION_MONTH | PLX_ABBREVIATION_PLACE)
/* tokens that a sentence may end before or with */
#define MAY_BORDER \
  (PLX_TOKEN_STOP | PLX_TOKEN_ABBREVIATION | PLX_TOKEN_AFTER_LINE | PLX_TOKEN_AFTER_BLANK)

static inline const PlxToken *
get_token (const Splitter *self,
           guint32         index)
{
  return &self->tokens[index];
}

static inline guint8
first_byte (const Splitter *self,
            const PlxToken *token)
{
  return (guint8) self->text->bytes[token->span.start];
}

static inline gboolean
is_terminator (const PlxToken *token)
{
  return (token->flags & PLX_TOKEN_STOP) != 0;
}

static inline gboolean
touches_next (const Splitter *self,
              guint32         index)
{
  return index + 1 < self->end &&
         get_token (self, index)->span.end == get_token (self, index + 1)->span.start;
}

static inline gboolean
is_double_straight (const Splitter *self,
                    const PlxToken *token)
{
  return token->mark == '"' && first_byte (self, token) == '"';
}

/* Whether an odd number of straight quotation marks stands in the paragraph before @index. */
static gboolean
is_quote_open (Splitter *self,
               guint32   index)
{
  if (self->n_quotes_at < self->paragraph_start || self->n_quotes_at > index)
    {
      self->n_quotes_at = self->paragraph_start;
      self->quote_open = FALSE;
    }
  for (; self->n_quotes_at < index; self->n_quotes_at++)
    self->quote_open ^= is_double_straight (self, get_token (self, self->n_quotes_at));
  return self->quote_open;
}

/* Whether the token can only open: “ ‘ « ( [ ``. */
static gboolean
is_opener (const Splitter *self,
           const PlxToken *token)
{
  const char *bytes = self->text->bytes + token->span.start;

  if (token->mark == '(' || token->mark == '[' || token->mark == '{')
    return TRUE;
  if (token->mark != '"' && token->mark != '\'')
    return FALSE;
  return *bytes == '`' || memcmp (bytes, "\xe2\x80\x9c", MIN (3, plx_span_length (token->span))) == 0 ||
         memcmp (bytes, "\xe2\x80\x98", MIN (3, plx_span_length (token->span))) == 0 ||
         memcmp (bytes, "\xc2\xab", MIN (2, plx_span_length (token->span))) == 0;
}

/* Whether @index closes what came before it, given the token before it is part of the sentence. */
static gboolean
is_closer (Splitter *self,
           guint32   index)
{
  const PlxToken *token = get_token (self, index);
  gboolean touching = touches_next (self, index - 1);

  if (token->mark == ')' || token->mark == ']' || token->mark == '}')
    return TRUE;
  if ((token->mark != '"' && token->mark != '\'') || is_opener (self, token))
    return FALSE;
  if (is_double_straight (self, token))
    {
      gboolean touches_word = touches_next (self, index) &&
                              (get_token (self, index + 1)->flags & WORDLIKE);

      if (touching != touches_word)
        return touching;
      return is_quote_open (self, index);
    }
  return touching || (token->mark == '"' && !touches_next (self, index));
}

/* The last token of a reference "[12]" that follows @index, or @index. */
static guint32
skip_reference (const Splitter *self,
                guint32         index)
{
  if (index + 3 < self->end && get_token (self, index + 1)->mark == '[' &&
      (get_token (self, index + 2)->flags & PLX_TOKEN_NUMBER) &&
      get_token (self, index + 3)->mark == ']' &&
      !(get_token (self, index + 1)->flags & (PLX_TOKEN_AFTER_LINE | PLX_TOKEN_AFTER_BLANK)))
    return index + 3;
  return index;
}

/* The last token of a run of terminators, closers and references that begins at @index. */
static guint32
end_of_stop (Splitter *self,
             guint32   index)
{
  for (;;)
    {
      guint32 last = skip_reference (self, index);

      if (last == index && index + 1 < self->end &&
          !(get_token (self, index + 1)->flags & (PLX_TOKEN_AFTER_LINE | PLX_TOKEN_AFTER_BLANK)) &&
          (is_terminator (get_token (self, index + 1)) || is_closer (self, index + 1)))
        last = index + 1;
      if (last == index)
        return index;
      index = last;
    }
}

static guint
word_class (const PlxToken *token)
{
  return token->flags & PLX_TOKEN_WORD ? plx_abbreviation_lookup (token->hash) : 0;
}

/* Whether the words after a quotation that ends in ! or ? say who spoke it. */
static gboolean
is_followed_by_tag (const Splitter *self,
                    guint32         index)
{
  for (guint32 i = index; i < MIN (index + MAX_TAG_WORDS, self->end); i++)
    {
      const PlxToken *token = get_token (self, i);

      if (token->flags & PLX_TOKEN_PUNCTUATION)
        return FALSE;
      if (word_class (token) & PLX_WORD_REPORTING)
        return TRUE;
    }
  return FALSE;
}

/* The first word of what follows a stop, opening marks skipped; NULL if a mark that begins no
 * sentence comes first. */
static const PlxToken *
first_word (const Splitter *self,
            guint32         index)
{
  guint32 end = MIN (index + MAX_OPENING_MARKS, self->end);

  for (guint32 i = index; i < end; i++)
    {
      const PlxToken *token = get_token (self, i);

      if (token->flags & WORDLIKE)
        return token;
      if (!is_opener (self, token) && token->mark != '"' && token->mark != '\'' &&
          token->mark != '-' && token->mark != '*' && token->mark != '$' && token->mark != '.' &&
          token->mark != '#' && token->mark < 0x80)
        return NULL;
    }
  return NULL;
}

static inline gboolean
is_ellipsis (const Splitter *self,
             const PlxToken *token)
{
  return token->mark == '.' && plx_span_length (token->span) > 1 && first_byte (self, token) != 0xe3;
}

/* Whether "St." is a street's: 5 Main St. */
static gboolean
is_street (const Splitter *self,
           guint32         word)
{
  const PlxToken *token = get_token (self, word);
  const PlxToken *before = word > self->first ? get_token (self, word - 1) : NULL;

  return before != NULL && (before->flags & PLX_TOKEN_CAPITALISED) && !(before->flags & PLX_TOKEN_PUNCTUATION) &&
         (token->hash == plx_word_hash ("st", 2) || token->hash == plx_word_hash ("st.", 3));
}

/* "9 a.m. Monday", "9 a.m. Dorn time" */
static gboolean
is_hour_told_further (const Splitter *self,
                      guint32         next,
                      const PlxToken *after)
{
  static const guint max_words = 3;

  if (word_class (after) & PLX_WORD_CALENDAR)
    return TRUE;
  for (guint32 i = next; i < MIN (next + max_words, self->end); i++)
    {
      if (get_token (self, i)->hash == plx_word_hash ("time", 4))
        return TRUE;
    }
  return FALSE;
}

/* A stop after the abbreviation or initial @word; the sentence goes on at @next or begins there. */
static gboolean
abbreviation_ends (Splitter *self,
                   guint32   word,
                   guint32   next,
                   guint     class)
{
  const PlxToken *token = get_token (self, word);
  const PlxToken *before = word > self->first ? get_token (self, word - 1) : NULL;
  const PlxToken *after = first_word (self, next);
  gboolean opener;

  if (after == NULL || !(after->flags & (PLX_TOKEN_CAPITALISED | PLX_TOKEN_NUMBER)))
    return FALSE;
  opener = (after->flags & PLX_TOKEN_CAPITALISED) && (word_class (after) & PLX_WORD_OPENER);

  if ((class & PLX_ABBREVIATION_TITLE) && (token->flags & PLX_TOKEN_CAPITALISED))
    return opener && is_street (self, word);
  if (class & PLX_ABBREVIATION_INNER)
    return FALSE;
  if (class & PLX_ABBREVIATION_LAST)
    return (after->flags & PLX_TOKEN_CAPITALISED) && !is_hour_told_further (self, next, after);
  if ((class & PLX_ABBREVIATION_MONTH) && before != NULL)
    return opener || ((after->flags & PLX_TOKEN_CAPITALISED) &&
                      !(word_class (after) & PLX_WORD_CALENDAR) &&
                      (word_class (before) & PLX_WORD_BEFORE_DATE));
  if (class & (PLX_ABBREVIATION_MONTH | PLX_ABBREVIATION_NUMBER))
    return opener;
  if (opener)
    return TRUE;
  if (!(after->flags & PLX_TOKEN_CAPITALISED) || class == 0)
    return FALSE;
  /* In the middle of a sentence a comma would follow: "of Randolph, Mass., a town …". */
  if ((class & PLX_ABBREVIATION_PLACE) && !(token->flags & PLX_TOKEN_ABBREVIATION) &&
      before != NULL && before->mark == ',')
    return TRUE;
  return (get_token (self, next)->flags & PLX_TOKEN_QUOTE) != 0;
}

/* Whether the letter @word before a stop is an initial, and not the pronoun, a degree (40 C.) or a
 * number (World War I.). */
static gboolean
is_initial (const Splitter *self,
            guint32         word,
            guint32         next)
{
  const PlxToken *before = word > self->first ? get_token (self, word - 1) : NULL;
  const PlxToken *after = get_token (self, next);
  guint8 letter = first_byte (self, get_token (self, word));

  if (letter == 'I')
    return before != NULL && (before->flags & PLX_TOKEN_CAPITALISED) &&
           (after->flags & PLX_TOKEN_CAPITALISED) && !(word_class (after) & PLX_WORD_OPENER) &&
           !(word_class (before) & (PLX_WORD_NUMBERED | PLX_WORD_OPENER));
  if (strchr ("CFK", letter) != NULL && before != NULL)
    return !(before->flags & PLX_TOKEN_NUMBER) && before->mark != 0xb0;
  return letter != 'i';
}

/* Whether the word before a stop is an abbreviation there; its class goes to @out_class. */
static gboolean
is_abbreviation (Splitter *self,
                 guint32   word,
                 guint32   next,
                 guint    *out_class)
{
  const PlxToken *token = get_token (self, word);
  const PlxToken *after = get_token (self, next);
  guint length = plx_span_length (token->span);

  *out_class = word_class (token);
  if (token->flags & PLX_TOKEN_ABBREVIATION)
    return TRUE;
  if (!(token->flags & PLX_TOKEN_WORD))
    return FALSE;
  if (length == 1 && is_initial (self, word, next))
    return TRUE;
  if (*out_class & PLX_ABBREVIATION_UNIT)
    {
      const PlxToken *before = word > self->first ? get_token (self, word - 1) : NULL;

      if (before != NULL &&
          ((before->flags & PLX_TOKEN_NUMBER) || before->hash == plx_word_hash ("per", 3)))
        return TRUE;
      *out_class &= ~(guint) (PLX_ABBREVIATION_UNIT | PLX_ABBREVIATION_LAST);
    }
  if (*out_class & PLX_ABBREVIATION_NUMBER)
    {
      if (after->flags & PLX_TOKEN_NUMBER)
        return TRUE;
      *out_class &= ~(guint) PLX_ABBREVIATION_NUMBER;
    }
  /* "the ill.", "an ave.": abbreviated names are written with a capital. */
  if (*out_class & NAME_CLASSES)
    {
      if (token->flags & PLX_TOKEN_CAPITALISED)
        return TRUE;
      *out_class &= ~(guint) NAME_CLASSES;
    }
  return (*out_class & PLX_ABBREVIATION_ANY) != 0;
}

/* A stop with no space behind it: "end.The". */
static gboolean
touching_stop_ends (Splitter *self,
                    guint32   stop,
                    guint32   last)
{
  const PlxToken *before = stop > self->first ? get_token (self, stop - 1) : NULL;
  const PlxToken *after = get_token (self, last + 1);

  if (before == NULL || (after->flags & PLX_TOKEN_ALL_CAPS) || !(after->flags & PLX_TOKEN_CAPITALISED))
    return FALSE;
  if (is_ellipsis (self, get_token (self, stop)))
    return (word_class (after) & PLX_WORD_OPENER) != 0;
  if (before->flags & PLX_TOKEN_NUMBER)
    return (word_class (after) & PLX_WORD_OPENER) != 0;
  return (before->flags & (PLX_TOKEN_WORD | PLX_TOKEN_PUNCTUATION)) &&
         (last > stop || plx_span_length (before->span) > 2);
}

/* Whether a bracket that closes between @from and @to was opened inside the sentence. */
static gboolean
closes_inner_bracket (const Splitter *self,
                      guint32         from,
                      guint32         to)
{
  guint32 depth = 0;

  for (guint32 i = to + 1; i-- > self->first + 1;)
    {
      guint16 mark = get_token (self, i)->mark;

      if (mark == ')' || mark == ']')
        depth++;
      else if ((mark == '(' || mark == '[') && depth > 0 && --depth == 0 && i < from)
        return TRUE;
      if (i <= from && depth == 0)
        return FALSE;
    }
  return FALSE;
}

/* "HILLSBORO, Ore. -- The plant": the sentence begins with its dateline. */
static gboolean
is_dateline (const Splitter *self,
             guint32         stop)
{
  return stop >= self->first + 3 && get_token (self, stop + 1)->mark == '-' &&
         (get_token (self, stop - 1)->flags & PLX_TOKEN_CAPITALISED) &&
         get_token (self, stop - 2)->mark == ',' &&
         (get_token (self, stop - 3)->flags & PLX_TOKEN_ALL_CAPS);
}

/* "1. First point", "II. The talks": a number that begins a sentence is its label. */
static gboolean
is_label (const Splitter *self,
          guint32         stop)
{
  const PlxToken *token = get_token (self, stop - 1);

  if (stop != self->first + 1)
    return FALSE;
  if ((token->flags & PLX_TOKEN_NUMBER) || plx_span_length (token->span) == 1)
    return TRUE;
  return (token->flags & PLX_TOKEN_ALL_CAPS) &&
         strspn (self->text->bytes + token->span.start, "IVX") >= plx_span_length (token->span);
}

/* "a) the port, b) the ships": whether what follows @last goes on with an enumeration, rather than
 * with the next item of a list whose items are sentences. */
static gboolean
goes_on_enumerating (const Splitter *self,
                     guint32         last,
                     const PlxToken *after)
{
  return !(after->flags & PLX_TOKEN_CAPITALISED) && plx_span_length (after->span) == 1 &&
         last + 2 < self->end && get_token (self, last + 2)->mark == ')' &&
         get_token (self, self->first + 1)->mark != ')';
}

/* "I... I cannot", "no . . . I did not": an ellipsis before what goes on after a pause. */
static gboolean
is_pause (const Splitter *self,
          guint32         stop,
          const PlxToken *after)
{
  const PlxToken *before = get_token (self, stop - 1);

  if (is_ellipsis (self, get_token (self, stop)))
    return before->hash != 0 && before->hash == after->hash;
  return before->mark == '.' && plx_span_length (after->span) == 1 &&
         first_byte (self, after) == 'I';
}

/* Whether the sentence ends at the terminator @stop, closed up to @last; @last + 1 follows. */
static gboolean
stop_ends_sentence (Splitter *self,
                    guint32   stop,
                    guint32   last)
{
  const PlxToken *mark = get_token (self, stop);
  const PlxToken *before = stop > self->first ? get_token (self, stop - 1) : NULL;
  const PlxToken *after = first_word (self, last + 1);
  gboolean closed = last > stop;
  guint class = 0;

  if (before == NULL || (closed && is_label (self, stop) && mark->mark == '.' &&
                         get_token (self, last)->mark == ')'))
    return FALSE;
  if (touches_next (self, last))
    return touching_stop_ends (self, stop, last);
  if (closed && closes_inner_bracket (self, stop, last))
    return is_terminator (get_token (self, last)) && after != NULL &&
           !!(after->flags & (PLX_TOKEN_CAPITALISED | PLX_TOKEN_NUMBER));
  if (mark->mark == '.' && plx_span_length (mark->span) == 1 && !closed &&
      before->span.end == mark->span.start)
    {
      if (is_label (self, stop))
        return FALSE;
      if (is_dateline (self, stop))
        return FALSE;
      if (is_abbreviation (self, stop - 1, last + 1, &class))
        return abbreviation_ends (self, stop - 1, last + 1, class);
    }

  if (after == NULL)
    return get_token (self, last + 1)->mark >= 0x80;
  /* "…" — Name: the credit belongs to the quotation; "b)" goes on with an enumeration. */
  if (closed && (get_token (self, last)->flags & PLX_TOKEN_QUOTE) &&
      get_token (self, last + 1)->mark == '-' && (after->flags & PLX_TOKEN_CAPITALISED))
    return FALSE;
  if (goes_on_enumerating (self, last, after) || is_pause (self, stop, after))
    return FALSE;
  if (after->flags & PLX_TOKEN_CAPITALISED)
    return !(closed && (mark->mark != '.' || is_ellipsis (self, mark)) &&
             is_followed_by_tag (self, last + 1)) &&
           !(mark->mark == '!' && (word_class (before) & PLX_WORD_MARKED_NAME) &&
             !(word_class (after) & PLX_WORD_OPENER));
  if (after->flags & PLX_TOKEN_NUMBER)
    return !is_ellipsis (self, mark) && before->mark != 0xb0;
  return !closed && !is_ellipsis (self, mark) &&
         !(mark->mark != '.' && is_followed_by_tag (self, last + 1)) &&
         !(mark->mark == '!' && plx_span_length (mark->span) == 1 &&
           (before->flags & PLX_TOKEN_CAPITALISED));
}

/* The longest line of the span, in bytes. */
static guint32
measure_width (Splitter *self)
{
  const char *at = self->text->bytes + self->span.start;
  const char *end = self->text->bytes + self->span.end;

  if (self->width != 0)
    return self->width;
  self->width = 1;
  while (at < end)
    {
      const char *line = memchr (at, '\n', (gsize) (end - at));

      if (line == NULL)
        line = end;
      self->width = MAX (self->width, (guint32) (line - at));
      at = MIN (line + 1, end);
    }
  return self->width;
}

/* Bytes from the start of the line to the end of the token, no more than @limit. */
static guint32
line_length (const Splitter *self,
             guint32         index,
             guint32         limit)
{
  guint32 end = get_token (self, index)->span.end, start = end;

  while (start > self->span.start && self->text->bytes[start - 1] != '\n' && end - start < limit)
    start--;
  return end - start;
}

/* Whether a list item begins with this token. */
static gboolean
is_bullet (const Splitter *self,
           guint32         index)
{
  const PlxToken *token = get_token (self, index);

  if (token->mark == '*' || token->mark == '-' || token->mark == '+')
    return !touches_next (self, index) || token->mark == '*';
  return (token->flags & PLX_TOKEN_NUMBER) && plx_span_length (token->span) <= 3 &&
         touches_next (self, index) && index + 1 < self->end &&
         (get_token (self, index + 1)->mark == '.' || get_token (self, index + 1)->mark == ')');
}

/* Whether the line break before @next ends a sentence where no stop does. A line that had room
 * for the next word was ended on purpose. */
static gboolean
line_ends_sentence (Splitter *self,
                    guint32   next)
{
  const PlxToken *token = get_token (self, next);
  const PlxToken *last = get_token (self, next - 1);
  guint32 width = measure_width (self);
  guint32 length = line_length (self, next - 1, WRAPPED_MAX_BYTES);
  gboolean goes_on = (token->flags & WORDLIKE) &&
                     !(token->flags & (PLX_TOKEN_CAPITALISED | PLX_TOKEN_NUMBER));

  if (is_bullet (self, next))
    return TRUE;
  if (width < WRAPPED_MIN_BYTES || width > WRAPPED_MAX_BYTES)
    return !((goes_on || last->mark == ',') && length >= LONG_LINE_BYTES && last->mark != ':');
  if (goes_on)
    return length < width / 2 && !(get_token (self, self->first)->flags & PLX_TOKEN_CAPITALISED);
  return length + 1 + plx_span_length (token->span) + LINE_SLACK_BYTES < width;
}

static inline guint
counts_as_word (const PlxToken *token)
{
  return ((token->flags & WORDLIKE) != 0) & ((token->flags & PLX_TOKEN_CLITIC) == 0);
}

static void
push_sentence (Splitter *self,
               guint32   end)
{
  PlxTextSentence sentence;
  guint32 n_words = 0;

  if (end == self->first)
    return;
  for (guint32 i = self->first; i < end; i++)
    n_words += counts_as_word (&self->tokens[i]);
  for (guint32 i = self->first; i < end && n_words > 0; i++)
    {
      if (!counts_as_word (&self->tokens[i]))
        continue;
      self->tokens[i].flags |= PLX_TOKEN_FIRST;
      break;
    }
  sentence.span.start = get_token (self, self->first)->span.start;
  sentence.span.end = get_token (self, end - 1)->span.end;
  sentence.first_token = self->first;
  sentence.n_tokens = end - self->first;
  sentence.n_words = n_words;
  sentence.paragraph = self->paragraph;
  g_array_append_val (self->text->sentences, sentence);
  self->first = end;
}

/* Whether a sentence ends before @next, where a line ends too. */
static gboolean
break_before (Splitter *self,
              guint32   next)
{
  const PlxToken *token = get_token (self, next);

  if (token->flags & PLX_TOKEN_AFTER_BLANK)
    {
      push_sentence (self, next);
      self->paragraph += next > self->paragraph_start;
      self->paragraph_start = next;
      return TRUE;
    }
  if ((token->flags & PLX_TOKEN_AFTER_LINE) && line_ends_sentence (self, next))
    {
      push_sentence (self, next);
      return TRUE;
    }
  return FALSE;
}

/* Whether a sentence ends after the abbreviation @index, a token with its stop, closed up to
 * @last. */
static gboolean
dotted_token_ends (Splitter *self,
                   guint32   index,
                   guint32   last)
{
  const PlxToken *after;

  if (last == index)
    return !touches_next (self, last) &&
           abbreviation_ends (self, index, last + 1, word_class (get_token (self, index)));
  if (closes_inner_bracket (self, index, last) && !is_terminator (get_token (self, last)))
    return FALSE;
  after = first_word (self, last + 1);
  return after != NULL && (after->flags & PLX_TOKEN_CAPITALISED);
}

/* Looks at the token @index and returns the last token it has dealt with. */
static guint32
take_token (Splitter *self,
            guint32   index)
{
  const PlxToken *token = get_token (self, index);
  guint32 last;
  gboolean ends;

  if (index > self->first && (token->flags & (PLX_TOKEN_AFTER_LINE | PLX_TOKEN_AFTER_BLANK)))
    break_before (self, index);
  if (!is_terminator (token) && !(token->flags & PLX_TOKEN_ABBREVIATION))
    return index;

  last = end_of_stop (self, index);
  if (last + 1 >= self->end ||
      (get_token (self, last + 1)->flags & PLX_TOKEN_AFTER_BLANK))
    return last;
  ends = is_terminator (token) ? stop_ends_sentence (self, index, last)
                               : dotted_token_ends (self, index, last);
  if (ends)
    push_sentence (self, last + 1);
  return last;
}

void
plx_text_split_sentences (PlxText *text,
                          PlxSpan  span,
                          guint32  first_token)
{
  Splitter self = { .text = text, .tokens = (PlxToken *) (gpointer) text->tokens->data,
                    .span = span, .first = first_token, .paragraph_start = first_token,
                    .end = text->tokens->len, .paragraph = text->n_paragraphs,
                    .n_quotes_at = first_token };

  if (first_token == self.end)
    return;
  for (guint32 i = first_token; i < self.end; i++)
    {
      if (self.tokens[i].flags & MAY_BORDER)
        i = take_token (&self, i);
    }
  push_sentence (&self, self.end);
  text->n_paragraphs = self.paragraph + 1;
}
