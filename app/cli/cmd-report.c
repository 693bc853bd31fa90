/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-corpus.h"
#include "cli-filter.h"
#include "cli-story.h"
#include "ui/plot/plx-wording.h"
#include "ui/report/plx-report-choices.h"

typedef struct
{
  char    *output;
  char    *title;
  char    *author;
  char    *notes;
  char    *list;
  char    *format;
  char   **charts;
  char   **sources;
  char   **lexicons;
  int      n_evidence;
  gboolean rtl;
  PlxCliFilter filter;
} Arguments;

static void
arguments_clear (Arguments *self)
{
  g_free (self->output);
  g_free (self->title);
  g_free (self->author);
  g_free (self->notes);
  g_free (self->list);
  g_free (self->format);
  g_strfreev (self->charts);
  g_strfreev (self->sources);
  g_strfreev (self->lexicons);
  plx_cli_filter_clear (&self->filter);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, arguments_clear)

static gboolean
parse (Arguments *self,
       int       *argc,
       char    ***argv)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_("Write to this file (default: report.html or report.pdf)"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format,
      N_("A web page or pages (default: by the file’s name)"), "html|pdf" },
    { "title", 't', 0, G_OPTION_ARG_STRING, &self->title, N_("Title of the report"), N_("TEXT") },
    { "author", 0, 0, G_OPTION_ARG_STRING, &self->author, N_("Who answers for it"), N_("NAME") },
    { "notes", 'n', 0, G_OPTION_ARG_FILENAME, &self->notes,
      N_("A text file with notes of your own"), N_("FILE") },
    { "charts", 0, 0, G_OPTION_ARG_STRING, &self->list,
      N_("Which charts to show, with commas between (default: framing); claims is a table"),
      N_("KINDS") },
    { "chart", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &self->charts,
      N_("A further kind of chart to show; may be given several times"), N_("KIND") },
    { "evidence", 'e', 0, G_OPTION_ARG_INT, &self->n_evidence,
      N_("How many sentences for each source and axis"), N_("N") },
    { "source", 's', 0, G_OPTION_ARG_STRING_ARRAY, &self->sources,
      N_("Only this source; may be given several times"), N_("NAME") },
    PLX_CLI_LEXICON_ENTRY (&self->lexicons),
    { "rtl", 0, 0, G_OPTION_ARG_NONE, &self->rtl, N_("Write from right to left"), NULL },
    PLX_CLI_FILTER_ENTRIES (&self->filter),
    { NULL }
  };

  return plx_cli_parse ((*argv)[0], _("CORPUS|FILE…"),
                        _("Writes a report on a corpus, or on articles in files: one HTML file "
                          "or a PDF with charts, table, the sentences behind each score with "
                          "their arithmetic, the method and its limits. It needs no network and "
                          "no script."),
                        entries, argc, argv);
}

static gboolean
check_kind (const char *kind)
{
  g_autofree char *list = NULL;

  if (plx_report_choices_get_label (kind) != NULL)
    return TRUE;
  list = g_strjoinv (", ", (char **) plx_report_choices_list_charts ());
  plx_cli_error (_("there is no chart “%s”; there are: %s"), kind, list);
  return FALSE;
}

/* Those of --charts, or the framing chart; and those of --chart. */
static gboolean
choose_charts (const Arguments  *self,
               PlxReportChoices *choices)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) list = g_strsplit (self->list != NULL ? self->list : "framing", ",", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      if (*g_strstrip (list[i]) == '\0')
        continue;
      if (!check_kind (list[i]))
        return FALSE;
      g_strv_builder_add (builder, list[i]);
    }
  for (guint i = 0; self->charts != NULL && self->charts[i] != NULL; i++)
    {
      if (!check_kind (self->charts[i]))
        return FALSE;
      g_strv_builder_add (builder, self->charts[i]);
    }
  g_strfreev (choices->charts);
  choices->charts = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
choose_format (const Arguments  *self,
               PlxReportChoices *choices)
{
  if (self->format == NULL)
    {
      if (self->output != NULL)
        plx_report_format_from_name (self->output, &choices->format);
      return TRUE;
    }
  choices->format = strcmp (self->format, "pdf") == 0 ? PLX_REPORT_PDF : PLX_REPORT_HTML;
  if (choices->format == PLX_REPORT_PDF || strcmp (self->format, "html") == 0)
    return TRUE;
  plx_cli_error (_("--format is html or pdf, not “%s”"), self->format);
  return FALSE;
}

/* Returns: (transfer full): NULL if the arguments make no sense, which was said */
static PlxReportChoices *
make_choices (const Arguments *self)
{
  g_autoptr (PlxReportChoices) choices = plx_report_choices_new ();

  if (!choose_charts (self, choices) || !choose_format (self, choices))
    return NULL;
  if (self->n_evidence < 0 || self->n_evidence > PLX_REPORT_MAX_EVIDENCE)
    {
      plx_cli_error (_("--evidence is from 0 to %d"), PLX_REPORT_MAX_EVIDENCE);
      return NULL;
    }
  choices->title = g_strdup (self->title);
  choices->author = g_strdup (self->author);
  choices->sources = g_strdupv (self->sources);
  choices->n_evidence = (guint) self->n_evidence;
  choices->rtl = self->rtl;
  plx_wording_set_right_to_left (self->rtl);
  return g_steal_pointer (&choices);
}

static gboolean
read_notes (const Arguments   *self,
            PlxReportChoices  *choices,
            GError           **error)
{
  g_autofree char *notes = NULL;
  gsize length;

  if (self->notes == NULL)
    return TRUE;
  if (!g_file_get_contents (self->notes, &notes, &length, error))
    return FALSE;
  choices->notes = g_utf8_make_valid (notes, (gssize) length);
  return TRUE;
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  plx_cli_progress (_("Writing the report, per cent"), (guint) ((guint64) done * 100 / total), 100);
}

static const char *
get_output (const Arguments        *self,
            const PlxReportChoices *choices)
{
  if (self->output != NULL)
    return self->output;
  return choices->format == PLX_REPORT_PDF ? "report.pdf" : "report.html";
}

PlxCliStatus
plx_cli_cmd_report (int   argc,
                    char *argv[])
{
  g_auto (Arguments) arguments = { NULL };
  PlxSummaryOptions options = PLX_SUMMARY_OPTIONS_INIT;
  gboolean had_errors = FALSE;
  g_autoptr (PlxReportChoices) choices = NULL;
  g_autoptr (PlxCorpus) corpus = NULL;
  g_autoptr (PlxReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (&arguments, &argc, &argv) || !plx_cli_filter_check (&arguments.filter))
    return PLX_CLI_USAGE;
  choices = make_choices (&arguments);
  if (choices == NULL)
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
  if (read_notes (&arguments, choices, &error))
    report = plx_report_make (corpus, &options, &arguments.filter.filter, choices, progress_cb,
                              NULL, NULL, &error);
  if (report != NULL)
    bytes = plx_report_render (report, choices->format, &error);
  if (bytes == NULL)
    {
      plx_cli_error ("%s", error->message);
      return PLX_CLI_FAILED;
    }
  if (!plx_cli_write (get_output (&arguments, choices), bytes))
    return PLX_CLI_FAILED;
  return had_errors ? PLX_CLI_FAILED : PLX_CLI_OK;
}
