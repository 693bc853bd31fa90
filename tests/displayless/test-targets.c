/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/reading/plx-evidence.h"
#include "analysis/summary/plx-group-sums.h"
#include "data/plx-shipped-lexicons.h"
#include "tests/support/cases.h"

#include <stdlib.h>
#include <string.h>

/* Runs tests/cases/targets.txt, which says what its lines mean, and tests the alias table. */

typedef struct
{
  PlxLexicon       *lexicon;
  PlxReader        *reader;
  const PlxArticle *article;
  const PlxReading *reading;
} Runner;

static const char *
target_name (const PlxReading *reading,
             guint32           target)
{
  return target != PLX_NONE ? g_array_index (reading->targets, PlxTarget, target).name : "-";
}

/* Returns: (transfer full) (nullable): what was found instead of what was expected */
static char *
check_cue (const Runner *runner,
           const char   *expected)
{
  PlxAxisId tone = plx_lexicon_find_axis (runner->lexicon, "tone");
  const char *arrow = strstr (expected, " -> ");
  gsize length;

  g_assert_nonnull (arrow);
  length = (gsize) (arrow - expected);
  for (guint i = 0; i < runner->reading->cues->len; i++)
    {
      const PlxCue *cue = &g_array_index (runner->reading->cues, PlxCue, i);
      const char *found = target_name (runner->reading, cue->target);

      if (cue->axis != tone || strncmp (runner->article->text + cue->span.start, expected, length) != 0)
        continue;
      return strcmp (found, arrow + 4) != 0 ? g_strdup (found) : NULL;
    }
  return g_strdup ("no such cue");
}

static guint
count_mentions (const PlxReading *reading,
                const char       *name,
                gsize             length)
{
  g_autofree char *key = g_strndup (name, length);
  guint32 index = plx_reading_find_target (reading, key);

  return index != PLX_NONE ? g_array_index (reading->targets, PlxTarget, index).n_mentions : 0;
}

static char *
check_line (const Runner *runner,
            const char   *line)
{
  const PlxReading *reading = runner->reading;

  if (g_str_has_prefix (line, "cue "))
    return check_cue (runner, line + 4);
  if (g_str_has_prefix (line, "name "))
    {
      const char *number = strrchr (line, ' ');
      guint n = count_mentions (reading, line + 5, (gsize) (number - line) - 5);

      return n == (guint) atoi (number) ? NULL : g_strdup_printf ("%u mentions", n);
    }
  if (g_str_has_prefix (line, "no "))
    return count_mentions (reading, line + 3, strlen (line) - 3) > 0 ? g_strdup ("it is one") : NULL;
  if (g_str_has_prefix (line, "subject "))
    {
      const char *found = target_name (reading, plx_reading_get_subject (reading));

      return strcmp (found, line + 8) != 0 ? g_strdup (found) : NULL;
    }
  return g_strdup ("this line says nothing");
}

static void
runner_init (Runner *self)
{
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;

  *self = (Runner) { .lexicon = plx_lexicon_files_load (NULL, NULL, &diagnostics, &error) };
  g_assert_no_error (error);
  self->reader = plx_reader_new (self->lexicon);
  plx_reader_set_aliases (self->reader, plx_shipped_aliases_get ());
}

static void
runner_clear (Runner *self)
{
  plx_reader_free (self->reader);
  plx_lexicon_unref (self->lexicon);
}

static void
test_cases (void)
{
  g_autofree char *path = cases_path ("targets.txt");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (PlxArticle) article = NULL;
  Runner runner;
  guint n_checks = 0;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  runner_init (&runner);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *wrong = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      if (lines[i][0] != ' ')
        {
          plx_article_free (article);
          runner.article = article = plx_article_new (g_strdup (lines[i]));
          runner.reading = plx_reader_read (runner.reader, article, NULL);
          continue;
        }
      g_assert_nonnull (article);
      wrong = check_line (&runner, lines[i] + 1);
      n_checks++;
      if (wrong != NULL)
        {
          g_test_message ("targets.txt:%u: %s\n expected:%s\n found: %s", i + 1, article->text, lines[i],
                          wrong);
          for (guint t = 0; t < runner.reading->targets->len; t++)
            g_test_message ("  there is: %s", target_name (runner.reading, t));
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_checks, >, 0);
  runner_clear (&runner);
}

static double
read_tone (Runner     *runner,
           const char *text,
           const char *target)
{
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));
  PlxReadingOptions options = { .target = target };
  PlxAxisId tone = plx_lexicon_find_axis (runner->lexicon, "tone");

  return plx_reader_read (runner->reader, article, &options)->axes[tone].score;
}

static void
test_chosen (void)
{
  static const char text[] = "Warren praised Lockwood, but Ashdown is corrupt.";
  static const char lower[] = "the failures of wind power angered Warren.";
  Runner runner;

  runner_init (&runner);
  g_assert_cmpfloat (read_tone (&runner, text, "Lockwood"), >, read_tone (&runner, text, "Warren"));
  g_assert_cmpfloat (read_tone (&runner, text, "Ashdown"), <, 0.0);
  g_assert_cmpfloat (read_tone (&runner, text, "Lockwood"), >, 0.0);
  g_assert_cmpfloat (read_tone (&runner, text, "Mr. Lockwood's"), ==, read_tone (&runner, text, "Lockwood"));
  /* who is not in the sentence changes nothing in it */
  g_assert_cmpfloat (read_tone (&runner, text, "Nobody Here"), ==, read_tone (&runner, text, NULL));
  g_assert_cmpfloat (read_tone (&runner, lower, "wind power"), <, 0.0);
  g_assert_cmpfloat (read_tone (&runner, text, ""), ==, read_tone (&runner, text, NULL));
  g_assert_cmpfloat (read_tone (&runner, text, ".,;'\""), ==, read_tone (&runner, text, NULL));
  runner_clear (&runner);
}

/* A target's sums are those of its cues, and a reader leaves nothing of an article to the next. */
static void
test_sums (void)
{
  static const char text[] = "Warren praised Lockwood. Lockwood was criticized. Lockwood failed. Warren is corrupt.";
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));
  g_autoptr (PlxArticle) other = plx_article_new (g_strdup ("Ashdown met Lockwood and Warren."));
  g_autoptr (PlxReading) copy = NULL;
  const PlxReading *again;
  Runner runner;

  runner_init (&runner);
  copy = plx_reading_copy (plx_reader_read (runner.reader, article, NULL));
  for (guint i = 0; i < copy->targets->len; i++)
    {
      const PlxTarget *target = &g_array_index (copy->targets, PlxTarget, i);
      double sums[PLX_MAX_AXES] = { 0.0 };

      for (guint c = 0; c < copy->cues->len; c++)
        {
          const PlxCue *cue = &g_array_index (copy->cues, PlxCue, c);

          if (cue->target == i)
            sums[cue->axis] += cue->weight;
        }
      for (guint axis = 0; axis < copy->n_axes; axis++)
        {
          g_assert_cmpfloat_with_epsilon (target->axes[axis].positive - target->axes[axis].negative,
                                          sums[axis], 1e-9);
          g_assert_true (target->axes[axis].score >= -1.0 && target->axes[axis].score <= 1.0);
        }
    }
  plx_reader_read (runner.reader, other, NULL);
  again = plx_reader_read (runner.reader, article, NULL);
  g_assert_cmpuint (again->targets->len, ==, copy->targets->len);
  for (guint i = 0; i < copy->targets->len; i++)
    {
      g_assert_cmpstr (g_array_index (again->targets, PlxTarget, i).name, ==,
                       g_array_index (copy->targets, PlxTarget, i).name);
      g_assert_cmpuint (g_array_index (again->targets, PlxTarget, i).n_mentions, ==,
                        g_array_index (copy->targets, PlxTarget, i).n_mentions);
    }
  runner_clear (&runner);
}

/* Sums @evidence up, once for each of the dates; a part of it, or NULL. */
static PlxSummary *
group (const PlxLexicon     *lexicon,
       PlxGrouping           grouping,
       GBytes               *evidence,
       const PlxReadingPart *part,
       const char *const    *dates,
       guint                 max_rows)
{
  static const PlxSummaryOptions options = { .rounds = 0, .confidence = 0.95 };
  static const PlxReadingPart all = PLX_READING_PART_INIT;
  g_autoptr (PlxGroupSums) sums = plx_group_sums_new (lexicon, grouping, "reporter", "unnamed");
  gint64 id = 9;

  for (; *dates != NULL; dates++, id++)
    {
      PlxGroupedArticle article = { id, "The Wire", **dates != '\0' ? *dates : NULL, evidence,
                                    part != NULL ? *part : all, NULL };

      plx_group_sums_add (sums, &article);
    }
  return plx_group_sums_finish (sums, &options, max_rows);
}

static const PlxSummaryRow *
get_row (const PlxSummary *summary,
         guint             index)
{
  g_assert_cmpuint (index, <, summary->rows->len);
  return g_ptr_array_index (summary->rows, index);
}

/* Rows by target hold the cues about it and no other; rows by voice share out all words; dates that
 * are less precise than the grouping stand by themselves. */
static void
test_groups (void)
{
  static const char text[] = "Warren praised Lockwood. Lockwood was criticized. “This is corrupt,” Ashdown said.";
  static const char *const once[] = { "2023-11-03", NULL };
  static const char *const dates[] = { "2023-11-03T13:19:00Z", "2023-11-03", "2023-11", "", NULL };
  const PlxReadingPart nobody = { .voice = 1000, .target = PLX_NONE };
  g_autoptr (PlxArticle) article = plx_article_new (g_strdup (text));
  g_autoptr (PlxSummary) by_target = NULL, by_voice = NULL, largest = NULL, of_ashdown = NULL;
  g_autoptr (PlxSummary) by_day = NULL, by_month = NULL, by_year = NULL, by_article = NULL;
  g_autoptr (PlxSummary) empty = NULL;
  g_autoptr (GBytes) evidence = NULL;
  PlxReadingPart ashdown = PLX_READING_PART_INIT;
  const PlxReading *reading;
  const PlxSummaryRow *row;
  guint n_words = 0;
  guint tone;
  Runner runner;

  runner_init (&runner);
  tone = (guint) plx_lexicon_find_axis (runner.lexicon, "tone");
  reading = plx_reader_read (runner.reader, article, NULL);
  evidence = plx_evidence_pack (reading);

  by_target = group (runner.lexicon, PLX_GROUPING_TARGET, evidence, NULL, once, G_MAXUINT);
  row = plx_summary_find_row (by_target, "Lockwood");
  g_assert_nonnull (row);
  g_assert_cmpuint (row->n_sentences, ==, 2);
  g_assert_cmpuint (row->axes[tone].n_cues, ==, 2);
  g_assert_cmpfloat (row->axes[tone].positive, >, 0.0);
  g_assert_cmpfloat (row->axes[tone].negative, >, 0.0);
  g_assert_true (get_row (by_target, 0) == row);
  /* nothing is said of her */
  g_assert_null (plx_summary_find_row (by_target, "Warren"));

  by_voice = group (runner.lexicon, PLX_GROUPING_VOICE, evidence, NULL, once, G_MAXUINT);
  g_assert_cmpstr (get_row (by_voice, 0)->name, ==, "reporter");
  g_assert_cmpstr (get_row (by_voice, 1)->name, ==, "Ashdown");
  for (guint i = 0; i < by_voice->rows->len; i++)
    n_words += get_row (by_voice, i)->n_words;
  g_assert_cmpuint (n_words, ==, reading->n_words);
  largest = group (runner.lexicon, PLX_GROUPING_VOICE, evidence, NULL, once, 1);
  g_assert_cmpuint (largest->rows->len, ==, 1);
  g_assert_cmpstr (get_row (largest, 0)->name, ==, "reporter");
  ashdown.voice = plx_evidence_find_voice (evidence, "Ashdown");
  of_ashdown = group (runner.lexicon, PLX_GROUPING_VOICE, evidence, &ashdown, once, G_MAXUINT);
  g_assert_cmpuint (of_ashdown->rows->len, ==, 1);
  g_assert_cmpuint (get_row (of_ashdown, 0)->n_words, ==, get_row (by_voice, 1)->n_words);

  by_day = group (runner.lexicon, PLX_GROUPING_DAY, evidence, NULL, dates, G_MAXUINT);
  g_assert_cmpuint (by_day->rows->len, ==, 3);
  g_assert_cmpuint (plx_summary_find_row (by_day, "2023-11-03")->n_articles, ==, 2);
  g_assert_cmpuint (plx_summary_find_row (by_day, "2023-11")->n_articles, ==, 1);
  g_assert_nonnull (plx_summary_find_row (by_day, ""));
  by_month = group (runner.lexicon, PLX_GROUPING_MONTH, evidence, NULL, dates, G_MAXUINT);
  g_assert_cmpuint (plx_summary_find_row (by_month, "2023-11")->n_articles, ==, 3);
  by_year = group (runner.lexicon, PLX_GROUPING_YEAR, evidence, NULL, dates, G_MAXUINT);
  g_assert_cmpuint (plx_summary_find_row (by_year, "2023")->n_articles, ==, 3);

  /* by their numbers, not by their letters */
  by_article = group (runner.lexicon, PLX_GROUPING_ARTICLE, evidence, NULL, dates, G_MAXUINT);
  g_assert_cmpuint (by_article->rows->len, ==, 4);
  g_assert_cmpstr (get_row (by_article, 0)->name, ==, "9");
  g_assert_cmpstr (get_row (by_article, 1)->name, ==, "10");
  empty = group (runner.lexicon, PLX_GROUPING_SOURCE, evidence, &nobody, dates, G_MAXUINT);
  g_assert_cmpuint (empty->rows->len, ==, 0);
  runner_clear (&runner);
}

static void
test_aliases (void)
{
  static const char text[] = "#parallax-aliases 1\n"
                             "# a comment\n"
                             "\n"
                             "Ruritanian\tRuritania\tplace\tpeople\n"
                             "RU\tRuritania\tplace\r\n"
                             "too\tfew\n"
                             "a\tb\tanimal\n"
                             "\tb\tplace\n"
                             "... !\tb\tplace\n"
                             "Ruritanian\tGreat Ruritania\torganisation\n"
                             "\xff\xfe\tb\tplace\n";
  static const guint bad_lines[] = { 6, 7, 8, 9, 11 };
  g_autoptr (PlxAliases) aliases = plx_aliases_new ();
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_diagnostic_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GBytes) none = g_bytes_new_static ("pattern\trole\n", 13);
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_aliases_add_bytes (aliases, bytes, "mine.tsv", diagnostics, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (diagnostics->len, ==, G_N_ELEMENTS (bad_lines));
  for (guint i = 0; i < diagnostics->len; i++)
    g_assert_cmpuint (((PlxDiagnostic *) g_ptr_array_index (diagnostics, i))->line, ==, bad_lines[i]);
  g_assert_cmpstr (plx_aliases_get_name (aliases, plx_aliases_lookup (aliases, "RU")), ==, "Ruritania");
  g_assert_cmpstr (plx_aliases_get_name (aliases, plx_aliases_lookup (aliases, "Ruritanian")), ==,
                   "Great Ruritania");
  g_assert_cmpuint (plx_aliases_lookup (aliases, "Ruritania"), ==, plx_aliases_lookup (aliases, "RU"));
  g_assert_cmpuint (plx_aliases_lookup (aliases, "Elsewhere"), ==, PLX_NONE);
  g_assert_cmpuint (plx_aliases_lookup (aliases, ""), ==, PLX_NONE);

  g_assert_false (plx_aliases_add_bytes (aliases, none, NULL, diagnostics, &error));
  g_assert_error (error, PLX_ALIASES_ERROR, PLX_ALIASES_ERROR_FORMAT);
}

/* Every line of the shipped table loads, and no alias stands in it twice. */
static void
test_shipped_aliases (void)
{
  g_autoptr (GBytes) bytes = plx_shipped_lexicons_lookup ("aliases.tsv");
  g_autoptr (PlxAliases) aliases = plx_aliases_new ();
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_diagnostic_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (bytes);
  g_assert_true (plx_aliases_add_bytes (aliases, bytes, NULL, diagnostics, &error));
  g_assert_cmpuint (diagnostics->len, ==, 0);
  g_assert_cmpuint (plx_aliases_get_n_names (aliases), >, 300);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      fields = g_strsplit (lines[i], "\t", 2);
      g_assert_true (g_hash_table_add (seen, g_strdup (fields[0])));
    }
}

/* An image says what its table says, and takes in a further table. */
static void
test_alias_image (void)
{
  static const char more[] = "#parallax-aliases 1\nRU\tElsewhere\tplace\n";
  g_autoptr (GBytes) bytes = plx_shipped_lexicons_lookup ("aliases.tsv");
  g_autoptr (PlxAliases) aliases = plx_aliases_new ();
  g_autoptr (PlxAliases) copy = NULL;
  g_autoptr (GBytes) image = NULL;
  g_autoptr (GBytes) cut = NULL;
  g_autoptr (GBytes) own = g_bytes_new_static (more, strlen (more));
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_aliases_add_bytes (aliases, bytes, NULL, NULL, &error));
  image = plx_aliases_write_image (aliases);
  copy = plx_aliases_new_from_image (image);
  g_assert_nonnull (copy);
  g_assert_cmpuint (plx_aliases_get_n_names (copy), ==, plx_aliases_get_n_names (aliases));
  for (guint32 i = 0; i < plx_aliases_get_n_names (copy); i++)
    {
      const char *name = plx_aliases_get_name (aliases, i);

      g_assert_cmpstr (plx_aliases_get_name (copy, i), ==, name);
      g_assert_cmpint (plx_aliases_get_kind (copy, i), ==, plx_aliases_get_kind (aliases, i));
      g_assert_cmpuint (plx_aliases_lookup (copy, name), ==, plx_aliases_lookup (aliases, name));
    }
  g_assert_true (plx_aliases_add_bytes (copy, own, NULL, NULL, &error));
  g_assert_cmpstr (plx_aliases_get_name (copy, plx_aliases_lookup (copy, "RU")), ==, "Elsewhere");

  cut = g_bytes_new_from_bytes (image, 0, g_bytes_get_size (image) - 1);
  g_assert_null (plx_aliases_new_from_image (cut));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/targets/cases", test_cases);
  g_test_add_func ("/targets/chosen", test_chosen);
  g_test_add_func ("/targets/sums", test_sums);
  g_test_add_func ("/targets/groups", test_groups);
  g_test_add_func ("/aliases/table", test_aliases);
  g_test_add_func ("/aliases/shipped", test_shipped_aliases);
  g_test_add_func ("/aliases/image", test_alias_image);
  return g_test_run ();
}
