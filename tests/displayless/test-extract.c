/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/cases.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* `parallax-cli extract`, as other programs call it. */

static int
run (const char *const *arguments,
     char             **out_output,
     char             **out_errors)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status;

  g_ptr_array_add (argv, (gpointer) g_getenv ("PLX_CLI"));
  g_ptr_array_add (argv, (gpointer) "extract");
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  if (out_output != NULL)
    *out_output = g_steal_pointer (&output);
  if (out_errors != NULL)
    *out_errors = g_steal_pointer (&errors);
  return WEXITSTATUS (status);
}

#define RUN(output, errors, ...) run ((const char *const[]) { __VA_ARGS__, NULL }, output, errors)

static void
check_page (JsonObject *article,
            const char *text)
{
  static const char *const members[] = {
    "title", "author", "date", "updated", "source", "url", "language", "blocks",
  };
  JsonArray *blocks = json_object_get_array_member (article, "blocks");
  const char *whole = json_object_get_string_member (article, "text");
  GString *read = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (article, members[i]));
  g_assert_cmpstr (json_object_get_string_member (article, "author"), ==, "Nora Quill; Tomas Reed");
  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);
      const char *kind = json_object_get_string_member (block, "kind");
      gint64 start = json_object_get_int_member (block, "start");
      gint64 end = json_object_get_int_member (block, "end");

      if (strcmp (kind, "body") != 0 && strcmp (kind, "standfirst") != 0 &&
          strcmp (kind, "subheading") != 0)
        continue;
      g_string_append (read, read->len > 0 ? "\n" : "");
      g_string_append_len (read, whole + start, end - start);
      g_string_append_c (read, '\n');
    }
  g_assert_cmpstr (read->str, ==, text);
  g_string_free (read, TRUE);
}

static void
test_output_dir (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *page = cases_path ("import/news-page.html");
  g_autofree char *folder = g_dir_make_tmp ("plx-extract-XXXXXX", &error);
  g_autofree char *inner = g_build_filename (folder, "new", NULL);
  g_autofree char *text_path = g_build_filename (inner, "news-page.txt", NULL);
  g_autofree char *json_path = g_build_filename (inner, "news-page.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *output = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_no_error (error);
  g_assert_cmpint (RUN (&output, NULL, "--output-dir", inner, page), ==, 0);
  g_assert_cmpstr (output, ==, "");
  g_assert_true (g_file_get_contents (text_path, &text, NULL, NULL));
  g_assert_true (json_parser_load_from_file (parser, json_path, &error));
  check_page (json_node_get_object (json_parser_get_root (parser)), text);

  g_unlink (text_path);
  g_unlink (json_path);
  g_rmdir (inner);
  g_rmdir (folder);
}

static void
test_standard_output (void)
{
  g_autofree char *page = cases_path ("import/news-page.html");
  g_autofree char *copy = cases_path ("import/question-headline.txt");
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (RUN (&json, NULL, page, copy), ==, 0);
  lines = g_strsplit (json, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      g_assert_true (json_parser_load_from_data (parser, lines[i], -1, &error));
    }
  g_assert_cmpint (RUN (&text, NULL, "--format", "text", copy), ==, 0);
  g_assert_true (g_str_has_prefix (text, "Nobody on the quay"));
}

static void
test_failures (void)
{
  g_autofree char *copy = cases_path ("import/question-headline.txt");
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *usage = NULL;

  /* what can be done is done, and the rest said */
  g_assert_cmpint (RUN (&output, &errors, "--format", "text", "/no/such/file", copy), ==, 1);
  g_assert_nonnull (strstr (output, "Nobody on the quay"));
  g_assert_nonnull (strstr (errors, "/no/such/file"));
  g_assert_cmpint (RUN (NULL, &usage, "--format", "xml", copy), ==, 2);
  g_assert_nonnull (strstr (usage, "xml"));
  g_assert_cmpint (run ((const char *const[]) { NULL }, NULL, NULL), ==, 2);
  g_assert_cmpint (RUN (NULL, NULL, "--no-such-option"), ==, 2);
  g_assert_cmpint (RUN (NULL, NULL, "--help"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extract/output-dir", test_output_dir);
  g_test_add_func ("/extract/standard-output", test_standard_output);
  g_test_add_func ("/extract/failures", test_failures);
  return g_test_run ();
}
