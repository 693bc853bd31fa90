/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/support/folder.h"
#include "tests/support/window.h"
#include "ui/compare/plx-compare-page.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/reader/plx-page-view.h"
#include "ui/reader/plx-part-scores.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/sources/plx-source-sidebar.h"
#include "ui/sources/plx-sources-page.h"
#include "ui/widgets/plx-chart-view.h"
#include "ui/widgets/plx-table-view.h"
#include "ui/window/plx-details-dialog.h"
#include "ui/words/plx-words-page.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_SAMPLES 6

static PlxEvidenceView *
wait_for_evidence (PlxWindow *window)
{
  PlxEvidenceView *evidence =
    PLX_EVIDENCE_VIEW (find_widget (GTK_WIDGET (window), PLX_TYPE_EVIDENCE_VIEW));

  wait_until (g_strcmp0 (plx_evidence_view_get_page (evidence), "ready") == 0 ||
              g_strcmp0 (plx_evidence_view_get_page (evidence), "empty") == 0);
  return evidence;
}

static void
test_templates (void)
{
  const GType types[] = { PLX_TYPE_CHART_VIEW, PLX_TYPE_EVIDENCE_VIEW, PLX_TYPE_READER_VIEW,
                          PLX_TYPE_SOURCE_SIDEBAR, PLX_TYPE_SOURCES_PAGE, PLX_TYPE_TABLE_VIEW, PLX_TYPE_WORDS_PAGE, PLX_TYPE_COMPARE_PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      run_turns (200);
      g_assert_finalize_object (widget);
    }
}

static void
test_welcome (void)
{
  PlxWindow *window = open_window ();

  g_assert_cmpstr (plx_window_get_page (window), ==, "welcome");
  g_assert_true (plx_window_is_free (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  close_window (window);
}

static void
test_sample (void)
{
  PlxWindow *window = open_sample ();
  PlxSession *session = plx_window_get_session (window);
  PlxChartView *chart = PLX_CHART_VIEW (find_widget (GTK_WIDGET (window), PLX_TYPE_CHART_VIEW));
  PlxEvidenceView *evidence = wait_for_evidence (window);
  GListModel *items = plx_evidence_view_get_items (evidence);
  double last = INFINITY;

  g_assert_cmpuint (g_list_model_get_n_items (plx_session_get_sources (session)), ==, N_SAMPLES);
  g_assert_cmpuint (plx_chart_view_get_marks (chart)->len, ==,
                    N_SAMPLES * plx_session_get_summary (session)->n_axes);
  g_assert_true (plx_session_is_modified (session));

  g_assert_cmpuint (g_list_model_get_n_items (items), >, 20);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PlxSentenceItem) item = g_list_model_get_item (items, i);
      double strength = fabs (plx_sentence_item_get_score (item,
                                                           plx_sentence_item_get_axis (item))->score);

      g_assert_cmpfloat (strength, <=, last);
      last = strength;
    }
  close_window (window);
}

/* Every mark can be reached by keys, lies within the chart, and leads to its evidence. */
static void
test_chart_keys (void)
{
  PlxWindow *window = open_sample ();
  GtkWidget *widget = find_widget (GTK_WIDGET (window), PLX_TYPE_CHART_VIEW);
  PlxChartView *chart = PLX_CHART_VIEW (widget);
  GArray *marks = plx_chart_view_get_marks (chart);
  const PlxPlotMark *focused;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (chart),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);

      g_assert_cmpfloat (mark->x + mark->width, <=, gtk_widget_get_width (widget) + 1);
      g_assert_cmpfloat (mark->y + mark->height, <=, gtk_widget_get_height (widget) + 1);
    }

  gtk_widget_grab_focus (widget);
  g_assert_true (gtk_widget_activate_action (widget, "chart.first", NULL));
  focused = plx_chart_view_get_focused (chart);
  g_assert_nonnull (focused);
  g_assert_true (plx_plot_mark_equal (focused, &g_array_index (marks, PlxPlotMark, 0)));
  g_assert_cmpstr (plx_chart_view_get_description (chart), !=, "");
  g_assert_true (gtk_widget_activate_action (widget, "chart.down", NULL));
  g_assert_false (plx_plot_mark_equal (plx_chart_view_get_focused (chart),
                                       &g_array_index (marks, PlxPlotMark, 0)));

  g_assert_true (gtk_widget_activate_action (widget, "chart.activate", NULL));
  wait_until (is_evidence_on (window, plx_chart_view_get_focused (chart)->axis));
  close_window (window);
}

/* The table twin says what the chart draws: a row for each source. */
static void
test_table (void)
{
  PlxWindow *window = open_sample ();
  PlxTableView *table = PLX_TABLE_VIEW (find_widget (GTK_WIDGET (window), PLX_TYPE_TABLE_VIEW));

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (table)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-table", NULL));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (table)));
  g_assert_cmpuint (plx_plot_table_get_n_rows (plx_table_view_get_table (table)), ==, N_SAMPLES);
  g_signal_emit_by_name (table, "activated", 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-table", NULL));
  close_window (window);
}

static GtkTextBuffer *
get_reader_buffer (PlxWindow *window)
{
  GtkWidget *view = find_widget (GTK_WIDGET (window), PLX_TYPE_PAGE_VIEW);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static int
get_cursor (GtkTextBuffer *buffer)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&iter);
}

/* The reader shows the sentence that was activated, word for word, and keys go over the cues. */
/* The table below the text says of both parts what the reading does. */
static void
check_part_scores (PlxReaderView *reader)
{
  const PlxReading *reading = plx_reader_text_get_reading (plx_reader_view_get_seen (reader));
  GtkWidget *scores = find_mapped (GTK_WIDGET (reader), PLX_TYPE_PART_SCORES);
  GtkGrid *grid = GTK_GRID (find_mapped (scores, GTK_TYPE_GRID));

  for (int part = 0; part < 2; part++)
    {
      PlxAxisScore axes[PLX_MAX_AXES];

      plx_reading_sum_apart (reading, part == 0, axes);
      for (guint axis = 0; axis < reading->n_axes; axis++)
        {
          GtkLabel *label = GTK_LABEL (gtk_grid_get_child_at (grid, axis + 1, part + 1));
          g_autofree char *text = plx_wording_score (axes[axis].n_cues > 0 ? axes[axis].score : NAN);

          g_assert_cmpstr (gtk_label_get_text (label), ==, text);
        }
    }
}

static void
test_reader (void)
{
  PlxWindow *window = open_sample ();
  PlxEvidenceView *evidence = wait_for_evidence (window);
  GtkWidget *reader = find_widget (GTK_WIDGET (window), PLX_TYPE_READER_VIEW);
  g_autoptr (PlxSentenceItem) item =
    g_list_model_get_item (plx_evidence_view_get_items (evidence), 3);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  int cursor;

  g_signal_emit_by_name (evidence, "activated", item);
  g_assert_cmpint (plx_reader_view_get_article_id (PLX_READER_VIEW (reader)), ==,
                   plx_sentence_item_get_article (item));
  wait_until (gtk_text_buffer_get_char_count (get_reader_buffer (window)) > 500);
  gtk_text_buffer_get_bounds (get_reader_buffer (window), &start, &end);
  text = g_strdelimit (gtk_text_buffer_get_text (get_reader_buffer (window), &start, &end, FALSE),
                       "\n", ' ');
  g_assert_nonnull (strstr (text, plx_sentence_item_get_text (item)));
  check_part_scores (PLX_READER_VIEW (reader));

  gtk_text_buffer_place_cursor (get_reader_buffer (window), &start);
  g_assert_true (gtk_widget_activate_action (reader, "reader.next-cue", NULL));
  cursor = get_cursor (get_reader_buffer (window));
  g_assert_true (gtk_text_buffer_get_has_selection (get_reader_buffer (window)));
  g_assert_true (gtk_widget_activate_action (reader, "reader.next-cue", NULL));
  g_assert_cmpint (get_cursor (get_reader_buffer (window)), >, cursor);
  g_assert_true (gtk_widget_activate_action (reader, "reader.explain", NULL));
  g_assert_true (gtk_widget_activate_action (reader, "reader.previous-cue", NULL));
  g_assert_cmpint (get_cursor (get_reader_buffer (window)), ==, cursor);
  g_assert_true (gtk_widget_activate_action (reader, "reader.close", NULL));
  close_window (window);
}

static void
test_export (void)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } cases[] = {
    { "chart.svg", "<?xml" },
    { "chart.pdf", "%PDF-" },
    { "chart.png", "\x89PNG" },
  };
  g_autofree char *folder = g_dir_make_tmp ("plx-window-XXXXXX", NULL);
  PlxWindow *window = open_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *contents = NULL;

      g_test_message ("%s", cases[i].name);
      plx_window_export_chart (window, file);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, cases[i].begins));
      g_unlink (path);
    }
  g_rmdir (folder);
  close_window (window);
}

static gint64
get_first_source (PlxWindow *window)
{
  g_autoptr (PlxSourceItem) item =
    g_list_model_get_item (plx_session_get_sources (plx_window_get_session (window)), 0);

  return plx_source_item_get_id (item);
}

static void
test_remove_and_undo (void)
{
  PlxWindow *window = open_sample ();
  GListModel *sources = plx_session_get_sources (plx_window_get_session (window));
  GtkWidget *page = find_widget (GTK_WIDGET (window), PLX_TYPE_SOURCES_PAGE);

  g_signal_emit_by_name (page, "remove", get_first_source (window), (gint64) 0);
  wait_until (g_list_model_get_n_items (sources) == N_SAMPLES - 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (g_list_model_get_n_items (sources) == N_SAMPLES);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  wait_until (g_list_model_get_n_items (sources) == N_SAMPLES - 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (g_list_model_get_n_items (sources) == N_SAMPLES);
  close_window (window);
}

static char *
dup_date (PlxCorpus *corpus,
          gint64     article_id)
{
  g_autoptr (PlxArticle) article = plx_corpus_dup_article (corpus, article_id, NULL);

  return g_strdup (article->date != NULL ? article->date : "");
}

static gboolean
has_date (PlxCorpus  *corpus,
          gint64      article_id,
          const char *date)
{
  g_autofree char *now = dup_date (corpus, article_id);

  return strcmp (now, date) == 0;
}

/* Writes what is in the row for the date; whether it can be saved then. */
static gboolean
enter_date (PlxDetailsDialog *dialog,
            const char       *date)
{
  GtkEditable *row = GTK_EDITABLE (gtk_widget_get_template_child (
    GTK_WIDGET (dialog), PLX_TYPE_DETAILS_DIALOG, "date_row"));

  gtk_editable_set_text (row, date);
  return gtk_widget_is_sensitive (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}

/* What an import got wrong is put right, with a step back; what is no date is not taken. */
static void
test_details (void)
{
  PlxWindow *window = open_sample ();
  PlxCorpus *corpus = plx_session_get_corpus (plx_window_get_session (window));
  g_autoptr (GPtrArray) articles = plx_corpus_list_articles (corpus, 0, NULL, NULL);
  gint64 id = ((const PlxArticleInfo *) articles->pdata[0])->id;
  g_autofree char *before = dup_date (corpus, id);
  PlxDetailsDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.details", "x", id);
  dialog = PLX_DETAILS_DIALOG (find_dialog (PLX_TYPE_DETAILS_DIALOG));
  g_assert_true (enter_date (dialog, ""));
  g_assert_true (enter_date (dialog, before));
  g_assert_true (enter_date (dialog, "2023"));
  g_assert_true (enter_date (dialog, "Nov 2023"));
  g_assert_true (enter_date (dialog, "2023-11"));
  g_assert_false (enter_date (dialog, "33 Nov 2023"));
  g_assert_false (enter_date (dialog, "some day"));
  g_assert_true (enter_date (dialog, "3 Nov 2023"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "details.save", NULL);
  g_assert_null (find_dialog (PLX_TYPE_DETAILS_DIALOG));
  wait_until (has_date (corpus, id, "2023-11-03"));

  /* until the step is there, there is nothing to undo */
  wait_until (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL) &&
              has_date (corpus, id, before));
  close_window (window);
}

static guint
count_articles (PlxWindow *window)
{
  return plx_session_get_n_articles (plx_window_get_session (window));
}

/* What was added goes with one step, comes back with the next, and a step of that has its name. */
static void
test_add_and_undo (void)
{
  PlxWindow *window = open_sample ();
  PlxCorpus *corpus = plx_session_get_corpus (plx_window_get_session (window));
  g_autofree char *folder = g_dir_make_tmp ("plx-window-XXXXXX", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  char *paths[2];
  guint n = count_articles (window);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *text = g_strdup_printf ("Ministers met again\n\nThe meeting of day %u brought "
                                               "a warm welcome and no agreement.\n", i);

      paths[i] = g_strdup_printf ("%s/new-%u.txt", folder, i);
      g_assert_true (g_file_set_contents (paths[i], text, -1, NULL));
      g_ptr_array_add (files, g_file_new_for_path (paths[i]));
    }
  plx_window_add_files (window, files);
  wait_until (count_articles (window) == n + 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (count_articles (window) == n);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  wait_until (count_articles (window) == n + 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait_until (count_articles (window) == n);
  /* Nothing is left that could be undone. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (plx_session_get_corpus (plx_window_get_session (window)) == corpus);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_unlink (paths[i]);
      g_free (paths[i]);
    }
  g_rmdir (folder);
  close_window (window);
}

/* Two sources are compared as soon as their words are looked at; these lead to their sentences. */
static void
test_compare (void)
{
  PlxWindow *window = open_sample ();
  GtkWidget *stack = find_widget (GTK_WIDGET (window), ADW_TYPE_VIEW_STACK);
  GtkWidget *page;
  PlxChartView *chart;
  PlxEvidenceView *evidence;

  /* Pages behind are made when they are first looked at. */
  g_assert_null (find_widget (GTK_WIDGET (window), PLX_TYPE_COMPARE_PAGE));
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "compare");
  page = find_widget (GTK_WIDGET (window), PLX_TYPE_COMPARE_PAGE);
  g_assert_nonnull (page);
  chart = PLX_CHART_VIEW (find_widget (page, PLX_TYPE_CHART_VIEW));
  evidence = PLX_EVIDENCE_VIEW (find_widget (page, PLX_TYPE_EVIDENCE_VIEW));
  g_assert_null (plx_chart_view_get_chart (chart));
  g_assert_true (gtk_widget_activate_action (page, "compare.show", "s", "words"));
  wait_until (plx_chart_view_get_chart (chart) != NULL);
  wait_until (g_strcmp0 (plx_evidence_view_get_page (evidence), "ready") == 0);
  gtk_widget_grab_focus (GTK_WIDGET (chart));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.last", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (chart), "chart.activate", NULL));
  run_turns (200);
  close_window (window);
}

/* Good and bad files together: the good ones are in, the window goes on. */
static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_label (child, text))
        return TRUE;
    }
  return FALSE;
}

static void
test_import (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plx-import-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "morning-post.txt", NULL);
  g_autofree char *bad = g_build_filename (folder, "broken.txt", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  PlxWindow *window = open_window ();
  PlxSession *session = plx_window_get_session (window);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (good,
                                      "Council welcomes the new bridge\n\nThe council praised the "
                                      "builders of the bridge on Monday. It is a great success for "
                                      "the town, the mayor said.\n", -1, NULL));
  g_assert_true (g_file_set_contents (bad, "\0\1\2\3\0\0\377\376\0\0", 10, NULL));
  g_ptr_array_add (files, g_file_new_for_path (good));
  g_ptr_array_add (files, g_file_new_for_path (bad));
  g_ptr_array_add (files, g_file_new_for_path ("/nowhere/at/all.txt"));
  plx_window_add_files (window, files);
  wait_until (has_label (GTK_WIDGET (window), "1 article added, 2 could not be read"));
  wait_until (g_str_equal (plx_window_get_page (window), "ready"));
  g_assert_cmpuint (g_list_model_get_n_items (plx_session_get_sources (session)), ==, 1);
  /* Which ones, and why, is told on demand. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-refused", NULL);
  dialog = find_dialog (ADW_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (dialog);
  g_assert_true (has_label (dialog, "broken.txt"));
  g_assert_true (has_label (dialog, "all.txt"));
  run_turns (200);
  close_window (window);
  g_unlink (good);
  g_unlink (bad);
  g_rmdir (folder);
}

/* What is stopped says so, and what had come in by then; a pipe that nobody writes to holds it up. */
static void
test_stop_import (void)
{
  g_autofree char *folder = folder_make ();
  g_autofree char *path = g_build_filename (folder, "slow.txt", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  PlxWindow *window = open_window ();
  int end;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_ptr_array_add (files, g_file_new_for_path (path));
  plx_window_add_files (window, files);
  wait_until (has_label (GTK_WIDGET (window), "Adding 1 file"));
  for (end = -1; end < 0; end = open (path, O_WRONLY | O_NONBLOCK))
    run_turns (1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
  g_assert_true (has_label (GTK_WIDGET (window), "Stopping"));
  close (end);
  wait_until (has_label (GTK_WIDGET (window), "Stopped. Nothing was added."));
  wait_until (g_str_equal (plx_window_get_page (window), "welcome"));
  close_window (window);
  folder_remove (folder);
}

/* So many are added at once. */
#define BATCH 1000

/* Writes more articles than go into the corpus at once, and then holds back the end. */
static gpointer
write_articles (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  for (guint i = 0; i < BATCH + BATCH / 10; i++)
    {
      g_autofree char *line =
        g_strdup_printf ("{\"text\": \"Bridge number %u is a success.\", \"source\": \"Post\"}\n", i);

      g_assert_cmpint (write (fd, line, strlen (line)), ==, (gssize) strlen (line));
    }
  return NULL;
}

/* What came in before the user thought better of it goes again by undo, and comes back by redo. */
static void
test_import_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plx-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "articles.jsonl", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  PlxWindow *window = open_window ();
  GListModel *sources = plx_session_get_sources (plx_window_get_session (window));
  GThread *writer;
  int fd;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  fd = g_open (path, O_RDWR, 0);
  g_ptr_array_add (files, g_file_new_for_path (path));
  plx_window_add_files (window, files);
  writer = g_thread_new ("writer", write_articles, GINT_TO_POINTER (fd));
  wait_until (g_list_model_get_n_items (sources) > 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
  g_thread_join (writer);
  g_close (fd, NULL);
  while (g_list_model_get_n_items (sources) > 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  wait_until (g_list_model_get_n_items (sources) == 1);
  close_window (window);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_not_a_corpus (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  PlxWindow *window = open_window ();
  int fd = g_file_open_tmp ("plx-XXXXXX.parallax", &path, NULL);

  g_assert_true (g_file_set_contents (path, "This is no corpus at all.", -1, NULL));
  file = g_file_new_for_path (path);
  plx_window_open_corpus (window, file);
  g_assert_cmpstr (plx_window_get_page (window), ==, "loading");
  wait_until (g_str_equal (plx_window_get_page (window), "error"));
  close_window (window);
  g_close (fd, NULL);
  g_unlink (path);
}

/* A window that is closed while it works must go away as cleanly. */
static void
test_close_early (void)
{
  for (guint i = 0; i < 20; i += 4)
    {
      PlxWindow *window = open_window ();

      plx_window_open_sample (window);
      run_turns (i * 10);
      close_window (window);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/window/templates", test_templates);
  g_test_add_func ("/window/welcome", test_welcome);
  g_test_add_func ("/window/sample", test_sample);
  g_test_add_func ("/window/chart-keys", test_chart_keys);
  g_test_add_func ("/window/table", test_table);
  g_test_add_func ("/window/reader", test_reader);
  g_test_add_func ("/window/export", test_export);
  g_test_add_func ("/window/remove-and-undo", test_remove_and_undo);
  g_test_add_func ("/window/details", test_details);
  g_test_add_func ("/window/add-and-undo", test_add_and_undo);
  g_test_add_func ("/window/compare", test_compare);
  g_test_add_func ("/window/import", test_import);
  g_test_add_func ("/window/stop-import", test_stop_import);
  g_test_add_func ("/window/import-cancelled", test_import_cancelled);
  g_test_add_func ("/window/not-a-corpus", test_not_a_corpus);
  g_test_add_func ("/window/close-early", test_close_early);
  return g_test_run ();
}
