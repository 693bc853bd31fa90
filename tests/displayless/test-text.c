/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/text/plx-text.h"
#include "tests/support/cases.h"

#include <string.h>

static PlxText *
read_all (const char *bytes,
          gsize       length)
{
  PlxText *text = plx_text_new ();

  plx_text_set_bytes (text, bytes, length);
  plx_text_read_span (text, (PlxSpan) { 0, (guint32) length });
  return text;
}

static char *
get_sentence (const PlxText *text,
              guint          index)
{
  PlxSpan span = g_array_index (text->sentences, PlxTextSentence, index).span;
  char *line = g_strndup (text->bytes + span.start, plx_span_length (span));

  return g_strdelimit (line, "\n\r", ' ');
}

/* The golden cases. */

static char *
read_case (const char *input,
           gpointer    data)
{
  g_autoptr (PlxText) text = read_all (input, strlen (input));
  g_autoptr (GPtrArray) got = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < text->sentences->len; i++)
    g_ptr_array_add (got, get_sentence (text, i));
  g_ptr_array_add (got, NULL);
  return g_strjoinv ("\n", (char **) got->pdata);
}

static void
test_cases (void)
{
  g_assert_cmpuint (cases_run ("text/sentences.txt", read_case, NULL), >=, 30);
}

/* Tokens. */

typedef struct
{
  const char *input;
  const char *tokens; /* joined by | */
  guint       index;  /* of the token whose flags are checked */
  guint       flags;
} TokenCase;

static const TokenCase token_cases[] = {
  { "tit-for-tat", "tit|for|tat", 1, PLX_TOKEN_WORD | PLX_TOKEN_JOINED },
  { "China's plan", "China|'s|plan", 1, PLX_TOKEN_CLITIC },
  { "China’s plan", "China|’s|plan", 1, PLX_TOKEN_CLITIC },
  { "they're in", "they|'re|in", 1, PLX_TOKEN_CLITIC },
  { "it isn't so", "it|isn't|so", 1, PLX_TOKEN_NEGATED },
  { "it isn’t so", "it|isn’t|so", 1, PLX_TOKEN_NEGATED },
  { "we cannot go", "we|cannot|go", 1, PLX_TOKEN_NEGATED },
  { "of 1,234.5 tons", "of|1,234.5|tons", 1, PLX_TOKEN_NUMBER },
  { "the U.S. fleet", "the|U.S.|fleet", 1, PLX_TOKEN_ABBREVIATION | PLX_TOKEN_ALL_CAPS },
  { "a U.S.-led force", "a|U.S.|led|force", 2, PLX_TOKEN_JOINED },
  { "the WTO rules", "the|WTO|rules", 1, PLX_TOKEN_ALL_CAPS | PLX_TOKEN_CAPITALISED },
  { "Élan grows", "Élan|grows", 0, PLX_TOKEN_CAPITALISED | PLX_TOKEN_FIRST },
  { "the “end” came", "the|“|end|”|came", 1, PLX_TOKEN_QUOTE },
  { "he said 'go' twice", "he|said|'|go|'|twice", 2, PLX_TOKEN_QUOTE },
  { "well... no", "well|...|no", 1, PLX_TOKEN_PUNCTUATION },
  { "O'Brien left", "O'Brien|left", 0, PLX_TOKEN_WORD },
  { "see www.a.example/b?c=1.", "see|www.a.example/b?c=1|.", 1, PLX_TOKEN_WORD },
  { "AT&T fell", "AT&T|fell", 0, PLX_TOKEN_WORD },
};

static void
test_tokens (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (token_cases); i++)
    {
      const TokenCase *c = &token_cases[i];
      g_autoptr (PlxText) text = read_all (c->input, strlen (c->input));
      g_autoptr (GString) joined = g_string_new (NULL);
      guint flags;

      for (guint k = 0; k < text->tokens->len; k++)
        {
          PlxSpan span = g_array_index (text->tokens, PlxToken, k).span;

          g_string_append (joined, k > 0 ? "|" : "");
          g_string_append_len (joined, c->input + span.start, plx_span_length (span));
        }
      g_assert_cmpstr (joined->str, ==, c->tokens);
      flags = g_array_index (text->tokens, PlxToken, c->index).flags;
      g_assert_cmphex (flags & c->flags, ==, c->flags);
    }
}

static void
test_apostrophe_is_no_quotation_mark (void)
{
  const char *input = "the dogs' house, rock 'n' roll of the '90s";
  g_autoptr (PlxText) text = read_all (input, strlen (input));

  for (guint i = 0; i < text->tokens->len; i++)
    g_assert_cmpint (g_array_index (text->tokens, PlxToken, i).flags & PLX_TOKEN_QUOTE, ==, 0);
}

static void
test_hash_folds (void)
{
  static const char *const same[][2] = {
    { "Trade", "tRADE" }, { "don’t", "DON'T" }, { "ÉLAN", "élan" }, { "ΣΊΓΜΑ", "σίγμα" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_assert_cmpuint (plx_word_hash (same[i][0], strlen (same[i][0])), ==,
                        plx_word_hash (same[i][1], strlen (same[i][1])));
      g_assert_true (plx_word_equal (same[i][0], strlen (same[i][0]), same[i][1], strlen (same[i][1])));
    }
  g_assert_false (plx_word_equal ("trade", 5, "trades", 6));
  g_assert_cmpuint (plx_word_hash ("", 0), !=, 0);
}

/* What holds of any text. */

static void
check_token (const PlxText  *text,
             const PlxToken *token,
             guint32         from)
{
  g_assert_cmpuint (token->span.start, >=, from);
  g_assert_cmpuint (token->span.end, >, token->span.start);
  g_assert_cmpuint (token->span.end, <=, text->length);
  g_assert_cmpint ((guint8) text->bytes[token->span.start] & 0xc0, !=, 0x80);
  if (token->span.end < text->length)
    g_assert_cmpint ((guint8) text->bytes[token->span.end] & 0xc0, !=, 0x80);
  if (token->hash == 0)
    g_assert_true (token->flags & PLX_TOKEN_PUNCTUATION);
  else if (token->flags & PLX_TOKEN_PUNCTUATION) /* an emoji, or an emoticon */
    g_assert_true (strchr (":;", text->bytes[token->span.start]) != NULL ||
                   (guint8) text->bytes[token->span.start] >= 0xe2);
}

/* Whether a byte range holds nothing that a reader would miss. */
static gboolean
is_blank (const char *bytes,
          guint32     start,
          guint32     end,
          gboolean    hyphens)
{
  for (const char *p = bytes + start; p < bytes + end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && c != '\v' && c != 0x85 && !(c >= 0x200b && c <= 0x200f) && c != 0x2028 &&
          c != 0x2029 && c != 0xad && c != 0x2060 && c != 0xfeff &&
          !(hyphens && (c == '-' || c == 0x2010 || c == 0x2011)))
        return FALSE;
    }
  return TRUE;
}

static void
check_properties (const char *bytes,
                  gsize       length)
{
  g_autoptr (PlxText) text = read_all (bytes, length);
  guint32 at = 0, token = 0;

  for (guint i = 0; i < text->tokens->len; i++)
    {
      const PlxToken *t = &g_array_index (text->tokens, PlxToken, i);

      check_token (text, t, at);
      g_assert_true (is_blank (bytes, at, t->span.start, TRUE));
      at = t->span.end;
    }
  g_assert_true (is_blank (bytes, at, (guint32) length, TRUE));

  for (guint i = 0; i < text->sentences->len; i++)
    {
      const PlxTextSentence *s = &g_array_index (text->sentences, PlxTextSentence, i);

      g_assert_cmpuint (s->first_token, ==, token);
      g_assert_cmpuint (s->n_tokens, >, 0);
      g_assert_cmpuint (s->n_words, <=, s->n_tokens);
      g_assert_cmpuint (s->paragraph, <, text->n_paragraphs);
      token += s->n_tokens;
      g_assert_cmpuint (s->span.start, ==,
                        g_array_index (text->tokens, PlxToken, s->first_token).span.start);
      g_assert_cmpuint (s->span.end, ==, g_array_index (text->tokens, PlxToken, token - 1).span.end);
    }
  g_assert_cmpuint (token, ==, text->tokens->len);
}

static void
test_random_bytes (void)
{
  static const char *const pieces[] = {
    "Mr", ".", ".", " ", " ", "\n", "\n\n", "\r\n", "U.S.", "the", "The", "\"", "'", "“", "”", "’s", "-",
    "(", ")", "[1]", "3.5", "...", "?", "!", "é", "中", "\xe2\x80\xa8", "\xc2\xad", "http://a", "@", "1", ",",
    "n't", "&", "A", "\x01", "\xf0\x9f\x98\x80", "``", "''", "No", "Inc",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (random, 0, 60);

      for (guint i = 0; i < n; i++)
        {
          if (g_rand_int_range (random, 0, 8) == 0)
            g_string_append_c (bytes, (char) g_rand_int_range (random, 1, 256));
          else
            g_string_append (bytes, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
        }
      g_autofree char *valid = g_utf8_make_valid (bytes->str, (gssize) bytes->len);

      check_properties (valid, strlen (valid));
    }
}

/* Spans read one after the other count paragraphs on, and a text filled again forgets. */
static void
test_spans_and_reuse (void)
{
  const char *bytes = "One. Two.\n\nThree\n\nskipped\n\nFour. Five.";
  g_autoptr (PlxText) text = plx_text_new ();

  plx_text_set_bytes (text, bytes, strlen (bytes));
  plx_text_read_span (text, (PlxSpan) { 0, 16 });
  plx_text_read_span (text, (PlxSpan) { 27, (guint32) strlen (bytes) });
  g_assert_cmpuint (text->sentences->len, ==, 5);
  g_assert_cmpuint (text->n_paragraphs, ==, 3);
  g_assert_cmpuint (g_array_index (text->sentences, PlxTextSentence, 2).paragraph, ==, 1);
  g_assert_cmpuint (g_array_index (text->sentences, PlxTextSentence, 4).paragraph, ==, 2);
  g_assert_cmpuint (g_array_index (text->sentences, PlxTextSentence, 3).span.start, ==, 27);

  plx_text_set_bytes (text, "", 0);
  plx_text_read_span (text, (PlxSpan) { 0, 0 });
  g_assert_cmpuint (text->sentences->len, ==, 0);
  g_assert_cmpuint (text->n_paragraphs, ==, 0);
}

/* Cutting a sentence that was cut out gives that sentence again. */
static void
test_idempotent (void)
{
  const char *bytes = "Mr. Abel left the U.S. on Nov. 1. \"Why?\" asked Dr. Voss. He went on. It was 3.5 miles.";
  g_autoptr (PlxText) text = read_all (bytes, strlen (bytes));

  for (guint i = 0; i < text->sentences->len; i++)
    {
      g_autofree char *line = get_sentence (text, i);
      g_autoptr (PlxText) again = read_all (line, strlen (line));

      g_assert_cmpuint (again->sentences->len, ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/cases", test_cases);
  g_test_add_func ("/text/tokens", test_tokens);
  g_test_add_func ("/text/apostrophe-is-no-quotation-mark", test_apostrophe_is_no_quotation_mark);
  g_test_add_func ("/text/hash-folds", test_hash_folds);
  g_test_add_func ("/text/random-bytes", test_random_bytes);
  g_test_add_func ("/text/spans-and-reuse", test_spans_and_reuse);
  g_test_add_func ("/text/idempotent", test_idempotent);
  return g_test_run ();
}
