/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/plx-samples.h"
#include "data/plx-shipped-lexicons.h"
#include "data/plx-user-lexicons.h"
#include "tests/support/folder.h"
#include "tests/support/window.h"
#include "ui/window/plx-window-private.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = plx_samples_import (&error);
  g_autoptr (PlxCorpus) corpus = NULL;

  fixture->folder = folder_make ();
  fixture->path = g_build_filename (fixture->folder, "story.parallax", NULL);
  corpus = plx_corpus_open (fixture->path, PLX_CORPUS_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static PlxWindow *
open_corpus (const char *path)
{
  PlxWindow *window = open_window ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  plx_window_open_corpus (window, file);
  wait_until (g_str_equal (plx_window_get_page (window), "ready"));
  return window;
}

static char *
read_state (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_READ_ONLY, &error);
  char *state;

  g_assert_no_error (error);
  state = plx_corpus_dup_view_state (corpus, &error);
  g_assert_no_error (error);
  return state;
}

static void
write_state (const char *path,
             const char *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &error);

  g_assert_no_error (error);
  g_assert_true (plx_corpus_set_view_state (corpus, state, &error));
}

static void
test_page (Fixture       *fixture,
           gconstpointer  data)
{
  PlxWindow *window = open_corpus (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (plx_window_get_view (window), ==, "sources");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "words");
  leave_window (window);
  before = read_state (fixture->path);
  g_assert_nonnull (strstr (before, "words"));

  /* It comes back, and looking changes nothing. */
  window = open_corpus (fixture->path);
  g_assert_cmpstr (plx_window_get_view (window), ==, "words");
  leave_window (window);
  after = read_state (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* What a file says may be of another version, or nonsense. */
static void
test_nonsense (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const states[] = {
    "", "{", "<'words'>", "{'page': <'nowhere'>}", "{'page': <uint32 3>, 'chart': <'x'>}",
    "{'chart': <uint32 4000000000>, 'order': <uint32 99>, 'source': <int64 -1>}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      PlxWindow *window;

      g_test_message ("%s", states[i]);
      write_state (fixture->path, states[i]);
      window = open_corpus (fixture->path);
      g_assert_cmpstr (plx_window_get_view (window), ==, "sources");
      leave_window (window);
    }
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  PlxWindow *window = open_window ();

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  plx_window_restore_corpus (window, fixture->path);
  g_assert_cmpstr (plx_window_get_page (window), ==, "welcome");

  /* Something that is there and is no corpus is no error page either. */
  g_assert_true (g_file_set_contents (fixture->path, "no corpus", -1, NULL));
  plx_window_restore_corpus (window, fixture->path);
  wait_until (plx_window_is_free (window));
  g_assert_cmpstr (plx_window_get_page (window), ==, "welcome");
  leave_window (window);
}

/* Writes nonsense over a part of the file. */
static void
damage (const char *path,
        gsize       offset,
        gsize       length)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_cmpuint (offset + length, <=, size);
  memset (contents + offset, 'x', length);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

/* A damaged corpus is no end: what can be read goes into a new one, which opens. */
static void
test_recover (Fixture       *fixture,
              gconstpointer  data)
{
  const gsize offset = GPOINTER_TO_SIZE (data);
  PlxWindow *window = open_window ();
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  damage (fixture->path, offset, 3000);
  plx_window_open_corpus (window, file);
  wait_until (window->damaged != NULL);
  g_assert_cmpstr (window->damaged, ==, fixture->path);
  leave_window (window);
}

static void
test_recover_pages (Fixture       *fixture,
                    gconstpointer  data)
{
  PlxWindow *window = open_window ();
  g_autofree char *new_path = g_build_filename (fixture->folder, "new.parallax", NULL);
  PlxSession *session = plx_window_get_session (window);

  plx_window_start_recovery (window, fixture->path, new_path);
  g_assert_true (gtk_revealer_get_reveal_child (window->progress_revealer));
  wait_until (g_str_equal (plx_window_get_page (window), "ready"));
  g_assert_cmpstr (plx_corpus_get_path (plx_session_get_corpus (session)), ==, new_path);
  g_assert_false (gtk_revealer_get_reveal_child (window->progress_revealer));
  leave_window (window);

  /* Given up, it leaves nothing. */
  g_assert_cmpint (g_unlink (new_path), ==, 0);
  window = open_window ();
  plx_window_start_recovery (window, fixture->path, new_path);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
  wait_until (window->importing == NULL);
  g_assert_cmpstr (plx_window_get_page (window), ==, "welcome");
  g_assert_false (g_file_test (new_path, G_FILE_TEST_EXISTS));
  leave_window (window);
}

static gboolean
has_entry (PlxLexicon *lexicon,
           const char *pattern)
{
  guint32 n = plx_lexicon_get_n_entries (lexicon);

  for (guint32 i = 0; i < n; i++)
    {
      if (g_str_equal (plx_lexicon_get_entry (lexicon, i)->pattern, pattern))
        return TRUE;
    }
  return FALSE;
}

/* A user's own file is read with every corpus, at once, and its mistakes have a place. */
static void
test_own_lexicon (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char text[] = "#parallax-lexicon 1\n#name Mine\n"
                             "pattern\trole\taxis\tweight\tcondition\tnote\n"
                             "zorkmid\tcue\ttone\t+2\t\t\n"
                             "glorp\tcue\ttone\tmuch\t\t\n";
  g_autofree char *path = g_build_filename (fixture->folder, "mine.tsv", NULL);
  const char *const paths[] = { path, "/nowhere/at/all.tsv", NULL };
  const char *const none[] = { NULL };
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GError) error = NULL;
  PlxCorpus *corpus;
  PlxWindow *window;
  guint n_entries = 0;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  said = plx_user_lexicon_check (path, &n_entries, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_entries, ==, 1);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_cmpuint (((PlxDiagnostic *) said->pdata[0])->line, ==, 5);
  g_assert_cmpuint (((PlxDiagnostic *) said->pdata[0])->column, ==, 16);
  g_assert_null (plx_user_lexicon_check ("/nowhere/at/all.tsv", NULL, &error));
  g_assert_nonnull (error);

  window = open_corpus (fixture->path);
  corpus = plx_session_get_corpus (plx_window_get_session (window));
  g_assert_false (has_entry (plx_corpus_get_lexicon (corpus), "zorkmid"));
  plx_user_lexicons_set (paths);
  plx_window_reload_lexicon (window);
  wait_until (has_entry (plx_corpus_get_lexicon (corpus), "zorkmid"));
  plx_user_lexicons_set (none);
  plx_window_reload_lexicon (window);
  wait_until (!has_entry (plx_corpus_get_lexicon (corpus), "zorkmid"));
  leave_window (window);
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add ("/restore/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/restore/nonsense", Fixture, NULL, set_up, test_nonsense, tear_down);
  g_test_add ("/restore/gone", Fixture, NULL, set_up, test_gone, tear_down);
  /* The first page, and one after it. */
  g_test_add ("/restore/damaged/schema", Fixture, GSIZE_TO_POINTER (108), set_up, test_recover,
              tear_down);
  g_test_add ("/restore/damaged/tables", Fixture, GSIZE_TO_POINTER (4096), set_up, test_recover,
              tear_down);
  g_test_add ("/restore/recover", Fixture, NULL, set_up, test_recover_pages, tear_down);
  g_test_add ("/restore/own-lexicon", Fixture, NULL, set_up, test_own_lexicon, tear_down);
  return g_test_run ();
}
