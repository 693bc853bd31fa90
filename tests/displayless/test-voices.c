/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/voices/plx-voices.h"
#include "tests/support/cases.h"
#include "tests/support/lexicon.h"

#include <string.h>

typedef struct
{
  PlxVoiceWords *words;
  PlxVoices     *voices;
  PlxText       *text;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->words = plx_voice_words_new (NULL);
  fixture->voices = plx_voices_new (fixture->words);
  fixture->text = plx_text_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  plx_voices_free (fixture->voices);
  plx_voice_words_unref (fixture->words);
  plx_text_free (fixture->text);
}

static void
find (Fixture    *fixture,
      const char *bytes)
{
  gsize length = strlen (bytes);

  plx_text_set_bytes (fixture->text, bytes, length);
  plx_text_read_span (fixture->text, (PlxSpan) { 0, (guint32) length });
  plx_voices_find (fixture->voices, fixture->text);
}

static void
append_span (GString    *out,
             const char *bytes,
             PlxSpan     span)
{
  g_string_append_len (out, bytes + span.start, plx_span_length (span));
}

/* The voices as the golden file writes them. */
static char *
describe (Fixture    *fixture,
          const char *bytes)
{
  static const char *const kinds[] = { "reporter", "direct", "indirect", "mixed" };
  const GArray *quotes = plx_voices_get_quotes (fixture->voices);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      const PlxQuote *quote = &g_array_index (quotes, PlxQuote, i);

      g_string_append_printf (out, "%s%s | ", i > 0 ? "\n" : "", kinds[quote->kind]);
      if (plx_span_length (quote->speaker) > 0)
        append_span (out, bytes, quote->speaker);
      else
        g_string_append_c (out, '-');
      g_string_append_printf (out, " | %s | ", quote->name != PLX_NONE
                                                 ? plx_voices_get_name (fixture->voices, quote->name)
                                                 : "-");
      append_span (out, bytes, quote->content[0]);
      if (plx_span_length (quote->content[1]) > 0)
        {
          g_string_append (out, " … ");
          append_span (out, bytes, quote->content[1]);
        }
    }
  return g_string_free (out, FALSE);
}

static char *
read_case (const char *input,
           gpointer    fixture)
{
  find (fixture, input);
  return describe (fixture, input);
}

static void
test_cases (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpuint (cases_run ("text/voices.txt", read_case, fixture), >=, 25);
}

static void
check_span (const char *bytes,
            gsize       length,
            PlxSpan     span)
{
  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, length);
  g_assert_true (span.start == length || ((guint8) bytes[span.start] & 0xc0) != 0x80);
  g_assert_true (span.end == length || ((guint8) bytes[span.end] & 0xc0) != 0x80);
}

static void
check_quotes (Fixture    *fixture,
              const char *bytes)
{
  const GArray *quotes = plx_voices_get_quotes (fixture->voices);
  gsize length = strlen (bytes);
  guint32 from = 0;

  for (guint i = 0; i < quotes->len; i++)
    {
      const PlxQuote *quote = &g_array_index (quotes, PlxQuote, i);

      g_assert_cmpuint (plx_span_length (quote->content[0]), >, 0);
      g_assert_cmpuint (quote->content[0].start, >=, from);
      from = quote->content[0].start;
      for (guint k = 0; k < G_N_ELEMENTS (quote->content); k++)
        check_span (bytes, length, quote->content[k]);
      check_span (bytes, length, quote->speaker);
      check_span (bytes, length, quote->cue);
      g_assert_true (quote->name == PLX_NONE || quote->name < plx_voices_get_n_names (fixture->voices));
      g_assert_cmpint (quote->kind, >=, PLX_VOICE_DIRECT);
      g_assert_cmpint (quote->kind, <=, PLX_VOICE_MIXED);
    }
}

static void
test_random_words (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const pieces[] = {
    "said", "that", "he", "She", "Lena", "Voss", "the", "minister", ",", ".", "\"", "“", "”", "''", "``",
    "according", "to", "who", "and", "saying", "told", "reporters", "asked", "whether", "\n\n", "\n", ":",
    "-", "(", ")", "'s", "was", "claim", "on", "Monday", "?", "!", "‘", "’", "«", "»", "denounced", "it",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (random, 0, 80);

      for (guint i = 0; i < n; i++)
        {
          g_string_append (bytes, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          if (g_rand_int_range (random, 0, 4) != 0)
            g_string_append_c (bytes, ' ');
        }
      find (fixture, bytes->str);
      check_quotes (fixture, bytes->str);
    }
}

/* A megabyte without a stop, or of nothing but marks, takes no longer than any other. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const pieces[] = {
    "said ", "\"", "“", "he said ", "\"a\" said b. ", "according to ", "\n\n“a b c d e f", "Voss said x. ",
    "“Voss” — Abel\n\n", "' ", "(",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) bytes = g_string_new (NULL);
      gint64 start_usec;

      while (bytes->len < 1000 * 1000)
        g_string_append (bytes, pieces[i]);
      start_usec = g_get_monotonic_time ();
      find (fixture, bytes->str);
      g_assert_cmpint (g_get_monotonic_time () - start_usec, <, 10 * G_USEC_PER_SEC);
      check_quotes (fixture, bytes->str);
    }
}

/* What a text holds does not reach into the next one. */
static void
test_reuse (Fixture       *fixture,
            gconstpointer  data)
{
  find (fixture, "Lena Voss said the port was safe.");
  g_assert_cmpuint (plx_voices_get_quotes (fixture->voices)->len, ==, 1);
  find (fixture, "She said ships were late.");
  g_assert_cmpuint (plx_voices_get_quotes (fixture->voices)->len, ==, 1);
  g_assert_cmpuint (g_array_index (plx_voices_get_quotes (fixture->voices), PlxQuote, 0).name, ==, PLX_NONE);
  find (fixture, "");
  g_assert_cmpuint (plx_voices_get_quotes (fixture->voices)->len, ==, 0);
}

/* A reporting verb that only the lexicon knows. */
static void
test_lexicon_words (void)
{
  static const char lines[] = "#parallax-lexicon 1\n#axis tone negative positive\n"
                              "pattern\trole\taxis\tweight\tcondition\tnote\n"
                              "burble\treporting\t*\t\tverb\t\n"
                              "good\tcue\ttone\t1\tadj\t\n";
  g_autoptr (PlxLexicon) compiled = lexicon_compile (lines);
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GBytes) image = NULL;
  g_autoptr (PlxVoiceWords) words = NULL;
  Fixture fixture;

  /* through an image, which holds the words ready made */
  image = plx_lexicon_write_image (compiled);
  lexicon = plx_lexicon_new_from_image (image);
  words = plx_voice_words_new (compiled);
  fixture.words = plx_voice_words_new (lexicon);
  fixture.voices = plx_voices_new (fixture.words);
  fixture.text = plx_text_new ();
  g_assert_true (fixture.words->slots != words->slots);
  g_assert_cmpmem (fixture.words->slots, (words->mask + 1) * sizeof (PlxVoiceWord), words->slots,
                   (fixture.words->mask + 1) * sizeof (PlxVoiceWord));
  g_assert_cmpmem (fixture.words->reporting, sizeof words->reporting, words->reporting,
                   sizeof words->reporting);
  find (&fixture, "Lena Voss burbled that the port was safe.");
  g_assert_cmpuint (plx_voices_get_quotes (fixture.voices)->len, ==, 1);
  tear_down (&fixture, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/voices/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/voices/random-words", Fixture, NULL, set_up, test_random_words, tear_down);
  g_test_add ("/voices/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/voices/reuse", Fixture, NULL, set_up, test_reuse, tear_down);
  g_test_add_func ("/voices/lexicon-words", test_lexicon_words);
  return g_test_run ();
}
