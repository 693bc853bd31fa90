/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/summary/plx-comparison.h"
#include "tests/support/lexicon.h"

#include <math.h>

static const char lexicon_text[] =
  "#parallax-lexicon 1\n"
  "#name Test\n"
  "#axis tone negative positive\n"
  "pattern\trole\taxis\tweight\tcondition\tnote\n"
  "glad\tcue\ttone\t2\tadj\t\n"
  "grim\tcue\ttone\t-2\tadj\t\n"
  "drab\tcue\ttone\t-1\tadj\t\n"
  "not\tshifter\t*\t-0.5\tnegator\t\n";

static void
add (PlxComparison *comparison,
     PlxReader     *reader,
     PlxSide        side,
     const char    *text)
{
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));

  plx_comparison_add (comparison, side, plx_reader_read (reader, article, NULL));
}

static void
test_shifts_add_up (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (lexicon_text);
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxComparison) comparison = plx_comparison_new (lexicon);
  g_autoptr (GArray) shifts = NULL;
  PlxDifference difference;
  double sum = 0;

  add (comparison, reader, PLX_SIDE_A, "The crowd was glad. The hall was drab. Nothing else happened.");
  add (comparison, reader, PLX_SIDE_A, "A glad but grim day, as the mayor put it.");
  add (comparison, reader, PLX_SIDE_B, "It was a grim evening. The mood was not glad.");
  plx_comparison_test (comparison, 0, 100, 1, &difference);
  shifts = plx_comparison_list_shifts (comparison, 0);

  g_assert_cmpuint (shifts->len, ==, 3);
  for (guint i = 0; i < shifts->len; i++)
    {
      const PlxShift *shift = &g_array_index (shifts, PlxShift, i);

      sum += shift->contribution;
      if (i > 0)
        g_assert_cmpfloat (fabs (shift->contribution), <=,
                           fabs (g_array_index (shifts, PlxShift, i - 1).contribution));
    }
  g_assert_cmpfloat_with_epsilon (sum, difference.score_a - difference.score_b, 1e-9);
  g_assert_cmpfloat (difference.score_a, >, difference.score_b);
}

static void
test_chance_and_difference (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (lexicon_text);
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxComparison) alike = plx_comparison_new (lexicon);
  g_autoptr (PlxComparison) apart = plx_comparison_new (lexicon);
  PlxDifference difference;

  for (guint i = 0; i < 8; i++)
    {
      const char *text = i % 2 == 0 ? "The crowd was glad." : "The hall was grim.";

      add (alike, reader, PLX_SIDE_A, text);
      add (alike, reader, PLX_SIDE_B, text);
      add (apart, reader, PLX_SIDE_A, "The crowd was glad.");
      add (apart, reader, PLX_SIDE_B, "The hall was grim.");
    }

  plx_comparison_test (alike, 0, 500, 1, &difference);
  g_assert_cmpint (difference.unit, ==, PLX_UNIT_ARTICLES);
  g_assert_cmpfloat (difference.p, >, 0.9);
  plx_comparison_test (apart, 0, 500, 1, &difference);
  g_assert_cmpfloat (difference.p, <, 0.01);
}

static void
test_few_articles (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (lexicon_text);
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxComparison) comparison = plx_comparison_new (lexicon);
  PlxDifference difference;

  plx_comparison_test (comparison, 0, 100, 1, &difference);
  g_assert_cmpfloat (difference.p, ==, 1);
  g_assert_true (isnan (difference.score_a));

  add (comparison, reader, PLX_SIDE_A, "They were glad. All were glad. Very glad.");
  add (comparison, reader, PLX_SIDE_B, "They were grim. All were grim. Very grim.");
  plx_comparison_test (comparison, 0, 999, 1, &difference);
  g_assert_cmpint (difference.unit, ==, PLX_UNIT_SENTENCES);
  /* 2 of the 20 ways to divide six sentences are as extreme. */
  g_assert_cmpfloat_with_epsilon (difference.p, 0.1, 0.04);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/shifts-add-up", test_shifts_add_up);
  g_test_add_func ("/comparison/chance-and-difference", test_chance_and_difference);
  g_test_add_func ("/comparison/few-articles", test_few_articles);
  return g_test_run ();
}
