/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/corpus/plx-corpus-kept.h"
#include "data/plx-samples.h"
#include "data/plx-shipped-lexicons.h"
#include "tests/support/lexicon.h"

#include <math.h>

typedef struct
{
  PlxLexicon *lexicon;
  PlxCorpus  *corpus;
  GPtrArray  *list; /* of PlxArticleInfo, all */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = plx_samples_import (&error);

  g_assert_no_error (error);
  fixture->lexicon = plx_lexicon_files_load (NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_assert_no_error (error);
  plx_corpus_set_lexicon (fixture->corpus, fixture->lexicon);
  plx_corpus_add_articles (fixture->corpus, articles, NULL, &error);
  g_assert_no_error (error);
  fixture->list = plx_corpus_list_articles (fixture->corpus, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->list, g_ptr_array_unref);
  g_assert_finalize_object (fixture->corpus);
  plx_lexicon_unref (fixture->lexicon);
}

static const PlxArticleInfo *
find_info (const Fixture *fixture,
           gint64         id)
{
  for (guint i = 0; i < fixture->list->len; i++)
    {
      const PlxArticleInfo *info = fixture->list->pdata[i];

      if (info->id == id)
        return info;
    }
  return NULL;
}

/* The figures are those that reading the article again gives. */
static guint
compare (const Fixture        *fixture,
         const PlxCorpusFilter *filter,
         const PlxKeptArticle  *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxReading) reading =
    plx_corpus_dup_filtered_reading (fixture->corpus, article->id, filter, &error);
  const PlxArticleInfo *info = find_info (fixture, article->id);
  PlxAxisScore axes[PLX_MAX_AXES];
  gboolean is_in = plx_kept_article_sum (article, axes);
  guint n_cues = 0;

  g_assert_no_error (error);
  g_assert_nonnull (info);
  g_assert_cmpstr (article->source, ==, info->source);
  g_assert_cmpstr (article->title, ==, info->title);
  g_assert_cmpstr (article->date, ==, info->date);
  g_assert_cmpint (is_in, ==, plx_kept_article_is_in (article));
  for (guint axis = 0; is_in && axis < reading->n_axes; axis++)
    {
      g_assert_cmpfloat_with_epsilon (axes[axis].score, reading->axes[axis].score, 1e-5);
      g_assert_cmpuint (axes[axis].n_cues, ==, reading->axes[axis].n_cues);
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    n_cues += reading->axes[axis].n_cues;
  g_assert_true (is_in || n_cues == 0);
  return is_in;
}

static void
test_figures (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char     *name;
    PlxCorpusFilter filter;
    gboolean        some; /* is in, or some is not */
  } cases[] = {
    { "everything", { NULL } },
    { "reporter", { .voice = (char *) "" } },
    { "voice", { .voice = (char *) "Verin" } },
    { "target", { .target = (char *) "Merland" } },
    { "words", { .search = (char *) "talks" } },
    { "from", { .from = (char *) "2100" }, TRUE },
    { "wire", { .wire_once = TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxCorpusKept) kept = plx_corpus_dup_kept (fixture->corpus, fixture->lexicon, 0,
                                                            &cases[i].filter, NULL, &error);
      g_autoptr (GPtrArray) list = plx_corpus_list_filtered (fixture->corpus, 0, &cases[i].filter,
                                                             &error);
      const PlxKeptArticle *articles;
      guint n, n_in = 0;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      articles = plx_corpus_kept_get_articles (kept, &n);
      for (guint a = 0; a < n; a++)
        n_in += compare (fixture, &cases[i].filter, &articles[a]);
      g_assert_cmpuint (n_in, ==, list->len);
      g_assert_cmpint (cases[i].some, ==, n_in == 0 && cases[i].filter.from != NULL);
    }
}

static void
test_source (Fixture      *fixture,
             gconstpointer data)
{
  const PlxArticleInfo *info = fixture->list->pdata[fixture->list->len - 1];
  g_autoptr (PlxCorpusKept) kept = plx_corpus_dup_kept (fixture->corpus, fixture->lexicon,
                                                        info->source_id, NULL, NULL, NULL);
  const PlxKeptArticle *articles;
  guint n;

  articles = plx_corpus_kept_get_articles (kept, &n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, fixture->list->len);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (articles[i].source, ==, info->source);
}

/* Figures of another lexicon would stand at the wrong axes. */
static void
test_other_lexicon (Fixture      *fixture,
                    gconstpointer data)
{
  static const char text[] = "#parallax-lexicon 1\n#axis tone negative positive\n"
                             "pattern\trole\taxis\tweight\tcondition\tnote\n"
                             "good\tcue\ttone\t2\tadj\t\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLexicon) other = lexicon_compile (text);
  g_autoptr (PlxCorpusKept) kept = NULL;
  guint n;

  kept = plx_corpus_dup_kept (fixture->corpus, other, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  plx_corpus_kept_get_articles (kept, &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/corpus-kept/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("figures", test_figures);
  ADD ("source", test_source);
  ADD ("other-lexicon", test_other_lexicon);
#undef ADD
  return g_test_run ();
}
