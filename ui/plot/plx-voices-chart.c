/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-voices-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plx-row-frame-private.h"

/* In text sizes. */
#define STRIP_WIDTH 24.0 /* share and score together */
#define STRIP_HEIGHT 1.6
#define SHARE_WIDTH 10.0 /* of the column with bars */
#define SHARE_GAP 1.6
#define GROUP_GAP 0.7
#define INDENT 0.8

typedef struct
{
  PlxVoicesRow row;   /* strings owned */
  guint        group; /* number of the source */
  guint        index; /* as added */
  /* laid out: */
  double          y;
  /* typeset when it is drawn first: of a thousand rows few ever are */
  PlxRowLabel     label;
  const PlxLabel *value, *share;
} Row;

typedef struct
{
  PlxChart   parent;
  PlxAxis    axis;
  GPtrArray *rows;   /* of Row, as added */
  GPtrArray *shown;  /* of Row, sorted; borrowed */
  GPtrArray *groups; /* of char: sources */

  /* layout */
  PlxRowFrame     frame;
  PlxScale        scale;
  PlxPoles        poles;
  PlxTicks        ticks;
  double          extent, largest_share, value_width, share_x, poles_y, ticks_y;
  const PlxLabel *heading, *share_heading, *message;
  GPtrArray      *group_labels; /* of PlxLabel */
  GArray         *group_ys;     /* of double */
  PlxKey          key;
  double          key_y;
} PlxVoices;

static const char *
get_speaker (const Row *row)
{
  if (row->row.speaker == NULL)
    return _("the reporter");
  return *row->row.speaker != '\0' ? row->row.speaker : _("unnamed speakers");
}

static char *
word_share (double share)
{
  /* Translators: a share of all words; %% is the sign for per cent */
  return g_strdup_printf (_("%.0f %%"), share * 100);
}

static char *
describe_mark (PlxChart          *chart,
               const PlxPlotMark *mark)
{
  const PlxVoices *self = (const PlxVoices *) chart;
  const Row *row;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  g_autofree char *evidence = NULL;
  g_autofree char *share = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (mark->row < self->rows->len, NULL);

  row = g_ptr_array_index (self->rows, mark->row);
  evidence = plx_wording_evidence (&self->axis, &row->row.figures);
  share = word_share (row->row.share);
  words = plx_wording_words (row->row.n_words);
  /* Translators: speaker, source, share of its words, number of words, axis, score in words */
  return g_strdup_printf (_("%s in %s: %s of its words (%s); %s: %s"), get_speaker (row),
                          row->row.source, share, words, axis, evidence);
}

static char *
describe (PlxChart *chart)
{
  const PlxVoices *self = (const PlxVoices *) chart;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  GString *out = g_string_new (NULL);
  guint n = self->rows->len;

  /* Translators: a number of voices, an axis */
  g_string_append_printf (out, ngettext ("%u voice and its frame on %s.",
                                         "%u voices and their frames on %s.", n), n, axis);
  for (guint i = 0; i < MIN (n, 12); i++)
    {
      PlxPlotMark mark = { .row = i, .item = PLX_NONE };
      g_autofree char *words = describe_mark (chart, &mark);

      g_string_append_printf (out, " %s.", words);
    }
  return g_string_free (out, FALSE);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *row_a = *(const Row *const *) a;
  const Row *row_b = *(const Row *const *) b;
  gboolean reporter_a = row_a->row.speaker == NULL;
  gboolean reporter_b = row_b->row.speaker == NULL;

  if (row_a->group != row_b->group)
    return row_a->group < row_b->group ? -1 : 1;
  if (reporter_a != reporter_b)
    return reporter_a ? -1 : 1;
  if (row_a->row.share != row_b->row.share)
    return row_a->row.share > row_b->row.share ? -1 : 1;
  return row_a->index < row_b->index ? -1 : 1;
}

static void
sort_rows (PlxVoices *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (self->shown, g_ptr_array_index (self->rows, i));
  g_ptr_array_sort (self->shown, compare_rows);
}

static PlxPlotTable *
to_table (PlxChart *chart)
{
  PlxVoices *self = (PlxVoices *) chart;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  PlxPlotTable *table = plx_plot_table_new (chart->title != NULL ? chart->title : _("Voices"));

  plx_plot_table_add_column (table, _("Source"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Speaker"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Words"), PLX_CELL_NUMBER, 0, FALSE);
  plx_plot_table_add_column (table, _("Share in per cent"), PLX_CELL_NUMBER, 1, FALSE);
  plx_plot_table_add_column (table, axis, PLX_CELL_NUMBER, 2, TRUE);
  plx_plot_table_add_column (table, _("Evidence"), PLX_CELL_TEXT, 0, FALSE);
  sort_rows (self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const Row *row = g_ptr_array_index (self->shown, i);
      PlxEvidence evidence = plx_evidence_of (&row->row.figures);
      g_autofree char *verdict = plx_wording_verdict (&self->axis, evidence);

      plx_plot_table_begin_row (table, row->index, PLX_NONE);
      plx_plot_table_add_text (table, row->row.source);
      plx_plot_table_add_text (table, get_speaker (row));
      plx_plot_table_add_number (table, row->row.n_words);
      plx_plot_table_add_number (table, row->row.share * 100);
      plx_plot_table_add_number (table, evidence >= PLX_EVIDENCE_UNCLEAR ? row->row.figures.score
                                                                         : NAN);
      plx_plot_table_add_text (table, verdict);
    }
  return table;
}

static char *
word_detail (const PlxVoices *self,
             const Row       *row)
{
  g_autofree char *words = plx_wording_words (row->row.n_words);
  g_autofree char *share = NULL;

  if (!self->frame.above)
    return g_steal_pointer (&words);
  share = word_share (row->row.share);
  return g_strdup_printf ("%s · %s", share, words);
}

/* How wide names and details would be. Figures are all of one width: to measure one number of each
 * length will do. */
static double
measure_labels (PlxVoices *self)
{
  double natural = 0;

  for (guint i = 0; i < self->shown->len && !self->frame.above; i++)
    {
      const Row *row = g_ptr_array_index (self->shown, i);
      g_autofree char *detail = word_detail (self, row);

      for (char *p = detail; *p != '\0'; p++)
        *p = g_ascii_isdigit (*p) ? '0' : *p;
      natural = plx_row_frame_measure (&self->parent, natural, get_speaker (row), detail);
    }
  return natural;
}

static void
typeset (PlxVoices *self,
         Row       *row)
{
  PlxChart *chart = &self->parent;
  gboolean known = plx_evidence_of (&row->row.figures) >= PLX_EVIDENCE_UNCLEAR;
  g_autofree char *detail = word_detail (self, row);
  g_autofree char *share = word_share (row->row.share);
  g_autofree char *score = plx_wording_score (row->row.figures.score);

  row->label = plx_row_frame_label (&self->frame, chart, get_speaker (row), detail);
  row->share = plx_typesetter_line (chart->type, PLX_FONT_SMALL, share, INFINITY);
  row->value = plx_typesetter_line (chart->type, known ? PLX_FONT_BODY : PLX_FONT_SMALL,
                                    known ? score : _("too little"), self->value_width);
}

static void
find_extents (PlxVoices *self)
{
  double largest = 0;

  self->largest_share = 0.01;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      const PlxSummaryAxis *figures = &row->row.figures;

      self->largest_share = MAX (self->largest_share, row->row.share);
      if (plx_evidence_of (figures) >= PLX_EVIDENCE_UNCLEAR)
        largest = MAX (largest, MAX (fabs (figures->low), fabs (figures->high)));
    }
  self->extent = plx_nice_extent (largest);
}

static void
add_mark (PlxVoices *self,
          Row       *row)
{
  PlxChart *chart = &self->parent;
  const PlxSummaryAxis *figures = &row->row.figures;
  PlxEvidence evidence = plx_evidence_of (figures);
  PlxPlotMark mark = {
    .row = row->index, .item = PLX_NONE,
    .x = 0.5 * chart->em, .y = row->y,
    .width = chart->width - chart->em, .height = self->frame.row_height,
    .score_x = NAN, .low_x = NAN, .high_x = NAN,
  };

  mark.score_y = mark.low_y = mark.high_y = plx_row_frame_strip_y (&self->frame, chart, row->y);
  if (evidence != PLX_EVIDENCE_NONE)
    mark.score_x = plx_chart_mirror (chart, plx_scale_map (&self->scale, figures->score));
  if (evidence >= PLX_EVIDENCE_UNCLEAR)
    {
      mark.low_x = plx_chart_mirror (chart, plx_scale_map (&self->scale, figures->low));
      mark.high_x = plx_chart_mirror (chart, plx_scale_map (&self->scale, figures->high));
    }
  g_array_append_val (chart->marks, mark);
}

/* Rows below each other, each source under its name.  Returns: where they end */
static double
layout_rows (PlxVoices *self,
             double     y)
{
  PlxChart *chart = &self->parent;
  guint group = G_MAXUINT;

  g_ptr_array_set_size (self->group_labels, 0);
  g_array_set_size (self->group_ys, 0);
  for (guint i = 0; i < self->shown->len; i++)
    {
      Row *row = g_ptr_array_index (self->shown, i);

      if (row->group != group)
        {
          const PlxLabel *label = plx_typesetter_line (chart->type, PLX_FONT_STRONG,
                                                       row->row.source,
                                                       chart->width - 2 * chart->em);

          group = row->group;
          y += i > 0 ? GROUP_GAP * chart->em : 0;
          g_ptr_array_add (self->group_labels, (gpointer) label);
          g_array_append_val (self->group_ys, y);
          y += label->height + 0.3 * chart->em;
        }
      row->y = y;
      row->label.name = NULL;
      add_mark (self, row);
      y += self->frame.row_height;
    }
  return y;
}

static double
layout_head (PlxVoices *self)
{
  PlxChart *chart = &self->parent;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  double inset = 0.8 * chart->em;
  double x0 = self->frame.x0;
  double width;

  self->share_heading = NULL;
  if (!self->frame.above)
    {
      self->share_x = x0;
      x0 += (SHARE_WIDTH + SHARE_GAP) * chart->em;
      self->share_heading = plx_typesetter_line (chart->type, PLX_FONT_HEADING,
                                                 _("Share of words"),
                                                 (SHARE_WIDTH + 0.8) * chart->em);
    }
  width = self->frame.x1 - x0;
  self->scale = (PlxScale) { -self->extent, self->extent, x0 + inset, self->frame.x1 - inset };
  self->heading = plx_typesetter_line (chart->type, PLX_FONT_HEADING, axis, width);
  plx_poles_layout (&self->poles, chart, &self->axis, width);
  plx_ticks_layout (&self->ticks, chart, &self->scale);
  self->poles_y = chart->top + self->heading->height + 0.25 * chart->em;
  return self->poles_y + self->poles.height + 0.4 * chart->em;
}

static void
fill_key (PlxVoices *self)
{
  PlxChart *chart = &self->parent;
  gboolean seen[PLX_EVIDENCE_POSITIVE + 1] = { FALSE };

  for (guint i = 0; i < self->rows->len; i++)
    seen[plx_evidence_of (&((const Row *) g_ptr_array_index (self->rows, i))->row.figures)] = TRUE;

  plx_key_reset (&self->key);
  plx_key_add_evidence (&self->key, chart, seen);
}

static double
layout (PlxChart *chart)
{
  PlxVoices *self = (PlxVoices *) chart;
  double y;

  self->message = NULL;
  if (self->rows->len == 0)
    {
      self->message = plx_typesetter_line (chart->type, PLX_FONT_BODY, _("No voices to show"),
                                           chart->width - 2 * chart->em);
      return chart->top + self->message->height + 2 * chart->em;
    }

  sort_rows (self);
  find_extents (self);
  self->value_width = MAX (plx_typesetter_width (chart->type, PLX_FONT_BODY, "−0.00"),
                           plx_typesetter_width (chart->type, PLX_FONT_SMALL, _("too little")));
  self->value_width = MIN (self->value_width, 8 * chart->em) + 0.4 * chart->em;
  /* The mode decides how details are worded, the details how wide names are: the mode depends
   * on the width alone, so ask for it first. */
  plx_row_frame_choose (&self->frame, chart, 0, self->value_width, STRIP_WIDTH, STRIP_HEIGHT);
  plx_row_frame_choose (&self->frame, chart, measure_labels (self), self->value_width, STRIP_WIDTH,
                        STRIP_HEIGHT);
  y = layout_rows (self, layout_head (self));
  self->ticks_y = y + 0.3 * chart->em;
  fill_key (self);
  self->key_y = self->ticks_y + plx_typesetter_line_height (chart->type, PLX_FONT_SMALL) +
                0.9 * chart->em;
  return self->key_y + plx_key_layout (&self->key, chart, chart->width - 2 * chart->em) +
         chart->em;
}

static void
draw_share (PlxVoices *self,
            PlxCanvas *canvas,
            const Row *row,
            double     y)
{
  PlxChart *chart = &self->parent;
  double em = chart->em;
  double room = SHARE_WIDTH * em - 3 * em;
  double width = MAX (row->row.share / self->largest_share * room, 1);
  PlxPen pen = { .fill = plx_paint (PLX_INK_MUTED, row->row.speaker == NULL ? 1 : 0.45) };

  plx_canvas_rectangle (canvas, &pen, plx_chart_mirror_box (chart, self->share_x, width),
                        y - 0.4 * em, width, 0.8 * em, 0);
  plx_canvas_label (canvas, row->share, plx_paint (PLX_INK_FOREGROUND, 1),
                    plx_chart_mirror (chart, self->share_x + width + 0.4 * em),
                    y - row->share->height / 2, plx_chart_mirror_align (chart, PLX_ALIGN_LEFT));
}

static void
draw_row (PlxVoices             *self,
          PlxCanvas             *canvas,
          Row                   *row,
          const PlxPlotMark     *mark,
          const PlxPlotEmphasis *emphasis)
{
  PlxChart *chart = &self->parent;
  PlxEvidence evidence = plx_evidence_of (&row->row.figures);
  PlxInk ink = evidence >= PLX_EVIDENCE_NEGATIVE ? PLX_INK_FOREGROUND : PLX_INK_MUTED;

  if (row->label.name == NULL)
    typeset (self, row);
  plx_canvas_begin_mark (canvas, mark);
  plx_chart_draw_mark_state (chart, canvas, mark, emphasis);
  plx_row_frame_draw_label (&self->frame, chart, canvas, &row->label, row->y);
  if (!self->frame.above)
    draw_share (self, canvas, row, mark->score_y);
  if (isfinite (mark->low_x))
    plx_draw_interval (canvas, evidence, chart->em, mark->low_x, mark->high_x, mark->score_y);
  if (isfinite (mark->score_x))
    plx_draw_evidence_mark (canvas, evidence, chart->rtl, mark->score_x, mark->score_y,
                            0.48 * chart->em);
  plx_canvas_label (canvas, row->value, plx_paint (ink, 1),
                    plx_chart_mirror (chart, self->frame.end_x),
                    plx_row_frame_end_y (&self->frame, chart, row->y, row->value),
                    plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT));
  plx_canvas_end_mark (canvas);
}

static void
draw_head (PlxVoices *self,
           PlxCanvas *canvas)
{
  PlxChart *chart = &self->parent;
  PlxAlign start = plx_chart_mirror_align (chart, PLX_ALIGN_LEFT);
  double inset = 0.8 * chart->em;
  double x0 = self->scale.x0 - inset;

  plx_canvas_label (canvas, self->heading, plx_paint (PLX_INK_FOREGROUND, 1),
                    plx_chart_mirror (chart, x0), chart->top, start);
  if (self->share_heading != NULL)
    plx_canvas_label (canvas, self->share_heading, plx_paint (PLX_INK_FOREGROUND, 1),
                      plx_chart_mirror (chart, self->share_x), chart->top, start);
  plx_poles_draw (&self->poles, chart, canvas, x0, self->scale.x1 + inset, self->poles_y);
  plx_ticks_draw_labels (&self->ticks, chart, canvas, &self->scale, self->ticks_y);
}

static void
draw (PlxChart              *chart,
      PlxCanvas             *canvas,
      const PlxPlotEmphasis *emphasis)
{
  PlxVoices *self = (PlxVoices *) chart;

  if (self->message != NULL)
    {
      plx_draw_message (chart, canvas, self->message);
      return;
    }

  draw_head (self, canvas);
  for (guint i = 0; i < self->group_labels->len; i++)
    plx_canvas_label (canvas, g_ptr_array_index (self->group_labels, i),
                      plx_paint (PLX_INK_FOREGROUND, 1), plx_chart_mirror (chart, chart->em),
                      g_array_index (self->group_ys, double, i),
                      plx_chart_mirror_align (chart, PLX_ALIGN_LEFT));
  for (guint i = 0; i < self->shown->len; i++)
    {
      Row *row = g_ptr_array_index (self->shown, i);
      double strip_y = plx_row_frame_strip_y (&self->frame, chart, row->y);
      double half = self->frame.above ? self->frame.strip_height / 2
                                      : self->frame.row_height / 2;

      if (plx_chart_is_clipped (chart, row->y, self->frame.row_height))
        continue;
      plx_row_frame_draw_separator (chart, canvas, row->y);
      plx_ticks_draw_lines (&self->ticks, chart, canvas, &self->scale, strip_y - half,
                            strip_y + half);
      draw_row (self, canvas, row, &g_array_index (chart->marks, PlxPlotMark, i), emphasis);
    }
  plx_row_frame_draw_separator (chart, canvas, self->ticks_y - 0.3 * chart->em);
  plx_key_draw (&self->key, chart, canvas, chart->em, self->key_y);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free ((char *) row->row.source);
  g_free ((char *) row->row.speaker);
  g_free (row);
}

static void
locate (PlxChart          *chart,
        const PlxPlotMark *mark,
        PlxPlotPlace      *place)
{
  const PlxVoices *self = (const PlxVoices *) chart;
  const PlxVoicesRow *row;

  g_return_if_fail (mark->row < self->rows->len);

  row = &((const Row *) g_ptr_array_index (self->rows, mark->row))->row;
  place->source = row->source;
  place->voice = row->speaker == NULL ? PLX_PLOT_VOICE_REPORTER : PLX_PLOT_VOICE_SPEAKER;
  if (row->speaker != NULL && *row->speaker != '\0')
    place->speaker = row->speaker;
}

static void
finalize (PlxChart *chart)
{
  PlxVoices *self = (PlxVoices *) chart;

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->group_labels);
  g_array_unref (self->group_ys);
  plx_plot_axis_clear (&self->axis);
  plx_key_clear (&self->key);
}

PlxChart *
plx_voices_chart_new (const PlxAxis *axis)
{
  static const PlxChartClass klass = {
    .kind = "voices",
    .layout = layout,
    .draw = draw,
    .describe_mark = describe_mark,
    .describe = describe,
    .to_table = to_table,
    .locate = locate,
    .finalize = finalize,
  };
  PlxVoices *self;

  g_return_val_if_fail (axis != NULL, NULL);

  self = g_new0 (PlxVoices, 1);
  plx_chart_init (&self->parent, &klass);
  self->axis = plx_plot_axis_copy (axis);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->shown = g_ptr_array_new ();
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->group_labels = g_ptr_array_new ();
  self->group_ys = g_array_new (FALSE, FALSE, sizeof (double));
  plx_key_init (&self->key);
  return &self->parent;
}

void
plx_voices_chart_add (PlxChart           *chart,
                      const PlxVoicesRow *row)
{
  PlxVoices *self = (PlxVoices *) chart;
  Row *added;
  const char *source;

  g_return_if_fail (chart != NULL && chart->klass->layout == layout);
  g_return_if_fail (row != NULL);

  source = row->source != NULL ? row->source : "";
  added = g_new0 (Row, 1);
  added->row = *row;
  added->row.source = g_strdup (source);
  added->row.speaker = g_strdup (row->speaker);
  added->index = self->rows->len;
  if (!g_ptr_array_find_with_equal_func (self->groups, source, g_str_equal, &added->group))
    {
      added->group = self->groups->len;
      g_ptr_array_add (self->groups, g_strdup (source));
    }
  g_ptr_array_add (self->rows, added);
  plx_chart_invalidate (chart);
}
