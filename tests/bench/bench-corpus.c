/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* How long a large corpus takes: bench-corpus [ARTICLES] [FOLDER]. Articles are made of made-up
 * words and have some 400 of them, as news has. Prints wall and CPU seconds of each step. */

#include "data/corpus/plx-corpus.h"
#include "data/plx-shipped-lexicons.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_WORDS 400
#define VOCABULARY 30000
#define N_SOURCES 40

static const char *const real_words[] = {
  "trade", "talks", "agreed", "sanctions", "lifted", "imposed", "good",    "failed",  "officials",
  "said",  "not",   "growth", "crisis",    "peace",  "risk",    "welcome", "refused", "the",
};

/* A generator of our own: the same texts in every run and everywhere. */
static guint32
next_random (guint64 *state)
{
  *state = *state * 6364136223846793005u + 1442695040888963407u;
  return (guint32) (*state >> 33);
}

/* Frequent words are short and few, as in any language. */
static void
append_word (GString *text,
             guint64 *state)
{
  guint32 choice = next_random (state) % 100;
  guint32 rank;

  if (choice < 8)
    {
      g_string_append (text, real_words[next_random (state) % G_N_ELEMENTS (real_words)]);
      return;
    }

  rank = next_random (state) % VOCABULARY;
  if (choice < 90)
    rank = rank * (guint64) rank / VOCABULARY * rank / VOCABULARY;
  for (rank += 5; rank > 0; rank /= 20)
    {
      g_string_append_c (text, "bcdfghklmnprstvwyzjx"[rank % 20]);
      g_string_append_c (text, "aeiou"[rank % 5]);
    }
}

static PlxArticle *
make_article (guint index)
{
  GString *text = g_string_new (NULL);
  guint64 state = index * 7919u + 1;
  PlxArticle *article;

  for (guint i = 0; i < N_WORDS; i++)
    {
      append_word (text, &state);
      g_string_append (text, i % 22 == 21 ? ". " : i % 88 == 87 ? ".\n\n" : " ");
    }
  g_string_append (text, ".");
  article = plx_article_new (g_string_free (text, FALSE));
  article->source = g_strdup_printf ("Source %02u", index % N_SOURCES);
  article->title = g_strdup_printf ("Officials said talks failed in the matter of number %u", index);
  article->byline = g_strdup ("A. Writer");
  article->date = g_strdup_printf ("2023-%02u-%02u", 1 + index % 12, 1 + index % 28);
  article->url = g_strdup_printf ("https://example.org/news/%u", index);
  plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 0, (guint32) article->length });
  return article;
}

typedef struct
{
  gint64  wall_usec;
  clock_t cpu;
} Stopwatch;

static Stopwatch
start (void)
{
  return (Stopwatch) { g_get_monotonic_time (), clock () };
}

static void
report (const char *what,
        Stopwatch   since)
{
  g_print ("%-44s %8.3f s   cpu %8.3f s\n", what,
           (double) (g_get_monotonic_time () - since.wall_usec) / G_USEC_PER_SEC,
           (double) (clock () - since.cpu) / CLOCKS_PER_SEC);
}

static void
die_on_error (GError *error)
{
  if (error == NULL)
    return;

  g_printerr ("%s\n", error->message);
  exit (1);
}

static void
fill (const char *path,
      guint       n_articles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  Stopwatch stopwatch;
  GStatBuf status;
  gsize n_bytes = 0;

  die_on_error (error);
  for (guint i = 0; i < n_articles; i++)
    {
      PlxArticle *article = make_article (i);

      n_bytes += article->length;
      g_ptr_array_add (articles, article);
    }

  stopwatch = start ();
  plx_corpus_add_articles (corpus, articles, NULL, &error);
  die_on_error (error);
  report ("add all, in one transaction", stopwatch);
  stopwatch = start ();
  g_clear_object (&corpus);
  report ("close", stopwatch);
  g_stat (path, &status);
  g_print ("%u articles, %.1f MB of text, a file of %.1f MB\n", n_articles, (double) n_bytes / 1e6,
           (double) status.st_size / 1e6);
}

static void
list (PlxCorpus  *corpus,
      const char *search,
      const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *line = NULL;
  Stopwatch stopwatch = start ();

  articles = plx_corpus_list_articles (corpus, 0, search, &error);
  die_on_error (error);
  line = g_strdup_printf ("%s (%u)", what, articles->len);
  report (line, stopwatch);
}

static void
summarise (PlxCorpus               *corpus,
           const PlxSummaryOptions *options,
           const PlxCorpusFilter   *filter,
           const char              *what)
{
  g_autoptr (GError) error = NULL;
  Stopwatch stopwatch = start ();
  g_autoptr (PlxSummary) summary = plx_corpus_summarise (corpus, options, filter, &error);

  die_on_error (error);
  report (what, stopwatch);
}

static void
read_back (const char *path)
{
  static const PlxSummaryOptions quick = { .rounds = 0, .seed = 1, .confidence = 0.95 };
  static const PlxCorpusFilter reporter = { .voice = (char *) "" };
  static const PlxCorpusFilter once = { .wire_once = TRUE };
  static const PlxSummaryOptions full = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLexicon) lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  g_autoptr (PlxCorpus) corpus = NULL;
  Stopwatch stopwatch;

  die_on_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_print ("%s\n", round == 0 ? "\nfirst session" : "\nnext session");
      stopwatch = start ();
      corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &error);
      die_on_error (error);
      report ("open", stopwatch);
      list (corpus, NULL, "list all articles");
      list (corpus, "sanctions lifted", "search for two words");
      list (corpus, "\"talks failed\" number*", "search for a phrase and a beginning");
      plx_corpus_set_lexicon (corpus, lexicon);
      summarise (corpus, &quick, NULL, round == 0 ? "summarise, reading all" : "summarise, from the file");
      summarise (corpus, &quick, NULL, "summarise again");
      summarise (corpus, &quick, &reporter, "summarise the reporter's words alone");
      summarise (corpus, &quick, &once, "summarise with wire copy counted once");
      summarise (corpus, &quick, &once, "summarise with it again");
      summarise (corpus, &full, NULL, "summarise with intervals");
      stopwatch = start ();
      g_clear_object (&corpus);
      report ("close", stopwatch);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint n_articles = argc > 1 ? (guint) atoi (argv[1]) : 5000;
  g_autofree char *folder = argc > 2 ? g_strdup (argv[2])
                                     : g_dir_make_tmp ("parallax-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.parallax", NULL);

  fill (path, n_articles);
  read_back (path);
  if (argc <= 2)
    g_unlink (path);
  if (argc <= 2)
    g_rmdir (folder);
  return 0;
}
