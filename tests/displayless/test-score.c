/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* "parallax-cli score" and "lexicon" from outside: output, order, errors, exit statuses. */

typedef struct
{
  char *out;
  char *err;
  int   status;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->out);
  g_free (run->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Runs parallax-cli with the words of @command and @input on its standard input. */
static Run
run_cli (const char *command,
         const char *input)
{
  g_autofree char *line = g_strdup_printf ("%s %s", g_getenv ("PLX_CLI"), command);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { NULL, NULL, -1 };

  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  process = g_subprocess_newv ((const char *const *) words,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                 G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &run.out, &run.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);
  return run;
}

static char *
make_records (guint n)
{
  GString *records = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (records, "{\"id\": \"r%u\", \"source\": \"s%u\", \"title\": \"Talks %u\", "
                            "\"text\": \"The ban was lifted on day %u. %s\"}\n", i, i % 3, i, i,
                            i % 2 ? "It was a great success, they said." : "Critics called it a disaster.");
  return g_string_free (records, FALSE);
}

static void
test_jsonl (void)
{
  g_auto (Run) run = run_cli ("score --input jsonl --format jsonl --explain",
                              "{\"id\":\"a\",\"source\":\"S\",\"title\":\"\\\"\\u00e9\",\"text\":\"The ban was lifted.\"}\n");
  g_autoptr (JsonNode) root = json_from_string (run.out, NULL);
  JsonObject *object, *axis, *sentence, *cue;

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_nonnull (root);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "a");
  g_assert_cmpstr (json_object_get_string_member (object, "source"), ==, "S");
  g_assert_cmpstr (json_object_get_string_member (object, "title"), ==, "\"é");
  g_assert_cmpint (json_object_get_int_member (object, "words"), ==, 5);
  axis = json_object_get_object_member (json_object_get_object_member (object, "axes"), "relations");
  g_assert_cmpfloat (json_object_get_double_member (axis, "score"), >, 0.0);
  g_assert_cmpfloat (json_object_get_double_member (axis, "low"), <=,
                     json_object_get_double_member (axis, "score"));
  g_assert_true (json_object_get_null_member (axis, "direction"));
  g_assert_cmpfloat (json_object_get_double_member (axis, "intensity"), >, 0.0);
  g_assert_true (json_object_has_member (axis, "positive") && json_object_has_member (axis, "negative"));

  sentence = json_array_get_object_element (json_object_get_array_member (object, "sentences"), 1);
  g_assert_cmpint (json_object_get_int_member (sentence, "start"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (sentence, "end"), ==, 19);
  g_assert_cmpstr (json_object_get_string_member (sentence, "voice"), ==, "reporter");
  cue = json_array_get_object_element (json_object_get_array_member (sentence, "cues"), 0);
  g_assert_true (json_object_has_member (cue, "entry") && json_object_has_member (cue, "weight"));
  g_assert_cmpstr (json_object_get_string_member (cue, "voice"), ==, "reporter");
  g_assert_true (json_object_get_null_member (cue, "speaker"));
  g_assert_true (json_object_has_member (cue, "steps"));
}

/* What is written without the cues is what is written with them, but for the cues. */
static void
test_sentences_without_cues (void)
{
  static const char record[] =
    "{\"id\":\"a\",\"title\":\"Reck attacks the ban\",\"text\":\"Tomas Reck praised the disaster relief. "
    "Officials in Dorn said: “The ban is a disaster for Tomas Reck.” He welcomed the talks.\"%s}\n";
  static const char *const targets[] = { "", ",\"target\":\"Tomas Reck\"" };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *input = g_strdup_printf (record, targets[i]);
      g_auto (Run) few = run_cli ("score --input jsonl --format jsonl --sentences", input);
      g_auto (Run) all = run_cli ("score --input jsonl --format jsonl --explain", input);
      g_autoptr (JsonNode) few_root = json_from_string (few.out, NULL);
      g_autoptr (JsonNode) all_root = json_from_string (all.out, NULL);
      JsonArray *sentences;

      g_assert_nonnull (few_root);
      g_assert_nonnull (all_root);
      sentences = json_object_get_array_member (json_node_get_object (all_root), "sentences");
      g_assert_cmpuint (json_array_get_length (sentences), ==, 4);
      for (guint k = 0; k < json_array_get_length (sentences); k++)
        {
          JsonObject *sentence = json_array_get_object_element (sentences, k);

          g_assert_true (json_object_has_member (sentence, "cues"));
          json_object_remove_member (sentence, "cues");
        }
      g_assert_true (json_node_equal (few_root, all_root));
    }
}

static void
test_order_and_jobs (void)
{
  g_autofree char *records = make_records (3000);
  g_auto (Run) one = run_cli ("score --input jsonl --format jsonl", records);
  g_auto (Run) three = run_cli ("score --input jsonl --format jsonl --jobs 3", records);
  g_auto (Run) table_one = run_cli ("score --input jsonl", records);
  g_auto (Run) table_three = run_cli ("score --input jsonl --jobs 3", records);
  g_auto (GStrv) lines = g_strsplit (one.out, "\n", -1);

  g_assert_cmpint (one.status, ==, 0);
  g_assert_cmpstr (one.out, ==, three.out);
  g_assert_cmpstr (table_one.out, ==, table_three.out);
  g_assert_cmpuint (g_strv_length (lines), ==, 3001);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *begin = g_strdup_printf ("{\"id\":\"r%u\",", i);

      g_assert_true (g_str_has_prefix (lines[i], begin));
    }
}

static void
test_bad_records (void)
{
  g_auto (Run) run = run_cli ("score --input jsonl --format jsonl",
                              "{\"id\":\"a\",\"text\":\"Good.\"}\n{\"id\":\"b\"\n\n{\"id\":\"c\"}\n"
                              "{\"id\":\"d\",\"text\":\"Bad.\",\"more\":[1,{\"x\":null}]}\n");
  g_auto (GStrv) lines = g_strsplit (run.out, "\n", -1);
  g_auto (GStrv) errors = g_strsplit (run.err, "\n", -1);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (lines[0], "{\"id\":\"a\""));
  g_assert_true (g_str_has_prefix (lines[1], "{\"id\":\"d\""));
  g_assert_cmpuint (g_strv_length (errors), ==, 3);
  g_assert_true (g_str_has_prefix (errors[0], "-:2: "));
  g_assert_true (g_str_has_prefix (errors[1], "-:4: "));
}

static void
test_usage (void)
{
  static const char *const calls[] = {
    "score --input pdf", "score --format xml", "score --jobs 0", "score --nonsense", "lexicon", "lexicon eat",
    "lexicon check", "lexicon convert", "lexicon list --axis nowhere",
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_auto (Run) run = run_cli (calls[i], "");

      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_cmpuint (strlen (run.err), >, 0);
    }
}

static void
test_files (void)
{
  g_auto (Run) missing = run_cli ("score /nonexistent/article.txt", "");
  g_auto (Run) empty = run_cli ("score --input jsonl --format jsonl", "");
  g_auto (Run) text = run_cli ("score --format jsonl --input text", "The ban was lifted.\n");
  g_auto (Run) csv = run_cli ("score --input csv --format csv", "id,source,text\n1,\"a, b\",It was a success.\n");

  g_assert_cmpint (missing.status, ==, 1);
  g_assert_true (g_str_has_prefix (missing.err, "/nonexistent/article.txt: "));
  g_assert_cmpint (empty.status, ==, 0);
  g_assert_cmpstr (empty.out, ==, "");
  g_assert_cmpint (text.status, ==, 0);
  g_assert_nonnull (strstr (text.out, "\"words\":4"));
  g_assert_cmpint (csv.status, ==, 0);
  g_assert_true (g_str_has_prefix (csv.out, "source,articles,sentences,words,tone_score,"));
  g_assert_nonnull (strstr (csv.out, "\r\n\"a, b\",1,1,"));
}

static void
test_own_lexicon (void)
{
  g_autofree char *path = NULL;
  g_autofree char *call = NULL;
  int fd = g_file_open_tmp ("plx-XXXXXX.tsv", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "#parallax-lexicon 1\n#axis mood low high\n#include shared.tsv\n"
                                      "pattern\trole\taxis\tweight\tcondition\nzorb\tcue\tmood\t2\tnoun\n"
                                      "zark\tcue\tmodd\t2\tnoun\n", -1, NULL));
  call = g_strdup_printf ("score --format jsonl --lexicon %s", path);
  {
    g_auto (Run) run = run_cli (call, "Zorbs came. A zorb is not a zark.");

    g_assert_cmpint (run.status, ==, 1);
    g_assert_nonnull (strstr (run.err, ":6:10: error: there is no axis “modd”"));
    g_assert_nonnull (strstr (run.out, "\"axes\":{\"mood\":{\"score\":0."));
  }
  g_free (call);
  call = g_strdup_printf ("lexicon check %s", path);
  {
    g_auto (Run) run = run_cli (call, "");

    g_assert_cmpint (run.status, ==, 1);
    g_assert_nonnull (strstr (run.out, ":6:10: error: "));
  }
  g_remove (path);
}

static void
test_lexicon_command (void)
{
  g_autofree char *path = NULL;
  g_autofree char *call = NULL;
  g_auto (Run) list = run_cli ("lexicon list --axis relations --role event", "");
  int fd = g_file_open_tmp ("plx-XXXXXX.txt", &path, NULL);

  g_assert_cmpint (list.status, ==, 0);
  g_assert_true (g_str_has_prefix (list.out, "#parallax-lexicon 1\n#axis tone "));
  g_assert_nonnull (strstr (list.out, "\tevent\trelations\t"));
  g_assert_null (strstr (list.out, "\tcue\t"));

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "abandon\t-2\nbreathtaking\t5\nno weight here\nfed up\t-3\n", -1, NULL));
  call = g_strdup_printf ("lexicon convert --axis mood %s", path);
  {
    g_auto (Run) run = run_cli (call, "");

    g_assert_cmpint (run.status, ==, 0);
    g_assert_nonnull (strstr (run.out, "breathtaking\tcue\tmood\t3.00\n"));
    g_assert_nonnull (strstr (run.out, "fed up\tcue\tmood\t-1.80\n"));
    g_assert_nonnull (strstr (run.err, "1 line without a word and a weight"));
  }
  g_remove (path);
}

/* A good thing that rises is good, a bad thing that rises is bad, and what falls is the contrary,
 * whatever follows the verb: how much, when, or nothing. */
static void
test_movements (void)
{
  static const struct { const char *noun; int sign; } things[] = {
    { "Deaths", -1 }, { "Unemployment", -1 }, { "Costs", -1 }, { "Violence", -1 }, { "Layoffs", -1 },
    { "Profits", 1 }, { "Wages", 1 }, { "Exports", 1 }, { "Demand", 1 }, { "Trust", 1 },
  };
  static const struct { const char *verb; int sign; } movements[] = {
    { "rose", 1 }, { "soared", 1 }, { "have grown", 1 }, { "were increased", 1 },
    { "fell", -1 }, { "plunged", -1 }, { "have declined", -1 }, { "were cut", -1 },
  };
  static const char *tails[] = { "", " last year", " 3 percent", " on Monday", " by a record 12 points" };
  g_autoptr (GString) input = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_auto (Run) run = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    for (guint j = 0; j < G_N_ELEMENTS (movements); j++)
      for (guint k = 0; k < G_N_ELEMENTS (tails); k++)
        g_string_append_printf (input, "{\"id\": \"%s %s%s\", \"text\": \"%s %s%s.\"}\n", things[i].noun,
                                movements[j].verb, tails[k], things[i].noun, movements[j].verb, tails[k]);
  run = run_cli ("score --input jsonl --format jsonl", input->str);
  lines = g_strsplit (run.out, "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    for (guint j = 0; j < G_N_ELEMENTS (movements); j++)
      for (guint k = 0; k < G_N_ELEMENTS (tails); k++, n++)
        {
          g_autoptr (JsonNode) root = json_from_string (lines[n], NULL);
          JsonObject *axes = json_object_get_object_member (json_node_get_object (root), "axes");
          double score = json_object_get_double_member (json_object_get_object_member (axes, "tone"), "score");

          if (score * things[i].sign * movements[j].sign <= 0.0)
            g_test_fail_printf ("%s %s%s: %.3f", things[i].noun, movements[j].verb, tails[k], score);
        }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/score/jsonl", test_jsonl);
  g_test_add_func ("/score/sentences-without-cues", test_sentences_without_cues);
  g_test_add_func ("/score/order-and-jobs", test_order_and_jobs);
  g_test_add_func ("/score/bad-records", test_bad_records);
  g_test_add_func ("/score/usage", test_usage);
  g_test_add_func ("/score/files", test_files);
  g_test_add_func ("/score/own-lexicon", test_own_lexicon);
  g_test_add_func ("/score/movements", test_movements);
  g_test_add_func ("/lexicon-command", test_lexicon_command);
  return g_test_run ();
}
