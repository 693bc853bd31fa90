/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/corpus/plx-corpus-repair.h"
#include "data/corpus/plx-corpus-schema.h"
#include "data/corpus/plx-corpus.h"
#include "data/corpus/plx-corrections.h"
#include "data/corpus/plx-sqlite-statement.h"
#include "tests/support/corpus.h"
#include "tests/support/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define N_ARTICLES 200

/* A folder of the test's own, removed with all that is in it. */
typedef struct
{
  char *folder;
  char *path; /* of a corpus in it, not yet there */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = folder_make ();
  fixture->path = g_build_filename (fixture->folder, "story.parallax", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Makes a corpus file with N_ARTICLES articles and closes it. */
static void
make_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles = corpus_make_articles (0, N_ARTICLES);

  g_assert_no_error (error);
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  g_assert_no_error (error);
}

static guint
count_articles_in_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_READ_ONLY, &error);

  g_assert_no_error (error);
  return corpus_count_articles (corpus);
}

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

/* Overwrites some bytes of a file. */
static void
patch (const char   *path,
       long          offset,
       gconstpointer bytes,
       gsize         length)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, offset, offset < 0 ? SEEK_END : SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
  g_assert_cmpint (fclose (file), ==, 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_reopens (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlxCorpus *corpus;

  make_file (fixture->path);
  /* Closed, a corpus is one file and no more. */
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  corpus = plx_corpus_open (fixture->path, PLX_CORPUS_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  g_assert_false (plx_corpus_is_read_only (corpus));
  g_assert_cmpstr (plx_corpus_get_path (corpus), ==, fixture->path);
  g_assert_cmpuint (corpus_count_articles (corpus), ==, N_ARTICLES);
  g_object_unref (corpus);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_create_keeps_what_is_there (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.parallax", NULL);

  make_file (fixture->path);
  g_assert_null (plx_corpus_open (fixture->path, PLX_CORPUS_CREATE, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpuint (count_articles_in_file (fixture->path), ==, N_ARTICLES);

  g_assert_null (plx_corpus_open (nowhere, PLX_CORPUS_CREATE, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_NOT_FOUND);
}

static void
test_names (void)
{
  static const char *const names[] = {
    "with spaces.parallax", "grüße 新闻.parallax",    "what?.parallax",  "a#b.parallax",
    "100%41.parallax",      "?mode=ro&immutable=1", "'quoted' \"x\"",  "file:x",
    "-dash",                "new\nline",            "bytes\xff.plx",   "semi;colon",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Fixture fixture;
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxCorpus) corpus = NULL;

      set_up (&fixture, NULL);
      path = g_build_filename (fixture.folder, names[i], NULL);
      make_file (path);
      g_assert_cmpuint (count_files (fixture.folder), ==, 1);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_cmpuint (count_articles_in_file (path), ==, N_ARTICLES);
      corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &error);
      g_assert_no_error (error);
      g_assert_true (plx_corpus_save_copy (corpus, fixture.path, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_articles_in_file (fixture.path), ==, N_ARTICLES);
      g_clear_object (&corpus);
      tear_down (&fixture, NULL);
    }
}

/* How a file is made that is no corpus. */
typedef enum
{
  MAKE_NOTHING,
  MAKE_FOLDER,
  MAKE_CONTENTS,
  MAKE_PATCHED, /* a corpus, with some bytes changed */
} Making;

typedef struct
{
  const char    *name;
  Making         making;
  const char    *bytes;
  long           length;
  long           offset;
  PlxCorpusError code;
} BadFile;

static const BadFile bad_files[] = {
  { "missing", MAKE_NOTHING, NULL, 0, 0, PLX_CORPUS_ERROR_NOT_FOUND },
  { "folder", MAKE_FOLDER, NULL, 0, 0, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "empty", MAKE_CONTENTS, "", 0, 0, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "text", MAKE_CONTENTS, "Dear diary", 10, 0, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "magic-alone", MAKE_CONTENTS, "SQLite format 3", 16, 0, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "other-database", MAKE_PATCHED, "\0\0\0\0", 4, 68, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "other-program", MAKE_PATCHED, "GP10", 4, 68, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "no-magic", MAKE_PATCHED, "XXXX", 4, 0, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "version-zero", MAKE_PATCHED, "\0\0\0\0", 4, 60, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "newer", MAKE_PATCHED, "\0\0\x27\x0f", 4, 60, PLX_CORPUS_ERROR_TOO_NEW },
  { "no-such-page-size", MAKE_PATCHED, "\x12\x34", 2, 16, PLX_CORPUS_ERROR_NOT_A_CORPUS },
  { "damaged-schema", MAKE_PATCHED, "\0\xff\0\xff\0\xff\0\xff", 8, 100, PLX_CORPUS_ERROR_CORRUPT },
};

static void
test_bad_file (Fixture      *fixture,
               gconstpointer data)
{
  static const PlxCorpusMode modes[] = { PLX_CORPUS_OPEN_EXISTING, PLX_CORPUS_READ_ONLY };
  const BadFile *bad = data;
  g_autoptr (GBytes) before = NULL;

  if (bad->making == MAKE_FOLDER)
    g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  else if (bad->making == MAKE_CONTENTS)
    g_assert_true (g_file_set_contents (fixture->path, bad->bytes, bad->length, NULL));
  else if (bad->making == MAKE_PATCHED)
    {
      make_file (fixture->path);
      patch (fixture->path, bad->offset, bad->bytes, (gsize) bad->length);
    }
  if (bad->making >= MAKE_CONTENTS)
    before = load (fixture->path);

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plx_corpus_open (fixture->path, modes[i], &error));
      g_assert_error (error, PLX_CORPUS_ERROR, (int) bad->code);
      g_assert_nonnull (strstr (error->message, "story.parallax"));
      g_test_message ("%s", error->message);
    }

  /* Refused is untouched: the same bytes, and nothing beside them. */
  g_assert_cmpuint (count_files (fixture->folder), ==, bad->making == MAKE_NOTHING ? 0 : 1);
  if (before != NULL)
    {
      g_autoptr (GBytes) after = load (fixture->path);

      g_assert_true (g_bytes_equal (before, after));
    }
}

/* Fills pages from a share of the file on with rubbish. */
static void
damage (const char *path,
        double      from,
        double      to)
{
  g_autoptr (GBytes) bytes = load (path);
  gsize n_pages = g_bytes_get_size (bytes) / 4096;
  g_autofree char *rubbish = g_malloc (4096);

  memset (rubbish, 0x5a, 4096);
  for (gsize page = (gsize) ((double) n_pages * from); page < (gsize) ((double) n_pages * to);
       page++)
    patch (path, (long) (page * 4096), rubbish, 4096);
}

static void
test_verify_good (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  make_file (fixture->path);
  before = load (fixture->path);
  corpus_assert_whole (fixture->path);
  after = load (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
}

/* Damages a share of the file; the new file must hold exactly articles of the old one. */
static void
test_recover (gconstpointer data)
{
  static const struct
  {
    double from, to;
  } cases[] = {
    { 0.10, 0.15 }, { 0.3, 0.35 }, { 0.5, 0.6 }, { 0.7, 0.72 }, { 0.9, 1.0 }, { 0.45, 0.46 },
  };
  guint n_saved_somewhere = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autofree char *saved = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      PlxRecovery recovery = { 0 };

      set_up (&fixture, NULL);
      saved = g_build_filename (fixture.folder, "saved.parallax", NULL);
      make_file (fixture.path);
      damage (fixture.path, cases[i].from, cases[i].to);

      problems = plx_corpus_verify (fixture.path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, >, 0);

      if (plx_corpus_recover (fixture.path, saved, NULL, NULL, NULL, &recovery, &error))
        {
          g_test_message ("%.2f to %.2f: %u saved, %u of them partly, %u lost", cases[i].from,
                          cases[i].to, recovery.n_recovered, recovery.n_partial, recovery.n_lost);
          g_assert_cmpuint (recovery.n_recovered, <=, N_ARTICLES);
          g_assert_cmpuint (recovery.n_recovered + recovery.n_lost, >=, N_ARTICLES);
          g_assert_cmpuint (count_articles_in_file (saved), ==, recovery.n_recovered);
          corpus_assert_whole (saved);
          n_saved_somewhere += recovery.n_recovered > N_ARTICLES / 2;
        }
      else
        {
          g_test_message ("%.2f to %.2f: %s", cases[i].from, cases[i].to, error->message);
          g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT);
          g_assert_false (g_file_test (saved, G_FILE_TEST_EXISTS));
        }
      tear_down (&fixture, NULL);
    }

  g_assert_cmpuint (n_saved_somewhere, >=, 4);
}

static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  make_file (fixture->path);
  bytes = load (fixture->path);
  g_assert_cmpint (truncate (fixture->path, (off_t) g_bytes_get_size (bytes) / 2 / 4096 * 4096),
                   ==, 0);
  problems = plx_corpus_verify (fixture->path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);

  /* Opening may succeed; then reading everything does not, and says what to do. */
  corpus = plx_corpus_open (fixture->path, PLX_CORPUS_READ_ONLY, &error);
  for (gint64 id = 1; corpus != NULL && error == NULL && id <= N_ARTICLES; id++)
    plx_article_free (plx_corpus_dup_article (corpus, id, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "parallax-cli recover"));
}

static void
test_save_copy (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (PlxCorpus) other = NULL;
  g_autoptr (GPtrArray) more = corpus_make_articles (N_ARTICLES, 10);
  g_autoptr (GPtrArray) again = corpus_make_articles (N_ARTICLES, 20);
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.parallax", NULL);
  g_autofree char *third = g_build_filename (fixture->folder, "third.parallax", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "copy.parallax", NULL);

  make_file (fixture->path);
  corpus = plx_corpus_open (fixture->path, PLX_CORPUS_OPEN_EXISTING, &error);
  g_assert_true (plx_corpus_add_articles (corpus, more, NULL, &error));
  g_assert_true (plx_corpus_save_copy (corpus, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles_in_file (copy), ==, N_ARTICLES + 10);

  /* A copy is a corpus like any other, and may be replaced while nobody has it open. */
  other = plx_corpus_open (copy, PLX_CORPUS_OPEN_EXISTING, &error);
  g_assert_true (plx_corpus_add_articles (other, again, NULL, &error));
  g_assert_false (plx_corpus_save_copy (corpus, copy, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS);
  g_clear_error (&error);
  g_clear_object (&other);
  g_assert_cmpuint (count_articles_in_file (copy), ==, N_ARTICLES + 20);
  g_assert_true (plx_corpus_save_copy (corpus, copy, &error));
  g_assert_cmpuint (count_articles_in_file (copy), ==, N_ARTICLES + 10);

  /* So may one that is open for reading only, which makes a good one of its own. */
  other = plx_corpus_open (copy, PLX_CORPUS_READ_ONLY, &error);
  g_assert_true (plx_corpus_save_copy (other, third, &error));
  g_assert_no_error (error);
  g_clear_object (&other);
  g_assert_cmpuint (count_articles_in_file (third), ==, N_ARTICLES + 10);

  g_assert_false (plx_corpus_save_copy (corpus, fixture->path, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (plx_corpus_save_copy (corpus, nowhere, &error));
  g_assert_nonnull (error);
}

static void
test_save_unnamed (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (NULL, PLX_CORPUS_CREATE, &error);
  g_autoptr (GPtrArray) articles = corpus_make_articles (0, 5);

  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  g_assert_null (plx_corpus_get_path (corpus));
  g_assert_true (plx_corpus_save_copy (corpus, fixture->path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles_in_file (fixture->path), ==, 5);
}

/* Root may write anywhere, so that these run as somebody else, in a process of their own. */
static void
drop_root (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (setuid (65534), ==, 0);
}

static void
check_read_only (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = plx_corpus_open (path, PLX_CORPUS_OPEN_EXISTING, &error);
  g_autoptr (GPtrArray) articles = corpus_make_articles (1000, 1);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *copy = g_strdup_printf ("%s/parallax-copy-%d", g_get_tmp_dir (), getpid ());

  g_assert_no_error (error);
  g_assert_true (plx_corpus_is_read_only (corpus));
  g_assert_cmpuint (corpus_count_articles (corpus), ==, N_ARTICLES);
  found = plx_corpus_list_articles (corpus, 0, "\"article 17\"", &error);
  g_assert_cmpuint (found->len, ==, 1);

  g_assert_false (plx_corpus_add_articles (corpus, articles, NULL, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (plx_corpus_set_lexicon_edits (corpus, "x", &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_true (plx_corpus_save_copy (corpus, copy, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_articles_in_file (copy), ==, N_ARTICLES);
  g_unlink (copy);
}

static void
test_read_only_child (void)
{
  drop_root ();
  check_read_only (g_getenv ("PLX_TEST_PATH"));
}

static void
test_read_only (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *name;
    int         folder_mode;
    int         file_mode;
  } cases[] = {
    { "file", 0777, 0444 },
    { "folder", 0555, 0666 },
    { "both", 0555, 0444 },
  };
  g_autoptr (GBytes) before = NULL;

  make_file (fixture->path);
  before = load (fixture->path);
  g_setenv ("PLX_TEST_PATH", fixture->path, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) after = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (g_chmod (fixture->path, cases[i].file_mode), ==, 0);
      g_assert_cmpint (g_chmod (fixture->folder, cases[i].folder_mode), ==, 0);
      g_test_trap_subprocess ("/corpus-file/read-only/subprocess", 0,
                              G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
      after = load (fixture->path);
      g_assert_true (g_bytes_equal (before, after));
    }
}

static void
test_unreadable_child (void)
{
  g_autoptr (GError) error = NULL;

  drop_root ();
  g_assert_null (plx_corpus_open (g_getenv ("PLX_TEST_PATH"), PLX_CORPUS_OPEN_EXISTING, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, g_strerror (EACCES)));
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  make_file (fixture->path);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_setenv ("PLX_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess ("/corpus-file/unreadable/subprocess", 0,
                          G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_busy (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (PlxSqliteConnection) other = NULL;
  g_autoptr (GPtrArray) articles = corpus_make_articles (1000, 1);

  make_file (fixture->path);
  corpus = plx_corpus_open (fixture->path, PLX_CORPUS_OPEN_EXISTING, &error);
  other = plx_sqlite_connection_open (fixture->path, PLX_SQLITE_READ_WRITE, 0, &error);
  g_assert_no_error (error);
  {
    g_auto (PlxSqliteTransaction) transaction = PLX_SQLITE_TRANSACTION_INIT;

    g_assert_true (plx_sqlite_transaction_begin (&transaction, other, PLX_SQLITE_IMMEDIATE,
                                                 &error));
    g_assert_false (plx_corpus_add_articles (corpus, articles, NULL, &error));
    g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_BUSY);
    g_clear_error (&error);
    /* Reading goes on all the while. */
    g_assert_cmpuint (corpus_count_articles (corpus), ==, N_ARTICLES);
  }
  g_assert_true (plx_corpus_add_articles (corpus, articles, NULL, &error));
  g_assert_no_error (error);
}

/* Makes a corpus file of a released schema from the SQL kept of it. */
static void
make_released (const char *path,
               int         version)
{
  g_autofree char *name = g_strdup_printf ("corpus-v%d.sql", version);
  g_autofree char *sql_path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  g_autoptr (GBytes) sql = load (sql_path);
  g_autofree char *sql_text = g_strndup (g_bytes_get_data (sql, NULL), g_bytes_get_size (sql));
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSqliteConnection) connection = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, &error));
  connection = plx_sqlite_connection_open (path, PLX_SQLITE_READ_WRITE, 0, &error);
  g_assert_no_error (error);
  plx_sqlite_connection_execute (connection, sql_text, "make the fixture", &error);
  g_assert_no_error (error);
}

static void
check_released (PlxCorpus *corpus,
                int        version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = plx_corpus_dup_article (corpus, 1, &error);
  g_autoptr (GPtrArray) found = plx_corpus_list_articles (corpus, 0, "thaw", &error);
  g_autoptr (GPtrArray) aliases = plx_corpus_list_aliases (corpus, &error);
  g_autoptr (GPtrArray) corrections = plx_corpus_list_corrections (corpus, &error);
  g_autofree char *edits = plx_corpus_dup_lexicon_edits (corpus, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (corpus_count_articles (corpus), ==, 2);
  g_assert_cmpstr (article->source, ==, "The Wire");
  g_assert_cmpstr (article->title, ==, "Talks resume");
  g_assert_cmpuint (article->blocks->len, ==, 2);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (edits, ==, "thaw\tcue\trelations\t2\t\t\n");
  g_assert_cmpuint (aliases->len, ==, version >= 2);
  g_assert_cmpuint (corrections->len, ==, version >= 3 ? 4 : version >= 2 ? 2 : 0);
}

/* Files of every released schema must open and be complete. They are brought up to date, a copy
 * of what they were is kept, and where they may not be changed they are not. */
static void
test_released_schema (Fixture      *fixture,
                      gconstpointer data)
{
  int version = GPOINTER_TO_INT (data);
  gboolean is_old = version < PLX_CORPUS_SCHEMA_VERSION;
  g_autoptr (PlxCorrection) alias = plx_correction_new_alias ("Paris", "France");
  g_autofree char *copy = g_strdup_printf ("%s.backup-%d", fixture->path, version);
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.parallax", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  PlxRecovery recovery;

  make_released (fixture->path, version);
  before = load (fixture->path);
  corpus = plx_corpus_open (fixture->path, PLX_CORPUS_READ_ONLY, &error);
  g_assert_no_error (error);
  check_released (corpus, version);
  g_clear_object (&corpus);
  after = load (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  corpus = plx_corpus_open (fixture->path, PLX_CORPUS_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  check_released (corpus, version);
  g_assert_true (plx_corpus_correct (corpus, alias, NULL, &error));
  g_clear_object (&corpus);
  problems = plx_corpus_verify (fixture->path, NULL, NULL, NULL, &error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS) == is_old);

  /* The copy is the file as it was, and saving what is in it loses nothing. */
  g_assert_true (plx_corpus_recover (is_old ? copy : fixture->path, saved, NULL, NULL, NULL,
                                     &recovery, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (recovery.n_recovered, ==, 2);
  corpus = plx_corpus_open (saved, PLX_CORPUS_READ_ONLY, &error);
  if (is_old)
    check_released (corpus, version);
}

/* A step that fails leaves the file at the version it had, with the copy beside it. */
static void
test_migration_fails (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxSqliteConnection) connection = NULL;
  g_autofree char *copy = g_strdup_printf ("%s.backup-1", fixture->path);
  gint64 version;

  make_released (fixture->path, 1);
  connection = plx_sqlite_connection_open (fixture->path, PLX_SQLITE_READ_WRITE, 0, &error);
  /* In the way of the second table that step 2 makes. */
  g_assert_true (plx_sqlite_connection_execute (connection, "CREATE TABLE speakers (x)", "prepare",
                                                &error));
  g_assert_false (plx_corpus_schema_migrate (connection, fixture->path, 2, &error));
  g_assert_error (error, PLX_CORPUS_ERROR, PLX_CORPUS_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (plx_sqlite_connection_query_int64 (connection, "PRAGMA user_version", &version,
                                                    &error));
  g_assert_cmpint (version, ==, 1);
  g_assert_true (plx_sqlite_connection_query_int64 (
    connection, "SELECT count (*) FROM sqlite_schema WHERE name = 'aliases'", &version, &error));
  g_assert_cmpint (version, ==, 0);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
add_test (const char *name,
          gconstpointer data,
          void (*func) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/corpus-file/", name, NULL);

  g_test_add (path, Fixture, data, set_up, func, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("reopens", NULL, test_reopens);
  add_test ("create-keeps-what-is-there", NULL, test_create_keeps_what_is_there);
  g_test_add_func ("/corpus-file/names", test_names);
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autofree char *name = g_strconcat ("bad/", bad_files[i].name, NULL);

      add_test (name, &bad_files[i], test_bad_file);
    }
  add_test ("truncated", NULL, test_truncated);
  add_test ("verify-good", NULL, test_verify_good);
  g_test_add_data_func ("/corpus-file/recover", NULL, test_recover);
  add_test ("save-copy", NULL, test_save_copy);
  add_test ("save-unnamed", NULL, test_save_unnamed);
  add_test ("read-only", NULL, test_read_only);
  g_test_add_func ("/corpus-file/read-only/subprocess", test_read_only_child);
  add_test ("unreadable", NULL, test_unreadable);
  g_test_add_func ("/corpus-file/unreadable/subprocess", test_unreadable_child);
  add_test ("busy", NULL, test_busy);
  add_test ("migration-fails", NULL, test_migration_fails);
  for (int version = 1; version <= PLX_CORPUS_SCHEMA_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("released-schema/%d", version);

      add_test (name, GINT_TO_POINTER (version), test_released_schema);
    }
  return g_test_run ();
}
