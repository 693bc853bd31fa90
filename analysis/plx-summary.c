/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-summary.h"

#include <math.h>
#include <string.h>

#include "plx-bootstrap.h"

/* What is kept of an article: of its sentences only what a mean needs. */
typedef struct
{
  guint32 first_sentence; /* into the group's sentences */
  guint32 n_sentences;
  guint32 n_words;
} ArticleRecord;

typedef struct
{
  guint32 voice;   /* 0: the reporter */
  guint16 flags;   /* PlxSentenceFlags */
  guint16 n_words;
} SentenceRecord;

typedef struct
{
  float   positive, negative;
  guint32 n_cues;
} AxisRecord;

typedef struct
{
  char   *name;
  GArray *articles;  /* of ArticleRecord */
  GArray *sentences; /* of SentenceRecord */
  GArray *sums;      /* of float: `stride` for each sentence: weight, weight × score … */
  GArray *evidence;  /* of AxisRecord: n_axes for each sentence */
} Group;

struct _PlxSummariser
{
  guint       n_axes;
  PlxAxis     axes[PLX_MAX_AXES];
  guint       stride;
  GHashTable *by_name; /* of Group, owned by `groups` */
  GPtrArray  *groups;
};

static void
copy_axes (PlxAxis       *to,
           const PlxAxis *from,
           guint          n)
{
  for (guint i = 0; i < n; i++)
    to[i] = (PlxAxis) { g_strdup (from[i].id), g_strdup (from[i].negative), g_strdup (from[i].positive) };
}

static void
clear_axes (PlxAxis *axes,
            guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      g_free (axes[i].id);
      g_free (axes[i].negative);
      g_free (axes[i].positive);
    }
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_array_unref (group->articles);
  g_array_unref (group->sentences);
  g_array_unref (group->sums);
  g_array_unref (group->evidence);
  g_free (group);
}

PlxSummariser *
plx_summariser_new (const PlxLexicon *lexicon)
{
  PlxSummariser *self;

  g_return_val_if_fail (lexicon != NULL, NULL);

  self = g_new0 (PlxSummariser, 1);
  self->n_axes = plx_lexicon_get_n_axes (lexicon);
  for (guint i = 0; i < self->n_axes; i++)
    copy_axes (&self->axes[i], plx_lexicon_get_axis (lexicon, i), 1);
  self->stride = plx_bootstrap_stride (self->n_axes);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

void
plx_summariser_free (PlxSummariser *self)
{
  if (self == NULL)
    return;

  clear_axes (self->axes, self->n_axes);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

static Group *
ensure_group (PlxSummariser *self,
              const char    *name)
{
  Group *group = g_hash_table_lookup (self->by_name, name);

  if (group != NULL)
    return group;
  group = g_new0 (Group, 1);
  group->name = g_strdup (name);
  group->articles = g_array_new (FALSE, FALSE, sizeof (ArticleRecord));
  group->sentences = g_array_new (FALSE, FALSE, sizeof (SentenceRecord));
  group->sums = g_array_new (FALSE, FALSE, sizeof (float));
  group->evidence = g_array_new (FALSE, FALSE, sizeof (AxisRecord));
  g_hash_table_insert (self->by_name, group->name, group);
  g_ptr_array_add (self->groups, group);
  return group;
}

/* Appends weight and weight × score of each axis, padded to @stride. */
static void
append_sums (GArray                *sums,
             const PlxReading      *reading,
             const PlxReadSentence *sentence,
             guint                  stride)
{
  float unit[PLX_MAX_AXES + 4] = { 0 };
  double weight = plx_reading_sentence_weight (reading, sentence);

  unit[0] = (float) weight;
  for (guint axis = 0; axis < reading->n_axes; axis++)
    unit[1 + axis] = (float) (weight * sentence->axes[axis].score);
  g_array_append_vals (sums, unit, stride);
}

void
plx_summariser_add (PlxSummariser    *self,
                    const char       *group_name,
                    const PlxReading *reading)
{
  Group *group;
  ArticleRecord article = { 0 };

  g_return_if_fail (self != NULL && reading != NULL);
  g_return_if_fail (reading->n_axes == self->n_axes);

  group = ensure_group (self, group_name != NULL ? group_name : "");
  article.first_sentence = group->sentences->len;
  article.n_words = reading->n_words;
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const PlxReadSentence *sentence = &g_array_index (reading->sentences, PlxReadSentence, i);
      SentenceRecord record = { sentence->voice, (guint16) sentence->flags,
                                (guint16) MIN (sentence->n_words, G_MAXUINT16) };

      if (sentence->flags & PLX_SENTENCE_LEFT_OUT)
        continue;
      article.n_sentences++;
      g_array_append_val (group->sentences, record);
      append_sums (group->sums, reading, sentence, self->stride);
      for (guint axis = 0; axis < self->n_axes; axis++)
        {
          AxisRecord evidence = { (float) sentence->axes[axis].positive,
                                  (float) sentence->axes[axis].negative, sentence->axes[axis].n_cues };

          g_array_append_val (group->evidence, evidence);
        }
    }
  g_array_append_val (group->articles, article);
}

/* A group's sentences as the options let them through, article by article. */
typedef struct
{
  GArray *sums;  /* of float */
  GArray *first; /* of guint32: where each article's begin; one more at the end */
} Selection;

static gboolean
is_selected (const SentenceRecord    *sentence,
             const PlxSummaryOptions *options)
{
  if (options->reporter_only && sentence->voice != 0)
    return FALSE;
  return !options->wire_once || !(sentence->flags & PLX_SENTENCE_WIRE);
}

/* Fills the row's counts and the selection. */
static void
select_sentences (const PlxSummariser     *self,
                  const Group             *group,
                  const PlxSummaryOptions *options,
                  PlxSummaryRow           *row,
                  Selection               *selection)
{
  for (guint a = 0; a < group->articles->len; a++)
    {
      const ArticleRecord *article = &g_array_index (group->articles, ArticleRecord, a);
      guint32 first = selection->sums->len / self->stride;

      for (guint32 i = article->first_sentence; i < article->first_sentence + article->n_sentences; i++)
        {
          const SentenceRecord *sentence = &g_array_index (group->sentences, SentenceRecord, i);

          if (!is_selected (sentence, options))
            continue;
          g_array_append_vals (selection->sums, &g_array_index (group->sums, float, i * self->stride),
                               self->stride);
          row->n_sentences++;
          row->n_words += sentence->n_words;
          for (guint axis = 0; axis < self->n_axes; axis++)
            {
              const AxisRecord *evidence = &g_array_index (group->evidence, AxisRecord,
                                                           i * self->n_axes + axis);

              row->axes[axis].positive += evidence->positive;
              row->axes[axis].negative += evidence->negative;
              row->axes[axis].n_cues += evidence->n_cues;
            }
        }
      /* an article of which nothing is left takes no part */
      if (selection->sums->len / self->stride > first)
        g_array_append_val (selection->first, first);
    }
  row->n_articles = selection->first->len;
  {
    guint32 end = selection->sums->len / self->stride;

    g_array_append_val (selection->first, end);
  }
}

/* The mean over articles of each article's weighted mean, on every axis. */
static void
mean_of_articles (const Selection *selection,
                  guint            stride,
                  guint            n_axes,
                  double          *out_means)
{
  guint n = selection->first->len - 1;

  memset (out_means, 0, n_axes * sizeof *out_means);
  for (guint a = 0; a < n; a++)
    {
      double sums[PLX_MAX_AXES + 4] = { 0 };

      for (guint32 i = g_array_index (selection->first, guint32, a);
           i < g_array_index (selection->first, guint32, a + 1); i++)
        {
          for (guint k = 0; k <= n_axes; k++)
            sums[k] += g_array_index (selection->sums, float, i * stride + k);
        }
      for (guint axis = 0; axis < n_axes; axis++)
        out_means[axis] += sums[1 + axis] / sums[0];
    }
  for (guint axis = 0; axis < n_axes; axis++)
    out_means[axis] = n > 0 ? out_means[axis] / n : NAN;
}

/* One round: articles drawn with replacement, sentences within each. */
static void
bootstrap_round (PlxRandom       *random,
                 const Selection *selection,
                 guint            stride,
                 guint            n_axes,
                 float           *out_means)
{
  guint n = selection->first->len - 1;
  float drawn[PLX_MAX_AXES + 4];

  memset (out_means, 0, n_axes * sizeof *out_means);
  for (guint a = 0; a < n; a++)
    {
      guint32 article = n == 1 ? 0 : plx_random_below (random, n);
      guint32 first = g_array_index (selection->first, guint32, article);
      guint32 end = g_array_index (selection->first, guint32, article + 1);

      plx_bootstrap_draw (random, &g_array_index (selection->sums, float, first * stride), end - first,
                          stride, drawn);
      for (guint axis = 0; axis < n_axes; axis++)
        out_means[axis] += drawn[1 + axis] / drawn[0];
    }
  for (guint axis = 0; axis < n_axes; axis++)
    out_means[axis] /= (float) n;
}

static void
set_intervals (PlxSummaryRow           *row,
               const Selection         *selection,
               guint                    stride,
               guint                    n_axes,
               const PlxSummaryOptions *options)
{
  g_autofree float *values = NULL;
  PlxRandom random;
  float means[PLX_MAX_AXES];

  if (options->rounds == 0 || row->n_articles == 0)
    return;
  values = g_new (float, (gsize) options->rounds * n_axes);
  plx_random_init (&random, options->seed);
  for (guint round = 0; round < options->rounds; round++)
    {
      bootstrap_round (&random, selection, stride, n_axes, means);
      for (guint axis = 0; axis < n_axes; axis++)
        values[axis * options->rounds + round] = means[axis];
    }
  for (guint axis = 0; axis < n_axes; axis++)
    plx_bootstrap_interval (values + axis * options->rounds, options->rounds, options->confidence,
                            &row->axes[axis].low, &row->axes[axis].high);
}

static PlxSummaryRow *
summarise_group (const PlxSummariser     *self,
                 const Group             *group,
                 const PlxSummaryOptions *options)
{
  PlxSummaryRow *row = g_new0 (PlxSummaryRow, 1);
  Selection selection = { g_array_new (FALSE, FALSE, sizeof (float)),
                          g_array_new (FALSE, FALSE, sizeof (guint32)) };
  double means[PLX_MAX_AXES];

  row->name = g_strdup (group->name);
  select_sentences (self, group, options, row, &selection);
  mean_of_articles (&selection, self->stride, self->n_axes, means);
  for (guint i = 0; i < self->n_axes; i++)
    {
      PlxSummaryAxis *axis = &row->axes[i];

      axis->score = axis->low = axis->high = means[i];
      axis->enough = axis->n_cues >= PLX_SUMMARY_MIN_CUES;
      axis->direction = axis->n_cues < PLX_DIRECTION_MIN_CUES
                          ? NAN : (axis->positive - axis->negative) /
                                    (axis->positive + axis->negative + PLX_DIRECTION_PRIOR);
      axis->intensity = row->n_words > 0 ? 100.0 * axis->n_cues / row->n_words : 0.0;
    }
  set_intervals (row, &selection, self->stride, self->n_axes, options);
  g_array_unref (selection.sums);
  g_array_unref (selection.first);
  return row;
}

static void
row_free (gpointer data)
{
  PlxSummaryRow *row = data;

  g_free (row->name);
  g_free (row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const PlxSummaryRow *first = *(const PlxSummaryRow *const *) a;
  const PlxSummaryRow *second = *(const PlxSummaryRow *const *) b;

  return strcmp (first->name, second->name);
}

PlxSummary *
plx_summariser_finish (PlxSummariser           *self,
                       const PlxSummaryOptions *options)
{
  PlxSummary *summary;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  summary = g_new0 (PlxSummary, 1);
  summary->n_axes = self->n_axes;
  copy_axes (summary->axes, self->axes, self->n_axes);
  summary->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < self->groups->len; i++)
    g_ptr_array_add (summary->rows, summarise_group (self, g_ptr_array_index (self->groups, i), options));
  g_ptr_array_sort (summary->rows, compare_rows);
  return summary;
}

void
plx_summary_free (PlxSummary *self)
{
  if (self == NULL)
    return;

  clear_axes (self->axes, self->n_axes);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const PlxSummaryRow *
plx_summary_find_row (const PlxSummary *self,
                      const char       *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->rows, i);

      if (g_strcmp0 (row->name, name) == 0)
        return row;
    }
  return NULL;
}
