/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/plx-reading.h"

#include <string.h>

static const char lexicon_text[] =
  "#parallax-lexicon 1\n"
  "#name Test\n"
  "#axis tone negative positive\n"
  "pattern\trole\taxis\tweight\tcondition\tnote\n"
  "welcome\tcue\ttone\t1\tverb\t\n"
  "grim\tcue\ttone\t-2\tadj\t\n"
  "say\treporting\t*\t\tverb\t\n";

static const char story[] =
  "The harbour was grim on Monday. Transport Minister Ilsa Verin said that the terminal would open in "
  "June. “We welcome every ship that comes,” she said. Nobody else spoke.";

/* The sentences of the story and who speaks each; NULL: the reporter. */
static const char *const speakers[] = { NULL, "Ilsa Verin", "Ilsa Verin", NULL };

static PlxReader *
make_reader (void)
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (lexicon_text, sizeof lexicon_text - 1);
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (GError) error = NULL;

  plx_lexicon_builder_add_bytes (builder, bytes, "test.tsv", &error);
  g_assert_no_error (error);
  lexicon = plx_lexicon_builder_compile (builder);
  return plx_reader_new (lexicon);
}

static void
test_sentences (void)
{
  g_autoptr (PlxReader) reader = make_reader ();
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (story));
  const PlxReading *reading = plx_reader_read (reader, article, NULL);

  g_assert_cmpuint (reading->sentences->len, ==, G_N_ELEMENTS (speakers));
  for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      const char *name = g_array_index (reading->voices, PlxVoice, sentence->voice).name;

      g_assert_cmpint (sentence->voice == 0, ==, speakers[i] == NULL);
      g_assert_cmpstr (name, ==, speakers[i]);
    }
}

static void
test_sums (void)
{
  g_autoptr (PlxReader) reader = make_reader ();
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (story));
  const PlxReading *reading = plx_reader_read (reader, article, NULL);
  const PlxVoice *reporter = &g_array_index (reading->voices, PlxVoice, 0);
  const PlxVoice *minister = &g_array_index (reading->voices, PlxVoice, 1);

  g_assert_cmpuint (reading->voices->len, ==, 2);
  g_assert_cmpuint (reporter->n_words + minister->n_words, ==, reading->n_words);
  g_assert_cmpuint (reporter->axes[0].n_cues, ==, 1);
  g_assert_cmpuint (minister->axes[0].n_cues, ==, 1);
  g_assert_cmpfloat (reporter->axes[0].score, <, 0);
  g_assert_cmpfloat (minister->axes[0].score, >, 0);
  for (guint i = 0; i < reading->quotes->len; i++)
    {
      const PlxQuote *quote = &g_array_index (reading->quotes, PlxQuote, i);

      g_assert_cmpuint (quote->name, ==, 1);
    }
}

static void
test_skipped (void)
{
  g_autoptr (PlxReader) reader = make_reader ();
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (story));
  const PlxReadingOptions options = { .skip_voices = TRUE };
  const PlxReading *reading = plx_reader_read (reader, article, &options);

  g_assert_cmpuint (reading->voices->len, ==, 1);
  g_assert_cmpuint (reading->quotes->len, ==, 0);
  g_assert_cmpuint (g_array_index (reading->voices, PlxVoice, 0).n_words, ==, reading->n_words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-voices/sentences", test_sentences);
  g_test_add_func ("/reading-voices/sums", test_sums);
  g_test_add_func ("/reading-voices/skipped", test_skipped);
  return g_test_run ();
}
