/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What a sentence takes with it when it is copied. */

#include "tests/support/lexicon.h"
#include "ui/evidence/plx-citation.h"

#define LEXICON "#parallax-lexicon 1\n#axis tone negative positive\n" \
                "pattern\trole\taxis\tweight\tcondition\tnote\n" \
                "splendid\tcue\ttone\t1\t\t\n"
#define TEXT "The bridge is splendid.\n\n\"A splendid\tbridge,\" said Ada Lund.\n"

static const struct
{
  const char *name;
  const char *source, *title, *date, *url;
  const char *words;    /* what the sentence begins with */
  const char *citation; /* up to the score */
  const char *row;      /* likewise */
} cases[] = {
  { "all", "Pier Post", "A Bridge", "2024-03-01T10:00:00Z", "https://pier.example/1", "The bridge",
    "“The bridge is splendid.” — Pier Post, “A Bridge”, 2024-03-01. Tone +",
    "Pier Post\tA Bridge\t2024-03-01\thttps://pier.example/1\t\ttone\t" },
  { "a month", "Pier Post", "A Bridge", "2024-03", NULL, "The bridge",
    "“The bridge is splendid.” — Pier Post, “A Bridge”, 2024-03. Tone +",
    "Pier Post\tA Bridge\t2024-03\t\t\ttone\t" },
  { "nothing known", NULL, NULL, NULL, NULL, "The bridge",
    "“The bridge is splendid.” — Unknown source. Tone +", "\t\t\t\t\ttone\t" },
  { "a headline", "Pier Post", "A splendid bridge", NULL, NULL, "A splendid bridge",
    "“A splendid bridge” — Pier Post. Tone +", "Pier Post\tA splendid bridge\t\t\t\ttone\t" },
};

static PlxArticle *
make_article (guint i)
{
  PlxArticle *article = plx_article_new (g_strdup (TEXT));

  article->source = g_strdup (cases[i].source);
  article->title = g_strdup (cases[i].title);
  article->date = g_strdup (cases[i].date);
  article->url = g_strdup (cases[i].url);
  return article;
}

static PlxSentenceItem *
find_sentence (PlxLexicon       *lexicon,
               const PlxArticle *article,
               const char       *words)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  const PlxReading *reading = plx_reader_read (reader, article, NULL);

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      g_autoptr (PlxSentenceItem) item =
        plx_sentence_item_new (article, 1, reading, lexicon, i, PLX_AXIS_ALL);

      if (g_str_has_prefix (plx_sentence_item_get_text (item), words))
        return g_steal_pointer (&item);
    }
  g_error ("no sentence begins with “%s”", words);
}

static void
assert_prefix (const char *text,
               const char *prefix)
{
  if (!g_str_has_prefix (text, prefix))
    g_error ("“%s” does not begin with “%s”", text, prefix);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxArticle) article = make_article (i);
  g_autoptr (PlxSentenceItem) item = find_sentence (lexicon, article, cases[i].words);
  g_autoptr (GListStore) items = g_list_store_new (PLX_TYPE_SENTENCE_ITEM);
  g_autofree char *text = plx_citation_dup_text (item);
  g_autofree char *table = NULL;

  assert_prefix (text, cases[i].citation);
  if (cases[i].url != NULL)
    g_assert_true (g_str_has_suffix (text, cases[i].url));
  g_list_store_append (items, item);
  table = plx_citation_dup_table (G_LIST_MODEL (items), FALSE);
  assert_prefix (table, cases[i].row);
}

/* Who speaks is named, and no tab of a sentence makes a column of its own. */
static void
test_table (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxArticle) article = make_article (0);
  g_autoptr (PlxSentenceItem) first = find_sentence (lexicon, article, "The bridge");
  g_autoptr (PlxSentenceItem) second = find_sentence (lexicon, article, "\"A splendid");
  g_autoptr (GListStore) items = g_list_store_new (PLX_TYPE_SENTENCE_ITEM);
  g_autofree char *citation = plx_citation_dup_text (second);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (strstr (citation, "— Ada Lund, in Pier Post, "));
  g_list_store_append (items, first);
  g_list_store_append (items, second);
  table = plx_citation_dup_table (G_LIST_MODEL (items), TRUE);
  lines = g_strsplit (table, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 8);
    }
  g_assert_true (g_str_has_prefix (lines[0], "source\ttitle\tdate\turl\tspeaker\taxis\tscore\t"));
  g_assert_nonnull (strstr (lines[2], "\tAda Lund\ttone\t"));
  g_assert_nonnull (strstr (lines[2], "A splendid bridge"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/citation/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/citation/table", test_table);
  return g_test_run ();
}
