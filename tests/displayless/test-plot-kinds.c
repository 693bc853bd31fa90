/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "tests/plot-samples.h"
#include "tests/support/folder.h"

/* What holds for every kind of chart, whatever it shows. */
typedef struct
{
  const char *kind;
  guint       n_rows;  /* of its table */
  const char *text;    /* must be readable in its SVG */
  const char *words;   /* must be in the words of its first mark */
} Kind;

static const Kind kinds[] = {
  { "framing", 6, "Harbour Post", "The Daily Lamp, Tone: +0.22, towards positive" },
  { "map", 66, "Harbour Post", "People's Voice, Relations: −0.51, towards retaliation" },
  { "flow", 19 + 12 + 26 + 33, "Talks resume", "Harbour Post, “Ministers agree to meet" },
  { "timeline", 180, "Northern Wire", "Harbour Post, “Talks resume on chip exports”, " },
  { "voices", 7, "Gina Raimondo", "the reporter in Harbour Post: 80 % of its words (1480 words)" },
  { "shift", 12, "olive branch", "“tit-for-tat” moves The Daily Lamp towards thaw by +0.180" },
};

static PlxChart *
make (const char       *kind,
      const PlxSummary *summary)
{
  PlxChart *chart;

  if (strcmp (kind, "framing") == 0)
    chart = plx_framing_chart_new (summary);
  else if (strcmp (kind, "map") == 0)
    chart = plot_map_sample (summary, 60);
  else if (strcmp (kind, "flow") == 0)
    chart = plot_flow_sample (4);
  else if (strcmp (kind, "timeline") == 0)
    chart = plot_timeline_sample (6, 30, 74);
  else if (strcmp (kind, "voices") == 0)
    chart = plot_voices_sample ();
  else
    chart = plot_shift_sample (12);
  g_assert_cmpstr (plx_chart_get_kind (chart), ==, kind);
  return chart;
}

static PlxChart *
make_empty (const char       *kind,
            const PlxSummary *summary)
{
  if (strcmp (kind, "framing") == 0)
    return plx_framing_chart_new (summary);
  if (strcmp (kind, "map") == 0)
    return plx_map_chart_new (summary, 0, 1);
  if (strcmp (kind, "flow") == 0)
    return plx_flow_chart_new (&plot_axis);
  if (strcmp (kind, "timeline") == 0)
    return plx_timeline_chart_new (&plot_axis);
  if (strcmp (kind, "voices") == 0)
    return plx_voices_chart_new (&plot_axis);
  return plx_shift_chart_new (&plot_axis, "A", "B");
}

static void
test_marks (gconstpointer data)
{
  static const double widths[] = { 120, 300, 480, 800, 1400 };
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);

  for (guint i = 0; i < G_N_ELEMENTS (widths) * 4; i++)
    {
      PlxPlotStyle style = plx_plot_style_light;
      double width = widths[i % G_N_ELEMENTS (widths)];
      g_autoptr (GArray) marks = NULL;
      double height;

      style.text_size = i / G_N_ELEMENTS (widths) % 2 ? 22 : 11;
      style.rtl = i >= G_N_ELEMENTS (widths) * 2;
      width = MAX (width, 9 * style.text_size);
      g_test_message ("%g at %g, rtl %d", width, style.text_size, style.rtl);
      height = plx_chart_measure (chart, &style, width);
      marks = plx_chart_list_marks (chart, &style, width);
      g_assert_cmpuint (marks->len, >, 0);
      for (guint j = 0; j < marks->len; j++)
        {
          const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, j);

          g_assert_cmpfloat (mark->x, >=, -0.5);
          g_assert_cmpfloat (mark->x + mark->width, <=, width + 0.5);
          g_assert_cmpfloat (mark->y, >, 0);
          g_assert_cmpfloat (mark->y + mark->height, <, height);
          if (isfinite (mark->score_x))
            {
              g_assert_cmpfloat (mark->score_x, >=, mark->x);
              g_assert_cmpfloat (mark->score_x, <=, mark->x + mark->width);
            }
        }
    }
  plot_summary_free (summary);
}

/* In a right-to-left chart everything lies where a mirror would show it. */
static void
test_mirrored (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  PlxPlotStyle rtl = plx_plot_style_light;
  g_autoptr (GArray) straight = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_autoptr (GArray) mirrored = NULL;

  rtl.rtl = TRUE;
  mirrored = plx_chart_list_marks (chart, &rtl, 800);
  g_assert_cmpuint (straight->len, ==, mirrored->len);
  for (guint i = 0; i < straight->len; i++)
    {
      const PlxPlotMark *a = &g_array_index (straight, PlxPlotMark, i);
      const PlxPlotMark *b = NULL;

      for (guint j = 0; j < mirrored->len && b == NULL; j++)
        {
          if (plx_plot_mark_equal (a, &g_array_index (mirrored, PlxPlotMark, j)))
            b = &g_array_index (mirrored, PlxPlotMark, j);
        }
      g_assert_nonnull (b);
      g_assert_cmpfloat_with_epsilon (a->x, 800 - b->x - b->width, 0.01);
      g_assert_cmpfloat_with_epsilon (a->y, b->y, 0.01);
      if (isfinite (a->score_x))
        g_assert_cmpfloat_with_epsilon (a->score_x, 800 - b->score_x, 0.01);
    }
  plot_summary_free (summary);
}

static void
test_words (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_autofree char *first = plx_chart_describe_mark (chart, &g_array_index (marks, PlxPlotMark, 0));
  g_autofree char *all = plx_chart_describe (chart);
  g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);
  g_autofree char *csv = plx_plot_table_to_csv (table);
  guint n_lines = 0;

  g_test_message ("%s", first);
  g_assert_nonnull (strstr (first, kind->words));
  g_assert_cmpuint (strlen (all), >, 20);
  g_assert_cmpuint (plx_plot_table_get_n_rows (table), ==, kind->n_rows);
  for (const char *p = csv; *p != '\0'; p++)
    n_lines += *p == '\n';
  g_assert_cmpuint (n_lines, ==, kind->n_rows + 1);
  plot_summary_free (summary);
}

static void
on_text (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  g_string_append_printf (user_data, "%.*s\n", (int) length, text);
}

static void
test_svg (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  GMarkupParser parser = { .text = on_text };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, text, NULL);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GError) error = NULL;

  plx_chart_set_title (chart, "A title <of> it & more");
  svg = plx_chart_render (chart, PLX_EXPORT_SVG, &plx_plot_style_print, 800, &error);
  g_assert_no_error (error);
  g_markup_parse_context_parse (context, g_bytes_get_data (svg, NULL), g_bytes_get_size (svg),
                                &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_nonnull (strstr (text->str, kind->text));
  g_assert_nonnull (strstr (text->str, kind->words));
  g_assert_nonnull (strstr (text->str, "A title <of> it & more"));
  plot_summary_free (summary);
}

static char *
read_pdf_text (GBytes *pdf)
{
  g_autofree char *directory = folder_make ();
  g_autofree char *path = g_build_filename (directory, "chart.pdf", NULL);
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  char *text = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text,
                               NULL, NULL, NULL));
  folder_remove (directory);
  return text;
}

/* What is drawn into a PDF is text there, too. */
static void
test_pdf (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;

  plx_chart_set_title (chart, "A title");
  pdf = plx_chart_render (chart, PLX_EXPORT_PDF, &plx_plot_style_print, 800, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  if (program != NULL)
    {
      text = read_pdf_text (pdf);
      g_assert_nonnull (strstr (text, kind->text));
      g_assert_nonnull (strstr (text, "A title"));
    }
  else
    {
      g_test_message ("no pdftotext: the text is not read back");
    }
  plot_summary_free (summary);
}

static guint32
read_size (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* A PNG has twice as many pixels as the chart has units. */
static void
test_png (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  double height = ceil (plx_chart_measure (chart, &plx_plot_style_light, 800));
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) error = NULL;
  const guint8 *bytes;
  gsize length;

  png = plx_chart_render (chart, PLX_EXPORT_PNG, &plx_plot_style_light, 800, &error);
  g_assert_no_error (error);
  bytes = g_bytes_get_data (png, &length);
  g_assert_cmpuint (length, >, 24);
  g_assert_cmpmem (bytes + 12, 4, "IHDR", 4);
  g_assert_cmpuint (read_size (bytes + 16), ==, 1600);
  g_assert_cmpuint (read_size (bytes + 20), ==, 2 * height);
  plot_summary_free (summary);
}

/* A text as the SVG has it: the box that its letters fill. */
typedef struct
{
  double x, y, width, height;
  char   text[64];
} TextBox;

typedef struct
{
  GArray *boxes;
  gboolean in_text;
} TextBoxes;

static void
on_start (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             user_data,
          GError             **error)
{
  TextBoxes *boxes = user_data;
  TextBox box = { 0 };
  double size = 0;
  gboolean rtl = FALSE;

  boxes->in_text = strcmp (element, "text") == 0;
  if (!boxes->in_text)
    return;

  for (guint i = 0; names[i] != NULL; i++)
    {
      double value = g_ascii_strtod (values[i], NULL);

      if (strcmp (names[i], "x") == 0)
        box.x = value;
      else if (strcmp (names[i], "y") == 0)
        box.y = value;
      else if (strcmp (names[i], "font-size") == 0)
        size = value;
      else if (strcmp (names[i], "textLength") == 0)
        box.width = value;
      else if (strcmp (names[i], "direction") == 0)
        rtl = TRUE;
    }
  box.x -= rtl ? box.width : 0;
  box.y -= 0.72 * size;
  box.height = 0.9 * size;
  g_array_append_val (boxes->boxes, box);
}

static void
on_box_text (GMarkupParseContext *context,
             const char          *text,
             gsize                length,
             gpointer             user_data,
             GError             **error)
{
  TextBoxes *boxes = user_data;

  if (boxes->in_text && length > 0)
    {
      TextBox *box = &g_array_index (boxes->boxes, TextBox, boxes->boxes->len - 1);

      g_snprintf (box->text, sizeof box->text, "%.*s", (int) MIN (length, 60), text);
      boxes->in_text = FALSE;
    }
}

static GArray *
list_texts (PlxChart           *chart,
            const PlxPlotStyle *style,
            double              width)
{
  TextBoxes boxes = { g_array_new (FALSE, FALSE, sizeof (TextBox)), FALSE };
  GMarkupParser parser = { .start_element = on_start, .text = on_box_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &boxes, NULL);
  g_autofree char *svg = plx_chart_to_svg (chart, style, width, NULL);

  g_assert_true (g_markup_parse_context_parse (context, svg, -1, NULL));
  return boxes.boxes;
}

static void
assert_texts_apart (PlxChart           *chart,
                    const PlxPlotStyle *style,
                    double              width)
{
  g_autoptr (GArray) boxes = list_texts (chart, style, width);
  double height = plx_chart_measure (chart, style, width);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TextBox *a = &g_array_index (boxes, TextBox, i);

      if (a->x < -0.5 || a->x + a->width > width + 0.5 || a->y < 0 || a->y + a->height > height)
        g_error ("“%s” is cut off at %g: %g … %g", a->text, width, a->x, a->x + a->width);
      for (guint j = 0; j < i; j++)
        {
          const TextBox *b = &g_array_index (boxes, TextBox, j);

          if (a->x < b->x + b->width - 0.5 && b->x < a->x + a->width - 0.5 &&
              a->y < b->y + b->height && b->y < a->y + a->height)
            g_error ("“%s” and “%s” overlap at %g", a->text, b->text, width);
        }
    }
}

/* No text is cut off by the edge of the chart or runs into another one, at any width and size,
 * with long names, in both directions. */
static void
test_texts_apart (gconstpointer data)
{
  static const double widths[] = { 230, 300, 360, 480, 620, 800, 1400 };
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  PlxSummaryRow *row = g_ptr_array_index (summary->rows, 2);
  g_autoptr (PlxChart) chart = NULL;

  g_free (row->name);
  row->name = g_strdup ("The Intercontinental Review of Trade, Industry and Semiconductors");
  g_free (summary->axes[1].negative);
  summary->axes[1].negative = g_strdup ("Vergeltungsmaßnahmen und Gegenmaßnahmen");
  chart = make (kind->kind, summary);
  plx_chart_set_title (chart, "How six sources frame the dispute over memory chips");

  for (guint i = 0; i < G_N_ELEMENTS (widths) * 6; i++)
    {
      PlxPlotStyle style = plx_plot_style_light;
      double width = widths[i % G_N_ELEMENTS (widths)];

      style.text_size = (const double[]) { 11, 15, 22 }[i / G_N_ELEMENTS (widths) % 3];
      style.rtl = i >= G_N_ELEMENTS (widths) * 3;
      g_test_message ("%g at %g, rtl %d", width, style.text_size, style.rtl);
      assert_texts_apart (chart, &style, MAX (width, 10 * style.text_size));
    }
  plot_summary_free (summary);
}

static cairo_surface_t *
paint (PlxChart *chart,
       double    width,
       double    height,
       int       step)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  for (int y = 0; y < height; y += step)
    {
      cairo_t *cr = cairo_create (surface);

      cairo_rectangle (cr, 0, y, width, step);
      cairo_clip (cr);
      plx_chart_draw (chart, cr, &plx_plot_style_light, width, height, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
    }
  cairo_surface_flush (surface);
  return surface;
}

/* What a window draws onto its own ground is what a file has. */
static void
test_on_ground (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  PlxPlotStyle style = plx_plot_style_dark;
  double height = ceil (plx_chart_measure (chart, &style, 600));
  cairo_surface_t *surfaces[2];

  for (guint i = 0; i < 2; i++)
    {
      cairo_t *cr;

      surfaces[i] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, (int) height);
      cr = cairo_create (surfaces[i]);
      style.on_ground = i == 1;
      if (style.on_ground)
        {
          cairo_set_source_rgb (cr, style.background.red, style.background.green,
                                style.background.blue);
          cairo_paint (cr);
        }
      plx_chart_draw (chart, cr, &style, 600, height, NULL);
      cairo_destroy (cr);
      cairo_surface_flush (surfaces[i]);
    }
  g_assert_cmpmem (cairo_image_surface_get_data (surfaces[0]),
                   cairo_image_surface_get_stride (surfaces[0]) * (int) height,
                   cairo_image_surface_get_data (surfaces[1]),
                   cairo_image_surface_get_stride (surfaces[1]) * (int) height);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  plot_summary_free (summary);
}

/* Drawn at once and in bands, as a window does, by two charts: the same picture; and one that is
 * not blank. */
static void
test_equal_drawings (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  g_autoptr (PlxChart) other = make (kind->kind, summary);
  double height = ceil (plx_chart_measure (chart, &plx_plot_style_light, 600));
  cairo_surface_t *a = paint (chart, 600, height, 10000);
  cairo_surface_t *b = paint (other, 600, height, 41);
  const guint32 *pixels_a = (gconstpointer) cairo_image_surface_get_data (a);
  const guint32 *pixels_b = (gconstpointer) cairo_image_surface_get_data (b);
  guint n_ink = 0;

  for (int i = 0; i < 600 * height; i++)
    {
      g_assert_cmphex (pixels_a[i], ==, pixels_b[i]);
      n_ink += pixels_a[i] != 0xffffffff;
    }
  g_assert_cmpuint (n_ink, >, 2000);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
  plot_summary_free (summary);
}

/* How far the darkest pixel within five of a place is from white, all channels together. */
static int
find_ink (cairo_surface_t *surface,
          double           x,
          double           y)
{
  int stride = cairo_image_surface_get_stride (surface);
  int darkest = 0;

  for (int row = MAX ((int) y - 5, 0);
       row <= (int) y + 5 && row < cairo_image_surface_get_height (surface); row++)
    for (int column = MAX ((int) x - 5, 0);
         column <= (int) x + 5 && column < cairo_image_surface_get_width (surface); column++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) + row * stride + column * 4;

        darkest = MAX (darkest, 3 * 255 - pixel[0] - pixel[1] - pixel[2]);
      }
  return darkest;
}

/* Where a mark says that its score is, there is ink, and more than a grid line's. */
static void
test_ink_at_marks (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 900);
  double height = ceil (plx_chart_measure (chart, &plx_plot_style_light, 900));
  cairo_surface_t *surface = paint (chart, 900, height, 10000);
  guint n = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);

      if (!isfinite (mark->score_x))
        continue;
      g_test_message ("%u %u at %g, %g", mark->row, mark->item, mark->score_x, mark->score_y);
      g_assert_cmpint (find_ink (surface, mark->score_x, mark->score_y), >, 180);
      n++;
    }
  g_assert_cmpuint (n, >=, 7);
  cairo_surface_destroy (surface);
  plot_summary_free (summary);
}

/* The mean difference of two pictures, channel by channel, 0 … 255. */
static double
compare_pictures (cairo_surface_t *a,
                  cairo_surface_t *b)
{
  int width = MIN (cairo_image_surface_get_width (a), cairo_image_surface_get_width (b));
  int height = MIN (cairo_image_surface_get_height (a), cairo_image_surface_get_height (b));
  double sum = 0;

  for (int y = 0; y < height; y++)
    {
      const guchar *row_a = cairo_image_surface_get_data (a) +
                            y * cairo_image_surface_get_stride (a);
      const guchar *row_b = cairo_image_surface_get_data (b) +
                            y * cairo_image_surface_get_stride (b);

      for (int i = 0; i < width * 4; i++)
        sum += i % 4 == 3 ? 0 : abs (row_a[i] - row_b[i]);
    }
  return sum / (width * height * 3.0);
}

static cairo_surface_t *
blur (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface) / 4;
  int height = cairo_image_surface_get_height (surface) / 4;
  cairo_surface_t *small = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (small);

  cairo_scale (cr, 0.25, 0.25);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (small);
  return small;
}

/* How much two pictures differ, seen from some distance, as a share of what is drawn in @a. */
static double
difference (cairo_surface_t *a,
            cairo_surface_t *b)
{
  cairo_surface_t *small_a = blur (a);
  cairo_surface_t *small_b = blur (b);
  cairo_surface_t *blank = cairo_surface_create_similar_image (
    small_a, CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (small_a),
    cairo_image_surface_get_height (small_a));
  cairo_t *cr = cairo_create (blank);
  double share;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (blank);
  share = compare_pictures (small_a, small_b) / compare_pictures (small_a, blank);
  cairo_surface_destroy (small_a);
  cairo_surface_destroy (small_b);
  cairo_surface_destroy (blank);
  return share;
}

/* What another program makes of the SVG is the picture that cairo draws, but for the smoothing
 * of edges. */
static void
test_same_as_svg (gconstpointer data)
{
  const Kind *kind = data;
  g_autofree char *program = g_find_program_in_path ("rsvg-convert");
  g_autofree char *directory = NULL;
  g_autofree char *svg = NULL;
  g_autofree char *png = NULL;
  const char *argv[] = { "rsvg-convert", "-o", NULL, NULL, NULL };
  PlxSummary *summary;
  PlxChart *chart;
  cairo_surface_t *ours, *theirs;
  g_autoptr (GBytes) drawn = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    {
      g_test_skip ("there is no rsvg-convert");
      return;
    }

  directory = folder_make ();
  argv[2] = png = g_build_filename (directory, "chart.png", NULL);
  argv[3] = svg = g_build_filename (directory, "chart.svg", NULL);
  summary = plot_summary_sample (6, 3);
  chart = make (kind->kind, summary);
  drawn = plx_chart_render (chart, PLX_EXPORT_SVG, &plx_plot_style_light, 800, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (svg, g_bytes_get_data (drawn, NULL),
                                      (gssize) g_bytes_get_size (drawn), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, &error));
  g_assert_no_error (error);
  ours = paint (chart, 800, ceil (plx_chart_measure (chart, &plx_plot_style_light, 800)), 10000);
  theirs = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (theirs), ==, 800);
  g_assert_cmpint (cairo_image_surface_get_height (theirs), ==,
                   cairo_image_surface_get_height (ours));
  g_test_message ("difference %g", difference (ours, theirs));
  g_assert_cmpfloat (difference (ours, theirs), <, 0.15);

  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
  plx_chart_free (chart);
  plot_summary_free (summary);
  folder_remove (directory);
}

static void
test_empty (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (0, 3);
  g_autoptr (PlxChart) chart = make_empty (kind->kind, summary);
  g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 400);
  g_autofree char *svg = plx_chart_to_svg (chart, &plx_plot_style_light, 400, NULL);
  g_autofree char *all = plx_chart_describe (chart);
  g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);

  g_assert_cmpuint (marks->len, ==, 0);
  g_assert_nonnull (strstr (svg, ">No "));
  g_assert_cmpuint (plx_plot_table_get_n_rows (table), ==, 0);
  g_assert_nonnull (all);
  plot_summary_free (summary);
}

/* Every mark stands for a source, and so does every row of the table; only words stand for none. */
static void
test_places (gconstpointer data)
{
  const Kind *kind = data;
  PlxSummary *summary = plot_summary_sample (6, 3);
  g_autoptr (PlxChart) chart = make (kind->kind, summary);
  g_autoptr (GArray) marks = plx_chart_list_marks (chart, &plx_plot_style_light, 800);
  g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);

  for (guint i = 0; i < plx_plot_table_get_n_rows (table); i++)
    {
      PlxPlotMark mark = { 0 };
      PlxPlotPlace place;

      g_assert_true (plx_plot_table_get_mark (table, i, &mark.row, &mark.item));
      if (plx_chart_locate (chart, &mark, &place))
        g_assert_cmpstr (place.source, ==, plx_plot_table_get_cell (table, i, 0)->text);
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
      g_autofree char *words = plx_chart_describe_mark (chart, mark);
      PlxPlotPlace place;

      if (strcmp (kind->kind, "shift") == 0)
        {
          g_assert_false (plx_chart_locate (chart, mark, &place));
          continue;
        }
      g_assert_true (plx_chart_locate (chart, mark, &place));
      g_assert_nonnull (strstr (words, place.source));
    }
  plot_summary_free (summary);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char   *name;
    GTestDataFunc run;
  } tests[] = {
    { "marks", test_marks }, { "mirrored", test_mirrored }, { "words", test_words },
    { "svg", test_svg },     { "equal-drawings", test_equal_drawings }, { "empty", test_empty },
    { "ink-at-marks", test_ink_at_marks }, { "texts-apart", test_texts_apart },
    { "same-as-svg", test_same_as_svg }, { "places", test_places }, { "pdf", test_pdf },
    { "png", test_png },           { "on-ground", test_on_ground },
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf ("/plot/%s/%s", kinds[i].kind, tests[j].name);

        g_test_add_data_func (path, &kinds[i], tests[j].run);
      }
  return g_test_run ();
}
