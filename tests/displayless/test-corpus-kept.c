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
  if (data != NULL)
    {
      g_autoptr (PlxCorpusKept) kept = plx_corpus_dup_kept (fixture->corpus, NULL, NULL, NULL, NULL);

      plx_corpus_kept_prepare (kept, NULL);
    }
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
  guint n_cues = 0;

  g_assert_no_error (error);
  g_assert_nonnull (info);
  g_assert_cmpstr (article->source, ==, info->source);
  g_assert_cmpstr (article->title, ==, info->title);
  g_assert_cmpstr (article->date, ==, info->date);
  g_assert_cmpstr (article->byline, ==, info->byline);
  g_assert_cmpint (article->source_id, ==, info->source_id);
  g_assert_cmpuint (article->n_words, ==, info->n_words);
  for (guint axis = 0; axis < reading->n_axes; axis++)
    {
      g_assert_cmpfloat_with_epsilon (article->figures[axis].score,
                                      article->is_in ? reading->axes[axis].score : 0, 1e-5);
      g_assert_cmpuint (article->figures[axis].n_cues, ==, reading->axes[axis].n_cues);
    }
  for (guint axis = 0; axis < reading->n_axes; axis++)
    n_cues += reading->axes[axis].n_cues;
  g_assert_true (article->is_in || n_cues == 0);
  return article->is_in;
}

/* Returns: how many sentences there are */
static guint32
sum_part (const PlxKeptArticle *article,
          const PlxReadingPart *part,
          PlxAxisScore          axes[PLX_MAX_AXES])
{
  PlxEvidenceSentence sentence = { 0 };
  PlxEvidenceIter iter;
  double weights = 0;
  guint32 n = 0;

  plx_evidence_iter_init (&iter, article->evidence, part, article->wire);
  for (; plx_evidence_iter_next (&iter, &sentence); n++)
    {
      weights += sentence.weight;
      for (guint axis = 0; axis < iter.n_axes; axis++)
        {
          axes[axis].score += sentence.weight * sentence.axes[axis].score;
          axes[axis].positive += sentence.axes[axis].positive;
          axes[axis].negative += sentence.axes[axis].negative;
          axes[axis].n_cues += sentence.axes[axis].n_cues;
        }
    }
  for (guint axis = 0; axis < iter.n_axes && weights > 0; axis++)
    axes[axis].score /= weights;
  return n;
}

/* All voices in one go say what each says alone. */
static void
compare_voices (const PlxKeptArticle *article,
                guint                 n_axes)
{
  g_autoptr (GArray) voices = g_array_new (FALSE, FALSE, sizeof (PlxEvidencePart));

  plx_evidence_sum_voices (article->evidence, &article->part, article->wire, voices);
  g_assert_cmpuint (voices->len, >, 0);
  for (guint v = 0; v < voices->len; v++)
    {
      const PlxEvidencePart *voice = &g_array_index (voices, PlxEvidencePart, v);
      PlxReadingPart part = article->part;
      PlxAxisScore axes[PLX_MAX_AXES] = { { 0 } };
      guint32 n = 0;

      part.voice = v;
      if (article->part.voice == PLX_NONE || article->part.voice == v)
        n = sum_part (article, &part, axes);
      g_assert_cmpuint (voice->n_sentences, ==, n);
      for (guint axis = 0; axis < n_axes; axis++)
        {
          g_assert_cmpfloat_with_epsilon (voice->axes[axis].score, axes[axis].score, 1e-9);
          g_assert_cmpfloat_with_epsilon (voice->axes[axis].positive, axes[axis].positive, 1e-9);
          g_assert_cmpfloat_with_epsilon (voice->axes[axis].negative, axes[axis].negative, 1e-9);
          g_assert_cmpuint (voice->axes[axis].n_cues, ==, axes[axis].n_cues);
        }
    }
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
    { "nobody", { .voice = (char *) "Nobody" }, TRUE },
    { "target", { .target = (char *) "Merland" } },
    { "nothing", { .target = (char *) "Nowhere" }, TRUE },
    { "voice and target", { .voice = (char *) "", .target = (char *) "Merland" } },
    { "target and wire", { .target = (char *) "Merland", .wire_once = TRUE } },
    { "words", { .search = (char *) "talks" } },
    { "from", { .from = (char *) "2100" }, TRUE },
    { "wire", { .wire_once = TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxCorpusKept) kept = plx_corpus_dup_kept (fixture->corpus, fixture->lexicon,
                                                            &cases[i].filter, NULL, &error);
      g_autoptr (GPtrArray) list = plx_corpus_list_filtered (fixture->corpus, 0, &cases[i].filter,
                                                             &error);
      guint n_in = 0;

      g_test_message ("%s", cases[i].name);
      g_assert_no_error (error);
      g_assert_cmpuint (plx_corpus_kept_get_n_articles (kept), ==, list->len);
      g_assert_cmpuint (plx_corpus_kept_get_n_all (kept), ==, fixture->list->len);
      for (guint a = 0; a < list->len; a++)
        {
          PlxKeptArticle article;

          plx_corpus_kept_get_article (kept, a, &article);
          g_assert_cmpint (article.id, ==, ((PlxArticleInfo *) list->pdata[a])->id);
          n_in += compare (fixture, &cases[i].filter, &article);
          compare_voices (&article, plx_lexicon_get_n_axes (fixture->lexicon));
        }
      g_assert_cmpuint (n_in, ==, list->len);
      g_assert_cmpint (cases[i].some, ==, n_in == 0);
    }
}

/* The articles of a source are those that the list has of it. */
static void
test_sources (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (PlxCorpusKept) kept = plx_corpus_dup_kept (fixture->corpus, NULL, NULL, NULL, NULL);
  const PlxKeptSource *sources;
  guint n_sources, n_articles = 0, first;

  sources = plx_corpus_kept_get_sources (kept, &n_sources);
  g_assert_cmpuint (n_sources, >, 1);
  for (guint s = 0; s < n_sources; s++)
    {
      g_assert_cmpuint (sources[s].first, ==, n_articles);
      g_assert_cmpuint (plx_corpus_kept_find_source (kept, sources[s].id, &first), ==, sources[s].n);
      g_assert_cmpuint (first, ==, n_articles);
      for (guint i = 0; i < sources[s].n; i++)
        {
          PlxKeptArticle article;

          plx_corpus_kept_get_article (kept, first + i, &article);
          g_assert_cmpint (article.source_id, ==, sources[s].id);
          g_assert_cmpstr (article.source, ==, sources[s].name);
        }
      n_articles += sources[s].n;
    }
  g_assert_cmpuint (n_articles, ==, fixture->list->len);
  g_assert_cmpuint (plx_corpus_kept_find_source (kept, 0, &first), ==, n_articles);
  g_assert_cmpuint (plx_corpus_kept_find_source (kept, -1, &first), ==, 0);
}

/* What a filter leaves of the voices is the same, whether it is taken from what was summed up of all
 * articles or from the articles that are in. */
static void
check_voices (const PlxCorpusFilter *filter,
              PlxCorpusKept         *kept,
              gint64                 source_id)
{
  static const PlxSummaryOptions options = { 20, 1, 0.95 };
  g_autoptr (PlxVoiceSums) sums = plx_voice_sums_new (plx_corpus_kept_get_lexicon (kept), 3);
  g_autoptr (GArray) rows = plx_corpus_kept_list_voices (kept, source_id, &options, 3, NULL);
  g_autoptr (GArray) expected = NULL;
  guint first, n = plx_corpus_kept_find_source (kept, source_id, &first);

  for (guint i = first; i < first + n; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (kept, i, &article);
      plx_voice_sums_add (sums, article.source, article.evidence, 0, &article.part, article.wire);
    }
  plx_voice_sums_finish (sums);
  expected = plx_voice_sums_list (sums, &(PlxVoiceChoice) { .max_speakers = 3 }, &options);
  g_assert_cmpuint (rows->len, ==, expected->len);
  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const PlxVoiceRow *row = &g_array_index (rows, PlxVoiceRow, i);
      const PlxVoiceRow *other = &g_array_index (expected, PlxVoiceRow, i);

      g_assert_cmpstr (row->source, ==, other->source);
      g_assert_cmpstr (row->speaker, ==, other->speaker);
      g_assert_cmpfloat_with_epsilon (row->share, other->share, 1e-9);
      g_assert_cmpuint (row->row.n_words, ==, other->row.n_words);
      g_assert_true (filter == NULL || filter->voice == NULL ||
                     g_strcmp0 (row->speaker, *filter->voice != '\0' ? filter->voice : NULL) == 0);
      for (guint axis = 0; axis < plx_lexicon_get_n_axes (plx_corpus_kept_get_lexicon (kept)); axis++)
        {
          g_assert_cmpfloat (row->row.axes[axis].score, ==, other->row.axes[axis].score);
          g_assert_cmpfloat (row->row.axes[axis].low, ==, other->row.axes[axis].low);
          g_assert_cmpfloat (row->row.axes[axis].high, ==, other->row.axes[axis].high);
        }
    }
}

static void
test_voices (Fixture      *fixture,
             gconstpointer data)
{
  static const PlxCorpusFilter filters[] = {
    { NULL },
    { .voice = (char *) "" },
    { .voice = (char *) "Verin" },
    { .search = (char *) "talks" },
    { .target = (char *) "Merland" },
    { .voice = (char *) "", .target = (char *) "Merland" },
    { .from = (char *) "2000" },
    { .wire_once = TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxCorpusKept) kept =
        plx_corpus_dup_kept (fixture->corpus, NULL, &filters[i], NULL, &error);
      guint n;
      const PlxKeptSource *sources = plx_corpus_kept_get_sources (kept, &n);

      g_assert_no_error (error);
      g_test_message ("filter %u", i);
      check_voices (&filters[i], kept, 0);
      check_voices (&filters[i], kept, sources[n - 1].id);
    }
}

/* What was kept last is found again, if it is of the same filter and the same articles. */
static void
test_again (Fixture      *fixture,
            gconstpointer data)
{
  static const PlxCorpusFilter filter = { .target = (char *) "Merland" };
  static const PlxSummaryOptions options = { 20, 1, 0.95 };
  g_autoptr (PlxCorpusKept) first = plx_corpus_dup_kept (fixture->corpus, NULL, &filter, NULL, NULL);
  g_autoptr (PlxCorpusKept) again = plx_corpus_dup_kept (fixture->corpus, fixture->lexicon, &filter,
                                                         NULL, NULL);
  g_autoptr (PlxCorpusKept) all = NULL, same = NULL, later = NULL;
  g_autoptr (PlxSummary) summary = NULL;
  const PlxArticleInfo *info = fixture->list->pdata[0];
  const PlxSummaryRow *row;
  g_autoptr (GError) error = NULL;

  g_assert_true (first == again);
  /* A summary with intervals is not what one without is. */
  summary = plx_corpus_summarise (fixture->corpus, &options, &filter, &error);
  g_assert_no_error (error);
  row = summary->rows->pdata[0];
  g_assert_true (row->axes[0].low < row->axes[0].high || row->axes[1].low < row->axes[1].high);

  /* A setting is no article. */
  all = plx_corpus_dup_kept (fixture->corpus, NULL, NULL, NULL, NULL);
  plx_corpus_set_view_state (fixture->corpus, "{}", &error);
  g_assert_no_error (error);
  same = plx_corpus_dup_kept (fixture->corpus, NULL, NULL, NULL, NULL);
  g_assert_true (all == same);

  plx_corpus_remove_article (fixture->corpus, info->id, &error);
  g_assert_no_error (error);
  later = plx_corpus_dup_kept (fixture->corpus, NULL, NULL, NULL, NULL);
  g_assert_true (later != all);
  g_assert_cmpuint (plx_corpus_kept_get_n_articles (later), ==, fixture->list->len - 1);
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

  kept = plx_corpus_dup_kept (fixture->corpus, other, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plx_corpus_kept_get_n_articles (kept), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) \
  g_test_add ("/corpus-kept/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("figures", test_figures);
  ADD ("sources", test_sources);
  ADD ("again", test_again);
  ADD ("voices", test_voices);
  ADD ("other-lexicon", test_other_lexicon);
#undef ADD
  /* Once more from the table of figures. */
  g_test_add ("/corpus-kept/figures/prepared", Fixture, "prepared", set_up, test_figures, tear_down);
  g_test_add ("/corpus-kept/voices/prepared", Fixture, "prepared", set_up, test_voices, tear_down);
  return g_test_run ();
}
