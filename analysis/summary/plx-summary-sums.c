/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-summary-private.h"

#include <math.h>
#include <string.h>

#include "plx-bootstrap.h"

#define MAX_THREADS 8
/* So many articles are one thread's at a time. What comes out of each is added up in their order:
 * sums do not depend on how many threads there are. */
#define PIECE 256

typedef struct
{
  PlxSummaryTask func;
  gpointer       data;
  guint          n;
  int            next; /* atomic */
} Run;

static gpointer
run_thread (gpointer data)
{
  Run *run = data;

  for (;;)
    {
      guint index = (guint) g_atomic_int_add (&run->next, 1);

      if (index >= run->n)
        return NULL;
      run->func (run->data, index);
    }
}

void
plx_summary_run (PlxSummaryTask func,
                 gpointer       data,
                 guint          n)
{
  Run run = { func, data, n, 0 };
  GThread *threads[MAX_THREADS - 1];
  guint n_threads = MIN (MIN (g_get_num_processors (), MAX_THREADS), n);

  for (guint i = 0; i + 1 < n_threads; i++)
    threads[i] = g_thread_new ("plx-sum", run_thread, &run);
  run_thread (&run);
  for (guint i = 0; i + 1 < n_threads; i++)
    g_thread_join (threads[i]);
}

gboolean
plx_summary_article_begin (const PlxSummaryArticle   *self,
                           const PlxSummarySelection *selection,
                           PlxEvidenceIter           *out_iter)
{
  PlxReadingPart part = self->part;
  const guint8 *wire = NULL;

  if (selection->readings != NULL && !selection->readings[self->index])
    return FALSE;
  if (part.voice == PLX_NONE)
    part.voice = plx_evidence_find_voice (self->evidence, selection->voice);
  if (part.target == PLX_NONE)
    part.target = plx_evidence_find_target (self->evidence, selection->target);
  part.wire_once = selection->wire_once;
  if (selection->wire_once && selection->wire != NULL)
    wire = selection->wire[self->index];
  plx_evidence_iter_init (out_iter, self->evidence, &part, wire);
  return out_iter->n_left > 0;
}

/* A piece of the articles of a group. */
typedef struct
{
  guint group;
  guint first, end;
} Piece;

typedef struct
{
  const PlxSummariser       *self;
  const PlxSummarySelection *selection;
  PlxSummaryDetails         *details;
  GArray                    *pieces;
  const PlxFigureTable      *table;  /* nullable: it does not know what is selected */
  guint32                    number; /* of the name of voice or target in it */
} Fill;

static void
sum_article (PlxEvidenceIter   *iter,
             guint              index,
             PlxSummaryDetails *details)
{
  guint n_axes = details->n_axes;
  PlxSummaryFigure *figures = details->figures + (gsize) index * n_axes;
  PlxEvidenceSentence sentence;
  double sums[PLX_MAX_AXES] = { 0.0 };
  double positive[PLX_MAX_AXES] = { 0.0 };
  double negative[PLX_MAX_AXES] = { 0.0 };
  double weights = 0.0;

  while (plx_evidence_iter_next (iter, &sentence))
    {
      weights += sentence.weight;
      details->n_sentences[index]++;
      details->n_words[index] += sentence.n_words;
      for (guint axis = 0; axis < n_axes && sentence.n_cues > 0; axis++)
        {
          const PlxAxisScore *score = &sentence.axes[axis];

          sums[axis] += sentence.weight * score->score;
          positive[axis] += score->positive;
          negative[axis] += score->negative;
          figures[axis].n_cues += score->n_cues;
        }
    }
  details->counts[index] = weights > 0.0;
  for (guint axis = 0; axis < n_axes; axis++)
    {
      figures[axis].score = weights > 0.0 ? (float) (sums[axis] / weights) : 0.0f;
      figures[axis].positive = (float) positive[axis];
      figures[axis].negative = (float) negative[axis];
    }
}

/* Whether the table tells what is asked for of an article. */
static gboolean
is_in_table (const Fill *fill,
             guint32     reading)
{
  const PlxSummarySelection *selection = fill->selection;

  if (fill->table == NULL)
    return FALSE;
  return !selection->wire_once ||
         ((selection->wire == NULL || selection->wire[reading] == NULL) &&
          !plx_figure_table_has_wire (fill->table, reading));
}

static void
look_up (const Fill *fill,
         guint32     index)
{
  PlxSummaryDetails *details = fill->details;
  PlxFigurePart part;

  if (fill->selection->voice != NULL)
    details->voices[index] = plx_figure_table_find_voice (fill->table, index, fill->number, &part);
  else
    details->targets[index] = plx_figure_table_find_target (fill->table, index, fill->number, &part);
  details->n_sentences[index] = part.n_sentences;
  details->n_words[index] = part.n_words;
  details->counts[index] = (guint8) part.counts;
  memcpy (details->figures + (gsize) index * details->n_axes, part.figures,
          details->n_axes * sizeof *part.figures);
}

static void
read_through (const Fill              *fill,
              const PlxSummaryArticle *article)
{
  PlxSummaryDetails *details = fill->details;
  PlxEvidenceIter iter;
  gboolean has_any = plx_summary_article_begin (article, fill->selection, &iter);

  if (details->voices != NULL)
    details->voices[article->index] = iter.part.voice;
  if (details->targets != NULL)
    details->targets[article->index] = iter.part.target;
  if (has_any)
    sum_article (&iter, article->index, details);
}

static void
fill_piece (gpointer data,
            guint    index)
{
  const Fill *fill = data;
  const Piece *piece = &g_array_index (fill->pieces, Piece, index);
  const PlxSummaryGroup *group = g_ptr_array_index (fill->self->groups, piece->group);

  for (guint i = piece->first; i < piece->end; i++)
    {
      const PlxSummaryArticle *article = &g_array_index (group->articles, PlxSummaryArticle, i);

      if (fill->selection->readings != NULL && !fill->selection->readings[article->index])
        continue;
      if (is_in_table (fill, article->index))
        look_up (fill, article->index);
      else
        read_through (fill, article);
    }
}

/* The table knows one name at a time. */
static void
find_table (Fill *fill)
{
  const PlxSummarySelection *selection = fill->selection;
  const char *name = selection->voice != NULL ? selection->voice : selection->target;

  if (name == NULL || (selection->voice != NULL && selection->target != NULL))
    return;
  fill->table = plx_summariser_get_table (fill->self);
  if (fill->table != NULL)
    fill->number = plx_figure_table_find_name (fill->table, name);
}

static GArray *
cut_pieces (const PlxSummariser *self)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (Piece));

  for (guint g = 0; g < self->groups->len; g++)
    {
      guint n = ((const PlxSummaryGroup *) g_ptr_array_index (self->groups, g))->articles->len;

      for (guint first = 0; first < n; first += PIECE)
        {
          Piece piece = { .group = g, .first = first, .end = MIN (n, first + PIECE) };

          g_array_append_val (pieces, piece);
        }
    }
  return pieces;
}

PlxSummaryDetails *
plx_summariser_make_details (const PlxSummariser       *self,
                             const PlxSummarySelection *selection)
{
  static const PlxSummarySelection everything;
  g_autoptr (GArray) pieces = NULL;
  PlxSummaryDetails *details;
  gsize n;
  Fill fill = { self, selection != NULL ? selection : &everything };

  g_return_val_if_fail (self != NULL, NULL);

  n = MAX (self->n_readings, 1);
  details = fill.details = g_new0 (PlxSummaryDetails, 1);
  details->n_axes = self->n_axes;
  details->n_sentences = g_new0 (guint32, n);
  details->n_words = g_new0 (guint32, n);
  details->counts = g_new0 (guint8, n);
  if (fill.selection->voice != NULL)
    details->voices = g_new0 (guint32, n);
  if (fill.selection->target != NULL)
    details->targets = g_new0 (guint32, n);
  details->figures = g_new0 (PlxSummaryFigure, n * self->n_axes);
  pieces = fill.pieces = cut_pieces (self);
  find_table (&fill);
  plx_summary_run (fill_piece, &fill, pieces->len);
  return details;
}

void
plx_summary_details_free (PlxSummaryDetails *self)
{
  if (self == NULL)
    return;

  g_free (self->n_sentences);
  g_free (self->n_words);
  g_free (self->counts);
  g_free (self->voices);
  g_free (self->targets);
  g_free (self->figures);
  g_free (self);
}

/* `score` is a sum of means here. */
static void
add_article (PlxSummaryRow           *row,
             const PlxSummaryDetails *details,
             guint32                  index)
{
  const PlxSummaryFigure *figures = details->figures + (gsize) index * details->n_axes;

  row->n_sentences += details->n_sentences[index];
  row->n_words += details->n_words[index];
  /* an article of which nothing is left takes no part */
  row->n_articles += details->counts[index];
  for (guint i = 0; i < details->n_axes; i++)
    {
      row->axes[i].score += figures[i].score;
      row->axes[i].positive += figures[i].positive;
      row->axes[i].negative += figures[i].negative;
      row->axes[i].n_cues += figures[i].n_cues;
    }
}

void
plx_summary_finish_row (PlxSummaryRow *row,
                        guint          n_axes)
{
  for (guint i = 0; i < n_axes; i++)
    {
      PlxSummaryAxis *axis = &row->axes[i];

      axis->score = row->n_articles > 0 ? axis->score / row->n_articles : NAN;
      axis->low = axis->high = axis->score;
      axis->enough = axis->n_cues >= PLX_SUMMARY_MIN_CUES;
      axis->direction = axis->n_cues < PLX_DIRECTION_MIN_CUES
                          ? NAN : (axis->positive - axis->negative) /
                                    (axis->positive + axis->negative + PLX_DIRECTION_PRIOR);
      axis->intensity = row->n_words > 0 ? 100.0 * axis->n_cues / row->n_words : 0.0;
    }
}

void
plx_summary_fill (const PlxSummariser       *self,
                  const PlxSummarySelection *selection,
                  PlxSummaryRow            **rows)
{
  g_autoptr (PlxSummaryDetails) made = NULL;
  const PlxSummaryDetails *details = selection->details;

  if (details == NULL)
    details = made = plx_summariser_make_details (self, selection);
  for (guint g = 0; g < self->groups->len; g++)
    {
      const PlxSummaryGroup *group = g_ptr_array_index (self->groups, g);

      for (guint i = 0; i < group->articles->len; i++)
        {
          guint32 index = g_array_index (group->articles, PlxSummaryArticle, i).index;

          if (selection->readings == NULL || selection->readings[index])
            add_article (rows[g], details, index);
        }
      plx_summary_finish_row (rows[g], self->n_axes);
    }
}

/* A group's sentences as the selection lets them through, article by article. */
typedef struct
{
  GArray *sums;  /* of float: `stride` for each sentence: weight, weight × score of each axis */
  GArray *first; /* of guint32: where each article's begin; one more at the end */
} Drawn;

typedef struct
{
  const PlxSummariser       *self;
  const PlxSummarySelection *selection;
  const PlxSummaryOptions   *options;
  PlxSummaryRow            **rows;
} Intervals;

static void
collect_sums (const Intervals       *intervals,
              const PlxSummaryGroup *group,
              guint                  stride,
              Drawn                 *drawn)
{
  guint n_axes = intervals->self->n_axes;
  guint32 n = 0;

  for (guint a = 0; a < group->articles->len; a++)
    {
      PlxEvidenceIter iter;
      PlxEvidenceSentence sentence;
      guint32 first = n;
      double weights = 0.0;

      if (!plx_summary_article_begin (&g_array_index (group->articles, PlxSummaryArticle, a),
                                      intervals->selection, &iter))
        continue;
      while (plx_evidence_iter_next (&iter, &sentence))
        {
          float unit[PLX_MAX_AXES + 4] = { 0 };

          if (sentence.weight <= 0.0)
            continue;
          unit[0] = (float) sentence.weight;
          for (guint axis = 0; axis < n_axes; axis++)
            unit[1 + axis] = (float) (sentence.weight * sentence.axes[axis].score);
          g_array_append_vals (drawn->sums, unit, stride);
          weights += sentence.weight;
          n++;
        }
      if (weights > 0.0)
        g_array_append_val (drawn->first, first);
    }
  g_array_append_val (drawn->first, n);
}

/* One round: articles drawn with replacement, sentences within each. */
static void
bootstrap_round (PlxRandom   *random,
                 const Drawn *drawn,
                 guint        stride,
                 guint        n_axes,
                 float       *out_means)
{
  guint n = drawn->first->len - 1;
  float sums[PLX_MAX_AXES + 4];

  memset (out_means, 0, n_axes * sizeof *out_means);
  for (guint a = 0; a < n; a++)
    {
      guint32 article = n == 1 ? 0 : plx_random_below (random, n);
      guint32 first = g_array_index (drawn->first, guint32, article);
      guint32 end = g_array_index (drawn->first, guint32, article + 1);

      plx_bootstrap_draw (random, &g_array_index (drawn->sums, float, (gsize) first * stride),
                          end - first, stride, sums);
      for (guint axis = 0; axis < n_axes; axis++)
        out_means[axis] += sums[1 + axis] / sums[0];
    }
  for (guint axis = 0; axis < n_axes; axis++)
    out_means[axis] /= (float) n;
}

static gboolean
is_wanted (const PlxSummaryOptions *options)
{
  return options->is_wanted == NULL || options->is_wanted (options->wanted_data);
}

static void
set_interval (gpointer data,
              guint    index)
{
  const Intervals *intervals = data;
  const PlxSummaryOptions *options = intervals->options;
  PlxSummaryRow *row = intervals->rows[index];
  guint n_axes = intervals->self->n_axes;
  guint stride = plx_bootstrap_stride (n_axes);
  g_autofree float *values = NULL;
  float means[PLX_MAX_AXES];
  gboolean wanted = TRUE;
  PlxRandom random;
  Drawn drawn;

  if (row->n_articles == 0 || !is_wanted (options))
    return;

  drawn.sums = g_array_sized_new (FALSE, FALSE, sizeof (float), row->n_sentences * stride);
  drawn.first = g_array_sized_new (FALSE, FALSE, sizeof (guint32), row->n_articles + 1);
  collect_sums (intervals, g_ptr_array_index (intervals->self->groups, index), stride, &drawn);
  values = g_new (float, (gsize) options->rounds * n_axes);
  plx_random_init (&random, options->seed);
  for (guint round = 0; round < options->rounds && wanted; round++)
    {
      bootstrap_round (&random, &drawn, stride, n_axes, means);
      wanted = is_wanted (options);
      for (guint axis = 0; axis < n_axes; axis++)
        values[axis * options->rounds + round] = means[axis];
    }
  for (guint axis = 0; axis < n_axes && wanted; axis++)
    plx_bootstrap_interval (values + axis * options->rounds, options->rounds, options->confidence,
                            &row->axes[axis].low, &row->axes[axis].high);
  g_array_unref (drawn.sums);
  g_array_unref (drawn.first);
}

void
plx_summary_set_intervals (const PlxSummariser       *self,
                           const PlxSummarySelection *selection,
                           const PlxSummaryOptions   *options,
                           PlxSummaryRow            **rows)
{
  Intervals intervals = { self, selection, options, rows };

  if (options->rounds > 0)
    plx_summary_run (set_interval, &intervals, self->groups->len);
}
