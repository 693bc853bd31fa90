/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What a window costs with nothing, with the sample story and with a large corpus:
 * bench-window [ARTICLES] [FILE]. The corpus is made at FILE if it is not there, and stays there.
 * For profiling, bench-window --child filter-KIND FILE 0 changes the filter under one kind of chart, and
 * lists, scroll-evidence, scroll-tables or scroll-views in its place scrolls all or some of the lists.
 *
 * Each start is a process of its own, and an empty libadwaita window is started beside them. Times
 * of start are of the processor (of all threads) and of the clock; times of frames and of the main
 * loop are the main thread's. What is asked of them, and whether it is met, stands at the end. */

#include "tests/support/large-corpus.h"
#include "tests/support/loop-watch.h"
#include "tests/support/window.h"
#include "ui/evidence/plx-evidence-view.h"
#include "ui/plx-ui.h"
#include "ui/reader/plx-reader-view.h"
#include "ui/sources/plx-chart-pane.h"
#include "ui/sources/plx-source-sidebar.h"
#include "ui/widgets/plx-chart-view.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N_SOURCES 200
#define N_STARTS 5
#define N_FRAMES 100
#define MAX_FINDING_S 60

typedef struct
{
  double cpu_ms, main_ms, wall_ms; /* of all threads, of the main thread, of the clock */
} Cost;

/* What a start prints: the cost until the first frame, until all is shown, and memory. */
#define N_FIGURES 7

static gint64 started_usec;

/* What is asked for, and the worst that was measured. */
typedef enum
{
  GOAL_SAMPLES,
  GOAL_LARGE,
  GOAL_SCROLL,
  GOAL_FILTER,
  GOAL_LOOP,
  GOAL_MEMORY,
  N_GOALS
} Goal;

static struct
{
  const char *what;
  const char *unit;
  double      most;
  double      worst;
  char        where[64]; /* "" as long as nothing was measured */
} goals[N_GOALS] = {
  [GOAL_SAMPLES] = { "start to first frame, sample story, of an empty window's", "times", 1.5 },
  [GOAL_LARGE] = { "start to first frame, large corpus, likewise", "times", 3 },
  [GOAL_SCROLL] = { "work of a frame while scrolling, p95", "ms", 8 },
  [GOAL_FILTER] = { "change of the filter until the chart is drawn", "ms", 100 },
  [GOAL_LOOP] = { "main loop away", "ms", 50 },
  [GOAL_MEMORY] = { "memory", "MB", 300 },
};

static void
note (Goal        goal,
      double      value,
      const char *where)
{
  if (*goals[goal].where != '\0' && value <= goals[goal].worst)
    return;
  goals[goal].worst = value;
  g_strlcpy (goals[goal].where, where, sizeof goals[goal].where);
}

/* Those that this process has measured. */
static void
print_goals (void)
{
  for (Goal goal = 0; goal < N_GOALS; goal++)
    {
      if (*goals[goal].where != '\0')
        g_print ("%-58s %7.2f %-5s under %5.1f: %-7s (%s)\n", goals[goal].what, goals[goal].worst,
                 goals[goal].unit, goals[goal].most,
                 goals[goal].worst < goals[goal].most ? "met" : "NOT MET", goals[goal].where);
    }
}

static double
get_process_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static Cost
get_cost (void)
{
  return (Cost) { get_process_cpu_ms (), loop_watch_get_cpu_ms (),
                  (double) (g_get_monotonic_time () - started_usec) / 1e3 };
}

static double
get_memory_mb (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL) ||
      (line = strstr (text, "VmRSS:")) == NULL)
    return 0;
  return atof (line + strlen ("VmRSS:")) / 1024;
}

static void
print_memory (const char *what)
{
  struct mallinfo2 info = mallinfo2 ();

  note (GOAL_MEMORY, get_memory_mb (), what);
  g_print ("  %-42s %7.1f MB resident, %7.1f MB allocated\n", what, get_memory_mb (),
           (double) (info.uordblks + info.hblkhd) / 1048576);
}

/* Frames */

typedef struct
{
  GArray *costs; /* of double: milliseconds of the main thread's processor time */
  double  start;
} Frames;

static void
on_before_paint (GdkFrameClock *clock,
                 Frames        *frames)
{
  frames->start = loop_watch_get_cpu_ms ();
}

static void
on_after_paint (GdkFrameClock *clock,
                Frames        *frames)
{
  double cost = loop_watch_get_cpu_ms () - frames->start;

  if (frames->start >= 0)
    g_array_append_val (frames->costs, cost);
  frames->start = -1;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
watch_frames (GtkWidget *window,
              Frames    *frames)
{
  GdkFrameClock *clock;

  frames->costs = g_array_new (FALSE, FALSE, sizeof (double));
  frames->start = -1;
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), frames);
}

static void
wait_for_frames (Frames *frames,
                 guint   n)
{
  while (frames->costs->len < n)
    g_main_context_iteration (NULL, TRUE);
}

/* The tallest list or text that can be scrolled below @root. */
static void
find_scrolled (GtkWidget  *root,
               GtkWidget **best)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_SCROLLED_WINDOW (root))
    {
      GtkAdjustment *now =
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (root));
      GtkAdjustment *other =
        *best != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (*best)) : NULL;

      if (other == NULL || gtk_adjustment_get_upper (now) > gtk_adjustment_get_upper (other))
        *best = root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_scrolled (child, best);
}

/* Scrolls through all of @adjustment and prints what a frame costs. */
static void
scroll_through (GtkWidget     *scrolled,
                GtkAdjustment *adjustment,
                Frames        *frames,
                const char    *what)
{
  double upper = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  guint half = N_FRAMES / 2;

  g_array_set_size (frames->costs, 0);
  for (guint i = 0; i < N_FRAMES && upper > 0; i++)
    {
      guint n = frames->costs->len;

      /* By hand for the first half, then by pulling the bar. */
      gtk_adjustment_set_value (adjustment, i < half ? i * 90.0 : upper * (i - half) / half);
      gtk_widget_queue_draw (scrolled);
      wait_for_frames (frames, n + 1);
    }
  g_array_sort (frames->costs, compare_doubles);
  if (frames->costs->len > 0)
    note (GOAL_SCROLL, g_array_index (frames->costs, double, frames->costs->len * 95 / 100), what);
  if (frames->costs->len > 0)
    g_print ("  scroll %-35s a frame: median %6.2f, p95 %6.2f, most %6.2f ms (height %.0f)\n", what,
             g_array_index (frames->costs, double, frames->costs->len / 2),
             g_array_index (frames->costs, double, frames->costs->len * 95 / 100),
             g_array_index (frames->costs, double, frames->costs->len - 1), upper);
}

/* Once as rows come in, and once when all are there. */
static void
scroll (GtkWidget  *below,
        Frames     *frames,
        const char *what)
{
  GtkWidget *scrolled = NULL;
  GtkAdjustment *adjustment;
  g_autofree char *again = g_strdup_printf ("%s, again", what);

  find_scrolled (below, &scrolled);
  if (scrolled == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  run_for (50);
  scroll_through (scrolled, adjustment, frames, what);
  gtk_adjustment_set_value (adjustment, 0);
  run_for (3000);
  scroll_through (scrolled, adjustment, frames, again);
}

/* A visit to all that a large corpus could make slow. */

typedef struct
{
  PlxWindow *window;
  Frames     frames;
} Visit;

static gboolean
is_busy (GtkWidget *window)
{
  GtkWidget *evidence = find_mapped (window, PLX_TYPE_EVIDENCE_VIEW);

  return evidence != NULL &&
         g_strcmp0 (plx_evidence_view_get_page (PLX_EVIDENCE_VIEW (evidence)), "loading") == 0;
}

/* Runs the main loop until nothing is under way and nothing is drawn any more. */
static void
settle (Visit *visit)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  guint n;

  do
    {
      n = visit->frames.costs->len;
      run_for (250);
    }
  while ((is_busy (GTK_WIDGET (visit->window)) || visit->frames.costs->len != n) &&
         g_get_monotonic_time () < deadline);
}

static void
report_step (const char *what)
{
  double away = loop_watch_take ();

  note (GOAL_LOOP, away, what);
  g_print ("  %-42s main loop away at most %7.1f ms, computing %7.1f\n", what, away,
           loop_watch_take_cpu ());
}

static PlxChart *
get_chart (Visit *visit)
{
  return plx_sources_page_get_chart (plx_window_get_sources_page (visit->window));
}

/* Waits until another chart than @old, of that kind, is there, then until it is on the screen. Prints
 * how long both took since @start. */
static void
wait_for_chart (Visit      *visit,
                PlxChart   *old,
                const char *kind,
                Cost        start,
                const char *what)
{
  Cost made, drawn;
  guint n;

  while (get_chart (visit) == NULL || get_chart (visit) == old ||
         strcmp (plx_chart_get_kind (get_chart (visit)), kind) != 0)
    g_main_context_iteration (NULL, TRUE);
  made = get_cost ();
  n = visit->frames.costs->len;
  wait_for_frames (&visit->frames, n + 1);
  drawn = get_cost ();
  g_print ("  %-28s chart after %7.1f ms (processor %7.1f, main thread %6.1f), "
           "drawn after %7.1f (processor %7.1f, main thread %6.1f, frame %5.1f)\n",
           what, made.wall_ms - start.wall_ms, made.cpu_ms - start.cpu_ms,
           made.main_ms - start.main_ms, drawn.wall_ms - start.wall_ms,
           drawn.cpu_ms - start.cpu_ms, drawn.main_ms - start.main_ms,
           g_array_index (visit->frames.costs, double, n));
  if (g_str_has_prefix (what, "filter: "))
    note (GOAL_FILTER, drawn.wall_ms - start.wall_ms, what + strlen ("filter: "));
  settle (visit);
  report_step (what);
}

static void
show_kind (Visit      *visit,
           const char *kind)
{
  g_autofree char *what = g_strdup_printf ("chart: %s", kind);
  PlxChart *chart = get_chart (visit);
  Cost start = get_cost ();

  if (chart != NULL && strcmp (plx_chart_get_kind (chart), kind) == 0)
    return;
  gtk_widget_activate_action (GTK_WIDGET (visit->window), "win.show-chart", "s", kind);
  wait_for_chart (visit, chart, kind, start, what);
}

static void
change_filter (Visit                 *visit,
               const char            *kind,
               const PlxCorpusFilter *filter,
               const char            *what)
{
  g_autofree char *label = g_strdup_printf ("filter: %s, %s", what, kind);
  PlxChart *old = get_chart (visit);
  Cost start = get_cost ();

  plx_session_set_filter (plx_window_get_session (visit->window), filter);
  wait_for_chart (visit, old, kind, start, label);
}

static void
change_filters (Visit      *visit,
                const char *kind)
{
  const PlxCorpusFilter reporter = { .voice = (char *) "" };
  const PlxCorpusFilter target = { .target = (char *) "China" };
  const PlxCorpusFilter dates = { .from = (char *) "2015", .to = (char *) "2018" };
  const PlxCorpusFilter words = { .search = (char *) "harbour" };

  show_kind (visit, kind);
  change_filter (visit, kind, &reporter, "reporter");
  change_filter (visit, kind, &target, "target");
  change_filter (visit, kind, &dates, "dates");
  change_filter (visit, kind, &words, "words");
  change_filter (visit, kind, NULL, "none");
}

static void
visit_views (Visit *visit)
{
  GtkWidget *window = GTK_WIDGET (visit->window);

  for (guint i = 0; i < 2; i++)
    {
      static const char *const views[] = { "words", "compare" };

      gtk_widget_activate_action (window, "win.show-view", "s", views[i]);
      settle (visit);
      /* Claims are found in the background; the page says how far it is. */
      for (guint s = 0; s < MAX_FINDING_S && find_mapped (window, GTK_TYPE_PROGRESS_BAR) != NULL; s++)
        run_for (1000);
      report_step (views[i]);
      scroll (window, &visit->frames, views[i]);
      report_step ("scrolling");
      print_memory (views[i]);
    }
  gtk_widget_activate_action (window, "win.show-view", "s", "sources");
  settle (visit);
}

static void
visit_tables (Visit *visit)
{
  static const char *const kinds[] = { "map", "timeline" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *what = g_strdup_printf ("table of the %s", kinds[i]);

      show_kind (visit, kinds[i]);
      gtk_widget_activate_action (GTK_WIDGET (visit->window), "win.toggle-table", NULL);
      settle (visit);
      report_step (what);
      scroll (find_mapped (GTK_WIDGET (visit->window), PLX_TYPE_CHART_PANE), &visit->frames, what);
      report_step ("scrolling");
      gtk_widget_activate_action (GTK_WIDGET (visit->window), "win.toggle-table", NULL);
      settle (visit);
      report_step ("chart again");
    }
}

static void
visit_evidence (Visit *visit)
{
  settle (visit);
  scroll (find_mapped (GTK_WIDGET (visit->window), PLX_TYPE_EVIDENCE_VIEW), &visit->frames,
          "evidence");
}

/* All that scrolls. */
static void
visit_lists (Visit *visit)
{
  GtkWidget *window = GTK_WIDGET (visit->window);

  visit_evidence (visit);
  scroll (find_mapped (window, PLX_TYPE_CHART_PANE), &visit->frames, "chart");
  scroll (find_mapped (window, PLX_TYPE_SOURCE_SIDEBAR), &visit->frames, "sidebar");
  plx_sources_page_open_article (plx_window_get_sources_page (visit->window), 1);
  settle (visit);
  report_step ("article");
  scroll (find_mapped (window, PLX_TYPE_READER_VIEW), &visit->frames, "reader");
  print_memory ("after the lists");
  visit_tables (visit);
  print_memory ("after the tables");
  visit_views (visit);
}

static void
visit_all (Visit *visit)
{
  static const char *const kinds[] = { "framing", "map", "flow", "timeline", "voices" };

  settle (visit);
  report_step ("start");
  print_memory ("after the start");
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    show_kind (visit, kinds[i]);
  print_memory ("after all charts");
  change_filters (visit, "framing");
  change_filters (visit, "map");
  change_filters (visit, "flow");
  change_filters (visit, "timeline");
  change_filters (visit, "voices");
  print_memory ("after the filters");
  show_kind (visit, "framing");
  visit_lists (visit);
  print_memory ("at the end");
  g_print ("\nWhat is asked for, and the worst of what was measured\n");
  print_goals ();
}

/* The processes */

static int
run_child (const char *what,
           const char *path)
{
  Visit visit = { NULL };
  GtkWidget *window;
  Cost first, all;

  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
  loop_watch_start ();
  if (strcmp (what, "empty") == 0)
    window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 760, NULL);
  else
    {
      plx_ui_init ();
      window = plx_window_new (NULL);
      visit.window = PLX_WINDOW (window);
      if (strcmp (what, "samples") == 0)
        plx_window_open_sample (visit.window);
      else
        {
          g_autoptr (GFile) file = g_file_new_for_path (path);

          plx_window_open_corpus (visit.window, file);
        }
    }
  watch_frames (window, &visit.frames);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (&visit.frames, 1);
  first = get_cost ();
  while (visit.window != NULL && strcmp (plx_window_get_page (visit.window), "ready") != 0)
    g_main_context_iteration (NULL, TRUE);
  if (visit.window != NULL)
    wait_for_frames (&visit.frames, visit.frames.costs->len + 1);
  all = get_cost ();
  if (strcmp (what, "visit") == 0)
    visit_all (&visit);
  else if (g_str_has_prefix (what, "filter-"))
    {
      settle (&visit);
      change_filters (&visit, what + strlen ("filter-"));
    }
  else if (strcmp (what, "lists") == 0)
    visit_lists (&visit);
  else if (strcmp (what, "scroll-evidence") == 0)
    visit_evidence (&visit);
  else if (strcmp (what, "scroll-tables") == 0)
    visit_tables (&visit);
  else if (strcmp (what, "scroll-views") == 0)
    visit_views (&visit);
  else
    g_print ("%.1f %.1f %.1f %.1f %.1f %.1f %.1f\n", first.cpu_ms, first.main_ms, first.wall_ms,
             all.cpu_ms, all.main_ms, all.wall_ms, get_memory_mb ());
  return 0;
}

/* The figures of one start, as run_child() prints them. */
static void
start_child (const char *program,
             const char *what,
             const char *path,
             double      out_figures[N_FIGURES])
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  const char *const arguments[] = { program, "--child", what, path, now, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  char *next;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                     &error))
    g_error ("%s", error->message);
  next = output;
  for (guint i = 0; i < N_FIGURES; i++)
    out_figures[i] = g_ascii_strtod (next, &next);
}

static void
start_visit (const char *program,
             const char *path)
{
  const char *const arguments[] = { program, "--child", "visit", path, "0", NULL };
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);

  if (process != NULL)
    g_subprocess_wait (process, NULL, NULL);
}

static void
compare_starts (const char *program,
                const char *path)
{
  static const char *const what[] = { "empty", "samples", "corpus" };
  double best[3][N_FIGURES];

  for (guint round = 0; round < N_STARTS; round++)
    {
      for (guint i = 0; i < 3; i++)
        {
          double figures[N_FIGURES];

          start_child (program, what[i], path, figures);
          for (guint f = 0; f < N_FIGURES; f++)
            best[i][f] = round == 0 ? figures[f] : MIN (best[i][f], figures[f]);
        }
    }
  for (guint i = 0; i < 3; i++)
    g_print ("%-8s first frame: processor %6.1f ms (%.2f times), main thread %6.1f (%.2f), clock "
             "%6.1f (%.2f); all shown: %6.1f, %6.1f, %6.1f ms; %5.1f MB\n",
             what[i], best[i][0], best[i][0] / best[0][0], best[i][1], best[i][1] / best[0][1],
             best[i][2], best[i][2] / best[0][2], best[i][3], best[i][4], best[i][5], best[i][6]);
  note (GOAL_SAMPLES, best[1][2] / best[0][2], "clock");
  note (GOAL_LARGE, best[2][2] / best[0][2], "clock");
}

int
main (int   argc,
      char *argv[])
{
  guint n_articles = argc > 1 ? (guint) atoi (argv[1]) : 5000;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  double figures[N_FIGURES];

  if (argc == 5 && strcmp (argv[1], "--child") == 0)
    {
      started_usec = g_ascii_strtoll (argv[4], NULL, 10);
      return run_child (argv[2], argv[3]);
    }
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("no display\n");
      return 77;
    }

  if (argc <= 2)
    folder = g_dir_make_tmp ("parallax-bench-XXXXXX", NULL);
  path = argc > 2 ? g_strdup (argv[2]) : g_build_filename (folder, "large.parallax", NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    large_corpus_create (path, n_articles, N_SOURCES);
  start_child (argv[0], "corpus", path, figures); /* reads all, once */
  g_print ("%u articles, read for the first time: processor %.1f s\n", n_articles,
           figures[3] / 1000);
  compare_starts (argv[0], path);
  start_visit (argv[0], path);
  print_goals ();
  if (folder != NULL)
    {
      g_unlink (path);
      g_rmdir (folder);
    }
  return 0;
}
