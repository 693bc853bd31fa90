/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/reading/plx-evidence.h"
#include "data/corpus/plx-corpus-names.h"
#include "data/corpus/plx-corpus-kept.h"
#include "tests/support/folder.h"
#include "tests/support/lexicon.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define LEXICON \
  "#parallax-lexicon 1\n" \
  "#name Test\n" \
  "#axis tone negative positive\n" \
  "#axis relations retaliation thaw\n" \
  "pattern\trole\taxis\tweight\tcondition\tnote\n" \
  "good\tcue\ttone\t1.5\tadj\t\n" \
  "bad\tcue\ttone\t-1.5\tadj\t\n" \
  "thaw\tcue\trelations\t2\tnoun\t\n" \
  "say\treporting\t*\t\tverb\t\n"

static GPtrArray *
make_articles (guint n)
{
  static const char *const sentences[] = {
    "The day was good for everybody in town.", "Nobody was there to see it happen.",
    "It was a bad deal for the growers of the valley.", "A thaw is near and that is good.",
    "“This is bad,” the minister said on Friday.",
    "“Lisa Bloom is a good candidate,” said Peter Marsh, a bad loser of the vote.",
    "Peter Marsh said that a bad deal was what Lisa Bloom, never good at it, had made.",
  };
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);

  for (guint i = 0; i < n; i++)
    {
      GString *text = g_string_new (NULL);
      PlxArticle *article;

      for (guint line = 0; line < 4 + i % 7; line++)
        g_string_append_printf (text, "%s\n\n", sentences[(i * 3 + line * line) % 7]);
      g_string_append_printf (text, "This was number %u of them all.", i);
      article = plx_article_new (g_string_free (text, FALSE));
      article->source = g_strdup_printf ("Source %u", i % 3);
      article->date = i % 6 != 5 ? g_strdup_printf ("2023-%02u-%02u", 1 + i % 4, 1 + i % 28) : NULL;
      article->title = g_strdup (i % 4 == 0 ? "A good year" : "The year in numbers");
      g_ptr_array_add (articles, article);
    }
  return articles;
}

static PlxCorpus *
make_corpus (const char *path,
             PlxLexicon *lexicon,
             guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = make_articles (n);
  PlxCorpus *corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  if (lexicon != NULL)
    plx_corpus_set_lexicon (corpus, lexicon);
  return corpus;
}

static void
assert_close (double a,
              double b)
{
  if (isnan (a) || isnan (b))
    g_assert_true (isnan (a) && isnan (b));
  else
    g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
assert_summaries_equal (const PlxSummary *a,
                        const PlxSummary *b)
{
  g_assert_cmpuint (a->n_axes, ==, b->n_axes);
  g_assert_cmpuint (a->rows->len, ==, b->rows->len);
  for (guint i = 0; i < a->rows->len; i++)
    {
      const PlxSummaryRow *first = a->rows->pdata[i];
      const PlxSummaryRow *second = b->rows->pdata[i];

      g_assert_cmpstr (first->name, ==, second->name);
      g_assert_cmpuint (first->n_articles, ==, second->n_articles);
      g_assert_cmpuint (first->n_sentences, ==, second->n_sentences);
      g_assert_cmpuint (first->n_words, ==, second->n_words);
      for (guint axis = 0; axis < a->n_axes; axis++)
        {
          assert_close (first->axes[axis].score, second->axes[axis].score);
          assert_close (first->axes[axis].low, second->axes[axis].low);
          assert_close (first->axes[axis].high, second->axes[axis].high);
          assert_close (first->axes[axis].direction, second->axes[axis].direction);
          assert_close (first->axes[axis].intensity, second->axes[axis].intensity);
          g_assert_cmpuint (first->axes[axis].n_cues, ==, second->axes[axis].n_cues);
        }
    }
}

/* The summary as it is defined: every article read, in the order of the list. */
static PlxSummary *
summarise_by_hand (PlxCorpus               *corpus,
                   const PlxSummaryOptions *options,
                   const PlxCorpusFilter   *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = plx_corpus_list_filtered (corpus, 0, filter, &error);
  g_autoptr (PlxSummariser) summariser = plx_summariser_new (plx_corpus_get_lexicon (corpus));

  for (guint i = 0; i < list->len; i++)
    {
      const PlxArticleInfo *info = list->pdata[i];
      g_autoptr (PlxReading) reading =
        plx_corpus_dup_filtered_reading (corpus, info->id, filter, &error);

      g_assert_no_error (error);
      plx_summariser_add (summariser, info->source, reading);
    }
  return plx_summariser_finish (summariser, options);
}

static void
check_summary (PlxCorpus *corpus)
{
  static const PlxSummaryOptions options[] = { { 0, 1, 0.95 }, { 200, 7, 0.95 }, { 100, 7, 0.9 } };
  static const PlxCorpusFilter filters[] = {
    { 0 },
    { .voice = (char *) "" },
    { .voice = (char *) "Peter Marsh" },
    { .target = (char *) "Lisa Bloom" },
    { .target = (char *) "Lisa Bloom", .voice = (char *) "Peter Marsh", .from = (char *) "2023-02" },
    { .from = (char *) "2023-02-10", .to = (char *) "2023-03" },
    { .search = (char *) "thaw near" },
    { .wire_once = TRUE, .voice = (char *) "" },
    { .search = (char *) "nowhere at all" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      const PlxSummaryOptions *chosen = &options[i % G_N_ELEMENTS (options)];
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxSummary) expected = summarise_by_hand (corpus, chosen, &filters[i]);
      g_autoptr (PlxSummary) summary = plx_corpus_summarise (corpus, chosen, &filters[i], &error);

      g_assert_no_error (error);
      assert_summaries_equal (summary, expected);
      if (i < 6)
        g_assert_cmpuint (summary->rows->len, >, 0);
    }
}

static void
assert_sentence_equal (const PlxReadSentence     *a,
                       const PlxEvidenceSentence *b,
                       guint                      n_axes)
{
  g_assert_cmpuint (a->flags, ==, b->flags);
  g_assert_cmpuint (a->n_words, ==, b->n_words);
  assert_close (plx_reading_sentence_weight (NULL, a), b->weight);
  for (guint axis = 0; axis < n_axes; axis++)
    {
      g_assert_cmpuint (a->axes[axis].n_cues, ==, b->axes[axis].n_cues);
      assert_close (a->axes[axis].positive, b->axes[axis].positive);
      assert_close (a->axes[axis].negative, b->axes[axis].negative);
      assert_close (a->axes[axis].score, b->axes[axis].score);
    }
}

/* What is packed and read back, whole or in part, is what the reading says. */
static void
check_part (const PlxReading *whole,
            GBytes           *bytes,
            const char       *voice,
            const char       *target)
{
  PlxCorpusFilter filter = { .voice = (char *) voice, .target = (char *) target };
  PlxReadingPart part = { plx_evidence_find_voice (bytes, voice),
                          plx_evidence_find_target (bytes, target), FALSE };
  g_autoptr (PlxReading) reading = plx_reading_copy (whole);
  PlxEvidenceIter iter;
  PlxEvidenceSentence sentence;

  plx_corpus_filter_apply (&filter, NULL, reading);
  plx_evidence_iter_init (&iter, bytes, &part, NULL);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *expected = &g_array_index (reading->sentences, PlxReadSentence, i);

      if (expected->flags & PLX_SENTENCE_LEFT_OUT)
        continue;
      g_assert_true (plx_evidence_iter_next (&iter, &sentence));
      g_assert_cmpuint (sentence.index, ==, i);
      assert_sentence_equal (expected, &sentence, reading->n_axes);
    }
  g_assert_false (plx_evidence_iter_next (&iter, &sentence));
}

static void
test_evidence_round_trip (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (GPtrArray) articles = make_articles (30);
  const char *const names[] = { NULL, "", "Peter Marsh", "Lisa Bloom", "Nobody At All" };

  for (guint i = 0; i < articles->len; i++)
    {
      const PlxReading *reading = plx_reader_read (reader, articles->pdata[i], NULL);
      g_autoptr (GBytes) bytes = plx_evidence_pack (reading);

      g_assert_true (plx_evidence_check (bytes, reading->n_axes));
      for (guint voice = 0; voice < G_N_ELEMENTS (names); voice++)
        {
          for (guint target = 0; target < G_N_ELEMENTS (names); target++)
            check_part (reading, bytes, names[voice], target == 1 ? NULL : names[target]);
        }
      g_assert_cmpuint (g_bytes_get_size (bytes), <,
                        100 + 6 * reading->sentences->len + 15 * reading->cues->len);
    }
}

/* Bytes cut short, lengthened or changed anywhere are refused or give values in range; they never
 * read or write out of bounds, which the sanitizers would tell. */
static void
test_evidence_damaged (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (GPtrArray) articles = make_articles (1);
  const PlxReading *reading = plx_reader_read (reader, articles->pdata[0], NULL);
  g_autoptr (GBytes) bytes = plx_evidence_pack (reading);
  const PlxReadingPart all = PLX_READING_PART_INIT;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize cut = 0; cut < length; cut++)
    {
      g_autofree guint8 *exact = g_memdup2 (data, cut);
      g_autoptr (GBytes) shorter = g_bytes_new_take (g_steal_pointer (&exact), cut);

      g_assert_false (plx_evidence_check (shorter, reading->n_axes));
    }
  g_assert_false (plx_evidence_check (bytes, reading->n_axes + 1));

  for (gsize i = 0; i < length; i++)
    {
      for (guint bit = 0; bit < 8; bit++)
        {
          guint8 *changed = g_memdup2 (data, length);
          g_autoptr (GBytes) damaged = NULL;
          PlxEvidenceIter iter;
          PlxEvidenceSentence sentence;

          changed[i] ^= (guint8) (1 << bit);
          damaged = g_bytes_new_take (changed, length);
          if (!plx_evidence_check (damaged, reading->n_axes))
            continue;
          plx_evidence_iter_init (&iter, damaged, &all, NULL);
          while (plx_evidence_iter_next (&iter, &sentence))
            {
              for (guint axis = 0; axis < reading->n_axes; axis++)
                g_assert_cmpfloat (fabs (sentence.axes[axis].score), <=, 1.0);
            }
        }
    }
}

/* What an older program kept in the file, damaged rows and rows of nothing are all read anew. */
static void
test_evidence_old (void)
{
  static const guint8 old[] = { 1, 2, 9, 1, 0, 9, 0, 1, 1, 0, 0, 0x80, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0x3f };
  g_autoptr (GBytes) bytes = g_bytes_new_static (old, sizeof old);
  g_autoptr (GBytes) nothing = g_bytes_new_static (old, 0);

  g_assert_false (plx_evidence_check (bytes, 2));
  g_assert_false (plx_evidence_check (nothing, 2));
}

static void
test_no_lexicon (void)
{
  static const PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (PlxCorpus) corpus = make_corpus (NULL, NULL, 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_corpus_summarise (corpus, &options, NULL, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (plx_corpus_dup_reading (corpus, 1, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_FAILED);
}

static void
test_empty_corpus (void)
{
  static const PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxCorpus) corpus = make_corpus (NULL, lexicon, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSummary) summary = plx_corpus_summarise (corpus, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (summary->rows->len, ==, 0);
  g_assert_cmpuint (summary->n_axes, ==, 2);
}

/* Makes every kind of change and compares with a summary made from nothing after each. */
static void
test_follows_changes (gconstpointer data)
{
  gboolean in_memory = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxLexicon) edited = lexicon_compile (LEXICON "number\tcue\ttone\t-2\tnoun\t\n");
  g_autoptr (PlxCorpus) corpus = make_corpus (in_memory ? NULL : path, lexicon, 100);
  g_autoptr (GPtrArray) more = make_articles (120);
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (PlxArticle) article = NULL;

  check_summary (corpus);
  g_assert_true (plx_corpus_add_articles (corpus, more, NULL, &error));
  check_summary (corpus);
  g_assert_true (plx_corpus_remove_article (corpus, 7, &error));
  check_summary (corpus);

  article = plx_corpus_dup_article (corpus, 8, &error);
  g_free (article->title);
  article->title = g_strdup ("Good. It is good, and a thaw besides. Good it is.");
  g_free (article->source);
  article->source = g_strdup ("Moved");
  g_assert_true (plx_corpus_set_details (corpus, 8, article, &error));
  check_summary (corpus);

  sources = plx_corpus_list_sources (corpus, &error);
  g_assert_true (plx_corpus_rename_source (corpus, ((PlxSourceInfo *) sources->pdata[0])->id,
                                           "Zebra", &error));
  check_summary (corpus);

  plx_corpus_set_lexicon (corpus, edited);
  check_summary (corpus);
  plx_corpus_set_lexicon (corpus, lexicon);
  check_summary (corpus);

  if (!in_memory)
    {
      /* What another session finds in the file, and what may not write there. */
      g_clear_object (&corpus);
      corpus = plx_corpus_open (path, PLX_CORPUS_READ_ONLY, &error);
      plx_corpus_set_lexicon (corpus, lexicon);
      check_summary (corpus);
      plx_corpus_set_lexicon (corpus, edited);
      check_summary (corpus);
      g_clear_object (&corpus);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_no_error (error);
  folder_remove (folder);
}

typedef struct
{
  GMainLoop    *loop;
  GCancellable *cancellable;
  PlxSummary   *summary;
  GError       *error;
  guint         cancel_after;
  guint         last_done, last_total;
} Wait;

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Wait *wait = user_data;

  g_autoptr (PlxCorpusKept) kept =
    plx_corpus_survey_finish (PLX_CORPUS (object), result, &wait->error);

  if (kept != NULL)
    wait->summary = plx_summary_copy (plx_corpus_kept_get_summary (kept));
  g_main_loop_quit (wait->loop);
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_cmpuint (done, >=, wait->last_done);
  g_assert_cmpuint (done, <=, total);
  wait->last_done = done;
  wait->last_total = total;
  if (done >= wait->cancel_after)
    g_cancellable_cancel (wait->cancellable);
}

static void
run_async (PlxCorpus *corpus,
           Wait      *wait,
           guint      cancel_after)
{
  static const PlxSummaryOptions options = { 50, 7, 0.95 };

  *wait = (Wait) { .loop = g_main_loop_new (NULL, FALSE),
                   .cancellable = g_cancellable_new (),
                   .cancel_after = cancel_after };
  if (cancel_after == 0)
    g_cancellable_cancel (wait->cancellable);
  plx_corpus_survey_async (corpus, &options, NULL, G_MAXUINT, progress_cb, wait, wait->cancellable,
                           finished_cb, wait);
  g_main_loop_run (wait->loop);
  g_main_loop_unref (wait->loop);
  g_object_unref (wait->cancellable);
}

static void
test_cancelled (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxCorpus) corpus = make_corpus (NULL, lexicon, 3000);
  Wait wait;

  for (guint after = 0; after < 2; after++)
    {
      run_async (corpus, &wait, after);
      /* Work that was done before the news arrived is not an error. */
      if (wait.summary == NULL)
        g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_pointer (&wait.summary, plx_summary_free);
      g_clear_error (&wait.error);
    }

  run_async (corpus, &wait, G_MAXUINT);
  g_assert_no_error (wait.error);
  g_assert_cmpuint (wait.last_done, ==, wait.last_total);
  g_assert_cmpuint (wait.summary->rows->len, ==, 3);
  g_clear_pointer (&wait.summary, plx_summary_free);
}

static void
got_result_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static const PlxNameCount *
find_name (GPtrArray  *names,
           const char *name)
{
  for (guint i = 0; i < names->len; i++)
    {
      const PlxNameCount *count = names->pdata[i];

      if (strcmp (count->name, name) == 0)
        return count;
    }
  return NULL;
}

/* The lists hold who speaks and who is spoken of, the most frequent first, and a filter by any of
 * them lets as many articles through as it says. */
static void
test_names (void)
{
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxCorpus) corpus = make_corpus (NULL, lexicon, 60);
  g_autoptr (GError) error = NULL;

  for (guint targets = 0; targets < 2; targets++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) names = NULL;

      if (targets)
        plx_corpus_list_targets_async (corpus, NULL, got_result_cb, &result);
      else
        plx_corpus_list_voices_async (corpus, NULL, got_result_cb, &result);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      names = targets ? plx_corpus_list_targets_finish (corpus, result, &error)
                      : plx_corpus_list_voices_finish (corpus, result, &error);
      g_assert_no_error (error);
      g_assert_nonnull (find_name (names, targets ? "Lisa Bloom" : "Peter Marsh"));
      for (guint i = 0; i < names->len; i++)
        {
          const PlxNameCount *count = names->pdata[i];
          PlxCorpusFilter filter = { .voice = targets ? NULL : count->name,
                                     .target = targets ? count->name : NULL };
          g_autoptr (GPtrArray) list = plx_corpus_list_filtered (corpus, 0, &filter, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (list->len, ==, count->n_articles);
          g_assert_true (i == 0 || ((PlxNameCount *) names->pdata[i - 1])->count >= count->count);
        }
    }
}

static gpointer
disturb (gpointer data)
{
  PlxCorpus *corpus = data;
  g_autoptr (PlxLexicon) edited = lexicon_compile (LEXICON "number\tcue\ttone\t-2\tnoun\t\n");
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);

  for (guint i = 1; i <= 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxReading) reading = plx_corpus_dup_reading (corpus, 100 + i, &error);

      g_assert_no_error (error);
      plx_corpus_set_lexicon (corpus, i % 2 ? edited : lexicon);
      g_assert_true (plx_corpus_remove_article (corpus, i, &error));
    }
  return NULL;
}

/* Lexicon and articles change while summaries are made: none fails, and the last one is right. */
static void
test_disturbed (void)
{
  static const PlxSummaryOptions options = { 0, 7, 0.95 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (LEXICON);
  g_autoptr (PlxCorpus) corpus = make_corpus (path, lexicon, 800);
  GThread *thread = g_thread_new ("disturb", disturb, corpus);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (PlxSummary) summary = plx_corpus_summarise (corpus, &options, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (summary->rows->len, ==, 3);
    }
  g_thread_join (thread);
  check_summary (corpus);

  g_clear_object (&corpus);
  folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus-summary/evidence/round-trip", test_evidence_round_trip);
  g_test_add_func ("/corpus-summary/evidence/damaged", test_evidence_damaged);
  g_test_add_func ("/corpus-summary/names", test_names);
  g_test_add_func ("/corpus-summary/evidence/old", test_evidence_old);
  g_test_add_func ("/corpus-summary/no-lexicon", test_no_lexicon);
  g_test_add_func ("/corpus-summary/empty-corpus", test_empty_corpus);
  g_test_add_data_func ("/corpus-summary/follows-changes/memory", GINT_TO_POINTER (TRUE),
                        test_follows_changes);
  g_test_add_data_func ("/corpus-summary/follows-changes/file", GINT_TO_POINTER (FALSE),
                        test_follows_changes);
  g_test_add_func ("/corpus-summary/cancelled", test_cancelled);
  g_test_add_func ("/corpus-summary/disturbed", test_disturbed);
  return g_test_run ();
}
