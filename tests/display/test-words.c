/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/folder.h"
#include "tests/support/window.h"
#include "ui/words/plx-entry-dialog.h"

#include "ui/words/plx-differences-dialog.h"
#include "ui/words/plx-hit-item.h"
#include "ui/words/plx-hits-view.h"
#include "ui/words/plx-try-line.h"
#include "ui/words/plx-word.h"
#include "ui/words/plx-words-model.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static guint
count (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

static PlxWord *
get_word (PlxWordsPage *page,
          guint         position)
{
  return g_list_model_get_item (plx_words_page_get_entries (page), position);
}

static gboolean
is_counted (PlxWordsPage *page)
{
  g_autoptr (PlxWord) word = get_word (page, 0);

  return word != NULL && plx_word_is_counted (word) && plx_word_get_n_hits (word) > 0;
}

static PlxWordsPage *
open_words (PlxWindow **out_window)
{
  PlxWindow *window = open_sample ();

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "words");
  g_assert_cmpstr (plx_window_get_view (window), ==, "words");
  wait_until (is_counted (plx_window_get_words_page (window)));
  *out_window = window;
  return plx_window_get_words_page (window);
}

static char *
dup_edits (PlxWindow *window)
{
  return plx_corpus_dup_lexicon_edits (plx_session_get_corpus (plx_window_get_session (window)),
                                       NULL);
}

static gboolean
has_edits (PlxWindow *window)
{
  g_autofree char *edits = dup_edits (window);

  return *edits != '\0';
}

/* Whether the table shows an entry that is turned off. */
static gboolean
shows_off (PlxWordsPage *page)
{
  for (guint i = 0; i < count (plx_words_page_get_entries (page)); i++)
    {
      g_autoptr (PlxWord) word = get_word (page, i);

      if (plx_word_get_state (word) == PLX_WORD_OFF)
        return TRUE;
    }
  return FALSE;
}

/* Hits come most first, and each of them is listed in context. */
static void
test_hits (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  g_autoptr (PlxWord) first = get_word (page, 0);
  g_autoptr (PlxWord) second = get_word (page, 1);

  g_assert_cmpuint (plx_word_get_n_hits (first), >=, plx_word_get_n_hits (second));
  plx_words_page_select (page, 0);
  wait_until (count (plx_words_page_get_hits (page)) == plx_word_get_n_hits (first));
  close_window (window);
}

/* An entry that is turned off stays in sight; undo turns it on again, redo off. */
static void
test_toggle_and_undo (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  PlxCorpus *corpus = plx_session_get_corpus (plx_window_get_session (window));
  g_autofree char *digest = g_strdup (plx_lexicon_get_digest (plx_corpus_get_lexicon (corpus)));

  plx_words_page_select (page, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "words.toggle", NULL));
  wait_until (!g_str_equal (plx_lexicon_get_digest (plx_corpus_get_lexicon (corpus)), digest));
  g_assert_true (has_edits (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  wait_until (g_str_equal (plx_lexicon_get_digest (plx_corpus_get_lexicon (corpus)), digest));
  g_assert_false (has_edits (window));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  wait_until (!g_str_equal (plx_lexicon_get_digest (plx_corpus_get_lexicon (corpus)), digest));
  g_assert_true (has_edits (window));
  close_window (window);
}

/* The scores of all sources on all axes: what the chart's bars add up to. */
static double
sum_scores (PlxWindow *window)
{
  const PlxSummary *summary = plx_session_get_summary (plx_window_get_session (window));
  double sum = 0;

  for (guint i = 0; summary != NULL && i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = summary->rows->pdata[i];

      for (guint axis = 0; axis < summary->n_axes; axis++)
        sum += row->axes[axis].score;
    }
  return sum;
}

static gboolean
is_near (double a,
         double b)
{
  return fabs (a - b) < 1e-9;
}

/* Selects the first cue that weighs below zero. */
static void
select_weighed (PlxWordsPage *page)
{
  for (guint i = 0; i < count (plx_words_page_get_entries (page)); i++)
    {
      g_autoptr (PlxWord) word = get_word (page, i);
      const PlxEntry *entry = plx_word_get_entry (word);

      if (entry->role == PLX_ROLE_CUE && entry->weight < 0 && entry->axis != PLX_AXIS_ALL)
        {
          plx_words_page_select (page, i);
          return;
        }
    }
  g_assert_not_reached ();
}

/* The charts move with a new weight, and undo moves them back to where they were. */
static void
test_charts_follow (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  double before = sum_scores (window);
  PlxEntryDialog *dialog;
  double after;

  g_assert_true (isfinite (before));
  select_weighed (page);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "words.edit", NULL));
  dialog = PLX_ENTRY_DIALOG (find_dialog (PLX_TYPE_ENTRY_DIALOG));
  plx_entry_dialog_set_field (dialog, PLX_FIELD_WEIGHT, "2");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.accept", NULL);
  wait_until (has_edits (window));
  wait_until (!is_near (sum_scores (window), before));
  after = sum_scores (window);
  g_assert_cmpfloat (after, >, before);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  wait_until (is_near (sum_scores (window), before));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  wait_until (is_near (sum_scores (window), after));
  close_window (window);
}

static gboolean
is_shown (GtkColumnView *view,
          guint          position)
{
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (view), position);

  return gtk_column_view_column_get_visible (column);
}

/* From the start there is something to see; what is narrow keeps entry, weight and hits. */
static void
test_narrow (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  GtkColumnView *view =
    GTK_COLUMN_VIEW (find_widget (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW));

  wait_until (count (plx_words_page_get_hits (page)) > 0);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  wait_until (!is_shown (view, PLX_WORDS_BY_SOURCES));
  g_assert_true (is_shown (view, PLX_WORDS_BY_PATTERN));
  g_assert_true (is_shown (view, PLX_WORDS_BY_WEIGHT));
  g_assert_true (is_shown (view, PLX_WORDS_BY_HITS));
  g_assert_false (is_shown (view, PLX_WORDS_BY_ROLE));
  g_assert_false (is_shown (view, PLX_WORDS_BY_AXIS));
  close_window (window);
}

static guint
count_lines (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '\n';
  return n;
}

/* As a table: a line for each entry that is shown, as in a lexicon file and with its hits, and
 * one for each hit. */
static void
test_export (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  PlxHitsView *view = PLX_HITS_VIEW (find_widget (GTK_WIDGET (page), PLX_TYPE_HITS_VIEW));
  g_autoptr (GBytes) entries = NULL;
  g_autoptr (GBytes) hits = NULL;

  wait_until (count (plx_words_page_get_hits (page)) > 0);
  entries = plx_words_page_make_csv (page);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (entries, NULL),
                                   "pattern,role,axis,weight,condition,note,state,hits,"));
  g_assert_cmpuint (count_lines (entries), >=, 1 + count (plx_words_page_get_entries (page)));
  hits = plx_hits_view_make_csv (view);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (hits, NULL), "source,title,left,hit,right\r"));
  g_assert_cmpuint (count_lines (hits), ==, 1 + count (plx_words_page_get_hits (page)));
  close_window (window);
}

/* Most of the hits of the first entry are found again by what stands in them, and only they are
 * saved and copied; what is no expression is said, and changes nothing. */
static void
test_search_hits (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  PlxHitsView *view = PLX_HITS_VIEW (find_widget (GTK_WIDGET (page), PLX_TYPE_HITS_VIEW));
  GListModel *lines = plx_words_page_get_hits (page);
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;
  guint n_all, n_found, n_copied;

  wait_until (count (lines) > 0);
  n_all = count (lines);
  plx_hits_view_search (view, "gull");
  n_found = count (lines);
  g_assert_cmpuint (n_found, >, 0);
  g_assert_cmpuint (n_found, <, n_all);
  csv = plx_hits_view_make_csv (view);
  g_assert_cmpuint (count_lines (csv), ==, 1 + n_found);
  text = plx_hits_view_dup_text (view, FALSE, &n_copied);
  g_assert_cmpuint (n_copied, ==, n_found);
  g_assert_nonnull (strstr (text, "Daily Gull"));
  plx_hits_view_search (view, "/gull(/");
  g_assert_nonnull (plx_hits_view_get_problem (view));
  g_assert_cmpuint (count (lines), >, 0);
  plx_hits_view_search (view, "/(Daily|Nightly) G/");
  g_assert_null (plx_hits_view_get_problem (view));
  g_assert_cmpuint (count (lines), ==, n_found);
  plx_hits_view_search (view, "qqxyzzy");
  g_assert_cmpuint (count (lines), ==, 0);
  plx_hits_view_search (view, "");
  g_assert_cmpuint (count (lines), ==, n_all);
  close_window (window);
}

/* On this page the export of the window is that of the words; there is no chart to save. */
static void
test_window_export (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "plx-words-export.csv", NULL);
  g_autofree char *drawing = g_build_filename (g_get_tmp_dir (), "plx-words-export.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) chart = g_file_new_for_path (drawing);
  g_autoptr (GBytes) expected = plx_words_page_make_csv (page);
  g_autofree char *saved = NULL;
  gsize length;

  plx_window_export_table (window, file);
  g_assert_true (g_file_get_contents (path, &saved, &length, NULL));
  g_assert_cmpmem (saved, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  plx_window_export_chart (window, chart);
  g_assert_false (g_file_test (drawing, G_FILE_TEST_EXISTS));
  g_remove (path);
  close_window (window);
}

static char *
dup_pattern (PlxWordsPage *page,
             guint         position)
{
  g_autoptr (PlxWord) word = get_word (page, position);

  return g_strdup (plx_word_get_entry (word)->pattern);
}

/* A column is sorted by its number, and by its number again in the other direction. */
static void
test_sort (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  guint n = count (plx_words_page_get_entries (page));
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *turned = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "words.sort", "i", PLX_WORDS_BY_PATTERN);
  first = dup_pattern (page, 0);
  last = dup_pattern (page, n - 1);
  g_assert_cmpint (g_utf8_collate (first, last), <, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "words.sort", "i", PLX_WORDS_BY_PATTERN);
  turned = dup_pattern (page, 0);
  g_assert_cmpint (g_utf8_collate (first, turned), <, 0);
  close_window (window);
}

/* What is wrong is said beside the field, and cannot be accepted; an entry that is right is. */
static void
test_add (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  PlxEntryDialog *dialog;
  g_autofree char *edits = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "words.add", NULL));
  dialog = PLX_ENTRY_DIALOG (find_dialog (PLX_TYPE_ENTRY_DIALOG));
  plx_entry_dialog_set_field (dialog, PLX_FIELD_PATTERN, "zigzaggery");
  plx_entry_dialog_set_field (dialog, PLX_FIELD_CONDITION, "nonsense");
  g_assert_nonnull (plx_entry_dialog_get_message (dialog, PLX_FIELD_CONDITION));
  g_assert_null (plx_entry_dialog_get_message (dialog, PLX_FIELD_PATTERN));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.accept", NULL);
  g_assert_false (has_edits (window));
  plx_entry_dialog_set_field (dialog, PLX_FIELD_CONDITION, "noun");
  g_assert_null (plx_entry_dialog_get_message (dialog, PLX_FIELD_CONDITION));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.accept", NULL);
  wait_until (has_edits (window));
  edits = dup_edits (window);
  g_assert_cmpstr (edits, ==, "zigzaggery\tcue\ttone\t1\tnoun\t\n");
  close_window (window);
}

/* A change that comes in while they are shown is among them, worded as in the table. */
static void
test_differences_follow (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  GtkWidget *dialog, *row;

  plx_words_page_select (page, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "words.differences", NULL);
  dialog = find_dialog (PLX_TYPE_DIFFERENCES_DIALOG);
  g_assert_null (find_widget (dialog, ADW_TYPE_ACTION_ROW));
  gtk_widget_activate_action (GTK_WIDGET (page), "words.toggle", NULL);
  wait_until (find_widget (dialog, ADW_TYPE_ACTION_ROW) != NULL);
  row = find_widget (dialog, ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Turned off"));
  g_assert_null (strchr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), '*'));
  close_window (window);
}

/* Saved, reverted and loaded again, the differences are the same. */
static void
test_differences (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "differences.tsv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  PlxDifferencesDialog *dialog;

  plx_words_page_select (page, 0);
  gtk_widget_activate_action (GTK_WIDGET (page), "words.toggle", NULL);
  wait_until (has_edits (window));
  before = dup_edits (window);
  wait_until (shows_off (page));
  gtk_widget_activate_action (GTK_WIDGET (page), "words.differences", NULL);
  dialog = PLX_DIFFERENCES_DIALOG (find_dialog (PLX_TYPE_DIFFERENCES_DIALOG));
  plx_differences_dialog_save (dialog, file);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "differences.revert-all", NULL);
  wait_until (!has_edits (window) && !shows_off (page));
  wait_until (!shows_off (page));
  plx_differences_dialog_load (dialog, file);
  wait_until (has_edits (window));
  after = dup_edits (window);
  g_assert_cmpstr (after, ==, before);
  folder_remove (folder);
  close_window (window);
}

static void
test_try (void)
{
  PlxWindow *window;
  PlxWordsPage *page = open_words (&window);
  PlxTryLine *line = PLX_TRY_LINE (find_widget (GTK_WIDGET (page), PLX_TYPE_TRY_LINE));

  plx_try_line_set_text (line, "The minister praised the excellent treaty.");
  g_assert_cmpuint (plx_try_line_get_n_cues (line), >, 0);
  plx_try_line_set_text (line, "");
  g_assert_cmpuint (plx_try_line_get_n_cues (line), ==, 0);
  close_window (window);
}

/* More than are listed. */
#define N_MANY 1200

/* Returns: (transfer full): a window with the words of a corpus in which one has many hits */
static PlxWindow *
open_many (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  PlxWindow *window = open_window ();

  for (guint i = 0; i < N_MANY; i++)
    g_string_append_printf (text, "{\"text\": \"Bridge number %04u is a success.\", "
                                  "\"source\": \"Post\"}\n", i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  plx_window_add_files (window, files);
  wait_until (plx_session_get_summary (plx_window_get_session (window)) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "words");
  wait_until (is_counted (plx_window_get_words_page (window)));
  return window;
}

static gboolean
is_first_hit (GListModel *lines,
              guint       n,
              const char *left)
{
  g_autoptr (PlxHitItem) item = g_list_model_get_item (lines, 0);

  return count (lines) == n && item != NULL &&
         strstr (plx_hit_item_get_line (item)->left, left) != NULL;
}

/* All hits are searched, not only those that are listed. */
static void
test_search_all_hits (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "many.jsonl", NULL);
  PlxWindow *window = open_many (path);
  GtkWidget *view = find_widget (GTK_WIDGET (window), PLX_TYPE_HITS_VIEW);
  GListModel *lines = plx_hits_view_get_lines (PLX_HITS_VIEW (view));

  wait_until (count (lines) == 1000);
  plx_hits_view_search (PLX_HITS_VIEW (view), "number 1150");
  wait_until (is_first_hit (lines, 1, "number 1150"));
  plx_hits_view_search (PLX_HITS_VIEW (view), "/number 11\\d\\d/");
  wait_until (is_first_hit (lines, 100, "number 1100"));
  plx_hits_view_search (PLX_HITS_VIEW (view), "");
  wait_until (is_first_hit (lines, 1000, "number 0000"));
  close_window (window);
  folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/words/hits", test_hits);
  g_test_add_func ("/words/toggle-and-undo", test_toggle_and_undo);
  g_test_add_func ("/words/charts-follow", test_charts_follow);
  g_test_add_func ("/words/export", test_export);
  g_test_add_func ("/words/search-hits", test_search_hits);
  g_test_add_func ("/words/window-export", test_window_export);
  g_test_add_func ("/words/sort", test_sort);
  g_test_add_func ("/words/narrow", test_narrow);
  g_test_add_func ("/words/add", test_add);
  g_test_add_func ("/words/differences", test_differences);
  g_test_add_func ("/words/differences-follow", test_differences_follow);
  g_test_add_func ("/words/try", test_try);
  g_test_add_func ("/words/search-all-hits", test_search_all_hits);
  return g_test_run ();
}
