/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/corpus/plx-corrections.h"

#include <glib/gstdio.h>

static PlxArticle *
make_article (const char *source,
              const char *title,
              const char *date,
              const char *text)
{
  PlxArticle *article = plx_article_new (g_strdup (text));

  article->source = g_strdup (source);
  article->title = g_strdup (title);
  article->date = g_strdup (date);
  return article;
}

static GPtrArray *
make_articles (void)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);

  g_ptr_array_add (articles, make_article ("The Wire", "Talks resume", "2023-11-03",
                                           "Ministers met again. Nothing was signed."));
  g_ptr_array_add (articles, make_article ("Daily Example", "Thaw or trap?", "2023-11-04",
                                           "A café owner’s doubts about the thaw."));
  g_ptr_array_add (articles, make_article ("The Wire", "Earlier talks", "2023-10-30",
                                           "The earlier meeting brought a thaw in tone."));
  return articles;
}

/* A corpus in memory with the three articles above. */
static PlxCorpus *
make_corpus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = make_articles ();
  PlxCorpus *corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  guint n_added = 0;

  g_assert_no_error (error);
  g_assert_true (plx_corpus_add_articles (corpus, articles, &n_added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 3);
  return corpus;
}

/* The titles of a list, joined by " | ". */
static char *
list_titles (PlxCorpus  *corpus,
             gint64      source_id,
             const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = plx_corpus_list_articles (corpus, source_id, search, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const PlxArticleInfo *info = list->pdata[i];

      g_string_append_printf (titles, "%s%s", i > 0 ? " | " : "", info->title);
    }
  return g_string_free (titles, FALSE);
}

static char *
find_titles (PlxCorpus  *corpus,
             const char *words,
             guint       max)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = plx_corpus_find_articles (corpus, words, max, NULL, &error);
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " | " : "",
                            ((PlxArticleInfo *) list->pdata[i])->title);
  return g_string_free (titles, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *words;
    guint       max;
    const char *titles;
  } cases[] = {
    /* Titles come before texts, whatever the order of the articles. */
    { "thaw", 10, "Thaw or trap? | Earlier talks" },
    { "tha", 10, "Thaw or trap? | Earlier talks" },
    { "thaw", 1, "Thaw or trap?" },
    { "talks ea", 10, "Earlier talks" },
    { "cafe ow", 10, "Thaw or trap?" },
    { "nowhere", 10, "" },
    { "", 10, "" },
    { "\"*:(^", 10, "" },
  };
  g_autoptr (PlxCorpus) corpus = make_corpus ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = find_titles (corpus, cases[i].words, cases[i].max);

      g_assert_cmpstr (titles, ==, cases[i].titles);
    }
}

static gint64
find_article (PlxCorpus  *corpus,
              const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = plx_corpus_list_articles (corpus, 0, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const PlxArticleInfo *info = list->pdata[i];

      if (g_strcmp0 (info->title, title) == 0)
        return info->id;
    }
  return 0;
}

static void
test_lists_in_order (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GPtrArray) sources = plx_corpus_list_sources (corpus, NULL);
  g_autofree char *all = list_titles (corpus, 0, NULL);
  g_autofree char *of_wire = NULL;
  const PlxSourceInfo *wire = sources->pdata[1];

  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (((PlxSourceInfo *) sources->pdata[0])->name, ==, "Daily Example");
  g_assert_cmpstr (wire->name, ==, "The Wire");
  g_assert_cmpuint (wire->n_articles, ==, 2);

  of_wire = list_titles (corpus, wire->id, NULL);
  g_assert_cmpstr (all, ==, "Thaw or trap? | Earlier talks | Talks resume");
  g_assert_cmpstr (of_wire, ==, "Earlier talks | Talks resume");
}

static void
test_article_comes_back_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_autoptr (PlxArticle) back = NULL;
  PlxArticle *article = make_article ("Ωmega", "Title", "2023-11", "Menü\nThe body, ’tis.");

  article->id = g_strdup ("a-1");
  article->byline = g_strdup ("A. Writer; B. Writer");
  article->agency = g_strdup ("Agency");
  article->updated = g_strdup ("2023-11-05T10:00:00Z");
  article->url = g_strdup ("https://example.org/?a=1&b='2'");
  article->language = g_strdup ("en-GB");
  plx_article_add_block (article, PLX_BLOCK_BOILERPLATE, (PlxSpan) { 0, 5 });
  plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 6, (guint32) article->length });
  g_ptr_array_add (articles, article);
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  g_assert_no_error (error);

  back = plx_corpus_dup_article (corpus, find_article (corpus, "Title"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->id, ==, "a-1");
  g_assert_cmpstr (back->source, ==, "Ωmega");
  g_assert_cmpstr (back->title, ==, "Title");
  g_assert_cmpstr (back->byline, ==, article->byline);
  g_assert_cmpstr (back->agency, ==, "Agency");
  g_assert_cmpstr (back->date, ==, "2023-11");
  g_assert_cmpstr (back->updated, ==, article->updated);
  g_assert_cmpstr (back->url, ==, article->url);
  g_assert_cmpstr (back->language, ==, "en-GB");
  g_assert_cmpstr (back->text, ==, article->text);
  g_assert_cmpuint (back->length, ==, article->length);
  g_assert_cmpmem (back->blocks->data, back->blocks->len * sizeof (PlxBlock),
                   article->blocks->data, article->blocks->len * sizeof (PlxBlock));
}

static void
test_unknown_stays_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (PlxArticle) back = NULL;

  g_ptr_array_add (articles, plx_article_new (g_strdup ("")));
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  list = plx_corpus_list_articles (corpus, 0, NULL, &error);
  g_assert_cmpuint (list->len, ==, 1);
  back = plx_corpus_dup_article (corpus, ((PlxArticleInfo *) list->pdata[0])->id, &error);
  g_assert_no_error (error);
  g_assert_null (back->id);
  g_assert_null (back->source);
  g_assert_null (back->title);
  g_assert_null (back->date);
  g_assert_cmpstr (back->text, ==, "");
  g_assert_cmpuint (back->blocks->len, ==, 0);
}

static void
test_same_text_is_added_once (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GPtrArray) again = make_articles ();
  g_autoptr (GError) error = NULL;
  guint n_added = G_MAXUINT;

  /* Another source may well print the same text. */
  g_ptr_array_add (again, make_article ("Copy Cat", "Talks resume", NULL,
                                        "Ministers met again. Nothing was signed."));
  g_assert_true (plx_corpus_add_articles (corpus, again, &n_added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_added, ==, 1);
}

static void
test_search (void)
{
  static const struct
  {
    const char *words;
    const char *titles;
  } cases[] = {
    { "thaw", "Thaw or trap? | Earlier talks" },
    { "THAW talks", "Earlier talks" },
    { "cafe", "Thaw or trap?" },
    { "“met again”", "Talks resume" },
    { "\"again met\"", "" },
    { "minist*", "Talks resume" },
    { "minist", "" },
    { "nowhere", "" },
    { "!!!", "" },
    { "   ", "" },
    { "thaw AND", "" },
    { "NOT (thaw) ^ : - + {", "" },
    { "thaw \"", "Thaw or trap? | Earlier talks" },
    { "text:thaw", "" },
    { "", "Thaw or trap? | Earlier talks | Talks resume" },
    { NULL, "Thaw or trap? | Earlier talks | Talks resume" },
  };
  g_autoptr (PlxCorpus) corpus = make_corpus ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = list_titles (corpus, 0, cases[i].words);

      g_test_message ("%s", cases[i].words != NULL ? cases[i].words : "(null)");
      g_assert_cmpstr (titles, ==, cases[i].titles);
    }
}

static void
test_details (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) details = make_article ("Another", "Mended headline", "2023-12", "");
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *same_text = NULL;
  g_autofree char *old_title = NULL;
  g_autofree char *new_title = NULL;
  gint64 id = find_article (corpus, "Thaw or trap?");

  details->byline = g_strdup ("Mara Vint");
  details->url = g_strdup ("https://example.org/1");
  g_assert_true (plx_corpus_set_details (corpus, id, details, &error));
  g_assert_no_error (error);

  same_text = list_titles (corpus, 0, "doubts");
  old_title = list_titles (corpus, 0, "trap");
  new_title = list_titles (corpus, 0, "mended");
  g_assert_cmpstr (same_text, ==, "Mended headline");
  g_assert_cmpstr (old_title, ==, "");
  g_assert_cmpstr (new_title, ==, "Mended headline");
  article = plx_corpus_dup_article (corpus, id, &error);
  g_assert_cmpstr (article->date, ==, "2023-12");
  g_assert_cmpstr (article->byline, ==, "Mara Vint");
  g_assert_cmpstr (article->url, ==, "https://example.org/1");
  g_assert_cmpstr (article->text, ==, "A café owner’s doubts about the thaw.");

  /* A source that nothing is left of goes. */
  sources = plx_corpus_list_sources (corpus, &error);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (((PlxSourceInfo *) sources->pdata[0])->name, ==, "Another");
}

static void
test_remove (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) sources = NULL;
  gint64 id = find_article (corpus, "Thaw or trap?");

  g_assert_true (plx_corpus_remove_article (corpus, id, &error));
  g_assert_no_error (error);
  found = list_titles (corpus, 0, "thaw");
  g_assert_cmpstr (found, ==, "Earlier talks");
  sources = plx_corpus_list_sources (corpus, &error);
  g_assert_cmpuint (sources->len, ==, 1);

  g_assert_false (plx_corpus_remove_article (corpus, id, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (plx_corpus_dup_article (corpus, id, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND);
}

static void
test_details_refused (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) details = make_article ("The Wire", "Copied", NULL, "");
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);

  g_assert_false (plx_corpus_set_details (corpus, 999, details, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_ptr_array_add (copies, make_article ("Daily Example", "A copy", NULL,
                                         "The earlier meeting brought a thaw in tone."));
  g_assert_true (plx_corpus_add_articles (corpus, copies, NULL, &error));
  g_assert_false (plx_corpus_set_details (corpus, find_article (corpus, "A copy"), details, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS);
}

static void
test_rename_source (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = plx_corpus_list_sources (corpus, &error);
  g_autoptr (GPtrArray) renamed = NULL;
  gint64 id = ((PlxSourceInfo *) sources->pdata[0])->id;

  g_assert_true (plx_corpus_rename_source (corpus, id, "Weekly Example", &error));
  g_assert_no_error (error);
  g_assert_true (plx_corpus_rename_source (corpus, id, "Weekly Example", &error));
  renamed = plx_corpus_list_sources (corpus, &error);
  g_assert_cmpstr (((PlxSourceInfo *) renamed->pdata[1])->name, ==, "Weekly Example");

  g_assert_false (plx_corpus_rename_source (corpus, id, "The Wire", &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (plx_corpus_rename_source (corpus, 999, "Nobody", &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND);
}

static void
test_lexicon_edits (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autofree char *none = plx_corpus_dup_lexicon_edits (corpus, &error);
  g_autofree char *some = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_true (plx_corpus_set_lexicon_edits (corpus, "thaw\tcue\n", &error));
  g_assert_true (plx_corpus_set_lexicon_edits (corpus, "thaw\tcue\ttone\t1\n", &error));
  some = plx_corpus_dup_lexicon_edits (corpus, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (some, ==, "thaw\tcue\ttone\t1\n");
}

/* @correction: (transfer full) */
static void
correct (PlxCorpus     *corpus,
         PlxCorrection *correction)
{
  g_autoptr (GError) error = NULL;

  plx_corpus_correct (corpus, correction, NULL, &error);
  g_assert_no_error (error);
  plx_correction_free (correction);
}

static void
test_aliases (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) aliases = NULL;

  correct (corpus, plx_correction_new_alias ("Peking", "Cina"));
  correct (corpus, plx_correction_new_alias ("Beijing", "China"));
  correct (corpus, plx_correction_new_alias ("Peking", "China"));
  aliases = plx_corpus_list_aliases (corpus, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aliases->len, ==, 2);
  g_assert_cmpstr (((PlxAlias *) aliases->pdata[0])->name, ==, "Beijing");
  g_assert_cmpstr (((PlxAlias *) aliases->pdata[1])->target, ==, "China");
}

static PlxArticle *
dup_article (PlxCorpus *corpus,
             gint64     id)
{
  g_autoptr (GError) error = NULL;
  PlxArticle *article = plx_corpus_dup_article (corpus, id, &error);

  g_assert_no_error (error);
  return article;
}

/* What is taken out is not there, and comes back under its number with all that was put right. */
static void
test_take_out (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (GPtrArray) corrections = NULL;
  g_autofree char *left = NULL;
  g_autofree char *none = NULL;
  g_autofree char *found = NULL;
  gint64 id = find_article (corpus, "Thaw or trap?"), aside = 0, missing = 999;

  article = dup_article (corpus, id);
  correct (corpus, plx_correction_new_block (id, (PlxSpan) { 0, (guint32) article->length },
                                             PLX_BLOCK_CAPTION));
  g_clear_pointer (&article, plx_article_free);
  correct (corpus, plx_correction_new_speaker (id, (PlxSpan) { 0, 6 }, "Aud"));
  g_array_append_val (ids, id);
  g_array_append_val (ids, missing);
  g_assert_true (plx_corpus_take_out (corpus, ids, &aside, &error));
  g_assert_no_error (error);
  left = list_titles (corpus, 0, NULL);
  g_assert_cmpstr (left, ==, "Earlier talks | Talks resume");
  none = list_titles (corpus, 0, "doubts");
  g_assert_cmpstr (none, ==, "");
  g_assert_true (plx_corpus_bring_back (corpus, aside, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_article (corpus, "Thaw or trap?"), ==, id);
  found = list_titles (corpus, 0, "doubts");
  g_assert_cmpstr (found, ==, "Thaw or trap?");
  corrections = plx_corpus_list_corrections (corpus, &error);
  g_assert_cmpuint (corrections->len, ==, 2);
  article = dup_article (corpus, id);
  g_assert_cmpint (g_array_index (article->blocks, PlxBlock, 0).kind, ==, PLX_BLOCK_CAPTION);
  g_clear_pointer (&article, plx_article_free);
  /* Its own kind has come back below the correction. */
  for (guint i = 0; i < corrections->len; i++)
    {
      PlxCorrection *correction = plx_correction_copy (corrections->pdata[i]);

      correction->is_set = FALSE;
      correct (corpus, correction);
    }
  article = dup_article (corpus, id);
  g_assert_true (article->blocks->len == 0 ||
                 g_array_index (article->blocks, PlxBlock, 0).kind == PLX_BLOCK_BODY);
}

/* Twice out and back, a source of its own and all; the same text added meanwhile stays once. */
static void
test_take_out_again (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) articles = make_articles ();
  g_autofree char *all = list_titles (corpus, 0, NULL);
  g_autofree char *back = NULL;
  gint64 first = find_article (corpus, "Thaw or trap?");
  gint64 second = find_article (corpus, "Talks resume"), aside = 0;

  g_array_append_val (ids, first);
  g_array_append_val (ids, second);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (plx_corpus_take_out (corpus, ids, &aside, &error));
      g_assert_true (plx_corpus_bring_back (corpus, aside, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (find_article (corpus, "Thaw or trap?"), ==, first);
  g_assert_true (plx_corpus_take_out (corpus, ids, &aside, &error));
  g_assert_true (plx_corpus_add_listed (corpus, articles, added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_cmpint (g_array_index (added, gint64, 0), ==, find_article (corpus, "Talks resume"));
  g_assert_true (plx_corpus_bring_back (corpus, aside, &error));
  g_assert_no_error (error);
  back = list_titles (corpus, 0, NULL);
  g_assert_cmpstr (back, ==, all);
}

static void
count_cb (PlxCorpus *corpus,
          guint     *count)
{
  (*count)++;
}

static void
test_changed_is_coalesced (void)
{
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autoptr (GError) error = NULL;
  guint count = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (corpus, "changed", G_CALLBACK (count_cb), &count);
  for (guint i = 0; i < 5; i++)
    g_assert_true (plx_corpus_set_lexicon_edits (corpus, i % 2 ? "a" : "b", &error));
  g_assert_false (plx_corpus_remove_article (corpus, 999, NULL));
  g_assert_cmpuint (count, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count, ==, 1);
}

typedef struct
{
  GMainLoop    *loop;
  GAsyncResult *result;
  GCancellable *cancel_at_first_progress;
  guint         last_done;
  guint         last_total;
} Wait;

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
  g_main_loop_quit (wait->loop);
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Wait *wait = user_data;

  g_assert_cmpuint (done, >=, wait->last_done);
  wait->last_done = done;
  wait->last_total = total;
  if (wait->cancel_at_first_progress != NULL)
    g_cancellable_cancel (wait->cancel_at_first_progress);
}

static void
test_add_async (gconstpointer data)
{
  gboolean cancel = GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) list = NULL;
  Wait wait = { .loop = loop, .cancel_at_first_progress = cancel ? cancellable : NULL };
  guint n_added = 0;

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *text = g_strdup_printf ("Article number %u.", i);

      g_ptr_array_add (articles, make_article ("Source", "Title", NULL, text));
    }
  plx_corpus_add_articles_async (corpus, articles, progress_cb, &wait, cancellable, finished_cb,
                                 &wait);
  g_main_loop_run (loop);
  g_assert_true (plx_corpus_add_articles_finish (corpus, wait.result, &n_added, &error) == !cancel);
  g_object_unref (wait.result);
  list = plx_corpus_list_articles (corpus, 0, NULL, NULL);
  if (cancel)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (list->len, ==, 0);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpuint (n_added, ==, 3000);
      g_assert_cmpuint (wait.last_done, ==, 3000);
      g_assert_cmpuint (wait.last_total, ==, 3000);
      g_assert_cmpuint (list->len, ==, 3000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/find", test_find);
  g_test_add_func ("/corpus/lists-in-order", test_lists_in_order);
  g_test_add_func ("/corpus/article-comes-back-whole", test_article_comes_back_whole);
  g_test_add_func ("/corpus/unknown-stays-unknown", test_unknown_stays_unknown);
  g_test_add_func ("/corpus/same-text-is-added-once", test_same_text_is_added_once);
  g_test_add_func ("/corpus/search", test_search);
  g_test_add_func ("/corpus/details", test_details);
  g_test_add_func ("/corpus/details-refused", test_details_refused);
  g_test_add_func ("/corpus/remove", test_remove);
  g_test_add_func ("/corpus/rename-source", test_rename_source);
  g_test_add_func ("/corpus/lexicon-edits", test_lexicon_edits);
  g_test_add_func ("/corpus/aliases", test_aliases);
  g_test_add_func ("/corpus/take-out", test_take_out);
  g_test_add_func ("/corpus/take-out-again", test_take_out_again);
  g_test_add_func ("/corpus/changed-is-coalesced", test_changed_is_coalesced);
  g_test_add_data_func ("/corpus/add-async/finished", GINT_TO_POINTER (FALSE), test_add_async);
  g_test_add_data_func ("/corpus/add-async/cancelled", GINT_TO_POINTER (TRUE), test_add_async);
  return g_test_run ();
}
