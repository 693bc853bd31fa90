/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data/import/plx-import.h"
#include "tests/support/cases.h"

#include <stdio.h>
#include <string.h>

/* The golden cases of tests/cases/import; see the README there. */

static void
append_field (GString    *dump,
              const char *name,
              const char *value)
{
  g_string_append_printf (dump, "%s: %s\n", name, value != NULL ? value : "-");
}

static char *
dump_article (const PlxArticle *article)
{
  GString *dump = g_string_new (NULL);

  append_field (dump, "title", article->title);
  append_field (dump, "byline", article->byline);
  append_field (dump, "agency", article->agency);
  append_field (dump, "date", article->date);
  append_field (dump, "updated", article->updated);
  append_field (dump, "source", article->source);
  append_field (dump, "url", article->url);
  append_field (dump, "language", article->language);
  g_string_append_c (dump, '\n');
  for (guint i = 0; i < article->blocks->len; i++)
    {
      const PlxBlock *block = &g_array_index (article->blocks, PlxBlock, i);
      GString *text = g_string_new_len (article->text + block->span.start,
                                        plx_span_length (block->span));

      g_string_replace (text, "\n", "\\n", 0);
      g_string_append_printf (dump, "%s\t%s\n", plx_block_kind_to_string (block->kind), text->str);
      g_string_free (text, TRUE);
    }

  return g_string_free (dump, FALSE);
}

static char *
dump_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = plx_import_file (file, PLX_FORMAT_AUTO, NULL, &error);

  g_assert_no_error (error);
  return dump_article (article);
}

static void
test_case (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strrchr (path, '.') - path);
  g_autofree char *expected_path = g_strconcat (stem, ".expected", NULL);
  g_autofree char *dump = dump_file (path);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_cases = 0;

  if (argc == 3 && strcmp (argv[1], "--dump") == 0)
    {
      g_autofree char *dump = dump_file (argv[2]);

      fputs (dump, stdout);
      return 0;
    }

  g_test_init (&argc, &argv, NULL);
  folder = cases_path ("import");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test_path = g_strconcat ("/import/cases/", name, NULL);

      if (!g_str_has_suffix (name, ".txt") && !g_str_has_suffix (name, ".html"))
        continue;
      g_test_add_data_func_full (
          test_path, g_build_filename (folder, name, NULL), test_case, g_free);
      n_cases++;
    }
  g_assert_cmpuint (n_cases, >, 0);
  return g_test_run ();
}
