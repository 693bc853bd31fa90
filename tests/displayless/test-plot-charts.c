/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What one kind of chart does and the others do not; what holds for all is in test-plot-kinds.c. */

#include <locale.h>
#include <stdlib.h>

#include "tests/plot-samples.h"

static const PlxPlotMark *
find_mark (GArray *marks,
           guint   row,
           guint   item)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);

      if (mark->row == row && mark->item == item)
        return mark;
    }
  return NULL;
}

/* What is zoomed at stays in its place, all else moves away from it; the edges hold. */
static void
test_map_zoom (void)
{
  PlxSummary *summary = plot_summary_sample (6, 3);
  PlxPlotStyle rtl = plx_plot_style_light;
  const PlxPlotStyle *const styles[] = { &plx_plot_style_light, &rtl };

  rtl.rtl = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (PlxChart) chart = plx_map_chart_new (summary, 0, 1);
      g_autoptr (GArray) before = plx_chart_list_marks (chart, styles[i], 800);
      g_autoptr (GArray) after = NULL;
      PlxPlotMark at = g_array_index (before, PlxPlotMark, 2);
      const PlxPlotMark *now;

      g_assert_true (plx_chart_can_zoom (chart));
      g_assert_false (plx_chart_zoom (chart, 0.5, at.score_x, at.score_y));
      g_assert_false (plx_chart_pan (chart, 50, 50));
      g_assert_true (plx_chart_zoom (chart, 2, at.score_x, at.score_y));
      g_assert_true (plx_chart_is_zoomed (chart));
      after = plx_chart_list_marks (chart, styles[i], 800);
      now = find_mark (after, at.row, at.item);
      g_assert_nonnull (now);
      g_assert_cmpfloat_with_epsilon (now->score_x, at.score_x, 0.5);
      g_assert_cmpfloat_with_epsilon (now->score_y, at.score_y, 0.5);

      /* To the right and down, until there is no more. */
      for (guint step = 0; step < 100 && plx_chart_pan (chart, 40, 40); step++)
        plx_chart_measure (chart, styles[i], 800);
      g_assert_false (plx_chart_pan (chart, 40, 40));
      g_assert_true (plx_chart_pan (chart, -40, 0));
      plx_chart_measure (chart, styles[i], 800);
      g_assert_true (plx_chart_zoom (chart, 0, 0, 0));
      g_assert_false (plx_chart_is_zoomed (chart));
    }
  plot_summary_free (summary);
}

/* Of very many articles some are shown, and more of them when one comes closer. */
static void
test_map_thins (void)
{
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = plot_map_sample (summary, 50000);
  g_autoptr (GArray) whole = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  guint n_here = 0;
  g_autoptr (GArray) part = NULL;
  double x, y;

  g_assert_cmpuint (whole->len, >, 200);
  g_assert_cmpuint (whole->len, <, 2000);
  for (guint i = 0; i < whole->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (whole, PlxPlotMark, i);

      if (plx_map_chart_unmap (chart, mark->score_x, mark->score_y, &x, &y))
        n_here += fabs (x) < 0.1 && fabs (y) < 0.1;
    }
  plx_map_chart_set_view (chart, 0, 0, 0.1);
  part = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_assert_cmpuint (part->len, >, n_here);
  plot_summary_free (summary);
}

static void
test_flow_part (void)
{
  g_autoptr (PlxChart) chart = plot_flow_sample (4);
  PlxSvgOptions options = { .standalone = TRUE };
  g_autofree char *svg = NULL;

  g_assert_cmpuint (plx_flow_chart_get_n_all (chart), ==, 4);
  plx_flow_chart_set_part (chart, 60, 314);
  g_assert_cmpuint (plx_flow_chart_get_n_all (chart), ==, 314);
  svg = plx_chart_to_svg (chart, &plx_plot_style_light, 800, &options);
  g_assert_nonnull (strstr (svg, "articles 61 to 64 of 314"));
}

static void
test_map_view (void)
{
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = plot_map_sample (summary, 60);
  g_autoptr (GArray) all = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_autoptr (GArray) some = NULL;
  const PlxPlotMark *mark = &g_array_index (all, PlxPlotMark, 0);
  const PlxSummaryRow *row = g_ptr_array_index (summary->rows, mark->row);
  double x = 0;
  double y = 0;

  g_assert_true (plx_map_chart_unmap (chart, mark->score_x, mark->score_y, &x, &y));
  g_assert_cmpfloat_with_epsilon (x, row->axes[1].score, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, row->axes[0].score, 1e-6);
  g_assert_false (plx_map_chart_unmap (chart, 1, 1, &x, &y));

  plx_map_chart_set_view (chart, x, y, 0.1);
  some = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_assert_cmpuint (some->len, <, all->len);
  g_assert_cmpuint (some->len, >, 0);
  plot_summary_free (summary);
}

/* So many articles that they cover each other cost no more than the map has room for. */
static void
test_map_of_many (void)
{
  PlxSummary *summary = plot_summary_sample (200, 3);
  g_autoptr (PlxChart) chart = plot_map_sample (summary, 50000);
  g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 800);

  g_assert_cmpuint (marks->len, <, 25000);
  g_assert_cmpuint (marks->len, >, 200);
  plot_summary_free (summary);
}

static void
test_flow_bars (void)
{
  static const PlxFlowSentence sentences[] = {
    { 0.5, 10, 1, PLX_FLOW_TITLE }, { -1, 30, 2, 0 }, { 0.5, 10, 2, PLX_FLOW_QUOTE },
    { 0, 20, 0, 0 },
  };
  g_autoptr (PlxChart) chart = plx_flow_chart_new (&plot_axis);
  g_autoptr (GArray) marks = NULL;
  const PlxPlotMark *m;

  plx_flow_chart_add_article (chart, 7, "S", "T", sentences, G_N_ELEMENTS (sentences));
  marks = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  m = (const PlxPlotMark *) (gpointer) marks->data;
  g_assert_cmpuint (marks->len, ==, 4);
  /* widths follow words, heights follow scores, about the middle of the strip */
  g_assert_cmpfloat_with_epsilon (m[1].width, 3 * m[2].width, 0.01);
  g_assert_cmpfloat_with_epsilon (m[3].width, 2 * m[2].width, 0.01);
  g_assert_cmpfloat_with_epsilon (m[1].score_y, m[1].y + m[1].height, 0.01);
  g_assert_cmpfloat_with_epsilon (m[2].score_y, m[2].y + m[2].height / 4, 0.01);
  g_assert_cmpfloat_with_epsilon (m[3].score_y, m[3].y + m[3].height / 2, 0.01);
  g_assert_cmpfloat (m[0].x + m[0].width, <, m[1].x);
}

static void
test_timeline_days (void)
{
  static const struct
  {
    const char *date;
    gboolean    ok;
    double      day; /* from 2023-11-01 */
  } cases[] = {
    { "2023-11-01", TRUE, 0 },           { "2023-11", TRUE, 0 },
    { "2023-11-03T12:00:00Z", TRUE, 2.5 }, { "2023-11-03 06:00", TRUE, 2.25 },
    { "2024-02-29", TRUE, 120 },         { "2023-02-29", FALSE, 0 },
    { "2023-13-01", FALSE, 0 },          { "yesterday", FALSE, 0 },
    { "", FALSE, 0 },                    { NULL, FALSE, 0 },
  };
  double base = 0;

  g_assert_true (plx_timeline_day ("2023-11-01", &base));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double day = -1;

      g_test_message ("%s", cases[i].date);
      g_assert_true (plx_timeline_day (cases[i].date, &day) == cases[i].ok);
      g_assert_cmpfloat_with_epsilon (day, cases[i].ok ? base + cases[i].day : -1, 1e-9);
    }
}

/* From a day to centuries: always some ticks, never too many. */
static void
test_timeline_spans (void)
{
  static const guint days[] = { 0, 1, 9, 60, 400, 4000, 60000 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (PlxChart) chart = plot_timeline_sample (2, 40, days[i]);
      g_autofree char *svg = plx_chart_to_svg (chart, &plx_plot_style_light, 700, NULL);
      g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 700);

      g_assert_cmpuint (marks->len, >, 0);
      g_assert_nonnull (strstr (svg, days[i] < 600 ? "2023" : "20"));
    }
}

/* Where marks lie is a linear function of the figures that the table has. */
static void
assert_linear (PlxChart *chart,
               guint     column)
{
  g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);
  double zero = NAN, unit = NAN;
  guint n = 0;

  g_assert_cmpuint (marks->len, ==, plx_plot_table_get_n_rows (table));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < marks->len; i++)
      {
        const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
        double value = plx_plot_table_get_cell (table, i, column)->value;
        const PlxPlotMark *first = &g_array_index (marks, PlxPlotMark, 0);
        double first_value = plx_plot_table_get_cell (table, 0, column)->value;

        if (isnan (value) || value == first_value)
          continue;
        if (pass == 0 && isnan (unit))
          {
            unit = (mark->score_x - first->score_x) / (value - first_value);
            zero = first->score_x - unit * first_value;
          }
        if (pass == 1)
          {
            g_assert_cmpfloat_with_epsilon (mark->score_x, zero + unit * value, 0.5);
            n++;
          }
      }
  g_assert_cmpfloat (unit, >, 0);
  g_assert_cmpuint (n, >, 2);
}

/* A strip has no scale beside it: the key says how high it is, and marks keep to that. */
static void
test_timeline_height (void)
{
  g_autoptr (PlxChart) chart = plx_timeline_chart_new (&plot_axis);
  static const double scores[] = { 0.31, -0.1, 0 };
  PlxTimelinePoint points[G_N_ELEMENTS (scores)] = { { 0 } };
  g_autoptr (GArray) marks = NULL;
  g_autofree char *svg = NULL;
  double middle;

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    points[i] = (PlxTimelinePoint) { .day = 15000 + i, .score = scores[i], .enough = TRUE,
                                     .title = "A title", .article = i + 1 };
  plx_timeline_chart_add_source (chart, "Harbour Post", points, G_N_ELEMENTS (points));
  svg = plx_chart_to_svg (chart, &plx_plot_style_light, 800, NULL);
  g_assert_nonnull (strstr (svg, "height: score, from −0.40 to +0.40"));
  marks = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_assert_cmpuint (marks->len, ==, 3);
  middle = g_array_index (marks, PlxPlotMark, 2).score_y;
  g_assert_cmpfloat_with_epsilon ((middle - g_array_index (marks, PlxPlotMark, 0).score_y) / 0.31,
                                  (middle - g_array_index (marks, PlxPlotMark, 1).score_y) / -0.1,
                                  0.01);
}

static void
test_voices_scale (void)
{
  g_autoptr (PlxChart) chart = plot_voices_sample ();

  assert_linear (chart, 4);
}

static void
test_shift_scale (void)
{
  g_autoptr (PlxChart) chart = plot_shift_sample (12);

  assert_linear (chart, 1);
}

static void
test_shift_limit (void)
{
  g_autoptr (PlxChart) chart = plot_shift_sample (45);
  g_autofree char *svg = NULL;
  g_autoptr (GArray) marks = NULL;

  plx_shift_chart_set_limit (chart, 10);
  marks = plx_chart_list_marks (chart, &plx_plot_style_light, 700);
  svg = plx_chart_to_svg (chart, &plx_plot_style_light, 700, NULL);
  g_assert_cmpuint (marks->len, ==, 10);
  g_assert_cmpuint (g_array_index (marks, PlxPlotMark, 0).row, ==, 0);
  g_assert_nonnull (strstr (svg, "35 further words: "));
}

/* What is drawn above the bars, and said to who does not see them. */
static void
test_shift_difference (void)
{
  static const struct
  {
    PlxDifference difference;
    const char   *says;
  } cases[] = {
    { { 0.31, -0.42, 0.0004, PLX_UNIT_ARTICLES }, "difference +0.73. Chance alone seldom makes so much (p < 0.001)." },
    { { 0.31, -0.42, 0.049, PLX_UNIT_ARTICLES }, "Chance alone seldom makes so much (p = 0.049)." },
    { { 0.31, 0.30, 0.85, PLX_UNIT_ARTICLES }, "difference +0.01. That may well be chance (p = 0.850)." },
    { { 0.31, -0.42, 0.012, PLX_UNIT_SENTENCES }, "(p = 0.012). There are too few articles to speak of more" },
  };
  g_autoptr (PlxChart) chart = plot_shift_sample (5);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *description = NULL;

      plx_shift_chart_set_difference (chart, &cases[i].difference);
      description = plx_chart_describe (chart);
      g_test_message ("%s", description);
      g_assert_nonnull (strstr (description, cases[i].says));
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/map/view", test_map_view);
  g_test_add_func ("/plot/map/zoom", test_map_zoom);
  g_test_add_func ("/plot/map/thins", test_map_thins);
  g_test_add_func ("/plot/flow/part", test_flow_part);
  g_test_add_func ("/plot/map/many", test_map_of_many);
  g_test_add_func ("/plot/flow/bars", test_flow_bars);
  g_test_add_func ("/plot/timeline/days", test_timeline_days);
  g_test_add_func ("/plot/timeline/spans", test_timeline_spans);
  g_test_add_func ("/plot/timeline/height", test_timeline_height);
  g_test_add_func ("/plot/voices/scale", test_voices_scale);
  g_test_add_func ("/plot/shift/scale", test_shift_scale);
  g_test_add_func ("/plot/shift/limit", test_shift_limit);
  g_test_add_func ("/plot/shift/difference", test_shift_difference);
  return g_test_run ();
}
