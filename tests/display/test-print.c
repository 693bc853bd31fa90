/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What is on the screen, printed into a file and read again by another program. */

#include "tests/support/folder.h"
#include "tests/support/window.h"
#include "ui/compare/plx-compare-page.h"
#include "ui/window/plx-preview-dialog.h"
#include "ui/window/plx-report-dialog.h"

#include <string.h>

typedef struct
{
  PlxWindow *window;
  char      *folder, *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = folder_make ();
  fixture->path = g_build_filename (fixture->folder, "print.pdf", NULL);
  fixture->window = open_sample ();
}

/* Nothing keeps the window alive once it was printed. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture->window);
  folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
is_written (Fixture *fixture)
{
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (fixture->path, &contents, &length, NULL) && length > 16 &&
         g_strrstr_len (contents + length - 16, 16, "%%EOF") != NULL;
}

/* Returns: (transfer full): the text on the pages, one form feed behind each; NULL if no other
 * program can read it */
static char *
print (Fixture *fixture)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *argv[] = { program, "-raw", fixture->path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  plx_window_print (fixture->window, fixture->path);
  wait_until (is_written (fixture));
  if (program == NULL)
    {
      g_test_skip ("pdftotext is missing");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strchr (text, '\f'));
  return text;
}

static void
assert_sources (Fixture    *fixture,
                const char *text,
                guint       n_least)
{
  GListModel *sources = plx_session_get_sources (plx_window_get_session (fixture->window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (PlxSourceItem) source = g_list_model_get_item (sources, i);

      if (strstr (text, plx_source_item_get_name (source)) != NULL)
        n++;
    }
  g_assert_cmpuint (n, >=, n_least);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *kind)
{
  PlxChart *chart =
    plx_sources_page_get_chart (plx_window_get_sources_page (fixture->window));

  return chart != NULL && g_str_equal (plx_chart_get_kind (chart), kind);
}

static void
test_chart (Fixture       *fixture,
            gconstpointer  kind)
{
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-chart", "s", kind);
  wait_until (is_shown (fixture, kind));
  text = print (fixture);
  if (text == NULL)
    return;
  assert_sources (fixture, text, 6);
  g_assert_nonnull (strstr (text, "Table"));
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PlxCorpusFilter) filter = plx_corpus_filter_new ();
  PlxSession *session = plx_window_get_session (fixture->window);
  g_autofree char *text = NULL;

  filter->search = g_strdup ("barges");
  plx_session_set_filter (session, filter);
  wait_until (!plx_corpus_filter_is_empty (plx_session_get_filter (session)) &&
              is_shown (fixture, "framing"));
  text = print (fixture);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "barges"));
}

static PlxReaderText *
get_reading (Fixture *fixture)
{
  return plx_sources_page_get_reading (plx_window_get_sources_page (fixture->window));
}

/* With the reader open the article is printed, and the chart is not. */
static void
test_article (Fixture       *fixture,
              gconstpointer  data)
{
  PlxSession *session = plx_window_get_session (fixture->window);
  g_autoptr (PlxSourceItem) source = g_list_model_get_item (plx_session_get_sources (session), 0);
  g_autoptr (PlxArticleItem) item =
    g_list_model_get_item (plx_source_item_get_articles (source), 0);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  plx_sources_page_open_article (plx_window_get_sources_page (fixture->window),
                                 plx_article_item_get_info (item)->id);
  wait_until (get_reading (fixture) != NULL);
  text = print (fixture);
  if (text == NULL)
    return;
  words = g_strsplit (plx_reader_text_get_article (get_reading (fixture))->title, " ", 2);
  g_assert_true (g_str_has_prefix (text, words[0]));
  g_assert_nonnull (strstr (text, plx_source_item_get_name (source)));
  g_assert_null (strstr (text, "Table"));
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  view)
{
  GtkWidget *page;
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "compare");
  page = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  page = gtk_widget_get_ancestor (page, PLX_TYPE_COMPARE_PAGE);
  plx_compare_page_show (PLX_COMPARE_PAGE (page), view);
  wait_until (plx_compare_page_add_to_pages (PLX_COMPARE_PAGE (page), NULL));
  text = print (fixture);
  if (text != NULL)
    assert_sources (fixture, text, 2);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  GListModel *entries = plx_words_page_get_entries (plx_window_get_words_page (fixture->window));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "words");
  wait_until (g_list_model_get_n_items (entries) > 0);
  text = print (fixture);
  if (text != NULL)
    g_assert_nonnull (strstr (text, "Weight"));
}

static PlxPreviewDialog *
find_preview (void)
{
  return (PlxPreviewDialog *) find_dialog (PLX_TYPE_PREVIEW_DIALOG);
}

/* Pages are turned, looked at more closely, and the dialog leaves nothing behind. */
static void
turn_pages (PlxPreviewDialog *dialog)
{
  GtkWidget *widget = GTK_WIDGET (dialog);

  wait_until (gtk_widget_get_width (widget) > 0);
  g_assert_cmpuint (plx_preview_dialog_get_sheet (dialog), ==, 0);
  gtk_widget_activate_action (widget, "preview.last", NULL);
  g_assert_cmpuint (plx_preview_dialog_get_sheet (dialog), >, 0);
  gtk_widget_activate_action (widget, "preview.larger", NULL);
  gtk_widget_activate_action (widget, "preview.first", NULL);
  g_assert_cmpuint (plx_preview_dialog_get_sheet (dialog), ==, 0);
  gtk_widget_activate_action (widget, "preview.next", NULL);
  g_assert_cmpuint (plx_preview_dialog_get_sheet (dialog), ==, 1);
  gtk_widget_activate_action (widget, "preview.whole", NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (find_preview () == NULL);
}

static void
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "words");
  wait_until (g_list_model_get_n_items (plx_words_page_get_entries (
                plx_window_get_words_page (fixture->window))) > 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.print-preview", NULL);
  wait_until (find_preview () != NULL);
  turn_pages (find_preview ());
}

/* The report, by the dialog in which it is put together. */
static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-report", NULL);
  dialog = find_dialog (PLX_TYPE_REPORT_DIALOG);
  g_assert_nonnull (dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_mapped (dialog, ADW_TYPE_COMBO_ROW)), 2);
  gtk_widget_activate_action (dialog, "report.accept", NULL);
  wait_until (find_preview () != NULL);
  turn_pages (find_preview ());
}

/* Sheets outlive what they were drawn from, and stay as they are on another paper. */
static void
test_sheets (void)
{
  PlxPlotStyle style = plx_plot_style_print;
  PlxPages *pages = plx_pages_new (595, 842, 50, &style, "Sheets");
  g_autoptr (PlxSheets) sheets = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 200);
  cairo_t *cr = cairo_create (surface);
  const guchar *data;
  int first = 400, last = -1;

  for (guint i = 0; i < 100; i++)
    plx_pages_add_text (pages, PLX_PAGES_BODY, "A line among a hundred.");
  sheets = plx_sheets_new (pages);
  g_assert_cmpuint (plx_sheets_count (sheets), ==, plx_pages_count (pages));
  plx_pages_free (pages);
  plx_sheets_draw_on (sheets, cr, 1, 400, 200);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < 200; y++)
    {
      for (int x = 0; x < 400; x++)
        {
          if (data[y * cairo_image_surface_get_stride (surface) + 4 * x + 3] != 0)
            {
              first = MIN (first, x);
              last = MAX (last, x);
            }
        }
    }
  /* A4 upright on a lying paper: in the middle, between its margins. */
  g_assert_cmpint (first, >=, (400 - 200 * 595 / 842) / 2);
  g_assert_cmpint (last, <=, (400 + 200 * 595 / 842) / 2);
  g_assert_cmpint (last, >, first);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A file that cannot be written is told, and nothing is left over. */
static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "print.pdf", NULL);
  GtkWidget *toasts = gtk_widget_get_first_child (GTK_WIDGET (fixture->window));

  while (toasts != NULL && !ADW_IS_TOAST_OVERLAY (toasts))
    toasts = gtk_widget_get_first_child (toasts);
  g_assert_nonnull (toasts);
  g_assert_true (gtk_widget_get_last_child (toasts) == gtk_widget_get_first_child (toasts));
  plx_window_print (fixture->window, path);
  wait_until (gtk_widget_get_last_child (toasts) != gtk_widget_get_first_child (toasts));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add ("/print/framing", Fixture, "framing", set_up, test_chart, tear_down);
  g_test_add ("/print/flow", Fixture, "flow", set_up, test_chart, tear_down);
  g_test_add ("/print/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/print/article", Fixture, NULL, set_up, test_article, tear_down);
  g_test_add ("/print/claims", Fixture, "claims", set_up, test_compare, tear_down);
  g_test_add ("/print/shift", Fixture, "words", set_up, test_compare, tear_down);
  g_test_add ("/print/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add_func ("/print/sheets", test_sheets);
  g_test_add ("/print/preview", Fixture, NULL, set_up, test_preview, tear_down);
  g_test_add ("/print/report", Fixture, NULL, set_up, test_report, tear_down);
  g_test_add ("/print/error", Fixture, NULL, set_up, test_error, tear_down);
  return g_test_run ();
}
