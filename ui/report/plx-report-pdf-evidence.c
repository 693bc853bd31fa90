/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plx-pages.h"

/* The column of the scores. */
#define INDENT 42

static PangoAttrList *
mark_cues (const PlxReportSentence *sentence)
{
  PangoAttrList *list = pango_attr_list_new ();
  guint32 length = (guint32) strlen (sentence->text);
  guint32 at = 0;

  for (guint i = 0; i < sentence->cues->len; i++)
    {
      const PlxReportCue *cue = &g_array_index (sentence->cues, PlxReportCue, i);

      if (cue->span.start < at || cue->span.end > length || cue->span.start >= cue->span.end ||
          cue->weight == 0)
        continue;
      plx_pages_mark_cue (list, cue->span, cue->weight > 0);
      at = cue->span.end;
    }
  return list;
}

/* "“not bad”: 1.5 × −0.6 (…) = 0.9; …" */
static char *
spell_sum (const PlxReportSentence *sentence)
{
  GString *out = g_string_new (NULL);
  g_autofree char *score = plx_wording_score (sentence->score);

  for (guint i = 0; i < sentence->cues->len; i++)
    {
      const PlxReportCue *cue = &g_array_index (sentence->cues, PlxReportCue, i);

      if (cue->span.end > strlen (sentence->text) || cue->span.start > cue->span.end)
        continue;
      g_string_append_printf (out, "%s“%.*s”: %s", i > 0 ? "; " : "",
                              (int) plx_span_length (cue->span), sentence->text + cue->span.start,
                              cue->arithmetic);
    }
  g_string_append_printf (out, "; (P − N) / √((P − N)² + %g × %u) = %s", (double) PLX_SCORE_ALPHA,
                          MAX (sentence->n_words, 1), score);
  return g_string_free (out, FALSE);
}

static void
append_part (GString    *out,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, part);
}

static const char *
get_title (const PlxReportArticle *article)
{
  return article->title != NULL && *article->title != '\0' ? article->title : _("untitled");
}

static char *
word_place (const PlxReportSentence *sentence,
            gboolean                 cites)
{
  GString *out = g_string_new (NULL);

  if (sentence->is_title)
    append_part (out, _("headline"));
  if (sentence->quoted && sentence->speaker != NULL)
    {
      g_autofree char *quoted = g_strdup_printf ("%s %s", _("quoted:"), sentence->speaker);

      append_part (out, quoted);
    }
  else if (sentence->quoted)
    {
      append_part (out, _("quoted"));
    }
  if (cites)
    append_part (out, get_title (sentence->article));
  return g_string_free (out, FALSE);
}

static void
add_sentence (PlxPages                *pages,
              const PlxReportSentence *sentence,
              gboolean                 cites)
{
  g_autofree char *score = plx_wording_score (sentence->score);
  g_autofree char *place = word_place (sentence, cites);
  g_autofree char *sum = spell_sum (sentence);
  PangoAttrList *marks = mark_cues (sentence);
  PlxPagesCell cells[2] = {
    { .text = score, .font = PLX_PAGES_STRONG, .width = INDENT - 8 },
    { .text = sentence->text, .x = INDENT, .attributes = marks },
  };

  plx_pages_add_row (pages, cells, 2, &(PlxPagesRow) { .space = 7, .keep = TRUE });
  pango_attr_list_unref (marks);
  if (*place != '\0')
    plx_pages_add_row (pages, &(PlxPagesCell) { .text = place, .x = INDENT,
                                                .font = PLX_PAGES_MUTED }, 1,
                       &(PlxPagesRow) { .space = 1, .keep = TRUE });
  plx_pages_add_row (pages, &(PlxPagesCell) { .text = sum, .x = INDENT, .font = PLX_PAGES_MUTED },
                     1, &(PlxPagesRow) { .space = 1 });
}

static void
add_axis (PlxReport           *self,
          PlxPages            *pages,
          const PlxSummaryRow *row,
          guint                index,
          guint                axis)
{
  const PlxSummary *summary = self->summary;
  const GPtrArray *list = self->evidence[index * summary->n_axes + axis];
  g_autofree char *title = plx_wording_axis (&summary->axes[axis]);
  g_autofree char *words = plx_wording_evidence (&summary->axes[axis], &row->axes[axis]);
  g_autofree char *heading = g_strdup_printf ("%s: %s", title, words);
  g_autofree char *name = g_strdup_printf ("source-%u-%u", index + 1, axis + 1);

  plx_pages_add_heading (pages, PLX_PAGES_MINOR, heading, name);
  if (list->len == 0)
    plx_pages_add_text (pages, PLX_PAGES_MUTED, _("No sentence speaks on this axis."));
  for (guint i = 0; i < list->len; i++)
    add_sentence (pages, list->pdata[i], row->n_articles > 1);
}

static void
add_article (PlxPages               *pages,
             const PlxReportArticle *article)
{
  GString *text = g_string_new (get_title (article));
  g_autofree char *line = NULL;
  g_autofree char *day = g_strndup (article->date != NULL ? article->date : "", 10);

  append_part (text, article->byline);
  append_part (text, day);
  line = g_string_free (text, FALSE);
  plx_pages_add_row (pages, &(PlxPagesCell) {
                       .text = line, .font = PLX_PAGES_MUTED,
                       .link = plx_report_is_web_address (article->url) ? article->url : NULL,
                     }, 1, &(PlxPagesRow) { .space = 2, .keep = TRUE });
}

static void
add_source (PlxReport *self,
            PlxPages  *pages,
            guint      index)
{
  const PlxSummaryRow *row = self->summary->rows->pdata[index];
  const GPtrArray *articles = self->articles[index];
  g_autofree char *name = g_strdup_printf ("source-%u", index + 1);
  gboolean has_charts = plx_report_has_charts (self);

  plx_pages_add_heading (pages, PLX_PAGES_SECTION, *row->name != '\0' ? row->name
                                                                      : _("no source"), name);
  for (guint i = 0; i < articles->len; i++)
    add_article (pages, articles->pdata[i]);
  if (articles->len > 0 && row->n_articles > articles->len)
    {
      guint n = row->n_articles - articles->len;
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n), n);

      plx_pages_add_text (pages, PLX_PAGES_MUTED, more);
    }
  for (guint axis = 0; axis < self->summary->n_axes; axis++)
    {
      if (plx_report_shows (self, index, (PlxAxisId) axis))
        add_axis (self, pages, row, index, axis);
    }
  plx_pages_add_row (pages, &(PlxPagesCell) {
                       .text = has_charts ? _("Back to the charts") : _("Back to the table"),
                       .font = PLX_PAGES_MUTED,
                       .link = has_charts ? "#charts" : "#table",
                     }, 1, &(PlxPagesRow) { .space = 6 });
}

void
plx_report_add_evidence_pages (PlxReport *self,
                               PlxPages  *pages)
{
  const char *intro = _("The strongest sentences of each source on each axis. Cue words are "
                        "underlined by the pole they speak for:");
  const char *negative = _("wavy towards the negative pole");
  const char *positive = _("double towards the positive pole");
  g_autofree char *text = g_strdup_printf ("%s %s · %s", intro, negative, positive);
  PangoAttrList *marks = pango_attr_list_new ();
  guint32 first = (guint32) strlen (intro) + 1;
  guint32 second = first + (guint32) strlen (negative) + (guint32) strlen (" · ");

  plx_pages_mark_cue (marks, (PlxSpan) { first, first + (guint32) strlen (negative) }, FALSE);
  plx_pages_mark_cue (marks, (PlxSpan) { second, second + (guint32) strlen (positive) }, TRUE);
  plx_pages_add_heading (pages, PLX_PAGES_HEADING, _("Evidence"), "evidence");
  plx_pages_add_row (pages, &(PlxPagesCell) { .text = text, .attributes = marks }, 1,
                     &(PlxPagesRow) { .space = 5, .keep = TRUE });
  pango_attr_list_unref (marks);
  for (guint i = 0; i < self->summary->rows->len; i++)
    {
      if (plx_report_shows (self, i, PLX_AXIS_ALL))
        add_source (self, pages, i);
    }
}
