/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/reading/plx-reading.h"
#include "analysis/summary/plx-bootstrap.h"
#include "analysis/summary/plx-resampler.h"
#include "analysis/summary/plx-summary.h"
#include "data/import/plx-import.h"
#include "data/plx-shipped-lexicons.h"

#include <math.h>
#include <string.h>

/* What must hold of every reading, with the shipped lexicons on the samples and on own texts. */

static PlxLexicon *lexicon;
static GPtrArray *articles; /* of PlxArticle */

static const char *const own_texts[] = {
  "",
  "…",
  "Talks collapsed. The ban was not lifted, but officials were hopeful? “We will not retaliate,” he said.",
  "TARIFFS HIT PORTS\n\nThe port’s “victory” wasn’t a victory; it was, in truth, a very bitter defeat – no more.",
  "Ça n’est pas très bon: 不好。 It isn't not good, never without success, rather than a failure of failures.",
  "and and and but but but not not not not not never ever never good bad good bad (((([[[ \"\"\"\" ''' ... --- !!! ???",
};

static void
load_samples (void)
{
  g_autofree char *directory = g_build_filename (g_getenv ("PLX_SOURCE_DIR"), "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  for (guint i = 0; i < G_N_ELEMENTS (own_texts); i++)
    g_ptr_array_add (articles, plx_article_new (g_strdup (own_texts[i])));
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      PlxArticle *article;

      if (!g_str_has_suffix (name, ".txt") && !g_str_has_suffix (name, ".html"))
        continue;
      article = plx_import_file (file, PLX_FORMAT_AUTO, NULL, &error);
      g_assert_no_error (error);
      g_ptr_array_add (articles, article);
    }
}

/* Recomputes a sentence from its cues and steps, by hand. */
static void
recompute_sentence (const PlxReading      *reading,
                    const PlxReadSentence *sentence)
{
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      double positive = 0.0, negative = 0.0, difference, score;
      guint n = 0;

      for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
        {
          const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
          double weight = cue->base;

          for (guint32 k = cue->first_step; k < cue->first_step + cue->n_steps; k++)
            {
              double factor = g_array_index (reading->steps, PlxStep, k).factor;

              /* three decimals say it all */
              g_assert_cmpfloat (fabs (factor * 1000.0 - round (factor * 1000.0)), <, 1e-9);
              weight *= factor;
            }
          g_assert_cmpfloat (weight, ==, cue->weight);
          if ((guint) cue->axis != axis)
            continue;
          positive += MAX (weight, 0.0);
          negative += MAX (-weight, 0.0);
          n++;
        }
      difference = positive - negative;
      score = n == 0 ? 0.0
                     : difference / sqrt (difference * difference + PLX_SCORE_ALPHA * MAX (sentence->n_words, 1));
      g_assert_cmpuint (sentence->axes[axis].n_cues, ==, n);
      g_assert_cmpfloat (sentence->axes[axis].positive, ==, positive);
      g_assert_cmpfloat (sentence->axes[axis].negative, ==, negative);
      g_assert_cmpfloat_with_epsilon (sentence->axes[axis].score, score, 1e-12);
      g_assert_cmpfloat (fabs (score), <=, 1.0);
    }
}

static void
test_traces_recompute (void)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  guint n_cues = 0;

  for (guint a = 0; a < articles->len; a++)
    {
      const PlxReading *reading = plx_reader_read (reader, articles->pdata[a], NULL);
      double sums[PLX_MAX_AXES] = { 0 }, weights = 0.0;

      for (guint i = 0; i < reading->sentences->len; i++)
        {
          const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
          double weight = plx_reading_sentence_weight (reading, sentence);

          recompute_sentence (reading, sentence);
          weights += weight;
          for (guint axis = 0; axis < reading->n_axes; axis++)
            sums[axis] += weight * sentence->axes[axis].score;
        }
      for (guint axis = 0; axis < reading->n_axes; axis++)
        {
          g_assert_cmpfloat_with_epsilon (reading->axes[axis].score, weights > 0 ? sums[axis] / weights : 0.0,
                                          1e-12);
          g_assert_cmpfloat (fabs (reading->axes[axis].score), <=, 1.0);
        }
      n_cues += reading->cues->len;
    }
  /* the samples are there, and speak */
  g_assert_cmpuint (articles->len, >, G_N_ELEMENTS (own_texts) + 3);
  g_assert_cmpuint (n_cues, >, 300);
}

/* Reads the numbers of a printed trace, and does the sum again from print alone. */
static void
test_explanations_recompute (void)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  guint n_lines = 0;

  for (guint a = 0; a < articles->len; a++)
    {
      const PlxReading *reading = plx_reader_read (reader, articles->pdata[a], NULL);

      for (guint32 i = 0; i < reading->sentences->len; i++)
        {
          const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
          g_autofree char *text = plx_reading_explain (reading, lexicon, articles->pdata[a], i, 0);
          g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
          double sum = 0.0;

          for (guint k = 0; lines[k] != NULL && strncmp (lines[k], "P = ", 4) != 0; k++)
            {
              const char *at = g_strrstr (lines[k], "] ");
              double weight;

              /* the entry's pattern stands in brackets; steps may quote one, so take the first */
              at = strstr (lines[k], "] ");
              g_assert_nonnull (at);
              weight = g_ascii_strtod (at + 2, NULL);
              while ((at = strstr (at, " × ")) != NULL)
                {
                  at += strlen (" × ");
                  weight *= g_ascii_strtod (at, NULL);
                }
              sum += weight;
              n_lines++;
            }
          g_assert_cmpfloat_with_epsilon (sum, sentence->axes[0].positive - sentence->axes[0].negative, 0.01);
        }
    }
  g_assert_cmpuint (n_lines, >, 100);
}

static double
score (PlxReader  *reader,
       const char *text,
       guint       axis)
{
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));

  return plx_reader_read (reader, article, NULL)->axes[axis].score;
}

static void
test_neutral_sentence_flips_no_sign (void)
{
  static const char neutral[] = " The table stands in the room on the second floor.";
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);

  g_assert_cmpfloat (score (reader, neutral + 1, 0), ==, 0.0);
  for (guint a = 0; a < articles->len; a++)
    {
      const PlxArticle *article = articles->pdata[a];
      g_autofree char *longer = g_strconcat (article->text, "\n\n", neutral + 1, NULL);

      for (guint axis = 0; axis < plx_lexicon_get_n_axes (lexicon); axis++)
        {
          double before = score (reader, article->text, axis);
          double after = score (reader, longer, axis);

          g_assert_false (before > 0.0 && after <= 0.0);
          g_assert_false (before < 0.0 && after >= 0.0);
          g_assert_cmpfloat (fabs (after), <=, fabs (before));
        }
    }
}

static void
test_negating_twice_returns (void)
{
  static const char *const pairs[][3] = {
    { "It was a success.", "It was not a success.", "It was never not a success." },
    { "It was a disaster.", "It was not a disaster.", "It was never not a disaster." },
    { "They praised it.", "They did not praise it.", "They never did not praise it." },
  };
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      double plain = score (reader, pairs[i][0], 0);
      double once = score (reader, pairs[i][1], 0);
      double twice = score (reader, pairs[i][2], 0);

      g_assert_cmpfloat (plain * once, <, 0.0);
      g_assert_cmpfloat (plain * twice, >, 0.0);
      /* not a full flip, and not a full return */
      g_assert_cmpfloat (fabs (once), <, fabs (plain));
      g_assert_cmpfloat (fabs (twice), <, fabs (plain));
    }
}

static char *
describe (const PlxReading *reading)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      g_string_append_printf (out, "%u-%u %u %u", sentence->span.start, sentence->span.end, sentence->n_words,
                              sentence->flags);
      for (guint axis = 0; axis < reading->n_axes; axis++)
        g_string_append_printf (out, " %a", sentence->axes[axis].score);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static gpointer
read_all (gpointer data)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  GPtrArray *described = g_ptr_array_new_with_free_func (g_free);

  for (guint round = 0; round < 20; round++)
    {
      g_ptr_array_set_size (described, 0);
      for (guint a = 0; a < articles->len; a++)
        g_ptr_array_add (described, describe (plx_reader_read (reader, articles->pdata[a], NULL)));
    }
  return described;
}

static void
test_threads_agree (void)
{
  GThread *threads[4];
  g_autoptr (GPtrArray) alone = read_all (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_all, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GPtrArray) found = g_thread_join (threads[i]);

      for (guint a = 0; a < articles->len; a++)
        g_assert_cmpstr (found->pdata[a], ==, alone->pdata[a]);
    }
}

static void
test_copy_outlives (void)
{
  PlxReader *reader = plx_reader_new (lexicon);
  PlxReading *copy = plx_reading_copy (plx_reader_read (reader, articles->pdata[2], NULL));
  g_autofree char *before = describe (copy);
  g_autofree char *after = NULL;

  plx_reader_read (reader, articles->pdata[3], NULL);
  plx_reader_free (reader);
  after = describe (copy);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (copy->lexicon_digest, ==, plx_lexicon_get_digest (lexicon));
  g_assert_cmpuint (copy->voices->len, >=, 1);
  g_assert_null (g_array_index (copy->voices, PlxVoice, 0).name);
  plx_reading_free (copy);
}

static void
test_title_and_blocks (void)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup ("A disaster\nMenu of horrors\nThe table stands here."));
  const PlxReading *reading;

  article->title = g_strdup ("A triumph");
  plx_article_add_block (article, PLX_BLOCK_HEADLINE, (PlxSpan) { 0, 10 });
  plx_article_add_block (article, PLX_BLOCK_BOILERPLATE, (PlxSpan) { 11, 26 });
  plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 27, 49 });
  reading = plx_reader_read (reader, article, NULL);
  g_assert_cmpuint (reading->sentences->len, ==, 2);
  g_assert_true (g_array_index (reading->sentences, PlxReadSentence, 0).flags & PLX_SENTENCE_IN_TITLE);
  g_assert_true (g_array_index (reading->sentences, PlxReadSentence, 1).flags & PLX_SENTENCE_LEAD);
  g_assert_cmpuint (g_array_index (reading->sentences, PlxReadSentence, 1).span.start, ==, 27);
  g_assert_cmpfloat (reading->axes[0].score, >, 0.0);
  g_assert_true (isnan (reading->axes[0].direction));
}

/* Headline and body are summed up apart, and what they have makes up the whole. */
static void
test_sum_apart (void)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxArticle) article =
    plx_article_new (g_strdup ("The talks were a disaster. A table stands here. It was terrible."));
  PlxAxisScore headline[PLX_MAX_AXES], body[PLX_MAX_AXES];
  const PlxReading *reading;

  article->title = g_strdup ("A triumph");
  reading = plx_reader_read (reader, article, NULL);
  g_assert_cmpuint (plx_reading_sum_apart (reading, TRUE, headline), ==, 1);
  g_assert_cmpuint (plx_reading_sum_apart (reading, FALSE, body), ==, 3);
  g_assert_cmpfloat_with_epsilon (
    headline[0].score, g_array_index (reading->sentences, PlxReadSentence, 0).axes[0].score, 1e-12);
  g_assert_cmpfloat (headline[0].score, >, 0.0);
  g_assert_cmpfloat (body[0].score, <, 0.0);
  g_assert_cmpfloat (reading->axes[0].score, >, body[0].score);
  g_assert_cmpfloat (reading->axes[0].score, <, headline[0].score);
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      g_assert_cmpuint (headline[axis].n_cues + body[axis].n_cues, ==, reading->axes[axis].n_cues);
      g_assert_cmpfloat_with_epsilon (headline[axis].positive + body[axis].positive,
                                      reading->axes[axis].positive, 1e-12);
    }
}

/* A text without a headline has nothing to say about one. */
static void
test_sum_no_headline (void)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup ("It was terrible."));
  PlxAxisScore headline[PLX_MAX_AXES];

  g_assert_cmpuint (plx_reading_sum_apart (plx_reader_read (reader, article, NULL), TRUE, headline),
                    ==, 0);
  g_assert_cmpuint (headline[0].n_cues, ==, 0);
  g_assert_cmpfloat (headline[0].score, ==, 0.0);
}

/* Order of articles does not matter for scores; the interval is the same each time. */
static void
test_summary (void)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxSummariser) forward = plx_summariser_new (lexicon);
  g_autoptr (PlxSummariser) backward = plx_summariser_new (lexicon);
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (PlxSummary) a = NULL;
  g_autoptr (PlxSummary) b = NULL;
  g_autoptr (PlxSummary) again = NULL;

  for (guint i = 0; i < articles->len; i++)
    {
      plx_summariser_add (forward, i % 2 ? "odd" : "even", plx_reader_read (reader, articles->pdata[i], NULL));
      plx_summariser_add (backward, (articles->len - 1 - i) % 2 ? "odd" : "even",
                          plx_reader_read (reader, articles->pdata[articles->len - 1 - i], NULL));
    }
  a = plx_summariser_finish (forward, &options);
  again = plx_summariser_finish (forward, &options);
  b = plx_summariser_finish (backward, &options);
  g_assert_cmpuint (a->rows->len, ==, 2);
  for (guint r = 0; r < a->rows->len; r++)
    {
      const PlxSummaryRow *first = a->rows->pdata[r];
      const PlxSummaryRow *second = plx_summary_find_row (b, first->name);
      const PlxSummaryRow *third = plx_summary_find_row (again, first->name);

      for (guint axis = 0; axis < a->n_axes; axis++)
        {
          g_assert_cmpfloat_with_epsilon (first->axes[axis].score, second->axes[axis].score, 1e-9);
          g_assert_cmpuint (first->axes[axis].n_cues, ==, second->axes[axis].n_cues);
          g_assert_cmpfloat (first->axes[axis].low, ==, third->axes[axis].low);
          g_assert_cmpfloat (first->axes[axis].high, ==, third->axes[axis].high);
          g_assert_cmpfloat (first->axes[axis].low, <=, first->axes[axis].score + 1e-6);
          g_assert_cmpfloat (first->axes[axis].high, >=, first->axes[axis].score - 1e-6);
        }
    }
  options.rounds = 0;
  {
    g_autoptr (PlxSummary) plain = plx_summariser_finish (forward, &options);
    const PlxSummaryRow *row = plain->rows->pdata[0];

    g_assert_cmpfloat (row->axes[0].low, ==, row->axes[0].high);
  }
}

/* The interval must widen with spread and hold the mean; that of one sentence is a point. */
static void
test_bootstrap (void)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxResampler) many = plx_resampler_new (2000, 7, 0.95);
  g_autoptr (PlxResampler) few = plx_resampler_new (200, 7, 0.95);
  double low[PLX_MAX_AXES], high[PLX_MAX_AXES], low_few[PLX_MAX_AXES], high_few[PLX_MAX_AXES];
  const PlxReading *reading = NULL;

  for (guint a = 0; a < articles->len; a++)
    {
      reading = plx_reader_read (reader, articles->pdata[a], NULL);
      plx_resampler_run (many, reading, low, high);
      plx_resampler_run (few, reading, low_few, high_few);
      for (guint axis = 0; axis < reading->n_axes; axis++)
        {
          g_assert_cmpfloat (low[axis], <=, reading->axes[axis].score + 1e-6);
          g_assert_cmpfloat (high[axis], >=, reading->axes[axis].score - 1e-6);
          /* few rounds find nearly the same */
          if (reading->sentences->len >= 10)
            {
              g_assert_cmpfloat (fabs (low[axis] - low_few[axis]), <, 0.08);
              g_assert_cmpfloat (fabs (high[axis] - high_few[axis]), <, 0.08);
            }
          if (reading->sentences->len < 2)
            g_assert_cmpfloat (low[axis], ==, high[axis]);
        }
    }
}

/* What was kept from one article must not show in the next, and the fast ways must give what the
 * plain ones do. */
static void
test_resampler (void)
{
  static const guint lengths[] = { 2, 3, 4, 7, 64, 255, 256, 300, 4, 255 };
  g_autoptr (PlxResampler) kept = plx_resampler_new (200, 7, 0.95);
  g_autoptr (GArray) sentences = g_array_new (FALSE, TRUE, sizeof (PlxReadSentence));
  PlxReading reading = { .sentences = sentences, .n_axes = 3 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (PlxResampler) fresh = plx_resampler_new (200, 7, 0.95);
      g_autofree float *column = g_new (float, 200);
      g_autofree float *units = g_new0 (float, lengths[i] * 4);
      double low[2][PLX_MAX_AXES], high[2][PLX_MAX_AXES], plain_low, plain_high;
      PlxRandom random;

      g_array_set_size (sentences, lengths[i]);
      for (guint s = 0; s < lengths[i]; s++)
        {
          PlxReadSentence *sentence = &g_array_index (sentences, PlxReadSentence, s);

          sentence->n_words = PLX_FULL_SENTENCE_WORDS;
          sentence->axes[1].score = (s * 37 % 19) / 10.0 - 0.9;
          units[s * 4] = 1.0f;
          units[s * 4 + 2] = (float) sentence->axes[1].score;
        }
      reading.axes[1].n_cues = 1;
      plx_resampler_run (kept, &reading, low[0], high[0]);
      plx_resampler_run (fresh, &reading, low[1], high[1]);

      plx_random_init (&random, 7);
      for (guint round = 0; round < 200; round++)
        {
          float drawn[4];

          plx_bootstrap_draw (&random, units, lengths[i], 4, drawn);
          column[round] = drawn[2] / drawn[0];
        }
      plx_bootstrap_interval (column, 200, 0.95, &plain_low, &plain_high);
      g_assert_cmpfloat (low[0][1], ==, plain_low);
      g_assert_cmpfloat (high[0][1], ==, plain_high);
      g_assert_cmpfloat (low[1][1], ==, plain_low);
      g_assert_cmpfloat (high[1][1], ==, plain_high);
      g_assert_cmpfloat (low[0][0], ==, 0.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  load_samples ();
  g_test_add_func ("/reading/traces-recompute", test_traces_recompute);
  g_test_add_func ("/reading/explanations-recompute", test_explanations_recompute);
  g_test_add_func ("/reading/neutral-sentence-flips-no-sign", test_neutral_sentence_flips_no_sign);
  g_test_add_func ("/reading/negating-twice-returns", test_negating_twice_returns);
  g_test_add_func ("/reading/threads-agree", test_threads_agree);
  g_test_add_func ("/reading/copy-outlives", test_copy_outlives);
  g_test_add_func ("/reading/title-and-blocks", test_title_and_blocks);
  g_test_add_func ("/reading/sum-apart", test_sum_apart);
  g_test_add_func ("/reading/sum-no-headline", test_sum_no_headline);
  g_test_add_func ("/reading/summary", test_summary);
  g_test_add_func ("/reading/bootstrap", test_bootstrap);
  g_test_add_func ("/reading/resampler", test_resampler);
  status = g_test_run ();
  g_ptr_array_unref (articles);
  plx_lexicon_unref (lexicon);
  return status;
}
