/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* A tour through all pages with a large corpus, and how long the main loop is away at each step. */

#include "tests/support/folder.h"
#include "tests/support/large-corpus.h"
#include "tests/support/loop-watch.h"
#include "tests/support/window.h"
#include "ui/compare/plx-compare-page.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/session/plx-source-item.h"
#include "ui/widgets/plx-chart-view.h"
#include "ui/window/plx-palette.h"
#include "ui/window/plx-report-dialog.h"

#include <string.h>

#define N_ARTICLES 5000
#define N_SOURCES 200

/* What a person takes for a hitch, times what a machine may be slower that builds other things
 * beside; sanitizers make everything several times slower still. PLX_TEST_PATIENCE=1 asks for the
 * real thing. */
#define MAX_AWAY_MS 50.0
#if defined(__SANITIZE_ADDRESS__)
#define PATIENCE 16.0
#else
#define PATIENCE 4.0
#endif

typedef struct
{
  char      *folder;
  char      *path;
  PlxWindow *window;
  double     limit_ms;
  guint      n_hitches;
} Fixture;

static double
get_patience (void)
{
  const char *text = g_getenv ("PLX_TEST_PATIENCE");

  return text != NULL ? MAX (g_ascii_strtod (text, NULL), 1) : PATIENCE;
}

static gboolean
is_quiet (Fixture *fixture)
{
  GtkWidget *evidence = find_mapped (GTK_WIDGET (fixture->window), PLX_TYPE_EVIDENCE_VIEW);

  return evidence == NULL ||
         g_strcmp0 (plx_evidence_view_get_page (PLX_EVIDENCE_VIEW (evidence)), "loading") != 0;
}

/* Lets everything come that a step has set going, and says how it went. */
static void
end_step (Fixture    *fixture,
          const char *name)
{
  double away;

  run_for (200);
  wait_until (is_quiet (fixture));
  run_for (50);
  away = loop_watch_take ();
  g_test_message ("%s: main loop away at most %.1f ms", name, away);
  if (away <= fixture->limit_ms)
    return;
  fixture->n_hitches++;
  g_printerr ("%s: the main loop was away %.1f ms, more than %.0f\n", name, away, fixture->limit_ms);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GFile) file = NULL;

  fixture->folder = folder_make ();
  fixture->path = g_build_filename (fixture->folder, "large.parallax", NULL);
  fixture->limit_ms = MAX_AWAY_MS * get_patience ();
  large_corpus_create (fixture->path, N_ARTICLES, N_SOURCES);

  /* GTK loads fonts, icons and styles with the first window; that is not ours to change. */
  fixture->window = open_sample ();
  run_for (200);
  loop_watch_take ();

  file = g_file_new_for_path (fixture->path);
  plx_window_open_corpus (fixture->window, file);
  wait_until (g_list_model_get_n_items (
                plx_session_get_sources (plx_window_get_session (fixture->window))) == N_SOURCES);
  end_step (fixture, "open");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_window (fixture->window);
  run_for (100);
  folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static PlxChart *
get_chart (Fixture *fixture)
{
  return plx_sources_page_get_chart (plx_window_get_sources_page (fixture->window));
}

static void
visit_charts (Fixture *fixture)
{
  static const char *const kinds[] = { "framing", "map", "flow", "timeline", "voices" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *table = g_strdup_printf ("table of the %s", kinds[i]);

      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-chart", "s", kinds[i]);
      wait_until (get_chart (fixture) != NULL &&
                  g_str_equal (plx_chart_get_kind (get_chart (fixture)), kinds[i]));
      end_step (fixture, kinds[i]);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-table", NULL);
      end_step (fixture, table);
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-table", NULL);
      end_step (fixture, "chart again");
    }
}

static void
visit_filters (Fixture *fixture)
{
  static const struct
  {
    const char     *name;
    PlxCorpusFilter filter;
  } cases[] = {
    { "reporter", { .voice = (char *) "" } },
    { "target", { .target = (char *) "China" } },
    { "dates", { .from = (char *) "2015", .to = (char *) "2018" } },
    { "words", { .search = (char *) "harbour" } },
    { "no filter", { NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plx_session_set_filter (plx_window_get_session (fixture->window), &cases[i].filter);
      run_for (500);
      end_step (fixture, cases[i].name);
    }
}

/* What scrolls below @root, from its beginning to its end. */
static void
scroll (Fixture    *fixture,
        GtkWidget  *root,
        const char *name)
{
  GtkWidget *scrolled = find_mapped (root, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  g_assert_nonnull (scrolled);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (guint i = 0; i <= 20; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * i / 20);
      run_for (20);
    }
  end_step (fixture, name);
}

static void
group_evidence (Fixture *fixture)
{
  GtkWidget *evidence = find_mapped (GTK_WIDGET (fixture->window), PLX_TYPE_EVIDENCE_VIEW);
  GtkWidget *button = evidence != NULL ? find_mapped (evidence, GTK_TYPE_TOGGLE_BUTTON) : NULL;

  g_assert_nonnull (button);
  for (guint i = 0; i < 2; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      end_step (fixture, i == 0 ? "group evidence" : "do not group it");
    }
}

/* Types a letter at a time, as a person does, and takes it back. */
static void
type (Fixture    *fixture,
      GtkWidget  *root,
      const char *text,
      const char *name)
{
  GtkWidget *entry = find_mapped (root, GTK_TYPE_EDITABLE);

  g_assert_nonnull (entry);
  for (guint i = 1; i <= strlen (text); i++)
    {
      g_autofree char *part = g_strndup (text, i);

      gtk_editable_set_text (GTK_EDITABLE (entry), part);
      run_for (60);
    }
  run_for (500);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  run_for (500);
  end_step (fixture, name);
}

static void
visit_words (Fixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  PlxWordsPage *page = plx_window_get_words_page (fixture->window);

  gtk_widget_activate_action (window, "win.show-view", "s", "words");
  end_step (fixture, "words");
  wait_until (g_list_model_get_n_items (plx_words_page_get_entries (page)) > 2);
  type (fixture, GTK_WIDGET (page), "trade", "search the words");
  for (guint i = 0; i < 3; i++)
    {
      plx_words_page_select (page, i);
      run_for (200);
    }
  end_step (fixture, "hits of a word");
}

static void
visit_comparison (Fixture *fixture)
{
  static const char *const views[] = { "words", "only", "claims" };
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-view", "s", "compare");
  run_for (2000);
  end_step (fixture, "compare");
  page = find_mapped (GTK_WIDGET (fixture->window), PLX_TYPE_COMPARE_PAGE);
  g_assert_nonnull (page);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *name = g_strdup_printf ("compare %s", views[i]);

      plx_compare_page_show (PLX_COMPARE_PAGE (page), views[i]);
      run_for (1000);
      end_step (fixture, name);
    }
}

static void
visit_pages (Fixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  PlxSourcesPage *page = plx_window_get_sources_page (fixture->window);

  group_evidence (fixture);
  plx_sources_page_select_source (page, 1);
  end_step (fixture, "source");
  plx_sources_page_select_source (page, 0);
  end_step (fixture, "all sources");
  plx_sources_page_open_article (page, 1);
  end_step (fixture, "article");
  scroll (fixture, find_mapped (window, PLX_TYPE_READER_VIEW), "scroll the article");
  visit_words (fixture);
  visit_comparison (fixture);
  gtk_widget_activate_action (window, "win.show-view", "s", "sources");
  end_step (fixture, "sources");
}

static void
visit_dialogs (Fixture *fixture)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", NULL);
  wait_until ((dialog = find_dialog (PLX_TYPE_PALETTE)) != NULL);
  end_step (fixture, "palette");
  type (fixture, dialog, "harbour", "search in the palette");
  gtk_window_destroy (GTK_WINDOW (dialog));
  end_step (fixture, "no palette");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.export-report", NULL);
  wait_until ((dialog = find_dialog (PLX_TYPE_REPORT_DIALOG)) != NULL);
  end_step (fixture, "report");
  gtk_window_destroy (GTK_WINDOW (dialog));
  end_step (fixture, "no report");
}

static void
drag_chart (Fixture *fixture)
{
  GtkWidget *view = find_mapped (GTK_WIDGET (fixture->window), PLX_TYPE_CHART_VIEW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GdkContentProvider) content = NULL;

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "prepare", 5.0, 5.0, &content);
    }
  end_step (fixture, "drag a chart");
}

static guint
count_sources (Fixture *fixture)
{
  return g_list_model_get_n_items (
    plx_session_get_sources (plx_window_get_session (fixture->window)));
}

static void
change_corpus (Fixture *fixture)
{
  PlxSourcesPage *page = plx_window_get_sources_page (fixture->window);

  g_signal_emit_by_name (page, "remove", (gint64) 1, (gint64) 0);
  wait_until (count_sources (fixture) == N_SOURCES - 1);
  end_step (fixture, "remove a source");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (count_sources (fixture) == N_SOURCES);
  end_step (fixture, "bring it back");
}

static const char *
get_digest (Fixture *fixture)
{
  PlxCorpus *corpus = plx_session_get_corpus (plx_window_get_session (fixture->window));

  return plx_lexicon_get_digest (plx_corpus_get_lexicon (corpus));
}

/* An entry is turned off, which reads all articles again, and on again. */
static void
change_lexicon (Fixture *fixture)
{
  GtkWidget *page = GTK_WIDGET (plx_window_get_words_page (fixture->window));
  g_autofree char *digest = g_strdup (get_digest (fixture));

  plx_words_page_select (PLX_WORDS_PAGE (page), 0);
  gtk_widget_activate_action (page, "words.toggle", NULL);
  wait_until (!g_str_equal (get_digest (fixture), digest));
  run_for (1500);
  end_step (fixture, "turn a word off");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_until (g_str_equal (get_digest (fixture), digest));
  run_for (1500);
  end_step (fixture, "turn it on again");
}

static void
save_copy (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.parallax", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PlxSession *session = plx_window_get_session (fixture->window);

  plx_window_save_copy (fixture->window, file);
  wait_until (plx_session_get_corpus (session) != NULL &&
              g_strcmp0 (plx_corpus_get_path (plx_session_get_corpus (session)), path) == 0);
  wait_until (count_sources (fixture) == N_SOURCES);
  end_step (fixture, "save a copy");
}

static void
test_tour (Fixture       *fixture,
           gconstpointer  data)
{
  visit_charts (fixture);
  visit_filters (fixture);
  visit_pages (fixture);
  visit_dialogs (fixture);
  drag_chart (fixture);
  change_corpus (fixture);
  change_lexicon (fixture);
  save_copy (fixture);
  g_assert_cmpuint (fixture->n_hitches, ==, 0);
}

static gboolean
dawdle (gpointer data)
{
  g_usleep (60000);
  return G_SOURCE_REMOVE;
}

/* The watch sees what it is there for: waiting, not only computing. */
static void
test_watch (void)
{
  run_for (20);
  loop_watch_take ();
  g_idle_add (dawdle, NULL);
  run_for (100);
  g_assert_cmpfloat (loop_watch_take (), >, MAX_AWAY_MS);
}

int
main (int   argc,
      char *argv[])
{
  int status = start_display_test (&argc, &argv);

  if (status != 0)
    return status;
  loop_watch_start ();
  g_test_add_func ("/main-loop/watch", test_watch);
  g_test_add ("/main-loop/tour", Fixture, NULL, set_up, test_tour, tear_down);
  return g_test_run ();
}
