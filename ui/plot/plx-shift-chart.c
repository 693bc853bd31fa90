/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-shift-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plx-row-frame-private.h"

#define DEFAULT_LIMIT 30
/* In text sizes. */
#define STRIP_WIDTH 13.0
#define STRIP_HEIGHT 1.4
#define BAR_HEIGHT 1.0

/* Of what is said about the difference. */
#define MAX_LINES 6
#define CHANCE 0.05
#define SMALLEST_P 0.001

typedef struct
{
  PlxShiftWord word; /* its string owned */
  guint        index;
  PlxRowLabel     label; /* laid out */
  const PlxLabel *value;
} Word;

typedef struct
{
  PlxChart   parent;
  PlxAxis    axis;
  char      *names[2];
  PlxDifference difference; /* scores NaN: nothing is said of it */
  guint      limit;
  GPtrArray *words; /* of Word, as added */
  GPtrArray *shown; /* of Word, strongest first; borrowed */

  /* layout */
  PlxRowFrame     frame;
  PlxScale        scale;
  PlxPoles        poles;
  double          poles_y, rows_y, rest_y;
  const PlxLabel *heading, *rest, *message;
  GPtrArray      *difference_lines; /* of PlxLabel */
  PlxKey          key;
  double          key_y;
} ShiftChart;

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *word_a = *(const Word *const *) a;
  const Word *word_b = *(const Word *const *) b;
  double size_a = fabs (word_a->word.contribution);
  double size_b = fabs (word_b->word.contribution);

  if (size_a != size_b)
    return size_a > size_b ? -1 : 1;
  return word_a->index < word_b->index ? -1 : 1;
}

static void
sort_words (ShiftChart *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->words->len; i++)
    g_ptr_array_add (self->shown, g_ptr_array_index (self->words, i));
  g_ptr_array_sort (self->shown, compare_words);
}

/* Three decimals: one word moves a score by little. */
static char *
word_contribution (double value)
{
  double rounded = round (value * 1000) / 1000;

  return g_strdup_printf ("%s%.3f", rounded < 0 ? "−" : rounded > 0 ? "+" : "", fabs (rounded));
}

static gboolean
has_difference (const ShiftChart *self)
{
  return isfinite (self->difference.score_a) && isfinite (self->difference.score_b);
}

/* What the figures allow to say. */
static char *
word_difference (const ShiftChart *self)
{
  const PlxDifference *difference = &self->difference;
  g_autofree char *a = plx_wording_score (difference->score_a);
  g_autofree char *b = plx_wording_score (difference->score_b);
  g_autofree char *gap = plx_wording_score (difference->score_a - difference->score_b);
  /* Translators: a source and its score, the other and its score, the difference */
  g_autofree char *scores = g_strdup_printf (_("%s %s · %s %s · difference %s."), self->names[0], a,
                                             self->names[1], b, gap);
  g_autofree char *p = difference->p < SMALLEST_P ? g_strdup_printf ("p < %.3f", SMALLEST_P)
                                                  : g_strdup_printf ("p = %.3f", difference->p);
  g_autofree char *verdict =
    /* Translators: of the difference of two scores; %s is a p value: “p = 0.012” */
    difference->p < CHANCE ? g_strdup_printf (_("Chance alone seldom makes so much (%s)."), p)
                           : g_strdup_printf (_("That may well be chance (%s)."), p);

  if (difference->unit == PLX_UNIT_SENTENCES)
    return g_strdup_printf ("%s %s %s", scores, verdict,
                            _("There are too few articles to speak of more than these."));
  return g_strdup_printf ("%s %s", scores, verdict);
}

static char *
word_rates (const ShiftChart     *self,
            const PlxShiftWord *word)
{
  /* Translators: a source and how often it uses a word, then the other source and how often */
  return g_strdup_printf (_("%s %.1f · %s %.1f"), self->names[0], word->rate_a, self->names[1],
                          word->rate_b);
}

static char *
describe_mark (PlxChart          *chart,
               const PlxPlotMark *mark)
{
  const ShiftChart *self = (const ShiftChart *) chart;
  const PlxShiftWord *word;
  g_autofree char *pole = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (mark->row < self->words->len, NULL);

  word = &((const Word *) g_ptr_array_index (self->words, mark->row))->word;
  pole = plx_wording_pole (&self->axis, word->contribution > 0);
  value = word_contribution (word->contribution);
  /* Translators: a word; source A; a pole; by how much; source A, its rate; source B, its rate */
  return g_strdup_printf (_("“%s” moves %s towards %s by %s; per 1,000 words %s has %.1f, %s %.1f"),
                          word->word, self->names[0], pole, value, self->names[0], word->rate_a,
                          self->names[1], word->rate_b);
}

static char *
describe (PlxChart *chart)
{
  ShiftChart *self = (ShiftChart *) chart;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  GString *out = g_string_new (NULL);

  /* Translators: two sources, an axis */
  g_string_append_printf (out, _("What makes %s differ from %s on %s."), self->names[0],
                          self->names[1], axis);
  if (has_difference (self))
    {
      g_autofree char *difference = word_difference (self);

      g_string_append_printf (out, " %s", difference);
    }
  sort_words (self);
  for (guint i = 0; i < MIN (self->shown->len, 8); i++)
    {
      const Word *word = g_ptr_array_index (self->shown, i);
      g_autofree char *value = word_contribution (word->word.contribution);

      g_string_append_printf (out, " %s %s.", word->word.word, value);
    }
  return g_string_free (out, FALSE);
}

static PlxPlotTable *
to_table (PlxChart *chart)
{
  ShiftChart *self = (ShiftChart *) chart;
  PlxPlotTable *table = plx_plot_table_new (chart->title != NULL ? chart->title : _("Word shift"));
  g_autofree char *rate_a = g_strdup_printf (_("%s: per 1,000 words"), self->names[0]);
  g_autofree char *rate_b = g_strdup_printf (_("%s: per 1,000 words"), self->names[1]);

  plx_plot_table_add_column (table, _("Word"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Contribution"), PLX_CELL_NUMBER, 3, TRUE);
  plx_plot_table_add_column (table, rate_a, PLX_CELL_NUMBER, 1, FALSE);
  plx_plot_table_add_column (table, rate_b, PLX_CELL_NUMBER, 1, FALSE);
  sort_words (self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      const Word *shown = g_ptr_array_index (self->shown, i);
      const PlxShiftWord *word = &shown->word;

      plx_plot_table_begin_row (table, shown->index, PLX_NONE);
      plx_plot_table_add_text (table, word->word);
      plx_plot_table_add_number (table, word->contribution);
      plx_plot_table_add_number (table, word->rate_a);
      plx_plot_table_add_number (table, word->rate_b);
    }
  return table;
}

static void
layout_labels (ShiftChart *self,
               guint     n_shown,
               double    value_width)
{
  PlxChart *chart = &self->parent;
  double natural = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < n_shown; i++)
        {
          Word *word = g_ptr_array_index (self->shown, i);
          g_autofree char *rates = word_rates (self, &word->word);
          g_autofree char *value = word_contribution (word->word.contribution);

          if (pass == 0)
            {
              natural = plx_row_frame_measure (chart, natural, word->word.word, rates);
              continue;
            }
          word->label = plx_row_frame_label (&self->frame, chart, word->word.word, rates);
          word->value = plx_typesetter_line (chart->type, PLX_FONT_BODY, value, INFINITY);
        }
      if (pass == 0)
        plx_row_frame_choose (&self->frame, chart, natural, value_width, STRIP_WIDTH,
                              STRIP_HEIGHT);
    }
}

static void
add_mark (ShiftChart   *self,
          const Word *word,
          double      y)
{
  PlxChart *chart = &self->parent;
  PlxPlotMark mark = {
    .row = word->index, .item = PLX_NONE,
    .x = 0.5 * chart->em, .y = y,
    .width = chart->width - chart->em, .height = self->frame.row_height,
    .low_x = NAN, .high_x = NAN,
  };

  mark.score_x = plx_chart_mirror (chart, plx_scale_map (&self->scale, word->word.contribution));
  mark.score_y = mark.low_y = mark.high_y = plx_row_frame_strip_y (&self->frame, chart, y);
  g_array_append_val (chart->marks, mark);
}

/* Heading, the scores that are compared, and what a bar to either side means. */
static double
layout_head (ShiftChart *self)
{
  PlxChart *chart = &self->parent;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  g_autofree char *negative = plx_wording_pole (&self->axis, FALSE);
  g_autofree char *positive = plx_wording_pole (&self->axis, TRUE);
  /* Translators: a source, the pole of an axis: “Harbour Post more towards thaw” */
  g_autofree char *left = g_strdup_printf (_("%s more towards %s"), self->names[0], negative);
  g_autofree char *right = g_strdup_printf (_("%s more towards %s"), self->names[0], positive);
  PlxAxis sides = { axis, left, right };
  double width = self->frame.x1 - self->frame.x0;
  double inner = chart->width - 2 * chart->em;
  double y = chart->top;

  self->heading = plx_typesetter_line (chart->type, PLX_FONT_HEADING, axis, inner);
  y += self->heading->height + 0.2 * chart->em;
  g_ptr_array_set_size (self->difference_lines, 0);
  if (has_difference (self))
    {
      g_autofree char *text = word_difference (self);

      y += plx_typesetter_wrap (chart->type, PLX_FONT_BODY, text, inner, MAX_LINES,
                                self->difference_lines) +
           0.5 * chart->em;
    }
  self->poles_y = y;
  plx_poles_layout (&self->poles, chart, &sides, width);
  return y + self->poles.height + 0.4 * chart->em;
}

static double
layout_rest (ShiftChart *self,
             guint     n_shown,
             double    y)
{
  PlxChart *chart = &self->parent;
  double sum = 0;
  guint n = self->shown->len - n_shown;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  self->rest = NULL;
  if (n == 0)
    return y;

  for (guint i = n_shown; i < self->shown->len; i++)
    sum += ((const Word *) g_ptr_array_index (self->shown, i))->word.contribution;
  value = word_contribution (sum);
  /* Translators: a number of words, and what they add up to */
  text = g_strdup_printf (ngettext ("%u further word: %s", "%u further words: %s", n), n, value);
  self->rest = plx_typesetter_line (chart->type, PLX_FONT_SMALL, text,
                                    chart->width - 2 * chart->em);
  self->rest_y = y + 0.4 * chart->em;
  return self->rest_y + self->rest->height;
}

static void
fill_key (ShiftChart *self)
{
  PlxChart *chart = &self->parent;
  /* Translators: %s is a source */
  g_autofree char *a = g_strdup_printf (_("%s uses the word more"), self->names[0]);
  g_autofree char *b = g_strdup_printf (_("%s uses the word more"), self->names[1]);

  plx_key_reset (&self->key);
  plx_key_add (&self->key, chart, PLX_SAMPLE_SOLID, a);
  plx_key_add (&self->key, chart, PLX_SAMPLE_HATCHED, b);
  plx_key_add (&self->key, chart, PLX_SAMPLE_NONE, _("figures below words: cues per 1,000 words"));
}

static double
layout (PlxChart *chart)
{
  ShiftChart *self = (ShiftChart *) chart;
  guint n_shown = MIN (self->words->len, self->limit);
  double value_width, largest, y;

  self->message = NULL;
  if (n_shown == 0)
    {
      self->message = plx_typesetter_line (chart->type, PLX_FONT_BODY,
                                           _("No word makes a difference"),
                                           chart->width - 2 * chart->em);
      return chart->top + self->message->height + 2 * chart->em;
    }

  sort_words (self);
  value_width = plx_typesetter_width (chart->type, PLX_FONT_BODY, "−0.000") + 0.6 * chart->em;
  layout_labels (self, n_shown, value_width);
  largest = fabs (((const Word *) g_ptr_array_index (self->shown, 0))->word.contribution);
  largest = MAX (largest, 1e-6);
  self->scale = (PlxScale) { -largest, largest, self->frame.x0, self->frame.x1 };
  self->rows_y = layout_head (self);
  y = self->rows_y;
  for (guint i = 0; i < n_shown; i++)
    {
      add_mark (self, g_ptr_array_index (self->shown, i), y);
      y += self->frame.row_height;
    }
  y = layout_rest (self, n_shown, y);
  fill_key (self);
  self->key_y = y + 0.9 * chart->em;
  return self->key_y + plx_key_layout (&self->key, chart, chart->width - 2 * chart->em) +
         chart->em;
}

static void
draw_bar (ShiftChart          *self,
          PlxCanvas         *canvas,
          const Word        *word,
          const PlxPlotMark *mark)
{
  PlxChart *chart = &self->parent;
  double zero = plx_chart_mirror (chart, plx_scale_map (&self->scale, 0));
  double left = MIN (zero, mark->score_x);
  double width = MAX (fabs (mark->score_x - zero), 1);
  double height = BAR_HEIGHT * chart->em;
  double y = mark->score_y - height / 2;
  PlxInk ink = word->word.contribution > 0 ? PLX_INK_POSITIVE : PLX_INK_NEGATIVE;
  PlxPen solid = { .fill = plx_paint (ink, 1), .stroke = plx_paint (ink, 1), .line_width = 1 };
  PlxPen edge = { .stroke = plx_paint (ink, 1), .line_width = 1 };
  gboolean more_in_a = word->word.rate_a >= word->word.rate_b;

  plx_canvas_rectangle (canvas, more_in_a ? &solid : &edge, left, y, width, height, 0);
  if (!more_in_a)
    plx_canvas_hatch (canvas, plx_paint (ink, 1), MAX (1, 0.1 * chart->em), 0.45 * chart->em, left,
                      y, width, height);
}

static void
draw_word (ShiftChart              *self,
           PlxCanvas             *canvas,
           const Word            *word,
           const PlxPlotMark     *mark,
           const PlxPlotEmphasis *emphasis)
{
  PlxChart *chart = &self->parent;
  double zero = floor (plx_chart_mirror (chart, plx_scale_map (&self->scale, 0))) + 0.5;
  double half = self->frame.above ? self->frame.strip_height / 2 : mark->height / 2;

  plx_canvas_begin_mark (canvas, mark);
  plx_chart_draw_mark_state (chart, canvas, mark, emphasis);
  plx_row_frame_draw_label (&self->frame, chart, canvas, &word->label, mark->y);
  draw_bar (self, canvas, word, mark);
  plx_canvas_line (canvas, plx_paint (PLX_INK_FOREGROUND, canvas->style->strong ? 1 : 0.6), 1,
                   zero, mark->score_y - half, zero, mark->score_y + half);
  plx_canvas_label (canvas, word->value, plx_paint (PLX_INK_FOREGROUND, 1),
                    plx_chart_mirror (chart, self->frame.end_x),
                    plx_row_frame_end_y (&self->frame, chart, mark->y, word->value),
                    plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT));
  plx_canvas_end_mark (canvas);
}

static void
draw_head (ShiftChart  *self,
           PlxCanvas *canvas)
{
  PlxChart *chart = &self->parent;
  PlxAlign start = plx_chart_mirror_align (chart, PLX_ALIGN_LEFT);
  double x = plx_chart_mirror (chart, chart->em);
  double y = chart->top;

  plx_canvas_label (canvas, self->heading, plx_paint (PLX_INK_FOREGROUND, 1), x, y, start);
  y += self->heading->height + 0.2 * chart->em;
  for (guint i = 0; i < self->difference_lines->len; i++)
    {
      const PlxLabel *line = g_ptr_array_index (self->difference_lines, i);

      plx_canvas_label (canvas, line, plx_paint (PLX_INK_MUTED, 1), x, y, start);
      y += line->height;
    }
  plx_poles_draw (&self->poles, chart, canvas, self->frame.x0, self->frame.x1, self->poles_y);
}

static void
draw (PlxChart              *chart,
      PlxCanvas             *canvas,
      const PlxPlotEmphasis *emphasis)
{
  ShiftChart *self = (ShiftChart *) chart;

  if (self->message != NULL)
    {
      plx_draw_message (chart, canvas, self->message);
      return;
    }

  draw_head (self, canvas);
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);

      plx_row_frame_draw_separator (chart, canvas, mark->y);
      if (!plx_chart_is_clipped (chart, mark->y, mark->height))
        draw_word (self, canvas, g_ptr_array_index (self->shown, i), mark, emphasis);
    }
  plx_row_frame_draw_separator (chart, canvas,
                                self->rows_y + chart->marks->len * self->frame.row_height);
  if (self->rest != NULL)
    plx_canvas_label (canvas, self->rest, plx_paint (PLX_INK_MUTED, 1),
                      plx_chart_mirror (chart, chart->em), self->rest_y,
                      plx_chart_mirror_align (chart, PLX_ALIGN_LEFT));
  plx_key_draw (&self->key, chart, canvas, chart->em, self->key_y);
}

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free ((char *) word->word.word);
  g_free (word);
}

static void
finalize (PlxChart *chart)
{
  ShiftChart *self = (ShiftChart *) chart;

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->difference_lines);
  g_free (self->names[0]);
  g_free (self->names[1]);
  plx_plot_axis_clear (&self->axis);
  plx_key_clear (&self->key);
}

PlxChart *
plx_shift_chart_new (const PlxAxis *axis,
                     const char    *name_a,
                     const char    *name_b)
{
  static const PlxChartClass klass = {
    .kind = "shift",
    .layout = layout,
    .draw = draw,
    .describe_mark = describe_mark,
    .describe = describe,
    .to_table = to_table,
    .finalize = finalize,
  };
  ShiftChart *self;

  g_return_val_if_fail (axis != NULL && name_a != NULL && name_b != NULL, NULL);

  self = g_new0 (ShiftChart, 1);
  plx_chart_init (&self->parent, &klass);
  self->axis = plx_plot_axis_copy (axis);
  self->names[0] = g_strdup (name_a);
  self->names[1] = g_strdup (name_b);
  self->difference.score_a = self->difference.score_b = NAN;
  self->limit = DEFAULT_LIMIT;
  self->words = g_ptr_array_new_with_free_func (word_free);
  self->shown = g_ptr_array_new ();
  self->difference_lines = g_ptr_array_new ();
  plx_key_init (&self->key);
  return &self->parent;
}

static ShiftChart *
get_shift (PlxChart *chart)
{
  g_return_val_if_fail (chart != NULL && chart->klass->layout == layout, NULL);

  return (ShiftChart *) chart;
}

void
plx_shift_chart_add (PlxChart           *chart,
                     const PlxShiftWord *word)
{
  ShiftChart *self = get_shift (chart);
  Word *added;

  g_return_if_fail (self != NULL && word != NULL && word->word != NULL);
  g_return_if_fail (isfinite (word->contribution));

  added = g_new0 (Word, 1);
  added->word = *word;
  added->word.word = g_strdup (word->word);
  added->index = self->words->len;
  g_ptr_array_add (self->words, added);
  plx_chart_invalidate (chart);
}

void
plx_shift_chart_set_difference (PlxChart            *chart,
                                const PlxDifference *difference)
{
  ShiftChart *self = get_shift (chart);

  g_return_if_fail (self != NULL && difference != NULL);

  self->difference = *difference;
  plx_chart_invalidate (chart);
}

void
plx_shift_chart_fill (PlxChart            *chart,
                      const PlxLexicon    *lexicon,
                      const PlxDifference *difference,
                      const GArray        *shifts)
{
  g_return_if_fail (lexicon != NULL && shifts != NULL);

  plx_shift_chart_set_difference (chart, difference);
  for (guint i = 0; i < shifts->len; i++)
    {
      const PlxShift *shift = &g_array_index (shifts, PlxShift, i);

      plx_shift_chart_add (chart, &(PlxShiftWord) { plx_lexicon_get_entry (lexicon, shift->entry)->pattern,
                                                    shift->contribution, shift->rate_a,
                                                    shift->rate_b });
    }
}

void
plx_shift_chart_set_limit (PlxChart *chart,
                           guint     limit)
{
  ShiftChart *self = get_shift (chart);

  g_return_if_fail (self != NULL);

  self->limit = limit;
  plx_chart_invalidate (chart);
}
