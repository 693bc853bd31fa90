/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/reading/plx-reading.h"
#include "tests/support/lexicon.h"

#include <string.h>

static const char lexicon_text[] =
  "#parallax-lexicon 1\n"
  "#name Test\n"
  "#axis tone negative positive\n"
  "pattern\trole\taxis\tweight\tcondition\tnote\n"
  "welcome\tcue\ttone\t1\tverb\t\n"
  "grim\tcue\ttone\t-2\tadj\t\n"
  "brave\tcue\ttone\t2\tadj\t\n"
  "say\treporting\t*\t\tverb\t\n";

static const char story[] =
  "The harbour was grim on Monday. Transport Minister Ilsa Verin said that the terminal would open in "
  "June. “We welcome every ship that comes,” she said. Nobody else spoke.";

/* The sentences of the story and who speaks each; NULL: the reporter. */
static const char *const speakers[] = { NULL, "Ilsa Verin", "Ilsa Verin", NULL };

static PlxReader *
make_reader (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (lexicon_text);

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

/* Texts whose sentences are half the reporter's, and who speaks each cue ("-": nobody with a name). */
static const struct
{
  const char *name;
  const char *text;
  const char *cues; /* word and speaker of each, with a slash between; empty: the reporter */
} shared_cases[] = {
  { "quotation after the reporter's own words",
    "Verin, looking grim, said: “We welcome every ship that comes to us.”", "grim/ welcome/Verin" },
  { "reported speech before the reporter's own words",
    "The terminal would be brave and welcome, Ilsa Verin said in a grim voice.",
    "brave/Ilsa Verin welcome/Ilsa Verin grim/" },
  { "split quotation",
    "“We are brave,” Ilsa Verin said with a grim smile, “and we welcome every ship.”",
    "brave/Ilsa Verin grim/ welcome/Ilsa Verin" },
  { "one who quotes another",
    "Ilsa Verin said it was grim that Tomas Reck had said: “We welcome the brave new rules.”",
    "grim/Ilsa Verin welcome/Tomas Reck brave/Tomas Reck" },
  { "nobody quoted", "The grim town was brave.", "grim/ brave/" },
};

static char *
describe_cues (const PlxReading *reading,
               const char       *text)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->cues->len; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
      const char *name = g_array_index (reading->voices, PlxVoice, cue->voice).name;

      g_string_append_printf (out, "%s%.*s/%s", i > 0 ? " " : "", (int) plx_span_length (cue->span),
                              text + cue->span.start,
                              cue->voice == 0 ? "" : name != NULL ? name : "-");
    }
  return g_string_free (out, FALSE);
}

static void
test_cues (void)
{
  g_autoptr (PlxReader) reader = make_reader ();

  for (guint i = 0; i < G_N_ELEMENTS (shared_cases); i++)
    {
      g_autoptr (PlxArticle) article = plx_article_new (g_strdup (shared_cases[i].text));
      const PlxReading *reading = plx_reader_read (reader, article, NULL);
      g_autofree char *found = describe_cues (reading, article->text);

      g_test_message ("%s", shared_cases[i].name);
      g_assert_cmpstr (found, ==, shared_cases[i].cues);
    }
}

/* What the parts of each sentence say and speak is what the sentence does. */
static void
check_parts (const PlxReading *reading)
{
  guint next = 0;

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      guint first = next;
      guint32 n_words = 0, n_cues = 0;
      double positive = 0.0, negative = 0.0;

      for (; next < reading->parts->len; next++)
        {
          const PlxVoicePart *part = &g_array_index (reading->parts, PlxVoicePart, next);
          PlxAxisScore axes[PLX_MAX_AXES];

          if (part->sentence != i)
            break;
          g_assert_cmpuint (part->voice, <, reading->voices->len);
          plx_reading_sum_part (reading, part, axes);
          n_words += part->n_words;
          n_cues += axes[0].n_cues;
          positive += axes[0].positive;
          negative += axes[0].negative;
        }
      g_assert_cmpuint (next, >, first);
      g_assert_cmpuint (n_words, ==, sentence->n_words);
      g_assert_cmpuint (n_cues, ==, sentence->axes[0].n_cues);
      g_assert_cmpfloat_with_epsilon (positive, sentence->axes[0].positive, 1e-9);
      g_assert_cmpfloat_with_epsilon (negative, sentence->axes[0].negative, 1e-9);
    }
  g_assert_cmpuint (next, ==, reading->parts->len);
}

/* … and what all voices say is what the article does. */
static void
check_voices (const PlxReading *reading)
{
  PlxVoice sum = { 0 };

  for (guint i = 0; i < reading->voices->len; i++)
    {
      const PlxVoice *voice = &g_array_index (reading->voices, PlxVoice, i);

      sum.n_words += voice->n_words;
      sum.axes[0].n_cues += voice->axes[0].n_cues;
      sum.axes[0].positive += voice->axes[0].positive;
      sum.axes[0].negative += voice->axes[0].negative;
      g_assert_cmpfloat (voice->axes[0].score, >=, -1.0);
      g_assert_cmpfloat (voice->axes[0].score, <=, 1.0);
      g_assert_true (voice->axes[0].n_cues > 0 || voice->axes[0].score == 0.0);
    }
  g_assert_cmpuint (sum.n_words, ==, reading->n_words);
  g_assert_cmpuint (sum.axes[0].n_cues, ==, reading->axes[0].n_cues);
  g_assert_cmpfloat_with_epsilon (sum.axes[0].positive, reading->axes[0].positive, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum.axes[0].negative, reading->axes[0].negative, 1e-9);
}

/* Words strung together at random, so that quotations open, close, nest and overlap as they like. */
static void
test_parts_add_up (void)
{
  static const char *const pieces[] = {
    "“", "”", "\"", "'", "‘", "’", ", ", ". ", ".\n\n", ": ", "—", " said ", " said that ", "Verin",
    " Ilsa Verin ", " the minister ", " grim ", " brave ", " welcome ", " according to ", " ships ", " she ",
    " 3,000 ", "’s ", "… ", "!",
  };
  g_autoptr (PlxReader) reader = make_reader ();
  guint n_shared = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (PlxArticle) article = NULL;
      GString *text = g_string_new (NULL);
      const PlxReading *reading;

      for (int n = g_test_rand_int_range (1, 60); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      article = plx_article_new (g_string_free (text, FALSE));
      if (i % 3 == 0)
        article->title = g_strdup ("Verin: “a grim day”");
      reading = plx_reader_read (reader, article, NULL);
      check_parts (reading);
      check_voices (reading);
      n_shared += reading->parts->len > reading->sentences->len;
    }
  g_assert_cmpuint (n_shared, >, 200);
}

/* The score of what the reporter says by himself leaves the quotation's cues out. */
static void
test_own_words (void)
{
  g_autoptr (PlxReader) reader = make_reader ();
  g_autoptr (PlxArticle) article =
    plx_article_new (g_strdup ("Verin, looking grim, said: “We welcome every ship that comes to us.”"));
  const PlxReading *reading = plx_reader_read (reader, article, NULL);
  const PlxVoice *reporter = &g_array_index (reading->voices, PlxVoice, 0);
  const PlxVoice *minister = &g_array_index (reading->voices, PlxVoice, 1);

  g_assert_cmpuint (reporter->n_words, ==, 4);
  g_assert_cmpuint (minister->n_words, ==, 8);
  g_assert_cmpfloat_with_epsilon (reporter->axes[0].score, plx_score_from_evidence (0, 2, 4), 1e-9);
  g_assert_cmpfloat_with_epsilon (minister->axes[0].score, plx_score_from_evidence (1, 0, 8), 1e-9);
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
  check_parts (reading);
  g_assert_cmpuint (g_array_index (reading->voices, PlxVoice, 0).n_words, ==, reading->n_words);
}

/* Without voices a long text is read in pieces, which must not show. */
static void
test_in_pieces (void)
{
  const gsize length = 3 * 1024 * 1024;
  const PlxReadingOptions options = { .skip_voices = TRUE };
  g_autoptr (PlxReader) reader = make_reader ();
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (PlxReading) whole = NULL;
  const PlxReading *pieces;
  GString *text = g_string_sized_new (length + 1024);

  while (text->len < length)
    g_string_append_printf (text, "%s\n\n", story);
  article = plx_article_new (g_string_free (text, FALSE));
  whole = plx_reading_copy (plx_reader_read (reader, article, NULL));
  pieces = plx_reader_read (reader, article, &options);

  g_assert_cmpuint (pieces->n_words, ==, whole->n_words);
  g_assert_cmpuint (pieces->cues->len, ==, whole->cues->len);
  g_assert_cmpuint (pieces->sentences->len, ==, whole->sentences->len);
  g_assert_cmpfloat (pieces->axes[0].score, ==, whole->axes[0].score);
  for (guint i = 0; i < whole->sentences->len; i++)
    {
      const PlxReadSentence *piece = &g_array_index (pieces->sentences, PlxReadSentence, i);
      const PlxReadSentence *sentence = &g_array_index (whole->sentences, PlxReadSentence, i);

      g_assert_cmpuint (piece->span.start, ==, sentence->span.start);
      g_assert_cmpuint (piece->span.end, ==, sentence->span.end);
      g_assert_cmpuint (piece->paragraph, ==, sentence->paragraph);
      g_assert_cmpuint (piece->flags, ==, sentence->flags);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-voices/sentences", test_sentences);
  g_test_add_func ("/reading-voices/sums", test_sums);
  g_test_add_func ("/reading-voices/cues", test_cues);
  g_test_add_func ("/reading-voices/own-words", test_own_words);
  g_test_add_func ("/reading-voices/parts-add-up", test_parts_add_up);
  g_test_add_func ("/reading-voices/skipped", test_skipped);
  g_test_add_func ("/reading-voices/in-pieces", test_in_pieces);
  return g_test_run ();
}
