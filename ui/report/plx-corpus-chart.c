/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-corpus-chart.h"

#include <math.h>
#include <string.h>

#include "ui/plot/plx-shift-data.h"
#include "ui/plot/plx-voices-data.h"

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
  gpointer                     data;    /* of the kind */
} Maker;

typedef void (*ArticleFunc) (Maker *self, const PlxArticleInfo *info, const PlxReading *reading);

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

static gboolean
add_article (Maker                *self,
             const PlxArticleInfo *info,
             ArticleFunc           func,
             GError              **error)
{
  g_autoptr (PlxReading) reading =
    plx_corpus_dup_filtered_reading (self->corpus, info->id, self->options->filter, error);

  if (reading == NULL)
    return FALSE;
  /* The lexicon was changed meanwhile: a newer chart is on its way. */
  if (g_strcmp0 (reading->lexicon_digest, plx_lexicon_get_digest (self->lexicon)) == 0)
    func (self, info, reading);
  return TRUE;
}

static gboolean
add_articles (Maker           *self,
              GPtrArray       *infos,
              guint            first,
              guint            n,
              ArticleFunc      func,
              PlxProgressFunc  progress,
              gpointer         progress_data,
              GCancellable    *cancellable,
              GError         **error)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !add_article (self, g_ptr_array_index (infos, first + i), func, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n, progress_data);
    }
  return TRUE;
}

/* @source_id: 0 for all */
static gboolean
for_each_article (Maker           *self,
                  gint64           source_id,
                  ArticleFunc      func,
                  PlxProgressFunc  progress,
                  gpointer         progress_data,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_autoptr (GPtrArray) infos = plx_corpus_list_filtered (self->corpus, source_id,
                                                          self->options->filter, error);

  return infos != NULL && add_articles (self, infos, 0, infos->len, func, progress, progress_data,
                                        cancellable, error);
}

static void
add_map_point (Maker                *self,
               const PlxArticleInfo *info,
               const PlxReading     *reading)
{
  PlxMapPoint point = {
    .row = find_row (self, info->source),
    .x = reading->axes[self->options->x_axis].score,
    .y = reading->axes[self->options->axis].score,
    .article = info->id,
  };

  if (point.row == PLX_NONE)
    return;

  point.title = g_strdup (info->title);
  g_array_append_val ((GArray *) self->data, point);
}

static void
add_flow (Maker                *self,
          const PlxArticleInfo *info,
          const PlxReading     *reading)
{
  plx_flow_chart_add_reading (self->chart, info->id, info->source, info->title, reading,
                              self->options->axis);
}

/* One array of points for each row of the summary. */
static void
add_timeline_point (Maker                *self,
                    const PlxArticleInfo *info,
                    const PlxReading     *reading)
{
  GArray **rows = self->data;
  guint row = find_row (self, info->source);
  PlxTimelinePoint point = {
    .score = reading->axes[self->options->axis].score,
    .enough = reading->axes[self->options->axis].n_cues >= PLX_SUMMARY_MIN_CUES,
    .article = info->id,
  };

  if (row == PLX_NONE || !plx_timeline_day (info->date, &point.day))
    return;

  point.title = g_strdup (info->title);
  g_array_append_val (rows[row], point);
}

static void
add_voices (Maker                *self,
            const PlxArticleInfo *info,
            const PlxReading     *reading)
{
  plx_voices_data_add (self->data, info->source, reading);
}

typedef struct
{
  const char   *names[2];
  PlxShiftData *data[2];
} Shift;

static void
add_shift (Maker                *self,
           const PlxArticleInfo *info,
           const PlxReading     *reading)
{
  Shift *shift = self->data;

  for (guint i = 0; i < 2; i++)
    {
      if (g_strcmp0 (info->source != NULL ? info->source : "", shift->names[i]) == 0)
        plx_shift_data_add (shift->data[i], reading);
    }
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

static void
map_point_clear (gpointer data)
{
  g_free ((char *) ((PlxMapPoint *) data)->title);
}

static void
timeline_point_clear (gpointer data)
{
  g_free ((char *) ((PlxTimelinePoint *) data)->title);
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
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (PlxMapPoint));

  g_array_set_clear_func (points, map_point_clear);
  self->chart = plx_map_chart_new (self->summary, self->options->x_axis, self->options->axis);
  self->data = points;
  if (!for_each_article (self, 0, add_map_point, progress, progress_data, cancellable, error))
    return FALSE;

  plx_map_chart_set_points (self->chart, (const PlxMapPoint *) (gpointer) points->data,
                            points->len);
  return TRUE;
}

static gboolean
make_flow (MAKE_PARAMETERS)
{
  g_autoptr (GPtrArray) infos = plx_corpus_list_filtered (self->corpus, self->options->source_id,
                                                          self->options->filter, error);
  guint first, n;

  if (infos == NULL)
    return FALSE;

  first = MIN (self->options->first_article, infos->len);
  n = MIN (infos->len - first, self->options->max_articles);
  self->chart = plx_flow_chart_new (get_axis (self));
  plx_flow_chart_set_part (self->chart, first, infos->len);
  return add_articles (self, infos, first, n, add_flow, progress, progress_data, cancellable,
                       error);
}

static gboolean
make_timeline (MAKE_PARAMETERS)
{
  guint n = self->summary->rows->len;
  g_autofree GArray **rows = g_new0 (GArray *, n + 1);
  gboolean ok;

  for (guint i = 0; i < n; i++)
    {
      rows[i] = g_array_new (FALSE, FALSE, sizeof (PlxTimelinePoint));
      g_array_set_clear_func (rows[i], timeline_point_clear);
    }
  self->chart = plx_timeline_chart_new (get_axis (self));
  self->data = rows;
  ok = for_each_article (self, self->options->source_id, add_timeline_point, progress,
                         progress_data, cancellable, error);
  for (guint i = 0; i < n; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->summary->rows, i);

      if (ok && rows[i]->len > 0)
        plx_timeline_chart_add_source (self->chart, row->name,
                                       (const PlxTimelinePoint *) (gpointer) rows[i]->data,
                                       rows[i]->len);
      g_array_unref (rows[i]);
    }
  return ok;
}

static gboolean
make_voices (MAKE_PARAMETERS)
{
  g_autoptr (PlxVoicesData) data = plx_voices_data_new (self->lexicon);

  self->chart = plx_voices_chart_new (get_axis (self));
  self->data = data;
  if (!for_each_article (self, self->options->source_id, add_voices, progress, progress_data,
                         cancellable, error))
    return FALSE;

  plx_voices_data_fill (data, self->chart, self->options->axis, &self->options->options,
                        self->options->source_id != 0 ? MAX_SPEAKERS_ALONE : MAX_SPEAKERS);
  return TRUE;
}

static gboolean
make_shift (MAKE_PARAMETERS)
{
  g_autoptr (PlxShiftData) a = plx_shift_data_new (self->options->axis);
  g_autoptr (PlxShiftData) b = plx_shift_data_new (self->options->axis);
  Shift shift = { { self->options->source_a, self->options->source_b }, { a, b } };

  if (shift.names[0] == NULL)
    shift.names[0] = find_extreme (self, TRUE, shift.names[1]);
  if (shift.names[1] == NULL)
    shift.names[1] = find_extreme (self, FALSE, shift.names[0]);
  for (guint i = 0; i < 2; i++)
    {
      if (shift.names[i] == NULL || find_row (self, shift.names[i]) == PLX_NONE)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no source “%s”",
                       shift.names[i] != NULL ? shift.names[i] : "");
          return FALSE;
        }
    }

  self->chart = plx_shift_chart_new (get_axis (self), shift.names[0], shift.names[1]);
  self->data = &shift;
  if (!for_each_article (self, 0, add_shift, progress, progress_data, cancellable, error))
    return FALSE;

  plx_shift_data_fill (a, b, self->lexicon, self->chart);
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
