/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plx-report-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plx-pages.h"

#define MARGIN 50
/* Of the figures behind a chart, in case it shows every article. */
#define MAX_TABLE_ROWS 40

static void
add_opening (PlxReport *self,
             PlxPages  *pages)
{
  g_autofree char *size = plx_report_describe_size (self);
  g_autofree char *part = plx_report_describe_part (self);

  plx_pages_add_heading (pages, PLX_PAGES_TITLE, self->title, "top");
  if (self->author != NULL && *self->author != '\0')
    plx_pages_add_text (pages, PLX_PAGES_BODY, self->author);
  plx_pages_add_text (pages, PLX_PAGES_MUTED, size);
  if (*part != '\0')
    {
      g_autofree char *only = g_strdup_printf ("%s %s", _("Only:"), part);

      plx_pages_add_text (pages, PLX_PAGES_MUTED, only);
    }
  plx_pages_add_row (pages, &(PlxPagesCell) {
                       .text = _("A score says which way the words of a source lean on a scale, as "
                                 "counted with a lexicon. It does not say whether a report is "
                                 "true, fair or complete. Read the sentences behind a score "
                                 "before you rely on it."),
                       .x = 10,
                     }, 1, &(PlxPagesRow) { .space = 10 });
}

static void
add_notes (PlxReport *self,
           PlxPages  *pages)
{
  g_auto (GStrv) paragraphs = NULL;

  if (self->notes == NULL || *self->notes == '\0')
    return;
  plx_pages_add_heading (pages, PLX_PAGES_HEADING, _("Notes"), "notes");
  paragraphs = g_strsplit (self->notes, "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (*g_strstrip (paragraphs[i]) != '\0')
        plx_pages_add_text (pages, PLX_PAGES_BODY, paragraphs[i]);
    }
}

static void
add_chart (PlxReport  *self,
           PlxPages   *pages,
           PlxChart   *chart,
           const char *heading,
           guint       number)
{
  gboolean is_framing = strcmp (plx_chart_get_kind (chart), "framing") == 0;
  gboolean has_rows = is_framing || strcmp (plx_chart_get_kind (chart), "map") == 0;
  g_autofree char *name = g_strdup_printf ("chart-%u", number);
  g_autofree char *caption = g_strdup_printf (_("The figures of this chart: %s"), heading);
  g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);
  PlxReportLinker linker = { self, is_framing };

  plx_pages_add_heading (pages, PLX_PAGES_SECTION, heading, name);
  plx_pages_add_chart (pages, chart, has_rows ? plx_report_link_mark : NULL, &linker);
  /* Those of the framing chart come as a table of their own. */
  if (is_framing)
    return;
  plx_pages_add_text (pages, PLX_PAGES_MINOR, caption);
  plx_pages_add_table (pages, table, MAX_TABLE_ROWS);
}

static void
add_charts (PlxReport *self,
            PlxPages  *pages,
            PlxChart  *framing)
{
  if (!plx_report_has_charts (self))
    return;
  plx_pages_add_heading (pages, PLX_PAGES_HEADING, _("Charts"), "charts");
  if (framing != NULL)
    add_chart (self, pages, framing, _("Framing by source"), 1);
  for (guint i = 0; i < self->charts->len; i++)
    {
      const PlxReportChart *chart = &g_array_index (self->charts, PlxReportChart, i);

      if (chart->chart != NULL)
        {
          add_chart (self, pages, chart->chart, chart->heading, i + 2);
        }
      else
        {
          plx_pages_add_heading (pages, PLX_PAGES_SECTION, chart->heading, NULL);
          plx_pages_add_text (pages, PLX_PAGES_BODY, chart->reason);
        }
    }
}

static const char *
get_name (const PlxSummaryRow *row)
{
  return *row->name != '\0' ? row->name : _("no source");
}

void
plx_report_add_claim_head (PlxPages          *pages,
                           const char *const *names,
                           guint              n)
{
  PlxPagesCell cells[PLX_REPORT_MAX_COLUMNS] = { 0 };
  double width;

  g_return_if_fail (pages != NULL && names != NULL && n > 0 && n <= PLX_REPORT_MAX_COLUMNS);

  width = plx_pages_get_width (pages) / n;
  for (guint i = 0; i < n; i++)
    cells[i] = (PlxPagesCell) { .text = names[i], .font = PLX_PAGES_STRONG, .x = i * width,
                                .width = width - 10 };
  plx_pages_add_row (pages, cells, n,
                     &(PlxPagesRow) { .space = 6, .rule = TRUE, .is_head = TRUE });
}

void
plx_report_add_claim (PlxPages          *pages,
                      const char *const *wordings,
                      const gboolean    *weak,
                      guint              n)
{
  PlxPagesCell cells[PLX_REPORT_MAX_COLUMNS] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  double width;

  g_return_if_fail (pages != NULL && wordings != NULL && weak != NULL);
  g_return_if_fail (n > 0 && n <= PLX_REPORT_MAX_COLUMNS);

  width = plx_pages_get_width (pages) / n;
  for (guint i = 0; i < n; i++)
    {
      const char *text = wordings[i];

      g_ptr_array_add (texts, text == NULL ? g_strdup (_("omits it"))
                              : weak[i] ? g_strdup_printf ("%s %s",
                                                           _("only touches on it:"), text)
                              : g_strdup (text));
      cells[i].text = texts->pdata[i];
      cells[i].font = text == NULL ? PLX_PAGES_MUTED : PLX_PAGES_SMALL;
      cells[i].x = i * width;
      cells[i].width = width - 10;
    }
  plx_pages_add_row (pages, cells, n, &(PlxPagesRow) { .space = 4, .rule = TRUE });
}

static void
add_claims (PlxReport *self,
            PlxPages  *pages)
{
  const char *names[PLX_REPORT_MAX_COLUMNS];
  g_autofree char *words = NULL;

  if (self->claims == NULL)
    return;
  words = plx_report_describe_claims (self);
  plx_pages_add_heading (pages, PLX_PAGES_HEADING, _("Claims"), "claims");
  plx_pages_add_text (pages, PLX_PAGES_BODY, words);
  if (self->claims->len == 0)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    names[i] = get_name (self->summary->rows->pdata[self->columns[i]]);
  plx_report_add_claim_head (pages, names, self->n_columns);
  for (guint i = 0; i < self->claims->len; i++)
    {
      const PlxReportClaim *claim = self->claims->pdata[i];

      plx_report_add_claim (pages, (const char *const *) claim->texts, claim->weak,
                            self->n_columns);
    }
  plx_pages_end_table (pages);
}

/* The scores: a column for each axis, as far as they have room; see make_columns(). */
#define N_FIRST 3
#define MAX_AXES (PLX_PAGES_MAX_CELLS - N_FIRST)

static void
set_columns (const PlxSummary *summary,
             PlxPages         *pages,
             PlxPagesCell     *cells)
{
  guint n_axes = MIN (summary->n_axes, MAX_AXES);
  double room = plx_pages_get_width (pages);
  const double widths[N_FIRST] = { room * 0.26, room * 0.09, room * 0.11 };
  double x = 0;

  for (guint i = 0; i < N_FIRST + n_axes; i++)
    {
      double width = i < N_FIRST ? widths[i] : room * 0.54 / n_axes;

      cells[i].x = x;
      cells[i].width = width - 8;
      cells[i].at_end = i == 1 || i == 2;
      x += width;
    }
}

static char *
word_score (const PlxAxis        *axis,
            const PlxSummaryAxis *figures)
{
  PlxEvidence evidence = plx_evidence_of (figures);
  g_autofree char *verdict = plx_wording_verdict (axis, evidence);
  g_autofree char *score = plx_wording_score (figures->score);
  g_autofree char *low = plx_wording_score (figures->low);
  g_autofree char *high = plx_wording_score (figures->high);

  if (evidence < PLX_EVIDENCE_UNCLEAR)
    return g_steal_pointer (&verdict);
  return g_strdup_printf ("%s %s\n%s … %s", score,
                          evidence == PLX_EVIDENCE_UNCLEAR ? _("unclear") : verdict, low, high);
}

static void
add_score_row (const PlxSummary *summary,
               PlxPages         *pages,
               guint             index,
               gboolean          linked)
{
  const PlxSummaryRow *row = summary->rows->pdata[index];
  guint n_axes = MIN (summary->n_axes, MAX_AXES);
  PlxPagesCell cells[PLX_PAGES_MAX_CELLS] = { 0 };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);

  set_columns (summary, pages, cells);
  g_ptr_array_add (strings, g_strdup_printf ("#source-%u", index + 1));
  cells[0] = (PlxPagesCell) { .text = get_name (row),
                              .link = linked ? strings->pdata[0] : NULL,
                              .font = PLX_PAGES_STRONG, .width = cells[0].width };
  for (guint i = 1; i < N_FIRST + n_axes; i++)
    {
      char *text = i == 1 ? g_strdup_printf ("%'u", row->n_articles)
                   : i == 2 ? g_strdup_printf ("%'u", row->n_sentences)
                   : word_score (&summary->axes[i - N_FIRST], &row->axes[i - N_FIRST]);

      g_ptr_array_add (strings, text);
      cells[i].text = text;
      cells[i].font = PLX_PAGES_SMALL;
      if (linked && i >= N_FIRST)
        {
          char *link = g_strdup_printf ("#source-%u-%u", index + 1, i - N_FIRST + 1);

          g_ptr_array_add (strings, link);
          cells[i].link = link;
        }
    }
  plx_pages_add_row (pages, cells, N_FIRST + n_axes, &(PlxPagesRow) { .space = 4, .rule = TRUE });
}

void
plx_report_add_scores (PlxPages         *pages,
                       const PlxSummary *summary,
                       gboolean          linked)
{
  PlxPagesCell cells[PLX_PAGES_MAX_CELLS] = { 0 };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint n_axes;

  g_return_if_fail (pages != NULL && summary != NULL);

  n_axes = MIN (summary->n_axes, MAX_AXES);
  plx_pages_add_row (pages, &(PlxPagesCell) {
                       .text = _("Scores from −1 to +1 with their bootstrap intervals"),
                       .font = PLX_PAGES_MUTED,
                     }, 1, &(PlxPagesRow) { .space = 3, .keep = TRUE });
  set_columns (summary, pages, cells);
  cells[0].text = _("Source");
  cells[1].text = _("Articles");
  cells[2].text = _("Sentences");
  for (guint i = 0; i < n_axes; i++)
    {
      g_autofree char *title = plx_wording_axis (&summary->axes[i]);
      g_autofree char *negative = plx_wording_pole (&summary->axes[i], FALSE);
      g_autofree char *positive = plx_wording_pole (&summary->axes[i], TRUE);

      g_ptr_array_add (titles, g_strdup_printf ("%s\n− %s, + %s", title, negative, positive));
      cells[N_FIRST + i].text = titles->pdata[i];
    }
  for (guint i = 0; i < N_FIRST + n_axes; i++)
    cells[i].font = PLX_PAGES_SMALL;
  plx_pages_add_row (pages, cells, N_FIRST + n_axes,
                     &(PlxPagesRow) { .space = 6, .rule = TRUE, .is_head = TRUE });
  for (guint i = 0; i < summary->rows->len; i++)
    add_score_row (summary, pages, i, linked);
  plx_pages_end_table (pages);
}

static void
add_method (PlxReport *self,
            PlxPages  *pages)
{
  g_autoptr (GPtrArray) method = plx_report_list_method (self);
  g_auto (GStrv) limits = plx_report_list_limits ();

  plx_pages_add_heading (pages, PLX_PAGES_HEADING, _("Method"), "method");
  for (guint i = 0; i + 1 < method->len; i += 2)
    {
      PlxPagesCell cells[2] = {
        { .text = method->pdata[i], .font = PLX_PAGES_STRONG, .width = 110 },
        { .text = method->pdata[i + 1], .x = 120 },
      };

      plx_pages_add_row (pages, cells, 2, &(PlxPagesRow) { .space = 6 });
    }
  plx_pages_add_heading (pages, PLX_PAGES_HEADING, _("What the scores do not say"), "limits");
  for (guint i = 0; limits[i] != NULL; i++)
    {
      PlxPagesCell cells[2] = {
        { .text = "•", .width = 10 },
        { .text = limits[i], .x = 12 },
      };

      plx_pages_add_row (pages, cells, 2, &(PlxPagesRow) { .space = 4 });
    }
  plx_pages_add_row (pages, &(PlxPagesCell) {
                       .text = _("Made with Parallax, offline, from the articles and the lexicon "
                                 "named here."),
                       .font = PLX_PAGES_MUTED,
                     }, 1, &(PlxPagesRow) { .space = 20 });
}

/* @framing: as in make_framing(): must outlive the pages */
static PlxPages *
make_pages (PlxReport *self,
            PlxChart  *framing)
{
  PlxPlotStyle style = plx_plot_style_print;
  PlxPages *pages;
  double width, height;

  plx_pages_get_paper (&width, &height);
  style.rtl = self->rtl;
  pages = plx_pages_new (width, height, MARGIN, &style, self->title);
  add_opening (self, pages);
  add_notes (self, pages);
  add_charts (self, pages, framing);
  add_claims (self, pages);
  plx_pages_add_heading (pages, PLX_PAGES_HEADING, _("Table"), "table");
  plx_report_add_scores (pages, self->summary, TRUE);
  plx_report_add_evidence_pages (self, pages);
  add_method (self, pages);
  return pages;
}

/* Returns: (transfer full) (nullable): NULL if it is not wanted */
static PlxChart *
make_framing (PlxReport *self)
{
  PlxChart *framing;

  if (self->no_framing)
    return NULL;
  framing = plx_framing_chart_new (self->summary);
  plx_framing_chart_set_sort (framing, PLX_PLOT_SORT_SCORE,
                              plx_framing_chart_find_axis (self->summary));
  return framing;
}

GBytes *
plx_report_to_pdf (PlxReport  *self,
                   GError    **error)
{
  g_autoptr (PlxChart) framing = make_framing (self);
  g_autoptr (PlxPages) pages = make_pages (self, framing);

  return plx_pages_to_pdf (pages, self->title, self->author, error);
}

PlxSheets *
plx_report_to_sheets (PlxReport *self)
{
  g_autoptr (PlxChart) framing = NULL;
  g_autoptr (PlxPages) pages = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  framing = make_framing (self);
  pages = make_pages (self, framing);
  return plx_sheets_new (pages);
}
