/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/corpus/plx-corpus-filter.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *name, *from, *to, *date;
    gboolean    is_in;
  } cases[] = {
    { "no bounds", NULL, NULL, NULL, TRUE },
    { "undated", "2023", NULL, NULL, FALSE },
    { "empty date", NULL, "2023", "", FALSE },
    { "first day", "2023-05-18", NULL, "2023-05-18", TRUE },
    { "day before", "2023-05-18", NULL, "2023-05-17", FALSE },
    { "last day", NULL, "2023-05-18", "2023-05-18", TRUE },
    { "last day, with a time", NULL, "2023-05-18", "2023-05-18T23:59:00Z", TRUE },
    { "day after", NULL, "2023-05-18", "2023-05-19", FALSE },
    { "month to its end", NULL, "2023-05", "2023-05-31", TRUE },
    { "after the month", NULL, "2023-05", "2023-06-01", FALSE },
    { "year to its end", "2023", "2023", "2023-12-31", TRUE },
    { "year before", "2023", "2023", "2022-12-31", FALSE },
    { "less precise than the filter", "2023-05-18", NULL, "2023", TRUE },
    { "less precise and outside", "2023-05-18", NULL, "2022", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlxCorpusFilter filter = { .from = (char *) cases[i].from, .to = (char *) cases[i].to };

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (plx_corpus_filter_has_date (&filter, cases[i].date), ==, cases[i].is_in);
    }
  g_assert_true (plx_corpus_filter_has_date (NULL, NULL));
}

static void
test_check_date (void)
{
  static const char *const good[] = { "2023", "2023-11", "2023-11-03", "2024-02-29", NULL };
  static const char *const bad[] = { "", "23", "2023-", "2023-1-3", "2023-13", "2023-02-30", "2023/11/03",
                                     "yesterday!", "2023-11-03T", "0000", NULL };

  for (guint i = 0; good[i] != NULL; i++)
    g_assert_true (plx_corpus_filter_check_date (good[i]));
  for (guint i = 0; bad[i] != NULL; i++)
    g_assert_false (plx_corpus_filter_check_date (bad[i]));
}

/* Each field makes a filter differ from an empty one; a copy equals what it was made of. */
static void
test_values (void)
{
  static const PlxCorpusFilter filters[] = {
    { .from = (char *) "2023" },   { .to = (char *) "2023" },       { .voice = (char *) "" },
    { .voice = (char *) "Marsh" }, { .target = (char *) "Bloom" },  { .search = (char *) "talks" },
    { .wire_once = TRUE },
  };

  g_assert_true (plx_corpus_filter_is_empty (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (PlxCorpusFilter) copy = plx_corpus_filter_copy (&filters[i]);

      g_assert_false (plx_corpus_filter_is_empty (copy));
      for (guint j = 0; j < G_N_ELEMENTS (filters); j++)
        g_assert_cmpint (plx_corpus_filter_equal (copy, &filters[j]), ==, i == j);
    }
}

static void
test_set_string (void)
{
  g_autoptr (PlxCorpusFilter) filter = plx_corpus_filter_new ();

  plx_corpus_filter_set_string (filter, &filter->search, "talks");
  plx_corpus_filter_set_string (filter, &filter->search, filter->search);
  g_assert_cmpstr (filter->search, ==, "talks");
  plx_corpus_filter_set_string (filter, &filter->search, "");
  g_assert_null (filter->search);
  plx_corpus_filter_set_string (filter, &filter->voice, "");
  g_assert_cmpstr (filter->voice, ==, "");
}

static void
test_target (void)
{
  PlxCorpusFilter filter = { .target = (char *) "Washington" };

  g_assert_cmpstr (plx_corpus_filter_get_target (&filter, NULL), ==, "United States");
  filter.target = (char *) "Ruritania Ltd";
  g_assert_cmpstr (plx_corpus_filter_get_target (&filter, NULL), ==, "Ruritania Ltd");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus-filter/dates", test_dates);
  g_test_add_func ("/corpus-filter/check-date", test_check_date);
  g_test_add_func ("/corpus-filter/values", test_values);
  g_test_add_func ("/corpus-filter/set-string", test_set_string);
  g_test_add_func ("/corpus-filter/target", test_target);
  return g_test_run ();
}
