/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-corpus.h"
#include "cli-filter.h"
#include "cli-story.h"
#include "ui/report/plx-corpus-chart.h"
#include "ui/report/plx-report.h"

typedef struct
{
  char    *output;
  char    *title;
  char    *notes;
  char   **lexicons;
  char   **charts;
  gboolean rtl;
  PlxCliFilter filter;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->output);
  g_free (self->title);
  g_free (self->notes);
  g_strfreev (self->lexicons);
  plx_cli_filter_clear (&self->filter);
  g_strfreev (self->charts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse (Arguments *self,
       int       *argc,
       char    ***argv)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_("Write to this file (default: report.html)"), N_("FILE") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &self->title, N_("Title of the report"), N_("TEXT") },
    { "notes", 'n', 0, G_OPTION_ARG_FILENAME, &self->notes,
      N_("A text file with notes of your own, put at the end"), N_("FILE") },
    { "chart", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &self->charts,
      N_("A further kind of chart to show; may be given several times"), N_("KIND") },
    { "lexicon", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->lexicons,
      N_("Read with this lexicon instead of the shipped ones"), N_("FILE") },
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &self->rtl, N_("Write from right to left"), NULL },
    PLX_CLI_FILTER_ENTRIES (&self->filter),
    { NULL }
  };

  return plx_cli_parse ((*argv)[0], _("CORPUS|FILE…"),
                        _("Writes a report on a corpus, or on articles in files: one HTML file "
                          "with charts, table, the sentences behind each score with their arithmetic, "
                          "the method and its limits. It needs no network and no script."),
                        entries, argc, argv);
}

static gboolean
check (const Arguments *self)
{
  const char *const *kinds = plx_corpus_chart_list_kinds ();

  for (guint i = 0; self->charts != NULL && self->charts[i] != NULL; i++)
    {
      if (!g_strv_contains (kinds, self->charts[i]))
        {
          g_autofree char *list = g_strjoinv (", ", (char **) kinds);

          plx_cli_error (_("there is no chart “%s”; there are: %s"), self->charts[i], list);
          return FALSE;
        }
    }
  return TRUE;
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  plx_cli_progress (_("Reading articles"), done, total);
}

static const char *
get_heading (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *heading;
  } headings[] = {
    { "map", N_("Framing map") },        { "flow", N_("Flow of the articles") },
    { "timeline", N_("Timeline") },      { "voices", N_("Voices") },
    { "shift", N_("What makes the sources farthest apart differ") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      if (strcmp (headings[i].kind, kind) == 0)
        return _(headings[i].heading);
    }
  return kind;
}

static gboolean
add_charts (const Arguments         *self,
            PlxReport               *report,
            PlxCorpus               *corpus,
            const PlxSummary        *summary,
            const PlxSummaryOptions *summary_options,
            GError                 **error)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;

  options.options = *summary_options;
  options.filter = &self->filter.filter;
  options.axis = plx_framing_chart_find_axis (summary);
  options.x_axis = options.axis == 0 && summary->n_axes > 1 ? 1 : 0;
  for (guint i = 0; self->charts != NULL && self->charts[i] != NULL; i++)
    {
      PlxChart *chart;

      /* It is there already. */
      if (strcmp (self->charts[i], "framing") == 0)
        continue;
      chart = plx_corpus_chart_new (self->charts[i], corpus, summary, &options, progress_cb, NULL,
                                    NULL, error);
      if (chart == NULL)
        return FALSE;
      /* What fits a printed page. */
      if (strcmp (self->charts[i], "shift") == 0)
        plx_shift_chart_set_limit (chart, 15);
      plx_report_add_chart (report, chart, get_heading (self->charts[i]));
    }
  return TRUE;
}

static gboolean
fill_report (const Arguments         *self,
             PlxReport               *report,
             PlxCorpus               *corpus,
             const PlxSummary        *summary,
             const PlxSummaryOptions *options,
             GError                 **error)
{
  if (self->notes != NULL)
    {
      g_autofree char *notes = NULL;
      g_autofree char *valid = NULL;
      gsize length;

      if (!g_file_get_contents (self->notes, &notes, &length, error))
        return FALSE;
      valid = g_utf8_make_valid (notes, length);
      plx_report_set_notes (report, valid);
    }
  if (self->title != NULL)
    plx_report_set_title (report, self->title);
  plx_report_set_options (report, options);
  plx_report_set_filter (report, &self->filter.filter);
  plx_report_set_rtl (report, self->rtl);
  return add_charts (self, report, corpus, summary, options, error) &&
         plx_report_add_corpus (report, corpus, progress_cb, NULL, NULL, error);
}

PlxCliStatus
plx_cli_cmd_report (int   argc,
                    char *argv[])
{
  g_auto (Arguments) arguments = { NULL };
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  gboolean had_errors = FALSE;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (PlxSummary) summary = NULL;
  g_autoptr (PlxReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *html;

  if (!parse (&arguments, &argc, &argv) || !check (&arguments) ||
      !plx_cli_filter_check (&arguments.filter))
    return PLX_CLI_USAGE;
  if (argc < 2)
    {
      plx_cli_error ("%s", _("name a corpus file, or files with articles"));
      return PLX_CLI_USAGE;
    }

  corpus = plx_cli_open_story (argv + 1, argc - 1, (const char *const *) arguments.lexicons,
                               &had_errors);
  if (corpus == NULL)
    return PLX_CLI_FAILED;
  summary = plx_cli_summarise_corpus (corpus, &options, &arguments.filter.filter);
  if (summary == NULL)
    return PLX_CLI_FAILED;

  report = plx_report_new (summary, plx_corpus_get_lexicon (corpus));
  if (!fill_report (&arguments, report, corpus, summary, &options, &error))
    {
      plx_cli_error ("%s", error->message);
      return PLX_CLI_FAILED;
    }
  html = plx_report_to_html (report);
  bytes = g_bytes_new_take (html, strlen (html));
  if (!plx_cli_write (arguments.output != NULL ? arguments.output : "report.html", bytes))
    return PLX_CLI_FAILED;
  return had_errors ? PLX_CLI_FAILED : PLX_CLI_OK;
}
