/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What a frame costs with large charts in a window: the main thread's CPU time from the start of its
 * painting to the end, at the first frame and while keys go from mark to mark. */

#include <locale.h>
#include <math.h>
#include <time.h>

#include "tests/plot-samples.h"
#include "ui/plx-ui.h"
#include "ui/widgets/plx-chart-view.h"

#include <adwaita.h>

#define N_FRAMES 120
#define N_SOURCES 200
#define N_ARTICLES 50000

typedef struct
{
  GtkWidget *view;
  GArray    *costs; /* of double: milliseconds */
  double     start;
} Bench;

static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
on_before_paint (GdkFrameClock *clock,
                 Bench         *bench)
{
  bench->start = get_cpu_ms ();
}

static void
on_after_paint (GdkFrameClock *clock,
                Bench         *bench)
{
  double cost = get_cpu_ms () - bench->start;

  if (bench->start < 0)
    return;
  g_array_append_val (bench->costs, cost);
  bench->start = -1;
  gtk_widget_activate_action (bench->view,
                              bench->costs->len % 40 == 0 ? "chart.first"
                              : bench->costs->len % 40 < 30 ? "chart.down" : "chart.right", NULL);
  /* At a border keys move nothing: draw all the same. */
  gtk_widget_queue_draw (bench->view);
}

static int
compare_costs (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static GtkWidget *
make_window (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), viewport);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 760);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  return window;
}

static void
measure (PlxChart *chart)
{
  Bench bench = { plx_chart_view_new (), g_array_new (FALSE, FALSE, sizeof (double)), -1 };
  GtkWidget *window = make_window (bench.view);
  GdkFrameClock *clock;
  double first, made = get_cpu_ms ();

  plx_chart_view_set_chart (PLX_CHART_VIEW (bench.view), chart);
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (bench.view);
  while (bench.costs->len < 2)
    g_main_context_iteration (NULL, TRUE);
  first = get_cpu_ms () - made;
  g_array_set_size (bench.costs, 0);
  while (bench.costs->len < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);

  g_array_sort (bench.costs, compare_costs);
  g_print ("%-10s %6u marks, height %6d: shown after %7.1f ms; a frame: median %5.2f, p95 %5.2f ms\n",
           plx_chart_get_kind (chart), plx_chart_view_get_marks (PLX_CHART_VIEW (bench.view))->len,
           gtk_widget_get_height (bench.view), first,
           g_array_index (bench.costs, double, N_FRAMES / 2),
           g_array_index (bench.costs, double, N_FRAMES * 95 / 100));
  g_signal_handlers_disconnect_by_data (clock, &bench);
  gtk_window_destroy (GTK_WINDOW (window));
  g_array_unref (bench.costs);
}

static PlxChart *
make_voices (void)
{
  PlxChart *chart = plx_voices_chart_new (&plot_axis);

  for (guint i = 0; i < N_SOURCES * 6; i++)
    {
      g_autofree char *source = g_strdup_printf ("Source number %u", i / 6);
      g_autofree char *speaker = g_strdup_printf ("Speaker number %u", i);
      PlxVoicesRow row = { source, i % 6 == 0 ? NULL : speaker, 1000 - i % 6 * 100,
                           i % 6 == 0 ? 0.6 : 0.08,
                           { .score = sin (i) / 3, .low = sin (i) / 3 - 0.1,
                             .high = sin (i) / 3 + 0.1, .n_cues = 12, .enough = TRUE } };

      plx_voices_chart_add (chart, &row);
    }
  return chart;
}

int
main (int   argc,
      char *argv[])
{
  PlxSummary *summary;

  setlocale (LC_ALL, "");
  if (!gtk_init_check ())
    {
      g_print ("no display\n");
      return 77;
    }
  adw_init ();
  plx_ui_init ();
  summary = plot_summary_sample (N_SOURCES, 3);
  measure (plx_framing_chart_new (summary));
  measure (plot_map_sample (summary, N_ARTICLES));
  measure (plot_flow_sample (60));
  measure (plot_timeline_sample (N_SOURCES, N_ARTICLES / N_SOURCES, 365));
  measure (make_voices ());
  plot_summary_free (summary);
  return 0;
}
