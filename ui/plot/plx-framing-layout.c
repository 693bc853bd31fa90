/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-framing-chart-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* All in text sizes. */
#define PAD 1.0
#define PANEL_GAP_WIDE 2.2
#define PANEL_GAP_STACKED 1.8
#define LABEL_GAP 0.9
#define LABEL_MIN_WIDE 8.5
#define LABEL_MAX 17.0
#define PANEL_MIN_WIDE 13.0
#define STACKED_MIN 28.0
#define MARK_INSET 0.8 /* a mark at the end of a scale stays inside its panel */

/* More rows than this get one line each. */
#define DENSE_ROWS 30
/* More rows than this have the figures of the scale above them, too. */
#define LONG_ROWS 14

/* The farthest that any row of @least evidence or more reaches. */
static double
find_farthest (const PlxFraming *self,
               PlxEvidence       least)
{
  double largest = 0;

  for (guint i = 0; i < self->summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->summary->rows, i);

      for (guint axis = 0; axis < self->summary->n_axes; axis++)
        {
          const PlxSummaryAxis *figures = &row->axes[axis];

          if (plx_evidence_of (figures) < least)
            continue;
          largest = MAX (largest, fabs (figures->score));
          if (least >= PLX_EVIDENCE_UNCLEAR)
            largest = MAX (largest, MAX (fabs (figures->low), fabs (figures->high)));
        }
    }
  return largest;
}

/* What rests on next to nothing does not make the others small; where there is nothing else, it is
 * shown where it is. */
static double
find_extent (const PlxFraming *self)
{
  double largest;

  if (self->fixed_extent > 0)
    return self->fixed_extent;
  largest = find_farthest (self, PLX_EVIDENCE_UNCLEAR);
  return plx_nice_extent (largest > 0 ? largest : find_farthest (self, PLX_EVIDENCE_LITTLE));
}

static char *
word_counts (const PlxFraming    *self,
             const PlxSummaryRow *row,
             double               width)
{
  g_autofree char *counts = NULL;

  if (self->dense)
    return g_strdup_printf ("%'u · %'u", row->n_articles, row->n_sentences);

  counts = plx_wording_counts (row->n_articles, row->n_sentences);
  if (plx_typesetter_width (self->parent.type, PLX_FONT_SMALL, counts) > width)
    return plx_wording_counts_short (row->n_articles, row->n_sentences);
  return g_steal_pointer (&counts);
}

/* The width that names and counts would take if there were room enough. */
static double
measure_labels (const PlxFraming *self)
{
  PlxTypesetter *type = self->parent.type;
  double widest = 0;

  for (guint i = 0; i < self->order->len; i++)
    {
      const PlxSummaryRow *row = plx_framing_get_row (self, i);
      g_autofree char *counts = word_counts (self, row, INFINITY);
      double name_width = plx_typesetter_width (type, PLX_FONT_BODY, row->name);
      double counts_width = plx_typesetter_width (type, PLX_FONT_SMALL, counts);

      widest = MAX (widest, self->dense ? name_width + self->parent.em + counts_width
                                        : MAX (name_width, counts_width));
    }
  return MIN (widest, LABEL_MAX * self->parent.em);
}

static void
choose_mode (PlxFraming *self)
{
  double em = self->parent.em;
  double inner = self->parent.width - 2 * PAD * em;
  double labels = measure_labels (self);
  guint n = self->n_panels;
  double gaps = LABEL_GAP * em + (n - 1) * PANEL_GAP_WIDE * em;
  double least = MIN (labels, LABEL_MIN_WIDE * em) + gaps +
                 n * (PANEL_MIN_WIDE * em + self->value_width);

  if (inner >= least)
    {
      double spare = inner - gaps - n * (PANEL_MIN_WIDE * em + self->value_width);

      self->mode = PLX_FRAMING_WIDE;
      self->label_width = MIN (labels, spare);
    }
  else if (inner >= STACKED_MIN * em)
    {
      self->mode = PLX_FRAMING_STACKED;
      self->label_width = MIN (labels, 0.4 * inner);
    }
  else
    {
      self->mode = PLX_FRAMING_NARROW;
      self->label_width = 0;
      self->dense = FALSE;
    }
}

static void
set_row_height (PlxFraming *self)
{
  PlxTypesetter *type = self->parent.type;
  double em = self->parent.em;
  double body = plx_typesetter_line_height (type, PLX_FONT_BODY);
  double small = plx_typesetter_line_height (type, PLX_FONT_SMALL);

  if (self->mode == PLX_FRAMING_NARROW)
    self->row_height = body + small + 2.1 * em;
  else if (self->dense)
    self->row_height = body + 0.4 * em;
  else
    self->row_height = body + small + 0.8 * em;
}

static void
add_row_labels (PlxFraming          *self,
                const PlxSummaryRow *row)
{
  PlxTypesetter *type = self->parent.type;
  double em = self->parent.em;
  PlxFramingRow labels;
  double room = self->label_width;
  g_autofree char *counts = NULL;

  if (self->mode == PLX_FRAMING_NARROW)
    {
      room = self->parent.width - 2 * PAD * em;
      labels.name = plx_typesetter_line (type, PLX_FONT_BODY, row->name,
                                         room - self->value_width - 0.5 * em);
    }
  else
    {
      double name_room = room;

      if (self->dense)
        {
          counts = word_counts (self, row, room);
          name_room = MAX (room - plx_typesetter_width (type, PLX_FONT_SMALL, counts) - 0.6 * em,
                           0.4 * room);
          room -= name_room;
        }
      labels.name = plx_typesetter_line (type, PLX_FONT_BODY, row->name, name_room);
    }

  if (counts == NULL)
    counts = word_counts (self, row, room);
  labels.counts = plx_typesetter_line (type, PLX_FONT_SMALL, counts, MAX (room, 0));
  g_array_append_val (self->rows, labels);
}

/* Where a row's strip of the scale runs: its middle, or lower where the name stands above it. */
static double
strip_y (const PlxFraming      *self,
         const PlxFramingPanel *panel,
         guint                  shown)
{
  double y = panel->rows_y + shown * self->row_height;

  if (self->mode == PLX_FRAMING_NARROW)
    return y + self->row_height - 0.95 * self->parent.em;
  return y + self->row_height / 2;
}

/* The words for too little evidence stand where else the score does; a ring out there makes them
 * give way to its other side, and where neither is wide enough they are shortened. */
static void
place_words (PlxFraming            *self,
             const PlxFramingPanel *panel,
             PlxEvidence            evidence,
             double                 mark_x,
             PlxFramingCell        *cell)
{
  const char *words = evidence == PLX_EVIDENCE_LITTLE ? _("too little evidence")
                                                      : _("no articles");
  PlxTypesetter *type = self->parent.type;
  double em = self->parent.em;
  double left = panel->scale.x0 - MARK_INSET * em;
  double right = panel->x + panel->width;
  double before = isfinite (mark_x) ? mark_x - em - left : 0;
  double after = isfinite (mark_x) ? right - mark_x - em : right - left;
  double width = plx_typesetter_width (type, PLX_FONT_SMALL, words);

  if (width <= after || after >= before)
    {
      cell->words = plx_typesetter_line (type, PLX_FONT_SMALL, words, after);
      cell->words_x = right;
    }
  else
    {
      cell->words = plx_typesetter_line (type, PLX_FONT_SMALL, words, before);
      cell->words_x = mark_x - em;
    }
}

static void
add_cell (PlxFraming            *self,
          const PlxFramingPanel *panel,
          guint                  shown)
{
  PlxChart *chart = &self->parent;
  const PlxSummaryAxis *figures = &plx_framing_get_row (self, shown)->axes[panel->axis];
  PlxEvidence evidence = plx_evidence_of (figures);
  gboolean known = evidence >= PLX_EVIDENCE_UNCLEAR;
  PlxFramingCell cell = { NULL };
  PlxPlotMark mark = {
    .row = g_array_index (self->order, guint, shown),
    .axis = panel->axis,
    .item = PLX_NONE,
    .x = plx_chart_mirror_box (chart, panel->x - 0.4 * chart->em, panel->width + 0.8 * chart->em),
    .y = panel->rows_y + shown * self->row_height,
    .width = panel->width + 0.8 * chart->em,
    .height = self->row_height,
    .score_x = NAN, .low_x = NAN, .high_x = NAN,
  };

  mark.score_y = mark.low_y = mark.high_y = strip_y (self, panel, shown);
  if (evidence != PLX_EVIDENCE_NONE)
    mark.score_x = plx_chart_mirror (chart, plx_scale_map (&panel->scale, figures->score));
  if (known)
    {
      g_autofree char *text = plx_wording_score (figures->score);

      mark.low_x = plx_chart_mirror (chart, plx_scale_map (&panel->scale, figures->low));
      mark.high_x = plx_chart_mirror (chart, plx_scale_map (&panel->scale, figures->high));
      cell.value = plx_typesetter_line (chart->type, PLX_FONT_BODY, text, INFINITY);
    }
  else
    {
      place_words (self, panel, evidence,
                   evidence == PLX_EVIDENCE_NONE ? NAN
                                                 : plx_scale_map (&panel->scale, figures->score),
                   &cell);
    }
  g_array_append_val (self->cells, cell);
  g_array_append_val (chart->marks, mark);
}

/* Lays out one panel whose left edge and width are set.  Returns: where it ends */
static double
layout_panel (PlxFraming      *self,
              PlxFramingPanel *panel,
              double           y,
              double           poles_height)
{
  PlxChart *chart = &self->parent;
  double em = chart->em;
  double small = plx_typesetter_line_height (chart->type, PLX_FONT_SMALL);

  panel->head_y = y;
  y += panel->heading->height + 0.25 * em + poles_height;
  panel->poles_y = y - panel->poles.height;
  y += 0.3 * em;
  panel->top_ticks_y = 0;
  if (self->order->len > LONG_ROWS)
    {
      panel->top_ticks_y = y;
      y += small + 0.2 * em;
    }
  panel->rows_y = y;
  for (guint shown = 0; shown < self->order->len; shown++)
    add_cell (self, panel, shown);
  y += self->order->len * self->row_height;
  panel->ticks_y = y + 0.25 * em;
  return panel->ticks_y + small;
}

static void
measure_panel (PlxFraming      *self,
               PlxFramingPanel *panel,
               double           x,
               double           width)
{
  PlxChart *chart = &self->parent;
  const PlxAxis *axis = &self->summary->axes[panel->axis];
  g_autofree char *title = plx_wording_axis (axis);
  double inset = MARK_INSET * chart->em;
  double left = x;
  double right = x + width;

  panel->x = x;
  panel->width = width;
  if (self->mode == PLX_FRAMING_STACKED)
    left += self->label_width + LABEL_GAP * chart->em;
  if (self->mode != PLX_FRAMING_NARROW)
    right -= self->value_width;
  panel->scale = (PlxScale) { -self->extent, self->extent, left + inset, right - inset };
  panel->heading = plx_typesetter_line (chart->type, PLX_FONT_HEADING, title, right - left);
  plx_poles_layout (&panel->poles, chart, axis, right - left);
  plx_ticks_layout (&panel->ticks, chart, &panel->scale);
}

static double
layout_wide (PlxFraming *self,
             double      y)
{
  PlxChart *chart = &self->parent;
  double em = chart->em;
  double x = PAD * em + self->label_width + LABEL_GAP * em;
  double gap = PANEL_GAP_WIDE * em;
  double width = (chart->width - PAD * em - x - (self->n_panels - 1) * gap) / self->n_panels;
  double poles_height = 0;
  double bottom = y;

  for (guint i = 0; i < self->n_panels; i++)
    {
      measure_panel (self, &self->panels[i], x + i * (width + gap), width);
      poles_height = MAX (poles_height, self->panels[i].poles.height);
    }
  for (guint i = 0; i < self->n_panels; i++)
    bottom = layout_panel (self, &self->panels[i], y, poles_height);
  return bottom;
}

static double
layout_stacked (PlxFraming *self,
                double      y)
{
  PlxChart *chart = &self->parent;
  double em = chart->em;

  for (guint i = 0; i < self->n_panels; i++)
    {
      PlxFramingPanel *panel = &self->panels[i];

      if (i > 0)
        y += PANEL_GAP_STACKED * em;
      measure_panel (self, panel, PAD * em, chart->width - 2 * PAD * em);
      y = layout_panel (self, panel, y, panel->poles.height);
    }
  return y;
}

static void
fill_key (PlxFraming *self)
{
  PlxChart *chart = &self->parent;
  gboolean seen[PLX_EVIDENCE_POSITIVE + 1] = { FALSE };

  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);
      const PlxSummaryRow *row = g_ptr_array_index (self->summary->rows, mark->row);

      seen[plx_evidence_of (&row->axes[mark->axis])] = TRUE;
    }

  plx_key_reset (&self->key);
  plx_key_add_evidence (&self->key, chart, seen);
  if (seen[PLX_EVIDENCE_NEGATIVE] || seen[PLX_EVIDENCE_POSITIVE] || seen[PLX_EVIDENCE_UNCLEAR])
    plx_key_add (&self->key, chart, PLX_SAMPLE_INTERVAL, _("bootstrap interval"));
  if (self->sort == PLX_PLOT_SORT_SCORE && self->sort_axis < self->summary->n_axes &&
      self->order->len > 1)
    {
      g_autofree char *axis = plx_wording_axis (&self->summary->axes[self->sort_axis]);
      /* Translators: %s is an axis */
      g_autofree char *text = g_strdup_printf (_("sorted by: %s"), axis);

      plx_key_add (&self->key, chart, PLX_SAMPLE_NONE, text);
    }
}

/* Reading order of panels side by side is row by row, not panel by panel. */
static int
compare_marks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const PlxPlotMark *mark_a = a;
  const PlxPlotMark *mark_b = b;

  if (mark_a->y != mark_b->y)
    return mark_a->y < mark_b->y ? -1 : 1;
  return (mark_a->axis > mark_b->axis) - (mark_a->axis < mark_b->axis);
}

static void
choose_panels (PlxFraming *self)
{
  self->n_panels = 0;
  for (guint axis = 0; axis < self->summary->n_axes; axis++)
    {
      if (self->only_axis == PLX_NONE || self->only_axis == axis)
        self->panels[self->n_panels++].axis = axis;
    }
}

double
plx_framing_layout (PlxChart *chart)
{
  PlxFraming *self = (PlxFraming *) chart;
  g_autofree char *widest = plx_wording_score (-0.88);
  double y;

  plx_framing_sort (self);
  choose_panels (self);
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->cells, 0);
  self->message = NULL;
  self->counts_heading = NULL;
  if (self->order->len == 0 || self->n_panels == 0)
    {
      self->message = plx_typesetter_line (chart->type, PLX_FONT_BODY, _("No articles to show"),
                                           chart->width - 2 * chart->em);
      return chart->top + self->message->height + 2 * chart->em;
    }

  self->dense = self->order->len > DENSE_ROWS;
  self->extent = find_extent (self);
  self->value_width = plx_typesetter_width (chart->type, PLX_FONT_BODY, widest) + 0.3 * chart->em;
  choose_mode (self);
  set_row_height (self);
  for (guint i = 0; i < self->order->len; i++)
    add_row_labels (self, plx_framing_get_row (self, i));
  if (self->dense)
    self->counts_heading = plx_typesetter_line (chart->type, PLX_FONT_SMALL,
                                                _("articles · sentences"), self->label_width);

  y = self->mode == PLX_FRAMING_WIDE ? layout_wide (self, chart->top)
                                     : layout_stacked (self, chart->top);
  if (self->mode == PLX_FRAMING_WIDE)
    g_array_sort_with_data (chart->marks, compare_marks, NULL);

  fill_key (self);
  self->key_y = y + 1.1 * chart->em;
  return self->key_y + plx_key_layout (&self->key, chart, chart->width - 2 * PAD * chart->em) +
         PAD * chart->em;
}
