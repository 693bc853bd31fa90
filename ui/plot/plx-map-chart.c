/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-map-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
describe_mark (PlxChart          *chart,
               const PlxPlotMark *mark)
{
  const PlxMap *self = (const PlxMap *) chart;
  g_autofree char *x_title = NULL;
  g_autofree char *y_title = NULL;
  g_autofree char *x_words = NULL;
  g_autofree char *y_words = NULL;
  const PlxAxis *axes = self->summary->axes;
  const PlxSummaryRow *row;

  g_return_val_if_fail (mark->row < self->summary->rows->len, NULL);

  row = plx_map_get_row (self, mark->row);
  x_title = plx_wording_axis (&axes[self->axes[0]]);
  y_title = plx_wording_axis (&axes[self->axes[1]]);

  if (mark->item != PLX_NONE)
    {
      const PlxMapPoint *point;

      g_return_val_if_fail (mark->item < self->points->len, NULL);

      point = &g_array_index (self->points, PlxMapPoint, mark->item);
      x_words = plx_wording_score (point->x);
      y_words = plx_wording_score (point->y);
      /* Translators: an article's headline, its source, then twice an axis and the score on it */
      return g_strdup_printf (_("“%s” (%s), %s: %s; %s: %s"),
                              point->title != NULL ? point->title : _("untitled"), row->name,
                              x_title, x_words, y_title, y_words);
    }

  x_words = plx_wording_evidence (&axes[self->axes[0]], &row->axes[self->axes[0]]);
  y_words = plx_wording_evidence (&axes[self->axes[1]], &row->axes[self->axes[1]]);
  /* Translators: a source, then twice an axis and its score in words */
  return g_strdup_printf (_("%s, %s: %s. %s: %s"), row->name, x_title, x_words, y_title,
                          y_words);
}

static char *
describe (PlxChart *chart)
{
  const PlxMap *self = (const PlxMap *) chart;
  guint n = self->summary->rows->len;
  g_autofree char *x = plx_wording_axis (&self->summary->axes[self->axes[0]]);
  g_autofree char *y = plx_wording_axis (&self->summary->axes[self->axes[1]]);
  GString *out = g_string_new (NULL);

  /* Translators: a number of sources, the axis from left to right, the one from below upwards */
  g_string_append_printf (out, ngettext ("Map of %u source, %s across and %s upwards.",
                                         "Map of %u sources, %s across and %s upwards.", n),
                          n, x, y);
  for (guint i = 0; i < MIN (n, 12); i++)
    {
      PlxPlotMark mark = { .row = i, .item = PLX_NONE };
      g_autofree char *words = describe_mark (chart, &mark);

      g_string_append_printf (out, " %s.", words);
    }
  return g_string_free (out, FALSE);
}

static void
add_columns (PlxPlotTable  *table,
             const PlxAxis *axis)
{
  g_autofree char *title = plx_wording_axis (axis);
  g_autofree char *from = g_strdup_printf (_("%s: from"), title);
  g_autofree char *to = g_strdup_printf (_("%s: to"), title);

  plx_plot_table_add_column (table, title, PLX_CELL_NUMBER, 2, TRUE);
  plx_plot_table_add_column (table, from, PLX_CELL_NUMBER, 2, TRUE);
  plx_plot_table_add_column (table, to, PLX_CELL_NUMBER, 2, TRUE);
}

static PlxPlotTable *
to_table (PlxChart *chart)
{
  const PlxMap *self = (const PlxMap *) chart;
  PlxPlotTable *table = plx_plot_table_new (chart->title != NULL ? chart->title
                                                                 : _("Framing map"));

  plx_plot_table_add_column (table, _("Source"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Article"), PLX_CELL_TEXT, 0, FALSE);
  for (guint which = 0; which < 2; which++)
    add_columns (table, &self->summary->axes[self->axes[which]]);

  for (guint i = 0; i < self->summary->rows->len; i++)
    {
      plx_plot_table_begin_row (table, i, PLX_NONE);
      plx_plot_table_add_text (table, plx_map_get_row (self, i)->name);
      plx_plot_table_add_text (table, "");
      for (guint which = 0; which < 2; which++)
        {
          const PlxSummaryAxis *figures = plx_map_get_figures (self, i, which);
          gboolean known = plx_evidence_of (figures) >= PLX_EVIDENCE_UNCLEAR;

          plx_plot_table_add_number (table, known ? figures->score : NAN);
          plx_plot_table_add_number (table, known ? figures->low : NAN);
          plx_plot_table_add_number (table, known ? figures->high : NAN);
        }
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      const PlxMapPoint *point = &g_array_index (self->points, PlxMapPoint, i);

      plx_plot_table_begin_row (table, point->row, i);
      plx_plot_table_add_text (table, plx_map_get_row (self, point->row)->name);
      plx_plot_table_add_text (table, point->title);
      for (guint which = 0; which < 2; which++)
        {
          plx_plot_table_add_number (table, which == 0 ? point->x : point->y);
          plx_plot_table_add_number (table, NAN);
          plx_plot_table_add_number (table, NAN);
        }
    }
  return table;
}

static void
point_clear (gpointer data)
{
  g_free ((char *) ((PlxMapPoint *) data)->title);
}

static void
locate (PlxChart          *chart,
        const PlxPlotMark *mark,
        PlxPlotPlace      *place)
{
  const PlxMap *self = (const PlxMap *) chart;

  g_return_if_fail (mark->row < self->summary->rows->len);

  place->source = plx_map_get_row (self, mark->row)->name;
  if (mark->item < self->points->len)
    place->article = g_array_index (self->points, PlxMapPoint, mark->item).article;
}

static void
finalize (PlxChart *chart)
{
  PlxMap *self = (PlxMap *) chart;

  g_array_unref (self->points);
  g_array_unref (self->names);
  g_ptr_array_unref (self->notes);
  plx_key_clear (&self->key);
}

PlxChart *
plx_map_chart_new (const PlxSummary *summary,
                   guint             x_axis,
                   guint             y_axis)
{
  static const PlxChartClass klass = {
    .kind = "map",
    .layout = plx_map_layout,
    .draw = plx_map_draw,
    .describe_mark = describe_mark,
    .describe = describe,
    .to_table = to_table,
    .locate = locate,
    .zoom = plx_map_zoom,
    .pan = plx_map_pan,
    .is_zoomed = plx_map_is_zoomed,
    .take_view = plx_map_take_view,
    .finalize = finalize,
  };
  PlxMap *self;

  g_return_val_if_fail (summary != NULL, NULL);
  g_return_val_if_fail (x_axis < summary->n_axes && y_axis < summary->n_axes, NULL);

  self = g_new0 (PlxMap, 1);
  plx_chart_init (&self->parent, &klass);
  self->summary = summary;
  self->axes[0] = x_axis;
  self->axes[1] = y_axis;
  self->points = g_array_new (FALSE, FALSE, sizeof (PlxMapPoint));
  g_array_set_clear_func (self->points, point_clear);
  self->names = g_array_new (FALSE, TRUE, sizeof (PlxMapName));
  self->notes = g_ptr_array_new ();
  plx_key_init (&self->key);
  return &self->parent;
}

void
plx_map_chart_set_points (PlxChart          *chart,
                          const PlxMapPoint *points,
                          guint              n_points)
{
  PlxMap *self = plx_map_from_chart (chart);

  g_return_if_fail (self != NULL && (points != NULL || n_points == 0));

  g_array_set_size (self->points, 0);
  for (guint i = 0; i < n_points; i++)
    {
      PlxMapPoint point = points[i];

      g_return_if_fail (point.row < self->summary->rows->len);

      point.title = g_strdup (point.title);
      g_array_append_val (self->points, point);
    }
  plx_chart_invalidate (chart);
}
