/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-lexicon.h"
#include "commands.h"
#include "plx-cli.h"

#include "analysis/claims/plx-similarity.h"
#include "data/plx-shipped-lexicons.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const char    *name; /* of the file, for messages */
  guint          line;
  gboolean       with_features;
  gboolean       had_errors;
  PlxVocabulary *vocabulary;
  JsonParser    *parser;
} SimilarityRun;

/* A vocabulary only grows: on an endless stream it is made anew from time to time. */
#define MAX_VOCABULARY 200000

static PlxVocabulary *
make_vocabulary (void)
{
  PlxVocabulary *vocabulary = plx_vocabulary_new ();

  plx_vocabulary_set_aliases (vocabulary, plx_shipped_aliases_get ());
  return vocabulary;
}

static void
bad_record (SimilarityRun *run,
            const char    *why)
{
  g_printerr ("%s:%u: %s\n", run->name, run->line, why);
  run->had_errors = TRUE;
}

static void
print_number (const char *format,
              double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  fputs (g_ascii_formatd (buffer, sizeof buffer, format, value), stdout);
}

static void
print_score (SimilarityRun    *run,
             JsonNode         *id,
             const PlxProfile *a,
             const PlxProfile *b)
{
  g_autofree char *id_text = json_to_string (id, FALSE);

  printf ("{\"id\":%s,\"score\":", id_text);
  print_number ("%.6f", plx_similarity_score (run->vocabulary, a, b));
  if (run->with_features)
    {
      double features[PLX_N_FEATURES];

      plx_similarity_features (run->vocabulary, a, b, features);
      fputs (",\"features\":{", stdout);
      for (guint i = 0; i < PLX_N_FEATURES; i++)
        {
          printf ("%s\"%s\":", i > 0 ? "," : "", plx_similarity_feature_to_string (i));
          print_number ("%.6f", features[i]);
        }
      fputs ("}", stdout);
    }
  fputs ("}\n", stdout);
}

static const char *
get_text (JsonObject *record,
          const char *member)
{
  JsonNode *node = json_object_get_member (record, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static void
score_line (SimilarityRun *run,
            const char    *line,
            gsize          length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProfile) profile_a = NULL;
  g_autoptr (PlxProfile) profile_b = NULL;
  JsonObject *record;
  const char *a, *b;

  if (!json_parser_load_from_data (run->parser, line, (gssize) length, &error))
    {
      bad_record (run, error->message);
      return;
    }
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (run->parser)))
    {
      bad_record (run, _("not a JSON object"));
      return;
    }

  record = json_node_get_object (json_parser_get_root (run->parser));
  a = get_text (record, "a");
  b = get_text (record, "b");
  if (a == NULL || b == NULL || !json_object_has_member (record, "id"))
    {
      bad_record (run, _("the record needs “id” and the texts “a” and “b”"));
      return;
    }

  if (plx_vocabulary_get_size (run->vocabulary) > MAX_VOCABULARY)
    {
      plx_vocabulary_free (run->vocabulary);
      run->vocabulary = make_vocabulary ();
    }
  profile_a = plx_profile_new (run->vocabulary, a, strlen (a));
  profile_b = plx_profile_new (run->vocabulary, b, strlen (b));
  print_score (run, json_object_get_member (record, "id"), profile_a, profile_b);
}

static gboolean
score_stream (SimilarityRun *run,
              GInputStream  *stream,
              GError       **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);
  GError *local_error = NULL;

  g_data_input_stream_set_newline_type (lines, G_DATA_STREAM_NEWLINE_TYPE_LF);
  for (run->line = 1;; run->line++)
    {
      gsize length = 0;
      g_autofree char *line = g_data_input_stream_read_line (lines, &length, NULL, &local_error);

      if (line == NULL)
        break;
      if (length > 0)
        score_line (run, line, length);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  return TRUE;
}

static GInputStream *
open_input (const char *path,
            GError    **error)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);

  file = g_file_new_for_commandline_arg (path);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

PlxCliStatus
plx_cli_cmd_similarity (int    argc,
                        char **argv)
{
  gboolean with_features = FALSE;
  g_auto (GStrv) families = NULL;
  const GOptionEntry entries[] = {
    { "features", 0, 0, G_OPTION_ARG_NONE, &with_features,
      N_("Print what the score was made from, too"), NULL },
    { "families", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &families,
      N_("Word families of your own, which overrule those that come with Parallax"), N_("FILE") },
    { NULL }
  };
  SimilarityRun run = { 0 };
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  if (!plx_cli_parse ("similarity", _("[FILE]"),
                      _("Reads one record a line, {\"id\", \"a\", \"b\"}, from FILE or standard input, "
                        "and prints {\"id\", \"score\"}: how likely it is, from 0 to 1, that both "
                        "sentences state one fact."),
                      entries, &argc, &argv))
    return PLX_CLI_USAGE;
  if (argc > 2)
    {
      plx_cli_error ("%s", _("similarity takes one file"));
      return PLX_CLI_USAGE;
    }
  if (!plx_cli_load_families ((const char *const *) families))
    return PLX_CLI_FAILED;

  run.name = argc == 2 ? argv[1] : "-";
  run.with_features = with_features;
  stream = open_input (run.name, &error);
  if (stream == NULL)
    {
      plx_cli_error ("%s", error->message);
      return PLX_CLI_FAILED;
    }

  run.vocabulary = make_vocabulary ();
  run.parser = json_parser_new ();
  if (!score_stream (&run, stream, &error))
    {
      plx_cli_error ("%s: %s", run.name, error->message);
      run.had_errors = TRUE;
    }
  g_object_unref (run.parser);
  plx_vocabulary_free (run.vocabulary);
  return run.had_errors ? PLX_CLI_FAILED : PLX_CLI_OK;
}
