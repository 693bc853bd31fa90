/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-pages-private.h"
#include "plx-report-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plx-filter-wording.h"
#include "ui/plot/plx-markup.h"

#define WIDE 900
#define NARROW 360
#define CHART_TEXT_SIZE 13
/* What fits below its heading onto a sheet of A4 or Letter at the width of the text, in the units of a
 * chart of WIDE. */
#define PAPER_HEIGHT 1100
/* Of the figures behind a chart, in case it shows every article. */
#define MAX_TABLE_ROWS 200

void
plx_report_append (GString    *out,
                   const char *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  for (const char *p = format; *p != '\0'; p++)
    {
      if (p[0] == '%' && p[1] == 's')
        {
          const char *text = va_arg (args, const char *);

          plx_markup_append (out, text != NULL ? text : "", -1);
          p++;
        }
      else
        {
          g_string_append_c (out, *p);
        }
    }
  va_end (args);
}

void
plx_report_append_element (GString    *out,
                           const char *name,
                           const char *text)
{
  g_string_append_printf (out, "<%s>", name);
  plx_markup_append (out, text, -1);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_color (GString    *out,
              const char *name,
              PlxColor    color)
{
  g_string_append_printf (out, "--plx-%s:#%02x%02x%02x;", name, (guint) lround (color.red * 255),
                          (guint) lround (color.green * 255), (guint) lround (color.blue * 255));
}

static void
append_palette (GString            *out,
                const PlxPlotStyle *style,
                const char         *line)
{
  g_string_append (out, ":root{");
  append_color (out, "background", style->background);
  append_color (out, "foreground", style->foreground);
  append_color (out, "muted", style->muted);
  append_color (out, "negative", style->negative);
  append_color (out, "positive", style->positive);
  append_color (out, "focus", style->focus);
  append_color (out, "link", style->positive);
  g_string_append_printf (out, "--plx-line:%s}", line);
}

/* The colours are those of the charts' own styles, so that page and chart agree. */
static void
append_style (GString *out)
{
  g_string_append (out, "<style>\n:root{color-scheme:light dark}\n");
  append_palette (out, &plx_plot_style_light, "#d5d4d8");
  g_string_append (out, "\n@media(prefers-color-scheme:dark){");
  append_palette (out, &plx_plot_style_dark, "#4a494e");
  g_string_append (out, "}\n@media(prefers-contrast:more){");
  append_palette (out, &plx_plot_style_light_strong, "#77767b");
  g_string_append (out, "}\n@media(prefers-contrast:more) and (prefers-color-scheme:dark){");
  append_palette (out, &plx_plot_style_dark_strong, "#9a9996");
  g_string_append (out, "}\n@media print{");
  append_palette (out, &plx_plot_style_print, "#999999");
  g_string_append (out, ":root{color-scheme:light}}\n");
  g_string_append (out, plx_chart_get_svg_css ());
  g_string_append (out, plx_report_css);
  g_string_append (out, "</style>\n");
}

/* "de" of "de_DE.UTF-8"; the C locale speaks English. */
static char *
get_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, ".@"));

  g_strdelimit (language, "_", '-');
  if (strcmp (language, "C") == 0 || strcmp (language, "POSIX") == 0 ||
      strspn (language, G_CSET_A_2_Z G_CSET_a_2_z "-" G_CSET_DIGITS) != strlen (language))
    return g_strdup ("en");
  return g_steal_pointer (&language);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
append_head (PlxReport *self,
             GString   *out)
{
  g_autofree char *language = get_language ();

  /* The policy lets nothing in but the styles of the page itself: even markup that slipped
   * through could load nothing and run nothing. */
  plx_report_append (out,
                     "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n"
                     "<meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"generator\" content=\"Parallax %s\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n<title>%s</title>\n",
                     language, self->rtl ? "rtl" : "ltr", PLX_VERSION, self->title, NULL);
  if (has_text (self->author))
    plx_report_append (out, "<meta name=\"author\" content=\"%s\">\n", self->author, NULL);
  append_style (out);
  g_string_append (out, "</head>\n<body>\n");
}

char *
plx_report_describe_size (PlxReport *self)
{
  guint n_rows = self->summary->rows->len;
  guint n_articles = 0;
  guint n_sentences = 0;
  g_autofree char *sources = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *sentences = NULL;
  /* Translators: a day and time, for g_date_time_format() */
  g_autofree char *time = g_date_time_format (self->time, _("%-d %B %Y, %H:%M"));

  for (guint i = 0; i < n_rows; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (self->summary->rows, i);

      n_articles += row->n_articles;
      n_sentences += row->n_sentences;
    }
  sources = g_strdup_printf (ngettext ("%'u source", "%'u sources", n_rows), n_rows);
  articles = plx_wording_articles (n_articles);
  sentences = plx_wording_sentences (n_sentences);
  return g_strjoin (" · ", sources, articles, sentences, time, NULL);
}

char *
plx_report_describe_part (PlxReport *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *filter = self->filter != NULL ? plx_filter_describe (self->filter) : NULL;

  if (has_text (filter))
    g_string_append (text, filter);
  if (self->n_left_out > 0)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("without %'u other source",
                                              "without %'u other sources", self->n_left_out),
                              self->n_left_out);
    }
  return g_string_free (text, FALSE);
}

gboolean
plx_report_has_charts (const PlxReport *self)
{
  return !self->no_framing || self->charts->len > 0;
}

static void
append_contents (PlxReport *self,
                 GString   *out)
{
  plx_report_append (out, "<nav aria-label=\"%s\"><ul>\n", _("Contents"), NULL);
  if (has_text (self->notes))
    plx_report_append (out, "<li><a href=\"#notes\">%s</a></li>\n", _("Notes"), NULL);
  if (plx_report_has_charts (self))
    plx_report_append (out, "<li><a href=\"#charts\">%s</a></li>\n", _("Charts"), NULL);
  if (self->claims != NULL)
    plx_report_append (out, "<li><a href=\"#claims\">%s</a></li>\n", _("Claims"), NULL);
  plx_report_append (out, "<li><a href=\"#table\">%s</a></li>\n", _("Table"), NULL);
  plx_report_append (out, "<li><a href=\"#evidence\">%s</a></li>\n", _("Evidence"), NULL);
  plx_report_append (out, "<li><a href=\"#method\">%s</a></li>\n", _("Method"), NULL);
  plx_report_append (out, "<li><a href=\"#limits\">%s</a></li>\n", _("What the scores do not say"),
                     NULL);
  g_string_append (out, "</ul></nav>\n");
}

static void
append_opening (PlxReport *self,
                GString   *out)
{
  g_autofree char *counts = plx_report_describe_size (self);
  g_autofree char *part = plx_report_describe_part (self);

  plx_report_append (out, "<header>\n<h1><bdi>%s</bdi></h1>\n", self->title, NULL);
  if (has_text (self->author))
    plx_report_append (out, "<p class=\"author\"><bdi>%s</bdi></p>\n", self->author, NULL);
  plx_report_append (out, "<p class=\"lede\">%s</p>\n", counts, NULL);
  if (has_text (part))
    /* Translators: before what a filter lets in: “Only what reporters say · from 2023 on” */
    plx_report_append (out, "<p class=\"lede\">%s <bdi>%s</bdi></p>\n", _("Only:"), part, NULL);
  g_string_append (out, "</header>\n");
  append_contents (self, out);
  plx_report_append (out, "<div class=\"say\"><p>%s</p></div>\n",
                     _("A score says which way the words of a source lean on a scale, as counted "
                       "with a lexicon. It does not say whether a report is true, fair or "
                       "complete. Read the sentences behind a score before you rely on it."),
                     NULL);
  plx_report_append_notes (self, out);
}

static PlxPlotStyle
get_chart_style (const PlxReport *self)
{
  PlxPlotStyle style = plx_plot_style_light;

  style.text_size = CHART_TEXT_SIZE;
  style.rtl = self->rtl;
  return style;
}

static void
append_svg (PlxReport  *self,
            GString    *out,
            PlxChart   *chart,
            const char *heading,
            double      width,
            const char *klass,
            guint       number)
{
  const char *kind = plx_chart_get_kind (chart);
  gboolean is_framing = strcmp (kind, "framing") == 0;
  gboolean has_rows = is_framing || strcmp (kind, "map") == 0;
  g_autofree char *id = g_strdup_printf ("chart-%u-%s", number, klass);
  PlxReportLinker linker = { self, is_framing };
  PlxSvgOptions options = {
    .id = id,
    .label = heading,
    .link = has_rows ? plx_report_link_mark : NULL,
    .user_data = &linker,
  };
  PlxPlotStyle style = get_chart_style (self);
  g_autofree char *svg = plx_chart_to_svg (chart, &style, width, &options);

  g_string_append_printf (out, "<svg class=\"%s\"%s", klass, svg + strlen ("<svg"));
}

/* For paper: a browser would make a chart that is higher than a page too small to be read. Parts of it
 * follow each other instead, cut between its marks; each shows the one drawing that is there. */
static void
append_slices (PlxReport *self,
               GString   *out,
               PlxChart  *chart,
               guint      number)
{
  PlxPlotStyle style = get_chart_style (self);
  double height = plx_chart_measure (chart, &style, WIDE);
  g_autoptr (GArray) marks = plx_chart_list_marks (chart, &style, WIDE);

  for (double top = 0, bottom; top < height - 0.5; top = bottom)
    {
      bottom = height - top > PAPER_HEIGHT ? plx_pages_find_cut (marks, top, top + PAPER_HEIGHT)
                                           : height;
      g_string_append_printf (out, "<svg class=\"slice\" direction=\"ltr\" aria-hidden=\"true\" "
                              "viewBox=\"0 %d %d %d\"><use href=\"#chart-%u-wide-drawing\"/></svg>\n",
                              (int) ceil (top), (int) WIDE, (int) (ceil (bottom) - ceil (top)),
                              number);
    }
}

static void
append_chart (PlxReport  *self,
              GString    *out,
              PlxChart   *chart,
              const char *heading,
              guint       number)
{
  g_autofree char *description = plx_chart_describe (chart);
  g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);
  g_autofree char *html = plx_plot_table_to_html (table, MAX_TABLE_ROWS);
  PlxPlotStyle style = get_chart_style (self);
  gboolean is_tall = plx_chart_measure (chart, &style, WIDE) > PAPER_HEIGHT;

  g_string_append_printf (out, "<figure id=\"chart-%u\"%s>\n", number,
                          is_tall ? " class=\"tall\"" : "");
  plx_report_append_element (out, "h3", heading);
  append_svg (self, out, chart, heading, WIDE, "wide", number);
  if (is_tall)
    append_slices (self, out, chart, number);
  append_svg (self, out, chart, heading, NARROW, "narrow", number);
  /* The other kinds take too many words to repeat in sight; a screen reader has them all. */
  if (strcmp (plx_chart_get_kind (chart), "framing") == 0)
    plx_report_append (out, "<figcaption>%s</figcaption>\n", description, NULL);
  plx_report_append (out, "<details><summary>%s</summary><div class=\"scroll\">\n",
                     _("The figures of this chart"), NULL);
  g_string_append (out, html);
  g_string_append (out, "</div></details>\n</figure>\n");
}

static void
append_framing (PlxReport *self,
                GString   *out)
{
  g_autoptr (PlxChart) framing = plx_framing_chart_new (self->summary);

  plx_framing_chart_set_sort (framing, PLX_PLOT_SORT_SCORE,
                              plx_framing_chart_find_axis (self->summary));
  append_chart (self, out, framing, _("Framing by source"), 1);
}

static void
append_charts (PlxReport *self,
               GString   *out)
{
  g_string_append (out, "<section id=\"charts\">\n");
  plx_report_append_element (out, "h2", _("Charts"));
  if (!self->no_framing)
    append_framing (self, out);
  for (guint i = 0; i < self->charts->len; i++)
    {
      const PlxReportChart *chart = &g_array_index (self->charts, PlxReportChart, i);

      if (chart->chart != NULL)
        append_chart (self, out, chart->chart, chart->heading, i + 2);
      else
        plx_report_append (out, "<h3>%s</h3>\n<p class=\"meta\">%s</p>\n", chart->heading,
                           chart->reason, NULL);
    }
  g_string_append (out, "</section>\n");
}

static void
append_score_cell (PlxReport            *self,
                   GString              *out,
                   const PlxAxis        *axis,
                   const PlxSummaryAxis *figures,
                   guint                 row,
                   guint                 index)
{
  PlxEvidence evidence = plx_evidence_of (figures);
  gboolean is_linked = plx_report_shows (self, row, (PlxAxisId) index);
  g_autofree char *verdict = plx_wording_verdict (axis, evidence);
  g_autofree char *score = plx_wording_score (figures->score);
  g_autofree char *low = plx_wording_score (figures->low);
  g_autofree char *high = plx_wording_score (figures->high);

  g_string_append (out, "<td class=\"score\">");
  if (is_linked)
    g_string_append_printf (out, "<a href=\"#source-%u-%u\">", row + 1, index + 1);
  if (evidence < PLX_EVIDENCE_UNCLEAR)
    plx_report_append (out, "%s", verdict, NULL);
  else
    plx_report_append (out, "<bdi dir=\"ltr\">%s</bdi>", score, NULL);
  if (is_linked)
    g_string_append (out, "</a>");
  if (evidence >= PLX_EVIDENCE_UNCLEAR)
    plx_report_append (out, " %s<small><bdi dir=\"ltr\">%s … %s</bdi>"
                       "</small>",
                       evidence == PLX_EVIDENCE_UNCLEAR ? _("unclear") : verdict, low, high, NULL);
  g_string_append (out, "</td>");
}

static void
append_source_cell (PlxReport           *self,
                    GString             *out,
                    const PlxSummaryRow *row,
                    guint                index)
{
  gboolean is_linked = plx_report_shows (self, index, PLX_AXIS_ALL);

  g_string_append (out, "<tr><th scope=\"row\">");
  if (is_linked)
    g_string_append_printf (out, "<a href=\"#source-%u\">", index + 1);
  plx_report_append (out, "<bdi>%s</bdi>", *row->name != '\0' ? row->name : _("no source"), NULL);
  g_string_append (out, is_linked ? "</a></th>" : "</th>");
}

static void
append_table (PlxReport *self,
              GString   *out)
{
  const PlxSummary *summary = self->summary;

  g_string_append (out, "<section id=\"table\">\n");
  plx_report_append_element (out, "h2", _("Table"));
  plx_report_append (out, "<div class=\"scroll\"><table>\n<caption>%s</caption>\n<thead><tr>"
                     "<th scope=\"col\">%s</th><th scope=\"col\" class=\"number\">%s</th>"
                     "<th scope=\"col\" class=\"number\">%s</th>",
                     _("Scores from −1 to +1 with their bootstrap intervals"), _("Source"),
                     _("Articles"), _("Sentences"), NULL);
  for (guint i = 0; i < summary->n_axes; i++)
    {
      g_autofree char *title = plx_wording_axis (&summary->axes[i]);
      g_autofree char *negative = plx_wording_pole (&summary->axes[i], FALSE);
      g_autofree char *positive = plx_wording_pole (&summary->axes[i], TRUE);

      plx_report_append (out, "<th scope=\"col\">%s<br><small>− %s, + %s</small></th>", title,
                         negative, positive, NULL);
    }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const PlxSummaryRow *row = g_ptr_array_index (summary->rows, i);

      append_source_cell (self, out, row, i);
      g_string_append_printf (out, "<td class=\"number\">%'u</td><td class=\"number\">%'u</td>",
                              row->n_articles, row->n_sentences);
      for (guint axis = 0; axis < summary->n_axes; axis++)
        append_score_cell (self, out, &summary->axes[axis], &row->axes[axis], i, axis);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table></div>\n</section>\n");
}

char *
plx_report_to_html (PlxReport *self)
{
  GString *out;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_sized_new (128 * 1024);
  append_head (self, out);
  append_opening (self, out);
  g_string_append (out, "<main>\n");
  if (plx_report_has_charts (self))
    append_charts (self, out);
  plx_report_append_claims (self, out);
  append_table (self, out);
  plx_report_append_evidence (self, out);
  plx_report_append_method (self, out);
  g_string_append (out, "</main>\n");
  plx_report_append (out, "<footer class=\"meta\">%s</footer>\n</body>\n</html>\n",
                     _("Made with Parallax, offline, from the articles and the lexicon named "
                       "here."),
                     NULL);
  return g_string_free (out, FALSE);
}
