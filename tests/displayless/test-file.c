/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/plx-file.h"
#include "tests/support/folder.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct
{
  char  *folder, *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = folder_make ();
  fixture->path = g_build_filename (fixture->folder, "chart.png", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

/* The file says @expected (NULL: it is not there), and there is nothing beside it. */
static void
assert_alone (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  g_file_get_contents (fixture->path, &contents, NULL, NULL);
  g_assert_cmpstr (contents, ==, expected);
  g_assert_cmpstr (g_dir_read_name (dir), ==, expected != NULL ? "chart.png" : NULL);
  g_assert_null (g_dir_read_name (dir));
}

static gboolean
write_half (GOutputStream *stream,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_output_stream_write_all (stream, "half", 4, NULL, NULL, NULL);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "No room");
  return FALSE;
}

static gboolean
write_whole (GOutputStream *stream,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  return g_output_stream_write_all (stream, "whole", 5, NULL, cancellable, error);
}

static void
test_stream (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_file_write_stream (fixture->file, write_half, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  assert_alone (fixture, NULL);

  g_assert_true (plx_file_write_stream (fixture->file, write_whole, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (plx_file_write_stream (fixture->file, write_half, NULL, NULL, &error));
  assert_alone (fixture, "whole");
}

static void
test_bytes (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("whole", 5);
  g_autoptr (GBytes) empty = g_bytes_new_static (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_file_write (fixture->file, empty, &error));
  assert_alone (fixture, "");
  g_assert_true (plx_file_write (fixture->file, bytes, &error));
  g_assert_no_error (error);
  assert_alone (fixture, "whole");
}

/* A file size limit stands for the full disk: the old file stays, no other one is left. */
static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *much = g_strnfill (20000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (much, strlen (much));
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  g_assert_true (g_file_set_contents (fixture->path, "before", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (plx_file_write (fixture->file, bytes, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  assert_alone (fixture, "before");
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "none", "chart.svg", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("whole", 5);
  g_autoptr (GError) error = NULL;

  g_assert_false (plx_file_write (file, bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* What is no regular file is written to, and stays what it is. */
static void
test_device (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("whole", 5);
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_file_write (file, bytes, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
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
    { "/file/stream", test_stream },       { "/file/bytes", test_bytes },
    { "/file/full-disk", test_full_disk }, { "/file/no-folder", test_no_folder },
    { "/file/device", test_device },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
