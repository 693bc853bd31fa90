/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws every chart in many sizes and styles into a directory, to be looked at after a change:
 *
 *   build/tests/plot-gallery /tmp/gallery [NAME] */

#include "config.h"

#include <locale.h>

#include "tests/plot-samples.h"
#include "ui/plot/plx-plot.h"

static const char *directory;
static const char *only;

static void
save (PlxChart           *chart,
      const PlxPlotStyle *style,
      double              width,
      const char         *name)
{
  g_autofree char *base = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) error = NULL;

  if (only == NULL || strstr (name, only) != NULL)
    {
      base = g_strdup_printf ("%s/%s-%s.png", directory, plx_chart_get_kind (chart), name);
      png = plx_chart_render (chart, PLX_EXPORT_PNG, style, width, &error);
      if (png == NULL || !g_file_set_contents (base, g_bytes_get_data (png, NULL),
                                               (gssize) g_bytes_get_size (png), &error))
        g_error ("%s", error->message);
    }
  plx_chart_free (chart);
}

static PlxPlotStyle
with (const PlxPlotStyle *style,
      double              text_size,
      gboolean            rtl)
{
  PlxPlotStyle changed = *style;

  changed.text_size = text_size;
  changed.rtl = rtl;
  return changed;
}

static PlxChart *
framing (const PlxSummary *summary,
         const char       *title)
{
  PlxChart *chart = plx_framing_chart_new (summary);

  plx_chart_set_title (chart, title);
  plx_framing_chart_set_sort (chart, PLX_PLOT_SORT_SCORE, 1);
  return chart;
}

static PlxSummary *
long_names (void)
{
  PlxSummary *summary = plot_summary_sample (5, 3);
  PlxSummaryRow *row = g_ptr_array_index (summary->rows, 0);

  g_free (row->name);
  row->name = g_strdup ("The Intercontinental Review of Trade, Industry and Semiconductors "
                        "(weekend edition)");
  g_free (summary->axes[1].negative);
  summary->axes[1].negative = g_strdup ("Vergeltungsmaßnahmen und Gegenmaßnahmen");
  g_free (summary->axes[1].positive);
  summary->axes[1].positive = g_strdup ("Entspannung der Beziehungen zueinander");
  return summary;
}

static PlxSummary *
arabic (void)
{
  static const char *const names[] = { "صحيفة المرفأ", "المصباح اليومي", "وكالة الشمال",
                                       "Ledger & Exchange", "صوت الناس", "مدونة الرقائق" };
  PlxSummary *summary = plot_summary_sample (6, 3);

  for (guint i = 0; i < 6; i++)
    {
      PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

      g_free (row->name);
      row->name = g_strdup (names[i]);
    }
  return summary;
}

static void
draw_framing (void)
{
  PlxSummary *six = plot_summary_sample (6, 3);
  PlxSummary *one = plot_summary_sample (1, 3);
  PlxSummary *forty = plot_summary_sample (40, 3);
  PlxSummary *none = plot_summary_sample (0, 3);
  PlxSummary *names = long_names ();
  PlxSummary *rtl = arabic ();
  PlxPlotStyle large = with (&plx_plot_style_light, 22, FALSE);
  PlxPlotStyle mirrored = with (&plx_plot_style_light, 11, TRUE);

  save (framing (six, "How six sources frame the chip dispute"), &plx_plot_style_light, 920,
        "light-920");
  save (framing (six, NULL), &plx_plot_style_light, 1400, "light-1400");
  save (framing (six, "How six sources frame the chip dispute"), &plx_plot_style_light, 560,
        "light-560");
  save (framing (six, "How six sources frame the chip dispute"), &plx_plot_style_light, 360,
        "light-360");
  save (framing (six, NULL), &plx_plot_style_light, 260, "light-260");
  save (framing (six, NULL), &plx_plot_style_dark, 920, "dark-920");
  save (framing (six, NULL), &plx_plot_style_print, 920, "print-920");
  save (framing (six, NULL), &plx_plot_style_light_strong, 920, "strong-920");
  save (framing (six, NULL), &plx_plot_style_dark_strong, 920, "dark-strong-920");
  save (framing (six, NULL), &large, 920, "large-920");
  save (framing (six, NULL), &large, 360, "large-360");
  save (framing (rtl, NULL), &mirrored, 920, "rtl-920");
  save (framing (rtl, NULL), &mirrored, 360, "rtl-360");
  save (framing (one, NULL), &plx_plot_style_light, 920, "one-920");
  save (framing (forty, NULL), &plx_plot_style_light, 920, "forty-920");
  save (framing (forty, NULL), &plx_plot_style_light, 360, "forty-360");
  save (framing (none, NULL), &plx_plot_style_light, 920, "none-920");
  save (framing (names, NULL), &plx_plot_style_light, 920, "names-920");
  save (framing (names, NULL), &plx_plot_style_light, 360, "names-360");

  plot_summary_free (six);
  plot_summary_free (one);
  plot_summary_free (forty);
  plot_summary_free (none);
  plot_summary_free (names);
  plot_summary_free (rtl);
}

static PlxChart *
further (guint             kind,
         const PlxSummary *summary)
{
  switch (kind)
    {
    case 0:
      return plot_map_sample (summary, 60);
    case 1:
      return plot_flow_sample (6);
    case 2:
      return plot_timeline_sample (6, 30, 74);
    case 3:
      return plot_voices_sample ();
    case 4:
    default:
      return plot_shift_sample (12);
    }
}

static void
draw_further (void)
{
  PlxSummary *six = plot_summary_sample (6, 3);
  PlxPlotStyle large = with (&plx_plot_style_light, 22, FALSE);
  PlxPlotStyle mirrored = with (&plx_plot_style_light, 11, TRUE);

  for (guint kind = 0; kind < 5; kind++)
    {
      save (further (kind, six), &plx_plot_style_light, 800, "light-800");
      save (further (kind, six), &plx_plot_style_light, 1400, "light-1400");
      save (further (kind, six), &plx_plot_style_light, 300, "light-300");
      save (further (kind, six), &plx_plot_style_dark, 800, "dark-800");
      save (further (kind, six), &plx_plot_style_print, 800, "print-800");
      save (further (kind, six), &plx_plot_style_dark_strong, 800, "dark-strong-800");
      save (further (kind, six), &large, 360, "large-360");
      save (further (kind, six), &mirrored, 800, "rtl-800");
    }
  save (plot_timeline_sample (2, 5, 1), &plx_plot_style_light, 800, "one-day-800");
  save (plot_timeline_sample (3, 200, 4000), &plx_plot_style_light, 800, "years-800");
  save (plot_shift_sample (45), &plx_plot_style_light, 800, "many-800");
  plot_summary_free (six);
}

int
main (int   argc,
      char *argv[])
{
  if (argc < 2)
    {
      g_printerr ("Usage: %s DIRECTORY [NAME]\n", argv[0]);
      return 2;
    }

  setlocale (LC_ALL, "");
  directory = argv[1];
  only = argc > 2 ? argv[2] : NULL;
  g_mkdir_with_parents (directory, 0777);
  draw_framing ();
  draw_further ();
  return 0;
}
