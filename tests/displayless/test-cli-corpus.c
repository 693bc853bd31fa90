/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The commands on corpus files, run as a user runs them. */

#include "tests/support/folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *corpus; /* a path in it */
  char *out;    /* of the last run */
  char *err;
  int   status;
} Shell;

static void
set_up (Shell        *shell,
        gconstpointer data)
{
  shell->folder = folder_make ();
  shell->corpus = g_build_filename (shell->folder, "my story?.parallax", NULL);
}

static void
tear_down (Shell        *shell,
           gconstpointer data)
{
  folder_remove (shell->folder);
  g_free (shell->folder);
  g_free (shell->corpus);
  g_free (shell->out);
  g_free (shell->err);
}

/* Runs parallax-cli; the arguments end with NULL, "@" stands for the corpus. */
static void G_GNUC_NULL_TERMINATED
run (Shell *shell,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list args;

  g_ptr_array_add (argv, (gpointer) g_getenv ("PLX_CLI"));
  va_start (args, shell);
  while ((argument = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) (strcmp (argument, "@") == 0 ? shell->corpus : argument));
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_clear_pointer (&shell->out, g_free);
  g_clear_pointer (&shell->err, g_free);
  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &shell->out, &shell->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  shell->status = g_subprocess_get_exit_status (process);
}

static char *
write_file (Shell      *shell,
            const char *name,
            const char *contents)
{
  char *path = g_build_filename (shell->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return path;
}

static const char records[] =
  "{\"id\":\"1\",\"source\":\"The Wire\",\"title\":\"Talks\",\"text\":\"The talks failed badly. "
  "It is a bitter setback and a crisis.\"}\n"
  "{\"id\":\"2\",\"source\":\"Daily\",\"title\":\"Hope\",\"text\":\"A welcome agreement brings "
  "peace and hope. Everybody praised the good result.\"}\n";

static void
test_path_of_a_user (Shell        *shell,
                     gconstpointer data)
{
  g_autofree char *good = write_file (shell, "good.jsonl", records);
  g_autofree char *table = g_build_filename (shell->folder, "table.json", NULL);
  g_autofree char *contents = NULL;

  run (shell, "new", "@", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  run (shell, "new", "@", NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_nonnull (strstr (shell->err, "my story?.parallax"));

  run (shell, "add", "@", good, NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->out, ==, "2 articles added\n");
  run (shell, "add", "--source", "Else", "@", good, NULL);
  g_assert_cmpstr (shell->out, ==, "2 articles added\n");
  run (shell, "add", "@", good, NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->out, ==, "0 articles added; 2 were there already\n");

  run (shell, "sources", "@", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_nonnull (strstr (shell->out, "The Wire"));
  g_assert_nonnull (strstr (shell->out, "negative ↔ positive"));

  run (shell, "sources", "--by", "article", "@", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_true (g_str_has_prefix (shell->out, "Article"));
  run (shell, "sources", "--by", "voice", "--top", "1", "@", NULL);
  g_assert_nonnull (strstr (shell->out, "the reporters"));

  run (shell, "export", "--table", "voices", "@", NULL);
  g_assert_true (g_str_has_prefix (shell->out, "voice,articles,sentences,words,tone_score,"));
  g_assert_nonnull (strstr (shell->out, "\n(reporter),4,"));
  run (shell, "export", "--table", "articles", "@", NULL);
  g_assert_true (g_str_has_prefix (shell->out, "article,source,title,date,sentences,words,"));
  g_assert_nonnull (strstr (shell->out, "\n4,"));
  run (shell, "export", "@", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_true (g_str_has_prefix (shell->out, "source,articles,sentences,words,tone_score,"));
  run (shell, "export", "--table", "sentences", "@", NULL);
  g_assert_nonnull (strstr (shell->out, "The talks failed badly."));
  run (shell, "export", "--output", table, "@", NULL);
  g_assert_cmpint (shell->status, ==, 0);
  g_assert_cmpstr (shell->out, ==, "");
  g_assert_true (g_file_get_contents (table, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "{\"axes\":["));

  run (shell, "verify", "@", NULL);
  g_assert_cmpint (shell->status, ==, 0);
}

static void
test_add_all_or_nothing (Shell        *shell,
                         gconstpointer data)
{
  g_autofree char *good = write_file (shell, "good.jsonl", records);
  g_autofree char *bad = write_file (shell, "bad.jsonl", "{\"id\":\"3\",\"text\":\"Fine.\"}\n{nonsense\n");
  g_autofree char *missing = g_build_filename (shell->folder, "missing.txt", NULL);

  run (shell, "new", "@", NULL);
  run (shell, "add", "@", good, bad, missing, NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_nonnull (strstr (shell->err, "bad.jsonl:2: "));
  g_assert_nonnull (strstr (shell->err, "missing.txt: "));
  run (shell, "export", "--table", "sentences", "@", NULL);
  g_assert_null (strstr (shell->out, "failed"));

  run (shell, "add", "--keep-going", "@", good, bad, missing, NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_cmpstr (shell->out, ==, "3 articles added\n");
}

/* Wrong calls do nothing and say so. */
static void
test_usage (Shell        *shell,
            gconstpointer data)
{
  static const char *const calls[][6] = {
    { "new" },
    { "new", "a", "b" },
    { "add" },
    { "add", "@" },
    { "add", "--input", "docx", "@", "x" },
    { "sources" },
    { "sources", "--nonsense", "@" },
    { "export" },
    { "export", "--format", "xls", "@" },
    { "export", "--table", "cues", "@" },
    { "export", "--top", "-1", "@" },
    { "sources", "--by", "page", "@" },
    { "verify" },
    { "recover", "@" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      run (shell, calls[i][0], calls[i][1], calls[i][2], calls[i][3], calls[i][4], calls[i][5],
           NULL);
      g_assert_cmpint (shell->status, ==, 2);
      g_assert_cmpstr (shell->out, ==, "");
      g_assert_true (g_str_has_prefix (shell->err, "parallax-cli: "));
      g_assert_false (g_file_test (shell->corpus, G_FILE_TEST_EXISTS));
    }
}

static void
test_help (Shell        *shell,
           gconstpointer data)
{
  static const char *const commands[] = { "new", "add", "sources", "export", "verify", "recover" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (shell, commands[i], "--help", NULL);
      g_assert_cmpint (shell->status, ==, 0);
      g_assert_nonnull (strstr (shell->out, "CORPUS"));
      g_assert_cmpstr (shell->err, ==, "");
    }
}

static void
test_not_a_corpus (Shell        *shell,
                   gconstpointer data)
{
  static const char *const commands[] = { "sources", "export", "verify" };
  g_autofree char *diary = write_file (shell, "diary.txt", "Dear diary, nothing happened.");
  g_autofree char *saved = g_build_filename (shell->folder, "saved.parallax", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (shell, commands[i], diary, NULL);
      g_assert_cmpint (shell->status, ==, 1);
      g_assert_nonnull (strstr (shell->err, "diary.txt” is not a corpus"));
      run (shell, commands[i], "@", NULL);
      g_assert_cmpint (shell->status, ==, 1);
      g_assert_nonnull (strstr (shell->err, "No such file"));
    }
  run (shell, "add", diary, diary, NULL);
  g_assert_cmpint (shell->status, ==, 1);
  run (shell, "recover", diary, saved, NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_false (g_file_test (saved, G_FILE_TEST_EXISTS));
}

static void
test_recover (Shell        *shell,
              gconstpointer data)
{
  g_autofree char *saved = g_build_filename (shell->folder, "saved.parallax", NULL);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *input = NULL;
  FILE *file;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (many, "{\"id\":\"%u\",\"source\":\"S\",\"text\":\"Article %u has %0*u.\"}\n",
                            i, i, 2000, i);
  input = write_file (shell, "many.jsonl", many->str);
  run (shell, "new", "@", NULL);
  run (shell, "add", "@", input, NULL);
  g_assert_cmpint (shell->status, ==, 0);

  file = g_fopen (shell->corpus, "r+b");
  fseek (file, 50 * 4096, SEEK_SET);
  for (guint i = 0; i < 4096 * 5; i++)
    fputc ('Z', file);
  fclose (file);

  run (shell, "verify", "@", NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_nonnull (strstr (shell->err, "recover"));
  run (shell, "recover", "@", saved, NULL);
  g_assert_cmpint (shell->status, ==, 1); /* something is missing */
  g_assert_nonnull (strstr (shell->out, "articles saved"));
  run (shell, "verify", saved, NULL);
  g_assert_cmpint (shell->status, ==, 0);
  run (shell, "recover", "@", saved, NULL);
  g_assert_cmpint (shell->status, ==, 1);
  g_assert_nonnull (strstr (shell->err, "File exists"));
}

static void
add_test (const char *path,
          void (*func) (Shell *, gconstpointer))
{
  g_test_add (path, Shell, NULL, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/cli-corpus/path-of-a-user", test_path_of_a_user);
  add_test ("/cli-corpus/add-all-or-nothing", test_add_all_or_nothing);
  add_test ("/cli-corpus/usage", test_usage);
  add_test ("/cli-corpus/help", test_help);
  add_test ("/cli-corpus/not-a-corpus", test_not_a_corpus);
  add_test ("/cli-corpus/recover", test_recover);
  return g_test_run ();
}
