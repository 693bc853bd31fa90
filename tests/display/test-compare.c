/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"


#include "tests/support/window.h"
#include "ui/compare/plx-claim-cell-view.h"
#include "ui/compare/plx-claim-row.h"
#include "ui/compare/plx-claims-view.h"
#include "ui/compare/plx-compare-page.h"
#include "ui/compare/plx-only-view.h"
#include "ui/compare/plx-shift-view.h"
#include "ui/compare/plx-source-picker.h"
#include "ui/reader/plx-reader-view.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

typedef struct
{
  PlxWindow       *window;
  PlxComparePage  *page;
  PlxSourcePicker *picker;
  PlxClaimsView   *claims;
  PlxOnlyView     *only;
} Fixture;

static guint
count (GListModel *model)
{
  return g_list_model_get_n_items (model);
}

static PlxClaimItem *
get_claim (Fixture *fixture,
           guint    position)
{
  g_autoptr (PlxClaimItem) claim =
    g_list_model_get_item (plx_claims_view_get_items (fixture->claims), position);

  return claim; /* the list keeps it */
}

static guint
get_n_chosen (Fixture *fixture)
{
  guint n;

  plx_source_picker_get_chosen (fixture->picker, &n);
  return n;
}

/* Whether the table shows the claims of as many sources as are chosen. */
static gboolean
is_found (Fixture *fixture)
{
  return count (plx_claims_view_get_items (fixture->claims)) > 0 &&
         plx_claim_item_get_n_columns (get_claim (fixture, 0)) == get_n_chosen (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = open_sample ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "compare");
  fixture->page =
    PLX_COMPARE_PAGE (find_widget (GTK_WIDGET (fixture->window), PLX_TYPE_COMPARE_PAGE));
  fixture->picker =
    PLX_SOURCE_PICKER (find_widget (GTK_WIDGET (fixture->page), PLX_TYPE_SOURCE_PICKER));
  fixture->claims = PLX_CLAIMS_VIEW (find_widget (GTK_WIDGET (fixture->page),
                                                  PLX_TYPE_CLAIMS_VIEW));
  fixture->only = PLX_ONLY_VIEW (find_widget (GTK_WIDGET (fixture->page), PLX_TYPE_ONLY_VIEW));
  wait_until (is_found (fixture));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture->window);
}

/* Four sources at first; one less has one column less, and never fewer than two. */
static void
test_sources (Fixture       *fixture,
              gconstpointer  data)
{
  const gint64 *chosen;
  gint64 two[2];
  guint n;

  g_assert_cmpuint (get_n_chosen (fixture), ==, PLX_MAX_COLUMNS);
  chosen = plx_source_picker_get_chosen (fixture->picker, &n);
  two[0] = chosen[0];
  two[1] = chosen[3];
  plx_source_picker_choose (fixture->picker, two, 2);
  wait_until (is_found (fixture));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.add-source",
                                             NULL));
  g_assert_cmpuint (get_n_chosen (fixture), ==, 3);
  wait_until (is_found (fixture));
}

static void
test_claims (Fixture       *fixture,
             gconstpointer  data)
{
  GListModel *items = plx_claims_view_get_items (fixture->claims);
  guint n_all = count (items);

  g_assert_cmpuint (plx_claim_item_get_n_reported (get_claim (fixture, 0)), >=, 3);
  g_assert_cmpuint (plx_claim_item_get_n_reported (get_claim (fixture, n_all - 1)), ==, 1);
  plx_claims_view_select (fixture->claims, PLX_CLAIMS_OMITTED, 1);
  g_assert_cmpuint (count (items), >, 0);
  g_assert_cmpuint (count (items), <, n_all);
  for (guint i = 0; i < count (items); i++)
    g_assert_cmpint (plx_claim_item_get_cell (get_claim (fixture, i), 1)->state, ==,
                     PLX_CLAIM_OMITTED);
  plx_claims_view_select (fixture->claims, PLX_CLAIMS_COMMON, 0);
  for (guint i = 0; i < count (items); i++)
    g_assert_cmpuint (plx_claim_item_get_n_reported (get_claim (fixture, i)), >, 1);
  plx_claims_view_select (fixture->claims, PLX_CLAIMS_ALL, 0);
  g_assert_cmpuint (count (items), ==, n_all);
}

/* A claim opens below itself; a screen reader hears of claim and source in each cell. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *row, *cell;
  int before, after;
  g_auto (GStrv) names = plx_source_picker_dup_names (fixture->picker);
  PlxClaimItem *claim;
  PlxClaimLook look = { names, count (plx_claims_view_get_items (fixture->claims)), 0 };
  g_autofree char *label = NULL;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  row = find_widget (GTK_WIDGET (fixture->claims), PLX_TYPE_CLAIM_ROW);
  g_assert_nonnull (row);
  cell = find_widget (row, PLX_TYPE_CLAIM_CELL_VIEW);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  claim = get_claim (fixture, 0);
  label = plx_claim_describe_cell (claim, 0, &look);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  wait_until (gtk_widget_get_height (row) > 0);
  before = gtk_widget_get_height (row);
  g_signal_emit_by_name (cell, "toggled");
  g_assert_true (plx_claim_item_get_expanded (claim));
  wait_until (gtk_widget_get_height (row) != before);
  after = gtk_widget_get_height (row);
  g_assert_cmpint (after, >, before);
  g_signal_emit_by_name (cell, "toggled");
  wait_until (gtk_widget_get_height (row) == before);
}

/* The keyboard keeps to its column from row to row. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row, *cell, *next;
  GtkRoot *root = GTK_ROOT (fixture->window);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  row = find_widget (GTK_WIDGET (fixture->claims), PLX_TYPE_CLAIM_ROW);
  g_assert_true (gtk_widget_grab_focus (row));
  cell = gtk_root_get_focus (root);
  g_assert_true (PLX_IS_CLAIM_CELL_VIEW (cell));
  g_signal_emit_by_name (cell, "moved", 1);
  next = gtk_root_get_focus (root);
  g_assert_true (next == gtk_widget_get_next_sibling (cell));
  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_root_get_focus (root) == next);
}

static void
test_reader (Fixture       *fixture,
             gconstpointer  data)
{
  PlxReaderView *reader;
  const PlxClaimCell *shown;
  GtkWidget *row, *cell;
  guint column;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  row = find_widget (GTK_WIDGET (fixture->claims), PLX_TYPE_CLAIM_ROW);
  column = plx_claim_item_get_centre (get_claim (fixture, 0));
  cell = find_widget (row, PLX_TYPE_CLAIM_CELL_VIEW);
  for (guint i = 0; i < column; i++)
    cell = gtk_widget_get_next_sibling (cell);
  shown = plx_claim_item_get_cell (get_claim (fixture, 0), column);
  gtk_widget_grab_focus (cell);
  g_signal_emit_by_name (cell, "activated");
  reader = PLX_READER_VIEW (find_widget (GTK_WIDGET (fixture->page), PLX_TYPE_READER_VIEW));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (reader)));
  g_assert_cmpint (plx_reader_view_get_article_id (reader), ==,
                   plx_sentence_item_get_article (shown->sentence));
  g_signal_emit_by_name (reader, "closed");
  wait_until (gtk_widget_get_mapped (cell));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == cell);
}

/* What only one says comes strongest first, on the axis that is chosen. */
static void
test_only (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *items = plx_only_view_get_items (fixture->only);
  double before = 2;

  plx_compare_page_show (fixture->page, "only");
  g_assert_cmpuint (count (items), >, 3);
  for (guint i = 0; i < count (items); i++)
    {
      g_autoptr (PlxSentenceItem) item = g_list_model_get_item (items, i);
      double strength = fabs (plx_sentence_item_get_score (item, 0)->score);

      g_assert_cmpint (plx_sentence_item_get_axis (item), ==, 0);
      g_assert_cmpfloat (strength, <=, before);
      before = strength;
    }
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_null (plx_compare_page_get_chart (fixture->page));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.step", "i", 1));
  wait_until (plx_compare_page_get_chart (fixture->page) != NULL);
}

static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "plx-compare-test.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *csv = NULL;
  g_autofree char *head = NULL;
  g_auto (GStrv) names = plx_source_picker_dup_names (fixture->picker);
  GError *error = NULL;

  g_remove (path);
  plx_window_export_table (fixture->window, file);
  g_file_get_contents (path, &csv, NULL, &error);
  g_assert_no_error (error);
  head = g_strdup_printf ("Claim,Sources,%s: reports it,%s: wording,", names[0], names[0]);
  g_assert_true (g_str_has_prefix (csv, head));
  g_assert_nonnull (strstr (csv, ",omitted,"));
  g_remove (path);
}

/* A search that leaves one source says so, and how to get out of it. */
static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  PlxSession *session = plx_window_get_session (fixture->window);

  plx_session_set_search (session, "cheese");
  wait_until (!gtk_widget_get_mapped (GTK_WIDGET (fixture->claims)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.clear-filter",
                                             NULL));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->claims)) && is_found (fixture));
}

/* A search that is given up leaves a page that can start it again. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  const gint64 *chosen;
  gint64 two[2];
  guint n;

  chosen = plx_source_picker_get_chosen (fixture->picker, &n);
  two[0] = chosen[1];
  two[1] = chosen[2];
  plx_source_picker_choose (fixture->picker, two, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.stop", NULL));
  g_assert_cmpuint (count (plx_claims_view_get_items (fixture->claims)), ==, 0);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->claims)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "compare.start", NULL));
  wait_until (is_found (fixture));
}

#define add(name, function) \
  g_test_add ("/compare/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;

  add ("sources", test_sources);
  add ("claims", test_claims);
  add ("row", test_row);
  add ("focus", test_focus);
  add ("reader", test_reader);
  add ("only", test_only);
  add ("words", test_words);
  add ("export", test_export);
  add ("search", test_search);
  add ("stop", test_stop);
  return g_test_run ();
}
