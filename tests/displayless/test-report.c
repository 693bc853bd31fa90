/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/reading/plx-evidence.h"
#include "analysis/summary/plx-voice-sums.h"
#include "tests/support/folder.h"
#include "tests/support/lexicon.h"
#include "ui/report/plx-corpus-chart.h"
#include "ui/report/plx-pages.h"
#include "ui/report/plx-report-choices.h"

#include <libxml/HTMLparser.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const char lexicon_text[] =
  "#parallax-lexicon 1\n"
  "#name Test <lexicon>\n"
  "#version 7\n"
  "#axis tone negative positive\n"
  "#axis relations retaliation thaw\n"
  "pattern\trole\taxis\tweight\tcondition\tnote\n"
  "good\tcue\ttone\t1.5\tadj\t\n"
  "splendid\tcue\ttone\t3\tadj\t\n"
  "bad\tcue\ttone\t-1.5\tadj\t\n"
  "thaw\tcue\trelations\t2\tnoun\t\n"
  "feud\tcue\trelations\t-2\tnoun\t\n"
  "not\tshifter\t*\t-0.6\tnegator\t\n"
  "say\treporting\t*\t\tverb\t\n";

#define HOSTILE "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

typedef struct
{
  PlxLexicon *lexicon;
  PlxCorpus  *corpus;
  PlxSummary *summary;
} Fixture;

static void
add_article (GPtrArray  *articles,
             const char *source,
             const char *title,
             const char *url,
             const char *text)
{
  PlxArticle *article = plx_article_new (g_strdup (text));

  article->source = g_strdup (source);
  article->title = g_strdup (title);
  article->url = g_strdup (url);
  article->byline = g_strdup ("A. Writer" HOSTILE);
  article->date = g_strdup ("2024-05-14T09:30:00Z");
  g_ptr_array_add (articles, article);
}

static GPtrArray *
make_articles (void)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);

  add_article (articles, "Harbour Post", "A thaw is near", "https://example.org/a?b=1&c=\"2\"",
               "A thaw is near and that is good.\n\n"
               "The splendid deal is not bad for the valley.\n\n"
               "Nobody was there to see it.\n\nThe good thaw came early this year.\n\n"
               "It was a good day, and a good deal for all.");
  add_article (articles, "Harbour Post", "More of the same", "javascript:alert(3)",
               "The growers had a good year.\n\nA bad day for some of them, they said.\n\n"
               "Another thaw, another good harvest.");
  add_article (articles, "Quay " HOSTILE, "Feud " HOSTILE, "https://example.org/" HOSTILE,
               "The feud " HOSTILE " is a bad thing.\n\nA bad feud, a bad year, a bad harvest.\n\n"
               "Nobody has a good word for the feud.");
  add_article (articles, "Silent Times", "Nothing to see", NULL,
               "Nothing of any weight stands here.\n\nNor here.");
  return articles;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (GPtrArray) articles = make_articles ();
  g_autoptr (GError) error = NULL;

  fixture->lexicon = lexicon_compile (lexicon_text);
  fixture->corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_assert_no_error (error);
  plx_corpus_set_lexicon (fixture->corpus, fixture->lexicon);
  g_assert_true (plx_corpus_add_articles (fixture->corpus, articles, NULL, &error));
  options.rounds = 200;
  fixture->summary = plx_corpus_summarise (fixture->corpus, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  plx_summary_free (fixture->summary);
  g_object_unref (fixture->corpus);
  plx_lexicon_unref (fixture->lexicon);
}

static PlxReport *
make_report (Fixture *fixture)
{
  PlxReport *report = plx_report_new (fixture->summary, fixture->lexicon);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2024, 5, 20, 12, 0, 0);
  g_autoptr (GError) error = NULL;

  plx_report_set_time (report, time);
  plx_report_set_title (report, "The thaw & the feud " HOSTILE);
  plx_report_set_notes (report, "First note.\n\nSecond note: " HOSTILE);
  g_assert_true (plx_report_add_corpus (report, fixture->corpus, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return report;
}

static void
ignore_message (void       *context,
                const char *message,
                ...)
{
}

static void
collect (xmlNode    *node,
         GHashTable *ids,
         GPtrArray  *fragments,
         GHashTable *elements)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      g_hash_table_add (elements, g_ascii_strdown ((const char *) node->name, -1));
      for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
        {
          xmlChar *value = xmlNodeGetContent ((xmlNode *) attribute);
          const char *name = (const char *) attribute->name;

          g_assert_false (g_ascii_strncasecmp (name, "on", 2) == 0);
          if (strcmp (name, "id") == 0)
            g_assert_true (g_hash_table_add (ids, g_strdup ((char *) value)));
          if (strcmp (name, "href") == 0 && value[0] == '#')
            g_ptr_array_add (fragments, g_strdup ((char *) value + 1));
          else if (strcmp (name, "href") == 0)
            g_assert_true (g_str_has_prefix ((char *) value, "https://example.org/"));
          xmlFree (value);
        }
      collect (node->children, ids, fragments, elements);
    }
}

/* As a parser sees it: no element and no attribute that ours are not, each id once, and each
 * link within the page leads somewhere. */
static void
test_structure (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const forbidden[] = { "script", "img", "iframe", "object", "link", "form",
                                           "base", "embed" };
  g_autoptr (PlxReport) report = make_report (fixture);
  g_autofree char *html = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) fragments = g_ptr_array_new_with_free_func (g_free);
  htmlDocPtr document;

  plx_report_add_chart (report, plx_map_chart_new (fixture->summary, 0, 1), "Map " HOSTILE,
                        NULL);
  html = plx_report_to_html (report);
  xmlSetGenericErrorFunc (NULL, ignore_message);
  document = htmlReadMemory (html, strlen (html), NULL, "UTF-8", HTML_PARSE_NONET);
  g_assert_nonnull (document);
  collect (xmlDocGetRootElement (document), ids, fragments, elements);
  xmlFreeDoc (document);

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_false (g_hash_table_contains (elements, forbidden[i]));
  g_assert_true (g_hash_table_contains (elements, "svg"));
  g_assert_cmpuint (fragments->len, >, 3 * 2 * 2);
  for (guint i = 0; i < fragments->len; i++)
    {
      g_test_message ("#%s", (char *) g_ptr_array_index (fragments, i));
      g_assert_true (g_hash_table_contains (ids, g_ptr_array_index (fragments, i)));
    }
  g_assert_true (g_hash_table_contains (ids, "source-3-2"));
}

static void
test_contents (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const parts[] = {
    "The thaw &amp; the feud ",
    "<mark class=\"positive\">splendid</mark>",
    "<mark class=\"positive\">bad</mark>", /* not bad */
    " (negated by “not”) = ",
    "<mark class=\"negative\">feud</mark>",
    "Test &lt;lexicon&gt;",
    " 7",
    "What the scores do not say",
    "<p dir=\"auto\">First note.</p>",
    "Second note: &lt;script&gt;",
    "200 times",
    "No sentence speaks on this axis.",
    "too little evidence",
    "20 May 2024",
    "https://example.org/a?b=1&amp;c=&quot;2&quot;",
  };
  g_autoptr (PlxReport) report = make_report (fixture);
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autofree char *html = NULL;

  options.rounds = 200;
  plx_report_set_options (report, &options);
  html = plx_report_to_html (report);
  g_file_set_contents ("/tmp/demo/t.html", html, -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (html, parts[i]));
    }
  g_assert_nonnull (strstr (html, plx_lexicon_get_digest (fixture->lexicon)));
  g_assert_null (strstr (html, "javascript:"));
  g_assert_null (strstr (html, "http://www.w3.org/1999"));
}

/* The same report twice is the same file, in whatever order articles come. */
static void
test_reproducible (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (PlxReport) report = make_report (fixture);
  g_autoptr (PlxReport) again = make_report (fixture);
  g_autofree char *first = plx_report_to_html (report);
  g_autofree char *second = plx_report_to_html (report);
  g_autofree char *third = plx_report_to_html (again);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==, third);
}

/* The strongest come first, and no more than there is room for. */
static void
test_strongest_first (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (PlxReport) report = make_report (fixture);
  g_autofree char *html = plx_report_to_html (report);
  const char *section = strstr (html, "id=\"source-1-1\"");
  const char *end = strstr (section, "id=\"source-1-2\"");
  double last = 2;
  guint n = 0;

  for (const char *p = section; (p = strstr (p, "class=\"value ")) != NULL && p < end; p++)
    {
      const char *figure = strstr (p, "ltr\">") + strlen ("ltr\">");
      gboolean is_negative = g_str_has_prefix (figure, "−");
      double score = g_ascii_strtod (figure + (is_negative ? strlen ("−") : 0), NULL);

      g_assert_cmpfloat (fabs (score), <=, last);
      last = fabs (score);
      n++;
    }
  g_assert_cmpuint (n, ==, 5);
}

static void
test_reporter_only (Fixture      *fixture,
                    gconstpointer data)
{
  const PlxCorpusFilter filter = { .voice = (char *) "" };
  g_autoptr (PlxReport) report = plx_report_new (fixture->summary, fixture->lexicon);
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup ("A good day. A splendid night."));
  g_autoptr (PlxReader) reader = plx_reader_new (fixture->lexicon);
  g_autoptr (PlxReading) reading = NULL;
  g_autofree char *html = NULL;

  article->source = g_strdup ("Harbour Post");
  reading = plx_reading_copy (plx_reader_read (reader, article, NULL));
  g_assert_cmpuint (reading->sentences->len, ==, 2);
  g_array_index (reading->sentences, PlxReadSentence, 1).voice = 1;
  g_array_index (reading->parts, PlxVoicePart, 1).voice = 1;
  g_array_index (reading->cues, PlxCue, 1).voice = 1;
  plx_report_set_filter (report, &filter);
  plx_corpus_filter_apply (&filter, NULL, reading);
  plx_report_add_article (report, article, reading);
  html = plx_report_to_html (report);
  g_assert_nonnull (strstr (html, ">good</mark> day"));
  g_assert_null (strstr (html, ">splendid</mark>"));
}

/* In a real browser: scripts of articles do not run, a click on a mark leads to its evidence, and
 * it prints. */
static void
test_browser (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *chromium = g_find_program_in_path ("chromium");
  g_autoptr (PlxReport) report = make_report (fixture);
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *html = NULL;
  g_autofree char *dom = NULL;
  g_autoptr (GError) error = NULL;

  if (chromium == NULL)
    {
      g_test_skip ("there is no chromium");
      return;
    }

  directory = folder_make ();
  path = g_build_filename (directory, "report.html", NULL);
  uri = g_filename_to_uri (path, NULL, NULL);
  profile = g_strdup_printf ("--user-data-dir=%s/profile", directory);
  html = plx_report_to_html (report);
  g_assert_true (g_file_set_contents (path, html, -1, NULL));
  {
    const char *const argv[] = {
      chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      profile, "--virtual-time-budget=2000", "--dump-dom", uri, NULL
    };
    g_auto (GStrv) environment = g_get_environ ();
    int status = 0;

    /* A browser has its own ideas of memory; ours are for our tests. */
    environment = g_environ_unsetenv (environment, "G_SLICE");
    environment = g_environ_unsetenv (environment, "LD_PRELOAD");
    g_assert_true (g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_STDERR_TO_DEV_NULL,
                                 NULL, NULL, &dom, NULL, &status, &error));
    g_assert_no_error (error);
    if (!g_spawn_check_wait_status (status, NULL))
      {
        g_test_skip ("chromium does not run here");
        goto out;
      }
  }

  g_assert_nonnull (strstr (dom, "<svg class=\"wide\""));
  g_assert_nonnull (strstr (dom, "id=\"source-1-1\""));
  g_assert_nonnull (strstr (dom, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  g_assert_null (strstr (dom, "<script"));
  g_assert_null (strstr (dom, "<img"));

out:
  folder_remove (directory);
}

/* What each entry adds makes up the score, and the differences the difference. */
static void
test_shift_adds_up (Fixture      *fixture,
                    gconstpointer data)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxChart) chart = NULL;
  g_autoptr (PlxPlotTable) table = NULL;
  const PlxSummaryRow *a = plx_summary_find_row (fixture->summary, "Harbour Post");
  const PlxSummaryRow *b = plx_summary_find_row (fixture->summary, "Quay " HOSTILE);
  double sum = 0;

  options.source_a = a->name;
  options.source_b = b->name;
  chart = plx_corpus_chart_new ("shift", fixture->corpus, fixture->summary, &options, NULL, NULL,
                                NULL, &error);
  g_assert_no_error (error);
  table = plx_chart_to_table (chart);
  g_assert_cmpuint (plx_plot_table_get_n_rows (table), >=, 3);
  for (guint i = 0; i < plx_plot_table_get_n_rows (table); i++)
    sum += plx_plot_table_get_cell (table, i, 1)->value;
  g_assert_cmpfloat_with_epsilon (sum, a->axes[0].score - b->axes[0].score, 1e-5);
}

static void
test_shift_of_nobody (Fixture      *fixture,
                      gconstpointer data)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  g_autoptr (GError) error = NULL;

  options.source_a = "No Such Paper";
  g_assert_null (plx_corpus_chart_new ("shift", fixture->corpus, fixture->summary, &options, NULL,
                                       NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_voices (Fixture      *fixture,
             gconstpointer data)
{
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (PlxVoiceSums) voices = plx_voice_sums_new (fixture->lexicon, 5);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (PlxArticle) article = NULL;
  g_autoptr (PlxReader) reader = plx_reader_new (fixture->lexicon);
  g_autoptr (PlxReading) reading = NULL;
  g_autoptr (GBytes) evidence = NULL;
  PlxReadingPart part = PLX_READING_PART_INIT;
  PlxVoice speaker = { .name = g_strdup ("Wang Wentao") };

  article = plx_article_new (g_strdup ("A good day for us. A bad bad bad night came. "
                                       "It was good again."));
  reading = plx_reading_copy (plx_reader_read (reader, article, NULL));
  g_assert_cmpuint (reading->sentences->len, ==, 3);
  g_array_set_size (reading->voices, 1);
  g_array_append_val (reading->voices, speaker);
  g_array_index (reading->sentences, PlxReadSentence, 1).voice = 1;
  g_array_index (reading->parts, PlxVoicePart, 1).voice = 1;
  g_assert_cmpuint (reading->cues->len, ==, 5);
  for (guint i = 1; i <= 3; i++)
    g_array_index (reading->cues, PlxCue, i).voice = 1;

  evidence = plx_evidence_pack (reading);
  plx_voice_sums_add (voices, "S", evidence, 0, &part, NULL);
  plx_voice_sums_finish (voices);
  rows = plx_voice_sums_list (voices, &(PlxVoiceChoice) { .max_speakers = 5 }, &options);
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < rows->len; i++)
    {
      const PlxVoiceRow *row = &g_array_index (rows, PlxVoiceRow, i);

      g_assert_cmpstr (row->source, ==, "S");
      g_assert_cmpstr (row->speaker, ==, i == 0 ? NULL : "Wang Wentao");
      g_assert_cmpuint (row->row.n_words, ==, i == 0 ? 9 : 6);
      g_assert_cmpfloat_with_epsilon (row->share, row->row.n_words / 15.0, 1e-9);
      g_assert_cmpfloat (row->row.axes[0].low, <=, row->row.axes[0].score + 1e-6);
      g_assert_cmpfloat (row->row.axes[0].high, >=, row->row.axes[0].score - 1e-6);
    }
  /* Cues enough, but in one sentence, which has no interval. */
  g_assert_cmpuint (g_array_index (rows, PlxVoiceRow, 1).row.axes[0].n_cues, ==, 3);
  g_assert_false (g_array_index (rows, PlxVoiceRow, 1).row.axes[0].enough);
}

/* Every kind is made from a corpus, and shows what is in it. */
static void
test_corpus_charts (Fixture      *fixture,
                    gconstpointer data)
{
  const char *const *kinds = plx_corpus_chart_list_kinds ();
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxChart) chart = plx_corpus_chart_new (kinds[i], fixture->corpus,
                                                         fixture->summary, &options, NULL, NULL,
                                                         NULL, &error);
      g_autofree char *svg = NULL;
      g_autoptr (GArray) marks = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (plx_chart_get_kind (chart), ==, kinds[i]);
      marks = plx_chart_list_marks (chart, &plx_plot_style_light, 700);
      g_assert_cmpuint (marks->len, >, 0);
      svg = plx_chart_to_svg (chart, &plx_plot_style_light, 700, NULL);
      g_assert_nonnull (strstr (svg, "Harbour Post"));
      g_assert_null (strstr (svg, "<script"));
    }
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (PlxReport) report = plx_report_new (fixture->summary, fixture->lexicon);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (plx_report_add_corpus (report, fixture->corpus, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What a choice leaves out is not in, and what it names is. */
static void
test_choices (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const charts[] = { "map", "shift", "claims", NULL };
  static const char *const sources[] = { "Harbour Post", "Silent Times", NULL };
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (PlxReportChoices) choices = plx_report_choices_new ();
  g_autoptr (PlxReportChoices) back = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (PlxReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *html;

  g_strfreev (choices->charts);
  choices->charts = g_strdupv ((char **) charts);
  choices->sources = g_strdupv ((char **) sources);
  choices->author = g_strdup ("Ada " HOSTILE);
  choices->n_evidence = 2;
  variant = g_variant_ref_sink (plx_report_choices_to_variant (choices));
  back = plx_report_choices_from_variant (variant);
  g_assert_cmpstr (back->author, ==, choices->author);
  g_assert_cmpuint (back->n_evidence, ==, 2);
  g_assert_true (g_strv_equal ((const char *const *) back->charts, charts));
  g_assert_true (g_strv_equal ((const char *const *) back->sources, sources));

  options.rounds = 20;
  report = plx_report_make (fixture->corpus, &options, NULL, back, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  bytes = plx_report_render (report, PLX_REPORT_HTML, &error);
  g_assert_no_error (error);
  html = g_bytes_get_data (bytes, NULL);
  g_assert_nonnull (strstr (html, "Framing map"));
  g_assert_nonnull (strstr (html, "id=\"claims\""));
  g_assert_nonnull (strstr (html, "without 1 other source"));
  g_assert_nonnull (strstr (html, "Ada &lt;script"));
  g_assert_null (strstr (html, "id=\"chart-1\""));
  g_assert_null (strstr (html, "Feud"));
  g_assert_null (strstr (html, "bad feud"));
}

static void
test_choices_of_nobody (Fixture      *fixture,
                        gconstpointer data)
{
  static const char *const sources[] = { "Nobody", NULL };
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (PlxReportChoices) choices = plx_report_choices_new ();
  g_autoptr (GError) error = NULL;

  choices->sources = g_strdupv ((char **) sources);
  g_assert_null (plx_report_make (fixture->corpus, &options, NULL, choices, NULL, NULL, NULL,
                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* The evidence of a part: marks of all else lead nowhere, and so have no link. */
static void
test_part (Fixture      *fixture,
           gconstpointer data)
{
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  g_autoptr (PlxReportChoices) choices = plx_report_choices_new ();
  g_autoptr (PlxReport) report = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;

  options.rounds = 20;
  choices->part.source = g_strdup ("Harbour Post");
  choices->part.axis = 1;
  report = plx_report_make (fixture->corpus, &options, NULL, choices, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  html = plx_report_to_html (report);
  g_assert_nonnull (strstr (html, "href=\"#source-1-2\""));
  g_assert_nonnull (strstr (html, "id=\"source-1-2\""));
  g_assert_null (strstr (html, "source-1-1\""));
  g_assert_null (strstr (html, "source-2"));
}

/* For paper, a chart higher than a page is there in parts that follow each other without a gap; a lower
 * one is not. */
static void
test_slices (Fixture      *fixture,
             gconstpointer data)
{
  static const PlxAxis axis = { (char *) "tone", (char *) "negative", (char *) "positive" };
  g_autoptr (PlxReport) report = make_report (fixture);
  PlxChart *chart = plx_voices_chart_new (&axis);
  g_autofree char *html = NULL;
  int next = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *source = g_strdup_printf ("Source %u", i / 4);
      g_autofree char *speaker = g_strdup_printf ("Speaker %u", i);
      PlxVoicesRow row = { .source = source, .speaker = speaker, .n_words = 100, .share = 0.2 };

      plx_voices_chart_add (chart, &row);
    }
  plx_report_add_chart (report, chart, "Many voices", NULL);
  html = plx_report_to_html (report);
  g_assert_nonnull (strstr (html, "<figure id=\"chart-1\">"));
  g_assert_nonnull (strstr (html, "<figure id=\"chart-2\" class=\"tall\">"));
  g_assert_nonnull (strstr (html, "<g id=\"chart-2-wide-drawing\">"));
  for (const char *at = strstr (html, "class=\"slice\""); at != NULL;
       at = strstr (at + 1, "class=\"slice\""))
    {
      const char *box = strstr (at, "viewBox=\"0 ");
      int top, width, height;

      g_assert_cmpint (sscanf (box, "viewBox=\"0 %d %d %d", &top, &width, &height), ==, 3);
      g_assert_cmpint (top, ==, next);
      g_assert_cmpint (height, >, 0);
      g_assert_cmpint (height, <=, 1101);
      g_assert_true (g_str_has_prefix (strstr (box, "<use"), "<use href=\"#chart-2-wide-drawing\""));
      next = top + height;
    }
  g_assert_cmpint (next, >, 2200);
}

static char *
run_pdf_tool (const char *tool,
              const char *options,
              GBytes     *pdf)
{
  g_autofree char *directory = folder_make ();
  g_autofree char *path = g_build_filename (directory, "report.pdf", NULL);
  g_autofree char *line = g_strdup_printf ("%s %s %s %s", tool, options, path,
                                           strcmp (tool, "pdftotext") == 0 ? "-" : "");
  char *output = NULL;
  int status = -1;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_command_line_sync (line, &output, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  folder_remove (directory);
  return output;
}

/* Texts can be searched for, places are there to link to, and no heading ends a page. */
static void
test_pdf (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (PlxReport) report = make_report (fixture);
  g_autofree char *found = g_find_program_in_path ("pdftotext");
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *info = NULL;
  g_autofree char *places = NULL;
  g_autoptr (GError) error = NULL;

  plx_report_set_author (report, "Ada Example");
  plx_report_add_chart (report, plx_map_chart_new (fixture->summary, 0, 1), "Map", NULL);
  pdf = plx_report_render (report, PLX_REPORT_PDF, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  if (found == NULL)
    {
      g_test_skip ("pdftotext is missing");
      return;
    }

  text = run_pdf_tool ("pdftotext", "-layout", pdf);
  g_assert_nonnull (strstr (text, "Second note"));
  g_assert_nonnull (strstr (text, "The splendid deal is not bad for the valley."));
  g_assert_nonnull (strstr (text, "alert(1)"));
  g_assert_nonnull (strstr (text, "What the scores do not say"));
  g_assert_nonnull (strstr (text, plx_lexicon_get_digest (fixture->lexicon)));
  g_assert_nonnull (strstr (text, "Page 1 of "));
  info = run_pdf_tool ("pdfinfo", "", pdf);
  g_assert_nonnull (strstr (info, "The thaw & the feud"));
  g_assert_nonnull (strstr (info, "Ada Example"));
  places = run_pdf_tool ("pdfinfo", "-dests", pdf);
  g_assert_nonnull (strstr (places, "\"source-1-1\""));
  g_assert_nonnull (strstr (places, "\"method\""));
}

/* Every line of a text of many pages is on one of them, once, in its order; and a heading that
 * falls at the end of a page goes to the next. */
static void
test_pages (void)
{
  g_autoptr (PlxPages) pages = plx_pages_new (300, 400, 30, &plx_plot_style_print, "Foot");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *found = g_find_program_in_path ("pdftotext");
  g_autofree char *out = NULL;
  g_auto (GStrv) sheets = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  guint next = 0;

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "%sline%03u", i > 0 ? "\n" : "", i);
  plx_pages_add_text (pages, PLX_PAGES_BODY, text->str);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *heading = g_strdup_printf ("heading%02u", i);

      plx_pages_add_heading (pages, PLX_PAGES_SECTION, heading, heading);
      plx_pages_add_text (pages, PLX_PAGES_BODY, "A few words\nbelow it.");
    }
  pdf = plx_pages_to_pdf (pages, "Lines", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plx_pages_count (pages), >, 8);
  if (found == NULL)
    return;

  out = run_pdf_tool ("pdftotext", "", pdf);
  for (const char *at = strstr (out, "line"); at != NULL; at = strstr (at + 1, "line"))
    g_assert_cmpuint (next++, ==, g_ascii_strtoull (at + 4, NULL, 10));
  g_assert_cmpuint (next, ==, 200);
  sheets = g_strsplit (out, "\f", -1);
  for (guint i = 0; sheets[i] != NULL && *sheets[i] != '\0'; i++)
    {
      const char *last_heading = g_strrstr (sheets[i], "heading");
      const char *last_text = g_strrstr (sheets[i], "below it.");

      g_assert_true (last_heading == NULL || (last_text != NULL && last_text > last_heading));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/report/structure", test_structure },
    { "/report/contents", test_contents },
    { "/report/reproducible", test_reproducible },
    { "/report/strongest-first", test_strongest_first },
    { "/report/reporter-only", test_reporter_only },
    { "/report/cancelled", test_cancelled },
    { "/report/browser", test_browser },
    { "/report/choices", test_choices },
    { "/report/choices-of-nobody", test_choices_of_nobody },
    { "/report/part", test_part },
    { "/report/pdf", test_pdf },
    { "/report/slices", test_slices },
    { "/corpus-chart/shift-adds-up", test_shift_adds_up },
    { "/corpus-chart/shift-of-nobody", test_shift_of_nobody },
    { "/corpus-chart/voices", test_voices },
    { "/corpus-chart/all", test_corpus_charts },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/pages/lines", test_pages);
  return g_test_run ();
}
