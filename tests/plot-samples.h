/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Made-up figures for the tests and the gallery of charts. */

#include "analysis/plx-summary.h"

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
