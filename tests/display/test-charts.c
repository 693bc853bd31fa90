/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The kinds of chart on the Sources page, as a person goes through them by keys. */

#include "tests/support/window.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/sources/plx-chart-pane.h"
#include "ui/widgets/plx-chart-view.h"
#include "ui/widgets/plx-table-view.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a test looks at. */
typedef struct
{
  PlxWindow       *window;
  GtkWidget       *page;
  PlxChartPane    *pane;
  PlxChartView    *view;
  PlxEvidenceView *evidence;
} Fixture;

static void
find_parts (Fixture *fixture)
{
  fixture->page = find_widget (GTK_WIDGET (fixture->window), PLX_TYPE_SOURCES_PAGE);
  fixture->pane = PLX_CHART_PANE (find_widget (fixture->page, PLX_TYPE_CHART_PANE));
  fixture->view = PLX_CHART_VIEW (find_widget (fixture->page, PLX_TYPE_CHART_VIEW));
  fixture->evidence = PLX_EVIDENCE_VIEW (find_widget (fixture->page, PLX_TYPE_EVIDENCE_VIEW));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = open_sample ();
  find_parts (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture->window);
}

static void
ask_for (Fixture    *fixture,
         const char *kind)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-chart", "s", kind);
}

static gboolean
is_shown (Fixture    *fixture,
          const char *kind)
{
  PlxChart *chart = plx_chart_view_get_chart (fixture->view);

  return chart != NULL && g_str_equal (plx_chart_get_kind (chart), kind) &&
         gtk_widget_get_width (GTK_WIDGET (fixture->view)) > 0;
}

static void
show_kind (Fixture    *fixture,
           const char *kind)
{
  ask_for (fixture, kind);
  wait_until (is_shown (fixture, kind));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static guint
wait_for_evidence (Fixture *fixture)
{
  GListModel *items = plx_evidence_view_get_items (fixture->evidence);

  /* The answer comes on another turn of the main loop. */
  run_turns (50);
  g_usleep (20000);
  wait_until (g_strcmp0 (plx_evidence_view_get_page (fixture->evidence), "loading") != 0);
  return g_list_model_get_n_items (items);
}

static gboolean
is_evidence_of (PlxSentenceItem    *item,
                const PlxPlotPlace *place)
{
  if (place->article != 0 && plx_sentence_item_get_article (item) != place->article)
    return FALSE;
  if (place->sentence != PLX_NONE && plx_sentence_item_get_index (item) != place->sentence)
    return FALSE;
  return place->source == NULL ||
         g_strcmp0 (plx_sentence_item_get_source (item), place->source) == 0;
}

static gboolean
is_all_of (Fixture            *fixture,
           const PlxPlotPlace *place)
{
  GListModel *items = plx_evidence_view_get_items (fixture->evidence);
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxSentenceItem) item = g_list_model_get_item (items, i);

      if (!is_evidence_of (item, place))
        return FALSE;
    }
  return n > 0;
}

/* What the reporter and each of the speakers say is less than what all do. */
static void
test_voices_apart (Fixture *fixture,
                   guint    n_reporter)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  GListModel *items = plx_evidence_view_get_items (fixture->evidence);

  g_assert_true (gtk_widget_activate_action (view, "chart.down", NULL));
  g_assert_true (gtk_widget_activate_action (view, "chart.select", NULL));
  /* until the answer is there, the list shows the last one */
  wait_until (g_list_model_get_n_items (items) != n_reporter);
  g_assert_cmpuint (g_list_model_get_n_items (items), <, n_reporter);
}

/* A mark that keys lead to is described, and its evidence is of what it stands for alone. */
static void
test_evidence (Fixture       *fixture,
               gconstpointer  kind)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  const PlxPlotMark *focused;
  PlxPlotPlace place;

  show_kind (fixture, kind);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (view),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  gtk_widget_grab_focus (view);
  g_assert_true (gtk_widget_activate_action (view, "chart.first", NULL));
  g_assert_cmpstr (plx_chart_view_get_description (fixture->view), !=, "");
  g_assert_true (gtk_widget_activate_action (view, "chart.select", NULL));
  wait_until ((focused = plx_chart_view_get_focused (fixture->view)) != NULL &&
              plx_chart_locate (plx_chart_view_get_chart (fixture->view), focused, &place) &&
              is_all_of (fixture, &place));
  if (g_str_equal (kind, "flow"))
    g_assert_cmpuint (wait_for_evidence (fixture), ==, 1);
  if (g_str_equal (kind, "voices"))
    test_voices_apart (fixture, wait_for_evidence (fixture));

  /* Escape: everything again. */
  g_assert_true (gtk_widget_activate_action (view, "chart.clear", NULL));
  wait_until (g_list_model_get_n_items (plx_evidence_view_get_items (fixture->evidence)) > 20);
}

/* Enter leads to the reader, where the mark is one article's. */
static void
test_reader (Fixture       *fixture,
             gconstpointer  kind)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  PlxReaderView *reader = PLX_READER_VIEW (find_widget (fixture->page, PLX_TYPE_READER_VIEW));
  PlxPlotPlace place;

  show_kind (fixture, kind);
  gtk_widget_grab_focus (view);
  g_assert_true (gtk_widget_activate_action (view, "chart.last", NULL));
  g_assert_true (gtk_widget_activate_action (view, "chart.activate", NULL));
  g_assert_true (plx_chart_locate (plx_chart_view_get_chart (fixture->view),
                                   plx_chart_view_get_focused (fixture->view), &place));
  g_assert_cmpint (place.article, !=, 0);
  wait_until (plx_reader_view_get_article_id (reader) == place.article);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (reader)));
}

static void
test_table (Fixture       *fixture,
            gconstpointer  kind)
{
  PlxTableView *table = PLX_TABLE_VIEW (find_widget (fixture->page, PLX_TYPE_TABLE_VIEW));
  g_autoptr (PlxPlotTable) twin = NULL;
  guint row, item;

  show_kind (fixture, kind);
  twin = plx_chart_to_table (plx_chart_view_get_chart (fixture->view));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-table", NULL);
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (table)));
  g_assert_cmpuint (plx_plot_table_get_n_rows (twin), >, 0);
  g_assert_cmpuint (plx_plot_table_get_n_rows (plx_table_view_get_table (table)), ==,
                    plx_plot_table_get_n_rows (twin));
  for (guint i = 0; i < plx_plot_table_get_n_rows (twin); i++)
    g_assert_true (plx_plot_table_get_mark (twin, i, &row, &item));
  g_signal_emit_by_name (table, "activated", 0);
  wait_for_evidence (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-table", NULL);
}

static void
check_svg (const char *contents,
           const char *kind)
{
  const GMarkupParser parser = { NULL };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_markup_parse_context_parse (context, contents, -1, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_nonnull (strstr (contents, "Daily Gull"));
}

/* What is saved is the kind that is shown, and can be read by others. */
static void
test_export (Fixture       *fixture,
             gconstpointer  kind)
{
  static const char *const names[] = { "chart.svg", "chart.pdf", "chart.png" };
  g_autofree char *folder = g_dir_make_tmp ("plx-charts-XXXXXX", NULL);

  show_kind (fixture, kind);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *contents = NULL;
      gsize length;

      plx_window_export_chart (fixture->window, file);
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      if (i == 0)
        check_svg (contents, kind);
      else if (i == 1)
        g_assert_true (g_str_has_prefix (contents, "%PDF-") &&
                       g_strrstr_len (contents + length - 16, 16, "%%EOF") != NULL);
      else
        {
          g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, NULL);

          g_assert_nonnull (texture);
          g_assert_cmpint (gdk_texture_get_width (texture), ==, 2 * 720);
        }
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* Flow, timeline and voices are of the source that is chosen; of all where none is. */
static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  GListModel *sources = plx_session_get_sources (plx_window_get_session (fixture->window));
  g_autoptr (PlxSourceItem) source = g_list_model_get_item (sources, 1);
  guint n = g_list_model_get_n_items (sources);

  show_kind (fixture, "flow");
  g_assert_cmpuint (plx_flow_chart_get_n_all (plx_chart_view_get_chart (fixture->view)), ==, n);
  plx_sources_page_select_source (PLX_SOURCES_PAGE (fixture->page),
                                  plx_source_item_get_id (source));
  wait_until (plx_flow_chart_get_n_all (plx_chart_view_get_chart (fixture->view)) == 1);
  plx_sources_page_select_source (PLX_SOURCES_PAGE (fixture->page), 0);
  wait_until (plx_flow_chart_get_n_all (plx_chart_view_get_chart (fixture->view)) == n);
}

/* The kind that was asked for last is the one that is shown, however fast. */
static void
test_newest_wins (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const kinds[] = { "flow", "voices", "timeline", "map", "voices", "timeline" };

  for (guint i = 0; i < 4 * G_N_ELEMENTS (kinds); i++)
    {
      ask_for (fixture, kinds[i % G_N_ELEMENTS (kinds)]);
      run_turns (i);
    }
  wait_until (is_shown (fixture, "timeline"));
  run_turns (200);
  g_assert_true (is_shown (fixture, "timeline"));
  /* The window is closed while the next one is under way. */
  ask_for (fixture, "voices");
}

static double
get_spread (Fixture *fixture)
{
  GArray *marks = plx_chart_view_get_marks (fixture->view);
  double left = G_MAXDOUBLE, right = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      left = MIN (left, g_array_index (marks, PlxPlotMark, i).score_x);
      right = MAX (right, g_array_index (marks, PlxPlotMark, i).score_x);
    }
  return right - left;
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);
  double whole;

  show_kind (fixture, "map");
  /* First without its articles, then with them. */
  wait_until (plx_chart_view_get_marks (fixture->view)->len > 6);
  whole = get_spread (fixture);
  g_assert_true (plx_chart_view_can_zoom (fixture->view));
  g_assert_false (plx_chart_view_is_zoomed (fixture->view));
  g_assert_true (gtk_widget_activate_action (view, "chart.zoom-in", NULL));
  g_assert_true (plx_chart_view_is_zoomed (fixture->view));
  g_assert_cmpfloat (get_spread (fixture), >, whole * 1.1);
  g_assert_true (gtk_widget_activate_action (view, "chart.pan-left", NULL));
  g_assert_true (gtk_widget_activate_action (view, "chart.zoom-reset", NULL));
  g_assert_false (plx_chart_view_is_zoomed (fixture->view));
  g_assert_cmpfloat_with_epsilon (get_spread (fixture), whole, 0.01);
}

/* Articles without dates: the page says what to do. */
/* Returns: the height of a row of a chart in such a place, in which all marks lie */
static double
get_row_height (Fixture *fixture,
                int      width,
                int      height)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  GArray *marks;
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width, MAX (height, least) }, -1);
  marks = plx_chart_view_get_marks (fixture->view);
  g_assert_cmpuint (marks->len, >, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);

      g_assert_cmpfloat (mark->y + mark->height, <=, MAX (height, least));
      g_assert_cmpfloat (mark->x + mark->width, <=, width);
    }
  return g_array_index (marks, PlxPlotMark, 0).height;
}

/* A large screen is used, a small one not overfilled. */
static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  double ordinary = get_row_height (fixture, 2200, 0);

  g_assert_cmpfloat (get_row_height (fixture, 2200, 1900), >, 1.4 * ordinary);
  g_assert_cmpfloat (get_row_height (fixture, 2200, 0), ==, ordinary);
  g_assert_cmpfloat (get_row_height (fixture, 2200, 500), <, 1.5 * ordinary);
  g_assert_cmpfloat (get_row_height (fixture, 1000, 1900), ==, get_row_height (fixture, 1000, 0));
  gtk_widget_queue_resize (GTK_WIDGET (fixture->view));
}

static void
test_no_dates (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plx-charts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "post.txt", NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Fixture fixture = { open_window () };
  GtkWidget *status;

  g_assert_true (g_file_set_contents (path, "Council welcomes the bridge\n\nThe council praised the "
                                            "builders. It is a great success for the town.\n", -1,
                                      NULL));
  g_ptr_array_add (files, g_file_new_for_path (path));
  plx_window_add_files (fixture.window, files);
  wait_until (g_str_equal (plx_window_get_page (fixture.window), "ready"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  find_parts (&fixture);
  ask_for (&fixture, "timeline");
  status = find_widget (GTK_WIDGET (fixture.pane), ADW_TYPE_STATUS_PAGE);
  wait_until (gtk_widget_get_mapped (status));
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (status)), "date"));
  show_kind (&fixture, "framing");
  g_assert_false (gtk_widget_get_mapped (status));
  close_window (fixture.window);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const kinds[] = { "framing", "map", "flow", "timeline", "voices" };
  static const struct
  {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer kind);
  } tests[] = {
    { "evidence", test_evidence }, { "table", test_table }, { "export", test_export },
  };
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/charts/%s/%s", kinds[i], tests[j].name);

          g_test_add (path, Fixture, kinds[i], set_up, tests[j].run, tear_down);
        }
    }
  g_test_add ("/charts/flow/reader", Fixture, "flow", set_up, test_reader, tear_down);
  g_test_add ("/charts/timeline/reader", Fixture, "timeline", set_up, test_reader,
              tear_down);
  g_test_add ("/charts/scope", Fixture, NULL, set_up, test_scope, tear_down);
  g_test_add ("/charts/newest-wins", Fixture, NULL, set_up, test_newest_wins, tear_down);
  g_test_add ("/charts/room", Fixture, NULL, set_up, test_room, tear_down);
  g_test_add ("/charts/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add_func ("/charts/no-dates", test_no_dates);
  return g_test_run ();
}
