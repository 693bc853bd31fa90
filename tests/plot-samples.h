/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Made-up figures for the tests and the gallery of charts. */

#include "analysis/summary/plx-summary.h"
#include "ui/plot/plx-plot.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint       n_articles, n_sentences;
  struct
  {
    double score, half; /* the interval is score ± half */
    guint  n_cues;
  } axes[3];
} PlotSample;

static const PlotSample plot_samples[] = {
  { "Harbour Post", 3, 84, { { -0.31, 0.12, 41 }, { -0.42, 0.20, 27 }, { -0.12, 0.15, 14 } } },
  { "The Daily Lamp", 2, 61, { { 0.22, 0.14, 30 }, { 0.31, 0.16, 19 }, { 0.02, 0.11, 12 } } },
  { "Northern Wire", 5, 143, { { -0.04, 0.07, 52 }, { -0.08, 0.09, 33 }, { -0.05, 0.06, 20 } } },
  { "Ledger & Exchange", 1, 38, { { -0.18, 0.25, 16 }, { -0.22, 0.30, 11 }, { -0.35, 0.22, 9 } } },
  { "People's Voice", 4, 97, { { 0.12, 0.09, 37 }, { -0.51, 0.13, 44 }, { 0.28, 0.12, 25 } } },
  { "chipwatch.blog", 1, 22, { { 0.05, 0.30, 6 }, { 0.10, 0.40, 2 }, { -0.20, 0.50, 1 } } },
};

static inline PlxSummary *
plot_summary_new (guint n_axes)
{
  static const char *const axes[][3] = {
    { "tone", "negative", "positive" },
    { "relations", "retaliation", "thaw" },
    { "stance", "skeptical", "favorable" },
  };
  PlxSummary *summary = g_new0 (PlxSummary, 1);

  summary->n_axes = n_axes;
  for (guint i = 0; i < n_axes; i++)
    summary->axes[i] = (PlxAxis) { g_strdup (axes[i][0]), g_strdup (axes[i][1]),
                                   g_strdup (axes[i][2]) };
  summary->rows = g_ptr_array_new ();
  return summary;
}

/* The library frees its own summaries; those made by hand are freed by hand. */
static inline void
plot_summary_free (PlxSummary *summary)
{
  for (guint i = 0; i < summary->rows->len; i++)
    {
      PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

      g_free (row->name);
      g_free (row);
    }
  g_ptr_array_unref (summary->rows);
  for (guint i = 0; i < summary->n_axes; i++)
    {
      g_free (summary->axes[i].id);
      g_free (summary->axes[i].negative);
      g_free (summary->axes[i].positive);
    }
  g_free (summary);
}

static inline PlxSummaryRow *
plot_summary_add (PlxSummary       *summary,
                  const PlotSample *sample)
{
  PlxSummaryRow *row = g_new0 (PlxSummaryRow, 1);

  row->name = g_strdup (sample->name);
  row->n_articles = sample->n_articles;
  row->n_sentences = sample->n_sentences;
  row->n_words = sample->n_sentences * 22;
  for (guint i = 0; i < summary->n_axes; i++)
    row->axes[i] = (PlxSummaryAxis) {
      .score = sample->axes[i].score,
      .low = MAX (sample->axes[i].score - sample->axes[i].half, -1),
      .high = MIN (sample->axes[i].score + sample->axes[i].half, 1),
      .direction = sample->axes[i].score * 1.3,
      .intensity = 100.0 * sample->axes[i].n_cues / MAX (row->n_words, 1),
      .n_cues = sample->axes[i].n_cues,
      .enough = sample->axes[i].n_cues >= PLX_SUMMARY_MIN_CUES,
    };
  g_ptr_array_add (summary->rows, row);
  return row;
}

/* @n_rows: up to six are those above, further ones are computed */
static inline PlxSummary *
plot_summary_sample (guint n_rows,
                     guint n_axes)
{
  PlxSummary *summary = plot_summary_new (n_axes);

  for (guint i = 0; i < n_rows; i++)
    {
      PlotSample sample = plot_samples[i % G_N_ELEMENTS (plot_samples)];
      g_autofree char *name = NULL;

      if (i >= G_N_ELEMENTS (plot_samples))
        {
          name = g_strdup_printf ("%s %u", sample.name, i / 6 + 1);
          sample.name = name;
          for (guint axis = 0; axis < 3; axis++)
            sample.axes[axis].score = 0.6 * sin (i * 1.7 + axis);
        }
      plot_summary_add (summary, &sample);
    }
  return summary;
}

static const PlxAxis plot_axis = { (char *) "relations", (char *) "retaliation", (char *) "thaw" };

static inline PlxChart *
plot_map_sample (const PlxSummary *summary,
                 guint             n_points)
{
  PlxChart *chart = plx_map_chart_new (summary, 1, 0);
  g_autofree PlxMapPoint *points = g_new0 (PlxMapPoint, n_points + 1);

  for (guint i = 0; i < n_points; i++)
    {
      guint row = i % summary->rows->len;
      const PlxSummaryRow *source = g_ptr_array_index (summary->rows, row);

      points[i] = (PlxMapPoint) { row, source->axes[1].score + 0.18 * sin (i * 2.1),
                                  source->axes[0].score + 0.15 * cos (i * 3.3),
                                  "Talks resume on chip exports" };
    }
  plx_map_chart_set_points (chart, points, n_points);
  return chart;
}

static inline PlxChart *
plot_flow_sample (guint n_articles)
{
  static const char *const titles[] = {
    "Ministers agree to meet after a summer of chip bans", "Talks resume", NULL,
    "Beijing strikes back at new export curbs, and the bill lands on chip makers everywhere",
    "A thaw that nobody trusts",
  };
  PlxChart *chart = plx_flow_chart_new (&plot_axis);

  for (guint i = 0; i < n_articles; i++)
    {
      guint n = 12 + i * 7 % 25;
      g_autofree PlxFlowSentence *sentences = g_new0 (PlxFlowSentence, n);

      for (guint j = 0; j < n; j++)
        sentences[j] = (PlxFlowSentence) {
          .score = CLAMP (sin (j * 1.9 + i) + 0.4 * cos (i * 2.0), -1, 1),
          .n_words = 8 + (j * 13 + i * 5) % 25,
          .n_cues = (j + i) % 3 == 0 ? 0 : 1 + j % 3,
          .flags = j == 0 ? PLX_FLOW_TITLE : (j + i) % 5 == 1 ? PLX_FLOW_QUOTE : 0,
        };
      plx_flow_chart_add_article (chart, i + 1, plot_samples[i % 6].name,
                                  titles[i % G_N_ELEMENTS (titles)], sentences, n);
    }
  return chart;
}

static inline PlxChart *
plot_timeline_sample (guint n_sources,
                      guint n_points,
                      guint n_days)
{
  PlxChart *chart = plx_timeline_chart_new (&plot_axis);
  double start = 0;

  g_assert_true (plx_timeline_day ("2023-11-03", &start));
  for (guint i = 0; i < n_sources; i++)
    {
      g_autofree PlxTimelinePoint *points = g_new0 (PlxTimelinePoint, n_points + 1);

      for (guint j = 0; j < n_points; j++)
        points[j] = (PlxTimelinePoint) {
          .day = start + (j * 37 + i * 11) % MAX (n_days * 10, 1) / 10.0,
          .score = 0.5 * sin (j * 0.9 + i) + 0.2 * cos (j * 2.3),
          .enough = (i + j) % 7 != 3,
          .title = "Talks resume on chip exports",
        };
      plx_timeline_chart_add_source (chart, plot_samples[i % 6].name, points, n_points);
    }
  return chart;
}

static inline PlxChart *
plot_voices_sample (void)
{
  static const struct
  {
    guint       source;
    const char *speaker;
    guint       n_words;
    double      share, score, half;
    guint       n_cues;
  } rows[] = {
    { 0, "Wang Wentao", 210, 0.11, -0.61, 0.22, 9 }, { 0, NULL, 1480, 0.80, -0.28, 0.14, 31 },
    { 0, "an unnamed diplomat of the delegation", 60, 0.03, 0.2, 0.5, 2 },
    { 1, NULL, 900, 0.67, 0.35, 0.12, 17 },
    { 1, "Gina Raimondo", 330, 0.25, 0.48, 0.19, 8 },
    { 1, "Sanjay Mehrotra", 110, 0.08, 0.05, 0.3, 5 },
    { 2, NULL, 2600, 1.0, -0.08, 0.1, 33 },
  };
  PlxChart *chart = plx_voices_chart_new (&plot_axis);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PlxVoicesRow row = {
        .source = plot_samples[rows[i].source].name,
        .speaker = rows[i].speaker,
        .n_words = rows[i].n_words,
        .share = rows[i].share,
        .figures = { .score = rows[i].score, .low = rows[i].score - rows[i].half,
                     .high = rows[i].score + rows[i].half, .n_cues = rows[i].n_cues,
                     .enough = rows[i].n_cues >= PLX_SUMMARY_MIN_CUES },
      };

      plx_voices_chart_add (chart, &row);
    }
  return chart;
}

static inline PlxChart *
plot_shift_sample (guint n_words)
{
  static const char *const words[] = { "tit-for-tat", "resume talks", "ban", "olive branch",
                                       "retaliate*", "sanctions … lifted", "crackdown", "thaw",
                                       "decouple", "cooperation", "blacklist", "goodwill" };
  PlxChart *chart = plx_shift_chart_new (&plot_axis, "The Daily Lamp", "Harbour Post");

  for (guint i = 0; i < n_words; i++)
    {
      double rate_a = 1 + 3 * fabs (sin (i * 1.7));
      double rate_b = 1 + 3 * fabs (cos (i * 1.3));
      PlxShiftWord word = {
        .word = words[i % G_N_ELEMENTS (words)],
        .contribution = 0.18 / (i + 1.0) * (i % 3 == 1 ? -1 : 1),
        .rate_a = rate_a,
        .rate_b = rate_b,
      };

      plx_shift_chart_add (chart, &word);
    }
  plx_shift_chart_set_difference (chart, &(PlxDifference) { 0.31, -0.42, 0.004, PLX_UNIT_ARTICLES });
  return chart;
}
