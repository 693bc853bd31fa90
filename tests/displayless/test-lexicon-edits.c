/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/lexicon/plx-kwic.h"
#include "analysis/lexicon/plx-lexicon-edits.h"
#include "tests/support/lexicon.h"

#include <string.h>

static const char base_text[] =
  "#parallax-lexicon 1\n#axis tone negative positive\n"
  "pattern\trole\taxis\tweight\tcondition\tnote\n"
  "good\tcue\ttone\t1\tadj\tplain\n"
  "well\tcue\ttone\t1\tas=adv\t\n"
  "well\tcue\ttone\t0.5\tas=adj\t\n"
  "not\tshifter\t*\t-0.6\tnegator\t\n";

/* What is merged, and what it comes to. */
static const struct
{
  const char *name;
  const char *text;
  const char *expected;
} merges[] = {
  { "nothing", "", "" },
  { "added", "bad\tcue\ttone\t-1\tadj\t\n", "bad\tcue\ttone\t-1\tadj\t\n" },
  { "as shipped", "good\tcue\ttone\t1.0\tadj\tplain\n", "" },
  { "changed", "good\tcue\ttone\t2\tadj\tplain\n", "good\tcue\ttone\t2\tadj\tplain\n" },
  { "off", "good\tcue\ttone\toff\t\t\n", "good\tcue\ttone\toff\t\t\n" },
  { "one of two off", "well\tcue\ttone\toff\t\t\nwell\tcue\ttone\t1\tas=adv\t\n",
    "well\tcue\ttone\toff\t\t\nwell\tcue\ttone\t1\tas=adv\t\n" },
  { "off unknown", "gone\tcue\ttone\toff\t\t\n", "gone\tcue\ttone\toff\t\t\n" },
  { "off what was added", "new\tcue\ttone\t1\t\t\nnew\tcue\ttone\toff\t\t\n",
    "new\tcue\ttone\toff\t\t\n" },
  { "header in another order", "role\tpattern\tweight\taxis\ncue\tbad\t-1\ttone\n",
    "bad\tcue\ttone\t-1\t\t\n" },
  { "axis of one's own", "#axis heat cold hot\nwarm\tcue\theat\t1\t\t\n",
    "#axis heat cold hot\nwarm\tcue\theat\t1\t\t\n" },
  { "carriage returns", "bad\tcue\ttone\t-1\tadj\t\r\n", "bad\tcue\ttone\t-1\tadj\t\n" },
};

static void
test_merge (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlxLexicon) base = lexicon_compile (base_text);
  g_autoptr (PlxLexiconEdits) edits = plx_lexicon_edits_new (base);
  g_autoptr (PlxLexiconEdits) again = plx_lexicon_edits_new (base);
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;

  plx_lexicon_edits_merge (edits, merges[i].text);
  text = plx_lexicon_edits_to_string (edits);
  g_assert_cmpstr (text, ==, merges[i].expected);
  plx_lexicon_edits_merge (again, text);
  twice = plx_lexicon_edits_to_string (again);
  g_assert_cmpstr (twice, ==, text);
}

static void
test_remove_and_revert (void)
{
  g_autoptr (PlxLexicon) base = lexicon_compile (base_text);
  g_autoptr (PlxLexiconEdits) edits = plx_lexicon_edits_new (base);
  g_autoptr (PlxLexiconLine) line =
    plx_lexicon_line_new_entry (base, plx_lexicon_get_entry (base, 0));
  g_autoptr (PlxLexiconLine) renamed = plx_lexicon_line_copy (line);

  plx_lexicon_edits_remove (edits, line);
  g_assert_cmpint (plx_lexicon_edits_find (edits, line)->kind, ==, PLX_EDIT_OFF);
  plx_lexicon_edits_revert (edits, line);
  g_assert_cmpuint (plx_lexicon_edits_get_n (edits), ==, 0);
  plx_lexicon_line_set (renamed, PLX_FIELD_PATTERN, "very\tgood");
  g_assert_cmpstr (renamed->fields[PLX_FIELD_PATTERN], ==, "very good");
  plx_lexicon_edits_replace (edits, line, renamed);
  g_assert_cmpuint (plx_lexicon_edits_get_n (edits), ==, 2);
}

static const struct
{
  const char     *name;
  const char     *line;
  PlxLexiconField field;
  gboolean        is_good;
} checks[] = {
  { "good", "fine\tcue\ttone\t1\tadj\t", PLX_FIELD_PATTERN, TRUE },
  { "condition", "fine\tcue\ttone\t1\tnonsense\t", PLX_FIELD_CONDITION, FALSE },
  { "weight", "fine\tcue\ttone\t9\tadj\t", PLX_FIELD_WEIGHT, FALSE },
  { "axis", "fine\tcue\tmood\t1\tadj\t", PLX_FIELD_AXIS, FALSE },
  { "no axis", "fine\tcue\t*\t1\tadj\t", PLX_FIELD_AXIS, FALSE },
  { "pattern", "f*\tcue\ttone\t1\t\t", PLX_FIELD_PATTERN, FALSE },
  { "shifter", "fine\tshifter\t*\t1\t\t", PLX_FIELD_CONDITION, FALSE },
};

static void
test_check (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlxLexicon) base = lexicon_compile (base_text);
  g_autoptr (PlxLexiconLine) line = plx_lexicon_line_new ();
  g_auto (GStrv) fields = g_strsplit (checks[i].line, "\t", -1);
  g_autoptr (PlxDiagnostic) diagnostic = NULL;
  PlxLexiconField field;

  for (guint j = 0; j < PLX_N_FIELDS; j++)
    plx_lexicon_line_set (line, (PlxLexiconField) j, fields[j]);
  diagnostic = plx_lexicon_line_check (line, base, &field);
  g_assert_true ((diagnostic == NULL) == checks[i].is_good);
  if (diagnostic != NULL)
    g_assert_cmpint (field, ==, checks[i].field);
}

/* Articles of two sources: hits are counted by source and found again in their articles. */
static void
test_counts (void)
{
  static const char *const texts[] = { "Good news. Not good.", "No news.", "A good day." };
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (base_text);
  g_autoptr (PlxHitFinder) finder = plx_hit_finder_new (lexicon);
  g_autoptr (PlxHitCounts) counts = plx_hit_counts_new (plx_lexicon_get_n_entries (lexicon));
  g_autoptr (GArray) articles = NULL;
  const PlxSourceHits *sources;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxArticle) article = plx_article_new (g_strdup (texts[i]));

      plx_hit_counts_add (counts, i / 2, 10 + i, plx_hit_finder_find (finder, article));
    }
  plx_hit_counts_finish (counts);
  g_assert_cmpuint (plx_hit_counts_get (counts, 0), ==, 3);
  sources = plx_hit_counts_get_sources (counts, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (sources[0].source, ==, 0);
  g_assert_cmpuint (sources[0].n_hits, ==, 2);
  articles = plx_hit_counts_list_articles (counts, 0);
  g_assert_cmpuint (articles->len, ==, 2);
  g_assert_cmpint (g_array_index (articles, gint64, 0), ==, 10);
  g_assert_cmpint (g_array_index (articles, gint64, 1), ==, 12);
}

static void
test_kwic (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (base_text);
  g_autoptr (PlxHitFinder) finder = plx_hit_finder_new (lexicon);
  g_autoptr (PlxArticle) article =
    plx_article_new (g_strdup ("Before it.\n\nThis is, so  they say, good news for all."));
  const GArray *hits = plx_hit_finder_find (finder, article);
  g_autoptr (PlxKwicLine) line = NULL;

  g_assert_cmpuint (hits->len, ==, 1);
  line = plx_kwic_line_new (article, 7, &g_array_index (hits, PlxHit, 0));
  g_assert_cmpstr (line->left, ==, "This is, so they say,");
  g_assert_cmpstr (line->word, ==, "good");
  g_assert_cmpstr (line->right, ==, "news for all.");
  g_assert_cmpstr (line->left_key, ==, "say they so is this");
  g_assert_cmpstr (line->right_key, ==, "news for all");
  g_assert_cmpuint (line->sentence, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon-edits/merge/%s", merges[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_merge);
    }
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon-edits/check/%s", checks[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_check);
    }
  g_test_add_func ("/lexicon-edits/remove-and-revert", test_remove_and_revert);
  g_test_add_func ("/hits/counts", test_counts);
  g_test_add_func ("/hits/kwic", test_kwic);
  return g_test_run ();
}
