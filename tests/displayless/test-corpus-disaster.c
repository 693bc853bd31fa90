/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What must not cost anybody an article: a full disk, a killed process, two programs at once. */

#include "data/corpus/plx-corpus-repair.h"
#include "data/corpus/plx-corpus.h"
#include "tests/support/corpus.h"
#include "tests/support/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define BATCH 300 /* articles of one import */
/* How often a write is tried again, each after the corpus has waited its full time. */
#define MAX_TRIES 20

static const char *program;

static gboolean
add_batch (PlxCorpus *corpus,
           guint      index,
           GError   **error)
{
  g_autoptr (GPtrArray) articles = corpus_make_articles (index * BATCH, BATCH);

  return plx_corpus_add_articles (corpus, articles, NULL, error);
}

/* Files of this process may not grow beyond this; a write that wants to gets EFBIG, as one to a
 * full disk gets ENOSPC. Unlike a small file system, this works everywhere. */
static void
limit_file_size (rlim_t n_bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (n_bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* An import that is cut short at every size the files may reach on the way to its end. */
static void
test_full_disk (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);
  guint n_failed = 0;
  guint n_batches = 1;

  g_assert_no_error (error);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_true (add_batch (corpus, 0, &error));
  for (rlim_t limit = 4096; limit < 4096 * 1024; limit = limit * 5 / 4)
    {
      gboolean added;

      limit_file_size (limit);
      added = add_batch (corpus, n_batches, &error);
      limit_file_size (RLIM_INFINITY);
      if (added)
        {
          n_batches++;
        }
      else
        {
          g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NO_SPACE);
          g_clear_error (&error);
          n_failed++;
        }
      g_assert_cmpuint (corpus_count_articles (corpus), ==, n_batches * BATCH);
    }

  g_assert_cmpuint (n_failed, >, 5);
  g_assert_cmpuint (n_batches, >, 2);
  g_assert_true (add_batch (corpus, n_batches, &error));
  g_clear_object (&corpus);
  corpus_assert_whole (path);
  folder_remove (folder);
}

static void
test_full_disk_copy (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_true (add_batch (corpus, 0, &error));
  g_assert_true (plx_corpus_save_copy (corpus, copy, &error));
  g_assert_true (add_batch (corpus, 1, &error));

  limit_file_size (100000);
  g_assert_false (plx_corpus_save_copy (corpus, copy, &error));
  limit_file_size (RLIM_INFINITY);
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NO_SPACE);

  /* The former copy is still there, and no part of the new one. */
  g_clear_object (&corpus);
  corpus_assert_whole (copy);
  g_assert_cmpint (g_unlink (copy), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The same on a disk that is really full, where this process may mount one. */
static void
test_full_file_system_child (void)
{
  const char *folder = g_getenv ("PLX_TEST_FOLDER");
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = NULL;
  guint n_batches = 0;

  if (unshare (CLONE_NEWNS) != 0 || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("none", folder, "tmpfs", 0, "size=4m") != 0)
    return;

  g_print ("mounted\n");
  corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);
  g_assert_no_error (error);
  while (add_batch (corpus, n_batches, &error))
    n_batches++;
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NO_SPACE);
  g_assert_cmpuint (n_batches, >, 0);
  g_assert_cmpuint (corpus_count_articles (corpus), ==, n_batches * BATCH);
  g_clear_object (&corpus);
  corpus_assert_whole (path);
}

static void
test_full_file_system (void)
{
  g_autofree char *folder = folder_make ();

  g_setenv ("PLX_TEST_FOLDER", folder, TRUE);
  g_test_trap_subprocess ("/corpus-disaster/full-file-system/subprocess", 0,
                          G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Starts this program again, to add batches of articles to a corpus. */
static GPid
start_writer (const char *path,
              guint       first,
              guint       n)
{
  g_autofree char *first_text = g_strdup_printf ("%u", first);
  g_autofree char *n_text = g_strdup_printf ("%u", n);
  const char *argv[] = { program, "--add", path, first_text, n_text, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

/* Adds a batch; while another program writes, tries again, as the message tells a user to. */
static gboolean
add_batch_patiently (PlxCorpus *corpus,
                     guint      batch,
                     GError   **error)
{
  for (guint tries = 0;; tries++)
    {
      g_autoptr (GError) local_error = NULL;

      if (add_batch (corpus, batch, &local_error))
        return TRUE;
      if (tries == MAX_TRIES ||
          !g_error_matches (local_error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_BUSY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
}

static int
writer_main (const char *path,
             guint       first,
             guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &error);

  for (guint i = 0; corpus != NULL && error == NULL && i < n; i++)
    add_batch_patiently (corpus, first + i, &error);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return error != NULL;
}

static int
wait_for (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_spawn_close_pid (pid);
  return status;
}

/* Kills an import at times spread over its whole course, start and end included, again and again
 * on the same file. */
static void
test_killed (void)
{
  const guint n_kills = 16;
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autoptr (GError) error = NULL;
  guint n_killed = 0, n_articles = 0, n_grown = 0;
  gint64 start_usec, whole_usec;

  g_object_unref (plx_corpus_open (path, PLX_CORPUS_CREATE, &error));
  start_usec = g_get_monotonic_time ();
  g_assert_cmpint (wait_for (start_writer (path, 0, 2)), ==, 0);
  whole_usec = g_get_monotonic_time () - start_usec;
  n_articles = 2 * BATCH;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (PlxCorpus) corpus = NULL;
      GPid pid = start_writer (path, 2 + 2 * i, 2);
      guint n_now;

      g_usleep ((gulong) (whole_usec * i / (n_kills - 4)));
      kill (pid, SIGKILL);
      n_killed += WIFSIGNALED (wait_for (pid));

      corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &error);
      g_assert_no_error (error);
      n_now = corpus_count_articles (corpus);
      g_assert_cmpuint (n_now, >=, n_articles);
      g_assert_cmpuint (n_now, <=, n_articles + 2 * BATCH);
      g_assert_cmpuint (n_now % BATCH, ==, 0);
      n_grown += n_now > n_articles;
      n_articles = n_now;
      if (i % 4 == 0)
        corpus_assert_whole (path);
    }

  g_test_message ("%u of %u killed, %u times something was added", n_killed, n_kills, n_grown);
  g_assert_cmpuint (n_killed, >, 0);
  corpus_assert_whole (path);
  folder_remove (folder);
}

static void
test_two_programs (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);
  GPid pids[2];

  pids[0] = start_writer (path, 10, 4);
  pids[1] = start_writer (path, 20, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (add_batch_patiently (corpus, i, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpint (wait_for (pids[0]), ==, 0);
  g_assert_cmpint (wait_for (pids[1]), ==, 0);
  g_assert_cmpuint (corpus_count_articles (corpus), ==, 12 * BATCH);
  g_clear_object (&corpus);
  corpus_assert_whole (path);
  folder_remove (folder);
}

typedef struct
{
  PlxCorpus *corpus;
  guint      index;
  int       *n_running; /* atomic */
} Stress;

static gpointer
stress_thread (gpointer data)
{
  Stress *stress = data;
  g_autoptr (GError) error = NULL;

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (GPtrArray) articles = corpus_make_articles ((stress->index * 100 + round) * 5, 5);
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (GPtrArray) sources = NULL;
      g_autoptr (PlxArticle) article = NULL;
      const PlxArticleInfo *info;

      g_assert_true (plx_corpus_add_articles (stress->corpus, articles, NULL, &error));
      g_assert_no_error (error);
      list = plx_corpus_list_articles (stress->corpus, 0, round % 2 ? "sentence w*" : NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (list->len % 5, ==, 0); /* never half of what somebody adds */
      sources = plx_corpus_list_sources (stress->corpus, &error);
      g_assert_no_error (error);
      info = list->pdata[(stress->index * 7 + round) % list->len];
      article = plx_corpus_dup_article (stress->corpus, info->id, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (article->title, ==, info->title);
    }

  g_atomic_int_dec_and_test (stress->n_running);
  return NULL;
}

static void
test_threads (gconstpointer data)
{
  gboolean in_memory = GPOINTER_TO_INT (data);
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (in_memory ? NULL : path, PLX_CORPUS_CREATE,
                                                  &error);
  GThread *threads[4];
  Stress stress[G_N_ELEMENTS (threads)];
  int n_running = G_N_ELEMENTS (threads);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      stress[i] = (Stress) { corpus, i, &n_running };
      threads[i] = g_thread_new ("stress", stress_thread, &stress[i]);
    }
  while (g_atomic_int_get (&n_running) > 0)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpuint (corpus_count_articles (corpus), ==, G_N_ELEMENTS (threads) * 30 * 5);
  g_clear_object (&corpus);
  if (!in_memory)
    corpus_assert_whole (path);
  folder_remove (folder);
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GMainLoop *loop = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_corpus_add_articles_finish (PLX_CORPUS (object), result, NULL, &error));
  g_assert_no_error (error);
  g_main_loop_quit (loop);
}

/* The last reference may go while a change is still being written; it is written all the same. */
static void
test_dropped_while_writing (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "story.parallax", NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      g_autoptr (GPtrArray) articles = corpus_make_articles (i * 10, 10);
      PlxCorpus *corpus;

      corpus = plx_corpus_open (path, i == 0 ? PLX_CORPUS_CREATE : PLX_CORPUS_OPEN_EXISTING, &error);
      g_assert_no_error (error);
      plx_corpus_add_articles_async (corpus, articles, NULL, NULL, NULL, finished_cb, loop);
      g_object_unref (corpus);
      g_main_loop_run (loop);
    }

  {
    g_autoptr (GError) error = NULL;
    g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (corpus_count_articles (corpus), ==, 200);
  }
  folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  program = argv[0];
  if (argc == 5 && strcmp (argv[1], "--add") == 0)
    return writer_main (argv[2], (guint) atoi (argv[3]), (guint) atoi (argv[4]));

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus-disaster/full-disk", test_full_disk);
  g_test_add_func ("/corpus-disaster/full-disk-copy", test_full_disk_copy);
  g_test_add_func ("/corpus-disaster/full-file-system", test_full_file_system);
  g_test_add_func ("/corpus-disaster/full-file-system/subprocess", test_full_file_system_child);
  g_test_add_func ("/corpus-disaster/killed", test_killed);
  g_test_add_func ("/corpus-disaster/two-programs", test_two_programs);
  g_test_add_data_func ("/corpus-disaster/threads/file", GINT_TO_POINTER (FALSE), test_threads);
  g_test_add_data_func ("/corpus-disaster/threads/memory", GINT_TO_POINTER (TRUE), test_threads);
  g_test_add_func ("/corpus-disaster/dropped-while-writing", test_dropped_while_writing);
  return g_test_run ();
}
