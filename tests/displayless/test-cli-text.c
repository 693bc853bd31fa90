/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* parallax-cli sentences and quotes, called as a script would. */

#include "tests/support/folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  contents)
{
  fixture->folder = folder_make ();
  fixture->file = g_build_filename (fixture->folder, "story.txt", NULL);
  g_assert_true (g_file_set_contents (fixture->file, contents, -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  contents)
{
  folder_remove (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->folder);
}

/* Runs parallax-cli with up to three arguments and @input. Returns: its exit status */
static int
run (const char  *command,
     const char  *first,
     const char  *second,
     const char  *input,
     char       **out_stdout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                        G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                      &error, g_getenv ("PLX_CLI"), command, first, first != NULL ? second : NULL, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, out_stdout, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
test_sentences (Fixture       *fixture,
                gconstpointer  contents)
{
  g_autofree char *from_file = NULL, *from_input = NULL, *written = NULL, *lines = NULL;
  g_autofree char *option = g_strdup_printf ("--output-dir=%s/out", fixture->folder);
  g_autofree char *out = g_build_filename (fixture->folder, "out", NULL);

  g_assert_cmpint (run ("sentences", fixture->file, NULL, NULL, &from_file), ==, 0);
  g_assert_cmpstr (from_file, ==, "We met Élan & Co. in Ghent.\n“Go!” said Mr. Abel.\n");
  g_assert_cmpint (run ("sentences", NULL, NULL, contents, &from_input), ==, 0);
  g_assert_cmpstr (from_input, ==, from_file);

  g_assert_cmpint (run ("sentences", option, fixture->file, NULL, NULL), ==, 0);
  written = g_build_filename (out, "story.txt", NULL);
  g_assert_true (g_file_get_contents (written, &lines, NULL, NULL));
  g_assert_cmpstr (lines, ==, from_file);
  g_remove (written);
  g_rmdir (out);
}

/* Offsets count characters, or bytes if asked for, from the start of the file as it is. */
static void
test_quotes (Fixture       *fixture,
             gconstpointer  contents)
{
  g_autofree char *characters = NULL, *bytes = NULL;

  g_assert_cmpint (run ("quotes", fixture->file, NULL, NULL, &characters), ==, 0);
  g_assert_true (g_str_has_prefix (characters, "{\"doc\":\"story\",\"quotes\":[{\"kind\":\"direct\","
                                               "\"content\":[[28,33]],\"speaker\":[[39,47]]"));
  g_assert_nonnull (strstr (characters, "\"name\":\"Abel\""));
  g_assert_cmpint (run ("quotes", "--offsets=bytes", fixture->file, NULL, &bytes), ==, 0);
  g_assert_nonnull (strstr (bytes, "\"content\":[[29,38]]"));
}

static void
test_failures (Fixture       *fixture,
               gconstpointer  contents)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  g_autofree char *rest = NULL;

  g_assert_cmpint (run ("sentences", missing, NULL, NULL, NULL), ==, 1);
  g_assert_cmpint (run ("quotes", missing, NULL, NULL, NULL), ==, 1);
  g_assert_cmpint (run ("sentences", fixture->folder, NULL, NULL, NULL), ==, 1);
  g_assert_cmpint (run ("sentences", "--no-such-option", NULL, NULL, NULL), ==, 2);
  g_assert_cmpint (run ("quotes", "--offsets=words", NULL, NULL, NULL), ==, 2);
  /* What is good is done all the same. */
  g_assert_cmpint (run ("sentences", missing, fixture->file, NULL, &rest), ==, 1);
  g_assert_cmpint (strlen (rest), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char story[] = "We met Élan & Co. in Ghent.\n“Go!” said Mr. Abel.\n";

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli-text/sentences", Fixture, story, set_up, test_sentences, tear_down);
  g_test_add ("/cli-text/quotes", Fixture, story, set_up, test_quotes, tear_down);
  g_test_add ("/cli-text/failures", Fixture, story, set_up, test_failures, tear_down);
  return g_test_run ();
}
