/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-flow-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plx-row-frame-private.h"

/* In text sizes. */
#define STRIP_WIDTH 16.0
#define STRIP_HEIGHT 2.6
#define TITLE_WIDTH 1.2
#define TITLE_GAP 0.5

typedef struct
{
  gint64  id;
  char   *source;
  char   *title;
  GArray *sentences; /* of PlxFlowSentence */
  PlxRowLabel label; /* laid out */
} Article;

typedef struct
{
  PlxChart    parent;
  PlxAxis     axis;
  GArray     *articles;
  guint       n_before, n_all;

  /* layout */
  PlxRowFrame     frame;
  const PlxLabel *heading, *up, *down, *start, *end, *message;
  double          poles_y, rows_y, ends_y;
  PlxKey          key;
  double          key_y;
} PlxFlow;

static void
article_clear (gpointer data)
{
  Article *article = data;

  g_free (article->source);
  g_free (article->title);
  g_array_unref (article->sentences);
}

static void
count_directions (const Article *article,
                  guint         *out_positive,
                  guint         *out_negative)
{
  *out_positive = *out_negative = 0;
  for (guint i = 0; i < article->sentences->len; i++)
    {
      const PlxFlowSentence *sentence = &g_array_index (article->sentences, PlxFlowSentence, i);

      *out_positive += sentence->n_cues > 0 && sentence->score > 0;
      *out_negative += sentence->n_cues > 0 && sentence->score < 0;
    }
}

static char *
describe_mark (PlxChart          *chart,
               const PlxPlotMark *mark)
{
  const PlxFlow *self = (const PlxFlow *) chart;
  const Article *article;
  const PlxFlowSentence *sentence;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  g_autofree char *score = NULL;
  g_autofree char *place = NULL;

  g_return_val_if_fail (mark->row < self->articles->len, NULL);

  article = &g_array_index (self->articles, Article, mark->row);
  g_return_val_if_fail (mark->item < article->sentences->len, NULL);

  sentence = &g_array_index (article->sentences, PlxFlowSentence, mark->item);
  score = sentence->n_cues > 0 ? plx_wording_score (sentence->score) : g_strdup (_("no cue"));
  place = sentence->flags & PLX_FLOW_TITLE
            ? g_strdup (_("headline"))
            /* Translators: the number of a sentence, and of how many */
            : g_strdup_printf (_("sentence %u of %u"), mark->item + 1, article->sentences->len);
  /* Translators: a source, an article's headline, which sentence, an axis, its score or “no cue” */
  return g_strdup_printf (sentence->flags & PLX_FLOW_QUOTE ? _("%s, “%s”, %s, quoted: %s %s")
                                                           : _("%s, “%s”, %s: %s %s"),
                          article->source, article->title, place, axis, score);
}

static char *
describe (PlxChart *chart)
{
  const PlxFlow *self = (const PlxFlow *) chart;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  g_autofree char *negative_pole = plx_wording_pole (&self->axis, FALSE);
  g_autofree char *positive_pole = plx_wording_pole (&self->axis, TRUE);
  GString *out = g_string_new (NULL);
  guint n = self->articles->len;

  /* Translators: a number of articles, an axis */
  g_string_append_printf (out, ngettext ("%u article from headline to end on %s.",
                                         "%u articles from headline to end on %s.", n), n, axis);
  for (guint i = 0; i < MIN (n, 12); i++)
    {
      const Article *article = &g_array_index (self->articles, Article, i);
      guint positive, negative;

      count_directions (article, &positive, &negative);
      /* Translators: source, headline, number of sentences, number and pole, number and pole */
      g_string_append_printf (out, _(" %s, “%s”: of %u sentences, %u towards %s, %u towards %s."),
                              article->source, article->title, article->sentences->len, positive,
                              positive_pole, negative, negative_pole);
    }
  return g_string_free (out, FALSE);
}

static PlxPlotTable *
to_table (PlxChart *chart)
{
  const PlxFlow *self = (const PlxFlow *) chart;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  PlxPlotTable *table = plx_plot_table_new (chart->title != NULL ? chart->title
                                                                 : _("Flow of the articles"));

  plx_plot_table_add_column (table, _("Source"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Article"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, _("Sentence"), PLX_CELL_NUMBER, 0, FALSE);
  plx_plot_table_add_column (table, _("Words"), PLX_CELL_NUMBER, 0, FALSE);
  plx_plot_table_add_column (table, _("Voice"), PLX_CELL_TEXT, 0, FALSE);
  plx_plot_table_add_column (table, axis, PLX_CELL_NUMBER, 2, TRUE);
  for (guint i = 0; i < self->articles->len; i++)
    {
      const Article *article = &g_array_index (self->articles, Article, i);

      for (guint j = 0; j < article->sentences->len; j++)
        {
          const PlxFlowSentence *sentence = &g_array_index (article->sentences, PlxFlowSentence,
                                                            j);

          plx_plot_table_begin_row (table, i, j);
          plx_plot_table_add_text (table, article->source);
          plx_plot_table_add_text (table, article->title);
          plx_plot_table_add_number (table, j + 1);
          plx_plot_table_add_number (table, sentence->n_words);
          plx_plot_table_add_text (table, sentence->flags & PLX_FLOW_QUOTE ? _("quoted")
                                                                           : _("reporter"));
          plx_plot_table_add_number (table, sentence->n_cues > 0 ? sentence->score : NAN);
        }
    }
  return table;
}

/* Titles are as wide as each other, so that bodies start below each other; each body takes the
 * rest of the strip, whatever its length. */
static void
add_marks (PlxFlow       *self,
           guint          row,
           const Article *article,
           double         row_y)
{
  PlxChart *chart = &self->parent;
  double strip_y = plx_row_frame_strip_y (&self->frame, chart, row_y);
  double body_x = self->frame.x0 + (TITLE_WIDTH + TITLE_GAP) * chart->em;
  double body_width = self->frame.x1 - body_x;
  double title_x = self->frame.x0;
  double n_words[2] = { 0, 0 }; /* of the body, of the title */
  double at[2] = { body_x, title_x };
  double room[2] = { body_width, TITLE_WIDTH * chart->em };

  for (guint i = 0; i < article->sentences->len; i++)
    {
      const PlxFlowSentence *sentence = &g_array_index (article->sentences, PlxFlowSentence, i);

      n_words[(sentence->flags & PLX_FLOW_TITLE) != 0] += MAX (sentence->n_words, 1);
    }
  for (guint i = 0; i < article->sentences->len; i++)
    {
      const PlxFlowSentence *sentence = &g_array_index (article->sentences, PlxFlowSentence, i);
      guint part = (sentence->flags & PLX_FLOW_TITLE) != 0;
      double width = room[part] * MAX (sentence->n_words, 1) / n_words[part];
      double score = sentence->n_cues > 0 ? CLAMP (sentence->score, -1, 1) : 0;
      PlxPlotMark mark = {
        .row = row, .item = i, .width = width, .height = self->frame.strip_height,
        .x = plx_chart_mirror_box (chart, at[part], width),
        .y = strip_y - self->frame.strip_height / 2,
        .low_x = NAN, .high_x = NAN, .low_y = NAN, .high_y = NAN,
      };

      mark.score_x = mark.x + width / 2;
      mark.score_y = strip_y - score * self->frame.strip_height / 2;
      g_array_append_val (chart->marks, mark);
      at[part] += width;
    }
}

static void
layout_labels (PlxFlow *self)
{
  PlxChart *chart = &self->parent;
  double natural = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->articles->len; i++)
        {
          Article *article = &g_array_index (self->articles, Article, i);
          g_autofree char *sentences = plx_wording_sentences (article->sentences->len);
          g_autofree char *source = plx_wording_isolate (article->source);
          g_autofree char *detail = g_strdup_printf ("%s · %s", source, sentences);

          if (pass == 0)
            natural = plx_row_frame_measure (chart, natural, article->title, detail);
          else
            article->label = plx_row_frame_label (&self->frame, chart, article->title, detail);
        }
      if (pass == 0)
        plx_row_frame_choose (&self->frame, chart, natural, 0, STRIP_WIDTH, STRIP_HEIGHT);
    }
}

static void
fill_key (PlxFlow *self)
{
  PlxChart *chart = &self->parent;
  gboolean has_quote = FALSE;

  for (guint i = 0; i < self->articles->len; i++)
    {
      const Article *article = &g_array_index (self->articles, Article, i);

      for (guint j = 0; j < article->sentences->len; j++)
        has_quote |= g_array_index (article->sentences, PlxFlowSentence, j).flags & PLX_FLOW_QUOTE;
    }

  plx_key_reset (&self->key);
  plx_key_add (&self->key, chart, PLX_SAMPLE_SOLID, _("the reporter’s own words"));
  if (has_quote)
    plx_key_add (&self->key, chart, PLX_SAMPLE_HOLLOW, _("what others are quoted as saying"));
  plx_key_add (&self->key, chart, PLX_SAMPLE_NONE,
               _("height: score of a sentence; width: its length"));
  if (self->n_all > self->articles->len)
    {
      /* Translators: numbers of articles, as in “articles 61 to 120 of 314” */
      g_autofree char *part = g_strdup_printf (_("articles %'u to %'u of %'u"),
                                               self->n_before + 1,
                                               self->n_before + self->articles->len, self->n_all);

      plx_key_add (&self->key, chart, PLX_SAMPLE_NONE, part);
    }
}

static double
layout_head (PlxFlow *self)
{
  PlxChart *chart = &self->parent;
  g_autofree char *axis = plx_wording_axis (&self->axis);
  g_autofree char *positive = plx_wording_pole (&self->axis, TRUE);
  g_autofree char *negative = plx_wording_pole (&self->axis, FALSE);
  g_autofree char *up = g_strconcat ("↑ ", positive, NULL);
  g_autofree char *down = g_strconcat ("↓ ", negative, NULL);
  double room = (self->frame.x1 - self->frame.x0 - chart->em) / 2;

  self->heading = plx_typesetter_line (chart->type, PLX_FONT_HEADING, axis, 2 * room);
  self->up = plx_typesetter_line (chart->type, PLX_FONT_SMALL, up, room);
  self->down = plx_typesetter_line (chart->type, PLX_FONT_SMALL, down, room);
  self->start = plx_typesetter_line (chart->type, PLX_FONT_SMALL, _("headline"), room);
  self->end = plx_typesetter_line (chart->type, PLX_FONT_SMALL, _("end"), room);
  self->poles_y = chart->top + self->heading->height + 0.2 * chart->em;
  return self->poles_y + self->up->height + 0.4 * chart->em;
}

static double
layout (PlxChart *chart)
{
  PlxFlow *self = (PlxFlow *) chart;
  double y;

  self->message = NULL;
  if (self->articles->len == 0)
    {
      self->message = plx_typesetter_line (chart->type, PLX_FONT_BODY, _("No articles to show"),
                                           chart->width - 2 * chart->em);
      return chart->top + self->message->height + 2 * chart->em;
    }

  layout_labels (self);
  self->rows_y = layout_head (self);
  y = self->rows_y;
  for (guint i = 0; i < self->articles->len; i++)
    {
      add_marks (self, i, &g_array_index (self->articles, Article, i), y);
      y += self->frame.row_height;
    }
  self->ends_y = y + 0.3 * chart->em;
  fill_key (self);
  self->key_y = self->ends_y + self->end->height + 0.9 * chart->em;
  return self->key_y + plx_key_layout (&self->key, chart, chart->width - 2 * chart->em) +
         chart->em;
}

static void
draw_sentence (PlxFlow               *self,
               PlxCanvas             *canvas,
               const PlxPlotMark     *mark,
               const PlxPlotEmphasis *emphasis)
{
  PlxChart *chart = &self->parent;
  const Article *article = &g_array_index (self->articles, Article, mark->row);
  const PlxFlowSentence *sentence = &g_array_index (article->sentences, PlxFlowSentence,
                                                    mark->item);
  double middle = mark->y + mark->height / 2;
  double gap = mark->width > 5 ? 1 : mark->width > 2 ? 0.5 : 0;
  double top = MIN (middle, mark->score_y);
  double height = MAX (fabs (mark->score_y - middle), 1.5);
  PlxInk ink = sentence->score > 0 ? PLX_INK_POSITIVE : PLX_INK_NEGATIVE;
  PlxPen solid = { .fill = plx_paint (ink, 1) };
  PlxPen hollow = { .fill = plx_paint (ink, 0.12), .stroke = plx_paint (ink, 1),
                    .line_width = 1 };
  PlxPen none = { .fill = plx_paint (PLX_INK_MUTED, canvas->style->strong ? 1 : 0.55) };

  plx_canvas_begin_mark (canvas, mark);
  plx_chart_draw_mark_state (chart, canvas, mark, emphasis);
  if (sentence->n_cues == 0 || sentence->score == 0)
    plx_canvas_rectangle (canvas, &none, mark->x + gap / 2, middle - 0.75, mark->width - gap, 1.5,
                          0);
  else if (sentence->flags & PLX_FLOW_QUOTE && mark->width > 3)
    plx_canvas_rectangle (canvas, &hollow, mark->x + gap / 2 + 0.5, top + 0.5,
                          mark->width - gap - 1, MAX (height - 1, 1), 0);
  else
    plx_canvas_rectangle (canvas, &solid, mark->x + gap / 2, top, mark->width - gap, height, 0);
  plx_canvas_end_mark (canvas);
}

static void
draw_around (PlxFlow   *self,
             PlxCanvas *canvas)
{
  PlxChart *chart = &self->parent;
  PlxPaint muted = plx_paint (PLX_INK_MUTED, 1);
  PlxAlign start = plx_chart_mirror_align (chart, PLX_ALIGN_LEFT);
  PlxAlign end = plx_chart_mirror_align (chart, PLX_ALIGN_RIGHT);
  double x0 = self->frame.x0;
  double x1 = self->frame.x1;

  plx_canvas_label (canvas, self->heading, plx_paint (PLX_INK_FOREGROUND, 1),
                    plx_chart_mirror (chart, x0), chart->top, start);
  plx_canvas_label (canvas, self->up, plx_paint (PLX_INK_POSITIVE, 1),
                    plx_chart_mirror (chart, x0), self->poles_y, start);
  plx_canvas_label (canvas, self->down, plx_paint (PLX_INK_NEGATIVE, 1),
                    plx_chart_mirror (chart, x0 + self->up->width + chart->em), self->poles_y,
                    start);
  plx_canvas_label (canvas, self->start, muted, plx_chart_mirror (chart, x0), self->ends_y, start);
  plx_canvas_label (canvas, self->end, muted, plx_chart_mirror (chart, x1), self->ends_y, end);
  plx_key_draw (&self->key, chart, canvas, chart->em, self->key_y);
}

static void
draw (PlxChart              *chart,
      PlxCanvas             *canvas,
      const PlxPlotEmphasis *emphasis)
{
  PlxFlow *self = (PlxFlow *) chart;

  if (self->message != NULL)
    {
      plx_draw_message (chart, canvas, self->message);
      return;
    }

  draw_around (self, canvas);
  for (guint i = 0; i <= self->articles->len; i++)
    {
      double y = self->rows_y + i * self->frame.row_height;

      plx_row_frame_draw_separator (chart, canvas, y);
      if (i < self->articles->len && !plx_chart_is_clipped (chart, y, self->frame.row_height))
        plx_row_frame_draw_label (&self->frame, chart, canvas,
                                  &g_array_index (self->articles, Article, i).label, y);
    }
  for (guint i = 0; i < chart->marks->len; i++)
    {
      const PlxPlotMark *mark = &g_array_index (chart->marks, PlxPlotMark, i);

      if (!plx_chart_is_clipped (chart, mark->y, mark->height))
        draw_sentence (self, canvas, mark, emphasis);
    }
}

static void
locate (PlxChart          *chart,
        const PlxPlotMark *mark,
        PlxPlotPlace      *place)
{
  const PlxFlow *self = (const PlxFlow *) chart;
  const Article *article;

  g_return_if_fail (mark->row < self->articles->len);

  article = &g_array_index (self->articles, Article, mark->row);
  place->source = article->source;
  place->article = article->id;
  place->sentence = mark->item;
}

static void
finalize (PlxChart *chart)
{
  PlxFlow *self = (PlxFlow *) chart;

  g_array_unref (self->articles);
  plx_plot_axis_clear (&self->axis);
  plx_key_clear (&self->key);
}

PlxChart *
plx_flow_chart_new (const PlxAxis *axis)
{
  static const PlxChartClass klass = {
    .kind = "flow",
    .layout = layout,
    .draw = draw,
    .describe_mark = describe_mark,
    .describe = describe,
    .to_table = to_table,
    .locate = locate,
    .finalize = finalize,
  };
  PlxFlow *self;

  g_return_val_if_fail (axis != NULL, NULL);

  self = g_new0 (PlxFlow, 1);
  plx_chart_init (&self->parent, &klass);
  self->axis = plx_plot_axis_copy (axis);
  self->articles = g_array_new (FALSE, TRUE, sizeof (Article));
  g_array_set_clear_func (self->articles, article_clear);
  plx_key_init (&self->key);
  return &self->parent;
}

void
plx_flow_chart_add_article (PlxChart              *chart,
                            gint64                 id,
                            const char            *source,
                            const char            *title,
                            const PlxFlowSentence *sentences,
                            guint                  n_sentences)
{
  PlxFlow *self = (PlxFlow *) chart;
  Article article = { 0 };

  g_return_if_fail (chart != NULL && chart->klass->layout == layout);
  g_return_if_fail (sentences != NULL || n_sentences == 0);

  article.id = id;
  article.source = g_strdup (source != NULL ? source : "");
  article.title = g_strdup (title != NULL ? title : _("untitled"));
  article.sentences = g_array_sized_new (FALSE, FALSE, sizeof (PlxFlowSentence), n_sentences);
  g_array_append_vals (article.sentences, sentences, n_sentences);
  g_array_append_val (self->articles, article);
  plx_chart_invalidate (chart);
}

void
plx_flow_chart_add_reading (PlxChart         *chart,
                            gint64            id,
                            const char       *source,
                            const char       *title,
                            const PlxReading *reading,
                            PlxAxisId         axis)
{
  g_autofree PlxFlowSentence *sentences = NULL;

  g_return_if_fail (reading != NULL);
  g_return_if_fail (axis >= 0 && (guint) axis < reading->n_axes);

  sentences = g_new0 (PlxFlowSentence, reading->sentences->len + 1);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);

      sentences[i] = (PlxFlowSentence) {
        .score = sentence->axes[axis].score,
        .n_words = sentence->n_words,
        .n_cues = sentence->axes[axis].n_cues,
        .flags = (sentence->flags & PLX_SENTENCE_IN_TITLE ? PLX_FLOW_TITLE : 0) |
                 (sentence->voice != 0 ? PLX_FLOW_QUOTE : 0),
      };
    }
  plx_flow_chart_add_article (chart, id, source, title, sentences, reading->sentences->len);
}

void
plx_flow_chart_set_part (PlxChart *chart,
                         guint     n_before,
                         guint     n_all)
{
  PlxFlow *self = (PlxFlow *) chart;

  g_return_if_fail (chart != NULL && chart->klass->layout == layout);

  self->n_before = n_before;
  self->n_all = n_all;
  plx_chart_invalidate (chart);
}

guint
plx_flow_chart_get_n_all (PlxChart *chart)
{
  const PlxFlow *self = (const PlxFlow *) chart;

  g_return_val_if_fail (chart != NULL && chart->klass->layout == layout, 0);

  return MAX (self->n_all, self->articles->len);
}
