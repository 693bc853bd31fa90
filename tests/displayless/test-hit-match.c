/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/words/plx-hit-match.h"

static const struct
{
  const char *name;
  const char *search;
  const char *text;
  gboolean    found;
} cases[] = {
  { "any", "", "Fares rise.", TRUE },
  { "any-blank", "  ", "Fares rise.", TRUE },
  { "inside-a-word", "are", "Fares rise.", TRUE },
  { "any-case", "fares RISE", "FARES rise.", TRUE },
  { "any-case-beyond-ascii", "ÖFFNEN", "Sie öffnen.", TRUE },
  { "composed-or-not", "caf\u00e9", "The cafe\u0301 closed.", TRUE },
  { "not-there", "fall", "Fares rise.", FALSE },
  { "dot-is-a-dot", "f.res", "Fares rise.", FALSE },
  { "star-ends-a-word", "far*", "The fares rise.", TRUE },
  { "star-begins-a-word", "*res", "The fares rise.", TRUE },
  { "star-is-of-one-word", "f*rise", "Fares rise.", FALSE },
  { "star-keeps-its-word", "*are", "Fares rise.", FALSE },
  { "star-of-hyphen", "tit*tat", "A tit-for-tat.", TRUE },
  { "star-of-apostrophe", "line*", "The line’s end.", TRUE },
  { "star-alone-is-a-word", "the * rise", "The new rise.", TRUE },
  { "star-alone-is-one-word", "the * rise", "The new fare rise.", FALSE },
  { "question-is-a-letter", "f?res", "Fares rise.", TRUE },
  { "question-is-one-letter", "f?es", "Fares rise.", FALSE },
  { "words-over-a-comma", "far* they", "Fares, they said.", TRUE },
  { "wildcard-beyond-ascii", "öff*", "Sie Öffnen.", TRUE },
  { "wildcard-quotes", "a+b*", "aab", FALSE },
  { "regex", "/fares?\\b.*\\d/", "One fare of 8.", TRUE },
  { "regex-not-there", "/^rise/", "Fares rise.", FALSE },
  { "regex-unclosed", "/ris[ei]", "Fares rise.", TRUE },
  { "regex-of-a-slash", "/a\\/b/", "a/b", TRUE },
  { "regex-case-on-demand", "/(?-i)fares/", "Fares rise.", FALSE },
  { "slash-alone", "/", "and/or", TRUE },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxHitMatch) match = plx_hit_match_new (cases[i].search, &error);

  g_assert_no_error (error);
  g_assert_cmpint (plx_hit_match_test (match, cases[i].text, &error), ==, cases[i].found);
  g_assert_no_error (error);
}

static void
test_bad (void)
{
  static const char *const bad[] = { "/(/", "/[a/", "/*/", "/a{2,1}/", "/(?<n/" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plx_hit_match_new (bad[i], &error));
      g_assert_true (error != NULL && error->domain == G_REGEX_ERROR);
      g_assert_null (strstr (error->message, "LIMIT"));
    }
}

/* An expression that would take hours says so at once. */
static void
test_slow (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxHitMatch) match = plx_hit_match_new ("/^(a|aa)+$/", &error);
  g_autofree char *text = g_strnfill (200, 'a');
  g_autofree char *longer = g_strconcat (text, "!", NULL);
  gint64 start = g_get_monotonic_time ();

  g_assert_no_error (error);
  g_assert_false (plx_hit_match_test (match, longer, &error));
  g_assert_error (error, G_REGEX_ERROR, G_REGEX_ERROR_MATCH);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_TIME_SPAN_SECOND);
}

static void
test_is_any (void)
{
  g_autoptr (PlxHitMatch) any = plx_hit_match_new (" ", NULL);
  g_autoptr (PlxHitMatch) some = plx_hit_match_new ("a", NULL);
  g_autoptr (PlxHitMatch) regex = plx_hit_match_new ("/a/", NULL);

  g_assert_true (plx_hit_match_is_any (any));
  g_assert_false (plx_hit_match_is_any (some));
  g_assert_false (plx_hit_match_is_any (regex));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hit-match/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/hit-match/bad", test_bad);
  g_test_add_func ("/hit-match/slow", test_slow);
  g_test_add_func ("/hit-match/is-any", test_is_any);
  return g_test_run ();
}
