/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/reading/plx-reading.h"

#include <string.h>

#define HEAD "#parallax-lexicon 1\n#axis tone negative positive\npattern\trole\taxis\tweight\tcondition\tnote\n"

static PlxLexicon *
compile (const char *text,
         GPtrArray **out_diagnostics)
{
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  plx_lexicon_builder_add_bytes (builder, bytes, "own.tsv", &error);
  g_assert_no_error (error);
  if (out_diagnostics != NULL)
    *out_diagnostics = g_ptr_array_ref (plx_lexicon_builder_get_diagnostics (builder));
  return plx_lexicon_builder_compile (builder);
}

/* A line after HEAD, and the message it must give: "LINE:COLUMN: severity: …" */
static const struct
{
  const char *line;
  const char *message;
} bad_lines[] = {
  { "good\tcue\tmood\t1", "own.tsv:4:10: error: there is no axis “mood”" },
  { "good\tcute\ttone\t1", "own.tsv:4:6: error: “cute” is no role" },
  { "good\tcue\ttone\t3.5", "own.tsv:4:15: error: the weight 3.5 is out of range" },
  { "lift\toperator\t*\t-2.5", "own.tsv:4:17: error: the weight -2.5 is out of range" },
  { "good\tcue\ttone\tmuch", "own.tsv:4:15: error: “much” is no weight" },
  { "good\tcue\ttone\t", "own.tsv:4:15: error: the weight is missing" },
  { "good\tcue\ttone", "own.tsv:4:10: error: the weight is missing" },
  { "good\tcue\t*\t1", "own.tsv:4:10: error: a cue needs an axis of its own" },
  { "good cue tone 1", "own.tsv:4:1: error: the line has only one column" },
  { "\tcue\ttone\t1", "own.tsv:4:1: error: the pattern is empty" },
  { "go*\tcue\ttone\t1", "own.tsv:4:1: error: at least three letters" },
  { "very go*d\tcue\ttone\t1", "own.tsv:4:6: error: “*” may only stand" },
  { "... good\tcue\ttone\t1", "own.tsv:4:1: error: “...” must stand between two words" },
  { "good|\tcue\ttone\t1", "own.tsv:4:1: error: a “|” lacks a word" },
  { "good\tcue\ttone\t1\tadj blue", "own.tsv:4:21: error: “blue” is no condition" },
  { "good\tcue\ttone\t1\tprev=", "own.tsv:4:17: error: “prev=” is no condition" },
  { "not\tshifter\t*\t-0.6\tadv", "own.tsv:4:20: error: a shifter must name its kind" },
  { "good\tcue\ttone\toff", "own.tsv:4:1: warning: “off” disables nothing" },
  { "b\xff" "d\tcue\ttone\t1", "own.tsv:4:2: error: the line is not UTF-8" },
};

static void
test_bad_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_lines); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, bad_lines[i].line, "\nfine\tcue\ttone\t1\n", NULL);
      g_autoptr (GPtrArray) diagnostics = NULL;
      g_autoptr (PlxLexicon) lexicon = compile (text, &diagnostics);
      g_autofree char *message = NULL;

      g_assert_cmpuint (diagnostics->len, ==, 1);
      message = plx_diagnostic_to_string (diagnostics->pdata[0]);
      if (!g_str_has_prefix (message, bad_lines[i].message))
        g_assert_cmpstr (message, ==, bad_lines[i].message);
      /* the rest of the file is loaded */
      g_assert_cmpuint (plx_lexicon_get_n_entries (lexicon), ==, 1);
    }
}

static void
test_not_a_lexicon (void)
{
  static const char *const texts[] = { "", "good\t1\n", "#parallax-lexicon 2\n", "#parallax-lexicon 12\n" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_false (plx_lexicon_builder_add_bytes (builder, bytes, "own.tsv", &error));
      g_assert_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_FORMAT);
      g_clear_error (&error);
    }
  {
    g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
    g_autoptr (GBytes) binary = g_bytes_new_static (HEAD "a\0b", sizeof HEAD + 2);
    gsize size = 65 * 1024 * 1024;
    char *large = g_malloc (size);
    g_autoptr (GBytes) bytes = g_bytes_new_take (large, size);

    g_assert_false (plx_lexicon_builder_add_bytes (builder, binary, NULL, &error));
    g_assert_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_FORMAT);
    g_clear_error (&error);
    memset (large, '#', size);
    g_assert_false (plx_lexicon_builder_add_bytes (builder, bytes, NULL, &error));
    g_assert_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_TOO_LARGE);
  }
}

/* a.tsv includes b.tsv, which includes a.tsv again; shared.tsv is included twice. */
static GBytes *
open_included (const char *name,
               const char *including_path,
               gpointer    user_data,
               GError    **error)
{
  const char *text = NULL;

  ++*(guint *) user_data;
  if (strcmp (name, "b.tsv") == 0)
    text = "#parallax-lexicon 1\n#include a.tsv\n#include shared.tsv\npattern\trole\taxis\tweight\n";
  else if (strcmp (name, "shared.tsv") == 0)
    text = "#parallax-lexicon 1\npattern\trole\taxis\tweight\tcondition\nnot\tshifter\t*\t-0.6\tnegator\n";
  if (text == NULL)
    {
      g_set_error (error, PLX_LEXICON_ERROR, PLX_LEXICON_ERROR_READ, "no such file");
      return NULL;
    }
  return g_bytes_new_static (text, strlen (text));
}

static void
test_includes (void)
{
  static const char text[] = "#parallax-lexicon 1\n#axis tone negative positive\n#include b.tsv\n"
                             "#include shared.tsv\n#include gone.tsv\n"
                             "pattern\trole\taxis\tweight\ngood\tcue\ttone\t1\n";
  g_autoptr (PlxLexiconBuilder) builder = plx_lexicon_builder_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autofree char *cyclic = NULL;
  g_autofree char *gone = NULL;
  GPtrArray *diagnostics;
  guint n_opened = 0;

  plx_lexicon_builder_set_open (builder, open_included, &n_opened);
  g_assert_true (plx_lexicon_builder_add_bytes (builder, bytes, "a.tsv", NULL));
  diagnostics = plx_lexicon_builder_get_diagnostics (builder);
  g_assert_cmpuint (diagnostics->len, ==, 2);
  cyclic = plx_diagnostic_to_string (diagnostics->pdata[0]);
  gone = plx_diagnostic_to_string (diagnostics->pdata[1]);
  g_assert_true (g_str_has_prefix (cyclic, "b.tsv:2:10: error: “a.tsv” includes itself"));
  g_assert_true (g_str_has_prefix (gone, "a.tsv:5:10: error: “gone.tsv” cannot be included: no such file"));
  g_assert_cmpuint (n_opened, ==, 3);
  lexicon = plx_lexicon_builder_compile (builder);
  g_assert_cmpuint (plx_lexicon_get_n_entries (lexicon), ==, 2);
}

static void
test_later_lines_win (void)
{
  g_autoptr (PlxLexicon) lexicon = compile (HEAD "good\tcue\ttone\t1\tadj\nbad\tcue\ttone\t-1\nfine\tcue\ttone\t1\n"
                                            "good\tcue\ttone\t2\tadj\nbad\tcue\ttone\toff\n", NULL);

  g_assert_cmpuint (plx_lexicon_get_n_entries (lexicon), ==, 2);
  g_assert_cmpstr (plx_lexicon_get_entry (lexicon, 0)->pattern, ==, "fine");
  g_assert_cmpstr (plx_lexicon_get_entry (lexicon, 1)->pattern, ==, "good");
  g_assert_cmpfloat (plx_lexicon_get_entry (lexicon, 1)->weight, ==, 2.0);
  g_assert_cmpuint (plx_lexicon_get_entry (lexicon, 1)->line, ==, 7);
}

static void
test_spreadsheets (void)
{
  /* a BOM, CRLF, quoted fields, columns in another order, one unknown, a decimal comma */
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (PlxLexicon) lexicon = compile ("\xef\xbb\xbf#parallax-lexicon 1\r\n#axis mood very_bad very_good\r\n"
                                            "role\tpattern\tby\tweight\taxis\r\ncue\t\"good\"\tme\t1,5\tmood\r\n"
                                            "\r\ncue\tbad\tme\t\xe2\x88\x92" "1\tmood\r\n", &diagnostics);

  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpuint (plx_lexicon_get_n_entries (lexicon), ==, 2);
  g_assert_cmpstr (plx_lexicon_get_axis (lexicon, 0)->negative, ==, "very bad");
  g_assert_cmpstr (plx_lexicon_get_entry (lexicon, 0)->pattern, ==, "good");
  g_assert_cmpfloat (plx_lexicon_get_entry (lexicon, 0)->weight, ==, 1.5);
  g_assert_cmpfloat (plx_lexicon_get_entry (lexicon, 1)->weight, ==, -1.0);
}

static void
test_digest (void)
{
  g_autoptr (PlxLexicon) a = compile (HEAD "good\tcue\ttone\t1\tadj\tone note\n", NULL);
  g_autoptr (PlxLexicon) b = compile (HEAD "\ngood\tcue\ttone\t1\tadj\tanother note\n", NULL);
  g_autoptr (PlxLexicon) c = compile (HEAD "good\tcue\ttone\t1.5\tadj\tone note\n", NULL);

  g_assert_cmpstr (plx_lexicon_get_digest (a), ==, plx_lexicon_get_digest (b));
  g_assert_cmpstr (plx_lexicon_get_digest (a), !=, plx_lexicon_get_digest (c));
  g_assert_cmpuint (strlen (plx_lexicon_get_digest (a)), ==, 32);
}

static void
test_lint (void)
{
  static const char *const expected[] = {
    "own.tsv:4:1: warning: “good” has the weight 1 here and 2 in line 5",
    "own.tsv:6:1: warning: “fine” can never count: “fine” (line 7) always wins",
    "own.tsv:8:1: warning: “grim” contradicts “grim” (line 9), which always wins",
    "own.tsv:10:1: warning: “a,b” can never match",
    "own.tsv:11:1: warning: “brexit” is marked as a name",
    "own.tsv:13:1: warning: “strike a deal” can never count: the block “strike a deal” (line 12)",
  };
  g_autoptr (PlxLexicon) lexicon = compile (HEAD
    "good\tcue\ttone\t1\tadj\n" "good\tcue\ttone\t2\tadj\n"
    "fine\tcue\ttone\t1\t\n" "fine\tcue\ttone\t1\tadv\n"
    "grim\tcue\ttone\t1\t\n" "grim\tcue\ttone\t-1\tadv\n"
    "a,b\tcue\ttone\t1\n" "brexit\tcue\ttone\t-1\tname\n"
    "strike a deal\tblock\t*\t\n" "strike a deal\toperator\t*\t1\n"
    "plain\tcue\ttone\t1\tprev!=the\n" "plain\tcue\ttone\t0.5\n", NULL);
  g_autoptr (GPtrArray) diagnostics = plx_lexicon_lint (lexicon);
  g_autoptr (GPtrArray) again = NULL;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *message = plx_diagnostic_to_string (diagnostics->pdata[i]);

      g_test_message ("%s", message);
      if (i < G_N_ELEMENTS (expected) && !g_str_has_prefix (message, expected[i]))
        g_assert_cmpstr (message, ==, expected[i]);
    }
  /* “plain” with a condition is covered by the later line without one, and said to be */
  g_assert_cmpuint (diagnostics->len, ==, G_N_ELEMENTS (expected) + 1);
}

static char *
read_to_string (PlxLexicon *lexicon,
                const char *text)
{
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));
  const PlxReading *reading = plx_reader_read (reader, article, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      for (guint axis = 0; axis < reading->n_axes; axis++)
        {
          g_autofree char *explained = plx_reading_explain (reading, lexicon, article, i, (PlxAxisId) axis);

          g_string_append (out, explained);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_image (void)
{
  static const char text[] = "It was not a very good deal. Retaliation follows, hitting them back and again.";
  g_autoptr (PlxLexicon) lexicon = compile (HEAD
    "good\tcue\ttone\t1\tadj prev!=so\tnote\n" "retaliat*\tcue\ttone\t-1.5\n" "hit ... back\tcue\ttone\t-1\tverb\n"
    "not\tshifter\t*\t-0.6\tnegator\n" "very\tshifter\t*\t1.4\tamplifier\n", NULL);
  g_autoptr (GBytes) image = plx_lexicon_write_image (lexicon);
  g_autoptr (PlxLexicon) copy = plx_lexicon_new_from_image (image);
  g_autofree char *expected = read_to_string (lexicon, text);
  g_autofree char *found = NULL;
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (image, 0, g_bytes_get_size (image) - 1);

  g_assert_nonnull (copy);
  found = read_to_string (copy, text);
  g_assert_nonnull (strstr (expected, "[retaliat*]"));
  g_assert_nonnull (strstr (expected, "[hit ... back]"));
  g_assert_nonnull (strstr (expected, "negation"));
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (plx_lexicon_get_digest (copy), ==, plx_lexicon_get_digest (lexicon));
  g_assert_cmpstr (plx_lexicon_get_entry (copy, 0)->note, ==, "note");
  g_assert_cmpstr (plx_lexicon_get_source (copy, 0)->path, ==, "own.tsv");
  g_assert_null (plx_lexicon_new_from_image (cut));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/bad-lines", test_bad_lines);
  g_test_add_func ("/lexicon/not-a-lexicon", test_not_a_lexicon);
  g_test_add_func ("/lexicon/includes", test_includes);
  g_test_add_func ("/lexicon/later-lines-win", test_later_lines_win);
  g_test_add_func ("/lexicon/spreadsheets", test_spreadsheets);
  g_test_add_func ("/lexicon/digest", test_digest);
  g_test_add_func ("/lexicon/lint", test_lint);
  g_test_add_func ("/lexicon/image", test_image);
  return g_test_run ();
}
