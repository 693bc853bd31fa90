/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-timeline-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* In text sizes. */
#define STRIP_WIDTH 16.0
#define STRIP_HEIGHT 3.2
#define TICK_SPACING 4.5
#define POINT_SIZE 0.9
#define POINT_CELL 0.35
/* A row with a point for every so much of its width is a band. */
#define CROWDED_CELL 0.9
/* Into so many parts of the time shown the course of the mean is cut. */
#define COURSE_STEPS 24

static const PlxTimelinePoint *
get_point (const PlxTimelineSource *source,
           guint                    index)
{
  return &g_array_index (source->points, PlxTimelinePoint, index);
}

static gboolean
find_range (PlxTimeline *self)
{
  double first = INFINITY;
  double last = -INFINITY;
  double largest = 0;

  for (guint i = 0; i < self->sources->len; i++)
    {
      const PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, i);

      for (guint j = 0; j < source->points->len; j++)
        {
          first = MIN (first, get_point (source, j)->day);
          last = MAX (last, get_point (source, j)->day);
          if (get_point (source, j)->enough)
            largest = MAX (largest, fabs (get_point (source, j)->score));
        }
    }
  if (first > last)
    return FALSE;

  self->first = first;
  self->last = last;
  /* A single day still is a stretch of time. */
  if (last - first < 2)
    {
      first -= 1;
      last += 1;
    }
  self->time.from = first;
  self->time.to = last;
  self->extent = plx_nice_extent (largest);
  return TRUE;
}

/* Ticks fall on round days, months or years, whichever leaves room for their names. */
typedef struct
{
  guint       days, months; /* one of them is not 0 */
  const char *format;
} TickUnit;

static void
choose_unit (const PlxTimeline *self,
             TickUnit          *unit)
{
  static const TickUnit units[] = {
    /* Translators: a day without its year on the timeline, for g_date_time_format() */
    { 1, 0, N_("%-d %b") }, { 2, 0, N_("%-d %b") }, { 7, 0, N_("%-d %b") },
    { 14, 0, N_("%-d %b") },
    /* Translators: a month on the timeline */
    { 0, 1, N_("%b %Y") }, { 0, 3, N_("%b %Y") }, { 0, 6, N_("%b %Y") },
    { 0, 12, "%Y" }, { 0, 24, "%Y" }, { 0, 60, "%Y" }, { 0, 120, "%Y" }, { 0, 300, "%Y" },
    { 0, 1200, "%Y" },
  };
  double spacing = TICK_SPACING * self->parent.em;
  double days_for_one = spacing / (self->time.x1 - self->time.x0) *
                        (self->time.to - self->time.from);
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (units) && units[i].days + 30.4 * units[i].months < days_for_one)
    i++;
  *unit = units[i];
}

static double
next_tick (const TickUnit *unit,
           double          day)
{
  GDate date;
  guint months;

  if (unit->days > 0)
    return (floor (day / unit->days) + 1) * unit->days;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  months = g_date_get_year (&date) * 12u + g_date_get_month (&date) - 1;
  months = (months / unit->months + 1) * unit->months;
  g_date_set_dmy (&date, 1, (GDateMonth) (months % 12 + 1), (GDateYear) (months / 12));
  return g_date_get_julian (&date);
}

static void
layout_ticks (PlxTimeline *self)
{
  PlxChart *chart = &self->parent;
  TickUnit unit;
  double day;

  choose_unit (self, &unit);
  self->n_ticks = 0;
  for (day = next_tick (&unit, ceil (self->time.from) - 1);
       day <= self->time.to && self->n_ticks < PLX_TIMELINE_MAX_TICKS;
       day = next_tick (&unit, day))
    {
      g_autofree char *text = plx_timeline_format (day, _(unit.format));

      self->tick_days[self->n_ticks] = day;
      self->tick_labels[self->n_ticks++] = plx_typesetter_line (chart->type, PLX_FONT_SMALL, text,
                                                                INFINITY);
    }
}

static double
score_y (const PlxTimeline *self,
         double             strip_y,
         double             score)
{
  return strip_y - CLAMP (score / self->extent, -1, 1) * self->frame.strip_height / 2;
}

static void
add_marks (PlxTimeline             *self,
           guint                    row,
           const PlxTimelineSource *source,
           double                   strip_y)
{
  PlxChart *chart = &self->parent;
  double size = POINT_SIZE * chart->em;
  double cell = POINT_CELL * chart->em;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < source->points->len; i++)
    {
      const PlxTimelinePoint *point = get_point (source, i);
      PlxPlotMark mark = { .row = row, .item = i, .width = size, .height = size,
                           .low_x = NAN, .high_x = NAN, .low_y = NAN, .high_y = NAN };
      guint place;

      mark.score_x = plx_chart_mirror (chart, plx_scale_map (&self->time, point->day));
      mark.score_y = score_y (self, strip_y, point->score);
      mark.x = mark.score_x - size / 2;
      mark.y = mark.score_y - size / 2;
      place = (guint) (plx_chart_mirror (chart, mark.score_x) / cell) * 4096u +
              (guint) ((mark.score_y - strip_y) / cell + 2048);
      if (g_hash_table_add (taken, GUINT_TO_POINTER (place + 1)))
        g_array_append_val (chart->marks, mark);
    }
}

/* The mean of each part of the time, as a point in its middle; NaN where nothing was published. */
static void
lay_course (PlxTimeline       *self,
            PlxTimelineSource *source,
            double             strip_y)
{
  double sums[COURSE_STEPS] = { 0 };
  guint counts[COURSE_STEPS] = { 0 };
  double span = self->time.to - self->time.from;

  for (guint i = 0; i < source->points->len; i++)
    {
      const PlxTimelinePoint *point = get_point (source, i);
      guint step = MIN ((point->day - self->time.from) / span * COURSE_STEPS, COURSE_STEPS - 1);

      if (point->enough)
        {
          sums[step] += point->score;
          counts[step]++;
        }
    }

  g_array_set_size (source->course, 0);
  for (guint step = 0; step < COURSE_STEPS; step++)
    {
      double day = self->time.from + (step + 0.5) / COURSE_STEPS * span;
      PlxPoint point = { plx_chart_mirror (&self->parent, plx_scale_map (&self->time, day)), NAN };

      if (counts[step] > 0)
        point.y = score_y (self, strip_y, sums[step] / counts[step]);
      g_array_append_val (source->course, point);
    }
}

/* Whether there is a line to be drawn: from one mean to the next. */
static gboolean
has_course (const PlxTimeline *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, i);
      guint n = 0;

      for (guint step = 0; step < source->course->len; step++)
        n += !isnan (g_array_index (source->course, PlxPoint, step).y);
      if (n > 1)
        return TRUE;
    }
  return FALSE;
}

/* There is no room for a scale beside each source: how high a strip reaches is said once. */
static void
fill_key (PlxTimeline *self)
{
  PlxChart *chart = &self->parent;
  g_autofree char *low = plx_wording_score (-self->extent);
  g_autofree char *high = plx_wording_score (self->extent);
  /* Translators: the scores that the lower and the upper edge of a strip stand for */
  g_autofree char *height = g_strdup_printf (_("height: score, from %s to %s"), low, high);

  plx_key_reset (&self->key);
  plx_key_add (&self->key, chart, PLX_SAMPLE_SMALL, _("an article"));
  if (has_course (self))
    plx_key_add (&self->key, chart, PLX_SAMPLE_LINE, _("mean of the articles of a time"));
  plx_key_add (&self->key, chart, PLX_SAMPLE_NONE, height);
}

static void
layout_labels (PlxTimeline *self)
{
  PlxChart *chart = &self->parent;
  double natural = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->sources->len; i++)
        {
          PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, i);
          g_autofree char *detail = plx_wording_articles (source->points->len);

          if (pass == 0)
            natural = plx_row_frame_measure (chart, natural, source->name, detail);
          else
            source->label = plx_row_frame_label (&self->frame, chart, source->name, detail);
        }
      if (pass == 0)
        plx_row_frame_choose (&self->frame, chart, natural, 0, STRIP_WIDTH, STRIP_HEIGHT);
    }
}

static double
layout_head (PlxTimeline *self)
{
  PlxChart *chart = &self->parent;
  double room = self->frame.x1 - self->frame.x0;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  g_autofree char *positive = plx_wording_pole (&self->axis, TRUE);
  g_autofree char *negative = plx_wording_pole (&self->axis, FALSE);
  g_autofree char *up = g_strconcat ("↑ ", positive, NULL);
  g_autofree char *down = g_strconcat ("↓ ", negative, NULL);
  g_autofree char *from = plx_timeline_format (self->first, _("%-d %b %Y"));
  g_autofree char *to = plx_timeline_format (self->last, _("%-d %b %Y"));
  g_autofree char *span = strcmp (from, to) == 0 ? g_strdup (from)
                                                 : g_strdup_printf ("%s – %s", from, to);

  self->span = plx_typesetter_line (chart->type, PLX_FONT_SMALL, span, room);
  self->heading = plx_typesetter_line (chart->type, PLX_FONT_HEADING, axis, room);
  self->up = plx_typesetter_line (chart->type, PLX_FONT_SMALL, up, (room - chart->em) / 2);
  self->down = plx_typesetter_line (chart->type, PLX_FONT_SMALL, down, (room - chart->em) / 2);
  /* The days stand at the end of the heading's line, or below it for lack of room. */
  self->span_y = chart->top + self->heading->ascent - self->span->ascent;
  self->poles_y = chart->top + self->heading->height + 0.2 * chart->em;
  if (self->heading->width + chart->em + self->span->width > room)
    {
      self->span_y = chart->top + self->heading->height;
      self->poles_y += self->span->height;
    }
  return self->poles_y + self->up->height + 0.4 * chart->em;
}

double
plx_timeline_layout (PlxChart *chart)
{
  PlxTimeline *self = (PlxTimeline *) chart;
  double y;

  self->message = NULL;
  if (!find_range (self))
    {
      self->message = plx_typesetter_line (chart->type, PLX_FONT_BODY, _("No articles with a date"),
                                           chart->width - 2 * chart->em);
      return chart->top + self->message->height + 2 * chart->em;
    }

  layout_labels (self);
  self->time.x0 = self->frame.x0 + 0.8 * chart->em;
  self->time.x1 = self->frame.x1 - 0.8 * chart->em;
  layout_ticks (self);
  self->rows_y = layout_head (self);
  y = self->rows_y;
  for (guint i = 0; i < self->sources->len; i++)
    {
      PlxTimelineSource *source = &g_array_index (self->sources, PlxTimelineSource, i);
      double strip_y = plx_row_frame_strip_y (&self->frame, chart, y);

      source->crowded =
        source->points->len * CROWDED_CELL * chart->em > self->time.x1 - self->time.x0;
      add_marks (self, i, source, strip_y);
      lay_course (self, source, strip_y);
      y += self->frame.row_height;
    }
  self->ticks_y = y + 0.3 * chart->em;

  fill_key (self);
  self->key_y = self->ticks_y + self->up->height + 0.9 * chart->em;
  return self->key_y + plx_key_layout (&self->key, chart, chart->width - 2 * chart->em) +
         chart->em;
}
