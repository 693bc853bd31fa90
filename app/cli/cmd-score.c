/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "commands.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli-lexicon.h"
#include "data/import/plx-records.h"
#include "data/import/plx-source-name.h"
#include "data/plx-shipped-lexicons.h"
#include "score-run.h"

#define MAX_JOBS 256

typedef struct
{
  PlxScoreRun *run;
  PlxFormat    input;
  gboolean     had_errors;
  gboolean     is_broken; /* standard output is closed */
  GArray      *no_blocks;
} ScoreCommand;

typedef struct
{
  const char *name;
  int         value;
} Choice;

static const Choice inputs[] = {
  { "auto", PLX_FORMAT_AUTO }, { "text", PLX_FORMAT_TEXT },   { "html", PLX_FORMAT_HTML },
  { "jsonl", PLX_FORMAT_JSONL }, { "csv", PLX_FORMAT_CSV },
};

static const Choice formats[] = {
  { "table", PLX_SCORE_TABLE }, { "csv", PLX_SCORE_CSV }, { "jsonl", PLX_SCORE_JSONL },
};

static gboolean
choose (const char   *option,
        const char   *text,
        const Choice *choices,
        guint         n_choices,
        int          *out_value)
{
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < n_choices; i++)
    {
      if (strcmp (choices[i].name, text) == 0)
        {
          *out_value = choices[i].value;
          return TRUE;
        }
    }
  /* Translators: %1$s is what was given, %2$s the option's name */
  plx_cli_error (_("“%1$s” is no value of %2$s; “parallax-cli score --help” lists them"), text, option);
  return FALSE;
}

static void
complain (ScoreCommand *self,
          const char   *name,
          guint64       line,
          const char   *why)
{
  if (line > 0)
    g_printerr ("%s:%" G_GUINT64_FORMAT ": %s\n", name, line, why);
  else
    g_printerr ("%s: %s\n", name, why);
  self->had_errors = TRUE;
}

/* Scores a record where it lies, without copying it. */
static void
score_record (ScoreCommand    *self,
              const PlxRecord *record)
{
  PlxArticle article = {
    .id = (char *) record->fields[PLX_FIELD_ID],
    .source = (char *) record->fields[PLX_FIELD_SOURCE],
    .title = (char *) record->fields[PLX_FIELD_TITLE],
    .date = (char *) record->fields[PLX_FIELD_DATE],
    .text = (char *) record->fields[PLX_FIELD_TEXT],
    .length = record->lengths[PLX_FIELD_TEXT],
    .blocks = self->no_blocks,
  };

  if (!plx_score_run_add (self->run, &article, record->fields[PLX_FIELD_TARGET]))
    self->is_broken = TRUE;
}

static void
score_records (ScoreCommand *self,
               GInputStream *stream,
               const char   *name,
               PlxFormat     format)
{
  g_autoptr (PlxRecordReader) reader = plx_record_reader_new (stream, format);

  while (!self->is_broken)
    {
      g_autoptr (GError) error = NULL;
      PlxRecord record;
      PlxRecordStatus status = plx_record_reader_next (reader, &record, NULL, &error);

      if (status == PLX_RECORD_READY)
        score_record (self, &record);
      else if (error != NULL)
        complain (self, name, record.line, error->message);
      if (status == PLX_RECORD_END || status == PLX_RECORD_FAILED)
        break;
    }
}

static void
score_article_bytes (ScoreCommand *self,
                     GBytes       *bytes,
                     const char   *name,
                     PlxFormat     format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxArticle) article = plx_import_bytes (bytes, name, format, &error);

  if (article == NULL)
    {
      complain (self, name, 0, error->message);
      return;
    }
  if (article->id == NULL)
    article->id = g_strdup (name);
  if (article->source == NULL)
    {
      g_autofree char *base = g_path_get_basename (name);
      article->source = plx_source_name_from_file (base);
    }
  if (!plx_score_run_add (self->run, article, NULL))
    self->is_broken = TRUE;
}

/* All of a stream, up to a little more than an article may have. */
static GBytes *
read_all (GInputStream *stream,
          GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n = 0;

  do
    {
      guint length = bytes->len;

      g_byte_array_set_size (bytes, length + 256 * 1024);
      if (!g_input_stream_read_all (stream, bytes->data + length, 256 * 1024, &n, NULL, error))
        return NULL;
      g_byte_array_set_size (bytes, length + (guint) n);
    }
  while (n == 256 * 1024 && bytes->len <= PLX_IMPORT_MAX_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* What a stream holds: by its name, and lacking that by its first bytes. */
static PlxFormat
guess_format (GBufferedInputStream *stream,
              const char           *name)
{
  g_autoptr (GBytes) head = NULL;
  const void *data;
  gsize length;

  if (g_buffered_input_stream_fill (stream, -1, NULL, NULL) < 0)
    return PLX_FORMAT_TEXT;
  data = g_buffered_input_stream_peek_buffer (stream, &length);
  head = g_bytes_new (data, length);
  return plx_import_guess_format (head, name);
}

static void
score_stream (ScoreCommand *self,
              GInputStream *base,
              const char   *name)
{
  g_autoptr (GInputStream) stream = g_buffered_input_stream_new_sized (base, 64 * 1024);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  PlxFormat format = self->input;

  if (format == PLX_FORMAT_AUTO)
    format = guess_format (G_BUFFERED_INPUT_STREAM (stream), name);
  if (format == PLX_FORMAT_JSONL || format == PLX_FORMAT_CSV)
    {
      score_records (self, stream, name, format);
      return;
    }
  bytes = read_all (stream, &error);
  if (bytes == NULL)
    complain (self, name, 0, error->message);
  else
    score_article_bytes (self, bytes, name, format);
}

static void
score_file (ScoreCommand *self,
            const char   *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, &error);

  if (stream == NULL)
    complain (self, path, 0, error->message);
  else
    score_stream (self, G_INPUT_STREAM (stream), path);
}

static gboolean
score_all (ScoreCommand     *self,
           PlxScoreSettings *settings,
           char            **paths)
{
  self->run = plx_score_run_new (settings);
  self->no_blocks = g_array_new (FALSE, FALSE, sizeof (PlxBlock));
  if (paths[0] == NULL)
    {
      g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      score_stream (self, input, "-");
    }
  for (guint i = 0; paths[i] != NULL && !self->is_broken; i++)
    score_file (self, paths[i]);
  g_array_unref (self->no_blocks);
  if (!plx_score_run_finish (self->run))
    {
      plx_cli_error ("%s", _("standard output cannot be written"));
      self->had_errors = TRUE;
    }
  return !self->had_errors;
}

static PlxAliases *
load_aliases (const char *const *paths,
              gboolean          *out_had_bad_lines)
{
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_diagnostic_free);
  g_autoptr (GError) error = NULL;
  PlxAliases *aliases;

  if (paths == NULL)
    return plx_aliases_ref (plx_shipped_aliases_get ());
  aliases = plx_alias_files_load (paths, diagnostics, &error);
  if (aliases == NULL)
    plx_cli_error ("%s", error->message);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = plx_diagnostic_to_string (g_ptr_array_index (diagnostics, i));

      g_printerr ("%s\n", line);
      *out_had_bad_lines = TRUE;
    }
  return aliases;
}

PlxCliStatus
plx_cli_cmd_score (int    argc,
                   char **argv)
{
  g_auto (GStrv) lexicons = NULL;
  g_auto (GStrv) alias_files = NULL;
  g_autofree char *input = NULL;
  g_autofree char *format = NULL;
  g_autofree char *target = NULL;
  gboolean sentences = FALSE;
  gboolean explain = FALSE;
  int jobs = 1;
  const GOptionEntry entries[] = {
    { "lexicon", 'l', 0, G_OPTION_ARG_FILENAME_ARRAY, &lexicons,
      N_("Read with this lexicon, not the shipped ones (may be repeated)"), N_("FILE") },
    { "input", 'i', 0, G_OPTION_ARG_STRING, &input,
      N_("What is read: auto, text, html, jsonl or csv"), N_("KIND") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("What is written: table, csv or jsonl"),
      N_("FORMAT") },
    { "sentences", 's', 0, G_OPTION_ARG_NONE, &sentences, N_("Write each sentence too"), NULL },
    { "explain", 'e', 0, G_OPTION_ARG_NONE, &explain,
      N_("Write each sentence with its cue words and the arithmetic"), NULL },
    { "target", 't', 0, G_OPTION_ARG_STRING, &target,
      N_("Read for tone and stance toward this person, country or thing"), N_("NAME") },
    { "aliases", 'a', 0, G_OPTION_ARG_FILENAME_ARRAY, &alias_files,
      N_("Read names that mean the same from this table too (may be repeated)"), N_("FILE") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &jobs, N_("Work on so many threads"), N_("N") },
    { NULL }
  };
  PlxScoreSettings settings = { .format = PLX_SCORE_TABLE };
  ScoreCommand command = { .input = PLX_FORMAT_AUTO };
  g_autoptr (PlxLexicon) lexicon = NULL;
  g_autoptr (PlxAliases) aliases = NULL;
  int output = PLX_SCORE_TABLE;
  int kind = PLX_FORMAT_AUTO;
  gboolean had_bad_lines = FALSE;

  if (!plx_cli_parse ("score", _("[FILE…]"),
                      _("Scores articles: framing per source, or a record for each article. Without a "
                        "file, standard input is read."),
                      entries, &argc, &argv) ||
      !choose ("--input", input, inputs, G_N_ELEMENTS (inputs), &kind) ||
      !choose ("--format", format, formats, G_N_ELEMENTS (formats), &output))
    return PLX_CLI_USAGE;
  if (jobs < 1 || jobs > MAX_JOBS)
    {
      plx_cli_error (_("--jobs goes from 1 to %d"), MAX_JOBS);
      return PLX_CLI_USAGE;
    }

  lexicon = plx_cli_load_lexicon ((const char *const *) lexicons, &had_bad_lines);
  if (lexicon == NULL)
    return PLX_CLI_FAILED;
  aliases = load_aliases ((const char *const *) alias_files, &had_bad_lines);
  if (aliases == NULL)
    return PLX_CLI_FAILED;
  settings.lexicon = lexicon;
  settings.aliases = aliases;
  settings.format = (PlxScoreFormat) output;
  settings.detail = (sentences || explain ? PLX_SCORE_SENTENCES : 0) | (explain ? PLX_SCORE_CUES : 0);
  settings.target = target;
  settings.n_jobs = (guint) jobs;
  command.input = (PlxFormat) kind;
  command.had_errors = had_bad_lines;
  return score_all (&command, &settings, argv + 1) ? PLX_CLI_OK : PLX_CLI_FAILED;
}
