/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "tests/plot-samples.h"
#include "ui/plot/plx-plot-parts-private.h"
#include "ui/plot/plx-plot.h"

static const char *const style_names[] = {
  "light", "dark", "light-strong", "dark-strong", "print",
};

/* How a person without red (protan), green (deutan) or blue (tritan) cones sees a colour: the
 * matrices of Machado, Oliveira & Fernandes (2009) at full severity. */
static const double deficiencies[3][3][3] = {
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
distance_seen (const double matrix[3][3],
               PlxColor     a,
               PlxColor     b)
{
  double delta[3] = { a.red - b.red, a.green - b.green, a.blue - b.blue };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double seen = matrix[i][0] * delta[0] + matrix[i][1] * delta[1] + matrix[i][2] * delta[2];

      sum += seen * seen;
    }
  return sqrt (sum);
}

static void
test_palette (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (style_names); i++)
    {
      const PlxPlotStyle *style = plx_plot_style_find (style_names[i]);
      double least = style->strong ? 7 : 4.5;

      g_test_message ("%s", style_names[i]);
      g_assert_nonnull (style);
      g_assert_cmpfloat (plx_color_contrast (style->foreground, style->background), >=, 7);
      g_assert_cmpfloat (plx_color_contrast (style->muted, style->background), >=, least);
      g_assert_cmpfloat (plx_color_contrast (style->negative, style->background), >=, least);
      g_assert_cmpfloat (plx_color_contrast (style->positive, style->background), >=, least);
      g_assert_cmpfloat (plx_color_contrast (style->focus, style->background), >=, 3);
      /* in greyscale the poles differ in lightness */
      g_assert_cmpfloat (plx_color_contrast (style->negative, style->positive), >=, 1.4);
      for (guint j = 0; j < G_N_ELEMENTS (deficiencies); j++)
        g_assert_cmpfloat (distance_seen (deficiencies[j], style->negative, style->positive), >,
                           0.3);
    }
  g_assert_null (plx_plot_style_find ("sepia"));
}

static void
test_contrast_of_known_colors (void)
{
  PlxColor black = { 0, 0, 0, 1 };
  PlxColor white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (plx_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (plx_color_contrast (white, white), 1, 1e-9);
}

static void
test_scale (void)
{
  PlxScale scale = { -0.5, 0.5, 100, 300 };

  g_assert_cmpfloat (plx_scale_map (&scale, -0.5), ==, 100);
  g_assert_cmpfloat (plx_scale_map (&scale, 0), ==, 200);
  g_assert_cmpfloat (plx_scale_map (&scale, 0.25), ==, 250);
  g_assert_cmpfloat (plx_scale_map (&scale, 7), ==, 300);
  g_assert_cmpfloat (plx_scale_map (&scale, -7), ==, 100);

  g_assert_cmpfloat (plx_nice_extent (0), ==, 0.1);
  g_assert_cmpfloat (plx_nice_extent (0.3), ==, 0.3);
  g_assert_cmpfloat (plx_nice_extent (0.31), ==, 0.4);
  g_assert_cmpfloat (plx_nice_extent (0.9), ==, 1);
}

static void
test_score_words (void)
{
  static const struct
  {
    double      score;
    const char *words;
  } cases[] = {
    { -0.42, "−0.42" }, { 0.1, "+0.10" },  { 0, "0.00" },  { -0.004, "0.00" },
    { 1, "+1.00" },     { -1, "−1.00" },   { NAN, "–" },   { 0.005001, "+0.01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = plx_wording_score (cases[i].score);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_evidence (void)
{
  static const struct
  {
    double      score, low, high;
    gboolean    enough;
    PlxEvidence evidence;
  } cases[] = {
    { -0.3, -0.4, -0.2, TRUE, PLX_EVIDENCE_NEGATIVE },
    { 0.3, 0.2, 0.4, TRUE, PLX_EVIDENCE_POSITIVE },
    { 0.3, -0.1, 0.4, TRUE, PLX_EVIDENCE_UNCLEAR },
    { 0, 0, 0, TRUE, PLX_EVIDENCE_UNCLEAR },
    { 0.3, 0.2, 0.4, FALSE, PLX_EVIDENCE_LITTLE },
    { NAN, NAN, NAN, FALSE, PLX_EVIDENCE_NONE },
    { NAN, NAN, NAN, TRUE, PLX_EVIDENCE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlxSummaryAxis figures = { .score = cases[i].score, .low = cases[i].low,
                                 .high = cases[i].high, .enough = cases[i].enough };

      g_assert_cmpint (plx_evidence_of (&figures), ==, cases[i].evidence);
    }
}

static void
test_typesetter_shortens (void)
{
  g_autoptr (PlxTypesetter) type = plx_typesetter_new (&plx_plot_style_light);
  static const char *const texts[] = {
    "The Intercontinental Review of Trade", "صحيفة المرفأ الدولية للتجارة",
    "跨洲贸易与半导体评论周末版", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 200; width > 4; width *= 0.8)
      {
        const PlxLabel *label = plx_typesetter_line (type, PLX_FONT_BODY, texts[i], width);
        double ellipsis = plx_typesetter_width (type, PLX_FONT_BODY, "…");

        g_assert_true (g_utf8_validate (label->text, -1, NULL));
        g_assert_cmpfloat (label->width, <=, MAX (width, ellipsis) + 0.01);
        g_assert_true (label->shortened == g_str_has_suffix (label->text, "…"));
      }
}

static void
test_typesetter_bears_anything (void)
{
  g_autoptr (PlxTypesetter) type = plx_typesetter_new (&plx_plot_style_light);
  g_autofree char *megabyte = g_strnfill (1 << 20, 'm');
  const PlxLabel *label;

  label = plx_typesetter_line (type, PLX_FONT_BODY, "two\nlines\tand\x01more\xff", INFINITY);
  g_assert_cmpstr (label->text, ==, "two lines and more\uFFFD");
  label = plx_typesetter_line (type, PLX_FONT_BODY, "re\u202Ddirec\u202Eted", INFINITY);
  g_assert_cmpstr (label->text, ==, "redirected");
  label = plx_typesetter_line (type, PLX_FONT_BODY, megabyte, 100);
  g_assert_cmpfloat (label->width, <=, 100);
  label = plx_typesetter_line (type, PLX_FONT_BODY, "", 100);
  g_assert_cmpfloat (label->width, ==, 0);
  g_assert_cmpfloat (label->height, >, 0);
}

static void
test_typesetter_wraps (void)
{
  g_autoptr (PlxTypesetter) type = plx_typesetter_new (&plx_plot_style_light);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const char *text = "some words that are wrapped into several lines and then cut off";
  double height = plx_typesetter_wrap (type, PLX_FONT_BODY, text, 90, 3, lines);
  const PlxLabel *last;

  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (height, 3 * plx_typesetter_line_height (type, PLX_FONT_BODY),
                                  1e-6);
  last = g_ptr_array_index (lines, 2);
  g_assert_true (last->shortened);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpfloat (((const PlxLabel *) g_ptr_array_index (lines, i))->width, <=, 91);
}

static GArray *
make_grid (guint columns,
           guint rows)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (PlxPlotMark));

  for (guint row = 0; row < rows; row++)
    for (guint axis = 0; axis < columns; axis++)
      {
        PlxPlotMark mark = { .row = row, .axis = axis, .x = axis * 100, .y = row * 20,
                             .width = 90, .height = 20 };

        g_array_append_val (marks, mark);
      }
  return marks;
}

static void
test_marks_step (void)
{
  g_autoptr (GArray) marks = make_grid (3, 4);
  g_autoptr (GArray) none = make_grid (0, 0);

  g_assert_cmpint (plx_plot_marks_step (marks, -1, PLX_PLOT_STEP_DOWN), ==, 0);
  g_assert_cmpint (plx_plot_marks_step (marks, 4, PLX_PLOT_STEP_RIGHT), ==, 5);
  g_assert_cmpint (plx_plot_marks_step (marks, 4, PLX_PLOT_STEP_LEFT), ==, 3);
  g_assert_cmpint (plx_plot_marks_step (marks, 4, PLX_PLOT_STEP_UP), ==, 1);
  g_assert_cmpint (plx_plot_marks_step (marks, 4, PLX_PLOT_STEP_DOWN), ==, 7);
  g_assert_cmpint (plx_plot_marks_step (marks, 11, PLX_PLOT_STEP_DOWN), ==, 11);
  g_assert_cmpint (plx_plot_marks_step (marks, 11, PLX_PLOT_STEP_RIGHT), ==, 11);
  g_assert_cmpint (plx_plot_marks_step (marks, 7, PLX_PLOT_STEP_FIRST), ==, 0);
  g_assert_cmpint (plx_plot_marks_step (marks, 7, PLX_PLOT_STEP_LAST), ==, 11);
  g_assert_cmpint (plx_plot_marks_step (none, -1, PLX_PLOT_STEP_DOWN), ==, -1);
}

static void
test_marks_find (void)
{
  g_autoptr (GArray) marks = make_grid (3, 4);

  g_assert_cmpint (plx_plot_marks_find (marks, 5, 5), ==, 0);
  g_assert_cmpint (plx_plot_marks_find (marks, 289, 79), ==, 11);
  g_assert_cmpint (plx_plot_marks_find (marks, 95, 5), ==, -1);
  g_assert_cmpint (plx_plot_marks_find (marks, 5, -5), ==, -1);
}

static void
test_table (void)
{
  g_autoptr (PlxPlotTable) table = plx_plot_table_new ("Title & more");
  g_autofree char *csv = NULL;
  g_autofree char *html = NULL;

  plx_plot_table_add_column (table, "Source", PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, "Score", PLX_CELL_NUMBER, 2, TRUE);
  plx_plot_table_add_column (table, "n", PLX_CELL_NUMBER, 0, FALSE);
  plx_plot_table_add_text (table, "a \"quoted\", name");
  plx_plot_table_add_number (table, -0.12345);
  plx_plot_table_add_number (table, 12);
  plx_plot_table_add_text (table, "=HYPERLINK(\"x\")");
  plx_plot_table_add_number (table, NAN);
  plx_plot_table_add_number (table, 0);
  plx_plot_table_add_text (table, "<script>");
  plx_plot_table_add_number (table, 0.5);
  plx_plot_table_add_number (table, 1);

  g_assert_cmpuint (plx_plot_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (plx_plot_table_get_cell (table, 0, 1)->text, ==, "−0.12");
  g_assert_cmpstr (plx_plot_table_get_cell (table, 1, 1)->text, ==, "–");
  g_assert_cmpstr (plx_plot_table_get_cell (table, 2, 1)->text, ==, "+0.50");

  csv = plx_plot_table_to_csv (table);
  g_assert_cmpstr (csv, ==, "Source,Score,n\r\n"
                            "\"a \"\"quoted\"\", name\",-0.1235,12\r\n"
                            "\"'=HYPERLINK(\"\"x\"\")\",,0\r\n"
                            "<script>,0.5000,1\r\n");
  html = plx_plot_table_to_html (table, 2);
  g_assert_null (strstr (html, "&lt;script&gt;"));
  g_assert_nonnull (strstr (html, "and 1 further row"));
  g_clear_pointer (&html, g_free);
  html = plx_plot_table_to_html (table, G_MAXUINT);
  g_assert_null (strstr (html, "further row"));
  g_assert_nonnull (strstr (html, "Title &amp; more"));
  g_assert_nonnull (strstr (html, "&lt;script&gt;"));
  g_assert_null (strstr (html, "<script>"));
}

static void
test_markup (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  plx_markup_append (out, "<a href='\"&\x01\xff\u2028", -1);
  g_assert_cmpstr (out->str, ==, "&lt;a href=&#39;&quot;&amp;\uFFFD\uFFFD\u2028");
}

static void
test_svg_numbers (void)
{
  static const struct
  {
    double      value;
    const char *text;
  } cases[] = {
    { 1, "1" }, { 1.5, "1.5" }, { -0.001, "0" }, { 100, "100" }, { -2.256, "-2.26" }, { NAN, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      plx_svg_append_number (out, cases[i].value);
      g_assert_cmpstr (out->str, ==, cases[i].text);
    }
}

static void
test_isolate (void)
{
  static const struct
  {
    const char *part;
    gboolean    isolated;
  } cases[] = {
    { "Daily Gull", FALSE }, { "", FALSE }, { "2026", FALSE }, { "Устье", FALSE },
    { "עיתון הנמל", TRUE }, { "“صحيفة”", TRUE }, { "The עיתון", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plx_wording_isolate (cases[i].part);
      g_autofree char *expected = g_strdup_printf (cases[i].isolated ? "\u2068%s\u2069" : "%s",
                                                   cases[i].part);

      g_assert_cmpstr (text, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/style/palette", test_palette);
  g_test_add_func ("/plot/style/contrast-of-known-colors", test_contrast_of_known_colors);
  g_test_add_func ("/plot/scale", test_scale);
  g_test_add_func ("/plot/wording/score", test_score_words);
  g_test_add_func ("/plot/wording/evidence", test_evidence);
  g_test_add_func ("/plot/wording/isolate", test_isolate);
  g_test_add_func ("/plot/typesetter/shortens", test_typesetter_shortens);
  g_test_add_func ("/plot/typesetter/bears-anything", test_typesetter_bears_anything);
  g_test_add_func ("/plot/typesetter/wraps", test_typesetter_wraps);
  g_test_add_func ("/plot/marks/step", test_marks_step);
  g_test_add_func ("/plot/marks/find", test_marks_find);
  g_test_add_func ("/plot/table", test_table);
  g_test_add_func ("/plot/markup", test_markup);
  g_test_add_func ("/plot/svg-numbers", test_svg_numbers);
  return g_test_run ();
}
