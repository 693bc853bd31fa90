/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-chart.h"

#include <math.h>

gboolean
plx_plot_mark_equal (const PlxPlotMark *a,
                     const PlxPlotMark *b)
{
  return a != NULL && b != NULL && a->row == b->row && a->axis == b->axis && a->item == b->item;
}

static double
middle_x (const PlxPlotMark *mark)
{
  return mark->x + mark->width / 2;
}

static double
middle_y (const PlxPlotMark *mark)
{
  return mark->y + mark->height / 2;
}

int
plx_plot_marks_find (GArray *marks,
                     double  x,
                     double  y)
{
  int best = -1;
  double best_distance = INFINITY;

  g_return_val_if_fail (marks != NULL, -1);

  for (guint i = 0; i < marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (marks, PlxPlotMark, i);
      double distance = hypot (x - middle_x (mark), y - middle_y (mark));

      if (x >= mark->x && x < mark->x + mark->width && y >= mark->y &&
          y < mark->y + mark->height && distance < best_distance)
        {
          best = i;
          best_distance = distance;
        }
    }
  return best;
}

/* How far @to lies from @from in the direction of an arrow key; infinite for what does not lie
 * there. What lies aside counts three times: an arrow keeps to its row or column. */
static double
step_cost (const PlxPlotMark *from,
           const PlxPlotMark *to,
           PlxPlotStep        step)
{
  double dx = middle_x (to) - middle_x (from);
  double dy = middle_y (to) - middle_y (from);
  double ahead, aside;

  if (step == PLX_PLOT_STEP_LEFT || step == PLX_PLOT_STEP_RIGHT)
    {
      ahead = step == PLX_PLOT_STEP_LEFT ? -dx : dx;
      aside = fabs (dy);
    }
  else
    {
      ahead = step == PLX_PLOT_STEP_UP ? -dy : dy;
      aside = fabs (dx);
    }
  if (ahead < 0.5 || aside > 2 * ahead)
    return INFINITY;
  return ahead + 3 * aside;
}

int
plx_plot_marks_step (GArray      *marks,
                     int          from,
                     PlxPlotStep  step)
{
  int best = from;
  double best_cost = INFINITY;

  g_return_val_if_fail (marks != NULL, -1);

  if (marks->len == 0)
    return -1;
  if (step == PLX_PLOT_STEP_LAST)
    return (int) marks->len - 1;
  if (step == PLX_PLOT_STEP_FIRST || from < 0 || from >= (int) marks->len)
    return 0;

  for (guint i = 0; i < marks->len; i++)
    {
      double cost = step_cost (&g_array_index (marks, PlxPlotMark, from),
                               &g_array_index (marks, PlxPlotMark, i), step);

      if (cost < best_cost)
        {
          best = i;
          best_cost = cost;
        }
    }
  return best;
}
