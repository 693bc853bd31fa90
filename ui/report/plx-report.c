/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static PlxReportArticle *
article_new (const PlxArticle *article)
{
  PlxReportArticle *self = g_rc_box_new0 (PlxReportArticle);

  self->title = g_strdup (article->title);
  self->byline = g_strdup (article->byline);
  self->date = g_strdup (article->date);
  self->url = g_strdup (article->url);
  return self;
}

static void
article_clear (gpointer data)
{
  PlxReportArticle *self = data;

  g_free (self->title);
  g_free (self->byline);
  g_free (self->date);
  g_free (self->url);
}

static void
article_unref (gpointer data)
{
  g_rc_box_release_full (data, article_clear);
}

static void
cue_clear (gpointer data)
{
  PlxReportCue *self = data;

  g_free (self->arithmetic);
  g_free (self->entry);
}

static void
sentence_free (gpointer data)
{
  PlxReportSentence *self = data;

  g_free (self->text);
  g_free (self->speaker);
  article_unref (self->article);
  g_array_unref (self->cues);
  g_free (self);
}

/* Many sources, and each says less, so that the file stays one that a browser opens. */
static guint
choose_n_kept (guint n_rows)
{
  return n_rows <= 40 ? 5 : n_rows <= 200 ? 3 : 1;
}

PlxReport *
plx_report_new (const PlxSummary *summary,
                PlxLexicon       *lexicon)
{
  static const PlxSummaryOptions defaults = PLX_SUMMARY_OPTIONS_INIT;
  PlxReport *self;
  guint n_cells;

  g_return_val_if_fail (summary != NULL && lexicon != NULL, NULL);

  self = g_new0 (PlxReport, 1);
  self->summary = summary;
  self->lexicon = plx_lexicon_ref (lexicon);
  self->title = g_strdup (_("Framing by source"));
  self->options = defaults;
  self->time = g_date_time_new_now_local ();
  self->n_kept = choose_n_kept (summary->rows->len);
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->charts = g_array_new (FALSE, FALSE, sizeof (PlxReportChart));
  self->only_row = PLX_NONE;
  self->only_axis = PLX_AXIS_ALL;

  n_cells = summary->rows->len * summary->n_axes;
  self->evidence = g_new0 (GPtrArray *, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    self->evidence[i] = g_ptr_array_new_with_free_func (sentence_free);
  self->articles = g_new0 (GPtrArray *, summary->rows->len + 1);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

      self->articles[i] = g_ptr_array_new_with_free_func (article_unref);
      g_hash_table_insert (self->rows, row->name, GUINT_TO_POINTER (i + 1));
    }
  return self;
}

void
plx_report_free (PlxReport *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->charts->len; i++)
    {
      PlxReportChart *chart = &g_array_index (self->charts, PlxReportChart, i);

      plx_chart_free (chart->chart);
      g_free (chart->heading);
      g_free (chart->reason);
    }
  for (guint i = 0; self->evidence[i] != NULL; i++)
    g_ptr_array_unref (self->evidence[i]);
  for (guint i = 0; self->articles[i] != NULL; i++)
    g_ptr_array_unref (self->articles[i]);
  g_free (self->evidence);
  g_free (self->articles);
  g_array_unref (self->charts);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_hash_table_unref (self->rows);
  g_date_time_unref (self->time);
  plx_lexicon_unref (self->lexicon);
  plx_corpus_filter_free (self->filter);
  g_free (self->title);
  g_free (self->author);
  g_free (self->notes);
  if (self->free_kept != NULL)
    self->free_kept (self->kept);
  g_free (self);
}

void
plx_report_set_title (PlxReport  *self,
                      const char *title)
{
  g_return_if_fail (self != NULL && title != NULL);

  g_free (self->title);
  self->title = g_strdup (title);
}

void
plx_report_set_author (PlxReport  *self,
                       const char *author)
{
  g_return_if_fail (self != NULL);

  g_free (self->author);
  self->author = g_strdup (author);
}

void
plx_report_set_notes (PlxReport  *self,
                      const char *notes)
{
  g_return_if_fail (self != NULL);

  g_free (self->notes);
  self->notes = g_strdup (notes);
}

void
plx_report_set_options (PlxReport               *self,
                        const PlxSummaryOptions *options)
{
  g_return_if_fail (self != NULL && options != NULL);

  self->options = *options;
}

void
plx_report_set_filter (PlxReport             *self,
                       const PlxCorpusFilter *filter)
{
  g_return_if_fail (self != NULL);

  plx_corpus_filter_free (self->filter);
  self->filter = plx_corpus_filter_copy (filter);
}

void
plx_report_set_time (PlxReport *self,
                     GDateTime *time)
{
  g_return_if_fail (self != NULL && time != NULL);

  g_date_time_ref (time);
  g_date_time_unref (self->time);
  self->time = time;
}

void
plx_report_set_rtl (PlxReport *self,
                    gboolean   rtl)
{
  g_return_if_fail (self != NULL);

  self->rtl = rtl;
}

void
plx_report_set_framing (PlxReport *self,
                        gboolean   shown)
{
  g_return_if_fail (self != NULL);

  self->no_framing = !shown;
}

void
plx_report_set_n_evidence (PlxReport *self,
                           guint      n)
{
  g_return_if_fail (self != NULL);

  self->n_kept = n != 0 ? n : choose_n_kept (self->summary->rows->len);
}

gboolean
plx_report_set_part (PlxReport  *self,
                     const char *source,
                     gint64      article,
                     PlxAxisId   axis)
{
  guint row;

  g_return_val_if_fail (self != NULL, FALSE);

  row = source != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, source)) : 0;
  if (source != NULL && row == 0)
    return FALSE;
  self->only_row = row != 0 ? row - 1 : PLX_NONE;
  self->only_article = article;
  self->only_axis = axis;
  return TRUE;
}

void
plx_report_set_left_out (PlxReport *self,
                         guint      n_sources)
{
  g_return_if_fail (self != NULL);

  self->n_left_out = n_sources;
}

void
plx_report_keep (PlxReport      *self,
                 gpointer        data,
                 GDestroyNotify  free_data)
{
  g_return_if_fail (self != NULL && self->free_kept == NULL);

  self->kept = data;
  self->free_kept = free_data;
}

gboolean
plx_report_shows (const PlxReport *self,
                  guint            row,
                  PlxAxisId        axis)
{
  return (self->only_row == PLX_NONE || row == PLX_NONE || row == self->only_row) &&
         (self->only_axis == PLX_AXIS_ALL || axis == PLX_AXIS_ALL || axis == self->only_axis);
}

void
plx_report_add_chart (PlxReport  *self,
                      PlxChart   *chart,
                      const char *heading,
                      const char *reason)
{
  PlxReportChart added = { chart, g_strdup (heading), g_strdup (reason) };

  g_return_if_fail (self != NULL && heading != NULL);
  g_return_if_fail (chart != NULL || reason != NULL);

  g_array_append_val (self->charts, added);
}

static void
append_number (GString *out,
               double   value)
{
  double rounded = round (value * 100) / 100;

  g_string_append_printf (out, "%s%.4g", rounded < 0 ? "−" : "", fabs (rounded));
}

static char *
spell_arithmetic (const PlxReading *reading,
                  const PlxCue     *cue,
                  const char       *bytes)
{
  GString *out = g_string_new (NULL);

  append_number (out, cue->base);
  for (guint32 i = cue->first_step; i < cue->first_step + cue->n_steps; i++)
    {
      const PlxStep *step = &g_array_index (reading->steps, PlxStep, i);

      g_autofree char *what = plx_wording_step ((PlxRule) step->rule, bytes + step->trigger.start,
                                                plx_span_length (step->trigger));

      g_string_append (out, " × ");
      append_number (out, step->factor);
      g_string_append_printf (out, " (%s)", what);
    }
  if (cue->n_steps > 0)
    {
      g_string_append (out, " = ");
      append_number (out, cue->weight);
    }
  return g_string_free (out, FALSE);
}

static void
collect_cues (PlxReport             *self,
              const PlxReading      *reading,
              const PlxReadSentence *sentence,
              guint                  axis,
              const char            *bytes,
              PlxReportSentence     *kept)
{
  for (guint32 i = sentence->first_cue; i < sentence->first_cue + sentence->n_cues; i++)
    {
      const PlxCue *cue = &g_array_index (reading->cues, PlxCue, i);
      PlxReportCue added;

      if ((guint) cue->axis != axis)
        continue;

      added.span.start = cue->span.start - sentence->span.start;
      added.span.end = cue->span.end - sentence->span.start;
      added.weight = cue->weight;
      added.arithmetic = spell_arithmetic (reading, cue, bytes);
      added.entry = g_strdup (plx_lexicon_get_entry (self->lexicon, cue->entry)->pattern);
      g_array_append_val (kept->cues, added);
    }
}

static PlxReportSentence *
keep_sentence (PlxReport             *self,
               const PlxArticle      *article,
               const PlxReading      *reading,
               const PlxReadSentence *sentence,
               guint                  axis,
               PlxReportArticle      *cited)
{
  PlxReportSentence *kept = g_new0 (PlxReportSentence, 1);
  const PlxAxisScore *score = &sentence->axes[axis];
  const char *bytes;

  kept->is_title = (sentence->flags & PLX_SENTENCE_IN_TITLE) != 0;
  bytes = kept->is_title ? article->title : article->text;
  kept->text = g_strndup (bytes + sentence->span.start, plx_span_length (sentence->span));
  kept->quoted = sentence->voice != 0;
  if (kept->quoted && sentence->voice < reading->voices->len)
    kept->speaker = g_strdup (g_array_index (reading->voices, PlxVoice, sentence->voice).name);
  kept->article = g_rc_box_acquire (cited);
  kept->score = score->score;
  kept->positive = score->positive;
  kept->negative = score->negative;
  kept->n_words = sentence->n_words;
  kept->cues = g_array_new (FALSE, FALSE, sizeof (PlxReportCue));
  g_array_set_clear_func (kept->cues, cue_clear);
  collect_cues (self, reading, sentence, axis, bytes, kept);
  return kept;
}

/* Strongest first; of two alike the one with more evidence. */
static gboolean
is_stronger (const PlxAxisScore      *score,
             const PlxReportSentence *than)
{
  double size = fabs (score->score);

  if (fabs (size - fabs (than->score)) > 1e-9)
    return size > fabs (than->score);
  return fabs (score->positive - score->negative) > fabs (than->positive - than->negative) + 1e-9;
}

static gboolean
has_same_text (const GPtrArray       *list,
               const char            *text,
               gsize                  length)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PlxReportSentence *kept = g_ptr_array_index (list, i);

      if (strlen (kept->text) == length && memcmp (kept->text, text, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
consider_sentence (PlxReport             *self,
                   const PlxArticle      *article,
                   const PlxReading      *reading,
                   const PlxReadSentence *sentence,
                   guint                  row,
                   guint                  axis,
                   PlxReportArticle      *cited)
{
  const PlxAxisScore *score = &sentence->axes[axis];
  GPtrArray *list = self->evidence[row * self->summary->n_axes + axis];
  const char *bytes = sentence->flags & PLX_SENTENCE_IN_TITLE ? article->title : article->text;
  guint at = 0;

  if (score->n_cues == 0 || score->score == 0)
    return;

  while (at < list->len && !is_stronger (score, g_ptr_array_index (list, at)))
    at++;
  if (at >= self->n_kept ||
      has_same_text (list, bytes + sentence->span.start, plx_span_length (sentence->span)))
    return;

  g_ptr_array_insert (list, at, keep_sentence (self, article, reading, sentence, axis, cited));
  if (list->len > self->n_kept)
    g_ptr_array_remove_index (list, list->len - 1);
}

void
plx_report_add_article (PlxReport        *self,
                        const PlxArticle *article,
                        const PlxReading *reading)
{
  PlxReportArticle *cited;
  guint row;

  g_return_if_fail (self != NULL && article != NULL && reading != NULL);

  row = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, article->source != NULL
                                                             ? article->source : ""));
  if (row == 0)
    return;

  row--;
  cited = article_new (article);
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      for (guint axis = 0; axis < MIN (self->summary->n_axes, reading->n_axes); axis++)
        {
          if (plx_report_shows (self, row, (PlxAxisId) axis))
            consider_sentence (self, article, reading,
                               &g_array_index (reading->sentences, PlxReadSentence, i), row, axis,
                               cited);
        }
    }
  if (self->articles[row]->len < PLX_REPORT_MAX_ARTICLES)
    g_ptr_array_add (self->articles[row], g_rc_box_acquire (cited));
  article_unref (cited);
}

gboolean
plx_report_add_corpus (PlxReport       *self,
                       PlxCorpus       *corpus,
                       PlxProgressFunc  progress,
                       gpointer         progress_data,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_autoptr (GPtrArray) infos = NULL;

  g_return_val_if_fail (self != NULL && PLX_IS_CORPUS (corpus), FALSE);

  infos = plx_corpus_list_filtered (corpus, 0, self->filter, error);
  if (infos == NULL)
    return FALSE;

  for (guint i = 0; i < infos->len; i++)
    {
      const PlxArticleInfo *info = g_ptr_array_index (infos, i);
      g_autoptr (PlxArticle) article = NULL;
      g_autoptr (PlxReading) reading = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->only_article != 0 && info->id != self->only_article)
        continue;
      article = plx_corpus_dup_article (corpus, info->id, error);
      if (article == NULL)
        return FALSE;
      reading = plx_corpus_dup_filtered_reading (corpus, info->id, self->filter, error);
      if (reading == NULL)
        return FALSE;
      plx_report_add_article (self, article, reading);
      if (progress != NULL)
        progress (i + 1, infos->len, progress_data);
    }
  return TRUE;
}

GBytes *
plx_report_render (PlxReport        *self,
                   PlxReportFormat   format,
                   GError          **error)
{
  char *html;

  g_return_val_if_fail (self != NULL, NULL);

  if (format == PLX_REPORT_PDF)
    return plx_report_to_pdf (self, error);
  html = plx_report_to_html (self);
  return g_bytes_new_take (html, strlen (html));
}

gboolean
plx_report_format_from_name (const char      *name,
                             PlxReportFormat *out_format)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL && out_format != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  if (g_str_has_suffix (lower, ".pdf"))
    *out_format = PLX_REPORT_PDF;
  else if (g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm"))
    *out_format = PLX_REPORT_HTML;
  else
    return FALSE;
  return TRUE;
}

char *
plx_report_link_mark (const PlxPlotMark *mark,
                      gpointer           user_data)
{
  const PlxReportLinker *linker = user_data;

  if (!plx_report_shows (linker->report, mark->row,
                         linker->by_axis ? (PlxAxisId) mark->axis : PLX_AXIS_ALL))
    return NULL;
  return linker->by_axis ? g_strdup_printf ("#source-%u-%u", mark->row + 1, mark->axis + 1)
                         : g_strdup_printf ("#source-%u", mark->row + 1);
}
