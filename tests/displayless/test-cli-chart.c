/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/* The commands chart and report as they are called: by their exit status and what they write. */

static char *directory;

/* Runs a line of shell with $CLI, $SAMPLES and $OUT set.  Returns: the exit status */
static int
run (const char *line,
     char      **out_output,
     char      **out_errors)
{
  g_auto (GStrv) environment = g_get_environ ();
  const char *const argv[] = { "/bin/sh", "-c", line, NULL };
  g_autofree char *samples = g_build_filename (g_getenv ("PLX_SOURCE_DIR"), "data", "samples",
                                               NULL);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  environment = g_environ_setenv (environment, "CLI", g_getenv ("PLX_CLI"), TRUE);
  environment = g_environ_setenv (environment, "SAMPLES", samples, TRUE);
  environment = g_environ_setenv (environment, "OUT", directory, TRUE);
  g_assert_true (g_spawn_sync (directory, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL,
                               &output, &errors, &status, &error));
  g_assert_no_error (error);
  if (out_output != NULL)
    *out_output = g_steal_pointer (&output);
  if (out_errors != NULL)
    *out_errors = g_steal_pointer (&errors);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
assert_begins (const char *name,
               const char *head)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_test_message ("%s", name);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, strlen (head));
  g_assert_true (memcmp (contents, head, strlen (head)) == 0);
}

static void
test_usage (void)
{
  static const char *const lines[] = {
    "$CLI chart",
    "$CLI chart --kind pie $SAMPLES/daily-gull.html",
    "$CLI chart --style sepia $SAMPLES/daily-gull.html",
    "$CLI chart --width 3 $SAMPLES/daily-gull.html",
    "$CLI chart --width -900 $SAMPLES/daily-gull.html",
    "$CLI chart --text-size nan $SAMPLES/daily-gull.html",
    "$CLI chart --output a.gif $SAMPLES/daily-gull.html",
    "$CLI chart --no-such-option",
    "$CLI report",
    "$CLI report --chart pie $SAMPLES/daily-gull.html",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *output = NULL;
      g_autofree char *errors = NULL;

      g_test_message ("%s", lines[i]);
      g_assert_cmpint (run (lines[i], &output, &errors), ==, 2);
      g_assert_cmpstr (output, ==, "");
      g_assert_true (g_str_has_prefix (errors, "parallax-cli: "));
    }
}

static void
test_failures (void)
{
  static const char *const lines[] = {
    "$CLI chart no-such-file.txt",
    "$CLI chart no-such-corpus.parallax",
    "$CLI chart --axis weather $SAMPLES/daily-gull.html",
    "$CLI chart --kind shift --source Nobody $SAMPLES/daily-gull.html",
    "$CLI chart --output /no/such/place.svg $SAMPLES/daily-gull.html",
    "$CLI chart --output - $SAMPLES/daily-gull.html >/dev/full",
    "$CLI report --output /no/such/place.html $SAMPLES/daily-gull.html",
    "$CLI report --notes no-such-notes $SAMPLES/daily-gull.html",
    "printf 'SQLite format 3\\0 and no more' >$OUT/b.parallax; $CLI chart $OUT/b.parallax",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *errors = NULL;

      g_test_message ("%s", lines[i]);
      g_assert_cmpint (run (lines[i], NULL, &errors), ==, 1);
      g_assert_cmpstr (errors, !=, "");
    }
}

static void
test_files (void)
{
  g_autofree char *csv = NULL;

  g_assert_cmpint (run ("for f in svg pdf png; do $CLI chart --output $OUT/chart.$f "
                        "$SAMPLES/*.html $SAMPLES/*.txt || exit 9; done", NULL, NULL), ==, 0);
  assert_begins ("chart.svg", "<?xml");
  assert_begins ("chart.pdf", "%PDF-");
  assert_begins ("chart.png", "\x89PNG");

  g_assert_cmpint (run ("for k in framing map flow timeline voices shift; do $CLI chart --kind $k "
                        "--output $OUT/$k.svg $SAMPLES/*.html || exit 9; done", NULL, NULL), ==, 0);
  assert_begins ("shift.svg", "<?xml");

  g_assert_cmpint (run ("$CLI chart --table --output - $SAMPLES/*.html", &csv, NULL), ==, 0);
  g_assert_true (g_str_has_prefix (csv, "Source,Articles,"));
  g_assert_nonnull (strstr (csv, "Kestova Courier,1,"));
}

/* One bad file among good ones: drawn without it, and said. */
static void
test_partly_bad (void)
{
  g_autofree char *errors = NULL;

  g_assert_cmpint (run ("head -c 5000 /bin/sh >$OUT/bad.txt; $CLI chart --output $OUT/partly.svg "
                        "$SAMPLES/daily-gull.html $OUT/bad.txt", NULL, &errors), ==, 1);
  g_assert_nonnull (strstr (errors, "bad.txt"));
  assert_begins ("partly.svg", "<?xml");
}

/* A corpus file draws as the articles in it do. */
static void
test_corpus (void)
{
  g_autofree char *output = NULL;

  g_assert_cmpint (run ("$CLI new $OUT/c.parallax && $CLI add $OUT/c.parallax $SAMPLES/*.html && "
                        "$CLI chart --output $OUT/c.svg $OUT/c.parallax && "
                        "$CLI chart --output $OUT/d.svg $SAMPLES/*.html && "
                        "cmp $OUT/c.svg $OUT/d.svg",
                        NULL, NULL), ==, 0);
  g_assert_cmpint (run ("$CLI report --chart map --title 'A <b> title' --output - $OUT/c.parallax",
                        &output, NULL), ==, 0);
  g_assert_true (g_str_has_prefix (output, "<!DOCTYPE html>"));
  g_assert_nonnull (strstr (output, "A &lt;b&gt; title"));
  g_assert_true (g_str_has_suffix (output, "</html>\n"));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  directory = g_dir_make_tmp ("plx-cli-chart-XXXXXX", NULL);
  g_test_add_func ("/cli-chart/usage", test_usage);
  g_test_add_func ("/cli-chart/failures", test_failures);
  g_test_add_func ("/cli-chart/files", test_files);
  g_test_add_func ("/cli-chart/partly-bad", test_partly_bad);
  g_test_add_func ("/cli-chart/corpus", test_corpus);
  status = g_test_run ();
  g_assert_cmpint (run ("rm -r \"$OUT\"", NULL, NULL), ==, 0);
  g_free (directory);
  return status;
}
