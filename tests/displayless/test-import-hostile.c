/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/import/plx-import.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Input that is empty, broken or meant to do harm: a clear answer, soon. */

#define PARAGRAPH                                                                                  \
  "<p>The minister said on Monday that the talks had gone well and would go on next week.</p>"

/* CPU time, so that a busy machine fails no test; generous enough for sanitizers. */
#define MAX_CPU_SECONDS 30

static PlxArticle *
import (GString *input,
        GError **error)
{
  clock_t start = clock ();
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (input);
  PlxArticle *article = plx_import_bytes (bytes, NULL, PLX_FORMAT_AUTO, error);

  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, MAX_CPU_SECONDS);
  g_assert_true (article == NULL || g_utf8_validate (article->text, -1, NULL));
  return article;
}

static void
append_times (GString    *string,
              const char *part,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (string, part);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *part; /* this often: */
  guint       n_parts;
  const char *tail;
  gboolean    has_text; /* whether PARAGRAPH must be found all the same */
} Bomb;

static const Bomb bombs[] = {
  { "deep", "<body>", "<div>", 100000, PARAGRAPH, TRUE },
  { "deep-lists", "<body>", "<ul><li>", 100000, PARAGRAPH, TRUE },
  { "deep-tables", "<body>", "<table><tr><td>", 50000, PARAGRAPH, TRUE },
  { "deep-inline", "<body>", "<b>", 100000, PARAGRAPH, TRUE },
  { "million-tags", "<body>", "<i>a</i>", 1000000, PARAGRAPH, TRUE },
  { "million-breaks", "<body>", "<br>", 1000000, PARAGRAPH, TRUE },
  { "million-paragraphs", "<body>", "<p>a", 700000, PARAGRAPH, TRUE },
  { "million-closings", "<body>" PARAGRAPH, "</x>", 1000000, "", TRUE },
  { "huge-attribute", "<body><p class='", "article ", 1000000, "'>" PARAGRAPH, TRUE },
  { "many-attributes", "<body><p", " a=1 b", 100000, ">" PARAGRAPH, TRUE },
  { "entities", "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><body>", "&b;&amp;",
    300000, PARAGRAPH, TRUE },
  { "external-entity", "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><body>", "&x; ", 2,
    PARAGRAPH, TRUE },
  { "comments", "<body>", "<!-- -->", 300000, PARAGRAPH, TRUE },
  { "unclosed-script", "<body>" PARAGRAPH "<script>", "</scrip", 300000, "", TRUE },
  { "brackets", "<body>", "<", 2000000, PARAGRAPH, TRUE },
  { "nested-articles", "<body>", "<article><h2><a href=x>Some words here</a></h2>", 30000, PARAGRAPH,
    FALSE },
  { "headings", "<title>One headline</title><body>", "<h1>One headline | Site</h1>", 60000, PARAGRAPH,
    TRUE },
  { "byline-spans", "<body><p>", "<span class='byline author date'>x </span>", 100000, PARAGRAPH, TRUE },
  { "dates", "<body>", "<time datetime='99999999999999999-99-99T99:99'>2023-11-</time>", 100000,
    PARAGRAPH, TRUE },
  { "json-deep", "<head><script type='application/ld+json'>", "[{\"a\":", 200000,
    "</script></head><body>" PARAGRAPH, TRUE },
  { "json-many", "<head>", "<script type='application/ld+json'>{\"@type\":\"Article\"}</script>", 20000,
    "</head><body>" PARAGRAPH, TRUE },
  { "json-nonsense", "<head><script type='application/ld+json'>{\"@type\":[\"Article\",3,null],"
    "\"author\":[1,{\"name\":{}},[[]]],\"datePublished\":{},\"publisher\":7,\"headline\":[\"x\"],", "",
    0, "\"articleBody\":null}</script></head><body>" PARAGRAPH, TRUE },
  { "json-broken", "<head><script type='application/ld+json'>{\"@type\":\"Article\",,,}", "", 0,
    "</script></head><body>" PARAGRAPH, TRUE },
};

static void
test_bomb (gconstpointer data)
{
  const Bomb *bomb = data;
  GString *input = g_string_new ("<html>");
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = NULL;

  g_string_append (input, bomb->head);
  append_times (input, bomb->part, bomb->n_parts);
  g_string_append (input, bomb->tail);
  article = import (input, &error);
  if (!bomb->has_text)
    return;
  g_assert_no_error (error);
  g_assert_nonnull (strstr (article->text, "the talks had gone well"));
  g_assert_null (strstr (article->text, "root:"));
}

static void
test_text_bombs (void)
{
  static const struct
  {
    const char *part;
    guint       n_parts;
  } texts[] = {
    { "word ", 2000000 }, { "A b\n", 1000000 }, { "Published: Nov 03, ", 300000 }, { "\n", 3000000 },
    { "\xCC\x81", 1000000 }, { "\"", 1000000 }, { "By Ann Example, ", 300000 }, { "(Reuters) - ", 300000 },
    { "SEE ALSO:\n", 50000 }, { "Ann Example is a reporter. ", 200000 }, { "\xEF\xBB\xBF", 300000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GString *input = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxArticle) article = NULL;

      append_times (input, texts[i].part, texts[i].n_parts);
      article = import (input, &error);
      g_assert_true ((article == NULL) == (error != NULL));
    }
}

static void
assert_refused (const char *bytes,
                gsize       length,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = import (g_string_new_len (bytes, (gssize) length), &error);

  g_assert_error (error, PLX_IMPORT_ERROR, code);
  g_assert_null (article);
}

static void
test_nothing_to_read (void)
{
  g_autofree char *noise = g_malloc (100000);

  for (guint i = 0; i < 100000; i++)
    noise[i] = (char) g_test_rand_int_range (0, 256);
  assert_refused ("", 0, PLX_IMPORT_ERROR_EMPTY);
  assert_refused (" \n\t\r\n ", 6, PLX_IMPORT_ERROR_EMPTY);
  assert_refused ("\xEF\xBB\xBF", 3, PLX_IMPORT_ERROR_EMPTY);
  assert_refused ("\x89PNG\r\n\x1A\n and so on", 18, PLX_IMPORT_ERROR_BINARY);
  assert_refused ("%PDF-1.7 and so on", 18, PLX_IMPORT_ERROR_BINARY);
  assert_refused ("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 16, PLX_IMPORT_ERROR_BINARY);
  assert_refused (noise, 100000, PLX_IMPORT_ERROR_BINARY);
  assert_refused ("<html><body><div><br></div></body></html>", 41, PLX_IMPORT_ERROR_NO_ARTICLE);
  assert_refused ("<html><body><script>var a = 1;</script>", 39, PLX_IMPORT_ERROR_NO_ARTICLE);
  assert_refused ("\x1F\x8B\x08 no gzip after all", 22, PLX_IMPORT_ERROR_BINARY);
}

static GString *
pack (const char *bytes,
      gsize       length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  GString *packed = g_string_new (NULL);
  gsize done = 0;
  GConverterResult result;

  do
    {
      char buffer[4096];
      gsize n_read, n_written;

      result = g_converter_convert (G_CONVERTER (compressor), bytes + done, length - done, buffer,
                                    sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    NULL);
      g_assert_cmpint (result, !=, G_CONVERTER_ERROR);
      g_string_append_len (packed, buffer, (gssize) n_written);
      done += n_read;
    }
  while (result != G_CONVERTER_FINISHED);

  return packed;
}

static void
test_gzip (void)
{
  GString *page = g_string_new ("<html><body>");
  GString *packed;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) whole = NULL;
  g_autoptr (PlxArticle) cut = NULL;
  g_autofree char *zeros = g_strnfill (PLX_IMPORT_MAX_BYTES + 1000, 'a');

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (page, "<p>Paragraph %u says on Monday that %u boats came in.</p>\n", i,
                            i * 7919 % 1000);
  packed = pack (page->str, page->len);
  whole = import (g_string_new_len (packed->str, (gssize) packed->len), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (whole->text, "Paragraph 199 says"));

  /* what a cut-off file still holds is shown */
  cut = import (g_string_new_len (packed->str, (gssize) packed->len / 2), &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (cut->text, "Paragraph 0 says"));
  g_string_free (packed, TRUE);
  g_string_free (page, TRUE);

  packed = pack (zeros, PLX_IMPORT_MAX_BYTES + 1000);
  g_assert_cmpuint (packed->len, <, 100000);
  assert_refused (packed->str, packed->len, PLX_IMPORT_ERROR_TOO_LARGE);
  g_string_free (packed, TRUE);
}

static void
assert_file_refused (const char *path,
                     GQuark      domain,
                     int         code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  clock_t start = clock ();

  g_assert_null (plx_import_file (file, PLX_FORMAT_AUTO, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpfloat ((double) (clock () - start) / CLOCKS_PER_SEC, <, 1);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("plx-import-XXXXXX", &error);
  g_autofree char *large = g_build_filename (folder, "large.txt", NULL);
  g_autofree char *closed = g_build_filename (folder, "closed.txt", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  int fd;

  g_assert_no_error (error);
  fd = g_open (large, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (ftruncate (fd, 200 * 1024 * 1024), ==, 0);
  close (fd);
  assert_file_refused (large, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE);
  assert_file_refused (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  assert_file_refused (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  /* a device without end: read up to the bound */
  if (g_file_test ("/dev/zero", G_FILE_TEST_EXISTS))
    assert_file_refused ("/dev/zero", PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE);

  g_assert_true (g_file_set_contents (closed, "Text.", -1, NULL));
  g_chmod (closed, 0);
  /* root may read everything */
  if (geteuid () != 0)
    assert_file_refused (closed, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);

  g_unlink (large);
  g_unlink (closed);
  g_rmdir (folder);
}

static void
test_records_are_no_article (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"text\": \"T\"}", 13);
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_import_bytes (bytes, "a.jsonl", PLX_FORMAT_AUTO, &error));
  g_assert_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_FORMAT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *path = g_strconcat ("/import/bombs/", bombs[i].name, NULL);

      g_test_add_data_func (path, &bombs[i], test_bomb);
    }
  g_test_add_func ("/import/text-bombs", test_text_bombs);
  g_test_add_func ("/import/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/import/gzip", test_gzip);
  g_test_add_func ("/import/files", test_files);
  g_test_add_func ("/import/records-are-no-article", test_records_are_no_article);
  return g_test_run ();
}
