/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "tests/plot-samples.h"
#include "tests/support/folder.h"
#include "ui/plot/plx-plot.h"

typedef struct
{
  PlxSummary *summary;
  PlxChart   *chart;
  char       *directory;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->summary = plot_summary_sample (6, 3);
  fixture->chart = plx_framing_chart_new (fixture->summary);
  fixture->directory = folder_make ();
  plx_chart_set_title (fixture->chart, "Six sources");
  plx_framing_chart_set_sort (fixture->chart, PLX_PLOT_SORT_SCORE, 1);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  plx_chart_free (fixture->chart);
  plot_summary_free (fixture->summary);
  folder_remove (fixture->directory);
  g_free (fixture->directory);
}

static const PlxPlotMark *
find_mark (GArray *marks,
           guint   row,
           guint   axis)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);

      if (mark->row == row && mark->axis == axis)
        return mark;
    }
  g_assert_not_reached ();
}

static void
test_geometry (Fixture      *fixture,
               gconstpointer data)
{
  static const double widths[] = { 180, 260, 360, 560, 920, 1400 };
  static const double sizes[] = { 11, 14.67, 22 };

  for (guint i = 0; i < G_N_ELEMENTS (widths) * G_N_ELEMENTS (sizes) * 2; i++)
    {
      PlxPlotStyle style = plx_plot_style_light;
      double width = widths[i % G_N_ELEMENTS (widths)];
      double height;
      g_autoptr (GArray) marks = NULL;

      style.text_size = sizes[i / G_N_ELEMENTS (widths) % G_N_ELEMENTS (sizes)];
      style.rtl = i >= G_N_ELEMENTS (widths) * G_N_ELEMENTS (sizes);
      height = plx_chart_measure (fixture->chart, &style, width);
      marks = plx_chart_list_marks (fixture->chart, &style, width);
      width = MAX (width, 9 * style.text_size);
      g_test_message ("%g at %g, rtl %d", width, style.text_size, style.rtl);
      g_assert_cmpuint (marks->len, ==, 18);

      for (guint j = 0; j < marks->len; j++)
        {
          const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, j);
          const PlxSummaryRow *row = g_ptr_array_index (fixture->summary->rows, mark->row);
          const PlxSummaryAxis *figures = &row->axes[mark->axis];
          double sign = style.rtl ? -1 : 1;

          g_assert_cmpfloat (mark->x, >=, 0);
          g_assert_cmpfloat (mark->x + mark->width, <=, width);
          g_assert_cmpfloat (mark->y, >, 0);
          g_assert_cmpfloat (mark->y + mark->height, <, height);
          g_assert_true (isfinite (mark->low_x) == figures->enough);
          g_assert_cmpfloat (mark->score_x, >, mark->x);
          g_assert_cmpfloat (mark->score_x, <, mark->x + mark->width);
          if (figures->enough)
            {
              g_assert_cmpfloat (sign * mark->low_x, <=, sign * mark->score_x);
              g_assert_cmpfloat (sign * mark->score_x, <=, sign * mark->high_x);
            }
        }
    }
}

static void
test_positions_are_linear (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GArray) marks = NULL;
  const PlxPlotMark *a, *b, *c;

  plx_framing_chart_set_extent (fixture->chart, 1);
  marks = plx_chart_list_marks (fixture->chart, &plx_plot_style_light, 920);
  a = find_mark (marks, 0, 1); /* -0.42 ± 0.20 */
  b = find_mark (marks, 1, 1); /* +0.31 */
  c = find_mark (marks, 0, 0); /* -0.31 on the next panel */
  g_assert_cmpfloat_with_epsilon ((b->score_x - a->score_x) / (a->high_x - a->low_x), 0.73 / 0.40,
                                  1e-6);
  /* all panels have one scale */
  g_assert_cmpfloat_with_epsilon ((c->high_x - c->low_x) / (a->high_x - a->low_x), 0.24 / 0.40,
                                  1e-6);
}

/* Where nothing has enough evidence, what there is stands where it is, not at the end of the scale. */
static void
test_only_little (Fixture      *fixture,
                  gconstpointer data)
{
  static const double scores[] = { 0.6, -0.3, 0 };
  g_autoptr (GArray) marks = NULL;
  const PlxPlotMark *high, *low, *zero;

  for (guint i = 0; i < fixture->summary->rows->len; i++)
    {
      PlxSummaryRow *row = g_ptr_array_index (fixture->summary->rows, i);

      for (guint axis = 0; axis < fixture->summary->n_axes; axis++)
        {
          row->axes[axis].n_cues = 2;
          row->axes[axis].score = scores[i % G_N_ELEMENTS (scores)];
        }
    }
  marks = plx_chart_list_marks (fixture->chart, &plx_plot_style_light, 920);
  high = find_mark (marks, 0, 0);
  low = find_mark (marks, 1, 0);
  zero = find_mark (marks, 2, 0);
  g_assert_cmpfloat_with_epsilon ((high->score_x - zero->score_x) / (zero->score_x - low->score_x),
                                  2, 1e-6);
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GArray) marks = plx_chart_list_marks (fixture->chart, &plx_plot_style_light, 920);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
      const PlxSummaryRow *row = g_ptr_array_index (fixture->summary->rows, mark->row);

      if (mark->axis == 0)
        g_string_append_printf (order, "%s|", row->name);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_sort (Fixture      *fixture,
           gconstpointer data)
{
  assert_order (fixture, "The Daily Lamp|Northern Wire|Ledger & Exchange|Harbour Post|"
                         "People's Voice|chipwatch.blog|");
  plx_framing_chart_set_sort (fixture->chart, PLX_PLOT_SORT_SCORE, 0);
  assert_order (fixture, "The Daily Lamp|People's Voice|chipwatch.blog|Northern Wire|"
                         "Ledger & Exchange|Harbour Post|");
  plx_framing_chart_set_sort (fixture->chart, PLX_PLOT_SORT_NAME, 0);
  assert_order (fixture, "Harbour Post|Ledger & Exchange|Northern Wire|People's Voice|"
                         "The Daily Lamp|chipwatch.blog|");
}

static void
test_layouts (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GArray) wide = plx_chart_list_marks (fixture->chart, &plx_plot_style_light, 920);
  g_autoptr (GArray) narrow = plx_chart_list_marks (fixture->chart, &plx_plot_style_light, 360);
  const PlxPlotMark *first = &g_array_index (wide, PlxPlotMark, 0);
  const PlxPlotMark *second = &g_array_index (wide, PlxPlotMark, 1);

  /* side by side: reading order goes along the row; below each other: down the panel */
  g_assert_cmpuint (first->row, ==, second->row);
  g_assert_cmpfloat (first->y, ==, second->y);
  g_assert_cmpfloat (first->x + first->width, <=, second->x + 0.01);
  first = &g_array_index (narrow, PlxPlotMark, 0);
  second = &g_array_index (narrow, PlxPlotMark, 1);
  g_assert_cmpuint (first->axis, ==, second->axis);
  g_assert_cmpfloat (first->x, ==, second->x);
  g_assert_cmpfloat (first->y + first->height, <=, second->y + 0.01);
}

static void
test_only_axis (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GArray) marks = NULL;
  g_autoptr (PlxPlotTable) table = NULL;

  plx_framing_chart_set_only_axis (fixture->chart, 1);
  marks = plx_chart_list_marks (fixture->chart, &plx_plot_style_light, 920);
  table = plx_chart_to_table (fixture->chart);
  g_assert_cmpuint (marks->len, ==, 6);
  g_assert_cmpuint (g_array_index (marks, PlxPlotMark, 0).axis, ==, 1);
  g_assert_cmpuint (plx_plot_table_get_n_columns (table), ==, 4 + 7);
}

static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  PlxPlotMark mark = { .row = 0, .axis = 1, .item = PLX_NONE };
  g_autofree char *clear = plx_chart_describe_mark (fixture->chart, &mark);
  g_autofree char *little = NULL;
  g_autofree char *unclear = NULL;
  g_autofree char *all = plx_chart_describe (fixture->chart);

  g_assert_cmpstr (clear, ==, "Harbour Post, Relations: −0.42, towards retaliation; "
                              "interval −0.62 to −0.22; 27 cues; 3 articles · 84 sentences");
  mark.row = 5;
  little = plx_chart_describe_mark (fixture->chart, &mark);
  g_assert_cmpstr (little, ==, "chipwatch.blog, Relations: too little evidence (2 cues); "
                               "1 article · 22 sentences");
  mark.row = 2;
  unclear = plx_chart_describe_mark (fixture->chart, &mark);
  g_assert_nonnull (strstr (unclear, "−0.08, no clear direction"));
  g_assert_cmpstr (all, ==,
                   "Framing of 6 sources."
                   " Tone: from −0.31 (Harbour Post) to +0.22 (The Daily Lamp)."
                   " Relations: from −0.51 (People's Voice) to +0.31 (The Daily Lamp)."
                   " 1 source has too little evidence on Relations."
                   " Stance: from −0.35 (Ledger & Exchange) to +0.28 (People's Voice)."
                   " 1 source has too little evidence on Stance.");
}

static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (PlxPlotTable) table = plx_chart_to_table (fixture->chart);
  guint last = plx_plot_table_get_n_rows (table) - 1;

  g_assert_cmpuint (plx_plot_table_get_n_rows (table), ==, 6);
  g_assert_cmpuint (plx_plot_table_get_n_columns (table), ==, 4 + 3 * 7);
  g_assert_cmpstr (plx_plot_table_get_column (table, 11)->title, ==, "Relations: score");
  g_assert_cmpstr (plx_plot_table_get_cell (table, 0, 0)->text, ==, "The Daily Lamp");
  g_assert_cmpstr (plx_plot_table_get_cell (table, 0, 11)->text, ==, "+0.31");
  /* too little evidence is a dash and words, never a zero */
  g_assert_cmpstr (plx_plot_table_get_cell (table, last, 11)->text, ==, "–");
  g_assert_cmpstr (plx_plot_table_get_cell (table, last, 17)->text, ==, "too little evidence");
}

static cairo_surface_t *
paint (PlxChart              *chart,
       const PlxPlotStyle    *style,
       double                 width,
       double                 scale,
       const PlxPlotEmphasis *emphasis)
{
  double height = ceil (plx_chart_measure (chart, style, width));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale,
                                                         height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  plx_chart_draw (chart, cr, style, width, height, emphasis);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  guint n = 0;
  int height = cairo_image_surface_get_height (a);
  int stride = cairo_image_surface_get_stride (a);

  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  g_assert_cmpint (stride, ==, cairo_image_surface_get_stride (b));
  for (int i = 0; i < height * stride / 4; i++)
    {
      guint32 of_a = ((const guint32 *) (gconstpointer) cairo_image_surface_get_data (a))[i];
      guint32 of_b = ((const guint32 *) (gconstpointer) cairo_image_surface_get_data (b))[i];

      /* the unused byte of an opaque picture aside */
      n += ((of_a ^ of_b) & 0xffffff) != 0;
    }
  return n;
}

/* Returns: (transfer full): the path of a file of the chart in the fixture's folder */
static char *
export (Fixture            *fixture,
        PlxExportFormat     format,
        const PlxPlotStyle *style,
        double              width)
{
  char *path = g_build_filename (fixture->directory, "chart", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = plx_chart_render (fixture->chart, format, style, width, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  return path;
}

static void
test_equal_drawings (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (PlxChart) other = plx_framing_chart_new (fixture->summary);
  cairo_surface_t *first = paint (fixture->chart, &plx_plot_style_light, 920, 2, NULL);
  cairo_surface_t *again, *file;

  /* another chart of the same summary, after one of another width and style */
  plx_chart_set_title (other, "Six sources");
  plx_framing_chart_set_sort (other, PLX_PLOT_SORT_SCORE, 1);
  cairo_surface_destroy (paint (other, &plx_plot_style_dark, 400, 1, NULL));
  again = paint (other, &plx_plot_style_light, 920, 2, NULL);
  g_assert_cmpuint (count_differences (first, again), ==, 0);

  /* the exported file is the same drawing */
  path = export (fixture, PLX_EXPORT_PNG, &plx_plot_style_light, 920);
  file = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (file), ==, 1840);
  g_assert_cmpint (cairo_image_surface_get_height (file), ==,
                   2 * ceil (plx_chart_measure (fixture->chart, &plx_plot_style_light, 920)));
  g_assert_cmpuint (count_differences (first, file), ==, 0);

  cairo_surface_destroy (first);
  cairo_surface_destroy (again);
  cairo_surface_destroy (file);
}

/* A part drawn through a clip, as a window scrolling does, equals that part of the whole. */
static void
test_clipped_drawing (Fixture      *fixture,
                      gconstpointer data)
{
  cairo_surface_t *whole = paint (fixture->chart, &plx_plot_style_light, 360, 1, NULL);
  int width = cairo_image_surface_get_width (whole);
  int height = cairo_image_surface_get_height (whole);
  cairo_surface_t *parts = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  for (int y = 0; y < height; y += 37)
    {
      cairo_t *cr = cairo_create (parts);

      cairo_rectangle (cr, 0, y, width, 37);
      cairo_clip (cr);
      plx_chart_draw (fixture->chart, cr, &plx_plot_style_light, width, height, NULL);
      cairo_destroy (cr);
    }
  cairo_surface_flush (parts);
  g_assert_cmpuint (count_differences (whole, parts), ==, 0);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (parts);
}

/* Selection, hover and focus each show, differ from each other, and stay within their mark. */
static void
test_emphasis (Fixture      *fixture,
               gconstpointer data)
{
  const PlxPlotStyle *style = &plx_plot_style_light;
  g_autoptr (GArray) marks = plx_chart_list_marks (fixture->chart, style, 920);
  const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, 4);
  PlxPlotEmphasis states[] = { { .selected = mark }, { .focused = mark }, { .hovered = mark } };
  cairo_surface_t *plain = paint (fixture->chart, style, 920, 1, NULL);
  guint before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      cairo_surface_t *drawn = paint (fixture->chart, style, 920, 1, &states[i]);
      guint n = count_differences (plain, drawn);

      g_assert_cmpuint (n, >, 100);
      g_assert_cmpuint (n, <=, ceil (mark->width + 1) * ceil (mark->height + 1));
      g_assert_true (i == 1 ? n < before / 2 : TRUE); /* a ring, not a ground */
      before = n;
      cairo_surface_destroy (drawn);
    }
  cairo_surface_destroy (plain);
}

static void
on_text (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  if (strcmp (g_markup_parse_context_get_element (context), "text") == 0)
    g_string_append_printf (user_data, "%.*s\n", (int) length, text);
}

static char *
svg_text (const char *svg)
{
  GMarkupParser parser = { .text = on_text };
  GString *text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, text, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
test_svg (Fixture      *fixture,
          gconstpointer data)
{
  PlxSummaryRow *hostile = g_ptr_array_index (fixture->summary->rows, 5);
  g_autofree char *path = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *text = NULL;

  g_free (hostile->name);
  hostile->name = g_strdup ("<script>alert('\"&amp;')</script>\x01\xff");
  path = export (fixture, PLX_EXPORT_SVG, &plx_plot_style_light, 920);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  text = svg_text (svg);

  for (guint i = 0; i < 5; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (fixture->summary->rows, i);

      g_assert_nonnull (strstr (text, row->name));
    }
  g_assert_nonnull (strstr (text, "too little evidence"));
  g_assert_nonnull (strstr (text, "−0.42"));
  g_assert_nonnull (strstr (text, "<script>alert("));
  g_assert_null (strstr (svg, "<script"));
  g_assert_nonnull (strstr (svg, "<title>Harbour Post, Relations: −0.42, towards retaliation"));
}

static char *
link_to (const PlxPlotMark *mark,
         gpointer           user_data)
{
  return mark->axis == 2 ? NULL : g_strdup_printf ("#s%u-\"%u", mark->row, mark->axis);
}

static void
test_svg_in_a_page (Fixture      *fixture,
                    gconstpointer data)
{
  PlxSvgOptions options = { .id = "one", .link = link_to };
  g_autofree char *svg = plx_chart_to_svg (fixture->chart, &plx_plot_style_light, 920, &options);
  g_autofree char *text = svg_text (svg);

  g_assert_true (g_str_has_prefix (svg, "<svg "));
  g_assert_nonnull (strstr (svg, "<a href=\"#s0-&quot;1\">"));
  g_assert_null (strstr (svg, "-&quot;2\""));
  g_assert_nonnull (strstr (svg, "id=\"one-title\""));
  g_assert_nonnull (strstr (svg, "class=\"plx-fill-negative\""));
  g_assert_null (strstr (svg, "fill=\"#"));
}

static void
test_pdf (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *path = export (fixture, PLX_EXPORT_PDF, &plx_plot_style_print, 560);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = NULL;

  if (program != NULL)
    {
      g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                                   &text, NULL, NULL, NULL));
      g_assert_nonnull (strstr (text, "Harbour Post"));
      g_assert_nonnull (strstr (text, "Six sources"));
      g_assert_nonnull (strstr (text, "retaliation"));
    }
  else
    {
      g_test_message ("no pdftotext: the PDF's text is not read back");
    }
}

/* From nothing to more than anybody reads: all is drawn, within its height. */
static void
test_sizes (void)
{
  static const guint sizes[] = { 0, 1, 2, 14, 15, 30, 31, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint n_axes = 0; n_axes <= 3; n_axes++)
      {
        PlxSummary *summary = plot_summary_sample (sizes[i], n_axes);
        g_autoptr (PlxChart) chart = plx_framing_chart_new (summary);
        g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 700);
        g_autofree char *svg = plx_chart_to_svg (chart, &plx_plot_style_light, 700, NULL);
        g_autofree char *text = svg_text (svg);
        g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);
        g_autofree char *words = plx_chart_describe (chart);

        g_assert_cmpuint (marks->len, ==, sizes[i] * n_axes);
        g_assert_cmpuint (plx_plot_table_get_n_rows (table), ==, sizes[i]);
        g_assert_true (strstr (text, "No articles") != NULL || marks->len > 0);
        plot_summary_free (summary);
      }
}

static void
test_impossible_png (void)
{
  PlxSummary *summary = plot_summary_sample (1000, 3);
  g_autoptr (PlxChart) chart = plx_framing_chart_new (summary);
  g_autoptr (GError) error = NULL;

  g_assert_null (plx_chart_render (chart, PLX_EXPORT_PNG, &plx_plot_style_light, 400, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  plot_summary_free (summary);
}

static void
test_format_names (void)
{
  PlxExportFormat format = PLX_EXPORT_PNG;

  g_assert_true (plx_export_format_from_name ("a.b.SVG", &format));
  g_assert_cmpint (format, ==, PLX_EXPORT_SVG);
  g_assert_false (plx_export_format_from_name ("pdf", &format));
  g_assert_cmpint (format, ==, PLX_EXPORT_SVG);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/framing-chart/geometry", test_geometry },
    { "/framing-chart/positions-are-linear", test_positions_are_linear },
    { "/framing-chart/only-little", test_only_little },
    { "/framing-chart/sort", test_sort },
    { "/framing-chart/layouts", test_layouts },
    { "/framing-chart/only-axis", test_only_axis },
    { "/framing-chart/words", test_words },
    { "/framing-chart/table", test_table },
    { "/framing-chart/equal-drawings", test_equal_drawings },
    { "/framing-chart/clipped-drawing", test_clipped_drawing },
    { "/framing-chart/emphasis", test_emphasis },
    { "/framing-chart/svg", test_svg },
    { "/framing-chart/svg-in-a-page", test_svg_in_a_page },
    { "/framing-chart/pdf", test_pdf },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/framing-chart/sizes", test_sizes);
  g_test_add_func ("/framing-chart/impossible-png", test_impossible_png);
  g_test_add_func ("/framing-chart/format-names", test_format_names);
  return g_test_run ();
}
