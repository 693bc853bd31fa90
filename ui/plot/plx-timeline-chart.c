/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-timeline-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

/* A day without a time, as nearly all articles have: sscanf() takes fifty times as long. */
static gboolean
read_day (const char *date,
          int        *out_year,
          int        *out_month,
          int        *out_day)
{
  static const char pattern[] = "dddd-dd-dd";

  for (guint i = 0; i < sizeof pattern; i++)
    {
      if (pattern[i] == 'd' ? !g_ascii_isdigit (date[i]) : date[i] != pattern[i])
        return FALSE;
    }
  *out_year = (date[0] - '0') * 1000 + (date[1] - '0') * 100 + (date[2] - '0') * 10 + date[3] - '0';
  *out_month = (date[5] - '0') * 10 + date[6] - '0';
  *out_day = (date[8] - '0') * 10 + date[9] - '0';
  return TRUE;
}

gboolean
plx_timeline_day (const char *date,
                  double     *out_day)
{
  int year = 0, month = 1, day = 1, hour = 0, minute = 0;
  GDate value;

  g_return_val_if_fail (out_day != NULL, FALSE);

  if (date == NULL)
    return FALSE;
  if (!read_day (date, &year, &month, &day) &&
      sscanf (date, "%4d-%2d-%2d%*1[T ]%2d:%2d", &year, &month, &day, &hour, &minute) < 1)
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || day < 1 || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_clear (&value, 1);
  g_date_set_dmy (&value, day, month, year);
  *out_day = g_date_get_julian (&value) +
             (CLAMP (hour, 0, 23) * 60 + CLAMP (minute, 0, 59)) / (24.0 * 60);
  return TRUE;
}

char *
plx_timeline_format (double      day,
                     const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  time = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                              g_date_get_day (&date), 0, 0, 0);
  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

static char *
describe_mark (PlxChart          *chart,
               const PlxPlotMark *mark)
{
  const PlxTimeline *self = (const PlxTimeline *) chart;
  const PlxTimelineSource *source;
  const PlxTimelinePoint *point;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  g_autofree char *day = NULL;
  g_autofree char *score = NULL;

  g_return_val_if_fail (mark->row < self->sources->len, NULL);

  source = &g_array_index (self->sources, PlxTimelineSource, mark->row);
  g_return_val_if_fail (mark->item < source->points->len, NULL);

  point = &g_array_index (source->points, PlxTimelinePoint, mark->item);
  /* Translators: a day in full, as g_date_time_format() has it */
  day = plx_timeline_format (point->day, _("%-d %B %Y"));
  score = point->enough ? plx_wording_score (point->score) : g_strdup (_("too little evidence"));
  /* Translators: a source, a headline, a day, an axis, the score on it */
  return g_strdup_printf (_("%s, “%s”, %s, %s: %s"), source->name, point->title, day, axis, score);
}

static char *
describe (PlxChart *chart)
{
  const PlxTimeline *self = (const PlxTimeline *) chart;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  GString *out = g_string_new (NULL);
  double first = INFINITY;
  double last = -INFINITY;
  guint n = 0;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const GArray *points = g_array_index (self->sources, PlxTimelineSource, i).points;

      if (points->len == 0)
        continue;
      n += points->len;
      first = MIN (first, g_array_index (points, PlxTimelinePoint, 0).day);
      last = MAX (last, g_array_index (points, PlxTimelinePoint, points->len - 1).day);
    }

  /* Translators: an axis, a number of articles */
  g_string_append_printf (out, ngettext ("%s of %u article over time.",
                                         "%s of %u articles over time.", n), axis, n);
  if (n > 0)
    {
      g_autofree char *from = plx_timeline_format (first, _("%-d %B %Y"));
      g_autofree char *to = plx_timeline_format (last, _("%-d %B %Y"));

      /* Translators: two days */
      g_string_append_printf (out, _(" From %s to %s."), from, to);
    }
  return g_string_free (out, FALSE);
}

static PlxPlotTable *
to_table (PlxChart *chart)
{
  const PlxTimeline *self = (const PlxTimeline *) chart;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  PlxPlotTable *table = plx_plot_table_new (chart->title != NULL ? chart->title : _("Timeline"));

  plx_plot_table_add_column (table, _("Source"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Date"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Article"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, axis, PLX_CELL_NUMBER, 2, TRUE);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, i);

      for (guint j = 0; j < source->points->len; j++)
        {
          const PlxTimelinePoint *point = &g_array_index (source->points, PlxTimelinePoint, j);
          g_autofree char *day = plx_timeline_format (point->day, "%Y-%m-%d");

          plx_plot_table_begin_row (table, i, j);
          plx_plot_table_add_text (table, source->name);
          plx_plot_table_add_text (table, day);
          plx_plot_table_add_text (table, point->title);
          plx_plot_table_add_number (table, point->enough ? point->score : NAN);
        }
    }
  return table;
}

static void
point_clear (gpointer data)
{
  g_free ((char *) ((PlxTimelinePoint *) data)->title);
}

static void
source_clear (gpointer data)
{
  PlxTimelineSource *source = data;

  g_free (source->name);
  g_array_unref (source->points);
  g_array_unref (source->course);
}

static void
locate (PlxChart          *chart,
        const PlxPlotMark *mark,
        PlxPlotPlace      *place)
{
  const PlxTimeline *self = (const PlxTimeline *) chart;
  const PlxTimelineSource *source;

  g_return_if_fail (mark->row < self->sources->len);

  source = &g_array_index (self->sources, PlxTimelineSource, mark->row);
  place->source = source->name;
  if (mark->item < source->points->len)
    place->article = g_array_index (source->points, PlxTimelinePoint, mark->item).article;
}

static void
finalize (PlxChart *chart)
{
  PlxTimeline *self = (PlxTimeline *) chart;

  g_array_unref (self->sources);
  plx_plot_axis_clear (&self->axis);
  plx_key_clear (&self->key);
}

PlxChart *
plx_timeline_chart_new (const PlxAxis *axis)
{
  static const PlxChartClass klass = {
    .kind = "timeline",
    .layout = plx_timeline_layout,
    .draw = plx_timeline_draw,
    .describe_mark = describe_mark,
    .describe = describe,
    .to_table = to_table,
    .locate = locate,
    .finalize = finalize,
  };
  PlxTimeline *self;

  g_return_val_if_fail (axis != NULL, NULL);

  self = g_new0 (PlxTimeline, 1);
  plx_chart_init (&self->parent, &klass);
  self->axis = plx_plot_axis_copy (axis);
  self->sources = g_array_new (FALSE, TRUE, sizeof (PlxTimelineSource));
  g_array_set_clear_func (self->sources, source_clear);
  plx_key_init (&self->key);
  return &self->parent;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  double day_a = ((const PlxTimelinePoint *) a)->day;
  double day_b = ((const PlxTimelinePoint *) b)->day;

  return (day_a > day_b) - (day_a < day_b);
}

void
plx_timeline_chart_add_source (PlxChart               *chart,
                               const char             *name,
                               const PlxTimelinePoint *points,
                               guint                   n_points)
{
  PlxTimeline *self = (PlxTimeline *) chart;
  PlxTimelineSource source = { NULL };

  g_return_if_fail (chart != NULL && chart->klass->layout == plx_timeline_layout);
  g_return_if_fail (points != NULL || n_points == 0);

  source.name = g_strdup (name != NULL ? name : "");
  source.course = g_array_new (FALSE, FALSE, sizeof (PlxPoint));
  source.points = g_array_sized_new (FALSE, FALSE, sizeof (PlxTimelinePoint), n_points);
  g_array_set_clear_func (source.points, point_clear);
  for (guint i = 0; i < n_points; i++)
    {
      PlxTimelinePoint point = points[i];

      if (!isfinite (point.day) || !isfinite (point.score))
        continue;
      point.title = g_strdup (point.title != NULL ? point.title : _("untitled"));
      g_array_append_val (source.points, point);
    }
  g_array_sort (source.points, compare_points);
  g_array_append_val (self->sources, source);
  plx_chart_invalidate (chart);
}
