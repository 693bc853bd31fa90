/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* How texts and charts come onto paper: plx-pages. */

#include "tests/plot-samples.h"
#include "ui/report/plx-pages-private.h"

#include <locale.h>

#define PAPER_WIDTH 595
#define PAPER_HEIGHT 842
#define MARGIN 40

static PlxPages *
make_pages (gboolean rtl)
{
  PlxPlotStyle style = plx_plot_style_print;

  style.rtl = rtl;
  return plx_pages_new (PAPER_WIDTH, PAPER_HEIGHT, MARGIN, &style, NULL);
}

/* A line begins where the document's do, whichever way it runs itself; a number ends where they end. */
static void
test_directions (void)
{
  static const struct
  {
    const char *text;
    gboolean    at_end;
    gboolean    rtl; /* of the document */
    gboolean    is_right;
  } cases[] = {
    { "A line", FALSE, FALSE, FALSE },
    { "שורה", FALSE, FALSE, FALSE },
    { "+0.25", TRUE, FALSE, TRUE },
    { "שורה", TRUE, FALSE, TRUE },
    { "A line", FALSE, TRUE, TRUE },
    { "שורה", FALSE, TRUE, TRUE },
    { "+0.25", TRUE, TRUE, FALSE },
    { "\u200E+0.25", TRUE, TRUE, FALSE },
    { "", FALSE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxPages) pages = make_pages (cases[i].rtl);
      PlxPagesCell cell = { .text = cases[i].text, .at_end = cases[i].at_end };
      g_autoptr (PangoLayout) layout = plx_pages_make_layout (pages, &cell, 400);
      PangoLayoutIter *iter = pango_layout_get_iter (layout);
      PangoRectangle line;
      double left, right;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      left = pango_units_to_double (line.x);
      right = 400 - left - pango_units_to_double (line.width);
      g_test_message ("%s: %g left, %g right", cases[i].text, left, right);
      g_assert_cmpfloat (cases[i].is_right ? right : left, <, 1);
      g_assert_cmpfloat (cases[i].is_right ? left : right, >, 300);
      pango_layout_iter_free (iter);
    }
}

/* A chart a little too high for what is left of a page does not leave that empty. */
static void
test_chart_fits (void)
{
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = plx_framing_chart_new (summary);
  g_autoptr (PlxPages) pages = make_pages (FALSE);
  double height = plx_chart_measure (chart, &pages->style, plx_pages_get_width (pages));
  const PlxPagesBlock *block;

  while (plx_pages_find_left (pages) > height * 0.95)
    plx_pages_add_text (pages, PLX_PAGES_BODY, "A line");
  g_test_message ("%g high, %g left", height, plx_pages_find_left (pages));
  plx_pages_add_chart (pages, chart, NULL, NULL);
  block = pages->blocks->pdata[pages->blocks->len - 1];
  g_assert_cmpfloat (block->scale, <, 1);
  g_assert_cmpfloat (block->scale, >, 0.8);
  g_assert_cmpuint (plx_pages_count (pages), ==, 1);
  plot_summary_free (summary);
}

/* Much too high a one goes to the next as large as it is. */
static void
test_chart_waits (void)
{
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = plx_framing_chart_new (summary);
  g_autoptr (PlxPages) pages = make_pages (FALSE);
  const PlxPagesBlock *block;

  while (plx_pages_find_left (pages) > 100)
    plx_pages_add_text (pages, PLX_PAGES_BODY, "A line");
  plx_pages_add_chart (pages, chart, NULL, NULL);
  block = pages->blocks->pdata[pages->blocks->len - 1];
  g_assert_cmpfloat (block->scale, ==, 1);
  g_assert_cmpuint (plx_pages_count (pages), ==, 2);
  plot_summary_free (summary);
}

/* A long chart is cut below marks, never through one, and what stands above one stays with it. */
static void
test_cut (void)
{
  static const struct
  {
    double y, height;
  } boxes[] = { { 20, 30 }, { 50, 30 }, { 110, 30 }, { 140, 30 } };
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (PlxPlotMark));

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      PlxPlotMark mark = { .row = i, .y = boxes[i].y, .height = boxes[i].height };

      g_array_append_val (marks, mark);
    }
  g_assert_cmpfloat (plx_pages_find_cut (marks, 0, 100), ==, 80);
  g_assert_cmpfloat (plx_pages_find_cut (marks, 0, 139), ==, 80);
  g_assert_cmpfloat (plx_pages_find_cut (marks, 0, 140), ==, 140);
  g_assert_cmpfloat (plx_pages_find_cut (marks, 80, 300), ==, 300);
  g_assert_cmpfloat (plx_pages_find_cut (marks, 0, 45), ==, 45);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/directions", test_directions);
  g_test_add_func ("/pages/chart-fits", test_chart_fits);
  g_test_add_func ("/pages/chart-waits", test_chart_waits);
  g_test_add_func ("/pages/cut", test_cut);
  return g_test_run ();
}
