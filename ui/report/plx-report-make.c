/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-choices.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plx-corpus-chart.h"

/* So many words of the word shift fit a page. */
#define MAX_SHIFT_WORDS 15
#define STEP 1000

/* Charts, claims and evidence each take a step of the whole. */
typedef struct
{
  PlxProgressFunc func;
  gpointer        user_data;
  guint           step;
  guint           n_steps;
} Steps;

typedef struct
{
  PlxCorpus               *corpus;
  const PlxSummaryOptions *options;
  const PlxCorpusFilter   *filter;
  const PlxReportChoices  *choices;
  PlxReport               *report;
  PlxSummary              *summary; /* borrowed: the report keeps it */
  Steps                    steps;
  GCancellable            *cancellable;
} Maker;

static void
on_progress (guint    done,
             guint    total,
             gpointer user_data)
{
  const Steps *steps = user_data;

  if (steps->func != NULL && total > 0)
    steps->func (steps->step * STEP + (guint) ((guint64) done * STEP / total),
                 steps->n_steps * STEP, steps->user_data);
}

/* Rows of sources that are not wanted go; all that is made of the summary follows it.
 * Returns: FALSE if a wanted one is not there */
static gboolean
choose_sources (PlxSummary         *summary,
                const char *const  *sources,
                guint              *out_n_left_out,
                GError            **error)
{
  guint n_before = summary->rows->len;

  for (guint i = 0; sources[i] != NULL; i++)
    {
      if (plx_summary_find_row (summary, sources[i]) == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no source “%s”",
                       sources[i]);
          return FALSE;
        }
    }
  for (guint i = n_before; i-- > 0;)
    {
      const PlxSummaryRow *row = summary->rows->pdata[i];

      if (!g_strv_contains (sources, row->name))
        g_ptr_array_remove_index (summary->rows, i);
    }
  *out_n_left_out = n_before - summary->rows->len;
  return TRUE;
}

static guint
count_scored (const PlxSummary *summary,
              guint             axis)
{
  guint n = 0;

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = summary->rows->pdata[i];

      n += isfinite (row->axes[axis].score);
    }
  return n;
}

static gboolean
add_chart (Maker       *self,
           const char  *kind,
           GError     **error)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  const char *heading = plx_report_choices_get_label (kind);
  gboolean is_shift = strcmp (kind, "shift") == 0;
  PlxChart *chart;

  options.options = *self->options;
  options.filter = self->filter;
  options.axis = self->choices->part.axis != PLX_AXIS_ALL
                   ? (guint) self->choices->part.axis
                   : plx_framing_chart_find_axis (self->summary);
  options.x_axis = options.axis == 0 && self->summary->n_axes > 1 ? 1 : 0;
  options.source_a = self->choices->shift_a;
  options.source_b = self->choices->shift_b;
  if (is_shift && count_scored (self->summary, options.axis) < 2)
    {
      plx_report_add_chart (self->report, NULL, heading,
                            _("It takes two sources with a score."));
      return TRUE;
    }
  chart = plx_corpus_chart_new (kind, self->corpus, self->summary, &options, on_progress,
                                &self->steps, self->cancellable, error);
  if (chart == NULL)
    return FALSE;
  if (is_shift)
    plx_shift_chart_set_limit (chart, MAX_SHIFT_WORDS);
  plx_report_add_chart (self->report, chart, heading, NULL);
  return TRUE;
}

static gboolean
add_content (Maker   *self,
             GError **error)
{
  const char *const *kinds = plx_report_choices_list_charts ();

  plx_report_set_framing (self->report, plx_report_choices_has_chart (self->choices, "framing"));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (strcmp (kinds[i], "framing") == 0 ||
          !plx_report_choices_has_chart (self->choices, kinds[i]))
        continue;
      if (strcmp (kinds[i], "claims") == 0
            ? !plx_report_add_claims (self->report, self->corpus, on_progress, &self->steps,
                                      self->cancellable, error)
            : !add_chart (self, kinds[i], error))
        return FALSE;
      self->steps.step++;
    }
  return plx_report_add_corpus (self->report, self->corpus, on_progress, &self->steps,
                                self->cancellable, error);
}

static gboolean
set_up (Maker   *self,
        guint    n_left_out,
        GError **error)
{
  const PlxReportChoices *choices = self->choices;
  PlxReport *report = self->report;

  plx_report_set_options (report, self->options);
  plx_report_set_filter (report, self->filter);
  plx_report_set_rtl (report, choices->rtl);
  plx_report_set_left_out (report, n_left_out);
  if (choices->title != NULL && *choices->title != '\0')
    plx_report_set_title (report, choices->title);
  plx_report_set_author (report, choices->author);
  plx_report_set_notes (report, choices->notes);
  plx_report_set_n_evidence (report, choices->n_evidence);
  if (!plx_report_set_part (report, choices->part.source, choices->part.article,
                            choices->part.axis))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no source “%s”",
                   choices->part.source);
      return FALSE;
    }
  return TRUE;
}

PlxReport *
plx_report_make (PlxCorpus                *corpus,
                 const PlxSummaryOptions  *options,
                 const PlxCorpusFilter    *filter,
                 const PlxReportChoices   *choices,
                 PlxProgressFunc           progress,
                 gpointer                  progress_data,
                 GCancellable             *cancellable,
                 GError                  **error)
{
  g_autoptr (PlxSummary) summary = NULL;
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (PlxReport) report = NULL;
  Maker maker = { corpus, options, filter, choices };
  guint n_left_out = 0;

  g_return_val_if_fail (PLX_IS_CORPUS (corpus), NULL);
  g_return_val_if_fail (options != NULL && choices != NULL, NULL);

  lexicon = plx_lexicon_ref (plx_corpus_get_lexicon (corpus));
  summary = plx_corpus_summarise (corpus, options, filter, error);
  if (summary == NULL ||
      (choices->sources != NULL &&
       !choose_sources (summary, (const char *const *) choices->sources, &n_left_out, error)))
    return NULL;

  report = plx_report_new (summary, lexicon);
  maker.summary = summary;
  maker.report = report;
  maker.cancellable = cancellable;
  maker.steps = (Steps) { progress, progress_data, 0, 1 + g_strv_length (choices->charts) };
  plx_report_keep (report, g_steal_pointer (&summary), (GDestroyNotify) plx_summary_free);
  if (!set_up (&maker, n_left_out, error) || !add_content (&maker, error))
    return NULL;
  return g_steal_pointer (&report);
}
