/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The bar of filters, and what charts and evidence make of it. */

#include "tests/support/window.h"
#include "ui/sources/plx-filter-bar.h"
#include "ui/sources/plx-filter-empty.h"
#include "ui/sources/plx-name-button.h"
#include "ui/sources/plx-sources-page.h"

#include <string.h>

#define N_SAMPLES 6

static void
test_search (void)
{
  PlxWindow *window = open_sample ();
  PlxSession *session = plx_window_get_session (window);
  GListModel *sources = plx_session_get_sources (session);

  plx_session_set_search (session, "no such word anywhere");
  wait_until (g_list_model_get_n_items (sources) == 0);
  g_assert_cmpstr (plx_window_get_page (window), ==, "ready");
  plx_session_set_search (session, NULL);
  wait_until (g_list_model_get_n_items (sources) == N_SAMPLES);
  close_window (window);
}

static guint
count_rows (PlxSession *session)
{
  const PlxSummary *summary = plx_session_get_summary (session);

  return summary != NULL ? summary->rows->len : G_MAXUINT;
}

/* The bar sets the session's filter and shows it, the page says when nothing is left, and the
 * action takes all away. */
static void
test_bar (void)
{
  PlxWindow *window = open_sample ();
  PlxSession *session = plx_window_get_session (window);
  GtkWidget *widget = find_widget (GTK_WIDGET (window), PLX_TYPE_FILTER_BAR);
  PlxFilterBar *bar = PLX_FILTER_BAR (widget);
  PlxFilterEmpty *nothing = PLX_FILTER_EMPTY (find_widget (GTK_WIDGET (window), PLX_TYPE_FILTER_EMPTY));
  PlxNameButton *voices = PLX_NAME_BUTTON (find_widget (widget, PLX_TYPE_NAME_BUTTON));
  PlxCorpusFilter filter = { .voice = (char *) "", .to = (char *) "2024-05-15" };
  g_autofree char *shown = NULL;
  g_autofree char *advice = NULL;
  guint n;

  g_assert_cmpstr (plx_filter_bar_get_summary (bar), ==, "");
  plx_session_set_filter (session, &filter);
  g_assert_cmpstr (plx_name_button_get_value (voices), ==, "");
  wait_until (count_rows (session) < N_SAMPLES);
  /* Each source of the sample has one article. */
  n = count_rows (session);
  g_assert_cmpuint (n, >, 1);
  shown = g_strdup_printf ("%u of %u articles · the reporters", n, N_SAMPLES);
  g_assert_true (g_str_has_prefix (plx_filter_bar_get_summary (bar), shown));

  /* Names come when the list is opened. */
  plx_name_button_popup (voices);
  wait_until (g_list_model_get_n_items (plx_name_button_get_names (voices)) > 5);

  filter.search = (char *) "no such word anywhere";
  advice = g_strdup_printf ("there are %u articles", n);
  plx_session_set_filter (session, &filter);
  wait_until (count_rows (session) == 0);
  wait_until (strstr (plx_filter_empty_get_description (nothing), advice) != NULL);

  gtk_widget_activate_action (widget, "filter.clear", NULL);
  wait_until (count_rows (session) == N_SAMPLES);
  g_assert_true (plx_corpus_filter_is_empty (plx_session_get_filter (session)));
  g_assert_cmpstr (plx_filter_bar_get_summary (bar), ==, "");
  g_assert_null (plx_name_button_get_value (voices));
  close_window (window);
}

/* Typing into the search and unfolding it again lose nothing. */
static void
test_typing (void)
{
  PlxWindow *window = open_sample ();
  PlxSession *session = plx_window_get_session (window);
  GtkWidget *bar = find_widget (GTK_WIDGET (window), PLX_TYPE_FILTER_BAR);
  GtkWidget *entry = find_widget (bar, GTK_TYPE_SEARCH_ENTRY);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "barge");
  wait_until (count_rows (session) < N_SAMPLES);
  g_assert_cmpstr (plx_session_get_filter (session)->search, ==, "barge");
  g_object_set (bar, "folded", TRUE, NULL);
  while (g_main_context_iteration (NULL, FALSE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.filter", NULL);
  g_object_set (bar, "folded", FALSE, NULL);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (plx_session_get_filter (session)->search, ==, "barge");
  close_window (window);
}

static PlxChart *
get_chart (PlxWindow *window)
{
  return plx_sources_page_get_chart (plx_window_get_sources_page (window));
}

/* Whether the chart is of that kind, and says @has and not @lacks of itself. */
static gboolean
says (PlxWindow  *window,
      const char *kind,
      const char *has,
      const char *lacks)
{
  PlxChart *chart = get_chart (window);
  g_autofree char *text = NULL;

  if (chart == NULL || strcmp (plx_chart_get_kind (chart), kind) != 0)
    return FALSE;
  text = plx_chart_describe (chart);
  return strstr (text, has) != NULL && strstr (text, lacks) == NULL;
}

/* One axis rules every kind of chart and the evidence; taking it away brings back what was chosen
 * for each. */
static void
test_axis (void)
{
  PlxWindow *window = open_sample ();
  PlxSession *session = plx_window_get_session (window);
  GtkWidget *bar = find_widget (GTK_WIDGET (window), PLX_TYPE_FILTER_BAR);
  GtkWidget *axes = find_widget (bar, GTK_TYPE_DROP_DOWN);
  static const char *const kinds[] = { "flow", "timeline", "voices" };
  const guint relations = 1;

  g_assert_true (says (window, "framing", "Tone", "no such axis"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (axes), relations + 1);
  g_assert_cmpint (plx_session_get_axis (session), ==, relations);
  g_assert_true (says (window, "framing", "Relations", "Tone"));
  wait_until (is_evidence_on (window, relations));
  g_assert_cmpstr (plx_filter_bar_get_summary (PLX_FILTER_BAR (bar)), ==,
                   "6 of 6 articles · Relations only");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-chart", "s", kinds[i]);
      wait_until (says (window, kinds[i], "Relations", "Stance"));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (axes), relations + 2);
  wait_until (says (window, "voices", "Stance", "Relations"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-chart", "s", "map");
  wait_until (says (window, "map", "Stance", "no such axis"));

  gtk_widget_activate_action (bar, "filter.clear", NULL);
  g_assert_cmpint (plx_session_get_axis (session), ==, PLX_AXIS_ALL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (axes)), ==, 0);
  wait_until (says (window, "map", "Tone", "Stance"));
  close_window (window);
}

/* A mark on another axis than the one that is looked at is no longer what the evidence is of. */
static void
test_axis_and_selection (void)
{
  PlxWindow *window = open_sample ();
  PlxSession *session = plx_window_get_session (window);
  PlxSourcesPage *page = plx_window_get_sources_page (window);
  PlxChartSelection selection;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  plx_session_set_axis (session, 2);
  plx_sources_page_select_source (page, 1);
  plx_sources_page_get_selection (page, &selection, &before);
  g_assert_cmpint (selection.axis, ==, 2);
  g_assert_nonnull (strstr (before, "Stance"));
  plx_session_set_axis (session, 0);
  plx_sources_page_get_selection (page, &selection, &after);
  g_assert_cmpint (selection.axis, ==, 0);
  g_assert_cmpint (selection.source_id, ==, 1);
  wait_until (is_evidence_on (window, 0));
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  g_test_add_func ("/filters/search", test_search);
  g_test_add_func ("/filters/bar", test_bar);
  g_test_add_func ("/filters/typing", test_typing);
  g_test_add_func ("/filters/axis", test_axis);
  g_test_add_func ("/filters/axis-and-selection", test_axis_and_selection);
  return g_test_run ();
}
