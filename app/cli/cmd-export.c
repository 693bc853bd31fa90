/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-corpus.h"
#include "cli-filter.h"
#include "cli-grouping.h"
#include "commands.h"
#include "data/plx-export.h"
#include "data/plx-file.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  PlxCorpus       *corpus;
  const PlxCliGroups *groups; /* NULL: the sentences are wanted */
  PlxExportOptions options;
} Export;

static gboolean
write_table (GOutputStream *stream,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Export *export = data;

  if (export->groups != NULL)
    return plx_export_summary (export->groups->summary, export->groups->grouping,
                               export->groups->kept, &export->options, stream, cancellable, error);
  return plx_export_sentences (export->corpus, &export->options, stream, plx_cli_on_progress,
                               (gpointer) _("Exporting articles"), cancellable, error);
}

/* Chooses the format by the option, else by the ending of the file's name, else CSV. */
static gboolean
parse_format (const char     *name,
              const char     *output,
              PlxTableFormat *out_format)
{
  g_autofree char *folded = output != NULL ? g_ascii_strdown (output, -1) : NULL;

  if (name == NULL)
    *out_format = folded != NULL && g_str_has_suffix (folded, ".json") ? PLX_TABLE_JSON
                                                                       : PLX_TABLE_CSV;
  else if (strcmp (name, "csv") == 0)
    *out_format = PLX_TABLE_CSV;
  else if (strcmp (name, "json") == 0)
    *out_format = PLX_TABLE_JSON;
  else
    {
      plx_cli_error (_("there is no format “%s”; use “csv” or “json”"), name);
      return FALSE;
    }

  return TRUE;
}

/* @out_grouping: left as it is where the sentences are wanted */
static gboolean
parse_table (const char  *name,
             gboolean    *out_is_sentences,
             PlxGrouping *out_grouping)
{
  *out_is_sentences = name != NULL && strcmp (name, "sentences") == 0;
  if (name == NULL || *out_is_sentences || plx_cli_grouping_parse (name, out_grouping))
    return TRUE;

  plx_cli_error (_("there is no table “%s”; use “sources”, “articles”, “voices”, “targets”, “days”, "
                   "“months”, “years” or “sentences”"), name);
  return FALSE;
}

static PlxCliStatus
run_export (Export     *export,
            const char *output)
{
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (output == NULL)
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      written = write_table (stream, export, NULL, &error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (output);

      written = plx_file_write_stream (file, write_table, export, NULL, &error);
    }

  if (!written)
    plx_cli_error ("%s%s%s", output != NULL ? output : "", output != NULL ? ": " : "",
                   error->message);
  return written ? PLX_CLI_OK : PLX_CLI_FAILED;
}

PlxCliStatus
plx_cli_cmd_export (int   argc,
                    char *argv[])
{
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  g_autofree char *table = NULL;
  g_auto (GStrv) lexicons = NULL;
  g_auto (PlxCliFilter) filter = { { NULL } };
  g_auto (PlxCliGroups) groups = { PLX_GROUPING_SOURCE };
  gboolean is_raw = FALSE;
  int top = 0;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to FILE instead of standard output"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format,
      N_("“csv” or “json” (default: by the ending of FILE, else CSV)"), N_("FORMAT") },
    { "table", 't', 0, G_OPTION_ARG_STRING, &table,
      N_("The table of the “sources” (default), “articles”, “voices”, “targets”, “days”, “months”, "
         "“years”, or of all “sentences”"), N_("TABLE") },
    PLX_CLI_TOP_ENTRY (&top),
    PLX_CLI_LEXICON_ENTRY (&lexicons),
    PLX_CLI_FILTER_ENTRIES (&filter),
    { "raw", 0, 0, G_OPTION_ARG_NONE, &is_raw,
      N_("Put no apostrophe before texts that a spreadsheet would take for a formula"), NULL },
    { NULL }
  };
  g_autoptr (PlxCorpus) corpus = NULL;
  PlxGrouping grouping = PLX_GROUPING_SOURCE;
  gboolean is_sentences;
  Export export = { .options.is_raw = FALSE };

  if (!plx_cli_parse (argv[0], _("CORPUS"),
                      _("Writes a table of a corpus: for each source (or article, voice, target, "
                        "day …) its scores with intervals, or each sentence with its scores, "
                        "cues and speaker."),
                      entries, &argc, &argv) ||
      !parse_format (format, output, &export.options.format) ||
      !parse_table (table, &is_sentences, &grouping) || !plx_cli_filter_check (&filter) ||
      !plx_cli_top_check (top))
    return PLX_CLI_USAGE;
  if (argc != 2)
    {
      plx_cli_error ("%s", _("name one corpus file"));
      return PLX_CLI_USAGE;
    }

  corpus = plx_cli_open_corpus_with_lexicon (argv[1], (const char *const *) lexicons);
  if (corpus == NULL)
    return PLX_CLI_FAILED;
  if (!is_sentences &&
      !plx_cli_groups_make (&groups, corpus, grouping, &filter.filter, top))
    return PLX_CLI_FAILED;

  export.corpus = corpus;
  export.groups = is_sentences ? NULL : &groups;
  export.options.is_raw = is_raw;
  export.options.filter = &filter.filter;
  return run_export (&export, output);
}
