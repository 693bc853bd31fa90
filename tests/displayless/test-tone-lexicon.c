/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The shipped tone lexicon: it loads without a complaint, is as broad as it claims to be, and
 * gives plain sentences the sign that a reader would. */

#include "analysis/reading/plx-reading.h"
#include "data/plx-shipped-lexicons.h"

#include <string.h>

#define MIN_ENTRIES 8000

static PlxLexicon *
load (void)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  PlxLexicon *lexicon = plx_lexicon_files_load (NULL, NULL, &diagnostics, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *text = plx_diagnostic_to_string (diagnostics->pdata[i]);

      if (strstr (text, "tone.tsv") != NULL)
        g_error ("%s", text);
    }
  return lexicon;
}

static double
tone_of (PlxLexicon *lexicon,
         const char *text)
{
  PlxReader *reader = plx_reader_new (lexicon);
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));
  PlxSpan span = { 0, (guint32) strlen (text) };
  double score;

  plx_article_add_block (article, PLX_BLOCK_BODY, span);
  score = plx_reader_read (reader, article, NULL)->axes[plx_lexicon_find_axis (lexicon, "tone")].score;
  plx_reader_free (reader);
  return score;
}

static void
test_breadth (void)
{
  g_autoptr (PlxLexicon) lexicon = load ();
  g_autoptr (GHashTable) patterns = g_hash_table_new (g_str_hash, g_str_equal);
  PlxAxisId axis = plx_lexicon_find_axis (lexicon, "tone");

  for (guint32 i = 0; i < plx_lexicon_get_n_entries (lexicon); i++)
    {
      const PlxEntry *entry = plx_lexicon_get_entry (lexicon, i);

      if (entry->axis == axis && (entry->role == PLX_ROLE_CUE || entry->role == PLX_ROLE_EVENT))
        g_hash_table_add (patterns, (gpointer) entry->pattern);
    }
  g_assert_cmpuint (g_hash_table_size (patterns), >=, MIN_ENTRIES);
}

static const struct
{
  const char *name;
  const char *text;
  int         sign;
} signs[] = {
  { "praise", "Reviewers praised the brilliant performance.", 1 },
  { "harm", "Vandals wrecked the chapel and robbed its caretaker.", -1 },
  { "a valued thing rises", "Profit rose in the third quarter.", 1 },
  { "a valued thing falls", "Profit fell in the third quarter.", -1 },
  { "a bad thing falls", "Unemployment fell in the third quarter.", 1 },
  { "a loss narrows", "The net loss narrowed in the third quarter.", 1 },
  { "a phrase wins over its words", "The merger was a slap in the face.", -1 },
  { "a block's own words", "The firm gave out a profit warning.", -1 },
  { "a fine is no praise", "The fine was paid in May.", 0 },
  { "the party", "The party will meet in the town hall on Tuesday.", 0 },
  { "names of institutions", "The Justice Department and the Supreme Court had no comment.", 0 },
};

static void
test_sign (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PlxLexicon) lexicon = load ();
  double score = tone_of (lexicon, signs[i].text);

  g_assert_cmpint ((score > 0) - (score < 0), ==, signs[i].sign);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tone-lexicon/breadth", test_breadth);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *path = g_strdelimit (g_strdup (signs[i].name), " '", '-');
      g_autofree char *full = g_strconcat ("/tone-lexicon/sign/", path, NULL);

      g_test_add_data_func (full, GUINT_TO_POINTER (i), test_sign);
    }
  return g_test_run ();
}
