/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/claims/plx-wire.h"
#include "data/corpus/plx-corpus.h"
#include "data/plx-shipped-lexicons.h"

#define WIRE "Officials closed the old bridge on Tuesday after divers found dangerous cracks in two of " \
             "its piers, the council said."

static PlxArticle *
make_article (const char *source,
              const char *date,
              const char *text)
{
  PlxArticle *article = plx_article_new (g_strdup (text));

  article->source = g_strdup (source);
  article->date = g_strdup (date);
  article->title = g_strdup ("Bridge closed");
  return article;
}

/* Adds an article and says whether its first sentence is a copy once all are compared. */
typedef struct
{
  PlxWire    *wire;
  PlxReader  *reader;
} Story;

static void
story_add (Story      *story,
           PlxArticle *article)
{
  const PlxReading *reading = plx_reader_read (story->reader, article, NULL);

  plx_wire_add (story->wire, article, reading);
  plx_article_free (article);
}

static gboolean
is_copy (Story *story,
         guint  article,
         guint  sentence)
{
  g_autofree guint8 *marks = plx_wire_dup_marks (story->wire, article);

  return marks != NULL && (marks[sentence / 8] >> sentence % 8 & 1) != 0;
}

static void
story_init (Story *story)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLexicon) lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  story->wire = plx_wire_new ();
  story->reader = plx_reader_new (lexicon);
}

static void
story_clear (Story *story)
{
  plx_wire_free (story->wire);
  plx_reader_free (story->reader);
}

static void
test_later_is_copy (void)
{
  Story story;

  story_init (&story);
  story_add (&story, make_article ("Blog", "2025-03-02", WIRE " What a fright for all of us who cross it."));
  story_add (&story, make_article ("Agency", "2025-03-01", WIRE));
  story_add (&story, make_article ("Paper", "2025-03-01", "The mayor opened a school in the hills on "
                                                          "Friday, and the band played for an hour."));
  g_assert_true (plx_wire_find (story.wire, NULL, NULL));
  /* sentence 0 is the title */
  g_assert_true (is_copy (&story, 0, 1));
  g_assert_false (is_copy (&story, 0, 2));
  g_assert_false (is_copy (&story, 1, 1));
  g_assert_false (is_copy (&story, 2, 1));
  story_clear (&story);
}

static void
test_credited_is_origin (void)
{
  Story story;
  PlxArticle *reprint = make_article ("Paper", "2025-03-01", WIRE);

  story_init (&story);
  reprint->agency = g_strdup ("Agency");
  story_add (&story, reprint);
  story_add (&story, make_article ("Agency", "2025-03-02", WIRE));
  g_assert_true (plx_wire_find (story.wire, NULL, NULL));
  g_assert_true (is_copy (&story, 0, 1));
  g_assert_false (is_copy (&story, 1, 1));
  story_clear (&story);
}

/* However many print it, one stays. */
static void
test_many_copies (void)
{
  const guint n = 600;
  guint n_left = 0;
  Story story;

  story_init (&story);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *source = g_strdup_printf ("Paper %u", i);
      g_autofree char *date = g_strdup_printf ("2025-03-%02u", 2 + (i * 7) % 28);
      story_add (&story, make_article (source, i == 333 ? "2025-03-01" : date, WIRE));
    }
  g_assert_true (plx_wire_find (story.wire, NULL, NULL));
  for (guint i = 0; i < n; i++)
    n_left += !is_copy (&story, i, 1);
  g_assert_cmpuint (n_left, ==, 1);
  g_assert_false (is_copy (&story, 333, 1));
  story_clear (&story);
}

/* Of two prints, whether the later is a copy. */
static const struct
{
  const char *name;
  const char *first;
  const char *later;
  gboolean    is_copy;
} prints[] = {
  { "nine-words-of-ten", "Officials closed the old bridge on Tuesday after divers searched it at length.",
    "Officials closed the old bridge on Tuesday after divers complained.", FALSE },
  { "ten-words-of-eleven", "Officials closed the old bridge on Tuesday after several divers left.",
    "Officials closed the old bridge on Tuesday after several divers complained.", TRUE },
  { "case-and-marks", WIRE,
    "OFFICIALS closed the \342\200\234old bridge\342\200\235 on Tuesday, after divers found "
    "dangerous cracks (in two) of its piers; the council said!", TRUE },
  { "one-word-changed-in-the-middle",
    "Officials closed the old bridge on Tuesday after divers found deep cracks in its piers.",
    "Officials closed the old bridge on Tuesday before divers found deep cracks in its piers.", FALSE },
  { "less-than-most", WIRE,
    "Officials closed the old bridge on Tuesday after divers found dangerous moss, weeds, old "
    "bicycles, several hundred bottles, a safe with nothing inside, and one very angry swan.", FALSE },
};

static void
test_print (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Story story;

  story_init (&story);
  story_add (&story, make_article ("Agency", "2025-03-01", prints[i].first));
  story_add (&story, make_article ("Blog", "2025-03-02", prints[i].later));
  g_assert_true (plx_wire_find (story.wire, NULL, NULL));
  g_assert_false (is_copy (&story, 0, 1));
  g_assert_cmpint (is_copy (&story, 1, 1), ==, prints[i].is_copy);
  story_clear (&story);
}

static void
test_three_sources (void)
{
  Story story;

  story_init (&story);
  story_add (&story, make_article ("Paper", "2025-03-03", WIRE));
  story_add (&story, make_article ("Agency", "2025-03-01", WIRE));
  story_add (&story, make_article ("Blog", "2025-03-02", WIRE));
  g_assert_true (plx_wire_find (story.wire, NULL, NULL));
  g_assert_true (is_copy (&story, 0, 1));
  g_assert_false (is_copy (&story, 1, 1));
  g_assert_true (is_copy (&story, 2, 1));
  story_clear (&story);
}

static void
test_same_source (void)
{
  Story story;

  story_init (&story);
  story_add (&story, make_article ("Paper", "2025-03-01", WIRE));
  story_add (&story, make_article ("Paper", "2025-03-02", WIRE));
  g_assert_true (plx_wire_find (story.wire, NULL, NULL));
  g_assert_false (is_copy (&story, 0, 1));
  g_assert_false (is_copy (&story, 1, 1));
  story_clear (&story);
}

static gpointer
summarise_once (gpointer corpus)
{
  static const PlxSummaryOptions options = { .rounds = 0, .confidence = 0.95 };
  const PlxCorpusFilter filter = { .wire_once = TRUE };
  g_autoptr (GError) error = NULL;
  PlxSummary *summary = plx_corpus_summarise (corpus, &options, &filter, &error);

  g_assert_no_error (error);
  return summary;
}

/* One of them looks for the copies, the others wait for it; all get the same. */
static void
test_many_requests (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_autoptr (PlxLexicon) lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  GThread *threads[6];

  g_assert_no_error (error);
  plx_corpus_set_lexicon (corpus, lexicon);
  g_ptr_array_add (articles, make_article ("Agency", "2025-03-01", WIRE));
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf (WIRE " It was fright number %u for us all.", i);
      g_ptr_array_add (articles, make_article ("Blog", "2025-03-02", text));
    }
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("summary", summarise_once, corpus);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (PlxSummary) summary = g_thread_join (threads[i]);

      /* the title and the sentence of its own */
      g_assert_cmpuint (plx_summary_find_row (summary, "Blog")->n_sentences, ==, 100);
    }
}

static const struct
{
  const char  *name;
  PlxWireParty a, b;
  int          origin; /* -1: a, 1: b, 0: nothing tells */
} origins[] = {
  { "nothing-tells", { "Paper", NULL, NULL, NULL }, { "Blog", NULL, NULL, "2025-03-01" }, 0 },
  { "earlier", { "Paper", NULL, NULL, "2025-03-02" }, { "Blog", NULL, NULL, "2025-03-01" }, 1 },
  { "same-day", { "Paper", NULL, NULL, "2025-03-01" }, { "Blog", NULL, NULL, "2025-03-01" }, 0 },
  { "agency", { "Paper", "Wire", NULL, "2025-03-01" }, { "Wire", NULL, NULL, "2025-03-02" }, 1 },
  { "agency-of-another", { "Paper", "Wire", NULL, "2025-03-01" },
    { "Blog", "Wire", NULL, "2025-03-02" }, -1 },
  { "named", { "Wire", NULL, "No one hurt.", NULL }, { "Blog", NULL, "Says Wire: no one.", NULL }, -1 },
  { "part-of-a-word", { "Wire", NULL, "No one.", NULL }, { "Blog", NULL, "Wires fell.", NULL }, 0 },
  { "each-names-the-other", { "Wire", NULL, "See Blog.", "2025-03-01" },
    { "Blog", NULL, "See Wire.", "2025-03-02" }, -1 },
  { "no-source", { NULL, NULL, "Wire", NULL }, { NULL, NULL, "Wire", NULL }, 0 },
  { "empty-source", { "", NULL, "Wire", NULL }, { "Blog", NULL, "Wire", NULL }, 0 },
};

static void
test_origin (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  int there = plx_wire_compare_origin (&origins[i].a, &origins[i].b);
  int back = plx_wire_compare_origin (&origins[i].b, &origins[i].a);

  g_assert_cmpint (CLAMP (there, -1, 1), ==, origins[i].origin);
  g_assert_cmpint (CLAMP (back, -1, 1), ==, -origins[i].origin);
}

static void
test_summary (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_autoptr (PlxLexicon) lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  g_autoptr (PlxSummary) each = NULL;
  g_autoptr (PlxSummary) once = NULL;
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  const PlxCorpusFilter filter = { .wire_once = TRUE };

  g_assert_no_error (error);
  plx_corpus_set_lexicon (corpus, lexicon);
  g_ptr_array_add (articles, make_article ("Agency", "2025-03-01", WIRE));
  g_ptr_array_add (articles, make_article ("Blog", "2025-03-02", WIRE " What a fright for us all."));
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  options.rounds = 100;
  each = plx_corpus_summarise (corpus, &options, NULL, &error);
  once = plx_corpus_summarise (corpus, &options, &filter, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (plx_summary_find_row (once, "Agency")->n_sentences, ==,
                    plx_summary_find_row (each, "Agency")->n_sentences);
  g_assert_cmpuint (plx_summary_find_row (once, "Blog")->n_sentences, ==,
                    plx_summary_find_row (each, "Blog")->n_sentences - 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wire/later-is-copy", test_later_is_copy);
  g_test_add_func ("/wire/credited-is-origin", test_credited_is_origin);
  g_test_add_func ("/wire/many-copies", test_many_copies);
  g_test_add_func ("/wire/summary", test_summary);
  g_test_add_func ("/wire/three-sources", test_three_sources);
  g_test_add_func ("/wire/same-source", test_same_source);
  g_test_add_func ("/wire/many-requests", test_many_requests);
  for (guint i = 0; i < G_N_ELEMENTS (prints); i++)
    {
      g_autofree char *path = g_strconcat ("/wire/print/", prints[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_print);
    }
  for (guint i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autofree char *path = g_strconcat ("/wire/origin/", origins[i].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_origin);
    }
  return g_test_run ();
}
