/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/plx-csv.h"
#include "data/plx-export.h"
#include "tests/support/lexicon.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static void
test_csv_text (void)
{
  static const struct
  {
    const char *text;
    const char *guarded;
    const char *raw;
  } cases[] = {
    { NULL, "", "" },
    { "", "", "" },
    { "plain", "plain", "plain" },
    { "a,b", "\"a,b\"", "\"a,b\"" },
    { "say \"no\"", "\"say \"\"no\"\"\"", "\"say \"\"no\"\"\"" },
    { "two\nlines", "\"two\nlines\"", "\"two\nlines\"" },
    { "two\r\nlines", "\"two\r\nlines\"", "\"two\r\nlines\"" },
    { "Grüße ’tis", "Grüße ’tis", "Grüße ’tis" },
    { "=1+1", "'=1+1", "=1+1" },
    { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
      "\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
    { "+1", "'+1", "+1" },
    { "- a list item", "'- a list item", "- a list item" },
    { "@name", "'@name", "@name" },
    { "\tx", "'\tx", "\tx" },
    { "\r=x", "\"'\r=x\"", "\"\r=x\"" },
    { "a=1", "a=1", "a=1" },
    { "−1 is no hyphen", "−1 is no hyphen", "−1 is no hyphen" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint guarded = 0; guarded < 2; guarded++)
        {
          g_auto (PlxCsv) csv = { NULL };
          const char *field = guarded ? cases[i].guarded : cases[i].raw;
          g_autofree char *expected = g_strdup_printf ("%s,%s\r\n%s\r\n", field, field, field);

          plx_csv_init (&csv, guarded);
          plx_csv_add_text (&csv, cases[i].text);
          plx_csv_add_text (&csv, cases[i].text);
          plx_csv_end_row (&csv);
          plx_csv_add_text (&csv, cases[i].text);
          plx_csv_end_row (&csv);
          g_assert_cmpstr (csv.buffer->str, ==, expected);
        }
    }
}

static void
test_csv_number (void)
{
  static const struct
  {
    double      number;
    guint       decimals;
    const char *text;
  } cases[] = {
    { 0.5, 4, "0.5000" },     { -0.5, 4, "-0.5000" }, { NAN, 4, "" },
    { INFINITY, 2, "" },      { -0.00001, 4, "0.0000" }, { -0.0, 0, "0" },
    { 1234567, 0, "1234567" }, { -3, 0, "-3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PlxCsv) csv = { NULL };
      g_autofree char *expected = g_strdup_printf ("%s,x\r\n", cases[i].text);

      plx_csv_init (&csv, TRUE);
      plx_csv_add_number (&csv, cases[i].number, cases[i].decimals);
      plx_csv_add_text (&csv, "x");
      plx_csv_end_row (&csv);
      g_assert_cmpstr (csv.buffer->str, ==, expected);
    }
}

static const char lexicon_text[] =
  "#parallax-lexicon 1\n"
  "#axis tone negative positive\n"
  "pattern\trole\taxis\tweight\tcondition\tnote\n"
  "good\tcue\ttone\t1.5\t\t\n"
  "bad\tcue\ttone\t-2\t\t\n";

static PlxCorpus *
make_corpus (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLexicon) lexicon = lexicon_compile (lexicon_text);
  g_autoptr (GPtrArray) articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_article_free);
  PlxCorpus *corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  PlxArticle *article;

  article = plx_article_new (g_strdup ("It was a good day, they found. The \"good\" was bad.\n\n"
                                       "=SUM(A1) ends it."));
  article->source = g_strdup ("=Evil, \"Inc.\"");
  article->title = g_strdup ("Bad news");
  article->date = g_strdup ("2023-11-03");
  g_ptr_array_add (articles, article);
  article = plx_article_new (g_strdup ("Nothing is said here of anything."));
  article->source = g_strdup ("Quiet Times");
  g_ptr_array_add (articles, article);

  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  g_assert_no_error (error);
  plx_corpus_set_lexicon (corpus, lexicon);
  return corpus;
}

static char *
export (PlxCorpus             *corpus,
        gboolean               is_sentences,
        const PlxExportOptions *options)
{
  static const PlxSummaryOptions summary_options = { 100, 1, 0.95 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PlxSummary) summary = plx_corpus_summarise (corpus, &summary_options, NULL, &error);
  gboolean written;

  g_assert_no_error (error);
  written = is_sentences ? plx_export_sentences (corpus, options, stream, NULL, NULL, NULL, &error)
                         : plx_export_summary (summary, PLX_GROUPING_SOURCE, NULL, options, stream, NULL,
                                               &error);
  g_assert_no_error (error);
  g_assert_true (written);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_output_stream_close (stream, NULL, &error);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_sources_csv (void)
{
  static const PlxExportOptions options = { PLX_TABLE_CSV, FALSE };
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autofree char *csv = export (corpus, FALSE, &options);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4); /* the last one is empty */
  g_assert_cmpstr (lines[0], ==,
                   "source,articles,sentences,words,tone_score,tone_low,tone_high,tone_direction,"
                   "tone_intensity,tone_positive,tone_negative,tone_cues,tone_enough");
  g_assert_true (g_str_has_prefix (lines[1], "\"'=Evil, \"\"Inc.\"\"\",1,4,"));
  g_assert_true (g_str_has_suffix (lines[1], ",4,1"));
  g_assert_cmpstr (lines[2], ==, "Quiet Times,1,1,6,0.0000,0.0000,0.0000,,0.0000,0.0000,0.0000,0,0");
  g_assert_cmpstr (lines[3], ==, "");
}

static void
test_sources_json (void)
{
  static const PlxExportOptions options = { PLX_TABLE_JSON, FALSE };
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autofree char *json = export (corpus, FALSE, &options);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  JsonArray *sources;
  JsonObject *quiet, *tone;

  g_assert_no_error (error);
  sources = json_object_get_array_member (json_node_get_object (root), "sources");
  g_assert_cmpuint (json_array_get_length (sources), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (sources, 0),
                                                  "source"), ==, "=Evil, \"Inc.\"");
  quiet = json_array_get_object_element (sources, 1);
  tone = json_object_get_object_member (quiet, "tone");
  g_assert_cmpint (json_object_get_int_member (quiet, "words"), ==, 6);
  g_assert_true (json_object_get_null_member (tone, "direction"));
  g_assert_cmpint (json_object_get_int_member (tone, "enough"), ==, 0);
}

static void
test_sentences (void)
{
  static const PlxExportOptions csv_options = { PLX_TABLE_CSV, TRUE };
  static const PlxExportOptions json_options = { PLX_TABLE_JSON, FALSE };
  g_autoptr (PlxCorpus) corpus = make_corpus ();
  g_autofree char *csv = export (corpus, TRUE, &csv_options);
  g_autofree char *json = export (corpus, TRUE, &json_options);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  JsonArray *rows;
  JsonObject *row;

  g_assert_no_error (error);
  g_assert_nonnull (strstr (csv, "\r\n1,\"=Evil, \"\"Inc.\"\"\",Bad news,2023-11-03,,title,0,8,"
                                 "reporter,,2,Bad news,"));
  g_assert_nonnull (strstr (csv, ",=SUM(A1) ends it.,"));

  rows = json_object_get_array_member (json_node_get_object (root), "sentences");
  g_assert_cmpuint (json_array_get_length (rows), ==, 5);
  row = json_array_get_object_element (rows, 2);
  g_assert_cmpstr (json_object_get_string_member (row, "text"), ==, "The \"good\" was bad.");
  g_assert_cmpstr (json_object_get_string_member (row, "part"), ==, "text");
  g_assert_cmpint (json_object_get_int_member (row, "start"), ==, 31);
  g_assert_true (json_object_get_null_member (row, "url"));
  g_assert_nonnull (strstr (json_object_get_string_member (json_object_get_object_member (row, "tone"),
                                                           "cues"), "bad -2.00"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/csv-text", test_csv_text);
  g_test_add_func ("/export/csv-number", test_csv_number);
  g_test_add_func ("/export/sources-csv", test_sources_csv);
  g_test_add_func ("/export/sources-json", test_sources_json);
  g_test_add_func ("/export/sentences", test_sentences);
  return g_test_run ();
}
