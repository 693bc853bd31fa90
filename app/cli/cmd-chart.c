/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli-corpus.h"
#include "cli-filter.h"
#include "cli-story.h"
#include "ui/plot/plx-wording.h"
#include "ui/report/plx-corpus-chart.h"

#define DEFAULT_WIDTH 900
#define MIN_WIDTH 120
#define MAX_WIDTH 10000
#define DEFAULT_TEXT_SIZE 11
#define MIN_TEXT_SIZE 4
#define MAX_TEXT_SIZE 100

typedef struct
{
  char    *kind;
  char    *output;
  char    *style;
  char    *axis;
  char    *x_axis;
  char    *sort;
  char    *title;
  char   **lexicons;
  char   **sources;
  int      width;
  double   text_size;
  PlxCliFilter filter;
  gboolean rtl;
  gboolean table;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->kind);
  g_free (self->output);
  g_free (self->style);
  g_free (self->axis);
  g_free (self->x_axis);
  g_free (self->sort);
  g_free (self->title);
  g_strfreev (self->lexicons);
  plx_cli_filter_clear (&self->filter);
  g_strfreev (self->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse (Arguments *self,
       int       *argc,
       char    ***argv)
{
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &self->kind,
      N_("framing (default), map, flow, timeline, voices or shift"), N_("KIND") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_("Write to this file; its ending says whether SVG, PDF or PNG (default: the kind with "
         ".svg)"),
      N_("FILE") },
    { "width", 'w', 0, G_OPTION_ARG_INT, &self->width,
      N_("How wide, in points (default: 900); a PNG has twice as many pixels"), N_("N") },
    { "style", 's', 0, G_OPTION_ARG_STRING, &self->style,
      N_("light (default), dark, light-strong, dark-strong or print"), N_("STYLE") },
    { "text-size", 0, 0, G_OPTION_ARG_DOUBLE, &self->text_size,
      N_("Size of the text, in points (default: 11)"), N_("N") },
    { "title", 't', 0, G_OPTION_ARG_STRING, &self->title, N_("Words above the chart"),
      N_("TEXT") },
    { "axis", 'a', 0, G_OPTION_ARG_STRING, &self->axis,
      N_("The axis to sort by, or to show (default: where sources differ most)"), N_("AXIS") },
    { "x-axis", 0, 0, G_OPTION_ARG_STRING, &self->x_axis, N_("The other axis of the map"),
      N_("AXIS") },
    { "source", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->sources,
      N_("A source to compare, for shift; give it twice (default: the two farthest apart)"),
      N_("NAME") },
    PLX_CLI_LEXICON_ENTRY (&self->lexicons),
    PLX_CLI_FILTER_ENTRIES (&self->filter),
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &self->rtl, N_("Draw from right to left"), NULL },
    { "table", 0, 0, G_OPTION_ARG_NONE, &self->table,
      N_("Write the table behind the chart instead, as CSV"), NULL },
    { NULL }
  };

  return plx_cli_parse ((*argv)[0], _("CORPUS|FILE…"),
                        _("Draws a corpus, or articles in files, as a picture. “-” writes to "
                          "standard output, as SVG."),
                        entries, argc, argv);
}

static gboolean
is_one_of (const char        *value,
           const char *const *values,
           const char        *option)
{
  if (g_strv_contains (values, value))
    return TRUE;

  /* Translators: %1$s is what was given, %2$s the option's name */
  plx_cli_error (_("“%1$s” is no value of %2$s; “parallax-cli chart --help” lists them"), value,
                 option);
  return FALSE;
}

/* Says what is wrong with the call, before anything is read. */
static gboolean
check (Arguments       *self,
       PlxExportFormat *out_format)
{
  static const char *const styles[] = {
    "light", "dark", "light-strong", "dark-strong", "print", NULL
  };

  if (self->kind == NULL)
    self->kind = g_strdup ("framing");
  if (self->style == NULL)
    self->style = g_strdup ("light");
  if (!is_one_of (self->kind, plx_corpus_chart_list_kinds (), "--kind") ||
      !is_one_of (self->style, styles, "--style"))
    return FALSE;
  if (self->width < MIN_WIDTH || self->width > MAX_WIDTH)
    {
      plx_cli_error (_("the width must be from %d to %d points"), MIN_WIDTH, MAX_WIDTH);
      return FALSE;
    }
  if (!(self->text_size >= MIN_TEXT_SIZE && self->text_size <= MAX_TEXT_SIZE))
    {
      plx_cli_error (_("the text size must be from %d to %d points"), MIN_TEXT_SIZE,
                     MAX_TEXT_SIZE);
      return FALSE;
    }
  if (self->output == NULL)
    self->output = g_strconcat (self->kind, self->table ? ".csv" : ".svg", NULL);
  *out_format = PLX_EXPORT_SVG;
  if (!self->table && strcmp (self->output, "-") != 0 &&
      !plx_export_format_from_name (self->output, out_format))
    {
      plx_cli_error (_("“%s” ends in none of .svg, .pdf and .png"), self->output);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_axis (const PlxSummary *summary,
           const char       *name,
           guint             fallback,
           guint            *out_axis)
{
  *out_axis = fallback;
  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < summary->n_axes; i++)
    {
      if (strcmp (summary->axes[i].id, name) == 0)
        {
          *out_axis = i;
          return TRUE;
        }
    }
  plx_cli_error (_("the lexicon has no axis “%s”"), name);
  return FALSE;
}

static PlxChart *
make_chart (Arguments        *self,
            PlxCorpus        *corpus,
            const PlxSummary *summary,
            PlxSummaryOptions *summary_options)
{
  PlxCorpusChartOptions options = PLX_CORPUS_CHART_INIT;
  guint widest = plx_framing_chart_find_axis (summary);
  g_autoptr (GError) error = NULL;
  PlxChart *chart;

  options.options = *summary_options;
  options.filter = &self->filter.filter;
  if (!find_axis (summary, self->axis, widest, &options.axis) ||
      !find_axis (summary, self->x_axis, options.axis == 0 && summary->n_axes > 1 ? 1 : 0,
                  &options.x_axis))
    return NULL;
  if (self->sources != NULL && self->sources[0] != NULL)
    {
      options.source_a = self->sources[0];
      options.source_b = self->sources[1];
    }

  chart = plx_corpus_chart_new (self->kind, corpus, summary, &options, plx_cli_on_progress,
                                (gpointer) _("Reading articles"), NULL, &error);
  if (chart == NULL)
    {
      plx_cli_error ("%s", error->message);
      return NULL;
    }
  plx_chart_set_title (chart, self->title);
  return chart;
}

static gboolean
write_chart (Arguments       *self,
             PlxChart        *chart,
             PlxExportFormat  format)
{
  PlxPlotStyle style = *plx_plot_style_find (self->style);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (self->table)
    {
      g_autoptr (PlxPlotTable) table = plx_chart_to_table (chart);
      char *csv = plx_plot_table_to_csv (table);

      bytes = g_bytes_new_take (csv, strlen (csv));
      return plx_cli_write (self->output, bytes);
    }

  style.text_size = self->text_size;
  style.rtl = self->rtl;
  plx_wording_set_right_to_left (self->rtl);
  bytes = plx_chart_render (chart, format, &style, self->width, &error);
  if (bytes == NULL)
    {
      plx_cli_error ("%s", error->message);
      return FALSE;
    }
  return plx_cli_write (self->output, bytes);
}

PlxCliStatus
plx_cli_cmd_chart (int   argc,
                   char *argv[])
{
  g_auto (Arguments) arguments = {
    .width = DEFAULT_WIDTH, .text_size = DEFAULT_TEXT_SIZE,
  };
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  PlxExportFormat format = PLX_EXPORT_SVG;
  gboolean had_errors = FALSE;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (PlxCorpusKept) kept = NULL;
  g_autoptr (PlxChart) chart = NULL;

  if (!parse (&arguments, &argc, &argv) || !check (&arguments, &format) ||
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
  kept = plx_cli_survey_corpus (corpus, &options, &arguments.filter.filter);
  if (kept == NULL)
    return PLX_CLI_FAILED;
  chart = make_chart (&arguments, corpus, plx_corpus_kept_get_summary (kept), &options);
  if (chart == NULL || !write_chart (&arguments, chart, format))
    return PLX_CLI_FAILED;
  return had_errors ? PLX_CLI_FAILED : PLX_CLI_OK;
}
