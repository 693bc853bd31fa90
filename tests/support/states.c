/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/states.h"

#include "tests/support/folder.h"
#include "tests/support/large-corpus.h"
#include "tests/support/pages.h"
#include "tests/support/window.h"
#include "ui/window/plx-window-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder;    /* of what the state needs; NULL between states */
static char *pipe_path; /* what holds an import up; NULL: nothing does */

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
open_path (PlxWindow  *window,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  plx_window_open_corpus (window, file);
}

/* A corpus of @n articles, opened. */
static char *
open_story (PlxWindow *window,
            guint      n)
{
  char *path = in_folder ("Harbour Talks.parallax");

  large_corpus_create (path, n, 5);
  open_path (window, path);
  pages_settle ();
  return path;
}

static void
add_paths (PlxWindow         *window,
           const char *const *paths)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_for_path (paths[i]));
  plx_window_add_files (window, files);
}

static char *
write_file (const char *name,
            const char *text)
{
  char *path = in_folder (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* Writes over a part of a file. */
static void
overwrite (const char *path,
           gsize       offset,
           gsize       length,
           char        with)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (offset + length, <=, size);
  memset (contents + offset, with, length);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

/* A corpus without an article is no fault. */
static void
begin_empty (PlxWindow *window)
{
  g_free (open_story (window, 0));
}

static void
begin_damaged (PlxWindow *window)
{
  g_autofree char *path = in_folder ("Harbour Talks.parallax");

  large_corpus_create (path, 20, 5);
  overwrite (path, 108, 3000, 'x');
  open_path (window, path);
  pages_settle ();
}

/* Not even the names of its tables are left. */
static void
begin_lost (PlxWindow *window)
{
  g_autofree char *path = in_folder ("Harbour Talks.parallax");
  g_autofree char *new_path = in_folder ("Harbour Talks (Recovered).parallax");

  begin_damaged (window);
  plx_window_start_recovery (window, path, new_path);
  pages_settle ();
}

/* As many articles as keep it at work until it has been looked at. */
static void
begin_recovering (PlxWindow *window)
{
  g_autofree char *path = in_folder ("Harbour Talks.parallax");
  g_autofree char *new_path = in_folder ("Harbour Talks (Recovered).parallax");

  large_corpus_create (path, 3000, 5);
  overwrite (path, 40960, 3000, 'x');
  plx_window_start_recovery (window, path, new_path);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

/* It opens, but what is in it cannot be read. */
static void
begin_unreadable (PlxWindow *window)
{
  g_autofree char *path = in_folder ("Harbour Talks.parallax");
  GStatBuf info;

  large_corpus_create (path, 200, 5);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  overwrite (path, (gsize) info.st_size / 2, (gsize) info.st_size / 3, 'x');
  open_path (window, path);
  pages_settle ();
}

/* The version stands in the head of the file. */
static void
begin_newer (PlxWindow *window)
{
  g_autofree char *path = in_folder ("Harbour Talks.parallax");

  large_corpus_create (path, 1, 1);
  overwrite (path, 60, 4, 1);
  open_path (window, path);
  pages_settle ();
}

static void
begin_no_corpus (PlxWindow *window)
{
  g_autofree char *path = write_file ("Notes.parallax", "Buy paper for the printer.\n");

  open_path (window, path);
  pages_settle ();
}

static void
begin_gone (PlxWindow *window)
{
  g_autofree char *path = in_folder ("Harbour Talks.parallax");

  plx_window_restore_corpus (window, path);
  pages_settle ();
}

/* A pipe that nobody writes to holds the import up. */
static void
start_import (PlxWindow *window)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  pipe_path = in_folder ("slow.html");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Paper %u.txt", i + 1);

      g_ptr_array_add (paths, write_file (name, "A Headline\n\nTalks went on in Kestova on Monday.\n"));
    }
  g_ptr_array_add (paths, g_strdup (pipe_path));
  g_ptr_array_add (paths, in_folder ("never.html"));
  g_ptr_array_add (paths, NULL);
  add_paths (window, (const char *const *) paths->pdata);
  run_for (600);
}

static void
begin_first_import (PlxWindow *window)
{
  start_import (window);
}

static void
begin_import (PlxWindow *window)
{
  g_free (open_story (window, 20));
  start_import (window);
}

static void
begin_cancelled (PlxWindow *window)
{
  begin_import (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
  run_for (600);
}

static void
begin_refused (PlxWindow *window)
{
  g_autofree char *empty = write_file ("Front Page.html", "<html></html>");
  const char *paths[] = { empty, NULL };

  g_free (open_story (window, 20));
  add_paths (window, paths);
  pages_settle ();
}

static void
begin_some_refused (PlxWindow *window)
{
  g_autofree char *good = write_file ("Kestova Mail.txt", "Talks Begin\n\nTalks began on Monday.\n");
  g_autofree char *empty = write_file ("Front Page.html", "<html></html>");
  g_autofree char *missing = in_folder ("An Article That Was There Only Yesterday.html");
  const char *paths[] = { good, empty, missing, NULL };

  add_paths (window, paths);
  pages_settle ();
}

static void
begin_refused_list (PlxWindow *window)
{
  begin_some_refused (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-refused", NULL);
  pages_settle ();
}

static void
begin_empty_folder (PlxWindow *window)
{
  g_autofree char *path = in_folder ("Articles");
  const char *paths[] = { path, NULL };

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  add_paths (window, paths);
  pages_settle ();
}

/* Files may not grow any more: a write that wants them to fails as one to a full disk does. */
static void
begin_full_disk (PlxWindow *window)
{
  g_autofree char *path = open_story (window, 20);
  g_autofree char *good = write_file ("Kestova Mail.txt", "Talks Begin\n\nTalks began on Monday.\n");
  const char *paths[] = { good, NULL };
  struct rlimit before, limit;

  /* The list of recent files is written later than the corpus is opened. */
  run_for (600);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  add_paths (window, paths);
  run_for (600);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
}

static void
begin_removed (PlxWindow *window)
{
  PlxSourcesPage *page;

  g_free (open_story (window, 20));
  page = plx_window_get_sources_page (window);
  g_object_set (page, "show-sidebar", TRUE, NULL);
  pages_settle ();
  plx_sources_page_select_source (page, 1);
  pages_settle ();
  gtk_widget_activate_action (find_widget (GTK_WIDGET (page), g_type_from_name ("PlxSourceSidebar")),
                              "sidebar.remove", NULL);
  pages_settle ();
}

/* What is not in a file would be lost. */
static void
begin_closing (PlxWindow *window)
{
  g_autofree char *good = write_file ("Kestova Mail.txt", "Talks Begin\n\nTalks began on Monday.\n");
  const char *paths[] = { good, NULL };

  add_paths (window, paths);
  pages_settle ();
  gtk_window_close (GTK_WINDOW (window));
  pages_settle ();
}

static const struct
{
  const char *name;
  void      (*begin) (PlxWindow *window);
} states[] = {
  { "empty-corpus", begin_empty },
  { "damaged", begin_damaged },
  { "recovering", begin_recovering },
  { "lost", begin_lost },
  { "unreadable", begin_unreadable },
  { "newer", begin_newer },
  { "no-corpus", begin_no_corpus },
  { "gone", begin_gone },
  { "first-import", begin_first_import },
  { "import", begin_import },
  { "import-cancelled", begin_cancelled },
  { "import-refused", begin_refused },
  { "import-some-refused", begin_some_refused },
  { "import-refused-list", begin_refused_list },
  { "import-empty-folder", begin_empty_folder },
  { "full-disk", begin_full_disk },
  { "removed", begin_removed },
  { "closing", begin_closing },
};

const char **
states_get_names (void)
{
  static const char *names[G_N_ELEMENTS (states) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    names[i] = states[i].name;
  return names;
}

void
states_begin (PlxWindow  *window,
              const char *name)
{
  g_return_if_fail (folder == NULL);

  folder = folder_make ();
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_str_equal (states[i].name, name))
        {
          states[i].begin (window);
          return;
        }
    }
  g_error ("there is no state %s", name);
}

void
states_end (PlxWindow *window)
{
  g_return_if_fail (folder != NULL);

  if (pipe_path != NULL)
    {
      int end;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
      end = open (pipe_path, O_WRONLY | O_NONBLOCK);
      if (end >= 0)
        close (end);
      g_clear_pointer (&pipe_path, g_free);
    }
  pages_settle ();
  folder_remove (folder);
  g_clear_pointer (&folder, g_free);
}
