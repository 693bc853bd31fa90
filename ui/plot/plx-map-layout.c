/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-map-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define PAD 1.0
/* Height of the map by its width, and its bounds in text sizes. */
#define ASPECT 0.62
#define MIN_HEIGHT 24.0
#define MAX_HEIGHT 70.0
/* Articles nearer than this to one that is drawn already are not drawn, in text sizes. */
#define POINT_CELL 0.3
#define POINT_SIZE 0.7
/* Of more sources than these only those are named that have the room. */
#define MAX_NUMBERED 40
/* More would be a cloud in which nothing can be told apart. */
#define MAX_POINTS 1500
/* How near to its mark a name stands, and how far a number may, in text sizes. */
#define NAME_GAP 0.7
#define MAX_NUMBER_GAP 4.0

static gboolean
is_known (const PlxMap *self,
          guint         row,
          guint         which)
{
  return plx_evidence_of (plx_map_get_figures (self, row, which)) >= PLX_EVIDENCE_UNCLEAR;
}

double
plx_map_find_extent (const PlxMap *self)
{
  double largest = 0;

  for (guint row = 0; row < self->summary->rows->len; row++)
    for (guint which = 0; which < 2; which++)
      {
        const PlxSummaryAxis *figures = plx_map_get_figures (self, row, which);

        if (is_known (self, row, which))
          largest = MAX (largest, MAX (fabs (figures->low), fabs (figures->high)));
      }
  for (guint i = 0; i < self->points->len; i++)
    {
      const PlxMapPoint *point = &g_array_index (self->points, PlxMapPoint, i);

      largest = MAX (largest, MAX (fabs (point->x), fabs (point->y)));
    }
  return plx_nice_extent (largest);
}

static void
set_range (const PlxMap *self,
           double        middle,
           PlxScale     *scale)
{
  double extent = self->view_extent > 0 ? self->view_extent : plx_map_find_extent (self);
  double centre = self->view_extent > 0 ? middle : 0;

  scale->from = centre - extent;
  scale->to = centre + extent;
}

/* The least of 1, 2, 4 and 5 times a power of ten that gives at most @n steps. */
static double
nice_step (double range,
           double n)
{
  double rough = range / MAX (n, 1);
  double power = pow (10, floor (log10 (rough)));
  double rest = rough / power;

  return power * (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 4 ? 4 : rest <= 5 ? 5 : 10);
}

static void
layout_ticks (PlxMap         *self,
              const PlxScale *scale,
              double          spacing,
              PlxMapTicks    *ticks)
{
  double room = fabs (scale->x1 - scale->x0);
  double step = nice_step (scale->to - scale->from,
                           MIN (floor (room / spacing), PLX_MAP_MAX_TICKS - 2));
  int decimals = MAX (1, (int) ceil (-log10 (step) - 1e-9));

  ticks->n = 0;
  for (double at = ceil (scale->from / step - 1e-9) * step;
       at <= scale->to + step * 1e-6 && ticks->n < PLX_MAP_MAX_TICKS; at += step)
    {
      gboolean is_zero = fabs (at) < step / 1000;
      g_autofree char *text = is_zero ? g_strdup ("0")
                                      : g_strdup_printf ("%s%.*f", at < 0 ? "−" : "+",
                                                         MIN (decimals, 6), fabs (at));

      ticks->values[ticks->n] = is_zero ? 0 : at;
      ticks->labels[ticks->n++] = plx_typesetter_line (self->parent.type, PLX_FONT_SMALL, text,
                                                       INFINITY);
    }
}

static const PlxLabel *
make_pole_title (PlxMap     *self,
                 gboolean    positive,
                 double      width)
{
  const PlxAxis *axis = &self->summary->axes[self->axes[1]];
  g_autofree char *title = plx_wording_axis (axis);
  g_autofree char *pole = plx_wording_pole (axis, positive);
  g_autofree char *text = g_strdup_printf ("%s %s: %s", positive ? "↑" : "↓", title, pole);

  return plx_typesetter_line (self->parent.type, PLX_FONT_SMALL, text, width);
}

/* Sets the scales and what stands around the map.  Returns: where that ends */
static double
layout_frame (PlxMap *self)
{
  PlxChart *chart = &self->parent;
  double em = chart->em;
  double small = plx_typesetter_line_height (chart->type, PLX_FONT_SMALL);
  double left = PAD * em + plx_typesetter_width (chart->type, PLX_FONT_SMALL, "−0.00") + 0.5 * em;
  double right = chart->width - PAD * em - 0.8 * em;
  double height = CLAMP ((right - left) * ASPECT, MIN (MIN_HEIGHT * em, right - left),
                         MAX_HEIGHT * em);
  const PlxAxis *x_axis = &self->summary->axes[self->axes[0]];
  g_autofree char *title = plx_wording_axis (x_axis);
  double y = chart->top;

  self->y_top = make_pole_title (self, TRUE, right - left);
  self->y_bottom = make_pole_title (self, FALSE, right - left);
  self->x_title = plx_typesetter_line (chart->type, PLX_FONT_SMALL, title, right - left);
  self->y_top_y = y;
  y += small + 0.3 * em;
  self->x.x0 = left;
  self->x.x1 = right;
  self->y.x1 = y;
  self->y.x0 = y + height;
  set_range (self, self->view_x, &self->x);
  set_range (self, self->view_y, &self->y);
  layout_ticks (self, &self->x, 4.5 * em, &self->x_ticks);
  layout_ticks (self, &self->y, 3.0 * em, &self->y_ticks);
  self->ticks_y = self->y.x0 + small + 0.5 * em;
  self->x_title_y = self->poles_y = self->ticks_y + small + 0.2 * em;
  plx_poles_layout (&self->x_poles, chart, x_axis, right - left);
  /* Between the poles there may be room for the axis' own name; else it stands above them. */
  if (self->x_poles.stacked ||
      2 * MAX (self->x_poles.lines[0][0]->width, self->x_poles.lines[1][0]->width) +
      self->x_title->width + 2 * em > right - left)
    self->poles_y += small;
  return self->poles_y + self->x_poles.height;
}

static gboolean
is_visible (const PlxScale *scale,
            double          value)
{
  return value >= scale->from - 1e-9 && value <= scale->to + 1e-9;
}

static void
add_source_mark (PlxMap *self,
                 guint   row)
{
  PlxChart *chart = &self->parent;
  const PlxSummaryAxis *x = plx_map_get_figures (self, row, 0);
  const PlxSummaryAxis *y = plx_map_get_figures (self, row, 1);
  double size = 1.9 * chart->em;
  PlxPlotMark mark = {
    .row = row, .item = PLX_NONE, .width = size, .height = size,
    .low_x = NAN, .high_x = NAN, .low_y = NAN, .high_y = NAN,
  };

  if (!is_visible (&self->x, x->score) || !is_visible (&self->y, y->score))
    return;

  mark.score_x = plx_chart_mirror (chart, plx_scale_map (&self->x, x->score));
  mark.score_y = plx_scale_map (&self->y, y->score);
  mark.x = mark.score_x - size / 2;
  mark.y = mark.score_y - size / 2;
  if (is_known (self, row, 0))
    {
      mark.low_x = plx_chart_mirror (chart, plx_scale_map (&self->x, x->low));
      mark.high_x = plx_chart_mirror (chart, plx_scale_map (&self->x, x->high));
    }
  if (is_known (self, row, 1))
    {
      mark.low_y = plx_scale_map (&self->y, y->low);
      mark.high_y = plx_scale_map (&self->y, y->high);
    }
  g_array_append_val (chart->marks, mark);
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const PlxPlotMark *mark_a = a;
  const PlxPlotMark *mark_b = b;

  if (mark_a->score_x != mark_b->score_x)
    return mark_a->score_x < mark_b->score_x ? -1 : 1;
  return (mark_a->row > mark_b->row) - (mark_a->row < mark_b->row);
}

/* Sources from left to right; those without evidence on both axes are named below. */
static void
add_sources (PlxMap    *self,
             GPtrArray *missing_names)
{
  for (guint row = 0; row < self->summary->rows->len; row++)
    {
      if (is_known (self, row, 0) || is_known (self, row, 1))
        add_source_mark (self, row);
      else
        g_ptr_array_add (missing_names, plx_map_get_row (self, row)->name);
    }
  g_array_sort (self->parent.marks, compare_marks);
  self->n_sources = self->parent.marks->len;
}

/* Adds the articles that can be seen, one for each cell of this size. */
static void
add_points_by_cell (PlxMap *self,
                    double  cell)
{
  PlxChart *chart = &self->parent;
  double size = POINT_SIZE * chart->em;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->points->len && chart->marks->len <= self->n_sources + MAX_POINTS; i++)
    {
      const PlxMapPoint *point = &g_array_index (self->points, PlxMapPoint, i);
      PlxPlotMark mark = {
        .row = point->row, .item = i, .width = size, .height = size,
        .low_x = NAN, .high_x = NAN, .low_y = NAN, .high_y = NAN,
      };
      guint place;

      if (!is_visible (&self->x, point->x) || !is_visible (&self->y, point->y))
        continue;

      mark.score_x = plx_chart_mirror (chart, plx_scale_map (&self->x, point->x));
      mark.score_y = plx_scale_map (&self->y, point->y);
      mark.x = mark.score_x - size / 2;
      mark.y = mark.score_y - size / 2;
      place = (guint) (plx_chart_mirror (chart, mark.score_x) / cell) * 65536u +
              (guint) (mark.score_y / cell);
      if (g_hash_table_add (taken, GUINT_TO_POINTER (place + 1)))
        g_array_append_val (chart->marks, mark);
    }
}

/* Of very many articles fewer are shown, further apart: zooming in brings the others out. */
static void
add_points (PlxMap *self)
{
  PlxChart *chart = &self->parent;

  for (double cell = POINT_CELL * chart->em;; cell *= 1.5)
    {
      add_points_by_cell (self, cell);
      if (chart->marks->len <= self->n_sources + MAX_POINTS)
        return;
      g_array_set_size (chart->marks, self->n_sources);
    }
}

static gboolean
overlaps (double x1,
          double y1,
          double w1,
          double h1,
          double x2,
          double y2,
          double w2,
          double h2)
{
  return x1 < x2 + w2 && x2 < x1 + w1 && y1 < y2 + h2 && y2 < y1 + h1;
}

static gboolean
is_free (const PlxMap *self,
         guint         own,
         double        x,
         double        y,
         const PlxLabel *label)
{
  const PlxChart *chart = &self->parent;
  double inset = 0.5 * chart->em;
  double left = plx_chart_mirror_box (chart, self->x.x0, self->x.x1 - self->x.x0);

  if (x < left || x + label->width > left + (self->x.x1 - self->x.x0) ||
      y < self->y.x1 || y + label->height > self->y.x0)
    return FALSE;

  for (guint i = 0; i < self->n_sources; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);

      if (i != own && overlaps (x, y, label->width, label->height, mark->score_x - inset,
                                mark->score_y - inset, 2 * inset, 2 * inset))
        return FALSE;
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const PlxMapName *name = &g_array_index (self->names, PlxMapName, i);

      if (name->label != NULL && overlaps (x, y, label->width, label->height, name->x, name->y,
                                           name->label->width, name->label->height))
        return FALSE;
    }
  return TRUE;
}

/* Looks for the first of eight places around a mark that is free for its label.
 * @gap: between mark and label, in text sizes */
static gboolean
find_place (const PlxMap   *self,
            guint           index,
            const PlxLabel *label,
            double          gap,
            PlxMapName     *out_name)
{
  static const struct
  {
    double x, y; /* -1 before or above, 0 centred, 1 after or below */
  } places[] = {
    { 1, -0.6 }, { -1, -0.6 }, { 0, -1 }, { 0, 1 }, { 1, 0.6 }, { -1, 0.6 }, { 1, -1 }, { -1, 1 },
  };
  const PlxChart *chart = &self->parent;
  const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, index);
  double aside = gap * chart->em;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double side = chart->rtl ? -places[i].x : places[i].x;
      double x = mark->score_x + (side > 0 ? aside : side < 0 ? -aside - label->width
                                                             : -label->width / 2);
      double y = mark->score_y - label->height / 2 +
                 places[i].y * (label->height / 2 + aside - 0.15 * chart->em);

      if (is_free (self, index, x, y, label))
        {
          *out_name = (PlxMapName) { label, x, y };
          return TRUE;
        }
    }
  return FALSE;
}

/* A name that has no place gets a number, and is told below the map; where even that has none,
 * the mark stays bare. */
static void
place_number (PlxMap     *self,
              guint       index,
              guint      *number,
              GString    *numbered,
              PlxMapName *name)
{
  PlxChart *chart = &self->parent;
  const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, index);
  const char *source = plx_map_get_row (self, mark->row)->name;
  g_autofree char *text = g_strdup_printf ("%u", *number + 1);
  const PlxLabel *label = plx_typesetter_line (chart->type, PLX_FONT_SMALL, text, INFINITY);

  if (numbered->len > 0)
    g_string_append (numbered, " · ");
  for (double gap = NAME_GAP; gap < MAX_NUMBER_GAP; gap += 0.5)
    {
      if (find_place (self, index, label, gap, name))
        {
          (*number)++;
          g_string_append_printf (numbered, "%s\u00A0%s", text, source);
          return;
        }
    }
  g_string_append (numbered, source);
}

static void
place_names (PlxMap  *self,
             GString *numbered)
{
  PlxChart *chart = &self->parent;
  guint number = 0;
  guint n_unnamed = 0;

  g_array_set_size (self->names, 0);
  for (guint i = 0; i < self->n_sources; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);
      const PlxLabel *label = plx_typesetter_line (chart->type, PLX_FONT_BODY,
                                                   plx_map_get_row (self, mark->row)->name,
                                                   14 * chart->em);
      PlxMapName name = { NULL };

      if (!find_place (self, i, label, NAME_GAP, &name))
        {
          if (self->n_sources <= MAX_NUMBERED)
            place_number (self, i, &number, numbered, &name);
          else
            n_unnamed++;
        }
      g_array_append_val (self->names, name);
    }
  if (n_unnamed > 0)
    g_string_append_printf (numbered, ngettext ("There is no room for the name of %u more source",
                                                "There is no room for the names of %u more sources",
                                                n_unnamed), n_unnamed);
}

/* What the map cannot show is told below it.  Returns: where that ends */
static double
layout_notes (PlxMap     *self,
              GPtrArray  *missing,
              const char *numbered,
              double      y)
{
  PlxChart *chart = &self->parent;
  double width = chart->width - 2 * PAD * chart->em;

  g_ptr_array_set_size (self->notes, 0);
  self->notes_y = y + 0.6 * chart->em;
  if (*numbered != '\0')
    y = self->notes_y + plx_typesetter_wrap (chart->type, PLX_FONT_SMALL, numbered, width, 12,
                                             self->notes);
  if (missing->len > 0)
    {
      g_autofree char *list = NULL;
      g_autofree char *text = NULL;

      g_ptr_array_add (missing, NULL);
      list = g_strjoinv (", ", (char **) missing->pdata);
      /* Translators: %s is a list of sources */
      text = g_strdup_printf (_("Too little evidence: %s"), list);
      plx_typesetter_wrap (chart->type, PLX_FONT_SMALL, text, width, 4, self->notes);
      y = self->notes_y + self->notes->len *
                          plx_typesetter_line_height (chart->type, PLX_FONT_SMALL);
    }
  return y;
}

static void
fill_key (PlxMap *self)
{
  PlxChart *chart = &self->parent;
  gboolean has_ring = FALSE;

  for (guint i = 0; i < self->n_sources; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);

      has_ring |= !isfinite (mark->low_x) || !isfinite (mark->low_y);
    }
  plx_key_reset (&self->key);
  if (self->n_sources > 0)
    {
      plx_key_add (&self->key, chart, PLX_SAMPLE_UNCLEAR, _("a source"));
      plx_key_add (&self->key, chart, PLX_SAMPLE_CROSS, _("its bootstrap intervals"));
    }
  if (has_ring)
    plx_key_add (&self->key, chart, PLX_SAMPLE_LITTLE, _("too little evidence on one axis"));
  if (chart->marks->len > self->n_sources)
    plx_key_add (&self->key, chart, PLX_SAMPLE_SMALL, _("an article"));
}

double
plx_map_layout (PlxChart *chart)
{
  PlxMap *self = (PlxMap *) chart;
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GString) numbered = g_string_new (NULL);
  double y;

  self->message = NULL;
  if (self->summary->rows->len == 0)
    {
      self->message = plx_typesetter_line (chart->type, PLX_FONT_BODY, _("No articles to show"),
                                           chart->width - 2 * chart->em);
      return chart->top + self->message->height + 2 * chart->em;
    }

  y = layout_frame (self);
  add_sources (self, missing);
  add_points (self);
  place_names (self, numbered);
  y = layout_notes (self, missing, numbered->str, y);
  fill_key (self);
  self->key_y = y + 0.9 * chart->em;
  return self->key_y + plx_key_layout (&self->key, chart, chart->width - 2 * PAD * chart->em) +
         PAD * chart->em;
}
