/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-chart.h"

#include <math.h>
#include <string.h>

/* Speakers that a source shows beside others, and by itself. */
#define MAX_SPEAKERS 5
#define MAX_SPEAKERS_ALONE 40

/* What the makers of the kinds share. */
typedef struct
{
  PlxCorpus                   *corpus;
  const PlxSummary            *summary;
  const PlxCorpusChartOptions *options;
  PlxLexicon                  *lexicon;
  PlxChart                    *chart;
} Maker;

static const PlxAxis *
get_axis (const Maker *self)
{
  return &self->summary->axes[self->options->axis];
}

static guint
find_row (const Maker *self,
          const char  *source)
{
  for (guint i = 0; i < self->summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->summary->rows, i);

      if (g_strcmp0 (row->name, source != NULL ? source : "") == 0)
        return i;
    }
  return PLX_NONE;
}

/* Goes through the articles of a source or all, source by source. */
typedef struct
{
  const Maker         *maker;
  const PlxCorpusKept *kept;
  guint                next, end;
  guint                row; /* of the source in the summary, or PLX_NONE */
  PlxKeptArticle       article; /* the one gone to */
} Walk;

static void
walk_init (Walk                *self,
           const Maker         *maker,
           gint64               source_id,
           const PlxCorpusKept *kept)
{
  *self = (Walk) { .maker = maker, .kept = kept };
  self->end = plx_corpus_kept_find_source (kept, source_id, &self->next);
  self->end += self->next;
}

/* Goes to the next article that something of is in, and whose source has a row. */
static gboolean
walk_next (Walk *self)
{
  while (self->next < self->end)
    {
      const char *source = self->article.source;

      plx_corpus_kept_get_article (self->kept, self->next++, &self->article);
      if (self->article.source != source)
        self->row = find_row (self->maker, self->article.source);
      if (self->row != PLX_NONE && self->article.is_in)
        return TRUE;
    }
  return FALSE;
}

static PlxCorpusKept *
dup_kept (const Maker  *self,
          GCancellable *cancellable,
          GError      **error)
{
  if (self->options->kept != NULL)
    return plx_corpus_kept_ref (self->options->kept);
  return plx_corpus_dup_kept (self->corpus, self->lexicon, self->options->filter, cancellable, error);
}

/* Returns: (transfer full) (nullable): NULL with @error set, and without one if the lexicon was
 *   changed meanwhile: a newer chart is on its way */
static PlxReading *
read_article (const Maker          *self,
              const PlxKeptArticle *article,
              GError              **error)
{
  g_autoptr (PlxReading) reading =
    plx_corpus_dup_filtered_reading (self->corpus, article->id, self->options->filter, error);

  if (reading == NULL ||
      g_strcmp0 (reading->lexicon_digest, plx_lexicon_get_digest (self->lexicon)) != 0)
    return NULL;
  return g_steal_pointer (&reading);
}

/* The source at one end of the axis, for a word shift that names none. */
static const char *
find_extreme (const Maker *self,
              gboolean     highest,
              const char  *other)
{
  const PlxSummaryRow *best = NULL;

  for (guint i = 0; i < self->summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->summary->rows, i);
      double score = row->axes[self->options->axis].score;

      if (!isfinite (score) || g_strcmp0 (row->name, other) == 0)
        continue;
      if (best == NULL || (highest ? score > best->axes[self->options->axis].score
                                   : score < best->axes[self->options->axis].score))
        best = row;
    }
  return best != NULL ? best->name : NULL;
}

/* The makers of the kinds, all of one shape. */
#define MAKE_PARAMETERS \
  Maker *self, PlxProgressFunc progress, gpointer progress_data, GCancellable *cancellable, \
  GError **error

static gboolean
make_framing (MAKE_PARAMETERS)
{
  self->chart = plx_framing_chart_new (self->summary);
  plx_framing_chart_set_sort (self->chart, PLX_PLOT_SORT_SCORE, self->options->axis);
  return TRUE;
}

static gboolean
make_map (MAKE_PARAMETERS)
{
  g_autoptr (PlxCorpusKept) kept = dup_kept (self, cancellable, error);
  g_autoptr (GArray) points = NULL;
  Walk walk;

  if (kept == NULL)
    return FALSE;

  walk_init (&walk, self, 0, kept);
  points = g_array_sized_new (FALSE, FALSE, sizeof (PlxMapPoint), walk.end);
  while (walk_next (&walk))
    {
      PlxMapPoint point = {
        .row = walk.row,
        .x = walk.article.figures[self->options->x_axis].score,
        .y = walk.article.figures[self->options->axis].score,
        .title = walk.article.title,
        .article = walk.article.id,
      };

      g_array_append_val (points, point);
    }
  self->chart = plx_map_chart_new (self->summary, self->options->x_axis, self->options->axis);
  plx_map_chart_set_points (self->chart, (const PlxMapPoint *) (gpointer) points->data,
                            points->len);
  return TRUE;
}

static gboolean
add_flow_strip (const Maker          *self,
                const PlxKeptArticle *article,
                GError              **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (PlxReading) reading = read_article (self, article, &local_error);

  if (reading != NULL)
    plx_flow_chart_add_reading (self->chart, article->id, article->source, article->title, reading,
                                self->options->axis);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Only what is on the page is read. */
static gboolean
make_flow (MAKE_PARAMETERS)
{
  g_autoptr (PlxCorpusKept) kept = dup_kept (self, cancellable, error);
  guint first = self->options->first_article;
  guint n_all = 0, n_shown = 0;
  Walk walk;

  if (kept == NULL)
    return FALSE;

  self->chart = plx_flow_chart_new (get_axis (self));
  walk_init (&walk, self, self->options->source_id, kept);
  while (walk_next (&walk))
    {
      if (n_all++ < first || n_shown == self->options->max_articles)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !add_flow_strip (self, &walk.article, error))
        return FALSE;
      n_shown++;
    }
  plx_flow_chart_set_part (self->chart, MIN (first, n_all), n_all);
  return TRUE;
}

/* Adds a source's points, and empties them for the next. */
static void
add_timeline_source (PlxChart   *chart,
                     const char *name,
                     GArray     *points)
{
  if (points->len > 0)
    plx_timeline_chart_add_source (chart, name, (const PlxTimelinePoint *) (gpointer) points->data,
                                   points->len);
  g_array_set_size (points, 0);
}

static gboolean
make_timeline (MAKE_PARAMETERS)
{
  g_autoptr (PlxCorpusKept) kept = dup_kept (self, cancellable, error);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (PlxTimelinePoint));
  const char *name = NULL;
  Walk walk;

  if (kept == NULL)
    return FALSE;

  self->chart = plx_timeline_chart_new (get_axis (self));
  walk_init (&walk, self, self->options->source_id, kept);
  while (walk_next (&walk))
    {
      const PlxSummaryFigure *figure = &walk.article.figures[self->options->axis];
      PlxTimelinePoint point = {
        .score = figure->score,
        .enough = figure->n_cues >= PLX_SUMMARY_MIN_CUES,
        .title = walk.article.title,
        .article = walk.article.id,
      };

      if (name != NULL && name != walk.article.source)
        add_timeline_source (self->chart, name, points);
      name = walk.article.source;
      if (plx_timeline_day (walk.article.date, &point.day))
        g_array_append_val (points, point);
    }
  if (name != NULL)
    add_timeline_source (self->chart, name, points);
  return TRUE;
}

static gboolean
make_voices (MAKE_PARAMETERS)
{
  g_autoptr (PlxCorpusKept) kept = dup_kept (self, cancellable, error);
  gint64 source_id = self->options->source_id;
  g_autoptr (GArray) rows = NULL;

  if (kept == NULL)
    return FALSE;

  rows = plx_corpus_kept_list_voices (kept, source_id, &self->options->options,
                                      source_id != 0 ? MAX_SPEAKERS_ALONE : MAX_SPEAKERS,
                                      cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->chart = plx_voices_chart_new (get_axis (self));
  for (guint i = 0; i < rows->len; i++)
    {
      const PlxVoiceRow *row = &g_array_index (rows, PlxVoiceRow, i);

      plx_voices_chart_add (self->chart, &(PlxVoicesRow) { row->source, row->speaker,
                                                           row->row.n_words, row->share,
                                                           row->row.axes[self->options->axis] });
    }
  return TRUE;
}

/* Reads the articles of the two sources. */
static gboolean
add_shift (Maker              *self,
           const char *const   names[2],
           PlxComparison      *comparison,
           PlxProgressFunc     progress,
           gpointer            progress_data,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (PlxCorpusKept) kept = dup_kept (self, cancellable, error);
  guint n;

  if (kept == NULL)
    return FALSE;

  n = plx_corpus_kept_get_n_articles (kept);
  for (guint i = 0; i < n; i++)
    {
      PlxKeptArticle article;

      plx_corpus_kept_get_article (kept, i, &article);
      for (guint side = 0; side < 2; side++)
        {
          g_autoptr (PlxReading) reading = NULL;
          g_autoptr (GError) local_error = NULL;

          if (strcmp (article.source, names[side]) != 0)
            continue;
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          reading = read_article (self, &article, &local_error);
          if (reading != NULL)
            plx_comparison_add (comparison, side, reading);
          else if (local_error != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&local_error));
              return FALSE;
            }
        }
      if (progress != NULL)
        progress (i + 1, n, progress_data);
    }
  return TRUE;
}

static gboolean
make_shift (MAKE_PARAMETERS)
{
  g_autoptr (PlxComparison) comparison = plx_comparison_new (self->lexicon);
  g_autoptr (GArray) shifts = NULL;
  PlxDifference difference;
  const char *names[2] = { self->options->source_a, self->options->source_b };

  if (names[0] == NULL)
    names[0] = find_extreme (self, TRUE, names[1]);
  if (names[1] == NULL)
    names[1] = find_extreme (self, FALSE, names[0]);
  for (guint i = 0; i < 2; i++)
    {
      if (names[i] == NULL || find_row (self, names[i]) == PLX_NONE)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no source “%s”",
                       names[i] != NULL ? names[i] : "");
          return FALSE;
        }
    }

  self->chart = plx_shift_chart_new (get_axis (self), names[0], names[1]);
  if (!add_shift (self, names, comparison, progress, progress_data, cancellable, error))
    return FALSE;

  plx_comparison_test (comparison, self->options->axis, PLX_PERMUTATION_DEFAULT_ROUNDS,
                       PLX_BOOTSTRAP_DEFAULT_SEED, &difference);
  shifts = plx_comparison_list_shifts (comparison, self->options->axis);
  plx_shift_chart_fill (self->chart, self->lexicon, &difference, shifts);
  return TRUE;
}

static const char *const kinds[] = {
  "framing", "map", "flow", "timeline", "voices", "shift", NULL
};

const char *const *
plx_corpus_chart_list_kinds (void)
{
  return kinds;
}

PlxChart *
plx_corpus_chart_new (const char                  *kind,
                      PlxCorpus                   *corpus,
                      const PlxSummary            *summary,
                      const PlxCorpusChartOptions *options,
                      PlxProgressFunc              progress,
                      gpointer                     progress_data,
                      GCancellable                *cancellable,
                      GError                     **error)
{
  static gboolean (*const makers[]) (MAKE_PARAMETERS) = {
    make_framing, make_map, make_flow, make_timeline, make_voices, make_shift,
  };
  g_autoptr (PlxLexicon) lexicon = NULL;
  Maker maker = { corpus, summary, options };

  g_return_val_if_fail (kind != NULL && PLX_IS_CORPUS (corpus), NULL);
  g_return_val_if_fail (summary != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->axis < summary->n_axes, NULL);
  g_return_val_if_fail (options->x_axis < summary->n_axes, NULL);

  maker.lexicon = lexicon = plx_lexicon_ref (options->lexicon != NULL
                                               ? options->lexicon
                                               : plx_corpus_get_lexicon (corpus));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (strcmp (kinds[i], kind) == 0 &&
          makers[i] (&maker, progress, progress_data, cancellable, error))
        return maker.chart;
    }
  plx_chart_free (maker.chart);
  return NULL;
}
