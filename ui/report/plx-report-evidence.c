/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ui/plot/plx-markup.h"

/* The sentence with its cues marked; where cues overlap, the first one is marked. */
static void
append_marked (GString                 *out,
               const PlxReportSentence *sentence)
{
  guint32 length = (guint32) strlen (sentence->text);
  guint32 at = 0;

  for (guint i = 0; i < sentence->cues->len; i++)
    {
      const PlxReportCue *cue = &g_array_index (sentence->cues, PlxReportCue, i);

      if (cue->span.start < at || cue->span.end > length || cue->span.start >= cue->span.end ||
          cue->weight == 0)
        continue;
      plx_markup_append (out, sentence->text + at, cue->span.start - at);
      g_string_append_printf (out, "<mark class=\"%s\">",
                              cue->weight > 0 ? "positive" : "negative");
      plx_markup_append (out, sentence->text + cue->span.start, plx_span_length (cue->span));
      g_string_append (out, "</mark>");
      at = cue->span.end;
    }
  plx_markup_append (out, sentence->text + at, length - at);
}

static char *
word_plain (double value)
{
  double rounded = round (value * 100) / 100;

  return g_strdup_printf ("%s%.4g", rounded < 0 ? "−" : "", fabs (rounded));
}

static void
append_arithmetic (GString                 *out,
                   const PlxReportSentence *sentence)
{
  g_autofree char *score = plx_wording_score (sentence->score);
  g_autofree char *positive = word_plain (sentence->positive);
  g_autofree char *negative = word_plain (sentence->negative);
  g_autofree char *alpha = word_plain (PLX_SCORE_ALPHA);
  g_autofree char *n_words = g_strdup_printf ("%u", MAX (sentence->n_words, 1));

  plx_report_append (out, "<details><summary>%s</summary>\n<div class=\"scroll\"><table>\n"
                     "<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
                     "<th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
                     _("How this score came about"), _("Words"), _("Lexicon entry"), _("Weight"),
                     NULL);
  for (guint i = 0; i < sentence->cues->len; i++)
    {
      const PlxReportCue *cue = &g_array_index (sentence->cues, PlxReportCue, i);

      g_string_append (out, "<tr><td><bdi>");
      if (cue->span.end <= strlen (sentence->text) && cue->span.start <= cue->span.end)
        plx_markup_append (out, sentence->text + cue->span.start, plx_span_length (cue->span));
      plx_report_append (out, "</bdi></td><td class=\"entry\"><bdi>%s</bdi></td>"
                         "<td class=\"sum\"><bdi dir=\"ltr\">%s</bdi></td></tr>\n", cue->entry,
                         cue->arithmetic, NULL);
    }
  plx_report_append (out, "</tbody></table></div>\n<p class=\"meta\"><bdi dir=\"ltr\">P = %s, "
                     "N = %s, (P − N) / √((P − N)² + %s × %s) = %s</bdi></p></details>\n",
                     positive, negative, alpha, n_words, score, NULL);
}

gboolean
plx_report_is_web_address (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  return scheme != NULL && (g_ascii_strcasecmp (scheme, "http") == 0 ||
                            g_ascii_strcasecmp (scheme, "https") == 0);
}

/* @in_full: with its authors */
static void
append_article (GString                *out,
                const PlxReportArticle *article,
                gboolean                in_full)
{
  const char *title = article->title != NULL && *article->title != '\0' ? article->title
                                                                        : _("untitled");

  if (plx_report_is_web_address (article->url))
    plx_report_append (out, "<cite><a href=\"%s\" rel=\"noreferrer\"><bdi>%s</bdi></a></cite>",
                       article->url, title, NULL);
  else
    plx_report_append (out, "<cite><bdi>%s</bdi></cite>", title, NULL);
  if (in_full && article->byline != NULL && *article->byline != '\0')
    plx_report_append (out, " · <bdi>%s</bdi>", article->byline, NULL);
  if (article->date != NULL && *article->date != '\0')
    {
      g_autofree char *day = g_strndup (article->date, 10);

      plx_report_append (out, " · <span class=\"day\">%s</span>", day, NULL);
    }
}

/* Where a sentence stands and who says it; @cites: the article is not clear anyway. */
static void
append_place (GString                 *out,
              const PlxReportSentence *sentence,
              gboolean                 cites)
{
  const char *between = "";

  if (!sentence->is_title && !sentence->quoted && !cites)
    return;

  g_string_append (out, "<p class=\"meta\">");
  if (sentence->is_title)
    {
      plx_report_append (out, "%s", _("headline"), NULL);
      between = " · ";
    }
  if (sentence->quoted)
    {
      g_string_append (out, between);
      if (sentence->speaker != NULL)
        /* Translators: who says a sentence: “quoted: Wang Wentao” */
        plx_report_append (out, "%s <bdi>%s</bdi>", _("quoted:"), sentence->speaker, NULL);
      else
        plx_report_append (out, "%s", _("quoted"), NULL);
      between = " · ";
    }
  if (cites)
    {
      g_string_append (out, between);
      append_article (out, sentence->article, /* in_full= */ FALSE);
    }
  g_string_append (out, "</p>\n");
}

static void
append_sentence (GString                 *out,
                 const PlxReportSentence *sentence,
                 gboolean                 cites)
{
  g_autofree char *score = plx_wording_score (sentence->score);

  g_string_append (out, "<li>");
  plx_report_append (out, "<span class=\"value %s\"><bdi dir=\"ltr\">%s</bdi></span>\n"
                     "<blockquote dir=\"auto\">",
                     sentence->score > 0 ? "positive" : "negative", score, NULL);
  append_marked (out, sentence);
  g_string_append (out, "</blockquote>\n");
  append_place (out, sentence, cites);
  append_arithmetic (out, sentence);
  g_string_append (out, "</li>\n");
}

static void
append_axis (PlxReport           *self,
             GString             *out,
             const PlxSummaryRow *row,
             guint                row_index,
             guint                axis)
{
  const PlxSummary *summary = self->summary;
  const GPtrArray *list = self->evidence[row_index * summary->n_axes + axis];
  g_autofree char *title = plx_wording_axis (&summary->axes[axis]);
  g_autofree char *words = plx_wording_evidence (&summary->axes[axis], &row->axes[axis]);

  g_string_append_printf (out, "<h4 id=\"source-%u-%u\">", row_index + 1, axis + 1);
  plx_report_append (out, "%s: %s</h4>\n", title, words, NULL);
  if (list->len == 0)
    {
      plx_report_append (out, "<p class=\"meta\">%s</p>\n", _("No sentence speaks on this axis."),
                         NULL);
      return;
    }

  g_string_append (out, "<ol class=\"evidence\">\n");
  for (guint i = 0; i < list->len; i++)
    append_sentence (out, g_ptr_array_index (list, i), row->n_articles > 1);
  g_string_append (out, "</ol>\n");
}

static void
append_articles (PlxReport           *self,
                 GString             *out,
                 const PlxSummaryRow *row,
                 guint                row_index)
{
  const GPtrArray *articles = self->articles[row_index];
  guint n_more = row->n_articles > articles->len ? row->n_articles - articles->len : 0;

  for (guint i = 0; i < articles->len; i++)
    {
      g_string_append (out, "<p class=\"meta\">");
      append_article (out, g_ptr_array_index (articles, i), /* in_full= */ TRUE);
      g_string_append (out, "</p>\n");
    }
  if (articles->len > 0 && n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %'u more", "and %'u more", n_more),
                                               n_more);

      plx_report_append (out, "<p class=\"meta\">%s</p>\n", more, NULL);
    }
}

static void
append_way_back (PlxReport *self,
                 GString   *out)
{
  gboolean has_charts = plx_report_has_charts (self);

  plx_report_append (out, "<p class=\"meta back\"><a href=\"%s\">%s</a></p>\n",
                     has_charts ? "#charts" : "#table",
                     has_charts ? _("Back to the charts") : _("Back to the table"), NULL);
}

void
plx_report_append_evidence (PlxReport *self,
                            GString   *out)
{
  const PlxSummary *summary = self->summary;

  g_string_append (out, "<section id=\"evidence\">\n");
  plx_report_append_element (out, "h2", _("Evidence"));
  plx_report_append (out, "<p>%s <mark class=\"negative\">%s</mark> · "
                     "<mark class=\"positive\">%s</mark></p>\n",
                     _("The strongest sentences of each source on each axis. Cue words are "
                       "underlined by the pole they speak for:"),
                     _("wavy towards the negative pole"), _("double towards the positive pole"),
                     NULL);
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);
      g_autofree char *counts = plx_wording_sentences (row->n_sentences);

      if (!plx_report_shows (self, i, PLX_AXIS_ALL))
        continue;
      g_string_append (out, "<section>\n");
      g_string_append_printf (out, "<h3 id=\"source-%u\">", i + 1);
      plx_report_append (out, "<bdi>%s</bdi> <span class=\"count\">%s</span></h3>\n",
                         *row->name != '\0' ? row->name : _("no source"), counts, NULL);
      append_articles (self, out, row, i);
      for (guint axis = 0; axis < summary->n_axes; axis++)
        {
          if (plx_report_shows (self, i, (PlxAxisId) axis))
            append_axis (self, out, row, i, axis);
        }
      append_way_back (self, out);
      g_string_append (out, "</section>\n");
    }
  g_string_append (out, "</section>\n");
}
