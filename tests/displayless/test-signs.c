/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Plain sentences have the sign on an axis that a reader would give them, with the shipped lexicons and
 * all rules: the lines of tests/cases/signs.txt. */

#include "analysis/reading/plx-reading.h"
#include "data/plx-shipped-lexicons.h"
#include "tests/support/cases.h"

#include <string.h>

#define MIN_CASES 300
#define NEUTRAL 0.02 /* a score between is neither */

/* One case is a line: axis, sign and sentence, with tabs between them. */
static gboolean
check_line (PlxLexicon *lexicon,
            const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 3);
  PlxReader *reader;
  g_autoptr (PlxArticle) article = NULL;
  int wanted, found;
  double score;

  g_assert_cmpuint (g_strv_length (fields), ==, 3);
  reader = plx_reader_new (lexicon);
  article = plx_article_new (g_strdup (fields[2]));
  plx_article_add_block (article, PLX_BLOCK_BODY, (PlxSpan) { 0, (guint32) strlen (fields[2]) });
  score = plx_reader_read (reader, article, NULL)->axes[plx_lexicon_find_axis (lexicon, fields[0])].score;
  plx_reader_free (reader);
  wanted = fields[1][0] == '+' ? 1 : fields[1][0] == '-' ? -1 : 0;
  found = (score > NEUTRAL) - (score < -NEUTRAL);
  if (found != wanted)
    g_test_message ("%s: the score on %s is %.2f", fields[2], fields[0], score);
  return found == wanted;
}

static void
test_signs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (PlxLexicon) lexicon = plx_lexicon_files_load (NULL, NULL, &diagnostics, &error);
  g_autofree char *path = cases_path ("signs.txt");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (!check_line (lexicon, lines[i]))
        g_test_fail ();
      n++;
    }
  g_assert_cmpuint (n, >=, MIN_CASES);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signs", test_signs);
  return g_test_run ();
}
