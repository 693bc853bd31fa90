/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/lexicon/plx-lexicon.h"
#include "analysis/reading/plx-reading.h"
#include "tests/support/cases.h"
#include "tests/support/lexicon.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* Runs tests/cases/rules/ *.txt: sentences with the trace that is expected of each. */

static PlxLexicon *
load_lexicon (void)
{
  g_autofree char *path = cases_path ("rules/lexicon.tsv");
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return lexicon_compile (text);
}

static void
append_number (GString *out,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.6g", value));
}

/* One cue as a line of a case. */
static void
append_cue (GString          *out,
            const PlxLexicon *lexicon,
            const PlxReading *reading,
            const PlxCue     *cue,
            const char       *text)
{
  const PlxEntry *entry = plx_lexicon_get_entry (lexicon, cue->entry);

  g_string_append_printf (out, " %s %s ", plx_lexicon_get_axis (lexicon, (guint) cue->axis)->id,
                          entry->pattern);
  append_number (out, cue->base);
  for (guint32 i = 0; i < cue->n_steps; i++)
    {
      const PlxStep *step = &g_array_index (reading->steps, PlxStep, cue->first_step + i);

      g_string_append_printf (out, " %s", plx_rule_to_string ((PlxRule) step->rule));
      if (step->trigger.end > step->trigger.start)
        g_string_append_printf (out, "(%.*s)", (int) plx_span_length (step->trigger),
                                text + step->trigger.start);
      g_string_append_c (out, ' ');
      append_number (out, step->factor);
    }
  g_string_append (out, " = ");
  append_number (out, cue->weight);
  g_string_append_c (out, '\n');
}

static char *
trace (PlxReader        *reader,
       const PlxLexicon *lexicon,
       const char       *sentence,
       const char       *target)
{
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (sentence));
  PlxReadingOptions options = { .target = target };
  const PlxReading *reading = plx_reader_read (reader, article, &options);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->cues->len; i++)
    append_cue (out, lexicon, reading, &g_array_index (reading->cues, PlxCue, i), article->text);
  return g_string_free (out, FALSE);
}

/* Reads a file of cases and compares; the file as it should be goes into @out_actual. */
static void
run_cases (gconstpointer data)
{
  const char *name = data;
  g_autofree char *folder = cases_path ("rules");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) actual = g_string_new (NULL);
  g_autoptr (PlxLexicon) lexicon = load_lexicon ();
  g_autoptr (PlxReader) reader = plx_reader_new (lexicon);
  const char *target = NULL;
  guint n_cases = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *found = NULL;
      g_autoptr (GString) expected = g_string_new (NULL);

      if (lines[i][0] == ' ')
        continue;
      if (lines[i + 1] != NULL || lines[i][0] != '\0')
        g_string_append_printf (actual, "%s\n", lines[i]);
      if (g_str_has_prefix (lines[i], "@target "))
        target = lines[i] + strlen ("@target ");
      if (lines[i][0] == '\0' || lines[i][0] == '#' || lines[i][0] == '@')
        continue;

      found = trace (reader, lexicon, lines[i], target);
      g_string_append (actual, found);
      for (guint k = i + 1; lines[k] != NULL && lines[k][0] == ' '; k++)
        g_string_append_printf (expected, "%s\n", lines[k]);
      n_cases++;
      if (g_getenv ("PLX_UPDATE_CASES") == NULL && strcmp (found, expected->str) != 0)
        {
          g_test_message ("%s:%u: %s\nexpected:\n%sfound:\n%s", name, i + 1, lines[i], expected->str, found);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_cases, >, 0);
  if (g_getenv ("PLX_UPDATE_CASES") != NULL)
    g_assert_true (g_file_set_contents (path, actual->str, (gssize) actual->len, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = cases_path ("rules");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".txt"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_assert_cmpuint (names->len, >=, 8);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strdup_printf ("/rules/%s", (const char *) names->pdata[i]);

      g_test_add_data_func (test, names->pdata[i], run_cases);
    }
  return g_test_run ();
}
